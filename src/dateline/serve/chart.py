"""Draw the figures of a story over time: a line a claimant, from the first day to the last.

    12 March  Ana Tembe (A)         ●──→  at least 40
    13 March  rescue service (B)        ●  52

Where a mark stands is a share of the width in percent, so that the chart needs no script and
no inline style, and its letters keep their size on any screen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from dateline.model import Cite, Reading, Series, Standing, Story
from dateline.serve import phrases
from dateline.serve.citing import Citing, Mark

_ROWS = 12
"""Readings of one figure that are drawn; the table has all."""
_CHARTS = 3
_RIGHT = 97.0
"""Percent of the width that the scale's end stands at: an arrow goes on from there."""
_STEEP = 200
"""Times that the highest may be the lowest before a scale counts in powers of ten."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A number of the scale, and where it stands."""

    at: str
    words: str
    anchor: str = "middle"


@dataclass(frozen=True, slots=True)
class Bar:
    """A reading: what is said, by whom and when, and where its mark stands."""

    day: str | None
    """In words; None where it is the day of the bar before."""
    who: str
    value: str
    kind: str
    """exact, about, at_least, at_most or between."""
    low: str
    high: str
    doubted: bool
    """Whether it is denied, only possible, corrected or retracted."""
    marks: tuple[Mark, ...]

    @property
    def is_range(self) -> bool:
        """Whether it is drawn as a stretch between two numbers."""
        return self.low != self.high


@dataclass(frozen=True, slots=True)
class Chart:
    """One figure over reports and days."""

    title: str
    about: str
    """What the chart shows, in words."""
    claim: str | None
    ticks: tuple[Tick, ...]
    bars: tuple[Bar, ...]
    left_out: int
    kinds: tuple[str, ...]
    """The kinds of marks that are met, for the legend."""


def lay_charts(story: Story, citing: Citing) -> tuple[Chart, ...]:
    """Return the charts of the figures that readings differ in, those of people first."""
    many = [series for series in story.brief.figures if _differs(series)]
    many.sort(key=lambda series: (series.unit != "person", -len(_told(series))))
    return tuple(_chart(series, citing) for series in many[:_CHARTS])


def _told(series: Series) -> Mapping[tuple[object, ...], list[Reading]]:
    """Return the readings in the order of days; those that say the same stand together."""
    held: dict[tuple[object, ...], list[Reading]] = {}
    for reading in sorted(series.series, key=lambda reading: (reading.published or "9999")[:10]):
        if reading.low is None and reading.high is None:
            continue
        day = (reading.published or "")[:10]
        value = (reading.low, reading.high, reading.hedge, reading.status, reading.standing)
        held.setdefault((day, *value, reading.claimed_by), []).append(reading)
    return held


def _differs(series: Series) -> bool:
    """Whether a series has two values: a chart of one says no more than the table."""
    return len({(group[0].low, group[0].high) for group in _told(series).values()}) > 1


def _chart(series: Series, citing: Citing) -> Chart:
    groups = list(_told(series).values())
    drawn = groups[:_ROWS]
    scale = Scale([bound for group in drawn for bound in _bounds(group[0])])
    bars = tuple(_bars(drawn, series.unit, scale, citing))
    title = phrases.measured(series.of_what, series.measure)
    first, last = bars[0], bars[-1]
    about = f"{len(bars)} readings, from {first.value} ({first.who}) to {last.value} ({last.who})"
    kinds = tuple(dict.fromkeys(bar.kind for bar in bars))
    ticks = scale.ticks(series.unit)
    return Chart(title, about, series.claim, ticks, bars, len(groups) - len(drawn), kinds)


def _bars(
    groups: Iterable[Sequence[Reading]], unit: str | None, scale: Scale, citing: Citing
) -> Iterator[Bar]:
    day = None
    for group in groups:
        reading = group[0]
        low, high = _bounds(reading)
        this_day = phrases.day_words(reading.published) or "no date"
        status = "" if reading.status == "ongoing" else phrases.STATUSES.get(reading.status, "")
        aside = ", ".join(filter(None, (status, phrases.STANDINGS[reading.standing.value])))
        value = phrases.how_many(reading.low, reading.high, reading.hedge, unit)
        yield Bar(
            day=None if this_day == day else this_day,
            who=reading.claimed_by or _outlets(group, citing),
            value=f"{value} ({aside})" if aside else value,
            kind=_kind(reading),
            low=scale.at(low),
            high=scale.at(high),
            doubted=bool(status) or reading.standing is not Standing.STANDS,
            marks=citing.marks(Cite(reading.report, reading.span) for reading in group),
        )
        day = this_day


def _outlets(group: Iterable[Reading], citing: Citing) -> str:
    """Return the outlets of readings that name nobody who says so."""
    names = dict.fromkeys(citing.outlets[r.report] for r in group if r.report in citing.outlets)
    return phrases.listed(list(names)) or "nobody named"


def _bounds(reading: Reading) -> tuple[float, float]:
    """Return the lowest and highest number of a reading, twice the same where one is open."""
    low = reading.low if reading.low is not None else reading.high
    high = reading.high if reading.high is not None else reading.low
    return low or 0.0, high or 0.0


def _kind(reading: Reading) -> str:
    if reading.high is None:
        return "at_least"
    if reading.low is None:
        return "at_most"
    if reading.low != reading.high:
        return "between"
    hedge = reading.hedge or "exact"
    return "about" if hedge == "estimated" else hedge


class Scale:
    """Where a number stands on the width: in even steps, or in powers of ten where it is steep."""

    def __init__(self, numbers: Sequence[float]) -> None:
        lowest = min((number for number in numbers if number > 0), default=1.0)
        highest = max(1.0, *numbers)
        self._steep = highest / lowest > _STEEP
        self._start = 10.0 ** floor(log10(lowest)) if self._steep else 0.0
        whole = all(number == int(number) for number in numbers)
        self._step = max(1.0, _even_step(highest)) if whole else _even_step(highest)
        end = (
            10.0 ** ceil(log10(highest)) if self._steep else self._step * ceil(highest / self._step)
        )
        self._end = end

    def at(self, number: float) -> str:
        """Return where a number stands, "43.5%"."""
        if self._steep:
            share = log10(max(number, self._start) / self._start) / log10(self._end / self._start)
        else:
            share = max(0.0, number) / self._end
        return f"{1 + share * (_RIGHT - 1):.4g}%"

    def ticks(self, unit: str | None) -> tuple[Tick, ...]:
        """Return the numbers that the scale is marked with."""
        if self._steep:
            powers = range(round(log10(self._start)), round(log10(self._end)) + 1)
            numbers = [10.0**power for power in powers]
            numbers = numbers[:: ceil(len(numbers) / 5)]
        else:
            numbers = [n * self._step for n in range(round(self._end / self._step) + 1)]
        told = [phrases.number_words(number) for number in numbers]
        told[-1] = phrases.with_unit(told[-1], unit)
        places = [Tick(self.at(n), words) for n, words in zip(numbers, told, strict=True)]
        first, *middle, last = places
        return (
            Tick(first.at, first.words, "start"),
            *middle,
            Tick(last.at, last.words, "end"),
        )


def _even_step(highest: float) -> float:
    """Return the step of a scale from 0 of two to five steps: 1, 2 or 5 times a power of ten."""
    rough = highest / 4
    power = 10.0 ** floor(log10(rough)) if rough > 0 else 1.0
    return next(power * n for n in (1, 2, 5, 10) if power * n >= rough)
