"""Texts whose names are known: what recognising them is learned of.

    [Petroselva|O] must clean three lagoons, [Ecuador|L]'s [Constitutional Court|O] ruled.

Items of `training/name_sentences/*.txt`, a headline and some sentences each, are parted by empty
lines, and `[words|kind]` marks a name: P a person's, O a body's, L a place's, N a people's, X a
thing's. `training/name_lists/*.txt` name the same of the sentences that are marked with acts
and counts: under `### group`, a line "P Nuno Falcão" for each form that stands there. All was
invented and listed for this project by annotators who saw no benchmark and no rule.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from dateline.errors import CodebookError
from dateline.knowledge.marked import corpus_digest, is_kept, read_marked
from dateline.model import Span
from training.count_stories import read_count_stories

SENTENCES = Path(__file__).parent / "name_sentences"
LISTS = Path(__file__).parent / "name_lists"
CORPUS = Path(__file__).parents[1] / "src" / "dateline" / "codebooks" / "plover"
KINDS = "POLNX"
UNKNOWN = "?"
"""The kind of a form that is listed with two: nothing is learned of it."""

_MARK = re.compile(r"\[([^\[\]|]+)\|([^\[\]|]+)\]")
_LISTED = re.compile(rf"([{KINDS}]) (\S.*)")


@dataclass(frozen=True, slots=True)
class NamedText:
    """An item, its lines parted by line breaks, and its names: where each stands, and its kind."""

    id: str
    text: str
    names: tuple[tuple[Span, str], ...]

    @property
    def is_held_back(self) -> bool:
        """Whether nothing is learned of it, to score what was learned."""
        return is_kept(self.id)


def read_name_sentences(folder: Path = SENTENCES) -> Iterator[NamedText]:
    """Yield the marked items. Raises `CodebookError` with the line that cannot be read."""
    for path in sorted(folder.glob("*.txt")):
        lines: list[str] = []
        for number, line in enumerate([*path.read_text("utf-8").splitlines(), ""], 1):
            if line.strip():
                lines.append(_checked(line.strip(), path, number))
            elif lines:
                text, names = _unmarked("\n".join(lines))
                yield NamedText(f"{path.stem}:{number - len(lines)}", text, names)
                lines = []


def _checked(line: str, path: Path, number: int) -> str:
    """Return a line whose brackets match and whose kinds are known."""
    kinds = {mark[2] for mark in _MARK.finditer(line)}
    if not kinds <= set(KINDS) or set(_MARK.sub("", line)) & set("[]|"):
        raise CodebookError(str(path), number, "a bracket without its pair, or no kind of a name")
    return line


def _unmarked(marked: str) -> tuple[str, tuple[tuple[Span, str], ...]]:
    text, at, names = "", 0, list[tuple[Span, str]]()
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        names.append((Span(len(text), len(text) + len(mark[1])), mark[2]))
        text, at = text + mark[1], mark.end()
    return text + marked[at:], tuple(names)


def read_name_lists(folder: Path = LISTS) -> Iterator[NamedText]:
    """Yield the groups of marked sentences whose names are listed, with where each form stands."""
    listed = dict(_lists(folder))
    for group, text in _groups():
        if group in listed:
            yield NamedText(group, text, tuple(_standing(text, listed[group])))


def _lists(folder: Path) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield each group's forms with their kinds."""
    for path in sorted(folder.glob("*.txt")):
        group, kinds = "", dict[str, str]()
        for number, line in enumerate([*path.read_text("utf-8").splitlines(), "### "], 1):
            if line.startswith("### "):
                if group:
                    yield group, kinds
                group, kinds = line[4:].strip(), {}
            elif line.strip():
                match = _LISTED.fullmatch(line.strip())
                if not match or not group:
                    raise CodebookError(str(path), number, "a line is a kind and a name")
                kinds[match[2]] = UNKNOWN if kinds.get(match[2], match[1]) != match[1] else match[1]


def _groups() -> Iterator[tuple[str, str]]:
    """Yield the groups of sentences that are marked with acts or counts, as texts."""
    for path in sorted(CORPUS.glob("*.txt")):
        for group, sentences in groupby(read_marked(path), key=lambda sentence: sentence.group):
            yield group, "\n".join(sentence.text for sentence in sentences)
    for story in read_count_stories():
        yield f"count/{story[0].story}", "\n".join(sentence.text for sentence in story)


def _standing(text: str, kinds: Mapping[str, str]) -> Iterator[tuple[Span, str]]:
    """Yield where the forms stand, the longest first: what it holds is no name of its own."""
    taken = defaultdict[int, bool](bool)
    for form in sorted(kinds, key=len, reverse=True):
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text):
            if not any(taken[at] for at in range(*match.span())):
                taken.update((at, True) for at in range(*match.span()))
                yield Span(*match.span()), kinds[form]


def names_digest() -> str:
    """Return the sha256 of all that is listed and marked, for the weights learned of it."""
    parts = (corpus_digest(SENTENCES), corpus_digest(LISTS))
    return sha256("".join(parts).encode()).hexdigest()
