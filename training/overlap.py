"""Words in a row that sentences for learning share with a published set: there may be no six.

python -m training.overlap BENCH      print each shared row and whose sentence has it
"""

from __future__ import annotations

import gzip
import html
import io
import json
import re
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from dateline.knowledge.marked import MarkedSentence, read_marked
from training.count_stories import read_count_stories
from training.figure_marks import read_figures
from training.name_marks import read_name_sentences
from training.retellings import read_retellings

CORPUS = Path(__file__).parents[1] / "src" / "dateline" / "codebooks" / "plover"
SHARED = 6
"""So many words in a row are too many."""
_WORD = re.compile(r"\w+")
_TAG = re.compile(r"<[^>]*>")
_NOTES = ("SOURCE", "LICENSE", "README")


def shared_rows(texts: Mapping[str, Sequence[str]], folder: Path) -> dict[str, set[str]]:
    """Return each row of words that a folder's files have as well, with whose it is.

    `texts` are those of each sentence by its name, in one or several forms.
    """
    ours: dict[str, set[str]] = defaultdict(set)
    for name, forms in texts.items():
        for row in {row for form in forms for row in rows_of(form)}:
            ours[row].add(name)
    met: set[str] = set()
    for text in texts_of(folder):
        met.update(ours.keys() & set(rows_of(text)))
    return {row: ours[row] for row in sorted(met)}


def learned_texts() -> dict[str, tuple[str, ...]]:
    """Return every marked sentence by its name; one of acts with its parties and without.

    Other names make no other sentence.
    """
    acts = [s for path in sorted(CORPUS.glob("*.txt")) for s in read_marked(path)]
    found: dict[str, tuple[str, ...]] = {s.id: (s.text, _without_parties(s)) for s in acts}
    found |= {f"figures/{s.id}": (s.text,) for s in read_figures()}
    found |= {f"retold/{s.id}": (s.text,) for told in read_retellings() for s in told.retold}
    found |= {f"names/{item.id}": (item.text,) for item in read_name_sentences()}
    return found | {f"counts/{s.id}": (s.text,) for told in read_count_stories() for s in told}


def rows_of(text: str) -> Iterator[str]:
    """Yield the rows of `SHARED` words of a text, lower-cased."""
    words = _WORD.findall(text.lower())
    return map(" ".join, zip(*(words[at:] for at in range(SHARED)), strict=False))


def texts_of(folder: Path) -> Iterator[str]:
    """Yield the texts of a folder's files, archives opened, with and without their tags."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        if not path.name.startswith(_NOTES):
            for text in _opened(path.name, path.read_bytes()):
                yield text
                if "<" in text:
                    yield html.unescape(_TAG.sub(" ", text))


def _without_parties(sentence: MarkedSentence) -> str:
    """Return a sentence's text without its actors and recipients."""
    text = list(sentence.text)
    for act in sentence.acts:
        for start, end in (*act.actors, *act.recipients):
            text[start:end] = " " * (end - start)
    return "".join(text)


def _opened(name: str, data: bytes) -> Iterable[str]:
    """Return the texts in a file, opened where it is an archive."""
    if name.endswith(".gz"):
        return _opened(name[:-3], gzip.decompress(data))
    if name.endswith(".zip"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [t for n in archive.namelist() for t in _opened(n, archive.read(n))]
    text = data.decode("utf-8", "replace")
    lines = [text] if name.endswith(".json") else text.splitlines()
    if not name.endswith((".json", ".jsonl")):
        return [text]
    try:
        return list(_strings([json.loads(line) for line in lines if line.strip()]))
    except json.JSONDecodeError:
        return [text]


def _strings(value: object) -> Iterator[str]:
    """Yield the strings in a JSON value; a list of words is one string."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from _strings(list(value.values()))
    elif isinstance(value, list):
        if value and all(isinstance(one, str) for one in value):
            yield " ".join(value)
            return
        for one in value:
            yield from _strings(one)


if __name__ == "__main__":
    found = shared_rows(learned_texts(), Path(sys.argv[1]))
    for row, names in found.items():
        print(f"{', '.join(sorted(names))}: {row}")
    sys.exit(bool(found))
