"""A case is what is looked for under a name; it outlives the database's version."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.errors import QueryError
from dateline.store import Query, Store
from dateline.weaving.weave import weave_story
from tests.serve import sample
from tests.store.earlier import make_first
from tests.weaving.reports import every, make_report, with_event, with_place


def test_a_case_is_found_again_with_all_that_is_looked_for(store: Store) -> None:
    query = Query(text="flood", country="MOZ", origins=2, box=(30.0, -22.5, 36.0, -18.0))
    kept = store.create_case("  Floods of\nBeira ", query, note=" Both banks. ")
    assert (kept.slug, kept.name, kept.note) == (
        "floods-of-beira",
        "Floods of Beira",
        "Both banks.",
    )
    assert store.case("floods-of-beira") == kept
    assert kept.query == query


def test_a_case_says_nothing_of_how_much_is_shown(store: Store) -> None:
    store.create_case("Floods", Query(country="MOZ", limit=3))
    held = store.case("floods")
    assert held is not None
    assert held.query == Query(country="MOZ")


def test_cases_are_listed_by_name(store: Store) -> None:
    for name in ("Storms", "Floods", "Ärger in Köln"):
        store.create_case(name, Query(text=name))
    assert [case.slug for case in store.cases()] == ["arger-in-koln", "floods", "storms"]


def test_a_name_of_another_script_has_a_page(store: Store) -> None:
    kept = store.create_case("Наводнение 2030", Query(country="RUS"))
    assert store.case(kept.slug) == kept


@pytest.mark.parametrize("name", ["", " … ", "x" * 201])
def test_a_case_has_a_name(store: Store, name: str) -> None:
    with pytest.raises(QueryError, match="a case has a name of letters or digits"):
        store.create_case(name, Query(country="MOZ"))


def test_a_case_is_not_all_there_is(store: Store) -> None:
    with pytest.raises(QueryError, match="a case needs something to look for"):
        store.create_case("All", Query(limit=5))


def test_a_name_is_taken_once(store: Store) -> None:
    store.create_case("Floods", Query(country="MOZ"))
    with pytest.raises(QueryError, match="there is a case 'floods' already"):
        store.create_case("FLOODS!", Query(country="KEN"))
    assert [case.query.country for case in store.cases()] == ["MOZ"]


def test_a_dropped_case_takes_no_story_with_it(store: Store) -> None:
    told = sample.story()
    store.add([told])
    store.create_case("Floods", Query(country="MOZ"))
    assert store.drop_case("floods")
    assert not store.drop_case("floods")
    assert (store.cases(), store.case("floods")) == ((), None)
    assert store.story(told.id) == told


@pytest.mark.parametrize("slug", ["", "nobody", "a\0b", "x' OR '1'='1", "\ud800"])
def test_what_is_no_case_is_none(store: Store, slug: str) -> None:
    store.create_case("Floods", Query(country="MOZ"))
    assert store.case(slug) is None
    assert not store.drop_case(slug)


def test_a_database_from_before_there_were_cases_is_brought_up_to_date(address: str) -> None:
    told = sample.story()
    with Store(address) as store:
        store.add([told])
        make_first(store)
    with Store(address) as store:
        kept = store.create_case("Floods", Query(country="MOZ"))
        assert store.story(told.id) == told
    with Store(address, read_only=True) as store:
        assert store.cases() == (kept,)


def test_a_story_is_mostly_set_where_it_names_a_place_most(store: Store) -> None:
    told = sample.story()
    store.add([told])
    place = store.story_places([told.id, "nobody"])
    assert set(place) == {told.id}
    assert (place[told.id].name, place[told.id].grain, place[told.id].country) == (
        "Beira",
        "city",
        "MOZ",
    )
    assert store.story_places([]) == {}


def test_a_story_is_set_where_things_happen_and_not_whence_it_is_reported(store: Store) -> None:
    text = "The ferry sank off Orlan. Riga asked for calm. Riga has a harbour. Riga is far."
    report = with_event(make_report("a", "T", text), "The ferry sank off Orlan", "sank", "ASSAULT")
    places = [
        replace(with_place(report, word, "city", "LVA").places[0], span=span, lat=lat, lon=24.0)
        for word, lat in (("Orlan", 57.5), ("Riga", 56.9))
        for span in every(report, word)
    ]
    (event,) = report.events
    placed = replace(event, place=places[0].span)
    story = weave_story([replace(report, places=tuple(places), events=(placed,))])
    store.add([story])
    assert store.story_places([story.id])[story.id].name == "Orlan"
