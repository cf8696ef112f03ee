"""The timelines of the briefs as TimelineJS JSON, one group a story.

    {"events": [{"start_date": {"year": "2018", "month": "9", "day": "3"}, "text": {…}}]}

TimelineJS shows `headline` and `text` as HTML, so that both are escaped. Each
slide names in `evidence` the characters that carry it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Any

from dateline.export.addresses import Source, source_of, urn
from dateline.export.pieces import json_list
from dateline.export.quoting import brief_words, quotation
from dateline.export.records import pair
from dateline.export.shape import Shape, made_by
from dateline.model import Cite, Entry, Story


def export_timeline(stories: Iterable[Story], shape: Shape) -> Iterator[str]:
    """Yield one timeline."""
    head = {"title": _words("Timeline", escape(made_by(shape))), "scale": "human", "run": shape.run}
    slides = (slide for story in stories for slide in _slides(story, shape))
    yield from json_list(head, "events", slides)


def _slides(story: Story, shape: Shape) -> Iterator[dict[str, Any]]:
    sources = {report.id: source_of(report) for report in story.reports}
    for number, entry in enumerate(story.brief.timeline):
        if entry.start.startswith("-"):  # TimelineJS wants other words for years before ours.
            continue
        told = entry.text if shape.text else brief_words(entry.text)
        cited = [(sources[cite.report], cite) for cite in entry.cites if cite.report in sources]
        quotes = "".join(_quoted(source, cite) for source, cite in cited)
        yield {
            "unique_id": urn("timeline", story.id, str(number)),
            "start_date": _date(entry.start, entry),
            "end_date": _date(entry.end, entry),
            "text": _words(escape(told), quotes),
            "group": escape(brief_words(story.headline)),
            "tense": entry.tense,
            "evidence": [_evidence(source, cite) for source, cite in cited],
        }


def _words(headline: str, text: str) -> dict[str, Any]:
    return {"headline": headline, "text": text}


def _date(day: str, entry: Entry) -> Mapping[str, str]:
    """Return a day in TimelineJS' parts, as fine as it is known."""
    year, month, of_month = (str(int(part)) for part in day.split("-"))
    if entry.grain in {"year", "decade", "century"}:
        return {"year": year}
    if entry.grain in {"month", "quarter"}:
        return {"year": year, "month": month}
    return {"year": year, "month": month, "day": of_month}


def _quoted(source: Source, cite: Cite) -> str:
    """Return a quotation with the name of its outlet, as HTML."""
    report = source.report
    words = escape(quotation(report.text, cite.span).of(report.text))
    outlet = escape(report.metadata.outlet or report.page.path)
    if source.url:
        outlet = f'<a href="{escape(source.url)}">{outlet}</a>'
    return f"<p>“{words}” ({outlet})</p>"


def _evidence(source: Source, cite: Cite) -> dict[str, Any]:
    text, quote = source.report.text, quotation(source.report.text, cite.span)
    return {
        "report": source.report.id,
        "url": source.url,
        "span": pair(cite.span),
        "quote": quote.of(text),
        "quote_span": pair(quote),
        "sha256": source.sha256,
        "by": "brief/timeline",
    }
