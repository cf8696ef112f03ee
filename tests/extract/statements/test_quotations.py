"""Pairs of quotation marks, on invented sentences."""

from __future__ import annotations

import time

import pytest

from dateline.extract.statements.quotations import find_quotations
from dateline.model import Block, Label, Page, Report, Span
from tests.build import marked


def paragraphs(text: str) -> Report:
    """Return a report whose body blocks are the text's lines."""
    blocks, start = [], 0
    for line in text.split("\n"):
        if line:
            blocks.append(Block(Span(start, start + len(line)), Label.BODY, "test"))
        start += len(line) + 1
    return Report(Page("1", "1.txt", text, "text", ()), blocks=tuple(blocks))


@pytest.mark.parametrize(
    "text",
    [
        '"[We stay,]" he said, "[until it rains.]"',
        "“[We stay,]” he said.",
        "‘[We don’t stay]’ he said.",
        "'[We don't stay,]' he said of the '90s.",
        "He backed '[the miners' strike]' in May.",
        "«[Nous restons]», he said. „[Wir auch]“, she said.",
        "»[Wir bleiben]«, he said. »[Ich auch]«, she added, »[bis zum Regen]«.",
        "''[It's gone,]'' she said. ``[Yes,]'' he said.",
        "He said “[they call it ‘home’ here]” twice.",
        'The pipe is 6" wide, he said.',
        "''[They say 'no']'' he said.",
        "\"[They say 'no,' ]\" he said.",
        "Rock 'n' roll is the workers' music.",
        '"[We stay.]" ("[Or go.]")',
    ],
)
def test_the_outermost_pairs_are_found(text: str) -> None:
    plain, expected = marked(text)
    found = [q for pairs in find_quotations(paragraphs(plain)).values() for q in pairs]
    assert [quotation.words for quotation in found] == expected


def test_a_quotation_over_paragraphs_is_open_and_goes_on() -> None:
    plain, expected = marked('"[One and two and three.]\n"[Four and five.]" he said.')
    first, second = (q for pairs in find_quotations(paragraphs(plain)).values() for q in pairs)
    assert [first.words, second.words] == expected
    assert (first.open, first.on, second.open, second.on) == (True, False, False, True)


def test_a_mark_that_nothing_closes_is_dropped_where_another_opens() -> None:
    plain, expected = marked('He said "go and "[stay here now]" and left.')
    (found,) = (q for pairs in find_quotations(paragraphs(plain)).values() for q in pairs)
    assert [found.words] == expected


@pytest.mark.parametrize(
    "unit", ["x''' ", "' \" ", "'a s' ", "'a ", "as' ", '"', '" "', "“", "'s s' \"x "]
)
def test_many_marks_take_linear_time(unit: str) -> None:
    report = paragraphs(unit * 20_000)
    start = time.perf_counter()
    find_quotations(report)
    assert time.perf_counter() - start < 5
