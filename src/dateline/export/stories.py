"""Turn a story into its public JSON object: `{"id": …, "claims": […], "brief": {…}}`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from dateline.export import story_shape as shape
from dateline.export.corrections import corrected_object
from dateline.export.records import amount, pair
from dateline.export.report_shape import NoticeKind
from dateline.export.reports import report_object
from dateline.model import (
    Because,
    Brief,
    Cite,
    Claim,
    Difference,
    Entry,
    Member,
    Noted,
    Origins,
    Point,
    Reading,
    Series,
    Story,
    Versions,
)


def story_object(story: Story) -> shape.StoryObject:
    """Return the story with its reports whole."""
    return {
        "id": story.id,
        "headline": story.headline,
        "first": story.first,
        "last": story.last,
        "was": list(story.was),
        "reports": [report_object(report) for report in story.reports],
        "lineage": [list(group) for group in story.lineage],
        "versions": [_versions(group) for group in story.versions],
        "claims": [claim_object(claim) for claim in story.claims],
        "origins": _origins(story.origins),
        "brief": _brief(story.brief),
        "corrections": [corrected_object(corrected) for corrected in story.corrections],
    }


def _versions(versions: Versions) -> shape.VersionsObject:
    return {"reports": list(versions.reports), "by": cast("shape.Clock", versions.by)}


def _cites(cites: Iterable[Cite]) -> list[shape.CiteObject]:
    return [{"report": cite.report, "span": pair(cite.span)} for cite in cites]


def _because(because: Because) -> shape.BecauseObject:
    return {
        "reports": list(because.reports),
        "reason": because.reason,
        "evidence": [[cite.report, pair(cite.span)] for cite in because.evidence],
    }


def _origins(origins: Origins) -> shape.OriginsObject:
    return {
        "least": origins.least,
        "most": origins.most,
        "named": list(origins.named),
        "because": [_because(because) for because in origins.because],
    }


def _difference(difference: Difference) -> shape.DifferenceObject:
    return {
        "on": difference.on,
        "relation": cast("shape.Relation", difference.relation),
        "values": [
            {"report": value.report, "span": pair(value.span), "value": value.value}
            for value in difference.values
        ],
    }


def _member(member: Member) -> shape.MemberObject:
    return {
        "report": member.report,
        "record": member.record,
        "standing": member.standing.value,
    }


def _noted(noted: Noted) -> shape.NotedObject:
    return {
        "report": noted.cite.report,
        "record": noted.record,
        "kind": cast("NoticeKind", noted.kind),
        "span": pair(noted.cite.span),
    }


def claim_object(claim: Claim) -> shape.ClaimObject:
    """Return the claim with its members, differences, origins and notices."""
    return {
        "id": claim.id,
        "kind": cast("shape.ClaimKind", claim.kind),
        "gist": claim.gist,
        "members": [_member(member) for member in claim.members],
        "outlets": claim.outlets,
        "origins": _origins(claim.origins),
        "differences": [_difference(difference) for difference in claim.differences],
        "notices": [_noted(noted) for noted in claim.notices],
    }


def _point(point: Point) -> shape.PointObject:
    return {
        "text": point.text,
        "cites": _cites(point.cites),
        "section": cast("shape.Section", point.section),
        "claim": point.claim,
        "relation": point.relation,
        "standing": point.standing.value,
    }


def _entry(entry: Entry) -> shape.EntryObject:
    return {
        "when": {"start": entry.start, "end": entry.end, "grain": entry.grain},
        "tense": cast("shape.Tense", entry.tense),
        "text": entry.text,
        "cites": _cites(entry.cites),
    }


def _reading(reading: Reading) -> shape.ReadingObject:
    return {
        "report": reading.report,
        "span": pair(reading.span),
        "published": reading.published,
        "low": amount(reading.low),
        "high": amount(reading.high),
        "hedge": reading.hedge,
        "claimed_by": reading.claimed_by,
        "status": reading.status,
        "standing": reading.standing.value,
    }


def _series(series: Series) -> shape.SeriesObject:
    return {
        "measure": series.measure,
        "of_what": series.of_what,
        "unit": series.unit,
        "claim": series.claim,
        "series": [_reading(reading) for reading in series.series],
    }


def _brief(brief: Brief) -> shape.BriefObject:
    return {
        "headline": brief.headline,
        "points": [_point(point) for point in brief.points],
        "timeline": [_entry(entry) for entry in brief.timeline],
        "figures": [_series(series) for series in brief.figures],
        "dropped": brief.dropped,
    }
