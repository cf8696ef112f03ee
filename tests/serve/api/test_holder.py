"""A store that a server holds gives what the store itself gives, to who knows the secret."""

from __future__ import annotations

import inspect
import socket
from collections.abc import Iterator
from dataclasses import replace
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from dateline import __version__
from dateline.corrections import Judged, Signed
from dateline.errors import CorrectionError, QueryError, StoreError, StoreInUse
from dateline.identity import record_ids
from dateline.serve.api.reading import Access
from dateline.store import HeldStore, Query, Store
from dateline.store.calls import CALLS
from dateline.store.held import HeldReview, Send
from dateline.store.note import Note, left_note
from dateline.store.reaching import _through, greet, sender
from dateline.store.review import Review
from tests.serve import sample
from tests.serve.desk import SECRET, desk, served
from tests.store.test_runs import RUN

STORY = sample.story()
COURIER, LEDGER = STORY.reports
EVENT = f"{COURIER.id}/{record_ids('events', COURIER.events)[1]}"
NOTE = Note("127.0.0.1", 1, SECRET)


def through(client: TestClient) -> Send:
    """Return what posts to a server."""

    def send(path: str, body: bytes, authorization: str) -> tuple[int, bytes]:
        answer = client.post(path, content=body, headers={"Authorization": authorization})
        return answer.status_code, answer.content

    return send


@pytest.fixture(scope="module")
def both() -> Iterator[tuple[Store, HeldStore]]:
    """Yield a store and the way to it through a server."""
    with Store(":memory:") as store:
        store.add([STORY])
        store.note(RUN)
        store.take([COURIER], anew=True, run=RUN.id)
        store.review.drop(store.drawn("events", 1)[0].id, SIGNED)
        store.judge(store.drawn("events", 1)[0], Judged.RIGHT, SIGNED)
        store.create_case("Floods", Query(country="MOZ", box=(30.0, -22.5, 36.0, -18.0)), "Beira")
        with TestClient(served(store)) as client, HeldStore(through(client), SECRET) as held:
            yield store, held


ASKED: tuple[tuple[str, tuple[Any, ...]], ...] = (
    ("knows", (COURIER.id,)),
    ("knows", ("gone",)),
    ("still", ((STORY.id, "gone"),)),
    ("story", (STORY.id,)),
    ("story", ("gone",)),
    ("report", (LEDGER.id,)),
    ("report", ("gone",)),
    ("claim", (f"{STORY.id}/claims/{STORY.claims[0].id}",)),
    ("claim", ("gone",)),
    ("stories", (Query(),)),
    ("stories", (Query(country="MOZ", box=(34.0, -21.0, 36.0, -19.0), since="2029-01-01"),)),
    ("stories", (Query(text="nowhere"),)),
    ("claims", (Query(limit=1),)),
    ("records", ("events", Query())),
    ("records", ("figures", Query(measure="killed"))),
    ("search", (Query(text="flood"),)),
    ("placed", ("2029-01-01", "2031-12-31")),
    ("runs", ()),
    ("readings", ()),
    ("readings", ((COURIER.id, "gone"),)),
    ("cases", ()),
    ("case", ("floods",)),
    ("case", ("gone",)),
    ("drawn", ("events", 2, 7)),
    ("review.corrections", ()),
)
WRITES = {"take", "note", "create_case", "drop_case", "judge"} | {
    f"review.{name}" for name in ("set", "drop", "join", "part", "undo", "take")
}
SIGNED = Signed("Ines Roque", "2030-05-20T09:00:00+00:00", "The lede says so.")


@pytest.mark.parametrize(("name", "asked"), ASKED)
def test_an_answer_is_that_of_the_store(
    both: tuple[Store, HeldStore], name: str, asked: tuple[Any, ...]
) -> None:
    store, held = both
    assert attrgetter(name)(held)(*asked) == attrgetter(name)(store)(*asked)


def test_everything_that_can_be_asked_is_asked_here() -> None:
    assert {name for name, _ in ASKED} | WRITES == set(CALLS)


def test_a_held_store_takes_what_a_store_takes() -> None:
    for name in CALLS:
        of, _, method = name.rpartition(".")
        both = (Review, HeldReview) if of else (Store, HeldStore)
        own, held = (inspect.signature(getattr(one, method)) for one in both)
        assert own.parameters.keys() == held.parameters.keys()
        assert set(CALLS[name].takes) == own.parameters.keys() - {"self"}


def test_a_list_goes_on_where_it_was_cut_off(both: tuple[Store, HeldStore]) -> None:
    _, held = both
    first = held.claims(Query(limit=1))
    second = held.claims(Query(limit=1, after=first.next))
    assert (*first.rows, *second.rows) == held.claims(Query(limit=2)).rows


def test_reports_are_taken_in_lots(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.store.held._AT_ONCE", 1)
    with Store(":memory:") as store, Store(":memory:") as own:
        with TestClient(served(store)) as client:
            changed = HeldStore(through(client), SECRET).take(iter([COURIER, LEDGER, COURIER]))
        assert changed == own.take([COURIER, LEDGER])
        assert [store.story(id) for id in changed] == [own.story(id) for id in changed]


def test_cases_and_runs_are_written_through_a_server() -> None:
    with Store(":memory:") as store, TestClient(served(store)) as client:
        held = HeldStore(through(client), SECRET)
        kept = held.create_case("Floods", Query(country="MOZ"), note="Both banks.")
        assert store.cases() == (kept,)
        with pytest.raises(QueryError, match="there is a case 'floods' already"):
            held.create_case("Floods", Query(country="KEN"))
        assert (held.drop_case("floods"), held.drop_case("floods")) == (True, False)
        held.note(RUN)
        held.take([COURIER], run=RUN.id)
        assert (store.runs(), store.readings()) == ((RUN,), {COURIER.id: RUN.id})


def test_things_are_set_right_and_judged_through_a_server() -> None:
    with Store(":memory:") as store, TestClient(served(store)) as client:
        store.add([STORY])
        held = HeldStore(through(client), SECRET)
        (made,) = held.review.set(EVENT, {"status": "denied"}, SIGNED)
        assert held.review.corrections() == store.review.corrections()
        undone = held.review.undo(made.id, SIGNED)
        dropped = held.review.drop(EVENT, SIGNED)
        parted = held.review.part(STORY.id, [COURIER.id], SIGNED)
        joined = held.review.join([COURIER.id, LEDGER.id], SIGNED)
        kept = tuple(listed.correction for listed in store.review.corrections())
        assert set(kept) == {undone, dropped, parted, joined}
        assert held.review.take(kept) == 0
        with pytest.raises(CorrectionError, match="no record nothing"):
            held.review.drop("nothing", SIGNED)
        row = held.drawn("events", 1)[0]
        held.judge(row, Judged.WRONG, SIGNED)
        assert store.drawn("events", 1) == (
            replace(row, verdict=Judged.WRONG, note=SIGNED.why, who=SIGNED.who),
        )


def test_what_can_not_be_asked_is_told_as_the_store_tells_it(
    both: tuple[Store, HeldStore],
) -> None:
    _, held = both
    with pytest.raises(QueryError, match="isn't a cursor"):
        held.stories(Query(after="x"))
    with pytest.raises(QueryError, match="no records are called 'credits'"):
        held.records("credits")


def test_a_store_that_fails_is_told(
    both: tuple[Store, HeldStore], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(store: Store, id: str) -> None:
        raise StoreError("the disk is full")

    monkeypatch.setattr(Store, "story", fail)
    with pytest.raises(StoreError, match="the disk is full"):
        both[1].story("a")


# ------------------------------------------------------------------------------- who may ask


def test_nobody_is_answered_without_the_secret() -> None:
    with desk() as client:
        for shown in (
            b"",
            b"Bearer",
            f"Bearer {SECRET}x".encode(),
            SECRET.encode(),
            b"Bearer \xff",
        ):
            for name in (*CALLS, "gone"):
                answer = client.post(f"/held/{name}", headers={b"Authorization": shown})
                assert answer.status_code == 403
        assert client.get("/held/stories").status_code == 405
        assert "/held/" not in client.get("/api/openapi.json").text


def test_a_server_that_holds_no_file_has_no_such_address() -> None:
    with desk(access=Access()) as client:
        for name in ("hello", "stories"):
            answer = client.post(
                f"/held/{name}", content=b"a", headers={"Authorization": "Bearer None"}
            )
            assert answer.status_code == 404


@pytest.mark.parametrize("body", [b"", b"no", b"x\x9c", b"x\x9cKT0\x04\x00\x02^\x00\xc2"])
def test_what_was_not_packed_by_us_is_told(body: bytes) -> None:
    shown = {"Authorization": f"Bearer {SECRET}"}
    with desk() as client:
        answer = client.post("/held/story", content=body, headers=shown)
    assert answer.status_code == 503
    assert "damaged" in answer.json()["detail"]


@pytest.mark.parametrize("challenge", [b"", b"a b", b"a" * 101, "é".encode()])
def test_only_a_challenge_is_answered(challenge: bytes) -> None:
    with desk() as client:
        assert client.post("/held/hello", content=challenge).status_code == 422


def test_a_challenge_without_an_end_is_not_waited_for() -> None:
    parts = (b"a" * 60 for _ in range(4))
    with desk() as client:
        assert client.post("/held/hello", content=parts).status_code == 422


# ------------------------------------------------------------------------------ who answers


def test_who_knows_the_secret_is_believed() -> None:
    with desk() as client:
        assert greet(NOTE, through(client)) is None


def test_another_server_is_not_told_the_secret() -> None:
    told: list[str] = []
    with desk() as client:
        plain = through(client)

        def send(path: str, body: bytes, authorization: str) -> tuple[int, bytes]:
            told.append(authorization)
            return plain(path, body, authorization)

        other = replace(NOTE, secret="another")  # noqa: S106 - it opens nothing
        assert greet(other, send) == "another server answers there"
    assert told == [""]


@pytest.mark.parametrize(
    "answer", [(404, b"{}"), (200, b"<html>"), (200, b"[]"), (200, b"{}"), (200, b'{"proof": 7}')]
)
def test_a_server_of_another_kind_is_not_believed(answer: tuple[int, bytes]) -> None:
    assert greet(NOTE, lambda *_: answer) == "another server answers there"


def test_a_server_of_another_release_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.serve.api.holder.__version__", "9.9")
    with desk() as client:
        told = greet(NOTE, through(client))
    assert told == f"that server is dateline 9.9, and this is {__version__}"


def test_what_is_held_says_what_to_do(tmp_path: Path) -> None:
    file = tmp_path / "news.duckdb"
    file.touch()
    held = StoreInUse(f"{file} is in use")
    with pytest.raises(StoreInUse, match="wait until it is done, or end it"):
        _through(str(file), held)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    told = f"at http://127.0.0.1:{port}/, but nobody answers"
    with left_note(file, Note("127.0.0.1", port)), pytest.raises(StoreInUse, match=told):
        _through(str(file), held)
    (tmp_path / "news.duckdb.served").write_text("{}", encoding="utf-8")
    with pytest.raises(StoreInUse, match="ask its owner to end the server"):
        _through(str(file), held)


def test_a_server_that_has_gone_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with pytest.raises(StoreError, match="doesn't answer: Connection refused"):
        HeldStore(sender(Note("127.0.0.1", port), 5), "s").story("a")
