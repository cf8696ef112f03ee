"""Lines of a text that a feed or a wire gives as the report alone."""

from __future__ import annotations

from dataclasses import replace

from dateline.clean.lines.records import label_record
from dateline.clean.units import cut_units
from dateline.model import READ_LABELS, Label, Listing
from dateline.sources.page import page_of_text

_TOLD = [
    "AVERBY (AFP) - The river burst its banks on Monday and flooded the old town, officials said.",
    "Residents waded through the streets with what they could carry.",
    "The mayor, Lena Holt, said that nobody had been hurt.",
]


def _labels(lines: list[str], title: str | None = None) -> list[Label]:
    """Return the label of each line of a record."""
    page = page_of_text("\n\n".join(lines), path="record.txt")
    page = replace(page, listing=Listing("rss", title=title, whole=True))
    return [label for label, _ in label_record(page, cut_units(page))]


def test_every_paragraph_of_a_record_is_body() -> None:
    assert _labels(_TOLD) == [Label.BODY] * 3


def test_the_title_of_the_list_is_the_title_where_it_stands_first() -> None:
    lines = ["Bridge closed after flood", *_TOLD]
    assert _labels(lines, title="Bridge closed after flood!")[0] is Label.TITLE


def test_a_first_line_that_the_list_does_not_call_the_title_is_read() -> None:
    assert _labels(["A night of rain.", *_TOLD], title="Bridge closed")[0] in READ_LABELS


def test_a_title_alone_is_the_text() -> None:
    assert _labels(["Bridge closed after flood"], title="Bridge closed after flood") == [Label.BODY]


def test_lines_whose_wording_gives_them_away_are_set_apart() -> None:
    found = _labels(
        [
            "By Jane Doe",
            _TOLD[0],
            "Image: AFP",
            _TOLD[1],
            "Read more: Floods in pictures",
            _TOLD[2],
            "Sign up to our newsletter and get the day's news in your inbox every evening.",
        ]
    )
    assert found == [
        Label.BYLINE, Label.BODY, Label.PHOTO_CREDIT, Label.BODY, Label.LINK_OUT, Label.BODY,
        Label.PITCH,
    ]  # fmt: skip


def test_a_word_of_navigation_stays_where_no_page_is() -> None:
    assert _labels([_TOLD[0], "Weather", _TOLD[1]])[1] in READ_LABELS


def test_a_short_line_between_paragraphs_is_a_subhead() -> None:
    assert _labels([_TOLD[0], "No one was warned", _TOLD[1]])[1] is Label.SUBHEAD


def test_a_record_that_looks_like_furniture_throughout_is_kept() -> None:
    assert _labels(["Read more: Floods in pictures"]) == [Label.BODY]
