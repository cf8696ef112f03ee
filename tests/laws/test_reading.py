"""Laws of reading: they hold for every page, well formed or not."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings

from dateline.model import READ_LABELS, Report, Sentence, Span
from tests.build import read_text
from tests.laws.invented import LEDES, SENTENCES, TITLES, short_texts, texts

pytestmark = pytest.mark.slow

FEW = settings(max_examples=25, deadline=None, derandomize=True, database=None)
SOME = settings(
    max_examples=100,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)


def spans_in(value: Any) -> Iterator[Span]:
    """Yield every span that a value holds, at any depth; the page's own pieces as well."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from spans_in(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from spans_in(getattr(value, field.name))


def assert_spans_lie_inside(report: Report) -> None:
    outside = [s for s in spans_in(report) if not 0 <= s.start < s.end <= len(report.text)]
    assert outside == []


def assert_blocks_stand_in_order(report: Report) -> None:
    overlapping = [(a, b) for a, b in pairwise(report.blocks) if a.span.end > b.span.start]
    assert overlapping == []


@FEW
@given(texts())
def test_every_span_lies_inside_its_page_and_is_not_empty(text: str) -> None:
    assert_spans_lie_inside(read_text(text))


@SOME
@given(short_texts())
@example("")
@example("\n")
@example("”")
def test_damaged_pages_are_read_without_a_word_of_complaint(text: str) -> None:
    report = read_text(text)
    assert_spans_lie_inside(report)
    assert_blocks_stand_in_order(report)


@FEW
@given(texts())
def test_blocks_do_not_overlap(text: str) -> None:
    assert_blocks_stand_in_order(read_text(text, upto="blocks"))


@FEW
@given(texts())
def test_sentences_stand_in_read_blocks_and_do_not_overlap(text: str) -> None:
    report = read_text(text, upto="sentences")
    read = [block.span for block in report.blocks if block.label in READ_LABELS]
    for sentence in report.sentences:
        assert any(b.start <= sentence.span.start and sentence.span.end <= b.end for b in read)
    for one, other in pairwise(report.sentences):
        assert one.span.end <= other.span.start


@FEW
@given(texts())
def test_reading_twice_gives_the_same_records(text: str) -> None:
    assert repr(read_text(text)) == repr(read_text(text))


@FEW
@given(texts())
def test_every_record_says_how_it_was_found(text: str) -> None:
    report = read_text(text)
    for field in ("blocks", "credits", "names", "chains", "places", "times", "numbers"):
        assert all(record.by for record in getattr(report, field)), field
    for field in ("statements", "figures", "events"):
        assert all(record.by for record in getattr(report, field)), field


@FEW
@given(texts())
def test_words_that_are_quoted_stand_within_their_statement(text: str) -> None:
    for statement in read_text(text, upto="statements").statements:
        words, whole = statement.words, statement.content
        assert whole.start <= words.start < words.end <= whole.end


def test_a_parse_depends_on_its_sentence_alone() -> None:
    lines = [*LEDES, *SENTENCES]
    together = read_text("\n\n".join([TITLES[0], *lines]), upto="sentences")
    found = {sentence.span.of(together.text): packed(sentence) for sentence in together.sentences}
    for line in lines:
        alone = read_text(f"{TITLES[0]}\n\n{line}", upto="sentences")
        for sentence in alone.sentences:
            assert packed(sentence) == found[sentence.span.of(alone.text)]


def packed(sentence: Sentence) -> tuple[object, ...]:
    """Return a parse as it is wherever its sentence stands."""
    parse = sentence.parse
    assert parse is not None
    starts = tuple(start - sentence.span.start for start in parse.start)
    return starts, parse.lemma, parse.tag, parse.head, parse.relation, parse.entities
