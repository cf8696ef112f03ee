"""Text is cut as an uncased BERT cuts it, and each piece knows where it starts."""

from __future__ import annotations

import pytest

from dateline.text.wordpiece import WordPiece

VOCABULARY = [
    "[PAD]", "[UNK]", "[CLS]", "[SEP]", "id", "##lib", "'", "s", "rebel", "##s", "cafe", ".",
    "東", "京", "5", "##0",
]  # fmt: skip
CUTTER = WordPiece(VOCABULARY)


def cut(text: str) -> list[tuple[str, int]]:
    pieces = CUTTER.pieces(text, 100)
    return [(VOCABULARY[n], at) for n, at in zip(pieces.ids, pieces.starts, strict=True)][1:-1]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Idlib's", [("id", 0), ("##lib", 2), ("'", 5), ("s", 6)]),
        ("  rebels.", [("rebel", 2), ("##s", 7), (".", 8)]),
        ("Café", [("cafe", 0)]),
        ("CAFE\u0301", [("cafe", 0)]),
        ("東京", [("東", 0), ("京", 1)]),
        ("xyz 50", [("[UNK]", 0), ("5", 4), ("##0", 5)]),
        ("ca\u200bfe", [("cafe", 0)]),
        ("", []),
    ],
)
def test_pieces_and_where_they_start(text: str, pieces: list[tuple[str, int]]) -> None:
    assert cut(text) == pieces


def test_a_text_is_cut_off_at_the_longest_length_and_closed() -> None:
    pieces = CUTTER.pieces("rebels rebels rebels", 5)
    assert [VOCABULARY[n] for n in pieces.ids] == ["[CLS]", "rebel", "##s", "rebel", "[SEP]"]
    assert pieces.is_first == (False, True, False, True, False)
    assert pieces.starts == (-1, 0, 5, 7, -1)


def test_a_word_of_over_a_hundred_letters_is_unknown() -> None:
    assert cut("s" * 101) == [("[UNK]", 0)]
