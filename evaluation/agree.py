"""When a found value and a gold value are the same: spans, names, actors and days.

"Moscow" is the gold's "Russia" when the record is coded RUS; "Peskov" is "Dmitry Peskov";
"2018-09" is the first to the thirtieth of that month.
"""

from __future__ import annotations

import calendar
import html
import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from dateline.knowledge.lexicon import Lexicon, open_lexicon

Record = Mapping[str, Any]
Pair = tuple[int, int]

_SMALL = frozenset({"the", "of", "and", "for", "s"})
_SHORTEST = 3
"""Letters that two names must share before one may stand for the other."""


def squash(value: object) -> str:
    """Return the words of a value in lower case, marks left out."""
    return re.sub(r"[\W_]+", " ", "" if value is None else str(value)).casefold().strip()


def listed(value: Any) -> list[Any]:
    """Return a gold value that may be one thing, several or none as a list."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


# ------------------------------------------------------------------------------------ spans


def locate(text: str, part: str) -> list[Pair]:
    """Return where the part stands in the text, any white space standing for any other."""
    words = html.unescape(part).split()
    shape = re.compile(r"\s+".join(re.escape(word) for word in words))
    return [match.span() for match in shape.finditer(text)]


def shared(one: Pair, other: Pair) -> int:
    """Return how many characters two spans share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def overlap(one: Pair, other: Pair) -> float:
    """Return the shared characters over the shorter span."""
    return shared(one, other) / max(1, min(one[1] - one[0], other[1] - other[0]))


def cover(one: Pair, other: Pair) -> float:
    """Return the shared characters over what the two spans enclose together."""
    return shared(one, other) / max(1, max(one[1], other[1]) - min(one[0], other[0]))


# ------------------------------------------------------------------------------------ actors


def names_agree(found: str, wanted: str) -> bool:
    """Whether one name holds all the words of the other, is its initials, or a bare surname."""
    one, other = _weighty(found), _weighty(wanted)
    if not one or not other:
        return False
    if one == other:
        return True
    initials = _initials(one) == "".join(other) or _initials(other) == "".join(one)
    if initials or set(one) <= set(other) or set(other) <= set(one):
        return min(len("".join(one)), len("".join(other))) >= _SHORTEST
    return one[-1] == other[-1] and (_only_titles(one[:-1]) or _only_titles(other[:-1]))


def same_actor(found: Record | str, wanted: str) -> bool:
    """Whether a record's actor is the one named; a country is met by anybody coded to it."""
    name = found if isinstance(found, str) else str(found.get("name") or "")
    country = None if isinstance(found, str) else found.get("country")
    known = open_lexicon().known(wanted)
    if known is not None and known.kind == "country" and country == known.country:
        return True
    return names_agree(name, wanted) or (known is not None and known.name in _known_within(name))


def _known_within(name: str) -> set[str]:
    """Return what the words of a name name: "UN officials" holds the United Nations."""
    lexicon, words = open_lexicon(), name.split()
    runs = (
        " ".join(words[start:end]).removesuffix("'s").removesuffix("’s")
        for start in range(len(words))
        for end in range(start + 1, min(len(words), start + lexicon.longest) + 1)
    )
    return {known.name for known in map(lexicon.known, runs) if known is not None}


def _weighty(name: str) -> list[str]:
    words = squash(name).split()
    return [word for word in words if word not in _SMALL] or words


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words)


def _only_titles(words: list[str]) -> bool:
    """Whether all these words are a role or a nationality: "Foreign Minister", "Russian"."""
    lexicon: Lexicon = open_lexicon()
    phrase = " ".join(words)
    return not words or lexicon.role(phrase) is not None or all(map(_title_word, words))


def _title_word(word: str) -> bool:
    lexicon = open_lexicon()
    known = lexicon.names.get(word)
    return lexicon.role(word) is not None or (known is not None and known.kind == "country")


# ------------------------------------------------------------------------------------ days


def bounds(value: object) -> tuple[str, str] | None:
    """Return first and last day of "2018", "2018-08", "2018-08-27" or "2018-08-27/2018-09-02"."""
    text = "" if value is None else str(value)
    if not text:
        return None
    if "/" in text:
        first, _, last = text.partition("/")
        return first, last
    match text.split("-"):
        case [year]:
            return f"{year}-01-01", f"{year}-12-31"
        case [year, month]:
            days = calendar.monthrange(int(year), int(month))[1]
            return f"{text}-01", f"{text}-{days}"
        case _:
            return text[:10], text[:10]


def same_days(found: Record | None, wanted: object) -> bool:
    """Whether a record's time has just these first and last days."""
    if not found or wanted is None:
        return False
    start, end = str(found.get("start") or "")[:10], str(found.get("end") or "")[:10]
    return (start, end or start) == bounds(wanted)


def near_days(found: Record, wanted: object, days: int) -> bool:
    """Whether a record's time lies within `days` of the wanted day and isn't much longer."""
    limits = bounds(wanted)
    if limits is None or not found.get("start") or not found.get("end"):
        return False
    start, end = (date.fromisoformat(str(found[side])[:10]) for side in ("start", "end"))
    day, slack = date.fromisoformat(limits[0]), timedelta(days)
    return day - slack <= start <= end <= day + 2 * slack and end - start <= 2 * slack
