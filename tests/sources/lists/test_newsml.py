"""Stories in the XML of news agencies: NewsML-G2 and NITF."""

from __future__ import annotations

import pytest

from dateline.model import Page, Reject
from tests.sources.reading import lines, listing, opened, page, reason

_XHTML = """<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head>
<title>t</title></head><body><p>ODERHAFEN (NDA) - A ferry sank.</p><p>Nobody was hurt.</p></body></html></inlineXML>"""


def _item(content: str, *, status: str = "stat:usable", kind: str = "ninat:text") -> str:
    return f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:nda.example:1" xml:lang="en-GB">
<itemMeta><itemClass qcode="{kind}"/><provider><name>Northern Dispatch</name></provider>
<versionCreated>2020-03-03T12:00:00Z</versionCreated><firstCreated>2020-03-03T10:00:00Z</firstCreated><pubStatus qcode="{status}"/></itemMeta>
<contentMeta><infoSource role="cptr:ref"><name>Coast Guard Press</name></infoSource><located><name>Oderhafen</name></located>
<by>By Jo Doe</by><creditline>NDA</creditline><language tag="en"/><headline>Ferry sinks off the cape</headline></contentMeta>
<contentSet>{content}</contentSet></newsItem>"""


def test_an_item_is_a_page_of_its_headline_and_text() -> None:
    one = page("story.xml", _item(_XHTML))
    assert one.path == "story.xml"
    assert lines(one) == [
        "Ferry sinks off the cape",
        "ODERHAFEN (NDA) - A ferry sank.",
        "Nobody was hurt.",
    ]


def test_the_head_of_an_item_is_its_listing() -> None:
    told = listing(page("story.xml", _item(_XHTML)))
    assert (told.source, told.title, told.outlet) == (
        "newsml",
        "Ferry sinks off the cape",
        "Northern Dispatch",
    )
    assert (told.published, told.updated) == (
        "2020-03-03T10:00:00+00:00",
        "2020-03-03T12:00:00+00:00",
    )
    assert (told.byline, told.place, told.language) == (("Jo Doe",), "Oderhafen", "en")
    assert (told.credits, told.whole) == (("NDA", "Coast Guard Press"), True)


def test_inline_data_is_text() -> None:
    one = page(
        "story.xml",
        _item('<inlineData contenttype="text/plain">A ferry sank.\nNobody was hurt.</inlineData>'),
    )
    assert (one.kind, lines(one)[1:]) == ("text", ["A ferry sank.", "Nobody was hurt."])


_NITF = """<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><head><title>Ferry</title><docdata><date.issue norm="20200303T100000Z"/>
<doc.copyright holder="Northern Dispatch"/></docdata></head><body><body.head><hedline><hl1>Ferry sinks</hl1></hedline>
<byline>By Jo Doe</byline><distributor>NDA</distributor><dateline><location>Oderhafen</location></dateline></body.head>
<body.content><p>A ferry sank.</p><hl2>Rescue</hl2><p>Nobody was hurt.</p></body.content></body></nitf>"""


def test_nitf_inside_an_item_is_its_text() -> None:
    one = page("story.xml", _item(f"<inlineXML>{_NITF}</inlineXML>"))
    assert [piece.tag for piece in one.pieces] == ["h1", "p", "h2", "p"]


def test_nitf_by_itself_is_read() -> None:
    one = page("story.nitf", _NITF)
    told = listing(one)
    assert lines(one) == ["Ferry sinks", "A ferry sank.", "Rescue", "Nobody was hurt."]
    assert (told.title, told.outlet, told.byline) == (
        "Ferry sinks",
        "Northern Dispatch",
        ("Jo Doe",),
    )
    assert (told.published, told.place, told.credits) == (
        "2020-03-03T10:00:00+00:00",
        "Oderhafen",
        ("NDA",),
    )


def test_a_message_holds_items_of_every_kind() -> None:
    picture = _item('<remoteContent href="a.jpg"/>', kind="ninat:picture")
    data = f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet>{_item(_XHTML)}{picture}<packageItem/></itemSet></newsMessage>'
    found = opened("message.xml", data)
    assert [type(one) for one in found] == [Page, Reject, Reject]
    assert [one.path for one in found] == ["message.xml#1", "message.xml#2", "message.xml#3"]
    assert [one.reason for one in found if isinstance(one, Reject)] == [
        "a wire item of the class ninat:picture, without a text",
        "a packageItem holds no text of its own",
    ]


def test_a_withdrawn_story_is_not_read() -> None:
    assert (
        reason("story.xml", _item(_XHTML, status="stat:canceled"))
        == "a story that its agency has withdrawn"
    )


def test_a_message_without_items_is_one_reject() -> None:
    assert reason("message.xml", "<newsMessage><itemSet/></newsMessage>") == "no news items"


def test_entities_that_multiply_are_rejected_unread() -> None:
    data = f'<!DOCTYPE newsItem [<!ENTITY a "xx"><!ENTITY b "&a;&a;">]>{_item("<inlineData>&b;</inlineData>")}'
    assert reason("story.xml", data) == "XML whose entities multiply: it is not read"


@pytest.mark.parametrize("cut", range(0, 1_500, 61))
def test_no_cut_of_a_story_raises(cut: int) -> None:
    for data in (_item(_XHTML), _item(f"<inlineXML>{_NITF}</inlineXML>"), _NITF):
        assert opened("story.xml", data[:cut] + data[cut + 17 :])
