"""Tables are made with the same columns in both engines; DuckDB packs no packed bytes again."""

from __future__ import annotations

from pathlib import Path

from dateline.store import Store
from dateline.store.schema import create
from dateline.store.tables import REPORTS
from tests.serve import sample


def test_bytes_are_packed_once(tmp_path: Path) -> None:
    with Store(tmp_path / "a.duckdb") as store:
        store.add([sample.story()])
        with store._engine.writing() as session:
            sql = "SELECT DISTINCT column_name, compression FROM pragma_storage_info('reports')"
            found: dict[str, str] = dict(session.run(f"{sql} WHERE segment_type = 'BLOB'"))
    assert set(found.values()) == {"Uncompressed"}


def test_an_engine_with_indexes_gets_plain_columns() -> None:
    statements = list(create(REPORTS, indexed=True))
    assert "COMPRESSION" not in " ".join(statements)
    assert "CREATE INDEX reports_story ON reports (story)" in statements
