"""Choose who wrote a report: "Jane Doe", else "jdoe77", else "The Associated Press".

JSON-LD and meta tags are asked first, then the lines of the page: "By Jane Doe", a name beside
the date, "Author" with a name under it. A person or desk that any of them names goes before a
login and a medium, which sign only where nobody else does.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dateline.clean.about.bylines import (
    desk_in,
    is_label,
    is_signed,
    labelled_in,
    names_in,
    signer_in,
    stated_names,
)
from dateline.clean.about.dates import find_dates, is_date_line
from dateline.clean.about.linked import Linked, authors
from dateline.clean.about.markup import Notes
from dateline.clean.about.printed import beside_title, near_first, own_span
from dateline.clean.prose import is_person_line
from dateline.knowledge.lexicon import Lexicon, fold
from dateline.model import Block, Label, Report, Span

_META = (
    *("author", "article:author", "parsely-author", "dc.creator", "dcterms.creator", "byl"),
    *("sailthru.author", "cxenseparse:author", "dcsext.author", "article.author", "authors"),
    *("og:article:author", "article_author", "byline"),
)
_NEAR = 600
"""Characters around the headline in which a line that is a name is its byline."""
_MOST_LINES = 40
"""Lines asked for names; the nearest to the headline come first."""
_LONGEST = 300
_ABOVE, _BELOW, _SHORT = 6, 8, 120
"""Blocks around the headline, and characters of a line there, that may name the author."""
_SHORTEST_LOGIN = 4
"""Letters up to which a small word is a desk's initials: "rl"."""
_LONGEST_WORD = 16
"""Characters of a word of a name; links that run together ("OfficePapersHome") are longer."""
_FREE = frozenset({Label.NAV, Label.KICKER, Label.DATE, Label.BYLINE})
_UNSURE = frozenset({Label.NAV, Label.LEDE, Label.BODY})
"""What a name alone is taken for on pages that mark nothing."""
# "by Jane Doe | 3 May 2020", "Posted on 3 May 2020 by jdoe", "3 May 2020 Posted by Jane Doe"
_BY_INSIDE = re.compile(r"\b(?:(?:posted|written|published) )?by (?=\S)", re.I)
# "jane.doe", "jdoe77", "herald"
_LOGIN = re.compile(r"[a-z]+(?:[._-]?[a-z\d]+)*")


@dataclass(frozen=True, slots=True)
class Offer:
    """The names that one place of a page gives as its authors."""

    names: tuple[str, ...]
    source: str
    span: Span | None = None


def find_byline(
    report: Report, linked: tuple[Linked, ...], notes: Notes, lexicon: Lexicon
) -> tuple[str, ...]:
    """Return the persons that the page names as its authors, or who signs in their place."""
    outlet = fold(notes.values.get("outlet", ""))
    best = None
    for offer in _offers(report, linked, notes):
        stand_ins = {name for name in offer.names if _is_stand_in(name, outlet, lexicon)}
        if len(stand_ins) < len(set(offer.names)):
            best = _without_media(offer, stand_ins, lexicon)
            break
        best = best or (offer if offer.names else None)
    best = best or next((offer for offer in _unsigned(report, notes) if offer.names), None)
    if best is None:
        return ()
    media = all(_is_medium(name, outlet, lexicon) for name in best.names)
    notes.sources["byline"] = "medium" if media else best.source
    if best.span is not None:
        notes.spans["byline"] = best.span
    return best.names


def _without_media(offer: Offer, stand_ins: set[str], lexicon: Lexicon) -> Offer:
    """Return persons and the agencies that sign with them: "Jane Doe and AP"."""
    names = (n for n in offer.names if n not in stand_ins or fold(n) in lexicon.agencies)
    return Offer(tuple(names), offer.source, offer.span)


def _offers(report: Report, linked: tuple[Linked, ...], notes: Notes) -> Iterator[Offer]:
    """Yield the names of each place that may say who wrote, the best first."""
    listing = report.page.listing
    listed = tuple(name for one in listing.byline for name in stated_names(one)) if listing else ()
    if report.page.kind != "html":
        yield Offer(listed, "listing")
    said = (stated_names(author.name, person=author.person) for author in authors(linked))
    yield Offer(tuple(dict.fromkeys(name for names in said for name in names)), "json-ld")
    yield from _tagged(report)
    yield Offer(listed, "listing")
    yield from _printed(report, notes)


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


def _printed(report: Report, notes: Notes) -> Iterator[Offer]:
    """Yield the names that the lines of the page give."""
    signed = _signed(report, notes)
    for block in signed:
        yield Offer(names_in(block.span.of(report.text)), "printed", block.span)
    for block in near_first(report, notes, notes.labelled(Label.CREDIT)):
        line = block.span.of(report.text)
        yield Offer(names_in(line) if is_signed(line) else (), "printed", block.span)
    for block in (*beside_title(report), *_lines_near_title(report)):
        yield Offer(_names_beside_date(block.span.of(report.text)), "printed", block.span)
    yield from _dated(report)
    yield from _labelled(report, notes)
    for block in signed:
        line = block.span.of(report.text)
        name = desk_in(line) or signer_in(line)
        yield Offer((name,) if name else (), "printed", block.span)


def _unsigned(report: Report, notes: Notes) -> Iterator[Offer]:
    """Yield the names of far lines that don't say that somebody wrote: "Jane Doe in Beira"."""
    end = _end(report, notes)
    lines = [block for block in notes.labelled(Label.BYLINE) if block.span.start >= end]
    for block in near_first(report, notes, [*lines, *notes.labelled(Label.CREDIT)]):
        yield Offer(names_in(block.span.of(report.text)), "printed", block.span)


def _lines_near_title(report: Report) -> list[Block]:
    """Return the short lines around the headline."""
    first = next((i for i, b in enumerate(report.blocks) if b.label is Label.TITLE), 0)
    near = report.blocks[max(0, first - _ABOVE) : first + _BELOW]
    return [block for block in near if block.label in _FREE and _is_short(block)]


def _names_beside_date(line: str) -> tuple[str, ...]:
    """Return the names of a line that has a date as well: "Jane Doe | 3 May", "3 May by Jane"."""
    line = " ".join(line.split())
    if signed := _BY_INSIDE.search(line):
        before, after = line[: signed.start()], line[signed.start() :]
        if any(True for _ in find_dates(line)) and (not before or is_date_line(before)):
            name = signer_in(after)
            return names_in(after) or ((name,) if name else ())
    head, _, tail = line.partition("|")
    if tail and is_date_line(tail) and is_person_line(head):
        return names_in(head)
    dated = next(find_dates(line), None)
    if dated is None:
        return ()
    head = line[: dated.start].split("|")[0].strip(" ,|·•")
    return names_in(head) if is_person_line(head) else ()


def _dated(report: Report) -> Iterator[Offer]:
    """Yield the name that has a line to itself where headline and date meet.

    The lines under the headline, or the one above it with the date above that.
    """
    first = next((i for i, b in enumerate(report.blocks) if b.label is Label.TITLE), None)
    if first is None:
        return
    below = list(itertools.takewhile(_is_short, report.blocks[first + 1 : first + 5]))
    above = [b for b in reversed(report.blocks[max(0, first - 4) : first]) if _has_words(report, b)]
    for lines, at in ((below, below[:3]), (above[:3], above[:1])):
        if not any(block.label is Label.DATE for block in lines):
            continue
        for block in at:
            line = block.span.of(report.text).strip()
            joined = max(map(len, line.split()), default=0) > _LONGEST_WORD
            if block.label in _UNSURE and is_person_line(line) and not joined:
                yield Offer(names_in(line), "printed", block.span)


def _is_short(block: Block) -> bool:
    """Whether a line may be date or name."""
    return block.span.end - block.span.start <= _SHORT


def _has_words(report: Report, block: Block) -> bool:
    """Whether a line is more than a mark between others."""
    return any(map(str.isalnum, block.span.of(report.text)))


def _labelled(report: Report, notes: Notes) -> Iterator[Offer]:
    """Yield the names that a label says, on its line or the next: "Written by", "Author"."""
    own = own_span(report, notes)
    for block, following in zip(report.blocks, (*report.blocks[1:], None), strict=True):
        if not own.start <= block.span.start <= own.end or not _is_short(block):
            continue
        line = block.span.of(report.text)
        if names := labelled_in(line):
            yield Offer(names, "printed", block.span)
        elif following is not None and _is_short(following) and is_label(line):
            said = following.span.of(report.text)
            name = signer_in(f"By {said}")
            yield Offer(names_in(said) or ((name,) if name else ()), "printed", following.span)


def _signed(report: Report, notes: Notes) -> list[Block]:
    """Return the lines that name authors, nearest to the headline first.

    One that doesn't open as bylines do counts only beside the headline; one that only its class
    calls a byline only where it is a name or opens as they do.
    """
    title = next((b.span.start for b in notes.labelled(Label.TITLE)), 0)
    end = _end(report, notes)
    kept = []
    for block in notes.labelled(Label.BYLINE, Label.NAV):
        if block.label is Label.NAV and "byline" not in block.by:
            continue
        line = block.span.of(report.text) if block.span.end - block.span.start < _LONGEST else ""
        near = abs(block.span.start - title) < _NEAR and block.span.start < end
        named = block.label is Label.BYLINE or is_person_line(line)
        if (near and named) or is_signed(line):
            kept.append(block)
    return near_first(report, notes, kept)[:_MOST_LINES]


def _end(report: Report, notes: Notes) -> int:
    """Return where the last paragraph ends."""
    body = notes.labelled(Label.BODY)
    return body[-1].span.end if body else len(report.text)


def _is_stand_in(name: str, outlet: str, lexicon: Lexicon) -> bool:
    """Whether a name tells nobody: a medium's or a login ("jdoe77")."""
    login = len(name) > _SHORTEST_LOGIN and _LOGIN.fullmatch(name) is not None
    return login or _is_medium(name, outlet, lexicon)


def _is_medium(name: str, outlet: str, lexicon: Lexicon) -> bool:
    """Whether a name is an agency's, the outlet's or another's.

    "The Associated Press" and "Reuters Staff" are, "Gear Team" is not.
    """
    plain = fold(name).removeprefix("the ")
    plain = plain.removesuffix(" staff").removesuffix(" in brief")
    if plain in lexicon.agencies or plain in lexicon.outlets or f"the {plain}" in lexicon.outlets:
        return True
    return plain == outlet.removeprefix("the ")
