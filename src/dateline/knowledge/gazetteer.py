"""Look up places by name in the packed gazetteer: "Idlib" is a city and a province.

The table (`lexicons/gazetteer.tsv.gz`, made by `training/gazetteer.py` from GeoNames and
Natural Earth) holds sorted lines: first the index, "folded name<TAB>row numbers", then the
rows. Names are found by bisection, so that opening it costs no more than splitting lines.
"""

from __future__ import annotations

import gzip
import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

_DROPPED = re.compile(r"[^\w\s-]")  # "Ta'izz", "St. Louis", "Dar`a"
_ARTICLE = re.compile(r"\b(?:ar|as|ash|at|az|ad|an|el|ez|es|ul)\b")  # "Deir ez-Zor", "As-Suwayda"


def key_of(name: str) -> str:
    """Return the form under which a place is found: no accents, marks or kinds of article."""
    plain = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("ł", "l"))
    kept = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    words = _DROPPED.sub("", kept).replace("-", " ").split()
    return _ARTICLE.sub("al", " ".join(words))


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
    province: str
    """Folded name of the province that holds it, or nothing."""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Places by folded name."""

    index: tuple[str, ...]
    rows: tuple[str, ...] = ()

    def find(self, name: str) -> tuple[Spot, ...]:
        """Return every place of this name, the most populous first, lent spellings last."""
        key = key_of(name) + "\t"
        at = bisect_left(self.index, key)
        if at == len(self.index) or not self.index[at].startswith(key):
            return ()
        return tuple(_spot(self.rows[int(n)]) for n in self.index[at][len(key) :].split(","))


def _spot(row: str) -> Spot:
    entity, name, grain, country, lat, lon, population, province = row.split("\t")
    return Spot(
        f"geonames:{entity}" if entity else None,
        name,
        grain,
        country or None,
        float(lat),
        float(lon),
        int(population),
        province,
    )


@lru_cache(maxsize=1)
def open_gazetteer() -> Gazetteer:
    """Return the gazetteer that ships with the package."""
    packed = resources.files("dateline").joinpath("lexicons", "gazetteer.tsv.gz").read_bytes()
    index, _, rows = gzip.decompress(packed).decode("utf-8").partition("\n\n")
    return Gazetteer(tuple(index.split("\n")), tuple(rows.rstrip("\n").split("\n")))
