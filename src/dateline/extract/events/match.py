"""Try the codebook's rules on a word: does it name an event here?

For "Kenya deployed troops along the coast" the rule `mobilize/deploy` holds on "deployed":
its object is a force. The most demanding rule is tried first.
"""

from __future__ import annotations

from collections.abc import Iterable

from dateline.knowledge.codebook import Codebook, Rule
from dateline.model import Report, Span
from dateline.text.cast import Cast
from dateline.text.tree import OBJECTS, Tree

_CLAUSES = frozenset({"ccomp", "advcl", "relcl", "parataxis", "acl"})
_COUNTERS = frozenset(
    "thousand hundred dozen ten score million number group member majority lot couple pair series"
    " spate string wave handful crowd column".split()
)
_MODIFIERS = ("amod", "compound", "nmod", "nummod", "poss", "npadvmod")


class Matcher:
    """Tries rules on the words of one sentence."""

    def __init__(self, report: Report, tree: Tree, cast: Cast, codebook: Codebook) -> None:
        self.tree = tree
        self.cast = cast
        self.codebook = codebook
        self._places = [place.span for place in report.places]

    def verb_rule(self, verb: int) -> Rule | None:
        """Return the first rule that holds on a verb."""
        if self.tree.relation(verb) in {"amod", "compound", "aux", "auxpass"}:
            return None
        rules = self.codebook.verbs.get(self.tree.lemma(verb), ())
        return next((rule for rule in rules if self._verb_holds(rule, verb)), None)

    def noun_rule(self, noun: int) -> Rule | None:
        """Return the first rule that holds on a noun."""
        if self.tree.relation(noun) in {"compound", "nmod"}:
            return None
        rules = [r for form in sorted(self.forms(noun)) for r in self.codebook.nouns.get(form, ())]
        return next((rule for rule in rules if self._noun_holds(rule, noun)), None)

    def patients(self, verb: int) -> tuple[int, ...]:
        """Return the heads of what the verb acts upon, in the active sense."""
        tree = self.tree
        if tree.passive(verb):
            if tree.relation(verb) in {"acl", "relcl"}:
                return (tree.head(verb),)
            below = tree.children(verb, "nsubjpass", "nsubj")
            shared = tree.subject(verb) if not below else None
            return tuple(c for b in below for c in tree.conjuncts(b)) or (
                () if shared is None else (shared,)
            )
        found = tree.objects(verb)
        if tree.relation(verb) == "relcl" and tree.child(verb, "nsubj") is not None:
            if not found or all(tree.tag(o) in {"WDT", "WP"} for o in found):
                return (tree.head(verb),)
        return found

    def agents(self, verb: int) -> tuple[int, ...]:
        """Return the heads of who does it, in the active sense."""
        tree = self.tree
        doer = tree.agent(verb) if tree.passive(verb) else tree.subject(verb)
        return () if doer is None else tree.conjuncts(doer)

    def agents_above(self, verb: int) -> tuple[int, ...]:
        """Return the subject of the first clause above a joined verb that has another one.

        "Turkey rejected claims that a ship had sunk them and accused Greece": the parse joins
        the last verb to the nearest one, the sense to the first.
        """
        tree, own = self.tree, self.tree.subject(verb)
        for above in tree.above(verb):
            subject = tree.child(above, "nsubj") if tree.pos(above) == "VERB" else None
            if subject is not None and subject != own:
                return tree.conjuncts(subject)
        return ()

    def held(self, word: int, prepositions: Iterable[str]) -> tuple[int, ...]:
        """Return the objects of these prepositions below a word or below its object."""
        tree, wanted = self.tree, set(prepositions)
        hosts = [word, *tree.children(word, *OBJECTS, "prt", "advmod", "prep", "acomp")]
        found: list[int] = []
        for host in hosts:
            for child in tree.children(host, "prep", "agent", "dative"):
                if tree.folded[child] in wanted:
                    found.extend(tree.children(child, "pobj", "pcomp"))
        return tuple(c for f in dict.fromkeys(found) for c in tree.conjuncts(f))

    def complements(self, word: int) -> tuple[int, ...]:
        """Return the clauses that fill what a word speaks of.

        The parse may hang an infinitive on the object: "urged the minister, Ana Ruiz, to go".
        """
        tree = self.tree
        own = tree.children(word, "xcomp", "ccomp", "advcl", "acl")
        below = [c for o in tree.children(word, *OBJECTS) for c in tree.children(o, "relcl", "acl")]
        infinitives = (c for c in below if "to" in tree.auxiliaries(c))
        return (*own, *infinitives)

    def local(self, word: int) -> tuple[int, ...]:
        """Return the words of the clause or phrase of a word, without clauses below it."""
        tree = self.tree
        found: list[int] = []
        todo = [word]
        while todo:
            current = todo.pop()
            found.append(current)
            for child in tree.children(current):
                relation = tree.relation(child)
                if relation in _CLAUSES or (relation == "conj" and tree.pos(child) == "VERB"):
                    continue
                todo.append(child)
        return tuple(sorted(found))

    def _verb_holds(self, rule: Rule, verb: int) -> bool:
        """Whether each condition of a rule holds on a verb."""
        tree = self.tree
        patients = self.patients(verb)
        if rule.object and not self._among(patients, rule.object):
            return False
        if rule.somebody and not self._anybody(patients):
            return False
        if rule.subject and not self._among(self.agents(verb), rule.subject):
            return False
        if rule.modal and not rule.modal & set(tree.auxiliaries(verb)):
            return False
        if rule.without & self._words(self.agents(verb)):
            return False
        if rule.negated and not tree.negated(verb):
            return False
        if rule.clause and not self._clause(verb, rule):
            return False
        return self._around(rule, verb)

    def _noun_holds(self, rule: Rule, noun: int) -> bool:
        """Whether each condition of a rule holds on a noun."""
        tree = self.tree
        beside = self._beside(noun)
        if rule.modifier and not rule.modifier & beside:
            return False
        if rule.without & beside or tree.pos(noun) not in {"NOUN", "PROPN"}:
            return False
        return self._around(rule, noun)

    def _around(self, rule: Rule, word: int) -> bool:
        """Whether prepositions and nearby words are as a rule asks."""
        tree = self.tree
        if rule.preposition and not self._preposition(rule, word):
            return False
        if rule.held and not rule.preposition:
            return self._among(self.held(word, rule.recipient), rule.held)
        if rule.near and not rule.near & self._words(tree.subtree(word)):
            return False
        return not rule.without & self._words(self.local(word))

    def _words(self, tokens: Iterable[int]) -> set[str]:
        """Return tokens as they stand and as lemmas."""
        return {form for t in tokens for form in (self.tree.lemma(t), self.tree.folded[t])}

    def _preposition(self, rule: Rule, word: int) -> bool:
        """Whether a preposition or particle of the rule follows, with the object asked for."""
        tree = self.tree
        if rule.held:
            return self._among(self.held(word, rule.preposition), rule.held)
        hosts = (word, *tree.children(word, *OBJECTS, "prt", "advmod"))
        kinds = ("prep", "prt", "agent", "advmod")
        heads = [child for host in hosts for child in tree.children(host, *kinds)]
        # "calls for Iran to withdraw": "for" marks the clause.
        for clause in tree.children(word, "acl", "advcl", "ccomp", "xcomp"):
            heads.extend(tree.children(clause, "mark"))
        return any(tree.folded[head] in rule.preposition for head in heads)

    def _clause(self, verb: int, rule: Rule) -> bool:
        """Whether a clause of the asked kind hangs on the verb."""
        tree = self.tree
        for child in self.complements(verb):
            helpers = set(tree.auxiliaries(child))
            if rule.clause_modal and not (child > verb and rule.clause_modal & helpers):
                continue
            if "to" in helpers:
                kind = "infinitive"
            elif _is_gerund(tree, child) and tree.relation(child) in {"xcomp", "ccomp"}:
                kind = "gerund"
            else:
                kind = "that" if tree.relation(child) == "ccomp" else "none"
            if kind in rule.clause or ("any" in rule.clause and kind != "none"):
                return True
        return "gerund" in rule.clause and any(
            tree.tag(t) == "VBG" for t in tree.children(verb, "dobj", "xcomp")
        )

    def _among(self, tokens: Iterable[int], words: frozenset[str]) -> bool:
        """Whether one of the tokens is one of the words, or of an open class among them."""
        tokens = tuple(self.counted(token) for token in tokens)
        if any(self.forms(token) & words for token in tokens):
            return True
        if "@somebody" in words and self._anybody(tokens):
            return True
        return "@somewhere" in words and any(self._is_place(t) for t in tokens)

    def forms(self, token: int) -> set[str]:
        """Return what a word can be looked up as; "cease-fire" is three tokens, one word."""
        tree, first = self.tree, token
        while first > 1 and tree.words[first - 1] == "-" and self._joined(first):
            first -= 2
        whole = tree.span(first, token).of(tree.text).casefold()
        return {tree.lemma(token), tree.folded[token], whole}

    def _joined(self, token: int) -> bool:
        """Whether a word is written together with the two tokens before it."""
        parse = self.tree.parse
        return parse.start[token] == parse.end[token - 1] and (
            parse.start[token - 1] == parse.end[token - 2]
        )

    def counted(self, token: int) -> int:
        """Return what a word of number or kind counts: "soldiers" in "dozens of soldiers"."""
        if self.tree.lemma(token) in _COUNTERS:
            held = self.tree.preposition(token, "of")
            return token if held is None else held
        return token

    def _anybody(self, tokens: Iterable[int]) -> bool:
        """Whether one of the tokens heads a person, body or country."""
        return any(self.cast.actor(self.tree, token) is not None for token in tokens)

    def _is_place(self, token: int) -> bool:
        """Whether a token lies in a place or a country's name."""
        span: Span = self.tree.span(token)
        return any(p.start <= span.start and span.end <= p.end for p in self._places)

    def _beside(self, noun: int) -> set[str]:
        """Return the words that modify a noun, as they stand and as lemmas."""
        tree = self.tree
        near = [c for c in tree.children(noun, *_MODIFIERS) for c in tree.subtree(c)]
        return {tree.folded[c] for c in near} | {tree.lemma(c) for c in near}


def _is_gerund(tree: Tree, verb: int) -> bool:
    """Whether a verb is a gerund: "denied [seizing] it", "denied having [seized] it"."""
    return tree.tag(verb) == "VBG" or "having" in tree.auxiliaries(verb)
