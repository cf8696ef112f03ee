"""Find stretches of words in texts, however many and however long, in linear time.

"the dam held and nobody was hurt" stands in "… said the dam held and nobody was hurtled off":
a stretch may begin and end within a word, and its inner words say where it may stand.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

_WORD = re.compile(r"[^\W_]+")
_RUN = 3
"""Inner words of a stretch by which it is looked up."""


def plain_words(text: str) -> str:
    """Return a text's letters and digits in lower case, one blank between words."""
    return " ".join(_WORD.findall(text)).casefold()


def stretches_in(asked: Iterable[str], texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each of these stretches of plain words with each text that it stands in."""
    short: list[str] = []
    known: defaultdict[tuple[str, ...], list[list[str]]] = defaultdict(list)
    for stretch in dict.fromkeys(asked):
        spoken = stretch.split()
        if len(spoken) < _RUN + 2:
            short.append(stretch)
        else:
            known[tuple(spoken[1 : _RUN + 1])].append(spoken)
    for text in texts:
        yield from ((stretch, text) for stretch in short if stretch in text)
        spoken = text.split()
        for before, run in enumerate(zip(spoken[1:], spoken[2:], spoken[3:], strict=False)):
            for words in known.get(run, ()):
                if _stands(words, spoken[before : before + len(words)]):
                    yield " ".join(words), text


def _stands(words: list[str], there: list[str]) -> bool:
    """Whether a stretch stands in as many words of a text, its outer words within theirs."""
    return (
        words[1:-1] == there[1:-1]
        and len(words) == len(there)
        and there[0].endswith(words[0])
        and there[-1].startswith(words[-1])
    )
