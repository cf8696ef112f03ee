"""Find when and where an event takes place, from the words that belong to it.

"Putin met the leaders in Tehran on 7 September, the spokesman said on Monday": the meeting
is in Tehran on the 7th; "on Monday" belongs to the saying.
"""

from __future__ import annotations

from collections.abc import Collection

from dateline.model import Place, Report, Span, Time
from dateline.text.hanging import hung
from dateline.text.tree import Tree

_VERBAL = frozenset({"VERB", "AUX"})
_APART = frozenset({"ccomp", "relcl", "parataxis", "conj", "nsubj"})
_CARRIED = frozenset({"conj", "dobj", "nsubjpass", "nsubj", "xcomp", "pobj", "prep"})
_AT_ONCE = frozenset({"when", "as", "while"})
_BOUNDS = frozenset({"until", "till", "by", "before", "from"})
_ASIDE = frozenset({"ahead", "before", "after", "following", "since"})
"""What leads to another act, which the day behind it dates: "a visit ahead of talks on Friday"."""
_FINE = frozenset({"minute", "hour", "day"})
_NOT_A_DAY = frozenset({"duration", "set", "vague"})
# "the province", "the town": the place of that kind that was named last.
_KINDS = {
    "province": "province",
    "region": "province",
    "governorate": "province",
    "state": "province",
    "district": "district",
    "city": "city",
    "town": "city",
    "village": "city",
    "capital": "city",
    "country": "country",
}


class Whereabouts:
    """The times and places of one sentence.

    `acts` are the words that name events: what hangs on one of them is not another's.
    """

    def __init__(self, report: Report, tree: Tree, acts: Collection[int]) -> None:
        self.acts = acts
        self.report = report
        self.tree = tree
        inside = tree.sentence.span
        self.times = [t for t in report.times if _within(t.span, inside)]
        self.places = [p for p in report.places if _within(p.span, inside)]

    def when(self, word: int) -> Span | None:
        """Return the span of the time that belongs to a word's clause.

        The time of a saying does not date what is said: "said on Monday that he had left".
        """
        dated = [t for t in self.times_of(word) if t.grain not in _NOT_A_DAY]
        shared = self._shared(word, timed=True)
        small = (held for verb in (word, *shared) for held in self._small(verb))
        for governor in (word, *shared, *self._joined(word), *small):
            for time in dated:
                held = self._governor(time.span) == governor or self._below(governor, time.span)
                if held:
                    return time.span
        return next((time.span for time in dated if self._of_order(time, word)), None)

    def times_of(self, word: int) -> list[Time]:
        """Return the times that may date a word: none that dates what it comes before or after."""
        return [time for time in self.times if not self._is_of_another(word, time.span)]

    def _of_order(self, time: Time, word: int) -> bool:
        """Whether a past day stands with what was told to be done: "told to leave on Monday"."""
        governor = self._governor(time.span)
        if governor is None or time.direction != "past" or self.tree.head(governor) != word:
            return False
        told = self.tree.relation(governor) in {"xcomp", "ccomp"}
        return told and "to" in self.tree.auxiliaries(governor)

    def _small(self, verb: int) -> tuple[int, ...]:
        """Return what a verb brings about without a verb of its own: "kept it [shut] on Friday"."""
        tree = self.tree
        if tree.pos(verb) not in _VERBAL:
            return ()
        return tuple(c for c in tree.children(verb, "oprd", "acomp") if tree.pos(c) in _VERBAL)

    def is_term(self, when: Span | None) -> bool:
        """Whether a time bounds what was done: "closed it until Friday", "due by Friday"."""
        top = None if when is None else self.tree.top(when)
        if top is None:
            return False
        lead = self.tree.folded[self.tree.head(top)]
        return lead in _BOUNDS or (lead == "for" and self.tree.folded[top] == "weekend")

    def ahead(self, when: Span | None) -> bool:
        """Whether that time lies ahead of the writing."""
        time = next((t for t in self.times if t.span == when), None)
        return time is not None and time.direction == "future"

    def where(self, word: int) -> Span | None:
        """Return the span of the place that belongs to a word's clause, a country last."""
        for governor in (word, *self._shared(word)):
            below = set(self._near(governor))
            for place in sorted(self.places, key=lambda place: place.grain == "country"):
                top = self.tree.top(place.span)
                if top is not None and top in below and self._locates(top):
                    return place.span
            for token in sorted(below):
                meant = self._meant(token)
                if meant is not None:
                    return meant.span
        return self._beside_subject(word)

    def _beside_subject(self, verb: int) -> Span | None:
        """Return the place where who acts is said to be: "Prosecutors in Bodrum detained him"."""
        subject = self.tree.child(verb, "nsubj", "nsubjpass")
        near = () if subject is None else self._near(subject)
        for place in self.places:
            top = self.tree.top(place.span)
            held = top is not None and self.tree.relation(top) == "pobj" and top in near
            if held and top is not None and self.tree.folded[self.tree.head(top)] in {"in", "at"}:
                return place.span
        return None

    def country(self, where: Span | None) -> str | None:
        """Return the country of a place of the report."""
        return next((p.country for p in self.report.places if p.span == where), None)

    def _shared(self, word: int, *, timed: bool = False) -> tuple[int, ...]:
        """Return the verbs whose place, or time, a word shares: its carrier, its conjunct."""
        tree, current = self.tree, word
        found: list[int] = []
        while tree.head(current) != current and len(found) < 3:
            head = tree.head(current)
            carried = tree.relation(current) in _CARRIED or self._at_once(
                current, timed=timed and (current == word or tree.tag(current) != "VB")
            )
            says = tree.relation(current) == "xcomp" and tree.lemma(head) in {"say", "call"}
            if not carried or says:
                break
            found.append(head)
            current = head
        return tuple(found)

    def _at_once(self, verb: int, *, timed: bool) -> bool:
        """Whether a clause tells what happened at the time of the one above.

        "when it fell", "killing two"; for times also "headed for the coast", "gathered on
        Friday to discuss it" and, within a day, "fired on Friday before he was shot".
        """
        tree = self.tree
        if tree.relation(verb) not in {"advcl", "acl"}:
            return False
        if tree.tag(verb) == "VBG":
            return True
        if tree.relation(verb) == "acl":
            return False
        marks = {tree.folded[c] for c in tree.children(verb, "advmod", "mark")}
        if marks & _AT_ONCE:
            return True
        if not timed or tree.pos(tree.head(verb)) not in _VERBAL:
            return False
        if "before" in marks:
            return all(t.grain in _FINE for t in self.times if t.grain not in _NOT_A_DAY)
        bare = not tree.children(verb, "mark", "nsubj", "nsubjpass", "csubj")
        return bare and tree.tag(verb) in {"VB", "VBD", "VBN"}

    def _joined(self, verb: int) -> tuple[int, ...]:
        """Return the verb joined to a verb, in the same tense: "were killed and hurt today"."""
        tree = self.tree
        if tree.pos(verb) not in _VERBAL:
            return ()
        helpers = set(tree.auxiliaries(verb))
        return tuple(
            other
            for other in tree.children(verb, "conj")
            if tree.tag(other) == tree.tag(verb) and set(tree.auxiliaries(other)) == helpers
        )

    def _governor(self, span: Span) -> int | None:
        """Return the nearest verb or act above a phrase; the verb right before a bare day.

        "found Monday Air Osmara acted late": the parse hangs such a day on the name after it.
        """
        top = self.tree.top(span)
        if top is None:
            return None
        before = top - 1
        if before >= 0 and self.tree.relation(top) in {"compound", "nmod"}:
            if self.tree.pos(before) == "VERB" and before in self.tree.above(top):
                return before
        above = self.tree.above(top)
        found = next((t for t in above if self.tree.pos(t) in _VERBAL or t in self.acts), None)
        return found if found is None or found in self.acts else hung(self.tree, top, found)

    def _below(self, word: int, span: Span) -> bool:
        """Whether a phrase hangs on a noun, and on no clause of its own below that."""
        if self.tree.pos(word) in _VERBAL:
            return False
        top = self.tree.top(span)
        if top is None:
            return False
        for token in self.tree.above(top):
            if token == word:
                return True
            apart = self.tree.relation(token) in {"ccomp", "advcl", "parataxis"}
            if token in self.acts or (apart and self.tree.pos(token) in _VERBAL):
                return False
        return False

    def _is_of_another(self, noun: int, span: Span) -> bool:
        """Whether a time dates an act that is told to come before or after a noun's."""
        top = self.tree.top(span)
        if top is None or self.tree.pos(noun) in _VERBAL:
            return False
        aside = [t for t in range(noun + 1, top) if self.tree.folded[t] in _ASIDE]
        return bool(aside) and any(act in self.acts for act in range(aside[-1] + 1, top))

    def _near(self, word: int) -> list[int]:
        """Return the words below a word, without finite clauses below it."""
        tree = self.tree
        found: list[int] = []
        todo = [word]
        while todo:
            current = todo.pop()
            found.append(current)
            todo += [child for child in tree.children(current) if self._goes_on(child)]
        return found

    def _goes_on(self, token: int) -> bool:
        """Whether the words below a token still belong to the phrase above it."""
        if self.tree.relation(token) == "conj":
            return self.tree.pos(token) not in _VERBAL
        return self.tree.relation(token) not in _APART and token not in self.acts

    def _locates(self, token: int) -> bool:
        """Whether a place's name stands where a place is told: "in Idlib", "Idlib town"."""
        tree = self.tree
        for current in (token, *tree.above(token)):
            if tree.relation(current) == "pobj":
                return tree.folded[tree.head(current)] not in {"by", "with"}
            if tree.pos(current) in _VERBAL:
                return tree.relation(token) in {"dobj", "nsubjpass"}
        return False

    def _meant(self, token: int) -> Place | None:
        """Return the place that "the province" means: the last one named of its kind."""
        tree = self.tree
        grain = _KINDS.get(tree.lemma(token))
        if grain is None or tree.tag(token) != "NN":
            return None
        if not {tree.folded[c] for c in tree.children(token)} & {"the", "this"}:
            return None
        start = tree.span(token).start
        earlier = [p for p in self.report.places if p.span.end <= start and p.grain == grain]
        return earlier[-1] if earlier else None


def _within(inner: Span, outer: Span) -> bool:
    """Whether one span lies in another."""
    return outer.start <= inner.start and inner.end <= outer.end
