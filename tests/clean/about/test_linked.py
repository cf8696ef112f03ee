"""JSON-LD, as pages write it."""

from __future__ import annotations

import pytest

from dateline.clean.about.linked import Author, authors, read_linked, texts


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "NewsArticle", "headline": "Ferry sinks"}',
        '[{"@type": ["WebPage", "Article"], "headline": "Ferry sinks"}]',
        '{"@graph": [{"@type": "Person"}, {"@type": "ReportageNewsArticle", "headline": "Ferry sinks"}]}',
        '{"@type": "WebPage", "mainEntity": {"@type": "LiveBlogPosting", "headline": "Ferry sinks"}}',
        '{"@type": "NewsArticle", "headline": "Ferry sinks", "keywords": ["sea",],}',
        '<!-- {"@type": "NewsArticle", "headline": "Ferry sinks"} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Ferry sinks"}\n//]]>',
        '{"@type": "Person", "name": "Jane"};{"@type": "NewsArticle", "headline": "Ferry sinks"}',
        '{"@type": "NewsArticle", "headline": "Ferry sinks", "about": "it\\\'s"}',
        '{"@type": "NewsArticle", "about": "a\nb", "headline": "Ferry &amp;amp; sinks"}',
    ],
)
def test_the_article_is_found_in_every_wrapping(script: str) -> None:
    assert texts(read_linked([script]), "headline")[0].startswith("Ferry")


@pytest.mark.parametrize("script", ["", "not json", '{"@type": "News', "[" * 5_000, "0 " * 9_000])
def test_a_script_that_cannot_be_mended_holds_nothing(script: str) -> None:
    assert read_linked([script]) == ()


def test_an_entity_that_was_escaped_twice_is_read() -> None:
    found = read_linked(['{"@type": "Article", "headline": "Sea &amp;amp; coast"}'])
    assert texts(found, "headline") == ("Sea & coast",)


_TWO = (
    '[{"@type": "NewsArticle", "headline": "Storm comes", "datePublished": "2020-01-01"},'
    ' {"@type": "NewsArticle", "headline": "Ferry sinks", "url": "https://a.example/ferry"}]'
)


def test_the_article_with_the_pages_headline_is_meant() -> None:
    found = read_linked([_TWO], titles=["Ferry sinks!"])
    assert (texts(found, "headline"), texts(found, "datePublished")) == (("Ferry sinks",), ())


def test_the_article_with_the_pages_address_is_meant() -> None:
    found = read_linked([_TWO], url="http://www.a.example/ferry/")
    assert texts(found, "headline") == ("Ferry sinks",)


def test_where_none_matches_the_first_stands() -> None:
    assert texts(read_linked([_TWO], titles=["Sport"]), "headline") == ("Storm comes",)


def test_authors_and_publisher_may_be_pointed_at() -> None:
    script = (
        '{"@graph": [{"@type": "Person", "@id": "#jane", "name": "Jane Doe"},'
        ' {"@type": "Organization", "@id": "#herald", "name": "The Herald"},'
        ' {"@type": "Article", "author": {"@id": "#jane"}, "publisher": {"@id": "#herald"}}]}'
    )
    found = read_linked([script])
    assert authors(found) == (Author("Jane Doe", person=True),)
    assert texts(found, "publisher") == ("The Herald",)


def test_an_advertised_post_is_no_article() -> None:
    assert read_linked(['{"@type": "JobPosting", "title": "Captain"}']) == ()
