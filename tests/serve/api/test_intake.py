"""Pages that are sent: who may, what is taken, and why the rest is not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from fastapi.testclient import TestClient

from dateline.model import Page, Report
from dateline.serve.api.intake import MOST_PAGES
from dateline.serve.api.reading import Access
from dateline.serve.app import make_app
from dateline.serve.guard import LARGEST_SENT, Allowance
from dateline.store import Store
from tests.serve.desk import READING, SECRET, TOKEN, desk, served, skimmed
from tests.store.test_runs import RUN

PAGES = "/api/pages"
SHOWN = {"Authorization": f"Bearer {TOKEN}"}
STORM = """Storm floods the harbour of Mombasa

3 May 2030

Mombasa, Kenya - A storm flooded the harbour of Mombasa on Thursday, the coast guard said.
"""
MARKUP = "<html><head><title>Tax</title></head><body><p>Oslo passed a tax on Friday.</p></body>"


@pytest.fixture
def client() -> Iterator[TestClient]:
    with desk() as opened:
        yield opened


def send(client: TestClient, body: str | bytes, kind: str = "text/plain", **about: str) -> Any:
    """Return what became of what was sent."""
    headers = {**SHOWN, "Content-Type": kind}
    answer = client.post(PAGES, content=body, headers=headers, params=about)
    assert answer.status_code == 200, answer.text
    return answer.json()


def lines(*rows: dict[str, str]) -> str:
    return "\n".join(map(json.dumps, rows))


# ------------------------------------------------------------------------------ what is taken


def test_a_page_of_text_becomes_a_story(client: TestClient) -> None:
    told = send(client, STORM, outlet="Coast Post", url="https://coast.example/storm")
    ((page,), (story,)) = told["accepted"], told["stories"]
    assert (page["path"], page["problem"], told["rejected"]) == ("sent.txt", None, [])
    report = client.get(f"/api/reports/{page['id']}").json()
    assert (report["outlet"], report["url"]) == ("Coast Post", "https://coast.example/storm")
    assert report["story"] == page["story"] == story


def test_what_is_sent_names_the_run_that_read_it() -> None:
    with Store(":memory:") as store, TestClient(served(store)) as client:
        told = send(client, STORM)
        send(client, STORM)
        (run,) = store.runs()
        assert (run.id, run.added, run.known, run.rejected, run.stories) == (RUN.id, 1, 0, 0, 1)
        assert store.readings() == {told["accepted"][0]["id"]: RUN.id}


def test_a_page_that_is_there_is_known(client: TestClient) -> None:
    first = send(client, STORM)
    again = send(client, STORM)
    assert [page["id"] for page in again["known"]] == [first["accepted"][0]["id"]]
    assert (again["accepted"], again["stories"]) == ([], [])


def test_markup_is_rendered_in_its_charset(client: TestClient) -> None:
    markup = MARKUP.replace("Oslo", "Tromsø").encode("cp1252")
    told = send(client, markup, "text/html; charset=windows-1252", name="fjord")
    report = client.get(f"/api/reports/{told['accepted'][0]['id']}").json()
    assert told["accepted"][0]["path"] == "fjord.html"
    assert "Tromsø passed a tax" in report["text"]


def test_each_line_of_json_is_a_page_and_bad_ones_are_told(client: TestClient) -> None:
    rows = lines(
        {"url": "https://a.example/1", "fetched": "2030-05-04T10:00:00Z", "content": STORM},
        {"url": "https://a.example/2", "html": MARKUP},
        {"weather": "fine"},
    )
    told = send(client, f"{rows}\nno json\n", "application/x-ndjson", name="wire")
    assert [page["path"] for page in told["accepted"]] == ["wire.jsonl#1", "wire.jsonl#2"]
    reasons = {reject["path"]: reject["reason"] for reject in told["rejected"]}
    assert "no column for a text" in reasons["wire.jsonl#3"]
    assert "not an object of JSON" in reasons["wire.jsonl#4"]


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/json", json.dumps([{"title": "Storm", "text": STORM}])),
        ("application/json", json.dumps({"title": "Storm", "text": STORM})),
        ("text/csv", f'title,text\nStorm,"{STORM}"\n'),
        ("application/jsonl", lines({"text": STORM})),
    ],
)
def test_lists_of_other_kinds_are_read(client: TestClient, kind: str, body: str) -> None:
    assert len(send(client, body, kind)["accepted"]) == 1


def test_when_a_page_was_fetched_is_kept() -> None:
    met: list[Page] = []

    def note(page: Page) -> Report:
        met.append(page)
        return skimmed(page)

    with Store(":memory:") as store:
        app = make_app(store, reading=replace(READING, read=note), access=Access(TOKEN))
        with TestClient(app) as client:
            send(client, STORM, fetched="2030-05-04T10:00:00Z")
    assert met[0].fetched == "2030-05-04T10:00:00+00:00"


def test_where_nothing_can_be_read_the_request_is_refused_with_the_reasons(
    client: TestClient,
) -> None:
    archive = b"PK\x03\x04" + b"\0" * 100
    for kind, body in (
        ("text/plain", b""),
        ("text/plain", b" \n"),
        ("text/plain", archive),
        ("application/json", archive),
        ("application/json", b'"words"'),
        ("application/jsonl", b""),
        ("text/csv", b"a,b\n1,2\n"),
        ("application/rss+xml", b"<rss>"),
    ):
        answer = client.post(PAGES, content=body, headers={**SHOWN, "Content-Type": kind})
        assert answer.status_code == 422, (kind, body)
        (wrong,) = answer.json()["detail"]
        assert wrong["loc"][0] == "body"
        assert wrong["msg"]
    assert len(client.get("/api/stories").json()["rows"]) == 1


def test_a_page_in_another_language_is_kept_and_told(client: TestClient) -> None:
    text = "Sturm überflutet den Hafen von Mombasa und tötet zwölf Menschen am Donnerstag. " * 9
    told = send(client, text, language="de")
    assert told["accepted"][0]["problem"] == "in the language 'de': only English is read"


def test_a_page_on_which_reading_fails_costs_no_other() -> None:
    def fail(page: Page) -> Report:
        if "Oslo" in page.text:
            raise RuntimeError("/secret/place")
        return skimmed(page)

    with Store(":memory:") as store:
        app = make_app(store, reading=replace(READING, read=fail), access=Access(TOKEN))
        with TestClient(app) as client:
            rows = lines({"html": MARKUP}, {"text": STORM})
            told = send(client, rows, "application/jsonl")
    assert len(told["accepted"]) == 1
    assert told["rejected"] == [{"path": "sent.jsonl#1", "reason": "dateline failed on it"}]


# ------------------------------------------------------------------------------------ who may


def refused(client: TestClient, headers: dict[str, str], body: str = STORM) -> tuple[int, str]:
    answer = client.post(PAGES, content=body, headers={"Content-Type": "text/plain", **headers})
    return answer.status_code, answer.json()["detail"]


def test_nobody_writes_where_there_is_no_token() -> None:
    with desk(access=Access()) as client:
        code, told = refused(client, SHOWN)
    assert code == 403
    assert "without a token" in told


SHOWN_WRONG: tuple[dict[str, str], ...] = (
    {},
    {"Authorization": TOKEN},
    {"Authorization": "Bearer"},
    {"Authorization": "Bearer wrong"},
    {"Authorization": f"Bearer {TOKEN}x"},
    {"Authorization": f"Bearer {TOKEN[:-1]}"},
    {"Authorization": f"Basic {TOKEN}"},
    {"Authorization": f"Bearer {SECRET}"},
    {"Authorization": "Bearer \xff"},
    {"Cookie": f"token={TOKEN}"},
)


def test_another_token_opens_nothing(client: TestClient) -> None:
    for shown in SHOWN_WRONG:
        headers = {name.encode(): value.encode("latin-1") for name, value in shown.items()}
        answer = client.post(PAGES, content=STORM, headers=headers)
        assert answer.status_code == 401, shown
        assert answer.headers["www-authenticate"].startswith("Bearer")


def test_a_token_in_the_address_opens_nothing(client: TestClient) -> None:
    assert client.post(f"{PAGES}?token={TOKEN}", content=STORM).status_code == 401


def test_only_posting_writes(client: TestClient) -> None:
    for verb in ("GET", "PUT", "PATCH", "DELETE"):
        answer = client.request(verb, PAGES, headers=SHOWN)
        assert (answer.status_code, answer.headers["allow"]) == (405, "POST")


# ------------------------------------------------------------------------------- how much


def test_what_is_too_large_is_refused_before_it_is_read(client: TestClient) -> None:
    headers = {**SHOWN, "Content-Length": str(LARGEST_SENT + 1)}
    assert refused(client, headers) == (413, "The request is too large.")


def test_what_has_no_length_is_counted(client: TestClient) -> None:
    def parts() -> Iterator[bytes]:
        for _ in range(11):
            yield b"a" * 1_000_000

    headers = {**SHOWN, "Content-Type": "text/plain"}
    answer = client.post(PAGES, content=parts(), headers=headers)
    assert answer.status_code == 413
    assert str(LARGEST_SENT) in answer.json()["detail"]


def test_too_many_pages_are_refused_whole(client: TestClient) -> None:
    rows = lines(*({"text": f"{STORM} {number}"} for number in range(MOST_PAGES + 1)))
    headers = {**SHOWN, "Content-Type": "application/jsonl"}
    assert client.post(PAGES, content=rows, headers=headers).status_code == 413
    assert len(client.get("/api/stories").json()["rows"]) == 1


@pytest.mark.parametrize("kind", ["application/zip", "application/pdf", "image/png", "", "x"])
def test_other_kinds_are_refused(client: TestClient, kind: str) -> None:
    code, told = refused(client, {**SHOWN, "Content-Type": kind})
    assert code == 415
    assert "text/html" in told


def test_who_sends_too_often_has_to_wait() -> None:
    with Store(":memory:") as store:
        app = served(store)
        app.state.inbox.allowance = Allowance(each_second=0, brim=1)
        with TestClient(app) as client:
            send(client, STORM)
            answer = client.post(PAGES, content=STORM, headers=SHOWN)
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "1")


def test_guessing_tokens_is_slowed_down() -> None:
    with Store(":memory:") as store:
        app = served(store)
        app.state.inbox.allowance = Allowance(each_second=0, brim=3)
        with TestClient(app) as client:
            wrong = {"Authorization": "Bearer wrong"}
            codes = [client.post(PAGES, content=STORM, headers=wrong).status_code for _ in range(5)]
    assert codes == [401, 401, 401, 429, 429]


def test_who_comes_while_much_is_read_is_told_to_come_again(client: TestClient) -> None:
    inbox = client.app.state.inbox  # type: ignore[attr-defined] # it is a FastAPI
    while inbox._room.acquire(blocking=False):
        pass
    assert refused(client, SHOWN) == (429, "Other pages are being read.")


# ---------------------------------------------------------------------------------- hostile

HOSTILE = (
    "../../etc/passwd",
    "/etc/passwd",
    "a/b",
    ".hidden",
    "a\0b",
    "a\nb",
    "' OR 1=1 --",
    "",
    "x" * 101,
    "javascript:alert(1)",
)


@pytest.mark.parametrize("name", ["name", "url", "published", "language", "fetched", "colour"])
def test_what_is_said_of_a_page_is_what_it_can_be(client: TestClient, name: str) -> None:
    headers = {**SHOWN, "Content-Type": "text/plain"}
    for hostile in HOSTILE:
        answer = client.post(PAGES, content=STORM, headers=headers, params={name: hostile})
        assert answer.status_code == 422, hostile
    assert len(client.get("/api/stories").json()["rows"]) == 1


def test_an_outlet_is_words_whatever_it_says(client: TestClient) -> None:
    for hostile in ("'; DROP TABLE stories; --", "<script>alert(1)</script>", "a\u202eb"):
        (page,) = send(client, f"{STORM}{hostile}", outlet=hostile)["accepted"]
        assert client.get(f"/api/reports/{page['id']}").json()["outlet"] == hostile
        assert "<script>alert" not in client.get(f"/reports/{page['id']}").text
        assert len(client.get("/api/stories", params={"outlet": hostile}).json()["rows"]) == 1
