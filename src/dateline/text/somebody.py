"""Keep the persons, bodies and people that a report has spoken of, and who stands out.

`Somebody` is one of them with all that has been told: what he is called, whose he is, which
country's. A `Scene` remembers where everybody was mentioned; who was mentioned lately, often
and as a subject stands out (after Lappin and Leass 1994).
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from dateline.model import Chain, Kind, Span
from dateline.text.mentions import PRONOUNS, Mention
from dateline.text.tree import Tree

NAMELESS = "chains/described"
"""The rule of chains whose bearer the report gives no name."""
_FADES = 0.5
"""What a mention counts for one sentence later."""
_QUOTED = 0.6
"""What a mention in somebody's words counts for."""
_CALLED = 12
"""How many of those who go by one noun are looked at."""
_FAR = 80
"""Mentions back at most: a report's length must not slow its reading."""
_PARAGRAPH = 0.8
"""What a mention counts for once a new paragraph has begun."""


@dataclass(slots=True, eq=False)
class Somebody:
    """A person, a body or people, and what the report has told so far."""

    kind: Kind
    many: bool | None = False
    gender: str | None = None
    country: str | None = None
    sector: str | None = None
    link: int | None = None
    """The number of the names' chain."""
    heads: set[str] = field(default_factory=set)
    """Nouns that it was called by."""
    told: set[str] = field(default_factory=set)
    """Lemmas of modifiers and of names."""
    nationalities: frozenset[str] = frozenset()
    """Countries whose adjective was put before one of its nouns."""
    whose: Somebody | None = None
    """Whose brother, spokesman or army it is."""
    members: tuple[Somebody, ...] = ()
    count: int | None = None
    age: str | None = None
    open: bool = False
    """Whether its modifiers are not told yet: "her Syrian counterpart" is some minister."""
    introduced: bool = False
    """Whether words beside its name have said who it is."""
    mentions: list[Mention] = field(default_factory=list)
    by: str = NAMELESS

    @property
    def named(self) -> bool:
        """Whether the report gives a name."""
        return self.link is not None


@dataclass(frozen=True, slots=True, order=True)
class Event:
    """A mention of somebody at a place of the text."""

    start: int
    place: int
    weight: float = field(compare=False)
    quoted: bool = field(compare=False)
    who: Somebody = field(compare=False)


class Scene:
    """Everybody of one report, with the mentions read so far."""

    def __init__(self, trees: Sequence[Tree]) -> None:
        self.trees = trees
        self.everybody: dict[Somebody, None] = {}
        self.events: list[Event] = []
        self.owner: dict[tuple[int, int], Somebody] = {}
        """Whom the token of a sentence means."""
        self.floor: Somebody | None = None
        """Who has spoken last."""
        self.spoke_at = -1
        """The sentence in which that was."""
        self.often: Mapping[str, int] = {}
        """How often the report names each country, its cities and people."""
        self.leads: dict[int, Somebody] = {}
        """The subject of each sentence's main verb."""
        self.paragraphs: list[int] = []
        """The number of each sentence's paragraph."""
        self._by_head: dict[str, dict[Somebody, None]] = defaultdict(dict)

    def add(self, one: Somebody) -> Somebody:
        """Take somebody in."""
        self.everybody[one] = None
        self.learn(one, one.heads)
        return one

    def learn(self, one: Somebody, heads: Iterable[str]) -> None:
        """Note nouns that somebody is called by."""
        for head in heads:
            one.heads.add(head)
            self._by_head[head][one] = None

    def called(self, head: str) -> tuple[Somebody, ...]:
        """Return the last of those who were called by a noun, the latest first."""
        return tuple(islice(reversed(self._by_head.get(head, {})), _CALLED))

    def note(self, mention: Mention, one: Somebody, *, quoted: bool) -> None:
        """Remember that a mention means somebody."""
        self.owner[mention.place, mention.token] = one
        event = Event(mention.span.start, mention.place, mention.weight, quoted, one)
        insort(self.events, event)

    def recall(self, mention: Mention, one: Somebody, weight: float) -> None:
        """Remember that a word brings somebody to mind without meaning him."""
        insort(self.events, Event(mention.span.start, mention.place, weight, quoted=False, who=one))

    def replace(self, other: Somebody, one: Somebody) -> None:
        """Take somebody for another one, in everything that is remembered."""
        for at in range(max(0, len(self.events) - _FAR), len(self.events)):
            event = self.events[at]
            if event.who is other:
                self.events[at] = Event(event.start, event.place, event.weight, event.quoted, one)
        for mention in other.mentions:
            self.owner[mention.place, mention.token] = one
        del self.everybody[other]
        for head in other.heads:
            self._by_head[head].pop(other, None)
        self.learn(one, other.heads)
        if self.floor is other:
            self.floor = one
        for some in {event.who for event in self.events[-_FAR:]}:
            if some.whose is other:
                some.whose = one

    def before(self, start: int, place: int, back: int) -> Iterator[Event]:
        """Yield the mentions before a character, the nearest first, some sentences back."""
        at = bisect_left(self.events, start, key=lambda event: event.start)
        for event in reversed(self.events[max(0, at - _FAR) : at]):
            if event.place < place - back:
                return
            yield event

    def salience(self, mention: Mention, back: int) -> dict[Somebody, float]:
        """Return how much everybody stands out where a mention is, as far as `back` sentences."""
        found: dict[Somebody, dict[int, float]] = defaultdict(dict)
        for event in self.before(mention.span.start, mention.place, back):
            steps = mention.place - event.place
            crossed = self.paragraphs[mention.place] - self.paragraphs[event.place]
            worth = event.weight * _FADES**steps * _PARAGRAPH**crossed
            held = found[event.who]
            worth *= _QUOTED if event.quoted else 1.0
            held[event.place] = max(held.get(event.place, 0.0), worth)
        return {one: sum(held.values()) for one, held in found.items()}

    def mentioned(self, one: Somebody, before: int) -> bool:
        """Whether somebody was mentioned before a character."""
        return any(m.span.start < before for m in one.mentions[:1])


def paragraphs(trees: Sequence[Tree]) -> list[int]:
    """Return the number of each sentence's paragraph."""
    numbers: list[int] = []
    for place, tree in enumerate(trees):
        end = trees[place - 1].sentence.span.end if place else tree.sentence.span.start
        new = "\n" in tree.text[end : tree.sentence.span.start]
        numbers.append((numbers[-1] if numbers else 0) + new)
    return numbers


def calling(chain: Chain, span: Span, tree: Tree) -> Span | None:
    """Return what a pronoun or a shortened description of a nameless chain stands for.

    A pronoun stands for the description before it, "the agency" for "the dam agency".
    """
    text = tree.text
    nouns = [s for s in chain.mentions if s.of(text).casefold() not in PRONOUNS and s != span]
    own = span.of(text)
    if own.casefold() in PRONOUNS:
        before = [s for s in nouns if s.end <= span.start]
        return next(reversed(before), next(iter(nouns), None))
    return next((s for s in nouns if s.of(text).endswith(f" {own}")), None)
