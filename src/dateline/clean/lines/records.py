"""Label the lines of a text that is a report and nothing else, as a feed or a wire gives it.

"Bridge closed after flood / By Jane Doe / AVERBY (AFP) - The river burst its banks … / Read more:
Floods in pictures": there is no page around it, so that every line is the report's unless its
wording alone says that it is a by-line, a date, a photo's credit, a link or an appeal.
"""

from __future__ import annotations

import re

from dateline.clean.lines.core import Judged, is_listed
from dateline.clean.prose import appeal_needed, is_place_line, is_prose
from dateline.clean.units import Unit
from dateline.clean.wording import pitch_score, shape_of
from dateline.model import Label, Listing, Page

_SIGNS = re.compile(r"[\W_]+")
_APART = frozenset(Label) - {Label.NAV, Label.KICKER, Label.DATELINE}
"""What wording may set apart; a word such as "Comments" is no navigation where no page is."""
_SHORT = 9
"""Words; a subhead has no more."""


def label_record(page: Page, units: tuple[Unit, ...]) -> list[Judged]:
    """Return the label and rule of each unit of a text that is the report alone."""
    told = [unit for unit in units if is_prose(unit)]
    needed = appeal_needed(told)
    judged = [_judge(unit, needed, len(told)) for unit in units]
    opening = _opening(units, page.listing)
    if opening:
        judged[0] = (Label.TITLE, "title/listing")
    if not any(label is Label.BODY for label, _ in judged[opening:]):
        # A record of one line, or of lines that all look like furniture, is its text all the same.
        return [*judged[:opening], *[(Label.BODY, "body/only")] * (len(units) - opening)]
    _set_subheads_apart(judged, units)
    return judged


def _opening(units: tuple[Unit, ...], listing: Listing | None) -> int:
    """Return 1 where the first line is the title that the list gives, else 0."""
    title = _plain(listing.title or "") if listing else ""
    return int(bool(title) and len(units) > 1 and _plain(units[0].text) == title)


def _judge(unit: Unit, needed: float, told: int) -> Judged:
    """Judge one line by its wording alone."""
    shape = shape_of(unit.text)
    if shape is not None and shape[0] in _APART:
        return shape
    if is_place_line(unit.text) and told and unit.text.isupper():
        return Label.DATELINE, "dateline/place"
    # One appeal in a text of one or two paragraphs is what the text is about.
    if told > 2 and pitch_score(unit.text) >= needed * (1.0 + (len(unit.words) > 45)):
        return Label.PITCH, "pitch/appeal"
    return Label.BODY, "body/record"


def _set_subheads_apart(judged: list[Judged], units: tuple[Unit, ...]) -> None:
    """Label the short lines without a full stop that stand between two paragraphs."""
    for index in range(1, len(units) - 1):
        unit = units[index]
        plain = judged[index][0] is Label.BODY and not is_prose(unit) and not is_listed(unit)
        if not plain or unit.final or not 0 < len(unit.words) <= _SHORT:
            continue
        between = all(
            judged[near][0] is Label.BODY and is_prose(units[near])
            for near in (index - 1, index + 1)
        )
        if between:
            judged[index] = (Label.SUBHEAD, "subhead/short")


def _plain(text: str) -> str:
    """Return letters and digits in lower case, one blank between words."""
    return _SIGNS.sub(" ", text).strip().casefold()
