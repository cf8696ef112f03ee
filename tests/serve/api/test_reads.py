"""The JSON that programs read: filters, cursors, errors, and an OpenAPI that is true."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from fastapi.testclient import TestClient

from dateline.export.stories import story_object
from dateline.model import Story
from tests.serve import sample
from tests.serve.desk import desk

STORY = sample.story()
COURIER, _ = STORY.reports
LISTS = ("/api/stories", "/api/claims", "/api/reports", "/api/records/events")
MADE = ("/api/export/plover", "/api/export/csv/events.csv", "/api/feeds/stories.atom")
HOSTILE = (
    "' OR 1=1 --",
    '"; DROP TABLE stories; --',
    "%' ESCAPE '!' --",
    "1) UNION SELECT body FROM stories --",
    "../../etc/passwd",
    "..%2f..%2fetc%2fpasswd",
    "a\0b",
    "$1",
    "?",
    "{}",
    "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
    "9" * 400,
    "-1e400",
    "NaN,NaN,NaN,NaN",
)
ONE = (
    "/api/stories/",
    "/api/reports/",
    "/api/records/",
    "/api/export/",
    "/api/export/csv/",
    "/api/export/parquet/",
    "/api/feeds/",
    f"/api/stories/{STORY.id}/claims/",
)
FILTERS = (
    "text",
    "since",
    "until",
    "box",
    "country",
    "actor",
    "category",
    "status",
    "measure",
    "outlet",
    "origins",
    "after",
    "limit",
)


def twin(number: int) -> Story:
    """Return the sample under other ids."""
    one, other = (
        replace(report, page=replace(report.page, id=f"{number:04x}{report.id[4:]}"))
        for report in STORY.reports
    )
    return sample.story(one, other)


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with desk(*map(twin, range(1, 8))) as opened:
        yield opened


def got(client: TestClient, address: str, **asked: Any) -> Any:
    answer = client.get(address, params=asked)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_a_story_is_what_the_brief_prints(client: TestClient) -> None:
    story = twin(3)
    assert got(client, f"/api/stories/{story.id}") == story_object(story)


def test_a_report_says_which_story_it_is_in(client: TestClient) -> None:
    report = got(client, f"/api/reports/{twin(3).reports[1].id}")
    assert (report["story"], report["outlet"]) == (twin(3).id, twin(3).reports[1].metadata.outlet)


def test_a_claim_has_its_differences(client: TestClient) -> None:
    story = twin(3)
    claim = got(client, f"/api/stories/{story.id}/claims/{story.claims[0].id}")
    assert (claim["story"], claim["differences"][0]["relation"]) == (story.id, "updated")


@pytest.mark.parametrize("list", LISTS)
def test_a_list_goes_on_where_it_was_cut_off(client: TestClient, list: str) -> None:
    whole = got(client, list, limit=200)["rows"]
    told, after = [], None
    while True:
        part = got(client, list, limit=3, **({"after": after} if after else {}))
        told += part["rows"]
        after = part["next"]
        if after is None:
            break
    assert told == whole
    assert len(whole) >= 7


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"country": "MOZ"}, 7),
        ({"country": "moz", "origins": 1}, 7),
        ({"origins": 2}, 0),
        ({"text": "flood"}, 7),
        ({"measure": "killed"}, 7),
        ({"until": "2029-01-01"}, 0),
        ({"box": "34,-21,36,-19"}, 7),
        ({"box": "0,0,1,1"}, 0),
    ],
)
def test_stories_are_found_by_filters(
    client: TestClient, asked: dict[str, Any], found: int
) -> None:
    assert len(got(client, "/api/stories", **asked)["rows"]) == found


HOLDS = {
    "text": ("shelter", "volcano"),
    "since": ("2030-03-01", "2030-04-01"),
    "until": ("2030-04-01", "2030-03-01"),
    "box": ("34,-21,36,-19", "0,0,1,1"),
    "country": ("MOZ", "NOR"),
    "actor": ("army", "navy"),
    "category": ("AID", "PROTEST"),
    "status": ("planned", "denied"),
    "outlet": ("Harbour Courier", "Harbour"),
    "origins": ("0", "9"),
}
"""What the first story holds, and what it does not."""
NOT_OF_CLAIMS = {"text", "box", "country", "actor", "category", "status"}
"""The claim that holds these is none of the sample's."""


@pytest.mark.parametrize("name", HOLDS)
def test_each_filter_holds_for_each_list(client: TestClient, name: str) -> None:
    held, missed = HOLDS[name]
    for list in LISTS:
        assert got(client, list, **{name: missed})["rows"] == []
        if list != "/api/claims" or name not in NOT_OF_CLAIMS:
            assert got(client, list, **{name: held})["rows"], list


def test_filters_of_figures_and_claims(client: TestClient) -> None:
    for asked in ({"measure": "killed"}, {"country": "MOZ"}, {"box": "34,-21,36,-19"}):
        assert got(client, "/api/claims", **asked)["rows"]
        assert got(client, "/api/records/figures", **asked)["rows"]
    assert got(client, "/api/claims", category="THREATEN", status="happened")["rows"]
    assert got(client, "/api/claims", category="THREATEN", status="planned")["rows"] == []
    assert got(client, "/api/claims", measure="injured")["rows"] == []


def test_a_search_has_the_span_of_its_passage(client: TestClient) -> None:
    (hit, *_) = got(client, "/api/reports", text="shelter")["rows"]
    report = got(client, f"/api/reports/{hit['id']}")
    start, end = hit["span"]
    assert report["text"][start:end] == hit["passage"]
    assert "shelter" in hit["passage"]


@pytest.mark.parametrize(
    "address",
    [
        "/api/stories?limit=0",
        "/api/stories?limit=201",
        "/api/stories?since=2030-02-30",
        "/api/stories?since=20300203",
        "/api/claims?origins=-1",
        "/api/reports?box=1,2,3",
        "/api/reports?after=abc",
        "/api/records/credits",
        "/api/stories?colour=red",
        "/api/stories?country=",
        "/api/stories?since=",
        "/api/claims?text=+",
        "/api/stories?country=MOZ&country=KEN",
        "/api/feeds/stories.atom?text=a&text=",
        "/api/export/csv?level=claim&level=mention",
    ],
)
def test_what_can_not_be_asked_is_told(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 422
    assert set(answer.json()["detail"][0]) == {"loc", "msg", "type"}


@pytest.mark.parametrize(
    "address", ["/api/stories/x", "/api/reports/x", "/api/stories/x/claims/y", "/api/x"]
)
def test_what_is_not_there_is_missing(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer.json()) == (404, {"detail": "Not Found"})


@pytest.mark.parametrize("name", FILTERS)
@pytest.mark.parametrize("path", [*LISTS, *MADE, "/", "/claims", "/search"])
def test_nothing_that_is_asked_reaches_the_database_as_its_language(
    client: TestClient, path: str, name: str
) -> None:
    for hostile in HOSTILE:
        answer = client.get(path, params={name: hostile})
        assert answer.status_code in {200, 404, 422}, (path, name, hostile)
        assert "Traceback" not in answer.text
        if answer.status_code == 200 and path in LISTS:
            # Words without letters look for nothing in particular and may find all or nothing.
            assert set(answer.json()) == {"rows", "next"}
    assert len(got(client, "/api/stories", limit=200)["rows"]) == 7


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_id_reaches_a_file_or_the_database_as_its_language(
    client: TestClient, hostile: str
) -> None:
    for path in (*ONE, "/stories/", "/reports/", "/static/"):
        answer = client.get(path + hostile.replace("\0", "%00").replace("?", "%3F"))
        assert answer.status_code in {404, 422}, (path, hostile)
        assert "root:" not in answer.text


def test_openapi_names_every_path_and_its_errors(client: TestClient) -> None:
    paths = got(client, "/api/openapi.json")["paths"]
    assert set(paths) >= {*LISTS[:3], "/api/records/{field}", "/api/stories/{id}"}
    assert all(path.startswith("/api/") for path in paths)
    assert "404" in paths["/api/stories/{id}"]["get"]["responses"]


@pytest.mark.parametrize("address", [*LISTS, f"/api/stories/{twin(1).id}", "/api/export"])
def test_what_is_known_is_not_sent_again(client: TestClient, address: str) -> None:
    tag = client.get(address).headers["etag"]
    again = client.get(address, headers={"If-None-Match": tag})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)


@pytest.mark.parametrize("address", [*LISTS, *MADE, "/api/openapi.json"])
def test_what_is_read_is_only_read(client: TestClient, address: str) -> None:
    for verb in ("POST", "PUT", "PATCH", "DELETE"):
        answer = client.request(verb, address)
        assert answer.status_code == 405
        assert set(answer.headers["allow"].split(", ")) <= {"GET", "HEAD"}


def test_a_refusal_is_json_for_a_program(client: TestClient) -> None:
    answer = client.get("/api/stories?text=" + "a" * 9000)
    assert (answer.status_code, answer.json()) == (414, {"detail": "The address is too long."})
