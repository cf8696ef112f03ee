"""Find whom a new word for somebody means: "the lawmaker", "the former banker", "the planter".

A word that nobody was called by yet means a person whose noun it covers ("lawmaker" any senator),
or goes on with the person who has the floor, unless it is a noun of somebody whom an event brings
along unnamed ("the driver", "the judge").
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from dateline.model import Kind
from dateline.text.genders import MAN, WOMAN, people
from dateline.text.mentions import Mention
from dateline.text.pronouns import sayings
from dateline.text.somebody import Scene, Somebody
from dateline.text.told import PAST, Told, agree, national, ranks, uses

_LATELY = 2
"""Sentences back in which somebody had the floor."""
_PRONOUNS = {"he": MAN, "she": WOMAN}


@lru_cache(maxsize=1)
def covered() -> dict[str, tuple[frozenset[str], ...]]:
    """Return the nouns and titles that a word means any of, each as a set of its words."""
    lists = people()["epithet"]
    return {word: tuple(frozenset(t.split()) for t in held) for word, held in lists.items()}


@lru_cache(maxsize=1)
def _parts() -> frozenset[str]:
    """Return the nouns of persons whom an event brings along."""
    return frozenset(people()["parts"]["nouns"])


def covers(word: str, one: Somebody) -> bool:
    """Whether somebody was called by a noun or title that a word means as well."""
    known = one.heads | one.told
    return any(title <= known and title & one.heads for title in covered().get(word, ()))


def same_person(told: Told, near: list[Somebody]) -> Iterator[Somebody]:
    """Yield the named persons whom a word covers, of those who were mentioned lately."""
    if told.mention.told - uses()["weak"] - PAST:
        return  # "the opposition leader" is no president
    for one in near:
        if covers(told.mention.head, one) and _can_be(one, told):
            yield one


def goes_on(scene: Scene, told: Told) -> Somebody | None:
    """Return the person whom a new word goes on telling of: who has the floor, or led before."""
    mention = told.mention
    if not mention.subject or mention.tree.child(mention.token, "prep") is not None:
        return None
    if scene.called(mention.head) or not (mention.told & PAST or _own_trade(mention)):
        return None
    lately = scene.spoke_at >= mention.place - _LATELY
    likely = (scene.floor if lately else None, scene.leads.get(mention.place - 1))
    return next((one for one in likely if one is not None and _can_be(one, told)), None)


def _own_trade(mention: Mention) -> bool:
    """Whether a noun tells what somebody is, and speaks: "the planter threatened"."""
    verb = mention.verb
    speaks = verb is not None and mention.tree.lemma(verb) in sayings()
    return speaks and mention.head not in _parts() and mention.head.isalpha()


def _can_be(one: Somebody, told: Told) -> bool:
    """Whether a new word can mean a named person, by all that is known."""
    if not one.named or one.kind is not Kind.PERSON or one.told & ranks():
        return False
    hint = _gender_told(told.mention)
    if None not in {hint, one.gender} and hint != one.gender:
        return False
    return agree(one, told) and national(one, told)


def _gender_told(mention: Mention) -> str | None:
    """Return the gender of the pronoun by which a speaker goes on: "the banker said [she] …"."""
    tree, verb = mention.tree, mention.verb
    if not mention.subject or verb is None or mention.gender is not None:
        return mention.gender
    for clause in tree.children(verb, "ccomp", "advcl"):
        subject = tree.subject(clause)
        if subject is not None and tree.folded[subject] in _PRONOUNS:
            return _PRONOUNS[tree.folded[subject]]
    return None
