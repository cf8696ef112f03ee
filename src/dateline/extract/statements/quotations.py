"""Find pairs of quotation marks: straight, curly, single, guillemets, low-high.

'"We will stay," he said, "until the rains come."' holds two. A quotation that runs over
paragraphs opens again in each and closes once: it is one pair in each paragraph, and all but
the first go `on`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model import READ_LABELS, Block, Report, Span

# Some wires print two apostrophes, or two grave accents, for a double mark.
# Of three that close, the first is a single one: "''They say 'no'''".
_MARK = re.compile(r"[\"“”„«»‘’]|(?<=\S)'(?=''(?!'))|''?|``")
_CLOSERS = {
    "“": ("”", '"', "''"),
    "„": ("“", "”", '"'),
    '"': ('"', "”"),
    "«": ("»",),
    "»": ("«",),
    "‘": ("’", "'"),
    "'": ("'", "’"),
    "''": ("''",),
    "``": ("''", '"'),
}
_SINGLE = frozenset("‘'")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One pair of quotation marks."""

    span: Span
    """Marks included."""
    words: Span
    """The characters inside."""
    on: bool = False
    """Whether it goes on with a quotation that the paragraph before left open."""
    open: bool = False
    """Whether it is left open at the paragraph's end."""


def find_quotations(report: Report) -> dict[Block, tuple[Quotation, ...]]:
    """Return the outermost quotations of each read block, in order."""
    found: dict[Block, tuple[Quotation, ...]] = {}
    opened: str | None = None
    for block in report.blocks:
        if block.label not in READ_LABELS:
            continue
        quotations = tuple(_pairs(report.text, block.span, opened))
        found[block] = quotations
        last = quotations[-1] if quotations else None
        opened = _sign(report.text, last) if last is not None and last.open else None
    return found


def _sign(text: str, quotation: Quotation) -> str:
    """Return the mark that opens a quotation."""
    return text[quotation.span.start : quotation.words.start]


@dataclass(frozen=True, slots=True)
class _Mark:
    """One mark, and what the characters around it let it do."""

    span: Span
    sign: str
    opens: bool
    closes: bool


def _marks(text: str, block: Span) -> list[_Mark]:
    """Return the marks of a block, without the apostrophes inside words."""
    found = []
    for match in _MARK.finditer(text, block.start, block.end):
        before = text[match.start() - 1] if match.start() > block.start else " "
        after = text[match.end()] if match.end() < block.end else " "
        opens = _opens(match[0], before, after)
        # 'say, 'Well done,' " she said': a blank may keep two marks that close apart.
        apart = after.isspace() and text[match.start() - 2 : match.start()] in {"' ", "’ "}
        closes = apart or _closes(match[0], before, after)
        if opens or closes:
            found.append(_Mark(Span(match.start(), match.end()), match[0], opens, closes))
    return found


def _pairs(text: str, block: Span, opened: str | None) -> Iterator[Quotation]:
    """Yield the quotations of one block; `opened` is the mark that the block before left open."""
    marks = _marks(text, block)
    closing = [mark.span.start for mark in marks if mark.closes and mark.sign in {"'", "’"}]
    start: _Mark | None = None
    for mark in marks:
        if start is None:
            # A single mark that nothing closes is an apostrophe ("'Tis"); any other may stay open.
            if mark.opens and (mark.sign not in _SINGLE or closing[-1:] > [mark.span.start]):
                start = mark
        elif mark.closes and mark.sign in _CLOSERS[start.sign]:
            if start.sign not in _SINGLE or not _is_genitive(text, mark, closing):
                yield from _made(text, start, mark, on=_goes_on(start, block, opened))
                start = None
        elif mark.opens and mark.sign == start.sign and mark.sign not in _SINGLE:
            start = mark  # the one before was never closed
    if start is None or start.sign in _SINGLE:
        return
    left = Span(start.span.start, block.end)
    if len(left.of(text).split()) > 2:
        on = _goes_on(start, block, opened)
        yield Quotation(left, Span(start.span.end, block.end), on=on, open=True)


def _goes_on(start: _Mark, block: Span, opened: str | None) -> bool:
    """Whether a quotation opens a paragraph after one that was left open."""
    return opened == start.sign and start.span.start == block.start


def _made(text: str, start: _Mark, end: _Mark, *, on: bool) -> Iterator[Quotation]:
    """Yield the quotation between two marks, unless there is nothing in it ("rock 'n' roll")."""
    words = Span(start.span.end, end.span.start)
    words = _inside(text, words) if start.sign in "«»" else words
    if len(words.of(text).strip()) > (1 if start.sign in _SINGLE else 0):
        yield Quotation(Span(start.span.start, end.span.end), words, on=on)


def _inside(text: str, span: Span) -> Span:
    """Return a span without the white space at its ends."""
    inside = span.of(text)
    start = span.start + len(inside) - len(inside.lstrip())
    return Span(start, max(start, span.end - len(inside) + len(inside.rstrip())))


def _opens(sign: str, before: str, after: str) -> bool:
    """Whether a mark between two characters can open: space or a bracket before, none after."""
    if sign == "«":
        return True  # French printers set a blank inside: "« We will stay »"
    if sign not in _CLOSERS or after.isspace():
        return False
    if sign == "»":  # Germans and their neighbours turn them round: "»We will stay«"
        return (before.isspace() or before in "([") and (after.isalnum() or after in "“‘'")
    if sign in "“„":
        return True
    if not (before.isspace() or before in "([{—–―-/:;,…"):
        return False
    # "the '90s" opens nothing.
    return sign not in _SINGLE or after.isalpha() or after in "[$£€("


def _closes(sign: str, before: str, after: str) -> bool:
    """Whether a mark between two characters can close: something before it, no letter after."""
    if sign == "»":
        return True
    if sign == "«" and (before.isspace() or after.isalnum()):
        return False
    return not before.isspace() and (sign == "”" or not after.isalnum())


def _is_genitive(text: str, mark: _Mark, closing: list[int]) -> bool:
    """Whether a mark is the apostrophe of "the miners' strike": a later one closes the words."""
    at = mark.span.start
    if text[at - 1] != "s" or text[at + 1 : at + 2] != " ":
        return False
    later = bisect_right(closing, at)
    between = text[at + 1 : closing[later]] if later < len(closing) else " '"
    return not any(sign in between for sign in (" '", "‘", ". "))
