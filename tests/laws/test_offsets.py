"""Laws of rendering: every character of the text stands in the markup, whatever the markup."""

from __future__ import annotations

import html

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dateline.sources.markup.html import read_html
from dateline.sources.markup.render import markup_offset

MANY = settings(max_examples=400, deadline=None, derandomize=True, database=None)

_NAMES = (
    "p div span a b i li ul dl dt dd table tr td th tbody caption h1 h2 pre xmp br hr img button"
    " form section head body html title script style noscript template textarea select option svg"
    " math path foreignObject iframe object time center x-card"
).split()
_ATTRIBUTES = (
    *("", " href=x", " hidden", " class='a b>c'", ' title="x > y"', " style='display:none'"),
    *(" /", " a=b/", " =", " a = 'b' a=c", ' b="', " itemprop=d content='&amp'", " datetime=2020"),
)
_WORDS = (
    *("word", " ", "\n", "\t \r\n", "two  words", "\u00a0", "é", "👩‍🚒", "\x0b", "\u2028", "3 < 4"),
    *(
        "&amp;",
        "&lt",
        "&nbsp;",
        "&#8217;",
        "&#x201C",
        "&#32;",
        "&#10;",
        "&#1;",
        "&#0;",
        "&#x110000;",
    ),
    *("&notit;", "&NotEqualTilde;", "&unknown;", "&", "&#", "&#x", "&#99999999999999999999;"),
)
_MARKS = ("<", "</", "<!--", "-->", "--!>", "<!-->", "<![CDATA[", "]]>", "<?", "<!", ">", "'", '"')

_STARTS = st.builds("<{}{}>".format, st.sampled_from(_NAMES), st.sampled_from(_ATTRIBUTES))
_ENDS = st.sampled_from(_NAMES).map("</{}>".format)
SOUP = st.lists(
    _STARTS | _STARTS | _ENDS | st.sampled_from(_WORDS) | st.sampled_from(_MARKS), max_size=25
).map("".join)


def reads_same(markup: str, at: int, character: str) -> bool:
    """Whether the markup says this character there, as itself, as white space or by reference."""
    standing = markup[at]
    if standing == character or (character in " \n" and standing in " \t\n\r\f"):
        return True
    said = html.unescape(markup[at : at + 40])
    return standing == "&" and character in (said[:2] if said[:1] != "&" else said[:1])


@MANY
@given(SOUP)
@example("<p>a<br>&NotEqualTilde;&nbsp;b")
@example("<pre>a  &amp;\n\n b")
def test_every_character_stands_where_its_anchor_says(markup: str) -> None:
    read = read_html(markup)
    last = -1
    for piece in read.pieces:
        for offset in range(piece.span.start, piece.span.end):
            at = markup_offset(read.anchors, offset)
            assert last <= at < len(markup)
            assert at > last or markup[at] == "&"
            assert reads_same(markup, at, read.text[offset]), (offset, at)
            last = at


@MANY
@given(SOUP)
def test_pieces_stand_in_order_and_lines_keep_them_apart(markup: str) -> None:
    read = read_html(markup)
    told = 0
    for piece in read.pieces:
        assert piece.span.start < piece.span.end
        assert read.text[told : piece.span.start] == ("\n" if told else "")
        kept = any(label in ("pre", "xmp") for label in piece.within)
        assert kept or not piece.span.of(read.text)[0].isspace()
        assert 0 <= piece.linked <= piece.span.end - piece.span.start
        told = piece.span.end
    assert told == len(read.text)


@MANY
@given(SOUP | st.text(max_size=200))
def test_rendering_never_raises_and_twice_gives_the_same(markup: str) -> None:
    assert read_html(markup) == read_html(markup)


@pytest.mark.slow
@pytest.mark.parametrize(
    "part",
    [
        *("<", "</", "<a ", '<a b="', "<a =", "&", "&#1", "&abcdefghijklm", "<!--", "<?", "<!>"),
        *("<p>", "<div>", "<b><p>", "</b>", "<li><div>", "<ul><div><li></li>", "<table><td>"),
        *("<script><!--<script></script>", "<title></titl", "<svg><path>", "<pre>\n ", "<time>x"),
        *("<span><div></span>", "<a href=x><div></a>", "<p hidden>abc ", "<select><option>", "- "),
    ],
)
def test_what_is_deep_or_broken_is_read_in_one_pass(part: str) -> None:
    # A fifth of a megabyte within 20,000 open elements: with the square of either it never ends.
    markup = "<p>First.</p>" + "<div>" * 20_000 + part * (200_000 // len(part))
    assert read_html(markup).text.startswith("First.")
