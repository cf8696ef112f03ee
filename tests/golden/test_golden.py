"""The example's faces are as they were; `make golden` writes them anew after a look."""

from __future__ import annotations

import json
from functools import lru_cache

import pytest

from tests.golden.faces import HOME, faces

NAMES = ("brief.txt", "brief.md", "story.json", "page.html", "show.txt")

made = lru_cache(maxsize=1)(faces)


@pytest.mark.parametrize("name", NAMES)
def test_a_face_of_the_example_is_as_it_was(name: str) -> None:
    assert made()[name] == (HOME / name).read_text("utf-8")


def test_every_face_is_kept() -> None:
    assert sorted(made()) == sorted(NAMES)


def test_every_span_of_the_example_is_evidence() -> None:
    for story in json.loads(made()["story.json"])["stories"]:
        for report in story["reports"]:
            records = [r for field in report.values() if isinstance(field, list) for r in field]
            spans = [r["span"] for r in records if isinstance(r, dict) and "span" in r]
            assert all(0 <= start < end <= len(report["text"]) for start, end in spans)
            assert spans
