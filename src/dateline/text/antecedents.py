"""Find what "it", "they" and "the agency" stand for: "The Red Cross said [it] had left".

A reported or joined clause takes the subject of the clause that governs it; a sentence that
starts "It also ..." the subject of the sentence before. One candidate, or no answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dateline.knowledge.lexicon import Lexicon
from dateline.model import Kind, Name, Span
from dateline.text.descriptions import core, names_of, role_at
from dateline.text.tree import Tree

_IT = frozenset({"it", "its", "itself"})
_THEY = frozenset({"they", "their", "them", "themselves"})
_HE = frozenset({"he", "she", "his", "her", "him"})
_SPEAKER = frozenset({"i", "we", "you", "he", "she", "my", "our"})
_BEFALL = frozenset(
    {"take", "happen", "come", "begin", "start", "last", "mean", "rise", "help", "'s", "’s"}
)
"""What things and events do as well: "It came a day later"."""
_QUOTES = frozenset('"“”')
_SEEMING = frozenset({"be", "seem", "appear", "become", "take", "remain", "rain", "snow"})
_BACK = 2
"""Sentences back in which "It said" looks for its subject."""
_FAR = 8
"""Sentences back in which "the agency" looks for "the environment agency"."""


@dataclass(frozen=True, slots=True)
class Antecedent:
    """The noun that a pronoun or a shortened description stands for."""

    tree: Tree
    token: int


@dataclass(slots=True)
class _Reading:
    """What has been read of a report so far."""

    trees: Sequence[Tree]
    lexicon: Lexicon
    names: Mapping[Tree, Mapping[int, Name]]
    found: dict[Span, Antecedent] = field(default_factory=dict)

    def followed(self, tree: Tree, token: int) -> Antecedent:
        """Return the antecedent of a token that is a pronoun itself, or the token."""
        return self.found.get(tree.span(token), Antecedent(tree, token))

    def number(self, tree: Tree, token: int) -> str | None:
        """Return "one" for a body, "many" for people, "person" for one of them."""
        met = self.followed(tree, token)
        return _number(met.tree, met.token, self.names[met.tree], self.lexicon)


def find_antecedents(
    trees: Sequence[Tree], names: Iterable[Name], lexicon: Lexicon
) -> Mapping[Span, Antecedent]:
    """Return what each pronoun or bare noun that stands for a body or people means."""
    held = tuple(names)
    reading = _Reading(trees, lexicon, {tree: names_of(tree, held) for tree in trees})
    for place, tree in enumerate(trees):
        for token in range(len(tree)):
            met = _met(reading, place, token)
            if met is not None:
                reading.found[tree.span(token)] = met
    return reading.found


def _met(reading: _Reading, place: int, token: int) -> Antecedent | None:
    """Return what one token stands for."""
    tree = reading.trees[place]
    word = tree.folded[token]
    conduct = reading.lexicon.grammar["conduct"]
    if word in _IT and tree.pos(token) == "PRON" and not _empty(tree, token, conduct):
        return _governing(reading, tree, token, "one") or _before(reading, place, token, "one")
    if word in _THEY and tree.pos(token) == "PRON":
        return _governing(reading, tree, token, "many") or _before(reading, place, token, "many")
    if word in _HE and tree.pos(token) == "PRON":
        return _governing(reading, tree, token, "person")
    if tree.lemma(token) in reading.lexicon.grammar["collective"] and tree.tag(token) == "NN":
        return _named_before(reading, place, token)
    return None


def _empty(tree: Tree, token: int, conduct: frozenset[str]) -> bool:
    """Whether "it" means nothing ("it was clear that") or no subject's deed ("denied it")."""
    if tree.folded[token] == "its":
        return False
    verb = tree.head(token)
    placed = any(tree.folded[c] in {"where", "when"} for c in tree.children(verb))
    if tree.relation(verb) == "relcl" and not placed and tree.lemma(verb) not in conduct:
        return True
    if tree.relation(token) not in {"nsubj", "nsubjpass"}:
        return True
    told = tree.child(verb, "acomp", "attr", "advmod", "prep", "dobj")
    clause = tree.child(verb, "ccomp", "xcomp", "advcl", "csubj")
    return tree.lemma(verb) in _SEEMING and (told is None or clause is not None)


def _number(tree: Tree, token: int, names: Mapping[int, Name], lexicon: Lexicon) -> str | None:
    """Return whether a noun is one body, many people, a person, or none of these."""
    if tree.child(token, "conj") is not None:
        joined = tree.conjuncts(token)
        return "many" if any(_single(tree, t, names, lexicon) for t in joined) else None
    return _single(tree, token, names, lexicon)


def _single(tree: Tree, token: int, names: Mapping[int, Name], lexicon: Lexicon) -> str | None:
    """Return the number of a noun by itself."""
    name = names.get(token)
    if name is not None and name.by != "names/adjective":
        if name.kind is Kind.PERSON:
            return "person"
        if name.by == "names/people":
            return "many" if tree.tag(token) in {"NNS", "NNPS"} else None
        if name.kind in {Kind.ORGANISATION, Kind.GROUP}:
            return "many" if tree.folded[token] in {"police", "forces", "guards"} else "one"
        return "one" if name.kind is Kind.COUNTRY else None
    met = role_at(tree, core(tree, token)[0], token, lexicon)
    if met is None:
        return None
    if tree.tag(token) in {"NNS", "NNPS"} or tree.lemma(token) in {"people", "police"}:
        return "many"
    if tree.lemma(token) in lexicon.grammar["collective"]:
        return "one"
    return "person" if tree.tag(token) in {"NN", "NNP"} and met[0].sector != "MIL" else None


# ------------------------------------------------------------------------------ where to look


def _governing(reading: _Reading, tree: Tree, token: int, number: str) -> Antecedent | None:
    """Return the subject of the nearest clause above that is of the number asked for."""
    for clause in tree.children(tree.head(token), "advcl"):
        subject = tree.child(clause, "nsubj", "nsubjpass")
        if subject is not None and subject < token and reading.number(tree, subject) == number:
            return reading.followed(tree, subject)
    told = tree.folded[token] != "them"  # nobody disperses himself
    for verb in tree.above(token):
        if tree.pos(verb) not in {"VERB", "AUX"}:
            continue
        if not told:
            told = tree.relation(verb) == "ccomp"
            continue
        subject = tree.subject(verb)
        if subject is None or subject >= token or token in tree.subtree(subject):
            continue
        if _between_quotes(tree, subject, token):
            continue
        if reading.number(tree, subject) == number:
            return reading.followed(tree, subject)
        if _rival(tree, subject, token, number):
            return None
    return None


def _between_quotes(tree: Tree, one: int, other: int) -> bool:
    """Whether one token stands inside quotation marks and the other outside."""
    marks = sum(tree.words[t] in _QUOTES for t in range(min(one, other), max(one, other)))
    return marks % 2 == 1


def _rival(tree: Tree, subject: int, token: int, number: str) -> bool:
    """Whether a subject that is nobody may be meant all the same: "The dam said it broke"."""
    if tree.pos(subject) == "PRON" or tree.folded[token] in {"its", "their"}:
        return False
    plural = tree.tag(subject) in {"NNS", "NNPS"}
    same = plural == (number == "many")
    # A thing's clause may be told by a body: "NATO said a road was mined and it would wait".
    verb = tree.head(token)
    told = tree.relation(verb) == "ccomp" or tree.relation(tree.head(subject)) == "ccomp"
    told = told and tree.relation(verb) in {"conj", "ccomp"}
    return same and not told


def _before(reading: _Reading, place: int, token: int, number: str) -> Antecedent | None:
    """Return who was the subject of the sentence before, or alone there to be meant."""
    tree = reading.trees[place]
    if not _opens(reading, tree, token, number):
        return None
    for back in range(1, _BACK + 1):
        if back > place:
            return None
        last = reading.trees[place - back]
        if _talk(last):
            continue
        lead = _lead(last)
        led = lead is not None and reading.number(last, lead) == number
        if led and lead is not None and tree.folded[token] in {"it", "they"}:
            return reading.followed(last, lead)
        met = _alone(reading, last, number)
        if met is not None or lead is not None:
            return met
    return None


def _opens(reading: _Reading, tree: Tree, token: int, number: str) -> bool:
    """Whether nobody of the sentence itself can be meant by the pronoun."""
    if sum(tree.words[t] in _QUOTES for t in range(token)) % 2:
        return False
    for other in range(token):
        if reading.number(tree, other) == number and not _between_quotes(tree, other, token):
            subject = tree.relation(other) in {"nsubj", "nsubjpass"}
            if number == "one" or not subject or tree.folded[token] != "them":
                return False
    if tree.folded[token] == "its":
        things = (t for t in range(token) if tree.relation(t) in {"nsubj", "nsubjpass"})
        return not any(tree.tag(t) == "NN" for t in things)
    if tree.folded[token] in {"their", "them"}:
        return True
    verb = tree.head(token)
    if tree.lemma(verb) in reading.lexicon.grammar["being"] | _BEFALL:
        return False
    return tree.relation(verb) in {"ROOT", "ccomp", "conj"} and token < verb


def _talk(tree: Tree) -> bool:
    """Whether a sentence is somebody's own words and nothing else."""
    quoted = any(word in _QUOTES for word in tree.words)
    lead = _lead(tree)
    return quoted and (lead is None or tree.folded[lead] in _SPEAKER)


def _lead(tree: Tree) -> int | None:
    """Return the subject of a sentence's main verb."""
    for root in tree.roots:
        subject = tree.child(root, "nsubj", "nsubjpass")
        if subject is not None:
            return subject
    return None


def _alone(reading: _Reading, tree: Tree, number: str) -> Antecedent | None:
    """Return the only body, or the only people, of a sentence."""
    met: dict[str, Antecedent] = {}
    teller = _teller(tree)
    for token in range(len(tree)):
        if token == teller or tree.relation(token) in {"compound", "amod", "conj", "nmod", "appos"}:
            continue
        if tree.pos(token) != "PRON" and reading.number(tree, token) == number:
            words = tree.span(token).of(tree.text)
            met.setdefault(words, Antecedent(tree, token))
    return next(iter(met.values())) if len(met) == 1 else None


def _teller(tree: Tree) -> int | None:
    """Return who is named behind what he says: "The plant burned, the [mayor] said"."""
    lead = _lead(tree)
    if lead is None:
        return None
    clause = tree.child(tree.head(lead), "ccomp")
    return lead if clause is not None and clause < lead else None


def _named_before(reading: _Reading, place: int, token: int) -> Antecedent | None:
    """Return the fuller description that a bare "the agency" repeats."""
    tree = reading.trees[place]
    children, (start, _) = tree.children(token), core(tree, token)
    if start == 0 or tree.folded[start - 1] != "the" or token in reading.names[tree]:
        return None
    tail = tree.span(start, token).of(tree.text).casefold()
    if any(tree.relation(c) in {"prep", "appos"} for c in children):
        return None
    if tree.child(token, "relcl") is not None and tree.words[token + 1] != ",":
        return None
    met: dict[str, Antecedent] = {}
    for other in reversed(reading.trees[max(0, place - _FAR) : place + 1]):
        for earlier in reversed(range(len(other))):
            if other is tree and earlier >= token:
                continue
            if other.lemma(earlier) != tree.lemma(token) or other.tag(earlier) != "NN":
                continue
            first, _ = core(other, earlier)
            words = other.span(first, earlier).of(other.text)
            fuller = words.casefold().endswith(f" {tail}")
            if fuller and not set(range(first, earlier)) <= _weak(other):
                met.setdefault(words, Antecedent(other, earlier))
    return next(iter(met.values())) if len(met) == 1 else None


def _weak(tree: Tree) -> set[int]:
    """Return the tokens that tell nothing of whose a body is."""
    return {t for t in range(len(tree)) if tree.pos(t) in {"DET", "PRON", "NUM", "PUNCT"}}
