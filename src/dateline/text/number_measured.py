"""Tie a number to its unit, currency or sign: "[40] square miles", "[15 dollars 50]", "-[5] °C".

A currency's words belong to the number, as its sign does; a unit's stay outside, since the
thing counted hangs on them in the parse.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from dateline.knowledge.vocabulary import names
from dateline.text.number_money import money_after, money_before, with_change
from dateline.text.number_shapes import Amount, words_end
from dateline.text.number_units import Unit, is_aged, is_apposed_age, unit_after, with_rate
from dateline.text.tree import Tree

# "minus 20 °C", "- 20 degrees" in tokenised text.
_MINUS = re.compile(r"(?:(?:^|[\s(])[-−–]\s?|\b(?:minus|negative)\s)$", re.I)
# "-2.3%", "-$4 million": the sign touches the number.
_NEGATIVE = re.compile(r"(?:(?:^|[\s(])[-−]|\b(?:minus|negative)\s)$", re.I)
_ITS_OWN = re.compile(r"\s?(?:US\s|U\.S\.\s)?(?:dollars?|euros?|pounds?)(?!\w)", re.I)


@dataclass(frozen=True, slots=True)
class Placed:
    """An amount and the characters of its words, its currency among them."""

    amount: Amount
    start: int
    end: int


def with_unit(tree: Tree, match: re.Match[str], amount: Amount) -> Placed:
    """Return an amount with the unit or currency that is named around it."""
    plain = Placed(amount, match.start(), match.end())
    if amount.kind == "money":
        placed = _changed(tree, plain)
    elif amount.kind == "percent":
        placed = _rated(tree, plain)
    elif match["vague"] and amount.high is None and amount.low and amount.low < 10:
        placed = plain  # "several pounds": no number
    else:
        placed = _measured(tree, plain, words_end(match))
    return _signed(tree, placed)


def with_part_unit(tree: Tree, start: int, end: int, amount: Amount) -> Placed:
    """Return a fraction with the unit that it is a part of: "1/4 mile"."""
    unit = unit_after(tree.text, end, tree.sentence.span.end)
    return Placed(amount if unit is None else replace(amount, unit=unit.name), start, end)


def _measured(tree: Tree, plain: Placed, at: int) -> Placed:
    """Return a count as money, an age or a measure where words say so."""
    amount, text = plain.amount, tree.text
    first, last = tree.sentence.span.start, tree.sentence.span.end
    if (money := money_after(tree, at)) is not None:
        scaled = _times(amount, money.scale)
        paid = replace(scaled, kind="money", unit=money.name)
        return _changed(tree, Placed(paid, plain.start, money.end))
    if is_aged(text, first, plain.start) or _is_of_somebody(tree, plain):
        return replace(plain, amount=replace(amount, unit="year of age"))
    unit = unit_after(text, at, last)
    if unit is not None:
        return replace(plain, amount=replace(amount, unit=unit.name))
    before = money_before(text, first, plain.start)
    if before is None:
        return plain
    code, start = before
    return Placed(replace(amount, kind="money", unit=code), start, plain.end)


def _is_of_somebody(tree: Tree, plain: Placed) -> bool:
    """Whether a number behind somebody's name or trade is their age: "a nurse, 29,"."""
    last = tree.sentence.span.end
    if not is_apposed_age(tree.text, plain.start, plain.end, last):
        return False
    before = tree.at(plain.start - 3)
    return before is not None and tree.tag(before) in {"NN", "NNP"}


def _times(amount: Amount, scale: float) -> Amount:
    """Return an amount of millions: "30 MUSD"."""
    low = None if amount.low is None else amount.low * scale
    high = None if amount.high is None else amount.high * scale
    return replace(amount, low=low, high=high)


def _changed(tree: Tree, plain: Placed) -> Placed:
    """Return money with the word after its sign, its small change and its rate."""
    amount, end = plain.amount, plain.end
    if amount.unit is None:
        return plain
    if amount.unit in names("currencies")["names"]:
        if again := _ITS_OWN.match(tree.text, end):
            end = again.end()
        if amount.low is not None and amount.low == amount.high:
            value, end = with_change(tree, Unit(amount.unit, end), amount.low)
            amount = replace(amount, low=value, high=value)
    return _rated(tree, Placed(amount, plain.start, end))


def _rated(tree: Tree, plain: Placed) -> Placed:
    """Return an amount with what it goes by: "$70 a barrel" is in USD per barrel."""
    rated = with_rate(tree.text, Unit(plain.amount.unit or "", plain.end), tree.sentence.span.end)
    return replace(plain, amount=replace(plain.amount, unit=rated.name or None))


def _signed(tree: Tree, placed: Placed) -> Placed:
    """Return a temperature or share below zero with its sign: "-5 degrees", "-2.3%"."""
    amount = placed.amount
    before = tree.text[max(tree.sentence.span.start, placed.start - 10) : placed.start]
    warm = (amount.unit or "").startswith(("degree", "kelvin"))
    shape = _MINUS if warm else _NEGATIVE if amount.kind in {"percent", "money"} else None
    if shape is None or shape.search(before) is None:
        return placed
    low = None if amount.high is None else -amount.high
    high = None if amount.low is None else -amount.low
    return replace(placed, amount=replace(amount, low=low, high=high))
