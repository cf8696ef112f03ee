"""Find what a report is: title, outlet, publication date, byline, section, place, address.

From `<meta property="og:site_name" content="The Harbour Herald">`, JSON-LD and time elements
of an HTML page, from the list that it came in (a feed, a table), and from the lines of any page:
"3 May 2020 10:22 GMT", "By Jane Doe". Precedence: given > JSON-LD > meta > time element >
listing > printed > address; for a page without markup of its own the listing is next after given.
"""

from __future__ import annotations

from dateline.clean.about.addresses import by_site, day_of
from dateline.clean.about.authors import find_byline
from dateline.clean.about.headline import find_title, offered_titles, shown_titles
from dateline.clean.about.instants import day_or_instant, moment
from dateline.clean.about.languages import find_language
from dateline.clean.about.linked import read_linked
from dateline.clean.about.markup import Notes, absolute, read_head
from dateline.clean.about.printed import read_lines, read_outlet
from dateline.knowledge.lexicon import Lexicon, fold
from dateline.model import Block, Label, Metadata, Report


def find_metadata(report: Report, *, lexicon: Lexicon) -> Metadata:
    """Return what the report is, each value from the best source that has one.

    Precedence: given > JSON-LD > meta > time element > listing > printed > address. A printed
    date without its year is kept in `published_value` and leaves `published` empty; where a page
    says only when it was changed, that is when its text was published.
    """
    notes = Notes(blocks=_grouped(report))
    _read_given(report, notes)
    if report.page.kind != "html":
        _read_listing(report, notes)
    head = report.page.head
    shown = shown_titles(report, notes)
    titles = offered_titles(report, shown)
    linked = read_linked(head.linked_data, url=_address(report), titles=titles)
    read_head(report, linked, notes)
    _read_listing(report, notes)
    find_title(report, shown, linked, notes, lexicon)
    notes.offer("language", *find_language(report))
    read_lines(report, notes)
    _read_address(notes, lexicon)
    _name_outlet(report, notes, lexicon)
    if "published_value" not in notes.values:
        notes.offer("published", notes.values.get("updated"), "updated")
    return _finished(notes, find_byline(report, linked, notes, lexicon))


def _grouped(report: Report) -> dict[Label, list[Block]]:
    """Return the blocks of a report by their labels."""
    found: dict[Label, list[Block]] = {}
    for block in report.blocks:
        found.setdefault(block.label, []).append(block)
    return found


def _finished(notes: Notes, byline: tuple[str, ...]) -> Metadata:
    """Return the notes as a record."""
    values = notes.values
    for name in ("published", "updated"):
        if name in values and notes.sources[name] != "given":
            values[name] = day_or_instant(values[name])
    partial = values.pop("published_value", None)
    published = values.get("published")
    by = {"given": "given", "printed": "printed"}.get(
        notes.sources.get("published", ""), "metadata"
    )
    if published is None:
        by = "printed"
    names = ("title", "outlet", "updated", "section", "place", "language", "url")
    return Metadata(
        published=published,
        published_by=by if published or partial else None,
        published_value=published or partial,
        byline=byline,
        read_from=tuple(sorted(notes.sources.items())),
        spans=tuple(sorted(notes.spans.items())),
        **{name: values.get(name) for name in names},
    )


def _read_given(report: Report, notes: Notes) -> None:
    """Offer what the caller says."""
    given = report.page.given
    for name in ("outlet", "url", "language", "published"):
        notes.offer(name, getattr(given, name), "given")


def _read_listing(report: Report, notes: Notes) -> None:
    """Offer what the list says that the page came in."""
    listing = report.page.listing
    if listing is None:
        return
    for name in ("title", "outlet", "section", "place", "language"):
        notes.offer(name, getattr(listing, name), "listing")
    notes.offer("url", absolute(listing.url), "listing")
    for name in ("published", "updated"):
        notes.offer(name, moment(getattr(listing, name) or ""), "listing")


def _address(report: Report) -> str | None:
    """Return the page's address as caller or head say it."""
    head = report.page.head
    return report.page.given.url or absolute(head.canonical) or dict(head.meta).get("og:url")


def _read_address(notes: Notes, lexicon: Lexicon) -> None:
    """Offer what the address says: outlet by its site, day by its path."""
    url = notes.values.get("url")
    if url is None:
        return
    if outlet := by_site(url, lexicon.outlets):
        notes.offer("outlet", outlet.name, "url")
    partial = notes.values.get("published_value")
    day = day_of(url)
    if day is not None and (partial is None or partial[4:] == day[4:]):
        notes.offer("published", day, "url")


def _name_outlet(report: Report, notes: Notes, lexicon: Lexicon) -> None:
    """Offer an outlet that the page prints, and give a known one its usual name."""
    read_outlet(report, notes, lexicon)
    outlet = notes.values.get("outlet")
    if outlet and notes.sources["outlet"] != "given":
        spellings = (outlet, outlet.removesuffix(".com"), outlet.partition(" (")[0])
        known = next(
            (lexicon.outlets[f] for f in map(fold, spellings) if f in lexicon.outlets), None
        )
        notes.values["outlet"] = known.name if known else outlet
