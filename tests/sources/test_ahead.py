"""Several processes read what one reads, in its order, and one that dies costs one file."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.model import Page, Reject
from dateline.sources.ahead import read_in_order
from dateline.sources.files import open_file, open_pages
from dateline.sources.source import Opened
from tests.sources.build import a_zip, told


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(12):
        (tmp_path / f"{number:02}.html").write_bytes(told(number))
    (tmp_path / "05.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "06.zip").write_bytes(a_zip({"x.html": told(60), "y.html": told(61)}))
    (tmp_path / "99.html").write_bytes(told(3))
    return tmp_path


def test_two_processes_yield_what_one_does_in_its_order(folder: Path) -> None:
    one, two = (list(open_pages([folder, "gone.txt"], jobs=jobs)) for jobs in (1, 2))
    assert two == one
    assert len([page for page in two if isinstance(page, Page)]) == 15


def _deadly(path: str, *, alone: bool = False) -> Iterator[Opened]:
    """Read a file; the process that reads "07.html" is killed, as one out of memory is."""
    if path.endswith("07.html"):
        os.kill(os.getpid(), signal.SIGKILL)
    return open_file(path, alone=alone)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal on this system")
def test_a_process_that_dies_costs_one_file(folder: Path) -> None:
    paths = [str(folder / f"{number:02}.html") for number in range(12)]
    found = [opened for _, opened in read_in_order(paths, _deadly, jobs=2)]
    assert found[7] == Reject(paths[7], "the process that read it died")
    assert [opened.path for opened in found] == paths
    assert sum(isinstance(opened, Page) for opened in found) == 11


def test_what_is_not_asked_for_is_not_waited_for(folder: Path) -> None:
    pages = open_pages([folder], jobs=2)
    assert next(pages).path.endswith("00.html")
    # An iterator by its type; it is a generator, which can be closed.
    pages.close()  # type: ignore[attr-defined]
    assert next(pages, None) is None
