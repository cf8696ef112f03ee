"""The lexicons that ship, and what a bad entry gets."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from dateline.errors import CodebookError
from dateline.knowledge.entries import read_entries
from dateline.knowledge.lexicon import Lexicon, Sense, fold, open_lexicon


@pytest.fixture(name="lexicon", scope="module")
def _lexicon() -> Lexicon:
    return open_lexicon()


def test_every_country_is_known_by_its_words(lexicon: Lexicon) -> None:
    assert len(lexicon.countries) >= 195
    for code, country in lexicon.countries.items():
        known = lexicon.known(country.name)
        assert known is not None
        assert known.country == code


@pytest.mark.parametrize("words", ["us", "who", "is", "car"])
def test_an_acronym_is_met_in_capitals_only(lexicon: Lexicon, words: str) -> None:
    assert lexicon.known(words) is None
    assert lexicon.known(words.upper()) is not None


@pytest.mark.parametrize(
    ("words", "sense"),
    [
        ("Kyiv", Sense.CAPITAL),
        ("Kremlin", Sense.SEAT),
        ("Spaniards", Sense.PEOPLE),
        ("Burkinabé", Sense.ADJECTIVE),
        ("al Qaeda", Sense.NAME),
    ],
)
def test_a_known_word_says_how_it_means(lexicon: Lexicon, words: str, sense: Sense) -> None:
    known = lexicon.known(words)
    assert known is not None
    assert known.sense is sense


def test_the_lexicons_have_what_they_promise(lexicon: Lexicon) -> None:
    assert sum(1 for _ in read_entries("bodies.toml", "body")) >= 80
    assert sum(1 for _ in read_entries("groups.toml", "group")) >= 120
    assert len(lexicon.roles) >= 300


def test_folding_drops_accents_and_kinds_of_marks() -> None:
    assert fold("Côte  d’Ivoire") == "cote d'ivoire"


def test_a_lexicon_pickles(lexicon: Lexicon) -> None:
    assert pickle.loads(pickle.dumps(lexicon)) == lexicon


def test_a_bad_entry_is_told_with_file_and_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "lexicons"
    folder.mkdir()
    (folder / "bodies.toml").write_text("# bodies\n\n[[body]]\nname = 3\n", "utf-8")
    monkeypatch.setattr("importlib.resources.files", lambda _: tmp_path)
    (entry,) = read_entries("bodies.toml", "body")
    with pytest.raises(CodebookError, match=r"bodies.toml:3: `name` must be a string"):
        entry.word("name")


def test_broken_toml_is_told_with_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "lexicons"
    folder.mkdir()
    (folder / "bodies.toml").write_text('[[body]]\nname = "A\n', "utf-8")
    monkeypatch.setattr("importlib.resources.files", lambda _: tmp_path)
    with pytest.raises(CodebookError, match=r"bodies.toml:2:"):
        tuple(read_entries("bodies.toml", "body"))
