"""Read what a number is measured in: "40 [square miles]", "30 [km/h]", "43 [years old]".

The words are those of `lexicons/units.toml`. A rate is kept in one name with what it goes by:
"kilometre per hour". An age is its own unit, "year of age".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from dateline.knowledge.vocabulary import names

_SIGNS = frozenset({"symbols", "glued", "per", "time"})
"""Tables that hold no words for a unit."""

# Up to four words behind a number: " square miles", "-foot", " (kilograms", " - year".
WORDS = re.compile(
    r"(?:\s?[-‑–]\s?|\s?[(\[{<]|\s)(?P<one>(?:[A-Za-z]\.){2}|(?:sq|cu|deg)\.|[^\W\d_]+)"
    r"(?:[\s-](?P<two>[^\W\d_]+)(?:[\s-](?P<three>[^\W\d_]+)(?:[\s-](?P<four>[^\W\d_]+))?)?)?"
)
# "75ml", " km/h", "°C", " (kg)", "10\" wide", "5 km2".
_SYMBOL = re.compile(
    r"(?P<gap>\s?[(\[{<]?)(?P<symbol>[°º]\s?(?:[CFcf](?!\w)|(?:Celsius|Fahrenheit)(?!\w))?|[℃℉\"″]"
    r"|[A-Za-zµμ]{1,5}[23²³]?(?!\w))"
)
# "a day", "per head", "/hr", "-an-hour", "of jet fuel a year", behind a unit.
_EACH = re.compile(
    r"[)\]]?(?:\s+of(?:\s[a-z]+){1,3}?(?=\s(?:an?|per)\s))?"
    r"(?:\s?/\s?|\s+(?:per|an?|each|every)\s+|\s?-\s?(?:an?|per)\s?-\s?)"
    r"(?P<each>[A-Za-zµμ]+)(?!\w)(?!\s+(?:ago|earlier|later|before|after|old|prior)\b)"
)
_OLD = re.compile(r"(?:\s?[-‑]\s?|\s)(?:olds?|of[\s-]age)(?!\w)", re.I)
_SHORT_AGE = re.compile(r"[\s-]?(?:yo|y/o|y\.o\.)(?!\w)")  # "a 43 yo man"
# "aged 43", "the age of 43", "ages 12 to 15"
_AGED = re.compile(r"(?<!\w)(?:aged|ages?(?:\s+of)?)(?:\s+between|\s+from|\s+about)?\s$", re.I)
_SQUARE = {"square": "square", "sq": "square", "cubic": "cubic", "cu": "cubic"}
_AGES = frozenset({"year", "month", "week", "day"})


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit, the place where its words end, and how many a word more makes of it."""

    name: str
    end: int
    scale: float = 1


def unit_after(text: str, at: int, end: int) -> Unit | None:
    """Return the unit that is named right behind a number, with its rate; an age is one too."""
    found = _by_words(text, at, end) or _by_symbol(text, at, end)
    if found is None:
        age = _SHORT_AGE.match(text, at, end)
        return None if age is None else Unit("year of age", age.end())
    if found.name in _AGES and (old := _OLD.match(text, found.end, end)):
        return Unit(f"{found.name} of age", old.end())
    return with_rate(text, found, end)


def is_aged(text: str, start: int, at: int) -> bool:
    """Whether the words before a number make it an age: "aged [43]"."""
    return _AGED.search(text, max(start, at - 20), at) is not None


# "the nurse, 29, was", "Layla Hamdan, 7.", "Jane Doe (43)"
_APPOSED = re.compile(r"\w(?:,\s|\s\()$")
_CLOSED = re.compile(r"\s?(?:[,.;)]|$)")


def is_apposed_age(text: str, at: int, end: int, last: int) -> bool:
    """Whether digits between commas behind a word can be an age."""
    short = text[at:end].isdigit() and 0 < int(text[at:end]) <= 110
    before = _APPOSED.search(text, max(0, at - 3), at)
    return short and before is not None and _CLOSED.match(text, end, last) is not None


def with_rate(text: str, unit: Unit, end: int) -> Unit:
    """Return a unit with what it goes by, if that follows: "mile" as "mile per hour"."""
    each = _EACH.match(text, unit.end, end)
    if each is None or " per " in unit.name:
        return unit
    word = each["each"].casefold()
    name = names("units")["per"].get(word) or unit_words().get(word)
    name = name or unit_symbols().get(each["each"]) or _GLUED_RATES.get(each["each"])
    return unit if name is None else Unit(f"{unit.name} per {name}", each.end(), unit.scale)


_GLUED_RATES = {"h": "hour", "s": "second", "l": "litre", "ms": "millisecond"}


def look_up(parts: Sequence[str], table: Mapping[str, str]) -> str | None:
    """Return what a table calls some words, read as singular or plural."""
    joined = " ".join(parts).casefold()
    first, blank, rest = joined.partition(" ")
    forms = (joined, joined.removesuffix("s"), f"{first.removesuffix('s')}{blank}{rest}")
    return next((table[form] for form in forms if form in table), None)


@lru_cache(maxsize=1)
def unit_words() -> Mapping[str, str]:
    """Return the units by the words for one of them."""
    tables = (table for name, table in names("units").items() if name not in _SIGNS)
    return MappingProxyType({word: unit for table in tables for word, unit in table.items()})


def unit_symbols() -> Mapping[str, str]:
    """Return the units by their symbols, as they are written."""
    return names("units")["symbols"]


def _by_words(text: str, at: int, end: int) -> Unit | None:
    """Return the unit that whole words name, by the most words that do."""
    found = WORDS.match(text, at, end)
    if found is None:
        return None
    parts = [part for part in found.groups() if part]
    for count in range(min(3, len(parts)), 0, -1):
        name = _named([part.removesuffix(".") for part in parts[:count]])
        if name is not None:
            return Unit(name, found.end(count))
    return None


def _named(parts: Sequence[str]) -> str | None:
    """Return the unit of some words: "square miles" is "square mile"."""
    squared = _SQUARE.get(parts[0].casefold()) if len(parts) == 2 else None
    if squared is None:
        return look_up(parts, unit_words())
    length = look_up(parts[1:], names("units")["length"]) or unit_symbols().get(parts[1])
    return None if length is None else f"{squared} {length}"


def _by_symbol(text: str, at: int, end: int) -> Unit | None:
    """Return the unit whose symbol follows."""
    found = _SYMBOL.match(text, at, end)
    if found is None:
        return None
    symbol = found["symbol"]
    if symbol[0] in "°º":
        symbol = "°" + symbol[1:].strip()[:1].upper()
    name = unit_symbols().get(symbol)
    if name is None and not found["gap"]:
        name = names("units")["glued"].get(symbol)
    return None if name is None else Unit(name, found.end())
