"""Tell who gives a count where no statement holds it: "[Rebels] demanded three cows".

Who threatens, demands, warns, denies or estimates speaks of what they count; so does who is
named before a headline's colon or behind its dash, and who stands before a gapped count:
"the union says 34, [the company] 28".
"""

from __future__ import annotations

import re

from dateline.extract.figures.measure_words import measure_word
from dateline.extract.figures.prospects import is_somebody
from dateline.extract.figures.tellers import (
    gaps,
    is_source,
    is_tally,
    owner_of,
    source_of,
    subject_of,
    tallies,
)
from dateline.knowledge.vocabulary import words
from dateline.model import Actor, Figure, Span
from dateline.text.cast import Cast
from dateline.text.tree import Tree

# "UN: 2.3 million need aid", "- Harbour office: 12 wrecks": what stands before the colon.
_HEADED = re.compile(r"(?:[-–—•*·▪◦]\s+)?(?P<who>[^:.,;\d]{2,60}):\s")
# "plunge kills 14: police", "22 still missing - coast guard": what stands behind.
_TAILED = re.compile(r"(?::\s|\s[-–—]\s)(?P<who>[^:.,;\d]{2,40})$")
_KEEPING = frozenset({"have", "hold", "keep", "publish", "maintain", "compile", "draw"})
_BY_WHICH = frozenset({"by", "on", "in", "per", "at", "from"})
# "(police).", "(Ministry of Interior, 25 July, 06:00)"
_BRACKET = re.compile(r"\((?P<who>[A-Za-z][^()\d:,]{1,50})(?:,[^()]{0,40})?\)\s*\.?\s*$")
_LINKS = frozenset({"of", "in", "for", "at", "("})
_NAMING = frozenset({"compound", "amod", "nmod"})
_LONGEST = 6
"""Words of a source that a headline names."""


def claimant_of(tree: Tree, figure: Figure, cast: Cast) -> Actor | None:
    """Return who speaks of a figure's count; None where it has its claimant already."""
    node = tree.top(figure.span)
    if node is None:
        return None
    if figure.by == "figures/gapped" and (beside := _before(tree, figure, cast)) is not None:
        return beside
    if figure.claimed_by is not None:
        return None
    return (
        _by_act(tree, node, figure, cast)
        or _by_headline(tree, cast)
        or _by_tail(tree, cast)
        or _by_bracket(tree, figure, cast)
    )


def _before(tree: Tree, figure: Figure, cast: Cast) -> Actor | None:
    """Return who stands right before a gapped count: "the company 28", "the police of 22,000".

    Only where counts are told: in "the rebels freed 12 and the government 30" both free.
    """
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
    return _actor(cast, tree, token) if gaps(tree, token, cast.lexicon) else None


def _by_act(tree: Tree, node: int, figure: Figure, cast: Cast) -> Actor | None:
    """Return the subject of the verb above a count that tells, asks, fears or denies."""
    current = node
    for above in (node, *tree.above(node)):
        if tree.lemma(above) in tallies() and (giver := owner_of(tree, above)) is not None:
            return _actor(cast, tree, giver)
        if (giver := _by_tally(tree, above) or _by_list(tree, above)) is not None:
            return _actor(cast, tree, giver)
        subject = subject_of(tree, above)
        if subject is not None and tree.lemma(subject) in tallies():
            giver = owner_of(tree, subject)
            return None if giver is None else _actor(cast, tree, giver)
        if subject is not None and _speaks(tree, above, current):
            inside = figure.span.start <= tree.parse.start[subject] < figure.span.end
            return None if inside or subject == current else _actor(cast, tree, subject)
        current = above
    return None


def _by_tally(tree: Tree, verb: int) -> int | None:
    """Return whose count a clause goes by: "by the [union]'s tally", "on [its] figures"."""
    for child in tree.children(verb, "prep"):
        to = tree.preposition(child, "to") if tree.folded[child] == "according" else None
        by = tree.child(child, "pobj") if tree.folded[child] in _BY_WHICH else to
        if by is not None and is_tally(tree, by):
            return owner_of(tree, by)
    return None


def _by_list(tree: Tree, noun: int) -> int | None:
    """Return who keeps the list that a count is of: "[the union] has a list with 51 names"."""
    verb = tree.head(noun)
    kept = (
        tree.lemma(noun) in {"list", "register", "roll", "file"} and tree.relation(noun) == "dobj"
    )
    return subject_of(tree, verb) if kept and tree.lemma(verb) in _KEEPING else None


def _speaks(tree: Tree, verb: int, below: int) -> bool:
    """Whether a verb speaks of what stands below it; "add two lines", "claim nine lives" don't."""
    speaks = tree.pos(verb) == "VERB" and tree.lemma(verb) in words("measures")["change"]["speaks"]
    if tree.relation(below) != "dobj" or tree.lemma(verb) not in {"add", "claim"}:
        return speaks
    return speaks and tree.lemma(verb) == "claim" and is_somebody(tree, verb)


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
    # "Camp committee of Varda": its head, where the last noun names nobody.
    heads = [token for token in inside if tree.folded[min(token + 1, len(tree) - 1)] in _LINKS]
    return next((token for token in (inside[-1], *heads[:1]) if _gives(tree, token)), None)


def _gives(tree: Tree, token: int) -> bool:
    """Whether a noun before a colon or behind a dash names a source."""
    labels = {label for a, b, label in tree.parse.entities if a <= token < b}
    if measure_word(tree, token, ("nouns", "adjectives")) is not None:
        return False  # "Arrests: 43"
    acronym = tree.words[token].isupper() and len(tree.words[token]) > 1
    return is_source(tree, token) or acronym or bool(labels & {"ORG", "PERSON", "NORP"})


def _by_tail(tree: Tree, cast: Cast) -> Actor | None:
    """Return who said a whole sentence: "…, the press centre noted."."""
    size = len(tree)
    for token in range(size - 1, max(0, size - 8), -1):
        if tree.lemma(token) in words("measures")["change"]["says"] and tree.pos(token) == "VERB":
            subject = tree.child(token, "nsubj")
            if subject is None and tree.folded[token - 1] in {",", "–", "-"}:
                subject = tree.child(token, "dobj", "attr")  # "43, say the police"
                return None if subject is None else _actor(cast, tree, subject)
            before = subject is not None and subject < token
            comma = before and "," in tree.text[: tree.parse.start[token]][-120:]
            return _actor(cast, tree, subject) if comma and subject is not None else None
    return None


def _by_bracket(tree: Tree, figure: Figure, cast: Cast) -> Actor | None:
    """Return the source in brackets at a sentence's end: "58 are still held ([police])."."""
    found = _BRACKET.search(tree.text, figure.span.end, tree.sentence.span.end)
    who = None if found is None else Span(*found.span("who"))
    if who is None or len(who.of(tree.text).split()) > _LONGEST:
        return None
    source = _source(tree, who)
    return None if source is None else _actor(cast, tree, source)


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
