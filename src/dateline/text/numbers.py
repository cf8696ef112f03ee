"""Find the numbers that a report mentions: "[some 700,000] people", "[tens of thousands] fled".

Digits, words, vague counts, ranges, money, percentages, fractions and ordinals, each with the
hedge before it. Numbers of times, phone numbers, addresses and names ("MH17", "Article 5")
are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.knowledge.vocabulary import words
from dateline.model import Number, Report, Span
from dateline.text.number_fractions import FRACTION, read_fraction
from dateline.text.number_hedges import hedged
from dateline.text.number_marks import Marks, marks_of
from dateline.text.number_measured import Placed, with_part_unit, with_unit
from dateline.text.number_money import sign_of
from dateline.text.number_shapes import (
    ORDINAL,
    Amount,
    amounts,
    read_amount,
    read_ordinal,
    squeeze,
)
from dateline.text.number_units import unit_after
from dateline.text.tree import Tree

# Web and mail addresses, hash tags, "25 de Mayo", digits in groups that are telephone numbers,
# a quake's "6.7".
_NO_NUMBER = re.compile(
    r"\S*(?:://|www\.|@)\S*|#\w+|\d+ de [A-Z]\w+|\+\d[\d() -]{6,}\d|\(\d{3}\) ?\d{3}-\d{4}"
    r"|\d+-\d+-[\d-]+"
    r"|(?i:\b\d\.\d(?=[\s-](?:magnitude|quake|earthquake|tremor|temblor)))"
)
# "No. 5", "Article 12": the word before makes the number a label.
_LABEL = re.compile(
    r"\b(?:no|nos|number|articles?|sections?|chapters?|pages?|pp|vol|volume|figure|flight"
    r"|resolutions?|route|highway|room|gate|channel|phase|level|category|class|part|act|rule"
    r"|paragraph|version|boeing|airbus|area|camp|district|zone|tier|day|week|type|line|grade"
    r"|serial|(?-i:Block|Engine|Train|Bus|Tram|Lane|Exit|Mile|Ward|Mark|Cell|Seat|Item|Lot|Model"
    r"|Brigade|Unit|Group of))\.?\s+$",
    re.I,
)
_APART = re.compile(r"\s+(?:and|or|to)\s", re.I)  # "cost $6 and 90 came": two numbers
# "1973 exports", "the 2013 edition": four digits without a comma are a year.
_YEAR = re.compile(r"(?:19|20)(?!00)\d\d")
# "1) The first item": a mark of a list. "12 Mill Road": an address.
_MARKER = re.compile(r"\s?\)")
_STREET = re.compile(
    r"\s(?:[A-Z][\w'’]*\s){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Drive|Boulevard|Blvd)\b"
)
_FROM = re.compile(r"\bfrom\s+$", re.I)


def find_numbers(report: Report) -> tuple[Number, ...]:
    """Return the numbers of every sentence, in order, apart from those inside of times."""
    taken = [time.span for time in report.times]
    marks = marks_of(report.text)
    found: list[Number] = []
    for sentence in report.sentences:
        if sentence.parse is not None:
            found.extend(_read_sentence(Tree(sentence, report.text), taken, marks))
    return tuple(found)


def _read_sentence(tree: Tree, taken: list[Span], marks: Marks) -> Iterator[Number]:
    """Yield the numbers of one sentence."""
    span = tree.sentence.span
    closed = [t for t in taken if span.start <= t.start < span.end]
    closed += [Span(*m.span()) for m in _NO_NUMBER.finditer(tree.text, span.start, span.end)]
    found: list[Number] = []
    for number in _proposed(tree, closed, marks):
        if not any(number.digits.meets(other.digits) for other in found):
            found.append(number)
    yield from sorted(found, key=lambda number: number.span)


def _proposed(tree: Tree, closed: list[Span], marks: Marks) -> Iterator[Number]:
    """Yield fractions, then amounts, then ordinals; the first at a place is the right one."""
    start, end = tree.sentence.span.start, tree.sentence.span.end
    for share in FRACTION.finditer(tree.text, start, end):
        fraction = read_fraction(share)
        if fraction is not None and not _shut(share, closed) and _is_share(tree, share):
            yield _hedged(tree, with_part_unit(tree, share.start(), share.end(), fraction))
    yield from _amounts(tree, closed, marks)
    for ordinal in ORDINAL.finditer(tree.text, start, end):
        if not _shut(ordinal, closed):
            yield _hedged(tree, Placed(read_ordinal(ordinal), ordinal.start(), ordinal.end()))


def _is_share(tree: Tree, share: re.Match[str]) -> bool:
    """Whether a bare "half" or "quarter" is a part: not "the old quarter of the town"."""
    token = tree.at(share.start())
    if not share["part"] or share["top"] or not token:
        return True
    known = tree.folded[token - 1] in {"the", "this", "that", "first", "second", "third", "last"}
    return not known and tree.pos(token - 1) not in {"NOUN", "PROPN", "ADJ"}


def _amounts(tree: Tree, closed: list[Span], marks: Marks) -> Iterator[Number]:
    """Yield the counts and sums of money of a sentence."""
    at, end = tree.sentence.span.start, tree.sentence.span.end
    while match := _without_label(amounts(marks).search(tree.text, at, end), end):
        parted = _parted(tree, match, marks)
        at = parted.end()
        if parted is not match and match["percent"]:
            continue  # "rose from 20 to 30 percent": the old value has no unit of its own
        match = parted
        amount = read_amount(match, marks)
        if amount is None or _shut(match, closed):
            at = match.start() + max(1, _first_length(match))
            continue
        if _is_number(tree, match, amount):
            yield _hedged(tree, with_unit(tree, match, amount))


def _without_label(match: re.Match[str] | None, end: int) -> re.Match[str] | None:
    """Return the match without letters before it that are no currency: "SUV 40", "COP 26"."""
    if match is None or not match["sign"] or sign_of(match["sign"]):
        return match
    return match.re.search(match.string, match.end("sign"), end)


def _parted(tree: Tree, match: re.Match[str], marks: Marks) -> re.Match[str]:
    """Return the first number alone of "raised the toll from 23 to 31": that is no range."""
    start = max(tree.sentence.span.start, match.start() - 6)
    token = tree.at(match.start())
    if not match["digits2"] and not match["spelled2"]:
        return match
    first = match.start() + _first_length(match)
    alone = match.re.match(tree.text, match.start(), first) or match
    if read_amount(match, marks) is None and _APART.match(tree.text, first):
        return alone
    if token is None or not _FROM.search(tree.text, start, match.start()):
        return match
    changes = words("measures")["change"]["verbs"]
    return alone if any(tree.lemma(above) in changes for above in tree.above(token)) else match


def _first_length(match: re.Match[str]) -> int:
    """Return the length of a match's first amount, to go on behind it."""
    ends = [match.end(name) for name in ("digits", "scale", "short", "spelled", "dozen", "vague")]
    return max(ends) - match.start()


def _shut(match: re.Match[str], closed: list[Span]) -> bool:
    """Whether a match meets something that is no number."""
    return any(span.meets(Span(*match.span())) for span in closed)


def _is_number(tree: Tree, match: re.Match[str], amount: Amount) -> bool:
    """Whether an amount counts something: not a label, a pronoun "one" or a name's part."""
    before = tree.text[max(tree.sentence.span.start, match.start() - 24) : match.start()]
    if amount.kind == "cardinal" and _LABEL.search(before):
        return False
    if amount.kind == "cardinal" and match["digits"] and _is_mark(tree, match, before):
        return False
    token = tree.at(match.start())
    if token is None:
        return True
    if squeeze(match[0]) == "one":
        return _is_one(tree, token)
    if amount.kind != "cardinal" or match["vague"]:
        return True
    if match["spelled"] and _is_named(tree, token):
        return False
    head = tree.head(token)
    named = tree.relation(token) == "nummod" and head == token - 1
    return not (named and tree.pos(head) == "PROPN")


def _is_named(tree: Tree, token: int) -> bool:
    """Whether a number word is part of a name: "the Seven Lakes hotel"."""
    after = token + 1
    capital = token > 0 and tree.words[token][0].isupper() and after < len(tree)
    return capital and tree.tag(after) in {"NNP", "NNPS"} and tree.words[after][0].isupper()


def _is_mark(tree: Tree, match: re.Match[str], before: str) -> bool:
    """Whether digits are a year, the mark of a list's item or the number of a house."""
    if _STREET.match(tree.text, match.end()):
        return True
    if _MARKER.match(tree.text, match.end()):
        return len(match[0]) < 3 and "(" not in before
    return _YEAR.fullmatch(match[0]) is not None and _is_bare(tree, match)


def _is_bare(tree: Tree, match: re.Match[str]) -> bool:
    """Whether a number has no unit and counts nobody: "1973 exports", not "1973 people"."""
    end = tree.sentence.span.end
    token = tree.at(match.start())
    noun = None if token is None else tree.head(token)
    people = noun is not None and tree.lemma(noun) in words("measures")["person"]["nouns"]
    return not people and unit_after(tree.text, match.end(), end) is None


def _is_one(tree: Tree, token: int) -> bool:
    """Whether "one" counts: "one person", not "one another", "no one", "the one"."""
    if re.match(
        r"\s+(?:of|another|day)\b", tree.text[tree.parse.end[token] : tree.parse.end[token] + 12]
    ):
        return False
    if tree.tag(token) != "CD" or (token and tree.folded[token - 1] in {"no", "the", "every"}):
        return False
    return tree.relation(token) in {"nummod", "nsubj", "nsubjpass", "dobj"}


def _hedged(tree: Tree, placed: Placed) -> Number:
    """Return the record of an amount, with the hedges around it."""
    return hedged(tree, placed.start, placed.end, placed.amount)
