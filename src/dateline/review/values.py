"""What of a record can be set right, and in which words: `status=denied`, `actor=Rui Macie`.

An empty value is nothing: `place=` takes a place away that is none of the event's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dateline.errors import CorrectionError
from dateline.knowledge.lexicon import fold
from dateline.model import Actor, Place, Report, Span, Status
from dateline.review.amounts import (
    BY,
    amount_words,
    place_words,
    read_amount,
    read_place,
    read_time,
    time_words,
)
from dateline.review.parties import party_words, read_parties
from dateline.review.targets import Coded, core_of

Changed = tuple[Report, Coded]
"""The record as it is set, and its report with the time or place that it points at."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A value of a record: how it is said in words, and how it is set by words."""

    say: Callable[[Report, Any], str]
    set: Callable[[Report, Any, str], Changed]
    """Raises `CorrectionError` for words that say no such value."""


def setting_of(field: str, name: str) -> Setting:
    """Return how a value of the records of a field is set. Raises `CorrectionError`."""
    known = SETTINGS[field]
    if name not in known:
        one = field.removesuffix("s")
        raise CorrectionError(f"no {name!r} of {_an(one)} can be set: there are {', '.join(known)}")
    return known[name]


def _an(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


# ---------------------------------------------------------------------------- plain values


def _plain(attribute: str, *, needed: bool = False) -> Setting:
    """Return how a field that holds a word or nothing is set."""

    def put(report: Report, record: Any, words: str) -> Changed:
        if needed and not words:
            raise CorrectionError(f"{attribute} can't be empty")
        return report, replace(record, **{attribute: words or None})

    return Setting(lambda _, record: getattr(record, attribute) or "", put)


def _set_category(report: Report, record: Any, words: str) -> Changed:
    """Set a category, and a mode with it: "ASSAULT/aerial"; the mode of the old one goes."""
    code, _, mode = words.partition("/")
    if not code:
        raise CorrectionError("category can't be empty: an event that is none is dropped")
    kept = record.mode if code == record.code else None
    return report, replace(record, code=code, mode=mode or kept)


def _set_status(report: Report, record: Any, words: str) -> Changed:
    if words not in set(Status):
        raise CorrectionError(f"{words!r} is no status: there are {', '.join(Status)}")
    return report, replace(record, status=Status(words))


def _set_amount(report: Report, record: Any, words: str) -> Changed:
    low, high, hedge = read_amount(words)
    return report, replace(record, low=low, high=high, hedge=hedge)


# -------------------------------------------------------------------------------- parties


def _parties(attribute: str) -> Setting:
    """Return how several parties are set."""

    def put(report: Report, record: Any, words: str) -> Changed:
        return report, replace(record, **{attribute: read_parties(words, report, record.span)})

    return Setting(lambda _, record: party_words(getattr(record, attribute)), put)


def _set_claimant(report: Report, record: Any, words: str) -> Changed:
    named: Sequence[Actor] = read_parties(words, report, record.span)
    if len(named) > 1:
        raise CorrectionError(f"{words!r} names several: one claimant was expected")
    return report, replace(record, claimed_by=named[0] if named else None)


# ------------------------------------------------------------------- what a record points at


def _say_place(report: Report, record: Any) -> str:
    return place_words(next((p for p in report.places if p.span == record.place), None))


def _set_place(report: Report, record: Any, words: str) -> Changed:
    """Point at the report's own place of this name, or else at one made of the words."""
    if not words:
        return report, replace(record, place=None)
    named = read_place(words)
    own = [place for place in report.places if _is_meant(place, named.name, named.country)]
    if own and (named.lat is None or any((p.lat, p.lon) == (named.lat, named.lon) for p in own)):
        nearest = min(own, key=lambda place: abs(place.span.start - record.span.start))
        return report, replace(record, place=nearest.span)
    span = _free(record, {place.span for place in report.places})
    place = Place(span, named.name, named.grain or "area", BY, country=named.country,
                  lat=named.lat, lon=named.lon, because=("set right by hand",))  # fmt: skip
    places = tuple(sorted((*report.places, place), key=lambda p: p.span))
    return replace(report, places=places), replace(record, place=span)


def _is_meant(place: Place, name: str, country: str | None) -> bool:
    return fold(place.name) == fold(name) and country in {None, place.country}


def _say_time(report: Report, record: Any) -> str:
    return time_words(next((time for time in report.times if time.span == record.when), None))


def _set_time(report: Report, record: Any, words: str) -> Changed:
    """Point at a time of one's own: others may mean what the report's words say."""
    if not words:
        return report, replace(record, when=None)
    time = read_time(words, _free(record, {time.span for time in report.times}))
    times = tuple(sorted((*report.times, time), key=lambda t: t.span))
    return replace(report, times=times), replace(record, when=time.span)


def _free(record: Coded, taken: set[Span]) -> Span:
    """Return characters of a record on which nothing of the kind stands yet.

    What is pointed at is known by its span, so that two must not share one.
    """
    core = core_of(record)
    shorter = (Span(core.start, end) for end in range(core.end - 1, core.start, -1))
    return next((span for span in (core, record.span, *shorter) if span not in taken), core)


_PLACE = Setting(_say_place, _set_place)
_DATE = Setting(_say_time, _set_time)
_STATUS = Setting(lambda _, record: record.status.value, _set_status)
_CLAIMANT = Setting(lambda _, record: party_words([record.claimed_by]), _set_claimant)

SETTINGS: Mapping[str, Mapping[str, Setting]] = {
    "events": {
        "category": Setting(
            lambda _, record: "/".join(filter(None, (record.code, record.mode))), _set_category
        ),
        "mode": _plain("mode"),
        "status": _STATUS,
        "actor": _parties("actors"),
        "recipient": _parties("recipients"),
        "claimant": _CLAIMANT,
        "place": _PLACE,
        "date": _DATE,
    },
    "figures": {
        "value": Setting(
            lambda _, record: amount_words((record.low, record.high, record.hedge)), _set_amount
        ),
        "measure": _plain("measure", needed=True),
        "status": _STATUS,
        "claimant": _CLAIMANT,
        "place": _PLACE,
        "date": _DATE,
    },
    "statements": {"speaker": _parties("speakers"), "date": _DATE},
}
"""What can be set of the records of each field, by the name that people call it."""
