"""Sentences with marked acts: the codebook's documentation, its tests and the coder's corpus.

A file holds groups. A group is headed `## name | register` and a sentence is a line:

    {Egypt|A1,A2} {threatened|1=THREATEN/violence:happened} to {bomb|2=ASSAULT/aerial:threatened}
    {the dam|R1,R2} {at dusk|T2}. :: military natural_resource

(here in two lines). `{words|marks}` marks words: `n=CODE/mode:status` the word that names act n,
`An` one of its actors, `Rn` one of its recipients, `Ln` its place, `Tn` its time. Marks may be
nested. After `::` stand the contexts. A line that begins with `# ` is a comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b, sha256
from pathlib import Path
from typing import NamedTuple

from dateline.errors import CodebookError

HELD_BACK = 0.15
"""The share of construction groups that the coder never learns from."""

_ACT = re.compile(r"(\d+)=([A-Z_]+)(?:/([a-z-]+))?(?::([a-z_]+))?\Z")
_ROLE = re.compile(r"([ARLT])(\d+)\Z")
_TOKEN = re.compile(r"[{}]|\|[^{}|]*(?=\})")
_ROLES = {"A": "actors", "R": "recipients", "L": "places", "T": "times"}


class Range(NamedTuple):
    """Where marked words stand in a sentence, in code points, half-open."""

    start: int
    end: int


@dataclass(slots=True)
class MarkedAct:
    """An act that a sentence is marked with."""

    code: str = ""
    mode: str | None = None
    status: str = "happened"
    trigger: Range = Range(0, 0)
    actors: list[Range] = field(default_factory=list)
    recipients: list[Range] = field(default_factory=list)
    places: list[Range] = field(default_factory=list)
    times: list[Range] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class MarkedSentence:
    """A sentence, its acts, and the construction group that it was written in."""

    id: str
    group: str
    register: str
    text: str
    acts: tuple[MarkedAct, ...]
    contexts: tuple[str, ...]


def read_marked(path: Path) -> Iterator[MarkedSentence]:
    """Yield the sentences of a file. Raises `CodebookError` with the line that can't be read."""
    group = register = ""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.startswith("## "):
            group, _, register = (part.strip() for part in line[3:].partition("|"))
        elif line.strip() and not line.startswith("# "):
            try:
                yield parse_marked(line, f"{path.stem}:{number}", f"{path.stem}/{group}", register)
            except ValueError as error:
                raise CodebookError(str(path), number, str(error)) from error


def parse_marked(line: str, name: str = "", group: str = "", register: str = "") -> MarkedSentence:
    """Return the sentence that a line marks. Raises `ValueError` where the marks are broken."""
    marked, _, contexts = f"{line.strip()} ".partition(" :: ")
    marked = marked.rstrip()
    text, marks = _strip(marked)
    acts: dict[int, MarkedAct] = {}
    roles = []
    for where, mark in marks:
        act, role = _ACT.match(mark), _ROLE.match(mark)
        if act:
            number = int(act[1])
            if number in acts:
                raise ValueError(f"act {number} is marked twice")
            acts[number] = MarkedAct(act[2], act[3], act[4] or "happened", where)
        elif role:
            roles.append((where, _ROLES[role[1]], int(role[2])))
        else:
            raise ValueError(f"no mark: {mark!r}")
    for where, kind, number in roles:
        if number not in acts:
            raise ValueError(f"{kind} of act {number}, which is not marked")
        getattr(acts[number], kind).append(where)
    found = tuple(acts[number] for number in sorted(acts))
    return MarkedSentence(name, group, register, text, found, tuple(contexts.split()))


def is_held_back(sentence: MarkedSentence) -> bool:
    """Whether a sentence's construction group is kept from learning, to score what was learned."""
    return is_kept(sentence.group)


def is_kept(name: str) -> bool:
    """Whether what goes by a name is among the seventh that nothing is learned of."""
    digest = blake2b(f"held/{name}".encode(), digest_size=4).digest()
    return int.from_bytes(digest, "big") / 2**32 < HELD_BACK


def corpus_digest(folder: Path) -> str:
    """Return the sha256 of the marked sentences of a folder, for the weights learned from them."""
    whole = sha256()
    for path in sorted(folder.glob("*.txt")):
        whole.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return whole.hexdigest()


def _strip(marked: str) -> tuple[str, list[tuple[Range, str]]]:
    """Return a sentence without its marks, and each mark with where it stands."""
    text, at, open_at, marks = "", 0, list[int](), list[tuple[Range, str]]()
    pending = ""
    for token in _TOKEN.finditer(marked):
        text += marked[at : token.start()]
        at = token.end()
        if token[0] == "{":
            open_at.append(len(text))
        elif token[0].startswith("|"):
            pending = token[0][1:]
        else:
            if not open_at or not pending:
                raise ValueError(f"a brace without its pair or its marks after {text[-20:]!r}")
            where = Range(open_at.pop(), len(text))
            marks += [(where, mark.strip()) for mark in pending.split(",")]
            pending = ""
    if open_at:
        raise ValueError("a brace is not closed")
    return text + marked[at:], marks
