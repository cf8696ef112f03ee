"""A codebook: what kinds of event there are, and the words that tell them.

`codebooks/plover/` holds a file for each category, with rules such as

    [[rule]]
    id = "warn"
    verbs = ["warn", "caution"]
    clause = ["infinitive", "that"]
    recipient = ["object"]
    yes = ["France [warned] Iran not to close the strait."]
    no = ["Forecasters warned of heavy rain."]

The examples are the codebook's documentation and its tests: `dateline check` runs them.
Rules are tried from the one with most conditions to the one with fewest.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from dateline.errors import CodebookError
from dateline.model import Status


@dataclass(frozen=True, slots=True)
class Rule:
    """When a word names an event: the conditions that must all hold, and what follows."""

    code: str
    id: str
    verbs: frozenset[str] = frozenset()
    """Lemmas of the verbs that the rule is tried on."""
    nouns: frozenset[str] = frozenset()
    """Lemmas of the nouns that the rule is tried on."""
    mode: str | None = None
    object: frozenset[str] = frozenset()
    """Lemmas, one of which must head the object (the subject of a passive)."""
    somebody: bool = False
    """Whether the object must be a person, body or country."""
    subject: frozenset[str] = frozenset()
    """Lemmas, one of which must head the subject."""
    preposition: frozenset[str] = frozenset()
    """Words, one of which must follow as a preposition or particle."""
    held: frozenset[str] = frozenset()
    """Lemmas, one of which must be that preposition's object."""
    clause: frozenset[str] = frozenset()
    """"infinitive", "that", "gerund", "any": what must hang on the verb."""
    clause_modal: frozenset[str] = frozenset()
    """Auxiliaries, one of which must govern the clause that hangs on the verb."""
    near: frozenset[str] = frozenset()
    """Lemmas, one of which must stand below the verb."""
    modal: frozenset[str] = frozenset()
    """Auxiliaries, one of which must govern the verb."""
    modifier: frozenset[str] = frozenset()
    """Words, one of which must modify a noun: "air" in "air strikes"."""
    without: frozenset[str] = frozenset()
    """Lemmas, none of which may stand below the word, or modify it."""
    recipient: tuple[str, ...] = ("object",)
    """Where the recipient stands: "object", or after one of these prepositions."""
    inner: Status | None = None
    """The status of the act that the event speaks of ("called_for" for a demand)."""
    answers: frozenset[str] = frozenset()
    """Categories that the event answers: a rejection an earlier threat or demand."""
    negated: bool = False
    """Whether the verb must be negated: "will not accept"."""
    uttered: bool = False
    """Whether saying it does it, whatever the tense: "would respond" is a threat made."""
    reciprocal: bool = False
    """Whether all parties are actors: a meeting, a clash."""
    actor: str = "required"
    """"required" or "optional": whether it is an event with nobody named."""
    sure: bool = False
    """Whether the rule stands whatever the coder makes of the word."""
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()

    @property
    def weight(self) -> int:
        """How many conditions the rule makes."""
        asked = (self.object, self.subject, self.preposition, self.held, self.clause)
        more = (self.near, self.modal, self.modifier, self.clause_modal)
        return sum(map(bool, (*asked, *more))) + self.somebody + self.negated


@dataclass(frozen=True, slots=True)
class Category:
    """A category of event."""

    code: str
    quad: int | None
    """1 and 2 cooperate in words and deeds, 3 and 4 conflict; None where nobody says."""
    scale: float | None
    means: str
    modes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Codebook:
    """Categories, rules by word, and contexts by word."""

    name: str
    digest: str
    categories: Mapping[str, Category]
    verbs: Mapping[str, tuple[Rule, ...]]
    nouns: Mapping[str, tuple[Rule, ...]]
    contexts: Mapping[str, str]
    """Lemma or two-word term; the context that it tells of."""
    light: frozenset[str]
    """Verbs that lend a noun its subject: "launch", "hold", "carry"."""
    instruments: frozenset[str]
    """Nouns of attacks and weapons: whose they are acts, not they."""
    anaphors: frozenset[str]
    """Nouns that stand for an act told before: "condemned the step"."""
    governors: Mapping[str, Status]
    """What a word makes of the act below it: "plan", "deny"."""
    enders: frozenset[str]
    """Verbs whose complement is an act that is to end: "stop firing"."""
    deniers: frozenset[str]
    """Verbs that deny what their object claims: "refuted the report that it had fired"."""
    modifiers: Mapping[str, Status]
    """What an adjective makes of the act that it stands beside: "planned", "alleged"."""
    standard: Mapping[tuple[str, Status], str]
    """What the standard, which knows no status, calls an act of one, where that is another."""

    def rules(self) -> Iterator[Rule]:
        """Yield each rule once, in a fixed order."""
        found = {
            (r.code, r.id): r
            for side in (self.verbs, self.nouns)
            for rs in side.values()
            for r in rs
        }
        yield from (found[key] for key in sorted(found))


OPEN_CLASSES = frozenset({"@somebody", "@somewhere"})
"""Classes that the report decides: who is a person, body or country; what is a place."""

_SETS = frozenset(
    "verbs nouns object subject preposition held clause clause_modal near modal modifier"
    " without answers".split()
)
_TUPLES = frozenset({"recipient", "yes", "no"})
_KNOWN = frozenset(f.name for f in fields(Rule)) - {"code"}


@lru_cache(maxsize=4)
def open_codebook(name: str = "plover") -> Codebook:
    """Return a codebook that ships with dateline.

    Raises `CodebookError` with file and line where it breaks its rules.
    """
    return load_codebook(resources.files("dateline") / "codebooks" / name, name)


def load_codebook(folder: Traversable, name: str) -> Codebook:
    """Return the codebook of a folder of TOML files."""
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    texts = {f.name: f.read_text("utf-8") for f in files}
    tables = {file: _parsed(file, text) for file, text in texts.items()}
    shared = tables.get("classes.toml", {})
    classes = {key: frozenset(words) for key, words in shared.get("class", {}).items()}
    books = {file: t for file, t in tables.items() if "code" in t}
    rules = [r for file, t in books.items() for r in _rules(file, texts[file], t, classes)]
    words = tables.get("contexts.toml", {}).get("context", {})
    digest = hashlib.sha256("\0".join(texts[f] for f in sorted(texts)).encode()).hexdigest()
    return Codebook(
        name=name,
        digest=digest[:16],
        categories={t["code"]: _category(file, t) for file, t in books.items()},
        verbs=_by_word(rules, "verbs"),
        nouns=_by_word(rules, "nouns"),
        contexts={word: context for context, terms in words.items() for word in terms},
        light=classes.get("light", frozenset()),
        instruments=classes.get("attack", frozenset()) | classes.get("weapon", frozenset()),
        anaphors=classes.get("anaphor", frozenset()),
        governors=_statuses(tables, "governor"),
        enders=_listed(tables, "ender"),
        deniers=_listed(tables, "denier"),
        modifiers=_statuses(tables, "modifier"),
        standard=_standard(tables.get("status.toml", {}).get("standard", {})),
    )


def _listed(tables: Mapping[str, Mapping[str, Any]], name: str) -> frozenset[str]:
    """Return the words of a list that the statuses need."""
    return frozenset(tables.get("status.toml", {}).get(name, ()))


def _statuses(tables: Mapping[str, Mapping[str, Any]], side: str) -> dict[str, Status]:
    """Return the status that each governing or modifying word gives."""
    given = tables.get("status.toml", {}).get(side, {})
    return {word: Status(status) for status, words in given.items() for word in words}


def _standard(table: Mapping[str, Mapping[str, list[str]]]) -> dict[tuple[str, Status], str]:
    """Return the standard's category of each category and status that are told apart here."""
    return {
        (code, Status(status)): called
        for status, names in table.items()
        for called, codes in names.items()
        for code in codes
    }


def _parsed(file: str, text: str) -> dict[str, Any]:
    """Return a TOML file as tables."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise CodebookError(file, None, str(problem)) from problem


def _category(file: str, table: Mapping[str, Any]) -> Category:
    """Return the category that a file opens with."""
    if not table.get("means"):
        raise CodebookError(file, 1, f"category {table['code']} does not say what it means")
    modes = tuple(table.get("modes", ()))
    return Category(table["code"], table.get("quad"), table.get("scale"), table["means"], modes)


def _rules(
    file: str, text: str, table: Mapping[str, Any], classes: Mapping[str, frozenset[str]]
) -> Iterator[Rule]:
    """Yield a file's rules, with @classes replaced by their words."""
    for entry in table.get("rule", ()):
        line = _line_of(text, entry.get("id"))
        unknown = sorted(set(entry) - _KNOWN)
        if unknown:
            raise CodebookError(file, line, f"unknown keys {', '.join(unknown)}")
        if not entry.get("id") or not (entry.get("verbs") or entry.get("nouns")):
            raise CodebookError(file, line, "a rule needs an id, and verbs or nouns")
        if entry.get("mode") not in {None, *table.get("modes", ())}:
            raise CodebookError(file, line, f"mode {entry['mode']} is not one of the category's")
        try:
            yield Rule(code=table["code"], **{k: _value(k, v, classes) for k, v in entry.items()})
        except (KeyError, ValueError) as problem:
            raise CodebookError(file, line, f"unknown class or status {problem}") from problem


def _value(key: str, value: Any, classes: Mapping[str, frozenset[str]]) -> Any:
    """Return a TOML value in the type that the rule's field has."""
    if key in _SETS:
        plain = (w if w in OPEN_CLASSES or w[0] != "@" else classes[w[1:]] for w in value)
        words = [frozenset({w}) if isinstance(w, str) else w for w in plain]
        return frozenset().union(*words)
    if key in _TUPLES:
        return tuple(value)
    return Status(value) if key == "inner" else value


def _by_word(rules: list[Rule], side: str) -> dict[str, tuple[Rule, ...]]:
    """Return the rules of each verb or noun, those with most conditions first."""
    found: dict[str, list[Rule]] = {}
    for rule in rules:
        for word in getattr(rule, side):
            found.setdefault(word, []).append(rule)
    return {w: tuple(sorted(rs, key=lambda r: -r.weight)) for w, rs in sorted(found.items())}


def _line_of(text: str, rule: str | None) -> int | None:
    """Return the line on which a rule's id stands."""
    at = text.find(f'id = "{rule}"')
    return None if rule is None or at < 0 else text.count("\n", 0, at) + 1
