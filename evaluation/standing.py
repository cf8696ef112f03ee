"""Bench adding a report to a window where many already stand: `python -m evaluation.standing`.

The reports are invented features: stories of one to nine reports, each report with the words
of its story, words of its beat that many share, and words of its own, all drawn by dice that
a seed fixes. What an `add` costs is counted in the processor's seconds.
"""

from __future__ import annotations

import itertools
import tracemalloc
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from time import process_time

import numpy as np
from numpy.typing import NDArray

from dateline.weaving.stories.features import Features, pack_features
from dateline.weaving.stories.window import Window

SIZES = (1_000, 3_000, 10_000, 30_000, 100_000)
TIMED = 1_000
"""Reports whose adding is timed at each size."""
_WEIGHED = 10_000
"""Reports of the window whose memory is taken."""
_LISTED = 60_000
"""Words that there are; how often one is drawn falls with its rank, as in a language."""
_STORY, _OWN = 40, 160
_START = date(2031, 1, 1)


def invented_features(count: int, seed: int = 7) -> Iterator[Features]:
    """Yield the features of reports of about two hundred words each, in order of their days."""
    dice, made = np.random.default_rng(seed), itertools.count()
    words = [f"w{rank}" for rank in range(_LISTED)]
    worths = ((np.log1p(np.arange(_LISTED)) / np.log1p(_LISTED)) ** 1.5).tolist()
    number = 0
    while number < count:
        about = _ranks(dice, _STORY)
        for _ in range(dice.integers(1, 10)):
            told = dice.permutation(about)[: _STORY // 2].tolist()
            weighed = {words[rank]: worths[rank] for rank in _ranks(dice, _OWN).tolist()}
            weighed |= {words[rank]: worths[rank] * 4 for rank in told}
            names = [words[rank] for rank in about[:6].tolist() if dice.random() < 0.7]
            day = _START + timedelta(60 * number // count)
            yield pack_features(f"report-{next(made)}", weighed, day, names)
            number += 1


def _ranks(dice: np.random.Generator, count: int) -> NDArray[np.int64]:
    """Return different words; the share of one among those drawn falls as one over its rank."""
    ranks = np.unique((_LISTED ** dice.random(2 * count)).astype(np.int64))
    return dice.permutation(ranks)[:count]


def time_adding(sizes: Sequence[int] = SIZES) -> Iterator[tuple[int, float]]:
    """Yield for each size of the window the seconds that one `add` takes there."""
    window = Window()
    coming = invented_features(sizes[-1] + TIMED)
    for size in sizes:
        for features in itertools.islice(coming, size - len(window)):
            window.add(features)
        some = list(itertools.islice(coming, TIMED))
        start = process_time()
        for features in some:
            window.add(features)
        yield size, (process_time() - start) / TIMED


def memory_of_report(count: int = _WEIGHED) -> float:
    """Return the kilobytes that a report takes in a window of so many."""
    tracemalloc.start()
    window = Window()
    for features in invented_features(count):
        window.add(features)
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return held / len(window) / 1000


def standing_measures(sizes: Sequence[int] = SIZES) -> Iterator[tuple[str, str, int]]:
    """Yield the memory of a report, reports added a second at each size, and the growth.

    The growth is that of the cost of an `add` where the window grows to its tenfold.
    """
    yield "window_kilobytes_per_report", f"{memory_of_report():.1f}", _WEIGHED
    spent: dict[int, float] = {}
    for size, spent[size] in time_adding(sizes):
        yield f"added_reports_per_second_{size}", f"{1 / spent[size]:.0f}", TIMED
    growth = spent[sizes[-1]] / spent[sizes[-1] // 10]
    yield f"adding_growth_{sizes[-1] // 10}_to_{sizes[-1]}", f"{growth:.2f}", TIMED


def main() -> None:
    """Print the measures of the window, one a line."""
    for name, value, count in standing_measures():
        print(f"bench/{name} {value} n={count}", flush=True)


if __name__ == "__main__":
    main()
