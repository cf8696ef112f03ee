"""Find whom a new word for somebody means: "the lawmaker", "the former banker", "the planter".

A word that nobody was called by yet means a person whose noun it covers ("lawmaker" any senator),
or goes on with the person who has the floor, unless it is a noun of somebody whom an event brings
along unnamed ("the driver", "the judge").
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from dateline.model import Kind
from dateline.text.genders import MAN, WOMAN, people
from dateline.text.mentions import Mention
from dateline.text.pronouns import sayings
from dateline.text.somebody import Scene, Somebody
from dateline.text.told import PAST, SEVERAL, Told, agree, national, ranks, uses

_BACK = 12
"""Sentences back in which a person may have been called by a noun that a word covers."""
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


def renamed(
    scene: Scene, told: Told, near: list[Somebody], choose: Callable[..., Somebody | None]
) -> Somebody | None:
    """Return the person that a new word for somebody means: "the rebel chief", "the lawmaker"."""
    mention = told.mention
    if mention.article != "the":
        return None
    if rank := mention.told & ranks():
        second = [one for one in near if rank & one.heads and agree(one, told)]
        return second[0] if len(second) == 1 else None
    covered, one = _covered(told, near), _goes_on(scene, told)
    if one is not None and (one in covered or mention.told & PAST or not covered):
        return one
    if covered:
        return choose(covered, mention, _BACK)
    return _only_one(scene, told, near)


def _only_one(scene: Scene, told: Told, near: list[Somebody]) -> Somebody | None:
    """Return the only one who was called by a noun, now with more words: "the rebel chief"."""
    some = [one for one in scene.called(told.mention.head) if one.kind is Kind.PERSON]
    if told.mention.head in SEVERAL or len(some) != 1:
        return None
    if not some[0].named or some[0] not in near or some[0].told & ranks():
        return None
    return some[0] if agree(some[0], told) and national(some[0], told) else None


def _covered(told: Told, near: list[Somebody]) -> list[Somebody]:
    """Return the persons whom a word covers, of those who were mentioned lately."""
    mention = told.mention
    if mention.told - uses()["weak"] - PAST:
        return []  # "the opposition leader" is no president
    some = [one for one in near if covers(mention.head, one) and _can_be(one, told)]
    return [one for one in some if one.named or one.heads & uses()["any"]]


def _goes_on(scene: Scene, told: Told) -> Somebody | None:
    """Return the person whom a new word goes on telling of: who led before, or has the floor."""
    mention = told.mention
    if not mention.subject or mention.tree.child(mention.token, "prep") is not None:
        return None
    if scene.called(mention.head) or not (mention.told & PAST or _own_trade(mention)):
        return None
    lately = scene.spoke_at >= mention.place - _LATELY
    likely = [scene.leads.get(mention.place - 1), scene.floor if lately else None]
    return next((one for one in likely if one and one.named and _can_be(one, told)), None)


def _own_trade(mention: Mention) -> bool:
    """Whether a noun tells what somebody is, and speaks: "the planter threatened"."""
    verb = mention.verb
    speaks = verb is not None and mention.tree.lemma(verb) in sayings()
    return speaks and mention.head not in _parts() and mention.head.isalpha()


def _can_be(one: Somebody, told: Told) -> bool:
    """Whether a new word can mean a named person, by all that is known."""
    if one.kind is not Kind.PERSON or one.told & ranks():
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
