"""Lines that their wording alone gives away."""

from __future__ import annotations

import pytest

from dateline.clean.wording import pitch_score, shape_of
from dateline.knowledge.vocabulary import words

_TABLES = {rule: table for rule, table in words("furniture").items() if "patterns" in table}


@pytest.mark.parametrize(
    ("rule", "line"), [(rule, line) for rule, table in _TABLES.items() for line in table["yes"]]
)
def test_each_shape_matches_the_lines_it_is_for(rule: str, line: str) -> None:
    found = shape_of(line)
    assert found is not None
    assert found == (_TABLES[rule]["label"][0], rule)


@pytest.mark.parametrize("line", [line for table in _TABLES.values() for line in table["no"]])
def test_a_sentence_that_begins_like_furniture_has_no_shape(line: str) -> None:
    assert shape_of(line) is None


@pytest.mark.parametrize(
    "text",
    [
        "Sign up to our daily newsletter and get the harbour's news in your inbox.",
        "Download our app from the App Store to never miss an alert.",
        "The Beacon is paid for by its own readers. Join in from 40 crowns a month.",
        "Create an account or sign in to go on reading with your free articles per month.",
    ],
)
def test_an_appeal_to_the_reader_is_a_pitch(text: str) -> None:
    assert pitch_score(text) >= 1.5


@pytest.mark.parametrize(
    "text",
    [
        "The ministry sent the figures by e-mail on Tuesday.",
        '"Sign up for our newsletter and get your free daily alert today!" the poster read.',
        "Farmers can register now for aid, the governor said.",
        "Rents rose from 500 to 700 crowns a month, paid for by the town.",
    ],
)
def test_a_sentence_of_news_is_no_pitch(text: str) -> None:
    assert pitch_score(text) < 1.5


@pytest.mark.parametrize(
    "text",
    [
        "Subscribe to the harbour letter.",
        "A PODCAST on the river.",
        "Our three editors in town will pick the stories.",
        "Follow us to the harbour.",
        "Never miss a tide.",
        "The tide table, every morning.",
        "We are on Facebook and on Instagram.",
        "A free trial of the atlas.",
        "Read the terms of use.",
        "This harbour site is run by pilots.",
        "You may log in by the quay.",
        "Tell your mayor of your street.",
        "Enjoyed the crossing?",
        "Become a friend of the lighthouse.",
        "Help the boat, make a donation to the crew.",
        "It is made possible by our generous readers.",
        "We stand for trusted reporting.",
        "Is your street flooded? Tell the harbour office.",
        "The page is blocked by the port.",
        "The tide turns. Register by noon here.",
        "Moor here from 90 crowns a month.",
        "The pilots can be reached at pilots@averby.example",
    ],
)
def test_each_cue_of_an_appeal_is_heard_by_itself(text: str) -> None:
    assert pitch_score(text) > 0


@pytest.mark.parametrize("line", ["SKIP TO CONTENT", "Skip To Content", "• READ MORE: THE DAM"])
def test_capitals_make_no_other_shape(line: str) -> None:
    found = shape_of(line)
    assert found is not None
    assert found == shape_of(line.lower())


@pytest.mark.parametrize(
    "line",
    [
        "Agency reports | Sunday 3 May 2020",
        "By Jane Doe | 3 May",
        "03.05.2020, 18:20 Uhr | By Jane Doe | Reading time: 3 minutes",
    ],
)
def test_a_byline_may_share_its_line_with_a_date(line: str) -> None:
    found = shape_of(line)
    assert found is not None
    assert found[0] == "byline"


@pytest.mark.parametrize(
    "line",
    ["Nets that were torn lie on the quay. (Jane Doe)", "Weather reports | Averby and the coast"],
)
def test_a_line_that_tells_or_has_no_date_is_left_alone(line: str) -> None:
    assert shape_of(line) is None


def test_a_line_of_date_and_agencies_is_a_credit() -> None:
    found = shape_of("03.05.2020, 18:20 Uhr | dpa, AFP | Reading time: 3 minutes")
    assert found is not None
    assert found[0] == "credit"
