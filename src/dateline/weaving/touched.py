"""Find the claims that notices of correction and retraction touch.

"An earlier version of this article said 14 people had died; it was 12" touches the count of
the dead, and takes the 14 back; "The Post retracted its report that the mayor had been warned"
touches that warning, wherever the Post, or who prints its text, tells of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.identity import record_ids
from dateline.knowledge.vocabulary import words as word_lists
from dateline.knowledge.wording import content, covered, stem, words
from dateline.model import (
    Cite,
    Difference,
    Figure,
    Kind,
    Label,
    Noted,
    Notice,
    Report,
    Span,
    Value,
)
from dateline.text.number_shapes import AMOUNT, read_amount
from dateline.weaving.claims.actors import Party
from dateline.weaving.claims.items import Item, label_of, sentence_of
from dateline.weaving.claims.telling import Telling
from dateline.weaving.claims.tolls import leads
from dateline.weaving.origins.counting import Ties
from dateline.weaving.origins.observing import means_outlet
from dateline.weaving.origins.witnesses import names_medium, wire_credits

ALIKE = 0.5
"""The share of a notice's words that a sentence must have to be what the notice speaks of."""
# "The agency", "the newspaper": whose report it is that is taken back, its page must say.
_ANY_MEDIUM = frozenset(word_lists("notices")["words"]["medium"])
_OF_PEOPLE = ("killed", "injured", "missing", "displaced", "homeless", "arrested")


@dataclass(frozen=True, slots=True)
class Touch:
    """A notice that touches a claim."""

    noted: Noted
    fallen: frozenset[tuple[str, str]] = frozenset()
    """The keys of the claim's items that it takes back."""
    difference: Difference | None = None
    """The number that it names, and what it puts in its place."""


Touches = Mapping[str, tuple[Touch, ...]]


def find_touches(tellings: Sequence[Telling], ties: Ties) -> Touches:
    """Return, by claim, the notices of its story's reports that touch it."""
    found: dict[str, list[Touch]] = {}
    for report in ties.reports.values():
        ids = record_ids("notices", report.notices)
        for notice, id in zip(report.notices, ids, strict=True):
            noted = Noted(Cite(report.id, notice.span), id, notice.kind)
            for telling, touch in _touched(_Reading(report, notice, noted, ties), tellings):
                found.setdefault(telling.claim.id, []).append(touch)
    return {claim: tuple(touches) for claim, touches in found.items()}


def find_mendings(touches: Sequence[Touch], known: Sequence[Difference]) -> tuple[Difference, ...]:
    """Return the numbers that notices mend, unless two versions show that they were mended."""
    shown = {d.values[0].report for d in known if (d.on, d.relation) == ("number", "updated")}
    return tuple(
        touch.difference
        for touch in touches
        if touch.difference is not None and not shown & {report for report, _ in touch.fallen}
    )


@dataclass(frozen=True, slots=True)
class _Reading:
    """A notice in its report, with what its story's reports share."""

    report: Report
    notice: Notice
    noted: Noted
    ties: Ties

    def words(self, span: Span | None) -> str:
        """Return the characters of a part of the notice, none where it has no such part."""
        return "" if span is None else span.of(self.report.text)

    @property
    def whole(self) -> bool:
        """Whether it takes a whole report back."""
        return self.notice.kind == "retraction" and self.notice.wrong is None

    def own(self) -> frozenset[str]:
        """Return the ids of the versions of the report that prints the notice."""
        groups = (v.reports for v in self.ties.versions if self.report.id in v.reports)
        return frozenset(next(groups, (self.report.id,)))

    def medium(self) -> str | None:
        """Return the name of the outlet or agency whose report the notice speaks of."""
        whose = self.notice.whose
        if whose is not None and words(whose.name)[-1] not in _ANY_MEDIUM:
            return whose.name.removeprefix("The ").removeprefix("the ")
        wires = {credit.agency for credit in wire_credits(self.report)}
        if whose is not None and len(wires) == 1:
            return wires.pop()
        return self.report.metadata.outlet

    def reach(self) -> frozenset[str]:
        """Return the ids of the reports that the notice can speak of.

        A whole report that is taken back is the one that says so, and its copies by the same
        outlet or agency; a matter that is taken back is so in all that this medium put out.
        """
        medium, own = self.medium(), self.own()
        named = Party(medium or "", Kind.ORGANISATION, None, None)
        reports = self.ties.reports.items()
        theirs = frozenset(id for id, report in reports if medium and names_medium(named, report))
        if self.notice.whose is not None and medium and not own & theirs:
            return theirs
        copies = {id for group in self.ties.copies if own & set(group) for id in group}
        return own | (theirs & copies if self.whole else theirs)


def _touched(reading: _Reading, tellings: Sequence[Telling]) -> Iterator[tuple[Telling, Touch]]:
    """Yield the claims that a notice touches."""
    reach = reading.reach()
    near = [telling for telling in tellings if any(i.report.id in reach for i in telling.items)]
    if reading.whole:
        for telling in near:
            keys = frozenset(item.key for item in telling.items if item.report.id in reach)
            yield telling, Touch(reading.noted, keys)
        return
    numbers = [
        _amount(reading.words(span)) for span in (reading.notice.wrong, reading.notice.right)
    ]
    if any(number is not None for number in numbers):
        yield from _recounted(reading, near, numbers[0], numbers[1])
    elif reading.notice.wrong is None:
        yield from _named(reading, near)
    else:
        yield from _reworded(reading, tellings)


def _amount(said: str) -> float | None:
    """Return the number that is all of a text."""
    found = AMOUNT.fullmatch(said)
    amount = read_amount(found) if found else None
    return amount.low if amount else None


# ---------------------------------------------------------------------------------- figures


def _counts(telling: Telling, reports: frozenset[str]) -> list[tuple[Item, Figure]]:
    """Return the counts of a claim that these reports give."""
    told = [item for item in telling.items if item.report.id in reports]
    return [(item, item.record) for item in told if isinstance(item.record, Figure)]


def _recounted(
    reading: _Reading, near: Sequence[Telling], wrong: float | None, right: float | None
) -> Iterator[tuple[Telling, Touch]]:
    """Yield the count that a notice mends: it has one of the numbers, and the notice's words."""
    found = []
    for telling in near:
        counts = [c for c in _counts(telling, reading.reach()) if c[1].low in {wrong, right}]
        fit = max((_fit(reading, item, figure) for item, figure in counts), default=-1.0)
        found.append((fit, telling, counts))
    best = max((fit for fit, _, _ in found), default=-1.0)
    for fit, telling, counts in found:
        if fit == best >= 0:
            fallen = frozenset(item.key for item, figure in counts if figure.low == wrong)
            yield telling, Touch(reading.noted, fallen, _mended(reading, counts, right))


def _fit(reading: _Reading, item: Item, figure: Figure) -> float:
    """Return how well a notice's words fit a count; below 0 where they name another measure."""
    said = reading.words(reading.notice.span)
    measures = _measures(said)
    if measures and figure.measure not in measures:
        return -1.0
    return round(covered(content(said), _sentence(item)), 6)


def _measures(text: str) -> frozenset[str]:
    """Return the measures that words of a text name: "the number of dead" is of the killed."""
    said = {stem(word) for word in words(text)}
    lists = word_lists("measures")
    return frozenset(
        measure
        for measure in _OF_PEOPLE
        for key in ("nouns", "adjectives")
        if said & set(map(stem, lists[measure][key]))
    )


def _mended(
    reading: _Reading, counts: Sequence[tuple[Item, Figure]], right: float | None
) -> Difference | None:
    """Return the number that was wrong and the one in its place, where the notice names both."""
    wrong_span, right_span = reading.notice.wrong, reading.notice.right
    if wrong_span is None or right_span is None:
        return None
    held = [(i, f) for i, f in counts if i.report.id == reading.report.id and f.low == right]
    held.sort(key=lambda count: (label_of(count[0]) is Label.TITLE, count[1].span))
    own = (figure.span for _, figure in held)
    values = tuple(
        Value(reading.report.id, span, " ".join(reading.words(span).split()))
        for span in (wrong_span, next(own, right_span))
    )
    return Difference("number", "updated", values)


def _named(reading: _Reading, near: Sequence[Telling]) -> Iterator[tuple[Telling, Touch]]:
    """Yield the counts that a notice names by what they measure: "CORRECTS number of dead"."""
    measures = _measures(reading.words(reading.notice.span))
    for telling in near:
        counts = _counts(telling, reading.own())
        if not any(figure.measure in measures and leads(item) for item, figure in counts):
            continue
        last = {figure.low for item, figure in counts if item.last is None}
        earlier = {item.key: figure.low for item, figure in counts if item.last is not None}
        fallen = frozenset(key for key, low in earlier.items() if last and low not in last)
        yield telling, Touch(reading.noted, fallen)


# ------------------------------------------------------------------------------------ words


def _reworded(reading: _Reading, tellings: Sequence[Telling]) -> Iterator[tuple[Telling, Touch]]:
    """Yield what a notice takes back in words, and what it puts in its place."""
    wrong, right = (
        content(reading.words(span)) for span in (reading.notice.wrong, reading.notice.right)
    )
    for telling in tellings:
        told = [(item, _own_words(item)) for item in telling.items if _speaks(reading, item)]
        alike = [(item, said) for item, said in told if covered(wrong | right, said) >= ALIKE]
        fallen = frozenset(
            item.key
            for item, said in alike
            if said & (wrong - right) and item.report.id != reading.report.id
        )
        mended = any(
            said & (right - wrong) and item.report.id == reading.report.id for item, said in alike
        )
        if fallen or mended:
            yield telling, Touch(reading.noted, fallen)


def _speaks(reading: _Reading, item: Item) -> bool:
    """Whether an item is of what a notice can speak of, or told on the word of its medium."""
    if item.report.id in reading.reach():
        return True
    medium = reading.medium()
    return medium is not None and any(means_outlet(p.name, medium) for p in item.claimants)


def _own_words(item: Item) -> frozenset[str]:
    """Return the stems of what an item tells: its clause, what is said, a number's sentence."""
    if isinstance(item.record, Figure):
        return _sentence(item)
    return content(item.record.span.of(item.report.text))


def _sentence(item: Item) -> frozenset[str]:
    return content(sentence_of(item).of(item.report.text))
