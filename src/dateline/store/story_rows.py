"""Make the rows of a story: its own, those of its claims and reports, and of all their records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any

from dateline.identity import record_ids, record_places
from dateline.model import Claim, Event, Figure, Label, Place, Report, Statement, Story
from dateline.store import codec
from dateline.store.corrections import corrected_rows
from dateline.store.record_rows import Records, Row
from dateline.store.terms import as_searched, number_of, report_terms
from dateline.weaving.claims.ledger import outlet_of

Coded = Event | Figure | Statement

Where = tuple[float | None, float | None]
"""Latitude and longitude."""


def story_rows(story: Story, as_read: Mapping[str, Report]) -> Iterator[tuple[str, Row]]:
    """Yield each row of a story with the name of its table.

    `as_read` has the reports that the story dated otherwise, as they were read.
    """
    yield "stories", _story(story)
    yield from (("former", {"was": was, "story": story.id}) for was in story.was)
    yield from _claim_rows(story)
    yield from (("corrected", row) for row in corrected_rows(story.id, story.corrections))
    for place, report in enumerate(story.reports):
        yield "reports", {"place_in_story": place, **_report(report, story.id, as_read)}
        yield from Records(report, story.id).rows()
        number = number_of(report.id)
        for word, count in sorted(report_terms(report).items()):
            word_row = {"word": number_of(word), "report": number, "story": story.id}
            yield "words", {**word_row, "count": count}


def claim_id(story: str, claim: str) -> str:
    """Return the id that a claim has in the store."""
    return f"{story}/claims/{claim}"


# --------------------------------------------------------------------------------- the story


def _story(story: Story) -> Row:
    places = [place for report in story.reports for place in report.places]
    countries = Counter(place.country for place in places if place.country)
    lat, lon = _focus(story)
    return {
        "id": story.id,
        "headline": story.headline,
        "first": story.first,
        "last": story.last,
        "reports": len(story.reports),
        "outlets": len(set(map(outlet_of, story.reports))),
        "least": story.origins.least,
        "most": story.origins.most,
        "claims": len(story.claims),
        "lat": lat,
        "lon": lon,
        "countries": " ".join(country for country, _ in countries.most_common()),
        "body": codec.pack(replace(story, reports=())),
    }


def _focus(story: Story) -> tuple[float | None, float | None]:
    """Return where the place lies in which most claims are set, else the one that is named most.

    A country only where nothing finer is. A capital from which reports come, and in which the
    next talks are planned, is seldom where the ferry sank.
    """
    named = _of_finest(place for report in story.reports for place in report.places)
    places = {report.id: record_places(report) for report in story.reports}
    set_in: Counter[Where] = Counter()
    for claim in story.claims:
        held = (places[member.report].get(member.record) for member in claim.members)
        set_in.update({(place.lat, place.lon) for place in held if place is not None})
    return max(named, key=lambda where: (set_in[where], named[where]), default=(None, None))


def _of_finest(places: Iterable[Place]) -> Counter[Where]:
    """Return how often each place on the map is named, countries only if there are no others."""
    seen = [place for place in places if place.lat is not None and place.lon is not None]
    finer = [place for place in seen if place.grain != "country"]
    return Counter((place.lat, place.lon) for place in finer or seen)


def _report(report: Report, story: str, as_read: Mapping[str, Report]) -> Row:
    about = report.metadata
    read = as_read.get(report.id)
    return {
        "id": report.id,
        "story": story,
        "path": report.page.path,
        "url": about.url or report.page.given.url or report.page.head.canonical,
        "outlet": about.outlet,
        "title": about.title,
        "published": about.published,
        "published_by": about.published_by,
        "updated": about.updated,
        "language": about.language,
        "section": about.section,
        "dateline": about.place,
        "byline": "; ".join(about.byline),
        "sha256": sha256(report.text.encode("utf-8", "surrogatepass")).hexdigest(),
        "text": report.text,
        "body": pack_report(report),
        "as_read": None if read is None else pack_report(read),
        "outline": _outline(report),
        "number": number_of(report.id),
    }


def _outline(report: Report) -> str:
    """Return where the sentences stand: a search shows one, and would look through all stories'."""
    found = sorted((s.label is Label.TITLE, s.span) for s in report.sentences)
    return " ".join(f"{span.start}-{span.end}" for _, span in found)


def pack_report(report: Report) -> bytes:
    """Return a report as it is kept: its text has a column of its own."""
    return codec.pack(replace(report, page=replace(report.page, text="")))


def unpack_report(body: bytes, text: str) -> Report:
    """Return a report with its text. Raises `StoreError`."""
    report = codec.unpack(Report, body)
    return replace(report, page=replace(report.page, text=text))


# -------------------------------------------------------------------------------- the claims


def _claim_rows(story: Story) -> Iterator[tuple[str, Row]]:
    records = {
        (report.id, id): record
        for report in story.reports
        for field in ("statements", "figures", "events")
        for id, record in _by_id(report, field)
    }
    published = {report.id: report.metadata.published for report in story.reports}
    for place, claim in enumerate(story.claims):
        id = claim_id(story.id, claim.id)
        held = [records.get((member.report, member.record)) for member in claim.members]
        days = sorted(day[:10] for member in claim.members if (day := published[member.report]))
        row = {"id": id, "story": story.id, "place_in_story": place, **_claim(claim, held)}
        yield "claims", {**row, "first": min(days, default=None), "last": max(days, default=None)}
        of_claim = {"claim": id, "story": story.id}
        for member in claim.members:
            yield "members", {**of_claim, "report": member.report, "record": member.record}
        yield from (("differences", {**of_claim, **side}) for side in _differences(claim))


def _by_id(report: Report, field: str) -> Iterator[tuple[str, Coded]]:
    records: tuple[Coded, ...] = getattr(report, field)
    return zip(record_ids(field, records), records, strict=True)


def _claim(claim: Claim, held: list[Coded | None]) -> Row:
    event = next((record for record in held if isinstance(record, Event)), None)
    figure = next((record for record in held if isinstance(record, Figure)), None)
    status = event.status if event else figure.status if figure else None
    return {
        "kind": claim.kind,
        "gist": claim.gist,
        "code": event and event.code,
        "status": status and status.value,
        "measure": figure and figure.measure,
        "least": claim.origins.least,
        "most": claim.origins.most,
        "outlets": claim.outlets,
        "members": len(claim.members),
        "named": "; ".join(claim.origins.named),
        "words": as_searched(claim.gist),
    }


def _differences(claim: Claim) -> Iterator[dict[str, Any]]:
    """Yield each side of each difference."""
    for number, difference in enumerate(claim.differences):
        for side in difference.values:
            yield {
                "number": number,
                "about": difference.on,
                "relation": difference.relation,
                "report": side.report,
                "span_start": side.span.start,
                "span_end": side.span.end,
                "value": side.value,
            }
