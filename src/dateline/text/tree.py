"""Walk a sentence's parse: subjects, objects, negation, the words under a verb.

A `Tree` is a view of one `Sentence` for as long as a stage reads it; it stores nothing and
is never stored. Indices are token numbers of the sentence.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property

from dateline.model import Parse, Sentence, Span

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
OBJECTS = frozenset({"dobj", "obj", "dative"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_TIMES = frozenset({"DATE", "TIME"})


class Tree:
    """The tokens of one parsed sentence and the ways between them."""

    def __init__(self, sentence: Sentence, text: str) -> None:
        if sentence.parse is None:
            raise ValueError("the sentence carries no parse: run the sentences stage first")
        self.sentence = sentence
        self.text = text
        self.parse: Parse = sentence.parse

    def __len__(self) -> int:
        return len(self.parse.start)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The tokens as they stand."""
        return tuple(self.text[a:b] for a, b in zip(self.parse.start, self.parse.end, strict=True))

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The tokens in lower case."""
        return tuple(word.casefold() for word in self.words)

    @cached_property
    def _children(self) -> tuple[tuple[int, ...], ...]:
        below: list[list[int]] = [[] for _ in range(len(self))]
        for token, head in enumerate(self.parse.head):
            if head != token:
                below[head].append(token)
        return tuple(map(tuple, below))

    def lemma(self, token: int) -> str:
        """Return the token's lemma in lower case."""
        return self.parse.lemma[token].casefold()

    def pos(self, token: int) -> str:
        """Return the token's coarse part of speech (Universal Dependencies)."""
        return self.parse.pos[token]

    def tag(self, token: int) -> str:
        """Return the token's Penn Treebank tag."""
        return self.parse.tag[token]

    def relation(self, token: int) -> str:
        """Return the label of the arc to the token's head (ClearNLP labels)."""
        return self.parse.relation[token]

    def head(self, token: int) -> int:
        """Return the token's head; the root is its own."""
        return self.parse.head[token]

    def children(self, token: int, *relations: str) -> tuple[int, ...]:
        """Return the token's children, of these relations if any are given, in order."""
        below = self._children[token]
        return tuple(c for c in below if self.relation(c) in relations) if relations else below

    def child(self, token: int, *relations: str) -> int | None:
        """Return the first child of these relations."""
        return next(iter(self.children(token, *relations)), None)

    def subtree(self, token: int) -> tuple[int, ...]:
        """Return the token and all below it, in order."""
        found, todo = [], [token]
        while todo:
            current = todo.pop()
            found.append(current)
            todo.extend(self._children[current])
        return tuple(sorted(found))

    def above(self, token: int) -> Iterator[int]:
        """Yield the token's head, that one's head, and so on to the root."""
        while self.head(token) != token:
            token = self.head(token)
            yield token

    def span(self, first: int, last: int | None = None) -> Span:
        """Return the characters from one token to another, both included."""
        return Span(self.parse.start[first], self.parse.end[first if last is None else last])

    def reach(self, token: int) -> Span:
        """Return the characters of the token's subtree, from its first to its last."""
        below = self.subtree(token)
        return self.span(below[0], below[-1])

    def at(self, offset: int) -> int | None:
        """Return the token that holds the character at `offset`."""
        token = bisect_right(self.parse.start, offset) - 1
        return token if token >= 0 and offset < self.parse.end[token] else None

    def inside(self, span: Span) -> tuple[int, ...]:
        """Return the tokens that lie wholly inside a span."""
        first = bisect_left(self.parse.start, span.start)
        last = bisect_right(self.parse.end, span.end)
        return tuple(range(first, last))

    def top(self, span: Span) -> int | None:
        """Return the token of a span whose head lies outside it (the phrase's head)."""
        tokens = self.inside(span)
        inner = set(tokens)
        for token in tokens:
            if self.head(token) not in inner or self.head(token) == token:
                return token
        return None

    @cached_property
    def roots(self) -> tuple[int, ...]:
        """The tokens that are their own head."""
        return tuple(i for i in range(len(self)) if self.head(i) == i)

    def conjuncts(self, token: int) -> tuple[int, ...]:
        """Return the token and those joined to it below: "Iran, Russia and Turkey"."""
        found = [token]
        for current in found:
            found.extend(self.children(current, "conj"))
        return tuple(sorted(found))

    def subject(self, verb: int) -> int | None:
        """Return the verb's own subject, or the one that it shares.

        A conjoined verb takes its first verb's ("traveled and signed"), an open complement
        its governor's object or subject ("asked them to leave", "wants to leave"), a
        participle or relative clause the noun that it hangs on ("troops massing").
        """
        seen: set[int] = set()
        current = verb
        while current not in seen:
            seen.add(current)
            own = self.child(current, *SUBJECTS)
            if own is not None and self.folded[own] not in {"that", "which", "who"}:
                return own
            relation, head = self.relation(current), self.head(current)
            if relation == "acl" and "to" in self.auxiliaries(current):
                return self._owner(head)
            if relation in {"relcl", "acl"} and self.pos(head) in NOMINAL:
                return head
            if own is not None:
                return own
            if relation == "xcomp":
                held = self.child(head, *OBJECTS)
                if held is None:
                    held = self._called_on(head)
                if held is not None:
                    return held
            if relation not in {"acomp", "conj", "xcomp", "advcl", "aux", "pcomp", "prep", "ccomp"}:
                return None
            if relation == "prep" and self.pos(current) == "VERB":
                current = head
                continue
            if relation == "pcomp":
                head = self.head(head)
            said = self.relation(head) == "ccomp"
            if relation in {"pcomp", "advcl"} and said and self.passive(head):
                # "Zarif said that they must be purged after meeting …": the speaker met.
                head = self.head(head)
            current = head
        return None

    def _called_on(self, verb: int) -> int | None:
        """Return who is called on to act; "agreed on Monday to meet" calls on nobody."""
        days = {t for a, b, kind in self.parse.entities if kind in _TIMES for t in range(a, b)}
        held = (self.preposition(verb, word) for word in ("on", "upon"))
        return next((one for one in held if one is not None and one not in days), None)

    def _owner(self, noun: int) -> int | None:
        """Return whose effort, plan or call a noun is: its owner's, or its verb's subject's."""
        owner = self.child(noun, "poss")
        if owner is not None:
            return owner
        verb = next((t for t in self.above(noun) if self.pos(t) in {"VERB", "AUX"}), None)
        return None if verb is None else self.child(verb, *SUBJECTS)

    def passive(self, verb: int) -> bool:
        """Whether the verb is passive: "was killed", "the killed"."""
        if self.child(verb, "nsubjpass", "auxpass") is not None:
            return True
        if self.tag(verb) != "VBN" or self.child(verb, "aux") is not None:
            return False
        # "Three were killed and seven wounded": the second shares the first's "were".
        first = self.head(verb)
        joined = self.relation(verb) == "conj" and self.child(first, "auxpass") is not None
        return joined or self.relation(verb) in {"acl", "amod"}

    def agent(self, verb: int) -> int | None:
        """Return the noun of a passive's "by"."""
        by = self.child(verb, "agent")
        return None if by is None else self.child(by, "pobj")

    def objects(self, verb: int) -> tuple[int, ...]:
        """Return the verb's direct objects and those joined to them."""
        return tuple(c for o in self.children(verb, *OBJECTS) for c in self.conjuncts(o))

    def preposition(self, token: int, *words: str) -> int | None:
        """Return the object of the first of these prepositions below a token."""
        for child in self.children(token, "prep", "agent", "prt"):
            if self.folded[child] in words:
                held = self.child(child, "pobj", "pcomp")
                if held is not None:
                    return held
        return None

    def negated(self, token: int) -> bool:
        """Whether "not", "never" or "no" stands right below the token."""
        if self.child(token, "neg") is not None:
            return True
        return any(self.folded[c] in {"no", "never", "neither"} for c in self.children(token))

    def auxiliaries(self, verb: int) -> tuple[str, ...]:
        """Return the lemmas of the verb's auxiliaries, in lower case."""
        return tuple(self.folded[c] for c in self.children(verb, "aux", "auxpass"))
