"""Read POLECAT: 40 columns parted by tabs, under a header.

Some published files have a column too many in the header ("Headline") or empty ones at the end
of rows; these are passed over.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from dateline.compare.rows import Row, Where, WrongRow, by_code, read_day, read_degrees, some

FIRST = "Event ID"
_NEEDED = (
    "Event ID",
    "Event Date",
    "Event Type",
    "Actor Name",
    "Recipient Name",
    "Placename",
    "Country",
    "Latitude",
    "Longitude",
)
_GRAINS = (("City", "city"), ("District", "district"), ("Province", "province"))
_SURPLUS = "Headline"


def reader(header: Sequence[str]) -> Callable[[int, Sequence[str]], Row | None]:
    """Return what reads a row under this header. Raises `WrongRow` where columns are missing."""
    names = [name.strip() for name in header]
    missing = [name for name in _NEEDED if name not in names]
    if missing:
        raise WrongRow(f"POLECAT has a column {missing[0]!r}; the header has none")
    while names and not names[-1]:
        names.pop()
    plain = [name for name in names if name != _SURPLUS]

    def read(line: int, values: Sequence[str]) -> Row | None:
        held = list(values)
        while len(held) > len(plain) and not held[-1].strip():
            held.pop()
        columns = plain if len(held) == len(plain) else names
        if len(held) != len(columns):
            raise WrongRow(f"{len(held)} columns under a header of {len(names)}")
        return _row(line, {name: _said(v) for name, v in zip(columns, held, strict=True)})

    return read


def _said(value: str) -> str:
    """Return a value, empty where it says that there is none."""
    plain = value.strip()
    return "" if plain == "None" else plain


def _row(line: int, values: Mapping[str, str]) -> Row | None:
    day = read_day(values["Event Date"][:10])
    lat, lon = read_degrees(values["Latitude"], values["Longitude"])
    country = by_code(values["Country"])
    if not values["Event ID"]:
        raise WrongRow("the event has no Event ID")
    if lat is None and country is None:
        return None
    mode = values.get("Event Mode", "")
    kind = values["Event Type"]
    grain = next((grain for name, grain in _GRAINS if values.get(name)), "country")
    name = next((values[name] for name, _ in _GRAINS if values.get(name)), "")
    return Row(
        line,
        values["Event ID"],
        day,
        "day",
        kind.upper() or None,
        f"{kind}, {mode}" if mode else kind,
        some(values["Actor Name"], values["Recipient Name"]),
        Where(name or values["Placename"] or None, country, lat, lon, grain),
        None,
        values.get("Source") or None,
    )
