"""Tags that are left out or cross each other: what is open then, seen through the text."""

from __future__ import annotations

import pytest

from dateline.sources.markup.html import read_html


def around(markup: str) -> dict[str, str]:
    """Return for each piece the elements around it."""
    read = read_html(markup)
    return {piece.span.of(read.text): " ".join(piece.within) for piece in read.pieces}


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<ul><li>one<li>two</ul>", {"one": "ul li", "two": "ul li"}),
        ("<ul><li>a<ul><li>b</ul>c<li>d", {"a": "ul li", "b": "ul li ul li", "d": "ul li"}),
        ("<dl><dt>a<dd>b<dt>c", {"a": "dl dt", "b": "dl dd", "c": "dl dt"}),
        ("<p>a<p>b<div>c", {"a": "p", "b": "p", "c": "div"}),
        ("<p><span>a<div>b", {"a": "p span", "b": "div"}),
        ("<h2>a<h3>b</h2>c", {"a": "h2", "b": "h3", "c": ""}),
        ("<table><tr><td>a<tr><td>b</table>c", {"a": "table tr td", "b": "table tr td", "c": ""}),
        ("<table><tbody><tr><th>a<tbody><tr><td>b", {"b": "table tbody tr td"}),
        ("<p>a<button><p>b</button>c", {"a": "p", "b": "p button p", "c": "p"}),
    ],
)
def test_an_end_tag_may_be_left_out(markup: str, expected: dict[str, str]) -> None:
    assert expected.items() <= around(markup).items()


def test_an_end_tag_does_not_reach_out_of_a_cell() -> None:
    assert around("<div><table><td>a</div> b") == {"a b": "div table td"}


def test_what_crosses_a_block_is_closed_alone() -> None:
    assert around("<b><p>one</b> two</p>three") == {"one two": "b p", "three": ""}
    read = read_html("<a href=x><p>one</a> two")
    assert read.pieces[0].linked == len("one")


def test_the_end_of_a_span_around_a_block_says_nothing() -> None:
    assert around("<span class=x><div>one</span> two</div>") == {"one two": "span.x div"}


def test_a_link_ends_where_the_next_begins() -> None:
    assert around("<a href=x>one <a href=y>two") == {"one two": "a"}
    assert read_html("<a href=x>one<a>two").pieces[0].linked == len("one")


def test_a_drawing_ends_where_a_paragraph_begins() -> None:
    assert read_html("<svg><g>no<p>yes").text == "yes"
    assert read_html("<svg><foreignObject><p>no</p></foreignObject></svg>yes").text == "yes"


def test_a_choice_ends_where_the_next_begins() -> None:
    assert read_html("<select><option>no<select>yes").text == "yes"
    assert read_html("<select><option>no<input>yes").text == "yes"


@pytest.mark.parametrize(
    "markup",
    [
        "<head><title>x</title>yes",
        "<head><meta><custom-tag>yes",
        "<html><head></head><head>yes",
        "<body><html><body class=b><head>yes",
    ],
)
def test_what_a_head_cannot_hold_begins_the_body(markup: str) -> None:
    assert read_html(markup).text == "yes"


def test_a_second_body_breaks_no_line() -> None:
    assert read_html("<body>one <html><body>two").text == "one two"


def test_the_end_of_the_body_says_nothing() -> None:
    assert around("<html><body>one</body></html> two") == {"one two": "html body"}
