"""Who says what: direct, mixed and reported speech, on invented sentences."""

from __future__ import annotations

import time

import pytest

from dateline.model import Report, Statement
from tests.build import read_text

_TITLE = "River town waits for its ferry\n\n"


def read(text: str) -> Report:
    """Return a report of a headline and this text, read as far as its statements."""
    return read_text(_TITLE + text, upto="statements", published="2024-05-08")


def said(text: str) -> list[tuple[str, str, str]]:
    """Return (mode, speakers, words) of each statement of a text, stances left out."""
    report = read(text)
    return [_row(report, one) for one in report.statements if one.mode != "stance"]


def _row(report: Report, statement: Statement) -> tuple[str, str, str]:
    speakers = " + ".join(actor.name for actor in statement.speakers)
    return statement.mode, speakers, statement.words.of(report.text)


def the_statement(text: str) -> tuple[Report, Statement]:
    """Return the report of a text and its only statement."""
    report = read(text)
    (statement,) = (one for one in report.statements if one.mode != "stance")
    return report, statement


@pytest.mark.parametrize(
    "text",
    [
        '"We will stay," Ana Ruiz said.',
        '"We will stay," said Ana Ruiz, a baker.',
        'Ana Ruiz said: "We will stay,"',
        'Ana Ruiz told reporters, "We will stay,"',
        '"We will stay," Ana Ruiz, who lost her house, said on Monday.',
        '"We will stay," smiled Ana Ruiz.',
        "“We will stay,” Ana Ruiz said.",
        "‘We will stay,’ Ana Ruiz said.",
        "«We will stay,» Ana Ruiz said.",
        "''We will stay,'' Ana Ruiz said.",
    ],
)
def test_a_quotation_belongs_to_whom_its_cue_names(text: str) -> None:
    assert said(text) == [("direct", "Ana Ruiz", "We will stay,")]


def test_a_quotation_is_one_statement_a_pair_of_marks() -> None:
    assert said('"We will stay," Ana Ruiz said, "until the rain stops."') == [
        ("direct", "Ana Ruiz", "We will stay,"),
        ("direct", "Ana Ruiz", "until the rain stops."),
    ]


def test_both_halves_of_a_split_quotation_have_one_cue() -> None:
    text = '"The risk," said Ana Ruiz, a baker who is the head of the port, "is that it rains."'
    assert said(text) == [
        ("direct", "Ana Ruiz", "The risk,"),
        ("direct", "Ana Ruiz", "is that it rains."),
    ]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ('The pier is "a wreck," Ana Ruiz said.', 'The pier is "a wreck,"'),
        ('"A wreck" would be kind, Ana Ruiz said.', '"A wreck" would be kind'),
        ('Ana Ruiz called the pier "a wreck".', 'the pier "a wreck"'),
        ('Ana Ruiz said the pier is "a wreck," but praised the boats.', 'the pier is "a wreck,"'),
    ],
)
def test_the_words_around_a_fragment_are_reported_with_it(text: str, content: str) -> None:
    report, statement = the_statement(text)
    assert statement.mode == "mixed"
    assert statement.content.of(report.text) == content


def test_a_quotation_of_several_sentences_has_one_cue() -> None:
    text = (
        '"The bridge is a danger. Nobody should cross it. Keep away!" Ana Ruiz wrote on Facebook.'
    )
    report, statement = the_statement(text)
    assert _row(report, statement)[:2] == ("direct", "Ana Ruiz")
    assert statement.words.of(report.text).endswith("Keep away!")


def test_a_bare_quotation_goes_on_with_the_last_speaker() -> None:
    rows = said('"We will stay," Ana Ruiz said. "This is our home."\n\n"Nobody will move us."')
    assert [row[1] for row in rows] == ["Ana Ruiz"] * 3


def test_a_bare_quotation_after_a_reported_clause_is_the_same_speaker_s() -> None:
    rows = said('Ana Ruiz said the ferry was late. "It is always late in May."')
    assert rows[-1] == ("direct", "Ana Ruiz", "It is always late in May.")


def test_a_quotation_left_open_takes_the_speaker_named_where_it_closes() -> None:
    text = '"The ferry is gone for good.\n\n"We will have to swim," Ana Ruiz said.'
    assert said(text) == [
        ("direct", "Ana Ruiz", "The ferry is gone for good."),
        ("direct", "Ana Ruiz", "We will have to swim,"),
    ]


def test_a_pronoun_speaks_for_its_chain() -> None:
    rows = said('Mayor Ana Ruiz stood on the bank. "My house was over there," she said.')
    assert rows == [("direct", "Ana Ruiz", "My house was over there,")]


def test_a_signed_quotation_is_the_signer_s() -> None:
    assert said('"The ferry never came back." - Ana Ruiz, baker') == [
        ("direct", "Ana Ruiz", "The ferry never came back.")
    ]


def test_a_quoted_fragment_is_mixed_and_its_content_is_the_clause() -> None:
    report, statement = the_statement('Ana Ruiz said that the ferry was "a floating wreck" in May.')
    assert (statement.mode, statement.words.of(report.text)) == ("mixed", "a floating wreck")
    assert statement.content.of(report.text).startswith('the ferry was "a floating wreck"')


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('Ana Ruiz vowed to "rebuild every single pier".', "rebuild every single pier"),
        ('Ana Ruiz called for the pier to be "torn down" by May.', "torn down"),
        ('Ana Ruiz warned sailors not to "blindly trust" the charts.', "blindly trust"),
        ('Ana Ruiz called the shutdown "a grave mistake".', "a grave mistake"),
        ('Ana Ruiz rejected what she called "cheap excuses".', "cheap excuses"),
        ('Ana Ruiz accused the port of "open contempt".', "open contempt"),
    ],
)
def test_a_fragment_belongs_to_the_verb_of_speech_that_governs_it(text: str, words: str) -> None:
    assert said(text) == [("mixed", "Ana Ruiz", words)]


def test_a_participle_of_saying_belongs_to_the_main_clause() -> None:
    rows = said(
        "Ana Ruiz warned the port not to reopen the pier, saying the repair could end in"
        ' "pure misery."'
    )
    assert rows == [("mixed", "Ana Ruiz", "pure misery.")]


@pytest.mark.parametrize(
    ("text", "speaker", "clause"),
    [
        ("Ana Ruiz said the ferry was late.", "Ana Ruiz", "the ferry was late"),
        ("Ana Ruiz said on Monday that the ferry was late.", "Ana Ruiz", "the ferry was late"),
        ("The ferry was late, Ana Ruiz said.", "Ana Ruiz", "The ferry was late"),
        ("According to Ana Ruiz, the ferry was late.", "Ana Ruiz", "the ferry was late"),
        ("The ferry was late, according to Ana Ruiz.", "Ana Ruiz", "The ferry was late"),
        ("Ana Ruiz repeated the claim that the ferry was late.", "Ana Ruiz", "the ferry was late"),
        ("The ferry was late, media have reported.", "media", "The ferry was late"),
    ],
)
def test_a_reported_clause_is_a_paraphrase(text: str, speaker: str, clause: str) -> None:
    assert said(text) == [("paraphrase", speaker, clause)]


def test_two_clauses_of_one_sentence_are_two_statements() -> None:
    rows = said("Ana Ruiz said the ferry was late, adding that nobody had been told.")
    assert rows == [
        ("paraphrase", "Ana Ruiz", "the ferry was late"),
        ("paraphrase", "Ana Ruiz", "nobody had been told"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz believes that the ferry will come.",
        "Ana Ruiz did not say whether the ferry would come.",
        "Ana Ruiz declined to say that the ferry was late.",
        "It goes without saying that the ferry was late.",
        "The ferry has a say in the trade of the valley.",
        "The ferry came late on Monday.",
    ],
)
def test_what_nobody_says_is_no_statement(text: str) -> None:
    assert said(text) == []


def test_joint_speakers_are_all_named() -> None:
    _, statement = the_statement('Ana Ruiz and Luis Prado said that "the old pier must go" now.')
    assert [actor.name for actor in statement.speakers] == ["Ana Ruiz", "Luis Prado"]


def test_reading_statements_of_a_text_of_marks_alone_is_linear() -> None:
    text = "'as' \"b 'c " * 4_000
    start = time.perf_counter()
    read(text[:20_000])
    assert time.perf_counter() - start < 60


def test_what_a_thing_asks_is_said_by_whoever_says_so_of_it() -> None:
    rows = said('Mayor Ana Ruiz said that the plan calls for "open water all year round".')
    assert rows == [("mixed", "Ana Ruiz", "open water all year round")]


def test_content_cuts_no_quotation_in_two() -> None:
    report = read(
        'Ana Ruiz said that "nobody wants a flood" in the port and "work is being done to stop it.'
        ' That is the main thing."'
    )
    assert [s.content.of(report.text)[-15:] for s in report.statements] == ['he main thing."'] * 2
