"""Files and folders become pages, and what can't be read becomes one reject with its reason."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.errors import UnreadablePage
from dateline.model import Given, Page, Reject
from dateline.sources import files
from dateline.sources.files import open_pages
from dateline.sources.limits import LIMITS
from dateline.sources.page import page_of_bytes, page_of_text
from dateline.sources.readers import read_source
from dateline.sources.source import Opened, Source
from tests.sources.build import a_zip, told

_STORY = "Ferry sinks off the cape\n\nA ferry sank on Monday, the coast guard said.\n"


def _reasons(*paths: Path | str) -> list[str]:
    return [e.reason for e in open_pages(paths) if isinstance(e, Reject)]


def _pages(*paths: Path | str) -> list[Page]:
    return [entry for entry in open_pages(paths) if isinstance(entry, Page)]


def test_a_text_file_becomes_a_page_with_a_piece_a_line(tmp_path: Path) -> None:
    file = tmp_path / "ferry.txt"
    file.write_text(_STORY)
    (page,) = _pages(file)
    assert (page.kind, page.text) == ("text", _STORY)
    assert [piece.span.of(page.text) for piece in page.pieces] == [
        "Ferry sinks off the cape",
        "A ferry sank on Monday, the coast guard said.",
    ]


def test_carriage_returns_stay_and_stand_outside_the_pieces() -> None:
    page = page_of_text("One line.\r\nTwo lines.\r\n", path="a.txt")
    assert page.text.count("\r") == 2
    assert [piece.span.of(page.text) for piece in page.pieces] == ["One line.", "Two lines."]


@pytest.mark.parametrize("name", ["page.html", "page.txt", "page"])
def test_html_is_known_by_its_name_or_its_start(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_text("<!DOCTYPE html><p>The ferry <b>sank</b>.</p>")
    (page,) = _pages(file)
    assert (page.kind, page.text) == ("html", "The ferry sank.")


def test_a_folder_is_read_in_sorted_order_with_its_folders(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "b/a.txt", "a.txt"):
        (tmp_path / name).write_text(f"Story {name} was told on Monday.")
    found = [os.path.relpath(page.path, tmp_path) for page in _pages(tmp_path)]
    assert found == ["a.txt", str(Path("b") / "a.txt"), "c.txt"]


def test_the_id_depends_on_name_and_text_alone(tmp_path: Path) -> None:
    here, there = page_of_text(_STORY, path="x/a.txt"), page_of_text(_STORY, path="y/a.txt")
    assert here.id == there.id
    assert len(here.id) == 16
    assert page_of_text(_STORY, path="b.txt").id != here.id


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "an empty file"),
        (b" \n\t\n", "a page with no text"),
        (
            b"The river rose. " * 150_000,
            "2,400,000 characters of text: more than 2,000,000 are no report",
        ),
        (b"<html><body><script>1</script></body></html>", "a page with no text"),
        (b"%PDF-1.4 ...", "a binary file (a PDF), not text or HTML"),
    ],
)
def test_what_holds_no_text_is_rejected_with_its_reason(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadablePage) as problem:
        page_of_bytes(data, path="page.txt")
    assert (problem.value.path, problem.value.reason) == ("page.txt", reason)


def test_a_file_over_the_limit_is_rejected_unread(tmp_path: Path) -> None:
    file = tmp_path / "big.txt"
    with file.open("wb") as handle:
        handle.truncate(50_000_000)
    assert _reasons(file) == ["too large (50 MB; at most 20 MB)"]
    assert LIMITS.page == 20_000_000


def test_a_file_that_is_not_there_is_rejected(tmp_path: Path) -> None:
    assert _reasons(tmp_path / "gone.txt") == ["no such file"]


def test_a_name_that_no_file_can_have_is_rejected() -> None:
    (reason,) = _reasons("a\0b.txt")
    assert reason.startswith("can't be read")


def test_files_of_other_kinds_are_rejected_by_name(tmp_path: Path) -> None:
    file = tmp_path / "photo.jpg"
    file.write_text("not really a photo")
    assert _reasons(file) == ["neither text nor HTML by its name (.jpg)"]


def test_a_folder_with_nothing_in_it_is_rejected(tmp_path: Path) -> None:
    assert _reasons(tmp_path) == ["nothing readable in this folder"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_is_rejected_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert _reasons(tmp_path / "pipe.txt") == ["not a regular file"]


def test_the_same_page_twice_is_read_once(tmp_path: Path) -> None:
    file = tmp_path / "ferry.txt"
    file.write_text(_STORY)
    assert len(_pages(file, file)) == 1
    assert _reasons(file, tmp_path) == [f"the same page as {file}"]


def test_a_bad_page_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text(_STORY)
    assert [type(entry) for entry in open_pages([tmp_path])] == [Reject, Page]


def test_one_line_of_200_000_characters_is_read() -> None:
    page = page_of_bytes(b"word " * 40_000, path="long.txt")
    assert len(page.pieces) == 1


@pytest.mark.parametrize("key", ["{folder}/ferry.txt", "ferry.txt"])
def test_what_is_given_is_found_by_path_or_file_name(tmp_path: Path, key: str) -> None:
    file = tmp_path / "ferry.txt"
    file.write_text(_STORY)
    given = {key.format(folder=tmp_path): Given(outlet="The Harbour Herald")}
    (page,) = open_pages([file], given=given)
    assert isinstance(page, Page)
    assert page.given.outlet == "The Harbour Herald"


def test_what_is_given_is_found_by_canonical_address(tmp_path: Path) -> None:
    file = tmp_path / "ferry.html"
    file.write_text('<link rel="canonical" href="https://herald.example/ferry"><p>It sank.')
    given = {"https://herald.example/ferry": Given(published="2020-05-03")}
    (page,) = open_pages([file], given=given)
    assert isinstance(page, Page)
    assert page.given.published == "2020-05-03"


def test_what_is_given_of_an_archive_holds_for_its_pages(tmp_path: Path) -> None:
    file = tmp_path / "herald.zip"
    file.write_bytes(a_zip({"1.html": told(1), "2.html": told(2)}))
    pages = list(open_pages([file], given={"herald.zip": Given(outlet="The Harbour Herald")}))
    assert [isinstance(p, Page) and p.given.outlet for p in pages] == ["The Harbour Herald"] * 2


def test_a_link_that_leads_nowhere_or_in_circles_is_rejected(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to("nothing.txt")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    assert _reasons(tmp_path) == [
        "no such file",
        "can't be read: Too many levels of symbolic links",
    ]


def test_folders_that_hold_themselves_are_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(_STORY)
    (tmp_path / "again").symlink_to(tmp_path)
    assert len(list(open_pages([tmp_path]))) == 1


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_name_that_is_no_utf8_is_told_with_its_bytes(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text(_STORY)
    except OSError:
        pytest.skip("no such names on this file system")
    (page,) = _pages(tmp_path)
    assert Path(page.path).name == "caf\\xe9.txt"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_a_file_that_may_not_be_read_is_rejected(tmp_path: Path) -> None:
    file = tmp_path / "secret.txt"
    file.write_text(_STORY)
    file.chmod(0)
    assert _reasons(file) == ["can't be read: Permission denied"]


def test_a_fault_of_ours_on_one_file_does_not_stop_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(source: Source) -> Iterator[Opened]:
        if source.path.endswith("a.txt"):
            raise RecursionError("too deep")
        return read_source(source)

    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"{name}: {_STORY}")
    monkeypatch.setattr(files, "read_source", fails)
    assert [one.path[-5:] for one in open_pages([tmp_path])] == ["a.txt", "b.txt"]
    assert _reasons(tmp_path) == ["dateline failed on it: RecursionError: too deep"]


@pytest.mark.slow
def test_a_page_of_ten_megabytes_ends_in_a_page_or_a_reject(tmp_path: Path) -> None:
    file = tmp_path / "long.html"
    file.write_text("<!DOCTYPE html>" + "<p>The ferry sank off the cape on Monday.</p>\n" * 222_000)
    assert file.stat().st_size > 10_000_000
    assert len(list(open_pages([file]))) == 1


def test_a_page_nested_very_deep_ends_in_a_page_or_a_reject(tmp_path: Path) -> None:
    file = tmp_path / "deep.html"
    file.write_text("<!DOCTYPE html>" + "<div>" * 50_000 + "The ferry sank." + "</div>" * 50_000)
    assert len(list(open_pages([file]))) == 1
