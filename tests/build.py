"""Build reports for tests: a string in, a report read as far as asked out."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from dateline.knowledge.codebook import open_codebook
from dateline.knowledge.lexicon import open_lexicon
from dateline.model import Given, Page, Report, Span
from dateline.pipeline import Knowledge, plan, run
from dateline.sources.page import page_of_text
from dateline.text.sentences import choose_parser


@lru_cache(maxsize=1)
def knowledge() -> Knowledge:
    """Return what reading knows, opened once for all tests."""
    return Knowledge(open_lexicon(), open_codebook("plover"), choose_parser())


def page(text: str, path: str = "test.txt", **given: str) -> Page:
    """Return a page of plain text."""
    return page_of_text(text, path=path, given=Given(**given))


def read_text(
    text: str,
    upto: str = "events",
    path: str = "test.txt",
    *,
    weights: str | None = "plover",
    **given: str,
) -> Report:
    """Return the report of a text, with every stage run up to the field named.

    Without weights the rules tell alone.
    """
    stages = plan(replace(knowledge(), weights=weights))
    last = next(i for i, stage in enumerate(stages) if stage.gives == upto)
    return run(Report(page(text, path, **given)), stages[: last + 1])


def marked(text: str) -> tuple[str, list[Span]]:
    """Return the text without its [brackets], and the spans that they held."""
    plain: list[str] = []
    spans: list[Span] = []
    start = 0
    for character in text:
        if character == "[":
            start = len(plain)
        elif character == "]":
            spans.append(Span(start, len(plain)))
        else:
            plain.append(character)
    return "".join(plain), spans
