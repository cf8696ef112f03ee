"""How rare a word is in English at large."""

from __future__ import annotations

from dateline.knowledge.rarity import rarity


def test_a_rare_word_is_rarer_than_a_common_one() -> None:
    assert rarity("the") < rarity("river") < rarity("sluice") <= rarity("orlan") == 1.0
