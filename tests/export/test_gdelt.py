"""GDELT's tables: 61 and 16 columns, strings that keep their noughts, one row a pair."""

from __future__ import annotations

import json

import pytest

from dateline.export.gdelt import EVENTS, TABLES
from dateline.export.shape import Level
from tests.export import sample

EVENT = [column.name for column in EVENTS.columns]
MENTION = [column.name for column in TABLES[1].columns]


def rows(file: str, level: Level = Level.MENTION) -> list[dict[str, str]]:
    names = EVENT if file == "events" else MENTION
    whole = sample.written("gdelt", sample.shape(level))[f"{file}.tsv"]
    lines = whole.split("\n")[:-1]
    return [dict(zip(names, line.split("\t"), strict=True)) for line in lines]


def test_there_are_as_many_columns_as_gdelt_has() -> None:
    assert (len(EVENT), len(MENTION)) == (61, 16)
    places = {"GLOBALEVENTID": 0, "Actor1Code": 5, "Actor2Code": 15, "IsRootEvent": 25}
    later = {"EventCode": 26, "AvgTone": 34, "Actor1Geo_Type": 35, "ActionGeo_Type": 51}
    last = {"DATEADDED": 59, "SOURCEURL": 60}
    assert {name: EVENT.index(name) for name in (places | later | last)} == places | later | last


@pytest.mark.parametrize("level", Level)
def test_there_is_no_header(level: Level) -> None:
    assert rows("events", level)[0]["GLOBALEVENTID"].isdigit()
    assert rows("mentions", level)[0]["GlobalEventID"].isdigit()


def test_an_event_fills_them() -> None:
    row = rows("events")[0]
    assert (row["SQLDATE"], row["MonthYear"], row["Year"]) == ("20310310", "203103", "2031")
    assert row["FractionDate"] == "2031.2740"  # (3 * 30 + 10) / 365
    assert (row["Actor1Code"], row["Actor1Name"]) == ("LVAGOV", "LATVIA")
    assert (row["Actor2CountryCode"], row["Actor2Type1Code"]) == ("EST", "GOV")
    assert (row["EventCode"], row["EventBaseCode"], row["EventRootCode"]) == ("1952", "195", "19")
    assert (row["QuadClass"], row["GoldsteinScale"], row["AvgTone"]) == ("4", "-10", "")
    assert (row["ActionGeo_Type"], row["ActionGeo_FullName"]) == ("4", "Valga")
    assert (row["ActionGeo_CountryCode"], row["ActionGeo_ADM1Code"]) == ("EN", "")
    assert row["DATEADDED"] == "20310312000000"


def test_codes_keep_their_leading_nought() -> None:
    assert {row["EventRootCode"] for row in rows("events")} == {"19", "03", "10"}


def test_a_claim_counts_mentions_sources_and_articles() -> None:
    row = rows("events", Level.CLAIM)[0]
    assert (row["NumMentions"], row["NumSources"], row["NumArticles"]) == ("2", "2", "2")


def test_a_meeting_of_two_without_a_host_is_one_pair() -> None:
    agreed = [row for row in rows("events", Level.CLAIM) if row["EventRootCode"] == "03"]
    assert [(row["Actor1Name"], row["Actor2Name"]) for row in agreed] == [("ESTONIA", "LATVIA")]


def test_mentions_lead_to_events_and_to_characters() -> None:
    for level in Level:
        events = {row["GLOBALEVENTID"] for row in rows("events", level)}
        mentions = rows("mentions", level)
        assert {row["GlobalEventID"] for row in mentions} == events
        for row in mentions:
            extras = json.loads(row["Extras"])
            text = sample.texts()[extras["report"]]
            start, end = extras["quote_span"]
            assert extras["quote"] == text[start:end]
            assert int(row["MentionDocLen"]) == len(text)
            action = int(row["ActionCharOffset"])
            assert extras["span"][0] <= action < extras["span"][1]


def test_a_party_is_where_its_offset_says() -> None:
    row = rows("mentions")[0]
    text = sample.texts()[json.loads(row["Extras"])["report"]]
    assert text[int(row["Actor1CharOffset"]) :].startswith("Latvia")
    assert (row["Confidence"], row["MentionSourceName"]) == ("90", "courier.example")


def test_ids_are_whole_numbers_that_a_double_holds() -> None:
    ids = [int(row["GLOBALEVENTID"]) for row in rows("events")]
    assert len(set(ids)) == len(ids)
    assert [number for number in ids if int(float(number)) != number] == []
