"""What stands around a line of a dump."""

from __future__ import annotations

import numpy as np

from dateline.clean.around import shifted, surround, window
from dateline.clean.lines.features import describe
from dateline.clean.units import cut_units
from dateline.sources.page import page_of_text

_TOLD = (
    "The swing bridge was closed on Monday after engineers had found cracks in two of its pillars."
)


def _surrounded(*lines: str) -> dict[str, list[float]]:
    """Return the features of a dump's lines with those of their neighbours."""
    units = cut_units(page_of_text("\n".join(lines), path="dump.txt"))
    return {name: list(column) for name, column in surround(describe(units).columns).items()}


def test_a_line_knows_its_neighbours_and_its_place() -> None:
    found = _surrounded("Home", _TOLD, "Sport news")
    assert found["words+1"] == [17.0, 2.0, -1.0]
    assert found["words-1"] == [-1.0, 1.0, 17.0]
    assert found["place"] == [0.0, 0.5, 1.0]
    assert found["told_before"] == [0.0, 0.0, 17.0]


def test_a_line_knows_how_far_the_next_mark_and_the_last_colon_are() -> None:
    found = _surrounded("The tour has these dates:", "June 9, Oslo", "June 10, Bergen", "Comments")
    assert found["since_colon"][1:3] == [1.0, 2.0]
    assert found["since_mark"][3] == 0.0
    assert found["marks"] == [0.0, 0.0, 0.0, 1.0]


def test_a_run_is_as_long_as_the_lines_of_its_kind_in_a_row() -> None:
    found = _surrounded("Home", "News", _TOLD, "Sport")
    assert found["run_short"] == [2.0, 2.0, 0.0, 1.0]
    assert found["run_long"] == [0.0, 0.0, 1.0, 0.0]


def test_a_window_leaves_out_the_line_itself() -> None:
    assert list(window(np.array([1.0, 2.0, 4.0, 8.0]), 1)) == [2.0, 5.0, 10.0, 4.0]


def test_shifted_values_end_where_the_page_ends() -> None:
    assert list(shifted(np.array([1.0, 2.0]), 5)) == [-1.0, -1.0]
    assert list(shifted(np.array([1.0, 2.0]), -1, 0.0)) == [0.0, 1.0]
