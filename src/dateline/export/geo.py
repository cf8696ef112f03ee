"""What is on the map as GeoJSON (RFC 7946): a point for each event and figure with a place.

Coordinates are [longitude, latitude] in WGS84. A place of coarser grain than a city has its
middle, and `place_grain` says so: a country's middle is not where it happened.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from dateline.export.pieces import json_list, known
from dateline.export.report_shape import EventRecord, FigureRecord
from dateline.export.row_columns import names
from dateline.export.rows import Row, event_rows, evidence, figure_rows, set_right
from dateline.export.shape import Shape, made_by
from dateline.model import Story


def export_geojson(stories: Iterable[Story], shape: Shape) -> Iterator[str]:
    """Yield one FeatureCollection."""
    head = {"type": "FeatureCollection", "made_by": made_by(shape), "run": shape.run}
    found = chain.from_iterable(_features(story, shape) for story in stories)
    yield from json_list(head, "features", found)


def _features(story: Story, shape: Shape) -> Iterator[dict[str, Any]]:
    for event in event_rows(story, shape):
        yield from _feature(event, "event", _of_event(event.record))
    for figure in figure_rows(story, shape):
        yield from _feature(figure, "figure", _of_figure(figure.record))


def _feature(row: Row[Any], kind: str, own: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the point of a row, if its place is on the map."""
    place, when = row.record["place"], row.record["when"]
    if place is None or place["lat"] is None or place["lon"] is None:
        return
    properties = known(
        kind=kind,
        story=row.story.id,
        claim=row.claim and row.claim.id,
        origins_least=row.claim and row.claim.origins.least,
        origins_most=row.claim and row.claim.origins.most,
        **own,
        status=row.record["status"],
        claimed_by=row.record["claimed_by"] and row.record["claimed_by"]["name"],
        start=when and when["start"],
        end=when and when["end"],
        place=place["name"],
        place_grain=place["grain"],
        place_entity=place["entity"],
        country=place["country"],
        corrected=set_right(row) or None,
        evidence=[evidence(mention) for mention in row.mentions],
    )
    yield {
        "type": "Feature",
        "id": row.id,
        "geometry": {"type": "Point", "coordinates": [place["lon"], place["lat"]]},
        "properties": properties,
    }


def _of_event(record: EventRecord) -> dict[str, Any]:
    return {
        "code": record["code"],
        "mode": record["mode"],
        "actors": names(record["actors"]),
        "recipients": names(record["recipients"]),
        "background": record["background"] or None,
    }


def _of_figure(record: FigureRecord) -> dict[str, Any]:
    return {key: record[key] for key in ("measure", "low", "high", "hedge", "unit", "of_what")}
