"""Draw stories as one self-contained web page: brief, texts side by side, every mark in place.

A click on "A flood in Beira killed people" lights its evidence in both texts. All marks are
rendered here: a browser counts UTF-16 units, so that no offset may be left to its script.
The page asks for nothing from the network, and works as plain anchors without its script.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from dateline import __version__
from dateline.model import Reject, Story
from dateline.serve.phrases import counted
from dateline.serve.texts import StoryView, view_story


def draw_page(stories: Sequence[Story], rejects: Sequence[Reject] = ()) -> str:
    """Return the whole page of some stories, ending in a line break."""
    style, script = _static("page.css"), _static("page.js")
    views = [view_story(story, f"s{number}") for number, story in enumerate(stories, 1)]
    page = _template().render(
        title=_title(views),
        stories=views,
        rejects=rejects,
        version=__version__,
        # From our own package and hashed below: not a word of a page is in them.
        style=Markup(style),  # noqa: S704 - our own file, no page's text
        script=Markup(script),  # noqa: S704 - the same
        policy=_policy(style, script),
    )
    return page.rstrip() + "\n"


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


@lru_cache(maxsize=1)
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("dateline", "serve/templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("page.html")


@lru_cache(maxsize=2)
def _static(name: str) -> str:
    return (resources.files("dateline") / "serve" / "templates" / name).read_text("utf-8")
