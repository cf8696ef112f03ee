"""Open pages from files and folders, whatever kind of source each file is.

`open_pages(["pages/", "late.txt", "crawl.warc.gz"])` yields a `Page` for each page that can be
read and a `Reject` with its reason for each that can't; it never raises for a bad page.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Mapping

from dateline.model import Given, Page, Reject
from dateline.sources.ahead import read_in_order
from dateline.sources.page import with_given
from dateline.sources.readers import is_one_page, read_source
from dateline.sources.source import Budget, Opened, Source, told_path


def open_pages(
    paths: Iterable[str | os.PathLike[str]],
    *,
    given: Mapping[str, Given] | None = None,
    jobs: int = 1,
) -> Iterator[Opened]:
    """Yield a page, or the reason why not, for each page; folders are read in sorted order.

    `given` is looked up by the path as it was given, by file name, and by address; what is given
    of an archive holds for its pages. With `jobs` above 1 files are read in as many processes;
    what comes, and in what order, is the same.
    """
    known = given or {}
    seen: dict[str, str] = {}
    entries = (entry for path in paths for entry in _entries(os.fspath(path)))
    for file, opened in read_in_order(entries, open_file, jobs=jobs):
        if isinstance(opened, Page):
            opened = _known_page(opened, file, known)
            if opened.id in seen:
                opened = Reject(opened.path, f"the same page as {seen[opened.id]}")
            else:
                seen[opened.id] = opened.path
        yield opened


def _known_page(page: Page, file: str, known: Mapping[str, Given]) -> Page:
    """Return the page with what the caller knows of it, else of the file that it lies in."""
    listed = page.listing.url if page.listing else None
    names = [page.path, os.path.normpath(page.path), os.path.basename(page.path)]
    names += [name for name in (listed, page.head.canonical) if name is not None]
    names += [file, os.path.normpath(file), os.path.basename(file)]
    given = next((known[name] for name in names if name in known), None)
    return page if given is None else with_given(page, given)


def _entries(path: str) -> Iterator[str | Reject]:
    """Yield the files that a path stands for, in sorted order."""
    if not os.path.isdir(path):
        yield path
        return
    problems: list[OSError] = []
    names: list[str] = []
    for folder, folders, files in os.walk(path, onerror=problems.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        names += [os.path.join(folder, name) for name in files if not name.startswith(".")]
    for problem in problems:
        yield Reject(
            told_path(str(problem.filename)), f"this folder can't be read: {problem.strerror}"
        )
    if not names and not problems:
        yield Reject(told_path(path), "nothing readable in this folder")
    yield from sorted(names)


def open_file(path: str, *, alone: bool = False) -> Iterator[Opened]:
    """Yield the pages of one file, or why it can't be read.

    `alone`: nothing is yielded for a file of many pages.
    """
    told = told_path(path)
    try:
        about = os.stat(path)
        if not stat.S_ISREG(about.st_mode):
            yield Reject(told, "not a regular file")
            return
        with open(path, "rb") as file:
            source = Source(told, file, about.st_size, budget=Budget(told, about.st_size))
            if not alone or is_one_page(told, source.peek()):
                yield from read_source(source)
    except FileNotFoundError:
        yield Reject(told, "no such file")
    except (OSError, ValueError) as problem:
        yield Reject(told, f"can't be read: {getattr(problem, 'strerror', None) or problem}")
    except Exception as problem:  # noqa: BLE001 - whatever it is, it is told
        # A fault of ours on one file must not cost the others; it is told and counted.
        yield Reject(told, f"dateline failed on it: {type(problem).__name__}: {problem}")
