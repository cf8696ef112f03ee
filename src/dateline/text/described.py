"""Find whom a description means: "the minister", "the Turkish government", "his father", "the firm".

Sieves in order, the surest first (after Lee et al. 2013): a noun that somebody was called by,
with nothing that clashes; a country's government; a body of that kind; a person by age or by
"the man". Where several fit, who stands out; where none does, somebody new.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from dateline.knowledge.vocabulary import words
from dateline.model import Kind
from dateline.text.introduced import classes_of
from dateline.text.mentions import Mention
from dateline.text.somebody import Scene, Somebody
from dateline.text.tree import SUBJECTS

_BACK = 12
"""Sentences back in which a description looks for its bearer."""
_NEAR = 4
_CLEARLY = 1.15
"""How much more one must stand out than the next to be meant."""
_STEM = 4
_OFFICIAL = frozenset({"office", "court", "school", "troops", "land", "rule"})
"""Kinds of which a report names several: "the ministry" is none but a ministry."""
_RANKS = frozenset({"vice", "deputy", "assistant", "under", "vice-president"})
"""Modifiers that make another office: a deputy leader is not "the leader"."""


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    lists = words("people")
    return {
        "rule": frozenset(lists["body"]["rule"]),
        "land": frozenset(lists["body"]["land"]),
        "any": frozenset(lists["person"]["any"]),
        "guest": frozenset(lists["person"]["guest"]),
        "office": frozenset(lists["person"]["office"]),
        "weak": frozenset(lists["weak"]["words"]),
        "broad": frozenset(lists["broad"]["nouns"]),
        "generic": frozenset(lists["body"]["generic"]),
        "pairs": frozenset(lists["crowd"]["pairs"]),
        "kin": frozenset(lists["kin"]["nouns"]),
        "ties": frozenset(lists["kin"]["ties"]),
    }


def passing() -> frozenset[str]:
    """Return the nouns that tell nothing lasting of a person: "the man", "the visitor"."""
    return _lists()["any"] | _lists()["guest"]


def tied() -> frozenset[str]:
    """Return the nouns that say whose somebody is: "its rival", "his deputy"."""
    return _lists()["ties"]


def offices() -> frozenset[str]:
    """Return the nouns of those who speak for a body."""
    return _lists()["office"]


class Descriptions:
    """Says who is meant by the descriptions of one report."""

    def __init__(self, scene: Scene, lands: Callable[[str], Somebody | None]) -> None:
        self.scene = scene
        self.land = lands
        """The country of a code, if the report speaks of it."""

    def meant(
        self, mention: Mention, whose: Somebody | None, nations: frozenset[str]
    ) -> Somebody | None:
        """Return whom a definite description means of those met so far."""
        if _defined(mention):
            return None
        told = Told(mention, whose, nations, self._governing(mention))
        for sieve in (self._counted, self._called, self._country, self._tied, self._body, self._person, self._people):
            found = sieve(told)
            if found is not None:
                return found
        return None

    def _governing(self, mention: Mention) -> frozenset[Somebody]:
        """Return the subjects of the clauses that hold a description: "Ana said [the nurse] …"."""
        tree, found = mention.tree, set()
        for verb in tree.above(mention.token):
            if tree.pos(verb) in {"VERB", "AUX"}:
                for subject in tree.children(verb, *SUBJECTS):
                    one = self.scene.owner.get((mention.place, subject))
                    if one is not None and subject != mention.token:
                        found.add(one)
        return frozenset(found)

    # ------------------------------------------------------------------------------ the sieves

    def _counted(self, told: Told) -> Somebody | None:
        """Return the two that "the two leaders", "both" or "the pair" are."""
        mention = told.mention
        if mention.count is None or mention.many is False or mention.article == "a":
            return None
        near = [e.who for e in self.scene.before(mention.span.start, mention.place, _BACK)]
        for one in dict.fromkeys(near):
            if not one.many or one.count != mention.count:
                continue
            if one.members or (_alike(mention.head, one) and _plain(told, one)):
                return one
        return None

    def _called(self, told: Told) -> Somebody | None:
        """Return who was called by the same noun, with nothing that clashes."""
        fitting = [one for one in self.scene.called(told.mention.head)[:12] if fits(one, told)]
        return self._choose(fitting, told.mention, _BACK * 3)

    def _country(self, told: Told) -> Somebody | None:
        """Return the country whose government is meant, or that "the country" is."""
        mention, lists = told.mention, _lists()
        if mention.head not in lists["rule"] | lists["land"] or mention.many:
            return None
        codes = told.nations or frozenset(
            {told.whose.country} if told.whose is not None and told.whose.country else ()
        )
        for code in codes:
            if (land := self.land(code)) is not None:
                return land
        if mention.article == "poss" or mention.told - lists["weak"]:
            return None
        salience = self.scene.salience(mention, _BACK)
        lands = [one for one in salience if one.kind is Kind.COUNTRY]
        if len(lands) < 2:
            return lands[0] if lands else None
        lands.sort(key=lambda one: -salience[one])
        often = max(lands, key=lambda one: self.scene.often.get(one.country or "", 0))
        return often if often is lands[0] else None

    def _tied(self, told: Told) -> Somebody | None:
        """Return who is tied the other way round: "his wife, Ana" and then "her husband"."""
        whose, head = told.whose, told.mention.head
        if whose is None or told.mention.many:
            return None
        inverse = words("people")["inverse"]
        if whose.whose is not None and whose.whose.kind is Kind.PERSON and _agree(whose.whose, told):
            for own in whose.heads & inverse.keys():
                if head in inverse[own]:
                    return whose.whose
        return None

    def _body(self, told: Told) -> Somebody | None:
        """Return the one body of the kind that is meant: "the firm", "the newspaper"."""
        mention = told.mention
        kinds = classes_of(mention.head)
        if mention.kind not in {Kind.ORGANISATION, Kind.GROUP} or mention.many or told.whose:
            return None
        bodies = [
            one
            for one in self._near(mention, _BACK)
            if one.kind in {Kind.ORGANISATION, Kind.GROUP} and one.named and _national(one, told)
        ]
        at_home = [one for one in bodies if told.nations and told.nations & (one.nationalities | {one.country})]
        bodies = at_home or bodies
        own = [one for one in bodies if mention.head in one.told or _stem(mention.head, one.told)]
        if own:
            return self._choose(own, mention, _BACK)
        kinds -= _OFFICIAL if mention.head not in _lists()["generic"] else frozenset()
        if not kinds:
            return None
        strange = mention.told - _lists()["weak"] and not told.typed
        sure = [
            one
            for one in bodies
            if kinds & kinds_of(one) and _same_sector(one, told) and (not strange or _plain(told, one))
        ]
        if sure or strange:
            return self._choose(sure, mention, _BACK)
        if mention.told or mention.head not in _lists()["broad"]:
            return None
        near = set(self._near(mention, _NEAR))
        likely = [one for one in bodies if one in near and not kinds_of(one) and not one.sector]
        return likely[0] if len(likely) == 1 else None

    def _person(self, told: Told) -> Somebody | None:
        """Return the person that "the 43-year-old", "the man" or "the visitor" is."""
        mention, lists = told.mention, _lists()
        if mention.kind is not Kind.PERSON or told.whose is not None:
            return None
        persons = [
            one for one in self._near(mention, _BACK if mention.age else _NEAR)
            if one.kind is Kind.PERSON and _agree(one, told) and _national(one, told)
        ]  # fmt: skip
        if mention.age:
            aged = [one for one in persons if one.age == mention.age]
            return (aged or [one for one in persons if one.age is None] or [None])[0]
        if mention.head in lists["any"] | lists["guest"]:
            return self._choose(persons, mention, _NEAR)
        if mention.head not in lists["office"] and not mention.told | told.nations:
            free = [one for one in persons if one.named and not one.heads and not one.introduced]
            return free[0] if len(free) == 1 else None
        return None

    def _people(self, told: Told) -> Somebody | None:
        """Return the people of the same walk of life: "gunmen" and then "the attackers"."""
        mention = told.mention
        if not mention.many or mention.article != "the" or mention.count or told.whose:
            return None
        sector = told.sector
        alike = [
            one for one in self._near(mention, _BACK)
            if one.many and not one.named and one.sector == sector and _agree(one, told)
        ]  # fmt: skip
        return alike[0] if sector not in {None, "CVL", "GOV"} and len(alike) == 1 else None

    # --------------------------------------------------------------------------------- choosing

    def _near(self, mention: Mention, back: int) -> list[Somebody]:
        """Return who was mentioned lately, the last first."""
        events = self.scene.before(mention.span.start, mention.place, back)
        return list(dict.fromkeys(event.who for event in events))

    def _choose(self, some: list[Somebody], mention: Mention, back: int) -> Somebody | None:
        """Return the only one, or the one that stands out."""
        if len(some) < 2:
            return some[0] if some else None
        salience = self.scene.salience(mention, back)
        here = {
            event.who.country
            for event in self.scene.before(mention.span.start, mention.place, 0)
            if event.who.kind is Kind.COUNTRY
        }
        worth = {one: salience.get(one, 0.0) + (one.country in here - {None}) for one in some}
        ranked = sorted(some, key=lambda one: -worth[one])
        first, second = (worth[one] for one in ranked[:2])
        return ranked[0] if first > second * _CLEARLY else None


def _defined(mention: Mention) -> bool:
    """Whether a clause says who is meant: "the men who fled" were not met before."""
    tree, token = mention.tree, mention.token
    clause = tree.child(token, "relcl")
    return clause is not None and token + 1 < len(tree) and tree.words[token + 1] != ","


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
    mention = told.mention
    if not _agree(one, told) or not _national(one, told) or not _plain(told, one):
        return False
    if told.whose is None:
        return True
    if one.whose is None or one.whose is told.whose:
        return one.whose is not None or one.country == told.whose.country
    # A president's spokesman is also the palace's.
    return (one.whose.kind is Kind.PERSON) is not (told.whose.kind is Kind.PERSON)


def _agree(one: Somebody, told: Told) -> bool:
    """Whether kind, number and gender agree."""
    mention = told.mention
    if one in told.others or not one.mentions:
        return False
    if (one.kind is Kind.PERSON) is not (mention.kind is Kind.PERSON):
        return False
    if mention.many is not None and one.many is not mention.many:
        if mention.many or one.many:
            return False
    return None in {one.gender, mention.gender} or one.gender == mention.gender


def _national(one: Somebody, told: Told) -> bool:
    """Whether the countries that a description tells are somebody's."""
    if not told.nations:
        return True
    known = one.nationalities | ({one.country} if one.country else set())
    return told.nations <= known if known else True


def _plain(told: Told, one: Somebody) -> bool:
    """Whether every word of a description was told before, and no rank is left out."""
    if (one.told & _RANKS) - told.mention.told - {told.mention.head}:
        return False
    return one.open or not told.mention.told - one.told - one.heads - _lists()["weak"]


def _alike(head: str, one: Somebody) -> bool:
    """Whether "the two men" can be those who were called two brothers, and no two firms."""
    if head in one.heads or head in _lists()["pairs"] or not head.isalpha():
        return True
    bodies = bool(classes_of(head)) or head in {"side", "party", "ally", "government"}
    return all(bool(classes_of(noun)) is bodies for noun in one.heads)


def _same_sector(one: Somebody, told: Told) -> bool:
    """Whether the sector of "the rights group" is somebody's, as far as both are told."""
    return None in {one.sector, told.sector} or one.sector == told.sector


def kinds_of(one: Somebody) -> frozenset[str]:
    """Return the kinds that a body was told to be, or that its sector's are."""
    found: frozenset[str] = frozenset()
    for noun in one.heads | one.told:
        found |= classes_of(noun)
    if not found and one.sector is not None:
        found = frozenset(words("people")["sectors"].get(one.sector, ()))
    return found


def _stem(head: str, told: Iterable[str]) -> bool:
    """Whether a noun is made from a word of somebody: "refiner" and "Refining"."""
    stem = head
    for ending in ("maker", "er", "or", "ist", "man"):
        if head.endswith(ending):
            stem = head[: -len(ending)]
            break
    return len(stem) >= _STEM and any(word.startswith(stem) for word in told)
