"""A sentence has the same vectors alone and in any company, and a long text is read whole."""

from __future__ import annotations

import hashlib
import platform
import random

import numpy as np
import pytest

from dateline.text import encoder as encoding
from dateline.text.encoder import LONGEST, Encoder, open_encoder

SENTENCES = [
    "Rebels shelled the port of Aden on Friday.",
    "Chad recalled its envoy.",
    "The ministers of Peru and Chile met in Arica, the foreign ministry said in a statement.",
    "",
    "Police fired tear gas at the marchers.",
    "Dockers in Durban walked out.",
    "東京 ½ “…” \u200b",
]
VECTORS = "8fd2446642f26ecaf619bec337b4c1f1814c557fbc5852b1eb8261ab870d89df"


def fresh() -> Encoder:
    """Return the encoder with nothing kept."""
    encoder = open_encoder("plover")
    encoder.forget()
    return encoder


@pytest.mark.parametrize("seed", range(5))
def test_a_sentence_has_the_same_bytes_alone_and_in_any_batch(seed: int) -> None:
    alone = {text: fresh().encode([text])[0].vectors.tobytes() for text in SENTENCES}
    drawn = random.Random(seed).choices(SENTENCES, k=40)  # noqa: S311 - an order, no secret
    together = fresh().encode(drawn)
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


def test_a_text_is_encoded_once_while_it_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoding, "_KEPT", 2)
    encoder, (a, b, c) = fresh(), SENTENCES[:3]
    first = encoder.encode([a, b, a])
    assert first[0] is first[2]
    assert encoder.encode([a])[0] is first[0]  # asked for again, so b goes first
    encoder.encode([c])
    assert encoder.encode([a])[0] is first[0]
    assert encoder.encode([b])[0] is not first[1]
    assert len(encoder.encode(SENTENCES)) == len(SENTENCES)
