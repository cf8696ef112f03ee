"""Rows of other event data, invented, and a database to set them beside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from dateline.export.polecat import EVENTS
from dateline.model import Place, Report
from dateline.store import Store
from tests.weaving.reports import at, make_report, with_event

COLUMNS = [column.name for column in EVENTS.columns]
ACLED = (
    "event_id_cnty event_date year time_precision event_type sub_event_type actor1 actor2 iso"
    " country location latitude longitude geo_precision source notes"
).split()


def dam() -> Report:
    """Return a report of a threat at Narva in the week of 5 May 2031, and of one without place."""
    report = make_report(
        "dam",
        "Velde warns Latvia over the Orlan dam",
        "Estonia threatened Latvia with tariffs at Narva.",
        "Latvia rejected the threat.",
        published="2031-05-06",
        outlet="Baltic Post",
    )
    report = with_event(
        report,
        "Estonia threatened Latvia with tariffs at Narva",
        "threatened",
        "THREATEN",
        by=("Estonia",),
        to=("Latvia",),
    )
    report = with_event(report, "Latvia rejected the threat", "rejected", "REJECT", by=("Latvia",))
    narva = Place(at(report, "Narva"), "Narva", "city", "hand", country="EST", lat=59.4, lon=28.2)
    threat, refusal = report.events
    events = (replace(threat, place=narva.span), refusal)
    return replace(report, places=(narva,), events=events)


def filled(path: Path) -> Path:
    """Return a database that holds the dam."""
    with Store(path) as store:
        store.take([dam()])
    return path


def gdelt(**values: str) -> str:
    """Return a row of GDELT's: a threat at Narva, where nothing else is said."""
    known = {
        "id": "700001", "day": "20310507", "code": "130", "one": "ESTONIA", "other": "LATVIA",
        "type": "4", "place": "Narva, Ida-Virumaa, Estonia", "country": "EN", "lat": "59.38",
        "lon": "28.19", "url": "https://wire.example/narva",
    } | values  # fmt: skip
    places = {
        "id": 0, "day": 1, "one": 6, "other": 16, "code": 26, "type": 51, "place": 52,
        "country": 53, "lat": 56, "lon": 57, "url": 60,
    }  # fmt: skip
    cells = [""] * 61
    for name, value in known.items():
        cells[places[name]] = value
    return "\t".join(cells)


def polecat(**values: str) -> str:
    """Return a row of POLECAT's."""
    known = {
        "Event ID": "P1", "Event Date": "2031-05-07", "Event Type": "THREATEN",
        "Actor Name": "Estonia", "Recipient Name": "Latvia", "City": "Narva", "Country": "EST",
        "Latitude": "59.38", "Longitude": "28.19", "Source": "Gulf Courier",
    } | {name.replace("_", " "): value for name, value in values.items()}  # fmt: skip
    return "\t".join(known.get(name, "None") for name in COLUMNS)


def acled(**values: str) -> Mapping[str, str]:
    """Return a row of ACLED's."""
    return {
        "event_id_cnty": "EST12", "event_date": "07 May 2031", "time_precision": "1",
        "event_type": "Protests", "sub_event_type": "Peaceful protest",
        "actor1": "Protesters (Estonia)", "country": "Estonia", "location": "Narva",
        "latitude": "59.38", "longitude": "28.19", "geo_precision": "1", "source": "Gulf Courier",
    } | values  # fmt: skip


def written(path: Path, lines: Iterable[str]) -> Path:
    """Return a file of these lines."""
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="")
    return path
