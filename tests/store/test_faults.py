"""A database that can't be used: one clear line each."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from dateline.errors import StoreError
from dateline.store import Store
from dateline.store.engine import Session
from dateline.store.migrations import MIGRATIONS, migrate
from tests.serve import sample
from tests.store.earlier import make_first

OPEN = "import sys; from dateline.store import Store; Store(sys.argv[1])"


def add_nothing(session: Session, *, indexed: bool) -> None:
    """Stand for the migration of a later release."""


def fault(address: object, *, read_only: bool = False) -> str:
    """Return what is said when a database is opened."""
    with pytest.raises(StoreError) as told:
        Store(str(address), read_only=read_only)
    assert "\n" not in str(told.value)
    return str(told.value)


def test_a_file_that_another_process_holds_is_told_with_its_holder(tmp_path: Path) -> None:
    file = tmp_path / "held.duckdb"
    with Store(file):
        done = subprocess.run([sys.executable, "-c", OPEN, file], capture_output=True, check=False)
    (line,) = (line for line in done.stderr.decode().splitlines() if "StoreInUse: " in line)
    assert f"{file} is in use: process " in line


@pytest.mark.parametrize("data", [b"", b"hello " * 5000, b"SQLite format 3\0" + bytes(5000)])
def test_another_file_is_no_database(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "notes.txt"
    file.write_bytes(data)
    assert fault(file) == f"{file} is not a DuckDB database"
    assert file.read_bytes() == data


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    assert fault(tmp_path / "gone", read_only=True) == f"{tmp_path / 'gone'}: no such database"
    assert fault(tmp_path / "no" / "file") == f"{tmp_path / 'no' / 'file'}: no such folder"
    assert "Is a directory" in fault(tmp_path)


@pytest.mark.parametrize("name", ["", "a\0b"])
def test_what_names_no_file_is_told(name: str) -> None:
    assert "a database is called by the name of a file" in fault(name)


def test_a_later_version_is_told(address: str) -> None:
    with Store(address) as store, store._engine.writing() as session:
        session.run("UPDATE schema_version SET version = ?", (99,))
    assert "was written by a later dateline: its tables are of version 99" in fault(address)


def test_an_older_version_is_not_changed_by_a_reader(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    Store(address).close()
    monkeypatch.setattr("dateline.store.migrations.MIGRATIONS", (*MIGRATIONS, add_nothing))
    told = f"its tables are of version {1 + len(MIGRATIONS)}"
    assert told in fault(address, read_only=True)
    assert told in fault(address, read_only=True)


def test_an_older_version_is_brought_up_to_date_once(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = sample.story()
    with Store(address) as store:
        store.add([told])
    runs = []

    def add_column(session: Session, *, indexed: bool) -> None:
        runs.append(session)
        session.run("ALTER TABLE stories ADD COLUMN note TEXT")

    monkeypatch.setattr("dateline.store.migrations.MIGRATIONS", (*MIGRATIONS, add_column))
    for _ in range(2):
        with Store(address) as store:
            assert store.story(told.id) == told
    assert len(runs) == 1


def test_a_store_of_the_first_version_can_be_set_right(address: str) -> None:
    with Store(address) as store:
        store.add([sample.story()])
        make_first(store)
    with Store(address) as store:
        assert store.review.corrections() == ()
        assert store.claims().rows


def test_a_migration_that_fails_changes_nothing(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store(address) as store:
        store.add([sample.story()])

    def fail(session: Session, *, indexed: bool) -> None:
        session.run("DELETE FROM claims")
        raise StoreError("out of luck")

    monkeypatch.setattr("dateline.store.migrations.MIGRATIONS", (*MIGRATIONS, fail))
    assert fault(address) == "out of luck"
    monkeypatch.undo()
    with Store(address) as store:
        assert store.claims().rows


def test_a_table_of_another_program_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "other.duckdb"
    with duckdb.connect(str(file)) as other:
        other.execute("CREATE TABLE events (mine INTEGER)")
    assert fault(file) == f"{file} has a table 'events' that dateline didn't make"


def test_an_empty_database_can_not_be_read(tmp_path: Path) -> None:
    file = tmp_path / "empty.duckdb"
    duckdb.connect(str(file)).close()
    assert "it holds no tables of dateline" in fault(file, read_only=True)


def test_a_reader_can_not_write(address: str) -> None:
    Store(address).close()
    with Store(address, read_only=True) as store, pytest.raises(StoreError, match="read-only"):
        store.add([sample.story()])


def test_a_store_that_is_closed_says_so(address: str) -> None:
    store = Store(address)
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.stories()


def test_no_message_shows_a_password() -> None:
    pytest.importorskip("psycopg")
    told = fault("postgresql://ann:secret@127.0.0.1:1/news")
    assert told.startswith("postgresql://127.0.0.1/news can't be reached: ")
    assert "secret" not in told + fault("postgresql://ann:secret@[/news")


def test_the_tables_are_made_once(address: str) -> None:
    with Store(address) as store:
        migrate(store._engine, "it", read_only=False)


def test_sql_reaches_no_other_file(tmp_path: Path) -> None:
    with Store(tmp_path / "a.duckdb") as store, store._engine.reading() as session:
        for sql in ("SELECT * FROM read_text('x')", "COPY stories TO 'x'", "INSTALL httpfs"):
            with pytest.raises(StoreError):
                session.run(sql)
