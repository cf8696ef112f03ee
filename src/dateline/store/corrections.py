"""Keep corrections: rows that are added and never changed but to be taken back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256

from dateline.corrections import Corrected, Correction, Outcome, Signed
from dateline.store import codec
from dateline.store.engine import Session, insert_rows
from dateline.store.review_tables import CORRECTIONS

_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Listed:
    """A correction, and what has become of it."""

    correction: Correction
    outcome: Outcome | None
    """None for one that was taken back."""
    story: str | None
    """The story that it is in now."""
    report: str | None = None
    record: str | None = None
    was: str | None = None


def named(correction: Correction) -> Correction:
    """Return a correction with its id, which is made of all that it says."""
    plain = codec.pack(replace(correction, id=""))
    return replace(correction, id=sha256(plain).hexdigest()[:_DIGITS])


def keep(session: Session, corrections: Iterable[Correction]) -> None:
    """Write corrections down."""
    insert_rows(session, CORRECTIONS, map(_row, corrections))


def take_back(session: Session, correction: Correction, signed: Signed) -> Correction:
    """Write down that a correction is taken back."""
    undone = replace(correction, undone=signed)
    sql = "UPDATE corrections SET undone = ?, body = ? WHERE id = ?"
    session.run(sql, (signed.when, codec.pack(undone), correction.id))
    return undone


def load_active(session: Session) -> tuple[Correction, ...]:
    """Return the corrections that were not taken back, in the order in which they were made."""
    sql = "SELECT body FROM corrections WHERE undone IS NULL ORDER BY made, id"
    return tuple(codec.unpack(Correction, row[0]) for row in session.run(sql))


def load_one(session: Session, id: str) -> Correction | None:
    """Return a correction by its id."""
    rows = session.run("SELECT body FROM corrections WHERE id = ?", (id,))
    return codec.unpack(Correction, rows[0][0]) if rows else None


def load_all(session: Session, report: str | None = None) -> tuple[Listed, ...]:
    """Return corrections, of one report or all, in their order, with what became of each.

    One that stands in several stories is told with the one in which it does most.
    """
    sql = (
        "SELECT corrections.body, corrected.outcome, corrected.story, corrected.report,"
        " corrected.record, corrected.was FROM corrections LEFT JOIN corrected"
        " ON corrected.correction = corrections.id"
        " WHERE CAST(? AS TEXT) IS NULL OR corrections.report = ?"
        " ORDER BY corrections.made, corrections.id, corrected.outcome <> 'stands', corrected.story"
    )
    found: dict[str, Listed] = {}
    for body, outcome, *where in session.run(sql, (report, report)):
        correction = codec.unpack(Correction, body)
        fate = None if correction.undone else Outcome(outcome or Outcome.GONE)
        found.setdefault(correction.id, Listed(correction, fate, *where))
    return tuple(found.values())


def _row(correction: Correction) -> dict[str, object]:
    target = correction.targets[0]
    return {
        "id": correction.id,
        "action": correction.action.value,
        "report": target.report,
        "field": target.field,
        "name": correction.name,
        "value": correction.value,
        "who": correction.signed.who,
        "made": correction.signed.when,
        "why": correction.signed.why,
        "undone": correction.undone and correction.undone.when,
        "body": codec.pack(correction),
    }


def corrected_rows(story: str, corrections: Iterable[Corrected]) -> Iterable[dict[str, object]]:
    """Yield the rows that say what has become of corrections in a story."""
    for one in corrections:
        yield {
            "correction": one.correction.id,
            "story": story,
            "outcome": one.outcome.value,
            "report": one.report,
            "record": one.record,
            "was": one.was,
        }
