"""A woven story for the tests of datasets: two outlets on a depot that is hit by drones.

Its texts hold what breaks careless writers: markup, a formula, tabs, astral letters, a script
for an address, a sentence of far more than 25 words, and acts of every status.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from dateline.corrections import Action, Correction, Signed
from dateline.export.formats import FORMATS, Folder
from dateline.export.shape import Level, Shape
from dateline.export.story_shape import RunObject
from dateline.model import Place, Report, Story
from dateline.review.targets import target_of
from dateline.weaving.weave import weave_story
from tests.weaving.reports import (
    at,
    make_report,
    with_credit,
    with_day,
    with_event,
    with_figure,
    with_statement,
)

RUN: RunObject = {
    "id": "00c0ffee00c0ffee",
    "codebook": "plover@1",
    "models": {"encoder": None, "parser": None},
    "packages": {},
}
LONG = (
    "We shall never, on any day and under any sky, forget the twelve who stood at the gate of the"
    " depot that night, nor those who waited for them at home, nor those who will ask us why"
)
"""38 words."""
COURIER = (
    "=1+1 Latvia hits depot <b>near</b> Valga",
    "Latvia struck a depot of Estonia in Valga on Monday\twith drones 🛩️, Estonia said. At least 12 soldiers were killed.",
    "Estonia and Latvia will meet in Riga on 15 March. Latvia should release the crew, Arvo Lind demanded.",
    f'"{LONG}," Arvo Lind said.',
    "Latvia denied that its guards had crossed the border. Estonia closed the road in 2019.",
    "With reporting by Delta Wire",
)
HERALD = (
    "Drones of Latvia destroy depot in Valga </script><script>alert(1)</script>",
    "Latvia struck a depot of Estonia in Valga on Monday, Marta Ozola told reporters; 14 soldiers were killed.",
    "Estonia and Latvia will meet in Riga on 15 March.",
)


def shape(level: Level = Level.MENTION, *, text: bool = True) -> Shape:
    """Return what a format is asked for."""
    return Shape(RUN, level, text)


def courier() -> Report:
    """Return the first report: acts of every status."""
    known = {"outlet": "Courier & Sons", "published": "2031-03-12", "language": "en"}
    url = "https://courier.example/depot?page=1&from=feed"
    report = make_report("aaaa000000000001", *COURIER, url=url, **known)
    report = with_day(report, "on Monday", "2031-03-10")
    report = with_day(report, "15 March", "2031-03-15")
    report = with_day(report, "in 2019", "2019-01-01", "2019-12-31")
    report = on_map(report, "Valga", "EST", (57.78, 26.05), nth=1)
    report = on_map(report, "Riga", "LVA", (56.95, 24.11))
    report = struck(report)
    report = with_event(
        report,
        "Estonia and Latvia will meet in Riga on 15 March",
        "meet",
        "CONSULT",
        status="planned",
        by=["Estonia", "Latvia"],
        when="15 March",
        place="Riga",
    )
    report = with_event(
        report,
        "Latvia should release the crew",
        "release",
        "RETREAT",
        status="called_for",
        by=["Latvia"],
    )
    report = with_event(
        report,
        "its guards had crossed the border",
        "crossed",
        "MOBILIZE",
        status="denied",
        by=["Latvia"],
    )
    report = with_event(
        report,
        "Estonia closed the road in 2019",
        "closed",
        "COERCE",
        by=["Estonia"],
        when="in 2019",
    )
    report = with_figure(report, "At least 12 soldiers", 12, "killed", hedge="at_least", high=None)
    return with_credit(with_statement(report, LONG, "Arvo Lind"), "Delta Wire")


def herald() -> Report:
    """Return the second report, whose address is a script."""
    report = make_report(
        "bbbb000000000002",
        *HERALD,
        outlet="Harbour Herald",
        published="2031-03-13T06:00:00+02:00",
        language="en",
        url="javascript:alert(1)",
    )
    report = with_day(report, "on Monday", "2031-03-10")
    report = with_day(report, "15 March", "2031-03-15")
    report = on_map(report, "Valga", "EST", (57.78, 26.05), nth=1)
    report = struck(report)
    report = with_event(
        report,
        "Estonia and Latvia will meet in Riga on 15 March",
        "meet",
        "CONSULT",
        status="planned",
        by=["Estonia", "Latvia"],
        when="15 March",
    )
    return with_figure(report, "14 soldiers", 14, "killed")


def struck(report: Report) -> Report:
    """Return the report with the attack, by drone, on the place that is on the map."""
    report = with_event(
        report,
        "Latvia struck a depot of Estonia in Valga on Monday",
        "struck",
        "ASSAULT",
        by=["Latvia"],
        to=["Estonia"],
        when="on Monday",
    )
    event = replace(report.events[-1], mode="drone", place=report.places[0].span, score=0.93)
    return replace(report, events=(*report.events[:-1], event))


def on_map(
    report: Report, name: str, country: str, point: tuple[float, float], nth: int = 0
) -> Report:
    """Return the report with a city where its name stands, the nth time."""
    span = at(report, name)
    for _ in range(nth):
        start = report.text.index(name, span.end)
        span = replace(span, start=start, end=start + len(name))
    place = Place(span, name, "city", "hand", f"geonames:{len(name)}", country, *point)
    return replace(report, places=(*report.places, place))


@lru_cache(maxsize=1)
def story() -> Story:
    """Return the story that both tell."""
    return weave_story([courier(), herald()])


def corrected_story(**what: str) -> Story:
    """Return the story whose first event somebody set right, or dropped."""
    target = target_of(courier(), "events", 0)
    signed = Signed("Ines Roque", "2030-05-20T09:00:00+00:00", "=Read the lede, again")
    name, value = next(iter(what.items()), (None, None))
    action = Action.SET if name else Action.DROP
    made = Correction("c0ffee000001", action, (target,), signed, name=name, value=value)
    return weave_story([courier(), herald()], [made])


def texts() -> dict[str, str]:
    """Return the text of each report by its id."""
    return {report.id: report.text for report in story().reports}


def written(name: str, wanted: Shape, stories: Iterable[Story] | None = None) -> dict[str, str]:
    """Return the files of a format by name; a single file is named ""."""
    form, told = FORMATS[name], [story()] if stories is None else stories
    found: dict[str, str] = {}
    pieces: Iterator[tuple[str, str]] = (
        form.make(form.tables, told, wanted)
        if isinstance(form, Folder)
        else (("", piece) for piece in form.make(told, wanted))
    )
    for file, piece in pieces:
        found[file] = found.get(file, "") + piece
    return found


def single(name: str, level: Level = Level.MENTION, *, text: bool = True) -> str:
    """Return what a format of one file writes."""
    return written(name, shape(level, text=text))[""]


def turned(told: Story) -> Story:
    """Return a story whose claims name their members the other way round."""
    claims = (replace(claim, members=claim.members[::-1]) for claim in told.claims)
    return replace(told, claims=tuple(claims))
