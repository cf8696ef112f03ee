"""What the heads say of words, on matrices small enough to reckon by hand."""

from __future__ import annotations

import numpy as np
import pytest

from dateline.model import Status
from dateline.text.encoder import Encoded
from dateline.text.heads import Floats, Heads, Labels, Reading, joined
from dateline.text.wordpiece import Pieces

LABELS = Labels(
    ("AID", "ASSAULT"),
    ("ASSAULT/aerial", "ASSAULT/drone"),
    tuple(Status)[:2],
    ("military",),
    ("killed", "other"),
)
WIDTH = 2


def heads() -> Heads:
    shapes = {"category": 3, "mode": 2, "status": 2, "measure": 2, "standing": 2, "identity": 4}
    weights: dict[str, Floats] = {
        f"{name}.weight": np.zeros((n, 2 * WIDTH), np.float32) for name, n in shapes.items()
    }
    weights |= {f"{name}.bias": np.zeros(n, np.float32) for name, n in shapes.items()}
    weights["contexts.weight"] = np.zeros((1, WIDTH), np.float32)
    weights["contexts.bias"] = np.zeros(1, np.float32)
    for name in ("act", "party"):
        weights[f"{name}.weight"] = np.tile(np.eye(WIDTH, dtype=np.float32), (4, 1))
        weights[f"{name}.bias"] = np.zeros(4 * WIDTH, np.float32)
    weights["counted.weight"] = np.tile(np.eye(WIDTH, dtype=np.float32), (1, 3))
    weights["counted.bias"] = np.zeros(WIDTH, np.float32)
    weights["identity.weight"][0, 0] = 3.0
    weights["identity.weight"][1, 1] = 3.0
    weights["role_bias"] = np.full(4, -2.0, np.float32)
    weights["category.weight"][2, 0] = 4.0  # the first number of a word tells of an assault
    weights["mode.weight"][1, 0] = 4.0
    return Heads(LABELS, weights)


def read(*vectors: tuple[float, float]) -> Reading:
    starts = tuple(range(0, 10 * len(vectors), 10))
    pieces = Pieces(
        (0,) * (len(vectors) + 2), (-1, *starts, -1), (False, *[True] * len(vectors), False)
    )
    told = np.array([(0, 0), *vectors, (0, 0)], np.float32)
    return heads().read(Encoded(pieces, told), starts)


def test_a_word_has_its_likeliest_category() -> None:
    said = read((3, 0), (0, 0))
    assert said.code(0) == "ASSAULT"
    assert said.act(0) > 0.99
    assert round(said.act(1), 3) == 0.667
    assert said.likely(0, "ASSAULT") > 0.99
    assert said.category.sum(1) == pytest.approx([1, 1])


def test_a_mode_is_told_where_it_is_likely_enough() -> None:
    said = read((3, 0), (0, 0))
    assert said.mode_of(0, "ASSAULT") == "drone"
    assert said.mode_of(1, "ASSAULT", least=0.6) is None
    assert said.mode_of(0, "AID") is None


def test_a_party_is_one_whose_vector_fits_the_act() -> None:
    said = read((3, 0), (0, 3), (3, 0))
    assert said.parties(0, "actor") == (0, 2)
    assert said.parties(1, "recipient") == (1,)


def test_what_a_word_names_has_length_one_and_a_number_has_two_shares() -> None:
    said = read((3, 0), (0, 3))
    assert np.linalg.norm(said.identity, axis=1) == pytest.approx([1, 1])
    assert said.identity[0, 0] == pytest.approx(1)
    assert said.counted[0].tolist() == [[3.75, 0.75], [0.75, 3.75]]
    assert said.counted[1].tolist() == [[3, 0], [0, 3]]


def test_a_token_inside_a_word_and_past_the_end_takes_the_piece_that_is_there() -> None:
    pieces = Pieces((0, 0, 0, 0), (-1, 0, 6, -1), (False, True, True, False))
    told = np.array([(0, 0), (3, 0), (0, 0), (0, 0)], np.float32)
    said = heads().read(Encoded(pieces, told), [0, 3, 6, 50])
    assert [said.act(token) > 0.9 for token in range(4)] == [True, True, False, False]


def test_the_stretches_of_a_long_sentence_are_read_as_one_and_share_no_parties() -> None:
    whole = joined([read((3, 0), (0, 3)), read((3, 0))])
    assert [whole.act(token) > 0.9 for token in range(3)] == [True, False, True]
    assert whole.parties(0, "actor") == (0,)
    assert whole.parties(2, "actor") == (2,)
