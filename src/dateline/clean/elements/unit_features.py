"""Describe each unit of an HTML page by its own text, and by what the page's head says.

"The river burst its banks on Monday, officials said." has nine words, four of them function
words, one comma, and ends as a sentence does; "Home" has one word and is a link. The words of
a page are counted in one go, since most of its units have two or three.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from dateline.clean.elements.containers import Numbers
from dateline.clean.prose import stems
from dateline.clean.units import Unit
from dateline.knowledge.vocabulary import words
from dateline.model import Head, Page

Features = dict[str, Numbers]

HEADLINE, HEADING, LOWEST_HEADING = 5.0, 6.0, 8.0
"""What the feature `tag` is of an h1, an h2, and an h4 or lower one."""

_SAYING = re.compile(r"\b(?:said|says|told|according to|added|announced|reported)\b")
_READER = re.compile(r"\b[Yy]ou(?:r|[’']\w{1,2})?\b")
_OURS = re.compile(r"\b(?:[Ww]e|[Oo]ur|us)\b")
_SENTENCE = re.compile(r"[.!?][\"”’)]?\s+[A-Z\"“]")
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
# '"articleBody": "The river burst …"' of a JSON-LD script
_DECLARED = re.compile(r'"articleBody"\s{0,9}:\s{0,9}"((?:[^"\\]|\\.)*+)"')

_TAGS = {
    **dict.fromkeys(("div", "section", "article", "body", "main", "center"), 2.0),
    **dict.fromkeys(("li", "dd", "dt"), 3.0),
    **dict.fromkeys(("td", "th", "tr", "table"), 4.0),
    **dict.fromkeys(("h4", "h5", "h6"), LOWEST_HEADING),
    **dict.fromkeys(("figcaption", "figure", "caption"), 10.0),
    **dict.fromkeys(("aside", "header", "footer", "nav", "form", "button", "address"), 12.0),
    "p": 1.0,
    "h1": HEADLINE,
    "h2": HEADING,
    "h3": 7.0,
    "blockquote": 9.0,
    "pre": 11.0,
}
_ENDINGS = '.?!:;,…"”)'
_OPENINGS = ('"', "“")
_SOME = 4
"""Words; in a shorter unit there is nothing to be said or asked."""
_FEW = 6
_LONG = 15
"""Words from which a sentence tells what a page is about."""
_ENOUGH_DECLARED = 80
"""Words; a shorter `articleBody` is a summary."""
_ASCII_SIGNS = np.array(
    [not (chr(code).isalnum() or chr(code).isspace() or code == 95) for code in range(128)]
)
_MARKS = (0x2010, 0x2060)
"""General punctuation: dashes, curly quotes, bullets, the ellipsis."""


def describe_units(page: Page, units: Sequence[Unit]) -> Features:
    """Return the features of each unit that its own text and the head tell."""
    found = _counted(units) | _signed(page.text, units) | _shaped(units)
    found |= _worded(units) | _carried(page.head, units)
    return found


def _counted(units: Sequence[Unit]) -> Features:
    """Return how many words each unit has, and what share of them are of some kind."""
    counts = np.array([len(unit.words) for unit in units], float)
    owners = np.repeat(np.arange(len(units)), counts.astype(int))
    spoken = [word for unit in units for word in unit.words]
    stops = _stop_words()
    many = np.maximum(1.0, counts)

    def share(values: Iterable[int]) -> Numbers:
        weights = np.fromiter(values, float, len(spoken))
        found: Numbers = np.bincount(owners, weights, len(units)) / many
        return found

    return {
        "words": counts,
        "letters": share(map(len, spoken)),
        "stops": share(map(stops.__contains__, map(str.lower, spoken))),
        "capitals": share(word[0].isupper() for word in spoken),
    }


def _signed(text: str, units: Sequence[Unit]) -> Features:
    """Return how long each unit is, and what shares of it are digits, signs and commas."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    starts = np.array([unit.span.start for unit in units])
    ends = np.array([unit.span.end for unit in units])
    sizes = (ends - starts).astype(float)

    def held(mask: NDArray[np.bool_]) -> Numbers:
        summed = np.concatenate([[0], np.cumsum(mask)])
        return np.asarray(summed[ends] - summed[starts], float)

    marks = (codes >= _MARKS[0]) & (codes < _MARKS[1])
    signs = marks | ((codes < 128) & _ASCII_SIGNS[np.minimum(codes, 127)])
    words = np.maximum(1, [len(unit.words) for unit in units])
    return {
        "characters": sizes,
        "digits": held((codes >= 48) & (codes <= 57)) / np.maximum(1.0, sizes),
        "signs": held(signs) / np.maximum(1.0, sizes),
        "commas": held(codes == 44) / words,
    }


def _shaped(units: Sequence[Unit]) -> Features:
    """Return how each unit begins and ends, its tag, its links, and whether it comes again."""
    seen = Counter(unit.text for unit in units)
    rows = [
        (
            unit.final,
            _ENDINGS.find(unit.text[-1:]) + 1,
            _opening(unit.text[:1]),
            unit.linked / max(1, len(unit.text)),
            _TAGS.get(unit.tag, 0.0),
            min(seen[unit.text] - 1, 20),
        )
        for unit in units
    ]
    names = ("final", "ends", "starts", "linked", "tag", "repeated")
    return dict(zip(names, np.array(rows, float).T, strict=True))


def _opening(first: str) -> float:
    """Return what kind of character a unit begins with."""
    return 1.0 + first.isupper() + 2 * first.isdigit() + 3 * (first in _OPENINGS)


def _worded(units: Sequence[Unit]) -> Features:
    """Return what the wording of the longer units tells: who speaks, and to whom."""
    names = ("sentences", "quoted", "saying", "reader", "ours")
    found = {name: np.zeros(len(units)) for name in names}
    for place, unit in enumerate(units):
        count = len(unit.words)
        if count < _SOME:
            continue
        text = unit.text[:2_000]
        found["sentences"][place] = len(_SENTENCE.findall(text))
        found["quoted"][place] = '"' in text or "“" in text
        found["saying"][place] = len(_SAYING.findall(text))
        found["reader"][place] = len(_READER.findall(text)) / count
        found["ours"][place] = len(_OURS.findall(text))
    return found


def _carried(head: Head, units: Sequence[Unit]) -> Features:
    """Return how like the page's title, summary, declared body and other prose each unit is."""
    meta = dict(reversed(head.meta))
    title = stems(_WORD.findall(f"{meta.get('og:title') or ''} {head.title or ''}"))
    summary = f"{meta.get('og:description') or ''} {meta.get('description') or ''}".lower()
    described = frozenset(_WORD.findall(summary))
    declared = _declared_runs(head)
    own = [stems(unit.words[:200]) if len(unit.words) > 1 else frozenset() for unit in units]
    topics = Counter(
        stem
        for unit, carried in zip(units, own, strict=True)
        if unit.final and len(unit.words) >= _LONG
        for stem in carried
    )
    once = frozenset(topics)
    twice = frozenset(stem for stem, count in topics.items() if count > 1)
    rows = []
    for unit, carried in zip(units, own, strict=True):
        told = unit.final and len(unit.words) >= _LONG
        rows.append(
            (
                len(carried & (twice if told else once)) / max(1, len(carried)),
                len(carried & title) / max(1, len(carried | title)) if carried else 0.0,
                _share(unit, described),
                _declared(unit, declared),
            )
        )
    names = ("topic", "titled", "described", "declared")
    return dict(zip(names, np.array(rows, float).T, strict=True))


def _share(unit: Unit, known: frozenset[str]) -> float:
    """Return what share of the words of a longer unit is known."""
    if len(unit.words) < _FEW or not known:
        return 0.0
    return sum(map(known.__contains__, map(str.lower, unit.words))) / len(unit.words)


def _declared_runs(head: Head) -> frozenset[tuple[str, ...]]:
    """Return the runs of four words of the body that the page's JSON-LD declares."""
    bodies = (found for script in head.linked_data for found in _DECLARED.findall(script))
    spoken = [word.lower() for body in bodies for word in _WORD.findall(body)]
    return _runs(spoken) if len(spoken) > _ENOUGH_DECLARED else frozenset()


def _declared(unit: Unit, declared: frozenset[tuple[str, ...]]) -> float:
    """Return what share of a unit the JSON-LD declares; -1 where it declares nothing."""
    if not declared:
        return -1.0
    own = _runs(list(map(str.lower, unit.words)))
    return len(own & declared) / len(own) if own else 0.5


def _runs(spoken: list[str]) -> frozenset[tuple[str, ...]]:
    """Return every run of four words."""
    return frozenset(zip(spoken, spoken[1:], spoken[2:], spoken[3:], strict=False))


@lru_cache(maxsize=1)
def _stop_words() -> frozenset[str]:
    """Return the function words of English, German, French and Spanish."""
    return frozenset(word for listed in words("stops")["words"].values() for word in listed)
