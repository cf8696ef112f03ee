"""A quotation is the first 25 words of a span, in its own characters."""

from __future__ import annotations

from dateline.export.quoting import WORDS, brief_words, quotation
from dateline.model import Span

LONG = " ".join(f"word{number}" for number in range(40))


def test_a_short_span_is_quoted_whole() -> None:
    assert quotation("He said: it rains.", Span(9, 18)) == Span(9, 18)


def test_a_long_span_stops_after_its_25th_word() -> None:
    quote = quotation(LONG, Span(0, len(LONG))).of(LONG)
    assert quote.split() == LONG.split()[:WORDS]
    assert quote.endswith("word24")


def test_a_quotation_never_leaves_its_span() -> None:
    assert quotation("one two three", Span(0, 5)) == Span(0, 5)


def test_a_span_of_blanks_is_itself() -> None:
    assert quotation("a   b", Span(1, 4)) == Span(1, 4)


def test_a_line_that_is_cut_says_so() -> None:
    assert brief_words(LONG).endswith("word24 …")
    assert brief_words("twelve words") == "twelve words"
