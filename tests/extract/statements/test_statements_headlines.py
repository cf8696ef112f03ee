"""What headlines say that somebody says, on invented headlines."""

from __future__ import annotations

import pytest

from tests.build import read_text

_BODY = "\n\nMayor Ana Ruiz came to the pier on Monday. The ferry came late.\n"


def said(title: str) -> list[tuple[str, str, str]]:
    """Return (mode, speaker, words) of each statement of a headline over a dull body."""
    report = read_text(title + _BODY, upto="statements", published="2024-05-08")
    return [
        (s.mode, s.speakers[0].name, s.words.of(report.text))
        for s in report.statements
        if s.span.start < len(title)
    ]


@pytest.mark.parametrize(
    ("title", "rows"),
    [
        ("Ana Ruiz: the ferry is a wreck", [("paraphrase", "Ana Ruiz", "the ferry is a wreck")]),
        ("Ana Ruiz: 'The ferry is a wreck'", [("direct", "Ana Ruiz", "The ferry is a wreck")]),
        ("Ferry is safe, Ana Ruiz says", [("paraphrase", "Ana Ruiz", "Ferry is safe")]),
        ("Ana Ruiz sees 'floating wreck' at pier", [("mixed", "Ana Ruiz", "floating wreck")]),
        ("River: nine ferries sink", []),
    ],
)
def test_a_headline_names_its_speaker_briefly(title: str, rows: list[tuple[str, str, str]]) -> None:
    assert said(title) == rows
