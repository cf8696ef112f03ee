"""Find the lines of a page that say who wrote it: "By Jane Doe", "3 May 2020 by Jane Doe".

A name alone counts where headline and date meet, and under a label: "Author".
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from dateline.clean.about.bylines import (
    desk_in,
    is_label,
    is_signed,
    labelled_in,
    names_in,
    signer_in,
    undated,
)
from dateline.clean.about.dates import find_dates, is_date_line
from dateline.clean.about.markup import Notes
from dateline.clean.about.printed import beside_title, near_first, own_span
from dateline.clean.about.signers import Media, Offer
from dateline.clean.prose import is_person_line
from dateline.model import Block, Label, Report

_NEAR = 600
"""Characters around the headline in which a line that is a name is its byline."""
_MOST_LINES = 40
"""Lines asked for names; the nearest to the headline come first."""
_LONGEST = 300
_ABOVE, _BELOW, _SHORT = 6, 8, 120
"""Blocks around the headline, and characters of a line there, that may name the author."""
_LONGEST_WORD = 16
"""Characters of a word of a name; links that run together ("OfficePapersHome") are longer."""
_FREE = frozenset({Label.NAV, Label.KICKER, Label.DATE, Label.BYLINE})
_UNSURE = frozenset({Label.NAV, Label.LEDE, Label.BODY})
"""What a name alone is taken for on pages that mark nothing."""
# "by Jane Doe | 3 May 2020", "Posted on 3 May 2020 by jdoe", "3 May 2020 Posted by Jane Doe"
_BY_INSIDE = re.compile(r"\b(?:(?:posted|written|published) )?by (?=\S)", re.I)


def printed_names(report: Report, notes: Notes, media: Media) -> Iterator[Offer]:
    """Yield the names that the lines of the page give."""
    signed = _signed(report, notes)
    for block in signed:
        yield _offer(_names(block.span.of(report.text), media), block)
    for block in near_first(report, notes, notes.labelled(Label.CREDIT)):
        line = block.span.of(report.text)
        yield _offer(_names(line, media) if is_signed(line) else (), block)
    for block in (*beside_title(report), *_lines_near_title(report)):
        yield _offer(_names_beside_date(block.span.of(report.text), media), block)
    yield from _dated(report)
    yield from _labelled(report, notes)
    for block in signed:
        line = block.span.of(report.text)
        name = desk_in(line) or signer_in(line) or _medium_in(line, media)
        yield _offer((name,) if name else (), block)


def unsigned_names(report: Report, notes: Notes, media: Media) -> Iterator[Offer]:
    """Yield the names of far lines that don't say that somebody wrote: "Jane Doe in Beira"."""
    end = _end(report, notes)
    lines = [block for block in notes.labelled(Label.BYLINE) if block.span.start >= end]
    for block in near_first(report, notes, [*lines, *notes.labelled(Label.CREDIT)]):
        yield _offer(_names(block.span.of(report.text), media), block)


def _offer(names: tuple[str, ...], block: Block) -> Offer:
    """Return names with the line that gives them."""
    return Offer(names, "printed", block.span)


def _names(line: str, media: Media) -> tuple[str, ...]:
    """Return the names of a line that may end in their medium."""
    return names_in(media.cut_from(line)) or names_in(line)


def _medium_in(line: str, media: Media) -> str | None:
    """Return the medium that a line is, but for a date: "Associated Press 3 May 2020"."""
    name = undated(" ".join(line.split()))
    return name if media.have(name) else None


def _lines_near_title(report: Report) -> list[Block]:
    """Return the short lines around the headline."""
    first = next((i for i, b in enumerate(report.blocks) if b.label is Label.TITLE), 0)
    near = report.blocks[max(0, first - _ABOVE) : first + _BELOW]
    return [block for block in near if block.label in _FREE and _is_short(block)]


def _names_beside_date(line: str, media: Media) -> tuple[str, ...]:
    """Return the names of a line that has a date as well: "Jane Doe | 3 May", "3 May by Jane"."""
    line = " ".join(line.split())
    head, _, tail = line.partition("|")
    if tail and is_date_line(tail) and is_person_line(head):
        return names_in(head)
    dated = next(find_dates(line), None)
    if dated is None:
        return ()
    by = _BY_INSIDE.search(line)
    if by is not None and (not by.start() or is_date_line(line[: by.start()])):
        name = signer_in(line[by.start() :])
        return names_in(line[by.start() :]) or ((name,) if name else ())
    if is_signed(line):
        return _names(line, media)
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
                yield _offer(names_in(line), block)


def _is_short(block: Block) -> bool:
    """Whether a line may be date or name."""
    return block.span.end - block.span.start <= _SHORT


def _has_words(report: Report, block: Block) -> bool:
    """Whether a line is more than a mark between others."""
    return any(map(str.isalnum, block.span.of(report.text)))


def _labelled(report: Report, notes: Notes) -> Iterator[Offer]:
    """Yield the names that a label says, on its line or the next: "Written by", "Author"."""
    own = own_span(report, notes)
    for block, following in itertools.zip_longest(report.blocks, report.blocks[1:]):
        if not own.start <= block.span.start <= own.end or not _is_short(block):
            continue
        line = block.span.of(report.text)
        if names := labelled_in(line):
            yield _offer(names, block)
        elif following is not None and _is_short(following) and is_label(line):
            said = following.span.of(report.text)
            name = signer_in(f"By {said}")
            yield _offer(names_in(said) or ((name,) if name else ()), following)


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
