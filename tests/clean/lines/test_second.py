"""What the second look at a page sees."""

from __future__ import annotations

import numpy as np

from dateline.clean.around import surround
from dateline.clean.lines.features import describe
from dateline.clean.lines.second import core_of, look_again
from dateline.clean.units import cut_units
from dateline.sources.page import page_of_text

_TOLD = (
    "The swing bridge of Averby was closed on Monday after engineers had found cracks in it.",
    "Lorries have to drive 40 kilometres until the bridge of Averby can be opened again.",
)


def test_the_core_is_the_stretch_that_most_speaks_for() -> None:
    likely = np.array([0.0, 0.9, 0.9, 0.2, 0.9, 0.0, 0.0, 0.0, 0.6])
    assert core_of(likely, np.full(9, 20.0)) == (1, 5)


def test_a_line_below_the_core_knows_how_far_it_is_and_what_it_shares() -> None:
    lines = ["Averby closes its bridge", *_TOLD, "Herring doubles its price", "Averby bridge again"]
    page = describe(cut_units(page_of_text("\n".join(lines), path="dump.txt")))
    likely = np.array([0.1, 0.9, 0.9, 0.1, 0.1])
    found = look_again(page, surround(page.columns), likely)
    assert list(found["core"]) == [0.0, 1.0, 1.0, 0.0, 0.0]
    assert list(found["since_likely"]) == [1.0, 0.0, 0.0, 1.0, 2.0]
    assert found["core_words"][3] == 0.0
    assert found["core_words"][4] > 0.5
    assert found["title_place"][1] == 1.0
