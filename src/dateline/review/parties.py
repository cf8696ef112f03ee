"""Read and write parties as people name them: "Rui Macie (MOZ, GOV); army"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dateline.errors import CorrectionError
from dateline.knowledge.lexicon import fold
from dateline.model import Actor, Chain, Report, Span

_PARTY = re.compile(r"(?P<name>[^();]+?)\s*(?:\((?P<codes>[A-Z]{3}(?:,\s*[A-Z]{3})?)\))?")
_SECTORS = frozenset(
    "AGR BUS COP CRM CVL EDU ELI GOV JRN JUD LAB LEG MED MIL NGO OPP PRE PRM PTY REB REF REL SOC"
    " SPY UAF UNK".split()
)
"""The sectors of PLOVER; other codes of three letters are countries."""


def party_words(actors: Iterable[Actor | None]) -> str:
    """Return parties in words."""
    return "; ".join(_words(actor) for actor in actors if actor is not None)


def _words(actor: Actor) -> str:
    codes = ", ".join(filter(None, (actor.country, actor.sector)))
    return f"{actor.name} ({codes})" if codes else actor.name


def read_parties(words: str, report: Report, near: Span) -> tuple[Actor, ...]:
    """Return the parties that words name, with the mention nearest to some characters.

    Somebody whom the report names is who it is there; codes in brackets say otherwise. Raises
    `CorrectionError`.
    """
    return tuple(_party(part.strip(), report, near) for part in words.split(";") if part.strip())


def _party(words: str, report: Report, near: Span) -> Actor:
    read = _PARTY.fullmatch(words)
    if read is None:
        raise CorrectionError(
            f"{words!r} names nobody: NAME or NAME (COUNTRY, SECTOR) was expected, several by ;"
        )
    name, codes = read["name"], [code.strip() for code in (read["codes"] or "").split(",")]
    told = [code for code in codes if code]
    sector = next((code for code in reversed(told) if code in _SECTORS), None)
    country = next((code for code in told if code != sector), None)
    chain = _chain(name, report)
    if chain is None:
        return Actor(name, _nearest(_literal(name, report), near), None, country, sector)
    held = (country, sector) if told else (chain.country, chain.sector)
    return Actor(chain.name, _nearest(chain.mentions, near), chain.id, *held)


def _chain(name: str, report: Report) -> Chain | None:
    """Return whom a report knows by this name: its fullest form, or any of its mentions."""
    wanted = fold(name)
    for chain in report.chains:
        if fold(chain.name) == wanted:
            return chain
    named = [
        chain
        for chain in report.chains
        if any(fold(mention.of(report.text)) == wanted for mention in chain.mentions)
    ]
    return named[0] if len(named) == 1 else None


def _literal(name: str, report: Report) -> list[Span]:
    """Return where a name stands in the text as it is written."""
    found = re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", report.text)
    return [Span(match.start(), match.end()) for match in found]


def _nearest(spans: Iterable[Span], near: Span) -> Span | None:
    """Return the span that lies nearest, the earlier of two."""
    return min(
        spans, key=lambda s: (max(near.start - s.end, s.start - near.end, 0), s.start), default=None
    )
