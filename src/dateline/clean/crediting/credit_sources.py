"""Read the agencies that a page credits outside its text: in JSON-LD, meta tags, a feed's entry.

`{"@type": "NewsArticle", "sourceOrganization": {"name": "AFP"}}`, `<meta name="dc.source"
content="Reuters">` and `<source url="…">Reuters</source>` of RSS credit an agency that the
report itself need not print.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.clean.about.addresses import by_site
from dateline.clean.about.linked import read_linked, texts
from dateline.clean.crediting.agency_names import listed_agencies
from dateline.knowledge.lexicon import Agency, Lexicon, fold
from dateline.model import Credit, Page, Span

_LINKED = (
    *("creditText", "isBasedOn", "sourceOrganization", "provider", "author", "creator"),
    *("contributor", "copyrightHolder"),
)
_META = (
    *("author", "article:author", "parsely-author", "dc.creator", "byl", "sailthru.author"),
    *("dc.source", "dcterms.source", "source", "news:source", "article:source", "content-source"),
    *("original-source", "syndication-source", "article:content_source", "sailthru.source"),
)
_LONGEST = 200
"""Characters; what is longer is no name."""


def outside_credits(page: Page, *, lexicon: Lexicon) -> tuple[Credit, ...]:
    """Return one wire credit for each agency that the page's markup or listing credits."""
    found: dict[str, Credit] = {}
    for source, key, value in _values(page):
        for agency in _agencies_of(value, lexicon):
            if agency.kind != "photo" and agency.name not in found:
                by = f"credits/{key}"
                found[agency.name] = Credit(None, agency.name, "wire", by, read_from=source)
    return tuple(found.values())


def _values(page: Page) -> Iterator[tuple[str, str, str]]:
    """Yield (source, key, value) of everything that may credit an agency, the best first."""
    linked = read_linked(page.head.linked_data, url=page.head.canonical)
    for key in _LINKED:
        for value in texts(linked, key):
            yield "json-ld", key, value
    for key, value in page.head.meta:
        if key in _META:
            yield "meta", key, value
    if page.listing is not None:
        for value in (*page.listing.credits, *page.listing.byline):
            yield "listing", page.listing.source, value


def _agencies_of(value: str, lexicon: Lexicon) -> Iterator[Agency]:
    """Yield the agencies that a value names, or whose site it is the address of."""
    if len(value) > _LONGEST:
        return
    if value.startswith(("http://", "https://")):
        outlet = by_site(value, lexicon.outlets)
        names = (outlet.name, outlet.family or "") if outlet else ()
        known = (lexicon.agencies.get(fold(name)) for name in names)
        yield from [agency for agency in known if agency is not None][:1]
    else:
        found = listed_agencies(value, Span(0, len(value)), lexicon)
        yield from (agency for _, agency in found)
