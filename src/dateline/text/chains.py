"""Join the mentions of one person, body or country of a report into chains.

"Foreign Minister Omid Karimi", "Karimi", "he" and "the minister" are one chain, which knows
the title, the country and the sector; "Moscow", "the Kremlin" and "Russian" are another. A
mention with two candidates joins neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from dateline.knowledge.lexicon import Lexicon, fold
from dateline.model import Chain, Kind, Name, Report, Span
from dateline.text.allegiance import body_keys
from dateline.text.antecedents import find_antecedents
from dateline.text.descriptions import Description, names_of
from dateline.text.references import find_references
from dateline.text.titles import titles_of
from dateline.text.tree import Tree

_RELATIONS = frozenset("counterpart ally backer partner colleague fellow rival friend".split())
"""Nouns that say whose somebody is, not what."""


@dataclass(slots=True)
class Link:
    """A chain in the making."""

    kind: Kind
    names: list[Name] = field(default_factory=list)
    told: list[Description] = field(default_factory=list)
    others: list[Span] = field(default_factory=list)
    """Pronouns and descriptions."""

    @property
    def name(self) -> str:
        """The fullest form met; of two as full the first."""
        return max((n.name for n in self.names), key=lambda name: (len(name.split()), len(name)))


def find_chains(report: Report, *, lexicon: Lexicon) -> tuple[Chain, ...]:
    """Return the chains of persons, bodies, groups and countries, by first mention."""
    links = [*_persons(report.names), *_countries(report.names), *_bodies(report, lexicon)]
    links.sort(key=lambda link: min(n.span for n in link.names))
    owner = {name.span: link for link in links for name in link.names}
    trees = [Tree(s, report.text) for s in report.sentences if s.parse is not None]
    for tree in trees:
        names = names_of(tree, report.names)
        for span, told in titles_of(tree, names, lexicon):
            if span in owner:
                owner[span].told.append(told)
                if told.span.end + 2 <= span.start or told.span.start > span.end:
                    owner[span].others.append(told.span)
    chains = [_chain(number, link) for number, link in enumerate(links)]
    chains = [
        _inherited(chain, link, chains, owner) for chain, link in zip(chains, links, strict=True)
    ]
    for span, number in find_references(trees, report.names, chains, lexicon):
        links[number].others.append(span)
    for span, met in find_antecedents(trees, report.names, lexicon).items():
        name = names_of(met.tree, report.names).get(met.token)
        if name is not None and name.span in owner and met.tree.child(met.token, "conj") is None:
            owner[name.span].others.append(span)
    return tuple(
        replace(chain, mentions=tuple(sorted({*chain.mentions, *link.others})))
        for chain, link in zip(chains, links, strict=True)
    )


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


# ---------------------------------------------------------------------------------- by name


def _parts(name: str) -> list[str]:
    return fold(name).replace("-", " ").split()


def _persons(names: Iterable[Name]) -> Iterator[Link]:
    """Yield one link a person: full names that agree, then surnames with one candidate."""
    persons = [n for n in names if n.kind is Kind.PERSON]
    full: list[Link] = []
    for name in (n for n in persons if len(_parts(n.name)) > 1):
        same = [link for link in full if _agree(_parts(link.names[0].name), _parts(name.name))]
        if len(same) == 1:
            same[0].names.append(name)
        else:
            full.append(Link(Kind.PERSON, [name]))
    alone: dict[str, Link] = {}
    for name in (n for n in persons if len(_parts(n.name)) == 1):
        part = _parts(name.name)[0]
        fitting = [link for link in full if _parts(link.names[0].name)[-1] == part]
        fitting = fitting or [link for link in full if _parts(link.names[0].name)[0] == part]
        if len(fitting) == 1:
            fitting[0].names.append(name)
        else:
            alone.setdefault(part, Link(Kind.PERSON)).names.append(name)
    yield from full
    yield from alone.values()


def _agree(one: list[str], other: list[str]) -> bool:
    """Whether two full names can be one person's: "Omid Karimi", "Omid Reza Karimi"."""
    short, long = sorted((one, other), key=len)
    if short[-1] != long[-1] and short[:2] != long[:2]:
        return " ".join(one) == " ".join(other)
    return set(short) <= set(long)


def _countries(names: Iterable[Name]) -> Iterator[Link]:
    """Yield one link a country, whatever word means it."""
    links: dict[str, Link] = {}
    for name in names:
        if name.kind is Kind.COUNTRY and name.country is not None:
            links.setdefault(name.country, Link(Kind.COUNTRY)).names.append(name)
    yield from links.values()


def _bodies(report: Report, lexicon: Lexicon) -> Iterator[Link]:
    """Yield one link an organisation or group; an acronym in brackets is the same one."""
    links: dict[str, Link] = {}
    before: Name | None = None
    keys = body_keys(report.names, lexicon)
    for name in (n for n in report.names if n.kind in {Kind.ORGANISATION, Kind.GROUP}):
        key = keys[name.span]
        if key not in links and before is not None and _acronym(report.text, before, name):
            links[key] = links[keys[before.span]]
        links.setdefault(key, Link(name.kind)).names.append(name)
        before = name
    seen: list[Link] = []
    for key in [key for key in links if " " not in key]:
        short = links[key].names[0].name
        whole = {k for k in links if k != key and key in k.split()}
        if short.isupper() and len(short) > 2:
            whole = {k for k in links if _initials(links[k].names[0].name) == short}
        if len(whole) == 1:
            links[whole.pop()].names.extend(links.pop(key).names)
    for link in links.values():
        if not any(link is other for other in seen):
            seen.append(link)
            yield link


def _initials(name: str) -> str:
    """Return the first letters of a name's capitalised words; none for a single word."""
    words = [word for word in name.split() if word[0].isupper()]
    return "".join(word[0] for word in words) if len(words) > 1 else ""


def _acronym(text: str, full: Name, short: Name) -> bool:
    """Whether a name in brackets is short for the one before: "Free Harbour Union (FHU)"."""
    between = text[full.span.end : short.span.start]
    letters = short.name.replace(".", "")
    if between.strip() not in {"(", '("', "(“"} or not letters.isupper():
        return False
    initials = "".join(word[0] for word in full.name.replace("-", " ").split())
    return letters[0] == initials[0].upper() and len(letters) <= len(initials) + 2
