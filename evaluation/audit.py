"""Draw coded events at random and set them beside their text, to be judged by two readers.

    python -m evaluation.audit draw CORPUS.csv OUT.jsonl [--count 250] [--seed 2018]
    python -m evaluation.audit count SHEET.jsonl A.csv B.csv

`draw` reads a table of articles (`unit_id`, `article_title`, `article_content`, `source`, `date`),
codes them with the finished pipeline and writes events drawn without regard to code, rule or
score; neither is shown. Each reader answers alone, a row an event: `code`, `actor`, `recipient`,
`status` (y, n, or - where there is none to judge) and a reason. `count` gives the shares right by
either reader and both with their 95 % interval (Wilson), and how often the two agree (Cohen's
kappa). The text stays with its publishers: what is kept names article and characters.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from dateline.desk import knowledge
from dateline.model import Actor, Event, Given, Report
from dateline.pipeline import read, skim
from dateline.sources.page import page_of_text

QUESTIONS = ("code", "actor", "recipient", "status")
_Z = 1.96


def main() -> int:
    """Draw or count."""
    parser = argparse.ArgumentParser(description=__doc__)
    verbs = parser.add_subparsers(required=True)
    draw = verbs.add_parser("draw")
    draw.add_argument("corpus", type=Path)
    draw.add_argument("out", type=Path)
    draw.add_argument("--count", type=int, default=250)
    draw.add_argument("--seed", type=int, default=2018)
    draw.set_defaults(run=lambda given: _draw(given.corpus, given.out, given.count, given.seed))
    count = verbs.add_parser("count")
    count.add_argument("sheet", type=Path)
    count.add_argument("readers", type=Path, nargs=2)
    count.set_defaults(run=lambda given: _count(given.sheet, given.readers))
    given = parser.parse_args()
    given.run(given)
    return 0


def _draw(corpus: Path, out: Path, count: int, seed: int) -> None:
    """Write the drawn events, a line each."""
    rows = [row for report in _reports(corpus) for row in _rows(report)]
    drawn = random.Random(seed).sample(rows, min(count, len(rows)))  # noqa: S311 - the same draw for a seed
    lines = [json.dumps({"n": n, **row}, ensure_ascii=False) for n, row in enumerate(drawn, 1)]
    out.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{len(drawn)} of {len(rows)} events drawn")


def _reports(corpus: Path) -> Iterator[Report]:
    """Yield each article of a table, read."""
    with corpus.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            month, day_of_month, year = map(int, row["date"].split("/"))
            day = date(year, month, day_of_month).isoformat()
            text = f"{row['article_title']}\n\n{row['article_content']}"
            given = Given(outlet=row["source"], published=day)
            page = page_of_text(text, path=row["unit_id"], given=given)
            yield read(skim(page, knowledge()), knowledge())


def _rows(report: Report) -> Iterator[dict[str, object]]:
    """Yield what a reader is shown of each event, and where it stands."""
    for event in report.events:
        at = next(n for n, s in enumerate(report.sentences) if event.trigger.start < s.span.end)
        around = report.sentences[at]
        context = [s.span.of(report.text) for s in report.sentences[max(0, at - 2) : at]]
        yield {
            "article": report.page.path,
            "start": event.trigger.start,
            "end": event.trigger.end,
            "by": event.by,
            "before": " ".join(" ".join(context).split()),
            "sentence": " ".join(around.span.of(report.text).split()),
            "trigger": event.trigger.of(report.text),
            **_told(event),
        }


def _told(event: Event) -> dict[str, object]:
    """Return the values of an event that are judged."""
    return {
        "code": event.code,
        "mode": event.mode,
        "status": event.status.value,
        "actors": [_named(actor) for actor in event.actors],
        "recipients": [_named(actor) for actor in event.recipients],
    }


def _named(actor: Actor) -> str:
    return f"{actor.name} ({actor.country})" if actor.country else actor.name


def _count(sheet: Path, readers: Sequence[Path]) -> None:
    """Print the shares right, with intervals and agreement."""
    asked = [json.loads(line)["n"] for line in sheet.read_text("utf-8").splitlines()]
    answers = [_answers(path) for path in readers]
    for question in (*QUESTIONS, "code and actor"):
        given = [[_right(one[n], question) for n in asked] for one in answers]
        both = [(a, b) for a, b in zip(*given, strict=True) if a is not None and b is not None]
        shares = [sum(side) / len(both) for side in zip(*both, strict=True)]
        strict = [a and b for a, b in both]
        low, high = interval(sum(strict), len(strict))
        print(
            f"{question}: {shares[0]:.3f} and {shares[1]:.3f} of {len(both)}, both"
            f" {sum(strict) / len(strict):.3f} ({low:.3f} to {high:.3f}), kappa {kappa(both):.2f}"
        )


def _answers(path: Path) -> dict[int, Mapping[str, str]]:
    """Return a reader's answers by number."""
    with path.open(encoding="utf-8", newline="") as table:
        return {int(row["n"]): row for row in csv.DictReader(table)}


def _right(row: Mapping[str, str], question: str) -> bool | None:
    """Return whether a reader found it right; None where there was nothing to judge."""
    if question == "code and actor":
        return row["code"] == "y" and row["actor"] != "n"
    return None if row[question] == "-" else row[question] == "y"


def interval(hits: int, count: int) -> tuple[float, float]:
    """Return Wilson's 95 % interval of a share."""
    share, square = hits / count, _Z * _Z
    middle = share + square / (2 * count)
    spread = _Z * math.sqrt(share * (1 - share) / count + square / (4 * count * count))
    return (middle - spread) / (1 + square / count), (middle + spread) / (1 + square / count)


def kappa(pairs: Sequence[tuple[bool, bool]]) -> float:
    """Return Cohen's kappa of two readers' yes and no."""
    agreed = sum(a == b for a, b in pairs) / len(pairs)
    yes = [sum(side) / len(pairs) for side in zip(*pairs, strict=True)]
    chance = yes[0] * yes[1] + (1 - yes[0]) * (1 - yes[1])
    return 1.0 if chance == 1 else (agreed - chance) / (1 - chance)


if __name__ == "__main__":
    sys.exit(main())
