"""The tables of a store: what people query, what gives records back, and what finds them."""

from __future__ import annotations

from dateline.store.record_tables import CODED, RECORD_TABLES
from dateline.store.review_tables import CORRECTED, CORRECTIONS, VERDICTS
from dateline.store.runs import RUN_TABLES
from dateline.store.schema import BYTES, REAL, TEXT, WHOLE, Table
from dateline.store.upkeep import UPKEEP

STORIES = Table(
    "stories",
    "A story: reports of one development. Its id is that of the report that founded it.",
    (
        TEXT("id", "the story's id"),
        TEXT("headline", "its headline"),
        TEXT("first", "its first day"),
        TEXT("last", "its last day"),
        WHOLE("reports", "how many reports tell it"),
        WHOLE("outlets", "how many outlets they are of"),
        WHOLE("least", "how many independent origins at least"),
        WHOLE("most", "how many at most"),
        WHOLE("claims", "how many claims"),
        REAL("lat", "latitude of the place in which most claims are set, or that is named most"),
        REAL("lon", "longitude of that place"),
        TEXT("countries", "the countries that its places lie in, most named first, by blanks"),
        BYTES("body", "the story whole, but for its reports"),
    ),
    key="id",
)
FORMER = Table(
    "former",
    "An id that a story had before it was merged or founded earlier.",
    (TEXT("was", "the id that it had"), TEXT("story", "the story that it is now")),
    sought=("was", "story"),
)
REPORTS = Table(
    "reports",
    "A report: a page that was read.",
    (
        TEXT("id", "the report's id, made of its address and text"),
        TEXT("story", "the story that it is in"),
        WHOLE("place_in_story", "its place in the order of the story's reports, from 0"),
        TEXT("path", "the file that it was read from"),
        TEXT("url", "its address"),
        TEXT("outlet", "who published it"),
        TEXT("title", "its title"),
        TEXT("published", "day or instant of publication, ISO 8601"),
        TEXT("published_by", "how that is known: printed, metadata, given or inferred"),
        TEXT("updated", "when it was last changed, as it says"),
        TEXT("language", "its language, ISO 639-1"),
        TEXT("section", "the outlet's section"),
        TEXT("dateline", "the place of its dateline"),
        TEXT("byline", "its authors, by semicolons"),
        TEXT("sha256", "the SHA-256 of its text in UTF-8"),
        TEXT("text", "its text, which all spans point into"),
        BYTES("body", "the report as dated in its story, but for the text"),
        BYTES("as_read", "the report as read, where its story dated it otherwise"),
        TEXT("outline", "where its sentences stand: 0-41 43-90, those of the title last"),
        WHOLE("number", "its id as a number, by which its words are kept"),
    ),
    key="id",
    sought=("story", "number"),
)
CLAIMS = Table(
    "claims",
    "What one or more reports say of one thing.",
    (
        TEXT("id", "the claim's id: the story's, /claims/, its own"),
        TEXT("story", "the story that it is in"),
        WHOLE("place_in_story", "its place in the order of the story's claims, from 0"),
        TEXT("kind", "event, statement or figure"),
        TEXT("gist", "a short line in the words of the member that says it most clearly"),
        TEXT("code", "the category of its first event"),
        TEXT("status", "the status of its first event or figure"),
        TEXT("measure", "the measure of its first figure"),
        WHOLE("least", "how many independent origins at least"),
        WHOLE("most", "how many at most"),
        WHOLE("outlets", "how many outlets"),
        WHOLE("members", "how many records make it"),
        TEXT("first", "the day of its first report"),
        TEXT("last", "the day of its last report"),
        TEXT("named", "the sources that it rests on by name, by semicolons"),
        TEXT("words", "the stems of the gist, for searching"),
    ),
    sought=("id", "story"),
)
MEMBERS = Table(
    "members",
    "A record that makes a claim.",
    (
        TEXT("claim", "the claim"),
        TEXT("story", "the story that it is in"),
        TEXT("report", "the report"),
        TEXT("record", "the record's id within its report"),
    ),
    sought=("claim", "story", "report"),
)
DIFFERENCES = Table(
    "differences",
    "One side of a difference between the members of a claim.",
    (
        TEXT("claim", "the claim"),
        TEXT("story", "the story that it is in"),
        WHOLE("number", "the difference's number within the claim, from 0"),
        TEXT("about", "number, day, place, wording, actor, status or source"),
        TEXT("relation", "agree, finer, translation, updated or conflict"),
        TEXT("report", "the report whose side it is"),
        WHOLE("span_start", "where its characters start"),
        WHOLE("span_end", "where they end"),
        TEXT("value", "what it says"),
    ),
    sought=("story",),
)
WORDS = Table(
    "words",
    "How often a word stands in a report's own text: what full-text search reads.",
    (
        WHOLE("word", "the word's stem as a number: the first 63 bits of its BLAKE2b of 64"),
        WHOLE("report", "the report's number"),
        TEXT("story", "the story that it is in"),
        WHOLE("count", "how often it stands there, in the title three times over"),
    ),
    sought=("word", "story"),
)
STANDING = Table(
    "standing",
    "What a report is compared by when another one comes.",
    (
        TEXT("report", "the report"),
        TEXT("neighbourhood", "the reports that links join have one value here"),
        TEXT("day", "the day that it was published, if it says so"),
        BYTES("items", "hashes of its words"),
        BYTES("weights", "the words' weights"),
        BYTES("names", "hashes of the names in its openings"),
        BYTES("marks", "its heaviest words"),
    ),
    key="report",
    sought=("neighbourhood",),
)
MARKS = Table(
    "marks",
    "One of a report's heaviest words, by which another report finds it.",
    (
        WHOLE("mark", "the word's hash"),
        TEXT("report", "the report"),
        WHOLE("part", "the word's weight"),
    ),
    sought=("mark", "report"),
)
CASES = Table(
    "cases",
    "A case: what is looked for, kept under a name, so that several crises live in one database.",
    (
        TEXT("slug", "the last part of its page's address"),
        TEXT("name", "its name"),
        TEXT("note", "what its keeper says of it"),
        TEXT("looked_for", "the filters that a story must hold, as a JSON object"),
    ),
    key="slug",
)

OF_STORY = (CLAIMS, MEMBERS, DIFFERENCES, REPORTS, *RECORD_TABLES, WORDS, CORRECTED)
"""The tables whose rows come and go with their story."""
TABLES = (
    *(STORIES, FORMER, *OF_STORY, STANDING, MARKS),
    *(CASES, CORRECTIONS, VERDICTS, *RUN_TABLES, UPKEEP),
)

_SHARED = ("id", "report", "story", "first", "last", "words")
PARTLY = {
    "code": "TEXT",
    "status": "TEXT",
    "measure": "TEXT",
    "country": "TEXT",
    "lat": "FLOAT8",
    "lon": "FLOAT8",
}
"""Columns that not all of `CODED` have, with their types."""


def records_view() -> str:
    """Return the statement that makes `records`: what events, statements and figures share."""
    parts = []
    for table in CODED:
        partly = [
            name if name in table.names else f"CAST(NULL AS {type}) AS {name}"
            for name, type in PARTLY.items()
        ]
        parts.append(f"SELECT {', '.join((*_SHARED, *partly))} FROM {table.name}")
    return f"CREATE VIEW records AS {' UNION ALL '.join(parts)}"
