"""Tell how a report gives a count: as its news, as the toll to date, as risen, as a part.

"The death toll rose to 31" is the count to date; "five of them" is a part of it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from dateline.knowledge.wording import sense, stem
from dateline.model import Figure
from dateline.weaving.claims.items import Item, sentence_of, told_once
from dateline.weaving.claims.whom import people_of

# "five of the dead", "12 others", "another 30": a part of what is counted, or what is added.
_PART = re.compile(r"\b(?:of (?:the|them|those|whom|his|her|their|its)|others?|another|more)\b")
# "its count of the dead to 88": what stands before the number of a count's new value.
_VALUED = re.compile(r"^\D*\b(?:at|to|from)\s(?=(?:[a-z]+\s){0,3}\d)", re.I)
# "rose to 31", "bringing the number to 31", "up from 12", "from 12 to 31".
_RISES = (
    r"(?:rose|rises?|risen|climb(?:s|ed)?|jump(?:s|ed)?|increas(?:es|ed)|revis(?:es|ed)"
    r"|rais(?:es|ed)|brings?|bringing|brought|up from)"
)
_RISEN = re.compile(rf"\b{_RISES}\b", re.IGNORECASE)
# "the death toll rose to", "the number of deaths", "brought the number killed to": a count to date.
_TOLL = re.compile(
    r"\b(?:tolls?|number of (?:its |the )?(?:dead|deaths|fatalities|victims|people|those)"
    r"|official (?:number|figure|count)|(?:rose|rises?|risen|climb(?:s|ed)?|jump(?:s|ed)?) to)\b",
    re.IGNORECASE,
)
# "74 people have died on the route so far this year": a count of a longer time than the news.
_LONG = re.compile(
    r"\b(?:so far|this (?:year|month|decade|season)|since (?:(?:the )?(?:beginning|start|war)"
    r"|last|early|late|mid|January|February|March|April|May|June|July|August|September|October"
    r"|November|December|\d{4})|in (?:19|20)\d\d|last (?:year|month)|over the (?:past|last)"
    r"|years? ago|annually|each year|a year)\b",
    re.I,
)
# "freed 30 detainees", "30 were released": counts those who were let go.
_FREED = re.compile(r"\b(?:releas|freed|freeing|free |let go|pardon)", re.IGNORECASE)
# "41 remain in custody", "still held": counts those who were not.
_HELD = re.compile(r"\b(?:remain(?:s|ed|ing)? in|still (?:held|in|behind|detained))\b", re.I)
# "released four men whom they had arrested": counts those who were held, and all of them.
_HAD = re.compile(r"\b(?:whom?|that)\b.{0,24}\b(?:arrested|detained|held|seized|captured)\b")
THINGS = frozenset({"other", "present"})
"""Measures of counts that have little in common."""
BEFORE, AFTER = 60, 30
"""Characters around a figure in which words can call it a toll."""


@told_once
def is_part(item: Item) -> bool:
    """Whether a figure's own words call it a part or an addition: "five of them", "two more"."""
    return _is_part(item.record.span.of(item.report.text))


def _is_part(words: str) -> bool:
    return _PART.search(_VALUED.sub("", words)) is not None


def tolls(item: Item) -> bool:
    """Whether a figure is told as the count to date: "the death toll rose to 31"."""
    return near(item, _TOLL)


def of_long(item: Item) -> bool:
    """Whether a figure counts a longer time than the news: "so far this year"."""
    return near(item, _LONG)


def risen(item: Item) -> bool:
    """Whether a figure is told as a new count of something counted before: "rose to 31"."""
    return near(item, _RISEN)


def near(item: Item, pattern: re.Pattern[str]) -> bool:
    """Whether words that a pattern knows stand near a figure in its sentence."""
    if pattern not in item.facts:
        item.facts[pattern] = pattern.search(_around(item)) is not None
    found: bool = item.facts[pattern]
    return found


@told_once
def _around(item: Item) -> str:
    """Return the words of a figure's sentence that stand near it."""
    span, text, sentence = item.record.span, item.report.text, sentence_of(item)
    start, end = max(sentence.start, span.start - BEFORE), min(sentence.end, span.end + AFTER)
    return " ".join(text[start:end].split())


@told_once
def leads(item: Item) -> bool:
    """Whether a figure is what its report's news is about: the first of its measure.

    So is another number that is told as the toll, and the same number told again. Where a
    measure holds much, the first of its noun leads: of houses, of pupils who are somewhere.
    """
    if not isinstance(item.record, Figure):
        return False
    figure, text, people = item.record, item.report.text, people_of(item.report, item.record)
    alike_measured = sorted(
        (
            f
            for f in item.report.figures
            if f.measure == figure.measure
            and (figure.measure not in THINGS or noun_of(f) == noun_of(figure))
            and people_of(item.report, f) == people
        ),
        key=lambda f: f.span,
    )
    whole = [f for f in alike_measured if not _is_part(f.span.of(text))] or alike_measured
    return whole[0].low == figure.low or alike_measured[0] == figure or tolls(item)


@told_once
def is_aside(item: Item) -> bool:
    """Whether a figure stands apart from the one of its measure that leads its report.

    Who disputes the count that leads does so in its sentence or the next; what is counted
    paragraphs below is mostly something else: "five more died in the camp".
    """
    if not isinstance(item.record, Figure) or leads(item):
        return False
    here, report = item.record, item.report
    first = min(f.span for f in report.figures if f.measure == here.measure)
    between = [s for s in report.sentences if first.end <= s.span.start <= here.span.start]
    return len(between) > 1


def noun_of(figure: Figure) -> str:
    """Return the sense of the noun that a figure counts by, nothing for people of any kind."""
    return _noun(figure.head or figure.of_what or "")


@lru_cache(maxsize=4096)
def _noun(words: str) -> str:
    said = words.split()
    return sense(stem(said[-1].casefold())) if said else ""


def freed_or_held(one: Item, other: Item) -> bool:
    """Whether one figure counts those who were let go, or kept, and the other does not."""
    people = all(isinstance(i.record, Figure) and i.record.unit == "person" for i in (one, other))
    return (
        people
        and not any(near(item, _HAD) for item in (one, other))
        and any(near(one, state) != near(other, state) for state in (_FREED, _HELD))
    )
