"""Join the mentions of one person, body, country or people of a report into chains.

"Foreign Minister Omid Karimi", "Karimi", "he" and "the minister" are one chain, which knows
the title, the country and the sector; "Moscow", "the Kremlin" and "the Russian government" are
another. Somebody without a name ("a fisherman … he") has a chain once he is mentioned twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from dateline.knowledge.lexicon import Lexicon
from dateline.model import Chain, Kind, Report, Span
from dateline.text.named import Link, find_links
from dateline.text.reading import Reading
from dateline.text.shown import shown_persons
from dateline.text.somebody import Somebody
from dateline.text.told import voices
from dateline.text.tree import Tree

_RELATIONS = frozenset("counterpart ally backer partner colleague fellow rival friend".split())
"""Nouns that say whose somebody is, not what."""


def find_chains(report: Report, *, lexicon: Lexicon) -> tuple[Chain, ...]:
    """Return the chains of names by first mention, then those of the nameless."""
    trees = [Tree(s, report.text) for s in report.sentences if s.parse is not None]
    report = replace(report, names=shown_persons(trees, report.names))
    links = find_links(report, lexicon)
    owner = {name.span: link for link in links for name in link.names}
    reading = Reading(trees, report, lexicon)
    for titles in reading.titles:
        for span, told in titles:
            if span in owner:
                owner[span].told.append(told)
    chains = [_chain(number, link) for number, link in enumerate(links)]
    chains = [
        _inherited(chain, link, chains, owner) for chain, link in zip(chains, links, strict=True)
    ]
    everybody = reading.everybody(chains)
    named = {one.link: one for one in everybody if one.link is not None}
    met = [
        replace(
            chain,
            mentions=_spans(chain, named.get(chain.id), reading.natives),
            body=_body_of(named.get(chain.id), chains),
        )
        for chain in chains
    ]
    nameless = [one for one in everybody if one.link is None and len(_distinct(one)) > 1]
    nameless.sort(key=lambda one: one.mentions[0].span)
    return (*met, *(_described(len(met) + n, one) for n, one in enumerate(nameless)))


def _spans(chain: Chain, one: Somebody | None, natives: AbstractSet[Span]) -> tuple[Span, ...]:
    """Return the spans of a chain's names and of what else means the same."""
    own = set(chain.mentions)
    if chain.kind is Kind.COUNTRY:
        own -= natives
    others = () if one is None else (mention.span for mention in one.mentions)
    return tuple(sorted({*own, *others}))


def _body_of(one: Somebody | None, chains: list[Chain]) -> str | None:
    """Return the body that a person speaks for, by its name or as it is first described."""
    body = None if one is None else one.whose
    if one is None or body is None or one.kind is not Kind.PERSON or body.kind is Kind.PERSON:
        return None
    if not one.heads & voices():
        return None
    if body.link is not None:
        return chains[body.link].name
    noun = next((mention for mention in body.mentions if not mention.pronoun), None)
    return None if noun is None else " ".join(noun.span.of(noun.tree.text).split())


def _distinct(one: Somebody) -> set[Span]:
    return {mention.span for mention in one.mentions}


def _described(number: int, one: Somebody) -> Chain:
    """Return the chain of somebody without a name, called as he is first described."""
    nouns = [m for m in one.mentions if not m.pronoun] or one.mentions
    first = nouns[0]
    start = first.span.start
    if first.span.start and not first.pronoun:
        before = first.tree.at(start - 2)
        if before is not None and first.tree.folded[before] in {"a", "an", "the", "both"}:
            start = first.tree.parse.start[before]
    name = " ".join(first.tree.text[start : first.span.end].split())
    kind = Kind.ORGANISATION if one.kind is Kind.COUNTRY else one.kind
    return Chain(number, name, kind, tuple(sorted(_distinct(one))), one.by, one.country, one.sector)


def _chain(number: int, link: Link) -> Chain:
    """Return the chain of a link, with what its descriptions say first."""
    told = [t for t in link.told if t.role is not None]
    country = next((n.country for n in link.names if n.country is not None), None)
    sector = next((n.sector for n in link.names if n.sector is not None), None)
    if link.kind is Kind.PERSON:
        country = next((t.country for t in told if t.country is not None), None)
        sector = next((t.sector for t in told if t.sector is not None), None)
    titles = (t.title for t in told if t.title and t.title.split()[-1] not in _RELATIONS)
    title = max(titles, key=len, default=None)
    mentions = tuple(sorted(n.span for n in link.names))
    name = link.names[0].name if link.kind is Kind.COUNTRY else link.name
    by = f"chains/{link.kind}"
    return Chain(number, name, link.kind, mentions, by, country, sector, title)


def _inherited(chain: Chain, link: Link, chains: list[Chain], owner: Mapping[Span, Link]) -> Chain:
    """Return a person's chain with the country of the one whose spokesman he is."""
    if chain.kind is not Kind.PERSON or chain.country is not None:
        return chain
    for told in link.told:
        for holder in told.holders:
            other = owner.get(holder.span)
            if other is None or other is link:
                continue
            held = next(c for c in chains if c.mentions and holder.span in c.mentions)
            if held.country is not None:
                return replace(chain, country=held.country)
    return chain
