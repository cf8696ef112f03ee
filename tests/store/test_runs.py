"""A run is kept with what read and how; each report names the run that read it first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.store import Run, Store
from dateline.store.migrations import MIGRATIONS
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


def test_an_older_store_gets_room_for_runs(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (add_runs,) = (m for m in MIGRATIONS if m.__name__ == "_add_runs")
    with Store(address) as store, store._engine.writing() as session:
        session.run("DROP TABLE runs")
        session.run("DROP TABLE readings")
        session.run("DROP TABLE upkeep")
        session.run("UPDATE schema_version SET version = ?", (1,))
    monkeypatch.setattr("dateline.store.migrations.MIGRATIONS", (add_runs,))
    with Store(address) as store:
        store.note(RUN)
        assert store.runs() == (RUN,)
