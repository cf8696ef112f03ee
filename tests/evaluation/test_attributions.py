"""How attributions are scored, on an invented article."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path

import pytest

from dateline.model import Span
from evaluation.attributed import Attribution, attributions_of, read_attributions
from evaluation.attributions import (
    Article,
    measure_articles,
    pieces,
    read_articles,
    score_attributions,
)
from evaluation.reading import plain_report, read_upto
from tests.build import marked

TEXT = (
    'Ferry late\nLuis Prado, a baker, said that the ferry "is late" again.\n'
    '"We stay," said Ana Ruiz. "It rains."\n'
)


def spans(*words: str) -> tuple[Span, ...]:
    """Return where the words stand in the text."""
    return tuple(Span(at, at + len(word)) for word in words for at in [TEXT.index(word)])


GOLD = [
    Attribution(
        spans("Luis Prado, a baker,"), spans("said"), spans('that the ferry "is late" again')
    ),
    Attribution(
        spans("Ana Ruiz"), (Span(TEXT.rindex("said"), TEXT.rindex("said") + 4),),
        spans('"We stay,"', '"It rains."'),
    ),
]  # fmt: skip


def measured(found: list[Attribution], *wanted: list[Attribution]) -> dict[str, float]:
    """Return the measures of what is found in the article."""
    article = Article("ferry", plain_report(TEXT), found, wanted or (GOLD,))
    return {measure.name: measure.value for measure in measure_articles("set", [article])}


def test_gold_against_itself_is_right() -> None:
    assert set(measured(GOLD).values()) == {1.0}


def test_a_shorter_content_is_wrong_in_its_role_alone() -> None:
    shorter = Attribution(GOLD[0].source, GOLD[0].cue, spans('the ferry "is late" again'))
    values = measured([shorter, GOLD[1]])
    assert values["source_f1"] == values["cue_f1"] == values["whole_source_f1"] == 1.0
    assert values["content_f1"] == pytest.approx(2 / 3)
    assert values["whole_f1"] == values["whole_content_f1"] == 0.5
    assert values["quoted_content"] == 1.0  # 0.8 of the characters are shared


def test_another_speaker_is_wrong() -> None:
    swapped = Attribution(GOLD[1].source, GOLD[0].cue, GOLD[0].content)
    values = measured([swapped, GOLD[1]])
    assert values["quoted_speaker"] == 0.5
    assert values["whole_f1"] == 0.5
    assert values["source_f1"] == pytest.approx(2 / 3)


def test_every_file_counts_in_pieces_and_one_in_the_whole() -> None:
    values = measured(GOLD, GOLD, GOLD[:1])
    assert values["cue_f1"] == pytest.approx(2 * 3 / (4 + 3))
    assert values["whole_cue_f1"] == 1.0


def test_a_token_has_one_label_and_a_line_ends_a_piece() -> None:
    over = Attribution(content=spans(TEXT[TEXT.index("Luis") : TEXT.index(" said Ana")]))
    found = pieces(TEXT, [GOLD[0], over])
    assert len(found["cue"]) == 1
    assert {unit for unit, _, _ in found["content"]} == {1, 2}


def test_annotations_may_be_split() -> None:
    lines = ["T1\tSource 0 4\tFour", "T2\tContent 5 8;10 12\tthe it", "E1\tSource:T1 Content:T2"]
    (one,) = read_attributions("\n".join(lines))
    assert (one.source, one.content) == ((Span(0, 4),), (Span(5, 8), Span(10, 12)))


@pytest.mark.parametrize(
    "text",
    [
        "[Luis Prado, a baker,] [has also said] [that the ferry is late].",
        "[Luis Prado] [called for] [a new ferry].",
        "[According to] [Luis Prado, the baker,] [the ferry is late].",
        "[The ferry], [Luis Prado] [said], [is late].",
        "Ana Ruiz met Luis Prado, [who] [said] [the ferry is late].",
        "[Luis Prado] [hopes] [to raise the ferry].",
        '[The ferry is "a wreck,"] [Luis Prado] [said].',
    ],
)
def test_statements_are_laid_out_as_annotators_do(text: str) -> None:
    plain, expected = marked(text)
    report = read_upto(plain_report(plain), "statements")
    (one,) = attributions_of(report)
    assert sorted((*one.source, *one.cue, *one.content)) == expected


def test_what_is_said_inside_another_s_words_is_left_out() -> None:
    text = "Luis Prado said that Ana Ruiz told him that the ferry is late."
    report = read_upto(plain_report(text), "statements")
    (one,) = attributions_of(report)
    assert one.cue[0].of(text) == "said"


def test_articles_are_read_from_the_archive(tmp_path: Path) -> None:
    note = "T1\tCue 40 44\tsaid\nE1\tCue:T1"
    files = {"dev/text/ferry.txt": TEXT, "dev/attributions/ferry_4e07.ann": note}
    with tarfile.open(tmp_path / "polnear_train_dev.tar.gz", "w:gz") as archive:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content.encode())
            archive.addfile(member, io.BytesIO(content.encode()))
    (tmp_path / "metadata.tsv").write_text("filename\ttitle\nferry\tFerry Late!\n", "utf-8")
    (article,) = read_articles(tmp_path)
    assert article.report.blocks[0].label == "title"
    assert len(article.wanted[0]) == 1
    measures, _ = score_attributions("set", tmp_path)
    assert {"source_f1", "cue_f1", "content_f1"} <= {measure.name for measure in measures}
