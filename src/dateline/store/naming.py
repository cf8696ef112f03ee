"""Find what a correction is to speak of: records, claims and stories by the ids people see.

"9f1d…/events/120-188" is a record of a report, "9f1d…/claims/77ab…" a claim of a story, and
"9f1d…" a story or a report. What comes out names records as they were read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.corrections import Target
from dateline.errors import CorrectionError
from dateline.knowledge.codebook import open_codebook
from dateline.knowledge.gazetteer import Spot, open_gazetteer
from dateline.model import Report
from dateline.review.amend import amend
from dateline.review.amounts import Named, place_words, read_place
from dateline.review.targets import FIELDS, find_target, index_of, records_of, target_of
from dateline.review.values import setting_of
from dateline.store.corrections import load_active
from dateline.store.engine import AMONG, Session
from dateline.store.writing import load_as_read, reports_of

_LONGEST = 1000
"""Characters of a value, a name or a reason."""
_OFFERED = 5
"""Places that are offered where a name means several."""


@dataclass(frozen=True, slots=True)
class Held:
    """A record that is there, and the report as it is set right so far."""

    target: Target
    report: Report
    field: str
    index: int
    codes: frozenset[str]
    """Categories that events of the store have, beside those of the codebook that ships."""

    def checked(self, values: Mapping[str, str]) -> dict[str, str]:
        """Return values as they are to be kept. Raises `CorrectionError` for what can't be set."""
        found = {}
        if "category" in values and "mode" in values:  # A mode is one of its category's.
            both = f"{values['category']}/{values['mode']}".removesuffix("/")
            values = {name: both if name == "category" else words
                      for name, words in values.items() if name != "mode"}  # fmt: skip
        for name, words in values.items():
            setting = setting_of(self.field, name)
            plain = " ".join(words.split())
            check_line(name, plain)
            if name == "place" and plain:
                plain = self._placed(plain)
            if name in {"category", "mode"}:
                self._check_code(name, plain, values)
            record = records_of(self.report, self.field)[self.index]
            report, changed = setting.set(self.report, record, plain)
            if setting.say(self.report, record) == setting.say(report, changed):
                raise CorrectionError(f"{name} is {plain or 'empty'} already")
            found[name] = plain
        return found

    def _placed(self, words: str) -> str:
        """Return a place with where it lies: the report's own, or the gazetteer's only one."""
        named = read_place(words)
        own = {place.name.casefold() for place in self.report.places}
        if named.lat is not None or named.name.casefold() in own:
            return words
        spots = [
            spot
            for spot in open_gazetteer().find(named.name)
            if named.country in {None, spot.country} and named.grain in {None, spot.grain}
        ]
        if len(spots) > 1:
            offered = "; ".join(map(_spot_words, spots[:_OFFERED]))
            raise CorrectionError(f"several places are called {named.name}: say which – {offered}")
        return _spot_words(spots[0]) if spots else words

    def _check_code(self, name: str, words: str, values: Mapping[str, str]) -> None:
        """Raise `CorrectionError` for a category or mode that no codebook has."""
        known = open_codebook().categories
        record = records_of(self.report, self.field)[self.index]
        told = words if name == "category" else values.get("category", getattr(record, "code", ""))
        code, _, mode = told.partition("/")
        if code not in known and code not in self.codes:
            raise CorrectionError(f"{code!r} is no category: there are {', '.join(sorted(known))}")
        mode = words if name == "mode" else mode
        if mode and code in known and mode not in known[code].modes:
            modes = ", ".join(known[code].modes) or "none"
            raise CorrectionError(f"{mode!r} is no mode of {code}; its modes: {modes}")


def check_line(what: str, words: str) -> None:
    """Raise `CorrectionError` for what is no line of plain characters."""
    if len(words) > _LONGEST or not words.isprintable():
        raise CorrectionError(f"{what}: a line of {_LONGEST} plain characters at most was expected")


def _spot_words(spot: Spot) -> str:
    return place_words(Named(spot.name, spot.country, spot.grain, spot.lat, spot.lon))


class Naming:
    """The ids of a store, looked up."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def record(self, id: str) -> Held:
        """Return a record. Raises `CorrectionError`."""
        owner, _, own = id.partition("/")
        read = next(iter(load_as_read(self._session, [owner])), None)
        amended = None if read is None else amend(read, load_active(self._session))
        place = None if amended is None else index_of(amended.report, own)
        if read is None or amended is None or place is None:
            raise CorrectionError(
                f"no record {id}: ids look like REPORT/events/120-188, with {', '.join(FIELDS)}"
            )
        field, _ = place
        index = next(at for (f, at), now in amended.ids.items() if f == field and now == own)
        target = target_of(read, field, index)
        if find_target(read, target) != index:
            raise CorrectionError(f"{id} can't be told from another record on the same words")
        laid = amend(read, [c for c in load_active(self._session) if c.action != "drop"]).report
        return Held(target, laid, field, index, self._codes())

    def joined(self, ids: Sequence[str]) -> tuple[Target, ...]:
        """Return what names stories or claims that are to be one. Raises `CorrectionError`."""
        if len(set(ids)) < 2:
            raise CorrectionError("two stories or two claims at least are joined")
        if not any("/" in id for id in ids):
            for id in ids:
                self._reports(id)
            return tuple(Target(id) for id in ids)
        claims = [self._claim(id) for id in ids]
        if len({(story, kind) for story, kind, _ in claims}) > 1:
            raise CorrectionError("claims are joined within one story, events with events")
        return tuple(self.record(id).target for _, _, members in claims for id in members)

    def parted(self, whole: str, parts: Sequence[str]) -> tuple[tuple[Target, ...], ...]:
        """Return what names the parts of a story or claim, and the rest of it."""
        if "/" not in whole:
            held = self._reports(whole)
            chosen, rest = _divided(whole, held, parts)
            return tuple(map(Target, chosen)), tuple(map(Target, rest))
        held = self._claim(whole)[2]
        chosen, rest = _divided(whole, held, parts)
        return (
            tuple(self.record(id).target for id in chosen),
            tuple(self.record(id).target for id in rest),
        )

    def _reports(self, story: str) -> list[str]:
        found = reports_of(self._session, [story])
        if not found:
            raise CorrectionError(f"no story {story}: `dateline stories` lists them")
        return found

    def _claim(self, id: str) -> tuple[str, str, list[str]]:
        """Return the story, the kind and the members of a claim, by its id."""
        rows = self._session.run("SELECT story, kind FROM claims WHERE id = ?", (id,))
        if not rows:
            raise CorrectionError(f"no claim {id}: ids look like STORY/claims/…")
        sql = "SELECT report, record FROM members WHERE claim = ? ORDER BY report, record"
        members = [f"{report}/{record}" for report, record in self._session.run(sql, (id,))]
        return (*rows[0], members)

    def _codes(self) -> frozenset[str]:
        sql = f"SELECT DISTINCT code FROM events WHERE code IS NOT NULL AND NOT code {AMONG}"
        known = sorted(open_codebook().categories)
        return frozenset(row[0] for row in self._session.run(sql, (known,)))


def _divided(whole: str, held: Sequence[str], parts: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the parts and the rest. Raises `CorrectionError` where one of the two is empty."""
    strange = [id for id in parts if id not in held]
    if strange:
        raise CorrectionError(f"{strange[0]} isn't in {whole}: it holds {', '.join(held)}")
    rest = [id for id in held if id not in parts]
    if not parts or not rest:
        raise CorrectionError(f"{whole} isn't parted so: one side would be empty")
    return list(dict.fromkeys(parts)), rest
