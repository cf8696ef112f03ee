"""Write where the reports of a claim differ as one line, each value with its outlet.

"How many died: “14 people” (Valley Post), “at least 19” (Coast Daily)." The values are the
reports' own words; how they relate is told beside the line, not in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from dateline.knowledge.wording import content
from dateline.model import (
    Cite,
    Difference,
    Event,
    Figure,
    Label,
    Standing,
    Statement,
    Status,
    Value,
)
from dateline.weaving.brief.lines import Line, close, name_of, plain
from dateline.weaving.claims.items import Item, label_of, sentence_cite, sentence_of
from dateline.weaving.claims.same_event import DONE_SOMEWHERE
from dateline.weaving.claims.telling import Telling

_ASIDE = {"number": "how many", "day": "when", "place": "where", "status": "done or not"}
_ASIDE |= {"wording": "in two renderings"}
_COUNTS = {
    "killed": "how many died", "injured": "how many were hurt", "missing": "how many are missing",
    "displaced": "how many left their homes", "homeless": "how many lost their homes",
    "arrested": "how many are held", "affected": "how many are affected",
    "present": "how many there were", "fighters": "how many fighters", "money": "how much money",
}  # fmt: skip
_TOLD_AS = {
    Status.HAPPENED: "as done", Status.ONGOING: "as under way", Status.PLANNED: "as planned",
    Status.THREATENED: "as threatened", Status.CALLED_FOR: "as called for",
    Status.POSSIBLE: "as possible", Status.DENIED: "as denied",
}  # fmt: skip
_SINCE = {
    Standing.STANDS: "", Standing.EARLIER: " in an earlier version",
    Standing.CORRECTED: ", since corrected", Standing.RETRACTED: ", since retracted",
}  # fmt: skip
"""What has become of a value that a report once gave."""
ORDER = ("conflict", "updated", "translation", "finer", "agree")
"""Relations, what matters most to a reader first."""


def contrast(telling: Telling, labels: Mapping[str, str]) -> Line:
    """Return the line that sets the values of a claim's differences side by side."""
    differences = telling_differences(telling)
    opening, mention = _opening(telling)
    parts = []
    for on in dict.fromkeys(difference.on for difference in differences):
        told = ", ".join(_sides(telling, on, differences, labels))
        parts.append(f"{_question(telling, on)}: {told}")
    body = "; ".join(parts)
    text = f"{opening}{body}" if opening else body[:1].upper() + body[1:]
    cites = dict.fromkeys(map(sentence_cite, telling.items))
    cites |= dict.fromkeys(Cite(v.report, v.span) for v in _elsewhere(telling, differences))
    return Line(close(text), (*cites, *mention))


def _elsewhere(telling: Telling, differences: Sequence[Difference]) -> Iterator[Value]:
    """Yield the values that another claim tells: the denial of an act, or the act denied."""
    own = {(item.report.id, item.record.span) for item in telling.items}
    values = (v for d in differences if d.on == "status" for v in d.values)
    return (value for value in values if (value.report, value.span) not in own)


def telling_differences(telling: Telling) -> tuple[Difference, ...]:
    """Return the differences of a claim that a reader should be told of.

    An equal number with another hedge is none; what it counts may be ("people", "children").
    Where an act takes place matters of acts that are done somewhere: nobody asks where a
    country was warned, nor need be told that a town lies in its country.
    """
    apart = _count_others(telling)
    acts = {e.code for e in (item.record for item in telling.items) if isinstance(e, Event)}
    return tuple(
        difference
        for difference in telling.claim.differences
        if difference.on in _ASIDE
        and (difference.on != "number" or difference.relation != "agree" or apart)
        and (difference.on != "place" or (acts & DONE_SOMEWHERE and not _broad(telling)))
    )


def _count_others(telling: Telling) -> bool:
    """Whether two figures share no word of what they count, unlike "port police", "port guards"."""
    figures = [item.record for item in telling.items if isinstance(item.record, Figure)]
    counted = [content(figure.of_what or "") for figure in figures]
    return any(one and other and not one & other for one, other in combinations(counted, 2))


def worst(differences: Sequence[Difference]) -> str:
    """Return the relation that matters most."""
    return min((d.relation for d in differences), key=ORDER.index)


def _broad(telling: Telling) -> bool:
    """Whether a report names no more than the country in which an act took place."""
    return any(item.grain == "country" for item in telling.items)


def _question(telling: Telling, on: str) -> str:
    measures = {i.record.measure for i in telling.items if isinstance(i.record, Figure)}
    if on == "number" and len(measures) == 1:
        return _COUNTS.get(min(measures), _ASIDE[on])
    return _ASIDE[on]


def _sides(
    telling: Telling, on: str, differences: Sequence[Difference], labels: Mapping[str, str]
) -> Iterator[str]:
    """Yield each value with its outlets, in the order of the reports; one number a report once."""
    order = list(labels)
    disputed = any(d.on == on and d.relation == "conflict" for d in differences)
    disputed = disputed and on in {"number", "status"}
    values = dict.fromkeys(v for d in differences if d.on == on for v in d.values)
    placed = sorted(
        values, key=lambda v: (order.index(v.report), not _called_wrong(telling, v), v.span)
    )
    told: dict[str, dict[str, None]] = {}
    for value in placed:
        item = _clearest(telling, value)
        words = " ".join(item.record.span.of(item.report.text).split()) if item else value.value
        side = (
            f"{_as(telling, item, on)}“{(words if on == 'number' else value.value).strip(' ,.')}”"
        )
        side += _teller(item) if disputed else ""
        side += _SINCE[telling.standing_of(item)] if item else ""
        side += _SINCE[Standing.CORRECTED] if _called_wrong(telling, value) else ""
        told.setdefault(side, {})[labels[value.report]] = None
    for side, outlets in told.items():
        yield f"{side} ({', '.join(outlets)})"


def _called_wrong(telling: Telling, value: Value) -> bool:
    """Whether a value stands in a correction, which calls it wrong."""
    updated = (d.values[0] for d in telling.claim.differences if d.relation == "updated")
    notices = (n.cite for n in telling.claim.notices if n.cite.report == value.report)
    return value in updated and any(cite.span.meets(value.span) for cite in notices)


def _teller(item: Item | None) -> str:
    """Return who gives a disputed number, or tells or denies an act, if the sentence names him."""
    if item is None or isinstance(item.record, Statement) or item.record.claimed_by is None:
        return ""
    name = item.record.claimed_by.name
    sentence = sentence_of(item).of(item.report.text)
    if name not in sentence:
        return ""
    article = "the " if f"the {name}".casefold() in sentence.casefold() else ""
    return f", according to {article}{name}"


def _clearest(telling: Telling, value: Value) -> Item | None:
    """Return the record that a value is of; of a number, the telling below the title."""
    own = [item for item in telling.items if item.report.id == value.report]
    held = next((item for item in own if item.record.span == value.span), None)
    if held is None or not isinstance(held.record, Figure):
        return held
    same = [i for i in own if isinstance(i.record, Figure) and i.record.low == held.record.low]
    return min(same, key=lambda i: (label_of(i) is Label.TITLE, i.record.span))


def _as(telling: Telling, item: Item | None, on: str) -> str:
    """Return how a report tells an act, where reports differ on that: "as planned ".

    What another claim tells is the denial of this one's act, or the act that it denies.
    """
    if on != "status":
        return ""
    if item is not None and isinstance(item.record, Event):
        return f"{_TOLD_AS[item.record.status]} "
    statuses = {i.record.status for i in telling.items if isinstance(i.record, Event)}
    other = Status.HAPPENED if Status.DENIED in statuses else Status.DENIED
    return f"{_TOLD_AS[other]} "


def _opening(telling: Telling) -> tuple[str, tuple[Cite, ...]]:
    """Return what a contrast begins with: who speaks, or what happens; nothing for figures."""
    if telling.claim.kind == "event":
        return telling.claim.gist[:1].upper() + telling.claim.gist[1:].rstrip(" .") + " – ", ()
    for item in telling.items:
        if isinstance(item.record, Statement) and item.record.speakers:
            mention = name_of(item.report, item.record.speakers[0])
            if mention is not None:
                name = plain(mention.of(item.report.text))
                return f"{name}, ", (Cite(item.report.id, mention),)
    return "", ()
