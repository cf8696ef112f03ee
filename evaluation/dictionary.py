"""Score parties and roots on the test records of a dictionary coder, stylised sentences.

Parties are codes of the dictionary ("ZUR" for an invented Zurania, "LBY" for Libya): a party of
ours is one when its country is the code's first three letters, or a word of it begins with them.
Codings whose event code is no CAMEO root (the records have made-up ones) are left out. Roots are
compared through the crosswalk of CAMEO to PLOVER; they are reported without a bar, since the
records call many acts by made-up verbs of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.check import events_of
from dateline.desk import knowledge
from dateline.model import Actor, Event
from evaluation.measure import Measure, Tally

_RECORD = re.compile(r"<Sentence .*?</Sentence>", re.DOTALL)
_CODING = re.compile(r'sourcecode="([^"]*)"\s+targetcode="([^"]*)"\s+eventcode="([^"]*)"')
_TEXT = re.compile(r"<Text>(.*?)</Text>", re.DOTALL)
# CAMEO root to PLOVER; 08 is split by its subcodes.
_ROOTS = {
    "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE", "07": "AID",
    "09": "ACCUSE", "10": "REQUEST", "11": "ACCUSE", "12": "REJECT", "13": "THREATEN",
    "14": "PROTEST", "15": "MOBILIZE", "16": "SANCTION", "17": "COERCE", "18": "ASSAULT",
    "19": "ASSAULT", "20": "ASSAULT",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Coding:
    """Who did what to whom, in the dictionary's codes."""

    text: str
    source: str
    target: str
    code: str


def score_dictionary(name: str, folder: Path) -> tuple[list[Measure], list[str]]:
    """Return the shares of codings with both parties, and with the root, found."""
    tally = Tally()
    found: dict[str, tuple[Event, ...]] = {}
    for coding in _codings(folder / "PETR.UnitTest.records.xml"):
        if coding.text not in found:
            found[coding.text] = events_of(coding.text, knowledge())
        events = found[coding.text]
        between = [event for event in events if _is_between(event, coding)]
        told = [
            (e.code, [a.name for a in e.actors], [r.name for r in e.recipients]) for e in events
        ]
        what = f"{coding.source} {coding.code} {coding.target} not in {told}: {coding.text}"
        tally.count("parties", between, what)
        tally.count("root", any(event.code == root_of(coding.code) for event in between), what)
    return tally.measures(name), tally.misses


def root_of(code: str) -> str:
    """Return the PLOVER category of a CAMEO code."""
    if code[:2] == "08":
        return "CONCEDE" if code[:3] in {"080", "081", "082", "083"} else "RETREAT"
    return _ROOTS[code[:2]]


def _is_between(event: Event, coding: Coding) -> bool:
    """Whether an event's two sides are a coding's; who act together may be either."""
    taking = (*event.recipients, *event.actors)
    return any(_is(one, coding.source) for one in event.actors) and any(
        _is(one, coding.target) for one in taking
    )


def _is(party: Actor, code: str) -> bool:
    """Whether a party is the one that a code of the dictionary begins with."""
    letters = code[:3].casefold()
    words = re.findall(r"\w+", party.name.casefold())
    return (party.country or "").casefold() == letters or any(w.startswith(letters) for w in words)


def _codings(file: Path) -> Iterator[Coding]:
    """Yield the codings with a real CAMEO root."""
    for record in _RECORD.findall(file.read_text("utf-8")):
        text = _TEXT.search(record)
        for source, target, code in _CODING.findall(record):
            if text and (code[:2] in _ROOTS or code[:2] == "08"):
                yield Coding(" ".join(text[1].split()), source, target, code)
