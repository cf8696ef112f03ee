"""What other codings call PLOVER's acts: `("ASSAULT", "drone")` is CAMEO's 1952, scale -9.5.

The way back to CAMEO loses what PLOVER holds in modes, so a code is fine only where the mode
determines it; else it is the root followed by "0", CAMEO's own "not specified below".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from dateline.knowledge.entries import read_entries
from dateline.knowledge.lexicon import fold


@dataclass(frozen=True, slots=True)
class Act:
    """A category, or a category and mode."""

    scale: float
    """PLOVER's intensity, -10 to 10."""
    cameo: str
    """CAMEO's code, three or four digits."""
    goldstein: float
    quad: int
    """CAMEO's quadrant, which is not always PLOVER's."""

    @property
    def base(self) -> str:
        """CAMEO's code on its second level."""
        return self.cameo[:3]

    @property
    def root(self) -> str:
        """CAMEO's code on its first level."""
        return self.cameo[:2]


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """Acts by category and mode, and CAMEO's types of actors by PLOVER's sectors."""

    acts: Mapping[tuple[str, str | None], Act]
    sectors: Mapping[str, str | None]
    """Those that differ; `None` where CAMEO has no word."""
    cameo: Mapping[str, str]
    """PLOVER's categories by the beginning of CAMEO's codes."""
    acled: Mapping[str, str]
    """PLOVER's categories by ACLED's types, finer ones too, as lexicons compare words."""

    def of_cameo(self, code: str) -> str | None:
        """Return the category of the longest beginning of a code that is known."""
        begun = (code[:length] for length in range(len(code), 1, -1))
        return next((self.cameo[part] for part in begun if part in self.cameo), None)

    def act(self, code: str, mode: str | None) -> Act:
        """Return an act; a mode that has no line of its own is its category's."""
        return self.acts.get((code, mode)) or self.acts[code, None]

    def type_of(self, sector: str | None) -> str | None:
        """Return what CAMEO calls a sector."""
        return None if sector is None else self.sectors.get(sector, sector)


@lru_cache(maxsize=1)
def open_crosswalk() -> Crosswalk:
    """Return the crosswalk that ships. Raises `CodebookError` with file and line."""
    sectors = read_entries("crosswalk.toml", "sector")
    back = read_entries("crosswalk.toml", "back")
    acled = read_entries("crosswalk.toml", "acled")
    return Crosswalk(
        dict(_acts()),
        {entry.word("plover"): entry.maybe("cameo") for entry in sectors},
        {code: entry.word("code") for entry in back for code in entry.words("cameo")},
        {fold(kind): entry.word("code") for entry in acled for kind in entry.words("kinds")},
    )


def _acts() -> Iterator[tuple[tuple[str, str | None], Act]]:
    roots = {entry.word("code"): entry for entry in read_entries("crosswalk.toml", "root")}
    for entry in read_entries("crosswalk.toml", "act"):
        cameo = entry.word("cameo").ljust(3, "0")
        root = roots.get(cameo[:2])
        if root is None:
            raise entry.fail(f"CAMEO has no root {cameo[:2]}")
        judged = entry if "goldstein" in entry.values else root
        yield (
            (entry.word("code"), entry.maybe("mode")),
            Act(entry.number("scale"), cameo, judged.number("goldstein"), int(root.number("quad"))),
        )
