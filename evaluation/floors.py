"""The floors: what a measure may not fall below, and the gold that they were set on.

`floors.json` holds `{"gold": digest, "floors": {"seeds/title": 1.0}}`. A floor rises with
`--raise`; it goes down only with `--allow-regression` and a line of the changelog that
names the measure.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from evaluation.measure import Measure

_PLACES = 3
_SLACK = 0.5 * 10**-_PLACES
"""Half a printed digit: what is printed as the floor isn't below it."""


@dataclass(frozen=True, slots=True)
class Floors:
    """Floors by measure, and the digest of the own gold."""

    gold: str
    floors: Mapping[str, float]


def digest(files: Iterable[Path], root: Path) -> str:
    """Return one SHA-256 over the names and bytes of these files."""
    total = sha256()
    for file in sorted(files):
        total.update(file.relative_to(root).as_posix().encode() + b"\0")
        total.update(sha256(file.read_bytes()).digest())
    return total.hexdigest()


def open_floors(path: Path) -> Floors:
    """Return the floors of a file."""
    values = json.loads(path.read_text("utf-8"))
    return Floors(values["gold"], values["floors"])


def save_floors(path: Path, floors: Floors) -> None:
    """Write floors, sorted by measure."""
    values = {"gold": floors.gold, "floors": dict(sorted(floors.floors.items()))}
    path.write_text(json.dumps(values, indent=1) + "\n", "utf-8")


def below(measures: Iterable[Measure], floors: Floors) -> list[str]:
    """Return a line for each measure that is under its floor."""
    return [
        f"{measure.key} is {measure.value:.3f}, its floor is {floors.floors[measure.key]:.3f}"
        for measure in measures
        if measure.value + _SLACK < floors.floors.get(measure.key, measure.value)
    ]


def unmeasured(measures: Iterable[Measure], sets: Iterable[str], floors: Floors) -> list[str]:
    """Return a line for each floor of a measured set that no measure answers."""
    found, measured = {measure.key for measure in measures}, set(sets)
    return [
        f"{key} has a floor and was not measured"
        for key in sorted(floors.floors)
        if key.partition("/")[0] in measured and key not in found
    ]


def raised(measures: Iterable[Measure], floors: Floors, gold: str) -> Floors:
    """Return the floors with each measure's floor at its value, where that is no lower.

    A rival has none: what it does is not ours to keep up.
    """
    new = dict(floors.floors)
    for measure in measures:
        if not measure.is_own:
            continue
        value = math.floor(measure.value * 10**_PLACES + _SLACK) / 10**_PLACES
        new[measure.key] = max(value, new.get(measure.key, value))
    return Floors(gold, new)


def lowered(measures: Iterable[Measure], floors: Floors, changelog: str) -> Floors:
    """Return the floors with those lowered whose measure the changelog names."""
    new = dict(floors.floors)
    for measure in measures:
        if (
            measure.value + _SLACK < new.get(measure.key, measure.value)
            and measure.key in changelog
        ):
            new[measure.key] = math.floor(measure.value * 10**_PLACES) / 10**_PLACES
    return Floors(floors.gold, new)
