"""Lists of addresses: what has a title is a page, and nothing is fetched."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.model import Page, Reject
from dateline.sources.files import open_pages
from tests.sources.reading import lines, listing, opened, page, reason

_NEWS = """<url><loc>https://herald.example/ferry</loc><lastmod>2020-03-04</lastmod><news:news>
<news:publication><news:name>The Harbour Herald</news:name><news:language>en</news:language></news:publication>
<news:publication_date>2020-03-03T10:00+01:00</news:publication_date><news:title>Ferry sinks &amp; is raised</news:title>
</news:news></url>"""


def _map(*urls: str) -> str:
    spaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {spaces}>{"".join(urls)}</urlset>'


def test_a_news_entry_is_a_page_of_its_title() -> None:
    one = page("map.xml", _map(_NEWS))
    told = listing(one)
    assert lines(one) == ["Ferry sinks & is raised"]
    assert (told.source, told.outlet, told.language) == ("sitemap", "The Harbour Herald", "en")
    assert (told.published, told.updated) == ("2020-03-03T10:00:00+01:00", "2020-03-04")
    assert told.url == "https://herald.example/ferry"


def test_addresses_without_titles_are_one_reject_with_their_count() -> None:
    bare = "<url><loc>https://herald.example/a</loc></url>"
    found = opened("map.xml", _map(bare, _NEWS, bare))
    assert [type(one) for one in found] == [Page, Reject]
    assert found[1] == Reject(
        "map.xml", "a list of 2 addresses without a title: nothing is fetched here"
    )


def test_an_index_of_sitemaps_is_one_reject_with_their_count() -> None:
    data = (
        "<sitemapindex><sitemap><loc>https://a.example/1</loc></sitemap><sitemap/></sitemapindex>"
    )
    assert reason("index.xml", data) == "a list of 2 other sitemaps: nothing is fetched here"


def test_an_empty_sitemap_is_one_reject() -> None:
    assert reason("map.xml", _map()) == "no addresses"


def test_a_sitemap_that_was_cut_is_read_as_far_as_it_goes() -> None:
    whole = _map(_NEWS, _NEWS)
    first, *rest = opened("map.xml", whole[: len(whole) - 60])
    assert isinstance(first, Page)
    assert any("breaks off" in one.reason for one in rest if isinstance(one, Reject))


# ------------------------------------------------------------------------------------ OPML

_OUTLINES = '<outline text="News"><outline type="rss" text="A" xmlUrl="{}"/><outline type="rss" xmlUrl="https://b.example/rss"/></outline>'


def _opml(address: str) -> str:
    return f'<opml version="2.0"><head><title>Mine</title></head><body>{_OUTLINES.format(address)}</body></opml>'


def test_feeds_elsewhere_are_one_reject_with_their_count() -> None:
    assert (
        reason("feeds.opml", _opml("https://a.example/rss"))
        == "a list of 2 feeds: nothing is fetched here"
    )


def test_a_feed_beside_the_list_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(
        "<rss><channel><item><title>Ferry sinks</title></item></channel></rss>"
    )
    (tmp_path / "feeds.opml").write_text(_opml("a.xml"))
    first, second = open_pages([tmp_path / "feeds.opml"])
    assert isinstance(first, Page)
    assert isinstance(second, Reject)
    assert first.path == f"{tmp_path / 'a.xml'}#1"
    assert second.reason == "a list of 1 feed: nothing is fetched here"


@pytest.mark.parametrize(
    "address", ["../secret.xml", "/etc/passwd", "file:///etc/passwd", "sub/a.xml"]
)
def test_no_list_opens_a_file_outside_its_folder(tmp_path: Path, address: str) -> None:
    (tmp_path / "secret.xml").write_text(
        "<rss><channel><item><title>No</title></item></channel></rss>"
    )
    folder = tmp_path / "here"
    (folder / "sub").mkdir(parents=True)
    (folder / "sub" / "a.xml").write_text("<rss/>")
    (folder / "feeds.opml").write_text(_opml(address))
    (one,) = open_pages([folder / "feeds.opml"])
    assert one == Reject(str(folder / "feeds.opml"), "a list of 2 feeds: nothing is fetched here")


def test_a_list_that_names_itself_ends(tmp_path: Path) -> None:
    (tmp_path / "feeds.opml").write_text(_opml("feeds.opml"))
    found = list(open_pages([tmp_path / "feeds.opml"]))
    assert {type(one) for one in found} == {Reject}
    assert len(found) == 2


def test_a_list_without_feeds_is_one_reject() -> None:
    assert reason("feeds.opml", "<opml><body/></opml>") == "no feeds"
