"""The shape of stories in the public JSON: `{"stories": [{"id": …, "claims": […]}], …}`.

Like `export/report_shape`, a public contract from which the JSON Schema is generated.
"""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict

from dateline.export.report_shape import Amount, NoticeKind, ReportObject, SpanPair

Relation = Literal["agree", "finer", "translation", "updated", "conflict"]
ClaimKind = Literal["event", "statement", "figure"]
Stands = Literal["stands", "earlier", "corrected", "retracted"]
Clock = Literal["updated", "published", "fetched", "path"]
Section = Literal["shared", "differs", "alone", "said"]
Act = Literal["set", "drop", "join", "part"]
Fate = Literal["stands", "gone", "superseded"]
Tense = Literal["past", "ongoing", "scheduled"]


class CiteObject(TypedDict):
    """Characters of one report."""

    report: str
    span: SpanPair


class BecauseObject(TypedDict):
    """Why reports can't be counted as separate origins; evidence is [report, span]."""

    reports: list[str]
    reason: str
    evidence: list[list[str | SpanPair]]


class OriginsObject(TypedDict):
    """At least the provably distinct origins, at most the possible ones."""

    least: int
    most: int
    named: list[str]
    because: list[BecauseObject]


class ValueObject(TypedDict):
    """One report's side of a difference."""

    report: str
    span: SpanPair
    value: str


class DifferenceObject(TypedDict):
    """Where the members of a claim say it differently."""

    on: str
    relation: Relation
    values: list[ValueObject]


class MemberObject(TypedDict):
    """A record of a report that makes a claim, and whether that report still says it."""

    report: str
    record: str
    standing: Stands


class NotedObject(TypedDict):
    """A notice that touches a claim: the report that prints it, and its record there."""

    report: str
    record: str
    kind: NoticeKind
    span: SpanPair


class ClaimObject(TypedDict):
    """What one or more reports say of one thing."""

    id: str
    kind: ClaimKind
    gist: str
    members: list[MemberObject]
    outlets: int
    origins: OriginsObject
    differences: list[DifferenceObject]
    notices: list[NotedObject]


class PointObject(TypedDict):
    """A line of the brief."""

    text: str
    cites: list[CiteObject]
    section: Section
    claim: str | None
    relation: str | None
    standing: Stands


class DaysObject(TypedDict):
    """First and last day of a timeline entry."""

    start: str
    end: str
    grain: str


class EntryObject(TypedDict):
    """A line of the timeline."""

    when: DaysObject
    tense: Tense
    text: str
    cites: list[CiteObject]


class ReadingObject(TypedDict):
    """One report's value in a series of figures."""

    report: str
    span: SpanPair
    published: str | None
    low: Amount
    high: Amount
    hedge: str | None
    claimed_by: str | None
    status: str
    standing: Stands


class SeriesObject(TypedDict):
    """One figure over reports and days."""

    measure: str
    of_what: str
    unit: str | None
    claim: str | None
    series: list[ReadingObject]


class BriefObject(TypedDict):
    """What an editor reads."""

    headline: str
    points: list[PointObject]
    timeline: list[EntryObject]
    figures: list[SeriesObject]
    dropped: int


class VersionsObject(TypedDict):
    """The versions of one report, the last one last; `by` says what tells their order."""

    reports: list[str]
    by: Clock


class TargetObject(TypedDict):
    """What a correction speaks of: a report, or a record by the characters that it turns on."""

    report: str
    field: str | None
    span: SpanPair | None
    core: SpanPair | None


class SignedObject(TypedDict):
    """Who says something, when and why."""

    who: str
    when: str
    why: str


class CorrectedObject(TypedDict):
    """What a person set right in a story, beside what is read there without it.

    `record` is the record's id in `report`, null for one that was dropped.
    """

    id: str
    action: Act
    outcome: Fate
    report: str | None
    record: str | None
    name: str | None
    value: str | None
    was: str | None
    targets: list[TargetObject]
    others: list[TargetObject]
    signed: SignedObject


class StoryObject(TypedDict):
    """Reports of one development, and what they say together."""

    id: str
    headline: str
    first: str | None
    last: str | None
    was: list[str]
    reports: list[ReportObject]
    lineage: list[list[str]]
    versions: list[VersionsObject]
    claims: list[ClaimObject]
    origins: OriginsObject
    brief: BriefObject
    corrections: list[CorrectedObject]


class RejectObject(TypedDict):
    """A page that could not be read, and why."""

    path: str
    reason: str


class ModelsObject(TypedDict):
    """The models that read, by name, version and digest."""

    encoder: str | None
    parser: str | None


class ReadRunObject(TypedDict):
    """A run that read reports into a database."""

    id: str
    started: str
    version: str
    codebook: str
    lexicon: str
    models: ModelsObject
    packages: dict[str, str]
    added: int | None
    """Reports that it added; null where it was halted."""


class RunObject(TypedDict):
    """What made a document; without clock or chance, so that equal runs have equal ids."""

    id: str
    codebook: str
    models: ModelsObject
    packages: dict[str, str]


class StoredRunObject(RunObject):
    """What made a dataset of a database, with the runs that read its reports."""

    read_by: list[ReadRunObject]


class DocumentObject(TypedDict):
    """What `dateline brief --json` prints."""

    dateline: str
    run: RunObject
    stories: list[StoryObject]
    rejects: list[RejectObject]
