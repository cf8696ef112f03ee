"""Stories as plain tables: reports, events, statements, figures, and who says each.

    events.csv      code, status, day, place, parties …, and the quotation that carries them
    evidence.csv    a row for each mention of each row: for a claim, all of its members

At the level "claim" a row of `events`, `statements` or `figures` is a claim, with how many
origins it has at least and at most.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any

from dateline.export.addresses import Source, source_of
from dateline.export.columns import Column, Table
from dateline.export.correction_rows import CORRECTIONS
from dateline.export.quoting import brief_words
from dateline.export.report_shape import FigureRecord
from dateline.export.row_columns import (
    CLAIMANT,
    IDENTITY,
    PROOF,
    WHEN,
    WHERE,
    of_record,
    parties,
    within,
)
from dateline.export.rows import (
    Mention,
    Row,
    event_rows,
    figure_rows,
    statement_rows,
)
from dateline.export.shape import Shape
from dateline.model import Story

Proof = tuple[str, Mention[Any]]
"""A row's id, and one of its mentions."""

EVENTS = Table(
    "events",
    "acts of somebody, coded with the codebook",
    (
        *IDENTITY,
        of_record("code", "string", "category of the codebook"),
        of_record("mode", "string", "how it was done"),
        Column(
            "contexts",
            "array",
            "what it is about, each with how much text says so",
            lambda row: [f"{c['code']}/{c['scope']}" for c in row.record["contexts"]],
        ),
        of_record("status", "string", "happened, ongoing, planned, threatened, called_for …"),
        *parties("actors", "who acts"),
        *parties("recipients", "who is acted upon"),
        *WHEN,
        *WHERE,
        CLAIMANT,
        of_record("part_of", "string", "the act that speaks of this one"),
        of_record("background", "boolean", "told as history"),
        of_record("cancelled", "boolean", "planned and called off"),
        of_record("score", "number", "how likely the coder holds the category"),
        Column(
            "trigger_start",
            "integer",
            "where its word stands",
            lambda row: row.record["trigger"][0],
        ),
        Column("trigger_end", "integer", "one past it", lambda row: row.record["trigger"][1]),
        *PROOF,
    ),
    event_rows,
    key="id",
)

STATEMENTS = Table(
    "statements",
    "what somebody says",
    (
        *IDENTITY,
        of_record("mode", "string", "direct, mixed, paraphrase or stance"),
        *parties("speakers", "who says it"),
        Column("hearer", "string", "to whom", lambda row: within(row, "hearer", "name")),
        of_record("medium", "string", "where it was said"),
        *WHEN,
        Column(
            "words_start",
            "integer",
            "first character of the words",
            lambda row: row.record["words"][0],
        ),
        Column("words_end", "integer", "one past the last", lambda row: row.record["words"][1]),
        *PROOF,
    ),
    statement_rows,
    key="id",
)


def _bound(row: Row[FigureRecord], choose: Callable[[Iterable[float]], float]) -> float | None:
    """Return the outermost number among a row's mentions; UCDP's low and high are such."""
    ends = (end for m in row.mentions for end in (m.record["low"], m.record["high"]))
    told = [end for end in ends if end is not None]
    return choose(told) if told else None


FIGURES = Table(
    "figures",
    "counts and amounts, what they count, and who says so",
    (
        *IDENTITY,
        of_record("measure", "string", "killed, injured, displaced, money …"),
        of_record("low", "number", "at least"),
        of_record("high", "number", "at most; empty where there is no bound"),
        Column("lowest", "number", "the least that any mention says", lambda row: _bound(row, min)),
        Column("highest", "number", "the most that any mention says", lambda row: _bound(row, max)),
        of_record("hedge", "string", "exact, about, at_least …"),
        of_record("unit", "string", "person, percent, an ISO 4217 currency …"),
        of_record("of_what", "string", "what is counted"),
        of_record("status", "string", "happened, possible, denied …"),
        CLAIMANT,
        *WHEN,
        *WHERE,
        *PROOF,
    ),
    figure_rows,
    key="id",
)


def evidence_table(rows_are: str, rows: Callable[[Story, Shape], Iterable[Proof]]) -> Table:
    """Return the table that says where each mention of each row can be checked."""
    return Table(
        "evidence",
        "every mention of every row: where it can be checked",
        (
            Column("row", "string", rows_are, lambda proof: proof[0]),
            Column("report", "string", "the report", lambda proof: proof[1].source.report.id),
            Column("record", "string", "its record", lambda proof: proof[1].record["id"]),
            Column("url", "string", "the report's address", lambda proof: proof[1].source.url),
            Column("span_start", "integer", "first character", lambda proof: proof[1].span.start),
            Column("span_end", "integer", "one past the last", lambda proof: proof[1].span.end),
            Column("quote", "string", "its first 25 words", lambda proof: proof[1].words),
            Column("sha256", "string", "digest of the text", lambda proof: proof[1].source.sha256),
            Column("by", "string", "the stage and rule", lambda proof: proof[1].record["by"]),
        ),
        rows,
    )


def _proofs(story: Story, shape: Shape) -> Iterator[Proof]:
    """Yield each mention of each row."""
    rows: Iterator[Row[Any]] = chain(
        event_rows(story, shape), statement_rows(story, shape), figure_rows(story, shape)
    )
    for row in rows:
        for mention in row.mentions:
            yield row.id, mention


def _report_rows(story: Story, shape: Shape) -> Iterator[tuple[Story, Source, Shape]]:
    for report in story.reports:
        yield story, source_of(report), shape


def _about(field: str, means: str) -> Column:
    """Return the column of a report's metadata."""
    return Column(field, "string", means, lambda of: getattr(of[1].report.metadata, field))


REPORTS = Table(
    "reports",
    "the reports that the rows are read from",
    (
        Column("id", "string", "the report", lambda of: of[1].report.id),
        Column("story", "string", "the story", lambda of: of[0].id),
        Column("path", "string", "the file it was read from", lambda of: of[1].report.page.path),
        Column("url", "string", "its address", lambda of: of[1].url),
        _about("outlet", "who published it"),
        Column(
            "title",
            "string",
            "its title",
            lambda of: brief_words(of[1].report.metadata.title or ""),
        ),
        _about("published", "its day, or its instant"),
        _about("published_by", "printed, metadata, given or inferred"),
        _about("language", "BCP 47"),
        Column(
            "agencies",
            "array",
            "agencies that it credits",
            lambda of: list(dict.fromkeys(c.agency for c in of[1].report.credits)),
        ),
        Column("sha256", "string", "digest of its text in UTF-8", lambda of: of[1].sha256),
        Column(
            "run",
            "string",
            "the run that read it, of those that the package lists",
            lambda of: of[2].readings.get(of[1].report.id),
        ),
        Column(
            "text",
            "string",
            "the text that spans count in",
            lambda of: of[1].report.text if of[2].text else None,
        ),
    ),
    _report_rows,
    key="id",
)

STORIES = Table(
    "stories",
    "reports of one development",
    (
        Column("id", "string", "the story", lambda story: story.id),
        Column("headline", "string", "its headline", lambda story: brief_words(story.headline)),
        Column("first", "date", "its first day", lambda story: story.first),
        Column("last", "date", "its last day", lambda story: story.last),
        Column("reports", "integer", "how many reports tell it", lambda story: len(story.reports)),
        Column("origins_least", "integer", "distinct origins", lambda story: story.origins.least),
        Column("origins_most", "integer", "possible origins", lambda story: story.origins.most),
    ),
    lambda story, _: [story],
    key="id",
)


TABLES = (
    STORIES,
    REPORTS,
    EVENTS,
    STATEMENTS,
    FIGURES,
    evidence_table("the row of events, statements or figures", _proofs),
    CORRECTIONS,
)
