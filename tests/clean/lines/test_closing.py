"""What reads like prose behind a report's last line."""

from __future__ import annotations

import pytest

from tests.clean.build import skimmed

_REPORT = (
    "Ferry with a hundred aboard sinks off the cape",
    "Jane Doe",
    "3 May 2020",
    "A ferry with 100 people aboard sank off the cape on Sunday, the coast guard said.",
    "The ferry had left the port of Averby in the morning, a pilot told the coast guard.",
    "Boats searched the bay until dark, and the town opened its school to the rescued.",
)


def _label_of_last(*lines: str) -> str:
    """Return the label of the last line of a report that ends with these."""
    return skimmed("\n\n".join((*_REPORT, *lines))).blocks[-1].label.value


@pytest.mark.parametrize(
    "line",
    [
        "Jane Doe lives in Averby, where her boat lies at the old quay.",
        "Jane Doe is a poet and keeps the light of the cape.",
        "The writer is a pilot in the harbour of Averby.",
        "The opinions expressed are the author's own.",
    ],
)
def test_a_last_paragraph_on_who_signs_is_set_aside(line: str) -> None:
    assert _label_of_last(line) == "nav"


@pytest.mark.parametrize(
    "line",
    [
        "John Roe is a pilot and saw the ferry turn over.",
        "Jane Doe is a pilot, the coast guard said.",
        "The writer Axel Berg was among the rescued.",
    ],
)
def test_a_last_paragraph_on_others_stays(line: str) -> None:
    assert _label_of_last(line) == "body"


def test_a_portrait_before_more_of_the_report_stays() -> None:
    portrait = "Jane Doe is a poet and keeps the light of the cape."
    assert _label_of_last(portrait, "The search goes on at dawn, the mayor said.") == "body"


@pytest.mark.parametrize(
    "lines",
    [
        "MOST DISCUSSED\nAre dogs happier on boats?",
        "Read also: Tides of the week\nHear our pilots talk on 101.2 FM.",
    ],
)
def test_a_sentence_in_one_stretch_with_furniture_is_no_paragraph(lines: str) -> None:
    assert _label_of_last(lines) == "nav"


def test_a_short_last_paragraph_below_a_picture_is_the_report_s() -> None:
    assert _label_of_last("[Photo: The cape on Sunday]", "Schools in Averby stay shut.") == "body"


def test_a_last_paragraph_of_four_words_is_the_report_s() -> None:
    assert _label_of_last("Talks resume on Sunday.") == "body"


def test_a_list_with_dashes_ends_no_report() -> None:
    told = "The ferry company had insured the boat for five years, a lawyer told the court."
    lines = ("Fares are paid back by:", "– Vouchers", "– Bank transfer", "– Cash", told)
    assert _label_of_last(*lines) == "body"
