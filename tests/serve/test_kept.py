"""Pages that were drawn are handed out again until something is written."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from dateline.corrections import Signed
from dateline.identity import record_ids
from dateline.serve.app import make_app
from dateline.serve.drawing import draw, shown
from dateline.serve.kept import Shelf
from dateline.serve.typeset import is_steering
from dateline.store import Query, Store
from tests.serve import sample
from tests.serve.desk import TOKEN, served
from tests.weaving.reports import make_report

EVENT = record_ids("events", sample.courier().events)[1]
PATH = f"/stories/{sample.story().id}"
DAM = make_report("dam", "The dam held", "The Orlan dam held.", published="2031-05-06")


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the templates that are drawn from now on."""
    found: list[str] = []

    def note(template: str, **values: object) -> str:
        found.append(template)
        return draw(template, **values)

    for drawer in ("answers", "story_page"):
        monkeypatch.setattr(f"dateline.serve.{drawer}.draw", note)
    return found


def test_a_page_is_drawn_once_until_something_is_written(drawn: list[str]) -> None:
    with Store(":memory:") as store:
        store.add([sample.story()])
        with TestClient(make_app(store)) as client:
            first, second = client.get(PATH), client.get(PATH)
            assert drawn == ["story.html"]
            assert (first.content, first.headers) == (second.content, second.headers)
            store.take([DAM])
            assert client.get(PATH).content == first.content
            assert drawn == ["story.html"] * 2


def correct(client: TestClient, store: Store) -> None:
    """Set a record right, as a page or command does."""
    store.review.drop(f"{sample.courier().id}/{EVENT}", Signed("Ines Roque", "2031-05-07", "No."))


def keep_a_case(client: TestClient, store: Store) -> None:
    """Keep a case."""
    store.create_case("Floods", Query(country="MOZ"))


def send(client: TestClient, store: Store) -> None:
    """Send a page."""
    body, shown = "A storm\n\nA storm hit Beira on Monday.", f"Bearer {TOKEN}"
    headers = {"Authorization": shown, "Content-Type": "text/plain"}
    assert client.post("/api/pages", content=body, headers=headers).status_code == 200


@pytest.mark.parametrize("write", [correct, keep_a_case, send])
@pytest.mark.parametrize("path", ["/", PATH, "/cases"])
def test_whatever_is_written_is_shown_at_once(
    drawn: list[str], path: str, write: Callable[[TestClient, Store], None]
) -> None:
    with Store(":memory:") as store:
        store.add([sample.story()])
        with TestClient(served(store)) as client:
            client.get(path)
            client.get(path)
            write(client, store)
            client.get(path)
    assert len(drawn) == 2


def test_who_holds_a_kept_page_is_sent_nothing(drawn: list[str]) -> None:
    with Store(":memory:") as store:
        store.add([sample.story()])
        with TestClient(make_app(store)) as client:
            tag = client.get(PATH).headers["etag"]
            again = client.get(PATH, headers={"If-None-Match": f"W/{tag}"})
            assert (again.status_code, again.content) == (304, b"")
            assert "content-length" not in again.headers
            assert again.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("path", "headers"), [("/stories/none", {}), ("/?since=soon", {}), (PATH, {"Cookie": "a=b"})]
)
def test_what_is_no_page_for_all_is_not_kept(
    drawn: list[str], path: str, headers: dict[str, str]
) -> None:
    with Store(":memory:") as store:
        store.add([sample.story()])
        with TestClient(make_app(store)) as client:
            client.get(path, headers=headers)
            client.get(path, headers=headers)
    assert len(drawn) == 2


def test_old_and_rarely_asked_pages_make_room() -> None:
    now = [0.0]
    shelf = Shelf(room=40, clock=lambda: now[0])
    for address in (b"a", b"b", b"c"):
        shelf.put(address, "1", b"x", ())
        shelf.get(b"a", "1")
    for address in (b"d", b"e", b"f"):
        shelf.put(address, "1", b"x", ())
        shelf.get(b"a", "1")
    assert shelf.get(b"a", "1") is not None
    assert shelf.get(b"b", "1") is None
    now[0] = 301
    assert shelf.get(b"a", "1") is None


def test_a_revision_is_another_once_something_was_written() -> None:
    with Store(":memory:") as store:
        before = store.revision()
        assert store.revision() == before
        store.add([sample.story()])
        assert store.revision() != before


def test_what_steers_is_the_same_on_pages_and_terminals() -> None:
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        steers = character not in "\n\r\t" and is_steering(character)
        assert (shown(character) == "\ufffd") == (steers or code == 0xFFFD), hex(code)
