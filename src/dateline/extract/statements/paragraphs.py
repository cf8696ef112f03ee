"""Cut a report into paragraphs: each read block with its sentences, quotations and sayings.

A page may be one line of 200,000 characters, so that everything is looked up by bisection.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property

from dateline.extract.statements.quotations import Quotation, find_quotations
from dateline.extract.statements.sayings import Saying, find_sayings
from dateline.knowledge.cues import Cues
from dateline.model import READ_LABELS, Block, Report, Span
from dateline.text.tree import Tree


class Paragraph:
    """One read block: its sentences' trees, its quotations and the sayings outside of them."""

    def __init__(
        self, text: str, block: Block, trees: tuple[Tree, ...], quotations: tuple[Quotation, ...]
    ) -> None:
        self.text, self.block = text, block
        self.trees, self.quotations = trees, quotations
        self.sayings: tuple[Saying, ...] = ()
        self._sentences = [tree.sentence.span for tree in trees]
        self._quoted = [quotation.span.start for quotation in quotations]

    def hear(self, cues: Cues) -> Paragraph:
        """Return the paragraph with the sayings that stand outside its quotation marks."""
        found = (saying for tree in self.trees for saying in find_sayings(tree, cues))
        self.sayings = tuple(s for s in found if not self.quoted(s.cue.start))
        return self

    @cached_property
    def _heard(self) -> list[int]:
        return [saying.cue.start for saying in self.sayings]

    def quoted(self, offset: int) -> bool:
        """Whether the character at `offset` stands inside quotation marks."""
        before = bisect_right(self._quoted, offset) - 1
        return before >= 0 and offset < self.quotations[before].span.end

    def tree_at(self, offset: int) -> Tree | None:
        """Return the sentence that holds the character at `offset`."""
        at = bisect_right(self._sentences, offset, key=lambda span: span.start) - 1
        return self.trees[at] if at >= 0 and offset < self._sentences[at].end else None

    def tree_before(self, offset: int) -> Tree | None:
        """Return the last sentence that ends at or before `offset`."""
        at = bisect_right(self._sentences, offset, key=lambda span: span.end) - 1
        return self.trees[at] if at >= 0 else None

    def sentences(self, span: Span) -> Span:
        """Return the whole sentences that a span touches."""
        first = bisect_right(self._sentences, span.start, key=lambda sentence: sentence.end)
        last = bisect_left(self._sentences, span.end, key=lambda sentence: sentence.start) - 1
        if not 0 <= first <= last:
            return span
        start, end = self._sentences[first].start, self._sentences[last].end
        return Span(min(span.start, start), max(span.end, end))

    def quotations_in(self, span: Span) -> tuple[Quotation, ...]:
        """Return the quotations that share characters with a span."""
        first = max(0, bisect_right(self._quoted, span.start) - 1)
        last = bisect_left(self._quoted, span.end)
        return tuple(q for q in self.quotations[first:last] if q.span.end > span.start)

    def before(self, quotation: Quotation) -> Quotation | None:
        """Return the quotation before this one."""
        at = bisect_left(self._quoted, quotation.span.start) - 1
        return self.quotations[at] if at >= 0 else None

    def sayings_in(self, span: Span) -> tuple[Saying, ...]:
        """Return the sayings whose cue starts inside a span, in order."""
        return self.sayings[
            bisect_left(self._heard, span.start) : bisect_left(self._heard, span.end)
        ]


def find_paragraphs(report: Report, cues: Cues) -> Iterator[Paragraph]:
    """Yield the read blocks as paragraphs, in order."""
    trees = [Tree(s, report.text) for s in report.sentences if s.parse is not None]
    quotations = find_quotations(report)
    for block in report.blocks:
        if block.label not in READ_LABELS:
            continue
        first = bisect_left(trees, block.span.start, key=lambda tree: tree.sentence.span.start)
        last = bisect_left(trees, block.span.end, key=lambda tree: tree.sentence.span.start)
        inside = tuple(trees[first:last])
        yield Paragraph(report.text, block, inside, quotations[block]).hear(cues)
