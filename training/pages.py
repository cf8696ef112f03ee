"""Open the pages whose body is known, render them as dumps, and part them by outlet.

A page of `extraction-scrapinghub`, `extraction-wcxb-dev150` or `pages-fundus` comes with the text
of its article; rendered to text, furniture and all ("Home / News / Bridge closed / The river
burst its banks …"), it is a dump of which each line is known to be the article's or not.
"""

from __future__ import annotations

import gzip
import json
import re
import textwrap
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tld import get_fld

from dateline.clean.weights import Weights, read_weights
from dateline.model import Page, Span
from dateline.sources.page import page_of_bytes

FOLDS = 5
FOLDER = Path(__file__).parents[1] / "evaluation" / "folds"
_COLUMNS = 80
_SIGNS = re.compile(r"[\W_]+")
_NUMBERED = re.compile(r"^\d+ (?=\S)")
_LONG = 25
"""Letters and digits; a shorter line may turn up inside any sentence by chance."""

Part = tuple[str, str]
"""What a rendering puts before a line ("• "), and the line."""


@dataclass(frozen=True, slots=True)
class Dump:
    """A page rendered to text in one way."""

    way: str
    """"plain", "listed", "wrapped" or "tight"."""
    text: str
    marks: tuple[Span, ...] = ()
    """The bullets and numbers that the rendering added; no words of the page."""


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
        # The versions of an outlet's parser run in the order of the days of its pages.
        pages = sorted(path.parent.glob(f"{path.stem}_*.html.gz"))
        for saved, known in zip(pages, versions, strict=False):
            yield _opened(saved), _fundus_body(known)


def _opened(path: Path) -> Page:
    """Return a saved page."""
    return page_of_bytes(gzip.decompress(path.read_bytes()), path=path.stem)


def _fundus_body(known: dict[str, Any]) -> str:
    """Return the body that a parser test of Fundus expects."""
    body = known.get("body") or {}
    parts = [part for held in body.get("sections", []) for part in held["headline"]]
    parts += [part for held in body.get("sections", []) for part in held["paragraphs"]]
    return "\n".join([*body.get("summary", []), *parts])


# ------------------------------------------------------------------------------------ folds


def outlet_of(page: Page) -> str:
    """Return the registered domain of a page's address, else the stem of its file."""
    meta = dict(page.head.meta)
    address = page.head.canonical or meta.get("og:url") or page.given.url or ""
    host = urlsplit(address).hostname or ""
    return get_fld(host, fix_protocol=True, fail_silently=True) or host or Path(page.path).stem


def fold_of(page: Page) -> int:
    """Return the fold of a page: all pages of an outlet share one."""
    return zlib.crc32(outlet_of(page).encode()) % FOLDS


def fold_weights(fold: int) -> Weights:
    """Return the weights that were learned without the outlets of a fold."""
    lines, units = (FOLDER / f"{kind}-{fold}.toml" for kind in ("lines", "units"))
    return read_weights(lines.read_text("utf-8"), units.read_text("utf-8"))


# -------------------------------------------------------------------------------- renderings


def rendered(page: Page) -> Iterator[Dump]:
    """Yield the page as four dumps.

    One line a block; bullets, numbers and blank lines; wrapped at 80 columns with blank lines
    between the blocks; and wrapped with no blank line anywhere.
    """
    lines = [(piece, " ".join(piece.span.of(page.text).split())) for piece in page.pieces]
    lines = [(piece, line) for piece, line in lines if line]
    yield Dump("plain", "\n".join(line for _, line in lines))
    yield _listed(lines)
    wrapped = [
        textwrap.fill(line, _COLUMNS, break_long_words=False, break_on_hyphens=False)
        for _, line in lines
    ]
    yield Dump("wrapped", "\n\n".join(wrapped))
    yield Dump("tight", "\n".join(wrapped))


def _listed(lines: list[tuple[Any, str]]) -> Dump:
    """Return the rendering that writes bullets and numbers before the items of lists."""
    parts: list[str] = []
    marks: list[Span] = []
    number = end = 0
    for piece, line in lines:
        number = number + 1 if piece.tag == "li" else 0
        counted = any(name.split(".")[0] == "ol" for name in piece.within[-4:])
        mark = (f"{number}. " if counted else "• ") if number else ""
        if mark:
            marks.append(Span(end, end + len(mark)))
        parts.append(mark + line)
        end += len(parts[-1]) + 2
    return Dump("listed", "\n\n".join(parts), tuple(marks))


# ------------------------------------------------------------------------------------- truth


class Truth:
    """The body of a page, for asking which lines are its."""

    def __init__(self, body: str) -> None:
        self.lines = {line for part in body.splitlines() if (line := _plain(part))}
        self._whole = _plain(body)
        self._runs = _runs(self._whole)

    def holds(self, line: str) -> bool:
        """Whether a line is the body's, whole or for the most part."""
        plain = _NUMBERED.sub("", _plain(line))
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
