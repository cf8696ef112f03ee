"""Find who saw for himself what a report tells: "our reporter counted three burnt-out tanks".

The observer is the outlet whose reporter it was, or the agency: "an AFP journalist saw" in
five papers is one pair of eyes. What somebody told the reporter is not seen, nor is what a
columnist saw.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

from dateline.knowledge.lexicon import fold, open_lexicon
from dateline.model import (
    READ_LABELS,
    Block,
    Event,
    Figure,
    Kind,
    Label,
    Metadata,
    Report,
    Span,
    Statement,
    Status,
)
from dateline.weaving.claims.actors import Party
from dateline.weaving.claims.items import sentence_around
from dateline.weaving.origins.sights import (
    AGAIN,
    FIRST_PERSON,
    NAMED,
    OWN,
    SUBJECT,
    THEM,
    UNNAMED,
    WENT_ON,
)

_AGO = 4
"""How many sentences back the reporter may be who is only "he" now."""
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|„[^“”]*[“”]")
_COMMENTARY = re.compile(
    r"(?:opinions?|columns?|columnists?|comment|commentary|commentaries|op-?ed|editorials?"
    r"|viewpoint|perspectives?)(?: (?:pages?|section|desk))?",
    re.IGNORECASE,
)
_REAL = frozenset({Status.HAPPENED, Status.ONGOING})


@dataclass(frozen=True, slots=True)
class Observed:
    """Whose reporter saw a thing, and the words that say so."""

    who: Party
    span: Span


def find_observed(report: Report, record: Event | Statement | Figure) -> Observed | None:
    """Return who saw for himself what a record tells, `None` if nobody is said to have.

    A statement has its speaker for a source, and so has what somebody claims. Where nobody
    claims an act that is told as done, the sentence before or after it in its paragraph may
    say who saw: a scene is told in more than one sentence.
    """
    if isinstance(record, Statement):
        return None
    here = sentence_around(report, record.span)
    found = _sign(report, here)
    claimed = record.claimed_by
    if claimed is not None:
        by_him = found and claimed.span and claimed.span.meets(found.span)
        return found if by_him else None
    if found is not None or not _belongs_to_a_scene(record):
        return found or _pointed_back(report, here)
    return next((sign for near in _beside(report, here) if (sign := _sign(report, near))), None)


def commentary(report: Report) -> tuple[Span, ...] | None:
    """Return the words that put a report among the opinions, `None` for a news report.

    They are none where only the markup says it.
    """
    data = report.metadata
    for block in report.blocks:
        kicker = block.label is Label.KICKER or block is _above_title(report)
        if kicker and _COMMENTARY.fullmatch(block.span.of(report.text).strip(" :|")):
            return (block.span,)
    if data.section and _COMMENTARY.fullmatch(data.section.strip()):
        return tuple(span for field, span in data.spans if field == "section")
    return None


def _above_title(report: Report) -> Block | None:
    """Return the line right above the headline, unless it ends a menu of such words."""
    for above, block in pairwise(report.blocks):
        if block.label is not Label.TITLE:
            continue
        place = report.blocks.index(above)
        before = report.blocks[place - 1].span.of(report.text) if place else ""
        menu = len(before.split()) == 1 and report.blocks[place - 1].label is Label.NAV
        return None if menu or above.label in READ_LABELS else above
    return None


def own_observer(report: Report) -> Party:
    """Return the outlet of a report as whoever saw what its reporters saw."""
    return Party(report.metadata.outlet or report.id, Kind.ORGANISATION, None, "MED")


def _pointed_back(report: Report, here: Span) -> Observed | None:
    """Return who saw what a sentence tells by the next one: "Our reporter counted them"."""
    for near in _beside(report, here):
        sign = _sign(report, near) if near.start > here.start else None
        if sign is not None and THEM.match(report.text, sign.span.end):
            return sign
    return None


def _belongs_to_a_scene(record: Event | Figure) -> bool:
    if not isinstance(record, Event) or record.background or record.cancelled:
        return False
    return record.status in _REAL and record.when is None


def _beside(report: Report, here: Span) -> Iterator[Span]:
    """Yield the sentence before and the one after, where they stand in the same block."""
    block = _block(report, here)
    spans = [held.span for held in report.sentences]
    if here not in spans:
        return
    place = spans.index(here)
    for near in (*spans[max(place - 1, 0) : place], *spans[place + 1 : place + 2]):
        if block.start <= near.start and near.end <= block.end:
            yield near


def _block(report: Report, span: Span) -> Span:
    held = (block.span for block in report.blocks)
    return next((b for b in held if b.start <= span.start < b.end), span)


# --------------------------------------------------------------------------------- the signs


def _sign(report: Report, sentence: Span) -> Observed | None:
    """Return what a sentence says of who saw, quotations left out."""
    words = _unquoted(report, sentence)
    if (found := _named(report, words)) is not None:
        return _observed(*found, sentence)
    if own := OWN.search(words) or _by_outlet(report.metadata, words):
        return _observed(own_observer(report), own, sentence)
    if (again := AGAIN.search(words)) and (who := _last_named(report, sentence)):
        return _observed(who, again, sentence)
    if (unnamed := UNNAMED.search(words)) and (who := _credited(report)):
        return _observed(who, unnamed, sentence)
    if commentary(report) is None and (first := FIRST_PERSON.search(words)):
        return _observed(own_observer(report), first, sentence)
    if (on := WENT_ON.match(words)) and _reporter_before(report, sentence):
        return _observed(own_observer(report), on, sentence)
    return None


def _observed(who: Party, match: re.Match[str], sentence: Span) -> Observed:
    start = sentence.start
    return Observed(who, Span(start + match.start(), start + match.end()))


def _unquoted(report: Report, sentence: Span) -> str:
    """Return a sentence with blanks for what stands in quotation marks."""
    block = _block(report, sentence)
    text = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), block.of(report.text))
    return text[sentence.start - block.start : sentence.end - block.start]


def _named(report: Report, words: str) -> tuple[Party, re.Match[str]] | None:
    """Return the medium whose reporter saw: an agency, an outlet, a body of which he is one."""
    data, lexicon = report.metadata, open_lexicon()
    for match in NAMED.finditer(words):
        name = match["who"] or match["of"] or match["teller"]
        known = lexicon.agencies.get(fold(name)) or lexicon.outlets.get(name.casefold())
        if known is not None:
            return Party(known.name, Kind.ORGANISATION, None, "MED"), match
        if data.outlet and means_outlet(name, data.outlet):
            return Party(data.outlet, Kind.ORGANISATION, None, "MED"), match
        if match["of"] and any(
            n.kind is Kind.ORGANISATION and n.name == name for n in report.names
        ):
            return Party(name, Kind.ORGANISATION, None, "MED"), match
    return None


def _by_outlet(data: Metadata, words: str) -> re.Match[str] | None:
    """Return "the Courier watched" in the Valley Courier."""
    if not data.outlet:
        return None
    name = data.outlet.removeprefix("The ")
    short = name.split()[-1]
    either = rf"(?:{re.escape(name)}|[Tt]he {re.escape(short)})"
    return re.search(rf"(?<!told )(?<!to )\b{either} (?:saw|watched|counted|witnessed)\b", words)


def means_outlet(name: str, outlet: str) -> bool:
    """Whether a name is an outlet's or its short form: "the Courier", "Valley Courier"."""
    short, whole = (each.casefold().removeprefix("the ") for each in (name, outlet))
    return bool(short) and (whole == short or whole.endswith(" " + short))


def _last_named(report: Report, sentence: Span) -> Party | None:
    """Return whose reporter was the last to be named before a sentence."""
    for held in reversed(report.sentences):
        if held.span.start >= sentence.start:
            continue
        words = _unquoted(report, held.span)
        if (found := _named(report, words)) is not None:
            return found[0]
        if OWN.search(words):
            return own_observer(report)
    return None


def _credited(report: Report) -> Party | None:
    """Return the one agency that a report credits."""
    wires = {credit.agency for credit in report.credits if credit.kind == "wire"}
    return Party(wires.pop(), Kind.ORGANISATION, None, "MED") if len(wires) == 1 else None


def _reporter_before(report: Report, sentence: Span) -> bool:
    """Whether the last subject is our reporter, with no other person named since."""
    people = [n.span for n in report.names if n.kind is Kind.PERSON]
    earlier = (held.span for held in reversed(report.sentences) if held.span.end <= sentence.start)
    for before in islice(earlier, _AGO):
        if any(before.meets(span) for span in people):
            return False
        if SUBJECT.match(_unquoted(report, before)):
            return True
    return False
