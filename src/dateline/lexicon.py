"""Open the lexicons: what words are known before a text is read.

"Kremlin" stands for the government of Russia, "troops" are MIL, "dpa" is an agency. All of
it is TOML under `lexicons/`, checked entry by entry when it is opened; the gazetteer is a
packed table beside it (`dateline.gazetteer`).
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from importlib import resources
from typing import Any

from dateline.errors import CodebookError
from dateline.gazetteer import Gazetteer, open_gazetteer
from dateline.model import Kind

_MARKS = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "–": "-", "—": "-", "‐": "-", "‑": "-"})


def fold(text: str) -> str:
    """Return the text as lexicons compare it: lower case, no accents, plain marks, one blank."""
    if text.isascii():
        return " ".join(text.casefold().split())
    plain = unicodedata.normalize("NFKD", text.translate(_MARKS))
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(kept.casefold().split())


class Sense(StrEnum):
    """How a known name means what it names."""

    NAME = "name"
    ADJECTIVE = "adjective"
    PEOPLE = "people"
    CAPITAL = "capital"
    SEAT = "seat"


@dataclass(frozen=True, slots=True)
class Agency:
    """A news agency: whose wire or photo service outlets print."""

    name: str
    country: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class Outlet:
    """A newspaper, broadcaster or site."""

    name: str
    country: str | None
    family: str | None


@dataclass(frozen=True, slots=True)
class Country:
    """A country with the words that mean it, and where it lies."""

    code: str
    name: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    seats: tuple[str, ...]
    lat: float
    lon: float
    entity: str | None


@dataclass(frozen=True, slots=True)
class Known:
    """What one alias of a lexicon names."""

    words: str
    """The alias as it is written; an acronym is met in capitals only."""
    name: str
    kind: Kind
    country: str | None
    sector: str | None
    sense: Sense


@dataclass(frozen=True, slots=True)
class Role:
    """A noun that says what somebody does: "troops", "prime minister", "spokesman"."""

    words: str
    sector: str | None
    inherits: bool
    """Whether it takes the sector of the body that it belongs to ("army spokesman")."""
    title: bool
    """Whether it stands as a title before or beside a person's name."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything that reading knows beforehand, keyed by folded words."""

    agencies: Mapping[str, Agency] = field(default_factory=dict)
    outlets: Mapping[str, Outlet] = field(default_factory=dict)
    countries: Mapping[str, Country] = field(default_factory=dict)
    """By ISO 3166-1 alpha-3 code."""
    names: Mapping[str, Known] = field(default_factory=dict)
    """Countries, demonyms, capitals, seats, bodies and groups."""
    roles: Mapping[str, Role] = field(default_factory=dict)
    grammar: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Word classes of `seats.toml`: "motion", "address", "location", …"""
    gazetteer: Gazetteer = Gazetteer(())
    longest: int = 1
    """How many blanks-separated words the longest known name has."""

    def known(self, words: str) -> Known | None:
        """Return what these words name; an acronym must stand in capitals ("US", not "us")."""
        found = self.names.get(fold(words))
        if found is None:
            return None
        if is_acronym(found.words) and words.replace(".", "") != found.words.replace(".", ""):
            return None
        return found

    def role(self, words: str) -> Role | None:
        """Return the role that these words name, as written or with their last word singular."""
        return self.roles.get(fold(words))


_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,5}")  # "US", "U.S.", "UNHCR"


def is_acronym(words: str) -> bool:
    """Whether the words are a short run of capitals, which in lower case means another word."""
    return _ACRONYM.fullmatch(words) is not None


@lru_cache(maxsize=1)
def open_lexicon() -> Lexicon:
    """Return the lexicons that ship with the package.

    Raises `CodebookError` with file and line where an entry is bad.
    """
    countries = {country.code: country for country in _countries()}
    names: dict[str, Known] = {}
    for known in (*_country_names(countries.values()), *_listed_names()):
        names.setdefault(fold(known.words), known)
    return Lexicon(
        agencies=dict(_agencies()),
        outlets=dict(_outlets()),
        countries=countries,
        names=names,
        roles={fold(role.words): role for role in _roles()},
        grammar=_grammar(),
        gazetteer=open_gazetteer(),
        longest=max((len(key.split()) for key in names), default=1),
    )


# ---------------------------------------------------------------------------------- reading


class _Entry:
    """One `[[table]]` of a file, whose values are asked for by type."""

    def __init__(self, file: str, line: int | None, values: Mapping[str, Any]) -> None:
        self.file, self.line, self.values = file, line, values

    def fail(self, problem: str) -> CodebookError:
        """Return the error that says where this entry stands and what is wrong with it."""
        return CodebookError(self.file, self.line, problem)

    def word(self, key: str) -> str:
        """Return a string that must be there and not be empty."""
        value = self.values.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self.fail(f"`{key}` must be a string that is not empty, found {value!r}")
        return value

    def maybe(self, key: str) -> str | None:
        """Return a string, or `None` where there is none."""
        return self.word(key) if key in self.values else None

    def words(self, key: str) -> tuple[str, ...]:
        """Return a list of strings; an absent one is empty."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
            raise self.fail(f"`{key}` must be a list of strings, found {value!r}")
        return tuple(value)

    def number(self, key: str) -> float:
        """Return a number that must be there."""
        value = self.values.get(key)
        if not isinstance(value, int | float):
            raise self.fail(f"`{key}` must be a number, found {value!r}")
        return float(value)

    def truth(self, key: str) -> bool:
        """Return a truth value; an absent one is false."""
        value = self.values.get(key, False)
        if not isinstance(value, bool):
            raise self.fail(f"`{key}` must be true or false, found {value!r}")
        return value


_AT_LINE = re.compile(r"\(at line (?P<line>\d+)")  # tomllib: "Expected '=' (at line 3, column 2)"


def entries(file: str, table: str) -> Iterator[_Entry]:
    """Yield the entries of one array of tables of a lexicon file, each with its line."""
    text = resources.files("dateline").joinpath("lexicons", file).read_text("utf-8")
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        line = _AT_LINE.search(str(problem))
        raise CodebookError(file, int(line["line"]) if line else None, str(problem)) from problem
    headers = [n for n, row in enumerate(text.splitlines(), 1) if row.strip() == f"[[{table}]]"]
    for line_number, entry in zip(headers, values.get(table, []), strict=True):
        yield _Entry(file, line_number, entry)


def _agencies() -> Iterator[tuple[str, Agency]]:
    for entry in entries("agencies.toml", "agency"):
        agency = Agency(entry.word("name"), entry.maybe("country"), entry.word("kind"))
        for alias in (agency.name, *entry.words("aliases")):
            yield alias.casefold(), agency


def _outlets() -> Iterator[tuple[str, Outlet]]:
    for entry in entries("outlets.toml", "outlet"):
        outlet = Outlet(entry.word("name"), entry.maybe("country"), entry.maybe("family"))
        for alias in (outlet.name, *entry.words("aliases"), *entry.words("domains")):
            yield alias.casefold(), outlet


def _countries() -> Iterator[Country]:
    for entry in entries("countries.toml", "country"):
        if len(entry.word("code")) != 3:
            raise entry.fail("`code` must be an ISO 3166-1 alpha-3 code")
        yield Country(
            entry.word("code"),
            entry.word("name"),
            entry.words("aliases"),
            entry.words("adjectives"),
            entry.words("people"),
            entry.words("capitals"),
            entry.words("seats"),
            entry.number("lat"),
            entry.number("lon"),
            entry.maybe("entity"),
        )


def _country_names(countries: Iterable[Country]) -> Iterator[Known]:
    """Yield every word that means a country, proper names first."""
    listed = tuple(countries)
    for sense, words_of in (
        (Sense.NAME, lambda c: (c.name, *c.aliases)),
        (Sense.ADJECTIVE, lambda c: c.adjectives),
        (Sense.PEOPLE, lambda c: c.people),
        (Sense.SEAT, lambda c: c.seats),
        (Sense.CAPITAL, lambda c: c.capitals),
    ):
        for country in listed:
            for words in words_of(country):
                yield Known(words, country.name, Kind.COUNTRY, country.code, "GOV", sense)


def _listed_names() -> Iterator[Known]:
    for table, kind in (("body", Kind.ORGANISATION), ("group", Kind.GROUP)):
        file = "bodies.toml" if table == "body" else "groups.toml"
        for entry in entries(file, table):
            name = entry.word("name")
            country, sector = entry.maybe("country"), entry.maybe("sector")
            for words in (name, *entry.words("aliases")):
                yield Known(words, name, kind, country, sector, Sense.NAME)


def _roles() -> Iterator[Role]:
    for entry in entries("roles.toml", "role"):
        sector, inherits = entry.maybe("sector"), entry.truth("inherits")
        for words in entry.words("nouns"):
            yield Role(words, sector, inherits, title=entry.truth("title"))


def _grammar() -> dict[str, frozenset[str]]:
    return {e.word("name"): frozenset(e.words("words")) for e in entries("seats.toml", "class")}
