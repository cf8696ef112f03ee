"""Label the units of a plain-text dump: a page copied as text, furniture and all.

"Skip to content / World / Bridge closed after flood / May 3, 2020 / Residents wade through …
/ The river burst its banks …": first each unit by its own wording, then the headline, what
stands between it and the body, the body, and what follows. Works on position, shape and
wording; nothing but the text is known.
"""

from __future__ import annotations

import re

from dateline.clean.lines.closing import end_body, set_portrait_aside, set_tail_aside
from dateline.clean.lines.comments import set_comments_aside
from dateline.clean.lines.core import (
    Draft,
    Judged,
    cut_to_core,
    is_item,
    is_listed,
    set_link_lists_aside,
    set_pitches_aside,
    take_learned,
)
from dateline.clean.lines.headings import choose_title
from dateline.clean.lines.lines import body_lines
from dateline.clean.lines.live import hold_entries, set_live_apart
from dateline.clean.lines.opening import (
    begin_at_dateline,
    by_picture,
    judge_above,
    judge_between,
    tells_of_body,
)
from dateline.clean.prose import (
    dateline_of,
    is_prose,
    picture_score,
    restated,
)
from dateline.clean.repeated import spare_copies
from dateline.clean.units import Unit
from dateline.clean.weights import Weights
from dateline.clean.wording import pitch_score, shape_of
from dateline.model import READ_LABELS, Label

_BESIDE_TITLE = frozenset({Label.URL, Label.CAPTION, Label.PHOTO_CREDIT, Label.BYLINE, Label.DATE})
_ITEM: Judged = (Label.BODY, "body/list")
_ENOUGH = 40
"""Units; a shorter dump has too little around its report for what was learned of whole pages."""
_PICTURE = 28
"""Words; a longer first paragraph is a caption only beside a picture's credit."""
# What opens a paragraph that needs one above it
_LEANS = re.compile(r"[\"“„«‘']|(?:He|She|It|They|His|Her|Its|Their|But|And|One of|Both)\b")


def label_dump(units: tuple[Unit, ...], weights: Weights | None = None) -> list[Judged]:
    """Return the label and rule of each unit."""
    draft = Draft(units, [shape_of(unit.text) for unit in units])
    draft.hold(i for i, unit in enumerate(units) if draft.judged[i] is None and is_prose(unit))
    if not draft.prose:
        return _without_prose(draft)
    set_live_apart(draft)
    set_link_lists_aside(draft)
    set_pitches_aside(draft)
    if not draft.prose:
        return _without_prose(draft)
    if len(units) >= _ENOUGH:
        outside = take_learned(draft, body_lines(units, weights))
    else:
        outside = cut_to_core(draft)
    outside = hold_entries(draft, begin_at_dateline(draft, outside))
    title = choose_title(draft)
    _judge_outside(draft, outside, title)
    set_comments_aside(draft, title)
    for index in tuple(spare_copies(units, draft.held)):
        draft.set(index, Label.NAV, "rest/repeated")
    _label_opening(draft, title)
    end_body(draft)
    _label_middle(draft)
    _label_rest(draft, title)
    set_portrait_aside(draft)
    set_tail_aside(draft)
    return [judged or (Label.NAV, "nav/rest") for judged in draft.judged]


def _without_prose(draft: Draft) -> list[Judged]:
    """Label a page that has no sentence: a headline and a few lines, or one line."""
    free = [i for i, judged in enumerate(draft.judged) if judged is None]
    for number, index in enumerate(free):
        words = len(draft.units[index].words)
        titled = number == 0 and len(free) > 1 and 2 <= words <= 25
        draft.judged[index] = (Label.TITLE, "title/first") if titled else (Label.BODY, "body/only")
    return [judged or (Label.BODY, "body/only") for judged in draft.judged]


def _judge_outside(draft: Draft, outside: tuple[int, ...], title: int | None) -> None:
    """Judge prose that isn't the report's: a standfirst or caption by its headline, or a teaser.

    A line that opens with a dateline and its agency is the report's all the same.
    """
    first = draft.prose[0]
    for index in outside:
        if index == title:
            continue
        opening = dateline_of(draft.units[index].text)
        if opening is not None and opening["credit"]:
            draft.judged[index] = (Label.BODY, "body/dateline")
        elif title is None or not title < index < first:
            draft.judged[index] = (Label.NAV, "nav/teaser")
        elif _is_caption(draft, index):
            draft.judged[index] = (Label.CAPTION, "caption/picture")
        elif _sums_up(draft, index, first) and index <= title + 6:
            draft.judged[index] = (Label.LEDE, "lede/standfirst")
        else:
            draft.judged[index] = (Label.NAV, "nav/teaser")


def _sums_up(draft: Draft, index: int, first: int) -> bool:
    """Whether a unit says some of what the first paragraph says, and most of it the body."""
    unit = draft.units[index]
    return restated(unit, draft.units[first]) > 0.15 and tells_of_body(draft, unit)


def _label_opening(draft: Draft, title: int | None) -> None:
    """Label what stands between headline and body: captions, then the standfirst."""
    for index in tuple(draft.prose[:3]):
        if len(draft.prose) > 1 and _is_caption(draft, index):
            if by_picture(draft, index) or _may_be_picture(draft, index):
                draft.set(index, Label.CAPTION, "caption/picture")
    if len(draft.prose) > 1 and _is_lede(draft, title, *draft.prose[:2]):
        draft.judged[draft.prose[0]] = (Label.LEDE, "lede/standfirst")
        draft.drop(draft.prose[0])


def _may_be_picture(draft: Draft, index: int) -> bool:
    """Whether the first paragraph may be a caption by its wording alone, no credit beside it.

    What was learned of whole pages knows a caption from an opening better. An opening is long,
    and what follows leans on it: '"Nobody beat us," one of them said.'
    """
    if draft.learned or index != draft.prose[0]:
        return False
    following = draft.units[draft.prose[1]].text
    return len(draft.units[index].words) <= _PICTURE and not _LEANS.match(following)


def _is_caption(draft: Draft, index: int) -> bool:
    """Whether a unit of prose tells what a picture shows."""
    unit = draft.units[index]
    if is_item(unit):
        return False
    score = picture_score(unit)
    for near in (index - 1, index + 1):
        if draft.label(near) is Label.PHOTO_CREDIT:
            score += 1.5 if draft.units[near].group == unit.group else 0.5
    # A paragraph that is one sentence and its photo credit is a caption whatever its wording.
    return score >= (3.0 if not _is_credited(draft, index) else 0.0)


def _is_credited(draft: Draft, index: int) -> bool:
    """Whether a unit opens a paragraph of two lines, the other of which is a photo credit."""
    if draft.label(index + 1) is not Label.PHOTO_CREDIT:
        return False
    groups = [unit.group for unit in draft.units[max(0, index - 1) : index + 3]]
    own = draft.units[index].group
    return groups.count(own) == 2 and draft.units[index + 1].group == own


def _is_lede(draft: Draft, title: int | None, index: int, following: int) -> bool:
    """Whether the first prose after a headline sums up what the body then begins to tell."""
    unit, body = draft.units[index], draft.units[following]
    if title is None or len(unit.words) > 75 or dateline_of(unit.text) or index > title + 6:
        return False
    if dateline_of(body.text):
        return True
    between = [draft.label(i) for i in range(index + 1, following)]
    if any(label in _BESIDE_TITLE for label in between):
        return restated(unit, body) > 0.2 or Label.BYLINE in between or Label.DATE in between
    return restated(unit, body) >= 0.6 and len(unit.words) <= 45


def _label_middle(draft: Draft) -> None:
    """Label the body, and the lines without a full stop that stand inside it."""
    first, last = draft.prose[0], draft.prose[-1]
    for index in tuple(draft.prose):
        if index not in (first, last) and _is_caption(draft, index) and by_picture(draft, index):
            draft.set(index, Label.CAPTION, "caption/picture")
        else:
            draft.judged[index] = _judge_held(draft, index)
    for index in range(first, last):
        if draft.judged[index] is None:
            found = _judge_short(draft, index)
            read = draft.learned and found[0] in READ_LABELS
            draft.judged[index] = (Label.NAV, "nav/inside") if read else found


def _judge_held(draft: Draft, index: int) -> Judged:
    """Judge a line of the report: a subhead, an item of a list, or prose."""
    unit = draft.units[index]
    if is_prose(unit) or is_listed(unit) or not draft.learned:
        return Label.BODY, "body/prose"
    headed = index - 1 in draft.held and is_prose(draft.units[index - 1])
    heads = index + 1 in draft.held and is_prose(draft.units[index + 1])
    if headed and heads and len(unit.words) <= 9:
        return Label.SUBHEAD, "subhead/short"
    return Label.BODY, "body/line"


def _judge_short(draft: Draft, index: int) -> Judged:
    """Judge a line inside the body that is no sentence."""
    unit = draft.units[index]
    if by_picture(draft, index) and not unit.alone:
        return Label.CAPTION, "caption/beside-credit"
    if unit.final and len(unit.words) > 2 and not unit.text.endswith("?"):
        return Label.BODY, "body/short"
    above = draft.units[index - 1].text.endswith(":") or draft.judged[index - 1] == _ITEM
    before, after = draft.label(index - 1), draft.label(index + 1)
    if above or is_listed(unit):
        return _ITEM
    if before is Label.LINK_OUT and not unit.alone:
        return Label.LINK_OUT, "link-out/list"
    crowded = (index - 1 not in draft.held and before is not Label.BODY) or after not in (
        Label.BODY,
        Label.CAPTION,
        Label.PHOTO_CREDIT,
    )
    if len(unit.words) <= 9 and not crowded:
        return Label.SUBHEAD, "subhead/short"
    if len(unit.words) <= 6 and after is Label.BODY:
        return Label.SUBHEAD, "subhead/short"
    return Label.LINK_OUT, "link-out/headline"


def _ends_body(draft: Draft, index: int) -> bool:
    """Whether a unit right below the body is a last, very short paragraph: "Talks go on."."""
    if index >= len(draft.units) or draft.judged[index] is not None:
        return False
    unit = draft.units[index]
    parted = draft.units[index - 1].alone and not unit.alone
    told = 3 <= len(unit.words) <= 4 and unit.text.endswith(".") and not parted
    return told and pitch_score(unit.text) < 0.5


def _label_rest(draft: Draft, title: int | None) -> None:
    """Label what is left before and after the body."""
    first, last = draft.prose[0], draft.prose[-1]
    while not draft.learned and _ends_body(draft, last + 1):
        last += 1
        draft.judged[last] = (Label.BODY, "body/short")
    if last + 2 == len(draft.units) and draft.judged[-1] is None and len(draft.units[-1].words) > 7:
        draft.judged[-1] = (Label.BODY, "body/cut-off")
    for index in range(len(draft.units)):
        if draft.judged[index] is None:
            if title is None or index < title:
                draft.judged[index] = judge_above(draft, index, title)
            elif index < first:
                draft.judged[index] = judge_between(draft, index, title)
