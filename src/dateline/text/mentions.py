"""Find what can mean somebody: names, pronouns, and nouns for persons, bodies and people.

"Her brother, a miner, told the court" mentions "her", "brother" and "court"; what stands in
apposition to somebody ("a miner") says what he is and mentions nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from dateline.knowledge.lexicon import Lexicon
from dateline.knowledge.vocabulary import words
from dateline.model import Kind, Name, Span
from dateline.text.descriptions import core, role_at
from dateline.text.genders import MAN, WOMAN, gender_of_noun
from dateline.text.number_words import read_number
from dateline.text.tree import OBJECTS, SUBJECTS, Tree

PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
    **dict.fromkeys(("it", "its", "itself"), "it"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), "they"),
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), "i"),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), "we"),
    **dict.fromkeys(("you", "your", "yours", "yourself"), "you"),
}
"""Every form of a pronoun by its first."""
_THE = frozenset({"the", "this", "that", "these", "those"})
_ANY = frozenset({"a", "an", "another", "some", "any", "every", "each", "no", "several", "many"})
_PLURAL = frozenset({"NNS", "NNPS"})
_ALWAYS = frozenset({"police", "parliament", "prosecutors"})
"""Nouns that mean the same body without an article."""
_AGENTS = ("er", "or", "ist", "man", "woman", "men", "women", "eer", "ess")
_SHORTEST = 5
"""Letters of a noun that ends as an agent's does: "baker"."""


@dataclass(slots=True, eq=False)
class Mention:
    """A word that can mean somebody, with what it tells by itself."""

    tree: Tree
    place: int
    """The number of its sentence."""
    token: int
    span: Span
    kind: Kind | None
    many: bool | None = False
    """Whether it means several; `None` for bodies that are "it" and "they"."""
    gender: str | None = None
    head: str = ""
    """The noun's lemma, or the pronoun's first form."""
    told: frozenset[str] = frozenset()
    """The lemmas of the noun's modifiers."""
    article: str = ""
    """ "the", "a", "both", "poss", or nothing."""
    count: int | None = None
    name: Name | None = None
    age: str | None = None
    sector: str | None = None
    typed: bool = False
    """Whether the modifiers are part of what it does: "rights group", "oil company"."""
    faint: bool = False
    """Whether the noun is a body's only if a body's name has it: "the fund"."""

    @property
    def pronoun(self) -> bool:
        """Whether it is a pronoun."""
        return self.head in _FIRST and self.kind is None

    @property
    def subject(self) -> bool:
        """Whether it is the subject of a clause, or stands beside the subject."""
        return self.tree.relation(self._whole) in SUBJECTS

    @property
    def _whole(self) -> int:
        """The head of what the mention stands in apposition to, or is a part of."""
        tree, token = self.tree, self.token
        while tree.relation(token) in {"appos", "compound"} and tree.head(token) != token:
            token = tree.head(token)
        of = tree.head(token)
        if token != self.token and self.kind is Kind.PERSON and tree.folded[of] == "of":
            return tree.head(of)  # "the governor of Basra, [Qusay]"
        return token

    @property
    def verb(self) -> int | None:
        """The verb that the mention hangs on, however deep below its prepositions."""
        for above in self.tree.above(self._whole):
            if self.tree.pos(above) in {"VERB", "AUX"}:
                return above
            if self.tree.pos(above) != "ADP":
                return None
        return None

    @property
    def weight(self) -> float:
        """How much the mention stands out: a main clause's subject the most."""
        tree, token = self.tree, self._whole
        while tree.relation(token) == "conj" and tree.head(token) != token:
            token = tree.head(token)
        relation = tree.relation(token)
        if relation in SUBJECTS:
            return _SUBJECT.get(tree.relation(tree.head(token)), 0.7)
        if relation in OBJECTS:
            return 0.6
        if relation == "poss" and tree.relation(tree.head(token)) in SUBJECTS:
            return 0.55
        if relation == "pobj" and tree.pos(tree.head(tree.head(token))) not in {"VERB", "AUX"}:
            return 0.35
        return 0.45 if relation in {"pobj", "agent", "attr", "npadvmod"} else 0.4


_SUBJECT = {"ROOT": 1.0, "conj": 1.0, "ccomp": 0.85}
"""What the subject of a main clause, a joined one and a told one stand out."""
_FIRST = frozenset(PRONOUNS.values())


@lru_cache(maxsize=1)
def crowds() -> frozenset[str]:
    """Return the singular nouns that mean several people."""
    return frozenset(words("people")["crowd"]["nouns"])


@lru_cache(maxsize=1)
def _bodies() -> frozenset[str]:
    """Return the nouns that mean a body."""
    return frozenset(noun for held in words("people")["body"].values() for noun in held)


@lru_cache(maxsize=1)
def _persons() -> frozenset[str]:
    """Return the nouns that mean a person whatever they end in."""
    lists = words("people")
    held = (*lists["person"].values(), *lists["kin"].values(), *lists["gender"].values())
    return frozenset(noun for some in held for noun in some)


@lru_cache(maxsize=1)
def _things() -> frozenset[str]:
    return frozenset(words("people")["things"]["nouns"])


def mentions_of(
    tree: Tree, place: int, names: Mapping[int, Name], lexicon: Lexicon
) -> Iterator[Mention]:
    """Yield what can mean somebody in a sentence, in order."""
    for token in range(len(tree)):
        if token in names:
            name = names[token]
            if tree.parse.end[token] == name.span.end or token + 1 not in names:
                head = tree.top(name.span)
                yield Mention(
                    tree, place, token if head is None else head, name.span, name.kind, name=name
                )
            if tree.parse.end[token] <= name.span.end:
                continue
        found = _pronoun(tree, place, token) or _noun(tree, place, token, names, lexicon)
        if found is not None:
            yield found


def _pronoun(tree: Tree, place: int, token: int) -> Mention | None:
    """Return the mention of a pronoun."""
    first = PRONOUNS.get(tree.folded[token])
    if first is None or tree.pos(token) != "PRON" or tree.words[token] == "US":
        return None
    gender = {"he": MAN, "she": WOMAN}.get(first)
    many = first in {"they", "we"}
    return Mention(tree, place, token, tree.span(token), None, many, gender, head=first)


def _noun(
    tree: Tree, place: int, token: int, names: Mapping[int, Name], lexicon: Lexicon
) -> Mention | None:
    """Return the mention of a noun phrase's head."""
    aged = _aged(tree, token)
    counted = _counted(tree, token)
    if tree.pos(token) not in {"NOUN", "PROPN"} and not (aged or counted or _ranked(tree, token)):
        return None
    if tree.relation(token) in {"compound", "nmod", "npadvmod", "amod"}:
        return None
    first, _ = core(tree, token)
    head = tree.lemma(token)
    kind, many = (Kind.PERSON, False) if aged else _kind(tree, token, lexicon)
    if counted:
        kind, many = Kind.GROUP, True
    faint = kind is None and tree.tag(token) == "NN" and head in lexicon.grammar["institution"]
    kind, many = (Kind.ORGANISATION, False) if faint else (kind, many)
    met = role_at(tree, first, token, lexicon)
    if kind is None:
        return None
    told = frozenset(
        tree.lemma(t)
        for t in range(first, token)
        if tree.pos(t) in {"NOUN", "PROPN", "ADJ", "VERB"} and _modifies(tree, t, names)
    )
    article = _article(tree, token, first)
    count = _count(tree, token)
    if article == "both":
        count = 2
    return Mention(
        tree, place, token, tree.span(first, token), kind, many, gender_of_noun(head),
        head, told, article, count, age=aged,
        sector=met[0].sector if met else None,
        typed=met is not None and met[1] == first < token,
        faint=faint,
    )  # fmt: skip


def _modifies(tree: Tree, token: int, names: Mapping[int, Name]) -> bool:
    """Whether a word tells one from another: "Turkish Cypriot", but no nationality by itself."""
    return token not in names or " " in names[token].span.of(tree.text)


def _aged(tree: Tree, token: int) -> str | None:
    """Return the age of "the 43-year-[old]"."""
    if tree.folded[token] in {"old", "olds"} and token > 3 and tree.folded[token - 2] == "year":
        modifies = tree.relation(token) in {"amod", "compound", "acomp", "advmod"}
        return None if modifies else tree.folded[token - 4]
    return None


def _ranked(tree: Tree, token: int) -> bool:
    """Whether "the [eldest]" or "the [younger]" stands for a noun."""
    ranked = tree.folded[token] in {"eldest", "oldest", "youngest", "elder", "younger", "latter"}
    alone = tree.relation(token) in SUBJECTS | OBJECTS | {"pobj", "poss"}
    return ranked and alone and any(tree.folded[c] == "the" for c in tree.children(token))


def _counted(tree: Tree, token: int) -> bool:
    """Whether "the [six]", "the [two]" or "[both]" stands for a noun."""
    alone = tree.relation(token) in SUBJECTS | OBJECTS | {"pobj", "poss"}
    if tree.pos(token) == "NUM" and alone and tree.child(token, "prep") is None:
        return any(tree.folded[c] in {"the", "all"} for c in tree.children(token))
    return tree.folded[token] == "both" and alone


def _count(tree: Tree, token: int) -> int | None:
    """Return how many a phrase says that it means."""
    if tree.folded[token] in {"pair", "duo", "couple", "both"}:
        return 2
    numbers = (*tree.children(token, "nummod"), *([token] if tree.pos(token) == "NUM" else []))
    for number in numbers:
        value = read_number(tree.folded[number])
        if value is not None:
            return int(value)
    return None


def _kind(tree: Tree, token: int, lexicon: Lexicon) -> tuple[Kind | None, bool | None]:
    """Return what kind of somebody a noun means, and whether several."""
    lemma, plural = tree.lemma(token), tree.tag(token) in _PLURAL
    first, _ = core(tree, token)
    met = role_at(tree, first, token, lexicon)
    if _ranked(tree, token):
        return Kind.PERSON, False
    if lemma == "body" and plural:
        return None, None
    if lemma in _things() or (met is not None and met[0].words in _things()):
        return None, None
    if lemma in crowds() or lemma == "prosecutor" and plural:
        several = True if lemma in {"people", "couple", "pair", "duo", "trio"} else None
        return (Kind.GROUP, True) if plural or several else (Kind.ORGANISATION, None)
    if lemma in _bodies() or lemma in lexicon.grammar["collective"]:
        if lemma in lexicon.grammar["site"] or met is None and lemma in _persons():
            return (None, None) if lemma not in _persons() else (Kind.PERSON, False)
        if plural:
            return Kind.GROUP, True
        return Kind.ORGANISATION, False
    if lemma in lexicon.grammar["institution"] and met is not None and not plural:
        return Kind.ORGANISATION, False
    if met is None and lemma not in _persons() and not _agent(lemma):
        return None, None
    return (Kind.GROUP, True) if plural else (Kind.PERSON, False)


def _agent(lemma: str) -> bool:
    """Whether a noun ends as nouns for persons do: "docker", "arsonist"."""
    return len(lemma) >= _SHORTEST and lemma.endswith(_AGENTS) and lemma.isalpha()


def _article(tree: Tree, token: int, first: int) -> str:
    """Return what stands before a noun: "the", "a", "both", "poss" or nothing."""
    children = tree.children(token)
    before = {tree.folded[c] for c in children if c < token}
    if tree.child(token, "poss") is not None:
        return "poss"
    if "both" in before or tree.folded[token] == "both":
        return "both"
    led = first > 0 and tree.folded[first - 1] in _THE and tree.pos(first - 1) in {"DET", "PRON"}
    if before & _THE - {"that"} or led:
        return "the"
    if before & _ANY:
        return "a"
    return "the" if tree.lemma(token) in _ALWAYS or tree.folded[token] in _ALWAYS else ""
