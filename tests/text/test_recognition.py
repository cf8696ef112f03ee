"""Names are recognised by what was learned, of one kind throughout a report."""

from __future__ import annotations

import numpy as np
import pytest

from dateline.desk import knowledge
from dateline.model import Kind
from dateline.text.recognition import LABELS, _segmented, with_recognised
from evaluation.reading import plain_report, read_upto


def kinds(text: str) -> dict[str, Kind]:
    report = read_upto(plain_report(text), "names")
    return {name.span.of(report.text): name.kind for name in report.names}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Zelmora must pay the farmers 40 million euros, a court ruled on Friday.", "Zelmora"),
        ("Zelmora denied it. Farmers had accused Zelmora of poisoning their wells.", "Zelmora"),
        ("The strike at Vantor Lagos ended when Vantor Lagos offered more pay.", "Vantor Lagos"),
    ],
)
def test_a_body_that_no_list_knows_is_one(text: str, name: str) -> None:
    assert kinds(text)[name] is Kind.ORGANISATION


def test_a_person_that_no_list_knows_is_one() -> None:
    found = kinds("The coach, Nuno Falcete, was dismissed. Falcete said he had been told by text.")
    assert found["Nuno Falcete"] is Kind.PERSON
    assert found["Falcete"] is Kind.PERSON


def test_a_name_that_is_surely_a_persons_once_is_his_elsewhere() -> None:
    found = kinds("Villagers praised Ardo Stone. On Friday Stone said he was tired.")
    assert found == {"Ardo Stone": Kind.PERSON, "Stone": Kind.PERSON}


def test_times_and_numbers_stay_the_parsers() -> None:
    report = read_upto(plain_report("Zelmora paid 40 million euros on Friday."), "sentences")
    (tree,) = with_recognised(report, knowledge().lexicon, "plover")
    (parsed,) = [sentence.parse for sentence in report.sentences]
    assert parsed is not None
    apart = {entity for entity in parsed.entities if entity[2] in {"DATE", "CARDINAL", "MONEY"}}
    assert len(apart) > 1
    assert set(tree.parse.entities) == {(0, 1, "ORG"), *apart}


def test_without_weights_names_are_the_parsers() -> None:
    report = read_upto(plain_report("Zelmora paid Ana Ruiz on Friday."), "sentences")
    (tree,) = with_recognised(report, knowledge().lexicon, None)
    assert tree.parse == report.sentences[0].parse


def test_a_run_is_cut_where_two_names_are_much_likelier() -> None:
    person, place = 1, 3
    likely = np.full((3, len(LABELS)), np.log(0.01), np.float32)
    likely[[0, 1], person] = likely[2, place] = np.log(0.95)
    assert _segmented(likely, 0, 3) == [(0, 2), (2, 3)]
    likely[2, person], likely[2, place] = np.log(0.3), np.log(0.6)
    assert _segmented(likely, 0, 3) == [(0, 3)]
