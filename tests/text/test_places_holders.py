"""What is said to hold a place."""

from __future__ import annotations

import pytest

from dateline.desk import knowledge
from dateline.text.holders import holders_of
from tests.build import marked


@pytest.mark.parametrize(
    ("text", "country", "province"),
    [
        ("Schools in [Paris], Texas, were closed.", "USA", "texas"),
        ("A fire in [Berea], Ky., was put out.", "USA", "kentucky"),
        ("A fire in [Dublin] (Ohio) was put out.", "USA", "ohio"),
        ("Shells hit [Homs] in Syria.", "SYR", None),
        ("Shells hit the Syrian town of [Harem].", "SYR", None),
        ("Rain fell in Syria's [Hama].", "SYR", None),
        ("Rain fell in [Ube], a town in western Japan.", "JPN", None),
    ],
)
def test_a_holder_beside_a_place(text: str, country: str, province: str | None) -> None:
    plain, spans = marked(text)
    found = holders_of(spans[0], plain, knowledge().lexicon)
    assert (country, province) in {(holder.country, holder.province) for holder in found}


@pytest.mark.parametrize(
    "text", ["Rain fell in [Paris] and Texas.", "[Lima]. Ohio was dry.", "[Hama], he said, fell."]
)
def test_what_stands_apart_holds_nothing(text: str) -> None:
    plain, spans = marked(text)
    assert holders_of(spans[0], plain, knowledge().lexicon) == ()
