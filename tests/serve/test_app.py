"""The served pages: every page stands, every link leads somewhere, and the limits hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from dateline.errors import StoreError
from dateline.serve.app import make_app
from dateline.serve.guard import Allowance
from dateline.serve.links import claim_link, report_link, story_link
from dateline.store import Query, Store
from tests.serve import sample
from tests.serve.desk import Seen, desk

STORY = sample.story()
COURIER, LEDGER = STORY.reports
PAGES = (
    "/",
    "/claims",
    "/search?text=flood",
    story_link(STORY.id),
    report_link(COURIER.id),
    claim_link(STORY.id, STORY.claims[0].id),
    "/actor?name=Ana+Tembe",
    "/place?at=-19.840,34.840",
    "/method",
    "/nowhere",
)


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with desk() as opened:
        yield opened


def seen(client: TestClient, address: str, *, status: int = 200) -> Seen:
    """Return a page as a browser reads it."""
    answer = client.get(address.partition("#")[0])
    assert answer.status_code == status, address
    return Seen(answer.text)


# ------------------------------------------------------------------------------------ pages


@pytest.mark.parametrize("page", PAGES)
def test_a_page_nests_and_its_ids_are_unique(client: TestClient, page: str) -> None:
    read = seen(client, page, status=404 if page == "/nowhere" else 200)
    assert (read.crossed, read.open) == ([], [])
    assert len(read.ids) == len(set(read.ids))


def test_every_link_leads_somewhere(client: TestClient) -> None:
    waiting, known = ["/"], set[str]()
    while waiting:
        page = waiting.pop()
        known.add(page)
        answer = client.get(page, follow_redirects=True)  # who may write signs in first
        assert answer.status_code == 200, page
        read = Seen(answer.text)
        anchors = {link[1:] for link in read.links if link.startswith("#")}
        assert anchors <= set(read.ids), page
        own = {link.partition("#")[0] for link in read.links if link.startswith("/")}
        waiting += sorted(link for link in own - known - set(waiting) if "openapi" not in link)
    assert len(known) > 10


@pytest.mark.parametrize("page", PAGES)
def test_a_page_loads_our_own_files_alone_and_runs_nothing_else(
    client: TestClient, page: str
) -> None:
    answer = client.get(page)
    read = Seen(answer.text)
    assert all(client.get(file).status_code == 200 for file in read.loaded)
    assert all(file.startswith("/static/") for file in read.loaded)
    assert "style" not in read.tags | read.attributes
    assert not [name for name in read.attributes if name.startswith("on")]
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_the_board_tells_how_many_origins_a_story_has(client: TestClient) -> None:
    words = " ".join(seen(client, "/").words.split())
    assert "River bursts its banks in Beira" in words
    assert "1–2 origins 2 reports 2 outlets 2 claims" in words


def test_a_filter_that_holds_nothing_says_so(client: TestClient) -> None:
    read = seen(client, "/?country=NOR&text=flood")
    assert "No story holds all of this." in read.words
    assert "/?text=flood" in read.links


def test_empty_fields_of_a_form_say_nothing(client: TestClient) -> None:
    read = seen(client, "/?text=&since=&country=moz&origins=&status=")
    assert "River bursts" in read.words


@pytest.mark.parametrize(
    "asked", ["since=tomorrow", "origins=-1", "origins=many", "limit=999", "box=1,2,3", "after=x"]
)
def test_what_can_not_be_looked_for_is_told_above_the_form(client: TestClient, asked: str) -> None:
    read = seen(client, f"/?{asked}", status=422)
    assert "main" in read.tags
    assert asked.partition("=")[0] in read.words


def test_a_hit_leads_to_its_words_in_the_report(client: TestClient) -> None:
    found = seen(client, "/search?text=river")
    (link,) = [link for link in found.links if "?span=" in link]
    assert seen(client, link).lit.startswith("River" if "0-" in link else "Beira, 12 March")
    assert link.endswith("#lit")


def test_the_asked_characters_of_a_report_are_lit(client: TestClient) -> None:
    span = COURIER.events[0].span
    read = seen(client, report_link(COURIER.id, span))
    assert read.lit == span.of(COURIER.text)
    assert read.ids.count("lit") == 1


@pytest.mark.parametrize("span", ["9-3", "0-999999", "a-b", "-", "1-2-3", "٣-٤"])
def test_characters_that_are_not_there_light_nothing(client: TestClient, span: str) -> None:
    assert seen(client, f"/reports/{COURIER.id}?span={span}").lit == ""


def test_a_claim_shows_each_report_in_its_words_and_why_origins_are_so_many(
    client: TestClient,
) -> None:
    words = " ".join(seen(client, claim_link(STORY.id, STORY.claims[0].id)).words.split())
    assert "At least 40 people" in words
    assert "52 people" in words
    assert "number: updated" in words
    assert "both credit Delta Wire" in words


def test_the_matrix_opens_the_sentence_of_each_report(client: TestClient) -> None:
    page = client.get(story_link(STORY.id)).text
    matrix = Seen(page[page.index('<div id="matrix"') : page.index("</article>")])
    assert {"#s-A-1", "#s-B-1"} <= set(matrix.links)
    assert "at least 40" in matrix.words


def test_an_actor_has_what_he_did_and_said(client: TestClient) -> None:
    words = " ".join(seen(client, "/actor?name=ANA TEMBE").words.split())
    assert "Said 1" in words
    assert "We are still looking for the missing" in words
    assert seen(client, "/actor?name=Nobody+Here").words.count("No act, statement or figure") == 1


def test_a_place_has_what_happened_there(client: TestClient) -> None:
    words = " ".join(seen(client, "/place?at=-19.840,34.840").words.split())
    assert "Beira 19.84° S, 34.84° E" in words
    assert "killed Beira" not in words
    assert "At least 40 people were killed" in words


@pytest.mark.parametrize("page", ["/actor", "/actor?name=+", "/place", "/place?at=91,0"])
def test_a_page_on_nothing_is_not_there(client: TestClient, page: str) -> None:
    seen(client, page, status=404)


def test_the_method_has_each_set_with_its_rivals(client: TestClient) -> None:
    words = " ".join(seen(client, "/method").words.split())
    assert re.search(r"f1 0\.9\d\d ± 0\.\d{3} 181 .*trafilatura 0\.9", words)


def test_texts_that_have_no_room_beside_the_brief_have_their_own_page() -> None:
    others = [
        replace(LEDGER, page=replace(LEDGER.page, id=f"{number:016x}")) for number in range(1, 8)
    ]
    with desk(replace(STORY, reports=(COURIER, LEDGER, *others))) as client:
        read = seen(client, story_link(STORY.id))
    assert "s-F" in read.ids
    assert "s-G" not in read.ids
    assert report_link(others[-1].id) in read.links


def test_a_merged_story_is_found_under_its_old_id() -> None:
    with desk(replace(STORY, was=("0123456789abcdef",))) as client:
        answer = client.get("/stories/0123456789abcdef")
    assert (answer.status_code, answer.headers["location"]) == (301, story_link(STORY.id))


def test_an_empty_database_says_how_it_is_filled() -> None:
    with Store(":memory:") as store, TestClient(make_app(store)) as client:
        assert "dateline add" in client.get("/").text


# ----------------------------------------------------------------------------------- limits


def test_what_is_known_is_not_sent_again(client: TestClient) -> None:
    tag = client.get(story_link(STORY.id)).headers["etag"]
    again = client.get(story_link(STORY.id), headers={"If-None-Match": f'"x", W/{tag}'})
    assert (again.status_code, again.content) == (304, b"")


def test_pages_are_only_read(client: TestClient) -> None:
    assert client.head("/").status_code == 200
    assert {client.request(verb, "/").status_code for verb in ("POST", "PUT", "DELETE")} == {405}


def test_what_is_too_long_or_too_large_is_turned_away(client: TestClient) -> None:
    assert client.get("/?text=" + "a" * 9000).status_code == 414
    assert client.post("/", content=b"a" * 65_000).status_code == 413
    assert client.get("/", headers={"Content-Length": "-1"}).status_code == 413


def test_who_asks_too_often_has_to_wait() -> None:
    seconds = [0.0]
    allowance = Allowance(each_second=1, brim=3, clock=lambda: seconds[0])
    assert [allowance.spend("a") for _ in range(4)] == [True, True, True, False]
    assert allowance.spend("b")
    seconds[0] = 1.0
    assert [allowance.spend("a") for _ in range(2)] == [True, False]


def test_a_server_that_is_asked_too_often_says_when_to_come_again() -> None:
    with Store(":memory:") as store:
        app = make_app(store, allowance=Allowance(each_second=0, brim=1))
        with TestClient(app) as client:
            assert client.get("/").status_code == 200
            answer = client.get("/")
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "1")
    assert "content-security-policy" in answer.headers


@pytest.mark.parametrize(
    ("host", "code"),
    [("localhost:8740", 200), ("LOCALHOST", 200), ("[::1]:80", 200), ("evil.example", 421)],
)
def test_a_name_that_is_not_ours_is_not_answered(host: str, code: int) -> None:
    with Store(":memory:") as store:
        app = make_app(store, hosts=("localhost", "[::1]"))
        with TestClient(app) as client:
            assert client.get("/", headers={"Host": host}).status_code == code


def test_a_database_that_fails_is_told_without_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(store: Store, query: Query = Query()) -> None:
        raise StoreError("/secret/place: disk I/O error")

    monkeypatch.setattr(Store, "stories", fail)
    with desk() as client:
        page, data = client.get("/"), client.get("/api/stories")
    assert (page.status_code, data.status_code) == (503, 503)
    assert "secret" not in page.text + data.text
    assert "can't be read just now" in Seen(page.text).words
