"""Each stretch of a page gets the label of what it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.clean.blocks import find_blocks
from dateline.model import Label, Report
from dateline.sources.page import page_of_text
from tests.clean.build import skimmed, skimmed_html

_STORY = (
    "A ferry with more than 100 people aboard sank off the cape on Saturday, the coast guard said.",
    '"We are still looking for survivors," said its commander, Paulo Nhaca.',
    "The government announced three days of mourning and promised an inquiry.",
)


def _labels(report: Report) -> list[tuple[str, str]]:
    """Return (label, first words) of each block."""
    return [
        (str(block.label), " ".join(block.span.of(report.text).split()[:3]))
        for block in report.blocks
    ]


def _labelled(text: str, label: Label) -> list[str]:
    """Return the blocks of a dump that got one label."""
    report = skimmed(text)
    return [b.span.of(report.text) for b in report.blocks if b.label is label]


def test_a_plain_agency_story_is_all_body() -> None:
    text = "BEIRA, May 3 (Reuters) - " + "\n\n".join(_STORY)
    assert {block.label for block in skimmed(text).blocks} == {Label.BODY}


@pytest.mark.parametrize("text", ["The ferry sank.", "a line that just stops", "word " * 40_000])
def test_one_line_is_body(text: str) -> None:
    assert [block.label for block in skimmed(text).blocks] == [Label.BODY]


def test_a_dump_with_all_sorts_of_furniture() -> None:
    lines = [
        "Skip to content",
        "World",
        "Ferry sinks off the cape, dozens missing",
        "By Jane Doe, Reuters in Beira",
        "3 May 2020 10:22 GMT",
        "Image: Jane Doe/AFP",
        _STORY[0],
        "Read more: Why ferries sink",
        _STORY[1],
        "Who was on board?",
        _STORY[2],
        "ab/cd (AFP, dpa)",
        "Sign up to our newsletter and get the day's news in your inbox every evening.",
        "© 2020 The Harbour Herald. All rights reserved.",
    ]
    labels = [block.label for block in skimmed("\n\n".join(lines)).blocks]
    assert labels == [
        *(Label.NAV, Label.KICKER, Label.TITLE, Label.BYLINE, Label.DATE, Label.PHOTO_CREDIT),
        *(Label.BODY, Label.LINK_OUT, Label.BODY, Label.SUBHEAD, Label.BODY),
        *(Label.CREDIT, Label.PITCH, Label.NAV),
    ]


def test_the_headline_is_the_line_that_the_body_repeats() -> None:
    text = "\n\n".join(["The Harbour Herald since 1890", "Ferry sinks off the cape", *_STORY])
    assert _labelled(text, Label.TITLE) == ["Ferry sinks off the cape"]


def test_a_headline_may_be_a_question() -> None:
    text = "\n\n".join(["Why did the ferry sink?", *_STORY])
    assert _labelled(text, Label.TITLE) == ["Why did the ferry sink?"]


def test_a_text_that_begins_with_its_body_has_no_title() -> None:
    assert _labelled("\n\n".join(_STORY), Label.TITLE) == []


def test_what_a_picture_shows_is_a_caption_and_no_body() -> None:
    caption = "Fishermen carry rescued passengers as they reach the beach."
    text = "\n\n".join(["Ferry sinks off the cape", caption, *_STORY])
    assert _labelled(text, Label.CAPTION) == [caption]


def test_a_first_paragraph_in_the_past_is_no_caption() -> None:
    first = "Fishermen carried rescued passengers to the beach on Saturday, police said."
    text = "\n\n".join(["Ferry sinks off the cape", first, *_STORY])
    assert first in _labelled(text, Label.BODY)


def test_a_place_beside_a_photo_credit_is_its_caption() -> None:
    text = "Ferry sinks off the cape\n\nThe cape near Beira\nImage: J. Doe/AFP\n\n" + _STORY[0]
    assert _labelled(text, Label.CAPTION) == ["The cape near Beira"]


def test_a_standfirst_is_the_lede() -> None:
    standfirst = "A ferry has sunk off the cape. The coast guard is looking for survivors."
    text = "\n\n".join(
        ["Ferry sinks off the cape", standfirst, "https://herald.example/x", *_STORY]
    )
    assert _labelled(text, Label.LEDE) == [standfirst]
    assert _labelled(text, Label.URL) == ["https://herald.example/x"]


def test_a_paragraph_before_a_dateline_is_the_lede() -> None:
    standfirst = "Dozens are missing after a crowded ferry went down."
    text = "\n\n".join(["Ferry sinks off the cape", standfirst, "BEIRA — " + _STORY[0], _STORY[1]])
    assert _labelled(text, Label.LEDE) == [standfirst]


def test_a_wrapped_dump_has_paragraphs_for_blocks() -> None:
    text = (
        "Ferry sinks off the cape\n\n"
        "A ferry with more than 100 people aboard sank off the cape on Saturday\n"
        "in heavy seas, the coast guard said. Rescue boats were still looking for\n"
        "survivors on Sunday.\n\n"
        "The government announced three days of mourning and promised that it\n"
        "would look into why the ferry had been allowed to leave the port with\n"
        "so many on board.\n"
    )
    assert [block.label for block in skimmed(text).blocks] == [
        Label.TITLE,
        Label.BODY,
        Label.BODY,
    ]


def test_teasers_below_the_report_are_not_body() -> None:
    teasers = [
        ("Port city plans new market", "Traders hope for more space by the water."),
        ("Fuel prices rise again", "Drivers queue for hours at the pumps in town."),
        ("Cup final is put off", "The pitch is under water after the storm."),
    ]
    below = [line for pair in teasers for line in pair]
    text = "\n\n".join(["Ferry sinks off the cape", *_STORY, "Most read", *below])
    assert _labelled(text, Label.BODY) == list(_STORY)


def test_comments_are_not_body() -> None:
    text = "\n\n".join(
        ["Ferry sinks off the cape", *_STORY, "12 comments", "The port should be closed for good!"]
    )
    assert _labelled(text, Label.BODY) == list(_STORY)


def test_a_note_after_the_credit_is_not_body() -> None:
    note = "The writer has lived by the cape for ten years."
    text = "\n\n".join(["Ferry sinks", *_STORY, "Reporting by Jane Doe; Editing by J. Roe", note])
    assert note not in _labelled(text, Label.BODY)


def test_list_items_after_a_colon_are_body() -> None:
    text = "\n\n".join(
        [
            "Ferry sinks off the cape",
            _STORY[0],
            "What is known so far:",
            "- 100 on board",
            _STORY[2],
        ]
    )
    assert "- 100 on board" in _labelled(text, Label.BODY)


@pytest.mark.parametrize(
    ("head", "labels"),
    [
        (  # a broadcaster's page: source and caption of the picture on lines of their own
            (
                "Ferry sinks off the cape\n\nPublished\n4 hours ago\n\nShare\nImage source, AFP\n"
                "Image caption,\nDivers at work near the cape"
            ),
            "title nav date nav photo-credit caption caption",
        ),
        (  # a newspaper's: standfirst without a full stop, byline with a place
            (
                "Ferry sinks off the cape\nCoast guard says the ferry carried more than 100 people\n\n"
                "Jane Doe in Beira and agencies\nSun 3 May 2020 14.09 BST"
            ),
            "title lede byline date",
        ),
        (  # a station's: section, name, place of writing
            "Africa\nFerry Sinks off the Cape\nMay 03, 2020 10:22 AM\nJane Doe\nBEIRA —",
            "kicker title date byline dateline",
        ),
    ],
)
def test_the_openings_of_common_dumps(head: str, labels: str) -> None:
    report = skimmed(head + "\n\n" + "\n\n".join(_STORY))
    assert [block.label for block in report.blocks] == labels.split() + ["body"] * 3


def test_lines_under_a_heading_of_links_are_links() -> None:
    links = ["Keep reading", "Why do ferries sink?", "Port to close for a week"]
    text = "\n\n".join(["Ferry sinks off the cape", *_STORY[:2], *links, _STORY[2]])
    assert _labelled(text, Label.LINK_OUT) == links
    assert _labelled(text, Label.BODY) == [*_STORY]


_PAGE = """<html><head><title>Ferry sinks off the cape - The Harbour Herald</title></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<div class="cookie-banner"><p>We use cookies to make this site better for you.</p></div>
<article><h1>Ferry sinks off the cape</h1>
<figure><img src="x.jpg"><figcaption>Boats search the bay near the cape.</figcaption></figure>
<p>{}</p><p>{}</p><h2>Days of mourning</h2><p>{}</p>
<p>The ferry, built in 1975, had been repaired twice in the past year, the port authority said.</p>
</article>
<footer><p>© 2020 The Harbour Herald. All rights reserved.</p></footer></body></html>"""


def test_an_html_page_is_labelled_by_extractor_tags_and_wording() -> None:
    report = skimmed_html(_PAGE.format(*_STORY))
    by_label = dict.fromkeys(Label, "")
    for block in report.blocks:
        by_label[block.label] += block.span.of(report.text) + "|"
    assert by_label[Label.TITLE] == "Ferry sinks off the cape|"
    assert by_label[Label.CAPTION] == "Boats search the bay near the cape.|"
    assert by_label[Label.SUBHEAD] == "Days of mourning|"
    assert by_label[Label.BODY].startswith(_STORY[0] + "|" + _STORY[1])
    assert "Home" in by_label[Label.NAV]
    assert "cookies" in by_label[Label.NAV]


_LINES = st.sampled_from(
    [*_STORY, "Home", "Read more: x", "Image: AFP", "By Jane Doe", "May 3, 2020", "", "A\tb\r", "ö"]
)


@given(st.lists(_LINES | st.text(max_size=30), max_size=15).map("\n".join))
def test_blocks_lie_in_order_and_hold_every_word(text: str) -> None:
    page = page_of_text(text, path="a.txt")
    blocks = find_blocks(Report(page))
    end = 0
    for block in blocks:
        assert end <= block.span.start < block.span.end <= len(page.text)
        end = block.span.end
    held = "".join(block.span.of(page.text) for block in blocks)
    assert "".join(held.split()) == "".join(page.text.split())


def test_a_sentence_right_above_its_photo_credit_is_a_caption() -> None:
    caption = "Neighbours carry buckets to the pump, where queues have been long for weeks."
    text = "\n\n".join(
        [
            "Averby dry for a month",
            "The council has called for help from the county after the wells of the town ran dry.",
            f"{caption}\nPicture: Jane Doe/HH",
            *_STORY,
        ]
    )
    assert _labelled(text, Label.CAPTION) == [caption]


def test_a_short_sentence_inside_the_body_is_no_subhead() -> None:
    text = "\n\n".join(["Ferry sinks off the cape", _STORY[0], "The owner denied it.", _STORY[2]])
    assert "The owner denied it." in _labelled(text, Label.BODY)


@pytest.mark.parametrize(
    "line", ["BEIRA, May 3 2020", "Beira, 3 May 2020", "Sunday 3 May 2020 | Beira"]
)
def test_place_and_date_on_a_line_are_a_dateline(line: str) -> None:
    report = skimmed("\n\n".join(["Ferry sinks off the cape", line, *_STORY]))
    assert (str(report.metadata.place), report.metadata.published) == ("Beira", "2020-05-03")


@pytest.mark.parametrize("line", ["Politics | 3 May 2020", "Jane Doe, 3 May 2020"])
def test_a_section_or_a_person_beside_a_date_is_no_place(line: str) -> None:
    report = skimmed("\n\n".join(["Ferry sinks off the cape", line, *_STORY]))
    assert report.metadata.place is None


def test_the_weather_above_a_headline_is_not_the_headline() -> None:
    text = "\n".join(["Beira 24C - Sofala 22C", "", "Ferry sinks off the cape", "", *_STORY])
    assert _labelled(text, Label.TITLE) == ["Ferry sinks off the cape"]


@pytest.mark.parametrize(
    "appeal",
    [
        "Fearless reporting depends on you. Become a supporter of the Herald today.",
        "Can't open this site? Use our mirror.",
    ],
)
def test_an_appeal_in_a_box_is_a_pitch(appeal: str) -> None:
    told = "".join(f"<p>{line}</p>" for line in _STORY * 2)
    page = f"<html><body><article><h1>Ferry sinks</h1>{told}<p class=box>{appeal}</p></article>"
    report = skimmed_html(page)
    labels = {b.span.of(report.text): b.label for b in report.blocks}
    assert labels[appeal] is not Label.BODY


def test_advice_that_speaks_to_its_reader_is_no_appeal() -> None:
    advice = [
        f"If you live near the river, you should know where your family will meet, and {end}."
        for end in ("when", "how to join the others", "which alerts to follow", "whom to call")
    ]
    text = "\n\n".join(["What to do in a flood", *advice, "Sign up for alerts in your town."])
    assert not set(advice) & set(_labelled(text, Label.PITCH))


def test_a_word_right_above_the_headline_of_a_page_is_its_section() -> None:
    told = "".join(f"<p>{sentence}</p>" for sentence in _STORY)
    page = f"<html><body><article><p>World</p><h1>Ferry sinks</h1>{told}</article></body></html>"
    report = skimmed_html(page)
    found = {block.span.of(report.text): block.label for block in report.blocks}
    assert found["World"] is Label.KICKER
    assert found[_STORY[0]] is Label.BODY
