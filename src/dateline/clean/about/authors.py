"""Choose who wrote a report: "Jane Doe", else "jdoe77", else "The Associated Press".

JSON-LD and meta tags are asked first, then the lines of the page: "By Jane Doe", a name beside
the date, "Author" with a name under it. A person or desk that any of them names goes before a
login and a medium, which sign only where nobody else does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dateline.clean.about.bylines import is_label, stated_names
from dateline.clean.about.linked import Linked, authors
from dateline.clean.about.markup import Notes
from dateline.clean.about.signed import printed_names, unsigned_names
from dateline.clean.about.signers import Media, Offer
from dateline.knowledge.lexicon import Lexicon, fold
from dateline.model import Report

_META = (
    *("author", "article:author", "parsely-author", "dc.creator", "dcterms.creator", "byl"),
    *("sailthru.author", "cxenseparse:author", "dcsext.author", "article.author", "authors"),
    *("og:article:author", "article_author", "byline"),
)


def find_byline(
    report: Report, linked: tuple[Linked, ...], notes: Notes, lexicon: Lexicon
) -> tuple[str, ...]:
    """Return the persons that the page names as its authors, or who signs in their place."""
    media = Media(notes.values.get("outlet", ""), lexicon)
    best = None
    for offer in _offers(report, linked, notes, media):
        if not all(map(media.stand_in, offer.names)):
            best = _without_media(offer, media)
            break
        best = best or (offer if offer.names else None)
    best = best or next((o for o in unsigned_names(report, notes, media) if o.names), None)
    if best is None:
        return ()
    notes.sources["byline"] = "medium" if all(map(media.have, best.names)) else best.source
    if best.span is not None:
        notes.spans["byline"] = best.span
    return best.names


def _without_media(offer: Offer, media: Media) -> Offer:
    """Return persons and the agencies that sign with them: "Jane Doe and AP"."""
    agencies = media.lexicon.agencies
    names = (n for n in offer.names if fold(n) in agencies or not media.stand_in(n))
    return Offer(tuple(names), offer.source, offer.span)


def _offers(
    report: Report, linked: tuple[Linked, ...], notes: Notes, media: Media
) -> Iterator[Offer]:
    """Yield the names of each place that may say who wrote, the best first."""
    listing = report.page.listing
    listed = tuple(name for one in listing.byline for name in stated_names(one)) if listing else ()
    if report.page.kind != "html":
        yield Offer(listed, "listing")
    said = (stated_names(author.name, person=author.person) for author in authors(linked))
    yield Offer(tuple(dict.fromkeys(name for names in said for name in names)), "json-ld")
    yield from _tagged(report)
    yield Offer(listed, "listing")
    yield from printed_names(report, notes, media)


def _tagged(report: Report) -> Iterator[Offer]:
    """Yield the names of the meta tags, and of Twitter's: `twitter:label1` "Written by"."""
    meta = report.page.head.meta
    for key in _META:
        values = [value for name, value in meta if name == key]
        found = (name for value in values for name in stated_names(value))
        yield Offer(tuple(dict.fromkeys(found)), "meta")
    held: Mapping[str, str] = dict(reversed(meta))
    for number in "12":
        label = held.get(f"twitter:label{number}", "")
        if is_label(label):
            yield Offer(stated_names(held.get(f"twitter:data{number}", "")), "meta")
