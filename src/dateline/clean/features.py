"""Describe each line of a dump by numbers: length, capitals, wording, and what stands around it.

"The river burst its banks on Monday, officials said." has nine words, ends as a sentence does
and shares "river" with other paragraphs; "Home" has one and stands among other short lines.
The numbers are what `training/lines.py` learns from and `clean/lines` weighs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from dateline.clean.prose import dateline_of, picture_score, stems
from dateline.clean.units import Unit
from dateline.clean.wording import is_end_mark, pitch_score, shape_of
from dateline.knowledge.vocabulary import words
from dateline.model import Label

Row = dict[str, float]
"""The features of a line by name; what isn't there is 0."""

_BULLET = re.compile(r"(?:[•·*»▶►–—-]|\d{1,3}[.)])\s")
_SAYING = re.compile(r"\b(?:said|says|told|according to|added|announced|reported)\b")
_PAST = re.compile(r"\b(?:was|were|had|has|have|been|did|\w{3,}ed)\b")
_READER = re.compile(r"\byou(?:r|[’']\w{1,2})?\b", re.I)
_OURS = re.compile(r"\b(?:we|our|us)\b", re.I)
_SHAPES = {label: float(number) for number, label in enumerate(Label, start=1)}
_NEAR = (-3, -2, -1, 1, 2, 3)
_PASSED_ON = ("words", "final", "shape", "link", "stops", "topic")
"""What a line's neighbours tell of themselves."""
_WINDOW = 6


@dataclass(frozen=True, slots=True)
class _Paged:
    """What the lines of one page have in common."""

    repeated: Counter[str]
    topics: Counter[str]
    """For each stem the number of long lines that use it."""
    longest: int


def describe(units: Sequence[Unit]) -> list[Row]:
    """Return the features of each unit, its neighbours' among them."""
    page = _paged(units)
    rows = [_own(unit, page) for unit in units]
    told = [0.0]
    for row in rows:
        told.append(told[-1] + row["words"] * row["final"])
    for index, row in enumerate(rows):
        row["place"] = index / max(1, len(rows) - 1)
        row["from_end"] = float(len(rows) - 1 - index)
        row["from_start"] = float(index)
        row["told_before"] = told[index] / max(1.0, told[-1])
        row["told_words"] = told[-1]
        around = told[min(len(rows), index + _WINDOW + 1)] - told[max(0, index - _WINDOW)]
        row["told_around"] = around - row["words"] * row["final"]
        row["told_next"] = told[min(len(rows), index + 4)] - told[index + 1]
        row["told_last"] = told[index] - told[max(0, index - 3)]
    bare = [{name: row[name] for name in _PASSED_ON} for row in rows]
    for index, row in enumerate(rows):
        for step in _NEAR:
            if 0 <= index + step < len(rows):
                for name, value in bare[index + step].items():
                    row[f"{name}{step:+d}"] = value
            else:
                row[f"words{step:+d}"] = -1.0
    return rows


def _paged(units: Sequence[Unit]) -> _Paged:
    """Return what the lines of a page have in common."""
    topics: Counter[str] = Counter()
    for unit in units:
        if len(unit.words) >= 15 and unit.final:
            topics.update(stems(unit.words[:300]))
    return _Paged(
        Counter(unit.text for unit in units),
        topics,
        max((len(unit.words) for unit in units), default=0),
    )


def _own(unit: Unit, page: _Paged) -> Row:
    """Return what a line says by itself."""
    spoken = unit.words[:400]
    count = len(spoken)
    text = unit.text[:3_000]
    row = {
        "words": float(count),
        "characters": float(min(len(unit.text), 5_000)),
        "word_length": sum(map(len, spoken)) / max(1, count),
        "final": float(unit.final),
        "ends": float('.?!:;,…"”)'.find(unit.text[-1:]) + 1),
        "starts": float(1 + unit.text[:1].isupper() + 2 * unit.text[:1].isdigit()),
        "bullet": float(bool(_BULLET.match(unit.text))),
        "stops": sum(word.lower() in _stop_words() for word in spoken) / max(1, count),
        "capitals": sum(word[0].isupper() for word in spoken) / max(1, count),
        "shouted": sum(word.isupper() and len(word) > 1 for word in spoken) / max(1, count),
        "digits": sum(character.isdigit() for character in text) / max(1, len(text)),
        "signs": sum(not (c.isalnum() or c.isspace()) for c in text) / max(1, len(text)),
        "bars": float(len(re.findall(r"[|›»/•·]", text[:200]))),
        "repeated": float(page.repeated[unit.text] - 1),
        "alone": float(unit.alone),
        "link": unit.link_share,
        "share": count / max(1, page.longest),
    }
    return {**row, **_wording(unit, text, count), "topic": _topic(unit, page)}


def _wording(unit: Unit, text: str, count: int) -> Row:
    """Return what a line's wording tells: who speaks, to whom, and of what."""
    shape = shape_of(unit.text)
    return {
        "commas": text.count(",") / max(1, count),
        "sentences": float(len(re.findall(r"[a-z\d)][.!?][\"”’)]?\s+[A-Z\"“]", text))),
        "quoted": float('"' in text or "“" in text),
        "saying": float(len(_SAYING.findall(text))),
        "past": len(_PAST.findall(text)) / max(1, count),
        "reader": len(_READER.findall(text)) / max(1, count),
        "ours": float(len(_OURS.findall(text))),
        "shape": _SHAPES[shape[0]] if shape else 0.0,
        "end_mark": float(is_end_mark(unit.text)),
        "pitch": pitch_score(unit.text),
        "picture": picture_score(unit),
        "dateline": float(dateline_of(unit.text) is not None),
    }


def _topic(unit: Unit, page: _Paged) -> float:
    """Return what share of a line's content words the page's other long lines use."""
    own = stems(unit.words[:300])
    needed = 1 + (len(unit.words) >= 15 and unit.final)
    return sum(page.topics[stem] >= needed for stem in own) / max(1, len(own))


@lru_cache(maxsize=1)
def _stop_words() -> frozenset[str]:
    """Return the function words of English, German, French and Spanish."""
    return frozenset(word for listed in words("stops").get("words", {}).values() for word in listed)
