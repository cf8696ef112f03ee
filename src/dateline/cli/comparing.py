"""The verb that sets other event data beside a database: `compare`."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from dateline.cli.databases import open_database
from dateline.cli.outcome import DONE, PROBLEMS
from dateline.cli.output import wants_colours

if TYPE_CHECKING:
    from dateline.cli.parser import Verbs


def add_verbs(verbs: Verbs) -> None:
    """Add the verbs of this family."""
    compare = verbs.add_parser(
        "compare",
        help="set GDELT's, POLECAT's or ACLED's rows beside a database",
        description="Set the rows of a file of yours beside the claims of a database, by week,"
        " place and kind of act: events of GDELT 2.0 (61 columns), POLECAT (40 columns), or the"
        " CSV that ACLED exports; .gz and .zip too.",
    )
    compare.add_argument("database", metavar="DB", help="a DuckDB file, or postgresql://…")
    compare.add_argument("file", metavar="FILE", help="their rows")
    compare.add_argument("--country", metavar="CODE", help="of this country alone, as in KEN")
    compare.add_argument("--since", metavar="DAY", help="from the week of this day on")
    compare.add_argument("--until", metavar="DAY", help="up to the week of this day")
    form = compare.add_mutually_exclusive_group()
    form.add_argument("--csv", action="store_true", help="print a CSV: a line a row or claim")
    form.add_argument("--json", action="store_true", help="print a JSON object a group, one a line")
    compare.set_defaults(command=_compare)


def _compare(chosen: argparse.Namespace) -> int:
    """Print a file's rows and a database's claims side by side."""
    from dateline.compare import open_rows, set_beside, telling
    from dateline.serve.typeset import Ink
    from dateline.store import Query

    asked = Query(country=chosen.country, since=chosen.since, until=chosen.until)
    file = open_rows(chosen.file)
    with open_database(chosen.database) as store:
        found = set_beside(store, file, asked)
    if chosen.csv or chosen.json:
        sys.stdout.writelines((telling.as_csv if chosen.csv else telling.as_json)(found))
    else:
        print("\n".join(telling.told(found, Ink(wants_colours()))))
    return DONE if found.groups else PROBLEMS
