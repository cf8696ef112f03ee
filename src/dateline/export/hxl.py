"""The tables of events and figures with HXL hashtags in their second row.

    id,code,start,…
    #meta+id,#event+type,#date+start,…

Persons killed, injured, missing and displaced have columns of their own, least and most apart;
what else is counted is told by `#indicator`. https://hxlstandard.org/ (1.1).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from dateline.export import tabular
from dateline.export.columns import Column, Table
from dateline.model import Status

_SHARED = {
    "id": "#meta+id",
    "claim": "#meta+id+claim",
    "gist": "#description+claim",
    "origins_least": "#meta+sources+min",
    "origins_most": "#meta+sources+max",
    "status": "#status",
    "start": "#date+start",
    "end": "#date+end",
    "place": "#loc+name",
    "place_entity": "#loc+code",
    "country": "#country+code",
    "lat": "#geo+lat",
    "lon": "#geo+lon",
    "place_grain": "#geo+precision",
    "report": "#meta+id+report",
    "url": "#meta+url",
    "outlet": "#meta+source",
    "published": "#date+reported",
    "span_start": "#meta+span+start",
    "span_end": "#meta+span+end",
    "quote": "#description",
    "sha256": "#meta+sha256",
    "by": "#meta+method",
    "corrected": "#meta+corrected",
}
_EVENTS = {
    "code": "#event+type",
    "mode": "#event+code",
    "actors": "#group+name+first",
    "recipients": "#group+name+second",
    **_SHARED,
}
_FIGURES = {
    "measure": "#indicator+name",
    "low": "#indicator+num+min",
    "high": "#indicator+num+max",
    "unit": "#indicator+unit",
    "of_what": "#indicator+label",
    "claimed_by": "#org+name",
    **_SHARED,
}
_AFFECTED = ("killed", "injured", "missing", "displaced")
_COUNTED = frozenset({Status.HAPPENED, Status.ONGOING})


def _tagged(table: Table, tags: Mapping[str, str]) -> Iterator[Column]:
    """Yield the columns of a table that have a hashtag."""
    for column in table.columns:
        if tag := tags.get(column.name):
            yield replace(column, tag=tag)


def _affected(measure: str) -> Iterator[Column]:
    """Yield the two columns of persons of whom something is counted."""
    for end, attribute in (("low", "min"), ("high", "max")):
        yield Column(
            f"{measure}_{attribute}",
            "number",
            f"persons {measure}, {'at least' if end == 'low' else 'at most'}",
            _counting(measure, end),
            tag=f"#affected+{measure}+{attribute}",
        )


def _counting(measure: str, end: str) -> Any:
    """Return what fills such a column: nobody is counted who may die or is denied to have."""

    def value(row: Any) -> Any:
        record = row.record
        counts = (record["measure"], record["unit"]) == (measure, "person")
        return record[end] if counts and record["status"] in _COUNTED else None

    return value


EVENTS = replace(tabular.EVENTS, columns=tuple(_tagged(tabular.EVENTS, _EVENTS)))
FIGURES = replace(
    tabular.FIGURES,
    columns=(
        *_tagged(tabular.FIGURES, _FIGURES),
        *(column for measure in _AFFECTED for column in _affected(measure)),
    ),
)

TABLES = (EVENTS, FIGURES)
