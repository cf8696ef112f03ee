"""Sentences with marked acts are read with the characters that their marks stand on."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import CodebookError
from dateline.knowledge.marked import (
    MarkedSentence,
    Range,
    corpus_digest,
    is_held_back,
    parse_marked,
    read_marked,
)

LINE = (
    "{Oman|A1,A2} {threatened|1=THREATEN/violence} to {bomb|2=ASSAULT/aerial:threatened} "
    "{the dam near {Sur|L2}|R1,R2} {at dusk|T2}. :: military natural_resource"
)


def words(sentence: MarkedSentence, marked: list[Range]) -> list[str]:
    return [sentence.text[slice(*one)] for one in marked]


def test_marks_are_taken_off_and_point_at_their_words() -> None:
    read = parse_marked(LINE)
    assert read.text == "Oman threatened to bomb the dam near Sur at dusk."
    threat, bombing = read.acts
    assert (threat.code, threat.mode, threat.status) == ("THREATEN", "violence", "happened")
    assert (bombing.code, bombing.mode, bombing.status) == ("ASSAULT", "aerial", "threatened")
    assert words(read, [threat.trigger, bombing.trigger]) == ["threatened", "bomb"]
    assert words(read, threat.actors) == words(read, bombing.actors) == ["Oman"]
    assert words(read, bombing.recipients) == ["the dam near Sur"]
    assert words(read, [*bombing.places, *bombing.times]) == ["Sur", "at dusk"]
    assert read.contexts == ("military", "natural_resource")


def test_an_empty_list_of_contexts_is_no_text() -> None:
    read = parse_marked("{Oman|A1} {closed|1=COERCE/restrict} it. ::")
    assert (read.text, read.contexts) == ("Oman closed it.", ())


def test_a_sentence_without_marks_holds_no_act() -> None:
    assert parse_marked("Shares hit a record in Oslo.").acts == ()


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{Oman|A1} waited.", "actors of act 1, which is not marked"),
        ("{Oman|B1} waited.", "no mark: 'B1'"),
        ("{Oman {left|1=RETREAT}.", "a brace is not closed"),
        ("Oman} left.", "a brace without its pair"),
        ("{left|1=RETREAT} and {went|1=RETREAT}", "act 1 is marked twice"),
    ],
)
def test_broken_marks_are_told(line: str, problem: str) -> None:
    with pytest.raises(ValueError, match=problem.replace("(", r"\(")):
        parse_marked(line)


def test_a_file_has_groups_registers_and_comments(tmp_path: Path) -> None:
    file = tmp_path / "talks.txt"
    file.write_text("## at the table | wire\n# a comment\n\nThey {met|1=CONSULT}.\n", "utf-8")
    (read,) = read_marked(file)
    assert (read.id, read.group, read.register) == ("talks:4", "talks/at the table", "wire")


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    file = tmp_path / "talks.txt"
    file.write_text("They {met|CONSULT}.\n", "utf-8")
    with pytest.raises(CodebookError, match=r"talks\.txt:1: no mark: 'CONSULT'"):
        list(read_marked(file))


def test_a_group_is_held_back_as_a_whole_and_about_one_in_seven() -> None:
    def held(group: str) -> bool:
        return is_held_back(MarkedSentence("", group, "", "", (), ()))

    assert held("a/b") == held("a/b")
    assert 0.10 < sum(held(f"g/{n}") for n in range(2_000)) / 2_000 < 0.20


def test_the_digest_of_a_corpus_follows_its_words(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One.\n", "utf-8")
    before = corpus_digest(tmp_path)
    (tmp_path / "a.txt").write_text("Two.\n", "utf-8")
    assert corpus_digest(tmp_path) != before
