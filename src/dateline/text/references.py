"""Find pronouns and descriptions that mean somebody named: "he", "the foreign minister".

One candidate, or no answer: where two persons could be meant, nobody is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dateline.knowledge.lexicon import Lexicon
from dateline.model import Chain, Kind, Name, Span
from dateline.text.attested import one_person
from dateline.text.descriptions import Description, core, describe, names_of, role_at
from dateline.text.tree import SUBJECTS, Tree

_HE = frozenset({"he", "she", "him", "his", "her", "himself", "herself"})
_SHE = frozenset({"she", "her", "herself"})
_QUOTES = frozenset('"“”')
_GENERIC = frozenset({"group", "organization", "organisation", "movement", "body", "agency"})
_CLASSED = frozenset({"BUS", "LAB", "MED", "EDU", "MIL", "COP"})
"""Sectors of bodies that a report calls by their own noun: "the firm", "the union"."""
_TRADES = frozenset({"company", "firm", "operator", "corporation", "charity", "union"})
"""Kinds that a body can have which the report names and doesn't class."""
_WINDOW = 3
"""Sentences back in which a description's bearer is looked for."""


class _Memory:
    """Who was mentioned lately, sentence by sentence."""

    def __init__(self, chains: Sequence[Chain]) -> None:
        self.chains = chains
        self.by_span = {span: chain.id for chain in chains for span in chain.mentions}
        self.past: list[list[tuple[int, int, bool]]] = []
        """Per sentence (where, chain, whether it is a subject)."""
        self.said: dict[int, bool] = {}
        """Whether a person has been called "she"."""

    def note(self, where: int, chain: int, subject: bool) -> None:
        """Remember a mention of the sentence that is being read."""
        self.past[-1].append((where, chain, subject))

    def persons(self, back: int, before: int) -> list[tuple[int, bool]]:
        """Return the persons of the sentence `back` steps ago, in order."""
        if back >= len(self.past):
            return []
        held = sorted(self.past[-1 - back])
        return [
            (chain, subject)
            for where, chain, subject in held
            if where < before and self.chains[chain].kind is Kind.PERSON
        ]

    def recent(self) -> set[int]:
        """Return the chains of the last few sentences."""
        return {chain for held in self.past[-_WINDOW:] for _, chain, _ in held}

    def latest(self, chains: set[int]) -> int | None:
        """Return the one of these chains that was mentioned last."""
        held = [pair for held in self.past[-_WINDOW:] for pair in sorted(held)]
        return next((chain for _, chain, _ in reversed(held) if chain in chains), None)


def find_references(
    trees: Sequence[Tree], names: Sequence[Name], chains: Sequence[Chain], lexicon: Lexicon
) -> Iterator[tuple[Span, int]]:
    """Yield each pronoun or description with the number of the chain that it means."""
    memory = _Memory(chains)
    for tree in trees:
        memory.past.append([])
        inside = names_of(tree, names)
        for token in range(len(tree)):
            if token in inside:
                _note_name(tree, token, inside, memory)
                continue
            met = _met(tree, token, inside, memory, lexicon)
            if met is not None:
                span, number = met
                memory.note(span.start, number, _subject(tree, token))
                yield span, number


def _note_name(tree: Tree, token: int, inside: Mapping[int, Name], memory: _Memory) -> None:
    name = inside[token]
    number = memory.by_span.get(name.span)
    if number is not None and tree.top(name.span) in {token, None}:
        memory.note(name.span.start, number, _subject(tree, token))


def _subject(tree: Tree, token: int) -> bool:
    """Whether a token is the subject, or belongs to one, of a clause."""
    while tree.relation(token) in {"conj", "compound", "appos"}:
        token = tree.head(token)
    return tree.relation(token) in SUBJECTS


def _met(
    tree: Tree, token: int, inside: Mapping[int, Name], memory: _Memory, lexicon: Lexicon
) -> tuple[Span, int] | None:
    """Return what a token that is no name refers to."""
    if tree.folded[token] in _HE and tree.pos(token) == "PRON":
        if _unnamed(tree, token, inside, memory, lexicon):
            return None
        number = _pronoun(tree, token, memory)
        woman = tree.folded[token] in _SHE
        if number is None or memory.said.setdefault(number, woman) is not woman:
            return None
        return tree.span(token), number
    if tree.pos(token) not in {"NOUN", "PROPN"} or not _definite(tree, token):
        return None
    if tree.relation(token) == "compound" or tree.child(token, "appos") is not None:
        return None
    if tree.child(token, "relcl") is not None and tree.words[token + 1] != ",":
        return None
    number = _description(tree, token, inside, memory, lexicon)
    return None if number is None else (tree.span(core(tree, token)[0], token), number)


def _unnamed(
    tree: Tree, token: int, inside: Mapping[int, Name], memory: _Memory, lexicon: Lexicon
) -> bool:
    """Whether somebody without a name is the sentence's subject so far: "an official said he"."""
    met = {where for where, _, _ in memory.past[-1]}
    people = memory.persons(0, tree.parse.start[token])
    if any(subject for _, subject in people):
        return False
    for other in range(token):
        if tree.relation(other) not in SUBJECTS or other in inside or tree.tag(other) != "NN":
            continue
        first, _ = core(tree, other)
        role = role_at(tree, first, other, lexicon)
        known = tree.parse.start[first] in met or tree.child(other, "appos") is not None
        quoted = any(tree.words[t] in _QUOTES for t in range(other, token))
        if role is None or known or quoted:
            continue
        if one_person(tree, other, role[0], lexicon):
            return True
    return False


def _pronoun(tree: Tree, token: int, memory: _Memory) -> int | None:
    """Return the person of "he": the clause's or the last sentence's only one, or its subject."""
    start = tree.parse.start[token]
    for back in range(_WINDOW):
        held = memory.persons(back, start if back == 0 else start + 1)
        if not held:
            continue
        subjects = {chain for chain, subject in held if subject}
        everybody = {chain for chain, _ in held}
        if len(subjects) == 1:
            return subjects.pop()
        return everybody.pop() if len(everybody) == 1 else None
    return None


def _definite(tree: Tree, token: int) -> bool:
    """Whether "the" stands before a noun, with nothing that names another one."""
    words = {tree.folded[c] for c in tree.children(token)}
    return bool(words & {"the"}) and not words & {"two", "three", "other", "former", "new"}


def _entitled(chain: Chain, told: Description) -> bool:
    """Whether a person's title fits "the foreign minister" or "the Chadian leader"."""
    if told.title == "leader" and told.country is not None:
        return (chain.country, chain.sector) == (told.country, told.sector)
    fits = f" {(chain.title or '').casefold()}".endswith(f" {told.title}")
    return fits and told.country in {None, chain.country}


def _description(
    tree: Tree, token: int, inside: Mapping[int, Name], memory: _Memory, lexicon: Lexicon
) -> int | None:
    """Return the chain that "the foreign minister", "the ministry" or "the group" means."""
    told = describe(tree, token, inside, lexicon)
    if told.role is None or any(n.kind is not Kind.COUNTRY for n in told.holders):
        return None
    chains = memory.chains
    if (told.role.title or told.role.inherits) and tree.tag(token) in {"NN", "NNP"}:
        fitting = {
            chain.id
            for chain in chains
            if chain.title is not None
            and chain.kind is Kind.PERSON
            and chain.mentions[0].start < told.span.start
            and _entitled(chain, told)
        }
        if len(fitting) > 1:
            fitting &= memory.recent()
        if fitting:
            return fitting.pop() if len(fitting) == 1 else None
    if told.country is not None:
        return None
    collective = tree.lemma(token) in lexicon.grammar["collective"]
    return _body(tree, token, told, memory) if collective else None


def _body(tree: Tree, token: int, told: Description, memory: _Memory) -> int | None:
    """Return the body that "the ministry", "the company" or "the group" means."""
    lemma, chains = tree.lemma(token), memory.chains
    bodies = [c for c in chains if c.kind in {Kind.ORGANISATION, Kind.GROUP}]
    alike = {c.id for c in bodies if c.name.casefold().split()[-1] == lemma}
    if near := alike & memory.recent():
        return memory.latest(near)
    bare = told.title == lemma == tree.span(core(tree, token)[0], token).of(tree.text).casefold()
    if alike or not bare or tree.tag(token) != "NN" or told.role is None:
        return None
    met = {c.id for c in bodies if c.mentions[0].start < told.span.start}
    if lemma in _GENERIC:
        met = {number for number in met if chains[number].sector not in _CLASSED}
        return _only(met & memory.recent(), memory)
    sector = told.role.sector
    fitting = {c.id for c in bodies if c.id in met and sector is not None and c.sector == sector}
    if not fitting and lemma in _TRADES:
        fitting = {c.id for c in bodies if c.id in met and c.sector is c.country is None}
    return _only(fitting, memory)


def _only(bodies: set[int], memory: _Memory) -> int | None:
    """Return the one body, or the one that was mentioned lately."""
    if len(bodies) > 1:
        bodies = bodies & memory.recent()
    return next(iter(bodies)) if len(bodies) == 1 else None
