"""Find bodies that no list knows by what is said of them: "the ferry company [Norvex]".

What a parser takes for a place or overlooks is a body where the words beside it call it one,
where it has a board or a spokeswoman, or where it denies, orders and is sued as no town is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.knowledge.lexicon import Known, Lexicon, fold
from dateline.model import Kind, Label, Name, Span
from dateline.text.descriptions import role_at
from dateline.text.mapped import capitalised
from dateline.text.tree import Tree

Listed = tuple[tuple[Span, Known], ...]

_LONGEST = 4
_INSIDE = frozenset({"in", "near", "across", "outside", "throughout", "around"})
_TRADES = frozenset({"company", "firm", "operator", "corporation", "union", "charity"})
_TOWARD = frozenset({"into", "on", "over"})
"""Prepositions of place that an inquiry or a tax takes too."""
_AWAY = 6
"""Tokens after "X, the" within which the noun that says what X is must stand."""


@dataclass(frozen=True, slots=True)
class Body:
    """What the report tells of a body without a list."""

    called: bool
    """Whether a noun beside it says what it is, and not only what it does."""
    sector: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class _Run:
    """Capitalised words of a sentence that can be a name."""

    tree: Tree
    first: int
    last: int

    @property
    def words(self) -> str:
        return self.tree.span(self.first, self.last).of(self.tree.text)

    @property
    def key(self) -> str:
        return fold(self.words)


def find_unlisted(
    trees: Sequence[Tree],
    listed: Mapping[Tree, Listed],
    persons: Mapping[Tree, Sequence[Span]],
    kinds: Mapping[str, Kind],
    lexicon: Lexicon,
) -> Mapping[Tree, tuple[Name, ...]]:
    """Return the mentions of bodies that only the report itself makes known."""
    runs = {
        tree: tuple(_runs(tree, {*_tokens(tree, listed[tree], persons[tree])}, lexicon))
        for tree in trees
    }
    surnames = {fold(s.of(t.text)).split()[-1] for t, held in persons.items() for s in held}
    placed = {run.key for held in runs.values() for run in held if _within(run)}
    bodies: dict[str, Body] = {}
    for run in (run for held in runs.values() for run in held):
        told = _told(run, listed[run.tree], lexicon)
        unplaced = run.key not in placed and _unplaced(run, kinds, lexicon)
        if told is None and unplaced and _acting(run, lexicon):
            told = Body(called=False)
        if told is not None and run.key not in surnames and _stands(run, told, kinds, lexicon):
            known = bodies.get(run.key)
            if known is None or (told.called and not known.called):
                bodies[run.key] = told
    for last, tree in pairwise(trees):
        alone = [
            run
            for run in runs[last]
            if run.first == run.last and not lexicon.gazetteer.find(run.words)
        ]
        told = _resumed(tree, listed[tree], lexicon)
        if told is not None and len(alone) == 1 and alone[0].key not in surnames:
            bodies.setdefault(alone[0].key, told)
    return {tree: tuple(_names(runs[tree], bodies)) for tree in trees}


def _tokens(tree: Tree, listed: Listed, persons: Iterable[Span]) -> Iterator[int]:
    """Yield the tokens that are somebody's already, or a date's."""
    for span in (*(span for span, _ in listed), *persons):
        yield from tree.inside(span)
    for first, end, label in tree.parse.entities:
        if label in {"DATE", "TIME", "MONEY", "PERCENT"}:
            yield from range(first, end)


def _runs(tree: Tree, taken: Collection[int], lexicon: Lexicon) -> Iterator[_Run]:
    """Yield the runs of capitalised nouns; the first word of a sentence must be a name."""
    first: int | None = None
    for token in range(len(tree) + 1):
        fits = token < len(tree) and token not in taken and _fits(tree, token, lexicon)
        if fits and first is None:
            first = token
        if not fits and first is not None:
            if token - first <= _LONGEST:
                yield _Run(tree, first, token - 1)
            first = None


def _fits(tree: Tree, token: int, lexicon: Lexicon) -> bool:
    """Whether a token can be part of a body's name."""
    word = tree.words[token]
    if not capitalised(tree, token) or lexicon.role(word) or len(word) < 2:
        return False
    if token == 0 and tree.pos(token) != "PROPN" and not (word.isupper() and len(word) > 2):
        return _subject_of_deed(tree, token, lexicon) and tree.tag(token) in {"NN", "NNP", "NNPS"}
    return tree.pos(token) == "PROPN" or (word.isupper() and tree.pos(token) in {"NOUN", "ADJ"})


def _subject_of_deed(tree: Tree, token: int, lexicon: Lexicon) -> bool:
    """Whether a token is who says, denies or orders."""
    if tree.relation(token) == "compound":
        return False
    deed = tree.lemma(tree.head(token)) in lexicon.grammar["conduct"]
    return tree.relation(token) == "nsubj" and deed


# -------------------------------------------------------------------------------- evidence


def _told(run: _Run, listed: Listed, lexicon: Lexicon) -> Body | None:
    """Return what the words right before or after a run call it."""
    tree, before = run.tree, run.first - 1
    if before > 0 and tree.folded[before] in {"called", "named"}:
        before -= 1
    if before >= 0 and (met := _collective(tree, before, listed, lexicon)) is not None:
        return met
    after = run.last + 1
    if before >= 0 and tree.folded[before] in lexicon.grammar["location"] - _TOWARD:
        return None
    if before > 0 and tree.folded[before] == "of" and tree.words[before - 1] == ",":
        return None  # "Mr Ruiz, of Kelmar, a painter"
    if after + 2 >= len(tree) or tree.words[after] != ",":
        return None
    if tree.folded[after + 1] not in {"the", "a", "an"}:
        return None
    for token in range(after + 2, min(after + _AWAY, len(tree))):
        if tree.pos(token) not in {"NOUN", "PROPN", "ADJ", "VERB"} and tree.words[token] != "-":
            return None
        following = tree.pos(token + 1) if token + 1 < len(tree) else "PUNCT"
        if following not in {"NOUN", "PROPN", "ADJ"}:
            # "… of Goris, the ministry said": the ministry is not what Goris is.
            speaks = tree.relation(token) in {"nsubj", "nsubjpass"}
            return None if speaks else _collective(tree, token, listed, lexicon)
    return None


def _collective(tree: Tree, token: int, listed: Listed, lexicon: Lexicon) -> Body | None:
    """Return the body that a lower-case noun tells: "an environmental [group]" is SOC."""
    noun = tree.lemma(token)
    if noun not in lexicon.grammar["collective"] or not tree.words[token].islower():
        return None
    if tree.tag(token) != "NN":
        return None
    met = role_at(tree, max(0, token - 3), token, lexicon)
    start = tree.parse.start[max(0, token - 4)]
    end = tree.parse.start[token]
    lands = [known.country for span, known in listed if start <= span.start and span.end <= end]
    sector = met[0].sector if met is not None and not met[0].inherits else None
    return Body(True, sector, lands[-1] if lands else None)


def _resumed(tree: Tree, listed: Listed, lexicon: Lexicon) -> Body | None:
    """Return what a sentence that starts "The company ..." calls whom the last one named."""
    bare = len(tree) > 2 and tree.folded[0] == "the" and tree.folded[1] in _TRADES
    return _collective(tree, 1, listed, lexicon) if bare else None


def _acting(run: _Run, lexicon: Lexicon) -> bool:
    """Whether a run does, suffers or owns what only somebody can."""
    tree, words = run.tree, lexicon.grammar
    top = tree.top(tree.span(run.first, run.last))
    if top is None or tree.sentence.label is Label.TITLE:
        return False
    relation, head = tree.relation(top), tree.head(top)
    if relation == "nsubj":
        return tree.lemma(head) in words["conduct"] and tree.pos(head) == "VERB"
    if relation == "dobj":
        return tree.lemma(head) in words["answerable"]
    if relation == "poss":
        return tree.lemma(head) in words["directorate"]
    if relation == "pobj" and tree.folded[head] == "for":
        return tree.lemma(tree.head(head)) in {"spokesman", "spokeswoman", "spokesperson"}
    return False


def _unplaced(run: _Run, kinds: Mapping[str, Kind], lexicon: Lexicon) -> bool:
    """Whether nothing speaks for a town or a person: one word that the gazetteer lacks."""
    if run.first != run.last or kinds.get(run.key) is Kind.PERSON:
        return False
    return not lexicon.gazetteer.find(run.words)


def _within(run: _Run) -> bool:
    """Whether something is said to be in or near what a run names."""
    before = run.first - 1
    before -= before > 0 and run.tree.folded[before] == "the"
    return before >= 0 and run.tree.folded[before] in _INSIDE


def _stands(run: _Run, told: Body, kinds: Mapping[str, Kind], lexicon: Lexicon) -> bool:
    """Whether a run may be a body: a known place or person only where it is called one."""
    if told.called:
        return True
    ending = run.words.rsplit(maxsplit=1)[-1].casefold()
    return ending not in lexicon.grammar["site"] and kinds.get(run.key) is not Kind.PERSON


def _names(runs: Iterable[_Run], bodies: Mapping[str, Body]) -> Iterator[Name]:
    """Yield the names of the runs that are bodies."""
    for run in runs:
        body = bodies.get(run.key)
        if body is not None:
            span = run.tree.span(run.first, run.last)
            rule = "names/called" if body.called else "names/acting"
            name = " ".join(run.words.split())
            yield Name(span, Kind.ORGANISATION, name, rule, body.country, body.sector)
