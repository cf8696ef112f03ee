"""Read feeds: each entry of RSS, Atom or JSON Feed is a page with what the feed says of it.

`<item><title>Bridge closed</title><link>https://herald.example/bridge</link><source
url="…">dpa</source><description>…` is the page "feed.xml#1" with title, address, and the
credit "dpa". The text of an entry is its title and its content, or else its summary.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import urljoin

from dateline.model import Listing, Reject
from dateline.sources.dates import iso_date
from dateline.sources.lists.elements import (
    Element,
    child,
    children,
    forget,
    has_elements,
    inner,
    local,
    words,
)
from dateline.sources.lists.entries import begins_as_feed, read_entries
from dateline.sources.lists.listed import Content, counted, is_markup, many, page_of_article, plain
from dateline.sources.lists.spellings import outlet_of_feed
from dateline.sources.source import Opened, Source

_DUBLIN = "purl.org/dc"


def is_feed(head: bytes, _name: str) -> bool:
    """Whether a file begins as RSS or Atom does."""
    return begins_as_feed(head)


def read_feed(source: Source, _inside: Callable[[Source], Iterator[Opened]]) -> Iterator[Opened]:
    """Yield a page for each entry of a feed in RSS 0.9 to 2.0 or Atom."""
    return counted(_entries(source), source.path, "entries")


def _entries(source: Source) -> Iterator[Opened]:
    """Yield the pages of the entries, and one reject where the XML breaks off."""
    breaks: list[str] = []
    feed: Listing | None = None
    number = 0
    for entry in read_entries(source, breaks.append):
        feed = feed or _feed(entry)
        number += 1
        read = _atom_entry if local(entry) == "entry" else _rss_item
        listing, content = read(entry, feed)
        yield page_of_article(listing, content, path=f"{source.path}#{number}")
        forget(entry)
    if breaks:
        yield Reject(
            source.path, f"breaks off after {many(number, 'entry', 'entries')}: {breaks[0]}"
        )


def _feed(entry: Element) -> Listing:
    """Return what the feed around its first entry says of itself."""
    around = entry.getparent()
    if around is None:
        return Listing("rss")
    # In RSS 1.0 the channel stands beside its items.
    channel = child(around, "channel")
    about = around if channel is None else channel
    atom = local(entry) == "entry"
    lang = about.get("{http://www.w3.org/XML/1998/namespace}lang")
    return Listing(
        "atom" if atom else "rss",
        outlet=outlet_of_feed(plain(words(child(about, "title")))),
        language=words(child(about, "language")) or lang,
        url=_atom_link(about) if atom else _rss_link(about, None),
    )


# ------------------------------------------------------------------------------------- RSS


def _rss_item(item: Element, feed: Listing) -> tuple[Listing, Content | None]:
    """Return what an RSS item says of itself, and its text."""
    origin, rights = plain(words(child(item, "source"))), child(item, "publisher", _DUBLIN)
    listing = Listing(
        feed.source,
        title=plain(words(child(item, "title"))),
        outlet=plain(words(rights)) or feed.outlet,
        published=_first_date(item, "pubDate", "date", "issued", "published", "created"),
        updated=_first_date(item, "updated", "modified", "lastBuildDate"),
        byline=_rss_byline(item),
        section=plain(words(child(item, "category"))),
        language=words(child(item, "language")) or feed.language,
        url=_rss_link(item, feed.url),
        credits=(origin,) if origin and "://" not in origin else (),
        whole=True,
    )
    return listing, _rss_content(item)


def _rss_content(item: Element) -> Content | None:
    """Return the full text of an item, else its description."""
    found = (child(item, "encoded"), child(item, "description", ""), child(item, "summary"))
    told = [element for element in found if element is not None and words(element)]
    for element in told:
        if has_elements(element):
            return Content(inner(element), markup=True)
        return _escaped(words(element))
    media = [*item.iter("{*}description")]
    return _escaped(words(media[0])) if media else None


def _escaped(text: str | None) -> Content | None:
    """Return text whose markup, if any, was escaped: "&lt;p&gt;" or a CDATA section."""
    if text is None:
        return None
    if not is_markup(text) and is_markup(unescaped := html.unescape(text)):
        text = unescaped  # escaped twice, as some makers of feeds do
    return Content(text, markup=True) if is_markup(text) else Content(html.unescape(text))


def _rss_byline(item: Element) -> tuple[str, ...]:
    """Return the writers of an item; "desk@herald.example (Jo Doe)" is Jo Doe."""
    found = [plain(words(c)) for c in children(item, "creator")]
    found = found or [plain(words(c)) for c in children(item, "author") if "itunes" not in c.tag]
    return tuple(name for name in map(_person, found) if name)


def _person(name: str | None) -> str | None:
    """Return the name in "desk@herald.example (Jo Doe)"; a bare address is none."""
    if name and "@" in name:
        return name.partition("(")[2].rstrip(") ") or None
    return name


def _rss_link(element: Element, base: str | None) -> str | None:
    """Return the address of an item or channel: its link, else its guid if that is one."""
    links = list(children(element, "link"))
    link = next((told for one in links if (told := words(one))), None)
    guid = child(element, "guid")
    if link is None and guid is not None and guid.get("isPermaLink", "true") != "false":
        link = words(guid)
    return _address(link or _atom_link(element), base)


# ------------------------------------------------------------------------------------ Atom


def _atom_entry(entry: Element, feed: Listing) -> tuple[Listing, Content | None]:
    """Return what an Atom entry says of itself, and its text."""
    source = child(entry, "source")
    origin = None if source is None else plain(words(child(source, "title")))
    category = child(entry, "category")
    lang = entry.get("{http://www.w3.org/XML/1998/namespace}lang")
    published = _first_date(entry, "published", "issued", "created")
    updated = _first_date(entry, "updated", "modified")
    listing = Listing(
        feed.source,
        title=plain(words(child(entry, "title"))),
        outlet=feed.outlet,
        published=published or updated,
        updated=updated if published else None,
        byline=tuple(_atom_authors(entry)),
        section=None if category is None else category.get("label") or category.get("term"),
        language=lang or feed.language,
        url=_address(_atom_link(entry), feed.url),
        credits=(origin,) if origin else (),
        whole=True,
    )
    return listing, _atom_content(entry)


def _atom_content(entry: Element) -> Content | None:
    """Return the content of an entry, else its summary."""
    for name in ("content", "summary"):
        element = child(entry, name)
        if element is None or not words(element):
            continue
        if element.get("type") == "text":
            return Content(words(element) or "")
        if has_elements(element):
            return Content(inner(element), markup=True)
        return _escaped(words(element))
    return None


def _atom_authors(entry: Element) -> Iterator[str]:
    """Yield the names of an entry's authors."""
    for author in children(entry, "author"):
        name = _person(plain(words(child(author, "name"))))
        if name:
            yield name


def _atom_link(element: Element) -> str | None:
    """Return the address of what an entry or feed shows; "self" is the feed itself."""
    for link in children(element, "link"):
        if link.get("rel", "alternate") == "alternate" and link.get("href"):
            return str(link.get("href"))
    return None


# ------------------------------------------------------------------------------- JSON Feed


def is_json_feed(value: Mapping[str, Any]) -> bool:
    """Whether an object of JSON is a feed: {"version": "https://jsonfeed.org/version/1.1", …."""
    return "jsonfeed.org/" in str(value.get("version")) and isinstance(value.get("items"), list)


def read_json_feed(value: Mapping[str, Any], path: str) -> Iterator[Opened]:
    """Yield a page for each item of a JSON Feed."""
    title = value.get("title")
    feed = Listing(
        "json-feed",
        outlet=outlet_of_feed(plain(title) if isinstance(title, str) else None),
        language=_string(value, "language"),
        url=_string(value, "home_page_url"),
    )
    for number, item in enumerate(value["items"], 1):
        where = f"{path}#{number}"
        if isinstance(item, Mapping):
            yield page_of_article(_json_item(item, feed), _json_content(item), path=where)
        else:
            yield Reject(where, f"an item of a feed was expected, found {type(item).__name__}")


def _json_item(item: Mapping[str, Any], feed: Listing) -> Listing:
    """Return what an item says of itself."""
    authors = item.get("authors") or [item.get("author")]
    names = (
        [_string(a, "name") for a in authors if isinstance(a, Mapping)]
        if isinstance(authors, list)
        else []
    )
    tags = item.get("tags")
    return Listing(
        feed.source,
        title=plain(_string(item, "title")),
        outlet=feed.outlet,
        published=iso_date(item.get("date_published")),
        updated=iso_date(item.get("date_modified")),
        byline=tuple(name for name in names if name),
        section=next((t for t in tags if isinstance(t, str)), None)
        if isinstance(tags, list)
        else None,
        language=_string(item, "language") or feed.language,
        url=_address(_string(item, "url"), feed.url),
        whole=True,
    )


def _json_content(item: Mapping[str, Any]) -> Content | None:
    """Return the content of an item, else its summary."""
    if markup := _string(item, "content_html"):
        return Content(markup, markup=True)
    text = _string(item, "content_text") or _string(item, "summary")
    return Content(text) if text else None


# --------------------------------------------------------------------------------- together


def _string(value: Mapping[str, Any], key: str) -> str | None:
    """Return a string that is not blank."""
    found = value.get(key)
    return found.strip() or None if isinstance(found, str) else None


def _first_date(element: Element, *names: str) -> str | None:
    """Return the first date among the children of these names."""
    dates = (iso_date(words(c)) for name in names for c in children(element, name))
    return next(filter(None, dates), None)


def _address(link: str | None, base: str | None) -> str | None:
    """Return the full address of a link; the base is that of the feed."""
    if not link:
        return None
    try:
        return urljoin(base or "", link.strip())
    except ValueError:
        return link
