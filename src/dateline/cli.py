"""The command line: `dateline brief pages/`, `show`, `why`, `check`.

It reads arguments, calls the rooms that do the work, and says how it went: 0 done, 1 done
with rejects or problems, 2 used wrongly. Heavy imports stand inside the commands, so that
`--help` answers at once.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dateline import __version__
from dateline.errors import ConfigError, DatelineError, StoreError

if TYPE_CHECKING:
    from dateline.model import Given, Reject, Report, Story

DONE, PROBLEMS, MISUSED = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    _speak_utf8()
    try:
        chosen = _parser().parse_args(arguments)
        command: Callable[[argparse.Namespace], int] = chosen.command
        code = command(chosen)
        sys.stdout.flush()
    except BrokenPipeError:
        _hush()
        return DONE
    except KeyboardInterrupt:
        return 130
    except ConfigError as problem:
        return _complain(problem, MISUSED)
    except DatelineError as problem:
        return _complain(problem, PROBLEMS)
    except OSError as problem:
        _hush()
        return _complain(f"can't write: {problem.strerror or problem}", PROBLEMS)
    return code


def _parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = argparse.ArgumentParser(
        prog="dateline", description="Turn raw news pages into cited, event-coded stories."
    )
    parser.add_argument("--version", action="version", version=f"dateline {__version__}")
    verbs = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    brief = verbs.add_parser("brief", help="read pages and print the brief of each story")
    _add_pages(brief, "+")
    form = brief.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print everything as JSON")
    form.add_argument("--markdown", action="store_true", help="print Markdown for pasting")
    brief.add_argument("--html", metavar="FILE", help="write one self-contained web page as well")
    brief.set_defaults(command=_brief)

    show = verbs.add_parser("show", help="print a text with its records marked")
    _add_pages(show, "+")
    show.set_defaults(command=_show)

    why = verbs.add_parser("why", help="say how a record was found")
    why.add_argument("file", metavar="OUT.json", help="what `dateline brief --json` printed")
    why.add_argument("record", metavar="RECORD", help="its id, as in events/120-188")
    why.set_defaults(command=_why)

    train = verbs.add_parser("train", help="learn a codebook of your own from its examples")
    train.add_argument("folder", metavar="FOLDER", help="its categories and examples")
    train.set_defaults(command=_train)

    check = verbs.add_parser("check", help="run the examples of codebooks and lexicons")
    check.add_argument("names", metavar="FILE", nargs="*", help="a codebook; all without it")
    check.set_defaults(command=_check)
    return parser


def _add_pages(verb: argparse.ArgumentParser, count: str) -> None:
    verb.add_argument(
        "paths", metavar="PATH", nargs=count, help="a page, a feed, an archive, or a folder"
    )
    verb.add_argument(
        "--given",
        metavar="FILE.csv",
        help="what is known of the pages: columns path or url, outlet, published, url, language",
    )
    verb.add_argument(
        "--codebook",
        metavar="FOLDER",
        dest="codebooks",
        action="append",
        default=[],
        help="code with a trained codebook of your own as well; may be repeated",
    )
    verb.add_argument(
        "--jobs", metavar="N", type=_count, default=1, help="open pages in N processes"
    )


def _count(value: str) -> int:
    """Return a number of processes. Raises `ArgumentTypeError` for anything else."""
    if not value.isdecimal() or not int(value):
        raise argparse.ArgumentTypeError(f"a number from 1 on was expected, not {value!r}")
    return int(value)


# --------------------------------------------------------------------------------- commands


def _brief(chosen: argparse.Namespace) -> int:
    """Read and weave the pages, and print their stories in the form that was asked for."""
    reports, rejects = _read(chosen)
    from dateline import desk

    stories = desk.weave(reports)
    if chosen.html:
        from dateline.serve.page import draw_page

        _write(chosen.html, draw_page(stories, rejects))
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
    return terminal.draw_briefs(stories, ink=Ink(_colours()))


def _document(stories: Sequence[Story], rejects: Sequence[Reject], codebooks: Sequence[str]) -> str:
    """Return the stories as the public JSON, with what these codebooks made of them."""
    from dateline import desk
    from dateline.export.document import story_document, to_json
    from dateline.export.runs import describe_run
    from dateline.extract.heads import weights_digest

    known = desk.knowledge(*codebooks)
    taught = (f"{own.book.name}@{own.digest[:16]}" for own in known.taught)
    run = describe_run(
        codebook=" ".join([f"{known.codebook.name}@{known.codebook.digest}", *taught]),
        parser=known.parser,
        encoder=known.weights and f"{known.weights} sha256:{weights_digest(known.weights)}",
        reports=[report.id for story in stories for report in story.reports],
    )
    return to_json(story_document(stories, rejects, run=run))


def _show(chosen: argparse.Namespace) -> int:
    """Print each page with its records and furniture marked."""
    from dateline.serve.show import draw_report
    from dateline.serve.typeset import Ink

    reports, rejects = _read(chosen)
    if reports:
        print("\n\n".join(draw_report(report, ink=Ink(_colours())) for report in reports))
    return PROBLEMS if rejects else DONE


def _why(chosen: argparse.Namespace) -> int:
    """Print how a record of a document was found."""
    from dateline.serve.why import explain, open_document

    print(explain(open_document(chosen.file), chosen.record))
    return DONE


def _train(chosen: argparse.Namespace) -> int:
    """Learn a user's codebook and print how well its categories are told."""
    from dateline import desk, lessons

    weights = desk.knowledge().weights
    if weights is None:
        raise ConfigError("there is no encoder to learn on")
    for line in lessons.train(Path(chosen.folder), weights):
        print(line)
    return DONE


def _check(chosen: argparse.Namespace) -> int:
    """Open the lexicon and run the examples of codebooks; print what doesn't hold."""
    from dateline import desk, lessons

    known, problems = desk.knowledge(), 0
    for name in chosen.names or [known.codebook.name]:
        for problem in lessons.check(name, known):
            problems += 1
            print(problem)
    print("1 problem" if problems == 1 else f"{problems or 'no'} problems")
    return PROBLEMS if problems else DONE


# ----------------------------------------------------------------------------- the outside


def _read(chosen: argparse.Namespace) -> tuple[list[Report], list[Reject]]:
    """Return what could be read and what could not; each reject is told in one line."""
    from dateline import desk
    from dateline.model import Reject
    from dateline.text.sentences import is_foreign

    known = _given(chosen.given) if chosen.given else {}
    desk.knowledge(*chosen.codebooks)
    rejects: list[Reject] = []
    reports: list[Report] = []
    for page in desk.open_pages(*chosen.paths, given=known, rejects=rejects, jobs=chosen.jobs):
        try:
            reports.append(desk.read(page, codebooks=chosen.codebooks))
        except DatelineError:
            raise
        except Exception as problem:  # noqa: BLE001 - whatever it is, it is told
            # A fault of ours on one page must not cost the others; it is told and counted.
            reason = f"dateline failed on it: {type(problem).__name__}: {problem}"
            rejects.append(Reject(page.path, reason))
    rejects += [
        Reject(
            report.page.path, f"in the language {report.metadata.language!r}: only English is read"
        )
        for report in reports
        if is_foreign(report)
    ]
    for reject in rejects:
        print(f"{reject.path}: {reject.reason}", file=sys.stderr)
    return reports, rejects


def _given(file: str) -> Mapping[str, Given]:
    """Return what a CSV gives. Raises `ConfigError`."""
    from dateline.sources.given import read_given

    return read_given(file)


def _write(file: str, text: str) -> None:
    """Write a whole file or none: a full disk leaves no half page under its name.

    Raises `StoreError`.
    """
    path = Path(file)
    part = path if path.exists() and not path.is_file() else path.with_name(path.name + ".part")
    try:
        part.write_text(text, encoding="utf-8", errors="replace", newline="\n")
        if part is not path:
            part.replace(path)
    except (OSError, ValueError) as problem:
        if part is not path:
            with contextlib.suppress(OSError, ValueError):
                part.unlink(missing_ok=True)
        raise StoreError(f"{file} can't be written: {_reason(problem)}") from problem


def _reason(problem: Exception) -> str:
    return getattr(problem, "strerror", None) or str(problem)


def _colours() -> bool:
    """Whether the output is a terminal whose owner wants colours."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not plain


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale; what no encoding holds is written as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _hush() -> None:
    """Let nobody complain when the interpreter flushes an output that is gone."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(problem: object, code: int) -> int:
    print(f"dateline: {problem}", file=sys.stderr)
    return code
