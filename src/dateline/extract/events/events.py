"""Find the events of a report and code them: who did what to whom, and did it happen.

"Kenya deployed troops along the coast on Friday" is MOBILIZE by Kenya, happened, on that
Friday. A threat, demand or denial is an event, and the act that it speaks of is another
one, which points at it (`part_of`). `by` names the codebook's rule, or the coder that was
learned from its sentences.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from dateline.extract.events.coder import Coder
from dateline.extract.events.taught import Taught, taught_events
from dateline.knowledge.codebook import Codebook
from dateline.knowledge.lexicon import Lexicon
from dateline.model import Event, Report
from dateline.text.cast import Cast
from dateline.text.readings import readings


def find_events(
    report: Report,
    *,
    lexicon: Lexicon,
    codebook: Codebook,
    weights: str | None,
    taught: Sequence[Taught] = (),
) -> tuple[Event, ...]:
    """Return the events of a report in the order of their triggers.

    Those of each codebook that a user taught stand beside those of `codebook`.
    """
    cast = Cast(report, lexicon)
    found: list[Event] = []
    more: list[Event] = []
    known = readings(report, weights)
    for sentence, reading in zip(report.sentences, known, strict=True):
        if sentence.parse is not None:
            coder = Coder(report, sentence, cast, codebook, reading)
            for event in coder.events():
                found.append(_answering(event, coder.answers(event), found))
            for own in taught:
                more += taught_events(coder, own, found)
    return tuple(sorted((*found, *more), key=lambda event: (event.trigger, event.span)))


def _answering(event: Event, codes: Collection[str], earlier: list[Event]) -> Event:
    """Return the event with the one whom it answers: "rejected the warning", whose?"""
    if event.recipients or not codes:
        return event
    acting = {(actor.country, actor.name) for actor in event.actors}
    for other in reversed(earlier):
        apart = not acting & {(actor.country, actor.name) for actor in other.actors}
        if other.code in codes and other.actors and apart:
            return replace(event, recipients=other.actors[:1])
    return event
