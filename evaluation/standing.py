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
from math import log
from random import Random
from time import process_time

from dateline.weaving.features import Features, pack_features
from dateline.weaving.window import Window

SIZES = (1_000, 3_000, 10_000, 30_000, 100_000)
TIMED = 1_000
"""Reports whose adding is timed at each size."""
_LISTED = 60_000
"""Words that there are; how often one is drawn falls with its rank, as in a language."""
_STORY, _OWN = 40, 160
_START = date(2031, 1, 1)


def invented_features(count: int, seed: int = 7) -> Iterator[Features]:
    """Yield the features of reports of about two hundred words each, in order of their days."""
    dice, made = Random(seed), itertools.count()  # noqa: S311 (no secret hangs on these dice)
    number = 0
    while number < count:
        about = _words(dice, _STORY)
        for _ in range(dice.randint(1, 9)):
            day = _START + timedelta(60 * number // count)
            told = dice.sample(about, _STORY // 2)
            weighed = {word: _worth(word) * 4 for word in told}
            weighed |= {word: _worth(word) for word in _words(dice, _OWN) if word not in weighed}
            names = [word for word in about[:6] if dice.random() < 0.7]
            yield pack_features(f"report-{next(made)}", weighed, day, names)
            number += 1


def _words(dice: Random, count: int) -> list[str]:
    """Return different words; the share of one among those drawn falls as one over its rank."""
    ranks = {int(_LISTED ** dice.random()) for _ in range(2 * count)}
    return [f"w{rank}" for rank in sorted(ranks, key=lambda _: dice.random())[:count]]


def _worth(word: str) -> float:
    rarity: float = (log(1 + int(word[1:])) / log(1 + _LISTED)) ** 1.5
    return rarity


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


def memory_of_report(count: int = 10_000) -> float:
    """Return the kilobytes that a report takes in a window of so many."""
    tracemalloc.start()
    window = Window()
    for features in invented_features(count):
        window.add(features)
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return held / len(window) / 1000


def main() -> None:
    """Print reports a second at each size of the window, the growth, and the memory."""
    print(f"bench/window_kilobytes_per_report {memory_of_report():.1f} n=10000", flush=True)
    spent = {}
    for size, seconds in time_adding():
        spent[size] = seconds
        print(f"bench/added_reports_per_second_{size} {1 / seconds:.0f} n={TIMED}", flush=True)
    growth = spent[100_000] / spent[10_000]
    print(f"bench/adding_growth_10000_to_100000 {growth:.2f} n={TIMED}")


if __name__ == "__main__":
    main()
