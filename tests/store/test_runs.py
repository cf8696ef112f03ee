"""A run is kept with what read and how; each report names the run that read it first."""

from __future__ import annotations

from dataclasses import replace

from dateline.store import Run, Store
from tests.store.earlier import make_first
from tests.weaving.reports import make_report

RUN = Run(
    id="00c0ffee00c0ffee",
    started="2031-05-06T10:00:00+00:00",
    version="9.9",
    codebook="plover@1",
    lexicon="77",
    parser="none",
    encoder=None,
    packages={"numpy": "2"},
    options={"paths": ["pages/"]},
)
DAM = make_report("dam", "The dam held", "The Orlan dam held on Monday.", published="2031-05-06")
TAX = make_report("tax", "A tax on salmon", "Norway taxed salmon farms.", published="2031-05-07")


def test_a_run_comes_back_as_it_was_noted(store: Store) -> None:
    store.note(RUN)
    assert store.runs() == (RUN,)
    done = replace(RUN, ended="2031-05-06T10:01:00+00:00", added=2, known=0, rejected=1, stories=1)
    store.note(done)
    assert store.runs() == (done,)


def test_a_report_keeps_the_run_that_read_it(store: Store) -> None:
    store.take([DAM], run="first")
    store.take([DAM, TAX], run="second")
    assert store.readings() == {"dam": "first", "tax": "second"}
    assert store.readings(["tax", "none"]) == {"tax": "second"}


def test_reports_of_no_run_have_none(store: Store) -> None:
    store.take([DAM])
    assert store.readings() == {}


def test_what_is_read_anew_names_the_run_that_read_it_last(store: Store) -> None:
    store.take([DAM, TAX], run="first")
    store.take([DAM], anew=True, run="second")
    assert store.readings() == {"dam": "second", "tax": "first"}
    store.take([TAX], anew=True)
    assert store.readings() == {"dam": "second"}


def test_an_older_store_gets_room_for_runs(address: str) -> None:
    with Store(address) as store:
        make_first(store)
    with Store(address) as store:
        store.note(RUN)
        assert store.runs() == (RUN,)
