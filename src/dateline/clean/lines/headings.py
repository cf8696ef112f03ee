"""Choose the headline of a dump: the line above the body that reads most like it.

"Bridge closes, but who will pay?" ends as a sentence does and is none of the report's: what
stands between a section's name and "Jane Doe in Averby", above the date, is the headline.
"""

from __future__ import annotations

from dateline.clean.about.dates import find_dates
from dateline.clean.about.masthead import has_slogan, is_masthead
from dateline.clean.lines.core import Draft
from dateline.clean.prose import (
    dateline_of,
    headline_score,
    is_numbered,
    is_person_line,
    restated,
    stems,
)
from dateline.clean.wording import pitch_score
from dateline.model import Label

_MAY_HEAD = frozenset({Label.LINK_OUT, Label.CAPTION, Label.BYLINE})
"""What a headline's wording may look like: "Explainer: …", "Map: …", "Reporter: …"."""
_SIGNS = frozenset({Label.BYLINE, Label.DATE, Label.DATELINE, Label.CREDIT})
"""What stands below a headline, or below its deck."""
_APPEAL = 1.5
"""The score of a pitch from which a line above the body is likelier an appeal than its headline."""
_REACH = 60
"""Units; a headline stands no further above its body."""
_NEARLY = 2.5
"""How much more like a headline a standfirst may read than the headline right above it."""
_SIGNED = 1.5
"""What a by-line or date right below a sentence says for its being the headline."""
_NUMBERED = 2.5
"""What its number says for a line's being the headline of a situation report."""
_SENTENCE = range(3, 23)
"""Words of a headline that reads as a sentence."""


def choose_title(draft: Draft) -> int | None:
    """Label the line above the body that reads most like its headline, and return its place."""
    scores = _scores(draft)
    if not scores:
        return _title_with_a_stop(draft)
    best = max(scores, key=lambda index: (scores[index], -index))
    if _stands_above(draft, best, scores):
        best -= 1
    draft.set(best, Label.TITLE, "title/headline")
    return best


def _stands_above(draft: Draft, best: int, scores: dict[int, float]) -> bool:
    """Whether the best line is a standfirst and the headline the line above it.

    A standfirst repeats even more of the body than its headline. But no headline shares its
    paragraph with a masthead while its standfirst stands alone.
    """
    if is_numbered(draft.units[best].text):
        return False
    apart = draft.units[best].alone and not draft.units[best - 1].alone
    nearly = scores.get(best - 1, -9.0) >= scores[best] - _NEARLY
    return nearly and not apart and len(draft.units[best - 1].words) > 4


def _scores(draft: Draft) -> dict[int, float]:
    """Return how much each line that may be the headline reads as one."""
    first = draft.prose[0]
    told = draft.prose[1:] if _is_signed_sentence(draft, first) else draft.prose
    opening = stems(word for index in told[:4] for word in draft.units[index].words)
    places = [i for i in range(max(0, told[0] - _REACH), told[0]) if _may_head(draft, i)]
    scores = {}
    for index in places:
        unit = draft.units[index]
        against = (
            draft.judged[index] is not None,
            has_slogan(unit.text) or is_masthead(unit.text),
            pitch_score(unit.text) >= _APPEAL,
            is_person_line(unit.text) or unit.text.startswith("c/o "),
            dated := any(not day.value.startswith("X") for day in find_dates(unit.text)),
        )
        numbered = _NUMBERED * (is_numbered(unit.text) and not dated)
        score = headline_score(unit, opening, told[0] - index)
        scores[index] = score + numbered - 2.0 * sum(against)
    for index in places[-2:]:
        scores[index] += _SIGNED * _is_signed_sentence(draft, index)
    return scores


def _may_head(draft: Draft, index: int) -> bool:
    """Whether a line above the body may be its headline."""
    unit, judged = draft.units[index], draft.judged[index]
    if judged is not None and (judged[0] not in _MAY_HEAD or len(unit.words) < 5):
        return False
    if unit.text.endswith((".", ";", ",")) or index in draft.held:
        return _is_signed_sentence(draft, index)
    return 2 <= len(unit.words) <= 40


def _is_signed_sentence(draft: Draft, index: int) -> bool:
    """Whether a sentence stands where a headline does: a by-line or date below it, then prose."""
    unit, below = draft.units[index], index + 1
    while draft.label(below) in _SIGNS:
        below += 1
    if below == index + 1 or below not in draft.held or dateline_of(unit.text):
        return False
    shorter = len(unit.words) < len(draft.units[below].words)
    return len(unit.words) in _SENTENCE and shorter and not _is_headed(draft, index)


def _is_headed(draft: Draft, index: int) -> bool:
    """Whether a sentence is a deck: a line that may be a headline stands right above it."""
    if not index or draft.judged[index - 1] is not None:
        return False
    above = draft.units[index - 1]
    named = is_masthead(above.text) or has_slogan(above.text)
    return len(above.words) > 2 and not named and not above.text.endswith((".", ";", ","))


def _title_with_a_stop(draft: Draft) -> int | None:
    """Label a headline that ends as a sentence does, as "Will the bridge hold?" does."""
    if len(draft.prose) < 2 or any(draft.judged[i] is None for i in range(draft.prose[0])):
        return None
    first, following = (draft.units[index] for index in draft.prose[:2])
    short = 3 <= len(first.words) <= 16 and 1.5 * len(first.words) <= len(following.words)
    if not short or "”" in first.text or '"' in first.text or dateline_of(first.text):
        return None
    if not first.text.endswith(("?", "!")) and restated(first, following) < 0.5:
        return None
    index = draft.prose[0]
    draft.set(index, Label.TITLE, "title/sentence")
    return index
