"""Read the public export of ACLED: a CSV with a header."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from dateline.compare.rows import (
    Row,
    Where,
    WrongRow,
    by_name,
    of_acled,
    read_day,
    read_degrees,
    some,
)

FIRST = "event_id_cnty"
_NEEDED = (
    "event_id_cnty",
    "event_date",
    "event_type",
    "sub_event_type",
    "actor1",
    "country",
    "location",
    "latitude",
    "longitude",
)
_DAYS = {"": "day", "1": "day", "2": "week", "3": "month"}
_PLACES = {"": "city", "1": "city", "2": "district", "3": "province"}


def reader(header: Sequence[str]) -> Callable[[int, Sequence[str]], Row | None]:
    """Return what reads a row under this header. Raises `WrongRow` where columns are missing."""
    names = [name.strip().lower() for name in header]
    missing = [name for name in _NEEDED if name not in names]
    if missing:
        raise WrongRow(f"ACLED has a column {missing[0]!r}; the header has none")

    def read(line: int, values: Sequence[str]) -> Row | None:
        if len(values) != len(names):
            raise WrongRow(f"{len(values)} values under a header of {len(names)} columns")
        return _row(line, dict(zip(names, (value.strip() for value in values), strict=True)))

    return read


def _row(line: int, values: Mapping[str, str]) -> Row:
    if not values["event_id_cnty"]:
        raise WrongRow("the event has no event_id_cnty")
    kind, finer = values["event_type"], values["sub_event_type"]
    lat, lon = read_degrees(values["latitude"], values["longitude"])
    grain = _one_of(_PLACES, "geo_precision", values)
    return Row(
        line,
        values["event_id_cnty"],
        read_day(values["event_date"]),
        _one_of(_DAYS, "time_precision", values),
        of_acled(kind, finer),
        f"{kind}, {finer}" if finer else kind,
        some(values["actor1"], values.get("actor2")),
        Where(values["location"] or None, by_name(values["country"]), lat, lon, grain),
        None,
        values.get("source") or None,
    )


def _one_of(known: Mapping[str, str], name: str, values: Mapping[str, str]) -> str:
    """Return what a code for precision means. Raises `WrongRow`."""
    found = known.get(values.get(name, ""))
    if found is None:
        raise WrongRow(f"{name} is {values[name][:20]!r}: 1, 2 or 3 was expected")
    return found
