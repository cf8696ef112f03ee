"""HTML as text: what a browser shows, and where each character stands in the markup."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.sources.html import read_html
from dateline.sources.render import markup_offset


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>Fish &amp; <b>chips</b>", "Fish & chips"),
        ("<p>one\n   two\t three</p>", "one two three"),
        ("<p>one</p><p>two</p>", "one\ntwo"),
        ("<div>one<div>two</div>three</div>", "one\ntwo\nthree"),
        ("one<br>two", "one\ntwo"),
        ("<ul><li>one<li>two</ul>", "one\ntwo"),
        ("<p>a<script>b</script><style>c</style><noscript>d</noscript>e", "ae"),
        ("<p>a<svg><title>b</title></svg><template>c</template>", "a"),
        ("<p>a<span hidden>b</span><i style='display: none'>c</i>d", "ad"),
        ("<pre>one\n  two</pre>", "one\n  two"),
        ("<head><title>x</title><body><p>y", "y"),
        ("<head><title>x</title><div>y", "y"),
        ("<p>it&#8217;s &nbsp;&lt;ok&gt; &unknown; AT&T", "it’s \xa0<ok> &unknown; AT&T"),
        ("<p>a < b</p></div></p>c", "a < b\nc"),
        ("<table><tr><td>a<td>b<tr><td>c</table>", "a\nb\nc"),
        ("<!-- <p>no --><![if !IE]><p>yes<![endif]>", "yes"),
    ],
)
def test_text_is_what_a_browser_shows(markup: str, text: str) -> None:
    assert read_html(markup).text == text


def test_a_page_that_hides_everything_is_read_all_the_same() -> None:
    assert read_html("<body style='display:none'><p>The ferry sank.").text == "The ferry sank."


def test_pieces_know_their_element_their_surroundings_and_their_links() -> None:
    markup = '<div class="Story wide" id="top"><p>Read <a href="/x">the list</a></p></div>'
    (piece,) = read_html(markup).pieces
    assert piece.tag == "p"
    assert piece.within == (
        "div.story.wide#top",
        "p",
    )
    assert piece.linked == len("the list")


def test_the_head_is_kept_unread() -> None:
    head = read_html(
        '<html lang="en-GB"><head><title>Ferry &amp; bridge</title>'
        '<link rel="canonical" href="https://herald.example/ferry">'
        '<meta property="OG:Title" content="Ferry"><script type="application/ld+json">{"a": 1}'
        "</script></head><p><time datetime='2020-05-03'>3 May</time>"
    ).head
    assert head.title == "Ferry & bridge"
    assert (head.language, head.canonical) == ("en-GB", "https://herald.example/ferry")
    assert head.meta == (("og:title", "Ferry"),)
    assert head.linked_data == ('{"a": 1}',)
    assert head.times == (("2020-05-03", "3 May"),)


def test_deep_nesting_is_read() -> None:
    assert read_html("<div>" * 20_000 + "deep").text == "deep"


_WORDS = st.text(st.sampled_from("ab é<>&;\n\t'’"), max_size=12)
_TAGS = st.sampled_from(
    ["<p>", "</p>", "<b>", "</b>", "<div>", "</div>", "<br>", "&amp;", "&#233;"]
)


@given(st.lists(_WORDS | _TAGS, max_size=20).map("".join))
def test_every_character_stands_where_its_anchor_says(markup: str) -> None:
    read = read_html(markup)
    for offset, character in enumerate(read.text):
        at = markup_offset(read.anchors, offset)
        assert 0 <= at <= len(markup)
        if not character.isspace() and markup[at] != character:
            # The character is a reference's: "&amp;" stands where its ampersand stands.
            assert html.unescape(markup[at : at + 8]).startswith(character)


@given(st.lists(_WORDS | _TAGS, max_size=20).map("".join))
def test_pieces_lie_inside_the_text_in_order_and_hold_all_words(markup: str) -> None:
    read = read_html(markup)
    ends = [0]
    for piece in read.pieces:
        assert ends[-1] <= piece.span.start < piece.span.end <= len(read.text)
        ends.append(piece.span.end)
    held = "".join(piece.span.of(read.text) for piece in read.pieces)
    assert "".join(held.split()) == "".join(read.text.split())


@given(st.text(max_size=300))
def test_no_markup_raises(markup: str) -> None:
    read_html(f"<html>{markup}")


def test_a_page_that_hides_nearly_all_of_its_text_is_read_as_if_it_hid_nothing() -> None:
    told = "<p>The bridge was closed on Monday, the mayor said.</p>" * 5
    assert "mayor" in read_html(f"<body>Loading<div style='display:none'>{told}</div>").text
    assert "mayor" not in read_html(f"<body>{'Shown. ' * 40}<div hidden>{told}</div>").text
