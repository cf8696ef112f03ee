"""Score figures on invented sentences whose every figure is marked, half of them kept unseen.

In "[At least 47] people were killed and [12] injured" each figure counts as found when one of
ours holds its number; its bounds, measure, hedge, status and claimant count among those found.
`right` is the share of ours that are marked. Sentences with `held` are scored apart as `held_…`
and never printed: rules are not written on them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from unicodedata import normalize

from dateline.model import Figure, Number, Report, Span
from evaluation.measure import Measure, Tally
from evaluation.reading import meet, plain_report, read_upto

Row = dict[str, Any]

_WORD = re.compile(r"\w+")
_EMPTY = frozenset("a an the his her its their our my mr mrs ms dr s".split())


def score_figure_gold(name: str, folder: Path) -> tuple[list[Measure], list[str]]:
    """Return the measures of the open sentences, then those of the ones kept unseen."""
    tallies = {False: Tally(), True: Tally()}
    for line in (folder / "sentences.jsonl").read_text("utf-8").split("\n"):
        if not line:
            continue
        row = json.loads(line)
        report = read_upto(plain_report(row["text"]), "figures")
        count_sentence(tallies[row["held"]], row, report, "held_" if row["held"] else "")
    shown, hidden = tallies[False], tallies[True]
    return shown.measures(name) + hidden.measures(name), shown.misses


def count_sentence(tally: Tally, row: Row, report: Report, prefix: str) -> None:
    """Count the figures of one sentence, and ours that nobody marked."""
    rest = list(report.figures)
    for gold in row["figures"]:
        span = Span(gold["start"], gold["end"])
        told = f"{row['id']}: {gold['words']!r} of {row['text']!r}"
        figure = _of(report, span, rest)
        tally.count(f"{prefix}found", figure is not None, told)
        if figure is None:
            continue
        rest.remove(figure)
        for attribute, found, wanted in _compared(row["text"], figure, gold):
            right = _same(attribute, found, wanted)
            tally.count(f"{prefix}{attribute}", right, f"{found} for {wanted}: {told}")
    for _ in range(len(report.figures) - len(rest)):
        tally.count(f"{prefix}right", hit=True, miss="")
    for extra in rest:
        words = extra.span.of(report.text)
        tally.count(f"{prefix}right", hit=False, miss=f"{row['id']}: extra {words!r}")


def _of(report: Report, span: Span, figures: Sequence[Figure]) -> Figure | None:
    """Return the figure whose number is the marked one, the closest one where several hold it."""
    near = [one for one in figures if meet(one.span, span)]
    numbers = [number for number in report.numbers if meet(number.span, span)]
    own = [one for one in near if any(_is_of(one, number) for number in numbers)]
    return min(own or near, key=lambda one: one.span.end - one.span.start, default=None)


def _is_of(figure: Figure, number: Number) -> bool:
    """Whether a figure is made of a number."""
    return (figure.low, figure.high) == (number.low, number.high)


def _compared(text: str, figure: Figure, gold: Row) -> list[tuple[str, object, object]]:
    """Return each attribute with what we say and what is marked."""
    low, high = figure.low, figure.high
    if figure.unit == "share":
        low, high = (None if one is None else 100 * one for one in (low, high))
    hedge = figure.hedge
    if hedge is None and figure.low == figure.high:
        hedge = "exact"  # we leave unsaid what the text does not say
    actor = figure.claimed_by
    claimant = None if actor is None else f"{actor.name}"
    if actor is not None and actor.span and not same_name(claimant, gold["claimant"]):
        claimant = actor.span.of(text)  # "Kyiv" speaks for Ukraine, "she" for the governor
    return [
        ("low_high", (low, high), (gold["low"], gold["high"])),
        ("measure", figure.measure, gold["measure"]),
        ("hedge", hedge, gold["hedge"]),
        ("status", figure.status.value, gold["status"]),
        ("claimant", claimant, gold["claimant"]),
    ]


def _same(attribute: str, found: Any, wanted: Any) -> bool:
    """Whether two values of an attribute are one."""
    if attribute == "low_high":
        return all(map(_close, found, wanted))
    return same_name(found, wanted) if attribute == "claimant" else bool(found == wanted)


def _close(found: float | None, wanted: float | None) -> bool:
    """Whether two bounds are one, rounding aside."""
    if found is None or wanted is None:
        return found is wanted
    return abs(found - wanted) <= max(1e-9, 1e-3 * abs(wanted))


def same_name(found: str | None, wanted: str | None) -> bool:
    """Whether two names are one: the words of one are among the other's, articles aside."""
    if found is None or wanted is None:
        return found is wanted
    mine, theirs = (
        {word for word in _WORD.findall(plain(name)) if word not in _EMPTY}
        for name in (found, wanted)
    )
    return bool(mine) and (mine <= theirs or theirs <= mine)


def plain(name: str) -> str:
    """Return a name in lower case without accents."""
    return normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
