"""Stories are drawn in processes of their own, the same to the byte, and if need be without."""

from __future__ import annotations

import os
import signal

import pytest
from fastapi.testclient import TestClient

from dateline.serve.app import make_app
from dateline.serve.drawers import Drawers
from dateline.store import Store
from tests.serve import sample

PATH = f"/stories/{sample.story().id}"


def test_a_story_drawn_elsewhere_is_the_same() -> None:
    with Store(":memory:") as store, Drawers(2) as drawers:
        store.add([sample.story()])
        pages = []
        for given in (drawers, None):
            app = make_app(store)
            app.state.drawers = given or app.state.drawers
            with TestClient(app) as client:
                asked = (PATH, f"{PATH}?left=nobody&right=none", "/stories/nothing")
                answers = [client.get(address) for address in asked]
            assert [answer.status_code for answer in answers] == [200, 404, 404]
            pages.append(answers[0].content)
        assert pages[0] == pages[1]


def test_work_goes_to_other_processes() -> None:
    with Drawers(2) as drawers:
        assert drawers.draw(os.getpid) != os.getpid()
    with Drawers(1) as drawers:
        assert drawers.draw(os.getpid) == os.getpid()


def test_what_is_wrong_with_the_work_is_told() -> None:
    with Drawers(2) as drawers, pytest.raises(ValueError, match="invalid literal"):
        drawers.draw(int, "seven")


def test_pages_are_still_drawn_after_a_process_died(caplog: pytest.LogCaptureFixture) -> None:
    with Drawers(2) as drawers:
        os.kill(drawers.draw(os.getpid), signal.SIGKILL)
        while drawers.draw(os.getpid) != os.getpid():
            pass
    assert "in one process from now on" in caplog.text
