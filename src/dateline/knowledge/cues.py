"""Open the cues: which words report that somebody says something.

"say" takes a clause or a quotation, "vow" a quoted fragment of what is vowed, "describe" a name
for something; "claim" and "warning" are nouns that hold a clause. All of it is
`lexicons/cues.toml`, checked when it is opened.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from dateline.errors import CodebookError

_FILE = "lexicons/cues.toml"
_VERBS = ("clause", "question", "fragment", "name", "blame")
_NOUNS = ("clause", "voiced", "document", "reckoning", "mouthpiece")
_STANCES = ("clause", "aim", "object", "preposition", "blame", "regard", "noun")
_WORDS = ("habit", "distance", "plain", "nobody", "press", "inscribed", "shows", "voices")


@dataclass(frozen=True, slots=True)
class Cues:
    """The words that report speech, as lemmas in lower case, by what they take."""

    verbs: Mapping[str, frozenset[str]]
    """"clause", "question", "fragment", "name" -> verbs."""
    nouns: Mapping[str, frozenset[str]]
    """"clause", "voiced", "document", "reckoning", "mouthpiece" -> nouns."""
    stances: Mapping[str, frozenset[str]]
    """"clause", "aim", "object", "preposition" ("call_for"), "blame" … -> words."""
    stance_words: frozenset[str]
    """All of these, without their prepositions."""
    words: Mapping[str, frozenset[str]]
    """"habit", "distance", "plain", "nobody" … -> words with a part of their own."""
    media: Mapping[str, str]
    """The word of a channel -> what `Statement.medium` calls it."""

    def takes(self, verb: str, *ways: str) -> bool:
        """Whether the verb reports in one of these ways (in any, if none is named)."""
        return any(verb in self.verbs[way] for way in ways or _VERBS)

    def stands(self, word: str, way: str) -> bool:
        """Whether a word tells a stance in this way."""
        return word in self.stances[way]


@lru_cache(maxsize=1)
def open_cues() -> Cues:
    """Return the cues that ship with the package.

    Raises `CodebookError` where an entry has an unknown way or no words.
    """
    table = tomllib.loads(resources.files("dateline").joinpath(_FILE).read_text("utf-8"))
    stances = _by_way(table["stances"], _STANCES)
    return Cues(
        stances=stances,
        stance_words=frozenset(w.split("_")[0] for way in stances.values() for w in way),
        verbs=_by_way(table["verbs"], _VERBS),
        nouns=_by_way(table["nouns"], _NOUNS),
        words={name: frozenset(table["words"][name].split()) for name in _WORDS},
        media={word.replace("_", " "): name for word, name in table["media"].items()},
    )


def _by_way(entries: list[dict[str, Any]], ways: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """Return the words of each way; every entry names a way that is known, with its examples."""
    found: dict[str, frozenset[str]] = {}
    for entry in entries:
        lacking = {"takes", "words", "yes", "no"} - entry.keys()
        if lacking or entry["takes"] not in ways:
            problem = f"entry {entry.get('takes')!r} lacks {sorted(lacking)} or isn't in {ways}"
            raise CodebookError(_FILE, None, problem)
        found[entry["takes"]] = frozenset(entry["words"].split())
    return found
