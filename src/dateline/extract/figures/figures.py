"""Find the counts and amounts worth keeping: "[at least 47 people] were killed", "[$2 billion]".

A figure says how many of what, what it measures, how sure the text is and who says so. Counts
that tell nothing (ordinals, ages, "the two countries") are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.extract.figures.claimants import claimant_of
from dateline.extract.figures.counted import Counted, counted, noun_span, phrase
from dateline.extract.figures.gapped import find_gapped, with_fellow
from dateline.extract.figures.learned import meant, weighed
from dateline.extract.figures.lengths import find_lengths, within
from dateline.extract.figures.measure_words import Measured
from dateline.extract.figures.measures import measure_of, outdone, right_after, right_before
from dateline.extract.figures.nobody import find_nobody
from dateline.extract.figures.parts import with_whole
from dateline.extract.figures.status import status_of
from dateline.extract.figures.surroundings import placed
from dateline.extract.figures.tellers import gapped_teller, keeper_of, reporter_of
from dateline.extract.figures.valued import Valued, find_valued, is_bare, value_of, value_span
from dateline.extract.figures.worth import fitting, is_person, unit_of, worth_keeping
from dateline.knowledge.lexicon import Lexicon
from dateline.model import Figure, Number, Report, Sentence, Span, Status
from dateline.text.cast import Cast
from dateline.text.readings import readings
from dateline.text.tree import SUBJECTS, Tree

# "Another 44 were hurt", "Some 30 others", "Twelve more"
_MORE = re.compile(
    r"(?:another|a further|(?:some |about |at least )?[\w,]+ (?:others?|more)"
    r"|of (?:those|these|them))\b",
    re.I,
)
_BY_HOW_MUCH = frozenset({"dobj", "npadvmod", "advmod", "attr"})  # "shares fell 3%"


def find_figures(
    report: Report, *, lexicon: Lexicon, weights: str | None = None
) -> tuple[Figure, ...]:
    """Return the figures of every sentence, in order; without weights the rules tell alone."""
    found: list[Figure] = []
    cast = Cast(report, lexicon)
    known = readings(report, weights)
    for sentence, reading in zip(report.sentences, known, strict=True):
        if sentence.parse is None:
            continue
        tree = Tree(sentence, report.text)
        inside = within(report.numbers, sentence.span)
        figures = list(_counts(tree, inside, found, cast))
        figures += [*find_nobody(tree), *find_lengths(report, tree)]
        valued = tuple(find_valued(tree, inside, [*found, *figures], cast))
        figures = [figure for figure in figures if not (is_bare(figure) and _meets(figure, valued))]
        figures += valued
        figures = [
            _known(tree, one, [*found, *figures], cast) if is_bare(one) else one for one in figures
        ]
        figures += find_gapped(tree, inside, figures, found[-2:])
        for figure in sorted(figures, key=lambda figure: figure.span):
            told = placed(report, _over(figure), sentence)
            teller = claimant_of(tree, told, cast)
            told = told if teller is None else replace(told, claimed_by=teller)
            told = _continued(told, found[-1:], sentence, report.text)
            found.append(_over(meant(tree, weighed(tree, told, inside, reading), reading)))
    return tuple(sorted(found, key=lambda figure: figure.span))


def _over(figure: Figure) -> Figure:
    """Return a count of the dead as of something over, whatever the tense in which it stands."""
    lasts = figure.measure == "killed" and figure.status is Status.ONGOING
    return replace(figure, status=Status.HAPPENED) if lasts else figure


def _known(tree: Tree, figure: Figure, told: Sequence[Figure], cast: Cast) -> Figure:
    """Return a bare number with what it counts and who gives it."""
    node = tree.top(figure.span)
    giver = None if node is None else keeper_of(tree, node, cast)
    return replace(with_fellow(tree, figure, told), claimed_by=figure.claimed_by or giver)


def _continued(figure: Figure, before: Sequence[Figure], sentence: Sentence, text: str) -> Figure:
    """Return a gapped count with the claimant of the one before it: "52 hurt, of whom [31] …".

    So does one that opens a sentence as more of the same: "Another 44 were wounded."
    """
    opens = _MORE.match(text, sentence.span.start) is not None
    if opens and before and figure.claimed_by is None:
        between = text[before[0].span.end : sentence.span.start]
        if "\n" not in between and before[0].span.start < sentence.span.start:
            return replace(figure, claimed_by=before[0].claimed_by)
    goes_on = figure.by == "figures/gapped" and figure.claimed_by is None
    near = [one for one in before if one.span.start >= sentence.span.start]
    return replace(figure, claimed_by=near[0].claimed_by) if goes_on and near else figure


def _meets(figure: Figure, others: Sequence[Figure]) -> bool:
    """Whether a figure shares characters with one of others."""
    return any(figure.span.meets(other.span) for other in others)


def _counts(
    tree: Tree, numbers: Sequence[Number], told: Sequence[Figure], cast: Cast
) -> Iterator[Figure]:
    """Yield the figures of a sentence's numbers; `told` are those before the sentence."""
    told = list(told)
    for number in numbers:
        if number.kind == "ordinal":
            continue
        of = counted(tree, number)
        if of is None or gapped_teller(tree, of.node, cast.lexicon) is not None:
            continue
        last = tree.inside(number.digits)[-1]
        beside = right_after(tree, last) or right_before(tree, of.first)
        beside = beside if number.kind == "cardinal" else None
        if beside is not None:
            of = Counted(of.node, None, of.first, last)
        measured = outdone(tree, of.node, beside) if beside else None
        if beside is None:
            value = value_of(tree, of.node) if of.noun is None else None
            of, measured = _valued(tree, of, value)
        person = is_person(tree, of, measured, lexicon=cast.lexicon)
        measured = fitting(tree, of, measured, person=person)
        if number.kind != "cardinal" and of.noun is None:
            measured = None
        if worth_keeping(tree, number, of, measured):
            figure = _figure(tree, number, of, measured, person=person)
            figure = with_whole(cast.report, tree, of, figure, told)
            told.append(replace(figure, claimed_by=reporter_of(tree, of, cast)))
            yield told[-1]


def _valued(tree: Tree, of: Counted, value: Valued | None) -> tuple[Counted, Measured | None]:
    """Return what a number counts and measures, by the count that it is the value of, if any."""
    if value is not None and value.measured is not None:
        return of, value.measured
    if value is not None and value.noun is not None:
        return replace(of, noun=value.noun), measure_of(tree, value.noun, value.noun)
    return of, measure_of(tree, of.node, of.noun)


def _figure(
    tree: Tree, number: Number, of: Counted, measured: Measured | None, *, person: bool
) -> Figure:
    """Return the figure of one number."""
    person = person and number.kind not in {"money", "percent", "fraction"}
    unit = number.unit or unit_of(tree, of, number) or ("person" if person else None)
    head = None if of.noun is None else tree.words[of.noun]
    named = _named(tree, number, of, unit)
    return Figure(
        _span(tree, of, measured),
        number.low,
        number.high,
        "share" if unit is None and number.kind == "fraction" else unit,
        _home(tree, of, named) or ("people" if person else None),
        head,
        _measure(number, measured),
        number.hedge or ("estimated" if _is_estimated(tree, of.node) else None),
        status_of(tree, of.node, measured),
        by=f"figures/{'noun' if of.noun is not None else 'elided'}",
    )


def _is_estimated(tree: Tree, node: int) -> bool:
    """Whether the words above a count make it an estimate: "the UN estimates that 900 fled"."""
    above = [token for token in tree.above(node) if tree.lemma(token) in {"estimate", "reckon"}]
    subjects = (tree.child(token, *SUBJECTS) for token in tree.above(node))
    return bool(above) or any(s is not None and tree.lemma(s) == "estimate" for s in subjects)


def _named(tree: Tree, number: Number, of: Counted, unit: str | None) -> str | None:
    """Return what is counted in words; of "960 square miles of forest" the forest."""
    noun = of.noun
    if number.kind in {"money", "percent"} or (unit and unit != "person"):
        if noun is None or number.kind == "cardinal":
            noun = tree.preposition(of.node if noun is None else noun, "of", "in")
        if number.kind == "percent" and noun is None and tree.relation(of.node) == "pobj":
            noun = tree.child(tree.head(tree.head(of.node)), *SUBJECTS)
        elif number.kind == "percent" and noun is None and tree.relation(of.node) in _BY_HOW_MUCH:
            noun = tree.child(tree.head(of.node), *SUBJECTS)
    if noun is None or tree.pos(noun) not in {"NOUN", "PROPN"}:
        return None
    return phrase(tree, number, noun)


def _measure(number: Number, measured: Measured | None) -> str:
    """Return what a number measures, by its kind where no word tells."""
    if number.kind == "money":
        return "money"
    if measured is not None and number.kind == "cardinal":
        return measured.measure
    return "share" if number.kind in {"percent", "fraction"} else "other"


def _home(tree: Tree, of: Counted, named: str | None) -> str | None:
    """Return what is counted, with the place of "Osmara is home to 2 million farmers"."""
    head = tree.head(of.node)
    above = tree.head(head)
    if named is None or tree.relation(of.node) != "pobj" or tree.lemma(above) != "home":
        return named
    subject = tree.child(tree.head(above), *SUBJECTS)
    if subject is None or tree.pos(subject) != "PROPN":
        return named
    return f"{named} in {tree.reach(subject).of(tree.text)}"


def _span(tree: Tree, of: Counted, measured: Measured | None) -> Span:
    """Return the figure's characters: number to noun, and the predicate where that is needed.

    A subject whose noun is left out needs its verb ("tens of thousands fled"), as does one
    that something could happen to; a left-out object needs the verb before it.
    """
    plain = noun_span(tree, of)
    if (told := value_span(tree, of)) is not None:
        return told
    if measured is None:
        return plain
    word = tree.span(measured.word)
    if word.end < plain.start and tree.relation(of.node) == "pobj" and of.noun is None:
        if (told := _told(tree, measured.word, of)) is not None:
            return told
    if word.end < plain.start and tree.pos(measured.word) != "VERB":
        verb = tree.head(tree.head(of.node))
        rose = tree.relation(of.node) == "pobj" and tree.pos(verb) == "VERB"
        return tree.span(verb, of.last) if rose and 0 < of.node - verb < 5 else plain
    subject = tree.relation(of.node) in SUBJECTS
    modal = any(tree.tag(c) == "MD" for c in tree.children(measured.word, "aux"))
    if of.noun is not None and not (subject and modal):
        return plain
    if word.start >= plain.end:
        end = max(word.end, _complement(tree, measured.word))
        near = end - plain.end < 80
        return Span(plain.start, end) if near else plain
    near = plain.start - word.end < 12 and tree.relation(of.node) != "appos"
    return Span(word.start, plain.end) if near else plain


def _told(tree: Tree, word: int, of: Counted) -> Span | None:
    """Return the words of a count that gets a value: "its dead from three to nine"."""
    if tree.relation(word) == "prep" or (tree.pos(word) == "VERB" and tree.relation(word) != "acl"):
        return tree.span(word, of.last) if tree.lemma(word) in {"speak", "talk"} else None
    top = word
    while tree.relation(top) in {"pobj", "prep", "acl", "agent"} and tree.head(top) < top:
        if tree.pos(tree.head(top)) == "VERB":
            break
        top = tree.head(top)
    if tree.relation(top) != "dobj":
        return None
    span = Span(tree.reach(top).start, tree.parse.end[of.last])
    return span if span.end - span.start < 120 else None


def _complement(tree: Tree, verb: int) -> int:
    """Return where "forced from their homes" ends, its place included."""
    held = tree.preposition(verb, "from")
    return 0 if held is None else tree.reach(held).end
