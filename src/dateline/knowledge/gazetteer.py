"""Look up places by name in the packed gazetteer: "Idlib" is a city and a province.

The table (`lexicons/gazetteer.tsv.gz`, made by `training/gazetteer.py` from GeoNames, Natural
Earth and the United States Census) is a row of gzip members, so that `zcat` shows it. The first
holds the index, sorted lines of "folded name<TAB>where its rows begin", and a list of the
other members, which hold the rows, place by place. Names are found in the bytes, and rows are
unpacked when they are asked for: a quarter of a million places open in a tenth of a second.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import resources
from itertools import accumulate, pairwise

_DROPPED = re.compile(r"[^\w\s-]")  # "Ta'izz", "St. Louis", "Dar`a"
_ARTICLE = re.compile(r"\b(?:ar|as|ash|at|az|ad|an|el|ez|es|ul)\b")  # "Deir ez-Zor", "As-Suwayda"
_GZIP = 31
"""How zlib is told of a gzip header."""
_VOWELS = re.compile(r"[aeiouyw]+|h$")  # "Shaykhun", "Sheikhoun"; "Latamneh", "Latamna"
_TWICE = re.compile(r"(.)\1+")  # "Qusayyir"
_ALIKE = str.maketrans({"q": "k", "c": "k", "z": "s"})
_HEARD = 4
"""How many consonants tell a place."""
_STRETCH = 4_096
"""Bytes of the index that are searched from end to end."""
_LETTERS = str.maketrans({"ı": "i", "ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ð": "d"})
_SHORT = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}


@lru_cache(maxsize=50_000)
def key_of(name: str) -> str:
    """Return the form under which a place is found: no accents, marks or kinds of article."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    words = _DROPPED.sub("", kept).replace("-", " ").split()
    return _ARTICLE.sub("al", " ".join(_SHORT.get(word, word) for word in words))


def sound_of(name: str) -> str | None:
    """Return the consonants of a name, by which spellings from other scripts agree.

    "Latamina" and "Al Laţāminah" are "ltmn"; `None` where too little is left to tell.
    """
    words = (word for word in key_of(name).split() if word != "al")
    heard = (_TWICE.sub(r"\1", _VOWELS.sub("", word.translate(_ALIKE))) for word in words)
    kept = " ".join(filter(None, heard))
    return f"~{kept}" if len(kept.replace(" ", "")) >= _HEARD else None


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the gazetteer."""

    entity: str | None
    """ "geonames:169389"; `None` for a region that has no number there."""
    name: str
    grain: str
    country: str | None
    lat: float
    lon: float
    population: int
    """Inhabitants; of a province or county, those of the towns in it that are listed."""
    within: tuple[str, ...]
    """Folded names of what holds it, the smallest first: county, province, region."""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Places by folded name."""

    index: bytes = b"\n"
    """Lines in the order of their bytes, each after a line break."""
    lines: tuple[bytes, ...] = field(default=(), compare=False)
    """The first line of each stretch of the index."""
    stretches: tuple[int, ...] = field(default=(), compare=False)
    """Where each of them begins."""
    members: tuple[int, ...] = field(default=(), compare=False)
    """Where the rows of each member begin, counted in bytes of all rows."""
    packed: tuple[bytes, ...] = field(default=(), compare=False)
    """The members."""

    def find(self, name: str) -> tuple[Spot, ...]:
        """Return every place of this name, the most populous first, lent spellings last."""
        return _found(self, key_of(name))

    def alike(self, name: str) -> tuple[Spot, ...]:
        """Return the places whose name another script may spell like this one.

        Only places of countries that write in Arabic, Cyrillic and the like are listed so.
        """
        sound = sound_of(name)
        return () if sound is None else _found(self, sound)


@lru_cache(maxsize=20_000)
def _found(gazetteer: Gazetteer, key: str) -> tuple[Spot, ...]:
    """Return the places that a folded name leads to."""
    index, stretches = gazetteer.index, gazetteer.stretches
    line = f"{key}\t".encode()
    stretch = bisect_right(gazetteer.lines, line + b"\xff") - 1
    if stretch < 0:
        return ()
    end = stretches[stretch + 1] if stretch + 1 < len(stretches) else len(index)
    at = index.find(b"\n" + line, stretches[stretch], end)
    if at < 0:
        return ()
    listed = index[at + 1 + len(line) : index.index(b"\n", at + 1)]
    return tuple(_spot(gazetteer, int(start)) for start in listed.split(b","))


def _spot(gazetteer: Gazetteer, start: int) -> Spot:
    """Return the place whose row begins here."""
    member = bisect_right(gazetteer.members, start) - 1
    rows = _unpacked(gazetteer, member)
    first = start - gazetteer.members[member]
    row = rows[first : rows.index(b"\n", first)].decode("utf-8")
    entity, name, grain, country, lat, lon, population, within = row.split("\t")
    return Spot(
        f"geonames:{entity}" if entity else None,
        name,
        grain,
        country or None,
        float(lat),
        float(lon),
        int(population),
        tuple(within.split("|")) if within else (),
    )


@cache
def _unpacked(gazetteer: Gazetteer, member: int) -> bytes:
    """Return the rows of a member."""
    return zlib.decompress(gazetteer.packed[member], _GZIP)


@lru_cache(maxsize=1)
def open_gazetteer() -> Gazetteer:
    """Return the gazetteer that ships with the package."""
    packed = resources.files("dateline").joinpath("lexicons", "gazetteer.tsv.gz").read_bytes()
    return read_gazetteer(packed)


def read_gazetteer(table: bytes) -> Gazetteer:
    """Return the gazetteer of a table: a member with the index, an empty line and the list of
    the other members (where their rows begin, how many bytes they take), then those members.
    """
    head = zlib.decompressobj(_GZIP)
    index, _, listed = head.decompress(table).partition(b"\n\n")
    members, sizes = zip(*(map(int, line.split()) for line in listed.splitlines()), strict=True)
    ends = tuple(accumulate(sizes, initial=0))
    rest = head.unused_data
    packed = tuple(rest[start:end] for start, end in pairwise(ends))
    index += b"\n"
    cuts = (index.rfind(b"\n", 0, at + 1) for at in range(0, len(index) - 1, _STRETCH))
    stretches = tuple(dict.fromkeys(cuts))
    lines = tuple(index[at + 1 : index.index(b"\n", at + 1)] for at in stretches)
    return Gazetteer(index, lines, stretches, members, packed)
