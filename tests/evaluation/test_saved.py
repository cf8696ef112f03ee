"""Three layouts of saved pages, each written small."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from evaluation.saved import saved_pages


def save(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    data = text.encode("utf-8")
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)


def test_one_truth_may_hold_all_pages(tmp_path: Path) -> None:
    known = {"b": {"articleBody": "The dam held."}, "a": {"articleBody": "Crews left."}}
    save(tmp_path / "ground-truth.json", json.dumps(known))
    save(tmp_path / "html" / "a.html.gz", "<p>Crews léft.</p>")
    first, second = saved_pages(tmp_path)
    assert (first.name, first.body, second.name) == ("a", "Crews left.", "b")
    assert first.markup() == "<p>Crews léft.</p>"


def test_a_truth_may_stand_beside_each_page(tmp_path: Path) -> None:
    truth = {"ground_truth": {"main_content": "The dam held."}}
    save(tmp_path / "ground-truth" / "07.json", json.dumps(truth))
    (page,) = saved_pages(tmp_path)
    assert (page.name, page.body) == ("07", "The dam held.")
    assert page.path == tmp_path / "html" / "07.html.gz"


def expectation(*paragraphs: str) -> dict[str, Any]:
    sections = [{"headline": ["Upstream"], "paragraphs": list(paragraphs)}]
    return {"body": {"summary": ["In short."], "sections": sections}}


def test_the_versions_of_a_parser_belong_to_pages_in_order_of_time(tmp_path: Path) -> None:
    versions = {"V1": expectation("Old."), "V1_1": expectation("New."), "V2": {"body": None}}
    save(tmp_path / "xx" / "Gazette.json", json.dumps(versions))
    for day in ("2024_05_01", "2023_01_02", "2025_01_01"):
        save(tmp_path / "xx" / f"Gazette_{day}.html.gz", "<p>…</p>")
    pages = saved_pages(tmp_path)
    assert [(page.name, page.body) for page in pages] == [
        ("xx/Gazette_2023_01_02", "In short.\nUpstream\nOld."),
        ("xx/Gazette_2024_05_01", "In short.\nUpstream\nNew."),
    ]


def test_a_version_without_a_page_is_an_error(tmp_path: Path) -> None:
    save(tmp_path / "xx" / "Gazette.json", json.dumps({"V1": {}, "V2": {}}))
    save(tmp_path / "xx" / "Gazette_2023_01_02.html.gz", "<p>…</p>")
    with pytest.raises(ValueError, match=r"2 versions for 1 pages"):
        saved_pages(tmp_path)
