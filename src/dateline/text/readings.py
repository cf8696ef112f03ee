"""Read every sentence of a report by what was learned: acts at words, parties, figures.

Stages that ask again are answered from the vectors that the encoder keeps.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import repeat

from dateline.model import Report
from dateline.text.encoder import open_encoder
from dateline.text.heads import Reading, joined, open_heads
from dateline.text.sentences import flat


def readings(report: Report, weights: str | None) -> Iterator[Reading | None]:
    """Yield what was learned of each sentence of a report, in their order; without weights none."""
    if weights is None:
        yield from repeat(None, len(report.sentences))
        return
    encoder, heads = open_encoder(weights), open_heads(weights)
    texts = [flat(s.span.of(report.text)) if s.parse else "" for s in report.sentences]
    cut = [encoder.stretches(text) if text else [] for text in texts]
    encoded = iter(encoder.encode([part for parts in cut for part in parts]))
    for sentence, parts in zip(report.sentences, cut, strict=True):
        read, at = [], sentence.span.start
        for part in parts:
            starts = sentence.parse.start if sentence.parse else ()
            inside = [start - at for start in starts if at <= start < at + len(part)]
            read.append(heads.read(next(encoded), inside))
            at += len(part)
        yield joined(read) if read else None
