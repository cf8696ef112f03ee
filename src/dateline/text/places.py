"""Put the places of a report on the map: "Idlib Province" is a province of Syria.

A name is looked up in the gazetteer and its bearers are weighed (`dateline.text.bearers`): the
container that stands beside it ("Paris, Texas"), the word that says its kind, the places and
countries that the report speaks of, and size decide. A country's name that says where
something is ("in Iran") is a place too; a government or a demonym is not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from dateline.knowledge.gazetteer import key_of
from dateline.knowledge.lexicon import Lexicon
from dateline.model import Kind, Name, Place, Report
from dateline.text.bearers import Asked, Ranked, rank
from dateline.text.descriptions import named_in
from dateline.text.holders import holds
from dateline.text.toponyms import Mention, looked_up, mention_of, of_country, shared
from dateline.text.tree import Tree

_MOST_RIVALS = 5
_SMALL = 50_000
"""Inhabitants below which a place is not believed far from all that the report speaks of."""


def find_places(report: Report, *, lexicon: Lexicon) -> tuple[Place, ...]:
    """Return the places that the report names, in order."""
    named = frozenset(name.country for name in report.names if name.country is not None)
    mentions = [looked_up(m, report.text, lexicon, named) for m in _mentions(report)]
    mentions = [mention for mention in mentions if not _is_pointless(mention)]
    lands = [name for name in report.names if _stands_for_land(name)]
    mentions += filter(None, (of_country(name, report.text, lexicon) for name in lands))
    mentions.sort(key=lambda mention: mention.span)
    questions = shared(mentions)
    asked = tuple(dict.fromkeys(q for q in questions if q.spots))
    spoken = _spoken(report, frozenset(q.key for q in asked), lexicon)
    answers = dict(zip(asked, rank(asked, spoken=spoken, capitals=_capitals(lexicon)), strict=True))
    return tuple(
        _place(mention, question, answers[question], spoken)
        if question in answers
        else _unmapped(mention, question)
        for mention, question in zip(mentions, questions, strict=True)
    )


def _stands_for_land(name: Name) -> bool:
    """Whether a country's name says where: "in Iran", not "Iran warned"."""
    return name.kind is Kind.COUNTRY and name.by == "names/name" and not name.as_government


def _is_pointless(mention: Mention) -> bool:
    """Whether a listed part of the world has no point that stands for it: "the West"."""
    return mention.name.by == "names/name" and all(s.grain != "area" for s in mention.spots)


def _spoken(report: Report, asked: frozenset[str], lexicon: Lexicon) -> Mapping[str, float]:
    """Return how often each country is spoken of by names that are no places themselves.

    The country of the outlet counts a little.
    """
    count: dict[str, float] = defaultdict(float)
    for name in report.names:
        spoken = name.kind in {Kind.COUNTRY, Kind.GROUP} and name.country
        if spoken and key_of(name.span.of(report.text)) not in asked:
            count[name.country or ""] += 1.0
    outlet = lexicon.outlets.get((report.metadata.outlet or "").casefold())
    if outlet is not None and outlet.country is not None:
        count[outlet.country] += 0.5
    return dict(sorted(count.items()))


def _capitals(lexicon: Lexicon) -> frozenset[tuple[str, str]]:
    """Return the capitals of the countries."""
    return frozenset(
        (country.code, key_of(capital))
        for country in lexicon.countries.values()
        for capital in country.capitals
    )


def _mentions(report: Report) -> Iterator[Mention]:
    """Yield the names of places, each with the "province" or "city" that stands beside it."""
    for sentence in report.sentences:
        named = [n for n in named_in(report.names, sentence.span) if _is_mapped(n)]
        if sentence.parse is None or not named:
            continue
        tree = Tree(sentence, report.text)
        for name in named:
            if inside := tree.inside(name.span):
                yield mention_of(tree, name, inside)


def _is_mapped(name: Name) -> bool:
    """Whether a name is that of a place, and no adjective of one ("Asian")."""
    return name.kind is Kind.PLACE and name.by != "names/adjective"


def _place(mention: Mention, question: Asked, found: Ranked, spoken: Mapping[str, float]) -> Place:
    """Return a place with its likeliest bearer, the others as rivals."""
    best = found.spots[0]
    others = (s.entity for s in found.spots[1:] if s.entity is not None and s.entity != best.entity)
    rivals = tuple(dict.fromkeys(others))[:_MOST_RIVALS]
    if _is_doubtful(mention, question, found, spoken):
        rivals = (*filter(None, (best.entity,)), *rivals)[:_MOST_RIVALS]
        return replace(_unmapped(mention, question), rivals=rivals)
    by, because = found.by, found.because
    if mention.heard:
        by, because = "places/spelling", (f"another spelling of {best.name}", *because)
    if mention.part:
        by, because = "places/part", (f"a part of {best.name}, or by it", *because)
    return Place(
        mention.span,
        mention.words if mention.part or best.grain == "city" else best.name,
        "district" if mention.part else best.grain,
        by,
        None if mention.part else best.entity,
        best.country,
        best.lat,
        best.lon,
        rivals,
        because,
    )


def _is_doubtful(
    mention: Mention, question: Asked, found: Ranked, spoken: Mapping[str, float]
) -> bool:
    """Whether the best bearer is no better than none.

    "The Syrian town of X" is no X elsewhere; and a small town that nothing speaks for is not
    looked for at the other end of the world.
    """
    best = found.spots[0]
    firm = [h for h in question.holders if h.firm and h.province is None]
    if firm and best.grain != "area" and not any(holds(h, best) for h in question.holders):
        return best.country not in {h.country for h in firm}
    if mention.part and found.by in {"places/only", "places/size"}:
        return True
    if best.grain != "city" or best.population >= _SMALL or sum(spoken.values()) < 3:
        return False
    return found.by in {"places/only", "places/size"} and best.country not in spoken


def _unmapped(mention: Mention, question: Asked) -> Place:
    """Return a place that stays off the map, with its country if that is told."""
    held = (h.country for h in question.holders if h.province is None or h.firm)
    code = next((code for code in held if code), None) or mention.name.country
    grain = question.grain or "district"
    return Place(mention.span, mention.words, grain, "places/name", country=code)
