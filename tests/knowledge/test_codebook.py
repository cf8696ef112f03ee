"""The codebook: it opens, it is whole, and it says where it is broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.check import check_codebook
from dateline.errors import CodebookError
from dateline.knowledge.codebook import load_codebook, open_codebook
from dateline.model import Status
from tests.build import knowledge

CATEGORIES = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST"
    " SANCTION MOBILIZE COERCE ASSAULT"
)
HEAD = 'code = "AID"\nquad = 2\nscale = 10\nmeans = "Helps."\nmodes = []\n'


def folder(tmp_path: Path, rules: str) -> Path:
    """Return a folder that holds a codebook of one category with these rules."""
    (tmp_path / "aid.toml").write_text(HEAD + rules)
    return tmp_path


def test_plover_has_its_sixteen_categories() -> None:
    assert set(open_codebook().categories) == set(CATEGORIES.split())


def test_every_example_of_the_codebook_holds() -> None:
    assert list(check_codebook(knowledge())) == []


def test_the_rule_with_most_conditions_is_tried_first() -> None:
    weights = [rule.weight for rule in open_codebook().verbs["withdraw"]]
    assert weights == sorted(weights, reverse=True)
    assert len(weights) > 1


def test_a_class_stands_for_its_words(tmp_path: Path) -> None:
    (tmp_path / "classes.toml").write_text('[class]\naid = ["food", "water"]\n')
    rules = '[[rule]]\nid = "give"\nverbs = ["give"]\nobject = ["@aid", "shelter"]\n'
    (rule,) = load_codebook(folder(tmp_path, rules), "mine").verbs["give"]
    assert rule.object == {"food", "water", "shelter"}


def test_the_inner_status_is_a_status(tmp_path: Path) -> None:
    rules = '[[rule]]\nid = "ask"\nverbs = ["ask"]\ninner = "called_for"\n'
    (rule,) = load_codebook(folder(tmp_path, rules), "mine").verbs["ask"]
    assert rule.inner is Status.CALLED_FOR


@pytest.mark.parametrize(
    ("rules", "problem"),
    [
        ('[[rule]]\nid = "give"\nverb = ["give"]\n', "aid.toml:7: unknown keys verb"),
        ('[[rule]]\nid = "give"\n', "aid.toml:7: a rule needs an id, and verbs or nouns"),
        (
            '[[rule]]\nid = "give"\nverbs = ["give"]\nobject = ["@none"]\n',
            "aid.toml:7: unknown class",
        ),
        ('[[rule]]\nid = "give"\nverbs = ["give"]\nmode = "arms"\n', "aid.toml:7: mode arms"),
        ("[[rule\n", "aid.toml: "),
    ],
)
def test_a_broken_rule_is_named_with_file_and_line(
    tmp_path: Path, rules: str, problem: str
) -> None:
    with pytest.raises(CodebookError) as caught:
        load_codebook(folder(tmp_path, rules), "mine")
    assert str(caught.value).startswith(problem)
