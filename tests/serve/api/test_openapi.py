"""The description of the API is true: who believes it gets the answers that it names.

Schemathesis makes requests of all kinds from the description, sound ones and broken ones, and
holds every answer against it: status, media type, headers and shape.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

from dateline.store import Store
from tests.serve import sample
from tests.serve.desk import TOKEN, served

STORY = sample.story()
THERE: dict[str, dict[str, str]] = {
    "GET /api/stories/{id}": {"id": STORY.id},
    "GET /api/stories/{id}/claims/{own}": {"id": STORY.id, "own": STORY.claims[0].id},
    "GET /api/reports/{id}": {"id": STORY.reports[0].id},
    "GET /api/export/{format}/{table}": {"format": "csv", "table": "events.csv"},
}
"""What the addresses lead to that are not guessed."""
UNBREAKABLE = {
    "GET /api/stories/{id}",
    "GET /api/stories/{id}/claims/{own}",
    "GET /api/reports/{id}",
    "GET /api/export",
}
"""What takes any word, or none."""
BEYOND = {"value_error", "unreadable"}
"""What no description can say: a cursor that we never gave, a list without a text in it."""
OFTEN = {GenerationMode.POSITIVE: 10, GenerationMode.NEGATIVE: 6}


@pytest.fixture(scope="module")
def app() -> Iterator[FastAPI]:
    """Yield a server of the sample story."""
    with Store(":memory:") as store:
        store.add([STORY])
        yield served(store)


def operations(app: FastAPI) -> Iterator[Any]:
    """Yield each operation that the server describes."""
    described: Any = schemathesis.openapi.from_asgi("/api/openapi.json", app)
    for found in described.get_all_operations():
        yield found.ok()


@pytest.mark.parametrize("mode", GenerationMode, ids=lambda mode: mode.value)
def test_every_answer_is_one_that_was_described(app: FastAPI, mode: GenerationMode) -> None:
    asked = []
    for operation in operations(app):
        if mode is GenerationMode.NEGATIVE and operation.label in UNBREAKABLE:
            continue

        @given(case=operation.as_strategy(generation_mode=mode))
        @settings(
            max_examples=OFTEN[mode],
            derandomize=True,
            database=None,
            deadline=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        def hold(case: Any) -> None:
            answer = case.call(headers={"Authorization": f"Bearer {TOKEN}"})
            # Whatever is sent is some text, and schemathesis doesn't expect 414.
            either = case.method == "POST" or answer.status_code == 414
            beyond = [positive_data_acceptance, *([negative_data_rejection] if either else [])]
            case.validate_response(answer, excluded_checks=beyond)
            if mode is GenerationMode.POSITIVE and answer.status_code == 422:
                assert all(wrong["type"] in BEYOND for wrong in answer.json()["detail"])

        hold()
        asked.append(operation.label)
    assert len(asked) >= 9


def test_what_is_there_is_as_it_was_described(app: FastAPI) -> None:
    met = set()
    for operation in operations(app):
        if operation.label in THERE:
            case = operation.Case(path_parameters=THERE[operation.label])
            answer = case.call()
            assert answer.status_code == 200
            case.validate_response(answer)
            met.add(operation.label)
    assert met == set(THERE)


def test_every_answer_of_a_list_has_a_shape(app: FastAPI) -> None:
    with TestClient(app) as client:
        paths = client.get("/api/openapi.json").json()["paths"]
    shapeless = [
        (path, verb)
        for path, verbs in paths.items()
        for verb, told in verbs.items()
        for kind, content in told["responses"]["200"]["content"].items()
        if kind == "application/json"
        and not path.startswith("/api/export/{")
        and content["schema"] == {}
    ]
    assert shapeless == []
