"""Write the brief of a story: what its reports share, where they differ, who said what.

Every line is made of the reports' own words and carries its citations: "Two die as ferry
sinks off Lamu" [Coast Daily, sentence 3; Lake Post, sentence 1]. A line that its citations
don't bear out is dropped and counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.model import (
    Brief,
    Cite,
    Difference,
    Event,
    Figure,
    Label,
    Point,
    Reading,
    Report,
    Series,
    Statement,
)
from dateline.weaving.claims import Telling
from dateline.weaving.items import Item, label_of, sentence_at
from dateline.weaving.lines import (
    Line,
    borne_out,
    close,
    name_of,
    plain,
    report_labels,
    sentence_line,
    spoken_line,
)
from dateline.weaving.matching import judge
from dateline.weaving.same_event import DONE_SOMEWHERE
from dateline.weaving.timeline import find_entries
from dateline.wording import content, covered

SHARED, DIFFERS, ALONE, SAID = 8, 8, 6, 10
"""The most lines of a section (of "alone": for each report, fewer where there are many)."""

_WEIGHT = {
    "ASSAULT": 10, "COERCE": 8, "MOBILIZE": 7, "SANCTION": 7, "THREATEN": 7, "PROTEST": 7,
    "REJECT": 6, "AGREE": 6, "RETREAT": 6, "CONSULT": 5, "CONCEDE": 5, "REQUEST": 5,
    "ACCUSE": 5, "AID": 5, "COOPERATE": 5, "SUPPORT": 4,
    "killed": 10, "injured": 8, "missing": 8, "displaced": 8, "homeless": 7, "arrested": 7,
    "affected": 6, "fighters": 5, "money": 4, "present": 5,
}  # fmt: skip
HEADLINE = 6
"""What a claim weighs more if a title makes it."""
EACH = 3
"""The most lines of one speaker."""
_ASIDE = {"number": "how many", "day": "when", "place": "where", "status": "whether it happened"}
_ASIDE |= {"wording": "in two renderings"}
_NO_PROSE = frozenset({Label.TITLE, Label.SUBHEAD})
_VERDICT = {
    "agree": "the number is the same",
    "updated": "the later report has the newer number",
    "conflict": "they cannot both be right",
}


def write_brief(reports: Sequence[Report], tellings: Sequence[Telling]) -> Brief:
    """Return the brief of a story from its reports and what they tell."""
    writer = _Writer(reports)
    points = tuple(writer.points(tellings))
    return Brief(
        headline=choose_headline(reports),
        points=points,
        timeline=find_entries(tellings),
        figures=tuple(_series(t) for t in tellings if t.claim.kind == "figure"),
        dropped=writer.dropped,
    )


def choose_headline(reports: Sequence[Report]) -> str:
    """Return the title whose words the reports' texts bear out best; the earliest of equals."""
    bodies = [content(report.text) for report in reports]
    best, score = "", -1.0
    for report in reports:
        title = report.metadata.title
        if not title:
            continue
        stems = content(title)
        borne = sum(covered(stems, body) for body in bodies) / len(bodies)
        borne -= 0.2 * title.endswith("?") + 0.2 * (len(title) > 110)
        if borne > score + 1e-9:
            best, score = plain(title), borne
    return best or next((gist for gist in map(_first_words, reports) if gist), "")


def _first_words(report: Report) -> str:
    return plain(report.sentences[0].span.of(report.text)) if report.sentences else ""


class _Writer:
    """Writes the points of one brief, so that no sentence and no claim is told twice."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self.reports: Mapping[str, Report] = {report.id: report for report in reports}
        self.labels = report_labels(reports)
        self.told: set[Cite] = set()
        self.contrasted: set[Cite] = set()
        self.dropped = 0

    def points(self, tellings: Sequence[Telling]) -> Iterator[Point]:
        """Yield the lines of all sections, the weightiest of each first."""
        ranked = sorted(tellings, key=_rank)
        differs = list(self._differs([t for t in ranked if telling_differences(t)]))
        kept = {point.claim for point in differs}
        rest = [t for t in ranked if t.claim.id not in kept]
        told = [t for t in rest if t.claim.kind != "statement"]
        said = [t for t in rest if t.claim.kind == "statement"]
        yield from self._section("shared", [t for t in told if len(t.reports) > 1], SHARED)
        yield from differs
        self.told |= self.contrasted
        most = max(2, min(ALONE, 2 * ALONE // len(self.reports)))
        for report in self.reports:
            yield from self._section("alone", [t for t in told if t.reports == (report,)], most)
        yield from self._section("said", _few_each(said), SAID)

    def _section(self, section: str, tellings: Iterable[Telling], most: int) -> Iterator[Point]:
        for telling in tellings:
            if most == 0:
                return
            line = self._clearest(telling)
            if line is None:
                continue
            most -= 1
            yield Point(line.text, line.cites, section, telling.claim.id)

    def _clearest(self, telling: Telling) -> Line | None:
        """Return the best sentence that tells a claim, citing the other reports' too.

        None where one of its sentences is in the brief already: then the claim is told.
        """
        candidates = []
        for item in telling.items:
            if self._sentence(item) in self.told:
                return None
            line = _line(item)
            if line is None or label_of(item) in _NO_PROSE:
                continue
            if borne_out(line, self.reports, self.labels.values()):
                candidates.append((_awkward(line, item, telling), item.key, line))
            else:
                self.dropped += 1
        if not candidates:
            return None
        best = min(candidates)[2]
        others = tuple(c for c in map(self._sentence, telling.items) if c not in best.cites)
        self.told.update(best.cites, others)
        return Line(best.text, best.cites + tuple(dict.fromkeys(others)))

    def _sentence(self, item: Item) -> Cite:
        span = sentence_at(item.report, item.record.span)
        return Cite(item.report.id, span or item.record.span)

    def _differs(self, tellings: Sequence[Telling]) -> Iterator[Point]:
        for telling in tellings[:DIFFERS]:
            differences = telling_differences(telling)
            line = self._contrast(telling, differences)
            if borne_out(line, self.reports, self.labels.values()):
                self.contrasted.update(line.cites)
                yield Point(line.text, line.cites, "differs", telling.claim.id, _worst(differences))
            else:
                self.dropped += 1

    def _contrast(self, telling: Telling, differences: Sequence[Difference]) -> Line:
        cites = dict.fromkeys(map(self._sentence, telling.items))
        parts = []
        for on in dict.fromkeys(difference.on for difference in differences):
            same = [difference for difference in differences if difference.on == on]
            values = (value for difference in same for value in difference.values)
            sides = dict.fromkeys((v.report, v.value.strip(" ,.")) for v in values)
            told = ", ".join(f"“{value}” ({self.labels[report]})" for report, value in sides)
            verdict = _VERDICT.get(_worst(same)) if on == "number" else None
            parts.append(f"{_ASIDE[on]}: {told}" + (f" – {verdict}" if verdict else ""))
        opening, mention = _opening(telling)
        body = "; ".join(parts) if opening else "; ".join(parts)[:1].upper() + "; ".join(parts)[1:]
        return Line(close(f"{opening}{body}"), (*cites, *mention))


def _opening(telling: Telling) -> tuple[str, tuple[Cite, ...]]:
    """Return what a contrast begins with: who speaks, or what happens; nothing for figures."""
    if telling.claim.kind == "event":
        return telling.claim.gist[:1].upper() + telling.claim.gist[1:] + " – ", ()
    if telling.claim.kind == "statement":
        for item in telling.items:
            if isinstance(item.record, Statement):
                mention = name_of(item.report, item.record.speakers[0])
                if mention is not None:
                    name = plain(mention.of(item.report.text))
                    return f"{name}, ", (Cite(item.report.id, mention),)
    return "", ()


def telling_differences(telling: Telling) -> tuple[Difference, ...]:
    """Return the differences of a claim that a reader should be told of.

    An equal number with another hedge is none; what it counts may be ("people", "children").
    Where an act takes place matters of acts that are done somewhere: nobody asks where a
    country was warned.
    """
    figures = {f.head for f in (item.record for item in telling.items) if isinstance(f, Figure)}
    acts = {e.code for e in (item.record for item in telling.items) if isinstance(e, Event)}
    return tuple(
        difference
        for difference in telling.claim.differences
        if difference.on in _ASIDE
        and (difference.on != "number" or difference.relation != "agree" or len(figures) > 1)
        and (difference.on != "place" or acts & DONE_SOMEWHERE)
    )


def _worst(differences: Sequence[Difference]) -> str:
    order = ("conflict", "updated", "translation", "finer", "agree")
    return min((d.relation for d in differences), key=order.index)


def _few_each(tellings: Sequence[Telling]) -> Iterator[Telling]:
    """Yield statements, a few of each speaker, so that one doesn't fill the page."""
    heard: dict[str, int] = {}
    for telling in tellings:
        speaker = telling.items[0].doers[0].name if telling.items[0].doers else ""
        heard[speaker] = heard.get(speaker, 0) + 1
        if heard[speaker] <= EACH:
            yield telling


def _line(item: Item) -> Line | None:
    match item.record:
        case Statement() as statement:
            return spoken_line(item.report, statement)
        case Event() as event:
            return sentence_line(item.report, event.trigger)
        case Figure() as figure:
            return sentence_line(item.report, figure.span)


def _awkward(line: Line, item: Item, telling: Telling) -> float:
    """Return how far a line is from the one to print.

    It tells what the other reports tell too, is of middle length and carries its own names.
    """
    near = [judge(item, o) for o in telling.items if o.report.id != item.report.id]
    return abs(len(line.text) - 140) + 60 * (len(line.cites) > 1) - 200 * max(near, default=0)


def _rank(telling: Telling) -> tuple[float, int, str]:
    """Return what claims are ordered by: reports, weight, place in the first report."""
    weight = max(map(_weight, telling.items))
    weight += HEADLINE * any(label_of(item) is Label.TITLE for item in telling.items)
    place = min(item.record.span.start for item in telling.items)
    return (-len(telling.reports), -weight + place // 400, telling.claim.id)


def _weight(item: Item) -> int:
    match item.record:
        case Event() as event:
            return _WEIGHT.get(event.code, 4) - 5 * event.background
        case Figure() as figure:
            return _WEIGHT.get(figure.measure, 2)
        case Statement() as statement:
            return 6 if statement.mode == "direct" else 4


def _series(telling: Telling) -> Series:
    readings = []
    figures = [(i.report, i.record) for i in telling.items if isinstance(i.record, Figure)]
    for report, figure in figures:
        claimed = figure.claimed_by.name if figure.claimed_by else None
        readings.append(
            Reading(
                report.id,
                figure.span,
                report.metadata.published,
                figure.low,
                figure.high,
                figure.hedge,
                claimed,
                figure.status.value,
            )
        )
    first = figures[0][1]
    what = max((f.of_what or f.head or "" for _, f in figures), key=lambda text: (len(text), text))
    ordered = tuple(sorted(readings, key=lambda r: (r.published or "", r.report, r.span)))
    return Series(first.measure, what, first.unit, ordered, telling.claim.id)
