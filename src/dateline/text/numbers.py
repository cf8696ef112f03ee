"""Find the numbers that a report mentions: "[some 700,000] people", "[tens of thousands] fled".

Digits, words, vague counts, ranges, money, percentages, fractions and ordinals, each with the
hedge before it. Numbers of times, phone numbers, addresses and names ("MH17", "Article 5")
are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from dateline.knowledge.vocabulary import names, words
from dateline.model import Number, Report, Span
from dateline.text.number_shapes import (
    AMOUNT,
    FRACTION,
    HEDGE_AFTER,
    HEDGE_BEFORE,
    ORDINAL,
    Amount,
    read_amount,
    read_fraction,
    read_ordinal,
    squeeze,
)
from dateline.text.tree import Tree

# Web and mail addresses, hash tags, and digits in groups that are telephone numbers.
_NO_NUMBER = re.compile(
    r"\S*(?:://|www\.|@)\S*|#\w+|\+\d[\d() -]{6,}\d|\(\d{3}\) ?\d{3}-\d{4}|\d+-\d+-[\d-]+"
)
# "No. 5", "Article 12": the word before makes the number a label.
_LABEL = re.compile(
    r"\b(?:no|nos|number|articles?|sections?|chapters?|pages?|pp|vol|volume|figure|flight"
    r"|resolutions?|route|highway|room|gate|channel|phase|level|category|class|part|act|rule"
    r"|paragraph|version|group of|boeing|airbus|area|camp|district|zone|tier|day|week)\.?\s+$",
    re.I,
)
_DEGREES = re.compile(r"\s?(?:°|º|degrees?\b)", re.I)
_MINUS = re.compile(r"(?:(?:^|\s)[-−–]\s?|\bminus\s)$", re.I)
_FROM = re.compile(r"\bfrom\s+$", re.I)
_HEDGE_NAMES = ("at_least", "at_most", "estimated", "about", "exact")


def find_numbers(report: Report) -> tuple[Number, ...]:
    """Return the numbers of every sentence, in order, apart from those inside of times."""
    taken = [time.span for time in report.times]
    found: list[Number] = []
    for sentence in report.sentences:
        if sentence.parse is not None:
            found.extend(_read_sentence(Tree(sentence, report.text), taken))
    return tuple(found)


def _read_sentence(tree: Tree, taken: list[Span]) -> Iterator[Number]:
    """Yield the numbers of one sentence."""
    span = tree.sentence.span
    closed = [t for t in taken if span.start <= t.start < span.end]
    closed += [Span(*m.span()) for m in _NO_NUMBER.finditer(tree.text, span.start, span.end)]
    found: list[Number] = []
    for number in _proposed(tree, closed):
        if not any(_meet(number.digits, other.digits) for other in found):
            found.append(number)
    yield from sorted(found, key=lambda number: number.span)


def _proposed(tree: Tree, closed: list[Span]) -> Iterator[Number]:
    """Yield fractions, then amounts, then ordinals; the first at a place is the right one."""
    start, end = tree.sentence.span.start, tree.sentence.span.end
    for share in FRACTION.finditer(tree.text, start, end):
        fraction = read_fraction(share)
        if fraction is not None and not _shut(share, closed):
            yield _number(tree, share.start(), share.end(), fraction)
    at = start
    while True:
        match = AMOUNT.search(tree.text, at, end)
        if match is None:
            break
        parted = _parted(tree, match)
        at = parted.end()
        if parted is not match and match["percent"]:
            continue  # "rose from 20 to 30 percent": the old value has no unit of its own
        match = parted
        amount = read_amount(match)
        if amount is None or _shut(match, closed):
            at = match.start() + max(1, _first_length(match))
            continue
        if _is_number(tree, match, amount):
            number = _with_currency(tree, match, amount)
            yield _below_zero(number) if _is_below_zero(tree, match) else number
    for ordinal in ORDINAL.finditer(tree.text, start, end):
        if not _shut(ordinal, closed):
            yield _number(tree, ordinal.start(), ordinal.end(), read_ordinal(ordinal))


def _parted(tree: Tree, match: re.Match[str]) -> re.Match[str]:
    """Return the first number alone of "raised the toll from 23 to 31": that is no range."""
    start = max(tree.sentence.span.start, match.start() - 6)
    token = tree.at(match.start())
    if not match["digits2"] and not match["spelled2"]:
        return match
    if token is None or not _FROM.search(tree.text, start, match.start()):
        return match
    changes = words("measures")["change"]["verbs"]
    if not any(tree.lemma(above) in changes for above in tree.above(token)):
        return match
    first = _first_length(match)
    return AMOUNT.match(tree.text, match.start(), match.start() + first) or match


def _is_below_zero(tree: Tree, match: re.Match[str]) -> bool:
    """Whether a temperature has a minus: "-5 degrees", "minus 20 °C"."""
    before = tree.text[max(tree.sentence.span.start, match.start() - 8) : match.start()]
    return _DEGREES.match(tree.text, match.end()) is not None and _MINUS.search(before) is not None


def _below_zero(number: Number) -> Number:
    """Return a number with its sign turned."""
    low, high = number.low, number.high
    return replace(
        number,
        low=None if high is None else -high,
        high=None if low is None else -low,
    )


def _first_length(match: re.Match[str]) -> int:
    """Return the length of a match's first amount, to go on behind it."""
    ends = [match.end(name) for name in ("digits", "scale", "short", "spelled", "dozen", "vague")]
    return max(ends) - match.start()


def _shut(match: re.Match[str], closed: list[Span]) -> bool:
    """Whether a match meets something that is no number."""
    return any(_meet(Span(*match.span()), span) for span in closed)


def _meet(one: Span, other: Span) -> bool:
    """Whether two spans share a character."""
    return one.start < other.end and other.start < one.end


def _is_number(tree: Tree, match: re.Match[str], amount: Amount) -> bool:
    """Whether an amount counts something: not a label, a pronoun "one" or a name's part."""
    before = tree.text[max(tree.sentence.span.start, match.start() - 24) : match.start()]
    if amount.kind == "cardinal" and _LABEL.search(before):
        return False
    token = tree.at(match.start())
    if token is None:
        return True
    if squeeze(match[0]) == "one":
        return _is_one(tree, token)
    if amount.kind != "cardinal" or match["vague"]:
        return True
    head = tree.head(token)
    named = tree.relation(token) == "nummod" and head == token - 1
    return not (named and tree.pos(head) == "PROPN")


def _is_one(tree: Tree, token: int) -> bool:
    """Whether "one" counts: "one person", not "one another", "no one", "the one"."""
    if re.match(
        r"\s+(?:of|another|day)\b", tree.text[tree.parse.end[token] : tree.parse.end[token] + 12]
    ):
        return False
    if tree.tag(token) != "CD" or (token and tree.folded[token - 1] in {"no", "the", "every"}):
        return False
    return tree.relation(token) in {"nummod", "nsubj", "nsubjpass", "dobj"}


@lru_cache(maxsize=1)
def _currency_pattern() -> re.Pattern[str]:
    """Return the pattern of the currencies that are written as words."""
    known = sorted(names("currencies")["words"], key=len, reverse=True)
    listed = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in known)
    return re.compile(rf"[\s-](?P<currency>{listed})s?\b", re.I)


def _with_currency(tree: Tree, match: re.Match[str], amount: Amount) -> Number:
    """Return the number, read as money where a currency's name follows."""
    end = match.end()
    named = _currency_pattern().match(tree.text, end, tree.sentence.span.end)
    if named and amount.kind == "cardinal" and not _is_weight(tree, named):
        unit = names("currencies")["words"][squeeze(named["currency"])]
        amount = Amount(amount.low, amount.high, "money", unit, amount.hedge)
        end = named.end()
    return _number(tree, match.start(), end, amount)


def _is_weight(tree: Tree, named: re.Match[str]) -> bool:
    """Whether pounds are a weight: "6,600 pounds (3,000 kg) of rice"."""
    following = tree.text[named.end() : named.end() + 5]
    return (
        squeeze(named["currency"]) == "pound" and re.match(r"\s(?:of\s|\()", following) is not None
    )


def _number(tree: Tree, start: int, end: int, amount: Amount) -> Number:
    """Return the record of an amount, with the hedges around it."""
    opening, hedge = start, None
    first = tree.sentence.span.start
    while before := HEDGE_BEFORE.search(tree.text, max(first, opening - 24), opening):
        hedge = next((name for name in _HEDGE_NAMES if before[name]), hedge)
        opening = before.start()
    opening = _between(tree, opening, amount) if hedge is None else opening
    closing = end
    after = HEDGE_AFTER.match(tree.text, end, tree.sentence.span.end)
    if after and hedge is None:
        hedge = next(name for name in ("at_least", "about", "at_most") if after[name])
        closing = after.end()
    low, high = amount.low, amount.high
    if hedge == "at_least" and amount.kind != "ordinal":
        high = None if low == high else high
    elif hedge == "at_most" and amount.kind != "ordinal":
        low = None
    kept = amount.hedge if hedge in {None, "exact"} else hedge
    return Number(
        Span(opening, closing),
        Span(start, end),
        low,
        high,
        kept or hedge,
        amount.kind,
        by=f"numbers/{amount.kind}",
        unit=amount.unit,
    )


def _between(tree: Tree, start: int, amount: Amount) -> int:
    """Return where a range begins, with its "between" or "from"."""
    if amount.hedge != "between":
        return start
    lead = re.compile(r"\b(?:between|from)\s+$", re.I)
    found = lead.search(tree.text, max(tree.sentence.span.start, start - 10), start)
    return found.start() if found else start
