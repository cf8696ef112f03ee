"""How lists spell what they say."""

from __future__ import annotations

import pytest

from dateline.model import Listing
from dateline.sources.lists.spellings import language_code, open_spellings, outlet_of_feed


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        ("The Harbour Herald", "The Harbour Herald"),
        ("The Harbour Herald - RSS Feed", "The Harbour Herald"),
        ("World | The Harbour Herald", "The Harbour Herald"),
        ("The Harbour Herald » Top Stories", "The Harbour Herald"),
        ("Harbour Herald RSS", "Harbour Herald"),
        ("Harbour Herald News", "Harbour Herald News"),
        ("Fishing | The Harbour Herald", "Fishing | The Harbour Herald"),
        ("News", "News"),
        (None, None),
    ],
)
def test_a_feed_is_named_after_its_outlet(title: str | None, outlet: str | None) -> None:
    assert outlet_of_feed(title) == outlet


@pytest.mark.parametrize(
    ("name", "code"),
    [("English", "en"), ("eng", "en"), ("en-GB", "en-GB"), ("Klingon", "Klingon"), (None, None)],
)
def test_a_language_has_a_code(name: str | None, code: str | None) -> None:
    assert language_code(name) == code


def test_every_field_that_is_spelled_out_is_one() -> None:
    known = set(Listing.__dataclass_fields__) | {"text", "html", "fetched"}
    assert set(open_spellings().fields) <= known


def test_no_spelling_stands_twice_in_a_field() -> None:
    doubled = {
        field: sorted({key for key in keys if keys.count(key) > 1})
        for field, keys in open_spellings().fields.items()
    }
    assert {field: keys for field, keys in doubled.items() if keys} == {}
