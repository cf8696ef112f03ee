"""What meta tags, microdata, time elements and links say."""

from __future__ import annotations

import pytest

from dateline.model import Metadata
from tests.clean.build import skimmed_html

_BODY = (
    "<h1>Ferry sinks off the cape</h1>{}"
    "<p>A ferry with 100 people aboard sank off the cape on Saturday, the coast guard said.</p>"
    "<p>The government announced three days of mourning and promised an inquiry into it.</p>"
)


def _of(head: str = "", line: str = "") -> Metadata:
    """Return the metadata of a page with this head and a line under its headline."""
    return skimmed_html(f"<html><head>{head}</head><body>{_BODY.format(line)}").metadata


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2020-05-03T10:22:00Z">',
        '<meta name="DC.date.issued" content="2020-05-03T10:22:00+00:00">',
        '<meta name="sailthru.date" content="2020-05-03 10:22:00 +0000">',
        '<meta name="parsely-pub-date" content="2020-05-03T10:22:00Z">',
        '<meta name="cXenseParse:recs:publishtime" content="2020-05-03T10:22:00Z">',
        '<meta itemprop="datePublished" content="2020-05-03T10:22:00Z">',
        '<meta name="pubdate" content="Sun, 03 May 2020 10:22:00 GMT">',
        '<meta name="published-date" content="2020-05-03T10:22Z">',
    ],
)
def test_a_meta_tag_says_when_it_was_published(head: str) -> None:
    found = _of(head)
    assert found.published == "2020-05-03T10:22:00+00:00"
    assert dict(found.read_from)["published"] == "meta"


def test_microdata_of_any_element_is_read() -> None:
    line = "<span class=when itemprop=\"datePublished\" content='2020-05-03'>Sunday</span>"
    assert _of("", line).published == "2020-05-03"


def test_a_zone_takes_the_place_of_a_local_clock() -> None:
    script = (
        '<script type="application/ld+json">{"@type": "NewsArticle",'
        ' "datePublished": "2020-05-03T12:22:00"}</script>'
    )
    head = f'{script}<meta property="article:published_time" content="2020-05-03T10:22:00Z">'
    found = _of(head)
    assert found.published == "2020-05-03T10:22:00+00:00"
    assert dict(found.read_from)["published"] == "meta"


def test_a_clock_without_its_zone_is_no_instant() -> None:
    head = '<meta property="article:published_time" content="2020-05-03T12:22:00">'
    assert _of(head).published == "2020-05-03"


def test_a_live_page_was_published_when_it_began() -> None:
    script = (
        '<script type="application/ld+json">{"@type": "LiveBlogPosting",'
        ' "coverageStartTime": "2020-05-03T12:22:00+02:00"}</script>'
    )
    assert _of(script).published == "2020-05-03T12:22:00+02:00"


def test_a_time_that_says_updated_is_the_change() -> None:
    line = (
        '<time datetime="2020-05-04T10:00:00Z">Updated 4 May</time>'
        '<time datetime="2020-05-03T10:00:00Z">3 May</time>'
    )
    found = _of("", line)
    assert (found.published, found.updated) == (
        "2020-05-03T10:00:00+00:00",
        "2020-05-04T10:00:00+00:00",
    )


def test_a_time_in_utc_that_prints_another_day_is_of_that_day() -> None:
    line = '<time datetime="2020-05-04T02:10:00Z">May 3, 2020</time>'
    assert _of("", line).published == "2020-05-03"


def test_a_canonical_address_that_is_the_front_page_is_a_slip() -> None:
    head = (
        '<link rel="canonical" href="https://herald.example/">'
        '<meta property="og:url" content="https://herald.example/ferry">'
    )
    assert _of(head).url == "https://herald.example/ferry"


def test_an_address_is_no_outlet() -> None:
    script = (
        '<script type="application/ld+json">{"@type": "NewsArticle",'
        ' "publisher": {"@id": "https://a.example/#organization"}}</script>'
    )
    assert _of(f'{script}<meta property="og:site_name" content="The Cape">').outlet == "The Cape"
