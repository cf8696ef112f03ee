"""Lay out a story for people, before any face draws it: sections, lines, tables, citations.

A line "A flood in Beira killed people [A2, B1]" is a `Line` with two `Mark`s; terminal,
Markdown and web page draw the same sheet, so that all three say the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import groupby

from dateline.model import Because, Brief, Cite, Claim, Point, Reading, Report, Span, Story
from dateline.serve import phrases
from dateline.serve.citing import Citing, Mark
from dateline.serve.legend import Source, last_version, make_source


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the brief."""

    text: str
    marks: tuple[Mark, ...]
    note: str | None = None
    claim: str | None = None
    """The claim that it tells."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its lines."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A figure as one report has it."""

    what: str
    how_many: str
    who: str | None
    marks: tuple[Mark, ...]
    minor: bool = False
    """Whether that report alone has it and it counts nobody."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A line of the timeline."""

    when: str
    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A story ready to be drawn."""

    headline: str
    dates: str | None
    origins: str
    sources: tuple[Source, ...]
    sections: tuple[Section, ...]
    figures: tuple[Row, ...]
    said: tuple[Line, ...]
    timeline: tuple[tuple[str, tuple[Moment, ...]], ...]
    """(heading, moments): past, going on, scheduled."""


_PEOPLE = frozenset({"killed", "injured", "missing", "displaced", "homeless", "arrested"})
_TENSES = {"past": "Past", "ongoing": "Going on", "scheduled": "Scheduled"}


def lay_out(story: Story) -> Sheet:
    """Return the sheet of a story."""
    citing = Citing(story.reports)
    brief = story.brief
    return Sheet(
        headline=brief.headline or story.headline,
        dates=phrases.days_words(story.first, story.last or story.first) if story.first else None,
        origins=_origins(story, citing),
        sources=tuple(make_source(report, story, citing) for report in story.reports),
        sections=tuple(_sections(story, citing)),
        figures=tuple(_figures(brief, citing)),
        said=_lines((p for p in brief.points if p.section == "said"), story, citing),
        timeline=_timeline(story, citing),
    )


def _origins(story: Story, citing: Citing) -> str:
    """Return "2 reports, 2 outlets, 1–2 origins: both credit AP and AFP"."""
    many = phrases.origins_words(story.origins.least, story.origins.most)
    last = dict.fromkeys(last_version(report.id, story) for report in story.reports)
    outlets = len({citing.outlets[id] for id in last})
    count, texts = len(last), len(story.reports)
    told = phrases.counted(count, "report") + (f" in {texts} versions" if texts > count else "")
    head = f"{told}, {phrases.counted(outlets, 'outlet')}, {many}"
    reasons = _reasons(story.origins.because, citing)
    return f"{head}: {'; '.join(reasons)}" if reasons else head


def _reasons(becauses: Iterable[Because], citing: Citing) -> list[str]:
    """Return what ties reports together, each tie once: "A, B and D credit AP".

    Many of one kind are counted: "eleven groups of reports print one text".
    """
    ties: list[tuple[str, set[str]]] = []
    for because in becauses:
        template, bound = _reason(because, citing), set(because.reports)
        met = [tie for tie in ties if tie[0] == template and tie[1] & bound]
        ties = [tie for tie in ties if tie not in met]
        ties.append((template, bound.union(*(reports for _, reports in met))))
    kinds = Counter(template for template, _ in ties)
    many = [template for template, count in kinds.items() if count > FEW and template in _JOINED]
    told = [
        template.format(_some(bound, citing)) for template, bound in ties if template not in many
    ]
    groups = (f"{phrases.count_word(kinds[template])} groups of reports" for template in many)
    return [*(t.format(who) for t, who in zip(many, groups, strict=True)), *told]


def reason_words(because: Because, citing: Citing) -> str:
    """Return why reports can't be counted as separate origins."""
    return _reason(because, citing).format(_who(because.reports, citing))


_REASONS = {
    "version": "{} are versions of one report",
    "retracted": "{} was retracted",
    "copy": "{} print one text",
    "shared-sentence": "{} share sentences word for word",
    "same-source": "{} rest on the same source",
    "commentary": "{} only comments on what others report",
    "denial": "{} only tells that somebody denies it",
    "own-reporting": "a reporter saw it for {}",
}
_JOINED = {_REASONS[reason] for reason in ("version", "copy", "shared-sentence", "same-source")}
FEW = 3
"""Ties of one kind up to which each is told with its reports."""
SOME = 6
"""Reports up to which each is named by its letter."""


def _reason(because: Because, citing: Citing) -> str:
    """Return a reason with a place for the reports that it holds for."""
    if because.reason in _REASONS:
        return _REASONS[because.reason]
    reports = [citing.reports[id] for id in because.reports if id in citing.reports]
    wires = [[c.agency for c in report.credits if c.kind == "wire"] for report in reports]
    common = [agency for agency in dict.fromkeys(next(iter(wires), [])) if _in_all(agency, wires)]
    agencies = phrases.listed(common) or "the same agencies"
    return "{} credit " + agencies.replace("{", "{{").replace("}", "}}")


def _in_all(agency: str, wires: Iterable[Sequence[str]]) -> bool:
    return all(agency in listed for listed in wires)


def _some(reports: AbstractSet[str], citing: Citing) -> str:
    """Return who they are, or how many where that are many: all stand in the legend."""
    if SOME < len(reports) < len(citing.reports):
        return phrases.counted(len(reports), "report")
    return _who([id for id in citing.reports if id in reports], citing)


def _who(reports: Sequence[str], citing: Citing) -> str:
    """Return "both", "all three" or "A and C"."""
    if set(reports) != set(citing.reports):
        letters = [own for id, own in citing.letters.items() if id in reports]
        return phrases.listed(letters)
    return "both" if len(reports) == 2 else f"all {phrases.count_word(len(reports))}"


def _lines(points: Iterable[Point], story: Story, citing: Citing) -> tuple[Line, ...]:
    claims = {claim.id: claim for claim in story.claims}
    return tuple(
        Line(p.text, citing.marks(p.cites), _note(p, claims.get(p.claim or ""), citing), p.claim)
        for p in points
    )


def _note(point: Point, claim: Claim | None, citing: Citing) -> str | None:
    """Return how a line's values relate, and what has become of what it tells."""
    told = [phrases.RELATIONS.get(point.relation or ""), phrases.STANDINGS[point.standing.value]]
    for kind in ("correction", "retraction") if claim else ():
        held = {noted.cite.report for noted in claim.notices if noted.kind == kind} if claim else ()
        if letters := [own for id, own in citing.letters.items() if id in held]:
            told.append(f"{kind} in {phrases.listed(letters)}")
    return "; ".join(filter(None, told)) or None


def _sections(story: Story, citing: Citing) -> Iterator[Section]:
    """Yield the sections of points that aren't empty."""
    last = [report for report in story.reports if last_version(report.id, story) == report.id]
    points, count = story.brief.points, len(last)
    shared = "What both report" if count == 2 else "What several report"
    for name, title in (("shared", shared), ("differs", "Where they differ")):
        if lines := _lines((p for p in points if p.section == name), story, citing):
            yield Section(title, lines)
    alone = [point for point in points if point.section == "alone"]
    names = [citing.outlets[report.id] for report in last]
    for report in last:
        outlet = citing.outlets[report.id]
        name = f"{outlet} ({citing.letters[report.id]})" if names.count(outlet) > 1 else outlet
        title = f"Only {name} reports" if count > 1 else "What it reports"
        own = [p for p in alone if last_version(_first(p), story) == report.id]
        if lines := _lines(own, story, citing):
            yield Section(title, lines)


def _first(point: Point) -> str:
    return next((cite.report for cite in point.cites), "")


def _figures(brief: Brief, citing: Citing) -> Iterator[Row]:
    """Yield the figures; those of one thing stand together, those that are alike are one row."""
    cites: dict[tuple[str, str, str | None], list[Cite]] = {}
    major = set[str]()
    for series in brief.figures:
        what = phrases.measured(series.of_what, series.measure)
        if series.measure in _PEOPLE or len({reading.report for reading in series.series}) > 1:
            major.add(what)
        for reading in series.series:
            key = (what, _how_many(reading, series.unit, citing), reading.claimed_by)
            cites.setdefault(key, []).append(Cite(reading.report, reading.span))
    order = list(dict.fromkeys(what for what, _, _ in cites))
    for what, many, who in sorted(cites, key=lambda key: order.index(key[0])):
        yield Row(what, many, who, citing.marks(cites[what, many, who]), what not in major)


def _how_many(reading: Reading, unit: str | None, citing: Citing) -> str:
    """Return how many in words: "hundreds of thousands" as the report has it."""
    many = phrases.how_many(reading.low, reading.high, reading.hedge, unit)
    if reading.low != reading.high and reading.report in citing.reports:
        many = _vague(citing.reports[reading.report], reading.span) or many
    told = reading.status in {"happened", "ongoing"}  # both are how things are
    status = "" if told else phrases.STATUSES.get(reading.status, "")
    aside = ", ".join(filter(None, (status, phrases.STANDINGS[reading.standing.value])))
    return f"{many} ({aside})" if aside else many


def _vague(report: Report, span: Span) -> str | None:
    """Return a number of the span that is written without digits and means a range."""
    for number in report.numbers:
        inside = span.start <= number.span.start and number.span.end <= span.end
        words = number.span.of(report.text)
        if inside and number.low != number.high and words.replace(" ", "").isalpha():
            return words.lower()
    return None


def _timeline(story: Story, citing: Citing) -> tuple[tuple[str, tuple[Moment, ...]], ...]:
    """Return the timeline's moments under a heading a tense."""
    order = list(_TENSES)
    entries = sorted(story.brief.timeline, key=lambda entry: order.index(entry.tense))
    return tuple(
        (
            _TENSES[tense],
            tuple(
                Moment(phrases.days_words(e.start, e.end, e.grain), e.text, citing.marks(e.cites))
                for e in held
            ),
        )
        for tense, held in groupby(entries, key=lambda entry: entry.tense)
    )
