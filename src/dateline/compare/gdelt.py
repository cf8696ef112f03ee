"""Read GDELT 2.0 events: 61 columns parted by tabs, without a header."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.compare.rows import (
    Row,
    Where,
    WrongRow,
    by_fips,
    cell,
    of_cameo,
    read_day,
    read_degrees,
    some,
)

COLUMNS = 61
_ID, _DAY, _CODE, _URL = 0, 1, 26, 60
_ACTORS = ((6, 5), (16, 15))
"""The name of a party, or else its code."""
_TYPE, _PLACE, _COUNTRY, _LAT, _LON = 51, 52, 53, 56, 57
_GRAINS = {"1": "country", "2": "province", "3": "city", "4": "city", "5": "province"}


def read_row(line: int, values: Sequence[str]) -> Row | None:
    """Return the row of 61 values; None where it has no place. Raises `WrongRow`."""
    if len(values) != COLUMNS:
        older = ", as GDELT 1.0 has them" if len(values) in {57, 58} else ""
        raise WrongRow(
            f"{len(values)} columns{older}; events of GDELT 2.0 have {COLUMNS}, parted by tabs"
        )
    if not values[_ID].isdigit():
        raise WrongRow(f"{values[_ID][:40]!r} is no GLOBALEVENTID")
    code = values[_CODE].strip()
    if not code.isdigit() and code not in {"", "---"}:
        raise WrongRow(f"{code[:40]!r} is no CAMEO code")
    day = read_day(values[_DAY])
    lat, lon = read_degrees(values[_LAT], values[_LON])
    where = _where(values, lat, lon)
    if where is None:
        return None
    actors = some(*(cell(values, name) or cell(values, code) for name, code in _ACTORS))
    return Row(
        line,
        values[_ID],
        day,
        "day",
        of_cameo(code),
        f"CAMEO {code}",
        actors,
        where,
        None,
        cell(values, _URL),
    )


def _where(values: Sequence[str], lat: float | None, lon: float | None) -> Where | None:
    """Return where the act was: "Beira, Sofala, Mozambique" is Beira."""
    grain = _GRAINS.get(values[_TYPE].strip())
    country = by_fips(values[_COUNTRY].strip())
    if grain is None:
        return None
    name = cell(values, _PLACE)
    return Where(name and name.partition(",")[0], country, lat, lon, grain)
