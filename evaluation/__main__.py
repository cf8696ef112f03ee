"""Run the sets, print one line a measure, and compare with the floors."""

from __future__ import annotations

import argparse
import json
import platform
import sys
from collections.abc import Sequence
from importlib.metadata import version
from time import perf_counter

from dateline.desk import knowledge
from dateline.text.heads import weights_digest
from evaluation.floors import below, digest, lowered, open_floors, raised, save_floors, unmeasured
from evaluation.measure import Measure
from evaluation.rivals import missing_rivals
from evaluation.sets import GOLD, ROOT, SETS, Set

FLOORS = ROOT / "evaluation" / "floors.json"
RESULTS = ROOT / "evaluation" / "results.json"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure the sets that are asked for; return 1 when one fails, 2 when one is unknown."""
    asked = _parser().parse_args(arguments)
    unknown = set(asked.sets) - {"quick", *(one.name for one in SETS)}
    if unknown:
        print(f"no such set: {', '.join(sorted(unknown))}; there are: quick", end="")
        print("".join(f", {one.name}" for one in SETS))
        return 2
    chosen = [one for one in SETS if _is_asked(one, asked.sets)]
    measures, problems, skipped = _measure(chosen, misses=asked.misses)
    problems += _compare(measures, [one.name for one in chosen if one.name not in skipped], asked)
    if not asked.sets:
        _save_results(measures, skipped)
    for problem in problems:
        print(f"FAILED {problem}")
    return 1 if problems else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    parser.add_argument("sets", nargs="*", metavar="SET", help='"quick" or names; all by default')
    parser.add_argument("--misses", action="store_true", help="also print what was missed")
    parser.add_argument("--raise", dest="rise", action="store_true", help="raise the floors")
    parser.add_argument(
        "--allow-regression",
        action="store_true",
        help="lower the floors of measures that CHANGELOG.md names",
    )
    return parser


def _is_asked(one: Set, names: Sequence[str]) -> bool:
    if not names:
        return True
    return one.name in names or (one.quick and "quick" in names)


def _measure(chosen: Sequence[Set], *, misses: bool) -> tuple[list[Measure], list[str], list[str]]:
    """Return measures, problems and the names of the sets whose data is not here."""
    measures: list[Measure] = []
    problems: list[str] = []
    skipped: list[str] = []
    for rival in missing_rivals():
        print(f"@{rival} skipped: its package is not installed")
    for one in chosen:
        start, folder = perf_counter(), one.find()
        if folder is None:
            print(f"{one.name} skipped: its data is not here")
            skipped.append(one.name)
            continue
        scores = one.score(one.name, folder)
        if not scores.measures:
            problems.append(f"{one.name}: its data is here and nothing was measured")
        print(*scores.measures, sep="\n", flush=True)
        if misses:
            print(*(f"    {miss}" for miss in scores.misses), sep="\n", flush=True)
        print(f"    {one.name} took {perf_counter() - start:.0f} s", flush=True)
        measures += scores.measures
    return measures, problems, skipped


def _compare(measures: list[Measure], sets: list[str], asked: argparse.Namespace) -> list[str]:
    """Return what is under its floor; first move the floors where that is asked for."""
    floors, gold = open_floors(FLOORS), gold_digest()
    if asked.allow_regression:
        floors = lowered(measures, floors, (ROOT / "CHANGELOG.md").read_text("utf-8"))
    if asked.rise:
        floors = raised(measures, floors, gold)
    if asked.allow_regression or asked.rise:
        save_floors(FLOORS, floors)
    problems = below(measures, floors) + unmeasured(measures, sets, floors)
    if floors.gold != gold:
        problems.append("the gold is not that of floors.json: look at both, then use --raise")
    return problems


def gold_digest() -> str:
    """Return the digest of the project's own gold and the pages that it speaks of."""
    examples = ROOT / "examples"
    files = [path for folder in (GOLD, examples) for path in folder.rglob("*") if path.is_file()]
    return digest(files, ROOT)


def code_digest() -> str:
    """Return the digest of the code and the knowledge that were measured."""
    source = ROOT / "src" / "dateline"
    files = [path for path in source.rglob("*") if path.is_file() and path.suffix != ".pyc"]
    return digest(files, ROOT)


def _save_results(measures: Sequence[Measure], skipped: Sequence[str]) -> None:
    """Keep the table of a whole run with what it was measured on."""
    table = {measure.key: kept_row(measure) for measure in measures}
    results = {
        "version": version("dateline"),
        "python": platform.python_version(),
        "code": code_digest(),
        "weights": weights_digest(str(knowledge().weights)),
        "gold": gold_digest(),
        "skipped": [*skipped, *(f"@{rival}" for rival in missing_rivals())],
        "measures": table,
    }
    RESULTS.write_text(json.dumps(results, indent=1) + "\n", "utf-8")


def kept_row(measure: Measure) -> dict[str, float]:
    """Return value, cases and, where it was drawn, standard error of a measure."""
    row = {"value": round(measure.value, 3), "n": measure.count}
    return row if measure.error is None else {**row, "se": round(measure.error, 3)}


if __name__ == "__main__":
    sys.exit(main())
