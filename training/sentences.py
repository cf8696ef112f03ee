"""Check marked sentences before they are learned from: `python -m training.sentences FILE…`.

Prints a line for each fault, with file and line, and then what the files hold.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from dateline.errors import CodebookError
from dateline.knowledge.codebook import open_codebook
from dateline.knowledge.marked import MarkedSentence, read_marked
from dateline.model import Status

CONTEXTS = tuple(
    (
        "military intelligence executive legislative election political_institutions pro_democracy "
        "pro_autocracy economic legal reparations human_rights rights_freedoms repression "
        "human_security gender lgbt religion_ethnicity inequality diplomatic territory "
        "peacekeeping health asylum migration disasters natural_resource environment technology "
        "terrorism cbrn cyber misinformation crime corruption illegal_drugs trafficking"
    ).split()
)
STATUSES = tuple(status.value for status in Status)
_NEAR = 0.6
"""Share of three-word rows from which two sentences are one."""
_LENGTHS = range(3, 61)


def faults(sentence: MarkedSentence, modes: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield what is wrong with a sentence's marks; `modes` are those of each category."""
    for act in sentence.acts:
        trigger = sentence.text[slice(*act.trigger)]
        if act.code not in modes:
            yield f"no such category: {act.code}"
        elif act.mode and act.mode not in modes[act.code]:
            yield f"no such mode of {act.code}: {act.mode}"
        if act.status not in STATUSES:
            yield f"no such status: {act.status}"
        if len(trigger.split()) != 1:
            yield f"a trigger is one word: {trigger!r}"
    for context in sentence.contexts:
        if context not in CONTEXTS:
            yield f"no such context: {context}"
    if len(sentence.text.split()) not in _LENGTHS:
        yield "3 to 60 words"


def repeats(sentences: Sequence[MarkedSentence]) -> Iterator[tuple[str, str]]:
    """Yield the ids of sentences that share most of their three-word rows."""
    seen: dict[str, list[int]] = defaultdict(list)
    rows: list[set[str]] = []
    for number, sentence in enumerate(sentences):
        words = re.findall(r"\w+", sentence.text.lower())
        mine = {" ".join(words[at : at + 3]) for at in range(max(1, len(words) - 2))}
        rows.append(mine)
        met = Counter(other for row in mine for other in seen[row])
        for other, shared in met.items():
            if shared / len(mine | rows[other]) >= _NEAR:
                yield sentences[other].id, sentence.id
        for row in mine:
            seen[row].append(number)


def main() -> int:
    """Check files; return 1 if there is a fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    try:
        sentences = [s for path in parser.parse_args().files for s in read_marked(path)]
    except CodebookError as problem:
        print(problem)
        return 1
    modes = {code: category.modes for code, category in open_codebook().categories.items()}
    told = [f"{s.id}: {fault}" for s in sentences for fault in faults(s, modes)]
    told += [f"{second}: repeats {first}" for first, second in repeats(sentences)]
    print("\n".join([*told, *_contents(sentences)]))
    return bool(told)


def _contents(sentences: Sequence[MarkedSentence]) -> Iterator[str]:
    """Yield lines that say how much there is of what."""
    acts = [act for sentence in sentences for act in sentence.acts]
    without = sum(not sentence.acts for sentence in sentences)
    yield f"{len(sentences)} sentences, {without} without an act"
    yield _counted(act.code for act in acts)
    yield _counted(f"{act.code}/{act.mode}" for act in acts if act.mode)
    yield _counted(act.status for act in acts)


def _counted(names: Iterator[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in Counter(names).most_common())


if __name__ == "__main__":
    sys.exit(main())
