"""Read lists of addresses: news sitemaps, whose titles are pages, and OPML, a list of feeds.

`<url><loc>https://herald.example/bridge</loc><news:news>…<news:title>Bridge closed` is a page
of one line with outlet, day and address. Nothing is fetched: a plain sitemap is one reject.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

from dateline.model import Listing, Reject
from dateline.sources.dates import iso_date
from dateline.sources.lists.elements import (
    Element,
    child,
    forget,
    local,
    read_elements,
    root_name,
    words,
)
from dateline.sources.lists.listed import counted, many, page_of_article, plain
from dateline.sources.lists.spellings import language_code
from dateline.sources.source import Budget, Opened, Source

Inside = Callable[[Source], Iterator[Opened]]


def is_sitemap(head: bytes, _name: str) -> bool:
    """Whether a file begins as a sitemap does."""
    return root_name(head) in {"urlset", "sitemapindex"}


def read_sitemap(source: Source, _inside: Inside) -> Iterator[Opened]:
    """Yield a page for each address with a news title, and one reject for all others."""
    return counted(_addresses(source), source.path, "addresses")


def _addresses(source: Source) -> Iterator[Opened]:
    """Yield the pages of the news entries; what has only an address is counted."""
    breaks: list[str] = []
    number = bare = maps = 0
    for element in read_elements(source, ("url", "sitemap"), breaks.append):
        news = child(element, "news")
        if local(element) == "sitemap":
            maps += 1
        elif news is None or local(element.getparent()) == "news":
            bare += 1
        else:
            number += 1
            yield page_of_article(_listing(element, news), None, path=f"{source.path}#{number}")
        forget(element)
    if maps:
        told = many(maps, "other sitemap", "other sitemaps")
        yield Reject(source.path, f"a list of {told}: nothing is fetched here")
    if bare:
        told = many(bare, "address without a title", "addresses without a title")
        yield Reject(source.path, f"a list of {told}: nothing is fetched here")
    if breaks:
        told = many(number + bare + maps, "entry", "entries")
        yield Reject(source.path, f"breaks off after {told}: {breaks[0]}")


def _listing(url: Element, news: Element) -> Listing:
    """Return what a news sitemap says of an address."""
    publication = child(news, "publication")
    outlet = language = None
    if publication is not None:
        outlet = plain(words(child(publication, "name")))
        language = language_code(words(child(publication, "language")))
    published = iso_date(words(child(news, "publication_date")))
    updated = iso_date(words(child(url, "lastmod")))
    return Listing(
        "sitemap",
        title=plain(words(child(news, "title"))),
        outlet=outlet,
        published=published,
        updated=updated,
        language=language,
        url=words(child(url, "loc")),
        whole=True,
    )


# ------------------------------------------------------------------------------------ OPML


def is_opml(head: bytes, _name: str) -> bool:
    """Whether a file begins as OPML does."""
    return root_name(head) == "opml"


def read_opml(source: Source, inside: Inside) -> Iterator[Opened]:
    """Yield what is read of the feeds that lie beside the list; one reject tells of the rest."""
    return counted(_feeds(source, inside), source.path, "feeds")


def _feeds(source: Source, inside: Inside) -> Iterator[Opened]:
    """Yield the pages of the local feeds of a list, and the count of those elsewhere."""
    breaks: list[str] = []
    addresses = [
        address.strip()
        for outline in read_elements(source, ("outline",), breaks.append)
        if (address := outline.get("xmlUrl") or outline.get("xmlurl"))
    ]
    beside = [path for a in addresses if (path := _beside(source, a)) is not None]
    for path in beside:
        with open(path, "rb") as file:
            size = os.fstat(file.fileno()).st_size
            yield from inside(Source(path, file, size, source.depth + 1, Budget(path, size)))
    if elsewhere := len(addresses) - len(beside):
        yield Reject(
            source.path, f"a list of {many(elsewhere, 'feed', 'feeds')}: nothing is fetched here"
        )
    if breaks:
        yield Reject(
            source.path, f"breaks off after {many(len(addresses), 'feed', 'feeds')}: {breaks[0]}"
        )


def _beside(source: Source, address: str) -> str | None:
    """Return the path of a file in the folder of the list; nothing outside it is opened."""
    if source.depth or os.path.basename(address) != address:
        return None
    path = os.path.join(os.path.dirname(source.path), address)
    usual = os.path.isfile(path) and not os.path.islink(path)
    return path if usual and os.path.isfile(source.path) else None
