"""Each entry of a feed is a page, with what the feed says of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.model import Page, Reject
from dateline.sources.markup.render import markup_offset
from tests.sources.reading import lines, listing, opened, page, pages, reason, rejects

_SPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"'
)


def _rss(*items: str, about: str = "<title>The Harbour Herald</title>") -> str:
    told = "".join(f"<item>{item}</item>" for item in items)
    return (
        f'<?xml version="1.0"?><rss version="2.0" {_SPACES}><channel>{about}{told}</channel></rss>'
    )


_ITEM = """<title>Ferry sinks off the cape</title><link>https://herald.example/ferry</link>
<guid isPermaLink="false">71</guid><pubDate>Tue, 03 Mar 2020 10:00:00 EST</pubDate>
<dc:creator>Jo Doe</dc:creator><category>Harbour</category><category>Sea</category>
<source url="https://wire.example/rss">Northern Wire</source>
<description>A ferry sank.</description>
<content:encoded><![CDATA[<p>A ferry sank on Monday &amp; nobody was hurt.</p><p>The guard said so.</p>]]></content:encoded>"""


def test_an_item_is_a_page_of_its_title_and_its_full_text() -> None:
    one = page("feed.xml", _rss(_ITEM))
    assert (one.path, one.kind) == ("feed.xml#1", "html")
    assert lines(one) == [
        "Ferry sinks off the cape",
        "A ferry sank on Monday & nobody was hurt.",
        "The guard said so.",
    ]


def test_what_a_feed_says_of_an_item_is_its_listing() -> None:
    told = listing(
        page(
            "feed.xml",
            _rss(
                _ITEM, about="<title>World | The Harbour Herald</title><language>en-gb</language>"
            ),
        )
    )
    assert (told.source, told.title, told.outlet) == (
        "rss",
        "Ferry sinks off the cape",
        "The Harbour Herald",
    )
    assert told.published == "2020-03-03T10:00:00-05:00"
    assert (told.byline, told.section, told.language) == (("Jo Doe",), "Harbour", "en-gb")
    assert (told.url, told.credits, told.whole) == (
        "https://herald.example/ferry",
        ("Northern Wire",),
        True,
    )


def test_the_text_of_an_item_stands_where_its_markup_says() -> None:
    one = page("feed.xml", _rss(_ITEM))
    assert one.markup is not None
    start = one.text.index("nobody")
    assert one.markup[markup_offset(one.anchors, start) :].startswith("nobody")


def test_a_title_that_the_text_begins_with_stands_once() -> None:
    item = "<title>Ferry sinks</title><description>&lt;h2&gt;Ferry sinks!&lt;/h2&gt;&lt;p&gt;It did.&lt;/p&gt;</description>"
    assert lines(page("feed.xml", _rss(item))) == ["Ferry sinks!", "It did."]


@pytest.mark.parametrize("told", ["<p>Ferry sinks off the cape.</p>", "Ferry sinks off the cape."])
def test_a_sentence_that_begins_as_the_title_does_is_not_the_title(told: str) -> None:
    item = f"<title>Ferry sinks</title><description><![CDATA[{told}]]></description>"
    assert lines(page("feed.xml", _rss(item))) == ["Ferry sinks", "Ferry sinks off the cape."]


def test_an_item_with_a_title_alone_is_a_page_of_one_line() -> None:
    assert lines(page("feed.xml", _rss("<title>Ferry sinks</title>"))) == ["Ferry sinks"]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Salt &amp; sand", "Salt & sand"),
        ("Salt & sand", "Salt & sand"),
        ("AT&T buys&nbsp;sand", "AT&T buys sand"),
        ("<![CDATA[Salt &amp; <i>sand</i>]]>", "Salt & sand"),
        ("Fewer than &amp;lt;3 ships", "Fewer than <3 ships"),
    ],
)
def test_a_title_is_read_whatever_was_escaped(title: str, expected: str) -> None:
    assert listing(page("feed.xml", _rss(f"<title>{title}</title>"))).title == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("<pubDate>2020-03-03</pubDate>", "2020-03-03"),
        ("<pubDate>Tue, 3 Mar 2020 10:00:00</pubDate>", "2020-03-03"),
        ("<dc:date>2020-03-03T10:15:00+01:00</dc:date>", "2020-03-03T10:15:00+01:00"),
        ("<pubDate>03 March, 2020</pubDate>", "2020-03-03"),
        ("<pubDate>soon</pubDate>", None),
        ("<pubDate>Tue, 43 Mar 2020 10:00:00 GMT</pubDate>", None),
    ],
)
def test_odd_dates_are_read_as_far_as_they_go(told: str, expected: str | None) -> None:
    assert listing(page("feed.xml", _rss("<title>A ferry</title>" + told))).published == expected


def test_words_of_other_vocabularies_do_not_stand_for_an_items_own() -> None:
    about = '<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" href="https://herald.example/rss"/><link>https://herald.example/</link>'
    item = "<media:title>A photo</media:title><title>A ferry sank</title><link>/a</link><media:description>A photo</media:description><description>It did.</description>"
    one = page("feed.xml", _rss(item, about=about))
    assert lines(one) == ["A ferry sank", "It did."]
    assert listing(one).url == "https://herald.example/a"


def test_a_guid_is_the_address_of_an_item_without_a_link() -> None:
    one = page("feed.xml", _rss("<title>A ferry</title><guid>https://herald.example/7</guid>"))
    assert listing(one).url == "https://herald.example/7"


def test_the_mail_address_of_a_desk_is_no_writer() -> None:
    item = "<title>A ferry</title><author>desk@herald.example (Jo Doe)</author>"
    assert listing(page("feed.xml", _rss(item))).byline == ("Jo Doe",)


def test_rss_1_keeps_its_items_beside_the_channel() -> None:
    data = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Herald</title></channel>
      <item><title>A ferry sank</title><link>https://herald.example/a</link><dc:date>2020-03-03</dc:date></item></rdf:RDF>"""
    told = listing(page("feed.rdf", data))
    assert (told.outlet, told.published) == ("The Herald", "2020-03-03")


_ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Planet Harbour</title>
<link href="https://planet.example/"/><link rel="self" href="https://planet.example/atom"/>
<entry><id>urn:1</id><title type="html">A &lt;b&gt;ferry&lt;/b&gt; sank</title>
<link rel="alternate" href="/ferry"/><published>2020-03-03T10:00:00Z</published><updated>2020-03-04T10:00:00Z</updated>
<author><name>Jo Doe</name></author><author><name>Al Roe</name></author><category term="sea" label="Sea"/>
<source><title>Northern Wire</title><updated>2020-01-01T00:00:00Z</updated></source>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It sank <b>fast</b>.</p><p>Nobody was hurt.</p></div></content>
</entry></feed>"""


def test_an_atom_entry_is_read_with_its_markup() -> None:
    one = page("atom.xml", _ATOM)
    told = listing(one)
    assert lines(one) == ["A ferry sank", "It sank fast.", "Nobody was hurt."]
    assert (told.source, told.title, told.url) == (
        "atom",
        "A ferry sank",
        "https://planet.example/ferry",
    )
    assert (told.published, told.updated) == (
        "2020-03-03T10:00:00+00:00",
        "2020-03-04T10:00:00+00:00",
    )
    assert (told.byline, told.section, told.language) == (("Jo Doe", "Al Roe"), "Sea", "en")
    assert (told.outlet, told.credits) == ("Planet Harbour", ("Northern Wire",))


def test_an_atom_entry_that_was_only_updated_was_published_then() -> None:
    data = '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A</title><updated>2020-03-04T10:00:00Z</updated></entry></feed>'
    told = listing(page("atom.xml", data))
    assert (told.published, told.updated) == ("2020-03-04T10:00:00+00:00", None)


def test_prefixes_of_xhtml_are_no_part_of_the_markup() -> None:
    data = """<feed xmlns="http://www.w3.org/2005/Atom" xmlns:x="http://www.w3.org/1999/xhtml"><entry><title>A</title>
    <content type="xhtml"><x:div><x:p>One.</x:p><x:p>At 10:15 <x:i>two</x:i>.</x:p></x:div></content></entry></feed>"""
    assert lines(page("atom.xml", data)) == ["A", "One.", "At 10:15 two."]


def test_a_json_feed_is_read() -> None:
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Herald - RSS",
        "home_page_url": "https://herald.example/",
        "items": [
            {
                "id": "1",
                "url": "https://herald.example/a",
                "title": "A ferry sank",
                "content_html": "<p>It did.</p>",
                "date_published": "2020-03-03T10:00:00Z",
                "authors": [{"name": "Jo Doe"}],
                "tags": ["sea"],
            },
            {"id": "2", "content_text": "No title, only a text."},
            "three",
        ],
    }
    first, second, third = opened("feed.json", json.dumps(data))
    assert isinstance(first, Page)
    assert isinstance(second, Page)
    assert isinstance(third, Reject)
    assert lines(first) == ["A ferry sank", "It did."]
    told = listing(first)
    assert (told.source, told.outlet, told.byline, told.section) == (
        "json-feed",
        "The Herald",
        ("Jo Doe",),
        "sea",
    )
    assert second.text == "No title, only a text."
    assert third.reason == "an item of a feed was expected, found str"


# ------------------------------------------------------------------------------ hostile input


def test_an_empty_feed_is_one_reject() -> None:
    assert reason("feed.xml", _rss()) == "no entries"
    assert (
        reason("feed.json", '{"version": "https://jsonfeed.org/version/1", "items": []}')
        == "no articles"
    )


def test_an_item_without_anything_is_a_reject_among_pages() -> None:
    found = opened("feed.xml", _rss("<link>https://herald.example/a</link>", _ITEM))
    assert [type(one) for one in found] == [Reject, Page]
    assert found[0] == Reject("feed.xml#1", "neither a title nor a text")


def test_a_feed_that_was_cut_is_read_as_far_as_it_goes() -> None:
    whole = _rss(_ITEM, "<title>Second</title>", "<title>Third</title>")
    found = opened("feed.xml", whole[: whole.index("Third")])
    assert [one.path for one in found if isinstance(one, Page)] == ["feed.xml#1", "feed.xml#2"]
    (last,) = [one for one in found if isinstance(one, Reject) and "breaks off" in one.reason]
    assert last.path == "feed.xml"


def test_tags_in_the_wrong_order_do_not_end_a_feed() -> None:
    found = pages(
        "feed.xml",
        _rss("<title>First</title><description>x<i>y</b></description>", "<title>Second</title>"),
    )
    assert listing(found[-1]).title == "Second"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("<description><p>Sank.<br>Twice.</p></description>", ["Sank.", "Twice."]),
        ("<description>Sank <b>twice.</description>", ["Sank twice."]),
        ("<description>Fewer than < 3 ships.</description>", ["Fewer than < 3 ships."]),
        ("<description><![CDATA[<p>Sank.</p></description>", ["Sank."]),
        ("<description>Sank.</description></p>", ["Sank."]),
        ("<odd:note>x</odd:note><description>Sank.</description>", ["Sank."]),
    ],
)
def test_broken_entries_are_mended_each_by_itself(told: str, expected: list[str]) -> None:
    found = pages(
        "feed.xml", _rss("<title>A</title>" + told, "<title>B</title>" + told, "<title>C</title>")
    )
    assert [lines(one) for one in found] == [["A", *expected], ["B", *expected], ["C"]]


def test_prefixes_that_were_never_declared_are_understood() -> None:
    data = "<rss><channel><item><title>A</title><content:encoded>&lt;p&gt;Full.&lt;/p&gt;</content:encoded></item></channel></rss>"
    assert lines(page("feed.xml", data)) == ["A", "Full."]


def test_a_warning_of_the_server_before_a_feed_is_passed_over() -> None:
    assert lines(
        page(
            "feed.xml",
            "<br />\n<b>Warning</b>: no database<br />\n" + _rss("<title>A</title>")[21:],
        )
    ) == ["A"]


def test_a_script_behind_a_feed_is_passed_over() -> None:
    assert lines(page("feed.xml", _rss("<title>A</title>") + "<script>1</script>")) == ["A"]


def test_items_that_are_never_closed_take_no_longer_than_others() -> None:
    assert len(opened("feed.xml", "<rss><channel>" + "<item><title>A" * 4_000)) >= 4_000


def test_a_feed_that_lies_about_its_charset_is_read() -> None:
    data = '<?xml version="1.0" encoding="utf-16"?>' + _rss("<title>Café at the quay</title>")[21:]
    assert listing(page("feed.xml", data)).title == "Café at the quay"


def test_a_feed_in_utf_16_is_read() -> None:
    data = _rss("<title>Café at the quay</title>").encode("utf-16")
    assert listing(page("feed.xml", data)).title == "Café at the quay"


def test_entities_that_multiply_are_rejected_unread() -> None:
    rounds = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "boom">{rounds}]><rss><channel><item><title>&e11;</title></item></channel></rss>'
    assert reason("feed.xml", bomb) == "XML whose entities multiply: it is not read"


def test_no_entity_opens_a_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the key")
    data = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{secret}">]>{_rss("<title>A &x; b</title>")[21:]}'
    found = opened("feed.xml", data)
    assert [one.text for one in found if isinstance(one, Page)] == ["A &x; b"]


def test_deep_nesting_breaks_off_in_words() -> None:
    (one,) = rejects("feed.xml", "<rss><channel>" + "<a>" * 50_000)
    assert one.reason.startswith("breaks off after 0 entries")


@pytest.mark.slow
def test_a_feed_of_100_000_items_is_read_to_its_end() -> None:
    found = opened("feed.xml", _rss(*(f"<title>Ship {n}</title>" for n in range(100_000))))
    assert len(found) == 100_000
    assert isinstance(found[-1], Page)


@pytest.mark.parametrize("cut", range(0, 900, 37))
def test_no_cut_of_a_feed_raises(cut: int) -> None:
    for data in (_rss(_ITEM), _ATOM):
        assert opened("feed.xml", data[:cut] + data[cut + 11 :])
