"""Two texts side by side: what both say has one number and one colour in both."""

from __future__ import annotations

from fastapi.testclient import TestClient

from dateline.serve.links import address
from dateline.serve.pairing import pair_reports
from tests.serve import sample
from tests.serve.desk import Seen, desk

STORY = sample.story()
ONE, OTHER = STORY.reports


def pair(client: TestClient, left: str, right: str) -> int:
    return client.get(address("stories", STORY.id, left=left, right=right)).status_code


def test_what_both_say_is_numbered_in_the_order_of_the_first() -> None:
    pairing = pair_reports(STORY, ONE.id, OTHER.id)
    assert pairing is not None
    (shared,) = pairing.shared
    assert (shared.number, shared.gist, shared.relation) == (1, "people killed in Beira", "updated")
    assert [span.of(ONE.text) for span, _ in pairing.spans(ONE.id)] == ["At least 40 people"]
    assert [span.of(OTHER.text) for span, _ in pairing.spans(OTHER.id)] == ["52 people"]


def test_both_texts_carry_the_colour_without_a_script() -> None:
    with desk() as client:
        page = client.get(address("stories", STORY.id, left=OTHER.id, right=ONE.id)).text
    read = Seen(page)
    assert (read.crossed, read.open) == ([], [])
    assert page.count('<b class="pair-key pair-1">1</b>') == 2
    assert page.index('aria-label="Text B') < page.index('aria-label="Text A')
    assert "1 claim in both" in " ".join(read.words.split())


def test_only_two_reports_of_the_story_can_be_paired() -> None:
    with desk() as client:
        assert pair(client, ONE.id, OTHER.id) == 200
        for left, right in ((ONE.id, ONE.id), (ONE.id, ""), ("", OTHER.id), (ONE.id, "nobody")):
            assert pair(client, left, right) == 404
        assert pair(client, "", "") == 200


def test_who_stands_left_changes_nothing_in_what_both_say() -> None:
    one, other = (pair_reports(STORY, *ids) for ids in ((ONE.id, OTHER.id), (OTHER.id, ONE.id)))
    assert one is not None
    assert other is not None
    assert [held.claim for held in one.shared] == [held.claim for held in other.shared]
