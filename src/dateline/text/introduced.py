"""Learn who somebody is from the words beside the name: "the firm Norvex", "Ana Ruiz, 41, a nurse".

What stands in apposition, as a title, behind "is" or in ", who runs the shop," tells of somebody
and mentions nobody of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from dateline.model import Kind, Name, Span
from dateline.text.christened import labelled
from dateline.text.descriptions import Description, core
from dateline.text.genders import gender_of_noun, people
from dateline.text.mentions import Mention
from dateline.text.somebody import Scene, Somebody
from dateline.text.tree import Tree

_SELF = frozenset({"itself", "themselves", "himself", "herself"})
_AGES = range(1, 120)
_LEADING = frozenset(
    "run head lead manage direct chair command preside oversee co-chair helm".split()
)
_LED = 9
"""Words between "led by" and a name at most."""
_MET = 4
"""Sentences back in which another may be meant by "his"."""
_ACTING_FOR = frozenset({"speak", "answer"})
_LANDS = frozenset({"state", "country", "nation", "republic", "unit", "rival", "owner", "giant"})
"""Nouns that are a person's as well: "Secretary of State", "the rival"."""


@lru_cache(maxsize=1)
def _classes() -> Mapping[str, frozenset[str]]:
    """Return the kinds of body that each noun is used of."""
    lists = people()["body"]
    nouns = {noun for held in lists.values() for noun in held}
    return {noun: frozenset(k for k, held in lists.items() if noun in held) for noun in nouns}


def classes_of(noun: str) -> frozenset[str]:
    """Return the kinds of body that a noun can mean."""
    return _classes().get(noun, frozenset())


class Introductions:
    """What the words beside the names of one sentence tell, and which nouns those are."""

    def __init__(
        self, tree: Tree, names: Mapping[int, Name], owner: Mapping[Span, Somebody]
    ) -> None:
        self.tree, self.names, self.owner = tree, names, owner
        self.beside: dict[int, Somebody] = {}
        """The nouns that stand beside a name, or behind "is", with who is meant."""
        self.led: dict[int, Somebody] = {}
        """The nouns of what somebody leads: "Ana Ruiz, who heads the [union]"."""

    def read(self, scene: Scene, titles: Iterable[tuple[Span, Description]]) -> None:
        """Learn from every name of the sentence, and from its title."""
        for span, told in titles:
            one = self.owner.get(span)
            if one is None:
                continue
            inside = self.tree.inside(told.span)
            self._learn(scene, one, inside)
            if inside:
                self.beside[inside[-1]] = one
            for holder in told.holders:
                held = self.owner.get(holder.span)
                if held is None or held is one or holder.span.start > told.span.end + 40:
                    continue
                if holder.by == "names/adjective" and holder.country:
                    one.nationalities |= {holder.country}
                elif one.whose is None:
                    one.whose = held
        for name in dict.fromkeys(self.names.values()):
            one = self.owner.get(name.span)
            if one is not None and name.by != "names/adjective":
                self._around(scene, one, name)

    def _around(self, scene: Scene, one: Somebody, name: Name) -> None:
        """Learn from apposition, age and relative clause."""
        tree, inside = self.tree, self.tree.inside(name.span)
        top = tree.top(name.span)
        if top is None:
            return
        if one.kind is not Kind.PERSON and inside[0] and inside[0] - 1 not in self.names:
            before = inside[0] - 1
            called = any(labelled(tree, before, self.names)) or tree.relation(before) != "pobj"
            joined = tree.tag(before) in {"NN", "NNP"} and called
            if joined and classes_of(tree.lemma(before)):
                self._learn(scene, one, (*range(core(tree, before)[0], before), before))
                self.beside[before] = one
            elif tree.tag(before) == "NN" and tree.relation(before) in {"compound", "nmod"}:
                one.introduced = True  # "the tanker Calder" is no firm
        beside = list(tree.children(top, "appos"))
        if tree.relation(top) == "appos" and tree.head(top) not in self.names:
            beside.append(tree.head(top))
        for noun in beside:
            self._apposed(scene, one, noun)
        for clause in tree.children(top, "relcl"):
            self._done(scene, one, clause)
        verb = tree.head(top)
        said = tree.child(verb, "attr") if tree.lemma(verb) == "be" else None
        if tree.relation(top) == "nsubj" and said is not None:
            self._is(scene, one, said)
        self._aged(one, inside[-1])
        if one.kind is Kind.PERSON:
            self._led(scene, one, inside[0])

    def _led(self, scene: Scene, one: Somebody, first: int) -> None:
        """Learn what somebody leads: "a delegation of the union, led by its head, Ana [Ruiz]"."""
        tree = self.tree
        for by in range(first - 1, max(1, first - _LED), -1):
            if tree.pos(by) == "VERB" or by in self.names and self.names[by].kind is Kind.PERSON:
                return
            if tree.folded[by] == "by" and tree.lemma(by - 1) in _LEADING:
                scene.learn(one, ["head", "chief", "leader", "boss"])
                body = tree.head(by - 1)
                self.led[body] = one
                if tree.relation(body) == "pobj":
                    self.led[tree.head(tree.head(body))] = one
                return

    def _apposed(self, scene: Scene, one: Somebody, noun: int) -> None:
        """Learn from a noun in apposition."""
        tree = self.tree
        if noun in self.names or tree.pos(noun) not in {"NOUN", "PROPN", "ADJ", "NUM"}:
            return
        if one.kind is Kind.PLACE or tree.tag(noun) in {"NNS", "NNPS"}:
            return
        if tree.folded[noun] in {"old", "olds"} and noun > 3:
            one.age = tree.folded[noun - 4]
        if tree.pos(noun) != "NUM":
            self._learn(scene, one, (*range(core(tree, noun)[0], noun), noun))
        self.beside[noun] = one
        for clause in tree.children(noun, "relcl"):
            self._done(scene, one, clause)

    def _is(self, scene: Scene, one: Somebody, noun: int) -> None:
        """Learn from "X is the director"."""
        if self.tree.tag(noun) in {"NN", "NNP"} and noun not in self.names:
            self._learn(scene, one, (*range(core(self.tree, noun)[0], noun), noun))
            self.beside[noun] = one

    def _done(self, scene: Scene, one: Somebody, clause: int) -> None:
        """Learn from ", who runs the shop": a runner, and "shop" is a word for him."""
        tree = self.tree
        lemma = tree.lemma(clause)
        one.told.add(lemma)
        if lemma == "be" and (noun := tree.child(clause, "attr")) is not None:
            self._is(scene, one, noun)
        stem = lemma.removesuffix("e")
        scene.learn(one, [f"{stem}er", f"{stem}or"])
        if lemma in _LEADING:
            scene.learn(one, ["head", "chief", "leader", "boss"])
            self.led.update(dict.fromkeys(tree.children(clause, "dobj"), one))
        body = tree.preposition(clause, "for")
        if lemma in _ACTING_FOR and body is not None:
            scene.learn(one, ["spokesman", "spokeswoman", "spokesperson"])
            self.led[body] = one
        if lemma == "represent":
            scene.learn(one, ["representative"])
            self.led.update(dict.fromkeys(tree.children(clause, "dobj"), one))
        one.told.update(tree.lemma(t) for t in tree.children(clause, "dobj", "attr"))
        one.introduced = True

    def leads(self, one: Somebody, noun: int) -> None:
        """Note what a noun beside a name belongs to: "the president of the [council], Ana Ruiz"."""
        for preposition in self.tree.children(noun, "prep"):
            if self.tree.folded[preposition] in {"of", "for"} and one.kind is Kind.PERSON:
                for body in self.tree.children(preposition, "pobj"):
                    self.led.setdefault(body, one)

    def follow(self, noun: int, body: Somebody) -> None:
        """Learn whom a noun means that somebody was said to lead."""
        leader = self.led.get(noun)
        if leader is not None and leader.whose is None and leader is not body:
            leader.whose = body

    def _aged(self, one: Somebody, last: int) -> None:
        """Learn the age of "Ana Ruiz, 41,"."""
        tree = self.tree
        if last + 2 < len(tree) and tree.words[last + 1] == "," and tree.words[last + 2].isdigit():
            if int(tree.words[last + 2]) in _AGES:
                one.age = tree.words[last + 2]

    def _learn(self, scene: Scene, one: Somebody, inside: tuple[int, ...]) -> None:
        """Learn the words of a noun phrase."""
        if not inside:
            return
        tree, head = self.tree, inside[-1]
        if inside[0] > 1 and tree.words[inside[0] - 1] == "-":
            inside = (inside[0] - 2, *inside)  # "[vice]-president"
        scene.learn(one, [tree.lemma(head)])
        one.told.update(tree.lemma(t) for t in inside if t not in self.names)
        one.introduced = True
        for token in inside:
            name = self.names.get(token)
            if name is not None and name.by == "names/adjective" and name.country:
                one.nationalities |= {name.country}
        if one.gender is None and one.kind is Kind.PERSON:
            genders = (gender_of_noun(tree.lemma(t)) for t in inside)
            one.gender = next((g for g in genders if g is not None), None)


def correct(one: Somebody) -> None:
    """Take a name for a body's or a person's where the noun beside it says so."""
    nouns = one.heads - {""}
    persons = {noun for noun in nouns if noun in _kin() or gender_of_noun(noun)}
    bodies = {noun for noun in nouns - _LANDS if classes_of(noun)}
    if one.kind is Kind.PERSON and bodies and one.gender is None and not nouns - bodies - _LANDS:
        one.kind, one.many, one.gender = Kind.ORGANISATION, None, None
    elif one.kind in {Kind.ORGANISATION, Kind.GROUP} and persons and not bodies:
        one.kind, one.many = Kind.PERSON, False
        one.gender = next((g for g in map(gender_of_noun, sorted(persons)) if g), None)


@lru_cache(maxsize=1)
def _kin() -> frozenset[str]:
    return frozenset(people()["kin"]["nouns"])


def learn_noun(scene: Scene, one: Somebody, mention: Mention) -> None:
    """Add what a described mention tells of somebody."""
    scene.learn(one, [mention.head])
    one.told |= mention.told
    one.gender = one.gender or mention.gender
    one.count = one.count or mention.count
    one.age = one.age or mention.age


def identified(scene: Scene, mention: Mention) -> Somebody | None:
    """Return who is said to have a name: "the woman was named as [Ana Ruiz]"."""
    tree = mention.tree
    led = tree.head(mention.token)
    verb = tree.head(led) if tree.folded[led] == "as" else led
    if tree.lemma(verb) not in {"name", "identify", "call"}:
        return None
    if not tree.passive(verb) and not any(tree.folded[t] in _SELF for t in tree.subtree(verb)):
        return None
    subject = tree.subject(verb)
    return None if subject is None else scene.owner.get((mention.place, subject))


def learn_pronoun(scene: Scene, one: Somebody, mention: Mention) -> None:
    """Add what a pronoun tells of somebody: a miner that is "he" is no firm.

    "His" tells nothing where a man was met before: "a nurse had read [his] letters".
    """
    if mention.tree.relation(mention.token) == "poss" and mention.gender is not None:
        near = scene.before(mention.span.start, mention.place, _MET)
        if any(event.who is not one and event.who.gender == mention.gender for event in near):
            return
    if mention.gender is not None and one.kind is Kind.ORGANISATION:
        one.kind, one.many = Kind.PERSON, False
    if one.gender is None and one.kind is Kind.PERSON:
        one.gender = mention.gender
