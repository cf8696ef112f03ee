"""Find pronouns and descriptions that mean somebody named: "he", "the foreign minister".

One candidate, or no answer: where two persons could be meant, nobody is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dateline.lexicon import Lexicon
from dateline.model import Chain, Kind, Name, Span
from dateline.text.descriptions import Description, core, describe, names_of
from dateline.text.tree import SUBJECTS, Tree

_HE = frozenset({"he", "she", "him", "his", "her", "himself", "herself"})
_SHE = frozenset({"she", "her", "herself"})
_GENERIC = frozenset({"group", "organization", "organisation", "movement", "body", "agency"})
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
        number = _pronoun(tree, token, memory)
        woman = tree.folded[token] in _SHE
        if number is None or memory.said.setdefault(number, woman) is not woman:
            return None
        return tree.span(token), number
    if tree.pos(token) not in {"NOUN", "PROPN"} or not _definite(tree, token):
        return None
    if tree.child(token, "appos", "relcl") is not None or tree.relation(token) == "compound":
        return None
    number = _description(tree, token, inside, memory, lexicon)
    return None if number is None else (tree.span(core(tree, token)[0], token), number)


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
    lemma = tree.lemma(token)
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
    bodies = {
        number
        for number in memory.recent()
        if (chains[number].kind in {Kind.ORGANISATION, Kind.GROUP})
        and (
            chains[number].name.casefold().split()[-1] == lemma
            or (lemma in _GENERIC and tree.tag(token) == "NN" and told.title == lemma)
        )
    }
    return bodies.pop() if len(bodies) == 1 else None
