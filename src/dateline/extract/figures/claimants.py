"""Tell who gives a count where no statement holds it: "[Rebels] demanded three cows".

Who threatens, demands, warns, denies or estimates speaks of what they count; so does who is
named before a headline's colon or behind its dash, and who stands before a gapped count:
"the union says 34, [the company] 28".
"""

from __future__ import annotations

import re

from dateline.knowledge.vocabulary import words
from dateline.model import Actor, Figure, Kind, Span
from dateline.text.cast import Cast
from dateline.text.tree import Tree

_COUNTS = frozenset("estimate count tally figure toll report survey study forecast tolls".split())
# "UN: 2.3 million need aid": what stands before the colon.
_HEADED = re.compile(r"(?P<who>[^:.,;\d]{2,40}):\s")
# "plunge kills 14: police", "22 still missing - coast guard": what stands behind.
_TAILED = re.compile(r"(?::\s|\s[-–—]\s)(?P<who>[^:.,;\d]{2,40})$")
_NAMING = frozenset({"compound", "amod", "nmod"})
_LONGEST = 6
"""Words of a source that a headline names."""


def claimant_of(tree: Tree, figure: Figure, cast: Cast) -> Actor | None:
    """Return who speaks of a figure's count."""
    node = tree.top(figure.span)
    if node is None:
        return None
    if figure.by == "figures/gapped" and (beside := _before(tree, figure, cast)) is not None:
        return beside
    return _by_act(tree, node, figure, cast) or _by_headline(tree, cast) or _by_tail(tree, cast)


def _before(tree: Tree, figure: Figure, cast: Cast) -> Actor | None:
    """Return who stands right before a gapped count: "the company 28", "the police of 22,000"."""
    first = tree.at(figure.span.start)
    if first is None or first == 0:
        return None
    token = first - 1
    if tree.folded[token] in {"of", "at"} and token:
        token -= 1
    is_verb = tree.lemma(token) in {"say", "report", "put", "claim"}
    if is_verb:
        subject = tree.child(token, "nsubj")
        return None if subject is None else _actor(cast, tree, subject)
    named = tree.pos(token) in {"NOUN", "PROPN"} and tree.tag(token) != "NNS"
    known = tree.child(token, "det", "poss") is not None and tree.lemma(token) in _sources()
    return _actor(cast, tree, token) if named and known else None


def _by_act(tree: Tree, node: int, figure: Figure, cast: Cast) -> Actor | None:
    """Return the subject of the verb above a count that tells, asks, fears or denies."""
    tells = words("measures")["change"]["speaks"]
    current = node
    for above in (node, *tree.above(node)):
        if tree.lemma(above) in _COUNTS and (giver := _giver(tree, above)) is not None:
            return _actor(cast, tree, giver)
        subject = tree.child(above, "nsubj")
        if subject is not None and tree.lemma(subject) in _COUNTS:
            giver = _giver(tree, subject)
            return None if giver is None else _actor(cast, tree, giver)
        if tree.lemma(above) in tells and tree.pos(above) == "VERB" and subject is not None:
            inside = figure.span.start <= tree.parse.start[subject] < figure.span.end
            return None if inside or subject == current else _actor(cast, tree, subject)
        current = above
    return None


def _giver(tree: Tree, noun: int) -> int | None:
    """Return whose estimate it is: "an [army] estimate", "the [union] stands by its count"."""
    owner = tree.child(noun, "poss")
    if owner is not None and tree.pos(owner) == "PRON":
        subjects = (tree.child(above, "nsubj") for above in tree.above(noun))
        owner = next((token for token in subjects if token is not None), None)
        return None if owner is None or tree.pos(owner) == "PRON" else owner
    if owner is not None:
        return owner
    named = tree.children(noun, "compound", "nmod", "amod")
    return next((child for child in named if tree.lemma(child) in _sources()), None)


def _by_headline(tree: Tree, cast: Cast) -> Actor | None:
    """Return the source that a headline names before its colon or behind its dash."""
    start, end = tree.sentence.span.start, tree.sentence.span.end
    headed = _HEADED.match(tree.text, start, end)
    tailed = _TAILED.search(tree.text, max(start, end - 60), end)
    for found in (headed, tailed):
        who = None if found is None else Span(*found.span("who"))
        if who is not None and len(who.of(tree.text).split()) <= _LONGEST:
            source = _source(tree, who)
            if source is not None:
                return _actor(cast, tree, source)
    return None


def _source(tree: Tree, span: Span) -> int | None:
    """Return the head of a stretch that names a source: "coast guard", "UN", "Ministry"."""
    inside = [token for token in tree.inside(span) if tree.pos(token) in {"NOUN", "PROPN"}]
    if not inside or any(tree.pos(token) in {"VERB", "AUX"} for token in tree.inside(span)):
        return None
    last = inside[-1]
    labels = {label for a, b, label in tree.parse.entities if a <= last < b}
    known = {tree.lemma(last), tree.folded[last]} & _sources()
    acronym = tree.words[last].isupper() and len(tree.words[last]) > 1
    return last if known or acronym or labels & {"ORG", "PERSON", "NORP"} else None


def _by_tail(tree: Tree, cast: Cast) -> Actor | None:
    """Return who said a whole sentence: "…, the press centre noted."."""
    size = len(tree)
    for token in range(size - 1, max(0, size - 8), -1):
        if tree.lemma(token) in words("measures")["change"]["says"] and tree.pos(token) == "VERB":
            subject = tree.child(token, "nsubj")
            before = subject is not None and subject < token
            comma = before and "," in tree.text[: tree.parse.start[token]][-120:]
            return _actor(cast, tree, subject) if comma and subject is not None else None
    return None


def source_of(cast: Cast, tree: Tree, token: int) -> Actor | None:
    """Return who is meant by the giver of a count; "the relief agency [NADMO]" by its name."""
    named, after = cast.names(tree), token + 1
    body = named.get(after)
    if tree.pos(token) == "NOUN" and token not in named and body is not None:
        last = max(t for t, name in named.items() if name.span == body.span)
        if body.kind is Kind.ORGANISATION and (meant := cast.actor(tree, last)) is not None:
            return meant
    return cast.actor(tree, token)


def _actor(cast: Cast, tree: Tree, token: int) -> Actor | None:
    """Return who is meant; a noun that nobody is known by stands for itself."""
    known = source_of(cast, tree, token)
    if known is not None or tree.pos(token) not in {"NOUN", "PROPN"}:
        return known
    first = token
    while first and tree.head(first - 1) == token and tree.relation(first - 1) in _NAMING:
        first -= 1
    span = tree.span(first, token)
    return Actor(" ".join(span.of(tree.text).split()), span)


def _sources() -> frozenset[str]:
    """Return the nouns that name who gives counts."""
    return frozenset(words("measures")["change"]["sources"])
