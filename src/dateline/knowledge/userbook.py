"""A user's codebook: a folder of categories and of texts that hold them, or hold none.

    strikes/
      stoppage.toml     code = "STOPPAGE"; means = "Workers stop working."
      codebook.csv      or all categories in one table: event, mode, event_def, mode_def
      marked.txt        {Dockers|A1} {walked out|1=STOPPAGE/wildcat} on Monday.
      examples.csv      text,codes with several codes parted by ";" and none for no category

What cannot be read ends in `CodebookError` with file, line and reason.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from dateline.errors import CodebookError
from dateline.knowledge.codebook import Category, Codebook, load_codebook, open_codebook
from dateline.knowledge.marked import read_marked

TABLES = {"examples.csv": ",", "examples.tsv": "\t"}
_CATEGORIES = "codebook.csv"
_BESIDE = frozenset({"classes.toml", "contexts.toml", "status.toml"})


@dataclass(frozen=True, slots=True)
class Example:
    """A text and what it holds."""

    text: str
    codes: frozenset[str]
    """ "CODE" and, where a mode is told, "CODE/mode"; none where no category is held."""
    where: str
    """ "examples.csv:7"."""


@dataclass(frozen=True, slots=True)
class Userbook:
    """The categories and rules of a folder, and its examples."""

    book: Codebook
    examples: tuple[Example, ...]

    @property
    def digest(self) -> str:
        """The sha256 of the codes and examples, in their order: what heads are learned from."""
        whole = sha256("\0".join(self.book.categories).encode())
        for example in self.examples:
            whole.update("\0".join(["", example.text, *sorted(example.codes)]).encode())
        return whole.hexdigest()


def has_examples(folder: Path) -> bool:
    """Whether a folder holds examples or categories that only a user's codebook has."""
    return any((folder / name).exists() for name in (*TABLES, _CATEGORIES)) or any(
        folder.glob("*.txt")
    )


def open_userbook(folder: Path) -> Userbook:
    """Return the codebook of a user's folder. Raises `CodebookError`."""
    if not folder.is_dir():
        raise CodebookError(str(folder), None, "is no folder")
    if folder.name == "plover":
        raise CodebookError(str(folder), None, "is called like the codebook that ships")
    book = _book(folder)
    if not book.categories:
        raise CodebookError(str(folder), None, f"holds no category, in *.toml or {_CATEGORIES}")
    known = book.categories
    return Userbook(book, (*_marked(folder, known), *_listed(folder, known)))


def _book(folder: Path) -> Codebook:
    """Return categories and rules; helping words that the folder lacks are those that ship."""
    for file in sorted(folder.glob("*.toml")):
        if file.name not in _BESIDE and not re.search(r"^code\s*=", _read(file), re.MULTILINE):
            raise CodebookError(str(file), 1, "is no category: it has no code")
    try:
        book = load_codebook(folder, folder.name)
    except CodebookError as problem:
        broken = str(folder / problem.file)
        raise CodebookError(broken, problem.line, problem.problem) from problem
    shipped = open_codebook()
    return replace(
        book,
        categories=_with_tabled(folder, book.categories),
        light=book.light or shipped.light,
        anaphors=book.anaphors or shipped.anaphors,
        governors=book.governors or shipped.governors,
        enders=book.enders or shipped.enders,
        modifiers=book.modifiers or shipped.modifiers,
    )


def _with_tabled(folder: Path, told: Mapping[str, Category]) -> dict[str, Category]:
    """Return the categories of TOML files and of the table, a row of which is a mode."""
    found = dict(told)
    file = folder / _CATEGORIES
    if not file.exists():
        return found
    for line, row in _rows(file, ",", ("event", "event_def")):
        code, mode = row["event"], row.get("mode", "")
        if not code or code in told:
            problem = f"category {code} is told in TOML too" if code else "event is empty"
            raise CodebookError(str(file), line, problem)
        known = found.get(code) or Category(code, None, None, row["event_def"], ())
        modes = known.modes if mode in {"", *known.modes} else (*known.modes, mode)
        found[code] = replace(known, means=known.means or row["event_def"], modes=modes)
    return found


def _marked(folder: Path, known: Mapping[str, Category]) -> Iterator[Example]:
    """Yield the examples of marked sentences; one without a mark holds no category."""
    for file in sorted(folder.glob("*.txt")):
        _read(file)
        for sentence in read_marked(file):
            _, _, line = sentence.id.rpartition(":")
            told = [f"{act.code}/{act.mode}" if act.mode else act.code for act in sentence.acts]
            codes = _checked(told, known, file, int(line))
            yield Example(sentence.text, codes, f"{file.name}:{line}")


def _listed(folder: Path, known: Mapping[str, Category]) -> Iterator[Example]:
    """Yield the examples of the tables."""
    for name, parted in TABLES.items():
        file = folder / name
        if not file.exists():
            continue
        for line, row in _rows(file, parted, ("text", "codes")):
            if not row["text"]:
                raise CodebookError(str(file), line, "text is empty")
            told = [code.strip() for code in row["codes"].split(";") if code.strip()]
            yield Example(row["text"], _checked(told, known, file, line), f"{name}:{line}")


def _checked(
    told: Iterable[str], known: Mapping[str, Category], file: Path, line: int
) -> frozenset[str]:
    """Return codes with their modes. Raises `CodebookError` for one that the folder lacks."""
    found = set()
    for label in told:
        code, _, mode = label.partition("/")
        if code not in known:
            raise CodebookError(str(file), line, f"{code} is none of {', '.join(known)}")
        if mode and mode not in known[code].modes:
            modes = ", ".join(known[code].modes) or "none"
            raise CodebookError(str(file), line, f"{mode} is no mode of {code}; its modes: {modes}")
        found |= {code, label}
    return frozenset(found)


def _rows(file: Path, parted: str, needed: Iterable[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the rows of a table by the line on which each ends, blank ones left out."""
    rows = csv.DictReader(_read(file).splitlines(keepends=True), delimiter=parted)
    lacking = [name for name in needed if name not in (rows.fieldnames or ())]
    if lacking:
        got = ", ".join(rows.fieldnames or ()) or "none"
        raise CodebookError(str(file), 1, f"lacks the column {lacking[0]}; its columns: {got}")
    try:
        for row in rows:
            if None in row or None in row.values():
                raise CodebookError(str(file), rows.line_num, "has another number of cells")
            yield rows.line_num, {name: cell.strip() for name, cell in row.items()}
    except csv.Error as problem:
        raise CodebookError(str(file), rows.line_num, str(problem)) from problem


def _read(file: Path) -> str:
    """Return the text of a file. Raises `CodebookError` where it is no UTF-8."""
    data = file.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        raise CodebookError(str(file), line, "is not UTF-8") from problem
