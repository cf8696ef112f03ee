"""Sign a report, so that copies of one text are found without reading it.

Two papers that print "Heavy rain closed the pass late on Friday, the road service said."
share its hash; two papers that quote the same words of one speaker share nothing, since what
stands between quotation marks is left out: a quotation in two papers is not a copied text.

The sketch is a bottom-k sketch (Broder 1997; Cohen and Kaplan 2007): the k smallest hashes
of a text's word shingles, whose overlap estimates that of the shingles.
"""

from __future__ import annotations

import hashlib
import heapq
import re
from collections.abc import Iterator

from dateline.knowledge.wording import words
from dateline.model import READ_LABELS, Label, Report, Signature, Span

SKETCH = 128
SHINGLE = 5
SHORT = 6
"""A sentence with fewer words of the reporter's own is left out: many texts may share it."""

# A sentence ends with its mark and closing quotation marks, before a blank and a capital,
# digit or opening mark: 'passed.” The', "ended. 12 people".
_ENDS = re.compile(r"[.!?…][\"”’')\]]{0,3}\s+(?=[\"“‘'(\[]{0,2}[A-Z\d])")
# Shortenings after which a capital opens no sentence: "Gen. Rossi", "U.S. forces", "No. 7".
_SHORTENED = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|St|Gov|Sen|Rep|No))\.$")
# A mark that nothing closes quotes to the end of the block, as marks of a quotation that runs
# over several paragraphs do.
_QUOTATION = re.compile(r"""\"[^\"]*+\"?|“[^”]*+”?|«[^»]*+»?|„[^“]*+“?""")


def find_signature(report: Report) -> Signature:
    """Return the report's signature: its sketch, its sentences' hashes, its length in words."""
    hashes: set[int] = set()
    sentences: list[tuple[int, Span]] = []
    count = 0
    for span, run in plain_sentences(report):
        count += len(words(span.of(report.text)))
        if len(run) >= SHORT:
            sentences.append((_hash(run), span))
    for shingle in shingles(report):
        hashes.add(_hash(shingle))
    return Signature(tuple(heapq.nsmallest(SKETCH, hashes)), tuple(sentences), count)


def plain_sentences(report: Report) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """Yield each sentence below the title with its folded words outside quotation marks."""
    for block in _body(report):
        kept = _QUOTATION.sub(_blanked, block.of(report.text))
        for span in cut(block, report.text):
            yield span, words(kept[span.start - block.start : span.end - block.start])


def shingles(report: Report) -> frozenset[tuple[str, ...]]:
    """Return the runs of five words that stand in one stretch outside quotation marks."""
    found: set[tuple[str, ...]] = set()
    for block in _body(report):
        for stretch in _QUOTATION.split(block.of(report.text)):
            run = words(stretch)
            found.update(run[i : i + SHINGLE] for i in range(len(run) - SHINGLE + 1))
    return frozenset(found)


def quoted(block: Span, text: str) -> list[bool]:
    """Return for each character of a block whether it stands between quotation marks."""
    inside = [False] * (block.end - block.start)
    for quotation in _QUOTATION.finditer(block.of(text)):
        inside[slice(*quotation.span())] = [True] * len(quotation[0])
    return inside


def cut(block: Span, text: str) -> Iterator[Span]:
    """Yield the sentences of a block, found by their marks alone."""
    start = block.start
    for match in _ENDS.finditer(text, block.start, block.end):
        mark = text[start : match.start() + 1]
        if _SHORTENED.search(mark):
            continue
        yield Span(start, match.start() + len(match[0].rstrip()))
        start = match.end()
    if start < block.end:
        yield Span(start, block.end)


def _blanked(quotation: re.Match[str]) -> str:
    """Return a blank for each character of a quotation."""
    return " " * len(quotation[0])


def _body(report: Report) -> Iterator[Span]:
    # The title is left out: an editor rewrites it over a copied text.
    for block in report.blocks:
        if block.label in READ_LABELS and block.label is not Label.TITLE:
            yield block.span


def _hash(run: tuple[str, ...]) -> int:
    digest = hashlib.blake2b(" ".join(run).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big")
