"""Read and write amounts, days and places as people write them down.

"at least 40" · "40-52" · "2030-03-11" · "2030-03-11/2030-03-14" · "Beira (MOZ) at -19.84,34.84"
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.errors import CorrectionError
from dateline.model import Place, Span, Time
from dateline.text.calendar import resolve

Amount = tuple[float | None, float | None, str | None]
"""The least, the most, and the hedge."""

BY = "review/set"
"""What found a time or place that a person named."""

_HEDGES = {
    "": "exact",
    "exactly": "exact",
    "about": "about",
    "an estimated": "estimated",
    "at least": "at_least",
    "at most": "at_most",
}
_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_AMOUNT = re.compile(
    rf"(?P<hedge>exactly|about|an estimated|at least|at most|)\s*(?P<low>{_NUMBER})"
    rf"(?:\s*(?:-|–|to)\s*(?P<high>{_NUMBER}))?"
)
_DAYS = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?:/\d{4}(?:-\d\d(?:-\d\d)?)?)?")
_GRAINS = {4: "year", 7: "month", 10: "day"}
_PLACE = re.compile(
    r"(?P<name>[^()]+?)\s*(?:\((?P<country>[A-Z]{3})?(?:,\s*)?(?P<grain>[a-z]+)?\))?"
    r"(?:\s+at\s+(?P<lat>-?\d{1,2}(?:\.\d+)?),\s*(?P<lon>-?\d{1,3}(?:\.\d+)?))?"
)


# ------------------------------------------------------------------------------- an amount


def amount_words(amount: Amount) -> str:
    """Return an amount in words that `read_amount` reads."""
    low, high, hedge = amount
    if low is not None and high is not None and low != high:
        return f"{low:.15g}-{high:.15g}"
    value = low if low is not None else high
    if value is None:
        return ""
    open_end = "at_least" if high is None else "at_most" if low is None else hedge or "exact"
    word = next((word for word, known in _HEDGES.items() if known == open_end), "")
    return f"{word} {value:.15g}".strip()


def read_amount(words: str) -> Amount:
    """Return the amount that words tell. Raises `CorrectionError`."""
    read = _AMOUNT.fullmatch(" ".join(words.casefold().split()))
    if read is None or (read["high"] and read["hedge"]):
        raise CorrectionError(
            f"{words!r} is no amount: 40, at least 40, about 40 or 40-52 was expected"
        )
    low = float(read["low"].replace(",", ""))
    if read["high"]:
        high = float(read["high"].replace(",", ""))
        if high < low:
            raise CorrectionError(f"{words!r} goes down: the smaller number stands first")
        return low, high, "between"
    hedge = _HEDGES[read["hedge"]]
    return (
        None if hedge == "at_most" else low,
        None if hedge == "at_least" else low,
        hedge,
    )


# --------------------------------------------------------------------------------- a time


def time_words(time: Time | None) -> str:
    """Return the days of a time, or what its words say where it has none."""
    if time is None:
        return ""
    return "/".join(dict.fromkeys(filter(None, (time.start, time.end)))) or time.value


def read_time(words: str, span: Span) -> Time:
    """Return the days that words tell, as a time on these characters. Raises `CorrectionError`."""
    days = resolve(words, None, None) if _DAYS.fullmatch(words) else None
    if days is None:
        raise CorrectionError(
            f"{words!r} is no date: 2030-03-11, 2030-03, 2030 or FIRST/LAST was expected"
        )
    grain = "day" if "/" in words else _GRAINS[len(words)]
    return Time(span, words, grain, BY, *days)


# -------------------------------------------------------------------------------- a place


@dataclass(frozen=True, slots=True)
class Named:
    """A place as words tell it."""

    name: str
    country: str | None
    grain: str | None
    lat: float | None
    lon: float | None


def place_words(place: Place | Named | None) -> str:
    """Return a place in words that `read_place` reads."""
    if place is None:
        return ""
    about = ", ".join(filter(None, (place.country, place.grain)))
    words = f"{place.name} ({about})" if about else place.name
    if place.lat is None or place.lon is None:
        return words
    return f"{words} at {place.lat:.5g},{place.lon:.5g}"


def read_place(words: str) -> Named:
    """Return the place that words tell. Raises `CorrectionError`."""
    read = _PLACE.fullmatch(words.strip())
    lat, lon = (float(read[end]) if read and read[end] else None for end in ("lat", "lon"))
    sound = (lat is None or abs(lat) <= 90) and (lon is None or abs(lon) <= 180)
    if read is None or not sound:
        raise CorrectionError(
            f"{words!r} is no place: NAME, NAME (COUNTRY) or NAME (COUNTRY) at LAT,LON was expected"
        )
    return Named(read["name"], read["country"], read["grain"], lat, lon)
