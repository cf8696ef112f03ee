"""Sentences whose figures are marked: what a figure measures and how it stands is learned of them.

A line of `training/figure_sentences/*.txt` is one or two sentences:

    [At least 47|killed|happened|police] people died, police said; [six|missing|ongoing|-] …

`[number|measure|status|claimant]` marks the number with the words of its hedge. A line that
begins with `# ` is a comment. The sentences were invented for this project, by annotators who saw
no benchmark and no rule, and each file was read again by its annotator.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import CodebookError
from dateline.knowledge.marked import corpus_digest, is_kept
from dateline.model import Status

FOLDER = Path(__file__).parent / "figure_sentences"
MEASURES = (
    "killed injured missing displaced homeless affected arrested present fighters money duration"
    " share other"
).split()
STATUSES = frozenset(status.value for status in Status)
_MARK = re.compile(r"\[([^\[\]|]+)\|([a-z]+)\|([a-z_]+)\|([^\[\]|]+)\]")


@dataclass(frozen=True, slots=True)
class MarkedFigure:
    """A number, what it measures, whether it is so, and who says it."""

    start: int
    end: int
    measure: str
    status: str
    claimant: str | None
    """Kept for a later reader of who counts; nothing is learned of it yet."""


@dataclass(frozen=True, slots=True)
class FigureSentence:
    """A text and its figures, in order; `id` is file and line."""

    id: str
    text: str
    figures: tuple[MarkedFigure, ...]

    @property
    def is_held_back(self) -> bool:
        """Whether nothing is learned of it, to score what was learned."""
        return is_kept(self.text)


def read_figures(folder: Path = FOLDER) -> Iterator[FigureSentence]:
    """Yield the sentences of a folder. Raises `CodebookError` with the line that can't be read."""
    for path in sorted(folder.glob("*.txt")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if line.strip() and not line.startswith("# "):
                try:
                    yield parse_figures(line.strip(), f"{path.stem}:{number}")
                except ValueError as error:
                    raise CodebookError(str(path), number, str(error)) from error


def parse_figures(line: str, name: str = "") -> FigureSentence:
    """Return the text that a line marks. Raises `ValueError` where the marks are broken."""
    text, at, figures = "", 0, list[MarkedFigure]()
    for mark in _MARK.finditer(line):
        text += line[at : mark.start()]
        start, at = len(text), mark.end()
        text += mark[1]
        if not mark[1].strip() or mark[2] not in MEASURES or mark[3] not in STATUSES:
            raise ValueError(f"no mark of a figure: {mark[0]}")
        claimant = None if mark[4] == "-" else mark[4]
        figures.append(MarkedFigure(start, len(text), mark[2], mark[3], claimant))
    text += line[at:]
    if set(text) & set("[]|"):
        raise ValueError("a bracket without its pair or its marks")
    return FigureSentence(name, text, tuple(figures))


def figures_digest(folder: Path = FOLDER) -> str:
    """Return the sha256 of the marked sentences, for the weights learned from them."""
    return corpus_digest(folder)
