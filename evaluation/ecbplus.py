"""Read the topics of ECB+: tokens back into text, actions as spans, and which are one event.

A topic holds reports of two like events ("2_3ecb.xml", "2_3ecbplus.xml"). What was checked,
and so what counts, are the listed sentences alone.
"""

from __future__ import annotations

import csv
import tarfile
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from dateline.model import Span

DEVELOPMENT = ("2", "5", "12", "18", "21", "23", "34", "35")
"""The topics that the corpus's split of 2015 keeps for development."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name an action, and the event that they name."""

    page: str
    span: Span
    event: str


@dataclass(frozen=True, slots=True)
class Page:
    """A text of a topic with its mentions of actions, and the spans that were checked."""

    name: str
    topic: str
    text: str
    mentions: tuple[Mention, ...]
    checked: tuple[Span, ...]


def read_topics(folder: Path) -> dict[str, list[Page]]:
    """Return the pages of each topic of the development part, in the order of their names."""
    checked = _checked(folder / "ECBplus_coreference_sentences.csv")
    topics: dict[str, list[Page]] = {topic: [] for topic in DEVELOPMENT}
    with tarfile.open(folder / "ecbplus_train_dev.tar.gz") as archive:
        for member in archive.getmembers():
            path = Path(member.name)
            held = archive.extractfile(member) if path.suffix == ".xml" else None
            if held is not None and path.parent.name in topics:
                page = _read_page(path.stem, held.read(), checked)
                topics[page.topic].append(page)
    return {topic: sorted(pages, key=lambda page: page.name) for topic, pages in topics.items()}


def _checked(path: Path) -> set[tuple[str, int]]:
    """Return the pages' names with the numbers of their checked sentences."""
    with path.open(encoding="utf-8", newline="") as lines:
        return {
            (f"{row['Topic']}_{row['File']}", int(row["Sentence Number"]))
            for row in csv.DictReader(lines)
        }


def _read_page(name: str, data: bytes, checked: set[tuple[str, int]]) -> Page:
    root = ET.fromstring(data)  # noqa: S314 - a benchmark's own files, no entities
    spans, sentences, text = _written(root, name)
    numbers = {
        token.get("t_id", ""): int(token.get("sentence", "")) for token in root.iter("token")
    }
    events = _events(root, name)
    mentions = []
    for mark in root.find("Markables") or ():
        tokens = [anchor.get("t_id", "") for anchor in mark.iter("token_anchor")]
        if not tokens or "ACTION" not in mark.tag or (name, numbers[tokens[0]]) not in checked:
            continue
        span = Span(spans[tokens[0]].start, spans[tokens[-1]].end)
        own = mark.get("m_id", "")
        mentions.append(Mention(name, span, events.get(own, f"{name}/{own}")))
    held = tuple(span for number, span in sentences.items() if (name, number) in checked)
    return Page(name, name.split("_", maxsplit=1)[0], text, tuple(mentions), held)


def _written(root: ET.Element, name: str) -> tuple[dict[str, Span], dict[int, Span], str]:
    """Return the span of each token and sentence, and the text: a line for each sentence."""
    text = ""
    spans: dict[str, Span] = {}
    sentences: dict[int, Span] = {}
    for token in root.iter("token"):
        number, word = int(token.get("sentence", "")), token.text or ""
        if number == 0 and name.endswith("plus"):
            word = ""  # the address of the page
        start = len(text) + 1 if text else 0
        if text and number not in sentences:
            text += "\n"
        elif text:
            text += " "
        text += word
        spans[token.get("t_id", "")] = Span(start, len(text))
        first = sentences[number].start if number in sentences else start
        sentences[number] = Span(first, len(text))
    return spans, sentences, text


def _events(root: ET.Element, name: str) -> dict[str, str]:
    """Return the event of each mention that is joined to another."""
    found = {}
    for relation in root.find("Relations") or ():
        across = relation.tag == "CROSS_DOC_COREF"
        event = relation.get("note") if across else f"{name}/{relation.get('r_id')}"
        for source in relation.iter("source"):
            found[source.get("m_id", "")] = str(event)
    return found
