"""`dateline train`, `dateline check` and `--codebook`, on a small codebook."""

from __future__ import annotations

import json
import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.learning.stored import open_taught
from dateline.pipeline import plan
from tests.build import knowledge
from tests.learning.build import write_codebook
from tests.test_cli import document, run

PAGE = """Port workers strike after oil leak at Tema

3 May 2030

Dock workers in Tema walked off the job on Tuesday over unpaid wages, their union said.

President Kofi Mensah arrived in Lagos for talks with his Nigerian counterpart on Monday.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_codebook(tmp_path / "trade")


@pytest.fixture
def page(tmp_path: Path) -> Path:
    (tmp_path / "page.txt").write_text(PAGE, "utf-8")
    return tmp_path / "page.txt"


def test_training_prints_a_line_a_category(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("train", folder) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["SPILL", "STOPPAGE", "TAKEOVER"]
    assert all("8 examples  precision " in line for line in lines)
    assert json.loads((folder / "heads.json").read_text("utf-8"))["encoder"] == "plover"


def test_training_asks_for_texts_of_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("train", write_codebook(tmp_path / "trade", none=False)) == 0
    assert "add texts that hold none" in capsys.readouterr().out


def test_a_category_with_too_few_examples_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "flood.toml").write_text('code = "FLOOD"\nmeans = "Water rises."\n', "utf-8")
    assert run("train", folder) == 0
    assert "FLOOD         0 examples  no head" in capsys.readouterr().out


def test_events_of_the_codebook_stand_beside_those_of_plover(
    folder: Path, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("train", folder)
    capsys.readouterr()
    found = document(capsys, page, "--codebook", folder)
    (report,) = found["stories"][0]["reports"]
    own = [event for event in report["events"] if event["by"].startswith("trade/")]
    assert [(e["code"], e["by"]) for e in own] == [("STOPPAGE", "trade/STOPPAGE/encoder")] * 2
    triggers = [report["text"][slice(*event["trigger"])] for event in own]
    assert triggers == ["strike", "walked"]
    assert all(round(e["score"], 2) == e["score"] and 0.5 < e["score"] <= 1 for e in own)
    assert any(event["by"].startswith("plover/") for event in report["events"])
    assert " trade@" in found["run"]["codebook"]


def test_a_rule_of_the_codebook_codes_without_examples(
    tmp_path: Path, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "moves"
    folder.mkdir()
    (folder / "arrival.toml").write_text(
        'code = "ARRIVAL"\nmeans = "Comes somewhere."\n[[rule]]\nid = "arrive"\n'
        'verbs = ["arrive"]\nyes = ["Kenya\'s minister [arrived] in Accra."]\n',
        "utf-8",
    )
    assert run("check", folder) == 0
    capsys.readouterr()
    (story,) = document(capsys, page, "--codebook", folder)["stories"]
    codes = [e["by"] for e in story["reports"][0]["events"] if e["code"] == "ARRIVAL"]
    assert codes == ["moves/arrival/arrive"]


def test_a_codebook_that_is_not_trained_is_one_line(
    folder: Path, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("show", page, "--codebook", folder) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "heads.json: is not there: run `dateline train" in told.err


def test_two_codebooks_of_one_name_are_told(
    folder: Path, page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "more" / "trade"
    other.parent.mkdir()
    write_codebook(other)
    assert run("brief", page, "--codebook", folder, "--codebook", other) == 2
    assert "two codebooks are called trade" in capsys.readouterr().err


def test_a_clean_codebook_has_no_problems(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", folder) == 0
    assert capsys.readouterr().out == "no problems\n"


def test_an_example_that_looks_mislabelled_is_a_problem(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    examples = folder / "examples.csv"
    text = examples.read_text("utf-8")
    wrong = text.replace("unpaid wages.,STOPPAGE", "unpaid wages.,SPILL")
    examples.write_text(wrong, "utf-8")
    assert run("check", folder) == 1
    assert "trade: mislabelled? examples.csv:" in capsys.readouterr().out


def test_a_plan_with_a_codebook_pickles(folder: Path) -> None:
    run("train", folder)
    known = replace(knowledge(), taught=(open_taught(folder, "plover"),))
    stages = [stage.gives for stage in pickle.loads(pickle.dumps(plan(known)))]
    assert stages[-2:] == ["events", "notices"]
