"""The feed is well-formed Atom, whatever a page's title holds."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

from dateline.export.feed import export_feed
from dateline.export.shape import Level
from dateline.model import Story
from tests.export import sample

ATOM = "{http://www.w3.org/2005/Atom}"


def feed(*stories: Story) -> ET.Element:
    told = stories or (sample.story(),)
    made = "".join(export_feed(told, sample.shape(Level.CLAIM)))
    return ET.fromstring(made.encode())  # noqa: S314 - we have just written it


def texts(element: ET.Element, name: str) -> list[str]:
    return [found.text or "" for found in element.iter(f"{ATOM}{name}")]


class Elements(HTMLParser):
    """Notes which elements an HTML text opens."""

    def __init__(self) -> None:
        super().__init__()
        self.met: set[str] = set()

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        self.met.add(tag)


def test_a_feed_and_an_entry_have_what_atom_requires() -> None:
    whole = feed()
    children = [child.tag.removeprefix(ATOM) for child in whole]
    assert [children.count(name) for name in ("id", "title", "updated", "author")] == [1, 1, 1, 1]
    (entry,) = whole.findall(f"{ATOM}entry")
    of_entry = [child.tag.removeprefix(ATOM) for child in entry]
    assert [of_entry.count(name) for name in ("id", "title", "updated", "content")] == [1, 1, 1, 1]


def test_each_report_is_linked_to() -> None:
    links = [link.attrib["href"] for link in feed().iter(f"{ATOM}link")]
    assert links[0] == "https://courier.example/depot?page=1&from=feed"
    assert links[1].startswith("ni:///sha-256;")


def test_the_feed_is_as_new_as_its_newest_story() -> None:
    old = replace(sample.story(), id="cccc", last="2020-01-01")
    assert texts(feed(old, sample.story(), old), "updated")[-1] == "2031-03-15T00:00:00Z"


def test_an_undated_story_still_has_a_day() -> None:
    undated = replace(sample.story(), first=None, last=None)
    assert set(texts(feed(undated), "updated")) == {"1970-01-01T00:00:00Z"}


def test_markup_is_text_and_what_xml_cannot_hold_is_replaced() -> None:
    story = replace(sample.story(), headline="A <b>bold</b> & \x0bodd \x00 title ]]>")
    assert texts(feed(story), "title")[1] == "A <b>bold</b> & \ufffdodd \ufffd title ]]>"


def test_the_content_opens_no_element_of_a_page() -> None:
    (content,) = texts(feed(), "content")
    elements = Elements()
    elements.feed(content)
    assert elements.met == {"ul", "li", "blockquote"}
    assert "Latvia struck a depot" in content
