"""The saved pages of the public benchmarks, each with the article body that is known of it.

Three layouts: one truth for all pages (Zyte's article extraction benchmark), a truth beside
each page (WCXB), and the expectations of parser tests by outlet and version (Fundus).
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import py3langid


@dataclass(frozen=True, slots=True)
class Saved:
    """A page of a benchmark and its body."""

    name: str
    path: Path
    body: str

    def data(self) -> bytes:
        """Return the bytes of the page."""
        return gzip.decompress(self.path.read_bytes())

    def markup(self) -> str:
        """Return the page as the benchmarks read it: UTF-8, whatever it says of itself."""
        return self.data().decode("utf-8", errors="replace")

    def language(self) -> str:
        """Return the language of the body."""
        return str(py3langid.classify(self.body)[0])


@lru_cache(maxsize=8)
def saved_pages(folder: Path) -> tuple[Saved, ...]:
    """Return the pages of a benchmark's folder that have a body, in the order of their names."""
    if (folder / "ground-truth.json").is_file():
        found = _with_one_truth(folder)
    elif (folder / "ground-truth").is_dir():
        found = _with_truth_beside(folder)
    else:
        found = _of_parser_tests(folder)
    return tuple(sorted((page for page in found if page.body), key=lambda page: page.name))


def _with_one_truth(folder: Path) -> Iterator[Saved]:
    """Yield the pages that `ground-truth.json` names."""
    for name, known in json.loads((folder / "ground-truth.json").read_text("utf-8")).items():
        yield Saved(name, folder / "html" / f"{name}.html.gz", known["articleBody"])


def _with_truth_beside(folder: Path) -> Iterator[Saved]:
    """Yield the pages of which `ground-truth/NAME.json` tells."""
    for path in (folder / "ground-truth").glob("*.json"):
        known = json.loads(path.read_text("utf-8"))["ground_truth"]
        yield Saved(path.stem, folder / "html" / f"{path.stem}.html.gz", known["main_content"])


def _of_parser_tests(folder: Path) -> Iterator[Saved]:
    """Yield the pages of `COUNTRY/OUTLET_DATE.html.gz`.

    `COUNTRY/OUTLET.json` holds one expectation a version of the outlet's parser, and there is
    one page for each: both in the order of time.
    """
    for path in folder.glob("*/*.json"):
        versions: Mapping[str, Any] = json.loads(path.read_text("utf-8"))
        pages = sorted(path.parent.glob(f"{path.stem}_*.html.gz"))
        if len(versions) != len(pages):
            raise ValueError(f"{path.name} has {len(versions)} versions for {len(pages)} pages")
        for page, known in zip(pages, versions.values(), strict=True):
            name = page.name.removesuffix(".html.gz")
            yield Saved(f"{path.parent.name}/{name}", page, _expected_body(known))


def _expected_body(known: Mapping[str, Any]) -> str:
    """Return summary, subheads and paragraphs of the body that a parser test expects."""
    body = known.get("body") or {}
    parts: list[str] = list(body.get("summary", ()))
    for section in body.get("sections", ()):
        parts += [*section["headline"], *section["paragraphs"]]
    return "\n".join(parts)
