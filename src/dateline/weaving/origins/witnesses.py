"""Tell what one report brings to a claim: whom it names as its source, and who saw it himself.

"The ministry said" names the ministry, "our reporter counted" the paper itself, "pictures
published by Orbit show" Orbit. A column that names nobody and saw nothing brings nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.knowledge.lexicon import open_lexicon
from dateline.knowledge.wording import words
from dateline.model import Actor, Cite, Credit, Event, Figure, Kind, Report, Span, Statement, Status
from dateline.weaving.claims.actors import (
    ACTS_FOR,
    Party,
    acts_for_state,
    agree,
    distinct,
    parties,
    party_of,
    same_name,
)
from dateline.weaving.claims.doers import MUTUAL, SPOKEN
from dateline.weaving.claims.items import REAL, sentence_around
from dateline.weaving.origins.observing import Observed, commentary, find_observed, means_outlet

Record = Event | Statement | Figure

# A paper's own reporter at work: "he told our correspondent", "told this newspaper".
_TOLD = re.compile(
    r"\btold (?:our|this) (?:own )?(?:reporter|correspondent|newspaper|paper|station)"
)
# "Pictures published on Friday by Orbit show", "a satellite image that Orbit released shows",
# "footage from Orbit's camera shows", "Orbit images show", "a picture of Monday, released by Orbit,
# shows".
_PICTURES = r"\b(?:pictures?|images?|imagery|photographs?|photos|footage|videos?)\b"
_TAKEN = (
    r"(?:published|released|taken|posted|provided|shared|recorded|captured|made|issued|supplied"
    r"|circulated|distributed|divulged|obtained|broadcast|aired)"
)
_SHOW = r"(?:shows?|showed|reveal(?:s|ed)?|confirm(?:s|ed)?)\b"
_SHOWN = re.compile(
    rf"{_PICTURES}(?:"
    rf"(?:,? [^;:.“”\"]{{0,40}}?)? ?\b{_TAKEN}\b[^,;:.“”\"]{{0,40}}? by (?P<by>[^;:.“”\"]{{2,80}}?)"
    rf"|,? (?:that|which) (?P<that>[^,;:.“”\"]{{2,80}}?)(?:, [^,;:.“”\"]{{2,60}},)?"
    rf" (?:has |had )?{_TAKEN}\b"
    r"[^,;:.“”\"]{0,40}?"
    r"|,? from (?P<whose>[^,;:.“”\"]{2,60}?)"
    rf"),? {_SHOW}"
    r"|\b(?P<maker>(?!(?:an?|the|new|satellite|aerial) )(?-i:[A-Z])[\w-]+"
    r"(?: (?-i:[A-Z])[\w-]+){0,2})(?:['’]s?)?"
    rf" (?:satellite |aerial )?{_PICTURES}(?: [^,;:.“”\"]{{1,40}})?,? {_SHOW}",
    re.IGNORECASE,
)
# A maker of pictures whom no chain knows: "Orbit, a company in Tartu".
_MAKER = re.compile(r"(?:the )?(?P<name>[A-Z][\w&-]*(?: [A-Z][\w&-]*)*)")
# "The police chief of the port, Col. ", before his name.
_OFFICE = re.compile(
    r"\b(?P<office>[a-z]+(?: [a-z]+)? (?:chief|commander|head|director|commissioner|minister"
    r"|spokesman|spokeswoman|spokesperson))(?: (?:of|for|in) [^,;:.“”\"]{1,40})?,"
    r" (?:[A-Z][a-z]+\.? )*$"
)
# Words of an office that name no body: a "general secretary" is not the "General Staff".
_ANY_OFFICE = frozenset(
    "general national state chief deputy federal public former new head senior special".split()
)

_BEFORE = 100
"""Characters before a name that may tell an office."""


@dataclass(frozen=True, slots=True)
class Witness:
    """What one report brings to a claim: whom it names as its source, and where it says it."""

    report: str
    sources: tuple[Party, ...] = ()
    cites: tuple[Cite, ...] = ()
    own: bool = False
    """Whether its own reporter was told."""
    observed: Observed | None = None
    """Who saw it for himself; he then is its only source."""
    denies: bool = False
    """Whether it only tells that somebody denies it."""
    opinion: tuple[Cite, ...] | None = None
    """Where it is put among the opinions, if it is and has nothing of its own."""


def find_witness(report: Report, records: Sequence[Record]) -> Witness:
    """Return what a report brings to a claim with its records of it.

    Who saw for himself needs no source: the ministry that two eyewitnesses quote as well
    does not make them one.
    """
    observed = next((seen for r in records if (seen := find_observed(report, r))), None)
    if observed is not None:
        cites = (Cite(report.id, observed.span),)
        return Witness(report.id, (observed.who,), cites, observed=observed)
    named = [source for record in records for source in _sources(report, record)]
    kicker = None if named else commentary(report)
    return Witness(
        report.id,
        sources=tuple(party for party, _ in named),
        cites=tuple(Cite(report.id, span) for _, span in named),
        own=any(_told(report, record) for record in records),
        denies=all(_denied(record) for record in records),
        opinion=None if kicker is None else tuple(Cite(report.id, span) for span in kicker),
    )


def _denied(record: Record) -> bool:
    return not isinstance(record, Statement) and record.status is Status.DENIED


def _sources(report: Report, record: Record) -> list[tuple[Party, Span]]:
    if isinstance(record, Statement):
        named = record.speakers
    else:
        named = (record.claimed_by,) if record.claimed_by else _speakers(report, record)
    if not named and not isinstance(record, Statement):
        return _shown_by(report, record)
    found = zip(named, parties(report, named), strict=True)
    return [
        (_in_office(report, _by_name(report, party, actor.span)), actor.span or record.span)
        for actor, party in found
    ]


def _speakers(report: Report, record: Event | Figure) -> tuple[Actor, ...]:
    """Return who is named as doing an act that is done in words, and so is its source."""
    spoken = isinstance(record, Event) and record.code in SPOKEN - MUTUAL
    if not isinstance(record, Event) or not spoken or record.status not in REAL:
        return ()
    named = zip(record.actors, parties(report, record.actors), strict=True)
    return tuple(a for a, party in named if party.kind is not None or acts_for_state(party))


def _by_name(report: Report, party: Party, span: Span | None) -> Party:
    """Return the body that a description stands before: "the relief agency Northaid"."""
    if party.kind is not None or span is None:
        return party
    for chain in report.chains:
        if chain.kind is Kind.ORGANISATION and any(
            span.start < mention.start <= span.end + 1 < mention.end for mention in chain.mentions
        ):
            return party_of(chain)
    return party


def _in_office(report: Report, party: Party) -> Party:
    """Return a person with the office that stands before his name and rank."""
    if party.kind is not Kind.PERSON:
        return party
    chains = (chain for chain in report.chains if chain.name == party.name)
    for mention in (span for chain in chains for span in chain.mentions):
        before = report.text[max(mention.start - _BEFORE, 0) : mention.start]
        if held := _OFFICE.search(before):
            return replace(party, title=held["office"])
    return party


def _shown_by(report: Report, record: Record) -> list[tuple[Party, Span]]:
    """Return whose pictures show what a record tells."""
    sentence = sentence_around(report, record.span)
    shown = _SHOWN.search(sentence.of(report.text))
    if shown is None or shown.lastgroup is None:
        return []
    start, end = (sentence.start + at for at in shown.span(shown.lastgroup))
    held = [
        (mention, chain)
        for chain in report.chains
        if chain.kind in {Kind.ORGANISATION, Kind.PERSON}
        for mention in chain.mentions
        if start <= mention.start and mention.end <= end
    ]
    if not held:
        # "images from Monday's march", "drone footage": no maker is named.
        name = _MAKER.match(report.text, start) if shown.lastgroup == "by" else None
        if name is None:
            return []
        return [(Party(name["name"], Kind.ORGANISATION, None, None), Span(*name.span("name")))]
    span, chain = min(held, key=lambda one: (one[0].start, -one[0].end))
    return [(party_of(chain), span)]


def _told(report: Report, record: Record) -> bool:
    """Whether the record's sentence says that it was told to the paper itself."""
    sentence = sentence_around(report, record.span).of(report.text)
    outlet = report.metadata.outlet
    return _TOLD.search(sentence) is not None or f"told {outlet}" in sentence


# ------------------------------------------------------------------------- one source, or two


def one_voice(one: Party, other: Party) -> bool:
    """Whether two sources are one: one name, one state, a body and whoever heads it."""
    return agree(one, other) >= ACTS_FOR or _heads(one, other) or _heads(other, one)


def _heads(person: Party, body: Party) -> bool:
    """Whether a person speaks for a body by his title: the "police chief" for the "police"."""
    if person.kind is not Kind.PERSON or body.kind is Kind.PERSON or not person.title:
        return False
    if person.country and body.country and person.country != body.country:
        return False
    office, named = set(words(person.title)), words(body.name)
    if named and named[-1] in office - _ANY_OFFICE:
        return True
    same_sector = person.sector is not None and person.sector == body.sector
    return same_sector and bool((office & set(named)) - _ANY_OFFICE)


def names_medium(source: Party, report: Report) -> bool:
    """Whether a source is the outlet that printed a report, or the one agency it credits."""
    outlet = report.metadata.outlet
    if outlet and source.kind is Kind.ORGANISATION and means_outlet(source.name, outlet):
        return True
    wires = {credit.agency.casefold() for credit in wire_credits(report)}
    return wires == {source.name.casefold()}


def apart(some: Sequence[Witness], others: Sequence[Witness]) -> bool:
    """Whether all sources of some witnesses are surely others than those of the others."""
    seen = {w.observed.who for w in (*some, *others) if w.observed}
    return all(
        _two_pairs_of_eyes(one, other) if {one, other} & seen else distinct(one, other)
        for mine in some
        for theirs in others
        for one in mine.sources
        for other in theirs.sources
    )


def _two_pairs_of_eyes(one: Party, other: Party) -> bool:
    """Whether an observer and a source are two: he can be "a journalist", but no ministry."""
    if same_name(one, other) or {"MED"} == {one.sector, other.sector} and None in {
        one.kind, other.kind,
    }:  # fmt: skip
        return False
    family = family_of(one.name)
    return family is None or family != family_of(other.name)


def family_of(outlet: str) -> str | None:
    """Return the group that puts an outlet out, where it is known."""
    known = open_lexicon().outlets.get(outlet.casefold())
    return known.family if known else None


def wire_credits(report: Report) -> list[Credit]:
    """Return the credits of a report to agencies whose text it prints."""
    return [credit for credit in report.credits if credit.kind == "wire"]


def signs(report: Report, witness: Witness) -> frozenset[str]:
    """Return what a report shows of where it has a thing from: agencies, or its own reporter.

    A byline under a dateline without a wire credit is a reporter on the spot; what one source
    told him says nothing of the rest. Outlets of one family share their reporters.
    """
    agencies = frozenset(credit.agency for credit in wire_credits(report))
    data = report.metadata
    reporter = bool(data.byline) and ("byline", "medium") not in data.read_from
    spot = data.place is not None and reporter and not agencies
    outlet = data.outlet or report.id
    own = {f"own:{(family_of(outlet) or outlet).casefold()}"}
    return agencies | own if spot or witness.own else agencies
