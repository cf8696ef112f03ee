"""Score quantities: is each number of a sentence found, and is its unit the annotators'?

"[30 square metres] of land" counts by its value and by its value with its unit. A gold
quantity and one of ours are one when their values are equal within a hundred-thousandth; none
is used twice. What a number has no unit for it counts: "six old trams" is 6 of "old
tram". Ordinals and dates are none; a length of time is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.extract.figures.counted import counted
from dateline.knowledge.vocabulary import names
from dateline.model import Number, Report
from dateline.text.number_shapes import VAGUE, squeeze
from dateline.text.number_words import SCALES, read_number
from dateline.text.tree import Tree
from evaluation.measure import Measure
from evaluation.reading import plain_report, read_upto

MODELS = ("age", "currency", "dimension", "temperature")
_NEAR = 1e-5
# "five weeks" of "five weeks earlier", "two years" of "the first two years of the war".
_LENGTH = re.compile(
    r"(?P<count>(?:[a-z]+[ -])?[a-z]+|\d+(?:\.\d+)?)[\s-]+"
    r"(?P<unit>second|minute|hour|day|week|month|year|decade)s?\b",
    re.I,
)
# The same unit under the name that the annotators give it.
_THEIRS = {
    "tonne": "metric ton",
    "pound": "pound-mass",
    "degree celsius": "celsius",
    "degree fahrenheit": "fahrenheit",
    "percent": "percentage",
    "time": "count",
    "US dollar": "dollar",
    "Russian rouble": "russian ruble",
    "Indian rupee": "rupee",
    "US cent": "cent",
    "Costa Rican colon": "costa rican colón",
}
_LEADING = frozenset({"DET", "PUNCT", "ADP", "SYM", "NUM", "PRON", "ADV", "CCONJ", "PART"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value, or the two ends of a range, with its unit in lower case."""

    low: float
    high: float
    unit: str


@dataclass(slots=True)
class _Count:
    """How many quantities were given, wanted and right."""

    given: int = 0
    wanted: int = 0
    value: int = 0
    unit: int = 0

    def f1(self, right: int) -> float:
        """Return the micro F1 of so many right ones; 1.0 where nothing is given or wanted."""
        total = self.given + self.wanted
        return 2 * right / total if total else 1.0


def score_quantities(name: str, folder: Path) -> tuple[list[Measure], list[str]]:
    """Return for each kind the micro F1 of values, and of values with their units."""
    measures: list[Measure] = []
    misses: list[str] = []
    for model in MODELS:
        count = _Count()
        for row in json.loads((folder / f"{model}-model.json").read_text("utf-8")):
            gold = [gold_quantity(quantity) for quantity in row["quantities"]]
            found = find_quantities(row["text"])
            missed = tally(count, gold, found)
            misses += [f"{model}: {missed} in {row['text']!r}"] if missed else []
        measures += [
            Measure(name, f"{model}_value_f1", count.f1(count.value), count.wanted),
            Measure(name, f"{model}_value_unit_f1", count.f1(count.unit), count.wanted),
        ]
    return measures, misses


def gold_quantity(row: dict[str, str]) -> Quantity:
    """Return a gold quantity: "40-50" is a range, "-5" is below zero."""
    ends = re.fullmatch(r"(-?[\d.]+)(?:-([\d.]+))?", row["value"])
    if ends is None:
        raise ValueError(f"a value was expected to be a number or a range, not {row['value']!r}")
    low = float(ends[1])
    return Quantity(low, float(ends[2] or low), row["normalized_unit"].casefold())


def tally(count: _Count, gold: Sequence[Quantity], found: Sequence[Quantity]) -> str:
    """Count a sentence; return what is missing and what is too much, "" if all is right."""
    count.given, count.wanted = count.given + len(found), count.wanted + len(gold)
    pairs, left, extra = _pairs(gold, found)
    count.value += len(pairs)
    same = [one for one, other in pairs if one.unit == other.unit]
    count.unit += len(same)
    wrong = [f"{other} for {one.unit}" for one, other in pairs if one.unit != other.unit]
    told = [*wrong, *(f"missed {one}" for one in left), *(f"extra {one}" for one in extra)]
    return "; ".join(told)


def _pairs(
    gold: Sequence[Quantity], found: Sequence[Quantity]
) -> tuple[list[tuple[Quantity, Quantity]], list[Quantity], list[Quantity]]:
    """Return the quantities that match, and those of either side that are left."""
    rest, left = list(found), []
    pairs = []
    for one in gold:
        near = [other for other in rest if _equal(one.low, other.low, one.high, other.high)]
        best = max(near, key=lambda other: other.unit == one.unit, default=None)
        if best is None:
            left.append(one)
            continue
        rest.remove(best)
        pairs.append((one, best))
    return pairs, left, rest


def _equal(*ends: float) -> bool:
    """Whether two lows and two highs are equal within a hundred-thousandth."""
    (low, mine), (high, theirs) = ends[:2], ends[2:]
    return abs(low - mine) <= _NEAR * abs(low) and abs(high - theirs) <= _NEAR * abs(high)


def find_quantities(text: str) -> list[Quantity]:
    """Return what dateline finds in a sentence."""
    report = read_upto(plain_report(text), "numbers")
    return [*_of_numbers(report), *_of_times(report)]


def _of_numbers(report: Report) -> Iterator[Quantity]:
    """Yield the quantities of the numbers, a vague one by its lower end."""
    for sentence in report.sentences:
        tree = Tree(sentence, report.text)
        for number in report.numbers:
            inside = sentence.span.start <= number.span.start < sentence.span.end
            low = number.low if number.low is not None else number.high
            if not inside or number.kind == "ordinal" or low is None:
                continue
            words = squeeze(number.digits.of(report.text))
            if words in VAGUE:
                low = _stem(words)
            is_range = words not in VAGUE and number.low is not None and number.high is not None
            high = number.high if is_range and number.high is not None else low
            yield Quantity(low, high, _unit(tree, number).casefold())


def _stem(words: str) -> float:
    """Return a vague number as the annotators count it: "dozens" are 12, "thousands" 1,000."""
    found = 1.0
    for word in words.split():
        found *= {"dozen": 12, "ten": 10, "score": 20, **SCALES}.get(word.removesuffix("s"), 1)
    return found if found > 1 else VAGUE[words][0] or 1.0


def _unit(tree: Tree, number: Number) -> str:
    """Return the unit of a number as the annotators name it, else what it counts, else "-"."""
    if number.unit is None:
        return _noun(tree, number)
    unit, per, each = number.unit.partition(" per ")
    unit = names("currencies")["names"].get(unit, unit)
    return f"{_THEIRS.get(unit, unit)}{per}{_THEIRS.get(each, each)}"


def _noun(tree: Tree, number: Number) -> str:
    """Return the counted noun, singular, with the words between it and the number."""
    of = counted(tree, number)
    if of is None or of.noun is None:
        return "-"
    last = tree.inside(number.digits)[-1]
    if of.noun < last:
        return "-"
    between = [t for t in range(last + 1, of.noun) if tree.pos(t) != "PUNCT"]
    while between and tree.pos(between[0]) in _LEADING:
        between.pop(0)
    words = [tree.lemma(t) for t in between] + [_singular(tree, of.noun)]
    joined = " ".join(words)
    return _THEIRS.get(joined, joined)


def _singular(tree: Tree, noun: int) -> str:
    """Return the lemma of a noun; of "people" the word."""
    return "people" if tree.folded[noun] == "people" else tree.lemma(noun)


def _of_times(report: Report) -> Iterator[Quantity]:
    """Yield the lengths in the words of times: "three hours", "six months" of "in six months"."""
    for time in report.times:
        read = _LENGTH.search(time.span.of(report.text))
        if read is None:
            continue
        words = read["count"].casefold()
        value = read_number(words) or read_number(words.rpartition(" ")[2])
        if value:
            yield Quantity(value, value, read["unit"].casefold())
