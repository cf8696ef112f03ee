"""The older kind of feed is well-formed RSS 2.0, whatever a page's title holds."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

from dateline.export.rss import export_rss
from dateline.export.shape import Level, Site
from dateline.model import Story
from tests.export import sample


def channel(*stories: Story, site: Site | None = None) -> ET.Element:
    shape = replace(sample.shape(Level.CLAIM), site=site)
    made = "".join(export_rss(stories or (sample.story(),), shape))
    found = ET.fromstring(made.encode()).find("channel")  # noqa: S314 - we have just written it
    assert found is not None
    return found


def test_a_channel_has_what_rss_requires() -> None:
    for name in ("title", "link", "description"):
        assert channel().findtext(name)


def test_an_item_is_of_its_last_day_and_has_a_name_that_stays() -> None:
    (item,) = channel().findall("item")
    assert item.findtext("pubDate") == "Sat, 15 Mar 2031 00:00:00 GMT"
    guid = item.find("guid")
    assert guid is not None
    assert guid.attrib == {"isPermaLink": "false"}
    assert str(guid.text).startswith("urn:uuid:")


def test_an_undated_story_has_no_day() -> None:
    (item,) = channel(replace(sample.story(), first=None, last=None)).findall("item")
    assert item.find("pubDate") is None


def test_an_item_leads_to_its_story_or_its_first_report() -> None:
    (item,) = channel().findall("item")
    assert item.findtext("link") == "https://courier.example/depot?page=1&from=feed"
    site = Site(
        "Lake & Mirren", "https://a.example/f", "https://a.example/", "https://a.example/{}".format
    )
    (item,) = channel(site=site).findall("item")
    assert item.findtext("link") == f"https://a.example/{sample.story().id}"


def test_markup_is_text_and_what_xml_cannot_hold_is_replaced() -> None:
    (item,) = channel(replace(sample.story(), headline="A <b>bold</b> & \x0bodd ]]>")).findall(
        "item"
    )
    assert str(item.findtext("title")).startswith("A <b>bold</b> & \ufffdodd ]]> (2 reports")
