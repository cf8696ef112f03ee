"""What the page of a claim says of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.model import Because
from dateline.serve.claim_view import view_claim
from tests.serve import sample

STORY = sample.story()
BOTH = tuple(report.id for report in STORY.reports)


@pytest.mark.parametrize(
    ("reasons", "told"),
    [
        (("copy", "shared-sentence", "same-source"), ("copy",)),
        (("version", "same-source", "own-reporting"), ("version", "own-reporting")),
        (("shared-sentence", "same-source"), ("shared-sentence", "same-source")),
    ],
)
def test_what_follows_from_one_text_is_not_said_again(
    reasons: tuple[str, ...], told: tuple[str, ...]
) -> None:
    def reasons_of(*names: str) -> list[str]:
        because = tuple(Because(BOTH, name, ()) for name in names)
        claim = STORY.claims[0]
        made = replace(claim, origins=replace(claim.origins, because=because))
        return [reason.words for reason in view_claim(made, STORY).reasons]

    assert reasons_of(*reasons) == [word for name in told for word in reasons_of(name)]
    assert len(reasons_of(*reasons)) == len(told)
