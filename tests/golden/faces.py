"""Every face of the example story, as the golden files keep them."""

from __future__ import annotations

import contextlib
import re
from pathlib import Path

import dateline
from dateline.export.document import story_document, to_json
from dateline.export.story_shape import RunObject
from dateline.serve.markdown import draw_markdown
from dateline.serve.page import draw_page
from dateline.serve.show import draw_report
from dateline.serve.terminal import draw_briefs

HOME = Path(__file__).parent
ROOT = HOME.parents[1]
EXAMPLE = "examples/ferry-sinking"
# Releases and digests change without any change in what is found.
RUN: RunObject = {
    "id": "",
    "codebook": "",
    "models": {"encoder": None, "parser": None},
    "packages": {},
}


def faces() -> dict[str, str]:
    """Return the text of each golden file by name."""
    with contextlib.chdir(ROOT):
        stories = dateline.weave(map(dateline.read, dateline.open_pages(EXAMPLE)))
    reports = [report for story in stories for report in story.reports]
    found = {
        "brief.txt": draw_briefs(stories),
        "brief.md": "\n\n".join(map(draw_markdown, stories)),
        "story.json": to_json(story_document(stories, [], run=RUN)),
        "page.html": re.sub(r"<(style|script)>.*?</\1>", "", draw_page(stories), flags=re.DOTALL),
        "show.txt": "\n\n".join(map(draw_report, reports)),
    }
    return {name: _portable(text) for name, text in found.items()}


def _portable(text: str) -> str:
    """Return the text without version and without the hashes of style and script."""
    bare = text.replace(dateline.__version__, "VERSION")
    return re.sub(r"sha256-[\w+/=]+", "sha256-HASH", bare).rstrip() + "\n"
