"""Read a report from its first sentence to its last and say of every mention whom it means.

Names are known beforehand. In each paragraph the report's own words come first, then what is
said in quotation marks, since whose words they are stands outside them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from dateline.knowledge.lexicon import Lexicon, fold
from dateline.model import Chain, Kind, Report, Span
from dateline.text.belonging import nations_of, owner_of
from dateline.text.described import Descriptions
from dateline.text.descriptions import describe, names_of
from dateline.text.genders import gender_of_name
from dateline.text.introduced import Introductions, correct, identified, learn_noun, learn_pronoun
from dateline.text.mentions import Known, Mention, mentions_of, native_of
from dateline.text.nouns import natives
from dateline.text.pronouns import Pronouns, sayings
from dateline.text.somebody import Scene, Somebody, paragraphs
from dateline.text.spoken import Speeches, speaking
from dateline.text.titles import titles_of
from dateline.text.told import one_sort, passing, tied
from dateline.text.tree import Tree

_ADJECTIVE = 0.2
"""What a country's adjective counts for beside its name."""
_FRESH = 2
"""Mentions after which somebody without a name is not waiting for one."""
_TOGETHER = 1.1
"""What those who are joined stand out more than each of them."""
_WAIT = 5
"""Sentences in which a name may follow the description of its bearer."""


class Reading:
    """One pass over a report."""

    def __init__(self, trees: Sequence[Tree], report: Report, lexicon: Lexicon) -> None:
        self.trees, self.report, self.lexicon = trees, report, lexicon
        self.names = [names_of(tree, report.names) for tree in trees]
        self.titles = [
            tuple(titles_of(tree, names, lexicon))
            for tree, names in zip(trees, self.names, strict=True)
        ]
        self.known = Known(lexicon, frozenset(speaking(trees)))
        self.scene = Scene(trees)
        self.speeches = Speeches(trees, report.text)
        self.natives: set[Span] = set()
        """Words for a country's people that mean one person: "the Canadian"."""
        self.by_span: dict[Span, Somebody] = {}
        self.lands: dict[str, Somebody] = {}
        self.beside: list[Introductions] = []
        self.waiting: list[tuple[int, Somebody]] = []
        """Persons described and not yet named, with the sentence that did."""
        self.descriptions = Descriptions(self.scene, self.lands.get)
        self.pronouns = Pronouns(self.scene, lexicon, self.lands)

    def everybody(self, chains: Iterable[Chain]) -> list[Somebody]:
        """Return everybody with all mentions, the named ones with the number of their chain."""
        self._enter(chains)
        self.scene.often = Counter(name.country for name in self.report.names if name.country)
        for tree, names, titles in zip(self.trees, self.names, self.titles, strict=True):
            told = Introductions(tree, names, self.by_span)
            told.read(self.scene, titles)
            self.beside.append(told)
        for one in self.by_span.values():
            correct(one)
        self.scene.paragraphs = paragraphs(self.trees)
        sentences = range(len(self.trees))
        for _, places in groupby(sentences, key=self.scene.paragraphs.__getitem__):
            held = [m for place in places for m in self._mentions(place)]
            quoted = [self.speeches.at(m.span.start) is not None for m in held]
            for mention, inside in zip(held, quoted, strict=True):
                if not inside or mention.name is not None:
                    self._read(mention, quoted=inside)
            for mention, inside in zip(held, quoted, strict=True):
                if inside and mention.name is None:
                    self._read(mention, quoted=True)
        return [self._described(one) for one in self.scene.everybody]

    def _described(self, one: Somebody) -> Somebody:
        """Return somebody with the country and sector that his first description tells."""
        first = next((m for m in one.mentions if not m.pronoun), None)
        if first is not None and not one.named and len(one.mentions) > 1:
            names = self.names[first.place]
            told = describe(first.tree, first.token, names, self.lexicon)
            one.country, one.sector = told.country, told.sector
        return one

    def _enter(self, chains: Iterable[Chain]) -> None:
        """Take in everybody who has a name."""
        for chain in chains:
            person = chain.kind is Kind.PERSON
            one = Somebody(chain.kind, link=chain.id, by=chain.by)
            one.many = False if person or chain.kind is Kind.COUNTRY else None
            one.country, one.sector = chain.country, chain.sector
            one.gender = gender_of_name(chain.name) if person else None
            if not person:
                names = [*(span.of(self.report.text) for span in chain.mentions), chain.name]
                one.told.update(word for name in names for word in fold(name).split())
            self.scene.add(one)
            self.by_span.update(dict.fromkeys(chain.mentions, one))
            if chain.kind is Kind.COUNTRY and chain.country is not None:
                self.lands[chain.country] = one

    def _mentions(self, place: int) -> Iterator[Mention]:
        return mentions_of(self.trees[place], place, self.names[place], self.known)

    # ------------------------------------------------------------------------------ one mention

    def _read(self, mention: Mention, *, quoted: bool) -> None:
        """Say whom a mention means and remember it."""
        beside = self.beside[mention.place].beside
        if mention.name is not None:
            self._name(mention, quoted=quoted)
            return
        if mention.kind is None:
            one = self.pronouns.meant(mention, self.speeches.at(mention.span.start))
            if one is not None:
                learn_pronoun(self.scene, one, mention)
                self._meet(mention, one, quoted=quoted)
            return
        if mention.token in beside:
            self._beside(mention, beside[mention.token])
            return
        self._noun(mention, quoted=quoted)

    def _meet(self, mention: Mention, one: Somebody, *, quoted: bool) -> None:
        """Note a mention, and who takes the floor by it."""
        one.mentions.append(mention)
        self.scene.note(mention, one, quoted=quoted)
        self.beside[mention.place].follow(mention.token, one)
        verb = mention.verb
        if not quoted and mention.subject and verb is not None:
            if mention.tree.relation(verb) == "ROOT" and not self._joined(mention):
                self.scene.leads.setdefault(mention.place, one)
            main = mention.tree.relation(verb) in {"ROOT", "conj"}
            if main and mention.tree.lemma(verb) in sayings():
                self.scene.floor, self.scene.spoke_at = one, mention.place
        self._join(mention, one)

    def _joined(self, mention: Mention) -> bool:
        """Whether somebody is joined to a mention: "Ana and Ben left"."""
        tree = mention.tree
        return bool(tree.children(mention.token, "conj")) or tree.relation(mention.token) == "conj"

    def _join(self, mention: Mention, one: Somebody) -> None:
        """Take in the two of "A and B" as a pair."""
        tree, head = mention.tree, mention.tree.head(mention.token)
        other = self.scene.owner.get((mention.place, head))
        if tree.relation(mention.token) != "conj" or other is None or other is one:
            return
        if other.many or not other.mentions or other.mentions[-1].place != mention.place:
            return
        if (other.kind is Kind.PERSON) is not (one.kind is Kind.PERSON):
            return
        pair = Somebody(Kind.GROUP, many=True, count=None if one.many else 2, members=(other, one))
        start = min(m.span.start for m in other.mentions if m.place == mention.place)
        span = Span(min(start, mention.span.start), mention.span.end)
        whole = Mention(tree, mention.place, head, span, Kind.GROUP, many=True)
        pair.mentions.append(whole)
        self.scene.add(pair)
        self.scene.recall(whole, pair, whole.weight * _TOGETHER)

    def _name(self, mention: Mention, *, quoted: bool) -> None:
        """Read a name; one that nothing introduces may be that of somebody described before."""
        one = self.by_span.get(mention.span)
        if one is None or mention.name is None:
            return
        if not one.mentions and (not one.introduced or one.heads <= passing()):
            self._recognise(mention, one)
        subject = identified(self.scene, mention)
        if subject is not None and subject is not one and not subject.named:
            self._merge(subject, one)
        code = native_of(mention)
        native = None if code is None else self.descriptions.native(mention, code)
        if native is not None:
            self.natives.add(mention.span)
            native.nationalities |= {code or ""}
            self._meet(mention, native, quoted=quoted)
        elif mention.name.by != "names/adjective":
            self._meet(mention, one, quoted=quoted)
        elif one.kind is Kind.COUNTRY:
            self.scene.recall(mention, one, _ADJECTIVE)

    def _recognise(self, mention: Mention, one: Somebody) -> None:
        """Take a new name for that of the one person who was described and not named."""
        near = [
            other
            for place, other in self.waiting
            if 0 < mention.place - place <= _WAIT
            and len(other.mentions) <= _FRESH
            and other.kind is one.kind
            and (None in {one.gender, other.gender} or one.gender == other.gender)
        ]
        likely = one.gender or " " in mention.span.of(mention.tree.text)
        if len(near) == 1 and likely:
            self._merge(near[0], one)

    def _merge(self, other: Somebody, one: Somebody) -> None:
        """Take everything of a nameless one for a named one's."""
        one.mentions.extend(other.mentions)
        one.told |= other.told
        one.nationalities |= other.nationalities
        one.whose, one.open = one.whose or other.whose, one.open or other.open
        one.gender = one.gender or other.gender
        self.scene.replace(other, one)
        self.waiting = [pair for pair in self.waiting if pair[1] is not other]

    # ----------------------------------------------------------------------------------- a noun

    def _beside(self, mention: Mention, one: Somebody) -> None:
        """Learn from a noun that stands beside a name: "a judge … the judge, Ana Ruiz"."""
        nations = nations_of(mention, self.names[mention.place])
        learn_noun(self.scene, one, mention)
        whose = owner_of(self.scene, mention, self.names[mention.place], self.by_span)
        if whose is not None and whose is not one and one.whose is None:
            one.whose = whose
        elif whose is None:
            self.beside[mention.place].leads(one, mention.token)
        one.nationalities |= nations
        if one.named and mention.article in {"the", "poss"} and len(one.mentions) <= 1:
            other = self.descriptions.earlier(mention, whose, nations)
            if other is not None and one_sort(other, one):
                self._merge(other, one)
        self.scene.owner.setdefault((mention.place, mention.token), one)

    def _noun(self, mention: Mention, *, quoted: bool) -> None:
        """Read a description: who was met before, or somebody new."""
        tree, token = mention.tree, mention.token
        owns = tree.child(token, "case") is not None  # "it was her [grandmother]'s"
        if (tree.relation(token) in {"attr", "appos"} and not owns) or (
            tree.relation(token) == "pobj" and tree.folded[tree.head(token)] == "as"
        ):
            head = tree.head(token)
            subject = head if tree.relation(token) == "appos" else tree.subject(head)
            one = None if subject is None else self.scene.owner.get((mention.place, subject))
            if one is not None and not mention.many:
                self._beside(mention, one)
            return
        whose, nations = (
            owner_of(self.scene, mention, self.names[mention.place], self.by_span),
            nations_of(mention, self.names[mention.place]),
        )
        one = None
        if mention.article in {"the", "poss", "both"}:
            one = self.descriptions.meant(mention, whose, nations)
        if one is None and mention.faint:
            return
        if one is None:
            one = self._new(mention, whose, nations)
        if mention.head in natives():
            one.nationalities |= nations
        learn_noun(self.scene, one, mention)
        self._meet(mention, one, quoted=quoted)

    def _new(self, mention: Mention, whose: Somebody | None, nations: frozenset[str]) -> Somebody:
        """Return somebody who was not met before."""
        kind = mention.kind or Kind.PERSON
        one = Somebody(kind, mention.many, mention.gender, whose=whose)
        one.nationalities |= nations
        one.country = next(iter(nations)) if len(nations) == 1 else None
        one.sector = mention.sector
        one.count = mention.count
        if mention.head == "counterpart" and whose is not None:
            one.open = True
            one.sector = one.sector or whose.sector
            self.scene.learn(one, whose.heads)
        self.scene.add(one)
        verb = mention.verb
        said = "" if verb is None else mention.tree.lemma(verb)
        source = mention.subject and said in sayings() and mention.article == "a" and mention.place
        if source or (not mention.subject and said in {"tell", "ask"}):
            return one  # "An official said", "told a judge": they get no name later
        acts = mention.acts or mention.article == "poss"
        if (kind is Kind.PERSON and acts) or (kind is Kind.ORGANISATION and mention.head in tied()):
            self.waiting.append((mention.place, one))
        return one
