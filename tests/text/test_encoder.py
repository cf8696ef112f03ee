"""A sentence has the same vectors alone and in any company, and a long text is read whole."""

from __future__ import annotations

import hashlib
import platform
import random

import numpy as np
import pytest

from dateline.text.encoder import LONGEST, open_encoder

SENTENCES = [
    "Rebels shelled the port of Aden on Friday.",
    "Chad recalled its envoy.",
    "The ministers of Peru and Chile met in Arica, the foreign ministry said in a statement.",
    "",
    "Police fired tear gas at the marchers.",
    "Dockers in Durban walked out.",
    "東京 ½ “…” \u200b",
]
VECTORS = "3ad8c86469e7c1024ee2f29953205100cfd17a42532f380faf15375d6261df09"


@pytest.mark.parametrize("seed", range(5))
def test_a_sentence_has_the_same_bytes_alone_and_in_any_batch(seed: int) -> None:
    encoder = open_encoder("plover")
    alone = {text: encoder.encode([text])[0].vectors.tobytes() for text in SENTENCES}
    drawn = random.Random(seed).choices(SENTENCES, k=40)  # noqa: S311 - an order, no secret
    together = encoder.encode(drawn)
    assert all(e.vectors.tobytes() == alone[t] for t, e in zip(drawn, together, strict=True))


@pytest.mark.skipif(platform.machine() not in {"x86_64", "AMD64"}, reason="x86's own products")
def test_the_bytes_are_those_of_every_other_processor() -> None:
    """The digest is one on processors with and without VNNI (0014)."""
    kept = [SENTENCES[0], SENTENCES[4], SENTENCES[2]]
    digest = hashlib.sha256()
    for encoded in open_encoder("plover").encode(kept):
        digest.update(encoded.vectors.tobytes())
    assert digest.hexdigest() == VECTORS, "new weights have a digest of their own: set it here"


def test_there_is_a_vector_for_each_piece() -> None:
    (encoded,) = open_encoder("plover").encode(["Chad recalled its envoy."])
    assert encoded.vectors.shape == (len(encoded.pieces.ids), 384)
    assert encoded.vectors.dtype == np.float32


def test_a_long_text_is_cut_into_parts_that_are_read_whole() -> None:
    encoder = open_encoder("plover")
    text = "The wells of the valley are dry again. " * 60
    parts = encoder.stretches(text)
    assert "".join(parts) == text
    assert len(parts) > 1
    assert all(len(e.pieces.ids) <= LONGEST for e in encoder.encode(parts))
    assert all(part.lstrip().startswith("The wells") for part in parts)
