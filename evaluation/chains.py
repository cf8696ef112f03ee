"""Score chains on passages whose mentions are marked: "[Omid Karimi|karimi] said [he|karimi!]".

The CoNLL F1 over all marked mentions, singletons included, and the share of pronouns and titles
that tell who speaks (marked "!") and are put to the right name. A mention is met where its last
word is: articles, titles and possessives before a name are nobody's error.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.model import Report
from evaluation.coreference import Chains, Counted, b_cubed, ceaf_e, muc
from evaluation.measure import Measure, Tally
from evaluation.reading import plain_report, read_upto

_PUBLISHED = re.compile(r"# published: (\S+)\n\s*")
_MARK = re.compile(r"(?P<opening>\[)|\|(?P<key>[a-z0-9-]+)(?P<needed>!?)\]")
_MEASURES: dict[str, Callable[[Chains, Chains], Counted]] = {
    "muc_f1": muc,
    "b_cubed_f1": b_cubed,
    "ceaf_e_f1": ceaf_e,
}


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with the last characters of its mentions, by key."""

    text: str
    published: str | None
    ends: dict[int, str]
    """Where a mention ends, and whose it is."""
    needed: frozenset[int]
    """The ends of pronouns and titles that tell who speaks."""


def score_chains(name: str, folder: Path) -> tuple[list[Measure], list[str]]:
    """Return the measures of the open passages, and of those kept from rule writing (`held_`)."""
    files = sorted(folder.glob("*.txt"))
    held = [path for path in files if path.stem.endswith("-held")]
    measures, misses = _score(name, [path for path in files if path not in held], "")
    return measures + _score(name, held, "held_")[0], misses


def _score(name: str, files: list[Path], prefix: str) -> tuple[list[Measure], list[str]]:
    """Return the measures of some passages pooled."""
    counted: dict[str, Counted] = defaultdict(Counted)
    tally = Tally()
    for path in files:
        passage = read_passage(path.read_text("utf-8"))
        report = read_upto(plain_report(passage.text, published=passage.published), "chains")
        wanted, found = _wanted(passage), found_ends(report)
        for measure, count in _MEASURES.items():
            counted[measure] += count(wanted, found)
        _count_needed(tally, passage, report, f"{prefix}speaker_needed", path.stem)
    values = {measure: count.f1 for measure, count in counted.items()}
    values["conll_f1"] = sum(values.values()) / len(_MEASURES)
    measures = [Measure(name, prefix + m, value, len(files)) for m, value in values.items()]
    return measures + tally.measures(name), tally.misses


def read_passage(marked: str) -> Passage:
    """Return a passage without its marks. Raises `ValueError` where brackets don't match."""
    first = _PUBLISHED.match(marked)
    parts: list[str] = []
    opened: list[int] = []
    ends: dict[int, str] = {}
    needed, at, length = set[int](), first.end() if first else 0, 0
    for mark in _MARK.finditer(marked, at):
        parts.append(marked[at : mark.start()])
        length += mark.start() - at
        at = mark.end()
        if mark["opening"]:
            opened.append(length)
            continue
        if not opened or opened.pop() == length:
            raise ValueError(f"a mark has no opening bracket or no words: {mark[0]!r}")
        ends[length] = mark["key"]
        if mark["needed"]:
            needed.add(length)
    if opened:
        raise ValueError("a bracket is not closed")
    text = "".join([*parts, marked[at:]])
    return Passage(text, first[1] if first else None, ends, frozenset(needed))


def _wanted(passage: Passage) -> Chains:
    """Return the ends of each key's mentions."""
    chains: dict[str, set[int]] = defaultdict(set)
    for end, key in passage.ends.items():
        chains[key].add(end)
    return list(chains.values())


def found_ends(report: Report) -> Chains:
    """Return the ends of each chain's mentions, each once."""
    seen = set[int]()
    chains = []
    for chain in report.chains:
        ends = {span.end for span in chain.mentions} - seen
        seen |= ends
        if ends:
            chains.append(ends)
    return chains


def _count_needed(tally: Tally, passage: Passage, report: Report, measure: str, where: str) -> None:
    """Count the pronouns and titles that tell who speaks."""
    keys = dict(_keys(passage, report))
    for end in sorted(passage.needed):
        met = next((c.id for c in report.chains if any(s.end == end for s in c.mentions)), None)
        found = keys.get(met) if met is not None else None
        words = passage.text[max(0, end - 30) : end]
        told = f"{where}: …{words!r} is {passage.ends[end]}, found {found}"
        tally.count(measure, found == passage.ends[end], told)


def _keys(passage: Passage, report: Report) -> Iterator[tuple[int, str]]:
    """Yield each chain with the key that most of its names are marked with.

    Somebody without a marked name is who he is where he is first described ("a fisherman"). That
    mention is never one that is counted as met.
    """
    named = {name.span.end for name in report.names}
    for chain in report.chains:
        met = [passage.ends[s.end] for s in chain.mentions if s.end in named & set(passage.ends)]
        if met:
            yield chain.id, Counter(met).most_common(1)[0][0]
            continue
        first = next((s.end for s in chain.mentions if s.end in passage.ends), None)
        if first is not None and first not in passage.needed:
            yield chain.id, passage.ends[first]
