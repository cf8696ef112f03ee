"""Put the mentions of one name together: "Omid Karimi" and "Karimi", "Moscow" and "Russia".

A surname that two persons bear joins neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dateline.knowledge.lexicon import Lexicon, fold
from dateline.model import Kind, Name, Report
from dateline.text.allegiance import body_keys
from dateline.text.descriptions import Description


@dataclass(slots=True)
class Link:
    """A chain of names in the making."""

    kind: Kind
    names: list[Name] = field(default_factory=list)
    told: list[Description] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The fullest form met; of two as full the first."""
        return max((n.name for n in self.names), key=lambda name: (len(name.split()), len(name)))


def find_links(report: Report, lexicon: Lexicon) -> list[Link]:
    """Return the chains of names of persons, countries and bodies, by first mention."""
    links = [*_persons(report.names), *_countries(report.names), *_bodies(report, lexicon)]
    return sorted(links, key=lambda link: min(n.span for n in link.names))


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
        met = [link for link in fitting if link.names[0].span < name.span]
        fitting = met if len(met) == 1 else fitting  # The other bearer of it is named later.
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
    if between == ", " and text[short.span.end : short.span.end + 1] == ",":
        # "the cabin crew union, SPKD, said": what it is, then its name.
        described = full.name.rsplit(maxsplit=1)[-1].islower()
        return described and letters.isupper() and len(letters) > 1
    if between.strip() not in {"(", '("', "(“"} or not letters.isupper():
        return False
    initials = "".join(word[0] for word in full.name.replace("-", " ").split())
    return letters[0] == initials[0].upper() and len(letters) <= len(initials) + 2
