"""Label the units of an HTML page: what is likely its main text, then tags, classes, wording.

In `<figure><img><figcaption>Residents wade …</figcaption></figure><p>The river burst …</p>`
the first unit is a caption by its tag and the second body, as it is likely the report's and
nothing in its wording speaks against it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from dateline.clean.elements.choice import chosen
from dateline.clean.elements.main_text import main_text
from dateline.clean.elements.stretches import plain_words, stretches_in
from dateline.clean.lines.core import Judged
from dateline.clean.lines.dumps import label_dump
from dateline.clean.prose import appeal_needed, dated_place, is_prose
from dateline.clean.units import Unit
from dateline.clean.weights import Weights, shipped_weights
from dateline.clean.wording import shape_of
from dateline.model import Label, Page

# Class names and roles, as whole words of "div.story-byline#top"
_HINTS: tuple[tuple[Label, str, re.Pattern[str]], ...] = (
    (
        Label.CAPTION,
        "figcaption",
        re.compile(r"figcaption|\bcaption|wp-caption|image-?(?:desc|text)"),
    ),
    (
        Label.PHOTO_CREDIT,
        "credit-class",
        re.compile(r"photo-?credit|image-?credit|img-?credit|copyright-?holder|media-?credit"),
    ),
    (
        Label.BYLINE,
        "byline-class",
        re.compile(r"byline|\bauthor|contributor|article-?info__author"),
    ),
    (
        Label.DATE,
        "date-class",
        re.compile(
            r"^time\b|\bdate\b|dateline|timestamp|publish(?:ed)?-?(?:date|time|on)|datepublished|post-?date"
        ),
    ),
    (
        Label.PITCH,
        "pitch-class",
        re.compile(r"newsletter|subscri|sign-?up|paywall|promo\b|donat|advert|\bads?\b|sponsor"),
    ),
    (Label.NAV, "cookie-class", re.compile(r"cookie|consent|gdpr")),
    (
        Label.LINK_OUT,
        "related-class",
        re.compile(
            r"related|recommend|read-?more|more-?(?:on|from|stories)|\bteaser|trending|most-?(?:read|popular)|recirc|taboola|outbrain|also-?read|inline-?link"
        ),
    ),
    (
        Label.NAV,
        "page-class",
        re.compile(
            r"breadcrumb|\bnav\b|navigation|menu|share|social|\bcomments?\b|disqus|footer|\btags?\b|toolbar|sidebar|skip-"
        ),
    ),
)
# Any of them, wherever in a word: without "\b" and "^" each begins with a letter, and is found fast
_ANY_HINT = re.compile(re.sub(r"\\b|\^", "", "|".join(hint.pattern for _, _, hint in _HINTS)))
_LEDE = re.compile(
    r"standfirst|\blede\b|\bdek\b|\bdeck\b|sub-?(?:title|head(?:line)?)\b|summary|excerpt|article-?intro|\bintro\b|lead-?(?:text|paragraph)|\bteaser-?text|description"
)
_KICKER = re.compile(
    r"kicker|eyebrow|section-?(?:name|label|title)|category|overline|topic|\blabel\b|rubric"
)
# What sites call the boxes in which they speak of themselves: "p.box", "blockquote.promo"
_BOXED = re.compile(
    r"promo|\bbox\b|callout|newsletter|subscri|sign-?up|donat|appeal|\bcta\b|member|support|banner"
)
_SURE = 0.8
"""The likelihood from which a unit is the report's though it is a link and nothing else."""
_FEWEST = 20
"""Words; where fewer are found the elements are of no help, and the page is read as a dump."""
_INNERMOST = 3
"""Elements; a class further out that speaks of captions holds more than one."""
_LONGEST_TITLE = 300
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LISTED = frozenset({"li", "td", "dd", "pre"})
_ONWARD = frozenset({Label.LINK_OUT, Label.PITCH, Label.PHOTO_CREDIT, Label.CAPTION})
"""What a heading or an item of the report's own lists may be by its wording."""
_MOMENT = 6
"""Words; "Updated 14:05 BST on Monday" has no more."""
# What holds the time of a post: "time.post-time", "span.timestamp"
_TIME = re.compile(r"^time\b|timestamp|\b(?:date|post|update)-?time\b|\bdate\b")
# What holds a sentence of the report once more: "aside.pull-quote", "blockquote.quote"
_QUOTE = re.compile(r"quote|^aside\b|callout|highlight")
_REPEATED = 5
"""Words; a shorter quotation may be a paragraph of its own and stand in another by chance."""
_PICTURED = frozenset({Label.CAPTION, Label.PHOTO_CREDIT})
_NEAR = 4
"""How many of the innermost elements are asked for their names; outer ones hold everything."""


def label_document(
    page: Page, units: tuple[Unit, ...], weights: Weights | None = None
) -> list[Judged]:
    """Return the label and rule of each unit; where no main text is found, as of a dump."""
    found = main_text(page, units, (weights or shipped_weights()).units)
    kept = chosen(units, found)
    told = [unit for index, unit in enumerate(units) if index in kept]
    if sum(len(unit.words) for unit in told) < _FEWEST:
        return label_dump(units, weights)
    needed = appeal_needed(told)
    judged = [
        _judge_kept(unit, found.likely[index], found.pitches[index] / needed)
        if index in kept
        else _judge_left(unit)
        for index, unit in enumerate(units)
    ]
    title = found.title
    if title is not None and len(units[title].text) <= _LONGEST_TITLE:
        judged[title] = (Label.TITLE, "title/heading")
    _set_repeated_apart(judged, units)
    _settle(judged, units, title)
    return judged


def _set_repeated_apart(judged: list[Judged], units: tuple[Unit, ...]) -> None:
    """Set a pull quote apart: a sentence of the report that is shown once more in a frame."""
    told = [index for index, (label, _) in enumerate(judged) if label is Label.BODY]
    framed = [index for index in told if _is_framed(units[index])]
    if not framed:
        return
    plain = {index: plain_words(units[index].text) for index in told}
    found = stretches_in((plain[index] for index in framed), plain.values())
    again = {own for own, whole in found if own != whole}
    for index in framed:
        if plain[index] in again:
            judged[index] = (Label.NAV, "nav/pull-quote")


def _is_framed(unit: Unit) -> bool:
    """Whether a sentence stands in a frame as pull quotes do."""
    return len(unit.words) >= _REPEATED and any(
        _QUOTE.search(name) for name in unit.within[-_INNERMOST:]
    )


def _names(unit: Unit) -> str:
    """Return the innermost elements around a unit, as one string to look for names in."""
    return " ".join(unit.within[-_NEAR:])


def _judge_kept(unit: Unit, likely: float, appeal: float) -> Judged:
    """Judge a unit that is likely the report's: body, unless tag, class or wording object.

    An `appeal` of 1 is what the page needs for a pitch.
    """
    hinted = _hinted(unit.within[-_INNERMOST:])
    if hinted is not None and hinted[0] in _PICTURED:
        return hinted
    if len(unit.words) <= _MOMENT and any(_TIME.search(name) for name in unit.within[-2:]):
        return Label.DATE, "date/class"
    shape = shape_of(unit.text)
    heads, listed = unit.tag in _HEADINGS, unit.tag in _LISTED
    if shape is not None and not ((heads or listed) and shape[0] not in _ONWARD):
        return shape
    if dated_place(unit.text):
        return Label.DATELINE, "dateline/place-date"
    if heads:
        return Label.SUBHEAD, "subhead/heading"
    if unit.link_share > 0.85 and likely < _SURE and unit.tag != "td" and not unit.final:
        return Label.LINK_OUT, "link-out/linked"
    boxed = bool(_BOXED.search(" ".join(unit.within[-2:])))
    if appeal >= (0.45 if boxed else 1.0 + (len(unit.words) > 45)):
        return Label.PITCH, "pitch/appeal"
    return Label.BODY, "body/likely"


def _judge_left(unit: Unit) -> Judged:
    """Judge a unit that is hardly the report's by its wording, then its elements' names."""
    names = unit.within[-_NEAR:]
    hinted = _hinted(names)
    if hinted is not None and unit.link_share > 0.8 and len(unit.words) <= _MOMENT:
        return hinted
    if unit.link_share < 0.5 and is_prose(unit) and _LEDE.search(" ".join(names)):
        return Label.LEDE, "lede/class"
    if shape := shape_of(unit.text):
        return shape
    if hinted is not None:
        return hinted
    if len(unit.words) <= 5 and _is_kicker(names):
        return Label.KICKER, "kicker/class"
    return Label.NAV, "nav/unlikely"


@lru_cache(maxsize=20_000)
def _hinted(names: tuple[str, ...]) -> Judged | None:
    """Return the first label that one of these elements' names hints at."""
    said = 0
    for name in names:
        said |= _hints_of(name)
    if not said:
        return None
    label, rule, _ = _HINTS[(said & -said).bit_length() - 1]
    return label, rule


@lru_cache(maxsize=20_000)
def _hints_of(name: str) -> int:
    """Return which hints the name of an element gives, as bits in the order of `_HINTS`."""
    if not _ANY_HINT.search(name):
        return 0
    return sum(1 << place for place, (_, _, hint) in enumerate(_HINTS) if hint.search(name))


@lru_cache(maxsize=20_000)
def _is_kicker(names: tuple[str, ...]) -> bool:
    """Whether one of these elements holds the section of a report."""
    return bool(_KICKER.search(" ".join(names)))


def _settle(judged: list[Judged], units: tuple[Unit, ...], title: int | None) -> None:
    """Mend what only the order shows: standfirst before the body, subheads that head nothing."""
    for index in range(title or 0):
        # "World", right above the headline: a section and no sentence.
        if judged[index][0] is Label.BODY and len(units[index].words) <= 5:
            judged[index] = (Label.KICKER, "kicker/above-title")
    body = [index for index, (label, _) in enumerate(judged) if label is Label.BODY]
    first, last = (body[0], body[-1]) if body else (len(judged), -1)
    for index, (label, rule) in enumerate(judged):
        if label is Label.SUBHEAD and not first < index < last:
            judged[index] = (Label.NAV, "nav/heading")
        elif label is Label.LEDE and not (title is not None and title < index < first):
            judged[index] = (Label.NAV, "nav/summary")
        elif label is Label.KICKER and (title is None or not title - 4 <= index < title):
            judged[index] = (Label.NAV, "nav/kicker")
        elif rule in ("byline-class", "date-class") and (
            title is None or index < title - 4 or index > last
        ):
            judged[index] = (Label.NAV, f"nav/{rule}")
    for index in body[:2]:
        if (
            title is not None
            and index > title
            and _LEDE.search(_names(units[index]))
            and len(body) > 2
        ):
            judged[index] = (Label.LEDE, "lede/class")
