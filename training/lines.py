"""Learn what a line of a dump weighs: from pages whose body is known, rendered as text.

    python training/lines.py extraction-scrapinghub extraction-wcxb-dev150 pages-fundus

reads the folders of those names (page-by-page truth of article bodies: MIT, CC BY 4.0, MIT),
renders each page three ways (one line a block; bullets and numbers; wrapped at 80 columns),
and writes `src/dateline/lexicons/lines.toml`. `--folds` prints the share of lines that are
judged right on hosts that were not learned from, and writes nothing.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import textwrap
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from dateline.clean.features import Row, describe
from dateline.clean.lines import Scale
from dateline.clean.units import cut_units
from dateline.model import Page
from dateline.sources.files import page_of_bytes, page_of_text

LEXICON = Path(__file__).parents[1] / "src" / "dateline" / "lexicons" / "lines.toml"
ROUNDS, RATE, RIDGE, BINS = 30, 0.15, 2.0, 12
FOLDS = 5
_SIGNS = re.compile(r"[\W_]+")
_LONG = 25
_OLDEST_SHARE = 0.3
"""Of a body that stands on its page: less, and the truth belongs to another version of it."""

Column = NDArray[np.float64]
Lines = list[tuple[str, Row, bool, float]]
"""(host, features, whether it is body, how much it counts) of each line."""


def known_pages(folder: Path) -> Iterator[tuple[Page, str]]:
    """Yield the pages of a benchmark's folder with the text of their bodies."""
    if (truth := folder / "ground-truth.json").is_file():
        for name, page in sorted(json.loads(truth.read_text("utf-8")).items()):
            yield _opened(folder / "html" / f"{name}.html.gz"), page["articleBody"]
        return
    for path in sorted((folder / "ground-truth").glob("*.json")):
        known = json.loads(path.read_text("utf-8"))["ground_truth"]
        yield _opened(folder / "html" / f"{path.stem}.html.gz"), known["main_content"]
    for path in sorted(folder.glob("*/*.json")) if not (folder / "html").is_dir() else ():
        versions = list(json.loads(path.read_text("utf-8")).values())
        for saved in sorted(path.parent.glob(f"{path.stem}_*.html.gz")):
            yield from ((_opened(saved), _fundus_body(known)) for known in versions[-1:])


def _opened(path: Path) -> Page:
    """Return a saved page."""
    return page_of_bytes(gzip.decompress(path.read_bytes()), path=path.stem)


def _fundus_body(known: dict[str, Any]) -> str:
    """Return the body that a parser test of Fundus expects."""
    body = known.get("body") or {}
    parts = [part for held in body.get("sections", []) for part in held["headline"]]
    parts += [part for held in body.get("sections", []) for part in held["paragraphs"]]
    return "\n".join([*body.get("summary", []), *parts])


def rendered(page: Page) -> Iterator[str]:
    """Yield the page as three dumps."""
    lines = [(piece, piece.span.of(page.text).strip()) for piece in page.pieces]
    lines = [(piece, line) for piece, line in lines if line]
    yield "\n".join(line for _, line in lines)
    listed, number = [], 0
    for piece, line in lines:
        number = number + 1 if piece.tag == "li" else 0
        counted = any(name.split(".")[0] == "ol" for name in piece.within[-4:])
        mark = f"{number}. " if counted else "• "
        listed.append(mark + line if number else line)
    yield "\n\n".join(listed)
    yield "\n\n".join(
        textwrap.fill(line, 80, break_long_words=False, break_on_hyphens=False) for _, line in lines
    )


def known_lines(folder: Path) -> Lines:
    """Return the lines of all dumps of a folder's pages."""
    found: Lines = []
    for page, body in known_pages(folder):
        meta = dict(page.head.meta)
        host = urlsplit(page.head.canonical or meta.get("og:url") or "").hostname or page.path
        truth = _Truth(body)
        for text in rendered(page):
            dump = page_of_text(text, path="dump.txt")
            units = cut_units(dump)
            judged = [truth.holds(unit.text) for unit in units]
            if sum(judged) < _OLDEST_SHARE * len(truth.lines):
                continue
            sizes = [min(len(unit.words), 80) ** 0.5 + 0.7 for unit in units]
            share = 8.0 / max(1.0, sum(sizes)) ** 0.5
            rows = describe(units)
            found += [
                (host, row, body_line, size * share)
                for row, body_line, size in zip(rows, judged, sizes, strict=True)
            ]
    return found


class _Truth:
    """The body of a page, for asking which lines are its."""

    def __init__(self, body: str) -> None:
        self.lines = {line for part in body.splitlines() if (line := _plain(part))}
        self._whole = _plain(body)
        self._runs = _runs(self._whole)

    def holds(self, line: str) -> bool:
        """Whether a line is the body's, whole or for the most part."""
        plain = re.sub(r"^\d+ (?=\S)", "", _plain(line))
        if len(plain) < _LONG:
            return plain in self.lines
        own = _runs(plain)
        return plain in self._whole or len(own & self._runs) >= 0.6 * max(1, len(own))


def _plain(text: str) -> str:
    """Return letters and digits in lower case, one blank between words."""
    return _SIGNS.sub(" ", text).strip().casefold()


def _runs(plain: str) -> frozenset[tuple[str, ...]]:
    """Return every run of four words."""
    spoken = plain.split()
    return frozenset(tuple(spoken[at : at + 4]) for at in range(len(spoken) - 3))


# --------------------------------------------------------------------------------- learning


def learned(lines: Lines) -> dict[str, Scale]:
    """Return a scale for each feature: cyclic Newton steps, one feature at a time."""
    names = sorted({name for _, row, _, _ in lines for name in row})
    wanted = np.array([float(body) for _, _, body, _ in lines])
    counts = np.array([weight for _, _, _, weight in lines])
    columns = {name: np.array([row.get(name, 0.0) for _, row, _, _ in lines]) for name in names}
    edges = {name: _edges(column) for name, column in columns.items()}
    bins = {name: np.searchsorted(edges[name], columns[name], side="right") for name in names}
    weights = {name: np.zeros(len(edges[name]) + 1) for name in names}
    bias = float(np.log((counts * wanted).sum() / (counts * (1 - wanted)).sum()))
    total = np.full(len(wanted), bias)
    for _ in range(ROUNDS):
        for name in names:
            likely = 1 / (1 + np.exp(-total))
            size = len(weights[name])
            pull = np.bincount(bins[name], counts * (wanted - likely), size)
            bend = np.bincount(bins[name], counts * likely * (1 - likely), size)
            step = RATE * pull / (bend + RIDGE)
            weights[name] += step
            total += step[bins[name]]
    found = {name: Scale(tuple(edges[name]), tuple(weights[name])) for name in names}
    return {**found, "bias": Scale((), (bias,))}


def _edges(column: Column) -> Column:
    """Return where a feature's bins part: between its values, or at equal shares of them."""
    values = np.unique(column)
    if len(values) <= BINS:
        return np.asarray((values[:-1] + values[1:]) / 2)
    filled = column[column != 0]
    shares = [np.quantile(column, np.linspace(0, 1, BINS + 1)[1:-1]), [1e-9]]
    return np.unique(np.concatenate([*shares, np.quantile(filled, np.linspace(0, 1, 7)[1:-1])]))


def written(scales: dict[str, Scale]) -> str:
    """Return the weights as a lexicon."""
    text = [f"# {line}\n" for line in _HEADING.splitlines()]
    for table in ("edges", "weights"):
        text.append(f"\n[{table}]\n")
        for name, scale in sorted(scales.items()):
            numbers = scale.edges if table == "edges" else scale.weights
            listed = ", ".join(f'"{number:.4g}"' for number in numbers)
            text.append(f'"{name}" = [{listed}]\n')
    return "".join(text)


_HEADING = """What each feature of a line says for (above 0) or against its being the report's own.
Written by training/lines.py from extraction-scrapinghub (MIT), WCXB (CC BY 4.0) and
pages-fundus (MIT); not edited by hand. `edges` part a feature's values into bins, `weights`
gives each bin's weight, in logits."""


def _share_right(lines: Lines) -> float:
    """Return the weighted share of lines judged right by weights learned on other hosts."""
    right = 0.0
    for fold in range(FOLDS):
        apart = [line for line in lines if zlib.crc32(line[0].encode()) % FOLDS == fold]
        rest = [line for line in lines if zlib.crc32(line[0].encode()) % FOLDS != fold]
        scales = learned(rest)
        for _, row, body, weight in apart:
            total = sum(scale.weigh(row.get(name, 0.0)) for name, scale in scales.items())
            right += weight * ((total > 0) == body)
    return right / sum(weight for _, _, _, weight in lines)


def main() -> None:
    """Learn from the folders that are named."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folders", nargs="+", type=Path)
    asked.add_argument("--folds", action="store_true")
    options = asked.parse_args()
    lines = [line for folder in options.folders for line in known_lines(folder)]
    if options.folds:
        print(f"right on other hosts: {_share_right(lines):.4f} of {len(lines)} lines")
        return
    LEXICON.write_text(written(learned(lines)), "utf-8")
    print(f"{LEXICON}: {len(lines)} lines")


if __name__ == "__main__":
    main()
