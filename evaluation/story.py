"""Score the JSON of one story against its gold: what each report holds.

Gold names a document, an exact stretch of its text and what a careful reader takes from it.
A record is right when it lies in the same document and covers the stretch well enough; its
attributes are scored on such pairs only. What reports say together is in `together`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

from evaluation.agree import (
    Pair,
    Record,
    cover,
    listed,
    locate,
    near_days,
    overlap,
    same_actor,
    same_days,
    shared,
    squash,
)
from evaluation.measure import Tally

Row = Mapping[str, Any]
Near = Callable[[Pair, Record, Row], float]

_READ = frozenset({"lede", "body", "subhead"})
_TRIGGER = 40
"""Characters; a longer trigger names no act but a clause."""


@dataclass(slots=True)
class Case:
    """One story as it was found, its gold, and which records met which gold rows."""

    gold: Mapping[str, Any]
    stories: Sequence[Record]
    tally: Tally = field(default_factory=Tally)
    keys: dict[tuple[str, str], str] = field(default_factory=dict)
    """(report id, record id) to the key of the gold row that it meets."""

    def reports(self) -> Iterator[Record]:
        """Yield every report of every story."""
        return (report for story in self.stories for report in story["reports"])

    def report(self, name: str) -> Record:
        """Return the report of a gold document; raises `LookupError` when it was not read."""
        for report in self.reports():
            if PurePath(report["path"]).stem == name:
                return report
        raise LookupError(f"no report was made of {name}")

    def spans(self, row: Row) -> list[Pair]:
        """Return where the text of a gold row stands in its document."""
        return locate(self.report(row["doc"])["text"], row["text"])

    def documents(self) -> Iterator[tuple[str, Record, Row]]:
        """Yield name, report and gold of each document."""
        for name, wanted in self.gold["articles"].items():
            yield name, self.report(name), wanted


def score_reports(case: Case) -> None:
    """Count everything that is right or wrong within single reports."""
    case.tally.count("one_story", len(case.stories) == 1, f"{len(case.stories)} stories")
    score_articles(case)
    score_statements(case)
    score_events(case)
    score_figures(case)
    score_times(case)


def span_of(record: Record, name: str = "span") -> Pair:
    """Return a span of a record."""
    start, end = record[name]
    return start, end


def pairs(case: Case, field_name: str, near: Near) -> Iterator[tuple[Row, Record | None]]:
    """Yield each gold row with the nearest record that no earlier row took."""
    taken: set[tuple[str, str]] = set()
    for row in case.gold.get(field_name, ()):
        report = case.report(row["doc"])
        best, highest = None, 0.0
        for record in report.get(field_name, ()):
            if (report["id"], record["id"]) in taken:
                continue
            value = max((near(span, record, row) for span in case.spans(row)), default=0.0)
            if value > highest:
                best, highest = record, value
        if best is not None:
            taken.add((report["id"], best["id"]))
            if row.get("key"):
                case.keys[report["id"], best["id"]] = row["key"]
        if best is not None or not row.get("optional"):
            yield row, best


# ---------------------------------------------------------------------------------- articles


def score_articles(case: Case) -> None:
    """Count title, dates, credits and what was kept or set aside of each document."""
    for name, report, wanted in case.documents():
        _score_metadata(case.tally, name, report, wanted)
        kept = [span_of(block) for block in report["blocks"] if block["label"] in _READ]
        for line in wanted.get("not_body", ()):
            found = locate(report["text"], line)[:1]
            read = any(overlap(span, block) > 0.3 for span in found for block in kept)
            case.tally.count("furniture_set_aside", not read, f"{name}: {line!r}")
        for end in ("first_body", "last_body"):
            if end in wanted:
                whole = any(
                    sum(shared(span, block) for block in kept) > 0.9 * (span[1] - span[0])
                    for span in locate(report["text"], wanted[end])
                )
                case.tally.count("body_kept", whole, f"{name}: {wanted[end]!r}")


def _score_metadata(tally: Tally, name: str, report: Record, wanted: Row) -> None:
    title = report.get("title")
    tally.count("title", squash(title) == squash(wanted["title"]), f"{name}: {title!r}")
    published = str(report.get("published"))[:10]
    tally.count("published", published == str(wanted["published"]), f"{name}: {published}")
    if wanted.get("published_printed") is False:
        by = report.get("published_by")
        tally.count("published_inferred", by == "inferred", f"{name}: {by}")
    found = {squash(credit["agency"]) for credit in report.get("credits", ())}
    credited = {squash(agency) for agency in wanted.get("agencies", ())}
    tally.count("agencies", found == credited, f"{name}: {sorted(found)} for {sorted(credited)}")
    if "byline" in wanted:
        byline = report.get("byline") or ()
        same = {squash(one) for one in byline} == {squash(one) for one in wanted["byline"]}
        tally.count("byline", same, f"{name}: {byline}")
    if "outlet" in wanted:
        outlet = report.get("outlet")
        tally.count("outlet", squash(outlet) == squash(wanted["outlet"]), f"{name}: {outlet}")
    if "dateline_place" in wanted:
        place = report.get("place")
        within = squash(wanted["dateline_place"]) in squash(place)
        tally.count("dateline_place", within, f"{name}: {place}")


# -------------------------------------------------------------------------------- statements


def score_statements(case: Case) -> None:
    """Count statements found, their speakers, and quoted words that nobody of the gold said."""
    for row, record in pairs(case, "statements", _near_statement):
        kind = "indirect" if row["kind"] == "indirect" else "quoted"
        case.tally.count(f"statement_found_{kind}", record, f"{row['doc']}: {row['text'][:70]!r}")
        if record is not None:
            _score_statement(case.tally, row, record)
    quoted = [row for row in case.gold["statements"] if row["kind"] != "indirect"]
    for name, report, _ in case.documents():
        wanted = [span for row in quoted if row["doc"] == name for span in case.spans(row)]
        for record in report.get("statements", ()):
            words = span_of(record, "words")
            if record.get("mode") in {"direct", "mixed"}:
                right = any(overlap(span, words) > 0.5 for span in wanted)
                extra = report["text"][slice(*words)][:60]
                case.tally.count("statement_quoted_right", right, f"{name}: extra {extra!r}")
    for row in case.gold.get("scare_quotes", ()):
        taken = any(
            cover(span, span_of(record, "words")) > 0.5
            for record in case.report(row["doc"]).get("statements", ())
            if record.get("mode") != "paraphrase"
            for span in case.spans(row)
        )
        case.tally.count("scare_quote_left", not taken, row["text"])


def _near_statement(span: Pair, record: Record, row: Row) -> float:
    words = span_of(record, "words")
    share = cover(span, words)
    inside = overlap(span, words) > 0.95 and (row["kind"] == "indirect" or share >= 0.4)
    return share if share >= 0.6 or inside else 0.0


def _score_statement(tally: Tally, row: Row, record: Record) -> None:
    words, speaker = row["text"][:50], record.get("speaker") or {}
    right = any(same_actor(speaker, name) for name in listed(row["speaker"]))
    tally.count("statement_speaker", right, f"{words!r} by {speaker}, not {row['speaker']}")
    if row.get("medium"):
        medium = record.get("medium")
        within = squash(row["medium"]) in squash(medium)
        tally.count("statement_medium", within, f"{words!r}: {medium}")
    if row.get("date"):
        when = record.get("when")
        tally.count("statement_date", same_days(when, row["date"]), f"{words!r}: {when}")


# ------------------------------------------------------------------------------------ events


def score_events(case: Case) -> None:
    """Count events found, their attributes, and events that no reader would see."""
    for row, record in pairs(case, "events", _near_event):
        case.tally.count("event_found", record, f"{row['doc']}: {row['text'][:70]!r}")
        if record is not None:
            _score_event(case.tally, row, record)
    rows = [*case.gold["events"], *case.gold.get("also_events", ())]
    for name, report, _ in case.documents():
        wanted = [span for row in rows if row["doc"] == name for span in case.spans(row)]
        met: list[Pair] = []
        for record in report.get("events", ()):
            trigger = _trigger(record)
            met.append(trigger)
            right = (
                trigger[1] - trigger[0] <= _TRIGGER
                and met.count(trigger) <= 2
                and any(overlap(span, trigger) > 0.5 for span in wanted)
            )
            extra = report["text"][slice(*record["span"])][:70]
            case.tally.count("event_right", right, f"{name}: extra {record['code']} {extra!r}")


def _trigger(record: Record) -> Pair:
    return span_of(record, "trigger" if record.get("trigger") else "span")


def _codes(row: Row) -> list[str]:
    return [row["type"], *row.get("also", ())]


def _near_event(span: Pair, record: Record, row: Row) -> float:
    trigger = _trigger(record)
    if trigger[1] - trigger[0] > _TRIGGER or overlap(span, trigger) <= 0.5:
        return 0.0
    return (2.0 if record["code"] in _codes(row) else 1.0) + cover(span, span_of(record))


def _score_event(tally: Tally, row: Row, record: Record) -> None:
    words, code, status = row["text"][:50], record["code"], record.get("status")
    tally.count("event_code", code in _codes(row), f"{words!r}: {code} for {row['type']}")
    right = status in [row["status"], *row.get("also_status", ())]
    tally.count("event_status", right, f"{words!r}: {status} for {row['status']}")
    for role in ("actor", "recipient"):
        wanted, found = listed(row.get(role)), record.get(f"{role}s", ())
        if wanted:
            met = any(same_actor(actor, name) for actor in found for name in wanted)
            right = met and len(found) <= len(wanted) + 2
            names = [actor.get("name") for actor in found]
            tally.count(f"event_{role}", right, f"{words!r}: {names} for {wanted}")
    if row.get("place"):
        place = (record.get("place") or {}).get("name")
        tally.count("event_place", squash(row["place"]) in squash(place), f"{words!r}: {place}")
    if row.get("date"):
        when = record.get("when")
        right = same_days(when, row["date"])
        tally.count("event_date", right, f"{words!r}: {when} for {row['date']}")


# ----------------------------------------------------------------------------------- figures


def score_figures(case: Case) -> None:
    """Count figures found, their values, hedges and claimants, and figures that are none."""
    for row, record in pairs(case, "figures", _near_figure):
        case.tally.count("figure_found", record, f"{row['doc']}: {row['text']!r}")
        if record is not None:
            _score_figure(case.tally, row, record)
    rows = [*case.gold["figures"], *case.gold.get("also_figures", ())]
    for name, report, _ in case.documents():
        wanted = [span for row in rows if row["doc"] == name for span in case.spans(row)]
        for record in report.get("figures", ()):
            right = any(overlap(span, span_of(record)) > 0.6 for span in wanted)
            extra = report["text"][slice(*record["span"])][:60]
            case.tally.count("figure_right", right, f"{name}: extra {extra!r}")


def _near_figure(span: Pair, record: Record, row: Row) -> float:
    del row  # Any figure that stands on the words will do.
    found = span_of(record)
    return cover(span, found) + overlap(span, found) if overlap(span, found) > 0.6 else 0.0


def _score_figure(tally: Tally, row: Row, record: Record) -> None:
    words = row["text"]
    right = all(
        row.get("value", row.get(side)) in {None, record.get(side)} for side in ("low", "high")
    )
    found = f"{record.get('low')}..{record.get('high')}"
    tally.count("figure_value", right, f"{words!r}: {found}")
    if row.get("claimant"):
        claimant = record.get("claimed_by") or {}
        right = same_actor(claimant, row["claimant"])
        tally.count("figure_claimant", right, f"{words!r}: {claimant} for {row['claimant']!r}")
    for name in ("hedge", "status"):
        if row.get(name):
            value = record.get(name)
            miss = f"{words!r}: {value} for {row[name]}"
            tally.count(f"figure_{name}", value == row[name], miss)


# ------------------------------------------------------------------------------------- times


def score_times(case: Case) -> None:
    """Count time expressions that resolve to the days that a reader takes them for."""
    for row in case.gold.get("dates", ()):
        if "value" not in row:
            continue
        spans = case.spans(row)
        met = [
            (max(cover(span, span_of(time)) for span in spans), time)
            for time in case.report(row["doc"]).get("times", ())
            if any(overlap(span, span_of(time)) > 0.5 for span in spans)
        ]
        best = max((share for share, _ in met), default=0.0)
        times = [time for share, time in met if share >= best - 1e-9]
        values = {(time.get("start"), time.get("end")) for time in times}
        right = len(values) == 1 and same_days(times[0], row["value"])
        near = row.get("approximate") and any(near_days(t, row["value"], 4) for t in times)
        miss = f"{row['doc']}: {row['text']!r} {sorted(map(str, values))}"
        case.tally.count("date_resolved", right or near, miss)
