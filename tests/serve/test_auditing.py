"""Judging rows in a browser: who may, what is drawn, and what is kept of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from dateline.corrections import Judged
from dateline.serve.links import address
from dateline.store import Store
from tests.serve import sample
from tests.serve.desk import TOKEN, Seen, served

OURS = {"Sec-Fetch-Site": "same-origin"}
SAMPLE = address("audit", kind="event", sample=100, seed=3, by="Ines Roque")


@contextmanager
def desk() -> Iterator[tuple[TestClient, Store]]:
    """Yield a client that has signed in, and the store that it is shown."""
    with Store(":memory:") as store:
        store.add([sample.story()])
        with TestClient(served(store), follow_redirects=False) as client:
            signed = client.post("/sign-in", data={"token": TOKEN, "to": SAMPLE}, headers=OURS)
            assert signed.headers["location"] == SAMPLE
            yield client, store


def judged(client: TestClient, page: str, verdict: str, **more: str) -> Response:
    """Send the form of a page with a verdict, as a browser does."""
    held = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))
    return client.post(SAMPLE, data={**held, "verdict": verdict, **more}, headers=OURS)


def test_who_is_not_signed_in_is_asked_to_and_comes_back() -> None:
    with desk() as (client, _):
        client.cookies.clear()
        assert client.get(SAMPLE).headers["location"] == address("sign-in", to=SAMPLE)
        assert client.post(SAMPLE, headers=OURS, data={"verdict": "right"}).status_code == 403


def test_a_sample_is_judged_to_its_end() -> None:
    with desk() as (client, store):
        rows = store.drawn("events", 100, 3)
        where = SAMPLE
        for row in rows:
            page = client.get(where)
            assert row.id in Seen(page.text).words
            where = judged(client, page.text, "right", note="As told.").headers["location"]
        words = " ".join(Seen(client.get(where).text).words.split())
        assert f"{len(rows)} of {len(rows)} events judged: {len(rows)} right, 0 wrong" in words
        assert "precision 1.000, 95 % between" in words
        assert "All of this sample are judged." in words
        kept = {(one.verdict, one.note, one.who) for one in store.drawn("events", 100, 3)}
        assert kept == {(Judged.RIGHT, "As told.", "Ines Roque")}


def test_a_verdict_can_be_another_one_later() -> None:
    with desk() as (client, store):
        row = store.drawn("events", 100, 3)[0]
        judged(client, client.get(SAMPLE).text, "right")
        again = client.get(f"{SAMPLE}&row={row.id}")
        assert "Judged right by Ines Roque" in Seen(again.text).words
        judged(client, again.text, "wrong", note="It was <b>planned</b>.")
        assert store.drawn("events", 100, 3)[0].verdict is Judged.WRONG
        shown = client.get(f"{SAMPLE}&row={row.id}").text
        assert "<b>planned</b>" not in shown


def test_a_row_that_changed_meanwhile_is_shown_as_it_is_now() -> None:
    with desk() as (client, store):
        page = client.get(SAMPLE).text
        answer = judged(client, page, "right", says="another")
        assert answer.status_code == 422
        assert "says something else now" in Seen(answer.text).words
        assert store.drawn("events", 100, 3)[0].verdict is None


def test_what_is_no_verdict_or_no_line_is_not_kept() -> None:
    with desk() as (client, store):
        page = client.get(SAMPLE).text
        assert judged(client, page, "fine").status_code == 422
        assert judged(client, page, "right", row="elsewhere").status_code == 422
        assert judged(client, page, "right", word="x").status_code == 403
        assert judged(client, page, "right", note="a\0b").status_code == 422
        assert store.drawn("events", 100, 3)[0].verdict is None


@pytest.mark.parametrize("asked", ["kind=names", "sample=0", "sample=1001", "seed=x", "seed=1e9"])
def test_what_is_no_sample_is_told(asked: str) -> None:
    with desk() as (client, _):
        assert client.get(f"/audit?{asked}&by=I").status_code == 422


def test_the_page_first_asks_what_is_to_be_drawn_and_who_judges() -> None:
    with desk() as (client, _):
        page = client.get("/audit?")
        assert page.status_code == 200
        assert "Your name" in Seen(page.text).words
        assert "judged" not in Seen(page.text).words
