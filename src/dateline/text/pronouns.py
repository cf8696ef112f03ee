"""Find whom a pronoun means: number, gender and kind first, then who stands out most.

In speech "I" is the speaker and "he" is not. Outside, the subject of a verb of saying is
favoured by a pronoun in what is said, and who spoke last by a pronoun that goes on speaking.
"It" for a thing, or for nothing, means nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from dateline.knowledge.lexicon import Lexicon
from dateline.model import Kind
from dateline.text.agreement import agrees, likeness, told_before, wondering
from dateline.text.genders import people
from dateline.text.introduced import classes_of
from dateline.text.mentions import Mention
from dateline.text.somebody import Scene, Somebody
from dateline.text.spoken import Speech
from dateline.text.told import offices
from dateline.text.tree import OBJECTS, SUBJECTS, Tree

_BACK = {"he": 4, "she": 4, "it": 2, "they": 3}
_OWN = frozenset({"his", "her", "hers", "its", "their", "theirs"})
_SELF = frozenset({"himself", "herself", "itself", "themselves"})
_SEEMING = frozenset({"be", "seem", "appear", "become", "take", "remain", "rain", "snow", "turn"})
_ANSWERS = frozenset({"reply", "answer", "respond", "retort"})
_GOVERNED = 1.0
_SPOKE = 0.7
_CLAUSE = 0.6
_LED = 0.3
_SUBJECT = 0.7
"""The weight of a clause's subject."""
_LEAST = 0.04
_CLEARLY = 1.03


@lru_cache(maxsize=1)
def sayings() -> frozenset[str]:
    """Return the verbs by which a speaker takes the floor."""
    return frozenset(people()["say"]["verbs"])


class Pronouns:
    """Says who is meant by the pronouns of one report."""

    def __init__(self, scene: Scene, lexicon: Lexicon, lands: Mapping[str, Somebody]) -> None:
        self.scene = scene
        self.lands = lands
        """The countries that the report names, by code."""
        self.lexicon = lexicon

    def meant(self, mention: Mention, speech: Speech | None) -> Somebody | None:
        """Return whom a pronoun means."""
        speaker = None
        if speech is not None and speech.speaker is not None:
            speaker = self.scene.owner.get(speech.speaker)
        if mention.head == "i":
            return speaker if speech is not None else None
        if mention.head == "we":
            return self._we(mention, speaker) if speech is not None else None
        if mention.head == "you" or (mention.head == "it" and self._empty(mention)):
            return None
        if mention.tree.folded[mention.token] in _SELF:
            return self._own_subject(mention)
        blocked = set(self._blocked(mention))
        if speaker is not None:
            blocked |= {speaker, *self._hearers(speech)}
            if speaker.whose is not None and speaker.whose.kind is not Kind.PERSON:
                blocked.add(speaker.whose)  # "they" are not "us"
        salience = self.scene.salience(mention, _BACK[mention.head])
        scores: dict[Somebody, float] = {}
        for one, worth in salience.items():
            if one not in blocked and agrees(mention, one):
                scores[one] = worth + self._favour(mention, one)
                scores[one] *= likeness(mention, one)
        if mention.head == "it" and not self._surely(mention) and self._thing(mention):
            return None
        ranked = sorted(scores, key=lambda one: -scores[one])
        if not ranked or scores[ranked[0]] < _LEAST:
            return None
        if len(ranked) > 1 and scores[ranked[0]] < scores[ranked[1]] * _CLEARLY:
            return None
        return ranked[0]

    def _own_subject(self, mention: Mention) -> Somebody | None:
        """Return the subject of the clause, whom "himself" means."""
        subject = None if mention.verb is None else mention.tree.subject(mention.verb)
        one = None if subject is None else self.scene.owner.get((mention.place, subject))
        return one if one is not None and agrees(mention, one) else None

    # -------------------------------------------------------------------------------- in speech

    def _we(self, mention: Mention, speaker: Somebody | None) -> Somebody | None:
        """Return the body that speaks, or that its speaker speaks for."""
        if speaker is None or speaker.kind is not Kind.PERSON:
            return speaker
        if speaker.whose is not None and speaker.whose.kind is not Kind.PERSON:
            return speaker.whose
        if speaker.sector in {"GOV", "MIL", None} and speaker.heads:
            for code in (speaker.country, *sorted(speaker.nationalities)):
                if code is not None and code in self.lands:
                    return self.lands[code]
        if speaker.heads & offices():
            return None
        salience = self.scene.salience(mention, 3)
        many = [one for one in salience if one.many and agrees(mention, one)]
        return max(many, key=lambda one: salience[one], default=None)

    # ------------------------------------------------------------------------------- who can't be

    def _blocked(self, mention: Mention) -> Iterator[Somebody]:
        """Yield whom the grammar rules out: "Ana saw [her]" is not Ana."""
        tree, token = mention.tree, mention.token
        own = tree.folded[token] in _OWN and tree.relation(token) == "poss"
        if own:
            held = tree.head(token)
            for above in (held, *(tree.children(held, "appos"))):
                if (one := self.scene.owner.get((mention.place, above))) is not None:
                    yield one
            if tree.relation(held) == "appos":
                head = self.scene.owner.get((mention.place, tree.head(held)))
                if head is not None:
                    yield head
            return
        verb = mention.verb
        if verb is None:
            return
        for other in (*tree.children(verb), *self._shared(tree, verb), *told_before(tree, verb)):
            if other == token:
                continue
            for near in (other, *tree.children(other, "pobj", "conj")):
                one = self.scene.owner.get((mention.place, near))
                if one is not None and near != token:
                    yield one

    def _hearers(self, speech: Speech | None) -> Iterator[Somebody]:
        """Yield who is told a speech: in it they are "you"."""
        if speech is None or speech.speaker is None:
            return
        place, speaker = speech.speaker
        tree = self.scene.trees[place]
        verb = tree.head(speaker)
        for child in tree.children(verb, *OBJECTS, "prep"):
            for heard in (child, *tree.children(child, "pobj")):
                one = self.scene.owner.get((place, heard))
                if one is not None:
                    yield one

    def _shared(self, tree: Tree, verb: int) -> tuple[int, ...]:
        """Return the subject that a verb shares with another."""
        subject = tree.subject(verb)
        return () if subject is None else (subject,)

    # -------------------------------------------------------------------------------- who is likely

    def _favour(self, mention: Mention, one: Somebody) -> float:
        """Return what speaks for somebody beside standing out."""
        tree, verb = mention.tree, mention.verb
        governor, favour = self._governor(mention)
        if governor is None or self.scene.owner.get((mention.place, governor)) is not one:
            favour = 0.0
        if mention.subject and verb is not None and tree.lemma(verb) in sayings():
            recent = self.scene.spoke_at >= mention.place - 1 and not self._led(mention)
            asked = self._asked(mention)
            if asked is not None:
                return favour + _SPOKE * (asked is one)
            recent = recent and tree.lemma(verb) not in _ANSWERS
            favour += _SPOKE * (recent and self.scene.floor is one)
        if self._leads(mention, one):
            favour += _LED
        return favour

    def _governor(self, mention: Mention) -> tuple[int | None, float]:
        """Return the subject of the clause that holds a pronoun, and what it is favoured by."""
        tree, token, verb = mention.tree, mention.token, mention.verb
        relative = verb is not None and tree.relation(verb) == "relcl"
        for above in tree.above(token):
            if tree.pos(above) not in {"VERB", "AUX"} or (above == verb and mention.subject):
                continue
            subject = tree.subject(above)
            if subject is None or subject >= token:
                continue
            if tree.lemma(above) == "ask" and wondering(tree, verb):
                return tree.child(above, *OBJECTS, "dative"), _GOVERNED
            if verb is None or (relative and tree.lemma(above) not in sayings()):
                return subject, _CLAUSE
            return subject, _GOVERNED
        return None, 0.0

    def _leads(self, mention: Mention, one: Somebody) -> bool:
        """Whether a pronoun goes on with the subject of the sentence before."""
        lead = self.scene.leads.get(mention.place - 1)
        return mention.subject and lead is one and not self._led(mention)

    def _asked(self, mention: Mention) -> Somebody | None:
        """Return who was asked in the sentence before an answer: "Ana asked Ben. [He] replied"."""
        tree, verb, place = mention.tree, mention.verb, mention.place - 1
        if place < 0 or verb is None or tree.lemma(verb) not in _ANSWERS:
            return None
        before = self.scene.trees[place]
        root = next(iter(before.roots), None)
        if root is None or before.lemma(root) != "ask":
            return None
        heard = before.child(root, *OBJECTS, "dative")
        one = None if heard is None else self.scene.owner.get((place, heard))
        return one if one is not None and agrees(mention, one) else None

    def _led(self, mention: Mention) -> bool:
        """Whether a subject before it can be meant: "When Ana left, [she]"."""
        if mention.verb is not None and any(told_before(mention.tree, mention.verb)):
            return False
        return any(
            event.weight >= _SUBJECT and not event.quoted and agrees(mention, event.who)
            for event in self.scene.before(mention.span.start, mention.place, 0)
        )

    def _surely(self, mention: Mention) -> bool:
        """Whether only somebody does what "it" does: "it said"."""
        tree, verb = mention.tree, mention.verb
        if verb is None or not mention.subject:
            return False
        if tree.lemma(verb) in self.lexicon.grammar["conduct"]:
            return True
        return self._told_by_body(mention, verb)

    def _told_by_body(self, mention: Mention, verb: int) -> bool:
        """Whether a body says what "it" does: "the firm said it would close"."""
        tree = mention.tree
        if tree.relation(verb) not in {"ccomp", "conj"}:
            return False
        for above in tree.above(verb):
            subject = tree.child(above, *SUBJECTS)
            if subject is not None and tree.lemma(above) in sayings():
                one = self.scene.owner.get((mention.place, subject))
                return one is not None and agrees(mention, one)
        return False

    # ----------------------------------------------------------------------------------- nobody

    def _empty(self, mention: Mention) -> bool:
        """Whether "it" means nothing, or no doer: "it was clear that", "it rained", "denied it"."""
        tree, token = mention.tree, mention.token
        if tree.folded[token] == "its":
            return False
        verb = tree.head(token)
        if not mention.subject:
            return tree.lemma(verb) not in self.lexicon.grammar["answerable"]
        told = tree.child(verb, "acomp", "attr", "advmod", "prep", "dobj")
        clause = tree.child(verb, "ccomp", "xcomp", "advcl", "csubj")
        if tree.lemma(verb) in {"rain", "snow", "happen", "matter", "take", "last", "cost"}:
            return True
        if tree.passive(verb) and tree.child(verb, "ccomp") is not None:
            return True
        if tree.lemma(verb) == "be" and not self._told_by_body(mention, verb):
            noun = tree.child(verb, "attr")
            return noun is None or not classes_of(tree.lemma(noun))
        return tree.lemma(verb) in _SEEMING and (told is None or clause is not None)

    def _thing(self, mention: Mention) -> bool:
        """Whether a thing was the subject lately, which "it" may mean as well."""
        tree, token, place = mention.tree, mention.token, mention.place
        own = tree.folded[token] == "its"
        for other in reversed(range(token)):
            if self._is_thing(tree, place, other) and (not own or tree.relation(other) in SUBJECTS):
                return True
            if tree.relation(other) in SUBJECTS and (place, other) in self.scene.owner:
                return False
        if token > 3 or not place or own:
            return False
        before = self.scene.trees[place - 1]
        subjects = (t for root in before.roots for t in before.children(root, *SUBJECTS))
        return any(self._is_thing(before, place - 1, t) for t in subjects)

    def _is_thing(self, tree: Tree, place: int, token: int) -> bool:
        """Whether a noun is a thing's and takes part in what is told."""
        if tree.tag(token) != "NN" or (place, token) in self.scene.owner:
            return False
        return tree.relation(token) in SUBJECTS | OBJECTS
