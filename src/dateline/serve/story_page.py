"""Draw the page of a story from the store's own bytes, wherever there is a processor for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dateline.serve.correct_view import story_corrections
from dateline.serve.drawing import draw
from dateline.serve.links import claim_link
from dateline.serve.matrix import lay_matrix
from dateline.serve.pairing import pair_reports
from dateline.serve.spots import story_spots
from dateline.serve.story_view import view_story
from dateline.store.packed import PackedStory

_TEXTS = 6
"""Texts that stand beside a brief; the others have pages of their own."""
_CLAIMS = 60
"""Rows of the matrix."""


def draw_story(packed: PackedStory, two: tuple[str, str], common: Mapping[str, Any]) -> str | None:
    """Return a story's page: its brief, map, charts and matrix, its first texts or `two` of them.

    There is none where one of two is not the story's, or both are the same. `common` is what
    every template is given.
    """
    story = packed.unpacked()
    pairing = pair_reports(story, *two) if any(two) else None
    if pairing is None and any(two):
        return None
    matrix = lay_matrix(story, most=_CLAIMS)
    return draw(
        "story.html",
        **common,
        view=view_story(story, "s", texts=_TEXTS, matrix=matrix, pairing=pairing),
        claims={claim.id: claim_link(story.id, claim.id) for claim in story.claims},
        story=story,
        spots=story_spots(story),
        pairing=pairing,
        by_hand=story_corrections(story),
    )
