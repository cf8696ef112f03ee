"""Write the brief of a story: what its reports share, where they differ, who said what.

Every line is made of the reports' own words and carries its citations: "Two die as ferry
sinks off Lamu" [Coast Daily, sentence 3; Lake Post, sentence 1]. A line that its citations
don't bear out is dropped and counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.clean.prose import is_numbered
from dateline.knowledge.wording import content, covered
from dateline.model import (
    Brief,
    Cite,
    Event,
    Figure,
    Label,
    Point,
    Report,
    Standing,
    Statement,
    Value,
    Versions,
)
from dateline.weaving.brief.contrasts import contrast, telling_differences, worst
from dateline.weaving.brief.lines import (
    Line,
    borne_out,
    plain,
    report_labels,
    sentence_line,
    spoken_line,
)
from dateline.weaving.brief.series import make_series
from dateline.weaving.brief.timeline import find_entries
from dateline.weaving.claims.items import Item, label_at, label_of, sentence_cite
from dateline.weaving.claims.matching import judge
from dateline.weaving.claims.telling import Telling
from dateline.weaving.copies.versions import last_reports
from dateline.weaving.standing import fallen_sentences, find_retracted

SHARED, DIFFERS, ALONE, SAID = 8, 8, 6, 10
"""The most lines of a section (of "alone": for each report, fewer where there are many)."""

_WEIGHT = {
    "ASSAULT": 10, "COERCE": 8, "MOBILIZE": 7, "SANCTION": 7, "THREATEN": 7, "PROTEST": 7,
    "REJECT": 6, "AGREE": 6, "RETREAT": 6, "CONSULT": 5, "CONCEDE": 5, "REQUEST": 5,
    "ACCUSE": 5, "AID": 5, "COOPERATE": 5, "SUPPORT": 4,
    "killed": 10, "injured": 8, "missing": 8, "displaced": 8, "homeless": 7, "arrested": 7,
    "affected": 6, "fighters": 5, "money": 4, "present": 5,
}  # fmt: skip
LEADS = 5
"""What a claim weighs more for each report that leads with it, in title or first sentences."""
OPENING = 2
"""How many sentences of its text a report leads with."""
EACH = 3
"""The most lines of one speaker."""
_NO_PROSE = frozenset({Label.TITLE, Label.SUBHEAD})


def write_brief(
    reports: Sequence[Report], tellings: Sequence[Telling], versions: Sequence[Versions] = ()
) -> Brief:
    """Return the brief of a story from its reports and what they tell; last versions lead."""
    writer = _Writer(reports, versions)
    points = tuple(writer.points(tellings))
    return Brief(
        headline=choose_headline(_headed(last_reports(reports, versions), tellings)),
        points=points,
        timeline=find_entries(tellings),
        figures=tuple(
            make_series(t) for t in sorted(tellings, key=_rank) if t.claim.kind == "figure"
        ),
        dropped=writer.dropped,
    )


def _headed(reports: Sequence[Report], tellings: Sequence[Telling]) -> Sequence[Report]:
    """Return the reports that may give the headline: none that was taken back, if others stand."""
    gone = find_retracted(tellings)
    return [report for report in reports if report.id not in gone] or reports


def choose_headline(reports: Sequence[Report]) -> str:
    """Return the title whose words the reports' texts bear out best; the earliest of equals.

    "Situation report no. 4" tells nothing and is one only where no report has another.
    """
    bodies = [content(report.text) for report in reports]
    best, score = "", -1.0
    for report in reports:
        title = report.metadata.title
        if not title:
            continue
        stems = content(title)
        borne = sum(covered(stems, body) for body in bodies) / len(bodies)
        borne -= 0.2 * title.endswith("?") + 0.2 * (len(title) > 110) + 0.5 * is_numbered(title)
        if borne > score + 1e-9:
            best, score = plain(title), borne
    return best or next((gist for gist in map(_first_words, reports) if gist), "")


def _first_words(report: Report) -> str:
    return plain(report.sentences[0].span.of(report.text)) if report.sentences else ""


class _Writer:
    """Writes the points of one brief, so that no sentence and no claim is told twice."""

    def __init__(self, reports: Sequence[Report], versions: Sequence[Versions]) -> None:
        self.reports: Mapping[str, Report] = {report.id: report for report in reports}
        self.last = tuple(report.id for report in last_reports(reports, versions))
        self.labels = report_labels(reports, versions)
        self.told: set[Cite] = set()
        self.contrasted: set[Cite] = set()
        self.opposed: set[Value] = set()
        self.fallen = frozenset[Cite]()
        self.dropped = 0

    def points(self, tellings: Sequence[Telling]) -> Iterator[Point]:
        """Yield the lines of all sections, the weightiest of each first."""
        self.fallen = fallen_sentences(tellings)
        ranked = sorted(tellings, key=_rank)
        differs = list(self._differs([t for t in ranked if telling_differences(t)]))
        kept = {point.claim for point in differs}
        rest = [t for t in ranked if t.claim.id not in kept]
        told = [t for t in rest if t.claim.kind != "statement"]
        said = [t for t in rest if t.claim.kind == "statement"]
        yield from self._section("shared", [t for t in told if _is_shared(t)], SHARED)
        yield from differs
        self.told |= self.contrasted
        most = max(2, min(ALONE, 2 * ALONE // len(self.last)))
        for report in self.last:
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
            cites = _with_notices(line, telling)
            yield Point(line.text, cites, section, telling.claim.id, standing=telling.fate)

    def _clearest(self, telling: Telling) -> Line | None:
        """Return the best sentence that tells a claim, citing the other reports' too.

        None where one of its sentences is in the brief already: then the claim is told.
        """
        candidates = []
        if any(sentence_cite(item) in self.told for item in telling.items):
            return None
        for item in telling.standing:
            line = _line(item)
            if line is None or label_of(item) in _NO_PROSE:
                continue
            if telling.fate is Standing.STANDS and self.fallen.intersection(line.cites):
                continue  # The sentence tells something else that no longer stands.
            if borne_out(line, self.reports, self.labels.values()):
                candidates.append((_awkward(line, item, telling), item.key, line))
            else:
                self.dropped += 1
        if not candidates:
            return None
        best = min(candidates)[2]
        others = tuple(c for c in map(sentence_cite, telling.standing) if c not in best.cites)
        self.told.update(best.cites, map(sentence_cite, telling.items))
        return Line(best.text, best.cites + tuple(dict.fromkeys(others)))

    def _differs(self, tellings: Sequence[Telling]) -> Iterator[Point]:
        for telling in tellings[:DIFFERS]:
            line = contrast(telling, self.labels)
            sides = {v for d in telling_differences(telling) for v in d.values}
            if self.opposed.issuperset(sides):
                continue  # the other side's claim has told of it
            if borne_out(line, self.reports, self.labels.values()):
                self.contrasted.update(line.cites)
                self.opposed |= sides
                if telling.claim.kind == "statement":
                    # What somebody said is told by then; a sentence with a number tells more.
                    self.told.update(map(sentence_cite, telling.items))
                relation = worst(telling_differences(telling))
                cites = _with_notices(line, telling)
                yield Point(line.text, cites, "differs", telling.claim.id, relation, telling.fate)
            else:
                self.dropped += 1


def _is_shared(telling: Telling) -> bool:
    """Whether several reports tell a claim, in more than headlines of all but one.

    A headline's few words can't say that its report tells the same, nor that it doesn't.
    """
    told = {item.source for item in telling.items if label_of(item) is not Label.TITLE}
    return len(told or telling.reports) > 1


def _with_notices(line: Line, telling: Telling) -> tuple[Cite, ...]:
    """Return what a line cites, and the notices that touch its claim."""
    noted = (notice.cite for notice in telling.claim.notices)
    return tuple(dict.fromkeys((*line.cites, *noted)))


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


def _rank(telling: Telling) -> tuple[bool, float, int, str]:
    """Return what claims are ordered by: those that stand, reports, weight with leads, place."""
    told = telling.standing
    weight = max(map(_weight, told))
    weight += LEADS * min(2, len({item.report.id for item in told if _leads(item)}))
    place = min(item.record.span.start for item in told)
    fallen = telling.fate is not Standing.STANDS
    return (fallen, -len(telling.reports), -weight + place // 400, telling.claim.id)


def _leads(item: Item) -> bool:
    """Whether a report opens with what an item tells."""
    if label_of(item) is Label.TITLE:
        return True
    told = [s.span for s in item.report.sentences if s.span.start <= item.record.span.start]
    prose = [span for span in told if label_at(item.report, span.start) not in _NO_PROSE]
    return len(prose) <= OPENING


def _weight(item: Item) -> int:
    match item.record:
        case Event() as event:
            return _WEIGHT.get(event.code, 4) - 5 * event.background
        case Figure() as figure:
            return _WEIGHT.get(figure.measure, 2)
        case Statement() as statement:
            return 6 if statement.mode == "direct" else 4
