"""The tables of records: a row for each thing that was found in a report.

Every row says which story and report it stands in and which characters carry it. Days are ISO
8601 text; spans count Unicode code points of `reports.text`, half-open.
"""

from __future__ import annotations

from dateline.store.schema import REAL, TEXT, WHOLE, YES_NO, Column, Table

_IN_STORY = (TEXT("story", "the story that its report is in"),)
_IN_REPORT = (
    TEXT("id", "the record's id within its report: events/120-188"),
    TEXT("report", "the report that it was found in"),
    *_IN_STORY,
    WHOLE("span_start", "where its characters start"),
    WHOLE("span_end", "where they end: one past the last"),
    TEXT("quote", "the characters themselves"),
)
_BY = (TEXT("found_by", "the stage and rule that found it"),)
_DAYS = (
    TEXT("first", "its first day: when it was, or else when its report was published"),
    TEXT("last", "its last day"),
    TEXT("grain", "how exact its time is; empty where only the day of publication is known"),
)
_WHERE = (
    TEXT("place", "the name of its place"),
    TEXT("country", "the place's country, ISO 3166-1 alpha-3"),
    REAL("lat", "the place's latitude"),
    REAL("lon", "the place's longitude"),
)
_WORDS: tuple[Column, ...] = (TEXT("words", "the stems of its words, for searching"),)
_IN_RECORD = ("story", "report")

CREDITS = Table(
    "credits",
    "An agency that a report credits.",
    (
        TEXT("report", "the report"),
        *_IN_STORY,
        WHOLE("span_start", "where its characters start; empty where markup or a list has it"),
        WHOLE("span_end", "where they end"),
        TEXT("agency", "the agency's usual name"),
        TEXT("kind", "wire or photo"),
        TEXT("read_from", "text, json-ld, meta or listing"),
        *_BY,
    ),
    sought=_IN_RECORD,
)
SENTENCES = Table(
    "sentences",
    "A sentence of a report's own text: furniture has none.",
    (
        TEXT("report", "the report"),
        *_IN_STORY,
        WHOLE("span_start", "where it starts"),
        WHOLE("span_end", "where it ends"),
        TEXT("label", "what it stands in: title, lede, body or subhead"),
    ),
    sought=_IN_RECORD,
)
CHAINS = Table(
    "chains",
    "A person, body, group or country of a report, with all its mentions in it.",
    (
        WHOLE("number", "its number within the report"),
        TEXT("report", "the report"),
        *_IN_STORY,
        TEXT("name", "the fullest form met"),
        TEXT("folded", "the name as names are compared: lower case, no accents"),
        TEXT("kind", "person, organisation, country, group or place"),
        TEXT("country", "whose it is: ISO 3166-1 alpha-3, or UNO, IGO, EUR …"),
        TEXT("sector", "PLOVER sector: GOV, MIL, REB …"),
        TEXT("title", "the title that it is given"),
        TEXT("entity", "its entry in the lexicon"),
        WHOLE("mentions", "how often it is mentioned"),
        *_BY,
    ),
    sought=(*_IN_RECORD, "folded"),
)
PLACES = Table(
    "places",
    "A mention of a place.",
    (
        *_IN_REPORT,
        TEXT("name", "the place's usual name"),
        TEXT("folded", "the name as names are compared"),
        TEXT("grain", "city, district, province, country or area"),
        TEXT("country", "its country, ISO 3166-1 alpha-3"),
        TEXT("entity", "its entry in the gazetteer"),
        REAL("lat", "latitude"),
        REAL("lon", "longitude"),
        *_BY,
    ),
    sought=_IN_RECORD,
)
TIMES = Table(
    "times",
    "A time expression.",
    (
        *_IN_REPORT,
        TEXT("value", "what its words say, resolved or not"),
        TEXT("grain", "how exact it is"),
        TEXT("first", "the first day that it means"),
        TEXT("last", "the last day that it means"),
        TEXT("anchor", "what it is counted from"),
        *_BY,
    ),
    sought=_IN_RECORD,
)
STATEMENTS = Table(
    "statements",
    "What somebody says.",
    (
        *_IN_REPORT,
        WHOLE("words_start", "where the words between the quotation marks start"),
        WHOLE("words_end", "where they end"),
        TEXT("mode", "direct, mixed, paraphrase or stance"),
        TEXT("speaker", "the first speaker"),
        TEXT("medium", "where it was said: Twitter, a letter"),
        *_DAYS,
        *_BY,
        *_WORDS,
    ),
    sought=_IN_RECORD,
)
FIGURES = Table(
    "figures",
    "A count or amount.",
    (
        *_IN_REPORT,
        REAL("low", "what it is at least"),
        REAL("high", "what it is at most; empty where there is no bound"),
        TEXT("hedge", "exact, about, estimated, at_least, at_most or between"),
        TEXT("unit", "person, a currency, percent, a unit"),
        TEXT("of_what", "what is counted, in words"),
        TEXT("measure", "killed, injured, displaced, money …"),
        TEXT("status", "what the text says of it: happened, possible …"),
        TEXT("claimant", "who says so"),
        *_DAYS,
        *_WHERE,
        *_BY,
        *_WORDS,
    ),
    sought=_IN_RECORD,
)
EVENTS = Table(
    "events",
    "An act of somebody, coded with the codebook.",
    (
        *_IN_REPORT,
        WHOLE("trigger_start", "where the words that name the act start"),
        WHOLE("trigger_end", "where they end"),
        TEXT("code", "the category"),
        TEXT("mode", "the category's mode"),
        TEXT("contexts", "the contexts, by blanks"),
        TEXT("status", "happened, ongoing, planned, threatened, called_for, possible or denied"),
        TEXT("actor", "the first actor"),
        TEXT("recipient", "the first recipient"),
        TEXT("claimant", "who says so"),
        *_DAYS,
        *_WHERE,
        TEXT("part_of", "the threat, demand or denial that speaks of it: an event's id"),
        YES_NO("background", "whether it is told as what went before"),
        REAL("score", "how likely the coder holds the category, where it is the coder's"),
        *_BY,
        *_WORDS,
    ),
    sought=(*_IN_RECORD, "code"),
)
PARTIES = Table(
    "parties",
    "Who acts, is acted upon, speaks, is spoken to or claims in a record.",
    (
        TEXT("record", "the record's id within its report"),
        TEXT("report", "the report"),
        *_IN_STORY,
        TEXT("role", "actor, recipient, speaker, hearer or claimant"),
        TEXT("name", "the name, or the words where there is none"),
        TEXT("folded", "the name as names are compared"),
        TEXT("country", "ISO 3166-1 alpha-3, or UNO, IGO, EUR …"),
        TEXT("sector", "PLOVER sector"),
        WHOLE("chain", "the chain within the report"),
        WHOLE("span_start", "where it is named"),
        WHOLE("span_end", "where that ends"),
    ),
    sought=(*_IN_RECORD, "folded"),
)

RECORD_TABLES = (CREDITS, SENTENCES, CHAINS, PLACES, TIMES, STATEMENTS, FIGURES, EVENTS, PARTIES)
CODED = (EVENTS, STATEMENTS, FIGURES)
"""The tables whose rows make claims, and which `Store.records` answers from."""
