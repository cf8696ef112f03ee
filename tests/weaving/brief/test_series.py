"""Series: the counts of one thing, each with who gives it."""

from __future__ import annotations

import pytest

from dateline.weaving.weave import weave
from tests.build import read_text


def claimants(text: str) -> set[str | None]:
    """Return who gives the counts of one report's brief."""
    (story,) = weave([read_text(text, published="2031-05-04")])
    return {reading.claimed_by for series in story.brief.figures for reading in series.series}


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("Chad's Defense Ministry said 12 soldiers were killed.", "Defense Ministry (Chad)"),
        ("The United Nations said 12 people were killed.", "United Nations"),
        ("Villagers said 12 people were killed.", "Villagers"),
    ],
)
def test_a_state_body_is_told_with_its_country(text: str, claimant: str) -> None:
    assert claimants(text) == {claimant}
