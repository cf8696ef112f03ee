"""The command line: bad input gets a line, exit codes say how it went, and nothing raises."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

import dateline
from dateline import cli, desk
from dateline.cli.output import wants_colours
from dateline.model import Page, Report

STORM = """Storm floods the harbour of Mombasa

3 May 2030

Mombasa, Kenya - A storm flooded the harbour of Mombasa on Thursday and killed 12 people, the coast guard said.

"We have never seen such waves," port director Asha Juma told reporters.

The government will send 200 soldiers on Saturday, Juma said.
"""
SURGE = """Twelve die as storm hits Mombasa harbour

Published on 3 May 2030

A storm that hit the harbour of Mombasa on Thursday has killed at least 12 people, according to the coast guard.

Port director Asha Juma said that nobody had ever seen such waves.
"""


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Return a folder of two pages on one storm."""
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "coast.txt").write_text(STORM, encoding="utf-8")
    (folder / "port.txt").write_text(SURGE, encoding="utf-8")
    return folder


def run(*arguments: object) -> int:
    """Run a command as the shell would, in this process."""
    try:
        return cli.main([str(argument) for argument in arguments])
    except SystemExit as end:
        return int(end.code or 0)


def shell(*arguments: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command in a process of its own."""
    command = [sys.executable, "-m", "dateline", *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, check=False, env={**os.environ, **environment}
    )


def document(capsys: pytest.CaptureFixture[str], *arguments: object) -> Any:
    run("brief", *arguments, "--json")
    return json.loads(capsys.readouterr().out)


# ------------------------------------------------------------------------------- the verbs


def test_a_brief_is_printed_and_all_is_well(
    pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("brief", pages) == 0
    told = capsys.readouterr()
    assert "2 reports, 2 outlets" in told.out
    assert told.err == ""


def test_json_holds_the_reports_and_the_run(
    pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = document(capsys, pages)
    paths = [report["path"] for story in made["stories"] for report in story["reports"]]
    assert sorted(Path(path).name for path in paths) == ["coast.txt", "port.txt"]
    assert made["run"]["models"]["parser"].count("sha256:") == 1


def test_equal_runs_print_equal_bytes(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("brief", pages, "--json")
    one = capsys.readouterr().out
    run("brief", pages / "port.txt", pages / "coast.txt", "--json")
    assert capsys.readouterr().out == one


def test_more_processes_print_the_same(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("brief", pages) == 0
    one = capsys.readouterr().out
    assert run("brief", pages, "--jobs", "2") == 0
    assert capsys.readouterr().out == one


def test_markdown_is_markdown(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("brief", pages, "--markdown") == 0
    assert capsys.readouterr().out.startswith("# ")


def test_html_is_written_beside_the_brief(
    pages: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "brief.html"
    assert run("brief", pages, "--html", out) == 0
    assert out.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert "2 reports" in capsys.readouterr().out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["brief.html", "pages"]


def test_given_says_what_the_page_does_not(
    pages: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = tmp_path / "given.csv"
    given.write_text("path,outlet,published\ncoast.txt,Coast Daily,2030-05-03\n")
    made = document(capsys, pages / "coast.txt", "--given", given)
    report = made["stories"][0]["reports"][0]
    assert (report["outlet"], report["published"]) == ("Coast Daily", "2030-05-03")


def test_show_prints_the_text_with_its_furniture(
    pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("show", pages / "coast.txt") == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "A storm flooded the harbour of Mombasa on Thursday and killed 12 people" in out


def test_why_explains_a_record_of_the_json(
    pages: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = document(capsys, pages)
    out = tmp_path / "out.json"
    out.write_text(json.dumps(made))
    record = made["stories"][0]["reports"][0]["blocks"][0]["id"]
    assert run("why", out, record) == 0
    assert "found by" in capsys.readouterr().out


def test_a_failing_codebook_example_is_a_problem(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "praise.toml").write_text(
        'code = "PRAISE"\nquad = 1\nscale = 3.0\nmeans = "praises"\nmodes = []\n'
        '[[rule]]\nid = "praise"\nverbs = ["praise"]\n'
        'yes = ["Kenya [praised] Ghana.", "Kenya [mocked] Ghana."]\nno = []\n'
    )
    assert run("check", tmp_path) == 1
    out = capsys.readouterr().out
    assert "mocked" in out
    assert "1 problem" in out


# ------------------------------------------------------------------------------- bad input


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("binary.txt", bytes(range(256)) * 20, ""),
        ("blank.txt", b"  \n\n ", "no text"),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(50), ""),
    ],
)
def test_a_page_that_can_not_be_read_gets_one_line(
    pages: Path, capsys: pytest.CaptureFixture[str], name: str, data: bytes, reason: str
) -> None:
    (pages / name).write_bytes(data)
    assert run("brief", pages) == 1
    told = capsys.readouterr()
    lines = told.err.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith(f"{pages / name}: ")
    assert reason in lines[0]
    assert "2 reports" in told.out


def test_rejects_are_in_the_json_too(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (pages / "empty.txt").write_bytes(b"")
    made = document(capsys, pages, pages / "gone.txt")
    assert [Path(reject["path"]).name for reject in made["rejects"]] == ["empty.txt", "gone.txt"]
    assert all(reject["reason"] for reject in made["rejects"])


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig"])
def test_other_encodings_are_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], encoding: str
) -> None:
    page = tmp_path / "storm.txt"
    page.write_bytes(STORM.replace("port director", "“port” director – née").encode(encoding))
    assert run("brief", page, "--json") == 0
    report = json.loads(capsys.readouterr().out)["stories"][0]["reports"][0]
    assert "“port” director – née" in report["text"]


def test_a_folder_with_nothing_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("brief", tmp_path) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert str(tmp_path) in told.err


def test_a_page_that_is_gone_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("brief", tmp_path / "gone.txt") == 1
    assert "gone.txt: no such file" in capsys.readouterr().err


def test_a_page_given_twice_counts_once(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = document(capsys, pages / "coast.txt", pages / "coast.txt")
    assert sum(len(story["reports"]) for story in made["stories"]) == 1
    assert len(made["rejects"]) == 1


def test_broken_markup_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "broken.html"
    body = STORM.replace("\n\n", "</p><p>")
    page.write_text(f"<html><body <div><p>{body}<b><i></p></b><table><script>x(", "utf-8")
    assert run("brief", page, "--json") in {0, 1}
    made = json.loads(capsys.readouterr().out)
    assert len(made["stories"]) + len(made["rejects"]) == 1


@pytest.mark.slow
def test_a_line_of_200_000_characters_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "long.txt"
    page.write_text("floodwater rises " * 12_000, "utf-8")
    assert run("brief", page, "--json") in {0, 1}
    made = json.loads(capsys.readouterr().out)
    assert len(made["stories"]) + len(made["rejects"]) == 1


def test_two_unrelated_pages_are_two_stories(
    pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (pages / "port.txt").write_text(
        "Parliament of Norway votes on fishing tax\n\n12 October 2029\n\n"
        "The parliament in Oslo passed a tax on salmon farms by 90 votes to 79 on Friday.\n"
    )
    assert len(document(capsys, pages)["stories"]) == 2


def test_a_fault_of_our_own_costs_one_page(
    pages: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(page: Page, *, codebooks: Sequence[str]) -> Report:
        if page.path.endswith("port.txt"):
            raise IndexError("no such token")
        return read(page, codebooks=codebooks)

    read = desk.read
    monkeypatch.setattr(desk, "read", faulty)
    assert run("brief", pages) == 1
    told = capsys.readouterr()
    assert told.err == f"{pages / 'port.txt'}: dateline failed on it: IndexError: no such token\n"
    assert "1 report" in told.out


# ------------------------------------------------------------------------------ used wrongly


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("brief",),
        ("fly",),
        ("brief", "--json", "--markdown", "x"),
        ("why", "gone.json", "events/1-2"),
        ("brief", "x.txt", "--given", "gone.csv"),
        ("check", "no-such-codebook"),
    ],
)
def test_misuse_is_told_and_ends_in_2(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    assert run(*arguments) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "dateline" in told.err


def test_a_file_that_can_not_be_written_is_told(
    pages: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "no" / "such" / "folder.html"
    assert run("brief", pages, "--html", out) == 1
    assert "folder.html can't be written: No such file or directory" in capsys.readouterr().err


# ------------------------------------------------------------------------- the outside world


def test_help_and_version_import_nothing_heavy() -> None:
    script = (
        "import sys; from dateline import cli\n"
        "for flag in ('--help', '--version'):\n"
        "    try: cli.main([flag])\n"
        "    except SystemExit: pass\n"
        "heavy = {'spacy', 'trafilatura', 'onnxruntime', 'jinja2', 'numpy', 'lxml'}\n"
        "sys.exit(' '.join(sorted(heavy & set(sys.modules))) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert (done.stderr, done.returncode) == (b"", 0)
    assert f"dateline {dateline.__version__}".encode() in done.stdout


def test_the_package_itself_is_light() -> None:
    script = (
        "import sys, dateline; dir(dateline); sys.exit('dateline.model' in sys.modules"
        " or 'spacy' in sys.modules or dateline.Page.__module__ != 'dateline.model')"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


@pytest.mark.slow
def test_output_is_utf_8_under_a_locale_that_is_not(pages: Path) -> None:
    done = shell("brief", pages / "coast.txt", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0
    assert "•" in done.stdout.decode("utf-8")


@pytest.mark.slow
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_told(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "dateline", "brief", str(tmp_path), "--json"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert done.stderr.splitlines()[1:] == [b"dateline: can't write: No space left on device"]


@pytest.mark.slow
def test_a_broken_pipe_is_quiet(pages: Path) -> None:
    command = [sys.executable, "-m", "dateline", "brief", str(pages), "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        told = running.stderr.read()
        running.wait()
    assert (told, running.returncode) == (b"", 0)


class Terminal:
    """Stands for a terminal where colours are asked about."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("name", "value", "coloured"),
    [("NO_COLOR", "", True), ("NO_COLOR", "1", False), ("TERM", "dumb", False)],
)
def test_colours_are_for_terminals_whose_owner_wants_them(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, coloured: bool
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert wants_colours() is coloured


def test_a_pipe_gets_no_colours(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("brief", pages)
    assert "\x1b" not in capsys.readouterr().out
