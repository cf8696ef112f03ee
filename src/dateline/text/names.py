"""Find persons, organisations, groups, countries and places by name.

"Iranian Foreign Minister Omid Karimi flew to Ankara" names Iran (an adjective), a person and
a place. What the lexicons list goes first, then titles ("Minister ..."), then the parser's
entities, mended by what the rest of the report says: a bare surname is the person whose full
name stands elsewhere, whatever the parser takes it for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from dateline.knowledge.lexicon import Known, Lexicon, Sense, fold
from dateline.model import Kind, Name, Report, Span
from dateline.text.acronyms import read_acronyms
from dateline.text.allegiance import with_countries
from dateline.text.corporate import find_corporate, opens_body
from dateline.text.governments import acts, after_its_place, located
from dateline.text.institutions import institutions, is_office, organisation
from dateline.text.listed import find_listed
from dateline.text.mapped import (
    NAMING,
    at_home,
    capitalised,
    home_of,
    namesakes,
    overlooked,
    widened,
)
from dateline.text.nouns import nameless
from dateline.text.persons import full_persons, given_keys, situated, surname_keys, trimmed
from dateline.text.recognition import with_recognised
from dateline.text.tree import Tree
from dateline.text.unlisted import find_unlisted

Listed = tuple[tuple[Span, Known], ...]

_WORDY = frozenset({"PROPN", "ADJ", "NOUN"})


@dataclass(frozen=True, slots=True)
class _Found:
    """A name that may stand, and how much it is to be believed: the least `rank` wins."""

    name: Name
    rank: int


def find_names(report: Report, *, lexicon: Lexicon, weights: str | None = None) -> tuple[Name, ...]:
    """Return the names of the report's sentences, in order, none overlapping another."""
    trees = with_recognised(report, lexicon, weights)
    listed = {
        tree: tuple(pair for pair in find_listed(tree, lexicon) if not _is_tongue(tree, *pair))
        for tree in trees
    }
    short = read_acronyms(report.text, [pair for held in listed.values() for pair in held])
    listed = {tree: short.meant(held, lexicon) for tree, held in listed.items()}
    titled = {tree: tuple(full_persons(tree, listed[tree], lexicon)) for tree in trees}
    bodies = find_corporate(trees, titled)
    persons = {
        tree: tuple(span for span in held if fold(span.of(tree.text)) not in bodies)
        for tree, held in titled.items()
    }
    surnames = surname_keys(span.of(report.text) for held in persons.values() for span in held)
    given = given_keys(span.of(report.text) for held in persons.values() for span in held)
    provinces = home_of(trees, lexicon)
    home = _countries(listed.values()) | provinces
    foreign = namesakes(listed.values(), lexicon, provinces)
    kinds = _voted(trees, lexicon, home, learned=weights is not None)
    unlisted = find_unlisted(trees, listed, persons, kinds, lexicon)
    found: list[Name] = []
    for tree in trees:
        candidates = [
            *(_Found(_person(tree, span), 0) for span in persons[tree]),
            *(_Found(name, 0) for name in _corporate(tree, titled[tree], bodies, lexicon)),
            *(_Found(name, 1) for name in institutions(tree, listed[tree], lexicon)),
            *_national(tree, listed[tree]),
            *(_Found(name, 1) for name in widened(tree, listed[tree], lexicon)),
            *(_Found(_listed_name(tree, *pair, lexicon, foreign), 2) for pair in listed[tree]),
            *_surnames(tree, surnames, "surname"),
            *(found for found in _surnames(tree, given, "given") if _alone(tree, found)),
            *_shortened(tree, short.bracketed),
            *(_Found(name, 3) for name in unlisted[tree]),
            *_entities(tree, lexicon, kinds, listed[tree] if weights else None),
            *(_Found(name, 5) for name in overlooked(tree, lexicon, home)),
        ]
        found.extend(_apart(c for c in candidates if not nameless(c.name.span.of(tree.text))))
    return with_countries(trees, sorted(found, key=lambda name: name.span))


def _apart(candidates: Iterable[_Found]) -> list[Name]:
    """Return the names that stand when the better believed, then the longer, go first."""
    kept: list[Name] = []
    for one in sorted(candidates, key=lambda c: (c.rank, c.name.span.start - c.name.span.end)):
        span = one.name.span
        if all(span.end <= k.span.start or k.span.end <= span.start for k in kept):
            kept.append(one.name)
    return kept


def _countries(listed: Iterable[tuple[tuple[Span, Known], ...]]) -> frozenset[str]:
    """Return the codes of the countries that the report names."""
    return frozenset(
        known.country for held in listed for _, known in held if known.country is not None
    )


def _voted(
    trees: Iterable[Tree], lexicon: Lexicon, home: frozenset[str], *, learned: bool
) -> Mapping[str, Kind]:
    """Return for each of the parser's names its kind: a place's if it stands where places do,
    or is a place of a country that the report names; else the kind that it has most often.
    """
    votes: dict[str, Counter[Kind]] = {}
    placed: set[str] = set()
    for tree in trees:
        for first, end, label in tree.parse.entities:
            if label in NAMING and (span := trimmed(tree, first, end, lexicon)) is not None:
                words = span.of(tree.text)
                votes.setdefault(fold(words), Counter())[NAMING[label]] += 1
                body = learned and label == "ORG"
                if at_home(words, lexicon, home) or (not body and situated(tree, span, lexicon)):
                    placed.add(fold(words))
    order = tuple(Kind)
    return {
        key: Kind.PLACE
        if key in placed
        else min(count, key=lambda kind: (-count[kind], order.index(kind)))
        for key, count in votes.items()
    }


def _is_tongue(tree: Tree, span: Span, known: Known) -> bool:
    """Whether a word for a nation is its language: "said in French", "speaks Russian"."""
    token = tree.top(span)
    if token is None or known.sense not in {Sense.ADJECTIVE, Sense.PEOPLE}:
        return False
    head, relation = tree.head(token), tree.relation(token)
    if relation == "pobj" and tree.child(token, "det", "nummod") is None:
        return tree.folded[head] in {"in", "from", "into"}
    return relation == "dobj" and tree.lemma(head) in {"speak", "learn", "understand"}


def _person(tree: Tree, span: Span, rule: str = "title") -> Name:
    return Name(span, Kind.PERSON, span.of(tree.text), by=f"names/{rule}")


def _listed_name(
    tree: Tree, span: Span, known: Known, lexicon: Lexicon, foreign: frozenset[str]
) -> Name:
    """Return the name of a listed alias, read by its sense and the grammar around it.

    `foreign` are countries whose name means a province of another country here.
    """
    name = Name(span, known.kind, known.name, f"names/{known.sense}", known.country, known.sector)
    if known.kind is not Kind.COUNTRY and known.sense is not Sense.CAPITAL:
        return name
    token = tree.top(span)
    if known.sense in {Sense.ADJECTIVE, Sense.PEOPLE} or token is None:
        return replace(name, as_government=known.sense is Sense.PEOPLE and _the(tree, token))
    if known.sense is Sense.NAME and known.country in foreign:
        return replace(name, kind=Kind.PLACE, by="names/namesake", country=None, sector=None)
    if known.sense is Sense.NAME:
        placed = known.country is not None and after_its_place(tree, span, known.country, lexicon)
        return replace(name, as_government=not (placed or located(tree, token, lexicon)))
    seat = known.sense is Sense.SEAT and not located(tree, token, lexicon)
    if seat or acts(tree, token, lexicon):
        return replace(name, as_government=True)
    country = known.country if known.kind is Kind.COUNTRY else None
    return replace(name, kind=Kind.PLACE, name=span.of(tree.text), country=country, sector=None)


def _the(tree: Tree, token: int | None) -> bool:
    """Whether "the" stands before a people's name: "the Russians" are a government's."""
    if token is None or tree.child(token, "nummod") is not None:
        return False
    child = tree.child(token, "det")
    while child is None and tree.relation(token) == "conj":
        token = tree.head(token)
        child = tree.child(token, "det")
    return child is not None and tree.folded[child] == "the"


def _corporate(
    tree: Tree, titled: Iterable[Span], bodies: Mapping[str, bool], lexicon: Lexicon
) -> Iterator[Name]:
    """Yield the names that were taken for persons' and are bodies'."""
    labelled = (tree.span(first, end - 1) for first, end, _ in tree.parse.entities)
    for span in (*titled, *labelled):
        firm = bodies.get(fold(span.of(tree.text)))
        if firm is not None:
            name = organisation(span, tree, [], lexicon, "corporate")
            yield replace(name, sector="BUS") if firm else name


def _national(tree: Tree, listed: tuple[tuple[Span, Known], ...]) -> Iterator[_Found]:
    """Yield a country's own society of a body of the world: "the Malian Red Cross"."""
    for (first, land), (last, body) in pairwise(listed):
        own = body.country == "NGO" and land.kind is Kind.COUNTRY and land.country is not None
        if own and first.end + 1 == last.start and land.sense is not Sense.SEAT:
            span = Span(first.start, last.end)
            words, rule = " ".join(span.of(tree.text).split()), "names/national"
            name = Name(span, Kind.ORGANISATION, words, rule, land.country, body.sector)
            yield _Found(name, 1)


def _shortened(tree: Tree, short: Mapping[str, str]) -> Iterator[_Found]:
    """Yield the mentions of an organisation by the acronym that the report gives it."""
    for token, word in enumerate(tree.words):
        if word in short:
            name = Name(tree.span(token), Kind.ORGANISATION, word, "names/acronym")
            yield _Found(name, 3)


def _alone(tree: Tree, found: _Found) -> bool:
    """Whether a given name stands by itself: "Xi said", not "Xi Motors said"."""
    inside = tree.inside(found.name.span)
    around = (inside[0] - 1, inside[-1] + 1)
    beside = [t for t in around if 0 <= t < len(tree) and tree.pos(t) == "PROPN"]
    return not beside and tree.relation(inside[-1]) in {"nsubj", "nsubjpass", "poss", "dobj"}


def _surnames(tree: Tree, surnames: frozenset[str], rule: str) -> Iterator[_Found]:
    """Yield the words that are a known person's surname: "Karimi", "al-Sabah"."""
    for token, word in enumerate(tree.words):
        if not capitalised(tree, token) or fold(word) not in surnames:
            continue
        first = token
        if token >= 2 and tree.words[token - 1] == "-" and tree.folded[token - 2] in {"al", "el"}:
            first = token - 2
        whole = first == token and token + 1 < len(tree) and tree.words[token + 1] == "-"
        if not whole and tree.pos(token) in {"PROPN", "NOUN", "ADJ", "X"}:
            yield _Found(_person(tree, tree.span(first, token), rule), 3)


def _entities(
    tree: Tree, lexicon: Lexicon, kinds: Mapping[str, Kind], listed: Listed | None
) -> Iterator[_Found]:
    """Yield the parser's own names, of the kind that most of its mentions have.

    Or those that were recognised: a body's, then, is believed before the `listed` place in it.
    """
    rule = "parser" if listed is None else "recognised"
    for first, end, label in tree.parse.entities:
        if label not in NAMING or (span := trimmed(tree, first, end, lexicon)) is None:
            continue
        words = span.of(tree.text)
        if set(tree.text[max(0, span.start - 1) : span.end]) & {"#", "@"}:
            continue
        if first == 0 and end == 1 and tree.pos(0) != "PROPN" and listed is None:
            continue
        kind = kinds.get(fold(words), NAMING[label])
        if lexicon.role(words) is not None or not any(map(str.isupper, words)):
            continue
        if is_office(tree, tree.inside(span)[0], lexicon):
            continue
        institution = words.rsplit(maxsplit=1)[-1].casefold() in lexicon.grammar["institution"]
        if institution or opens_body(fold(words)):
            kind = Kind.ORGANISATION
        if kind is Kind.ORGANISATION:
            wider = any(
                span.meets(s) and len(s.of(tree.text)) < len(words) for s, _ in listed or ()
            )
            yield _Found(organisation(span, tree, [], lexicon, rule), 1 if wider else 4)
        else:
            yield _Found(Name(span, kind, words, f"names/{rule}"), 4)
