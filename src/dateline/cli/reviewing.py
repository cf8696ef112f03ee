"""The verbs that set right what a database holds: `correct` and `corrections`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.cli.databases import existing_database, open_database
from dateline.cli.outcome import DONE, PROBLEMS
from dateline.cli.output import write_file
from dateline.errors import ConfigError, CorrectionError, StoreError

if TYPE_CHECKING:
    from dateline.cli.parser import Verbs
    from dateline.corrections import Correction, Signed
    from dateline.store import AnyStore
    from dateline.store.corrections import Listed

DATABASE = "a DuckDB file, or postgresql://…"
"""How a database is named, for `--help`."""


def add_verbs(verbs: Verbs) -> None:
    """Add the verbs of this family."""
    correct = verbs.add_parser(
        "correct",
        help="set a record, a claim or a story of a database right",
        description="Set right what a database holds. What was read stays beside it, and the"
        " correction stands when pages are read and stories woven anew.",
    )
    correct.add_argument("database", metavar="DB", help=DATABASE)
    _add_what(correct)
    correct.add_argument("--why", metavar="WORDS", required=True, help="the reason")
    correct.add_argument("--by", metavar="NAME", required=True, help="who says so")
    correct.set_defaults(command=_correct)

    listed = verbs.add_parser(
        "corrections",
        help="list what people set right in a database, or make examples of it",
        description="List what people set right in a database, and what has become of it.",
    )
    listed.add_argument("database", metavar="DB", help=DATABASE)
    listed.add_argument("--json", action="store_true", help="print a JSON object a line")
    listed.add_argument(
        "--take", metavar="FILE", help="first add what --json printed for another database"
    )
    listed.add_argument(
        "--examples",
        metavar="FILE.txt",
        help="write the events that were set right as marked sentences for a codebook",
    )
    listed.set_defaults(command=_corrections)


def _add_what(correct: argparse.ArgumentParser) -> None:
    """Let the verb be told what is corrected, and how."""
    correct.add_argument(
        "id",
        metavar="ID",
        help="REPORT/events/120-188, STORY, STORY/claims/…, or the correction that --undo means",
    )
    what = correct.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "--set",
        metavar="NAME=VALUE",
        dest="values",
        action="append",
        help="of an event category, mode, status, actor, recipient, claimant, place or date; of a"
        " figure value, measure …; of a statement speaker or date. May be repeated",
    )
    what.add_argument("--drop", action="store_true", help="the record is none")
    what.add_argument(
        "--merge", metavar="ID", nargs="+", help="it is one with these stories, or these claims"
    )
    what.add_argument(
        "--split",
        metavar="ID",
        nargs="+",
        help="these reports are another story, or these records another claim",
    )
    what.add_argument("--undo", action="store_true", help="take this correction back")


def signed(chosen: argparse.Namespace) -> Signed:
    """Return who corrects or judges, now, and why."""
    from datetime import UTC, datetime

    from dateline.corrections import Signed

    now = datetime.now(UTC).isoformat(timespec="microseconds")
    return Signed(chosen.by, now, getattr(chosen, "why", ""))


# --------------------------------------------------------------------------------- correct


def _correct(chosen: argparse.Namespace) -> int:
    """Write a correction down, and say what came of it."""
    with existing_database(chosen.database) as store:
        made = _made(store, chosen)
        ids = {correction.id for correction in made}
        for listed in store.review.corrections():
            if listed.correction.id in ids:
                print("\n".join(_lines(listed)))
    return DONE


def _made(store: AnyStore, chosen: argparse.Namespace) -> tuple[Correction, ...]:
    """Return the corrections that are asked for. Raises `CorrectionError`."""
    review, by = store.review, signed(chosen)
    if chosen.values:
        return review.set(chosen.id, dict(map(_pair, chosen.values)), by)
    if chosen.drop:
        return (review.drop(chosen.id, by),)
    if chosen.merge:
        return (review.join([chosen.id, *chosen.merge], by),)
    if chosen.split:
        return (review.part(chosen.id, chosen.split, by),)
    return (review.undo(chosen.id, by),)


def _pair(words: str) -> tuple[str, str]:
    name, equals, value = words.partition("=")
    if not equals:
        raise CorrectionError(f"{words!r}: NAME=VALUE was expected, as in status=denied")
    return name.strip(), value.strip()


# ----------------------------------------------------------------------------- corrections


def _corrections(chosen: argparse.Namespace) -> int:
    """List the corrections, after taking in those of a file."""
    if chosen.take:
        with existing_database(chosen.database) as store:
            new = store.review.take(_kept(chosen.take))
        print(f"{new} new", file=sys.stderr)
    with open_database(chosen.database) as store:
        found = store.review.corrections()
        if chosen.examples:
            return _examples(store, found, chosen.examples)
    for listed in found:
        if chosen.json:
            print(json.dumps(_plain(listed), ensure_ascii=False))
        else:
            print("\n".join(_lines(listed)), end="\n\n")
    if not found and not chosen.json:
        print("nothing was set right")
    return DONE


def _examples(store: AnyStore, found: Sequence[Listed], file: str) -> int:
    """Write examples, and say of each event that gave none why."""
    from dateline.cli.examples import write_examples

    lines, told = write_examples(store, found)
    write_file(file, "".join(f"{line}\n" for line in lines))
    for reason in told:
        print(reason, file=sys.stderr)
    print(f"{sum(not line.startswith('#') for line in lines)} examples in {file}")
    return DONE if not told else PROBLEMS


def _kept(file: str) -> list[Correction]:
    """Return the corrections of a file. Raises `ConfigError` with the line that holds none."""
    from dateline.corrections import Correction
    from dateline.store import codec

    try:
        lines = Path(file).read_text("utf-8").splitlines()
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or "no text in UTF-8"
        raise ConfigError(f"{file}: {reason}") from problem
    found = []
    for number, line in enumerate(lines, 1):
        try:
            found.append(codec.from_plain(Correction, json.loads(line)))
        except (ValueError, TypeError, KeyError, AttributeError, StoreError) as problem:
            raise ConfigError(f"{file}:{number}: holds no correction: {problem}") from problem
    return found


def _plain(listed: Listed) -> dict[str, Any]:
    """Return a correction with what has become of it, as JSON has it."""
    from dateline.store import codec

    return {
        **codec.to_plain(listed.correction),
        "outcome": listed.outcome and listed.outcome.value,
        "story": listed.story,
        "record": listed.record,
        "was": listed.was,
    }


def _lines(listed: Listed) -> Iterator[str]:
    """Yield the lines on a correction: what it speaks of, what it does, who says so."""
    from dateline.corrections import Corrected, Outcome
    from dateline.export.corrections import corrected_object, correction_words, target_id

    correction = listed.correction
    shown = Corrected(
        correction, listed.outcome or Outcome.STANDS, listed.report, listed.record, listed.was
    )
    told = corrected_object(shown)
    ids = [target_id(target) for target in told["targets"]]
    others = [target_id(target) for target in told["others"]]
    yield f"{correction.id}  {', '.join(ids)}" + (f" from {', '.join(others)}" if others else "")
    yield f"  {correction_words(told)}"
    if undone := correction.undone:
        yield f"  taken back by {undone.who} on {undone.when[:10]}: {undone.why}"
