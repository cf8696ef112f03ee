"""Describe what stands around each line of a dump: its neighbours, and where on the page it is.

"Ferry sinks off the cape" is a headline above four paragraphs of sentences and a teaser among
twenty lines of its own length; only what stands around it tells.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dateline.clean.lines.features import Column, Columns

_PASSED_ON = ("words", "final", "shape", "stops", "topic", "capitals", "telling")
_NEAR = (-4, -3, -2, -1, 1, 2, 3, 4)
_WINDOWS = (3, 8, 20)
_COLON = 4.0
"""What the feature `ends` is of "The tour's dates:"."""


def surround(own: Columns) -> Columns:
    """Return the features of each line with those of its neighbours and of its place."""
    columns = dict(own)
    size = len(own["words"])
    place = np.arange(size, dtype=np.float64)
    prose = own["words"] * own["final"] * (own["words"] >= 5)
    columns["from_start"], columns["from_end"] = place, size - 1 - place
    columns["place"] = place / max(1, size - 1)
    columns |= _told(prose)
    short = (own["words"] < 6).astype(np.float64)
    aside = own["site"] + own["sharing"] + own["onward"] + own["replies"]
    again = np.minimum(own["repeated"], 3)
    for reach in _WINDOWS:
        columns[f"prose~{reach}"] = window(prose, reach)
        columns[f"short~{reach}"] = window(short, reach)
        columns[f"topic~{reach}"] = window(own["topic"] * np.minimum(own["words"], 40), reach)
        columns[f"aside~{reach}"] = window(aside, reach)
        columns[f"mine~{reach}"] = window((own["mine"] + own["reader"]) * own["words"], reach)
        columns[f"repeated~{reach}"] = window(again, reach)
        columns[f"digits~{reach}"] = window(own["digits"], reach)
        columns[f"clock~{reach}"] = window(own["clock"], reach)
        columns[f"capitals~{reach}"] = window(own["capitals"], reach)
        columns[f"telling~{reach}"] = window(own["telling"] * own["words"], reach)
    for name in _PASSED_ON:
        for step in _NEAR:
            columns[f"{name}{step:+d}"] = shifted(own[name], step)
    return columns | _distances(own, prose) | _marked(own)


def _told(prose: Column) -> Columns:
    """Return how much of the page's prose stands before each line, and how much there is."""
    before = np.cumsum(prose) - prose
    total = float(prose.sum())
    return {
        "told_before": before,
        "told_after": total - before - prose,
        "told_share": before / max(1.0, total),
        "told": np.full(len(prose), total),
    }


def _distances(own: Columns, prose: Column) -> Columns:
    """Return how far the next long paragraph is on both sides, and the last end mark."""
    place = np.arange(len(prose), dtype=np.float64)
    long = prose >= 20
    before = np.maximum.accumulate(np.where(long, place, -200))
    after = np.minimum.accumulate(np.where(long, place, len(prose) + 200)[::-1])[::-1]
    marked = np.maximum.accumulate(np.where(own["end_mark"] > 0, place, -500))
    runs = own["words"] >= 6
    return {
        "since_long": _moved(place - before, 1, 200.0),
        "until_long": _moved(after - place, -1, 200.0),
        "since_mark": np.minimum(500.0, place - marked),
        "marks": np.cumsum(own["end_mark"]),
        "run_long": _run(runs),
        "run_short": _run(~runs),
    }


def _marked(own: Columns) -> Columns:
    """Return how far above and below each line is what interrupts or announces.

    A list after "The tour's dates:" is the report's; one after "Related", or one whose items are
    each dated or repeated, isn't.
    """
    apart = (own["shape"] > 0) | (own["site"] + own["sharing"] + own["onward"] > 0.34)
    dated = (own["clock"] > 0.3) | (own["digits"] > 0.2)
    announced = (own["ends"] == _COLON) & (own["words"] >= 3)
    again = (own["repeated"] > 0) & (own["words"] > 0)
    columns = {}
    for name, wanted in (
        ("apart", apart),
        ("dated", dated),
        ("colon", announced),
        ("again", again),
    ):
        columns[f"since_{name}"], columns[f"until_{name}"] = _reach(wanted)
    likeness = (own["starts"] == shifted(own["starts"], -1)) & (
        own["ends"] == shifted(own["ends"], -1)
    )
    columns["run_alike"] = _run(likeness)
    return columns


def _reach(wanted: NDArray[np.bool_]) -> tuple[Column, Column]:
    """Return how many lines above and below each line the next wanted one is, at most 60."""
    place = np.arange(len(wanted), dtype=np.float64)
    before = np.maximum.accumulate(np.where(wanted, place, -60))
    after = np.minimum.accumulate(np.where(wanted, place, len(wanted) + 60)[::-1])[::-1]
    return _moved(place - before, 1, 60.0), _moved(after - place, -1, 60.0)


def _moved(values: Column, step: int, outside: float) -> Column:
    """Return the values of the lines one above (1) or below (-1), at most `outside`."""
    return np.minimum(outside, shifted(values.astype(np.float64), -step, outside) + 1)


def _run(wanted: NDArray[np.bool_]) -> Column:
    """Return for each line how many wanted lines stand in a row where it stands."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], wanted, [False]]).astype(np.int8)))
    found = np.zeros(len(wanted))
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        found[start:end] = end - start
    return found


def shifted(values: Column, step: int, outside: float = -1.0) -> Column:
    """Return for each line the value of the one `step` below it."""
    found = np.full(len(values), outside)
    if step > 0:
        found[:-step] = values[step:]
    elif step < 0:
        found[-step:] = values[:step]
    return found


def window(values: Column, reach: int) -> Column:
    """Return the sum over the lines at most `reach` away, without the line's own."""
    total = np.concatenate([[0.0], np.cumsum(values)])
    place = np.arange(len(values))
    low, high = np.maximum(0, place - reach), np.minimum(len(values), place + reach + 1)
    return np.asarray(total[high] - total[low] - values)
