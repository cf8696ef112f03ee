"""Tables and files of JSON: each row is a page, in the key spellings of many tools."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Page, Reject
from dateline.sources.limits import LIMITS
from tests.sources.reading import lines, listing, opened, page, pages, reason, rejects

_TEXT = "A ferry sank on Monday.\nNobody was hurt."
_ROWS: dict[str, dict[str, Any]] = {
    "news-please": {
        "title": "Ferry sinks", "maintext": _TEXT, "date_publish": "2020-03-03 10:00:00+00:00",
        "authors": ["Jo Doe"], "source_domain": "herald.example", "language": "en",
        "url": "https://herald.example/a", "description": "Short.", "text": None,
    },
    "trafilatura": {
        "title": "Ferry sinks", "text": _TEXT, "date": "2020-03-03", "author": "Jo Doe",
        "source-hostname": "herald.example", "source": "https://herald.example/a", "url": "https://herald.example/a",
        "language": "en", "fingerprint": "0a1b", "raw_text": "A ferry", "excerpt": "Short.",
    },
    "newspaper": {
        "title": "Ferry sinks", "text": _TEXT, "publish_date": "2020-03-03T00:00:00", "authors": ["Jo Doe"],
        "meta_site_name": "herald.example", "canonical_link": "https://herald.example/a", "meta_lang": "en",
        "url": "https://herald.example/a", "summary": "", "keywords": [],
    },
    "Fundus": {
        "title": "Ferry sinks", "publishing_date": "2020-03-03 10:00:00+00:00", "authors": ["Jo Doe"],
        "body": {"summary": [], "sections": [{"headline": [], "paragraphs": _TEXT.split("\n")}]},
        "publisher": "herald.example", "lang": "en", "url": "https://herald.example/a", "topics": [],
    },
    "NGEC": {
        "id": "7", "headline": "Ferry sinks", "event_text": _TEXT, "pub_date": "2020-03-03",
        "publisher": "herald.example", "byline": "By Jo Doe", "lang": "eng", "url": "https://herald.example/a",
    },
    "Zyte": {
        "article": {
            "headline": "Ferry sinks", "articleBody": _TEXT, "datePublished": "2020-03-03T10:00:00Z",
            "authors": [{"name": "Jo Doe", "nameRaw": "By Jo Doe"}], "inLanguage": "en",
            "url": "https://herald.example/a", "publisher": {"name": "herald.example"},
        }
    },
    "NewsAPI": {
        "source": {"id": None, "name": "herald.example"}, "author": "Jo Doe", "title": "Ferry sinks",
        "description": "Short.", "url": "https://herald.example/a", "publishedAt": "2020-03-03T10:00:00Z",
        "content": _TEXT, "language": "English",
    },
    "Event Registry": {
        "uri": "61", "lang": "eng", "dateTime": "2020-03-03T10:00:00Z", "url": "https://herald.example/a",
        "title": "Ferry sinks", "body": _TEXT, "source": {"uri": "x", "title": "herald.example"},
        "authors": [{"uri": "u", "name": "Jo Doe", "type": "author"}],
    },
    "ReliefWeb": {
        "id": "3", "fields": {
            "title": "Ferry sinks", "body": _TEXT, "date": {"original": "2020-03-03T00:00:00+00:00"},
            "source": [{"name": "herald.example"}], "language": [{"code": "en"}],
            "url_alias": "https://herald.example/a", "byline": "Jo Doe",
        },
    },
    "Kaggle": {
        "Unnamed: 0": 4, "Title": "Ferry sinks", "Content": _TEXT, "Author": "Jo Doe", "Date": "2020-03-03",
        "Publication": "herald.example", "URL": "https://herald.example/a", "Language": "en",
    },
}  # fmt: skip


@pytest.mark.parametrize("tool", sorted(_ROWS))
def test_the_keys_of_other_tools_are_known(tool: str) -> None:
    one = page("crawl.jsonl", json.dumps(_ROWS[tool]))
    told = listing(one)
    assert lines(one) == ["Ferry sinks", *_TEXT.split("\n")]
    assert (told.title, told.outlet, told.byline) == ("Ferry sinks", "herald.example", ("Jo Doe",))
    assert (told.published or "")[:10] == "2020-03-03"
    assert (told.language, told.url, told.whole) == ("en", "https://herald.example/a", True)


def test_the_guardian_and_its_envelope_are_read() -> None:
    result = {
        "webTitle": "Ferry sinks", "webPublicationDate": "2020-03-03T10:00:00Z", "sectionName": "World",
        "webUrl": "https://g.example/a", "fields": {"body": "<p>A ferry sank.</p>", "bodyText": "A ferry", "byline": "Jo Doe and Al Roe"},
    }  # fmt: skip
    one = page("answer.json", json.dumps({"response": {"status": "ok", "results": [result]}}))
    assert (one.path, one.kind, lines(one)) == (
        "answer.json#1",
        "html",
        ["Ferry sinks", "A ferry sank."],
    )
    assert (listing(one).byline, listing(one).section) == (("Jo Doe", "Al Roe"), "World")


def test_the_new_york_times_is_read_from_its_abstract() -> None:
    doc = {
        "abstract": "A ferry sank.", "headline": {"main": "Ferry Sinks"}, "byline": {"original": "By Jo Doe and Al Roe"},
        "pub_date": "2020-03-03T10:00:00+0000", "web_url": "https://t.example/a", "source": "The Times",
    }  # fmt: skip
    one = page("answer.json", json.dumps({"response": {"docs": [doc]}}))
    assert lines(one) == ["Ferry Sinks", "A ferry sank."]
    assert (listing(one).byline, listing(one).published) == (
        ("Jo Doe", "Al Roe"),
        "2020-03-03T10:00:00+00:00",
    )


def test_what_an_index_saw_is_not_when_it_was_published() -> None:
    article = {
        "url": "https://h.example/a",
        "title": "Ferry sinks",
        "seendate": "20200303T101500Z",
        "domain": "h.example",
        "language": "English",
    }
    one = page("gdelt.json", json.dumps({"articles": [article]}))
    assert (listing(one).published, one.fetched) == (None, "2020-03-03T10:15:00+00:00")
    assert (listing(one).outlet, listing(one).language) == ("h.example", "en")


def test_a_search_engine_wraps_its_rows() -> None:
    hit = {"_index": "news", "_id": "1", "_source": {"title": "Ferry sinks", "text": _TEXT}}
    assert (
        lines(page("hits.json", json.dumps({"hits": {"total": 1, "hits": [hit]}})))[0]
        == "Ferry sinks"
    )


def test_one_article_may_be_a_file() -> None:
    assert page("a.json", json.dumps(_ROWS["news-please"])).path == "a.json"


def test_a_whole_page_in_a_row_is_read_as_a_page() -> None:
    row = {
        "url": "https://h.example/a",
        "html": "<!DOCTYPE html><html><title>T</title><nav>Menu</nav><p>A ferry sank.</p></html>",
    }
    one = page("crawl.jsonl", json.dumps(row))
    assert (one.kind, lines(one), listing(one).whole) == ("html", ["Menu", "A ferry sank."], False)


def test_text_that_is_html_is_rendered() -> None:
    assert lines(
        page("a.jsonl", json.dumps({"title": "T", "content": "<p>One.</p><p>Two &amp; three.</p>"}))
    ) == ["T", "One.", "Two & three."]


def test_text_that_speaks_of_a_tag_stays_as_it_is() -> None:
    assert "the <b> tag" in page("a.jsonl", json.dumps({"text": "Use the <b> tag & be bold."})).text


def test_a_list_of_json_comes_row_by_row() -> None:
    found = opened("a.json", json.dumps([{"title": "One"}, 2, {"title": "Three"}]))
    assert [one.path for one in found] == ["a.json#1", "a.json#2", "a.json#3"]
    assert [type(one) for one in found] == [Page, Reject, Page]


def test_lines_of_json_under_the_name_of_json_are_read() -> None:
    rows = [{"title": f"Ship {n}", "text": "It came in. " * 2_000} for n in range(3)]
    found = pages("a.json", "\n".join(map(json.dumps, rows)))
    assert [one.path for one in found] == ["a.json#1", "a.json#2", "a.json#3"]


def test_json_on_many_lines_is_read() -> None:
    assert lines(page("a.json", json.dumps({"title": "One", "text": "Two."}, indent=2))) == [
        "One",
        "Two.",
    ]


def test_a_list_longer_than_one_reading_step_is_read() -> None:
    rows = [
        {"title": f"Ship {n}", "text": "The ship came in on Monday. " * 40} for n in range(2_000)
    ]
    assert len(pages("a.json", json.dumps(rows))) == 2_000


# ------------------------------------------------------------------------------------- CSV


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_delimiter_of_a_table_is_found(mark: str) -> None:
    data = f"title{mark}text{mark}date\nFerry sinks{mark}A ferry sank.{mark}2020-03-03\n"
    one = page("a.csv", data)
    assert (one.path, lines(one), listing(one).published) == (
        "a.csv#2",
        ["Ferry sinks", "A ferry sank."],
        "2020-03-03",
    )


def test_quoted_cells_hold_line_breaks_and_quotes() -> None:
    one = page("a.csv", 'title,text\n"Ferry ""Eel"" sinks","One,\n\nTwo."\n')
    assert lines(one) == ['Ferry "Eel" sinks', "One,", "Two."]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_the_charset_of_a_table_is_found(encoding: str) -> None:
    data = "title,text\nCafé sinks,“It’s wet” he said – twice.\n".encode(encoding)
    assert lines(page("a.csv", data)) == ["Café sinks", "“It’s wet” he said – twice."]


def test_a_list_in_a_cell_is_a_list_of_names() -> None:
    assert listing(page("a.csv", "title,authors\nFerry,\"['Jo Doe', 'Al Roe']\"\n")).byline == (
        "Jo Doe",
        "Al Roe",
    )


def test_a_row_of_another_length_is_a_reject_with_its_line() -> None:
    found = opened("a.csv", "title,text\nOne,Two\nThree,Four,Five\nSix\n,\n")
    assert [type(one) for one in found] == [Page, Reject, Page]
    assert found[1] == Reject("a.csv#3", "3 values, but 2 columns")


def test_a_second_header_of_tags_is_no_row() -> None:
    assert lines(page("a.csv", "title,date\n#meta+title,#date\nFerry sinks,2020-03-03\n")) == [
        "Ferry sinks"
    ]


def test_a_row_without_title_and_text_is_a_reject() -> None:
    assert rejects("a.csv", "title,text,date\n,,2020-03-03\n") == [
        Reject("a.csv#2", "neither a title nor a text")
    ]


@pytest.mark.parametrize("data", ["year,deaths,region\n2019,4,North\n2020,7,South\n", "a;b\n1;2\n"])
def test_a_table_of_numbers_is_one_reject_that_says_what_was_expected(data: str) -> None:
    told = reason("a.csv", data)
    assert told.startswith(
        "no column for a text or title, such as text, content, body or headline; found "
    )


def test_a_table_of_what_is_given_is_one_reject() -> None:
    data = "path,outlet,published\na.txt,The Herald,2020-03-03\n"
    assert reason("known.csv", data) == "a table of what is known of pages: hand it in with --given"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", ""),
        ("a.tsv", "\n\n"),
        ("a.csv", "title,text\n"),
        ("a.jsonl", ""),
        ("a.jsonl", "\n\n"),
    ],
)
def test_an_empty_table_is_one_reject(name: str, data: str) -> None:
    assert reason(name, data) == "no rows"


# --------------------------------------------------------------------------- hostile input


def test_a_bad_line_is_a_reject_with_its_number() -> None:
    found = opened("a.jsonl", '{"title": "One"}\n{"title": \n[1]\n\n{"title": "Five"}\n')
    assert [one.path for one in found] == ["a.jsonl#1", "a.jsonl#2", "a.jsonl#3", "a.jsonl#5"]
    assert [one.reason[:28] for one in found if isinstance(one, Reject)] == [
        "not an object of JSON: Expec",
        "an object of JSON was expect",
    ]


def test_rows_of_one_unknown_shape_are_told_once() -> None:
    data = (
        "".join(json.dumps({"id": n, "count": n}) + "\n" for n in range(500))
        + '{"title": "Last"}\n'
    )
    found = opened("a.jsonl", data)
    assert [type(one) for one in found] == [Reject, Page, Reject]
    assert found[2] == Reject("a.jsonl", "499 more rows without a text or title")


def test_a_table_of_rubbish_is_given_up() -> None:
    found = rejects("a.jsonl", "rubbish\n" * 5_000)
    assert found[-1] == Reject(
        "a.jsonl", "100 rows that can't be read, one after another: given up"
    )
    assert len(found) == 101


def test_a_line_beyond_the_limit_is_one_reject() -> None:
    data = b'{"title": "One"}\n{"text": "' + b"a" * (LIMITS.row + 10) + b'"}\n{"title": "Three"}\n'
    found = opened("a.jsonl", data)
    assert [type(one) for one in found] == [Page, Reject, Page]
    assert found[1] == Reject("a.jsonl#2", "a line of more than 20 MB")


def test_a_nul_is_mended_and_noted() -> None:
    one = page("a.csv", "title,text\nFerry,A\0B\n")
    assert one.text.endswith("A\ufffdB")
    assert one.notes == ("1 NUL character became U+FFFD",)


@pytest.mark.parametrize("data", ["[" * 100_000, '{"a":' * 100_000, '[{"a":' + "[" * 100_000])
def test_deep_nesting_is_a_reject(data: str) -> None:
    assert [type(one) for one in opened("a.json", data)] == [Reject]


def test_a_list_that_was_cut_is_read_as_far_as_it_goes() -> None:
    found = opened("a.json", '[{"title": "One"}, {"title": "Two"}, {"tit')
    assert [type(one) for one in found] == [Page, Page, Reject]
    assert found[2].path == "a.json#3"


@pytest.mark.parametrize("data", ["7", '"words"', "null", "{}", '{"a": 1}', "nothing"])
def test_json_without_articles_is_one_reject(data: str) -> None:
    assert reason("a.json", data)


def test_an_empty_list_is_one_reject() -> None:
    assert reason("a.json", "[]") == "no articles"
    assert reason("a.json", '{"articles": []}') == "no articles"


@pytest.mark.slow
def test_a_table_of_100_000_rows_is_read_to_its_end() -> None:
    data = "title,text\n" + "".join(f"Ship {n},It came in.\n" for n in range(100_000))
    assert len(pages("a.csv", data)) == 100_000


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                "title text body html date source authors url fields items uri".split()
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(_JSON)
def test_no_json_raises(value: Any) -> None:
    for name in ("a.json", "a.jsonl"):
        assert opened(name, json.dumps(value))


@given(st.binary(max_size=300), st.sampled_from(["a.csv", "a.tsv", "a.json", "a.jsonl", "a.xml"]))
def test_no_bytes_raise(data: bytes, name: str) -> None:
    opened(name, data)
    opened(name, b"title,text\n" + data)
    opened(name, b'[{"title": "x"},' + data)
