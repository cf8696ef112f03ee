"""What a row of other event data says, in words that all of them share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from dateline.knowledge.crosswalk import open_crosswalk
from dateline.knowledge.lexicon import fold, open_lexicon

_EVENT_DAYS = ("%Y-%m-%d", "%Y%m%d", "%d %B %Y", "%d-%B-%Y", "%d-%b-%Y")


class WrongRow(ValueError):
    """A row that its format doesn't have: the words say what was found and what expected."""


@dataclass(frozen=True, slots=True)
class Where:
    """A place as a row names it. What it doesn't say is None."""

    name: str | None
    country: str | None
    """ISO 3166-1 alpha-3."""
    lat: float | None
    lon: float | None
    grain: str
    """city, district, province or country."""

    @property
    def exact(self) -> bool:
        """Whether it is a point and no region: what can be near another one."""
        return self.grain == "city" and self.lat is not None and self.lon is not None


@dataclass(frozen=True, slots=True)
class Row:
    """An event of another data set."""

    line: int
    id: str
    day: date
    grain: str
    """How well its day is known: day, week or month."""
    category: str | None
    """PLOVER's category for it; None where there is none."""
    kind: str
    """What the data set itself calls it."""
    actors: tuple[str, ...]
    where: Where
    status: str | None
    source: str | None
    """The address that it was read at, or else who published it."""


def read_day(text: str) -> date:
    """Return a day: "2024-03-12", "20240312" or "12 March 2024". Raises `WrongRow`."""
    for form in _EVENT_DAYS:
        try:
            return datetime.strptime(text.strip(), form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    raise WrongRow(f"{text[:40]!r} is no day")


def read_degrees(lat: str, lon: str) -> tuple[float | None, float | None]:
    """Return latitude and longitude, None where there are none. Raises `WrongRow`."""
    if not lat.strip() or not lon.strip():
        return None, None
    try:
        north, east = float(lat), float(lon)
    except ValueError:
        raise WrongRow(f"{lat[:20]!r}, {lon[:20]!r} are no degrees") from None
    if not (-90 <= north <= 90 and -180 <= east <= 180):
        raise WrongRow(f"{lat[:20]}, {lon[:20]} lie nowhere on earth")
    return north, east


def some(*values: str | None) -> tuple[str, ...]:
    """Return those values that say something, each once."""
    return tuple(dict.fromkeys(value.strip() for value in values if value and value.strip()))


def of_cameo(code: str) -> str | None:
    """Return PLOVER's category for a code of CAMEO."""
    return open_crosswalk().of_cameo(code)


def of_acled(kind: str, finer: str) -> str | None:
    """Return PLOVER's category for ACLED's event type and sub-event type."""
    known = open_crosswalk().acled
    return known.get(fold(finer)) or known.get(fold(kind))


def by_fips(code: str) -> str | None:
    """Return the country that FIPS 10-4 calls so."""
    return _countries()["fips"].get(code)


def by_name(name: str) -> str | None:
    """Return the country of a name."""
    return _countries()["name"].get(fold(name))


def by_code(code: str) -> str | None:
    """Return a country's code if there is such a country."""
    return code if code in open_lexicon().countries else None


@lru_cache(maxsize=1)
def _countries() -> Mapping[str, Mapping[str, str]]:
    """Return countries by what other data call them."""
    known = open_lexicon().countries.values()
    return {
        "fips": {one.fips: one.code for one in known if one.fips},
        "name": {fold(name): one.code for one in known for name in (*one.aliases, one.name)},
    }


def cell(values: Sequence[str], place: int) -> str | None:
    """Return a value of a row, None where it says nothing."""
    return values[place].strip() or None
