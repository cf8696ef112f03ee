"""Choose the parties of an act between the parse and what was learned of its sentence.

The parse says who is subject and object, the coder how likely each word plays a role. In "Six
cooks died in a Norvian raid" the parse has cooks as subject; the coder takes them for those
acted upon, and whose raid it is does it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.extract.events.match import Matcher
from dateline.extract.events.parties import (
    Parties,
    body_meant,
    heads_among,
    is_site,
    owners,
    sided,
    wielders,
)
from dateline.knowledge.codebook import Rule
from dateline.knowledge.cues import open_cues
from dateline.model import Actor
from dateline.text.cast import Cast
from dateline.text.descriptions import called, core
from dateline.text.heads import ROLES, Reading
from dateline.text.tree import NOMINAL, Tree

SURE = 0.5
"""How likely a word plays a role that the coder points at."""
BARE = frozenset({"it", "this", "that", "these"})
"""What is rejected where only the sentence before tells: "Moscow rejected it"."""
LIKELIEST = {"actor": 0.35, "recipient": 0.15}
"""The same for the likeliest word, where there is no other."""
DOING = 0.3
"""How likely somebody has to be the actor whom the coder takes for the recipient."""
DOUBTED = 0.2
"""Below which likelihood a party of the parse gives way to one that the coder is sure of."""
SHARED = 0.1
"""How likely a subject has to act that a verb shares with the one that it is joined to."""
POSSIBLE = 0.15
"""How likely a thing has to be acted upon that is the object of a verb."""

_NAMING = frozenset({"NOUN", "PROPN"})
_AIMS = frozenset({"on", "against", "at", "into", "near", "towards", "toward"})
_SUFFERING = frozenset({"lose", "suffer", "sustain", "receive", "undergo", "face", "get", "regain"})
_MOVING = frozenset({"MOBILIZE", "COOPERATE", "PROTEST"})
_GIVING = frozenset({"AID", "AGREE", "CONCEDE"})
_MATERIAL = frozenset({"ASSAULT", "COERCE"})
_TELLERS = frozenset({"JRN", "NGO"})
"""Sectors that tell of an assault and do none."""


class Roles:
    """Chooses the parties of the acts of one sentence."""

    def __init__(self, reading: Reading, match: Matcher) -> None:
        self.reading = reading
        self.match = match
        self.tree: Tree = match.tree
        self.cast: Cast = match.cast
        places = self.cast.report.places
        self._mapped = [place.span for place in places if place.lat is not None]

    def sides(self, rule: Rule, word: int, parsed: Parties | None) -> Parties:
        """Return both sides of the act at a word; `parsed` are those that a rule gives."""
        doers, others = self.pointed(word, "actor"), self.pointed(word, "recipient")
        doers = [one for one in doers if self._may_do(one, rule, word)]
        doers = doers or self._means(rule, word)
        if rule.reciprocal and not doers:
            others = [one for one in others if self._may_do(one, rule, word)]
        if parsed is None:
            parsed = Parties(tuple(self._named(word, doers)), ())
        kept = [p for p in self._borne_out(parsed.actors, word) if self._may_do(p, rule, word)]
        if self._doubted(kept, doers, word):
            kept = []
        learned = sided(rule, doers, others)
        actors = self._joined(kept, learned.actors)
        return sided(rule, actors, self._joined(parsed.recipients, learned.recipients))

    def done(self, sides: Parties, word: int) -> bool:
        """Whether the coder is sure of one of the actors."""
        return any(self.likely(one, word, "actor") >= SURE for one in sides.actors)

    def pointed(self, word: int, role: str) -> list[Actor]:
        """Return who is likely to play a role in an act, in the words of the text."""
        heads = heads_among(self.tree, self.reading.parties(word, role, SURE))
        found = [one for head in heads for one in self._party(head, role)]
        found = found or (self._subjects(word) if role == "actor" else self._objects(word))
        return found or self._likeliest(word, role)

    def _likeliest(self, word: int, role: str) -> list[Actor]:
        """Return the likeliest party where the coder is sure of none."""
        row = self.reading.roles[ROLES.index(role), word]
        near = [t for t in range(len(self.tree)) if self.tree.pos(t) in NOMINAL and t != word]
        if role == "recipient":
            near = [t for t in near if not self._speaks(self._phrase(t))]
            near = [t for t in near if self.tree.folded[t] not in BARE]
        best = max(near, key=lambda t: float(row[t]), default=None)
        if best is None or row[best] < LIKELIEST[role]:
            return []
        head = self._phrase(best)
        joined = (c for c in self.tree.conjuncts(head) if c == head or row[c] >= DOUBTED)
        return [one for each in joined for one in self._party(each, role)]

    def _speaks(self, token: int) -> bool:
        """Whether a noun is who says something: "left, the [envoy] said"."""
        said = self.tree.relation(token) == "nsubj"
        return said and open_cues().takes(self.tree.lemma(self.tree.head(token)), "clause")

    def _phrase(self, token: int) -> int:
        """Return the head of the noun phrase that a word stands in."""
        while self.tree.relation(token) == "compound" and self.tree.pos(token) in NOMINAL:
            token = self.tree.head(token)
        return token

    def _party(self, head: int, role: str) -> list[Actor]:
        """Return the party that a noun phrase names, or whose attack or weapon it is."""
        tree = self.tree
        if tree.lemma(head) in self.match.codebook.instruments:
            return owners(self.match, (head,)) if role == "actor" else []
        known = self.cast.actor(tree, head)
        if known is None and role == "actor":
            known = body_meant(self.match, head)
        if known is not None:
            return [known]
        if role == "actor" and not self._somebody(head):
            return []
        return [Actor(called(tree, head), tree.span(*core(tree, head)))]

    def _somebody(self, head: int) -> bool:
        """Whether a noun that nobody is known by can mean one who acts: no town, raid or share."""
        tree = self.tree
        if tree.lemma(head).casefold() in self.cast.lexicon.grammar["traded"]:
            return False
        if tree.pos(head) != "NOUN":
            return tree.relation(head) == "nsubj" or not self._is_mapped(head)
        return not is_site(self.match, head) and self.reading.act(head) < SURE

    def _may_do(self, party: Actor, rule: Rule, word: int) -> bool:
        """Whether a party can be who does an act, by what it is and where it stands."""
        if rule.code == "ASSAULT" and party.sector in _TELLERS:
            return False
        head = None if party.span is None else self.tree.top(party.span)
        if head is None:
            return True
        return not is_site(self.match, head) and head not in self._acted_upon(word)

    def _acted_upon(self, word: int) -> frozenset[int]:
        """Return the words of what an act is aimed at: "an attack on a clinic run by nuns"."""
        tree = self.tree
        if tree.pos(word) == "VERB":
            found = self.match.patients(word) if tree.passive(word) else ()
            return frozenset(found)
        aims = (p for p in tree.children(word, "prep") if tree.folded[p] in _AIMS)
        return frozenset(t for aim in aims for t in tree.subtree(aim))

    def _named(self, word: int, pointed: Iterable[Actor]) -> list[Actor]:
        """Return whom a clause itself names as its verb's subject: "told them, Egypt [said]".

        Where the coder points into the same phrase ("the aide, [Ana Ruiz],") that is finer.
        """
        tree = self.tree
        own = next(reversed(tree.children(word, "nsubj")), None)
        if own is None or tree.pos(own) not in _NAMING or tree.pos(word) != "VERB":
            return []
        within = set(tree.subtree(own))
        finer = (p.span is not None and tree.top(p.span) in within for p in pointed)
        if tree.pos(own) == "NOUN" and any(finer):
            return []
        found = [one for head in tree.conjuncts(own) for one in self._party(head, "actor")]
        return [one for one in found if self.likely(one, word, "actor") >= DOUBTED]

    def _subjects(self, word: int) -> list[Actor]:
        """Return the subject of a verb whose parties the coder leaves open.

        A joined verb may have that of a clause further up: "accused them of theft and left".
        """
        if self.tree.pos(word) != "VERB":
            return []
        joined = self.tree.relation(word) == "conj" and not self.tree.passive(word)
        shared = (self.match.agents(word), *((self.match.agents_above(word),) if joined else ()))
        named = [[p for head in heads for p in self._party(head, "actor")] for heads in shared]
        likely = [max((self.likely(p, word, "actor") for p in one), default=0.0) for one in named]
        best = max(range(len(named)), key=likely.__getitem__)
        least = SHARED if joined else DOUBTED
        return [one for one in named[best] if self.likely(one, word, "actor") >= least]

    def _objects(self, word: int) -> list[Actor]:
        """Return what a verb acts upon whose parties the coder leaves open.

        What is sent, blocked or traded is none, and of what is given only the receiver is one.
        """
        tree, code = self.tree, self.reading.code(word)
        if tree.pos(word) != "VERB" or code in _MOVING:
            return []
        given = code in _GIVING and not tree.passive(word)
        heads = tree.children(word, "dative") if given else self.match.patients(word)
        held = (t for t in tree.subtree(word) if tree.tag(t) in {"WP$", "WRB"})
        if tree.relation(word) == "relcl" and any(tree.head(tree.head(t)) == word for t in held):
            heads = tree.objects(word)  # "Norvia, whose envoy protested"
        return [one for head in heads for one in self._object(head, word)]

    def _object(self, head: int, word: int) -> list[Actor]:
        """Return what the object of a verb names, if it can be acted upon.

        Somebody always can; a place, or what the coder holds possible, where force is used.
        """
        code = self.reading.code(word)
        known = self.cast.actor(self.tree, head) or body_meant(self.match, head)
        if self.tree.pos(head) == "PRON" and known is None:
            return []
        if known is not None and not (self._is_mapped(head) and code not in _MATERIAL):
            return [known]  # "left Kedar": a place is nobody whom one leaves
        if code not in _MATERIAL:
            owner = self.tree.child(head, "poss")  # "contradicted the [firm]'s account"
            named = owner is not None and self.tree.pos(owner) != "PRON"
            return owners(self.match, (head,)) if named else []
        found = self._party(head, "recipient")
        if is_site(self.match, head) or self._is_mapped(head):
            return found
        return [one for one in found if self.likely(one, word, "recipient") >= POSSIBLE]

    def _is_mapped(self, head: int) -> bool:
        """Whether a noun stands in the name of a place on the map."""
        return any(head in self.tree.inside(place) for place in self._mapped)

    def likely(self, party: Actor, word: int, role: str) -> float:
        """Return how likely a party plays a role in an act; 1 where it stands elsewhere."""
        inside = self.tree.inside(party.span) if party.span is not None else ()
        row = self.reading.roles[ROLES.index(role), word]
        return max((float(row[token]) for token in inside), default=1.0)

    def _borne_out(self, actors: Iterable[Actor], word: int) -> Iterator[Actor]:
        """Yield the actors of the parse whom the coder doesn't take for the other side.

        "Two cooks drowned": whoever stands as subject may be acted upon.
        """
        for party in actors:
            doer, other = (self.likely(party, word, role) for role in ROLES[:2])
            beside = self.tree.pos(word) != "VERB"  # whose attack it is stands beside the noun
            if beside or doer >= DOING or other < doer + DOING or self._acts_upon(word, party):
                yield party

    def _acts_upon(self, word: int, party: Actor) -> bool:
        """Whether a verb has a party for its own subject and somebody or a place for object."""
        tree = self.tree
        own = next(reversed(tree.children(word, "nsubj")), None)
        if own is None or party.span is None or own not in tree.inside(party.span):
            return False
        headline = tree.preposition(word, "by") is not None  # "Nurse stabbed by patient"
        if headline or tree.pos(own) == "PRON" or self._is_mapped(own):
            return False
        return bool(tree.children(word, "dobj")) and tree.lemma(word) not in _SUFFERING

    def _doubted(self, parsed: list[Actor], pointed: list[Actor], word: int) -> bool:
        """Whether the coder is sure of others than those that the parse gives."""
        if not parsed or not pointed or self.tree.pos(word) != "VERB":
            return False
        best = max(self.likely(one, word, "actor") for one in pointed)
        bold = (self.likely(p, word, "actor") < DOUBTED for p in parsed)
        return best >= SURE and all(bold) and not any(self._acts_upon(word, p) for p in parsed)

    def _means(self, rule: Rule, word: int) -> list[Actor]:
        """Return whose attack or weapon does it, where nobody is named as doing it."""
        if rule.code != "ASSAULT":
            return []
        return owners(self.match, (word,)) or wielders(self.match, word)

    def _joined(self, known: Iterable[Actor], learned: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """Return the parties of the parse with the learned ones that are joined to them.

        "Norway and Belmor welcomed": a name that nobody knows is a party like its neighbour.
        """
        known = tuple(known)
        if not known:
            return learned
        tops = (self.tree.top(party.span) for party in known if party.span is not None)
        heads = {head for head in tops if head is not None}
        beside = {c for head in heads for c in self._listed(head)}
        more = [p for p in learned if p.span and self.tree.top(p.span) in beside - heads]
        return (*known, *more)

    def _listed(self, head: int) -> Iterator[int]:
        """Yield the heads of a list that a noun opens: "[Belmor], the Isles and Norvia".

        The parse may take the second name for another one of the first, or the first for a
        modifier of the last.
        """
        tree = self.tree
        first = [c for c in tree.children(head, "nmod", "compound") if tree.child(c, "conj")]
        for one in (head, *tree.children(head, "appos"), *first):
            if one == head or tree.pos(one) == tree.pos(head) == "PROPN":
                yield from tree.conjuncts(one)
