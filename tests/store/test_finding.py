"""What is looked for is found, and nothing else: the same on both engines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple, replace

import pytest

from dateline.errors import QueryError
from dateline.model import Place, Report
from dateline.store import Query, Store
from tests.serve import sample
from tests.weaving.reports import at, make_report, with_event, with_figure, with_statement


def dam() -> Report:
    """Return a report with an event, a figure and a statement, and a place on the map."""
    report = make_report(
        "dam",
        "Velde warns Latvia over the Orlan dam",
        "Estonia threatened Latvia with 100% tariffs on Monday, and 14 farmers were hurt at Narva.",
        "Arvo Lind said that the wells below the dam had run dry.",
        published="2031-05-06T10:00:00+02:00",
        outlet="Baltic Post",
    )
    report = with_event(
        report,
        "Estonia threatened Latvia with 100% tariffs on Monday",
        "threatened",
        "COERCE",
        by=("Estonia",),
        to=("Latvia",),
    )
    report = with_figure(report, "14 farmers", 14, "injured", claimed="Arvo Lind")
    report = with_statement(report, "the wells below the dam had run dry", "Arvo Lind")
    narva = Place(at(report, "Narva"), "Narva", "city", "hand", country="EST", lat=59.4, lon=28.2)
    placed = replace(report.events[0], place=narva.span)
    return replace(report, places=(narva,), events=(placed,))


@pytest.fixture(scope="module")
def held(lasting: Store) -> Store:
    """Return a store of two stories: the flood of the sample, and the dam."""
    lasting.add([sample.story()])
    lasting.take([dam()])
    return lasting


def asked(value: object) -> str:
    """Return what a query looks for, as the name of a test."""
    if not isinstance(value, Query):
        return ""
    return " ".join(str(part) for part in astuple(value)[:-1] if part is not None)


FLOOD = sample.story().id


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (Query(), ["dam", FLOOD]),
        (Query(text="tariffs"), ["dam"]),
        (Query(text="TARIFF Estonia's"), ["dam"]),
        (Query(text="tariffs flood"), []),
        (Query(text="the of"), []),
        (Query(text="100%"), ["dam"]),
        (Query(text="%"), []),
        (Query(since="2031-01-01"), ["dam"]),
        (Query(until="2031-01-01"), [FLOOD]),
        (Query(since="2031-05-06", until="2031-05-06"), ["dam"]),
        (Query(box=(28.0, 59.0, 29.0, 60.0)), ["dam"]),
        (Query(box=(29.0, -90.0, 28.0, 90.0)), [FLOOD]),
        (Query(country="MOZ"), [FLOOD]),
        (Query(country="LVA"), ["dam"]),
        (Query(actor="arvo LIND"), ["dam"]),
        (Query(category="COERCE"), ["dam"]),
        (Query(category="COERCE", actor="Estonia"), ["dam"]),
        (Query(category="COERCE", actor="Arvo Lind"), []),
        (Query(measure="killed"), [FLOOD]),
        (Query(measure="injured", status="happened"), ["dam"]),
        (Query(outlet="Baltic Post"), ["dam"]),
        (Query(origins=9), []),
    ],
    ids=asked,
)
def test_stories(held: Store, query: Query, found: list[str]) -> None:
    assert [row.id for row in held.stories(query).rows] == found


@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        (Query(outlet="Baltic Post"), ["event", "figure", "statement"]),
        (Query(category="COERCE"), ["event"]),
        (Query(text="wells dam"), ["statement"]),
        (Query(box=(28.0, 59.0, 29.0, 60.0)), ["event"]),
        (Query(country="LVA"), ["event"]),
        (Query(actor="Arvo Lind"), ["figure", "statement"]),
        (Query(measure="injured"), ["figure"]),
        (Query(since="2031-05-06", origins=1), ["event", "figure", "statement"]),
        (Query(since="2031-05-07"), []),
    ],
    ids=asked,
)
def test_claims(held: Store, query: Query, kinds: list[str]) -> None:
    assert sorted(row.kind for row in held.claims(query).rows) == kinds


@pytest.mark.parametrize(
    ("field", "query", "quotes"),
    [
        ("events", Query(category="COERCE"), ["Estonia threatened Latvia"]),
        ("events", Query(country="LVA", text="tariff"), ["Estonia threatened Latvia"]),
        ("events", Query(category="COERCE", origins=1), ["Estonia threatened Latvia"]),
        ("events", Query(category="COERCE", origins=2), []),
        ("events", Query(measure="injured"), []),
        ("events", Query(box=(28.0, 59.0, 29.0, 60.0)), ["Estonia threatened Latvia"]),
        ("figures", Query(measure="injured"), ["14 farmers"]),
        ("figures", Query(outlet="Baltic Post"), ["14 farmers"]),
        ("statements", Query(actor="Arvo Lind"), ["the wells below"]),
        ("statements", Query(category="COERCE"), []),
        ("statements", Query(since="2031-05-06"), ["the wells below"]),
    ],
    ids=asked,
)
def test_records(held: Store, field: str, query: Query, quotes: list[str]) -> None:
    rows = held.records(field, query).rows
    assert len(rows) == len(quotes)
    for row, quote in zip(rows, quotes, strict=True):
        assert row["quote"].startswith(quote)
        assert (row["report"], row["found_by"]) == ("dam", "hand")


def test_a_hit_has_the_passage_that_holds_most_words(held: Store) -> None:
    (hit,) = held.search(Query(text="dam wells")).rows
    assert (hit.id, hit.story, hit.outlet) == ("dam", "dam", "Baltic Post")
    assert hit.passage == "Arvo Lind said that the wells below the dam had run dry."
    assert hit.span.of(dam().text) == hit.passage


def test_the_report_that_says_it_most_comes_first(store: Store) -> None:
    filler = "Nothing else was said on Tuesday in the town hall of Tartu by the mayor."
    often = make_report("often", "Dyke breaks", "The dyke broke. The dyke at Parnu had cracks.")
    store.take([make_report("once", "A quiet day", f"{filler} A dyke was seen."), often])
    assert [hit.id for hit in store.search(Query(text="dyke")).rows] == ["often", "once"]


def test_reports_without_words_come_newest_first(held: Store) -> None:
    hits = held.search(Query()).rows
    assert hits[0].id == "dam"
    assert len(hits) == 3
    assert [hit.id for hit in held.search(Query(category="COERCE")).rows] == ["dam"]


# ---------------------------------------------------------------------------------- paging


def pages(store: Store, kind: str, limit: int) -> Iterator[tuple[object, ...]]:
    """Yield the rows of each answer until all are told."""
    after = None
    while True:
        query = Query(limit=limit, after=after)
        found = store.records(kind, query) if kind == "events" else getattr(store, kind)(query)
        yield found.rows
        after = found.next
        if after is None:
            return


@pytest.mark.parametrize("kind", ["stories", "claims", "events", "search"])
@pytest.mark.parametrize("limit", [1, 2, 3])
def test_answers_that_go_on_tell_each_row_once(held: Store, kind: str, limit: int) -> None:
    (whole,) = pages(held, kind, 200)
    parts = list(pages(held, kind, limit))
    assert tuple(row for part in parts for row in part) == whole
    assert all(len(part) == limit for part in parts[:-1])


def test_a_ranked_answer_goes_on(store: Store) -> None:
    store.take([make_report(f"r{n}", f"Dyke {n} breaks", "It broke.") for n in range(5)])
    first = store.search(Query(text="dyke", limit=3))
    rest = store.search(Query(text="dyke", limit=3, after=first.next))
    assert sorted(hit.id for hit in first.rows + rest.rows) == [f"r{n}" for n in range(5)]
    assert rest.next is None


@pytest.mark.parametrize("limit", [1, 2])
def test_what_has_no_day_comes_last(store: Store, limit: int) -> None:
    store.take(
        [
            make_report("dated", "Dyke breaks at Parnu", "It broke.", published="2030-05-06"),
            make_report("undated", "A fair in Tartu", "Many came."),
            make_report("unknown", "Elections near in Riga", "Nobody votes yet."),
        ]
    )
    parts = list(pages(store, "stories", limit))
    rows = [row for part in parts for row in part]
    assert [getattr(row, "id", None) for row in rows] == ["dated", "undated", "unknown"]


def test_a_cursor_of_another_question_is_refused(held: Store) -> None:
    after = held.search(Query(text="dam flood", limit=1)).next or held.claims(Query(limit=1)).next
    ranked = held.records("events", Query(limit=1)).next
    assert after
    with pytest.raises(QueryError):
        held.search(Query(text="dam", after=ranked))


# ------------------------------------------------------------------------------- bad intent

HOSTILE = (
    "'",
    "' OR '1'='1",
    "'; DROP TABLE stories; --",
    "?",
    "%s",
    "{}",
    "\\",
    "%",
    "🦜",
    "\u202e",
)


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize(
    "field", ["text", "country", "actor", "category", "status", "measure", "outlet"]
)
def test_what_is_looked_for_is_never_sql(held: Store, field: str, words: str) -> None:
    query = replace(Query(), **{field: words})  # type: ignore[arg-type] # a field of text
    assert held.stories(query).rows == ()
    assert held.claims(query).rows == ()
    assert held.search(query).rows == ()
    for kind in ("events", "statements", "figures"):
        assert held.records(kind, query).rows == ()
    assert len(held.stories().rows) == 2
