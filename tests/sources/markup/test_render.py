"""HTML as text: what a browser shows, and where each character stands in the markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.sources.markup.html import read_html


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
        ("<p>&nbsp; one &nbsp;<p>&#32;&Tab;two&#10; three", "one \xa0\ntwo three"),
        ("<p>a &NotEqualTilde; b&notit;", "a ≂̸ b¬it;"),
        ("<p>one </b>\n <i> two</i> <p>three", "one two\nthree"),
        ("<p>one</div>two</br>three", "onetwo\nthree"),
        ("<pre>a &lt;  b\n\n  &amp;c</pre><xmp>1 &lt; <p></xmp>", "a <  b\n  &c\n1 &lt; <p>"),
        ("<p>a<template><div>b</div></template>c", "ac"),
        ("<p>a<script src=x />b<title>t</title>c", "abc"),
        ("<p hidden>a<p>b<p style='display : none'>c", "b"),
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
def test_pieces_lie_inside_the_text_in_order_and_hold_all_words(markup: str) -> None:
    read = read_html(markup)
    ends = [0]
    for piece in read.pieces:
        assert ends[-1] <= piece.span.start < piece.span.end <= len(read.text)
        ends.append(piece.span.end)
    held = "".join(piece.span.of(read.text) for piece in read.pieces)
    assert "".join(held.split()) == "".join(read.text.split())


def test_item_properties_with_a_machine_value_are_kept_as_meta() -> None:
    head = read_html(
        '<p itemprop="author">Amina<span itemprop="datePublished" content="2020-05-03">'
        '<time itemprop="dateModified" class="Updated entry" pubdate datetime=2020-05-04>4 May'
    ).head
    assert head.meta == (("datepublished", "2020-05-03"), ("datemodified", "2020-05-04"))


def test_a_time_element_says_what_it_is_for() -> None:
    head = read_html(
        "<time itemprop=dateModified class='Updated entry' pubdate datetime=2020-05-04>4&nbsp;May"
        "</time><time>now</time>"
    ).head
    assert head.times == (("2020-05-04", "4 May"), ("", "now"))
    assert head.time_hints == ("datemodified updated entry pubdate", "")


def test_the_first_title_outside_a_drawing_is_the_pages() -> None:
    head = read_html("<svg><title>Menu</title></svg><title> </title><title>The\ndam</title>").head
    assert head.title == "The dam"


def test_a_role_counts_beside_many_classes() -> None:
    markup = f"<div class='{' '.join('abcdefghijklmnop')}' role=dialog>text"
    assert read_html(markup).pieces[0].within == ("div.a.b.c.d.e.f.g.h.i.j.k.l.dialog",)


@given(st.text(max_size=300))
def test_no_markup_raises(markup: str) -> None:
    read_html(f"<html>{markup}")


def test_a_page_that_hides_nearly_all_of_its_text_is_read_as_if_it_hid_nothing() -> None:
    told = "<p>The bridge was closed on Monday, the mayor said.</p>" * 5
    assert "mayor" in read_html(f"<body>Loading<div style='display:none'>{told}</div>").text
    assert "mayor" not in read_html(f"<body>{'Shown. ' * 40}<div hidden>{told}</div>").text
