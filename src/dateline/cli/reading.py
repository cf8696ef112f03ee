"""The verbs on pages, and on what was kept of them: `brief`, `show` and `why`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.cli.databases import is_database
from dateline.cli.held import held_document, held_reports, readings_of
from dateline.cli.outcome import DONE, PROBLEMS
from dateline.cli.output import wants_colours, write_file
from dateline.cli.pages import add_pages, read_pages
from dateline.cli.provenance import run_of

if TYPE_CHECKING:
    from dateline.cli.parser import Verbs
    from dateline.model import Reject, Story


def add_verbs(verbs: Verbs) -> None:
    """Add the verbs of this family."""
    brief = verbs.add_parser("brief", help="read pages and print the brief of each story")
    add_pages(brief)
    form = brief.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print everything as JSON")
    form.add_argument("--markdown", action="store_true", help="print Markdown for pasting")
    brief.add_argument("--html", metavar="FILE", help="write one self-contained web page as well")
    brief.set_defaults(command=_brief)

    show = verbs.add_parser(
        "show",
        help="print a text with its records marked",
        description="Print texts with their records marked: those of pages, or of a database,"
        " whose name is followed by the ids of stories or reports.",
    )
    add_pages(show)
    show.set_defaults(command=_show)

    why = verbs.add_parser("why", help="say how a record was found")
    why.add_argument(
        "file", metavar="OUT.json|DB", help="what `dateline brief --json` printed, or a database"
    )
    why.add_argument(
        "record",
        metavar="RECORD",
        help="its id, as in events/120-188; in a database REPORT/events/120-188 or STORY/claims/…",
    )
    why.set_defaults(command=_why)


def _brief(chosen: argparse.Namespace) -> int:
    """Read and weave the pages, and print their stories in the form that was asked for."""
    reports, rejects = read_pages(chosen)
    from dateline import desk

    stories = desk.weave(reports)
    if chosen.html:
        from dateline.serve.page import draw_page

        write_file(chosen.html, draw_page(stories, rejects))
    if chosen.json:
        sys.stdout.write(_document(stories, rejects, chosen.codebooks))
    elif stories:
        print(_drawn(stories, chosen))
    return PROBLEMS if rejects or not stories else DONE


def _drawn(stories: Sequence[Story], chosen: argparse.Namespace) -> str:
    """Return the stories as text for people."""
    from dateline.serve import markdown, terminal
    from dateline.serve.typeset import Ink

    if chosen.markdown:
        return "\n\n---\n\n".join(map(markdown.draw_markdown, stories))
    return terminal.draw_briefs(stories, ink=Ink(wants_colours()))


def _document(stories: Sequence[Story], rejects: Sequence[Reject], codebooks: Sequence[str]) -> str:
    """Return the stories as the public JSON, with what these codebooks made of them."""
    from dateline.export.document import story_document, to_json

    ids = [report.id for story in stories for report in story.reports]
    run = run_of(codebooks, ids)
    return to_json(story_document(stories, rejects, run=run))


def _show(chosen: argparse.Namespace) -> int:
    """Print each text with its records and furniture marked."""
    from dateline.serve.show import draw_report
    from dateline.serve.typeset import Ink

    first, *ids = chosen.paths
    reports, rejects = (held_reports(first, ids), []) if is_database(first) else read_pages(chosen)
    if reports:
        print("\n\n".join(draw_report(report, ink=Ink(wants_colours())) for report in reports))
    return PROBLEMS if rejects else DONE


def _why(chosen: argparse.Namespace) -> int:
    """Print how a record of a document or database was found."""
    from dateline.serve.why import explain, open_document

    if is_database(chosen.file):
        document, record = held_document(chosen.file, chosen.record)
        print(explain(document, record))
        print("", *readings_of(chosen.file, document, record), sep="\n")
    else:
        print(explain(open_document(chosen.file), chosen.record))
    return DONE
