"""Character references, with and without their semicolon."""

from __future__ import annotations

import pytest

from dateline.sources.markup.references import decoded, decoded_value, read_reference


@pytest.mark.parametrize(
    ("raw", "shown", "length"),
    [
        ("&amp;", "&", 5),
        ("&amp", "&", 4),
        ("&notit;", "¬", 4),
        ("&notin;", "∉", 7),
        ("&#8217;", "’", 7),
        ("&#x2019", "’", 7),
        ("&#150;", "–", 6),
        ("&#0;", "\ufffd", 4),
        ("&#00000000000065;", "A", 17),
        ("&NotEqualTilde;", "≂̸", 15),
        ("&unknown;", "", 0),
        ("&hellip", "", 0),
    ],
)
def test_a_reference_and_its_length(raw: str, shown: str, length: int) -> None:
    assert read_reference(raw) == (shown, length)


def test_a_number_of_ten_thousand_digits_is_no_character() -> None:
    assert decoded(f"&#{'9' * 10_000};") == "\ufffd"


def test_what_follows_a_name_stays() -> None:
    assert decoded("AT&ampT &no; & &#; &notit;") == "AT&T &no; & &#; ¬it;"


def test_in_an_attribute_an_address_keeps_its_parameters() -> None:
    assert decoded_value("?a&copy=1&copyb&copy;&copy") == "?a&copy=1&copyb©©"
