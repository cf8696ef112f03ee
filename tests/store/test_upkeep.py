"""Words are put in order now and then; what is found stays the same, and so does what comes."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.model import Report
from dateline.store import Query, Store, upkeep
from tests.store.earlier import make_first
from tests.weaving.reports import make_report

QUESTIONS = ("ferry", "ferry dock", "dam", "salmon ferry", "the of", "nothing")
WORDS = "ferry dam dock salmon storm tax harbour mill bridge road".split()


def reports(first: int, last: int) -> list[Report]:
    """Return reports of different words, and of as many each in different numbers."""
    made = []
    for number in range(first, last):
        told = [WORDS[(number + step * step) % 10] for step in range(1 + number % 5)]
        sentence = f"The {' and the '.join(told)} of place{number} stood still."
        day = f"2031-05-{1 + number % 28:02d}"
        made.append(make_report(f"r{number:02d}", f"On {told[0]}s", sentence, published=day))
    return made


def answers(store: Store) -> list[object]:
    """Return what is found by words: reports, their passages and scores in order, and stories."""
    found: list[object] = []
    for text in QUESTIONS:
        hits = store.search(Query(text=text, limit=3))
        found += hits.rows
        while hits.next:
            hits = store.search(Query(text=text, limit=3, after=hits.next))
            found += hits.rows
        found += store.stories(Query(text=text)).rows
    return found


def in_order(store: Store) -> bool:
    with store._engine.reading() as session:
        rows = session.run("SELECT word, report FROM words")
    return rows == sorted(rows)


def test_what_is_found_is_the_same_before_and_after(tmp_path: Path) -> None:
    with Store(tmp_path / "a.duckdb") as store:
        store.take(reports(0, 30))
        before = answers(store)
        assert not in_order(store)
        with store._engine.writing() as session:
            upkeep.put_in_order(session)
        assert in_order(store)
        assert answers(store) == before
        assert len(before) > 20


def test_words_are_put_in_order_when_enough_came(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upkeep, "FEWEST", 1)
    with Store(tmp_path / "a.duckdb") as store, Store(":memory:") as other:
        store.take(reports(0, 20))
        assert in_order(store)
        store.take(reports(20, 22))
        assert not in_order(store)
        store.take(reports(22, 40))
        assert in_order(store)
        monkeypatch.setattr(upkeep, "FEWEST", 10**9)
        other.take(reports(0, 40))
        assert answers(store) == answers(other)


def test_both_engines_find_the_same_in_any_order(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upkeep, "FEWEST", 1)
    store.take(reports(0, 30))
    monkeypatch.setattr(upkeep, "FEWEST", 10**9)
    with Store(":memory:") as other:
        other.take(reports(0, 30))
        assert answers(store) == answers(other)


def test_words_that_were_kept_by_their_letters_are_found_the_same(address: str) -> None:
    with Store(address) as store:
        store.take(reports(0, 30))
        before = answers(store)
        make_first(store)
        with store._engine.reading() as session:
            assert session.run("SELECT count(*) FROM words WHERE word = 'ferry'") != [(0,)]
    with Store(address) as store:
        assert answers(store) == before
        store.take(reports(30, 32))
        assert len(answers(store)) > len(before)
