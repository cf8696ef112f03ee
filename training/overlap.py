"""Words in a row that a training sentence shares with a public benchmark: there may be no six.

python -m training.overlap BENCH GRAMS      keep the digests of a folder's six-word rows
"""

from __future__ import annotations

import gzip
import html
import json
import re
import sys
import zipfile
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

import numpy as np

from dateline.knowledge.marked import MarkedSentence

SHARED = 6
"""So many words in a row are too many."""
_WORD = re.compile(r"\w+")
_TAG = re.compile(r"<[^>]*>")


def digests(words: list[str]) -> Iterator[int]:
    """Yield a digest of 64 bits of every row of `SHARED` words."""
    for at in range(len(words) - SHARED + 1):
        row = " ".join(words[at : at + SHARED])
        yield int.from_bytes(blake2b(row.encode(), digest_size=8).digest(), "big")


def words_of(text: str) -> list[str]:
    """Return the words of a text, lower-cased."""
    return _WORD.findall(text.lower())


def rows_of(folder: Path) -> np.ndarray:
    """Return the sorted digests of all six-word rows of a folder's files, archives opened."""
    found: set[int] = set()
    for text in _texts(folder):
        for form in {text, _TAG.sub(" ", text), re.sub(r"</?[a-z]+>", " ", text)}:
            found.update(digests(words_of(html.unescape(form))))
    return np.array(sorted(found), dtype=np.uint64)


def shared_rows(sentence: MarkedSentence, rows: np.ndarray) -> list[str]:
    """Return the rows of words that a sentence shares, with its actors left in and left out."""
    shared = []
    for words in (words_of(sentence.text), words_of(_without_parties(sentence))):
        for at, digest in enumerate(digests(words)):
            place = int(np.searchsorted(rows, np.uint64(digest)))
            if place < len(rows) and int(rows[place]) == digest:
                shared.append(" ".join(words[at : at + SHARED]))
    return list(dict.fromkeys(shared))


def _without_parties(sentence: MarkedSentence) -> str:
    """Return a sentence's text without its actors and recipients."""
    text = list(sentence.text)
    for act in sentence.acts:
        for start, end in (*act.actors, *act.recipients):
            text[start:end] = " " * (end - start)
    return "".join(text)


def _texts(folder: Path) -> Iterator[str]:
    """Yield the texts of a folder's files."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        if path.name.startswith(("SOURCE", "LICENSE", "README")):
            continue
        yield from _opened(path.name, path.read_bytes())


def _opened(name: str, data: bytes) -> Iterable[str]:
    """Return the texts in a file, opened where it is an archive."""
    if name.endswith(".gz"):
        return _opened(name[:-3], gzip.decompress(data))
    if name.endswith(".zip"):
        import io

        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [t for n in archive.namelist() for t in _opened(n, archive.read(n))]
    text = data.decode("utf-8", "replace")
    if name.endswith((".json", ".jsonl")):
        try:
            values = (
                [json.loads(text)] if name.endswith(".json") else map(json.loads, text.splitlines())
            )
            return list(_strings(list(values)))
        except json.JSONDecodeError:
            pass
    return [text]


def _strings(value: object) -> Iterator[str]:
    """Yield the strings in a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        if value and all(isinstance(one, str) for one in value):
            yield " ".join(value)
        else:
            for one in value:
                yield from _strings(one)
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)


if __name__ == "__main__":
    np.save(sys.argv[2], rows_of(Path(sys.argv[1])))
