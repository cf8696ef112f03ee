"""The documentation is what the code does: generated pages, the transcript, links, targets."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

ROOT = Path(__file__).parents[1]
PAGES = sorted(
    p for p in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/*.md"))
)


@pytest.mark.slow
def test_generated_pages_and_the_transcript_are_what_the_code_prints() -> None:
    command = [sys.executable, "docs/build.py", "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)


@pytest.mark.slow
def test_what_is_printed_as_json_fits_the_schema() -> None:
    schema = json.loads((ROOT / "docs/reference/story.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    command = [sys.executable, "-m", "dateline", "brief", "examples/ferry-sinking", "--json"]
    printed = subprocess.run(command, capture_output=True, check=True, cwd=ROOT).stdout
    problems = list(Draft202012Validator(schema).iter_errors(json.loads(printed)))
    assert [f"{problem.json_path}: {problem.message}" for problem in problems] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("folder", ["decisions", "method"])
def test_every_page_of_a_folder_is_in_its_index(folder: str) -> None:
    index = (ROOT / "docs" / folder / "README.md").read_text("utf-8")
    pages = [path.name for path in (ROOT / "docs" / folder).glob("*.md")]
    assert [name for name in pages if name != "README.md" and f"({name})" not in index] == []


def test_make_help_names_every_target() -> None:
    text = (ROOT / "Makefile").read_text("utf-8")
    phony = re.search(r"^\.PHONY: (.+)$", text, re.MULTILINE)
    assert phony is not None
    told = set(re.findall(r'^\t@echo "make (\w+)', text, re.MULTILINE))
    assert set(phony[1].split()) - {"help"} == told
