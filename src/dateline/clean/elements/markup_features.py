"""Describe each unit of an HTML page by numbers: its words, its elements, what stands around it.

In `<div class=story><p>The river burst its banks on Monday, officials said.</p></div>` the
unit has nine words, ends as a sentence does, stands two elements below the page's root in one
that says `story`, and that element holds all the page's prose.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dateline.clean.around import shifted
from dateline.clean.elements.containers import (
    Containers,
    Numbers,
    Whole,
    containers_of,
    mass,
    outwards,
)
from dateline.clean.elements.element_names import group_names, name_list
from dateline.clean.elements.unit_features import (
    HEADING,
    HEADLINE,
    LOWEST_HEADING,
    Features,
    describe_units,
)
from dateline.clean.elements.votes import votes
from dateline.clean.units import Unit
from dateline.model import Page

_APART = ("comments", "consent", "newsletter", "in_aside", "in_footer", "in_form", "in_button")
"""What never holds a report, unless it holds the headline too."""
_LOW = (
    "related teaser sidebar widget frame comments share newsletter appeal advert consent popup"
    " byline in_aside in_footer in_nav in_form"
).split()
_HIGH = ("story", "told", "in_article")
_BRANCHES = frozenset(
    "in_aside in_header in_footer in_nav in_figure in_blockquote in_form in_button in_ul"
    " in_table".split()
)


@dataclass(frozen=True, slots=True)
class Described:
    """The units of a page, described."""

    features: Features
    containers: Containers
    title: int | None
    """The unit that is most like what the head calls the page."""


def describe_markup(page: Page, units: Sequence[Unit]) -> Described:
    """Return the features of each unit of an HTML page."""
    found = describe_units(page, units)
    containers = containers_of(units)
    title = _title_among(found)
    path = np.zeros(0, np.int64) if title is None else containers.path(title)
    found |= branched("title", containers, path)
    found |= _named(containers)
    found["apart"] = _set_apart(found)
    found["vote"] = votes(page.markup or "", units)
    found |= _placed(found, title)
    found |= _headed(found, title)
    told = np.where(
        (found["final"] > 0) & (found["linked"] < 0.6) & (found["words"] >= 6), found["words"], 0.0
    )
    told = np.where(found["apart"] > 0, 0.0, np.minimum(told, 120.0))
    total = max(1.0, float(told.sum()))
    found |= _told(found, told, total)
    found |= _held(found, containers, told, total)
    held = mass(containers.elements, told)
    found |= branched("core", containers, containers.core(held, 0.5, total))
    found |= apart_from("wide", containers, containers.core(held, 0.8, total))
    return Described(found, containers, title)


def branched(about: str, containers: Containers, path: Whole) -> Features:
    """Return where units part from the path to a core, and what is said from there on."""
    found = apart_from(about, containers, path)
    names = name_list()
    said = containers.said_below(containers.shared(path))
    for place, name in enumerate(names):
        if place < len(group_names()) or name in _BRANCHES:
            found[f"{about}_{name}"] = said[:, place].astype(float)
    low = [names.index(name) for name in _LOW]
    found[f"{about}_low"] = said[:, low].sum(axis=1).astype(float)
    return found


def apart_from(about: str, containers: Containers, path: Whole) -> Features:
    """Return how many elements up, then down, lead from a core to each unit."""
    shared = containers.shared(path)
    return {
        f"{about}_up": (len(path) - shared).astype(float),
        f"{about}_down": (containers.depth - shared).astype(float),
    }


def _title_among(found: Features) -> int | None:
    """Return the unit that is most like the page's title, or its first headline."""
    score = found["titled"] - 0.3 * (found["linked"] > 0.8)
    score = score + 0.3 * (found["tag"] == HEADLINE) + 0.1 * (found["tag"] == HEADING)
    best = int(np.argmax(score))
    return best if found["titled"][best] > 0.3 or found["tag"][best] == HEADLINE else None


def _named(containers: Containers) -> Features:
    """Return how near each unit every name is."""
    near, names = containers.nearness(), name_list()
    found = {f"near_{name}": near[:, place] for place, name in enumerate(names)}
    found["near_low"] = near[:, [names.index(name) for name in _LOW]].max(axis=1)
    found["near_high"] = near[:, [names.index(name) for name in _HIGH]].max(axis=1)
    found["high_low"] = found["near_high"] - found["near_low"]
    return found


def _set_apart(found: Features) -> Numbers:
    """Return 1 for the units of a comment, a cookie notice, a form, a page's foot."""
    said = sum(found[f"title_{name}"] for name in _APART)
    return np.asarray(said > 0, float)


def _placed(found: Features, title: int | None) -> Features:
    """Return where each unit stands on the page, and what its neighbours are."""
    place = np.arange(len(found["words"]), dtype=np.float64)
    none = np.full(len(place), -999.0)
    heads = np.flatnonzero(found["tag"] == HEADLINE)
    placed = {
        "place": place / max(1.0, len(place) - 1.0),
        "from_start": place,
        "from_end": len(place) - 1.0 - place,
        "from_title": none if title is None else np.clip(place - title, -200, 200),
        "from_head": np.clip(place - heads[0], -200, 200) if len(heads) else none,
    }
    for step in (-2, -1, 1, 2):
        for name in ("words", "final", "linked", "tag", "capitals", "stops"):
            placed[f"{name}{step:+d}"] = shifted(found[name], step, -1.0)
    return placed


def _headed(found: Features, title: int | None) -> Features:
    """Return what the last heading above each unit is: a teaser's is a link.

    With it how many headings that are links stand between the title and the unit.
    """
    size = len(found["words"])
    place = np.arange(size)
    heads = np.flatnonzero((found["tag"] >= HEADLINE) & (found["tag"] <= LOWEST_HEADING))
    linked = np.zeros(size)
    linked[heads] = found["linked"][heads] > 0.8
    passed = np.concatenate([[0.0], np.cumsum(linked)])[:-1]
    headed = {
        "head_linked": np.full(size, -1.0),
        "head_tag": np.zeros(size),
        "head_away": np.full(size, 99.0),
        "heads_passed": passed - (passed[title] if title is not None else 0.0),
    }
    last = np.searchsorted(heads, place, "left") - 1
    below = last >= 0
    above = heads[last[below]]
    headed["head_linked"][below] = found["linked"][above]
    headed["head_tag"][below] = found["tag"][above]
    headed["head_away"][below] = np.minimum(place[below] - above, 99)
    return headed


def _told(found: Features, told: Numbers, total: float) -> Features:
    """Return how much prose stands before, after and around each unit."""
    summed, size = np.concatenate([[0.0], np.cumsum(told)]), len(told)
    place = np.arange(size)
    around = {
        "told": told,
        "total": np.full(size, told.sum()),
        "share": found["words"] / max(1.0, float(found["words"].max())),
        "told_before": summed[:-1] / total,
    }
    for reach in (1, 3, 6):
        around[f"told_last{reach}"] = summed[place] - summed[np.maximum(0, place - reach)]
        until = summed[np.minimum(size, place + reach + 1)]
        around[f"told_next{reach}"] = until - summed[place + 1]
    return around


def _held(found: Features, containers: Containers, told: Numbers, total: float) -> Features:
    """Return what the elements around each unit hold: prose, links, units."""
    counted, linked = found["words"], found["words"] * found["linked"]
    held: Features = {}
    for which, numbers in (("element", containers.elements), ("kind", containers.kinds)):
        prose, spoken, links = (mass(numbers, values) for values in (told, counted, linked))
        units = mass(numbers, np.ones(len(told)))
        for steps in range(4):
            holder = outwards(numbers, containers.depth, steps)
            least = np.maximum(1.0, spoken[holder])
            held[f"{which}_told{steps}"] = prose[holder] / total
            held[f"{which}_dense{steps}"] = prose[holder] / least
            held[f"{which}_linked{steps}"] = links[holder] / least
            if steps < 3:
                held[f"{which}_units{steps}"] = units[holder]
    return held
