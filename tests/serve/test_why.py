"""How a record was found, told from the JSON alone."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from dateline.errors import ConfigError
from dateline.export.document import story_document, to_json
from dateline.serve.why import explain, open_document
from tests.export.test_document import RUN
from tests.serve import sample


def document() -> Any:
    return json.loads(to_json(story_document([sample.story()], [], run=RUN)))


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def told(kind: str, number: int = 0, report: int = 0) -> str:
    made = document()
    record = made["stories"][0]["reports"][report][kind][number]["id"]
    return flat(explain(made, record))


def told_chain(number: int) -> str:
    return flat(explain(document(), f"chains/{number}"))


def test_the_evidence_stands_in_its_context() -> None:
    assert "Delta Wire) - «At least 40 people» were killed on Monday" in told("figures")


def test_context_ends_with_its_paragraph() -> None:
    assert "Sign up" not in told("events", 1)


def test_the_rule_is_named() -> None:
    assert "found by the rule “open-shelter” of plover" in told("events", 1)


def test_attributes_are_told_with_their_words() -> None:
    text = told("figures")
    assert "hedge at least" in text
    assert "claimed by Ana Tembe (GOV, MOZ, “Ana Tembe”)" in text
    assert "when “Monday”: 2030-03-11" in text


def test_a_chain_lists_its_mentions_in_their_words() -> None:
    text = told_chain(0)
    assert "found by" in text
    assert "mentions …" in text
    assert "«Ana Tembe»" in text


def test_a_record_names_its_claim() -> None:
    assert "people killed in Beira" in told("figures")


def test_a_claim_tells_members_differences_and_origins() -> None:
    made = document()
    text = flat(explain(made, made["stories"][0]["claims"][0]["id"]))
    assert "«At least 40 people»" in text
    assert "«52 people»" in text
    assert "on number updated: at least 40 (pages/courier.txt); 52 (pages/ledger.txt)" in text
    assert "origins 1 to 2 because they credit the same agencies" in text
    assert "“Delta Wire” (pages/ledger.txt)" in text


@pytest.mark.parametrize("prefix", ["ledger", "ledger.txt", "pages/ledger.txt", "bbbb000000000002"])
def test_a_record_may_be_led_by_its_report(prefix: str) -> None:
    made = document()
    record = made["stories"][0]["reports"][1]["events"][0]["id"]
    assert "«Governor Rui Macie warned of disease»" in explain(made, f"{prefix}/{record}")


def test_a_record_that_is_not_there_is_misuse() -> None:
    with pytest.raises(ConfigError, match="no record events/1-2"):
        explain(document(), "events/1-2")


@pytest.mark.parametrize("text", ["", "not json", "[1]", '{"stories": 3}'])
def test_a_file_that_is_no_document_is_misuse(tmp_path: Path, text: str) -> None:
    file = tmp_path / "out.json"
    file.write_text(text)
    with pytest.raises(ConfigError, match=r"out\.json"):
        open_document(str(file))


def test_one_speaker_is_told_once() -> None:
    assert "speakers" not in told("statements")


def test_a_claims_id_may_be_led_by_its_kind() -> None:
    made = document()
    made["stories"][0]["claims"][0]["id"] = "0123456789abcdef"
    assert "people killed in Beira" in explain(made, "claims/0123456789abcdef")
