"""The public functions: open pages, read them, weave them, print their brief.

    for story in weave(map(read, open_pages("pages/"))):
        print(brief(story))

What reading knows (lexicon, codebook, parser) is opened once a process, on first use.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from os import PathLike, fspath
from pathlib import Path

from dateline import pipeline
from dateline.errors import ConfigError
from dateline.knowledge.codebook import open_codebook
from dateline.knowledge.lexicon import open_lexicon
from dateline.learning.stored import open_taught
from dateline.model import Given, Page, Reject, Report, Story
from dateline.serve.terminal import draw_brief
from dateline.sources import files
from dateline.text.sentences import choose_parser
from dateline.weaving import weave as weaving

_log = logging.getLogger("dateline")


@lru_cache(maxsize=4)
def knowledge(*codebooks: str) -> pipeline.Knowledge:
    """Return what reading knows beforehand, the codebooks of these folders included.

    Raises `ConfigError` when no parser is installed or two folders have one name, and
    `CodebookError` for a folder that can't be used.
    """
    known = pipeline.Knowledge(open_lexicon(), open_codebook("plover"), choose_parser())
    folders = [Path(codebook).resolve() for codebook in codebooks]
    names = Counter(folder.name for folder in folders)
    if twice := [name for name, count in names.items() if count > 1]:
        raise ConfigError(f"two codebooks are called {twice[0]}")
    if not folders or known.weights is None:
        return known
    return replace(known, taught=tuple(open_taught(f, known.weights) for f in folders))


def open_pages(
    *paths: str | PathLike[str],
    given: Mapping[str, Given] | None = None,
    rejects: list[Reject] | None = None,
    jobs: int = 1,
) -> Iterator[Page]:
    """Yield the pages of files and folders, opened in as many processes as `jobs` says.

    A page that can't be read is appended to `rejects`, or logged where no list is handed in.
    """
    for opened in files.open_pages(paths, given=given, jobs=jobs):
        if isinstance(opened, Page):
            yield opened
        elif rejects is not None:
            rejects.append(opened)
        else:
            _log.warning("%s: %s", opened.path, opened.reason)


def read(page: Page, *, codebooks: Iterable[str | PathLike[str]] = ()) -> Report:
    """Return everything that is found in a page, with the events of these codebooks' folders."""
    known = knowledge(*(fspath(folder) for folder in codebooks))
    return pipeline.read(pipeline.skim(page, known), known)


def weave(reports: Iterable[Report]) -> tuple[Story, ...]:
    """Return the stories that these reports tell, whatever the order in which they come."""
    return tuple(weaving.weave(tuple(reports)))


def brief(story: Story) -> str:
    """Return the brief of a story as plain text of 80 columns."""
    return draw_brief(story)
