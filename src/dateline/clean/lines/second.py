"""Look at a page a second time, once each line has a first likelihood.

The lines that are likely the report's show where its core is, which words it turns on and what
its headline is; a reader's comment, fluent but thirty lines below the core, and a teaser of
another report, whose words the core doesn't share, are told by them.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dateline.clean.around import shifted, window
from dateline.clean.lines.features import Column, Columns, Described, shared_stems

_EVEN = 0.35
"""The likelihood that speaks neither for nor against a stretch: what is missed costs more."""
_GAP = 4
"""Lines; what is further apart is another stretch."""
_NEAR = (-4, -3, -2, -1, 1, 2, 3, 4)


def look_again(page: Described, surrounded: Columns, likely: Column) -> Columns:
    """Return all features of each line and what the first likelihoods show of the page."""
    size = len(likely)
    count = np.minimum(surrounded["words"], 80.0)
    mass = likely * count
    found = dict(surrounded)
    found["likely"] = likely
    for step in _NEAR:
        found[f"likely{step:+d}"] = shifted(likely, step, 0.0)
    for reach in (3, 8, 20):
        found[f"likely~{reach}"] = window(likely, reach)
        found[f"mass~{reach}"] = window(mass, reach)
    total = max(1.0, float(mass.sum()))
    before = np.cumsum(mass) - mass
    found["mass_before"], found["mass_share"] = before, before / total
    found["mass_after"] = total - before - mass
    found["mass"] = np.full(size, total)
    core = core_of(likely, count)
    found |= _by_core(page, core, size)
    found |= _stretches(surrounded, likely, mass)
    return found | _by_title(page, surrounded, core)


def core_of(likely: Column, count: Column) -> tuple[int, int]:
    """Return the stretch `[start, end)` of lines with the largest sum of what speaks for it."""
    weight = (likely - _EVEN) * (count + 1) ** 0.7
    told = np.concatenate([[0.0], np.cumsum(weight)])
    lowest = np.minimum.accumulate(told)
    end = int(np.argmax(told - lowest))
    start = int(np.flatnonzero(told[: end + 1] == lowest[end])[-1])
    return start, max(end, start + 1)


def _by_core(page: Described, core: tuple[int, int], size: int) -> Columns:
    """Return where each line stands to the core, and whether it uses the core's words."""
    place = np.arange(size, dtype=np.float64)
    inside = (place >= core[0]) & (place < core[1])
    shared = shared_stems(page.lines, page.stems, inside)
    head = inside & (place < core[0] + 12)
    return {
        "core": inside.astype(np.float64),
        "core_start": np.clip(place - core[0], -100, 200),
        "core_end": np.clip(place - core[1], -200, 100),
        "core_size": np.full(size, float(core[1] - core[0])),
        "core_words": shared,
        "core_words~3": window(shared, 3),
        "core_words~8": window(shared, 8),
        "head_words": shared_stems(page.lines, page.stems, head),
    }


def _stretches(own: Columns, likely: Column, mass: Column) -> Columns:
    """Return what the stretch of likely lines is like in which, or after which, a line stands."""
    size = len(likely)
    place = np.arange(size)
    held = likely > _EVEN
    last = np.maximum.accumulate(np.where(held, place, -1))
    opens = held & (np.concatenate([[-1], last[:-1]]) < place - _GAP)
    opens |= held & (np.concatenate([[-1], last[:-1]]) < 0)
    number = np.cumsum(opens)
    words = np.bincount(number, mass)
    lines = np.bincount(number, held)
    least = np.maximum(1.0, words)
    gap = np.where(opens, place - np.concatenate([[0], last[:-1]]), 0)
    before = np.cumsum(words) - words
    spoken = own["mine"] + own["reader"]
    return {
        "stretch": number.astype(np.float64),
        "stretch_words": words[number],
        "stretch_share": (words / max(1.0, float(words.max())))[number],
        "stretch_lines": lines[number].astype(np.float64),
        "stretch_line": (words / np.maximum(1, lines))[number],
        "stretch_before": before[number],
        "stretch_gap": np.bincount(number, gap)[number],
        "stretch_mine": (np.bincount(number, spoken * mass) / least)[number],
        "stretch_telling": (np.bincount(number, own["telling"] * mass) / least)[number],
        "stretch_topic": (np.bincount(number, own["topic"] * mass) / least)[number],
        "since_likely": np.minimum(100.0, place - last),
    }


def _by_title(page: Described, own: Columns, core: tuple[int, int]) -> Columns:
    """Return what each line shares with the line above the core that best names its topic."""
    size = len(own["words"])
    place = np.arange(size)
    head = (place >= core[0]) & (place < core[0] + 8)
    shared = shared_stems(page.lines, page.stems, head)
    shaped = (own["words"] >= 3) & (own["words"] <= 25) & (own["ends"] != 1)
    near = (place < core[0] + 2) & (place >= core[0] - 60)
    score = np.where(shaped & near, shared * np.minimum(own["words"], 8), -1.0)
    title = int(np.argmax(score - 0.01 * (core[0] - place)))
    named = _named(page, title, size)
    return {
        "title_score": np.full(size, float(score[title])),
        "title_place": np.clip(place - title, -60.0, 150.0),
        "title_words": named,
        "title_words~8": window(named, 8),
    }


def _named(page: Described, title: int, size: int) -> Column:
    """Return what share of a headline's content words each line uses."""
    wanted: NDArray[np.int64] = page.stems[page.lines == title]
    uses = np.isin(page.stems, wanted)
    return np.bincount(page.lines, uses, size) / max(1, len(wanted))
