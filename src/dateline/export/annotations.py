"""Records as W3C Web Annotations: each points at its characters by position and by words.

    "selector": [{"type": "TextPositionSelector", "start": 412, "end": 523},
                 {"type": "TextQuoteSelector", "exact": "…", "prefix": "…", "suffix": "…"}]

Positions are code points of the report's text as dateline holds it, whose SHA-256 stands with
the target. Without the text, both selectors stop at the 25th word and no context is quoted. An
annotation of a claim has a target for each member.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from dateline import __version__
from dateline.export.addresses import address_of, urn
from dateline.export.pieces import json_list, known
from dateline.export.report_shape import EventRecord, FigureRecord, StatementRecord
from dateline.export.row_columns import names
from dateline.export.rows import (
    Mention,
    Row,
    event_rows,
    figure_rows,
    set_right,
    statement_rows,
)
from dateline.export.shape import Shape, made_by
from dateline.model import Span, Story

_CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"schema": "https://schema.org/"}]
_AROUND = 32
"""Characters of context on either side of the words."""


def export_annotations(stories: Iterable[Story], shape: Shape) -> Iterator[str]:
    """Yield one page of annotations."""
    head = {
        "@context": _CONTEXT,
        "id": urn("annotations", shape.run["id"], shape.level),
        "type": "AnnotationPage",
        "partOf": {
            "id": urn("collection", shape.run["id"], shape.level),
            "type": "AnnotationCollection",
            "label": made_by(shape),
        },
        "startIndex": 0,
    }
    found = (note for story in stories for note in _annotations(story, shape))
    yield from json_list(head, "items", found)


def _annotations(story: Story, shape: Shape) -> Iterator[dict[str, Any]]:
    for event in event_rows(story, shape):
        yield _annotation(event, "classifying", _event(event.record), shape)
    for statement in statement_rows(story, shape):
        yield _annotation(statement, "describing", _statement(statement.record), shape)
    for figure in figure_rows(story, shape):
        yield _annotation(figure, "describing", _figure(figure.record), shape)


def _annotation(row: Row[Any], motivation: str, told: str, shape: Shape) -> dict[str, Any]:
    targets = [_target(mention, shape) for mention in row.mentions]
    bodies = [_body(told, motivation), _body(f"found by {row.record['by']}", "describing")]
    bodies += [_body(told, "editing") for told in set_right(row)]
    if row.claim:
        least, most = row.claim.origins.least, row.claim.origins.most
        bodies.append(_body(f"claim {row.claim.id}: {least} to {most} origins", "linking"))
    return {
        "id": urn("annotation", row.id),
        "type": "Annotation",
        "motivation": motivation,
        "creator": {"type": "Software", "name": f"dateline {__version__}"},
        "body": bodies,
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _body(value: str, purpose: str) -> dict[str, str]:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _target(mention: Mention[Any], shape: Shape) -> dict[str, Any]:
    report = mention.source.report
    span = mention.span if shape.text else mention.quote
    state = {"type": "TimeState", "sourceDate": report.page.fetched}
    return known(
        source={
            "id": address_of(mention.source),
            "type": "Text",
            "schema:identifier": report.id,
            "schema:sha256": mention.source.sha256,
        },
        state=state if report.page.fetched else None,
        selector=[
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            _quote(report.text, span, around=_AROUND if shape.text else 0),
        ],
    )


def _quote(text: str, span: Span, *, around: int) -> dict[str, str]:
    quoted = known(
        exact=span.of(text),
        prefix=text[max(0, span.start - around) : span.start],
        suffix=text[span.end : span.end + around],
    )
    return {"type": "TextQuoteSelector", **quoted}


def _event(record: EventRecord) -> str:
    """Return "ASSAULT/aerial happened: Army -> depot"."""
    code = f"{record['code']}/{record['mode']}" if record["mode"] else record["code"]
    parties = ", ".join(names(record["actors"])) or "nobody named"
    if record["recipients"]:
        parties += " -> " + ", ".join(names(record["recipients"]))
    return f"{code} {record['status']}: {parties}"


def _statement(record: StatementRecord) -> str:
    """Return "direct statement of Ana Tembe"."""
    speakers = ", ".join(names(record["speakers"]))
    return f"{record['mode']} statement of {speakers or 'somebody unnamed'}"


def _figure(record: FigureRecord) -> str:
    """Return "killed: 40 to 52 people (at_least)"; an open end is "…"."""
    low, high = record["low"], record["high"]
    ends = [str(end) if end is not None else "…" for end in dict.fromkeys((low, high))]
    told = f"{record['measure']}: {' to '.join(ends)} {record['of_what'] or ''}".rstrip()
    return f"{told} ({record['hedge']})" if record["hedge"] else told
