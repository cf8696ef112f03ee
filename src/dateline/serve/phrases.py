"""Say dates, numbers, labels and relations in plain English: "at least 40", "3 September 2018".

What people read holds no codes; the words for them stand here, once for all faces.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

MONTHS = (
    "January February March April May June July August September October November December"
).split()

RELATIONS: Mapping[str, str] = {
    "agree": "",
    "finer": "one is more exact",
    "translation": "two translations",
    "updated": "updated",
    "conflict": "they contradict each other",
}
"""How two values of one thing relate; that they agree is no difference to speak of."""

STANDINGS: Mapping[str, str] = {
    "stands": "",
    "earlier": "only in an earlier version",
    "corrected": "since corrected",
    "retracted": "since retracted",
}
"""Whether a report still says what it once said."""

LABELS: Mapping[str, str] = {
    "title": "title",
    "lede": "lede",
    "body": "body",
    "subhead": "subhead",
    "kicker": "kicker",
    "byline": "byline",
    "dateline": "dateline",
    "date": "date",
    "credit": "credit",
    "caption": "caption",
    "photo-credit": "photo credit",
    "link-out": "other story",
    "pitch": "promotion",
    "nav": "navigation",
    "url": "address",
}
"""What a block of a page is."""

STATUSES: Mapping[str, str] = {
    "happened": "",
    "ongoing": "going on",
    "planned": "planned",
    "threatened": "threatened",
    "called_for": "called for",
    "possible": "possible",
    "denied": "denied",
}
"""What a text says of an act; what has happened needs no word."""

_HEDGES: Mapping[str, str] = {
    "about": "about {}",
    "estimated": "an estimated {}",
    "at_least": "at least {}",
    "at_most": "at most {}",
}
_MEASURES: Mapping[str, str] = {
    "killed": "killed",
    "injured": "injured",
    "missing": "missing",
    "displaced": "displaced",
    "homeless": "made homeless",
    "affected": "affected",
    "arrested": "arrested",
}
_SIGNS: Mapping[str, str] = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}
_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def listed(names: Sequence[str], joint: str = "and") -> str:
    """Return "AP, AFP and dpa"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {joint} {names[-1]}"


def counted(count: int, noun: str) -> str:
    """Return "1 report" or "2 reports"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def count_word(count: int) -> str:
    """Return a small number as a word."""
    return _COUNTS[count] if 0 <= count < len(_COUNTS) else str(count)


def code_words(code: str) -> str:
    """Return a category, status or measure as words: "called for"."""
    return code.casefold().replace("_", " ")


def day_words(iso: str | None) -> str | None:
    """Return "3 September 2018" for "2018-09-03" or an instant of that day, None for neither."""
    day = _day(iso)
    return None if day is None else f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _day(iso: str | None) -> date | None:
    """Return the day of an ISO day or instant."""
    try:
        return date.fromisoformat((iso or "")[:10])
    except ValueError:
        return None


def days_words(start: str, end: str, grain: str = "day") -> str:
    """Return the days of a timeline entry: "3–7 September 2018", "August 2018", "2018"."""
    first, last = _day(start), _day(end)
    if first is None or last is None:
        return start if start == end else f"{start} – {end}"
    if grain == "year" and first.year == last.year:
        return str(first.year)
    month, other = MONTHS[first.month - 1], MONTHS[last.month - 1]
    if grain == "month" and (first.year, first.month) == (last.year, last.month):
        return f"{month} {first.year}"
    closing = f"{last.day} {other} {last.year}"
    if first == last:
        return closing
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{closing}"
    # Two months side by side are shortened, so that the dates keep to their column.
    opening = f"{first.day} {month[:3]}" + (f" {first.year}" if first.year != last.year else "")
    return f"{opening} – {last.day} {other[:3]} {last.year}"


def number_words(value: float) -> str:
    """Return "40", "400,000", "3 million" or "1.5 billion"."""
    for size, word in ((1e9, "billion"), (1e6, "million")):
        if value >= size and round(value / size, 2) * size == value:
            return f"{value / size:g} {word}"
    return f"{int(value):,}" if value == int(value) else f"{value:,g}"


def with_unit(number: str, unit: str | None, *, one: bool = False) -> str:
    """Return a number with its unit: "12 percent", "$3 million", "22 days", "$70 per barrel"."""
    if unit is None or unit == "person":
        return number
    unit, per, each = unit.partition(" per ")
    if per:
        return f"{with_unit(number, unit, one=one)} per {each}"
    if unit in _SIGNS:
        return f"{_SIGNS[unit]}{number}"
    if unit == "percent" or one:
        return f"{number} {unit}"
    word = unit.replace("_", " ")
    return f"{number} {word}" if word.isupper() or word.endswith("s") else f"{number} {_many(word)}"


def _many(unit: str) -> str:
    """Return the plural of a unit: "square miles", "feet", "degrees celsius", "years of age"."""
    words = unit.split()
    at = 0 if words[0] == "degree" or "of" in words else -1
    words[at] = {"foot": "feet", "inch": "inches", "century": "centuries"}.get(
        words[at], f"{words[at]}s"
    )
    return " ".join(words)


def origins_words(least: int, most: int) -> str:
    """Return how many independent origins there are: "1 origin", "1–2 origins"."""
    return counted(most, "origin") if least == most else f"{least}–{most} origins"


def how_many(
    low: float | None, high: float | None, hedge: str | None, unit: str | None = None
) -> str:
    """Return an amount with its hedge: "at least 40", "200 to 999", "an estimated 3 million"."""
    if low is None and high is None:
        return "not said"
    if low is not None and high is not None and low != high:
        between = with_unit(f"{number_words(low)} to {number_words(high)}", unit)
        return f"between {between.replace(' to ', ' and ', 1)}" if hedge == "between" else between
    value = low if low is not None else high
    amount = with_unit(number_words(value or 0.0), unit, one=value == 1)
    open_hedge = "at_least" if high is None else "at_most" if low is None else hedge
    return _HEDGES.get(open_hedge or "", "{}").format(amount)


def measured(of_what: str, measure: str) -> str:
    """Return what a figure counts: "people in Beira, killed"."""
    word = _MEASURES.get(measure, "")
    if not word or word in of_what.casefold():
        return of_what or measure.replace("_", " ")
    return f"{of_what}, {word}" if of_what else word
