"""Sum up a text in one row of numbers, and say how much of a score each word brought.

The row of "Dockers walked out on Monday" is the mean over its words, the mean over those that
are likely to name acts, and the largest of each number. All three are sums over words, so that
what a linear head makes of the row can be shared out among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from dateline.text.encoder import open_encoder
from dateline.text.heads import Floats, Reading, open_heads
from dateline.text.sentences import flat

_TOKEN = re.compile(r"\w+|[^\w\s]")
_NO_ACT = 0.1
"""What is added to the acts of a text, so that one without any has a row near nothing."""
_TOGETHER = 256


def gists(texts: Sequence[str], weights: str) -> Floats:
    """Return a row (3 · 384 numbers) for each text, however long it is."""
    return np.array([gist_of(read) for read in read_texts(texts, weights)], np.float32)


def read_texts(texts: Sequence[str], weights: str) -> Iterator[list[Reading]]:
    """Yield what was learned of each text, a reading for each stretch of it."""
    encoder, heads = open_encoder(weights), open_heads(weights)
    for at in range(0, len(texts), _TOGETHER):
        cut = [encoder.stretches(flat(text)) for text in texts[at : at + _TOGETHER]]
        encoded = iter(encoder.encode([stretch for stretches in cut for stretch in stretches]))
        for stretches in cut:
            yield [heads.read(next(encoded), _starts(stretch)) for stretch in stretches]


def gist_of(readings: Iterable[Reading]) -> Floats:
    """Return the row of a text that was read in one or several stretches."""
    read = list(readings)
    words = np.concatenate([reading.vectors for reading in read])
    acts = np.concatenate([1 - reading.category[:, 0] for reading in read])
    row: Floats = np.concatenate(
        [words.mean(0), acts @ words / (acts.sum() + _NO_ACT), words.max(0)], dtype=np.float32
    )
    return row


def shares(reading: Reading, head: Floats, centre: Floats) -> Floats:
    """Return how much each token of a sentence adds to what a head makes of its row.

    `head` holds a weight for each number of the row, `centre` the row of no account.
    """
    words, acts = reading.vectors, 1 - reading.category[:, 0]
    (mean, act, most), (at_mean, at_act, at_most) = np.split(head, 3), np.split(centre, 3)
    found = (words - at_mean) @ mean / len(words)
    found += acts / (acts.sum() + _NO_ACT) * ((words - at_act) @ act)
    largest = words.argmax(0)
    np.add.at(found, largest, (words.max(0) - at_most) * most)
    told: Floats = found.astype(np.float32)
    return told


def _starts(text: str) -> list[int]:
    """Return where the words and marks of a text start; the text's start where it has none."""
    return [match.start() for match in _TOKEN.finditer(text)] or [0]
