"""Find what a number is the value of: "put the number of flooded [houses] at 140".

The word before "at" or "to" tells: what is counted ("houses"), what became of them ("and of
injured at 240"), or only that they are counted ("put the number at 15,000", "raised hers to
120"). Of those, an earlier sentence says who they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.extract.figures.counted import Counted, counted
from dateline.extract.figures.gapped import leading
from dateline.extract.figures.measure_words import Measured, measure_word
from dateline.extract.figures.status import status_of
from dateline.extract.figures.tellers import giver_of, subject_of, tally_of
from dateline.knowledge.vocabulary import words
from dateline.model import Figure, Number, Span, Status
from dateline.text.cast import Cast
from dateline.text.tree import SUBJECTS, Tree

_AT = frozenset({"at", "to", "as"})
_OWN = frozenset({"hers", "his", "its", "theirs", "it", "that"})
# "sticks to 9,000", "stands by 86": who has counted before keeps or gives a value.
_KEEPS = {
    "to": frozenset("stick keep hold cling adhere".split()),
    "by": frozenset({"stand"}),
    "on": frozenset({"insist", "settle"}),
    "with": frozenset({"stick", "stay"}),
    "at": frozenset("arrive remain stay stop".split()),
    "of": frozenset("speak talk".split()),
}
_COUNTED = frozenset("count list tally see log register record estimate reckon give have".split())
_COMES_TO = frozenset("be become reach hit pass exceed near top approach total".split())
_NO_COUNT = frozenset({"share", "money", "duration"})
_SAID = frozenset({"dobj", "ccomp", "nsubj", "dep", "parataxis", "npadvmod", "attr"})
_FEW = 5
"""A bare number that somebody says is a count from here on."""
_NEAR = 200
"""Characters between a sentence and the count of which it gives another value."""
_ENDS = re.compile(r"\s*(?:[.,;:!?”\"]|$|(?:and|but|while|or|at (?:least|most))\b)")
_LONGEST = 120
"""Characters of a span that begins with the count: "the number of flooded houses at 140"."""


@dataclass(frozen=True, slots=True)
class Valued:
    """What a number is the value of."""

    first: int
    """The token with which the count begins: "[the] number of houses", "[of] injured"."""
    noun: int | None
    """The noun of those counted, where one is said."""
    measured: Measured | None
    """What became of them, where an adjective stands for them: "of injured"."""


def value_of(tree: Tree, node: int) -> Valued | None:
    """Return what the number at a token is the value of; None where it is no count's."""
    preposition = tree.head(node)
    if tree.relation(node) != "pobj" or _by_which(tree, node) not in _AT:
        return None
    verb = next((token for token in tree.above(node) if _gives_value(tree, token)), None)
    thing = None if verb is None else _thing(tree, preposition, verb)
    if thing is None or verb is None:
        return None
    if tree.folded[thing] in _OWN:
        return Valued(thing, None, None)
    count = _count_before(tree, thing)
    if count is None:
        return _of_those(tree, thing)
    first = tree.inside(tree.reach(count))[0] if count > verb or thing < verb else thing
    if any(tree.pos(token) == "NUM" for token in range(first, thing)):
        first = thing - (tree.folded[thing - 1] == "of")  # "and [of] injured at 240"
    if thing == count:
        return Valued(first, None, None)
    if tree.tag(thing) == "VBN" and thing - 1 > count and tree.tag(thing - 1) in {"NNS", "NNPS"}:
        thing -= 1  # "the number of homes destroyed to 1,900"
    keys = ("adjectives", "objects") if tree.tag(thing) == "VBN" else ("adjectives",)
    if (measured := measure_word(tree, thing, keys)) is not None:
        return Valued(first, None, measured)
    return Valued(first, thing, None) if tree.tag(thing) in {"NNS", "NNPS"} else None


def _of_those(tree: Tree, thing: int) -> Valued | None:
    """Return whom "the wounded" are, of whom there are as many as the value says."""
    article = thing > 0 and tree.folded[thing - 1] in {"the", "its", "their"}
    measured = measure_word(tree, thing, ("adjectives",)) if article else None
    return None if measured is None else Valued(thing - 1, None, measured)


def _by_which(tree: Tree, node: int) -> str:
    """Return the preposition before a value; the parser ties both of "from 16 to [19]" to one."""
    preposition = tree.folded[tree.head(node)]
    return "to" if preposition == "from" and tree.folded[node - 1] == "to" else preposition


def _gives_value(tree: Tree, token: int) -> bool:
    """Whether a word is a verb that gives a count a value: "put", "raised", "rose"."""
    change = words("measures")["change"]
    return tree.pos(token) == "VERB" and tree.lemma(token) in {*change["verbs"], *change["tells"]}


def _thing(tree: Tree, preposition: int, verb: int) -> int | None:
    """Return the last word of what gets a value: before "at", else at the end of the subject."""
    if tree.relation(verb) == "relcl" and tree.child(verb, "dobj") is None and verb > 1:
        return tree.head(verb)  # "the wounded he puts at 54"
    thing = preposition - 1
    while thing > verb and (tree.pos(thing) in {"NUM", "ADV"} or tree.folded[thing] == "from"):
        thing -= 1
    if thing > verb or tree.pos(thing) in {"NOUN", "ADJ"}:
        return thing if thing >= 0 else None
    subject = tree.child(verb, *SUBJECTS)
    if subject is None:
        return None
    while (below := tree.preposition(subject, "of")) is not None and subject != below:
        subject = below
    return subject


def _count_before(tree: Tree, thing: int) -> int | None:
    """Return the noun that makes a thing a count: the "number" of houses."""
    nouns = {*words("measures")["toll"]["nouns"], "estimate"}
    found = [token for token in range(thing + 1) if tree.lemma(token) in nouns]
    return found[-1] if found else None


def value_span(tree: Tree, of: Counted) -> Span | None:
    """Return the words from a count to its value: "[the number of flooded houses at 140]"."""
    after = of.noun is not None and of.noun > of.first
    value = None if after else value_of(tree, of.node)
    if value is None or value.first >= of.first:
        return None
    span = tree.span(value.first, of.last)
    rose = any(_gives_value(tree, token) for token in range(value.first, of.first))
    return None if rose or span.end - span.start > _LONGEST else span


def find_valued(
    tree: Tree, numbers: Sequence[Number], told: Sequence[Figure], cast: Cast
) -> Iterator[Figure]:
    """Yield a figure for each number that is a new value of a count told of before.

    `told` are the figures up to the sentence's end: "80,000 had walked out. The ministry put
    the number at [15,000]", "Police say 200 were hurt. The union says [450]".
    """
    counts = [figure for figure in told if figure.measure not in _NO_COUNT and figure.low != 0]
    for number in numbers:
        of = counted(tree, number) if number.kind == "cardinal" and number.unit is None else None
        if of is None or of.noun is not None or _is_told(number, told):
            continue
        before = [figure for figure in counts if figure.span.end <= number.span.start]
        if not before or not (_has_value(tree, of.node) or _is_said(tree, number, of, before[-1])):
            continue
        last = count_before(
            tree.text, before, fatal=_is_toll(tree, of.node), start=tree.sentence.span.start
        )
        own = status_of(tree, of.node, None)
        yield replace(
            last,
            span=_whole_span(value_span(tree, of), number),
            low=number.low,
            high=number.high,
            head=None,
            hedge=number.hedge,
            status=last.status if own is Status.ONGOING else own,
            by="figures/valued",
            claimed_by=giver_of(tree, of.node, cast),
        )


def _whole_span(told: Span | None, number: Number) -> Span:
    """Return a value's characters with all hedges: "[it at 44 at least]"."""
    return number.span if told is None else Span(told.start, max(told.end, number.span.end))


def count_before(
    text: str, before: Sequence[Figure], *, fatal: bool = False, start: int = 0
) -> Figure:
    """Return which of the counts before it a new value is of: the last, or a toll near it.

    Where dead and hurt were counted, a "figure" alone is that of the dead: `fatal`. `start` is
    where the new value's sentence begins.
    """
    ordered = sorted(before, key=lambda figure: figure.span)
    near = [(figure, text[max(0, figure.span.start - 20) : figure.span.end]) for figure in ordered]
    tolls = [figure for figure, said in near[-3:] if "toll" in said.casefold()]
    deaths = [figure for figure, _ in near[-3:] if figure.measure == "killed" and fatal]
    named = tolls or deaths
    return named[-1] if named else leading(ordered, start)


def _is_toll(tree: Tree, node: int) -> bool:
    """Whether the words that get a value are only "the toll" or "its figure"."""
    verb = next((above for above in tree.above(node) if tree.pos(above) == "VERB"), None)
    held = () if verb is None else tree.children(verb, "nsubj", "nsubjpass", "dobj")
    return any(tree.lemma(token) in {"toll", "figure", "tally", "count"} for token in held)


def _has_value(tree: Tree, node: int) -> bool:
    """Whether a number is the value of a count of nothing that the sentence names."""
    value = value_of(tree, node)
    return value is not None and value.noun is None and value.measured is None


def _is_said(tree: Tree, number: Number, of: Counted, before: Figure) -> bool:
    """Whether a bare number is all that somebody says or counts: "Police said [15,000]."."""
    near = before.span.end > tree.sentence.span.start - _NEAR
    if tally_of(tree, of.node) is not None:
        return near
    if not _is_given(tree, of.node) or (number.low or number.high or 0) < _FEW:
        return False
    return near and _ENDS.match(tree.text, number.digits.end, tree.sentence.span.end) is not None


def _is_given(tree: Tree, node: int) -> bool:
    """Whether a number is what a verb says, counts or keeps to: "sticks to 9,000", "saw 300"."""
    verb, relation = tree.head(node), tree.relation(node)
    if relation == "pobj":
        return tree.lemma(tree.head(verb)) in _KEEPS.get(tree.folded[verb], ())
    if relation == "attr" and tree.child(verb, "expl") is not None:
        return True  # "said that there had been 84"
    if relation in {"attr", "dobj"} and tree.lemma(verb) in _COMES_TO:
        subject = tree.child(verb, "nsubj")  # "the figure had reached 27", "it was 8,600"
        counts = {"it", "that", *words("measures")["toll"]["nouns"]}
        return subject is not None and {tree.lemma(subject), tree.folded[subject]} & counts != set()
    if relation == "dobj" and tree.lemma(verb) in _COUNTED:
        return subject_of(tree, verb) is not None
    return relation in _SAID and tree.lemma(verb) in words("measures")["change"]["says"]


def _is_told(number: Number, told: Sequence[Figure]) -> bool:
    return any(one.span.meets(number.digits) and not is_bare(one) for one in told)


def is_bare(figure: Figure) -> bool:
    """Whether a figure is a number of which its sentence says no more than that."""
    return figure.by == "figures/elided" and figure.measure == "other"
