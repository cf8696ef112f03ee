"""Choose the parties of an act between the parse and what was learned of its sentence.

The parse says who is subject and object, the coder how likely each word plays a role. In "Six
cooks died in a Norvian raid" the parse has cooks as subject; the coder takes them for those
acted upon, and whose raid it is does it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.extract.events.heads import ROLES, Reading
from dateline.extract.events.match import Matcher
from dateline.extract.events.parties import Parties, body_meant, is_site, owners, sided, wielders
from dateline.knowledge.codebook import Rule
from dateline.model import Actor
from dateline.text.cast import Cast
from dateline.text.descriptions import called, core
from dateline.text.tree import NOMINAL, Tree

SURE = 0.5
"""How likely a word plays a role that the coder points at."""
LIKELIEST = {"actor": 0.35, "recipient": 0.3}
"""The same for the likeliest word, where there is no other."""
DOING = 0.3
"""How likely somebody has to be the actor whom the coder takes for the recipient."""
DOUBTED = 0.2
"""Below which likelihood a party of the parse gives way to one that the coder is sure of."""

_BESIDE = frozenset({"conj", "appos"})
_AIMS = frozenset({"on", "against", "at", "into", "near", "towards", "toward"})
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
            return sided(rule, doers, others)
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
        if not found and role == "actor":
            found = self._subjects(word)
        return found or self._likeliest(word, role)

    def _likeliest(self, word: int, role: str) -> list[Actor]:
        """Return the likeliest party where the coder is sure of none."""
        row = self.reading.roles[ROLES.index(role), word]
        near = [t for t in range(len(self.tree)) if self.tree.pos(t) in NOMINAL and t != word]
        best = max(near, key=lambda t: float(row[t]), default=None)
        if best is None or row[best] < LIKELIEST[role]:
            return []
        head = self._phrase(best)
        joined = (c for c in self.tree.conjuncts(head) if c == head or row[c] >= DOUBTED)
        return [one for each in joined for one in self._party(each, role)]

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
            return tree.relation(head) == "nsubj" or not any(
                head in tree.inside(place) for place in self._mapped
            )
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

    def _subjects(self, word: int) -> list[Actor]:
        """Return the subject of a verb whose parties the coder leaves open."""
        if self.tree.pos(word) != "VERB":
            return []
        found = (one for head in self.match.agents(word) for one in self._party(head, "actor"))
        return [one for one in found if self.likely(one, word, "actor") >= DOUBTED]

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
            if beside or doer >= DOING or other < doer + DOING:
                yield party

    def _doubted(self, parsed: list[Actor], pointed: list[Actor], word: int) -> bool:
        """Whether the coder is sure of others than those that the parse gives."""
        if not parsed or not pointed or self.tree.pos(word) != "VERB":
            return False
        best = max(self.likely(one, word, "actor") for one in pointed)
        return best >= SURE and all(self.likely(p, word, "actor") < DOUBTED for p in parsed)

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


def heads_among(tree: Tree, tokens: Iterable[int]) -> tuple[int, ...]:
    """Return the heads of the noun phrases that tokens make up, in the order of the text."""
    marked = set(tokens)
    return tuple(
        token
        for token in sorted(marked)
        if tree.pos(token) in NOMINAL
        and (tree.relation(token) in _BESIDE or not _nested(tree, token, marked))
    )


def _nested(tree: Tree, token: int, marked: set[int]) -> bool:
    """Whether a word lies in the phrase of another marked noun: "an alliance of [rebels]"."""
    for above in tree.above(token):
        if above not in marked and tree.folded[above] != "of":
            return False
        if above in marked and tree.pos(above) in NOMINAL:
            return True
    return False
