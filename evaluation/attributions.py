"""Score who says what on annotated articles: source, cue and content.

Two settings, never to be mixed. In the pieces setting (that of the published figures) a line of
the article is a unit of lower-cased tokens, cut at 300; a stretch of source, cue or content in
it is a piece, right when role, unit, begin and end are; nothing joins the roles; every
annotation file counts. In the whole setting an attribution counts: its characters, one file an
article; an attribution is right when source and content both are.

Of attributions that hold quotation marks it counts how many have their content found (0.8 of
all characters of both are shared) and, of those, how many have the right speaker; direct ones
open and close with marks, in mixed ones other words are part of the content.
"""

from __future__ import annotations

import csv
import io
import re
import tarfile
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from dateline.model import Label, Report, Span
from evaluation.attributed import ROLES, Attribution, attributions_of, read_attributions
from evaluation.draws import Drawn, standard_error
from evaluation.measure import Measure
from evaluation.reading import meet, plain_report, read_upto

_ARCHIVE = "polnear_train_dev.tar.gz"
_PART = "dev"
_ANNOTATOR = re.compile(r"_[0-9a-f]{4}$")
_LINE = re.compile(r"[^\n]+")
_TOKEN = re.compile(r"\w+|[^\w\s]")
_LONGEST = 300
_SHARED = 0.8
_MARKS = frozenset('"“”«»„')
_OUTER_MARKS = _MARKS | frozenset("'‘’")
_SHOWN = 90
_WHOLE = {"whole": ("source", "content"), **{f"whole_{role}": (role,) for role in ROLES}}

Piece = tuple[int, int, int]
"""The unit, and the numbers of its first and last token."""

Counts = dict[str, tuple[int, int, int]]
"""How many are right, found and wanted, by role."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its text, what is found, and what each annotator marked."""

    name: str
    report: Report
    found: list[Attribution]
    wanted: tuple[list[Attribution], ...]


def score_attributions(name: str, folder: Path) -> tuple[list[Measure], list[str]]:
    """Return F1 by role, of whole attributions, and of quotations, with what is missed."""
    articles = list(read_articles(folder))
    return measure_articles(name, articles), [m for a in articles for m in _misses(a)]


def read_articles(folder: Path) -> Iterator[Article]:
    """Yield the articles of the open part, each read by dateline."""
    texts: dict[str, str] = {}
    marked: dict[str, list[list[Attribution]]] = defaultdict(list)
    with tarfile.open(folder / _ARCHIVE) as archive:
        for member in sorted(archive.getmembers(), key=lambda member: member.name):
            path = Path(member.name)
            held = archive.extractfile(member) if _PART in path.parts else None
            if held is None or path.name.startswith("."):
                continue
            content = held.read().decode("utf-8")
            if path.suffix == ".txt":
                texts[path.stem] = content
            elif path.suffix == ".ann":
                marked[_ANNOTATOR.sub("", path.stem)].append(read_attributions(content))
    table = (folder / "metadata.tsv").read_text("utf-8")
    rows = csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
    titles = {row["filename"]: row["title"] for row in rows}
    for stem, text in sorted(texts.items()):
        report = read_upto(_headed(plain_report(text), titles.get(stem, "")), "statements")
        yield Article(stem, report, attributions_of(report), tuple(marked[stem]))


def _headed(report: Report, title: str) -> Report:
    """Return the report with its first line labelled title where the table has it as one."""
    first = report.blocks[0]
    if not title or _bare(first.span.of(report.text)) != _bare(title):
        return report
    return replace(report, blocks=(replace(first, label=Label.TITLE), *report.blocks[1:]))


def _bare(line: str) -> str:
    """Return a line's letters and digits, in lower case."""
    return "".join(char for char in line.casefold() if char.isalnum())


def measure_articles(name: str, articles: Sequence[Article]) -> list[Measure]:
    """Return the measures of both settings; standard errors are drawn by article."""
    counts = [_piece_counts(article) for article in articles]
    measures = [_f1(name, f"{role}_f1", [one[role] for one in counts]) for role in ROLES]
    for part, roles in _WHOLE.items():
        rows = [_whole_counts(article, roles) for article in articles]
        measures.append(_f1(name, f"{part}_f1", rows))
    return [*measures, *_quoted_measures(name, articles)]


def _quoted_measures(name: str, articles: Sequence[Article]) -> Iterator[Measure]:
    """Yield the shares found of attributions with marks, direct and mixed, and right speakers."""
    rows = [[(_is_direct(a, one), _quoted(a, one)) for one in _marked(a)] for a in articles]
    for measure, kinds in {"quoted": (True, False), "direct": (True,), "mixed": (False,)}.items():
        kept = [[hit for direct, hit in row if direct in kinds] for row in rows]
        found = [(sum(hit is not None for hit in row), len(row)) for row in kept]
        right = [
            (sum(bool(hit) for hit in row), of) for row, (of, _) in zip(kept, found, strict=True)
        ]
        yield _share(name, f"{measure}_content", found)
        yield _share(name, f"{measure}_speaker", right)


def _is_direct(article: Article, one: Attribution) -> bool:
    """Whether the content opens and closes with marks: nothing of it is told in other words."""
    said = [span.of(article.report.text).strip(" .,") for span in one.content]
    return said[0][:1] in _OUTER_MARKS and said[-1][-1:] in _OUTER_MARKS


def _f1(name: str, measure: str, rows: Sequence[tuple[int, int, int]]) -> Measure:
    """Return F1 of (right, found, wanted) pooled over articles."""
    counts = np.array(rows)

    def value(drawn: Drawn) -> float:
        right, found, wanted = counts[drawn].sum(axis=0)
        return float(2 * right / max(1, found + wanted))

    error = standard_error(len(rows), value)
    return Measure(name, measure, value(np.arange(len(rows))), int(counts[:, 2].sum()), error)


def _share(name: str, measure: str, rows: Sequence[tuple[int, int]]) -> Measure:
    """Return the share of (hits, cases) pooled over articles."""
    counts = np.array(rows)

    def value(drawn: Drawn) -> float:
        hits, cases = counts[drawn].sum(axis=0)
        return float(hits / max(1, cases))

    error = standard_error(len(rows), value)
    return Measure(name, measure, value(np.arange(len(rows))), int(counts[:, 1].sum()), error)


# ------------------------------------------------------------------------------------- pieces


def pieces(text: str, attributions: Sequence[Attribution]) -> dict[str, set[Piece]]:
    """Return the pieces of each role: runs of tokens of a line with one label.

    A token has one label: of two attributions that claim it, the first keeps it.
    """
    found: dict[str, set[Piece]] = {role: set() for role in ROLES}
    for number, line in enumerate(_LINE.finditer(text)):
        tokens = list(_TOKEN.finditer(text, *line.span()))[:_LONGEST]
        labels: dict[int, tuple[str, int]] = {}
        for index, attribution in enumerate(attributions):
            for role in ROLES:
                for span in attribution.spans(role):
                    first = bisect_right(tokens, span.start, key=lambda token: token.end())
                    last = bisect_left(tokens, span.end, key=lambda token: token.start())
                    for at in range(first, last):
                        labels.setdefault(at, (role, index))
        for role, first, last in _runs(labels):
            found[role].add((number, first, last))
    return found


def _runs(labels: Mapping[int, tuple[str, int]]) -> Iterator[tuple[str, int, int]]:
    """Yield the role, first and last token of each run of tokens with one label."""
    start: int | None = None
    for at in sorted(labels):
        start = at if start is None else start
        if labels.get(at + 1) != labels[at]:
            yield labels[at][0], start, at
            start = None


def _piece_counts(article: Article) -> Counts:
    """Return how many pieces are right, found and wanted by role, over all annotation files."""
    found = pieces(article.report.text, article.found)
    counts: Counts = dict.fromkeys(ROLES, (0, 0, 0))
    for annotated in article.wanted:
        gold = pieces(article.report.text, annotated)
        for role, (right, given, wanted) in counts.items():
            both = len(found[role] & gold[role])
            counts[role] = (right + both, given + len(found[role]), wanted + len(gold[role]))
    return counts


# --------------------------------------------------------------------------------- attributions


def _whole_counts(article: Article, roles: Sequence[str]) -> tuple[int, int, int]:
    """Return how many attributions are right in these roles, found and wanted, by one file."""
    text, gold = article.report.text, article.wanted[0]
    found = Counter(_whole(text, one, roles) for one in article.found)
    wanted = Counter(_whole(text, one, roles) for one in gold)
    for empty in [key for key in (*found, *wanted) if not any(key)]:
        found.pop(empty, None)
        wanted.pop(empty, None)
    return (found & wanted).total(), found.total(), wanted.total()


def _whole(text: str, one: Attribution, roles: Sequence[str]) -> tuple[frozenset[int], ...]:
    """Return the characters of each role, blanks left out."""
    return tuple(_characters(text, one.spans(role)) for role in roles)


def _characters(text: str, spans: Sequence[Span]) -> frozenset[int]:
    return frozenset(i for s in spans for i in range(s.start, s.end) if not text[i].isspace())


def _marked(article: Article) -> Iterator[Attribution]:
    """Yield the attributions of the first file whose content holds quotation marks."""
    for one in article.wanted[0]:
        if any(_MARKS & set(span.of(article.report.text)) for span in one.content):
            yield one


def _quoted(article: Article, one: Attribution) -> bool | None:
    """Return whether the speaker is right; None where the content isn't found."""
    text = article.report.text
    wanted = _characters(text, one.content)
    for other in article.found:
        given = _characters(text, other.content)
        if len(wanted & given) >= _SHARED * len(wanted | given):
            return not one.source or _same_speaker(article.report, one, other)
    return None


def _same_speaker(report: Report, one: Attribution, other: Attribution) -> bool:
    """Whether the sources meet, or a mention of the speaker's chain is in the wanted source."""
    chains = {actor.chain for actor in other.speakers} - {None}
    spans = [*other.source, *(actor.span for actor in other.speakers if actor.span is not None)]
    spans += [m for chain in report.chains if chain.id in chains for m in chain.mentions]
    return any(meet(span, wanted) for span in spans for wanted in one.source)


# -------------------------------------------------------------------------------------- misses


def _misses(article: Article) -> Iterator[str]:
    """Yield a line for each piece of the first file that isn't found, and each that is false."""
    text, gold = article.report.text, article.wanted[0]
    for mark, ours, theirs in (("-", gold, article.found), ("+", article.found, gold)):
        known = pieces(text, theirs)
        for one in ours:
            own = pieces(text, [one])
            for role in ROLES:
                if not own[role] <= known[role]:
                    yield f"{article.name[:30]} {mark}{role}: {_shown(text, one)}"


def _shown(text: str, one: Attribution) -> str:
    """Return an attribution's words."""
    shown = (" … ".join(s.of(text) for s in one.spans(role)) for role in ROLES)
    return " | ".join(words[:_SHOWN].replace("\n", " / ") for words in shown)
