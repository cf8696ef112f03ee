"""Judge what stands around a headline: kicker, place, by-line, deck, caption, navigation.

Above "Bridge closed after flood" stands "World", below it "Two villages are cut off", "Jane Doe"
and "Averby"; each is told by its shape, its place and what its neighbours have been judged to be.
"""

from __future__ import annotations

from dateline.clean.lines.core import Draft, Judged, is_item
from dateline.clean.prose import (
    dated_place,
    dateline_of,
    is_person_line,
    is_place_line,
    picture_score,
    restated,
    stems,
)
from dateline.clean.units import Unit
from dateline.model import Label

_PICTURED = frozenset({Label.CAPTION, Label.PHOTO_CREDIT})
_PARTED = 3
"""Lines of furniture; so many part a report from the teasers above it."""
_OPENS = 8
"""Words of a report's opening; a line with fewer is another thing that names an agency."""
_AGAIN = 0.9
"""The share of its words from which a line below a headline is the headline again."""
_TOLD = 0.6
"""The share of its words that the body has to use for a line below a headline to be its deck."""


def begin_at_dateline(draft: Draft, outside: tuple[int, ...]) -> tuple[int, ...]:
    """Begin the report at its wire's dateline where furniture parts it from all prose above.

    Teasers stand above "AVERBY, Norway (AP) — The bridge …"; return all prose that is outside.
    """
    opened = [index for index, unit in enumerate(draft.units) if _is_wire_opening(unit)]
    if len(opened) != 1:
        return outside
    start = opened[0]
    above = [index for index in draft.prose if index < start]
    if not above or start - above[-1] <= _PARTED:
        return outside
    draft.hold([start, *(index for index in draft.prose if index > start)])
    return tuple(sorted({*outside, *above} - {start}))


def _is_wire_opening(unit: Unit) -> bool:
    """Whether a paragraph opens as wires do: "AVERBY, Norway (AP) — The bridge …"."""
    found = dateline_of(unit.text)
    if found is None or not found["credit"] or found["dash"] == ":" or len(unit.words) < _OPENS:
        return False
    place = (found["place"] or "").split(",")[0]
    return len(place) > 2 and place.isupper()


def judge_above(draft: Draft, index: int, title: int | None) -> Judged:
    """Judge a line above the headline: its kicker, or navigation."""
    unit, above = draft.units[index], index - 1
    if title is None and is_place_line(unit.text):
        return Label.DATELINE, "dateline/place"
    if title is not None and title - index <= 4 and dated_place(unit.text):
        return Label.DATELINE, "dateline/place-date"
    crowd = above >= 0 and draft.judged[above] == (Label.NAV, "nav/above")
    if title is not None and index == title - 1 and len(unit.words) <= 4 and not crowd:
        return Label.KICKER, "kicker/above-title"
    return Label.NAV, "nav/above"


def judge_between(draft: Draft, index: int, title: int) -> Judged:
    """Judge a line between headline and body that is no sentence."""
    unit = draft.units[index]
    if is_item(unit):
        return Label.BODY, "body/item"
    if is_place_line(unit.text) and index == draft.prose[0] - 1:
        return Label.DATELINE, "dateline/place"
    if dated_place(unit.text):
        return Label.DATELINE, "dateline/place-date"
    credited = Label.PHOTO_CREDIT in (draft.label(index - 1), draft.label(index + 1))
    if is_person_line(unit.text) and not credited:
        return Label.BYLINE, "byline/name"
    if by_picture(draft, index):
        return Label.CAPTION, "caption/beside-credit"
    if is_person_line(unit.text):
        return Label.BYLINE, "byline/name"
    if index == title + 1 and len(unit.words) >= 6:
        return _judge_deck(draft, unit, draft.units[title])
    if picture_score(unit) >= 2.5 or len(unit.words) >= 6:
        return Label.CAPTION, "caption/opening"
    return Label.NAV, "nav/opening"


def _judge_deck(draft: Draft, unit: Unit, title: Unit) -> Judged:
    """Judge the line below the headline: a deck, unless it is the headline again or a teaser.

    A deck tells of what the body tells, in its words; a teaser names another report.
    """
    if restated(unit, title) >= _AGAIN:
        return Label.NAV, "nav/title-again"
    return (Label.LEDE, "lede/deck") if tells_of_body(draft, unit) else (Label.NAV, "nav/teaser")


def tells_of_body(draft: Draft, unit: Unit) -> bool:
    """Whether the body uses most words of a unit; where it was learned what the body is."""
    told = stems(word for index in draft.prose for word in draft.units[index].words)
    spoken = stems(unit.words)
    return not draft.learned or len(spoken & told) >= _TOLD * len(spoken)


def by_picture(draft: Draft, index: int) -> bool:
    """Whether a photo credit or another caption stands beside a unit."""
    return any(draft.label(near) in _PICTURED for near in (index - 1, index + 1))
