"""Find who gives a count by its own sentence: "[the army] put the toll at 9", "by [its] count".

The giver is the subject of the verb that counts, or whose count it is. "It" and "its" are the
body that the sentence before tells of.
"""

from __future__ import annotations

from dataclasses import replace

from dateline.extract.figures.counted import Counted
from dateline.knowledge.lexicon import Lexicon
from dateline.knowledge.vocabulary import words
from dateline.model import Actor, Kind
from dateline.text.antecedents import told_of
from dateline.text.cast import Cast
from dateline.text.phrases import is_surplus
from dateline.text.tree import Tree

_REPORTS = frozenset(
    "give log carry allow concede admit release publish report record confirm register count"
    " estimate document tally list".split()
)
_GIVES = frozenset("own count see have make stand stick arrive move hold carry list".split())
_FATES = frozenset("dead killed injured wounded hurt missing".split())
"""What a body "has" so many of in its count: "the government had nine [dead]"."""
_CARES = frozenset("treat admit receive".split())
_HOUSES = frozenset("hospital clinic ward doctor medic infirmary surgeon nurse".split())
_BLAMES = {"accuse": "of", "blame": "for", "charge": "with", "suspect": "of"}
_JOINED = frozenset({"conj", "advcl"})


def subject_of(tree: Tree, verb: int) -> int | None:
    """Return who does what a verb tells, also one that it shares: "met them and [promised]"."""
    subject = tree.child(verb, "nsubj")
    shares = tree.pos(verb) == "VERB" and tree.relation(verb) in _JOINED
    if subject is None and shares and not tree.passive(verb):
        first = tree.head(verb)
        told = tree.relation(first) == "ccomp" and tree.words[verb - 2 : verb] == (",", "but")
        subject = subject_of(tree, tree.head(first)) if told else tree.subject(verb)
    return None if subject is None or is_surplus(tree, subject) else subject


def source_of(cast: Cast, tree: Tree, token: int) -> Actor | None:
    """Return who is meant by the giver of a count; "the relief agency, [NADMO]" by its name."""
    if tree.lemma(token) in tallies():
        owner = owner_of(tree, token)
        return None if owner is None else source_of(cast, tree, owner)
    if tree.folded[token] in {"it", "its"}:
        meant = cast.actor(tree, token) or told_of(cast, tree)
        return None if meant is None else replace(meant, span=tree.span(token))
    named = cast.names(tree)
    if tree.pos(token) == "NOUN" and token not in named:
        comma = token + 1 < len(tree) and tree.words[token + 1] == ","
        for beside in (token + 1 + comma, *tree.children(token, "appos")):
            body = named.get(beside)
            if body is None or body.kind is not Kind.ORGANISATION:
                continue
            last = max(t for t, name in named.items() if name.span == body.span)
            if (actor := cast.actor(tree, last)) is not None:
                return actor
    return cast.actor(tree, token)


def owner_of(tree: Tree, noun: int) -> int | None:
    """Return whose estimate it is: "an [army] estimate", "[its] count", "figures from [X]"."""
    owner = tree.child(noun, "poss")
    if owner is None and noun > 1 and tree.words[noun - 1] in {"'s", "’s", "'", "’"}:
        owner = noun - 2
    if owner is not None and tree.folded[owner] == "whose":
        verb = next((up for up in tree.above(noun) if tree.relation(up) == "relcl"), None)
        return None if verb is None else tree.head(verb)
    if owner is not None and tree.pos(owner) == "PRON":
        subjects = (subject_of(tree, above) for above in tree.above(noun))
        own = next((token for token in subjects if token is not None), None)
        inside = own is not None and own != noun and tree.pos(own) != "PRON"
        return own if inside and tree.lemma(own or 0) not in tallies() else owner
    if owner is not None:
        return owner
    named = tree.children(noun, "compound", "nmod", "amod")
    beside = next((child for child in named if is_source(tree, child)), None)
    if beside is not None:
        return beside
    giver = tree.preposition(noun, "from", "by")
    if giver is None:  # "the toll of the ministry", not "the number of families"
        held = tree.preposition(noun, "of")
        giver = held if held is not None and tree.tag(held) not in {"NNS", "NNPS"} else None
    gives = giver is not None and (is_source(tree, giver) or _is_body(tree, giver))
    return giver if gives else None


def _is_body(tree: Tree, token: int) -> bool:
    """Whether the parser takes a name for that of a body or person."""
    labels = {label for first, end, label in tree.parse.entities if first <= token < end}
    return bool(labels & {"ORG", "PERSON", "NORP"})


def tally_of(tree: Tree, node: int) -> int | None:
    """Return whose count a number is said to be: "four is the army's [number]"."""
    verb, relation = tree.head(node), tree.relation(node)
    if tree.lemma(verb) != "be" or relation not in {"nsubj", "attr"}:
        return None
    other = tree.child(verb, "attr" if relation == "nsubj" else "nsubj")
    kept = other is not None and tree.lemma(other) in tallies()
    return other if kept and other is not None and owner_of(tree, other) is not None else None


def reporter_of(tree: Tree, of: Counted, cast: Cast) -> Actor | None:
    """Return who gives the count: "[the ministry] reported 37 deaths", "by [its] count"."""
    blamer = _blamer(tree, of.node)
    if blamer is not None:
        return source_of(cast, tree, blamer)
    node = of.node
    while tree.relation(node) == "conj":
        node = tree.head(node)
    verb = tree.head(node)
    if tree.relation(node) == "pobj":
        return teller_of(tree, node, cast)
    subject = subject_of(tree, verb)
    if tree.relation(node) != "dobj" or subject is None:
        return None
    cares = tree.lemma(verb) in _CARES and tree.lemma(subject) in _HOUSES
    has = tree.lemma(verb) in {"have", "hold", "list"} and is_source(tree, subject)
    has = has and any(tree.folded[t] in _FATES for t in range(node, min(node + 2, len(tree))))
    tells = cares or has or tree.lemma(verb) in _REPORTS
    return source_of(cast, tree, subject) if tells else None


def teller_of(tree: Tree, node: int, cast: Cast) -> Actor | None:
    """Return who gives a count its value: "[the army] put the toll at 9"."""
    for above in tree.above(node):
        subject = subject_of(tree, above)
        if subject is None or subject == node or tree.relation(above) == "acl":
            continue
        change = words("measures")["change"]
        tells = tree.lemma(above) in change["tells"] or _moves(tree, above, subject)
        counts = tree.lemma(subject) in tallies() and owner_of(tree, subject) is not None
        return source_of(cast, tree, subject) if tells or counts else None
    return None


def _moves(tree: Tree, verb: int, subject: int) -> bool:
    """Whether a body moves its own count: "[the network] has gone up to 42 deaths"."""
    ways = {tree.folded[child] for child in tree.children(verb, "advmod", "prt")}
    return tree.lemma(verb) == "go" and bool(ways & {"up", "down"}) and is_source(tree, subject)


def giver_of(tree: Tree, node: int, cast: Cast) -> Actor | None:
    """Return the subject of the verb that gives a count a new value: "[the union] says 450"."""
    if (tally := tally_of(tree, node)) is not None:
        return source_of(cast, tree, tally)
    for above in tree.above(node):
        own = tree.children(above, "nsubj")
        others = (token for token in own if token != node)  # "At least 165, says the mayor"
        subject = next(others, None) if node in own else subject_of(tree, above)
        if subject is not None and not _is_count(tree, subject, above):
            return source_of(cast, tree, subject)
    return None


def keeper_of(tree: Tree, node: int, cast: Cast) -> Actor | None:
    """Return who gives a bare number: "[the airline] owns up to 61", "[the Front] saw 40,000"."""
    for above in tree.above(node):
        subject = subject_of(tree, above)
        if subject is None or subject == node:
            continue
        change = words("measures")["change"]
        gives = tree.lemma(above) in {*change["says"], *change["tells"], *_GIVES}
        return source_of(cast, tree, subject) if gives else None
    return None


def _is_count(tree: Tree, subject: int, verb: int) -> bool:
    """Whether a subject is the count itself: "[it] was 5,100, the union said"."""
    counts = {"it", "that", *words("measures")["toll"]["nouns"]}
    known = tree.folded[subject] in counts or tree.lemma(subject) in counts
    return known and tree.lemma(verb) in {"be", *words("measures")["change"]["verbs"]}


def _blamer(tree: Tree, node: int) -> int | None:
    """Return who accuses others of what befell those counted: "[they] accuse it of killing 12"."""
    below = node
    for above in tree.above(node):
        word = _BLAMES.get(tree.lemma(above))
        if word is not None and tree.folded[below] == word and tree.pos(above) == "VERB":
            return tree.agent(above) if tree.passive(above) else subject_of(tree, above)
        if tree.relation(below) in {"relcl", "ccomp"}:
            return None
        below = above
    return None


def gapped_teller(tree: Tree, node: int, lexicon: Lexicon) -> int | None:
    """Return who counts where the verb is left out: "put it at 90, the [police] at 40"."""
    preposition = tree.head(node)
    if tree.relation(node) != "pobj" or tree.folded[preposition] not in {"at", "of"}:
        return None
    token = preposition - 1
    verb = next((above for above in tree.above(node) if tree.pos(above) == "VERB"), preposition)
    told = any(tree.pos(before) == "NUM" for before in range(verb, token))
    return token if told and gaps(tree, token, lexicon) else None


def gaps(tree: Tree, token: int, lexicon: Lexicon) -> bool:
    """Whether a noun tells a count whose verb is left out: "the union says 34, the [firm] 28"."""
    if tree.pos(token) not in {"NOUN", "PROPN"} or token == 0:
        return False
    if not is_source(tree, token) and lexicon.role(tree.lemma(token)) is None:
        return False
    opens = tree.child(token, "det", "poss", "compound", "amod") is not None
    if not opens and tree.folded[token - 1] not in {",", ";", "and", "but", "while"}:
        return False
    change = words("measures")["change"]
    telling = {*change["says"], *change["tells"], "claim", "count", "talk", "speak"}
    return any(above < token and tree.lemma(above) in telling for above in tree.above(token))


def is_source(tree: Tree, token: int) -> bool:
    """Whether a noun names one of those who give counts: "police", "ministry"."""
    sources = words("measures")["change"]["sources"]
    return tree.lemma(token) in sources or tree.folded[token] in sources


def tallies() -> frozenset[str]:
    """Return the nouns of counts that somebody keeps: "estimate", "tally", "figures"."""
    return frozenset(words("measures")["change"]["tallies"])


def is_tally(tree: Tree, token: int) -> bool:
    """Whether a token is such a noun, whatever the parser takes its form for: "reckoning"."""
    return not tallies().isdisjoint({tree.lemma(token), tree.folded[token]})
