"""Setting things right in a browser: who may, from where, and what is shown afterwards."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from fastapi.testclient import TestClient

from dateline.identity import record_ids
from dateline.serve.api.reading import Access
from dateline.serve.app import make_app
from dateline.serve.guard import Allowance
from dateline.serve.links import address
from dateline.store import Store
from tests.serve import sample
from tests.serve.desk import Seen

TOKEN = "an-invented-token-of-tests"  # noqa: S105 - it opens nothing
OURS = {"Sec-Fetch-Site": "same-origin"}
REPORT = sample.courier().id
EVENT = f"{REPORT}/{record_ids('events', sample.courier().events)[1]}"
FORM = address("correct", of=EVENT)
SAID = {"by": "Ines Roque", "why": "The army said so <b>later</b>."}


@contextmanager
def desk(token: str | None = TOKEN) -> Iterator[TestClient]:
    """Yield a client of a server that shows the sample."""
    with Store(":memory:") as store:
        store.add([sample.story()])
        app = make_app(store, allowance=Allowance(brim=1e9), access=Access(token))
        with TestClient(app, follow_redirects=False) as client:
            yield client


@contextmanager
def signed_in() -> Iterator[tuple[TestClient, str]]:
    """Yield a client that has signed in, and the word of its forms."""
    with desk() as client:
        answer = client.post("/sign-in", data={"token": TOKEN, "to": FORM}, headers=OURS)
        assert answer.status_code == 303
        page = client.get(answer.headers["location"])
        found = re.search(r'name="word" value="(\w+)"', page.text)
        assert found is not None
        yield client, found[1]


def form(word: str, **more: str) -> dict[str, str]:
    """Return what a browser sends of the sample's form."""
    held = {
        "category": "AID", "mode": "", "status": "planned", "actor": "army (MOZ, MIL)",
        "recipient": "", "claimant": "", "place": "", "date": "2030-03-15",
    }  # fmt: skip
    values = {f"set-{name}": words for name, words in held.items()}
    return {"word": word, "of": EVENT, "what": "set", **SAID, **values, **more}


def test_nobody_writes_on_a_server_without_a_token() -> None:
    with desk(token=None) as client:
        assert client.get(f"/correct?of={EVENT}").status_code == 403
        assert client.get("/sign-in").status_code == 403
        assert client.post("/correct", data=form("x"), headers=OURS).status_code == 403
        assert "set right" not in client.get(f"/reports/{REPORT}").text
        assert client.get("/corrections").status_code == 200


def test_who_is_not_signed_in_is_asked_to() -> None:
    with desk() as client:
        answer = client.get(f"/correct?of={EVENT}")
        assert answer.headers["location"] == address("sign-in", to=f"/correct?of={EVENT}")
        assert client.post("/correct", data=form("x"), headers=OURS).status_code == 403
        wrong = client.post("/sign-in", data={"token": "another"}, headers=OURS)
        assert wrong.status_code == 403
        assert "set-cookie" not in wrong.headers


@pytest.mark.parametrize(
    "to", ["//elsewhere.example/correct?", "/corrections", "/correct", "/audit?\r\nSet-Cookie: a=b"]
)
def test_who_signs_in_is_sent_to_no_other_page(to: str) -> None:
    with desk() as client:
        answer = client.post("/sign-in", data={"token": TOKEN, "to": to}, headers=OURS)
    assert answer.headers["location"] == "/corrections"


def test_the_cookie_is_for_our_pages_alone() -> None:
    with desk() as client:
        answer = client.post("/sign-in", data={"token": TOKEN}, headers=OURS)
        cookie = answer.headers["set-cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=strict" in cookie
        assert TOKEN not in cookie


def test_who_signed_in_is_forgotten_after_half_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    with signed_in() as (client, word):
        held = client.cookies["dateline"]
        now = time.time()
        monkeypatch.setattr("dateline.serve.signing.time", lambda: now + 12 * 3600 + 60)
        headers = {**OURS, "Cookie": f"dateline={held}"}
        assert client.post("/correct", data=form(word), headers=headers).status_code == 403
        monkeypatch.setattr("dateline.serve.signing.time", lambda: now + 11 * 3600)
        assert client.get(f"/correct?of={EVENT}", headers=headers).status_code == 200


def test_a_value_is_set_and_told_of_on_every_page() -> None:
    with signed_in() as (client, word):
        answer = client.post("/correct", data=form(word, **{"set-status": "denied"}), headers=OURS)
        assert answer.status_code == 303
        back = client.get(answer.headers["location"])
        line = "status: denied, read as planned set right by Ines Roque on"
        assert line in Seen(back.text).words
        assert "<b>later</b>" not in back.text
        assert line in Seen(client.get("/corrections").text).words
        story = client.get(f"/stories/{sample.story().id}")
        assert line in Seen(story.text).words


def test_a_record_is_dropped_and_comes_back() -> None:
    with signed_in() as (client, word):
        client.post("/correct", data=form(word, what="drop"), headers=OURS)
        assert client.get(f"/correct?of={EVENT}").status_code == 404
        page = client.get("/corrections").text
        found = re.search(r"/undo\?of=(\w+)", page)
        assert found is not None
        assert client.get(f"/undo?of={found[1]}").status_code == 200
        undone = {"word": word, "of": found[1], **SAID}
        assert client.post("/undo", data=undone, headers=OURS).status_code == 303
        assert client.get(f"/correct?of={EVENT}").status_code == 200
        assert "taken back by Ines Roque" in client.get("/corrections").text


def test_what_cannot_be_set_is_told_with_what_was_typed() -> None:
    with signed_in() as (client, word):
        sent = form(word, **{"set-date": "Monday <i>"})
        answer = client.post("/correct", data=sent, headers=OURS)
        assert answer.status_code == 422
        assert "is no date" in answer.text
        assert 'value="Monday &lt;i&gt;"' in answer.text


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "https://evil.example"},
    ],
)
def test_a_form_of_another_site_is_refused(headers: dict[str, str]) -> None:
    with signed_in() as (client, word):
        sent = form(word, **{"set-status": "denied"})
        assert client.post("/correct", data=sent, headers=headers).status_code == 403


@pytest.mark.parametrize("word", ["", "0" * 64])
def test_a_form_without_our_word_is_refused(word: str) -> None:
    with signed_in() as (client, _):
        sent = form(word, **{"set-status": "denied"})
        assert client.post("/correct", data=sent, headers=OURS).status_code == 403


@pytest.mark.parametrize("what", ["", "burn", "split", "merge"])
def test_an_act_that_a_record_has_not_is_refused(what: str) -> None:
    with signed_in() as (client, word):
        answer = client.post("/correct", data=form(word, what=what), headers=OURS)
        assert answer.status_code == 422


@pytest.mark.parametrize("of", ["", "x", f"{REPORT}/events/1-2", "a/claims/b", "%00", "'; DROP"])
def test_what_is_not_there_cannot_be_set_right(of: str) -> None:
    with signed_in() as (client, word):
        assert client.get("/correct", params={"of": of}).status_code == 404
        sent = {"word": word, "of": of, "what": "drop", **SAID}
        assert client.post("/correct", data=sent, headers=OURS).status_code == 404


def test_a_story_and_a_claim_have_forms_of_their_own() -> None:
    told = sample.story()
    with signed_in() as (client, _):
        assert client.get("/correct", params={"of": told.id}).status_code == 200
        claim = f"{told.id}/claims/{told.claims[0].id}"
        assert client.get("/correct", params={"of": claim}).status_code == 200


def test_what_was_ticked_and_chosen_is_kept_when_it_is_refused() -> None:
    told = sample.story()
    part = told.reports[0].id
    sent = {"of": told.id, "what": "merge", "part": part, "with": "no <story>", **SAID}
    with signed_in() as (client, word):
        answer = client.post("/correct", data={"word": word, **sent}, headers=OURS)
    assert answer.status_code == 422
    assert f'value="{part}" checked>' in answer.text
    assert answer.text.count(" checked>") == 1
    assert 'value="no &lt;story&gt;"' in answer.text


def test_a_mode_has_one_field() -> None:
    with signed_in() as (client, word):
        sent = form(word, **{"set-category": "ASSAULT/aerial"})
        assert client.post("/correct", data=sent, headers=OURS).status_code == 303
        page = client.get("/correct", params={"of": EVENT}).text
    assert 'name="set-category" value="ASSAULT"' in page
    assert 'name="set-mode" value="aerial"' in page


def test_tokens_are_not_guessed_at_leisure() -> None:
    with desk() as client:
        codes = [
            client.post("/sign-in", data={"token": str(n)}, headers=OURS).status_code
            for n in range(12)
        ]
        assert codes[-1] == 429


def test_a_form_that_is_too_large_or_of_another_kind_is_refused() -> None:
    with signed_in() as (client, word):
        large = client.post("/correct", data=form(word, why="x" * 70_000), headers=OURS)
        assert large.status_code == 413
        assert client.post("/correct", json=form(word), headers=OURS).status_code == 415
