"""The arguments that name pages, and reading what they name."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from dateline.errors import DatelineError

if TYPE_CHECKING:
    from dateline.model import Given, Page, Reject, Report


def add_pages(verb: argparse.ArgumentParser, count: str = "+") -> None:
    """Let a verb take pages and what is known of them."""
    verb.add_argument(
        "paths", metavar="PATH", nargs=count, help="a page, a feed, an archive, or a folder"
    )
    verb.add_argument(
        "--given",
        metavar="FILE.csv",
        help="what is known of the pages: columns path or url, outlet, published, url, language",
    )
    add_codebooks(verb)
    verb.add_argument(
        "--jobs", metavar="N", type=_count, default=1, help="open pages in N processes"
    )


def add_codebooks(verb: argparse.ArgumentParser) -> None:
    """Let a verb that reads pages code with further codebooks."""
    verb.add_argument(
        "--codebook",
        metavar="FOLDER",
        dest="codebooks",
        action="append",
        default=[],
        help="code with a trained codebook of your own as well; may be repeated",
    )


def _count(value: str) -> int:
    """Return a number of processes. Raises `ArgumentTypeError` for anything else."""
    if not value.isdecimal() or not int(value):
        raise argparse.ArgumentTypeError(f"a number from 1 on was expected, not {value!r}")
    return int(value)


def read_pages(chosen: argparse.Namespace) -> tuple[list[Report], list[Reject]]:
    """Return what could be read and what could not; each reject is told in one line."""
    rejects: list[Reject] = []
    reports = list(read_each(chosen, rejects))
    rejects += foreign(reports)
    tell(rejects)
    return reports, rejects


def read_each(
    chosen: argparse.Namespace,
    rejects: list[Reject],
    wanted: Callable[[Page], bool] | None = None,
) -> Iterator[Report]:
    """Yield the report of each page that is wanted; what can't be read joins the rejects."""
    from dateline import desk
    from dateline.model import Reject

    known = _given(chosen.given) if chosen.given else {}
    desk.knowledge(*chosen.codebooks)
    for page in desk.open_pages(*chosen.paths, given=known, rejects=rejects, jobs=chosen.jobs):
        if wanted is not None and not wanted(page):
            continue
        try:
            report = desk.read(page, codebooks=chosen.codebooks)
        except DatelineError:
            raise
        except Exception as problem:  # noqa: BLE001 - whatever it is, it is told
            # A fault of ours on one page must not cost the others; it is told and counted.
            reason = f"dateline failed on it: {type(problem).__name__}: {problem}"
            rejects.append(Reject(page.path, reason))
        else:
            yield report


def foreign(reports: list[Report]) -> list[Reject]:
    """Return those reports that are read no further than their metadata, with the reason."""
    from dateline.model import Reject
    from dateline.text.sentences import is_foreign

    return [
        Reject(
            report.page.path, f"in the language {report.metadata.language!r}: only English is read"
        )
        for report in reports
        if is_foreign(report)
    ]


def tell(rejects: list[Reject]) -> None:
    """Say of each page why it could not be read."""
    for reject in rejects:
        print(f"{reject.path}: {reject.reason}", file=sys.stderr)


def _given(file: str) -> Mapping[str, Given]:
    """Return what a CSV gives. Raises `ConfigError`."""
    from dateline.sources.given import read_given

    return read_given(file)
