"""Scoring a story: a perfect one gets 1.0 everywhere, and each fault costs its own measure."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from evaluation.story import Case
from evaluation.together import score_story

FIRST = 'Dam shut\n\nMenu\n\nVelde warned Latvia on Monday. "It holds," he said. 40 people fled.'
SECOND = "Orlan dam\n\nOn Monday Velde warned Latvia. About 40 people left."

GOLD: dict[str, Any] = {
    "articles": {
        "a": {
            "title": "Dam shut",
            "published": "2020-02-04",
            "agencies": ["AFP"],
            "not_body": ["Menu"],
            "first_body": "Velde warned Latvia on Monday.",
        },
        "b": {"title": "Orlan dam", "published": "2020-02-04", "agencies": []},
    },
    "events": [
        {"doc": doc, "text": "Velde warned Latvia", "type": "THREATEN", "status": "happened"}
        | {"actor": ["Tomas Velde"], "recipient": ["Latvia"], "key": "warns"}
        for doc in ("a", "b")
    ],
    "statements": [
        {
            "doc": "a",
            "speaker": "Tomas Velde",
            "kind": "direct",
            "text": "It holds,",
            "key": "holds",
        }
    ],
    "figures": [
        {"doc": "a", "text": "40 people fled", "value": 40, "key": "fled"},
        {"doc": "b", "text": "About 40 people", "value": 40, "hedge": "about", "key": "fled"},
    ],
    "dates": [{"doc": "a", "text": "on Monday", "value": "2020-02-03"}],
    "findings": {"origins_of": {"warns": [1, 2]}, "only_a": ["holds"]},
}


def at(text: str, part: str) -> list[int]:
    start = text.index(part)
    return [start, start + len(part)]


def report(doc: str, text: str) -> dict[str, Any]:
    velde, latvia = {"name": "Velde", "country": "EST"}, {"name": "Latvia", "country": "LVA"}
    number = "40 people fled" if doc == "a" else "About 40 people"
    event = {"code": "THREATEN", "status": "happened", "actors": [velde], "recipients": [latvia]}
    figure = {"low": 40, "high": 40, "hedge": "exact" if doc == "a" else "about"}
    return {
        "id": doc,
        "path": f"pages/{doc}.txt",
        "text": text,
        "title": text.partition("\n")[0],
        "published": "2020-02-04",
        "credits": [{"agency": "AFP"}] if doc == "a" else [],
        "blocks": [{"span": [text.rindex("\n") + 1, len(text)], "label": "body"}],
        "events": [
            {"id": "events/1", "trigger": at(text, "warned")}
            | {"span": at(text, "Velde warned Latvia")}
            | event
        ],
        "statements": [
            {
                "id": "statements/1",
                "words": at(text, "It holds,"),
                "mode": "direct",
                "speaker": velde,
            }
        ]
        if doc == "a"
        else [],
        "figures": [{"id": "figures/1", "span": at(text, number)} | figure],
        "times": [{"span": at(text, "on Monday"), "start": "2020-02-03", "end": "2020-02-03"}]
        if doc == "a"
        else [],
    }


def claim(record: str, *reports: str, most: int = 2) -> dict[str, Any]:
    members = [{"report": one, "record": record} for one in reports]
    return {"members": members, "origins": {"least": 1, "most": most}, "differences": []}


def found() -> list[dict[str, Any]]:
    point = {"text": "Velde warned Latvia", "cites": [{"report": "a", "span": [0, 60]}]}
    return [
        {
            "reports": [report("a", FIRST), report("b", SECOND)],
            "claims": [
                claim("events/1", "a", "b"),
                claim("figures/1", "a", "b"),
                claim("statements/1", "a"),
            ],
            "brief": {"points": [point]},
            "lineage": [],
        }
    ]


def scores(stories: list[dict[str, Any]]) -> dict[str, float]:
    case = Case(GOLD, stories)
    score_story(case)
    return {measure.name: measure.value for measure in case.tally.measures("test")}


def test_gold_against_itself_is_perfect() -> None:
    assert {name for name, value in scores(found()).items() if value != 1.0} == set()


def _drop(field: str) -> Callable[[dict[str, Any]], None]:
    def fault(story: dict[str, Any]) -> None:
        story["reports"][0][field] = []

    return fault


def _wrong_code(story: dict[str, Any]) -> None:
    story["reports"][0]["events"][0]["code"] = "YIELD"


def _wrong_speaker(story: dict[str, Any]) -> None:
    story["reports"][0]["statements"][0]["speaker"] = {"name": "Juma Karisa"}


def _wrong_value(story: dict[str, Any]) -> None:
    story["reports"][1]["figures"][0]["low"] = 14


def _furniture_read(story: dict[str, Any]) -> None:
    story["reports"][0]["blocks"].append({"span": at(FIRST, "Menu"), "label": "body"})


def _unlinked(story: dict[str, Any]) -> None:
    story["claims"][0]["members"].pop()


def _joined_wrongly(story: dict[str, Any]) -> None:
    story["claims"].append(
        {
            "members": [
                {"report": "a", "record": "events/1"},
                {"report": "b", "record": "figures/1"},
            ],
            "differences": [],
        }
    )


def _uncited(story: dict[str, Any]) -> None:
    story["brief"]["points"][0]["text"] = "Velde warned 12 times"


@pytest.mark.parametrize(
    ("fault", "measure"),
    [
        (_drop("events"), "event_found"),
        (_drop("times"), "date_resolved"),
        (_drop("credits"), "agencies"),
        (_drop("blocks"), "body_kept"),
        (_wrong_code, "event_code"),
        (_wrong_speaker, "statement_speaker"),
        (_wrong_value, "figure_value"),
        (_furniture_read, "furniture_set_aside"),
        (_unlinked, "claim_linked"),
        (_joined_wrongly, "claim_right"),
        (_uncited, "brief_cited"),
    ],
)
def test_a_fault_costs_its_measure(fault: Callable[[dict[str, Any]], None], measure: str) -> None:
    stories = copy.deepcopy(found())
    fault(stories[0])
    assert scores(stories)[measure] < 1.0


def test_finding_nothing_is_no_perfect_score() -> None:
    stories = found()
    stories[0]["brief"]["points"] = []
    assert scores(stories)["brief_cited"] == 0.0
