"""Find what can mean somebody: names, pronouns, and nouns for persons, bodies and people.

"Her brother, a miner, told the court" mentions "her", "brother" and "court"; what stands in
apposition to somebody ("a miner") says what he is and mentions nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from dateline.knowledge.lexicon import Lexicon
from dateline.model import Kind, Name, Span
from dateline.text.christened import christened
from dateline.text.descriptions import core, role_at
from dateline.text.genders import MAN, WOMAN, gender_of_noun
from dateline.text.nouns import (
    age_of,
    article_of,
    count_of,
    counted_alone,
    faints,
    honoured,
    kind_of,
    modifies,
    ranked,
)
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


_NOTHING: frozenset[str] = frozenset()
_TELLING = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})


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
    told: frozenset[str] = _NOTHING
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
    whole: int = field(init=False)
    """The head of what it stands in apposition to, or is a part of."""
    verb: int | None = field(init=False, default=None)
    """The verb that it hangs on, however deep below its prepositions."""

    @property
    def pronoun(self) -> bool:
        """Whether it is a pronoun."""
        return self.head in _FIRST and self.kind is None

    @property
    def subject(self) -> bool:
        """Whether it is the subject of a clause, or stands beside the subject."""
        return self.tree.relation(self.whole) in SUBJECTS

    @property
    def acts(self) -> bool:
        """Whether it does something: "[a cook] ran", "robbed by [a cook]", "they have [a cook]"."""
        above = self.tree.head(self.whole)
        has = self.tree.relation(self.whole) in OBJECTS and self.tree.lemma(above) == "have"
        return self.subject or has or self.tree.relation(above) == "agent"

    def __post_init__(self) -> None:
        """Look up what every rule asks for."""
        self.whole = _whole(self.tree, self.token, self.kind)
        for above in self.tree.above(self.whole):
            if self.tree.pos(above) in {"VERB", "AUX"}:
                self.verb = above
            if self.tree.pos(above) != "ADP":
                return

    @property
    def weight(self) -> float:
        """How much the mention stands out: a main clause's subject the most."""
        tree, token = self.tree, self.whole
        while tree.relation(token) == "conj" and tree.head(token) != token:
            token = tree.head(token)
        relation = tree.relation(token)
        if relation in SUBJECTS:
            verb = tree.head(token)
            told = tree.child(verb, "ccomp")
            if told is not None and told < token and self.kind not in {Kind.PERSON, None}:
                return 0.3  # "The plant burned, the ministry said."
            return _SUBJECT.get(tree.relation(verb), 0.7)
        if relation in OBJECTS:
            return 0.6
        if relation == "poss" and tree.relation(tree.head(token)) in SUBJECTS:
            return 0.55
        if relation == "pobj" and tree.pos(tree.head(tree.head(token))) not in {"VERB", "AUX"}:
            return 0.35
        return 0.45 if relation in {"pobj", "agent", "attr", "npadvmod"} else 0.4


_SUBJECT = {"ROOT": 1.0, "conj": 1.0, "ccomp": 0.85}
"""What the subject of a main clause, a joined one and a told one stand out."""
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "PRON", "DET"})
_INSIDE = frozenset({"compound", "nmod", "npadvmod", "amod", "det", "nummod"})
"""Relations of words inside another noun's phrase."""
_PEOPLES = ("ish", "ch", "ese", "ss")
"""Endings of adjectives that mean a people: "the French"."""
_OF = frozenset({"of", "in", "for", "from", "at", "to"})
_COUNTS = frozenset("hundred thousand dozen score ten million handful".split())
_FIRST = frozenset(PRONOUNS.values())


def _whole(tree: Tree, token: int, kind: Kind | None) -> int:
    """Return the head of what a mention stands in apposition to, or is a part of."""
    counting = _counting(tree, token)
    whole = (christened(tree, token) or token) if counting is None else counting
    while tree.relation(whole) in {"appos", "compound"} and tree.head(whole) != whole:
        whole = tree.head(whole)
    of = tree.head(whole)
    if whole != token and kind is Kind.PERSON and tree.folded[of] in _OF:
        return tree.head(of)  # "the governor of Basra, [Qusay]", "the envoy in Basra, [Qusay]"
    return whole


def _counting(tree: Tree, token: int) -> int | None:
    """Return the word that counts a noun: the "hundreds" of "hundreds of relatives"."""
    of = tree.head(token)
    above = tree.head(of)
    counts = tree.lemma(above) in _COUNTS or tree.pos(above) == "NUM"
    return above if tree.relation(token) == "pobj" and tree.folded[of] == "of" and counts else None


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beforehand of nouns."""

    lexicon: Lexicon
    speaking: frozenset[str]
    """Nouns of places and things that the report lets speak: "the railway said"."""


def mentions_of(
    tree: Tree, place: int, names: Mapping[int, Name], known: Known
) -> Iterator[Mention]:
    """Yield what can mean somebody in a sentence, in order."""
    for token, pos in enumerate(tree.parse.pos):
        if token in names:
            name = names[token]
            if tree.parse.end[token] == name.span.end or token + 1 not in names:
                head = tree.top(name.span)
                yield Mention(
                    tree, place, token if head is None else head, name.span, name.kind, name=name
                )
            if tree.parse.end[token] <= name.span.end:
                continue
        if pos not in _NOMINAL:
            continue
        found = _pronoun(tree, place, token) or _noun(tree, place, token, names, known)
        if found is not None:
            yield found


def _pronoun(tree: Tree, place: int, token: int) -> Mention | None:
    """Return the mention of a pronoun."""
    first = PRONOUNS.get(tree.folded[token])
    if first is None or tree.pos(token) != "PRON" or tree.words[token] == "US":
        return None
    if honoured(tree, tree.head(token)):
        return None
    gender = {"he": MAN, "she": WOMAN}.get(first)
    many = first in {"they", "we"}
    return Mention(tree, place, token, tree.span(token), None, many, gender, head=first)


def _none(tree: Tree, token: int) -> bool:
    """Whether a noun phrase means nobody: "[no officer], he said, had left"."""
    return any(tree.folded[t] in {"no", "neither"} for t in tree.children(token, "det"))


def _noun(
    tree: Tree, place: int, token: int, names: Mapping[int, Name], known: Known
) -> Mention | None:
    """Return the mention of a noun phrase's head."""
    lexicon, pos = known.lexicon, tree.pos(token)
    noun = pos in {"NOUN", "PROPN"}
    aged = None if noun and tree.folded[token] != "old" else age_of(tree, token)
    if not aged and tree.relation(token) in _INSIDE or _none(tree, token):
        return None
    counted = not noun and counted_alone(tree, token)
    if not (noun or aged or counted or ranked(tree, token)):
        return None
    first, _ = core(tree, token)
    head = tree.lemma(token)
    met = role_at(tree, first, token, lexicon)
    kind, many = (Kind.PERSON, False) if aged else kind_of(tree, token, met, lexicon)
    if counted:
        kind, many = Kind.GROUP, True
    speaks = tree.tag(token) == "NN" and head in known.speaking
    faint = not speaks and _faint(tree, token, kind, lexicon)
    if faint or (speaks and kind is None):
        kind, many = Kind.ORGANISATION, False
    if kind is None:
        return None
    told = [
        tree.lemma(t)
        for t in range(first, token)
        if tree.pos(t) in _TELLING and modifies(tree, t, names)
    ]
    article = article_of(tree, token, first, aged=aged is not None)
    count = count_of(tree, token)
    if article == "both":
        count = 2
    return Mention(
        tree, place, token, tree.span(first, token), kind, many, _gender(tree, token),
        head, frozenset(told) if told else _NOTHING, article, count, age=aged,
        sector=met[0].sector if met else None,
        typed=met is not None and met[1] == first < token,
        faint=faint,
    )  # fmt: skip


def _gender(tree: Tree, token: int) -> str | None:
    """Return the gender that a noun tells, or the "his" of "His Excellency"."""
    owner = tree.child(token, "poss") if honoured(tree, token) else None
    if owner is None:
        return gender_of_noun(tree.lemma(token))
    return {"his": MAN, "her": WOMAN}.get(tree.folded[owner])


def _faint(tree: Tree, token: int, kind: Kind | None, lexicon: Lexicon) -> bool:
    """Whether a noun is a body's only where a body's name has it."""
    head = tree.lemma(token)
    if kind is None:
        return tree.tag(token) == "NN" and head in lexicon.grammar["institution"]
    return kind is Kind.ORGANISATION and head in faints()


def native_of(mention: Mention) -> str | None:
    """Return the country of "the Canadian" or "the Eritrean", who is one person."""
    tree, token, name = mention.tree, mention.token, mention.name
    if name is None or name.by != "names/adjective":
        return None
    article = next((tree.folded[c] for c in tree.children(token, "det")), "")
    alone = tree.relation(token) in SUBJECTS | OBJECTS | {"pobj", "poss", "dative"}
    several = tree.tag(token) in {"NNS", "NNPS"} or tree.folded[token].endswith(_PEOPLES)
    return name.country if article == "the" and alone and not several else None
