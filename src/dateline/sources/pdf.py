"""Read the text of a PDF, line by line, and remember which page each line stands on.

A situation report becomes a page of the kind "pdf", whose lines lie within "page#1", "page#2"
…; where a gap parts two lines there is a blank line, and a form feed parts the pages.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Any

from dateline.errors import UnreadablePage
from dateline.model import Listing, Page, Piece, Span
from dateline.sources.limits import LIMITS
from dateline.sources.lists.listed import plain
from dateline.sources.page import page_of_text
from dateline.sources.source import Opened, Source

if TYPE_CHECKING:
    from pypdf import PdfReader

LEAVES = 2_000
"""Pages of a PDF that are read; a report has ten, a yearbook five hundred."""
OPERATIONS = 3_000_000
"""Drawing operations of a PDF; a dense page has five thousand."""
CONTENT = 50_000_000
"""Bytes of what draws all pages, unpacked; a page of text has 10 KB, a drawn map 2 MB."""

_GAP = 1.4
"""Usual distances of lines from which a gap parts paragraphs."""
_LARGER = 1.15
_FULL = 0.85
"""Share of the widest line from which a line, with the next word, is full."""
_FINAL = (".", "!", "?", ":", ".”", ".’", '."', "!”", "?”")
_FIRST_LINES = 40
_LIGATURES = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
)
_MONTHS = (
    "january february march april may june july august september october november december".split()
)
_WORDS = re.compile(r"[^\W_]+")
# "D:20200303101500+01'00'"
_DATE = re.compile(r"(?:D:)?(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)")
_PAGE_MARK = "\n\f\n"


@dataclass(slots=True)
class _Line:
    """A line as it is drawn: its text, how high it stands, and how large it is."""

    text: str = ""
    height: float | None = None
    size: float = 0.0


@dataclass(slots=True)
class _Leaf:
    """Listens to the drawing of one page of a PDF and keeps its lines."""

    count: Callable[[], None]
    lines: list[_Line] = field(default_factory=lambda: [_Line()])

    def hear(self, text: str, around: Any, matrix: Any, _font: Any, size: float) -> None:
        """Hear a run of text, and where it is drawn."""
        for number, run in enumerate(text.split("\n")):
            if number:
                self.lines.append(_Line())
            line = self.lines[-1]
            line.text += run
            if run.strip() and line.height is None:
                line.height = matrix[4] * around[1] + matrix[5] * around[3] + around[5]
                line.size = abs(size * (matrix[3] or 1.0) * (around[3] or 1.0))

    def operation(self, *_: Any) -> None:
        """Count an operation of drawing."""
        self.count()


def is_pdf(head: bytes, _name: str) -> bool:
    """Whether a file is a PDF; some have a few bytes before their mark."""
    return b"%PDF-" in head[:1_024]


def read_pdf(source: Source, _inside: Callable[[Source], Iterator[Opened]]) -> Iterator[Opened]:
    """Yield the page of a PDF. Raises `UnreadablePage` with the reason why there is none."""
    data = source.whole(LIMITS.listing)
    try:
        leaves, told, language = _read(data, source.path)
    except UnreadablePage:
        raise
    # A broken PDF makes its reader raise nearly anything.
    except Exception as problem:
        said = str(problem)[:80] or type(problem).__name__
        raise UnreadablePage(source.path, f"a damaged PDF: {said}") from problem
    if not any(leaf.strip() for leaf in leaves):
        raise UnreadablePage(source.path, f"a PDF of {len(leaves)} pages without text: a scan?")
    yield _page(leaves, _listing(told, leaves[0], language), source.path)


def _read(data: bytes, path: str) -> tuple[list[str], dict[str, str], str | None]:
    """Return the text of each page, what the PDF says of itself, and its language."""
    from pypdf import PdfReader  # it takes half a second, which only a PDF should cost

    # What it has to say of a damaged PDF is said by a reject; nothing is printed.
    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted and not _decrypted(reader):
        raise UnreadablePage(path, "an encrypted PDF")
    if len(reader.pages) > LEAVES:
        raise UnreadablePage(path, f"a PDF of {len(reader.pages):,} pages; at most {LEAVES:,}")
    info = {key.strip("/"): str(value) for key, value in (reader.metadata or {}).items()}
    language = reader.root_object.get("/Lang") if reader.root_object else None
    return _leaves(reader, path), info, language if isinstance(language, str) else None


def _decrypted(reader: PdfReader) -> bool:
    """Whether an encrypted PDF opens without a password; newer ciphers are not read."""
    from pypdf.errors import DependencyError

    try:
        return bool(reader.decrypt(""))
    except DependencyError:
        return False


def _leaves(reader: PdfReader, path: str) -> list[str]:
    """Return the text of each page. Raises `UnreadablePage` for what draws too much."""
    drawn = size = content = 0

    def count() -> None:
        nonlocal drawn
        drawn += 1
        if drawn > OPERATIONS:
            raise UnreadablePage(path, f"a PDF of more than {OPERATIONS:,} drawing operations")

    leaves: list[str] = []
    for page in reader.pages:
        contents = page.get_contents()
        content += 0 if contents is None else len(contents.get_data())
        if content > CONTENT:
            raise UnreadablePage(path, f"a PDF whose pages draw more than {CONTENT:,} bytes")
        leaf = _Leaf(count)
        page.extract_text(visitor_text=leaf.hear, visitor_operand_before=leaf.operation)
        leaves.append(_spaced(leaf.lines))
        size += len(leaves[-1])
        if size > LIMITS.page:
            raise UnreadablePage(path, f"a PDF with a text of more than {LIMITS.page:,} characters")
    return leaves


def _spaced(lines: list[_Line]) -> str:
    """Return the lines of a page with a blank one where a gap parts two of them."""
    lines = [line for line in lines if line.text.strip()]
    gaps = [_gap(above, below) for above, below in pairwise(lines)]
    usual = median([gap for gap in gaps if gap > 0] or [0.0])
    text = "".join(
        line.text.strip() + ("\n\n" if _parts(line, below, gap, usual) else "\n")
        for line, below, gap in zip(lines, lines[1:], gaps, strict=False)
    )
    return (text + (lines[-1].text.strip() if lines else "")).translate(_LIGATURES)


def _gap(above: _Line, below: _Line) -> float:
    """Return how far the lower line stands below the upper; negative in a new column."""
    if above.height is None or below.height is None:
        return 0.0
    return above.height - below.height


def _parts(above: _Line, below: _Line, gap: float, usual: float) -> bool:
    """Whether two lines belong to different paragraphs: by gap, by size, or in a new column."""
    sizes = sorted((above.size, below.size))
    if gap < 0:
        return above.text.rstrip().endswith(_FINAL)
    return gap > _GAP * usual or sizes[1] > _LARGER * sizes[0] > 0


def _page(leaves: list[str], listing: Listing, path: str) -> Page:
    """Return the page of the texts; each piece is a paragraph, within its leaf."""
    page = page_of_text(_PAGE_MARK.join(leaves), path=path, listing=listing)
    number, start = 1, 0
    pieces = []
    for span in _paragraphs(page):
        number += page.text.count("\f", start, span.start)
        start = span.start
        pieces.append(Piece(span, "line", (f"page#{number}",)))
    return replace(page, kind="pdf", pieces=tuple(pieces))


def _paragraphs(page: Page) -> Iterator[Span]:
    """Yield the lines of a page; those that run on, each as wide as its column, as one."""
    group: list[Span] = []
    for piece in page.pieces:
        if group and page.text.count("\n", group[-1].end, piece.span.start) > 1:
            yield from _joined(page.text, group)
            group = []
        group.append(piece.span)
    yield from _joined(page.text, group)


def _joined(text: str, group: list[Span]) -> Iterator[Span]:
    """Yield the paragraphs of lines between which there is no gap."""
    widths = sorted(span.end - span.start for span in group)
    start = group[0].start if group else 0
    for above, below in pairwise(group):
        length = above.end - above.start
        # The widest line is full by its own measure: where it ends as a sentence does, as in a
        # list of two points, another one has to bear it out.
        alone = length == widths[-1] and widths[-2] < _FULL * length
        final = above.of(text).endswith(_FINAL)
        word = below.of(text).split(maxsplit=1)[0]
        if length + 1 + len(word) < _FULL * widths[-1] or alone and final:
            yield Span(start, above.end)
            start = below.start
    if group:
        yield Span(start, group[-1].end)


def _listing(told: dict[str, str], first: str, language: str | None) -> Listing:
    """Return what a PDF says of itself, as far as its first page bears it out.

    Titles are often those of a template, authors those of a computer, and days those of a
    later copy: what isn't printed is not believed.
    """
    title, author = plain(told.get("Title")), plain(told.get("Author"))
    return Listing(
        "pdf",
        title=title if title and _is_line(title, first) else None,
        published=_printed_day(told.get("CreationDate", ""), first),
        byline=(author,) if author and " " in author and _is_printed(author, first) else (),
        language=language,
    )


def _is_line(words: str, text: str) -> bool:
    """Whether words are a line of a text, or two or three lines that follow one another."""
    lines = [bare for line in text.splitlines() if (bare := _bare(line))][:_FIRST_LINES]
    runs = (" ".join(lines[at : at + n]) for n in (1, 2, 3) for at in range(len(lines)))
    return _bare(words) in runs


def _is_printed(words: str, text: str) -> bool:
    """Whether words stand in a text one after another."""
    return f" {_bare(words)} " in f" {_bare(text)} "


def _bare(text: str) -> str:
    """Return the words of a text without case and marks."""
    return " ".join(_WORDS.findall(text.casefold()))


def _printed_day(created: str, text: str) -> str | None:
    """Return the day on which a PDF was made, if that day and month are printed in it."""
    match = _DATE.match(created)
    if match is None or not 1 <= int(match["month"]) <= 12:
        return None
    month, day = _MONTHS[int(match["month"]) - 1], int(match["day"])
    iso = f"{match['year']}-{match['month']}-{match['day']}"
    forms = (f"{day} {month}", f"{month} {day}", f"{day} {month[:3]}", f"{month[:3]} {day}", iso)
    return iso if any(_is_printed(form, text) for form in forms) else None
