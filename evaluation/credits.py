"""Score the wire credits of articles: which agency, if any, a report comes from.

Gold is a table of articles with the agency that distributed each (none for most). An article
counts as right when exactly its agency is found as a wire credit; every other agency found is
false. In the collection the agency's name was stripped from some texts: `found_in_text` leaves
those out, and every figure counts what is found on articles without an agency as false.
"""

from __future__ import annotations

import csv
import io
import re
import tarfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from dateline.desk import knowledge
from dateline.model import Report
from dateline.pipeline import skim
from dateline.sources.page import page_of_text
from evaluation.draws import Drawn, standard_error
from evaluation.measure import Measure

_ARCHIVE = "polnear_train_dev.tar.gz"
_NONE = frozenset({"", "NA", "None"})
_AROUND = 40


@dataclass(frozen=True, slots=True)
class Case:
    """One article: the agencies that are wanted and found, and what is found as it stands."""

    name: str
    wanted: frozenset[str]
    found: frozenset[str]
    stands: bool
    """Whether the wanted agency is named anywhere in the text."""
    shown: str

    @property
    def counts(self) -> tuple[int, int, int]:
        """How many agencies are right, found and wanted."""
        return len(self.wanted & self.found), len(self.found), len(self.wanted)


def score_credits(name: str, folder: Path) -> tuple[list[Measure], list[str]]:
    """Return precision, recall and F1 by article, twice, and what is wrong.

    First where the agency stands in the text (or there is none), then over all articles.
    """
    cases = tuple(_cases(folder))
    printed = tuple(case for case in cases if case.stands or not case.wanted)
    measures = [*_measures(name, "in_text", printed), *_measures(name, "all", cases)]
    return measures, [_miss(case) for case in cases if case.wanted != case.found]


def _cases(folder: Path) -> Iterator[Case]:
    """Yield a case for each row of the table whose text is there."""
    wires = _wires(folder / "metadata.tsv")
    with tarfile.open(folder / _ARCHIVE) as archive:
        for member in sorted(archive.getmembers(), key=lambda member: member.name):
            article = Path(member.name)
            held = archive.extractfile(member) if article.stem in wires else None
            if held is not None and article.suffix == ".txt":
                yield case_of(article.stem, held.read().decode("utf-8"), wires[article.stem])


def case_of(name: str, text: str, wire: str) -> Case:
    """Return the case of an article's text and the name of its agency, "None" where it has none."""
    known = knowledge()
    agency = known.lexicon.agencies.get(wire.casefold())
    wanted = frozenset() if wire in _NONE else frozenset({agency.name if agency else wire})
    report = skim(page_of_text(text, path=f"{name}.txt"), known)
    found = frozenset(c.agency for c in report.credits if c.kind == "wire")
    stands = any(_names(agency).search(text) for agency in wanted)
    return Case(name, wanted, found, stands, _shown(report))


def _wires(table: Path) -> dict[str, str]:
    """Return the agency of each article, by the name of its file."""
    rows = csv.DictReader(
        io.StringIO(table.read_text("utf-8")), delimiter="\t", quoting=csv.QUOTE_NONE
    )
    return {row["filename"]: row["wire"] for row in rows}


@lru_cache(maxsize=64)
def _names(agency: str) -> re.Pattern[str]:
    """Return what finds any name of an agency as a word."""
    listed = knowledge().lexicon.agencies.items()
    aliases = sorted({alias for alias, known in listed if known.name == agency})
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, [*aliases, agency]))})\b", re.I)


def _measures(name: str, suffix: str, cases: Sequence[Case]) -> Iterator[Measure]:
    """Yield precision, recall and F1 over cases; `n` is how many agencies are wanted or found."""
    counts = np.array([case.counts for case in cases])
    for number, measure in enumerate(("precision", "recall", "f1")):

        def value(drawn: Drawn, number: int = number) -> float:
            return _scores(counts[drawn].sum(axis=0))[number]

        whole = np.arange(len(cases))
        of = int(counts[:, (1, 2, 2)[number]].sum())
        error = standard_error(len(cases), value)
        yield Measure(name, f"{measure}_{suffix}", value(whole), of, error)


def _scores(totals: Sequence[int]) -> tuple[float, float, float]:
    """Return precision, recall and F1 of (right, found, wanted)."""
    right, found, wanted = totals
    return (
        right / found if found else 0.0,
        right / wanted if wanted else 0.0,
        2 * right / (found + wanted) if found + wanted else 0.0,
    )


def _shown(report: Report) -> str:
    """Return the wire credits with the characters around them."""
    shown = []
    for credit in report.credits:
        if credit.kind == "wire":
            start, end = (credit.span.start, credit.span.end) if credit.span else (0, 0)
            shown.append(report.text[max(0, start - _AROUND) : end + _AROUND].replace("\n", " / "))
    return "; ".join(shown)


def _miss(case: Case) -> str:
    """Return what was wanted and found."""
    there = "" if case.stands or not case.wanted else " (not in the text)"
    wanted = ", ".join(sorted(case.wanted)) or "none"
    found = ", ".join(sorted(case.found)) or "none"
    return f"{case.name}: wanted {wanted}{there}, found {found} {case.shown}".strip()
