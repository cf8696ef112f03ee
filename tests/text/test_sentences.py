"""Sentences: cut by our own rule, parsed one by one, with the page's offsets."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.errors import ConfigError
from dateline.model import Block, Label, Span
from dateline.text.sentences import choose_parser, cut_block, find_sentences, open_parser
from dateline.text.tree import Tree
from tests.build import read_text


def cut(text: str, label: Label = Label.BODY) -> list[str]:
    """Return the sentences of one block as strings."""
    block = Block(Span(0, len(text)), label, by="test")
    return [span.of(text) for span in cut_block(text, block)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["The talks failed.", "Nobody was surprised."],
        ["Gen. Amadou Bah met U.S. officials on Monday.", "They agreed on little."],
        ["He lives in the U.S. now.", "She left."],
        ["The talks took place in the U.S.", "The minister did not attend."],
        ['"We will stay," she said.', '"Nobody can move us."'],
        ['"Will they come?" he asked.', "Nobody knew."],
        ["It cost $3.5 million.", "Approx. 40 people paid."],
        ["The vote is on Sept. 4 in Lomé.", "It may be close!", "Will it?"],
        ["He named J. K. Oduya and No. 3 on the list."],
    ],
)
def test_a_block_is_cut_where_a_sentence_ends(sentences: list[str]) -> None:
    assert cut(" ".join(sentences)) == sentences


def test_furniture_is_not_read() -> None:
    assert cut("Sign up here. It is free.", Label.PITCH) == []


def test_a_sentence_without_end_is_cut_at_a_blank() -> None:
    pieces = cut("word " * 2_000)
    assert max(map(len, pieces)) <= 2_000
    assert " ".join(pieces).split() == ["word"] * 2_000


def test_offsets_are_those_of_the_page() -> None:
    text = "The dam broke.\n\nThe town was\nempty by noon."
    block = Block(Span(16, len(text)), Label.BODY, by="test")
    report = replace(read_text(text, upto="blocks"), blocks=(block,))
    (sentence,) = find_sentences(report, parser=choose_parser())
    tree = Tree(sentence, report.text)
    assert sentence.span == block.span
    assert tree.words[-4:] == ("empty", "by", "noon", ".")


def test_a_parse_depends_on_its_sentence_alone() -> None:
    sentence = "The army withdrew from the valley on Friday."
    alone = read_text(sentence, upto="sentences").sentences[0].parse
    company = read_text(f"{sentence} Nobody cheered.", upto="sentences").sentences[0].parse
    assert alone == company


def test_a_parser_that_is_not_there_is_named() -> None:
    with pytest.raises(ConfigError, match="no_such_parser"):
        open_parser("no_such_parser")
    with pytest.raises(ConfigError, match="is needed"):
        choose_parser(["no_such_parser"])


_FRENCH = (
    "Le ministre des Transports a annoncé mardi que le pont serait fermé pendant trois mois. "
    "Les habitants de la vallée devront emprunter la route du col, a précisé son porte-parole. "
    "Plusieurs maires ont dénoncé une décision prise sans eux et demandent une réunion d'urgence. "
    "La police a interpellé quatre personnes lors d'une manifestation devant la préfecture. "
    "Le préfet, de son côté, a promis que les travaux commenceraient avant la fin de la semaine."
)


def test_a_report_in_another_language_is_not_parsed_as_english() -> None:
    report = read_text(_FRENCH)
    assert report.metadata.language == "fr"
    assert report.blocks
    assert not report.sentences
    assert not report.events


def test_a_line_is_too_short_to_tell_its_language() -> None:
    assert read_text("Berlin, Paris, Roma: Ankara signs.", upto="sentences").sentences


def test_clauses_that_semicolons_part_are_parsed_apart() -> None:
    report = read_text(
        "Grapes\n\nThe union counted 900 marchers; the police said 300 had come.",
        upto="sentences",
    )
    tree = Tree(report.sentences[-1], report.text)
    assert len(tree.roots) == 2
    at = tree.words.index(";")
    assert all((head <= at) == (token <= at) for token, head in enumerate(tree.parse.head))
    assert [report.text[a:b] for a, b in zip(tree.parse.start, tree.parse.end, strict=True)] == [
        *tree.words
    ]


@pytest.mark.parametrize("marks", ['""', "“”", "„“", "«»", "»«"])
def test_a_semicolon_inside_a_quotation_parts_nothing(marks: str) -> None:
    said = f"{marks[0]}We picked all night; nobody slept a wink here,{marks[1]}"
    report = read_text(f"Grapes\n\n{said} the grower said.", upto="sentences")
    assert len(Tree(report.sentences[-1], report.text).roots) == 1
