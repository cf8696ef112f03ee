"""The verb that lets people judge rows of a database: `audit`."""

from __future__ import annotations

import argparse
import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.cli.databases import existing_database, open_database
from dateline.cli.outcome import DONE
from dateline.cli.output import wants_colours, write_file
from dateline.cli.reviewing import DATABASE, signed
from dateline.corrections import Judged
from dateline.errors import ConfigError

if TYPE_CHECKING:
    from dateline.cli.parser import Verbs
    from dateline.serve.audit_view import DrawnView
    from dateline.store import AnyStore
    from dateline.store.audits import Drawn

_KINDS = ("event", "figure", "statement")
_KEYS = {"r": Judged.RIGHT, "w": Judged.WRONG, "u": Judged.UNSURE}
_COLUMNS = ("record", "text", "says", "verdict", "note")


def add_verbs(verbs: Verbs) -> None:
    """Add the verb of this family."""
    audit = verbs.add_parser(
        "audit",
        help="judge rows drawn at random, and say how many are right",
        description="Draw rows of a database at random, show each in its text, and ask whether"
        " it is right. It can be left at any time and gone on with: verdicts are kept in the"
        " database, and the same --seed draws the same rows.",
    )
    audit.add_argument("database", metavar="DB", help=DATABASE)
    audit.add_argument("--sample", metavar="N", type=_count, default=100, help="rows (100)")
    audit.add_argument("--seed", metavar="N", type=int, default=0, help="which sample (0)")
    audit.add_argument("--kind", choices=_KINDS, default="event", help="rows of what")
    audit.add_argument("--by", metavar="NAME", help="who judges")
    how = audit.add_mutually_exclusive_group()
    how.add_argument(
        "--sheet", metavar="FILE.csv", help="write the rows down, to be judged in a spreadsheet"
    )
    how.add_argument(
        "--verdicts", metavar="FILE.csv", help="take the verdicts of such a sheet, asking nothing"
    )
    how.add_argument("--report", action="store_true", help="only say how it stands")
    audit.set_defaults(command=_audit)


def _count(value: str) -> int:
    """Return a size of a sample. Raises `ArgumentTypeError`."""
    if not value.isdecimal() or not 1 <= int(value) <= 100_000:
        raise argparse.ArgumentTypeError(f"a number from 1 to 100000 was expected, not {value!r}")
    return int(value)


def _audit(chosen: argparse.Namespace) -> int:
    """Draw rows, take verdicts, and print the share that is right."""
    if chosen.sheet or chosen.report:
        with open_database(chosen.database) as store:
            if chosen.sheet:
                write_file(chosen.sheet, _sheet(store, _drawn(store, chosen)))
            _tell(store, chosen)
        return DONE
    if not (chosen.by or "").strip():
        raise ConfigError("who judges? say --by NAME")
    with existing_database(chosen.database) as store:
        judge = _take_sheet if chosen.verdicts else _ask_each
        judge(store, chosen)
        _tell(store, chosen)
    return DONE


def _tell(store: AnyStore, chosen: argparse.Namespace) -> None:
    """Print how the sample stands."""
    from dateline.serve.audit_view import standing_lines

    print("\n".join(standing_lines(_drawn(store, chosen), chosen.kind)))


def _drawn(store: AnyStore, chosen: argparse.Namespace) -> tuple[Drawn, ...]:
    """Return the sample with the verdicts of now."""
    from dateline.serve.audit_view import FIELDS

    return store.drawn(FIELDS[chosen.kind], chosen.sample, chosen.seed)


def _view(store: AnyStore, row: Drawn) -> DrawnView:
    """Return a row as people see it. It was drawn a moment ago, so it is there."""
    from dateline.serve.audit_view import view_drawn

    view = view_drawn(store, row)
    if view is None:
        raise ConfigError(f"{row.id} went away meanwhile: begin again")
    return view


# -------------------------------------------------------------------------------- in person


def _ask_each(store: AnyStore, chosen: argparse.Namespace) -> None:
    """Show each row that has no verdict, and ask for one, until somebody leaves."""
    rows = _drawn(store, chosen)
    for number, row in enumerate(rows, 1):
        if row.verdict is not None:
            continue
        _show(_view(store, row), f"{number} of {len(rows)}")
        verdict = _asked()
        if verdict is None:
            return
        chosen.why = _line("note (may be empty): ") or ""
        store.judge(row, verdict, signed(chosen))


def _show(view: DrawnView, where: str) -> None:
    from dateline.serve.typeset import Ink, Run, one_line, set_runs

    ink = Ink(wants_colours())
    print(f"\n{ink.bold(where)}  {one_line(view.about)}\n")
    around = view.passage
    shown = f"{around.before}«{around.words}»{around.after}"
    print("\n".join(set_runs([Run(one_line(shown))], first="  ", rest="  ")), end="\n\n")
    for name, words in view.facts:
        print("\n".join(set_runs([Run(one_line(words))], first=f"{name:<14}", rest=" " * 14)))


def _asked() -> Judged | None:
    """Return a verdict, None where somebody leaves."""
    while True:
        answer = _line("right, wrong, unsure or quit? [r/w/u/q] ")
        if answer is None or answer[:1].casefold() == "q":
            return None
        if verdict := _KEYS.get(answer[:1].casefold()):
            return verdict


def _line(asked: str) -> str | None:
    """Return what is typed, None at the end."""
    try:
        return input(asked).strip()
    except EOFError:
        print()
        return None


# -------------------------------------------------------------------------------- on a sheet


def _sheet(store: AnyStore, rows: Sequence[Drawn]) -> str:
    """Return the sample as a table with room for verdicts."""
    text = io.StringIO(newline="")
    table = csv.writer(text, lineterminator="\n")
    table.writerow(_COLUMNS)
    for row in rows:
        view = _view(store, row)
        around = view.passage
        shown = " ".join(f"{around.before}«{around.words}»{around.after}".split())
        cells = (row.id, shown, view.says, row.verdict or "", row.note)
        table.writerow(_harmless(cell) for cell in cells)
    return text.getvalue()


def _harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: it may be a publisher's."""
    return f"'{cell}" if cell[:1] in {"=", "+", "-", "@", "\t", "\r"} else cell


def _take_sheet(store: AnyStore, chosen: argparse.Namespace) -> None:
    """Keep the verdicts of a sheet. Raises `ConfigError` for a line that has none of ours."""
    rows = {row.id: row for row in _drawn(store, chosen)}
    for line, cells in _cells(chosen.verdicts):
        record, words = cells["record"].strip(), cells["verdict"].strip().casefold()
        if not words:
            continue
        if record not in rows or words not in set(Judged):
            what = (
                f"{words[:40]!r} is no verdict: right, wrong or unsure was expected"
                if record in rows
                else f"{record[:80]} isn't in this sample: --sample, --seed and --kind draw it"
            )
            raise ConfigError(f"{chosen.verdicts}:{line}: {what}")
        row, chosen.why = rows[record], (cells.get("note") or "").strip()
        if (row.verdict, row.note) != (Judged(words), chosen.why):
            store.judge(row, Judged(words), signed(chosen))


def _cells(file: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Yield the lines of a sheet. Raises `ConfigError`."""
    try:
        text = Path(file).read_text("utf-8-sig")
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or "no text in UTF-8"
        raise ConfigError(f"{file}: {reason}") from problem
    table = csv.DictReader(text.splitlines(keepends=True), restval="")
    if missing := {"record", "verdict"} - set(table.fieldnames or ()):
        raise ConfigError(f"{file}:1: lacks the column {min(missing)}")
    try:
        for cells in table:
            yield table.line_num, cells
    except csv.Error as problem:
        raise ConfigError(f"{file}:{table.line_num}: {problem}") from problem
