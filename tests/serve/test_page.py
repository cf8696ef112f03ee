"""The web page: self-contained, every mark in place, and nothing of a page is obeyed."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from dateline.export.addresses import web_address
from dateline.model import Reject, Story
from dateline.serve.page import draw_page
from tests.serve import sample

_VOID = frozenset({"meta", "input", "br"})


class Reader(HTMLParser):
    """Read a page as a browser does: check nesting, collect ids, anchors and the texts."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.crossed: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.lit: dict[str, str] = {}
        self.marked: dict[str, str] = {}
        self.attributes: set[str] = set()
        self._within: list[dict[str, str]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.attributes |= set(values)
        self.ids += [values["id"]] if "id" in values else []
        self.links += [values["href"]] if "href" in values else []
        if tag not in _VOID:
            self.open.append(tag)
            self._within.append(values)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.crossed.append(tag)
            return
        self._within.pop()

    def handle_data(self, data: str) -> None:
        for values in self._within:
            for key in values.get("data-lit", "").split():
                self.lit[key] = self.lit.get(key, "") + data
            for key in values.get("data-records", "").split():
                self.marked[key] = self.marked.get(key, "") + data


def read(story: Story | None = None) -> Reader:
    return Reader(draw_page([story or sample.story()]))


def rewritten(old: str, new: str) -> Story:
    """Return the sample with words of its first text replaced by others of the same length."""
    assert len(old) == len(new)
    story = sample.story()
    one, other = story.reports
    page = replace(one.page, text=one.text.replace(old, new))
    return replace(story, reports=(replace(one, page=page), other))


def test_its_elements_nest() -> None:
    page = read()
    assert (page.crossed, page.open) == ([], [])


def test_ids_are_unique_and_every_anchor_leads_somewhere() -> None:
    page = Reader(draw_page([sample.story(), sample.story()]))
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


def test_each_record_is_marked_at_its_characters() -> None:
    marked = read().marked.items()
    words = {(key.split("-")[2], text) for key, text in marked}
    assert {
        ("events", "were killed"),
        ("figures", "At least 40 people"),
        ("statements", "We are still looking for the missing,"),
        ("times", "15 March"),
        ("places", "Beira"),
        ("names", "Ana Tembe"),
    } <= words


def test_a_point_lights_its_evidence_in_both_texts() -> None:
    page = draw_page([sample.story()])
    point = re.search(r'data-cites="([^"]+)">A flood in Beira killed people', page)
    assert point is not None
    lit = Reader(page).lit
    assert [lit[key] for key in point[1].split()] == [
        "At least 40 people were killed",
        "killed 52 people, the rescue service said",
    ]


def test_each_mark_has_its_entry() -> None:
    page = read()
    assert set(page.marked) <= set(page.ids)


def test_furniture_is_greyed_with_its_label() -> None:
    page = draw_page([sample.story()])
    furniture = r'class="furniture"><span class="label">navigation</span> Skip to main content</p>'
    assert re.search(furniture, page)


def test_it_asks_nothing_of_the_network() -> None:
    page = draw_page([sample.story()])
    assert not re.search(r"<(?:link|img|iframe|object|embed|base)\b|\bsrc=|@import|url\(", page)
    assert {link for link in Reader(page).links if not link.startswith("#")} == {
        "https://courier.example/beira"
    }


def test_its_policy_lets_in_its_own_style_and_script_alone() -> None:
    page = draw_page([sample.story()])
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy is not None
    for tag in ("style", "script"):
        held = re.search(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        assert held is not None
        digest = b64encode(sha256(held[1].encode()).digest()).decode()
        assert f"{tag}-src &#39;sha256-{digest}&#39;" in policy[1]
    assert "default-src &#39;none&#39;" in policy[1]


def test_no_element_carries_style_or_handlers_of_its_own() -> None:
    assert not [name for name in read().attributes if name == "style" or name.startswith("on")]


@pytest.mark.parametrize(
    "hostile", ["</style><script>alert(1)</script>", '"><img src=x onerror=a>']
)
def test_what_a_page_says_is_never_markup(hostile: str) -> None:
    report = sample.courier()
    about = replace(report.metadata, title=hostile, outlet=hostile, published=hostile)
    path = replace(report.page, path=hostile)
    story = sample.story(replace(report, metadata=about, page=path))
    story = replace(story, headline=hostile, brief=replace(story.brief, headline=hostile))
    page = draw_page([story], [Reject(hostile, hostile)])
    assert page.count("<script") == 1
    assert "<img" not in page
    assert Reader(page).crossed == []


def test_hostile_words_in_a_text_stay_words() -> None:
    page = draw_page([rewritten("looking", "<b>ing<")])
    assert "We are still &lt;b&gt;ing&lt; for the missing," in page


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://courier.example/a?b=1&c=2", True),
        ("http://courier.example", True),
        ("javascript:alert(1)", False),
        (" JavaScript:alert(1)", False),
        ("data:text/html,x", False),
        ("//courier.example", False),
        ("https:", False),
        ("http://[broken", False),
    ],
)
def test_only_web_addresses_become_links(url: str, linked: bool) -> None:
    assert (web_address(url) is not None) is linked


def test_a_script_in_an_address_is_not_rendered() -> None:
    report = sample.courier()
    story = sample.story(replace(report, metadata=replace(report.metadata, url="javascript:x()")))
    assert "javascript:" not in draw_page([story])


def test_characters_beyond_the_first_plane_keep_every_mark_in_place() -> None:
    marked = read(rewritten("Skip to", "🌊🌊🌊🌊🌊🌊🌊")).marked
    assert "were killed" in marked.values()


def test_a_control_character_is_shown_as_unknown() -> None:
    page = draw_page([rewritten("river", "r\x0b\x00\x1br")])
    assert not set("\x00\x0b\x1b") & set(page)


def test_rejects_are_told() -> None:
    assert "late.txt: no such file" in draw_page([], [Reject("late.txt", "no such file")])


def test_several_stories_have_a_list_that_leads_to_each() -> None:
    page = draw_page([sample.story(), sample.story()])
    assert page.count('href="#s2"') == 2
    assert "<title>2 stories</title>" in page
    assert "<nav" not in draw_page([sample.story()])
