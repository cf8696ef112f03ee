"""Check marked sentences before they are learned from.

    python -m training.sentences [--grams GRAMS.npy] FILE…

Prints a line for each fault (with file and line) and then what the files hold.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from dateline.knowledge.codebook import open_codebook
from dateline.knowledge.marked import MarkedSentence, parse_marked
from training.overlap import shared_rows, words_of

STATUSES = ("happened", "ongoing", "planned", "threatened", "called_for", "possible", "denied")
CONTEXTS = (
    "military intelligence executive legislative election political_institutions pro_democracy "
    "pro_autocracy economic legal reparations human_rights rights_freedoms repression "
    "human_security gender lgbt religion_ethnicity inequality diplomatic territory peacekeeping "
    "health asylum migration disasters natural_resource environment technology terrorism cbrn "
    "cyber misinformation crime corruption illegal_drugs trafficking"
).split()
_NEAR = 0.6


def read_lenient(path: Path) -> Iterator[MarkedSentence | str]:
    """Yield each sentence of a file, or a line that says why one can't be read."""
    group = register = ""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.startswith("## "):
            group, _, register = (part.strip() for part in line[3:].partition("|"))
        elif line.strip() and not line.startswith("# "):
            try:
                name = f"{path.stem}:{number}"
                yield parse_marked(line, name, f"{path.stem}/{group}", register)
            except ValueError as error:
                yield f"{path.stem}:{number}: {error}"


def faults(
    sentence: MarkedSentence, codes: dict[str, Sequence[str]], contexts: set[str]
) -> Iterator[str]:
    """Yield what is wrong with a sentence's marks."""
    for act in sentence.acts:
        trigger = sentence.text[slice(*act.trigger)]
        if act.code not in codes:
            yield f"no such category: {act.code}"
        elif act.mode and act.mode not in codes[act.code]:
            yield f"no such mode of {act.code}: {act.mode}"
        if act.status not in STATUSES:
            yield f"no such status: {act.status}"
        if len(trigger.split()) != 1:
            yield f"a trigger is one word: {trigger!r}"
    for context in sentence.contexts:
        if context not in contexts:
            yield f"no such context: {context}"
    if not 3 <= len(sentence.text.split()) <= 60:
        yield "3 to 60 words"


def near(sentences: list[MarkedSentence]) -> Iterator[tuple[MarkedSentence, MarkedSentence]]:
    """Yield pairs of sentences that share most of their three-word rows."""
    seen: dict[str, list[int]] = defaultdict(list)
    grams = []
    for at, sentence in enumerate(sentences):
        words = words_of(sentence.text)
        mine = {" ".join(words[i : i + 3]) for i in range(max(1, len(words) - 2))}
        grams.append(mine)
        met = Counter(other for gram in mine for other in seen[gram])
        for other, shared in met.items():
            if shared / len(mine | grams[other]) >= _NEAR:
                yield sentences[other], sentence
        for gram in mine:
            seen[gram].append(at)


def main() -> int:
    """Check files; return 1 if there is a fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--grams", type=Path)
    given = parser.parse_args()
    book = open_codebook()
    codes = {one.code: one.modes for one in book.categories.values()}
    contexts = set(CONTEXTS)
    rows = np.load(given.grams) if given.grams else np.array([], dtype=np.uint64)
    sentences: list[MarkedSentence] = []
    bad = 0
    for path in given.files:
        for one in read_lenient(path):
            if isinstance(one, str):
                print(one)
                bad += 1
                continue
            sentences.append(one)
            problems = list(faults(one, codes, contexts))
            problems += [
                f"words in a row that published text has: {row!r}" for row in shared_rows(one, rows)
            ]
            bad += bool(problems)
            for problem in problems:
                print(f"{one.id}: {problem}")
    for first, second in near(sentences):
        print(f"{second.id}: nearly {first.id}: {second.text}")
        bad += 1
    acts = [act for one in sentences for act in one.acts]
    print(
        len(sentences),
        "sentences,",
        sum(not one.acts for one in sentences),
        "without an act,",
        bad,
        "faulty",
    )
    print(dict(Counter(act.code for act in acts).most_common()))
    print(dict(Counter(f"{act.code}/{act.mode}" for act in acts if act.mode).most_common()))
    print(dict(Counter(act.status for act in acts).most_common()))
    lemmas = Counter(
        (act.code, s.text[slice(*act.trigger)].lower()) for s in sentences for act in s.acts
    )
    print("triggers that are often used:", [(w, n) for (_, w), n in lemmas.most_common(25)])
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main())
