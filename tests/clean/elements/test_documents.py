"""The parts of an HTML page get their labels: main text, and what stands in and around it."""

from __future__ import annotations

import pytest

from dateline.model import Label, Report
from tests.clean.build import skimmed_html

_TOLD = (
    "A ferry with more than 100 people aboard sank off the cape on Saturday, the coast guard said.",
    '"We are still looking for survivors and we will not give up tonight," said Paulo Nhaca.',
    "The government announced three days of mourning and promised an inquiry into the sinking.",
    "The vessel, built in 1975, had been repaired twice in the past year, the port authority said.",
    "Fishermen from two villages joined the search with their boats before the navy arrived.",
    "Relatives waited at the pier through the night while names were read out by officials.",
)
_FRAME = """<html><head><title>Ferry sinks off the cape | The Harbour Herald</title>
<meta property="og:title" content="Ferry sinks off the cape"></head><body>
<header class="site-header"><a href="/">The Harbour Herald</a>
<nav class="main-nav"><ul><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li>
<li><a href="/business">Business</a></li></ul></nav></header>
<main>{}</main>
<footer class="site-footer"><p>© 2020 The Harbour Herald. All rights reserved.</p>
<p>The Harbour Herald is published every weekday by the Harbour Press in Beira.</p></footer>
</body></html>"""


def _page(*middle: str, around: str = "") -> Report:
    """Return the report of a page whose story has these elements between its paragraphs."""
    told = [f"<p>{line}</p>" for line in _TOLD]
    inner = "".join([*told[:3], *middle, *told[3:]])
    story = f'<article class="story"><h1>Ferry sinks off the cape</h1>{inner}</article>'
    return skimmed_html(_FRAME.format(f'<div class="story-body">{story}</div>{around}'))


def _labels(report: Report) -> dict[str, Label]:
    """Return the label of each block by its text."""
    return {block.span.of(report.text): block.label for block in report.blocks}


def _body(report: Report) -> list[str]:
    """Return the blocks that are body."""
    return [b.span.of(report.text) for b in report.blocks if b.label is Label.BODY]


def test_the_paragraphs_of_a_story_are_its_body() -> None:
    assert _body(_page()) == list(_TOLD)


def test_a_caption_in_the_midst_of_a_story_is_a_caption() -> None:
    shown = "Boats search the bay near the cape on Sunday morning."
    report = _page(f'<figure><img src="a.jpg"><figcaption>{shown}</figcaption></figure>')
    assert _labels(report)[shown] is Label.CAPTION
    assert _body(report) == list(_TOLD)


def test_a_caption_is_known_by_its_class() -> None:
    shown = "Boats search the bay near the cape on Sunday morning."
    report = _page(f'<div class="photo"><span class="photo-caption">{shown}</span></div>')
    assert _labels(report)[shown] is Label.CAPTION


def test_a_pull_quote_is_not_told_twice() -> None:
    pulled = "We will not give up tonight"
    report = _page(f'<aside class="pull-quote"><p>{pulled}</p></aside>')
    assert _labels(report)[pulled] not in (Label.BODY, Label.LEDE, Label.SUBHEAD)
    assert _body(report) == list(_TOLD)


def test_a_sentence_in_a_frame_that_is_told_nowhere_else_is_no_pull_quote() -> None:
    framed = "We are still looking for the captain and will not give up tonight, he said."
    report = _page(f'<blockquote class="quote"><p>{framed}</p></blockquote>')
    assert all(block.by != "blocks/nav/pull-quote" for block in report.blocks)


def test_a_pull_quote_may_begin_and_end_within_words() -> None:
    pulled = "ill looking for survivors and we will not give up tonigh"
    report = _page(f'<blockquote class="quote"><p>{pulled}</p></blockquote>')
    found = {block.span.of(report.text): block.by for block in report.blocks}
    assert found[pulled] == "blocks/nav/pull-quote"


@pytest.mark.parametrize(
    "line",
    [
        '<p><a href="/a">Read more: Why the ferry was allowed to leave</a></p>',
        '<p><strong>Also read: <a href="/a">Ten years of sinkings</a></strong></p>',
    ],
)
def test_a_link_to_another_report_inside_the_body_is_a_link(line: str) -> None:
    report = _page(line)
    assert Label.LINK_OUT in _labels(report).values()
    assert _body(report) == list(_TOLD)


def test_a_newsletter_box_inside_the_body_is_no_body() -> None:
    appeal = "Sign up to our newsletter and get the day's news in your inbox every evening."
    report = _page(f'<div class="newsletter-box"><p>{appeal}</p></div>')
    assert _labels(report)[appeal] is Label.PITCH
    assert _body(report) == list(_TOLD)


def test_comments_below_a_story_are_not_body() -> None:
    said = (
        "I took that ferry last summer and it was already far too full, nobody checked anything.",
        "My cousin works at the port. He says that the crew had warned the owner about the engine.",
    )
    listed = "".join(f'<li class="comment"><p>{line}</p></li>' for line in said)
    around = f'<section id="comments"><h3>2 comments</h3><ol class="comment-list">{listed}</ol>'
    report = _page(around=around + "</section>")
    assert _body(report) == list(_TOLD)
    assert not set(said) & set(_body(report))


def test_a_list_of_related_stories_is_no_body() -> None:
    heads = ("Port city plans a new market by the water", "Fuel prices rise for the third week")
    items = "".join(f'<li class="teaser"><a href="/x{i}">{h}</a></li>' for i, h in enumerate(heads))
    report = _page(around=f'<aside class="related"><h3>Related</h3><ul>{items}</ul></aside>')
    assert _body(report) == list(_TOLD)
    assert {_labels(report)[head] for head in heads} <= {Label.LINK_OUT, Label.NAV}


def test_the_posts_of_a_live_page_are_body_and_their_times_are_dates() -> None:
    posts = "".join(
        f'<div class="live-post"><time class="post-time">1{i}:05</time>'
        f'<div class="post-body"><p>{line}</p></div></div>'
        for i, line in enumerate(_TOLD)
    )
    story = f'<article class="live-blog"><h1>Ferry sinks off the cape: live</h1>{posts}</article>'
    report = skimmed_html(_FRAME.format(story))
    assert _body(report) == list(_TOLD)
    assert _labels(report)["11:05"] is Label.DATE


def test_a_story_in_several_parts_is_whole() -> None:
    halves = [_TOLD[:3], _TOLD[3:]]
    parts = "".join(
        f'<div class="story-part" id="part-{number}">{"".join(f"<p>{line}</p>" for line in half)}'
        "</div><div class=ad-slot>Advertisement</div>"
        for number, half in enumerate(halves)
    )
    story = f"<article><h1>Ferry sinks off the cape</h1>{parts}</article>"
    assert _body(skimmed_html(_FRAME.format(story))) == list(_TOLD)


def test_a_story_behind_a_paywall_class_is_still_its_body() -> None:
    told = "".join(f'<p class="paywall">{line}</p>' for line in _TOLD)
    story = f'<article><h1>Ferry sinks off the cape</h1><div class="paywall">{told}</div></article>'
    assert _body(skimmed_html(_FRAME.format(story))) == list(_TOLD)


def test_a_cookie_notice_is_no_body_however_long() -> None:
    notice = "This site stores small files on your device so that pages load faster next time."
    box = f'<div class="cookie-consent"><p>{notice}</p><p>{notice} You may say no at any time.</p>'
    report = _page(around=box + "</div>")
    assert _body(report) == list(_TOLD)


def test_a_page_without_elements_around_its_text_is_read_by_its_lines() -> None:
    told = "<br>".join(["Ferry sinks off the cape", *_TOLD])
    report = skimmed_html(f"<html><body>{told}</body></html>")
    assert set(_TOLD) <= set(_body(report))


def test_a_page_with_no_words_has_no_body() -> None:
    assert _body(skimmed_html("<html><body><p>…</p></body></html>")) in ([], ["…"])
