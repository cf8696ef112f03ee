"""The invented articles told a second time: that two words name one act is learned of them.

A group of `training/retellings/story-….txt` is headed like an article of the codebook's file of
that name, and holds sentences of another report of its story:

    ## security-port-cocaine
    Officers {arrested|3.1,3.2} four of the crew; a lawyer said {they had seen nothing|S4}.

`{word|3.1,3.2}` names the first and the second act of the article's third sentence, told anew;
`{word|0}` an act that the article doesn't tell; `{words|S4}` render what is said in its fourth
sentence (nothing is learned of these yet). Marks may be nested. The sentences were invented for
this project, by annotators who saw no benchmark and no rule; each file was read again by its
annotator.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from dateline.errors import CodebookError
from dateline.knowledge.marked import MarkedSentence, corpus_digest, read_marked

FOLDER = Path(__file__).parent / "retellings"
CORPUS = Path(__file__).parents[1] / "src" / "dateline" / "codebooks" / "plover"
_MARK = re.compile(r"[{}]|\|[^{}|]*(?=\})")
_SAID = re.compile(r"S\d+\Z")


@dataclass(frozen=True, slots=True)
class RetoldSentence:
    """A sentence of another report: where the words for its acts start, and which acts they are."""

    id: str
    text: str
    acts: tuple[tuple[int, frozenset[str]], ...]
    """The start of a word, and the acts of the article that it names: "3.1"; none of them."""


@dataclass(frozen=True, slots=True)
class Retelling:
    """An article of the codebook, and how another report tells its story."""

    article: tuple[MarkedSentence, ...]
    retold: tuple[RetoldSentence, ...]


def read_retellings(folder: Path = FOLDER, corpus: Path = CORPUS) -> Iterator[Retelling]:
    """Yield articles with their retellings.

    Raises `CodebookError` with the line that can't be read, or that names no act of its article.
    """
    for path in sorted(folder.glob("*.txt")):
        articles = {
            group.partition("/")[2]: tuple(sentences)
            for group, sentences in groupby(read_marked(corpus / path.name), lambda s: s.group)
        }
        for at, name, lines in _groups(path):
            if name not in articles:
                raise CodebookError(str(path), at, f"no article of this name: {name!r}")
            article = articles[name]
            known = {
                f"{number}.{act}"
                for number, sentence in enumerate(article, 1)
                for act in range(1, len(sentence.acts) + 1)
            }
            retold = tuple(_parsed(path, number, line, known) for number, line in lines)
            yield Retelling(article, retold)


def _groups(path: Path) -> Iterator[tuple[int, str, list[tuple[int, str]]]]:
    """Yield the line and name of each group, with its lines and their numbers."""
    at, name, lines = 1, "", list[tuple[int, str]]()
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.startswith("## "):
            if lines:
                yield at, name, lines
            at, name, lines = number, line[3:].strip(), []
        elif line.strip():
            lines.append((number, line.strip()))
    if lines:
        yield at, name, lines


def _parsed(path: Path, number: int, line: str, known: set[str]) -> RetoldSentence:
    def refused(problem: str) -> CodebookError:
        return CodebookError(str(path), number, problem)

    text, at = "", 0
    opened, acts = list[tuple[int, bool]](), list[tuple[int, frozenset[str]]]()
    for mark in _MARK.finditer(line):
        text += line[at : mark.start()]
        at = mark.end()
        if mark[0] == "{":
            opened.append((len(text), False))
            continue
        if not opened:
            raise refused("a brace without its pair")
        start, marked = opened.pop()
        if mark[0] == "}":
            if not marked:
                raise refused("a brace without a mark")
            continue
        opened.append((start, True))
        told = frozenset(part for part in mark[0][1:].split(",") if not _SAID.match(part))
        if told - known - {"0"}:
            raise refused(f"no act of the article: {mark[0][1:]!r}")
        if told:
            acts.append((start, told - {"0"}))
    text += line[at:]
    if opened or "|" in text:
        raise refused("a brace without its pair")
    return RetoldSentence(f"{path.stem}:{number}", text, tuple(sorted(acts)))


def retellings_digest(folder: Path = FOLDER) -> str:
    """Return the sha256 of the retellings, for the weights learned from them."""
    return corpus_digest(folder)
