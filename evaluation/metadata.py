"""Score what pages say of themselves: headline, moment of publication, authors.

`score_fundus` asks for the exact headline and the same instant, `score_wcxb` for the same words
and the same day, `score_dumped` for what is left of both when a page is a dump of its text.
trafilatura is measured on the same pages in the same run.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from trafilatura import extract_metadata

from dateline.clean.blocks import find_blocks
from dateline.clean.metadata import find_metadata
from dateline.knowledge.lexicon import Lexicon, open_lexicon
from dateline.model import Page, Report
from dateline.sources.page import page_of_bytes, page_of_text
from evaluation.measure import Measure, Tally
from evaluation.workers import spread
from training.pages import rendered

_WORD = re.compile(r"\w+")
# "Jane Doe and John Roe", "Jane Doe, John Roe", "Jane Doe; John Roe": authors in one string
_BETWEEN_AUTHORS = re.compile(r"\s*(?:,|;|&|\band\b)\s*")


@dataclass(frozen=True, slots=True)
class About:
    """What is known, or said, of a page; None or empty where nothing is."""

    title: str | None
    published: str | None
    authors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A saved page and what is known of it."""

    name: str
    saved: bytes
    known: About


Same = Callable[[str | None, str | None], bool]
"""Whether a value that was found says what the known one says."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a set compares headlines and dates."""

    title: Same
    published: Same


# ---------------------------------------------------------------------------------- the sets


def score_fundus(name: str, folder: Path) -> tuple[list[Measure], list[str]]:
    """Return the shares of pages with the exact headline, the same instant, the same authors."""
    return _scored(name, fundus_cases(folder), Recipe(_same_text, _same_instant))


def score_wcxb(name: str, folder: Path) -> tuple[list[Measure], list[str]]:
    """Return the shares of pages with the words of the headline, the same day, the authors."""
    return _scored(name, wcxb_cases(folder), Recipe(_same_words, _same_day))


def fundus_cases(folder: Path) -> Iterator[Case]:
    """Yield the pages of a folder of parser tests; the versions of an outlet run in date order."""
    for path in sorted(folder.glob("*/*.json")):
        saved = sorted(path.parent.glob(f"{path.stem}_*.html.gz"))
        versions = json.loads(path.read_text("utf-8")).values()
        for page, known in zip(saved, versions, strict=True):
            about = About(
                known.get("title"), known.get("publishing_date"), tuple(known.get("authors") or ())
            )
            yield Case(
                page.name.removesuffix(".html.gz"), gzip.decompress(page.read_bytes()), about
            )


def wcxb_cases(folder: Path) -> Iterator[Case]:
    """Yield the pages of the article set with what its annotators wrote down."""
    for path in sorted((folder / "ground-truth").glob("*.json")):
        known = json.loads(path.read_text("utf-8"))["ground_truth"]
        author = known.get("author")
        about = About(known.get("title"), known.get("publish_date"), (author,) if author else ())
        saved = folder / "html" / f"{path.stem}.html.gz"
        yield Case(path.stem, gzip.decompress(saved.read_bytes()), about)


def score_dumped(name: str, bench: Path) -> tuple[list[Measure], list[str]]:
    """Return the shares of text dumps whose headline, day and authors are found.

    The dumps are all renderings of the pages of both sets. A headline that no line of the dump
    holds is not asked for. No other reader takes these from plain text.
    """
    tally = Tally()
    recipe = Recipe(_same_words, _same_day)
    cases = [*fundus_cases(bench / "pages-fundus"), *wcxb_cases(bench / "extraction-wcxb-dev150")]
    for read in spread(read_dumps, cases):
        for case, found in read:
            _count(tally, case, found, recipe)
    return tally.measures(name), tally.misses


def read_dumps(case: Case) -> list[tuple[Case, About]]:
    """Return what dateline reads of each dump of a page, and what can be known of it."""
    lexicon, read = open_lexicon(), []
    for dump in rendered(page_of_bytes(case.saved, path=f"{case.name}.html")):
        stands = _plain(case.known.title) in _plain(dump.text)
        known = case.known if stands else replace(case.known, title=None)
        page = page_of_text(dump.text, path=f"{case.name}.txt")
        asked = replace(case, name=f"{case.name} {dump.way}", known=known, saved=b"")
        read.append((asked, said_by_dateline(page, lexicon)))
    return read


# ------------------------------------------------------------------------------- the scoring


def _scored(name: str, cases: Iterable[Case], recipe: Recipe) -> tuple[list[Measure], list[str]]:
    """Return the measures of dateline and of trafilatura, and what dateline missed."""
    ours, theirs = Tally(), Tally()
    lexicon = open_lexicon()
    for case in cases:
        page = page_of_bytes(case.saved, path=f"{case.name}.html")
        _count(ours, case, said_by_dateline(page, lexicon), recipe)
        _count(theirs, case, said_by_trafilatura(page.markup or ""), recipe)
    rival = theirs.measures(name, rival="trafilatura", by_page=True)
    return ours.measures(name, by_page=True) + rival, ours.misses


def said_by_dateline(page: Page, lexicon: Lexicon) -> About:
    """Return what dateline reads of a page."""
    report = Report(page)
    report = replace(report, blocks=find_blocks(report))
    found = find_metadata(report, lexicon=lexicon)
    return About(found.title, found.published, found.byline)


def said_by_trafilatura(markup: str) -> About:
    """Return what trafilatura reads of a page; its date is a day."""
    found = extract_metadata(markup)
    authors = tuple((found.author or "").split("; ")) if found.author else ()
    return About(found.title, found.date, authors)


def _count(tally: Tally, case: Case, found: About, recipe: Recipe) -> None:
    """Count the values of one page that its truth has."""
    known, page = case.known, case.name
    if known.title:
        hit = recipe.title(found.title, known.title)
        tally.count("title", hit, f"{page}: {found.title!r}, not {known.title!r}")
    if known.published:
        hit = recipe.published(found.published, known.published)
        tally.count("published", hit, f"{page}: {found.published}, not {known.published}")
    if known.authors:
        hit = _authors(found.authors) == _authors(known.authors)
        tally.count("byline", hit, f"{page}: {found.authors}, not {known.authors}")


def _same_text(found: str | None, known: str | None) -> bool:
    """Whether two headlines are equal, white space folded."""
    return " ".join((found or "").split()) == " ".join((known or "").split())


def _same_words(found: str | None, known: str | None) -> bool:
    """Whether two headlines have the same words and numbers."""
    return _plain(found) == _plain(known)


def _plain(text: str | None) -> str:
    """Return the words of a text in lower case, one blank between them."""
    return " ".join(_WORD.findall((text or "").lower()))


def _same_instant(found: str | None, known: str | None) -> bool:
    """Whether two dates are one instant, to the second; without a zone they are UTC."""
    return found is not None and known is not None and _instant(found) == _instant(known)


def _instant(value: str) -> datetime:
    """Return an ISO day or instant in UTC."""
    read = datetime.fromisoformat(value)
    aware = read if read.tzinfo else read.replace(tzinfo=UTC)
    return aware.astimezone(UTC).replace(microsecond=0)


def _same_day(found: str | None, known: str | None) -> bool:
    """Whether two dates are written as one day."""
    return (found or "")[:10] == (known or "none")[:10]


def _authors(listed: Sequence[str]) -> frozenset[str]:
    """Return authors as a set, in lower case, those of one string apart."""
    parts = (part for name in listed for part in _BETWEEN_AUTHORS.split(name))
    return frozenset(plain for part in parts if (plain := _plain(part)))
