"""Draw templates, and hand out the files that stand still: style sheets, a script, an icon.

`draw("board.html", rows=…)` is a whole page. Everything is escaped: what a page says is never
markup. A file that stands still has its digest in its address, so that it can be kept for good.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from importlib import resources
from pathlib import PurePosixPath
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from dateline import __version__
from dateline.export.addresses import web_address
from dateline.serve import links, phrases

_KINDS = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
}
_SERVED = ("page.css", "desk.css", "page.js", "map.js", "icon.svg")
_PACKED = ("maplibre-gl.mjs", "maplibre-gl-worker.mjs", "world.json")
"""What stands in the package compressed, and goes out so: `training/atlas.py` makes it."""
_STEERING = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""What `is_steering` says, but for the blanks of HTML: asked of each character, it was slow."""
_DIGEST = 12
"""Digits of a file's digest in its address."""


@dataclass(frozen=True, slots=True)
class Static:
    """A file that stands still."""

    body: bytes
    kind: str
    packed: bool = False
    """Whether the bytes are compressed with gzip."""


def draw(template: str, **values: Any) -> str:
    """Return a page of a template and these values."""
    return _environment().get_template(template).render(values).rstrip() + "\n"


def static_text(name: str) -> str:
    """Return the text of a file that stands still."""
    return _held(name).decode("utf-8")


def _held(name: str) -> bytes:
    return (resources.files("dateline") / "serve" / "static" / name).read_bytes()


@lru_cache(maxsize=1)
def static_files() -> dict[str, Static]:
    """Return the files that stand still, by the last part of their addresses."""
    return {
        _address(name): Static(
            _bytes(name), _KINDS[PurePosixPath(name).suffix], packed=name in _PACKED
        )
        for name in (*_SERVED, *_PACKED)
    }


def _bytes(name: str) -> bytes:
    return _held(f"{name}.gz" if name in _PACKED else name)


@lru_cache(maxsize=len(_SERVED + _PACKED))
def _address(name: str) -> str:
    """Return "page.3f2a9c04d1b7.css"."""
    path = PurePosixPath(name)
    digest = sha256(_bytes(name)).hexdigest()[:_DIGEST]
    return f"{path.stem}.{digest}{path.suffix}"


def shown(text: str) -> str:
    """Return the text without characters that HTML can't hold or that turn a line around."""
    if text.isascii() and text.isprintable():
        return text
    return _STEERING.sub("\ufffd", text)


def _finalized(value: Any) -> Any:
    """Return what a template writes: no text steers the page, whatever field it comes from."""
    return shown(value) if type(value) is str else value


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("dateline", "serve/templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalized,
    )
    environment.filters |= {
        "static": lambda name: f"/static/{_address(name)}",
        "web": web_address,
        "day": phrases.day_words,
        "days": phrases.days_words,
        "counted": phrases.counted,
        "code": phrases.code_words,
    }
    environment.globals |= {
        "links": links,
        "phrases": phrases,
        "version": __version__,
    }
    return environment
