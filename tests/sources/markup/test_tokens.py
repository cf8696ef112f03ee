"""HTML cut into tokens: where each starts and ends, and what a browser takes for no tag."""

from __future__ import annotations

import pytest

from dateline.sources.markup.tokens import attributes_of, tokens


def cut(markup: str) -> list[tuple[str, str]]:
    """Return each token's kind, and its tag or its text."""
    return [
        (kind, tag if kind in ("start", "empty", "end") else markup[start:end])
        for kind, start, end, tag, _ in tokens(markup)
    ]


def test_each_token_knows_where_it_stands() -> None:
    markup = "Fish<BR>&amp; <!-- no --><b class='big'>chips"
    assert list(tokens(markup)) == [
        ("text", 0, 4, "", ""),
        ("start", 4, 8, "br", ""),
        ("text", 8, 14, "", ""),
        ("start", 25, 40, "b", " class='big'"),
        ("text", 40, 45, "", ""),
    ]


@pytest.mark.parametrize(
    ("markup", "told"),
    [
        ("a<!---->b", "ab"),
        ("a<!-->b", "ab"),
        ("a<!--->b", "ab"),
        ("a<!-- > --!>b", "ab"),
        ("a<!-- never closed <p>b", "a"),
        ("a<!DOCTYPE html>b", "ab"),
        ("a<?xml version='1'?>b", "ab"),
        ("a<![CDATA[x>b]]>", "ab]]>"),
        ("a<svg><![CDATA[x>b]]></svg>c", "ac"),
        ("a</>b", "ab"),
        ("a</ x>b", "ab"),
        ("a</3>b", "ab"),
    ],
)
def test_comments_and_the_like_say_nothing(markup: str, told: str) -> None:
    assert "".join(said for kind, said in cut(markup) if kind == "text") == told


@pytest.mark.parametrize("markup", ["3 < 4", "a <3 b", "<", "a<", "x<=y", "a</", "<<< <é>"])
def test_a_stray_less_than_is_text(markup: str) -> None:
    assert cut(markup) == [("text", markup)]


@pytest.mark.parametrize("markup", ["a<b", "a<b href='x'", "a</b", "a<b c=d <e"])
def test_a_tag_that_the_document_ends_in_says_nothing(markup: str) -> None:
    assert cut(markup) == [("text", "a")]


@pytest.mark.parametrize(
    "markup",
    [
        '<a title="x > y" class=z>',
        "<a title='x > y'>",
        "<a b=c'd\">",
        '<a "quoted">',
        "<a ='x'>",
        "<a b= 'x>'>",
    ],
)
def test_a_tag_ends_where_its_values_do(markup: str) -> None:
    ((kind, _, end, tag, _), after) = tokens(f"{markup}text")
    assert (kind, tag, end, after[0]) == ("start", "a", len(markup), "text")


def test_a_value_that_is_never_closed_ends_with_its_tag() -> None:
    assert cut('<a href="x>one</a><p>two') == [
        ("start", "a"),
        ("text", "one"),
        ("end", "a"),
        ("start", "p"),
        ("text", "two"),
    ]


@pytest.mark.parametrize(
    ("markup", "inside"),
    [
        ("<script>a < b</SCRIPT >c", "a < b"),
        ("<script><!-- <p> </script>c", "<!-- <p> "),
        ("<script><!-- <script>x</script> --></script>c", "<!-- <script>x</script> -->"),
        ("<script><!--> <script>x</script>c", "<!--> <script>x"),
        ("<title>a<b</titles></title>c", "a<b</titles>"),
        ("<textarea><p></textarea>c", "<p>"),
        ("<noscript><img></noscript>c", "<img>"),
        ("<style>p > a {}</style\n>c", "p > a {}"),
    ],
)
def test_nothing_inside_a_script_or_a_title_is_a_tag(markup: str, inside: str) -> None:
    told = cut(markup)
    assert told[1] == ("raw", inside)
    assert [kind for kind, _ in told] == ["start", "raw", "end", "text"]


@pytest.mark.parametrize("tag", ["script", "title", "plaintext"])
def test_a_script_that_is_never_closed_is_the_rest(tag: str) -> None:
    assert cut(f"<{tag}>a<p>b") == [("start", tag), ("raw", "a<p>b")]


def test_a_script_without_an_end_says_so() -> None:
    assert cut("<script src=a.js /><p>b") == [
        ("empty", "script"),
        ("start", "p"),
        ("text", "b"),
    ]
    assert cut("<script src=a/>b</script>")[1] == ("raw", "b")


@pytest.mark.parametrize(
    ("source", "values"),
    [
        (' href="/a" CLASS=b hidden', {"href": "/a", "class": "b", "hidden": ""}),
        (" a='1'b=\"2\"/c=3", {"a": "1", "b": "2", "c": "3"}),
        (" a = 1 b\n=\n'2'", {"a": "1", "b": "2"}),
        (" id=first id=second", {"id": "first"}),
        (" a=b/c", {"a": "b/c"}),
        (' href="?a=1&copy=2&amp;b"', {"href": "?a=1&copy=2&b"}),
        (' title="&lt;Caf&eacute>"', {"title": "<Café>"}),
        ("", {}),
    ],
)
def test_attributes(source: str, values: dict[str, str]) -> None:
    assert attributes_of(source) == values
