"""Measure speed and memory: `python -m evaluation.bench`.

A cold start is what a person at a terminal waits for, words a second what a folder of
thousands costs, and pages a second what an archive of millions costs before anything is
parsed. All are of this machine and of nobody else's; a ratio of two travels further. Work that
one process does is counted in the processor's seconds, so that neighbours don't slow it.
"""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from time import perf_counter, process_time

import trafilatura

import dateline
from dateline.errors import UnreadablePage
from dateline.knowledge.codebook import open_codebook
from dateline.knowledge.lexicon import open_lexicon
from dateline.model import Page
from dateline.pipeline import Knowledge, skim
from dateline.sources.page import page_of_bytes, page_of_text
from dateline.text.encoder import open_encoder
from evaluation.dumps import SOURCES
from evaluation.saved import saved_pages
from evaluation.sets import ROOT, bench_folder
from evaluation.stages import stage_shares
from evaluation.standing import standing_measures
from evaluation.synthetic import html_page, nested_page, text_dump

_ROUNDS = 3
_UNIT = 100_000
_GROWTH = (1, 4, 16)
_LARGE = 10_000_000
_DEEP = 50_000
_STANDING = (3_000, 10_000, 30_000)
"""`python -m evaluation.standing` goes on to 100,000, which takes some minutes."""
_WHO = ("names", "chains", "places", "times")
_OPENING = """
import time
from dateline.knowledge.gazetteer import open_gazetteer
start = time.perf_counter()
open_gazetteer().find("Paris")
print(time.perf_counter() - start)
print(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""
"""Linux keeps the peak of a process there; `resource` counts the parent's before the start."""
_OWN_REPORTS = sorted(ROOT.glob("evaluation/gold/stories/*/*.txt"))

Skim = Callable[[bytes], object]


def main() -> None:
    """Print the measures of the bench, one a line."""
    known = Knowledge(open_lexicon(), open_codebook("plover"), parser="")

    def skim_html(data: bytes) -> object:
        return skim(page_of_bytes(data, path="page.html"), known)

    def skim_dump(data: bytes) -> object:
        return skim(page_of_text(data.decode("utf-8"), path="dump.txt"), known)

    _bench_skimming(_saved(), skim_html)
    _bench_growth("html", skim_html, html_page)
    _bench_growth("dump", skim_dump, text_dump)
    _bench_limits(skim_html)
    _bench_example()
    _bench_stages()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    _say("peak_megabytes", f"{peak}", 1)
    # Last, lest a full window count as the peak of reading.
    for measure in standing_measures(_STANDING):
        _say(*measure)


def _say(name: str, value: str, count: int, rival: str = "") -> None:
    print(f"bench{rival and '@' + rival}/{name} {value} n={count}", flush=True)


def _spent(work: Callable[[], object]) -> float:
    """Return the processor's seconds that a piece of work takes."""
    start = process_time()
    work()
    return process_time() - start


# ---------------------------------------------------------------------- reading without parser


def _saved() -> list[bytes]:
    """Return saved pages of the benchmarks that are here, else invented ones of usual size."""
    folders = [folder for name in SOURCES if (folder := bench_folder(name)())]
    saved = [page.data() for folder in folders for page in saved_pages(folder)]
    return saved or [html_page(size).encode() for size in range(40_000, 240_000, 10_000)]


def _bench_skimming(pages: Sequence[bytes], skim_html: Skim) -> None:
    """Print pages a second on one core, ours and trafilatura's, and how many times slower.

    Both read each page in turn, so that a neighbour who comes and goes slows both alike.
    """
    readers = (skim_html, _skim_by_trafilatura)
    for reader in readers:
        reader(pages[0])  # The first page opens the tables.
    spent = [[_spent(partial(reader, page)) for reader in readers] for page in pages]
    ours, theirs = map(sum, zip(*spent, strict=True))
    _say("skimmed_pages_per_second", f"{len(pages) / ours:.1f}", len(pages))
    _say("skimmed_pages_per_second", f"{len(pages) / theirs:.1f}", len(pages), "trafilatura")
    _say("skimming_over_trafilatura", f"{ours / theirs:.2f}", len(pages))


def _skim_by_trafilatura(data: bytes) -> object:
    """Return what trafilatura finds where it is asked for text and metadata."""
    return trafilatura.bare_extraction(data, include_comments=False, with_metadata=True)


# ------------------------------------------------------------------------------------ size


def _bench_growth(kind: str, skim_page: Skim, write: Callable[[int, int], str]) -> None:
    """Print seconds a megabyte of ever fewer, larger pages; linear reading keeps them equal.

    No page is read twice, for what was just seen of a text is remembered for a while.
    """
    spent: list[float] = []
    for times in _GROWTH:
        seeds = range(100 * times, 100 * times + _GROWTH[-1] // times)
        pages = [write(times * _UNIT, seed).encode("utf-8") for seed in seeds]
        seconds = sum(_spent(partial(skim_page, data)) for data in pages)
        spent.append(seconds / (sum(map(len, pages)) / 1e6))
        _say(f"{kind}_seconds_per_megabyte_{times}x", f"{spent[-1]:.2f}", len(pages))
    _say(f"{kind}_growth", f"{spent[-1] / spent[0]:.2f}", len(_GROWTH))


def _bench_limits(skim_html: Skim) -> None:
    """Print what a page of 10 MB and one nested 50,000 deep cost, and how they end."""
    for name, markup in (("large", html_page(_LARGE)), ("deep", nested_page(_DEEP))):
        start = process_time()
        try:
            skim_html(markup.encode("utf-8"))
        except UnreadablePage as problem:
            print(f"    the {name} page is set aside: {problem.reason}")
        else:
            print(f"    the {name} page is read")
        _say(f"{name}_page_seconds", f"{process_time() - start:.2f}", 1)


# ------------------------------------------------------------------------------ the whole way


def _bench_example() -> None:
    """Print what reading and weaving the example cost."""
    pages = sorted(ROOT.glob("examples/*/*.txt")) + sorted(ROOT.glob("examples/*/*.html"))
    _say("cold_start_seconds", f"{_cold_start(pages):.2f}", len(pages))
    opened = list(dateline.open_pages(*pages))
    for page in opened:
        dateline.read(page)  # The first reading opens parser and tables.
    start = perf_counter()
    reports = [dateline.read(page) for _ in range(_ROUNDS) for page in opened]
    spent = perf_counter() - start
    words = sum(len(report.text.split()) for report in reports)
    _say("reports_per_second", f"{len(reports) / spent:.2f}", len(reports))
    _say("words_per_second", f"{words / spent:.0f}", words)
    start = perf_counter()
    dateline.weave(reports[: len(opened)])
    _say("weave_seconds", f"{perf_counter() - start:.3f}", len(opened))


def _bench_stages() -> None:
    """Print what each stage costs beside the parse, and what opening the gazetteer costs."""
    pages = list(dateline.open_pages(*_OWN_REPORTS))
    shares = stage_shares(pages)
    for name, share in shares.items():
        _say(f"{name}_over_parse", f"{share:.2f}", len(pages))
    _say("bare_parser_over_reading", f"{1 / sum(shares.values()):.2f}", len(pages))
    _bench_encoder(pages)
    _say("who_where_when_over_parse", f"{sum(shares[name] for name in _WHO):.2f}", len(pages))
    command = [sys.executable, "-c", _OPENING]
    seconds, _, kilobytes, _ = subprocess.run(
        command, check=True, capture_output=True, text=True
    ).stdout.split()
    _say("gazetteer_seconds", f"{float(seconds):.2f}", 1)
    _say("gazetteer_megabytes", f"{int(kilobytes) / 1024:.0f}", 1)


def _bench_encoder(pages: Sequence[Page]) -> None:
    """Print how many sentences a core encodes in a second, a report at a time."""
    encoder = open_encoder(str(Knowledge(open_lexicon(), open_codebook("plover"), "").weights))
    reports = [dateline.read(page) for page in pages]
    texts = [[s.span.of(report.text) for s in report.sentences] for report in reports]
    spent = sum(_spent(partial(encoder.encode, sentences)) for sentences in texts)
    count = sum(map(len, texts))
    _say("encoded_sentences_per_second", f"{count / spent:.0f}", count)


def _cold_start(pages: list[Path]) -> float:
    """Return the seconds of one `dateline brief`, from nothing to the printed brief."""
    start = perf_counter()
    command = [sys.executable, "-m", "dateline", "brief", *map(str, pages)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
    return perf_counter() - start


if __name__ == "__main__":
    main()
