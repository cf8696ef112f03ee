"""Score how copies are told from reports of one event: pairs that dice and a seed construct.

The texts are those of the stories written for this project. Each is copied in seven kinds;
hard negatives are two reports of one story that gold calls no copies, others are reports of
different stories. A sentence or a paragraph set into another report is scored as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from random import Random

import yaml

from dateline.knowledge.codebook import open_codebook
from dateline.knowledge.lexicon import open_lexicon
from dateline.model import READ_LABELS, Label, Page, Report
from dateline.pipeline import Knowledge, skim
from dateline.sources.files import open_pages
from dateline.sources.page import page_of_text
from dateline.weaving.copies.lineage import find_copies, shared_sentences
from dateline.weaving.copies.signature import SHORT, plain_sentences
from evaluation.measure import Measure, Tally

_SEED = 7
_STRANGERS = 200
"""Pairs of reports of different stories."""
_LONG = 3
"""Paragraphs below which a text is too short to be cut, merged or given another lead."""

Lines = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Base:
    """A text that is copied: its story, its document, its title and its paragraphs."""

    story: str
    name: str
    lines: Lines


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts, and whether one is copied from the other."""

    kind: str
    one: Lines
    other: Lines
    copied: bool
    told: str


def score_copying(name: str, folder: Path) -> tuple[list[Measure], list[str]]:
    """Return precision, recall and F1 of finding copies, recall by kind, and shared sentences."""
    known = Knowledge(open_lexicon(), open_codebook("plover"), parser="")
    bases, copied = read_bases(folder, known)
    tally = Tally()
    pairs = [*copies(bases), *negatives(bases, copied)]
    hits = {True: 0, False: 0}
    for pair in pairs:
        found = bool(find_copies(_reports(pair.one, pair.other, known)))
        tally.count(f"{pair.kind}_right", found == pair.copied, f"{pair.kind}: {pair.told}")
        hits[pair.copied] += found
    wanted = sum(pair.copied for pair in pairs)
    precision, recall = hits[True] / max(1, sum(hits.values())), hits[True] / wanted
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    values = {"f1": f1, "precision": precision, "recall": recall}
    measures = [Measure(name, measure, value, len(pairs)) for measure, value in values.items()]
    _score_sentences(bases, known, tally)
    return [*measures, *tally.measures(name)], tally.misses


def read_bases(folder: Path, known: Knowledge) -> tuple[list[Base], set[frozenset[str]]]:
    """Return the texts of the stories that aren't held back, and which of them are copies."""
    bases, copied = [], set[frozenset[str]]()
    for gold in sorted(folder.glob("*/gold.yaml")):
        if gold.parent.name.endswith("-held"):
            continue
        files = sorted(file for file in gold.parent.iterdir() if file.suffix in {".txt", ".html"})
        for file in files:
            opened = [page for page in open_pages([file]) if isinstance(page, Page)]
            lines = (_lines(skim(page, known)) for page in opened)
            bases += [Base(gold.parent.name, file.stem, one) for one in lines]
        findings = yaml.safe_load(gold.read_text("utf-8")).get("findings", {})
        for group in findings.get("copies") or ():
            copied |= set(map(frozenset, combinations(group, 2)))
    return bases, copied


def _lines(report: Report) -> Lines:
    """Return the title and the paragraphs of a report."""
    read = [block for block in report.blocks if block.label in READ_LABELS]
    title = [block for block in read if block.label is Label.TITLE][:1]
    rest = [block for block in read if block.label is not Label.TITLE]
    return tuple(block.span.of(report.text) for block in (*title, *rest))


# -------------------------------------------------------------------------- copies of seven kinds


def copies(bases: Sequence[Base]) -> Iterator[Pair]:
    """Yield each text with two copies of each kind: plain, and with words changed throughout."""
    dice = Random(_SEED)  # noqa: S311 (no secret hangs on these dice)
    for base in bases:
        for kind, change in KINDS.items():
            if len(base.lines) > _LONG:
                copy = change(base.lines, dice)
                yield Pair(kind, base.lines, copy, copied=True, told=base.name)
                yield Pair(kind, base.lines, _edited(copy, dice), copied=True, told=base.name)
    for base in bases:
        other = dice.choice([one for one in bases if one.story != base.story])
        merged = _merged(base.lines, other.lines)
        yield Pair("merged", base.lines, merged, copied=True, told=base.name)
        edited = _edited(merged, dice)
        yield Pair("merged", base.lines, edited, copied=True, told=base.name)


def _near(lines: Lines, dice: Random) -> Lines:
    """Return lines with a word left out of every second one and another put twice."""
    edited = list(lines)
    for place in range(1, len(edited), 2):
        words = edited[place].split()
        if len(words) > SHORT:
            del words[dice.randrange(1, len(words) - 1)]
            words.insert(dice.randrange(1, len(words)), "reportedly")
        edited[place] = " ".join(words)
    return tuple(edited)


def _edited(lines: Lines, dice: Random) -> Lines:
    """Return lines as a desk leaves them: under another title, a word of each twelve changed."""
    edited = []
    for line in lines[1:]:
        words = line.split()
        for place in range(dice.randrange(12), len(words), 12):
            words[place] = dice.choice(["also", "then", "there", "some", "still"])
        edited.append(" ".join(words))
    return ("The day in brief", *edited)


def _cut(lines: Lines, dice: Random) -> Lines:
    kept = dice.randint(max(_LONG, len(lines) // 3), max(_LONG, 2 * len(lines) // 3))
    return lines[:kept]


def _titled(lines: Lines, _: Random) -> Lines:
    return ("What is known so far, and what is still disputed", *lines[1:])


def _led(lines: Lines, _: Random) -> Lines:
    lead = "Much about the events of these days stays unclear, but several things were told on it."
    return ("What we know", lead, *lines[2:])


def _punctuated(lines: Lines, dice: Random) -> Lines:
    """Return lines with the quotation marks, dashes and apostrophes of another house."""
    table = dice.choice(
        [
            str.maketrans({"“": "«", "”": "»", "’": "'", "—": "-"}),
            str.maketrans({"“": '"', "”": '"', "’": "'", "—": "–"}),
            str.maketrans({"“": "„", "”": "“", "'": "’", "-": "‐"}),
        ]
    )
    return tuple(_paired(line).translate(table) for line in lines)


def _paired(line: str) -> str:
    """Return a line whose straight quotation marks are turned to their sides, in turn."""
    first, *parts = line.split('"')
    if len(parts) % 2:
        return line
    marks = ("“", "”") * (len(parts) // 2)
    return first + "".join(mark + part for mark, part in zip(marks, parts, strict=True))


def _merged(one: Lines, other: Lines) -> Lines:
    """Return a text of two wires, a paragraph of each in turn."""
    longest = max(len(one), len(other))
    turns = (line for place in range(1, longest) for line in (one[place:][:1] + other[place:][:1]))
    return (one[0], *turns)


KINDS: Mapping[str, Callable[[Lines, Random], Lines]] = {
    "exact": lambda lines, _: lines,
    "near": _near,
    "cut": _cut,
    "titled": _titled,
    "led": _led,
    "punctuated": _punctuated,
}
"""Six kinds of copy, each of one text; the seventh, "merged", is made of two."""


# ------------------------------------------------------------------- no copies, shared sentences


def negatives(bases: Sequence[Base], copied: set[frozenset[str]]) -> Iterator[Pair]:
    """Yield two reports of one event that are no copies, and two of different ones."""
    dice = Random(_SEED)  # noqa: S311 (no secret hangs on these dice)
    strangers = []
    for one, other in combinations(bases, 2):
        told = f"{one.name} and {other.name}"
        if one.story != other.story:
            strangers.append(Pair("strangers", one.lines, other.lines, copied=False, told=told))
        elif frozenset({one.name, other.name}) not in copied:
            yield Pair("siblings", one.lines, other.lines, copied=False, told=told)
    yield from dice.sample(strangers, min(_STRANGERS, len(strangers)))


def _score_sentences(bases: Sequence[Base], known: Knowledge, tally: Tally) -> None:
    """Count the sentences and paragraphs that are found where another report took them over."""
    dice = Random(_SEED)  # noqa: S311 (no secret hangs on these dice)
    for base in bases:
        other = dice.choice([one for one in bases if one.story != base.story])
        lender = _report(other.lines, known, "lender")
        sentences = [
            span.of(lender.text) for span, run in plain_sentences(lender) if len(run) > SHORT
        ]
        paragraphs = [line for line in other.lines[1:] if any(s in line for s in sentences)]
        for kind, lent in (("sentence", sentences), ("paragraph", paragraphs)):
            taken = dice.choice(lent)
            place = dice.randrange(2, max(3, len(base.lines)))
            lines = (*base.lines[:place], taken, *base.lines[place:])
            taker = _report(lines, known, "taker")
            found = shared_sentences(taker, lender)
            seen = any(cite.span.of(taker.text) in taken for cite, _ in found)
            alone = all(cite.span.of(taker.text) in taken for cite, _ in found)
            told = f"{kind}: {base.name} from {other.name}: {taken[:60]}"
            tally.count(f"{kind}_seen", seen, told)
            tally.count(f"{kind}_alone", alone, told)
            tally.count(f"{kind}_no_copy", not find_copies([taker, lender]), told)


def _reports(one: Lines, other: Lines, known: Knowledge) -> list[Report]:
    return [_report(one, known, "one"), _report(other, known, "other")]


def _report(lines: Lines, known: Knowledge, name: str) -> Report:
    return skim(page_of_text("\n\n".join(lines), path=f"{name}.txt"), known)
