"""What somebody wants, thinks, backs or blames, on invented sentences."""

from __future__ import annotations

import time

import pytest

from tests.build import marked
from tests.extract.statements.test_statements import read


def stances(text: str) -> list[tuple[str, str]]:
    """Return the speaker and the content of each stance of a text."""
    report = read(text)
    found = (one for one in report.statements if one.mode == "stance")
    return [(one.speakers[0].name, one.content.of(report.text)) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz believes that [the ferry will come].",
        "Ana Ruiz hopes [to raise the ferry].",
        "Ana Ruiz urged [the port to raise the ferry].",
        "Ana Ruiz declined [to name the port].",
        "Ana Ruiz criticised [the new ferry].",
        "Ana Ruiz accused [the port of neglect].",
        "Ana Ruiz sees [the ferry as a wreck].",
        "Ana Ruiz called for [a new ferry].",
        "Ana Ruiz's call for [a new ferry] was heard.",
        "Luis Prado met Ana Ruiz, who opposes [the new ferry].",
        "Ana Ruiz said that the ferry was late, but dismissed [the fares as a joke].",
    ],
)
def test_a_stance_is_somebody_s(text: str) -> None:
    plain, (span,) = marked(text)
    assert stances(plain) == [("Ana Ruiz", span.of(plain))]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz does not support the ferry.",
        "Ana Ruiz could support the ferry.",
        "Ana Ruiz came to support the ferry.",
        "The beams support the roof.",
        "Ana Ruiz said that Luis Prado opposes the ferry.",
        'Ana Ruiz called the ferry "a grave mistake" on Monday.',
        "Ana Ruiz repeated the claim that the ferry was late.",
        "The ferry was criticised.",
    ],
)
def test_what_nobody_takes_or_a_statement_tells_is_no_stance(text: str) -> None:
    assert stances(text) == []


def test_a_stance_claims_nothing_and_gives_no_time_to_a_talk() -> None:
    report = read("Ana Ruiz backed the ferry on Monday. Ana Ruiz said that the ferry was late.")
    stance, statement = report.statements
    assert (stance.mode, statement.mode) == ("stance", "paraphrase")
    assert statement.when is None


@pytest.mark.parametrize("unit", ["Ana called for ", "said, but denied, ", "' \" ''' \" "])
def test_reading_stances_of_a_run_of_cues_is_linear(unit: str) -> None:
    text = unit * 600
    start = time.perf_counter()
    read(text)
    assert time.perf_counter() - start < 60
