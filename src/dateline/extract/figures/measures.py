"""Tell what a count measures: "47 [killed]", "some 700,000 could be [forced from their homes]".

The verb that governs those counted decides, or a participle or adjective beside them, or the
noun itself ("12 deaths"). The words are those of `lexicons/measures.toml`.
"""

from __future__ import annotations

from dateline.extract.figures.measure_tolls import lost, of_toll, toll_of
from dateline.extract.figures.measure_verbs import of_verb
from dateline.extract.figures.measure_words import Measured, measure_word
from dateline.knowledge.vocabulary import names, words
from dateline.text.tree import SUBJECTS, Tree

_THROUGH = frozenset("including among like".split())
_TOTALS = frozenset(
    "total number group crowd majority rest estimate another team party band squad crew".split()
)
_BETWEEN = frozenset("more others still now reported confirmed feared reportedly".split())
_FOUND_IN = frozenset("confirm diagnose detect find report".split())
_HEADLINED = frozenset({"killed", "injured", "missing", "arrested", "homeless", "displaced"})
_PUTS = frozenset({"put", "place", "estimate"})
_SEARCHES = frozenset({"search", "hunt", "look", "comb", "dig"})  # "a search for 12 sailors"
_WANTED = frozenset("suspect attacker assailant gunman bomber killer thief robber man job".split())
_VALUES = frozenset("of to at by above past beyond over below under".split())
_SPOKEN = frozenset({"speak", "talk"})
_CLAIMS = frozenset({"claim", "reject", "deny"})


def measure_of(tree: Tree, node: int, noun: int | None) -> Measured | None:
    """Return what a count measures, None when no word near it tells.

    `node` is the token by which those counted hang in the sentence, `noun` their noun.
    """
    near = _beside(tree, node, noun)
    if near is not None:
        return outdone(tree, node, near)
    seen: set[int] = set()
    current = node
    while current not in seen:
        seen.add(current)
        found = _governed(tree, current) or (
            _beside(tree, current, None) if seen - {node} else None
        )
        if found is not None:
            said = tree.lemma(found.word) in _SPOKEN | _CLAIMS
            return _named(tree, noun) or found if said else found
        following = _step(tree, current)
        if following is None:
            break
        current = following
    return _named(tree, noun) or _meant_for(tree, node)


def _meant_for(tree: Tree, node: int) -> Measured | None:
    """Return that those are affected for whom something is: "tents for 300 families"."""
    head = tree.head(node)
    given = tree.relation(node) == "pobj" and tree.folded[head] == "for"
    above = tree.head(head)
    if not given or tree.pos(above) not in {"NOUN", "VERB"}:
        return None
    seeker = tree.child(above, "nsubj")
    if _SEARCHES & {tree.lemma(above), "" if seeker is None else tree.lemma(seeker)}:
        return None if tree.lemma(node) in _WANTED else Measured("missing", head)
    asked = tree.lemma(above) in names("promises")["for"]  # "called for 60 more nurses"
    return Measured("present" if asked else "affected", head)


def outdone(tree: Tree, node: int, near: Measured) -> Measured:
    """Return the verb's measure where it tells what came of "two wounded": they were detained."""
    direct = tree.relation(node) in {"dobj", *SUBJECTS}
    above = _governed(tree, node) if direct and near.measure == "injured" else None
    return above if above is not None and above.measure in {"arrested", "killed"} else near


def _step(tree: Tree, token: int) -> int | None:
    """Return the noun that a counted part belongs to: "12 people, including [3 children]"."""
    head = tree.head(token)
    relation = tree.relation(token)
    if relation in {"conj", "appos"} and tree.pos(head) in {"NOUN", "PROPN", "NUM", "PRON"}:
        return head
    if relation != "pobj" or tree.head(head) == head:
        return None
    above = tree.head(head)
    along = head > 0 and tree.folded[head] == "with" and tree.folded[head - 1] == "along"
    if along and tree.folded[above] == "along":
        above = tree.head(above)
    if tree.folded[head] in _THROUGH or along:
        if tree.pos(above) != "VERB":
            return above
        if tree.relation(above) == "acl":
            return tree.head(above)
        held = tree.child(above, "dobj", "nsubjpass")
        return tree.child(above, "nsubj") if held is None else held
    return above if tree.folded[head] == "of" and tree.lemma(above) in _TOTALS else None


def _beside(tree: Tree, node: int, noun: int | None) -> Measured | None:
    """Return the measure of an adjective, participle or clause right at the counted noun."""
    for token in {node, noun if noun is not None else node}:
        for child in tree.children(token, "amod", "acl", "relcl", "advcl", "appos"):
            if tree.relation(child) in {"advcl", "appos"} and abs(child - token) > 2:
                continue
            found = measure_word(tree, child, ("adjectives",)) or of_verb(tree, child, token)
            if found is not None:
                return found
    of = tree.preposition(node, "of")
    if of is not None and (found := measure_word(tree, of, ("adjectives",))) is not None:
        return found
    if (state := _state_after(tree, node, noun)) is not None:
        return state
    after = max(node, noun if noun is not None else node) + 1
    if after < len(tree) and tree.tag(after) in {"VBN", "JJ", "VBD", "NN"}:
        return measure_word(tree, after, ("adjectives",))
    return None


def _state_after(tree: Tree, node: int, noun: int | None) -> Measured | None:
    """Return the measure of "75 people aboard", "families without a home", "12 under arms"."""
    for token in {node, noun if noun is not None else node}:
        for child in tree.children(token, "advmod", "prep", "advcl", "amod"):
            if child < token:
                continue
            held = tree.child(child, "pobj")
            board = held is not None and tree.lemma(held) in {"board", "deck"}
            if tree.folded[child] == "aboard" or (tree.folded[child] == "on" and board):
                return Measured("present", child)
            if held is None:
                continue
            if tree.folded[child] == "without" and tree.lemma(held) in {"home", "roof", "shelter"}:
                return Measured("homeless", child)
            if (
                tree.folded[child] == "without"
                and tree.lemma(held) in words("measures")["affected"]["wants"]
            ):
                return Measured("affected", child)
            if (
                tree.folded[child] in {"in", "behind"}
                and tree.lemma(held) in words("measures")["arrested"]["places"]
            ):
                return Measured("arrested", child)
            if tree.folded[child] == "under" and tree.lemma(held) == "arm":
                return Measured("fighters", child)
    return None


def _governed(tree: Tree, token: int) -> Measured | None:
    """Return the measure that the governor of a noun phrase gives."""
    head, relation = tree.head(token), tree.relation(token)
    if head == token:
        return None
    if relation in {"dobj", "attr", "npadvmod", "prep"} and (
        counted := _changed(tree, head, token)
    ):
        return counted
    bare = relation == "dobj" and tree.pos(token) == "NUM"
    if bare and tree.lemma(head) in words("measures")["change"]["verbs"] and not _helps(tree, head):
        return None  # "passed 700", whoever is counted
    if relation in {*SUBJECTS, "dobj", "oprd", "attr", "dative"}:
        return of_verb(tree, head, token)
    if relation == "conj" and (verb := _own_verb(tree, token)) is not None:
        return of_verb(tree, verb, token)
    if relation == "conj" and tree.pos(head) == "VERB":
        return of_verb(tree, head, token)
    if relation == "pobj" and tree.folded[head] in _VALUES:
        return _of_preposition(tree, head)
    if relation == "pobj" and tree.folded[head] == "in" and tree.passive(tree.head(head)):
        verb = tree.head(head)  # "measles was confirmed in 120 children"
        return Measured("affected", verb) if tree.lemma(verb) in _FOUND_IN else None
    if relation in {"ccomp", "nmod"}:
        return of_verb(tree, head, token)
    if relation == "advmod" and tree.child(token, "nummod") and not tree.objects(head):
        return measure_word(tree, head, ("objects",))  # "killed all 19 aboard"
    return None


def _helps(tree: Tree, verb: int) -> bool:
    """Whether those counted get something: "aid has reached 9,000"."""
    subject = tree.child(verb, "nsubj")
    return subject is not None and tree.lemma(subject) in words("measures")["affected"]["helps"]


def _own_verb(tree: Tree, token: int) -> int | None:
    """Return the verb right behind a noun that was taken for another's fellow.

    In "30 drowned and four are missing" four are no fellows of the drowned: a verb follows
    them that has no subject.
    """
    after = tree.at(tree.reach(token).end + 1)
    if after is None or tree.tag(after) not in {"VBD", "VBP", "VBZ", "MD"}:
        return None
    verb = tree.head(after) if tree.relation(after) in {"aux", "auxpass"} else after
    alone = verb > token and tree.child(verb, *SUBJECTS) is None
    return verb if alone else None


def _of_preposition(tree: Tree, preposition: int) -> Measured | None:
    """Return the measure of "the deaths of 12 people", "the toll rose to 45", "home to 9,000"."""
    above = tree.head(preposition)
    if tree.folded[preposition] == "of":
        if tree.lemma(above) in _SPOKEN:
            return Measured("other", above)
        if tree.lemma(above) == "loss":
            return lost(tree, preposition, above)
        if tree.lemma(above) in words("measures")["present"]["crowds"]:
            return Measured("present", above)
        found = measure_word(tree, above, ("nouns",))
        return None if found is None or found.measure == "fighters" else found
    if tree.folded[preposition] == "to" and tree.lemma(above) == "home":
        return Measured("present", above)
    if tree.folded[preposition] == "by":
        if tree.lemma(above) in {"strike", *words("measures")["present"]["crowds"]}:
            return Measured("present", above)  # "a strike by 4,000 drivers"
        attended = tree.lemma(above) in {"attend", "watch", "join", "occupy", "throng"}
        return Measured("present", above) if attended else None
    token = tree.child(preposition, "pobj") or preposition
    for up in tree.above(preposition):
        found = _changed(tree, up, token) if tree.pos(up) == "VERB" else toll_of(tree, up)
        if found is not None or tree.relation(up) not in {"acl", "pobj", "prep", "dobj", "agent"}:
            return found
    return None


def _changed(tree: Tree, verb: int, token: int) -> Measured | None:
    """Return the measure of a count that a verb gives a value: "raised its dead … to nine"."""
    found = of_toll(tree, verb, token)
    lemma, bare = tree.lemma(verb), tree.pos(token) == "NUM"
    equal = lemma in {"be", "number"} and bare  # "the rebels number 900", "turnout was 900"
    changes = lemma in words("measures")["change"]["verbs"] or lemma in _PUTS
    if found is not None or not (equal or changes):
        return found
    for noun in tree.children(verb, *SUBJECTS, "dobj"):
        if noun == token:
            continue
        if _is_crowd(tree, noun, before=verb):
            return Measured("present", noun)
        named = measure_word(tree, noun, ("nouns", "adjectives"))
        if named is not None and (equal or named.measure not in {"fighters", "present"}):
            return named
    return None


def _is_crowd(tree: Tree, noun: int, *, before: int) -> bool:
    """Whether a noun is a crowd, or the "it" of "a crowd had gathered, but put it at 50"."""
    crowds = words("measures")["present"]["crowds"]
    if tree.lemma(noun) == "size":  # "put its size at 4,000"
        return tree.child(noun, "poss") is not None
    if tree.folded[noun] != "it":
        return tree.lemma(noun) in crowds
    return any(tree.lemma(token) in crowds for token in range(before) if tree.pos(token) == "NOUN")


def right_after(tree: Tree, last: int) -> Measured | None:
    """Return the measure of "40 dead", "12 injured", whatever the parse makes of it."""
    word = last + 1
    while word < len(tree) and tree.folded[word] in _BETWEEN:
        word += 1
    if word >= len(tree):
        return None
    found = measure_word(tree, word, ("adjectives",))
    noun = word + 1 < len(tree) and tree.pos(word + 1) in {"NOUN", "PROPN", "ADJ"}
    if found is None or noun or found.measure not in _HEADLINED:
        return None
    return found


def right_before(tree: Tree, first: int) -> Measured | None:
    """Return the measure of a list's "Missing: 34", "dead 30", whose number has no noun."""
    after = first + 1
    if after < len(tree) and tree.pos(after) in {"NOUN", "PROPN", "ADJ", "NUM", "VERB", "AUX"}:
        return None
    colon = first > 1 and tree.folded[first - 1] in {":", "-", "–", "—"}
    word = first - 2 if colon else first - 1
    plain = word == 0 or (word > 0 and tree.pos(word - 1) == "PUNCT")
    found = measure_word(tree, word, ("adjectives", "nouns")) if word >= 0 and plain else None
    return None if found is None or found.measure in {"other", "fighters", "present"} else found


def _named(tree: Tree, noun: int | None) -> Measured | None:
    """Return the measure that the counted noun names by itself: "12 deaths", "300 fighters"."""
    return None if noun is None else measure_word(tree, noun, ("nouns",))
