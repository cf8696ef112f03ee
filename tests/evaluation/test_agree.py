"""When a found value and a gold value are the same."""

from __future__ import annotations

import pytest

from evaluation.agree import bounds, cover, locate, names_agree, near_days, overlap, same_actor


def test_any_white_space_stands_for_any_other() -> None:
    assert locate("The dam\n  burst. The dam burst.", "The dam burst") == [(0, 15), (17, 30)]


def test_marks_in_a_part_are_taken_as_they_stand() -> None:
    assert locate("cost (about) $5", "(about) $5") == [(5, 15)]


def test_overlap_is_over_the_shorter_and_cover_over_both() -> None:
    assert overlap((0, 10), (5, 7)) == 1.0
    assert cover((0, 10), (5, 7)) == 0.2
    assert overlap((0, 5), (5, 7)) == 0.0


@pytest.mark.parametrize(
    ("found", "wanted", "same"),
    [
        ("Amina Odera", "Odera", True),
        ("Foreign Minister Odera", "Amina Odera", True),
        ("OEL", "Orlan Energy League", True),
        ("Juma Karisa", "Amina Karisa", False),
        ("the", "Karisa", False),
    ],
)
def test_a_name_agrees_with_its_surname_and_initials(found: str, wanted: str, same: bool) -> None:
    assert names_agree(found, wanted) is same


def test_a_country_is_met_by_anybody_who_acts_for_it() -> None:
    assert same_actor({"name": "government troops", "country": "KEN"}, "Kenya")
    assert not same_actor({"name": "government troops", "country": "TZA"}, "Kenya")


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2020", "2020-01-01", "2020-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2020-02-03", "2020-02-03", "2020-02-03"),
        ("2020-02-03/2020-02-09", "2020-02-03", "2020-02-09"),
    ],
)
def test_a_value_has_first_and_last_days(value: str, first: str, last: str) -> None:
    assert bounds(value) == (first, last)


def test_nearly_the_day_is_near_and_a_month_is_not() -> None:
    assert near_days({"start": "2020-02-01", "end": "2020-02-02"}, "2020-02-03", 4)
    assert not near_days({"start": "2020-02-01", "end": "2020-02-29"}, "2020-02-03", 4)
