"""Find whom a description means: "the minister", "his father", "the firm".

Sieves in order, the surest first (after Lee et al. 2013): a noun that somebody was called by,
with nothing that clashes; a country's government; a body of that kind; a person by age or by
"the man". Where several fit, who stands out; where none does, somebody new.
"""

from __future__ import annotations

from collections.abc import Callable

from dateline.model import Kind
from dateline.text.epithets import renamed
from dateline.text.genders import people
from dateline.text.introduced import classes_of
from dateline.text.mentions import Mention
from dateline.text.nouns import natives
from dateline.text.somebody import Scene, Somebody
from dateline.text.told import (
    EITHER,
    Told,
    agree,
    alike,
    defined,
    fits,
    kinds_of,
    national,
    plain,
    private,
    same_sector,
    sexed,
    stem,
    uses,
    wholly,
)
from dateline.text.tree import SUBJECTS

_BACK = 12
"""Sentences back in which a description looks for its bearer."""
_NEAR = 4
_CLEARLY = 1.15
"""How much more one must stand out than the next to be meant."""
_LEADS = 3.0
"""How much more a country must stand out for "the government" to be its."""
_OFFICIAL = frozenset({"office", "court", "school", "troops", "land", "rule"})
"""Kinds of which a report names several: "the ministry" is none but a ministry."""


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
        if defined(mention):
            return None
        told = Told(mention, whose, nations, self._governing(mention))
        for sieve in (
            self._namesake,
            self._nation,
            self._counted,
            self._called,
            self._country,
            self._tied,
            self._body,
            self._person,
            self._people,
        ):
            found = sieve(told)
            if found is not None:
                return found
        return None

    def earlier(
        self, mention: Mention, whose: Somebody | None, nations: frozenset[str]
    ) -> Somebody | None:
        """Return who was called by the noun beside a name, before the name was told."""
        told = Told(mention, whose, nations, frozenset())
        called = self.scene.called(mention.head)
        fitting = [one for one in called if not one.named and fits(one, told)]
        return self._choose(fitting, mention, _BACK * 3)

    def native(self, mention: Mention, country: str) -> Somebody | None:
        """Return the person of a country who stands out: "the Canadian"."""
        governing = self._governing(mention)
        some = [
            one
            for one in self._near(mention, _BACK)
            if one.kind is Kind.PERSON and not one.many and one not in governing
        ]
        own = [one for one in some if country in one.nationalities | {one.country}]
        own = own or [one for one in some if one.whose and one.whose.country == country]
        if not own and mention.subject:
            told = Told(mention, None, frozenset({country}), governing)
            own = [one for one in some if sexed(one, told) and national(one, told)]
        return self._choose(own, mention, _BACK)

    def _governing(self, mention: Mention) -> frozenset[Somebody]:
        """Return the subjects of the clauses that hold a description: "Ana said [the nurse] …"."""
        tree, found, joined = mention.tree, set(), False
        for verb in tree.above(mention.token):
            held, joined = not joined, tree.relation(verb) == "conj"
            if held and tree.pos(verb) in {"VERB", "AUX"}:
                for subject in tree.children(verb, *SUBJECTS):
                    one = self.scene.owner.get((mention.place, subject))
                    if one is not None and subject != mention.token:
                        found.add(one)
        return frozenset(found)

    # ------------------------------------------------------------------------------ the sieves

    def _namesake(self, told: Told) -> Somebody | None:
        """Return the body whose name stands before its noun: "the Norvex group"."""
        mention, one = told.mention, told.whose
        if one is None or not one.named or mention.head not in uses()["broad"] | uses()["generic"]:
            return None
        tree = mention.tree
        before = tree.children(mention.token, "compound", "nmod")
        joined = any(self.scene.owner.get((mention.place, t)) is one for t in before)
        body = one.kind in {Kind.ORGANISATION, Kind.GROUP}
        return one if joined and body and tree.child(mention.token, "poss") is None else None

    def _counted(self, told: Told) -> Somebody | None:
        """Return the two that "the two leaders", "both" or "the pair" are."""
        mention = told.mention
        if mention.count is None or mention.many is False or mention.article == "a":
            return None
        near = [e.who for e in self.scene.before(mention.span.start, mention.place, _BACK)]
        for one in dict.fromkeys(near):
            if not one.many or one.count != mention.count:
                continue
            if one.members or (alike(mention.head, one) and plain(told, one)):
                return one
        return None

    def _called(self, told: Told) -> Somebody | None:
        """Return who was called by the same noun, with nothing that clashes."""
        fitting = [one for one in self.scene.called(told.mention.head) if fits(one, told)]
        return self._choose(fitting, told.mention, _BACK * 3)

    def _nation(self, told: Told) -> Somebody | None:
        """Return the country of "the Turkish government", "his government", or of who speaks."""
        mention, lists = told.mention, uses()
        if mention.head not in lists["rule"] | lists["land"] or mention.many:
            return None
        codes = told.nations or {told.whose.country if told.whose is not None else None}
        if told.whose is None and not told.nations and not mention.told - lists["weak"]:
            codes = {one.country for one in told.others if one.kind is Kind.PERSON}
        lands = (self.land(code) for code in sorted(codes - {None}, key=str) if code)
        return next((land for land in lands if land is not None), None)

    def _country(self, told: Told) -> Somebody | None:
        """Return the country whose government is meant, or that "the country" is."""
        mention, lists = told.mention, uses()
        if mention.head not in lists["rule"] | lists["land"] or mention.many:
            return None
        if mention.article == "poss" or mention.told - lists["weak"]:
            return None
        salience = self.scene.salience(mention, _BACK)
        lands = [one for one in salience if one.kind is Kind.COUNTRY]
        if len(lands) < 2:
            return lands[0] if lands else None
        lands.sort(key=lambda one: -salience[one])
        if salience[lands[0]] < salience[lands[1]] * _LEADS:
            return None
        often = max(lands, key=lambda one: self.scene.often.get(one.country or "", 0))
        return often if often is lands[0] else None

    def _tied(self, told: Told) -> Somebody | None:
        """Return who is tied the other way round: "his wife, Ana" and then "her husband"."""
        whose, head = told.whose, told.mention.head
        if whose is None or told.mention.many:
            return None
        inverse, other = people()["inverse"], whose.whose
        if other is not None and (head in EITHER or agree(other, told)):
            for own in whose.heads & inverse.keys():
                if head in inverse[own]:
                    return other
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
            if one.kind in {Kind.ORGANISATION, Kind.GROUP} and one.named and national(one, told)
        ]
        here = [one for one in bodies if told.nations & (one.nationalities | {one.country})]
        bodies = here or bodies
        own = [one for one in bodies if mention.head in one.told or stem(mention.head, one.told)]
        if own:
            return self._choose(own, mention, _BACK)
        kinds -= _OFFICIAL if mention.head not in uses()["generic"] else frozenset()
        if not kinds:
            return None
        strange = mention.told - uses()["weak"] and not told.typed
        sure = [one for one in bodies if kinds & kinds_of(one) and same_sector(one, told)]
        sure = [one for one in sure if "world" not in kinds_of(one)] or sure
        if strange:
            sure = [one for one in sure if plain(told, one)]
        if sure or strange:
            return self._choose(sure, mention, _BACK)
        if mention.told or mention.head not in uses()["broad"]:
            return None
        near = set(self._near(mention, _NEAR))
        likely = [
            one
            for one in bodies
            if one in near and not kinds_of(one) and not one.sector and not one.introduced
        ]
        return likely[0] if len(likely) == 1 else None

    def _person(self, told: Told) -> Somebody | None:
        """Return the person that "the 43-year-old", "the man" or "the visitor" is."""
        mention, lists = told.mention, uses()
        if mention.kind is not Kind.PERSON or told.whose is not None:
            return None
        persons = [
            one for one in self._near(mention, _BACK if mention.age else _NEAR)
            if one.kind is Kind.PERSON and agree(one, told) and national(one, told)
        ]  # fmt: skip
        if mention.age:
            aged = [one for one in self.scene.everybody if one.age == mention.age]
            aged = [one for one in aged if one.kind is Kind.PERSON and agree(one, told)]
            aged = aged or [one for one in persons if one.age is None and private(one)]
            return aged[0] if aged else None
        if mention.head in natives():
            return self.native(mention, natives()[mention.head])
        if mention.head in lists["any"] | lists["guest"]:
            return self._choose(persons, mention, _NEAR)
        if mention.head not in lists["office"] and not mention.told | told.nations:
            free = [one for one in persons if one.named and not one.introduced and wholly(one)]
            if free:
                return free[0] if len(free) == 1 else None
        return renamed(self.scene, told, self._near(mention, _BACK), self._choose)

    def _people(self, told: Told) -> Somebody | None:
        """Return the people of the same walk of life: "gunmen" and then "the attackers"."""
        mention, lists = told.mention, uses()
        if not mention.many or mention.article != "the" or mention.count or told.whose:
            return None
        sector = told.sector
        some = [one for one in self._near(mention, _BACK) if one.many and not one.named]
        if mention.head in lists["any"] and not mention.told:
            return self._choose([one for one in some if agree(one, told)], mention, _BACK)
        alike = [
            one for one in self._near(mention, _BACK)
            if one.many and not one.named and one.sector == sector and agree(one, told)
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
