"""Find what a report is: title, outlet, publication date, byline, section, place, address.

From `<meta property="og:site_name" content="The Harbour Herald">`, JSON-LD and time elements
of an HTML page, from the list that it came in (a feed, a table), and from the lines of any page:
"3 May 2020 10:22 GMT", "By Jane Doe". Precedence: given > JSON-LD > meta > time element >
listing > printed > address; for a page without markup of its own the listing is next after given.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.clean.about.addresses import by_site, day_of
from dateline.clean.about.bylines import desk_in, is_signed, names_in, stated_names
from dateline.clean.about.dates import find_dates
from dateline.clean.about.headline import find_title, offered_titles, shown_titles
from dateline.clean.about.instants import day_or_instant, moment
from dateline.clean.about.languages import find_language
from dateline.clean.about.linked import Linked, authors, read_linked
from dateline.clean.about.markup import Notes, absolute, read_head
from dateline.clean.about.printed import beside_title, near_first, read_lines, read_outlet
from dateline.clean.prose import is_person_line
from dateline.knowledge.lexicon import Lexicon, fold
from dateline.model import Block, Label, Metadata, Report, Span

_AUTHOR_META = (
    *("author", "article:author", "parsely-author", "dc.creator", "dcterms.creator", "byl"),
    *("sailthru.author", "cxenseparse:author", "dcsext.author", "article.author", "authors"),
    *("og:article:author", "article_author", "byline"),
)
_NEAR = 600
"""Characters around the headline in which a line that is a name is its byline."""
_MOST_LINES = 40
"""Lines asked for names; the nearest to the headline come first."""
Offered = tuple[tuple[str, ...], str, Span | None]
"""Names, where they were read, and where they stand in the text."""


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
    return _finished(notes, _byline(report, linked, notes, lexicon))


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


# ------------------------------------------------------------------------------- the byline


def _byline(
    report: Report, linked: tuple[Linked, ...], notes: Notes, lexicon: Lexicon
) -> tuple[str, ...]:
    """Return the persons, initials or desk that the page names as its authors."""
    outlet = fold(notes.values.get("outlet", ""))
    for names, source, span in _offered_names(report, linked, notes):
        kept = tuple(name for name in names if not _is_medium(name, outlet, lexicon))
        if kept:
            notes.sources["byline"] = source
            if span is not None:
                notes.spans["byline"] = span
            return kept
    return ()


def _offered_names(report: Report, linked: tuple[Linked, ...], notes: Notes) -> Iterator[Offered]:
    """Yield the names of each place that may say who wrote, the best first."""
    listing = report.page.listing
    listed = tuple(name for one in listing.byline for name in stated_names(one)) if listing else ()
    if report.page.kind != "html":
        yield listed, "listing", None
    said = (stated_names(author.name, person=author.person) for author in authors(linked))
    yield tuple(dict.fromkeys(name for names in said for name in names)), "json-ld", None
    for key in _AUTHOR_META:
        values = [value for name, value in report.page.head.meta if name == key]
        found = (name for value in values for name in stated_names(value))
        yield tuple(dict.fromkeys(found)), "meta", None
    yield listed, "listing", None
    signed = _signed(report, notes)
    for block in (*signed, *near_first(report, notes, notes.labelled(Label.CREDIT))):
        yield names_in(block.span.of(report.text)), "printed", block.span
    for block in beside_title(report):
        line = block.span.of(report.text)
        dated = next(find_dates(line), None)
        if dated is not None and is_person_line(line[: dated.start].split("|")[0].strip(" ,|·•")):
            yield names_in(line[: dated.start].split("|")[0]), "printed", block.span
    for block in signed:
        desk = desk_in(block.span.of(report.text))
        yield (desk,) if desk else (), "printed", block.span


def _signed(report: Report, notes: Notes) -> list[Block]:
    """Return the lines that name authors, nearest to the headline first.

    One that doesn't open as bylines do counts only beside the headline or after the body; one
    that only its class calls a byline only where it is a name.
    """
    title = next((b.span.start for b in notes.labelled(Label.TITLE)), 0)
    body = notes.labelled(Label.BODY)
    end = body[-1].span.end if body else len(report.text)
    kept = []
    for block in notes.labelled(Label.BYLINE, Label.NAV):
        if block.label is Label.NAV and "byline" not in block.by:
            continue
        line = block.span.of(report.text) if block.span.end - block.span.start < 300 else ""
        if block.label is Label.BYLINE:
            near = abs(block.span.start - title) < _NEAR or block.span.start >= end
            if near or is_signed(line):
                kept.append(block)
        elif abs(block.span.start - title) < _NEAR and is_person_line(line):
            kept.append(block)
    return near_first(report, notes, kept)[:_MOST_LINES]


def _is_medium(name: str, outlet: str, lexicon: Lexicon) -> bool:
    """Whether a name is an agency's, the outlet's or another's: a credit and no author.

    "The Associated Press" and "Reuters Staff" are, "Gear Team" is not.
    """
    plain = fold(name).removeprefix("the ")
    plain = plain.removesuffix(" staff").removesuffix(" in brief")
    if plain in lexicon.agencies or plain in lexicon.outlets or f"the {plain}" in lexicon.outlets:
        return True
    return plain == outlet.removeprefix("the ")
