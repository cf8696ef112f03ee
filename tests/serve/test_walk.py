"""The walk from the board to a marked sentence and a correction that stays, on the example.

Skipped by name where there is no Chromium: Debian's package is called `chromium`, and `.ci/run`
installs it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.desk import open_pages, read
from dateline.store import Store
from tests.serve.chromium import Chromium, program
from tests.serve.walking import is_set_right, shown, sign_in, walk

EXAMPLE = Path(__file__).parents[2] / "examples" / "ferry-sinking"

pytestmark = pytest.mark.skipif(program() is None, reason="Chromium is not installed here")


def test_every_way_leads_to_a_sentence_and_what_is_set_right_stays_so() -> None:
    reports = [read(page) for page in open_pages(EXAMPLE)]
    with Store(":memory:") as store, Chromium() as browser:
        (story,) = store.take(reports)
        with shown(store) as server:
            page = sign_in(browser, server)
            form = walk(page, server, story, lambda _name, _page: None)
            assert is_set_right(page, server, form)
            store.take(reports, anew=True)
            assert is_set_right(page, server, form)
