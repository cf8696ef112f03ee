"""Tell whether two reports name the same actor: "Sarif" and "Zarif", "Ankara" and "Turkey".

A country and a person or body that acts for it are compatible ("Iran" and "the Iranian
foreign minister"), and so are a body and who speaks for it ("the army" and "Colonel Sow");
two persons, or two bodies, of one country are not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from dateline.knowledge.wording import BEAT_WEIGHT, content, skeleton, weight, words
from dateline.model import Actor, Chain, Kind, Report

SAME = 1.0
ACTS_FOR = 0.7
"""A country and somebody who acts for it."""
MAYBE = 0.5
"""Descriptions that share their words: "government troops"."""

ANYBODY = 0.3
"""Two descriptions of people that may mean the same ones."""

# Sectors that act for their country (PLOVER).
_STATE = frozenset({"GOV", "MIL", "COP", "SPY", "LEG", "JUD", "PTY", None})

# Sectors of people without a name who may be those of another report.
_CROWDS = frozenset({"CVL", "COP", "MIL", "REB", "LAB", "EDU", "MED", "CRM"})


@dataclass(frozen=True, slots=True)
class Party:
    """An actor with what a comparison needs of its chain."""

    name: str
    kind: Kind | None
    country: str | None
    sector: str | None
    entity: str | None = None
    title: str | None = None
    body: str | None = None
    """Whom a person speaks for, as his report calls it."""


def parties(report: Report, actors: Sequence[Actor]) -> tuple[Party, ...]:
    """Return actors as they are compared: with the name and kind of their chains."""
    return tuple(_party(report, actor) for actor in actors)


def _party(report: Report, actor: Actor) -> Party:
    for chain in report.chains:
        if chain.id == actor.chain:
            country, sector = actor.country or chain.country, actor.sector or chain.sector
            return replace(party_of(chain), country=country, sector=sector)
    return Party(actor.name, None, actor.country, actor.sector)


def party_of(chain: Chain) -> Party:
    """Return the bearer of a chain as it is compared."""
    return Party(
        chain.name, chain.kind, chain.country, chain.sector, chain.entity, chain.title, chain.body
    )


@lru_cache(maxsize=65536)
def agree(one: Party, other: Party) -> float:
    """Return how far two parties can be the same one, from 0 to 1."""
    if one.entity is not None and one.entity == other.entity:
        return SAME
    if same_name(one, other):
        return SAME
    if _by_title(one, other) or _by_title(other, one):
        return ACTS_FOR
    if _speaks_for(one, other) or _speaks_for(other, one):
        return ACTS_FOR
    kinds = {one.kind, other.kind}
    if one.country is not None and one.country == other.country:
        if kinds == {Kind.PERSON} or Kind.GROUP in kinds:
            return 0.0
        if not _for_country(one) and not _for_country(other):
            return MAYBE if None in kinds and _share_words(one, other) else 0.0
        return ACTS_FOR if {one.sector, other.sector} <= _STATE else 0.0
    if one.country and other.country:
        return 0.0
    if one.kind is other.kind is None and one.sector == other.sector and one.sector in _CROWDS:
        # "Protesters" may be the "residents" of another report, "officers" its "police".
        alike = one.sector == "COP" or _share_words(one, other)
        return MAYBE if alike else ANYBODY
    return MAYBE if None in kinds and _share_words(one, other) else 0.0


def same_name(one: Party, other: Party) -> bool:
    """Whether two parties bear one name, spelling and first names aside."""
    if one.name.casefold() == other.name.casefold():
        return True
    first, second = words(one.name), words(other.name)
    shorter, longer = sorted((first, second), key=len)
    if len(shorter) > 1 and set(shorter) <= set(longer):
        # "International Committee" of the Red Cross; "Ana Ruiz" Soto.
        return True
    if Kind.PERSON not in {one.kind, other.kind}:
        return _acronym(one.name, other.name) or _acronym(other.name, one.name)
    if not first or not second or skeleton(first[-1]) != skeleton(second[-1]):
        return False
    if len(skeleton(first[-1])) < 2 and first[-1] != second[-1]:
        return False
    # "Ali Hassan" and "Omar Hassan" are two; "Hassan" or "A. Hassan" may be either.
    if min(len(first), len(second)) == 1:
        return True
    given = skeleton(first[0]), skeleton(second[0])
    return given[0] == given[1] or (
        1 in map(len, (first[0], second[0])) and given[0][0] == given[1][0]
    )


def _by_title(person: Party, described: Party) -> bool:
    """Whether a description can mean a person by his office: "Estonia's president"."""
    if person.kind is not Kind.PERSON or described.kind is not None or not person.title:
        return False
    if person.country and described.country and person.country != described.country:
        return False
    office = words(person.title)
    return bool(office) and office[-1] in words(described.name)


def _speaks_for(person: Party, body: Party) -> bool:
    """Whether a person is introduced as the voice of a body: "the army's spokesman, Col. Sow"."""
    if person.body is None or body.kind in {Kind.PERSON, Kind.COUNTRY}:
        return False
    if person.country and body.country and person.country != body.country:
        return False
    first, second = content(person.body), content(body.name)
    shorter, longer = sorted((first, second), key=len)
    if shorter and shorter <= longer:
        return True
    return _acronym(person.body, body.name) or _acronym(body.name, person.body)


def _acronym(short: str, long: str) -> bool:
    """Whether a name in capitals is short for the other: "ICRC", "International Committee of …"."""
    plain = short.replace(".", "")
    initials = "".join(word[0] for word in long.split() if word[:1].isupper())
    return plain.isupper() and len(initials) > 1 and plain.startswith(initials)


def distinct(one: Party, other: Party) -> bool:
    """Whether two named sources are surely two: not of one state, not anybody without a name."""
    named = one.kind is not None and other.kind is not None
    if not named or agree(one, other) > 0:
        return False
    state = {one.sector, other.sector} & (_STATE - {None}) or Kind.COUNTRY in {one.kind, other.kind}
    return not (state and one.country == other.country)


def acts_for_state(party: Party) -> bool:
    """Whether a party is a country, or acts for one in an office."""
    return party.kind is Kind.COUNTRY or (party.sector in _STATE and party.sector is not None)


def _for_country(party: Party) -> bool:
    return party.kind is Kind.COUNTRY or (party.kind is None and party.country is not None)


def _share_words(one: Party, other: Party) -> bool:
    first, second = content(one.name), content(other.name)
    return bool(first and second) and len(first & second) * 2 >= min(len(first), len(second))


def named_only(some: Sequence[Party]) -> tuple[Party, ...]:
    """Return the parties that words tell from others, not just anybody ("leaders", "officials")."""
    return tuple(
        party
        for party in some
        if party.kind
        or party.country
        or party.sector not in {"GOV", None}
        or any(weight(word) >= BEAT_WEIGHT for word in words(party.name))
    )


@lru_cache(maxsize=65536)
def meet(some: tuple[Party, ...], others: tuple[Party, ...]) -> float | None:
    """Return how far two sets of parties overlap, None where either side is unknown.

    The mean, over the smaller set, of each party's best partner.
    """
    some, others = named_only(some), named_only(others)
    if not some or not others:
        return None
    fewer, more = sorted((some, others), key=len)
    return sum(max(agree(one, other) for other in more) for one in fewer) / len(fewer)


def any_same(some: Sequence[Party], others: Sequence[Party]) -> bool:
    """Whether a party of one set is surely a party of the other."""
    return any(agree(one, other) == SAME for one in some for other in others)
