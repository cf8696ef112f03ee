"""The public functions: what `import dateline` offers."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

import dateline
from dateline.model import Reject
from tests.test_cli import STORM


def test_the_four_verbs_lead_from_a_file_to_a_brief(tmp_path: Path) -> None:
    (tmp_path / "storm.txt").write_text(STORM, "utf-8")
    stories = dateline.weave(dateline.read(page) for page in dateline.open_pages(tmp_path))
    assert "Storm floods the harbour of Mombasa" in dateline.brief(stories[0])


def test_a_page_that_can_not_be_read_is_appended_where_a_list_is_given(tmp_path: Path) -> None:
    rejects: list[Reject] = []
    assert list(dateline.open_pages(tmp_path / "gone.txt", rejects=rejects)) == []
    assert [reject.reason for reject in rejects] == ["no such file"]


def test_it_is_logged_where_none_is(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="dateline"):
        assert list(dateline.open_pages(tmp_path / "gone.txt")) == []
    assert "gone.txt: no such file" in caplog.text


def test_public_names_are_there_and_others_are_not() -> None:
    assert set(dateline.__all__) <= set(dir(dateline))
    assert all(getattr(dateline, name) for name in dateline.__all__)
    with pytest.raises(AttributeError, match="no attribute 'fly'"):
        getattr(dateline, "fly")  # noqa: B009 - mypy would refuse dateline.fly
