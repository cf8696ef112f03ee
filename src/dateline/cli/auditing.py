"""The verb that lets people judge rows of a database: `audit`."""

from __future__ import annotations

import argparse
import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.cli.outcome import DONE
from dateline.cli.output import wants_colours, write_file
from dateline.cli.reviewing import DATABASE, readable, signed, writable
from dateline.corrections import Judged
from dateline.errors import ConfigError

if TYPE_CHECKING:
    from dateline.cli.parser import Verbs
    from dateline.serve.entries import Entry
    from dateline.store import Store
    from dateline.store.audits import Audit, Drawn

_FIELDS = {"event": "events", "figure": "figures", "statement": "statements"}
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
    audit.add_argument("--kind", choices=tuple(_FIELDS), default="event", help="rows of what")
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
    field = _FIELDS[chosen.kind]
    if chosen.sheet or chosen.report:
        with readable(chosen.database) as store:
            audit = store.audit(field, chosen.sample, chosen.seed)
            if chosen.sheet:
                write_file(chosen.sheet, _sheet(store, audit))
            _tell(audit, chosen.kind)
        return DONE
    if not (chosen.by or "").strip():
        raise ConfigError("who judges? say --by NAME")
    with writable(chosen.database) as store:
        audit = store.audit(field, chosen.sample, chosen.seed)
        if chosen.verdicts:
            _take_sheet(audit, chosen)
        else:
            _ask_each(store, audit, chosen)
        _tell(audit, chosen.kind)
    return DONE


def _tell(audit: Audit, kind: str) -> None:
    """Print how the sample stands."""
    from dateline.review.precision import precision

    rows = audit.rows()
    told = precision(row.verdict for row in rows if row.verdict)
    judged = told.right + told.wrong + told.unsure
    print(f"{judged} of {len(rows)} {kind}s judged: {told.right} right, {told.wrong} wrong,"
          f" {told.unsure} unsure")  # fmt: skip
    if told.share is not None:
        low, high = told.interval
        print(f"precision {told.share:.3f}, 95 % between {low:.3f} and {high:.3f} (Wilson)")


# ------------------------------------------------------------------------------ a row's face


@dataclass(frozen=True, slots=True)
class _Face:
    """A row as people see it."""

    about: str
    before: str
    words: str
    after: str
    entry: Entry

    @property
    def says(self) -> str:
        """What was read, in a line."""
        return "; ".join(f"{name}: {words}" for name, words in self.entry.facts)


def _face(store: Store, row: Drawn) -> _Face:
    """Return a row with its words in their paragraph. It was drawn a moment ago, so it is there."""
    from dateline.review.targets import index_of, records_of
    from dateline.serve.citing import outlet_name
    from dateline.serve.entries import entries
    from dateline.serve.passages import passage

    found = store.report(row.report)
    place = index_of(found[0], row.record) if found else None
    if found is None or place is None:
        raise ConfigError(f"{row.id} went away meanwhile: begin again")
    report, (field, index) = found[0], place
    around = passage(report, records_of(report, field)[index].span)
    entry = next(entry for entry in entries(report) if entry.key == row.record)
    about = " · ".join(filter(None, (outlet_name(report), report.metadata.published, row.id)))
    return _Face(about, around.before, around.words, around.after, entry)


# -------------------------------------------------------------------------------- in person


def _ask_each(store: Store, audit: Audit, chosen: argparse.Namespace) -> None:
    """Show each row that has no verdict, and ask for one, until somebody leaves."""
    rows = audit.rows()
    for number, row in enumerate(rows, 1):
        if row.verdict is not None:
            continue
        _show(_face(store, row), f"{number} of {len(rows)}")
        verdict = _asked()
        if verdict is None:
            return
        chosen.why = _line("note (may be empty): ") or ""
        audit.judge(row, verdict, signed(chosen))


def _show(face: _Face, where: str) -> None:
    from dateline.serve.typeset import Ink, Run, one_line, set_runs

    ink = Ink(wants_colours())
    print(f"\n{ink.bold(where)}  {one_line(face.about)}\n")
    shown = f"{face.before}«{face.words}»{face.after}"
    print("\n".join(set_runs([Run(one_line(shown))], first="  ", rest="  ")), end="\n\n")
    for name, words in face.entry.facts:
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


def _sheet(store: Store, audit: Audit) -> str:
    """Return the sample as a table with room for verdicts."""
    text = io.StringIO(newline="")
    table = csv.writer(text, lineterminator="\n")
    table.writerow(_COLUMNS)
    for row in audit.rows():
        face = _face(store, row)
        shown = " ".join(f"{face.before}«{face.words}»{face.after}".split())
        cells = (row.id, shown, face.says, row.verdict or "", row.note)
        table.writerow(_harmless(cell) for cell in cells)
    return text.getvalue()


def _harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: it may be a publisher's."""
    return f"'{cell}" if cell[:1] in {"=", "+", "-", "@", "\t", "\r"} else cell


def _take_sheet(audit: Audit, chosen: argparse.Namespace) -> None:
    """Keep the verdicts of a sheet. Raises `ConfigError` for a line that has none of ours."""
    rows = {row.id: row for row in audit.rows()}
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
            audit.judge(row, Judged(words), signed(chosen))


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
