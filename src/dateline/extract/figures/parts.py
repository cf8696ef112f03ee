"""Read parts of those told of before: "three of them were [minors]", "[140 of them] were there".

Who or what they are a part of was named before: those of the count before, else the last noun
in the plural.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.extract.figures.counted import Counted
from dateline.model import Figure, Report, Span
from dateline.text.tree import SUBJECTS, Tree

_WHOLES = frozenset("them whom these those us which".split())
_NEAR = 200
"""Characters between a part and the whole that it is of."""
_OF_PEOPLE = frozenset({"killed", "injured", "missing", "displaced", "present", "fighters"})
_OF_WHICH = "of which "
_NO_COUNT = frozenset({"share", "money", "duration"})


def whole_of(tree: Tree, of: Counted) -> int | None:
    """Return the pronoun of a part whose noun is left out: "three of [them]"."""
    whole = tree.preposition(of.node, "of") if of.noun is None else None
    return whole if whole is not None and tree.folded[whole] in _WHOLES else None


def with_whole(
    report: Report, tree: Tree, of: Counted, figure: Figure, told: Sequence[Figure]
) -> Figure:
    """Return the figure of a part with what it is called, or of whom or what it is a part."""
    whole = whole_of(tree, of)
    if whole is None:
        before = tree.text[max(0, figure.span.start - len(_OF_WHICH)) : figure.span.start]
        things = before.casefold() == _OF_WHICH and figure.measure in _OF_PEOPLE
        return replace(figure, measure="other", unit=None) if things else figure
    if (noun := _called(tree, of)) is not None:
        span = Span(figure.span.start, max(figure.span.end, tree.parse.end[noun]))
        figure = replace(figure, of_what=tree.words[noun], head=tree.words[noun])
        return replace(_shared(figure, told), span=span)
    if tree.folded[whole] == "which" and figure.measure in _OF_PEOPLE:
        figure = replace(figure, measure="other", unit=None)  # "12 shells, of which seven fell"
    span = Span(figure.span.start, max(figure.span.end, tree.parse.end[whole]))
    near = [one for one in told if 0 <= span.start - one.span.end < _NEAR]
    counts = [one for one in near if one.measure not in _NO_COUNT and one.low != 0]
    if counts:
        last = counts[-1]
        unit = last.unit if figure.measure == "other" else figure.unit
        return replace(_shared(figure, counts), span=span, of_what=last.of_what, unit=unit)
    plural = next(_plurals(report, tree, of.first), None)
    unit = figure.unit if figure.measure != "other" else None
    return replace(figure, span=span, of_what=plural or figure.of_what, unit=unit)


def _shared(figure: Figure, told: Sequence[Figure]) -> Figure:
    """Return a part of which nothing else is told with the measure of its whole."""
    near = [one for one in told if 0 <= figure.span.start - one.span.end < _NEAR]
    shares = figure.measure == "other" and near and near[-1].measure not in _NO_COUNT
    return replace(figure, measure=near[-1].measure) if shares else figure


def _called(tree: Tree, of: Counted) -> int | None:
    """Return what a part is called: the minors of "three of them were minors"."""
    above = tree.head(of.node)
    noun = tree.child(above, "attr") if tree.relation(of.node) in SUBJECTS else None
    return noun if noun is not None and tree.tag(noun) == "NNS" else None


def _plurals(report: Report, tree: Tree, before: int) -> Iterator[str]:
    """Yield the nouns in the plural before a token, the nearest first, one sentence back."""
    yield from _nouns(tree, before)
    starts = report.sentences
    at = bisect_left(starts, tree.sentence.span.start, key=lambda sentence: sentence.span.start) - 1
    if at >= 0 and starts[at].parse is not None:
        last = Tree(starts[at], tree.text)
        yield from _nouns(last, len(last))


def _nouns(tree: Tree, before: int) -> Iterator[str]:
    """Yield the nouns in the plural before a token of a sentence, subjects and objects first."""
    plural = [token for token in reversed(range(before)) if tree.tag(token) == "NNS"]
    leading = [token for token in plural if tree.relation(token) in {*SUBJECTS, "dobj"}]
    yield from (tree.words[token] for token in (*leading, *plural))
