"""Measure speed and memory on the example: `python -m evaluation.bench`.

A cold start is what a person at a terminal waits for; words a second is what a folder of
thousands costs. Both are of this machine and of nobody else's.
"""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path
from time import perf_counter

import dateline
from evaluation.sets import ROOT

_ROUNDS = 3


def main() -> None:
    """Print the measures of the bench, one a line."""
    pages = sorted(ROOT.glob("examples/*/*.txt")) + sorted(ROOT.glob("examples/*/*.html"))
    print(f"bench/cold_start_seconds {_cold_start(pages):.2f} n={len(pages)}")
    opened = list(dateline.open_pages(*pages))
    for page in opened:
        dateline.read(page)  # The first reading opens parser and tables.
    start = perf_counter()
    reports = [dateline.read(page) for _ in range(_ROUNDS) for page in opened]
    spent = perf_counter() - start
    words = sum(len(report.text.split()) for report in reports)
    print(f"bench/reports_per_second {len(reports) / spent:.2f} n={len(reports)}")
    print(f"bench/words_per_second {words / spent:.0f} n={words}")
    start = perf_counter()
    dateline.weave(reports[: len(opened)])
    print(f"bench/weave_seconds {perf_counter() - start:.3f} n={len(opened)}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"bench/peak_megabytes {peak} n=1")


def _cold_start(pages: list[Path]) -> float:
    """Return the seconds of one `dateline brief`, from nothing to the printed brief."""
    start = perf_counter()
    command = [sys.executable, "-m", "dateline", "brief", *map(str, pages)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
    return perf_counter() - start


if __name__ == "__main__":
    main()
