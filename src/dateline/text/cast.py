"""Say who is meant by a noun phrase: "Assad's forces", "he", "leaders from Iran and Turkey".

A name or pronoun is its chain; a description keeps its own words, with the country and the
sector that they tell. What is nobody ("the war", "a proposal") is `None`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from dateline.lexicon import Lexicon
from dateline.model import Actor, Chain, Kind, Name, Report, Span
from dateline.text.descriptions import Description, describe, names_of
from dateline.text.phrases import (
    BARE,
    HEADS,
    RELATIONS,
    RELATIVE,
    antecedent,
    counted,
    measured,
    told_by,
)
from dateline.text.tree import Tree

_NEAR = 1_000
"""Characters back in which "both" looks for its list."""


class Cast:
    """Everybody of one report, for as long as a stage reads it."""

    def __init__(self, report: Report, lexicon: Lexicon) -> None:
        self.report = report
        self.lexicon = lexicon
        self._names: dict[Span, Mapping[int, Name]] = {}

    def actor(self, tree: Tree, token: int) -> Actor | None:
        """Return who is meant by the noun phrase of this head, alone."""
        return next(iter(self._meant(tree, token)), None)

    def actors(self, tree: Tree, token: int) -> tuple[Actor, ...]:
        """Return who is meant by the noun phrase of this head and those joined to it."""
        found: list[Actor] = []
        for one in tree.conjuncts(token):
            for actor in self._meant(tree, one):
                if not any(_same(actor, other) for other in found):
                    found.append(actor)
        return tuple(found)

    def chain(self, span: Span) -> Chain | None:
        """Return the chain that has a mention of exactly this span."""
        return self._chains.get(span)

    @cached_property
    def _chains(self) -> Mapping[Span, Chain]:
        return {span: chain for chain in self.report.chains for span in chain.mentions}

    @cached_property
    def _starts(self) -> Mapping[int, tuple[Span, Chain]]:
        """The chain of each mention by the character that it starts at."""
        return {span.start: (span, chain) for span, chain in self._chains.items()}

    def names(self, tree: Tree) -> Mapping[int, Name]:
        """Return the name that each token of a sentence is part of."""
        held = self._names.get(tree.sentence.span)
        if held is None:
            held = self._names[tree.sentence.span] = names_of(tree, self.report.names)
        return held

    # ------------------------------------------------------------------------- who is meant

    def _meant(self, tree: Tree, token: int) -> Iterator[Actor]:
        """Yield whom one noun phrase means; several for "both", "leaders of A and B"."""
        if tree.folded[token] in RELATIVE and (noun := antecedent(tree, token)) is not None:
            yield from self._meant(tree, noun)
            return
        if (listed := self._counted(tree, token)) or (listed := self._headed(tree, token)):
            yield from listed
            return
        inner = measured(tree, token)
        if inner is not None and tree.folded[inner] not in BARE:
            yield from self._meant(tree, inner)
            return
        found = self._named(tree, token) or self._mentioned(tree, token)
        if found is not None:
            yield found
        else:
            yield from self._described(tree, token)

    def _named(self, tree: Tree, token: int) -> Actor | None:
        """Return the actor of the name that this token heads."""
        name = self.names(tree).get(token)
        if name is None or name.by == "names/adjective":
            return None
        if name.kind is Kind.PLACE and (name.by != "names/capital" or name.country is None):
            return None
        country = self.lexicon.countries.get(name.country or "")
        if name.kind is Kind.PLACE and country is not None:
            return Actor(country.name, name.span, None, name.country, "GOV")
        chain = self.chain(name.span)
        sector = name.sector
        if name.by == "names/people" and not name.as_government:
            sector = "CVL"
        if chain is None or chain.kind is Kind.COUNTRY:
            return Actor(name.name, name.span, chain.id if chain else None, name.country, sector)
        return Actor(chain.name, name.span, chain.id, chain.country, chain.sector)

    def _mentioned(self, tree: Tree, token: int) -> Actor | None:
        """Return the actor of a pronoun or description that a chain holds."""
        for start in range(token, max(-1, token - 6), -1):
            held = self._starts.get(tree.parse.start[start])
            if held is not None and held[0].end == tree.parse.end[token]:
                span, chain = held
                return Actor(chain.name, span, chain.id, chain.country, chain.sector)
        return None

    def _described(self, tree: Tree, token: int) -> tuple[Actor, ...]:
        """Return the actor of a description, in its own words; one a country if it has several."""
        if tree.pos(token) == "PRON" and tree.lemma(token) not in {"those", "other", "others"}:
            return ()
        told = describe(tree, token, self.names(tree), self.lexicon)
        if told.role is None:
            return self._several(tree, token)
        beside = self._beside(tree, token)
        if beside:
            return beside
        if (body := self._body(tree, token, told)) is not None:
            return (body,)
        words = " ".join(told.span.of(tree.text).split())
        country = told.country or self._possessed(tree, token, told)
        actor = Actor(words, told.span, None, country, told.sector)
        return self._split(tree, actor, told) or (actor,)

    def _split(self, tree: Tree, actor: Actor, told: Description) -> tuple[Actor, ...]:
        """Return one actor a country of "Russian and Iranian forces"."""
        adjectives = [
            n
            for n in told.holders
            if n.kind is Kind.COUNTRY and told.span.start <= n.span.start <= told.span.end
        ]
        if len({n.country for n in adjectives}) < 2:
            return ()
        between = (
            tree.text[one.span.end : other.span.start].strip()
            for one, other in pairwise(adjectives)
        )
        if not all(words in {"and", ",", ", and", "or"} for words in between):
            return ()
        noun = tree.text[adjectives[-1].span.end : told.span.end].strip()
        return tuple(
            replace(actor, name=f"{n.span.of(tree.text)} {noun}", country=n.country)
            for n in adjectives
        )

    def _several(self, tree: Tree, token: int) -> tuple[Actor, ...]:
        """Return the actor of a bare number: "killed 12", "tens of thousands fled"."""
        number = tree.pos(token) == "NUM" or tree.folded[token] in BARE
        if number and tree.relation(token) not in {"nummod", "npadvmod", "pobj"}:
            words = tree.reach(token) if tree.folded[token] in BARE else tree.span(token)
            return (Actor(words.of(tree.text), words),)
        return ()

    def _beside(self, tree: Tree, token: int) -> tuple[Actor, ...]:
        """Return who is named in apposition: "its allies [Chad] and [Mali]"."""
        names = self.names(tree)
        for beside in tree.children(token, "appos"):
            joined = [one for one in tree.conjuncts(beside) if one in names]
            found = tuple(self._named(tree, one) for one in joined)
            if found and all(names[one].kind is not Kind.PLACE for one in joined):
                return tuple(actor for actor in found if actor is not None)
        return ()

    def _possessed(self, tree: Tree, token: int, told: Description) -> str | None:
        """Return the country of whom a description belongs to: "Okoro's troops", "its army"."""
        for holder in told.holders:
            chain = self.chain(holder.span)
            if chain is not None and chain.country is not None:
                return chain.country
        owner = tree.child(token, "poss")
        if owner is None or tree.lemma(token) in RELATIONS:
            return None
        if tree.folded[owner] in {"its", "their"}:
            return self._owning(tree, token)
        held = self._mentioned(tree, owner)
        return None if held is None else held.country

    def _owning(self, tree: Tree, token: int) -> str | None:
        """Return the country of the nearest subject before "its army"."""
        for above in tree.above(token):
            subject = tree.subject(above) if tree.pos(above) in {"VERB", "AUX"} else None
            if subject is None or subject >= token or token in tree.subtree(subject):
                continue
            actor = self._named(tree, subject)
            return None if actor is None else actor.country
        return None

    def _body(self, tree: Tree, token: int, told: Description) -> Actor | None:
        """Return the body itself for its people or kind: "monitors from X", "the X group"."""
        if told.role is None or not told.role.inherits:
            return None
        for name in reversed(told.holders):
            if name.kind not in {Kind.ORGANISATION, Kind.GROUP}:
                continue
            after = name.span.start > told.span.end
            kind = tree.lemma(token) in {
                "group",
                "organization",
                "organisation",
                "movement",
                "agency",
            }
            if (after and told_by(tree, token)) or (kind and not after):
                chain = self.chain(name.span)
                return Actor(
                    chain.name if chain else name.name,
                    name.span if after else told.span,
                    chain.id if chain else None,
                    name.country,
                    name.sector,
                )
        return None

    def _headed(self, tree: Tree, token: int) -> tuple[Actor, ...]:
        """Return the countries of "leaders of Iran, Russia and Turkey", two or more."""
        if tree.lemma(token) not in HEADS:
            return ()
        names = self.names(tree)
        for preposition in tree.children(token, "prep"):
            held = tree.child(preposition, "pobj")
            if tree.folded[preposition] not in {"of", "from"} or held is None:
                continue
            found = [names[t] for t in tree.conjuncts(held) if t in names]
            countries = [n for n in found if n.country is not None and n.kind is not Kind.PERSON]
            if len(countries) > 1:
                return tuple(self._country(name) for name in countries)
        return ()

    def _country(self, name: Name) -> Actor:
        chain = self.chain(name.span)
        return Actor(name.name, name.span, chain.id if chain else None, name.country, "GOV")

    def _counted(self, tree: Tree, token: int) -> tuple[Actor, ...]:
        """Return the list before "both", "all three" or "the two countries"."""
        count = counted(tree, token)
        if count is None or token in self.names(tree):
            return ()
        here = tree.parse.start[token]
        lands = tree.lemma(token) in {"country", "nation", "government"}
        for list_end, members in reversed(self._lists):
            near = list_end <= here and here - list_end < _NEAR and len(members) == count
            if near and (not lands or all(self._is_country(m) for m in members)):
                return tuple(replace(m, span=tree.span(token)) for m in members)
        return ()

    def _is_country(self, actor: Actor) -> bool:
        return any(c.name == actor.name for c in self.lexicon.countries.values())

    @cached_property
    def _lists(self) -> tuple[tuple[int, tuple[Actor, ...]], ...]:
        """Lists of two or more names, by the character that they end at, in order."""
        found = []
        for sentence in self.report.sentences:
            if sentence.parse is None:
                continue
            tree = Tree(sentence, self.report.text)
            names = self.names(tree)
            for token in sorted(names):
                joined = tree.conjuncts(token)
                if tree.relation(token) == "conj" or len(joined) < 2:
                    continue
                members = [self._named(tree, one) for one in joined if one in names]
                known = tuple(m for m in members if m is not None)
                if len(known) == len(joined):
                    found.append((tree.parse.end[joined[-1]], known))
        return tuple(sorted(found, key=lambda pair: pair[0]))


def _same(one: Actor, other: Actor) -> bool:
    if one.chain is not None or other.chain is not None:
        return one.chain == other.chain
    return one.span is not None and (one.span, one.name) == (other.span, other.name)
