"""A row is a mention or a claim, and each of its mentions can be checked."""

from __future__ import annotations

from dateline.export.rows import event_rows, evidence, figure_rows, statement_rows, teller
from dateline.export.shape import Level
from dateline.model import Span
from tests.export import sample

CLAIMS = sample.shape(Level.CLAIM)
MENTIONS = sample.shape()


def test_each_record_is_a_row_of_its_own() -> None:
    rows = list(event_rows(sample.story(), MENTIONS))
    assert len(rows) == sum(len(report.events) for report in sample.story().reports)
    assert rows[0].id == "aaaa000000000001/events/42-93"
    assert [len(row.mentions) for row in rows] == [1] * len(rows)


def test_a_mention_knows_the_claim_that_it_belongs_to() -> None:
    rows = list(event_rows(sample.story(), MENTIONS))
    struck = [row for row in rows if row.record["mode"] == "drone"]
    claims = {row.claim.id for row in struck if row.claim}
    assert (len(struck), len(claims)) == (2, 1)


def test_a_claim_is_one_row_with_all_of_its_mentions() -> None:
    row = next(event_rows(sample.story(), CLAIMS))
    assert row.claim is not None
    assert row.id == row.claim.id
    assert [m.source.report.id for m in row.mentions] == ["aaaa000000000001", "bbbb000000000002"]


def test_a_claim_takes_the_place_that_only_a_later_member_tells() -> None:
    story = sample.story()
    other_way = sample.turned(story)
    row = next(row for row in event_rows(other_way, CLAIMS) if row.record["code"] == "CONSULT")
    assert row.lead.record["place"] is None
    assert row.record["place"] is not None
    place = row.record["place"]
    assert Span(*place["span"]).of(teller(row, "place").source.report.text) == "Riga"


def test_evidence_names_characters_words_and_digest() -> None:
    mention = next(statement_rows(sample.story(), MENTIONS)).lead
    found = evidence(mention)
    text = sample.texts()[found["report"]]
    start, end = found["quote_span"]
    assert found["quote"] == text[start:end]
    assert len(found["quote"].split()) == 25
    assert found["span"][1] > end


def test_an_address_that_is_a_script_is_none() -> None:
    urls = {m.source.url for row in figure_rows(sample.story(), CLAIMS) for m in row.mentions}
    assert urls == {"https://courier.example/depot?page=1&from=feed", None}
