"""How quantities are scored."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from evaluation import quantities
from evaluation.quantities import Quantity, find_quantities, gold_quantity, score_quantities

ROWS: list[dict[str, Any]] = [
    {
        "text": "The wall is 12 feet long and cost $40 million.",
        "quantities": [
            {"value": "12", "normalized_unit": "foot"},
            {"value": "40000000", "normalized_unit": "dollar"},
        ],
    },
    {"text": "Nobody came.", "quantities": []},
]


def _folder(folder: Path, rows: list[dict[str, Any]]) -> Path:
    """Write one set of sentences under the four names and return their folder."""
    for model in quantities.MODELS:
        (folder / f"{model}-model.json").write_text(json.dumps(rows), "utf-8")
    return folder


def test_gold_against_gold_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gold = {row["text"]: row["quantities"] for row in ROWS}
    monkeypatch.setattr(
        quantities, "find_quantities", lambda text: [gold_quantity(one) for one in gold[text]]
    )
    measures, misses = score_quantities("q", _folder(tmp_path, ROWS))
    assert {measure.value for measure in measures} == {1.0}
    assert {measure.count for measure in measures} == {2}
    assert misses == []


def test_a_wrong_unit_has_the_right_value(tmp_path: Path) -> None:
    rows = [{**ROWS[0], "quantities": [{"value": "12", "normalized_unit": "mile"}]}]
    measures, misses = score_quantities("q", _folder(tmp_path, rows))
    found = {measure.name: measure.value for measure in measures}
    assert found["age_value_f1"] == pytest.approx(2 / 3)
    assert found["age_value_unit_f1"] == 0
    assert "for mile" in misses[0]


def test_a_range_and_a_sign_are_read_from_gold() -> None:
    assert gold_quantity({"value": "40-50", "normalized_unit": "Year"}) == Quantity(40, 50, "year")
    assert gold_quantity({"value": "-5", "normalized_unit": "-"}) == Quantity(-5, -5, "-")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ferry sank after three hours.", [Quantity(3, 3, "hour")]),
        ("Dozens of homes fell.", [Quantity(12, 12, "home")]),
        ("It signed two large contracts.", [Quantity(2, 2, "large contract")]),
        ("It cost 40 to 50 euros.", [Quantity(40, 50, "euro")]),
        ("It was the third time.", []),
    ],
)
def test_quantities_are_numbers_and_lengths_with_their_units(
    text: str, found: list[Quantity]
) -> None:
    assert find_quantities(text) == found
