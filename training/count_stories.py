"""Stories told by two reports with figures: that two numbers count one thing is learned of them.

    ## beira-flood
    A: Flood kills [47|dead] in Beira
    B: The number of the dead had risen to [61|dead], among them [14 children|children].

A line of `training/count_stories/*.txt` is a sentence of report A or B; `[words|key]` marks a
number, and numbers of one key count one thing, be they equal or not. The stories were invented
for this project, by annotators who saw no benchmark and no rule, and read again by them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from dateline.errors import CodebookError
from dateline.knowledge.marked import corpus_digest, is_kept
from dateline.model import Span

FOLDER = Path(__file__).parent / "count_stories"
_LINE = re.compile(r"([AB]): (.+)")
_MARK = re.compile(r"\[([^\[\]|]+)\|([^\[\]|]+)\]")


@dataclass(frozen=True, slots=True)
class CountSentence:
    """A sentence of one of two reports, and its figures: where each stands, and what it counts."""

    id: str
    story: str
    report: str
    text: str
    figures: tuple[tuple[Span, str], ...]

    @property
    def is_held_back(self) -> bool:
        """Whether nothing is learned of its story, to score what was learned."""
        return is_kept(self.story)


def read_count_stories(folder: Path = FOLDER) -> Iterator[tuple[CountSentence, ...]]:
    """Yield the sentences of each story.

    Raises `CodebookError` with the line that cannot be read.
    """
    for path in sorted(folder.glob("*.txt")):
        for _, sentences in groupby(_sentences(path), lambda sentence: sentence.story):
            yield tuple(sentences)


def _sentences(path: Path) -> Iterator[CountSentence]:
    story = ""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.startswith("## "):
            story = f"{path.stem}/{line[3:].strip()}"
        elif line.strip():
            match = _LINE.fullmatch(line.strip())
            if not match or not story:
                raise CodebookError(str(path), number, "a line is of report A or B")
            text, figures = _unmarked(match[2])
            if set(text) & set("[]|"):
                raise CodebookError(str(path), number, "a bracket without its pair or its key")
            yield CountSentence(f"{path.stem}:{number}", story, match[1], text, figures)


def _unmarked(line: str) -> tuple[str, tuple[tuple[Span, str], ...]]:
    text, at, figures = "", 0, list[tuple[Span, str]]()
    for mark in _MARK.finditer(line):
        text += line[at : mark.start()]
        figures.append((Span(len(text), len(text) + len(mark[1])), mark[2].strip()))
        text, at = text + mark[1], mark.end()
    return text + line[at:], tuple(figures)


def counts_digest(folder: Path = FOLDER) -> str:
    """Return the sha256 of the stories, for the weights learned from them."""
    return corpus_digest(folder)
