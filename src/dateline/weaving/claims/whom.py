"""Tell whom or what a figure counts: "12 Estonian soldiers" are Estonia's, "60 houses" houses."""

from __future__ import annotations

import re
from functools import lru_cache

from dateline.knowledge.vocabulary import words as words_of
from dateline.knowledge.wording import content, nations, stem, words
from dateline.model import Figure, Report
from dateline.weaving.claims.actors import parties
from dateline.weaving.claims.items import Item, sentence_around, sentence_of, told_once

# Nouns that count people without saying which, or say no more than what became of them:
# "12 people", "12 dead", "12 deaths", "12 arrests".
_ANYBODY = frozenset(
    stem(word)
    for word in (
        "people person persons civilians dead killed victims lives deaths fatalities bodies"
        " corpses injured wounded hurt injuries casualties missing arrests detainees evacuees"
    ).split()
)
# "its soldiers", "their own dead": those of whoever counts them.
_OWN = re.compile(
    r"\b(?:its|their|our|own)\b(?! (?:count|tally|toll|estimate|figure|number))", re.IGNORECASE
)
# "the number of deaths in Estonia's capital": where they are, not whose.
_WHERE = re.compile(r"\b(?:in|across|near|outside) (?:the )?[A-Z][\w'’-]*")
# "four others", "seven more": of the same people as those counted before.
_OTHERS = re.compile(r"\b(?:others?|more)\b")
# A clause of its own stands between two counts: "…, while", "…; in Norway".
_BREAK = re.compile(r";|\b(?:while|but|whereas)\b")
_UNSAID = frozenset({"", "day", "week", "month", "quarter", "year"})
"""What news leaves out beside a count: "2 million barrels" a day. No speed, no price."""
_ATTACKERS = "attacker assailant raider bandit bomber"
_TROOPS = frozenset(map(stem, "soldier soldiers serviceman servicemen troops".split()))


def counted(figure: Figure) -> frozenset[str]:
    """Return the stems of what is counted, without nouns that mean anybody and nationalities."""
    return _counted(_said(figure))


def _said(figure: Figure) -> str:
    return f"{figure.head or ''} {figure.of_what or ''}"


@lru_cache(maxsize=4096)
def _counted(said: str) -> frozenset[str]:
    nationals = {word for word in content(said) if nations(word)}
    return content(said) - _ANYBODY - nationals - _by_nation(said)


@lru_cache(maxsize=1)
def _armed() -> frozenset[str]:
    """Return the stems of nouns for those who fight or attack."""
    return frozenset(map(stem, (*words_of("measures")["fighters"]["nouns"], *_ATTACKERS.split())))


def is_armed(figure: Figure) -> bool:
    """Whether a figure counts those who fight or attack: "60 gunmen", "its soldiers"."""
    return not _armed().isdisjoint(content(_said(figure)))


def _by_nation(said: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words(said) if nations(word))


def people_of(report: Report, figure: Figure) -> frozenset[str]:
    """Return the countries whose people a figure counts, so far as its words tell.

    "12 Estonian soldiers" are Estonia's, and so are "five of its servicemen" by Estonia's
    own count, since no army counts another's dead as its servicemen; "four others" are of
    those who are counted before them in the sentence.
    """
    said = f"{figure.of_what or ''} {figure.span.of(report.text)}"
    named = nations(_WHERE.sub(" ", said))
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


def of_other_people(one: Item, other: Item) -> bool:
    """Whether two figures surely count the people of two countries."""
    mine, theirs = _people(one), _people(other)
    return bool(mine and theirs) and not mine & theirs


def of_somebody(item: Item) -> bool:
    """Whether a figure's words tell whose people it counts: "12 Estonian soldiers"."""
    return bool(_people(item))


@told_once
def _people(item: Item) -> frozenset[str]:
    figure = item.record
    return people_of(item.report, figure) if isinstance(figure, Figure) else frozenset()


def peoples_differ(one: Item, other: Item) -> bool:
    """Whether two figures count people of two countries, or troops by two countries' names.

    The dead of one country are not those of the other.
    """
    if of_other_people(one, other):
        return True
    return not (of_somebody(one) or of_somebody(other)) and _soldiers_of_two(one, other)


def equal(first: Figure, second: Figure) -> bool:
    """Whether two figures give one number: "23" in a title is "at least 23" in its text."""
    if first.low is None or first.low != second.low:
        return (first.low, first.high) == (second.low, second.high)
    return first.high == second.high or None in {first.high, second.high}


def one_unit(first: str, second: str) -> bool:
    """Whether two units may be one: news writes "tons" for tonnes, and a rate without its time."""
    (what, _, each), (other, _, every) = (
        unit.replace("tonne", "ton").partition(" per ") for unit in (first, second)
    )
    return what == other and (each == every or ("" in {each, every} and {each, every} <= _UNSAID))


def _soldiers_of_two(one: Item, other: Item) -> bool:
    """Whether two counts of troops that no country is named for stand by two countries' names."""
    mine, theirs = _troops_beside(one), _troops_beside(other)
    return bool(mine and theirs) and not mine & theirs


@told_once
def _troops_beside(item: Item) -> frozenset[str]:
    """Return the countries that the sentence of a count of troops names; of others nothing."""
    text = item.report.text
    counts = bool(_TROOPS & content(item.record.span.of(text)))
    return nations(sentence_of(item).of(text)) if counts else frozenset()
