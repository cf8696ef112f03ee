"""Say what a description tells, and whether somebody who was met before answers to it.

"The Swedish firm" is a firm and Swedish; kind, number, gender, country, owner and every
modifier have to agree, as far as they are known.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from dateline.model import Kind
from dateline.text.genders import people
from dateline.text.introduced import classes_of
from dateline.text.mentions import Mention
from dateline.text.somebody import Somebody

_ACTING = 0.7
"""The weight of a subject."""
_STEM = 4
"""Letters that a noun must share with a name: "refiner" and "Refining"."""
_WORLD = frozenset({"IGO", "UNO", "EUR", "NGO", "NGM"})
"""Codes of the bodies of many countries."""
SEVERAL = frozenset("minister secretary spokesman spokeswoman officer man woman".split())
"""Nouns of persons that a report has several of."""
PAST = frozenset({"former", "ex", "veteran", "retired"})
"""Modifiers by which a report tells more of a person who has the floor."""
EITHER = frozenset({"client", "employer"})
"""What a person can be and a body too."""
_RANKS = frozenset({"vice", "deputy", "assistant", "under", "vice-president"})
"""Modifiers that make another office: a deputy leader is not "the leader"."""


@lru_cache(maxsize=1)
def uses() -> dict[str, frozenset[str]]:
    """Return the nouns by what a description can do with them."""
    lists = people()
    return {
        "rule": frozenset(lists["body"]["rule"]),
        "land": frozenset(lists["body"]["land"]),
        "any": frozenset(lists["person"]["any"]),
        "guest": frozenset(lists["person"]["guest"]),
        "office": frozenset(lists["person"]["office"]),
        "voice": frozenset(lists["person"]["voice"]),
        "weak": frozenset(lists["weak"]["words"]),
        "broad": frozenset(lists["broad"]["nouns"]),
        "generic": frozenset(lists["body"]["generic"]),
        "pairs": frozenset(lists["crowd"]["pairs"]),
        "kin": frozenset(lists["kin"]["nouns"]),
        "ties": frozenset(lists["kin"]["ties"]),
    }


def passing() -> frozenset[str]:
    """Return the nouns that tell nothing lasting of a person: "the man", "the visitor"."""
    return uses()["any"] | uses()["guest"]


def tied() -> frozenset[str]:
    """Return the nouns that say whose somebody is: "its rival", "his deputy"."""
    return uses()["ties"]


def offices() -> frozenset[str]:
    """Return the nouns of those who speak for a body."""
    return uses()["office"]


def voices() -> frozenset[str]:
    """Return the nouns of those who speak for the body whose they are: "its president"."""
    return uses()["voice"]


def ranks() -> frozenset[str]:
    """Return the modifiers that make another office: a deputy leader is not the leader."""
    return _RANKS


def defined(mention: Mention) -> bool:
    """Whether a clause says who is meant: "the men who fled" were not met before."""
    tree, token = mention.tree, mention.token
    clause = tree.child(token, "relcl")
    if clause is None or token + 1 >= len(tree):
        return False
    return tree.words[token + 1] != "," or tree.lemma(clause) == "call"


class Told:
    """A description with whose it is said to be and of which nations."""

    def __init__(
        self,
        mention: Mention,
        whose: Somebody | None,
        nations: frozenset[str],
        others: frozenset[Somebody],
    ) -> None:
        self.mention, self.whose, self.nations, self.others = mention, whose, nations, others
        self.sector: str | None = mention.sector
        self.typed = mention.typed


def fits(one: Somebody, told: Told) -> bool:
    """Whether a description can mean somebody who was called by its noun."""
    if not agree(one, told) or not national(one, told) or not plain(told, one):
        return False
    if told.whose is None:
        return True
    if one.whose is None or one.whose is told.whose:
        if one.whose is not None:
            return True
        return one.country is not None and one.country == told.whose.country
    # A president's spokesman is also the palace's.
    return (one.whose.kind is Kind.PERSON) is not (told.whose.kind is Kind.PERSON)


def agree(one: Somebody, told: Told) -> bool:
    """Whether kind, number and gender agree."""
    mention = told.mention
    if one in told.others or not one.mentions:
        return False
    if (one.kind is Kind.PERSON) is not (mention.kind is Kind.PERSON):
        return False
    if mention.many is not None and one.many is not mention.many:
        if mention.many or one.many:
            return False
    return sexed(one, told)


def sexed(one: Somebody, told: Told) -> bool:
    """Whether gender agrees, as far as it is known."""
    return None in {one.gender, told.mention.gender} or one.gender == told.mention.gender


def national(one: Somebody, told: Told) -> bool:
    """Whether the countries that a description tells are somebody's."""
    if not told.nations:
        return True
    known = one.nationalities | ({one.country} if one.country else set())
    return told.nations <= known if known else True


def plain(told: Told, one: Somebody) -> bool:
    """Whether every word of a description was told before, and no rank is left out."""
    if (one.told & _RANKS) - told.mention.told - {told.mention.head}:
        return False
    return one.open or not told.mention.told - one.told - one.heads - uses()["weak"]


def alike(head: str, one: Somebody) -> bool:
    """Whether "the two men" can be those who were called two brothers, and no two firms."""
    if head in one.heads or head in uses()["pairs"] or not head.isalpha():
        return True
    bodies = bool(classes_of(head)) or head in {"side", "party", "ally", "government"}
    return all(bool(classes_of(noun)) is bodies for noun in one.heads)


@lru_cache(maxsize=512)
def _named_kind(word: str) -> frozenset[str]:
    """Return the kind of body whose names have a word: "Holdings" is a firm's."""
    held = people()["naming"]
    return frozenset(kind for kind, listed in held.items() if word in listed)


def same_sector(one: Somebody, told: Told) -> bool:
    """Whether the sector of "the rights group" is somebody's, as far as both are told."""
    return None in {one.sector, told.sector} or one.sector == told.sector


_PRIVATE = frozenset({"firm", "bank", "union", "party", "charity", "rebels", "generic"})
"""Kinds that a part of the state has none of, whatever words its name is made of."""


def kinds_of(one: Somebody) -> frozenset[str]:
    """Return the kinds that a body was told to be, or that its sector's are."""
    found: frozenset[str] = frozenset()
    if one.country in _WORLD:
        return frozenset({"world", "office", "generic"})
    for noun in one.heads | one.told:
        generic = noun in uses()["generic"]
        found |= frozenset({"generic"}) if generic else classes_of(noun) | _named_kind(noun)
    if "office" in found and "firm" in found:
        found -= _PRIVATE  # the "Ministry of Oil"
    if not found and one.sector is not None:
        found = frozenset(people()["sectors"].get(one.sector, ()))
    return found


def stem(head: str, told: Iterable[str]) -> bool:
    """Whether a noun is made from a word of somebody: "refiner" and "Refining"."""
    stem = head
    for ending in ("maker", "er", "or", "ist", "man"):
        if head.endswith(ending):
            stem = head[: -len(ending)]
            break
    return len(stem) >= _STEM and any(word.startswith(stem) for word in told)


def private(one: Somebody) -> bool:
    """Whether somebody can be called by his age: no court's or police's man without a name."""
    return (one.named or one.sector not in {"JUD", "COP"}) and one.whose is None


def wholly(one: Somebody) -> bool:
    """Whether a person's gender or whole name is known, so that a noun can be his."""
    acting = (m for m in one.mentions if m.name is not None and m.weight >= _ACTING)
    return one.gender is not None or any(len(m.tree.inside(m.span)) > 1 for m in acting)


def one_sort(other: Somebody, one: Somebody) -> bool:
    """Whether kind, number and gender let two be one."""
    if (other.kind is Kind.PERSON) is not (one.kind is Kind.PERSON):
        return False
    if other.many and not one.many:
        return False
    return None in {one.gender, other.gender} or one.gender == other.gender
