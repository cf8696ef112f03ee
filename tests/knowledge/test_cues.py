"""The cues that ship: their entries are whole, and their examples hold."""

from __future__ import annotations

import re
import tomllib
from importlib import resources

import pytest

from dateline.knowledge.cues import open_cues
from tests.extract.statements.test_statements import read

_ENTRIES = tomllib.loads(
    resources.files("dateline").joinpath("lexicons/cues.toml").read_text("utf-8")
)
_REPORTING = [*_ENTRIES["verbs"], *_ENTRIES["nouns"]]


@pytest.mark.parametrize("entry", _REPORTING, ids=lambda entry: entry["takes"])
def test_an_entry_s_example_reports(entry: dict[str, str]) -> None:
    assert read(entry["yes"].replace("[", "").replace("]", "")).statements


@pytest.mark.parametrize("entry", _ENTRIES["verbs"], ids=lambda entry: entry["takes"])
def test_an_entry_s_counterexample_doesn_t_report(entry: dict[str, str]) -> None:
    assert not [s for s in read(entry["no"]).statements if s.mode != "stance"]


@pytest.mark.parametrize("entry", _ENTRIES["stances"], ids=lambda entry: entry["takes"])
def test_an_entry_s_example_tells_a_stance(entry: dict[str, str]) -> None:
    report = read(entry["yes"].replace("[", "").replace("]", ""))
    told = [s.content.of(report.text) for s in report.statements if s.mode == "stance"]
    assert told == re.findall(r"\[([^\]]*)\]", entry["yes"])
    assert not read(entry["no"]).statements


def test_a_verb_is_known_by_what_it_takes() -> None:
    cues = open_cues()
    assert cues.takes("say", "clause")
    assert not cues.takes("vow", "name")
    assert not cues.takes("walk")
