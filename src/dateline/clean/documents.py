"""Label the units of an HTML page: the extractor's judgement, then tags, classes and wording.

In `<figure><img><figcaption>Residents wade …</figcaption></figure><p>The river burst …</p>`
the first unit is a caption by its tag and the second body, as the extractor keeps it and
nothing in its wording speaks against it.
"""

from __future__ import annotations

import re

from dateline.clean.core import Judged
from dateline.clean.dumps import label_dump
from dateline.clean.kept import keeps
from dateline.clean.lines import likelihoods
from dateline.clean.prose import appeal_needed, is_prose, stems
from dateline.clean.units import Unit
from dateline.clean.wording import pitch_score, shape_of
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
_SURE = 0.9
"""The likelihood from which a line is body though the extractor leaves it out."""
_MOST_MISSED = 0.6
"""How much may be missed for each word of the body."""
_NEAR = 4
"""How many of the innermost elements are asked for their names; outer ones hold everything."""


def label_document(page: Page, units: tuple[Unit, ...]) -> list[Judged]:
    """Return the label and rule of each unit; without the extractor's help, as of a dump."""
    kept = keeps(page.markup or "", units)
    if sum(len(unit.words) for unit, keep in zip(units, kept, strict=True) if keep) < 20:
        return label_dump(units)
    title = _find_title(page, units, kept)
    needed = appeal_needed(unit for unit, keep in zip(units, kept, strict=True) if keep)
    judged = [
        _judge_kept(unit, needed) if keep else _judge_left(unit)
        for unit, keep in zip(units, kept, strict=True)
    ]
    _take_missed(judged, units)
    if title is not None:
        judged[title] = (Label.TITLE, "title/heading")
    _settle(judged, units, title)
    return judged


def _take_missed(judged: list[Judged], units: tuple[Unit, ...]) -> None:
    """Take for body what the extractor left out of the midst of a report and reads like it.

    More of it than of the body itself is something else: readers' comments, other reports.
    """
    body = [index for index, (label, _) in enumerate(judged) if label is Label.BODY]
    missed = [index for index in _midst(body, len(units)) if _may_be_missed(judged, units, index)]
    if not missed:
        return
    likely = likelihoods(units)
    missed = [index for index in missed if likely[index] > _SURE]
    if _words(units, missed) < _MOST_MISSED * _words(units, body):
        for index in missed:
            judged[index] = (Label.BODY, "body/likely")


def _midst(body: list[int], count: int) -> range:
    """Return the units from just before the body to just after it."""
    return range(max(0, body[0] - 2), min(count, body[-1] + 3)) if body else range(0)


def _may_be_missed(judged: list[Judged], units: tuple[Unit, ...], index: int) -> bool:
    """Whether nothing but the extractor speaks against a unit."""
    return judged[index][0] in (Label.NAV, Label.LINK_OUT) and len(units[index].words) >= 8


def _words(units: tuple[Unit, ...], indexes: list[int]) -> int:
    """Return how many words these units have."""
    return sum(len(units[index].words) for index in indexes)


def _find_title(page: Page, units: tuple[Unit, ...], kept: list[bool]) -> int | None:
    """Return the unit that is the headline: most like what the head calls the page."""
    meta = dict(reversed(page.head.meta))
    said = f"{meta.get('og:title') or ''} {page.head.title or ''}"
    wanted = stems(re.findall(r"[\w'’-]+", said))
    opening = next((i for i, keep in enumerate(kept) if keep and is_prose(units[i])), len(units))
    best, best_score = None, 1.2
    for index, unit in enumerate(units):
        own = stems(unit.words)
        if not own or len(unit.text) > 300:
            continue
        score = len(own & wanted) / len(own | wanted) if wanted else 0.0
        score += {"h1": 1.0, "h2": 0.4}.get(unit.tag, 0.0) + 0.3 * (index <= opening)
        score -= 0.5 * (unit.link_share > 0.8)
        if score > best_score or (best is None and unit.tag == "h1" and len(own) > 1):
            best, best_score = index, score
    return best


def _names(unit: Unit) -> str:
    """Return the innermost elements around a unit, as one string to look for names in."""
    return " ".join(unit.within[-_NEAR:])


def _judge_kept(unit: Unit, needed: float) -> Judged:
    """Judge a unit that the extractor keeps: body, unless its tag or wording is against it."""
    if unit.tag == "figcaption" or "figcaption" in _names(unit):
        return Label.CAPTION, "caption/figcaption"
    shape = shape_of(unit.text)
    if shape is not None and not (unit.tag == "li" and shape[0] is Label.NAV):
        return shape
    if unit.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        return Label.SUBHEAD, "subhead/heading"
    if unit.link_share > 0.85 and unit.tag != "td" and not unit.final:
        return Label.LINK_OUT, "link-out/linked"
    boxed = bool(_BOXED.search(" ".join(unit.within[-2:])))
    if pitch_score(unit.text) >= needed * (0.45 if boxed else 1.0 + (len(unit.words) > 45)):
        return Label.PITCH, "pitch/appeal"
    return Label.BODY, "body/extractor"


def _judge_left(unit: Unit) -> Judged:
    """Judge a unit that the extractor leaves out, by its wording, then its elements' names."""
    names = _names(unit)
    if _LEDE.search(names) and is_prose(unit) and unit.link_share < 0.5:
        return Label.LEDE, "lede/class"
    if shape := shape_of(unit.text):
        return shape
    for label, rule, hint in _HINTS:
        if any(hint.search(name) for name in unit.within[-_NEAR:]):
            return label, rule
    if _KICKER.search(names) and len(unit.words) <= 5:
        return Label.KICKER, "kicker/class"
    return Label.NAV, "nav/extractor"


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
