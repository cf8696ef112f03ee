"""Corrections: they stand beside what was read, and survive reading and weaving anew."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.corrections import Outcome, Signed
from dateline.errors import CorrectionError
from dateline.model import Report, Span, Status, Story
from dateline.store import Query, Store
from tests.weaving.reports import at, make_report, with_event, with_figure, with_statement

SIGNED = Signed("Ines Roque", "2030-05-20T09:00:00+00:00", "The lede says that he denied it.")
CLAUSE = "Arvo Lind closed the Orlan dam on Monday"


def later(minute: int, why: str = "Read again.") -> Signed:
    return Signed("Ines Roque", f"2030-05-20T10:{minute:02}:00+00:00", why)


def dam(id: str, *more: str, published: str = "2030-05-06") -> Report:
    """Return a report on the dam with an event, a figure and a statement."""
    report = make_report(
        id,
        "Lind closes the Orlan dam",
        f"{CLAUSE}, and the wells of Latvia below the Orlan dam ran dry.",
        'He denied that 40 farmers were hurt. "The dam is ours," Marta Ozola said in Riga.',
        *more,
        outlet=id,
        published=published,
    )
    report = with_event(report, CLAUSE, "closed", "COERCE", by=["Arvo Lind"], to=["Latvia"])
    report = with_figure(report, "40 farmers", 40.0, "injured")
    return with_statement(report, "The dam is ours,", "Marta Ozola")


def ferry(id: str) -> Report:
    """Return a report on something else."""
    return make_report(
        id,
        "Lake ferry workers walk out over pay",
        "Ferry crews in Mombasa walked out on Tuesday over wages that were not paid since June.",
        published="2030-05-07",
        outlet=id,
    )


def event_id(report: Report) -> str:
    span = report.events[0].span
    return f"{report.id}/events/{span.start}-{span.end}"


def held(store: Store, report: str) -> Report:
    found = store.report(report)
    assert found is not None
    return found[0]


def story_of(store: Store, report: str) -> Story:
    found = store.report(report)
    story = store.story(found[1]) if found else None
    assert story is not None
    return story


# ----------------------------------------------------------------------------- one record


def test_a_correction_changes_the_record_and_keeps_what_was_read(store: Store) -> None:
    store.take([dam("aa")])
    store.review.set(event_id(dam("aa")), {"status": "denied"}, SIGNED)
    assert held(store, "aa").events[0].status is Status.DENIED
    (told,) = story_of(store, "aa").corrections
    assert (told.outcome, told.was, told.correction.value) == (Outcome.STANDS, "happened", "denied")
    assert told.correction.signed == SIGNED
    assert [listed.was for listed in store.review.of_report("aa")] == ["happened"]
    assert store.review.of_report("bb") == []
    (row,) = store.records("events", Query(status="denied")).rows
    assert row["status"] == "denied"


def test_a_correction_stands_when_the_report_is_read_and_woven_anew(store: Store) -> None:
    store.take([dam("aa")])
    store.review.set(event_id(dam("aa")), {"status": "denied", "category": "REJECT"}, SIGNED)
    store.take([dam("bb", published="2030-05-07")])  # Woven anew with another report.
    assert held(store, "aa").events[0].code == "REJECT"
    assert {e.code for e in held(store, "bb").events} == {"COERCE"}
    read = dam("aa")
    clause = at(read, f"{CLAUSE}, and the wells")
    wider = replace(read.events[0], span=clause, code="ASSAULT", by="another/rule")
    other = replace(wider, span=Span(0, 9), trigger=Span(5, 9))
    store.take([replace(read, events=(other, wider))], anew=True)
    events = held(store, "aa").events
    assert [event.code for event in events] == ["ASSAULT", "REJECT"]
    assert [event.status.value for event in events] == ["happened", "denied"]
    assert [told.was for told in story_of(store, "aa").corrections] == ["happened", "ASSAULT"]


def test_a_correction_whose_record_is_gone_says_so(store: Store) -> None:
    store.take([dam("aa")])
    store.review.set(event_id(dam("aa")), {"status": "denied"}, SIGNED)
    store.take([replace(dam("aa"), events=())], anew=True)
    (told,) = store.review.corrections()
    assert told.outcome is Outcome.GONE
    store.take([dam("aa")], anew=True)
    assert held(store, "aa").events[0].status is Status.DENIED


def test_a_later_correction_wins_and_the_earlier_one_comes_back(store: Store) -> None:
    store.take([dam("aa")])
    store.review.set(event_id(dam("aa")), {"status": "denied"}, SIGNED)
    (second,) = store.review.set(event_id(dam("aa")), {"status": "planned"}, later(1))
    outcomes = [told.outcome for told in store.review.corrections()]
    assert outcomes == [Outcome.SUPERSEDED, Outcome.STANDS]
    store.review.undo(second.id, later(2))
    assert held(store, "aa").events[0].status is Status.DENIED
    kept = store.review.corrections()[1]
    assert (kept.outcome, kept.correction.undone) == (None, later(2))


def test_a_record_that_is_dropped_is_told_of_and_can_come_back(store: Store) -> None:
    store.take([dam("aa")])
    dropped = store.review.drop(event_id(dam("aa")), SIGNED)
    assert held(store, "aa").events == ()
    (told,) = story_of(store, "aa").corrections
    assert (told.record, told.was) == (None, "COERCE happened; Arvo Lind; Latvia")
    store.review.undo(dropped.id, later(1))
    assert len(held(store, "aa").events) == 1
    assert story_of(store, "aa").corrections == ()


def test_parties_places_and_days_are_set(store: Store) -> None:
    store.take([dam("aa")])
    values = {"actor": "Marta Ozola; army (LVA, MIL)", "recipient": "", "date": "2030-05-05"}
    store.review.set(event_id(dam("aa")), {**values, "place": "Riga (LVA) at 56.95,24.11"}, SIGNED)
    (row,) = store.records("events").rows
    assert (row["actor"], row["recipient"], row["first"], row["last"]) == (
        "Marta Ozola",
        None,
        "2030-05-05",
        "2030-05-05",
    )
    assert (row["place"], row["country"], row["lat"]) == ("Riga", "LVA", 56.95)
    first, second = held(store, "aa").events[0].actors
    assert first.chain is not None
    assert first.country == "LVA"
    assert (second.name, second.country, second.sector) == ("army", "LVA", "MIL")


def test_a_figure_and_a_statement_are_set(store: Store) -> None:
    read = dam("aa")
    store.take([read])
    figure, statement = read.figures[0].span, read.statements[0].span
    store.review.set(
        f"aa/figures/{figure.start}-{figure.end}",
        {"value": "at least 50", "measure": "killed", "claimant": "Arvo Lind"},
        SIGNED,
    )
    store.review.set(
        f"aa/statements/{statement.start}-{statement.end}", {"speaker": "Janis Berzin"}, later(1)
    )
    (row,) = store.records("figures").rows
    assert (row["low"], row["high"], row["hedge"]) == (50.0, None, "at_least")
    assert (row["measure"], row["claimant"]) == ("killed", "Arvo Lind")
    assert held(store, "aa").statements[0].speakers[0].name == "Janis Berzin"
    was = {told.correction.name: told.was for told in story_of(store, "aa").corrections}
    assert was == {
        "value": "40",
        "measure": "injured",
        "claimant": "",
        "speaker": "Marta Ozola (LVA, GOV)",
    }


def test_a_mode_goes_with_its_category(store: Store) -> None:
    store.take([dam("aa")])
    store.review.set(event_id(dam("aa")), {"mode": "aerial", "category": "ASSAULT"}, SIGNED)
    assert [(e.code, e.mode) for e in held(store, "aa").events] == [("ASSAULT", "aerial")]
    store.review.set(event_id(dam("aa")), {"category": "PROTEST"}, later(1))
    assert [(e.code, e.mode) for e in held(store, "aa").events] == [("PROTEST", None)]


@pytest.mark.parametrize(
    ("record", "values", "told"),
    [
        ("aa/events/1-2", {"status": "denied"}, "no record"),
        ("aa", {"status": "denied"}, "no record"),
        ("zz/events/1-2", {"status": "denied"}, "no record"),
        ("EVENT", {"status": "over"}, "no status"),
        ("EVENT", {"status": "happened"}, "already"),
        ("EVENT", {"category": "PICNIC"}, "no category"),
        ("EVENT", {"mode": "picnic"}, "no mode"),
        ("EVENT", {"date": "Monday"}, "no date"),
        ("EVENT", {"date": "2030-02-31"}, "no date"),
        ("EVENT", {"value": "40"}, "no 'value' of an event"),
        ("EVENT", {"actor": "((("}, "names nobody"),
        ("EVENT", {"place": "Springfield"}, "several places"),
        ("EVENT", {}, "nothing is set"),
        ("EVENT", {"actor": "Lind\u202ednil"}, "plain characters"),
        ("EVENT", {"actor": "x" * 1001}, "plain characters"),
    ],
)
def test_what_cannot_be_set_is_told_and_nothing_is_kept(
    store: Store, record: str, values: dict[str, str], told: str
) -> None:
    store.take([dam("aa")])
    id = event_id(dam("aa")) if record == "EVENT" else record
    with pytest.raises(CorrectionError, match=told):
        store.review.set(id, values, SIGNED)
    assert store.review.corrections() == ()


@pytest.mark.parametrize("signed", [replace(SIGNED, who=" "), replace(SIGNED, why="")])
def test_a_correction_needs_a_name_and_a_reason(store: Store, signed: Signed) -> None:
    store.take([dam("aa")])
    with pytest.raises(CorrectionError, match="needs to say"):
        store.review.set(event_id(dam("aa")), {"status": "denied"}, signed)


# -------------------------------------------------------------------------------- stories


def test_stories_that_are_joined_stay_one(store: Store) -> None:
    store.take([dam("aa"), ferry("ff")])
    joined = store.review.join(["aa", "ff"], SIGNED)
    assert {r.id for r in story_of(store, "aa").reports} == {"aa", "ff"}
    store.take([dam("bb", published="2030-05-07")])
    store.take([ferry("gg"), ferry("ff")], anew=True)
    assert {r.id for r in story_of(store, "gg").reports} == {"aa", "bb", "ff", "gg"}
    assert len(store.stories().rows) == 1
    store.review.undo(joined.id, later(1))
    assert {r.id for r in story_of(store, "gg").reports} == {"ff", "gg"}
    assert {r.id for r in story_of(store, "aa").reports} == {"aa", "bb"}


def test_stories_stay_joined_when_others_are_put_in_whole(store: Store) -> None:
    store.take([dam("aa"), ferry("ff")])
    store.review.join(["aa", "ff"], SIGNED)
    with Store(":memory:") as other:
        other.take([dam("bb", published="2030-05-07")])
        store.add([story_of(other, "bb")])
    store.take([ferry("gg")])
    assert {"aa", "ff", "gg"} <= {r.id for r in story_of(store, "ff").reports}


def test_a_story_that_is_parted_stays_parted(store: Store) -> None:
    store.take([dam("aa"), dam("bb", published="2030-05-07")])
    parted = store.review.part("aa", ["bb"], SIGNED)
    assert {r.id for r in story_of(store, "bb").reports} == {"bb"}
    store.take([dam("cc", published="2030-05-08")])
    homes = [story_of(store, id).id for id in ("aa", "bb")]
    assert len(set(homes)) == 2
    assert story_of(store, "cc").id in homes
    store.take([dam("bb", published="2030-05-07")], anew=True)
    assert len({story_of(store, id).id for id in ("aa", "bb")}) == 2
    store.review.undo(parted.id, later(1))
    assert len(store.stories().rows) == 1


def test_any_order_gives_the_stories_that_people_joined(store: Store) -> None:
    store.take([dam("aa"), ferry("ff")])
    joined = store.review.join(["aa", "ff"], SIGNED)
    with Store(":memory:") as other:
        assert other.review.take([joined]) == 1
        assert other.review.take([joined]) == 0
        assert other.review.corrections()[0].outcome is Outcome.GONE
        for report in (ferry("ff"), dam("aa")):
            other.take([report])
        assert replace(story_of(other, "aa"), was=()) == replace(story_of(store, "aa"), was=())


# --------------------------------------------------------------------------------- claims


def claims_of(store: Store, kind: str = "event") -> list[str]:
    return [row.id for row in store.claims().rows if row.kind == kind]


def test_claims_that_are_parted_and_joined_stay_so(store: Store) -> None:
    store.take([dam("aa"), dam("bb", published="2030-05-07")])
    (claim,) = claims_of(store)
    parted = store.review.part(claim, [event_id(dam("bb"))], SIGNED)
    assert len(claims_of(store)) == 2
    store.take([dam("cc", published="2030-05-08")])
    assert len(claims_of(store)) == 2
    store.review.join(claims_of(store), later(1))
    assert len(claims_of(store)) == 1
    store.review.undo(parted.id, later(2))
    assert len(claims_of(store)) == 1


@pytest.mark.parametrize(
    ("ids", "told"),
    [(["aa"], "two stories"), (["aa", "aa"], "two stories"), (["aa", "zz"], "no story zz")],
)
def test_what_cannot_be_joined_is_told(store: Store, ids: list[str], told: str) -> None:
    store.take([dam("aa")])
    with pytest.raises(CorrectionError, match=told):
        store.review.join(ids, SIGNED)


def test_a_story_put_in_again_keeps_its_corrections(store: Store) -> None:
    store.take([dam("aa")])
    store.review.set(event_id(dam("aa")), {"status": "denied"}, SIGNED)
    story = story_of(store, "aa")
    store.add([story])
    assert replace(story_of(store, "aa"), was=()) == replace(story, was=())
