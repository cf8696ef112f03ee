"""The verb that keeps what is looked for under a name: `case create`, `case list`, `case drop`."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING

from dateline.cli.databases import existing_database, open_database
from dateline.cli.filters import add_conditions, query_of
from dateline.cli.outcome import DONE, PROBLEMS

if TYPE_CHECKING:
    from dateline.cli.parser import Verbs
    from dateline.store import Case

_DATABASE = "a DuckDB file, or postgresql://…"
_ALL = 200


def add_verbs(verbs: Verbs) -> None:
    """Add the verbs of this family."""
    case = verbs.add_parser(
        "case",
        help="keep what is looked for as a case with a page of its own",
        description="Keep what is looked for under a name: a case has a board, a feed and"
        " datasets of its own, and what is added to the database later is in it as well.",
    )
    does = case.add_subparsers(title="what to do", required=True, metavar="DO")

    create = does.add_parser("create", help="keep a new case")
    create.add_argument("database", metavar="DB", help=_DATABASE)
    create.add_argument("name", metavar="NAME", help="its name, as in 'Lake Mirren'")
    create.add_argument("--note", metavar="TEXT", help="what there is to say of it")
    add_conditions(create)
    create.set_defaults(command=_create, limit=_ALL, after=None)

    listed = does.add_parser("list", help="list the cases, one a line")
    listed.add_argument("database", metavar="DB", help=_DATABASE)
    listed.add_argument("--json", action="store_true", help="print a JSON object a line")
    listed.set_defaults(command=_list)

    drop = does.add_parser("drop", help="forget a case; its stories stay")
    drop.add_argument("database", metavar="DB", help=_DATABASE)
    drop.add_argument("slug", metavar="CASE", help="the first word of its line in the list")
    drop.set_defaults(command=_drop)


def _create(chosen: argparse.Namespace) -> int:
    """Keep a new case."""
    query = query_of(chosen)
    with open_database(chosen.database, read_only=False) as store:
        case = store.create_case(chosen.name, query, note=chosen.note)
    print(f"/case/{case.slug} is its page in `dateline serve {chosen.database}`")
    return DONE


def _list(chosen: argparse.Namespace) -> int:
    """List the cases."""
    with open_database(chosen.database) as store:
        cases = store.cases()
    for case in cases:
        print(_object(case) if chosen.json else _line(case))
    if not cases and not chosen.json:
        print("no cases")
    return DONE if cases else PROBLEMS


def _drop(chosen: argparse.Namespace) -> int:
    """Forget a case."""
    with existing_database(chosen.database) as store:
        dropped = store.drop_case(chosen.slug)
    if not dropped:
        print(f"{chosen.database}: no case {chosen.slug}", file=sys.stderr)
    return DONE if dropped else PROBLEMS


def _line(case: Case) -> str:
    """Return a case as a line for people."""
    from dateline.serve.filters import told

    filters = ", ".join(f"{name} {value}" for name, value in told(case.query).items())
    return " · ".join(filter(None, (case.slug, case.name, filters, case.note)))


def _object(case: Case) -> str:
    """Return a case as a line of JSON."""
    from dateline.serve.filters import told

    known = {"slug": case.slug, "name": case.name, "note": case.note, "filters": told(case.query)}
    return json.dumps(known, ensure_ascii=False)
