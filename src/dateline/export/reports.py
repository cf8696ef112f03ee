"""Turn a report into its public JSON object: `{"id": "9f2c…", "title": …, "events": […]}`."""

from __future__ import annotations

from hashlib import sha256
from typing import cast

from dateline.export import records
from dateline.export import report_shape as shape
from dateline.export.records import amount, pair
from dateline.identity import record_ids
from dateline.model import Chain, Credit, Metadata, Name, Report


def report_object(report: Report) -> shape.ReportObject:
    """Return the report with all its records, in the order in which its fields are filled."""
    about, to = report.metadata, records.pointed(report)
    return {
        "id": report.id,
        "path": report.page.path,
        "url": about.url or report.page.given.url or report.page.head.canonical,
        "outlet": about.outlet,
        "title": about.title,
        "published": about.published,
        "published_by": about.published_by,
        "published_value": about.published_value,
        "updated": about.updated,
        "language": about.language,
        "byline": list(about.byline),
        "place": about.place,
        "section": about.section,
        "read_from": dict(about.read_from),
        "found_at": _found_at(about),
        "notes": list(report.page.notes),
        "text": report.text,
        "sha256": sha256(report.text.encode("utf-8", "surrogatepass")).hexdigest(),
        "blocks": _blocks(report),
        "credits": _credits(report),
        "sentences": _sentences(report),
        "names": records.names(report.names, to),
        "chains": [_chain(chain, report.names) for chain in report.chains],
        "places": records.places(report.places),
        "times": records.times(report.times),
        "numbers": _numbers(report),
        "statements": records.statements(report.statements, to),
        "figures": records.figures(report.figures, to),
        "events": records.events(report.events, to),
        "notices": records.notices(report.notices),
    }


def _found_at(about: Metadata) -> dict[str, shape.SpanPair]:
    """Return the first place of each value: a byline of two names stands in two."""
    return {field: pair(span) for field, span in reversed(about.spans)}


def _blocks(report: Report) -> list[shape.BlockObject]:
    named = zip(record_ids("blocks", report.blocks), report.blocks, strict=True)
    return [
        {"id": label, "span": pair(block.span), "label": block.label.value, "by": block.by}
        for label, block in named
    ]


def _credits(report: Report) -> list[shape.CreditObject]:
    return [
        {
            "id": f"credits/{_stands(credit)}",
            "span": pair(credit.span) if credit.span else None,
            "agency": credit.agency,
            "kind": cast("shape.CreditKind", credit.kind),
            "by": credit.by,
            "read_from": cast("shape.CreditSource", credit.read_from),
        }
        for credit in report.credits
    ]


def _stands(credit: Credit) -> str:
    """Return where a credit stands: "120-127", or "json-ld:Reuters" outside the text."""
    if credit.span is None:
        return f"{credit.read_from}:{credit.agency}"
    return f"{credit.span.start}-{credit.span.end}"


def _sentences(report: Report) -> list[shape.SentenceObject]:
    named = zip(record_ids("sentences", report.sentences), report.sentences, strict=True)
    return [
        {"id": label, "span": pair(sentence.span), "label": sentence.label.value, "by": sentence.by}
        for label, sentence in named
    ]


def _numbers(report: Report) -> list[shape.NumberRecord]:
    named = zip(record_ids("numbers", report.numbers), report.numbers, strict=True)
    return [
        {
            "id": label,
            "span": pair(number.span),
            "digits": pair(number.digits),
            "low": amount(number.low),
            "high": amount(number.high),
            "hedge": number.hedge,
            "kind": number.kind,
            "unit": number.unit,
            "by": number.by,
        }
        for label, number in named
    ]


def _chain(chain: Chain, names: tuple[Name, ...]) -> shape.ChainObject:
    """Return a chain; its mentions that are names go by their ids, pronouns by their spans."""
    labels = dict(zip((name.span for name in names), record_ids("names", names), strict=True))
    return {
        "id": chain.id,
        "name": chain.name,
        "kind": chain.kind.value,
        "mentions": [labels[span] for span in chain.mentions if span in labels],
        "anaphora": [pair(span) for span in chain.mentions if span not in labels],
        "country": chain.country,
        "sector": chain.sector,
        "title": chain.title,
        "entity": chain.entity,
        "by": chain.by,
    }
