"""The tables of what people set right, and of how they judged rows."""

from __future__ import annotations

from dateline.store.schema import BYTES, TEXT, Table

CORRECTIONS = Table(
    "corrections",
    "What a person set right. A row is never changed but to say that it was taken back.",
    (
        TEXT("id", "the correction's id"),
        TEXT("action", "set, drop, join or part"),
        TEXT("report", "the report that it speaks of, the first of several"),
        TEXT("field", "events, statements or figures; empty where whole reports are meant"),
        TEXT("name", "what is set: category, status, actor …"),
        TEXT("value", "to what; empty is nothing"),
        TEXT("who", "who set it right"),
        TEXT("made", "when: an ISO 8601 instant in UTC"),
        TEXT("why", "why"),
        TEXT("undone", "when it was taken back, if it was"),
        BYTES("body", "the correction whole"),
    ),
    key="id",
)
CORRECTED = Table(
    "corrected",
    "What has become of a correction in a story: it comes and goes with the story.",
    (
        TEXT("correction", "the correction"),
        TEXT("story", "the story"),
        TEXT("outcome", "stands, gone (what it speaks of isn't there any more) or superseded"),
        TEXT("report", "the report, where one record is meant"),
        TEXT("record", "the record's id in it; empty for one that was dropped"),
        TEXT("was", "what is read there without the correction"),
    ),
)
VERDICTS = Table(
    "verdicts",
    "How a person judged a record as it stood.",
    (
        TEXT("report", "the report"),
        TEXT("record", "the record's id in it"),
        TEXT("judged", "the digest of what it said: a record that says otherwise has no verdict"),
        TEXT("verdict", "right, wrong or unsure"),
        TEXT("note", "what the person remarked"),
        TEXT("who", "who judged"),
        TEXT("made", "when: an ISO 8601 instant in UTC"),
    ),
)
