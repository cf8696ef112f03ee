"""Read every sentence of a report by what was learned: acts at words, parties, figures.

Stages that ask again about the same sentences are answered from what was read before.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import repeat

import numpy as np

from dateline.model import Report, Sentence, Span
from dateline.text.encoder import open_encoder
from dateline.text.heads import Reading, joined, open_heads, packed
from dateline.text.sentences import flat


def readings(report: Report, weights: str | None) -> tuple[Reading | None, ...]:
    """Return what was learned of each sentence of a report, in their order; without weights none.

    The last report's are kept.
    """
    if weights is None:
        return tuple(repeat(None, len(report.sentences)))
    return _readings(report.sentences, report.text, weights)


def meaning(report: Report, span: Span, read: tuple[Reading | None, ...]) -> bytes:
    """Return which acts the words of a span tell, as one vector; empty where nothing is known.

    Each word counts as far as it is likely to name an act.
    """
    inside = [
        (1 - reading.category[token, 0]) * reading.identity[token]
        for sentence, reading in zip(report.sentences, read, strict=True)
        if reading is not None and sentence.parse is not None and sentence.span.meets(span)
        for token, start in enumerate(sentence.parse.start)
        if span.start <= start < span.end
    ]
    return packed(np.sum(inside, axis=0)) if inside else b""


@lru_cache(maxsize=1)
def _readings(
    sentences: tuple[Sentence, ...], text: str, weights: str
) -> tuple[Reading | None, ...]:
    encoder, heads = open_encoder(weights), open_heads(weights)
    texts = [flat(s.span.of(text)) if s.parse else "" for s in sentences]
    cut = [encoder.stretches(text) if text else [] for text in texts]
    encoded = iter(encoder.encode([part for parts in cut for part in parts]))

    def read() -> Iterator[Reading | None]:
        for sentence, parts in zip(sentences, cut, strict=True):
            found, at = [], sentence.span.start
            for part in parts:
                starts = sentence.parse.start if sentence.parse else ()
                inside = [start - at for start in starts if at <= start < at + len(part)]
                found.append(heads.read(next(encoded), inside))
                at += len(part)
            yield joined(found) if found else None

    return tuple(read())
