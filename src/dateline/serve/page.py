"""Draw stories as one self-contained web page: brief, texts side by side, every mark in place.

A click on "A flood in Beira killed people" lights its evidence in both texts. All marks are
rendered here: a browser counts UTF-16 units, so that no offset may be left to its script.
The page asks for nothing from the network, and works as plain anchors without its script.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256

from markupsafe import Markup

from dateline.model import Reject, Story
from dateline.serve.drawing import draw, static_text
from dateline.serve.phrases import counted
from dateline.serve.story_view import StoryView, view_story


def draw_page(stories: Sequence[Story], rejects: Sequence[Reject] = ()) -> str:
    """Return the whole page of some stories, ending in a line break."""
    style, script = static_text("page.css"), static_text("page.js")
    views = [view_story(story, f"s{number}") for number, story in enumerate(stories, 1)]
    return draw(
        "page.html",
        title=_title(views),
        stories=views,
        rejects=rejects,
        # From our own package and hashed below: not a word of a page is in them.
        style=Markup(style),  # noqa: S704 - our own file, no page's text
        script=Markup(script),  # noqa: S704 - the same
        policy=_policy(style, script),
    )


def _title(views: Sequence[StoryView]) -> str:
    if len(views) == 1:
        return views[0].sheet.headline
    return counted(len(views), "story").replace("storys", "stories")


def _policy(style: str, script: str) -> str:
    """Return a content policy that lets in this style and this script and nothing else."""
    return (
        f"default-src 'none'; style-src '{_hashed(style)}'; script-src '{_hashed(script)}';"
        " base-uri 'none'; form-action 'none'"
    )


def _hashed(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
