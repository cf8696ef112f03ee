"""Set the rows of other event data beside our claims: same place, same week, same kind of act.

    with Store("crisis.duckdb", read_only=True) as store:
        for group in set_beside(store, open_rows("20240312.export.CSV")).groups: …

Neither side is the measure of the other: they read other sources by other rules.
"""

from __future__ import annotations

from dateline.compare.beside import Comparison, Group, set_beside
from dateline.compare.files import RowFile, open_rows
from dateline.compare.rows import Row

__all__ = ["Comparison", "Group", "Row", "RowFile", "open_rows", "set_beside"]
