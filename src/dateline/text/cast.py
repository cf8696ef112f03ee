"""Say who is meant by a noun phrase: "Assad's forces", "he", "leaders from Iran and Turkey".

A name or pronoun is its chain; a description keeps its own words, with the country and the
sector that they tell. What is nobody ("the war", "a proposal") is `None`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from dateline.knowledge.lexicon import Lexicon
from dateline.model import Actor, Chain, Kind, Name, Report, Span
from dateline.text.behind import named_behind
from dateline.text.christened import labelled
from dateline.text.descriptions import Description, called, core, describe, names_of
from dateline.text.governments import standing
from dateline.text.phrases import BARE, RELATIONS, RELATIVE, antecedent, measured, told_by
from dateline.text.several import apart, headed, several
from dateline.text.sides import Lists, find_lists, listed_before, pair_before
from dateline.text.somebody import NAMELESS, calling
from dateline.text.titles import apposed
from dateline.text.tree import Tree

_PREMISES = frozenset({"offices", "headquarters"})
_KINDS = frozenset({"group", "organization", "organisation", "movement", "agency"})
_ACTING = frozenset(Kind) - {Kind.PLACE}


class Cast:
    """Everybody of one report, for as long as a stage reads it."""

    def __init__(self, report: Report, lexicon: Lexicon) -> None:
        self.report = report
        self.lexicon = lexicon
        self._names: dict[Span, Mapping[int, Name]] = {}
        self._titles: dict[Span, dict[int, Actor]] = {}

    def actor(self, tree: Tree, token: int) -> Actor | None:
        """Return who is meant by the noun phrase of this head, alone."""
        return next(iter(self._meant(tree, token)), None)

    def host(self, tree: Tree, token: int) -> Actor | None:
        """Return whose guest one is in a country or capital: "arrived in [Ankara]"."""
        return self._named(tree, token, hosting=True) or self.actor(tree, token)

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
            yield from self._meant(tree, self._apposed(tree, noun))
            return
        if (listed := self._counted(tree, token)) or (listed := self._headed(tree, token)):
            yield from listed
            return
        inner = measured(tree, token)
        if inner is not None and tree.folded[inner] not in BARE:
            yield from self._meant(tree, inner)
            return
        found = (
            self._named(tree, token)
            or self._mentioned(tree, token)
            or self._entitled(tree).get(token)
        )
        if found is not None:
            yield found
        elif token not in self.names(tree):
            yield from self._stood_for(tree, token) or self._described(tree, token)

    def _apposed(self, tree: Tree, noun: int) -> int:
        """Return the name that a noun stands in apposition to: "Norvex, the [firm] that"."""
        head = tree.head(noun)
        name = self.names(tree).get(head) if tree.relation(noun) == "appos" else None
        return noun if name is None or name.kind in {Kind.PLACE, Kind.COUNTRY} else head

    def _named(self, tree: Tree, token: int, *, hosting: bool = False) -> Actor | None:
        """Return the actor of the name that this token heads; a land or capital where
        something is said to be acts only as host.
        """
        name = self.names(tree).get(token)
        if name is None or name.by == "names/adjective":
            return None
        if name.kind is Kind.PLACE and (name.by != "names/capital" or name.country is None):
            return None
        if not hosting and standing(tree, token, self.lexicon) and not name.as_government:
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
        return _actor(chain, name.span)

    def _mentioned(self, tree: Tree, token: int) -> Actor | None:
        """Return the actor of a pronoun or description that a chain holds."""
        name = self.names(tree).get(token)
        if name is not None and name.by == "names/adjective":
            return self._compatriot(tree, token, name)
        for start in range(token, max(-1, token - 6), -1):
            span = tree.span(start, token)
            chain = self.chain(span)
            if chain is not None:
                if chain.by == NAMELESS:
                    return None
                return _actor(chain, span)
        return None

    def _entitled(self, tree: Tree) -> Mapping[int, Actor]:
        """Return who is meant by each title or description that a name stands beside."""
        held = self._titles.get(tree.sentence.span)
        if held is None:
            held = self._titles[tree.sentence.span] = {}
            for head, told, span in apposed(tree, self.names(tree), self.lexicon):
                if (chain := self.chain(span)) is not None:
                    held[head] = _actor(chain, told)
        return held

    def _compatriot(self, tree: Tree, token: int, name: Name) -> Actor | None:
        """Return who "a Sudanese" is, or the government that "the Chinese" are."""
        if tree.relation(token) in {"amod", "compound", "nmod"}:
            return None
        words = {tree.folded[c] for c in tree.children(token)}
        chain = self.chain(name.span)
        if "the" in words and tree.child(token, "nummod", "amod", "relcl") is None:
            return Actor(name.name, name.span, chain.id if chain else None, name.country, "GOV")
        return Actor(name.span.of(tree.text), name.span, None, name.country, "CVL")

    def _described(self, tree: Tree, token: int) -> tuple[Actor, ...]:
        """Return the actor of a description, in its own words; one a country if it has several."""
        if tree.pos(token) == "PRON" and tree.lemma(token) not in {"those", "other", "others"}:
            return ()
        told = describe(tree, token, self.names(tree), self.lexicon)
        if told.role is None:
            named = self._beside(tree, token, (Kind.PERSON,))
            return named or several(tree, token) or self._directed(tree, token)
        if tree.folded[token] in _PREMISES and tree.child(token, "poss") is not None:
            return ()
        beside = self._beside(tree, token)
        if beside:
            return beside
        if (body := self._body(tree, token, told)) is not None:
            return (body,)
        words = called(tree, token) if told.country is None else told.span.of(tree.text)
        country = told.country or self._possessed(tree, token, told)
        actor = Actor(" ".join(words.split()), told.span, None, country, told.sector)
        return apart(tree, actor, told) or (actor,)

    def _directed(self, tree: Tree, token: int) -> tuple[Actor, ...]:
        """Return the body whose "board" or "management" acts."""
        owner = tree.child(token, "poss")
        if owner is None or tree.lemma(token) not in {"board", "management", "leadership"}:
            return ()
        return tuple(self._meant(tree, owner))

    def _beside(
        self, tree: Tree, token: int, kinds: Collection[Kind] = _ACTING
    ) -> tuple[Actor, ...]:
        """Return who is named beside a noun: "its allies [Chad] and [Mali]", "the firm [X]"."""
        names = self.names(tree)
        behind = named_behind(tree, token, names, self.lexicon)
        near = (*behind, *labelled(tree, token, names))
        for beside in (*tree.children(token, "appos"), *near):
            joined = [one for one in tree.conjuncts(beside) if one in names]
            found = tuple(self._named(tree, one) for one in joined)
            if found and all(names[one].kind in kinds for one in joined):
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
        held = self._mentioned(tree, owner)
        if held is None and tree.folded[owner] in {"its", "their"}:
            stood = self._stood_for(tree, owner)
            return stood[0].country if len(stood) == 1 else self._owning(tree, token)
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
            kind = tree.lemma(token) in _KINDS
            top = tree.top(name.span)
            owns = top is not None and tree.relation(top) == "poss"  # "the EU's border agency"
            if (after and told_by(tree, token)) or (kind and not after and not owns):
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
        return tuple(self._country(name) for name in headed(tree, token, self.names(tree)))

    def _country(self, name: Name) -> Actor:
        chain = self.chain(name.span)
        return Actor(name.name, name.span, chain.id if chain else None, name.country, "GOV")

    @cached_property
    def _trees(self) -> tuple[Tree, ...]:
        return tuple(Tree(s, self.report.text) for s in self.report.sentences if s.parse)

    @cached_property
    def _lists(self) -> Lists:
        return find_lists(self._trees, self.names, self._named)

    def _counted(self, tree: Tree, token: int) -> tuple[Actor, ...]:
        """Return who "both", "all three" or "the two countries" are."""
        if token in self.names(tree):
            return ()
        found = listed_before(tree, token, self._lists, self.lexicon)
        if not found:
            pair = pair_before(tree, token, self.report.names)
            found = tuple(self._country(name) for name in pair)
        return tuple(replace(one, span=tree.span(token)) for one in found)

    def _stood_for(self, tree: Tree, token: int) -> tuple[Actor, ...]:
        """Return whom "it", "they" or a bare "the agency" stands for, by his first description."""
        span = tree.span(*core(tree, token))
        chain = self.chain(span)
        told = None if chain is None else calling(chain, span, tree)
        other = None if told is None else self._tree_at(told.start)
        head = None if other is None or told is None else other.top(told)
        if other is None or head is None or told is None:
            return ()
        joined = told.end > other.parse.end[head]  # "Chad and Mali"
        found = self.actors(other, head) if joined else tuple(self._meant(other, head))
        return tuple(replace(one, span=tree.span(token)) for one in found)

    def _tree_at(self, offset: int) -> Tree | None:
        """Return the sentence that holds a character."""
        number = bisect_right(self._trees, offset, key=lambda tree: tree.sentence.span.start) - 1
        return self._trees[number] if number >= 0 else None


def _actor(chain: Chain, span: Span) -> Actor:
    """Return the bearer of a chain, met at a span."""
    return Actor(chain.name, span, chain.id, chain.country, chain.sector)


def _same(one: Actor, other: Actor) -> bool:
    if one.chain is not None or other.chain is not None:
        return one.chain == other.chain
    return one.span is not None and (one.span, one.name) == (other.span, other.name)
