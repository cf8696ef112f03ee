"""Judge whether two figures count one thing, be the numbers equal or not.

"47 miners dead" and "at least 52 killed in the pit" count one thing; "400,000 killed in the
war" does not.
"""

from __future__ import annotations

import re

from dateline.knowledge.wording import alike, content, nations, stem, words
from dateline.model import Figure, Report
from dateline.weaving.actors import agree, any_same, parties
from dateline.weaving.items import Item, days_meet, places_meet, sentence_around, statuses_differ

# Nouns that count people without saying which: "12 people", "12 dead", "12 killed".
_ANYBODY = frozenset(
    map(stem, ("people", "person", "persons", "civilians", "dead", "killed", "victims", "lives"))
)
# "five of the dead", "12 others", "another 30": a part of what is counted, or what is added.
_PART = re.compile(r"\b(?:of (?:the|them|those|whom|his|her|their|its)|others?|another|more)\b")
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
# "its soldiers", "their own dead": those of whoever counts them.
_OWN = re.compile(r"\b(?:its|their|our|own)\b", re.IGNORECASE)
# "four others", "seven more": of the same people as those counted before.
_OTHERS = re.compile(r"\b(?:others?|more)\b")
# A clause of its own stands between two counts: "…, while", "…; in Norway".
_BREAK = re.compile(r";|\b(?:while|but|whereas)\b")
# "freed 30 detainees", "30 were released": counts those who were let go.
_FREED = re.compile(r"\b(?:releas|freed|freeing|free |let go|pardon)", re.IGNORECASE)
# "41 remain in custody", "still held": counts those who were not.
_HELD = re.compile(r"\b(?:remain(?:s|ed|ing)? in|still (?:held|in|behind|detained))\b", re.I)
_TROOPS = frozenset(map(stem, "soldier soldiers serviceman servicemen troops".split()))
_PRESENT = frozenset({"present", "arrested", "affected", "fighters", "displaced", "homeless"})
FEW = 3
"""An equal number up to this is no sign that two figures count one thing."""
FAR, FARTHEST = 4.0, 10.0
"""How many times the other a recount can be; more where both are what the reports are about."""
BEFORE, AFTER = 60, 30
"""Characters around a figure in which words can call it a toll."""
_NO_TOLL = frozenset({"other", "duration", "share", "present"})


def judge_figures(one: Item, other: Item, first: Figure, second: Figure) -> float:
    """Return how surely two figures count one thing, from 0 to 1."""
    sure = _equal(first, second) and days_meet(one, other) == 1 and (first.low or 0) > FEW
    if _units_differ(first, second):
        return 0.0
    if statuses_differ(first.status, second.status) and not sure:
        return 0.0
    if not _measures_meet(one, other, first, second) or _peoples_differ(one, other):
        return 0.0
    if any(_near(one, state) != _near(other, state) for state in (_FREED, _HELD)):
        return 0.0
    both_lead = leads(one) and leads(other)
    elsewhere = places_meet(one, other) == -1
    if elsewhere and not both_lead:
        return 0.0
    wording = alike(one.stems, other.stems) + 0.2 * any_same(one.claimants, other.claimants)
    # A toll is counted anew each day, so that another day is no contradiction.
    wording -= 0.1 * (days_meet(one, other) == -1) + 0.2 * elsewhere
    if _equal(first, second):
        same = first.measure == second.measure
        mine, theirs = counted(first), counted(second)
        nouns = 1.0 if mine == theirs else max(alike(mine, theirs), 0.6 * (not mine or not theirs))
        return min(1.0, 0.3 + 0.2 * same + 0.3 * nouns + 0.8 * wording + 0.3 * sure)
    return _recount(one, other, first, second, wording=wording) if _may_vary(one, other) else 0.0


def _recount(one: Item, other: Item, first: Figure, second: Figure, *, wording: float) -> float:
    """Return how surely two different numbers are two counts of one thing."""
    if first.measure in _NO_TOLL or first.measure != second.measure:
        return 0.0
    both_lead = leads(one) and leads(other)
    if not _comparable(first, second, most=FARTHEST if both_lead else FAR):
        return 0.0
    mine, theirs = counted(first), counted(second)
    if one.report.id == other.report.id:
        return 0.8 if mine == theirs and _disputed(one, other) else 0.0
    if mine == theirs or (both_lead and (tolls(one) or tolls(other)) and _nested(mine, theirs)):
        sure = 0.2 * both_lead + 0.05 * (tolls(one) or tolls(other))
        return min(1.0, 0.4 + max(0.0, wording) + sure + 0.1 * _same_people(one, other))
    if not both_lead or not _nested(mine, theirs):
        return 0.0
    # "10 nurses" of "12 people" are some of them; more nurses than people can't be.
    narrow, broad = (first, second) if theirs < mine else (second, first)
    part = (narrow.low or 0.0) < (broad.low or 0.0) and not any_same(one.claimants, other.claimants)
    return 0.0 if part else min(1.0, 0.4 + wording)


def _nested(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether one of two counts says more closely whom it counts, and neither somebody else."""
    return mine <= theirs or theirs <= mine


def _disputed(one: Item, other: Item) -> bool:
    """Whether one report gives a count twice since two whom it names don't agree on it."""
    if not _peoples_differ(one, other) and leads(one) and leads(other):
        texts = [sentence_around(i.report, i.record.span).of(i.report.text) for i in (one, other)]
        if texts[0] != texts[1] and any(map(tolls, (one, other))):
            return True
    mine, theirs = one.claimants, other.claimants
    return bool(mine and theirs) and not any(agree(a, b) for a in mine for b in theirs)


def _equal(first: Figure, second: Figure) -> bool:
    """Whether two figures give one number: "23" in a title is "at least 23" in its text."""
    if first.low is None or first.low != second.low:
        return (first.low, first.high) == (second.low, second.high)
    return first.high == second.high or None in {first.high, second.high}


def people_of(report: Report, figure: Figure) -> frozenset[str]:
    """Return the countries whose people a figure counts, so far as its words tell.

    "12 Estonian soldiers" are Estonia's, and so are "five of its servicemen" by Estonia's
    own count, since no army counts another's dead as its servicemen; "four others" are of
    those who are counted before them in the sentence.
    """
    said = f"{figure.of_what or ''} {figure.span.of(report.text)}"
    named = nations(said)
    if named:
        return named
    if _OWN.search(said) or (_TROOPS & content(said) and figure.hedge != "at_least"):
        claimants = parties(report, (figure.claimed_by,) if figure.claimed_by else ())
        return frozenset(party.country for party in claimants if party.country)
    if figure.head is None or _OTHERS.search(said):
        before = _counted_before(report, figure)
        return people_of(report, before) if before else frozenset()
    return frozenset()


def _counted_before(report: Report, figure: Figure) -> Figure | None:
    """Return the figure before this one in the same clause."""
    start = sentence_around(report, figure.span).start
    before = [f for f in report.figures if start <= f.span.start < figure.span.start]
    last = max(before, key=lambda f: f.span, default=None)
    if last is None or _BREAK.search(report.text[last.span.end : figure.span.start]):
        return None
    return last


def _peoples_differ(one: Item, other: Item) -> bool:
    """Whether two figures count the people of two countries, or a part that one country has.

    The dead of one country are not those of the other, nor all the dead of a fight.
    """
    mine, theirs = (people_of(i.report, f) for i, f in _figures(one, other))
    if mine and theirs:
        return not mine & theirs
    if not mine and not theirs:
        return _soldiers_of_two(one, other)
    (_, first), (_, second) = _figures(one, other)
    return not _equal(first, second)


def _figures(*items: Item) -> tuple[tuple[Item, Figure], ...]:
    return tuple((item, item.record) for item in items if isinstance(item.record, Figure))


def _soldiers_of_two(one: Item, other: Item) -> bool:
    """Whether two counts of troops that no country is named for stand by two countries' names."""
    texts = [sentence_around(i.report, i.record.span).of(i.report.text) for i in (one, other)]
    words_of = [content(i.record.span.of(i.report.text)) for i in (one, other)]
    mine, theirs = map(nations, texts)
    return all(_TROOPS & held for held in words_of) and bool(mine and theirs) and not mine & theirs


def _same_people(one: Item, other: Item) -> bool:
    mine, theirs = (people_of(i.report, f) for i, f in _figures(one, other))
    return bool(mine & theirs)


def _units_differ(first: Figure, second: Figure) -> bool:
    return bool(first.unit and second.unit) and first.unit != second.unit


def _measures_meet(one: Item, other: Item, first: Figure, second: Figure) -> bool:
    """Whether two figures measure one thing; what counts people may be read in two ways.

    "12 detainees go on trial on Monday" and "12 protesters appear in court on Monday".
    """
    if first.measure == second.measure or "other" in {first.measure, second.measure}:
        return True
    soft = {first.measure, second.measure} <= _PRESENT
    telling = (first.low or 0) > FEW and _equal(first, second)
    return soft and telling and days_meet(one, other) == 1


def counted(figure: Figure) -> frozenset[str]:
    """Return the stems of what is counted, without nouns that mean anybody and nationalities."""
    said = f"{figure.head or ''} {figure.of_what or ''}"
    nationals = {word for word in content(said) if nations(word)}
    return content(said) - _ANYBODY - nationals - _by_nation(said)


def _by_nation(said: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words(said) if nations(word))


def _may_vary(one: Item, other: Item) -> bool:
    """Whether two different numbers can be counts of one thing: neither is called a part.

    The first of its measure is no part: in "four dead and dozens more missing" the dozens
    are all the missing.
    """
    return not any(is_part(item) and not leads(item) for item in (one, other))


def is_part(item: Item) -> bool:
    """Whether a figure's own words call it a part or an addition: "five of them", "two more"."""
    return _PART.search(item.record.span.of(item.report.text)) is not None


def tolls(item: Item) -> bool:
    """Whether a figure is told as the count to date: "the death toll rose to 31"."""
    return _near(item, _TOLL)


def risen(item: Item) -> bool:
    """Whether a figure is told as a new count of something counted before: "rose to 31"."""
    return _near(item, _RISEN)


def _near(item: Item, pattern: re.Pattern[str]) -> bool:
    span, text = item.record.span, item.report.text
    sentence = sentence_around(item.report, span)
    start, end = max(sentence.start, span.start - BEFORE), min(sentence.end, span.end + AFTER)
    return pattern.search(" ".join(text[start:end].split())) is not None


def leads(item: Item) -> bool:
    """Whether a figure is what its report's news is about: the first of its measure.

    So is another number that is told as the toll, and the same number told again.
    """
    if not isinstance(item.record, Figure):
        return False
    figure, text, people = item.record, item.report.text, people_of(item.report, item.record)
    alike_measured = sorted(
        (
            f
            for f in item.report.figures
            if f.measure == figure.measure and people_of(item.report, f) == people
        ),
        key=lambda f: f.span,
    )
    whole = [f for f in alike_measured if not _PART.search(f.span.of(text))] or alike_measured
    return whole[0].low == figure.low or alike_measured[0] == figure or tolls(item)


def _comparable(first: Figure, second: Figure, *, most: float) -> bool:
    """Whether two numbers can be two counts of one thing: neither is many times the other."""
    sizes = [n.low or n.high or 0.0 for n in (first, second)]
    return min(sizes) > 0 and max(sizes) / min(sizes) <= most
