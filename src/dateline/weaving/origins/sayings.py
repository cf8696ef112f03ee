"""Tell whether two reports have what somebody says from one utterance."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model import Report, Statement
from dateline.weaving.claims.actors import distinct
from dateline.weaving.claims.same_statement import one_quotation
from dateline.weaving.origins.witnesses import Record, Witness

Telling = tuple[Report, Witness, Sequence[Record]]
"""A report, what it brings to a claim, and its records there."""


def said_once(one: Telling, other: Telling) -> bool:
    """Whether two reports tell what was said once: "an old woman said", "Ana Ruiz said".

    Words that are joined were said by one, unless both reports name somebody, and two; the same
    words between quotation marks were said once whomever they name.
    """
    (first, mine, records), (second, theirs, others) = one, other
    if not mine.cites or not theirs.cites:
        return False
    said = [record for record in records if isinstance(record, Statement)]
    again = [record for record in others if isinstance(record, Statement)]
    if len(said) != len(records) or len(again) != len(others):
        return False
    if not any(distinct(a, b) for a in mine.sources for b in theirs.sources):
        return True
    texts = first.text, second.text
    return any(one_quotation(texts, (a, b)) for a in said for b in again)
