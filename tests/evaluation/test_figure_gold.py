"""How figures of marked sentences are scored."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from dateline.model import Actor, Figure, Report, Span, Status
from evaluation.figure_gold import count_sentence, same_name, score_figure_gold
from evaluation.measure import Tally
from evaluation.reading import plain_report

TEXT = "At least 47 guards were killed, the army said."
GOLD: dict[str, Any] = {
    "id": "x1",
    "held": False,
    "text": TEXT,
    "figures": [
        {
            "words": "At least 47", "start": 0, "end": 11, "low": 47, "high": None,
            "measure": "killed", "unit": "person", "head": "guards", "hedge": "at_least",
            "status": "happened", "claimant": "army",
        }
    ],
}  # fmt: skip


def _report() -> Report:
    """Return a report that holds exactly what is marked."""
    army = Actor("army", Span(36, 40))
    figure = Figure(
        Span(0, 18), 47, None, "person", "guards", "guards", "killed", "at_least",
        Status.HAPPENED, "figures/noun", army,
    )  # fmt: skip
    return replace(plain_report(TEXT), figures=(figure,))


def test_gold_against_gold_is_one() -> None:
    tally = Tally()
    count_sentence(tally, GOLD, _report(), "")
    assert {name: hits for name, hits in tally.hits.items() if hits != [True]} == {}
    assert set(tally.hits) == {
        "found", "low_high", "measure", "hedge", "status", "claimant", "right",
    }  # fmt: skip


def test_what_is_wrong_is_told_and_what_is_extra_counts() -> None:
    tally = Tally()
    wrong = {**GOLD, "figures": [{**GOLD["figures"][0], "status": "possible"}]}
    count_sentence(tally, wrong, _report(), "")
    count_sentence(tally, {**GOLD, "figures": []}, _report(), "")
    assert tally.hits["status"] == [False]
    assert tally.hits["right"] == [True, False]


def test_what_is_held_is_measured_and_not_told(tmp_path: Path) -> None:
    rows = [{**GOLD, "figures": [{**GOLD["figures"][0], "low": 3}], "held": True}]
    path = tmp_path / "sentences.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    measures, misses = score_figure_gold("figures", tmp_path)
    found = {measure.name: measure.value for measure in measures}
    assert found["held_found"] == 1.0
    assert found["held_low_high"] == 0.0
    assert misses == []


def test_names_are_one_without_articles_and_accents() -> None:
    assert same_name("the Medecins", "Médecins")
    assert same_name("army", "Chadian army")
    assert not same_name("army", "police")
    assert same_name(None, None)
    assert not same_name("army", None)
