"""A store: what is put in comes out whole, and stories grow as if woven at once."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from dateline.corrections import Judged, Signed
from dateline.errors import QueryError, StoreError
from dateline.model import Report, Story
from dateline.store import Query, Store
from dateline.store.upkeep import UPKEEP
from dateline.weaving.weave import weave
from tests.serve import sample
from tests.store.test_runs import RUN
from tests.weaving.reports import make_report

DAM = (
    "Velde warns Latvia over the Orlan dam",
    "President Tomas Velde of Estonia warned Latvia on Monday not to close the Orlan dam.",
    "Farmers below the Orlan dam said that their wells had run dry since January.",
)


def dam(id: str, *more: str, **metadata: str) -> Report:
    """Return a report on the dam, of an outlet of its own."""
    return make_report(id, *DAM, *more, outlet=id, **metadata)


def strike(id: str) -> Report:
    """Return a report on something else."""
    return make_report(
        id,
        "Lake ferry workers walk out over pay",
        "Ferry crews in Mombasa walked out on Tuesday over wages that were not paid since June.",
        published="2030-05-07",
        outlet=id,
    )


def stories(store: Store) -> tuple[Story, ...]:
    """Return all stories whole, in order of their first day, without the ids that they had."""
    found = (store.story(row.id) for row in store.stories().rows)
    held = [replace(story, was=()) for story in found if story is not None]
    return tuple(sorted(held, key=lambda story: (story.first or "9999", story.id)))


# ----------------------------------------------------------------------------- one story


def test_a_story_comes_back_as_it_was_put_in(store: Store) -> None:
    told = sample.story()
    store.add([told])
    assert store.story(told.id) == told


def test_a_report_comes_back_with_the_story_that_it_is_in(store: Store) -> None:
    told = sample.story()
    store.add([told])
    for report in told.reports:
        assert store.report(report.id) == (report, told.id)


def test_a_claim_comes_back_by_the_id_of_its_row(store: Store) -> None:
    told = sample.story()
    store.add([told])
    found = [store.claim(row.id) for row in store.claims().rows]
    assert {each[0].id for each in found if each} == {claim.id for claim in told.claims}
    assert all(each and each[1] == told for each in found)


@pytest.mark.parametrize("id", ["", "gone", "gone/claims/0", "'; DROP TABLE stories; --", "%"])
def test_what_is_not_there_is_none(store: Store, id: str) -> None:
    store.add([sample.story()])
    assert (store.story(id), store.report(id), store.claim(id)) == (None, None, None)
    assert not store.knows(id)


def test_a_store_that_is_opened_again_holds_what_it_held(address: str) -> None:
    told = sample.story()
    with Store(address) as store:
        store.add([told])
    with Store(address, read_only=True) as store:
        assert store.story(told.id) == told
        assert store.knows(told.reports[0].id)


def test_a_story_takes_the_place_of_what_its_id_held(store: Store) -> None:
    told = sample.story()
    store.add([told])
    corrected = replace(told, headline="Another headline", reports=told.reports[:1], claims=())
    store.add([corrected])
    assert store.story(told.id) == corrected
    assert not store.knows(told.reports[1].id)
    assert store.claims().rows == ()


def test_a_merged_story_is_found_by_the_id_that_it_had(store: Store) -> None:
    first, second = weave([dam("a", published="2030-05-06"), strike("b")])
    store.add([first, second])
    merged = replace(first, reports=(*first.reports, *second.reports), was=(second.id,))
    store.add([merged])
    assert store.story(second.id) == merged
    assert [row.id for row in store.stories().rows] == [first.id]


def test_a_story_that_loses_a_report_to_another_is_woven_anew(store: Store) -> None:
    one, two = dam("a", published="2030-05-06"), dam("b", published="2030-05-07")
    store.add(weave([one, two]))
    (alone,) = weave([two])
    store.add([alone])
    assert stories(store) == (*weave([one]), *weave([two]))


def test_a_story_that_loses_its_founder_is_found_where_that_went(store: Store) -> None:
    one, two = dam("a", published="2030-05-06"), dam("b", published="2030-05-07")
    store.add(weave([one, two]))
    (other,) = weave([strike("d")])
    taken = replace(other, reports=(*other.reports, one))
    store.add([taken])
    assert store.story("a") == taken
    assert store.story("b") == weave([two])[0]


# ---------------------------------------------------------------------- stories that grow


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0), (2, 0, 3, 1)])
def test_reports_taken_one_by_one_make_the_stories_of_all_at_once(
    store: Store, order: tuple[int, ...]
) -> None:
    reports = (
        dam("a", published="2030-05-06"),
        dam("b", "The dam was built in 1961.", published="2030-05-08"),
        dam("c"),
        strike("d"),
    )
    for place in order:
        store.take([reports[place]])
    assert stories(store) == weave(reports)


def test_a_story_that_changed_is_named(store: Store) -> None:
    assert store.take([dam("b", published="2030-05-07")]) == ("b",)
    assert store.take([strike("d")]) == ("d",)
    assert store.take([dam("a", published="2030-05-06")]) == ("a",)


def test_an_earlier_founder_leaves_the_old_id_as_a_way_in(store: Store) -> None:
    store.take([dam("b", published="2030-05-07")])
    store.take([dam("a", published="2030-05-06")])
    found = store.story("b")
    assert found is not None
    assert (found.id, found.was) == ("a", ("b",))


def test_a_report_that_is_there_already_changes_nothing(store: Store) -> None:
    reports = [dam("a", published="2030-05-06"), strike("d")]
    store.take(reports)
    before = stories(store)
    assert store.take(reports) == ()
    assert stories(store) == before


def test_an_undated_report_is_read_anew_when_a_sibling_comes(store: Store) -> None:
    undated, dated = dam("a"), dam("b", published="2030-05-07")
    store.take([undated])
    store.take([dated])
    assert stories(store) == weave([undated, dated])


def test_reports_may_be_taken_beside_stories_that_were_added(store: Store) -> None:
    one, two = dam("a", published="2030-05-06"), dam("b", published="2030-05-07")
    store.add(weave([one, strike("d")]))
    assert store.take([two]) == ("a",)
    assert stories(store) == weave([one, two, strike("d")])


# ------------------------------------------------------------------------------- the tables


def test_every_table_is_described_and_has_rows(store: Store) -> None:
    pytest.importorskip("pyarrow")
    store.add([replace(sample.story(), was=("earlier",))])
    signed = Signed("Ines Roque", "2030-05-20T09:00:00+00:00", "Read again.")
    store.review.drop(store.drawn("events", 1)[0].id, signed)
    store.judge(store.drawn("events", 1)[0], Judged.RIGHT, signed)
    store.create_case("Floods", Query(country="MOZ"))
    store.note(RUN)
    store.take(sample.story().reports, run=RUN.id)
    for table in store.tables():
        frame = store.frame(table.name)
        assert frame.schema.names == [column.name for column in table.shown]
        assert frame.num_rows or table is UPKEEP, table.name  # which few words don't need
        assert table.holds
        assert all(column.holds for column in table.columns)


def test_both_engines_make_the_same_frame(store: Store) -> None:
    pytest.importorskip("pyarrow")
    told = sample.story()
    store.add([told])
    rows = store.frame("events").to_pylist()
    reports = {report.id: report for report in told.reports}
    for row in rows:
        text = reports[row["report"]].text
        assert text[row["span_start"] : row["span_end"]] == row["quote"]
    assert len(rows) == sum(len(report.events) for report in told.reports)


def test_a_table_that_is_not_there_is_told(store: Store) -> None:
    with pytest.raises(StoreError, match="no table is called 'gold'"):
        store.frame("gold")
    with pytest.raises(QueryError, match="no records are called 'gold'"):
        store.records("gold")


# ------------------------------------------------------------------------------ side by side


def test_threads_read_and_write_one_store(store: Store) -> None:
    store.take([strike("d")])
    faults: list[BaseException] = []

    def read() -> None:
        try:
            for _ in range(5):
                assert store.search(Query(text="ferry")).rows
        except BaseException as fault:  # noqa: BLE001 - told by the test's own thread
            faults.append(fault)

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    store.take([dam("a", published="2030-05-06")])
    for reader in readers:
        reader.join()
    assert faults == []


def test_writers_take_turns(store: Store) -> None:
    reports = [dam("a", published="2030-05-06"), dam("b", published="2030-05-07"), strike("d")]
    writers = [threading.Thread(target=store.take, args=([report],)) for report in reports]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert stories(store) == weave(reports)


def test_a_batch_that_fails_leaves_nothing_behind(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.take([strike("d")])
    before = stories(store)

    def fail(*arguments: object) -> None:
        raise StoreError("the disk is full")

    monkeypatch.setattr("dateline.store.writing.put", fail)
    with pytest.raises(StoreError, match="the disk is full"):
        store.take([dam("a", published="2030-05-06")])
    monkeypatch.undo()
    assert stories(store) == before
    assert store.take([dam("a", published="2030-05-06")]) == ("a",)
