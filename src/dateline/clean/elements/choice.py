"""Choose the units of an HTML page that are its report, by how likely each one is.

A post that the report shows ("<blockquote class=twitter-tweet>") is the report's where its
paragraphs stand around it. A sentence that stands on the page twice, once in a carousel, is taken
once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.clean.elements.main_text import MainText
from dateline.clean.repeated import spare_copies
from dateline.clean.units import Unit

_LIKELY = 0.42
"""The likelihood from which a unit is the report's; the two kinds of error then weigh alike."""
_AROUND = 8
"""Units on either side of a shown post in which the report goes on."""
# "blockquote.twitter-tweet", "div.fb-post": posts of others, as their sites have them shown
_SHOWN = re.compile(
    r"twitter-tweet|instagram-media|\bfb-post|(?:bluesky|mastodon|reddit|tiktok)-embed"
)
_INNERMOST = 4
"""Elements; one further out holds more than a post."""


def chosen(units: Sequence[Unit], found: MainText) -> set[int]:
    """Return the units that are the report's."""
    likely = {index for index, value in enumerate(found.likely) if value > _LIKELY}
    kept = likely | _shown_posts(units, found, likely)
    return kept.difference(spare_copies(units, kept))


def _shown_posts(units: Sequence[Unit], found: MainText, likely: set[int]) -> set[int]:
    """Return the units of posts that stand between paragraphs of the report."""
    return {
        index
        for index, unit in enumerate(units)
        if 0 < found.likely[index] <= _LIKELY
        and _SHOWN.search(" ".join(unit.within[-_INNERMOST:]))
        and not likely.isdisjoint(range(index - _AROUND, index))
        and not likely.isdisjoint(range(index + 1, index + 1 + _AROUND))
    }
