"""Set right what a store holds: records, claims and stories, and take corrections back.

store.review.set("9f1d…/events/120-188", {"status": "denied"}, signed)
store.review.join(["9f1d…", "77ab…"], signed)

Each method writes the correction down and weaves the stories anew that it changes; all of it
happens, or nothing. Raises `CorrectionError` for what can't be corrected so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dateline.corrections import Action, Correction, Signed
from dateline.errors import CorrectionError
from dateline.review.regroup import is_of_stories, of_stories, regroup
from dateline.store import corrections as kept
from dateline.store.corrections import Listed, named
from dateline.store.engine import Engine, Session
from dateline.store.naming import Naming, check_line
from dateline.store.standing import group_around, likeness_around
from dateline.store.writing import homes_of, reports_of, unlike_standing, weave_groups


class Review:
    """The corrections of a store."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def corrections(self) -> tuple[Listed, ...]:
        """Return all corrections in the order in which they were made, with their outcomes."""
        with self._engine.reading() as session:
            return kept.load_all(session)

    def of_report(self, report: str) -> list[Listed]:
        """Return the corrections of a report's records that were not taken back."""
        with self._engine.reading() as session:
            found = kept.load_all(session, report)
        return [listed for listed in found if listed.outcome is not None and listed.report]

    def set(self, record: str, values: Mapping[str, str], signed: Signed) -> tuple[Correction, ...]:
        """Give a record, named REPORT/events/120-188, other values."""
        check_signed(signed)
        if not values:
            raise CorrectionError("nothing is set: status=denied was expected, or another value")
        with self._engine.writing() as session:
            held = Naming(session).record(record)
            made = tuple(
                named(Correction("", Action.SET, (held.target,), signed, name=name, value=value))
                for name, value in held.checked(values).items()
            )
            self._write(session, made)
        return made

    def drop(self, record: str, signed: Signed) -> Correction:
        """Take a record out that is none."""
        check_signed(signed)
        with self._engine.writing() as session:
            target = Naming(session).record(record).target
            made = named(Correction("", Action.DROP, (target,), signed))
            self._write(session, (made,))
        return made

    def join(self, ids: Sequence[str], signed: Signed) -> Correction:
        """Make one of several stories, or of several claims of a story."""
        check_signed(signed)
        with self._engine.writing() as session:
            targets = Naming(session).joined(ids)
            made = named(Correction("", Action.JOIN, targets, signed))
            self._write(session, (made,))
        return made

    def part(self, whole: str, parts: Sequence[str], signed: Signed) -> Correction:
        """Take reports out of a story, or records out of a claim, into one of their own."""
        check_signed(signed)
        with self._engine.writing() as session:
            targets, others = Naming(session).parted(whole, parts)
            made = named(Correction("", Action.PART, targets, signed, others))
            self._write(session, (made,))
        return made

    def undo(self, id: str, signed: Signed) -> Correction:
        """Take a correction back; it stays in the list."""
        check_signed(signed)
        with self._engine.writing() as session:
            found = kept.load_one(session, id)
            if found is None or found.undone is not None:
                told = "is taken back already" if found else "is the id of none"
                raise CorrectionError(f"correction {id} {told}: `dateline corrections` lists them")
            undone = kept.take_back(session, found, signed)
            self._apply(session, (undone,))
        return undone

    def take(self, corrections: Iterable[Correction]) -> int:
        """Add corrections that another store kept; return how many of them are new."""
        with self._engine.writing() as session:
            new = [one for one in corrections if kept.load_one(session, one.id) is None]
            self._write(session, new)
        return len(new)

    # ------------------------------------------------------------------------- their effect

    def _write(self, session: Session, made: Sequence[Correction]) -> None:
        kept.keep(session, made)
        self._apply(session, made)

    def _apply(self, session: Session, made: Sequence[Correction]) -> None:
        """Weave the stories anew that corrections, made or taken back, change."""
        for correction in (one for one in made if is_of_stories(one)):
            _regroup(session, correction)
        spoken_of = {target.report for one in made for target in (*one.targets, *one.others)}
        touched = set(homes_of(session, sorted(spoken_of)).values())
        weave_groups(session, [frozenset(reports_of(session, [id])) for id in sorted(touched)])


def check_signed(signed: Signed) -> None:
    """Raise `CorrectionError` where nobody stands for a correction, or it has no reason."""
    for what, words in (("who says so", signed.who), ("why", signed.why)):
        if not words.strip():
            raise CorrectionError(f"a correction needs to say {what}")
        check_line(what, words)


def _regroup(session: Session, correction: Correction) -> None:
    """Join or part the stories that a correction speaks of, as they stand.

    One that is taken back leaves the stories to be grouped as if it had never been made.
    """
    reports = sorted({t.report for t in (*correction.targets, *correction.others)})
    decisions = of_stories(kept.load_active(session))
    if correction.undone is not None:
        groups: Iterable[frozenset[str]] = group_around(session, reports, decisions)
    else:
        homes = sorted(set(homes_of(session, reports).values()))
        standing = [frozenset(reports_of(session, [home])) for home in homes]
        nearer = likeness_around(session, reports, decisions)
        groups = regroup(standing, of_stories([correction]), nearer)
    weave_groups(session, unlike_standing(session, groups))
