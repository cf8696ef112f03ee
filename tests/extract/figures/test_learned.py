"""What was learned of a figure is weighed against what the rules say of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest

from dateline.desk import knowledge
from dateline.extract.figures.learned import number_word, weighed
from dateline.model import Figure, Report, Span, Status
from dateline.pipeline import plan, run
from dateline.text.heads import Labels, Reading
from dateline.text.tree import Tree
from tests.build import page, read_text
from training.figure_marks import read_figures

LABELS = Labels((), (), tuple(Status), (), ("killed", "arrested", "other", "money"))
Said = Mapping[str, tuple[str, Status]]
"""What the network is all but sure of, by the word that it is asked of."""


def reading(tree: Tree, said: Said, sure: float = 0.97) -> Reading:
    """Return a reading that is as sure of what is said, and of "other, happened" elsewhere."""
    measures = np.full((len(tree), 4), 0.01, np.float32)
    standing = np.full((len(tree), len(Status)), 0.005, np.float32)
    for token, word in enumerate(tree.words):
        measure, status = said.get(word, ("other", Status.HAPPENED))
        measures[token, LABELS.measures.index(measure)] = sure
        standing[token, LABELS.statuses.index(status)] = sure
    bare = np.zeros((len(tree), 0), np.float32)
    return Reading(LABELS, bare, bare, bare, bare, bare, bare, measures, standing, bare,
                   np.zeros((2, len(tree), 1), np.float32))  # fmt: skip


def ruled(text: str) -> tuple[Report, list[Figure]]:
    """Return a text with the figures that the rules find alone."""
    stages = plan(replace(knowledge(), weights=None))
    report = run(Report(page(text)), stages[: 1 + [s.gives for s in stages].index("figures")])
    return report, list(report.figures)


def learned(text: str, said: Said, sure: float = 0.97) -> list[Figure]:
    """Return the figures of a sentence where the network says this."""
    report, figures = ruled(text)
    tree = Tree(report.sentences[0], report.text)
    return [weighed(tree, one, report.numbers, reading(tree, said, sure)) for one in figures]


def test_the_network_tells_what_the_rules_have_no_word_for() -> None:
    text = "Eleven miners met their maker."
    (found,) = learned(text, {"Eleven": ("killed", Status.HAPPENED)})
    assert (found.measure, found.by) == ("killed", "figures/noun+encoder")


def test_the_rules_stand_where_the_network_is_in_doubt() -> None:
    text = "Eleven miners met their maker."
    assert learned(text, {"Eleven": ("killed", Status.HAPPENED)}, sure=0.03) == ruled(text)[1]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The storm took 300 tonnes of grain.", "300"),
        ("The storm took 12 cows.", "12"),
        ("Police freed 12 hostages.", "12"),
        ("None of the 12 guards was hurt.", "12"),
    ],
)
def test_a_measure_of_people_is_kept_to_people_that_no_word_clears(text: str, word: str) -> None:
    assert learned(text, {word: ("killed", Status.HAPPENED)}) == ruled(text)[1]


def test_a_count_is_no_sum_of_money_and_a_sum_no_count() -> None:
    text = "Eleven miners met the $40 million man."
    said = {"Eleven": ("money", Status.HAPPENED), "$": ("killed", Status.HAPPENED)}
    assert [figure.measure for figure in learned(text, said)] == ["other", "money"]


def test_what_the_rules_take_for_unreal_is_never_told_as_real() -> None:
    text = "Up to 40 miners may be killed."
    (found,) = learned(text, {"40": ("killed", Status.HAPPENED)})
    assert found.status is Status.POSSIBLE


def test_what_the_rules_take_for_real_may_be_planned() -> None:
    text = "Eleven miners are in the works."
    (found,) = learned(text, {"Eleven": ("other", Status.PLANNED)})
    assert found.status is Status.PLANNED


@pytest.mark.parametrize(
    ("number", "word"),
    [
        ("at least 47", "47"),
        ("more than $27m", "$27m"),
        ("Forty-one", "Forty-one"),
        ("no one", "one"),
        ("a dozen", "dozen"),
    ],
)
def test_the_network_is_asked_of_one_word(number: str, word: str) -> None:
    text = f"It is {number} of them."
    span = Span(6, 6 + len(number))
    assert text[number_word(text, span) :].startswith(word)


def test_marked_sentences_are_read_at_the_word_that_was_taught() -> None:
    asked = met = 0
    for sentence in list(read_figures())[::16]:
        report = read_text(sentence.text, upto="numbers")
        for figure in sentence.figures:
            span = Span(figure.start, figure.end)
            for number in report.numbers:
                if number.span.meets(span):
                    asked += 1
                    met += number_word(report.text, number.span) == number_word(report.text, span)
    assert asked > 150
    assert met / asked > 0.97
