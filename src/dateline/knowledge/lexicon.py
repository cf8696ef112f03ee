"""Open the lexicons: what words are known before a text is read.

"Kremlin" stands for the government of Russia, "troops" are MIL, "dpa" is an agency. All of
it is TOML under `lexicons/`, checked entry by entry when it is opened; the gazetteer is a
packed table beside it (`dateline.knowledge.gazetteer`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from dateline.knowledge.entries import read_entries
from dateline.knowledge.gazetteer import Gazetteer, open_gazetteer
from dateline.model import Kind

_MARKS = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "–": "-", "—": "-", "‐": "-", "‑": "-"})


@lru_cache(maxsize=1 << 15)
def fold(text: str) -> str:
    """Return the text as lexicons compare it: lower case, no accents, plain marks, one blank."""
    if text.isascii():
        return " ".join(text.casefold().split())
    plain = unicodedata.normalize("NFKD", text.translate(_MARKS))
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(kept.casefold().split())


def key_of(words: str) -> str:
    """Return the form under which names are listed: "Al-Qaeda" and "al Qaeda" are one."""
    return fold(words).replace("-", " ")


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
    fips: str | None = None
    """FIPS 10-4, as GDELT has it."""
    cow: int | None = None
    """Correlates of War, as POLECAT has it; states alone have one."""
    cameo: str | None = None
    """CAMEO's letters where they are not ISO's."""


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

    agencies: Mapping[str, Agency] = field(default_factory=dict, repr=False)
    outlets: Mapping[str, Outlet] = field(default_factory=dict, repr=False)
    countries: Mapping[str, Country] = field(default_factory=dict, repr=False)
    """By ISO 3166-1 alpha-3 code."""
    names: Mapping[str, Known] = field(default_factory=dict, repr=False)
    """Countries, demonyms, capitals, seats, bodies and groups."""
    roles: Mapping[str, Role] = field(default_factory=dict, repr=False)
    grammar: Mapping[str, frozenset[str]] = field(default_factory=dict, repr=False)
    """Word classes of `seats.toml`: "motion", "address", "location", …"""
    gazetteer: Gazetteer = field(default=Gazetteer(), repr=False)
    longest: int = 1
    """How many blanks-separated words the longest known name has."""

    def known(self, words: str) -> Known | None:
        """Return what these words name; an acronym must stand in capitals ("US", not "us")."""
        found = self.names.get(key_of(words))
        if found is None:
            return None
        if is_acronym(found.words) and words.replace(".", "") != found.words.replace(".", ""):
            return None
        return found

    def role(self, words: str) -> Role | None:
        """Return the role that these words name, as written or with their last word singular."""
        return self.roles.get(fold(words).replace(".", ""))


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
    agencies, outlets = tuple(_agencies()), tuple(_outlets())
    names: dict[str, Known] = {}
    listed = (*_country_names(countries.values()), *_listed_names(), *_areas())
    for known in (*listed, *_media((*agencies, *outlets))):
        names.setdefault(key_of(known.words), known)
    return Lexicon(
        agencies={fold(alias): agency for alias, agency in agencies},
        outlets={alias.casefold(): outlet for alias, outlet in outlets},
        countries=countries,
        names=names,
        roles={fold(role.words): role for role in _roles()},
        grammar=_grammar(),
        gazetteer=open_gazetteer(),
        longest=max((len(key.split()) for key in names), default=1),
    )


def _agencies() -> Iterator[tuple[str, Agency]]:
    for entry in read_entries("agencies.toml", "agency"):
        agency = Agency(entry.word("name"), entry.maybe("country"), entry.word("kind"))
        for alias in (agency.name, *entry.words("aliases")):
            yield alias, agency


def _outlets() -> Iterator[tuple[str, Outlet]]:
    for entry in read_entries("outlets.toml", "outlet"):
        outlet = Outlet(entry.word("name"), entry.maybe("country"), entry.maybe("family"))
        for alias in (outlet.name, *entry.words("aliases"), *entry.words("domains")):
            yield alias, outlet


def _countries() -> Iterator[Country]:
    for entry in read_entries("countries.toml", "country"):
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
            entry.maybe("fips"),
            int(entry.number("cow")) if "cow" in entry.values else None,
            entry.maybe("cameo"),
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
        for entry in read_entries(file, table):
            name = entry.word("name")
            country, sector = entry.maybe("country"), entry.maybe("sector")
            for words in (name, *entry.words("aliases")):
                yield Known(words, name, kind, country, sector, Sense.NAME)
            for words in entry.words("seats"):
                yield Known(words, name, kind, country, sector, Sense.CAPITAL)


def _areas() -> Iterator[Known]:
    """Yield the parts of the world that are no country: "Latin American" is not America's."""
    for entry in read_entries("places.toml", "area"):
        name = entry.word("name")
        for sense, key in ((Sense.NAME, "aliases"), (Sense.ADJECTIVE, "adjectives")):
            for words in (*entry.words(key), *((name,) if sense is Sense.NAME else ())):
                yield Known(words, name, Kind.PLACE, None, None, sense)
        for words in entry.words("people"):
            yield Known(words, name, Kind.GROUP, None, None, Sense.PEOPLE)


def _media(listed: Iterable[tuple[str, Agency | Outlet]]) -> Iterator[Known]:
    """Yield agencies and outlets by names that can't be another word ("Time" can)."""
    for alias, medium in listed:
        agency = isinstance(medium, Agency) and alias == medium.name
        if agency or " " in alias or is_acronym(alias):
            yield Known(alias, medium.name, Kind.ORGANISATION, medium.country, "JRN", Sense.NAME)


def _roles() -> Iterator[Role]:
    for entry in read_entries("roles.toml", "role"):
        sector, inherits = entry.maybe("sector"), entry.truth("inherits")
        for words in entry.words("nouns"):
            yield Role(words, sector, inherits, title=entry.truth("title"))


def _grammar() -> dict[str, frozenset[str]]:
    return {
        e.word("name"): frozenset(e.words("words")) for e in read_entries("seats.toml", "class")
    }
