"""The other extractors: what each takes for the article of a page, or of a dump.

Each runs with the options that its makers, or whoever measured it best, give for articles.
A rival that isn't installed is left out by name.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from types import MappingProxyType
from typing import Any

import trafilatura

Extractor = Callable[[str], str]
"""Markup in, the text of the article out."""

# Blank lines part the paragraphs of most dumps: "The river rose.\n\nThe dam held."
_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*\n)+")


def by_trafilatura(markup: str) -> str:
    """Return what trafilatura extracts; readers' comments are no part of an article."""
    return trafilatura.extract(markup, include_comments=False) or ""


def by_precise_trafilatura(markup: str) -> str:
    """Return what trafilatura extracts when it is asked rather to miss than to add."""
    return trafilatura.extract(markup, include_comments=False, favor_precision=True) or ""


def by_resiliparse(markup: str) -> str:
    """Return what resiliparse takes for the main content, without comments and by-lines."""
    extract = import_module("resiliparse.extract.html2text").extract_plain_text
    options = {"comments": False, "alt_texts": False, "post_meta": False}
    return str(extract(markup, main_content=True, **options))


def by_justext(markup: str) -> str:
    """Return the paragraphs that jusText doesn't take for boilerplate."""
    justext = import_module("justext")
    found = justext.justext(markup.encode("utf-8"), _english(), encoding="utf-8")
    return "\n".join(paragraph.text for paragraph in found if not paragraph.is_boilerplate)


@lru_cache(maxsize=1)
def _english() -> Any:
    """Return jusText's own list of English function words."""
    return import_module("justext").get_stoplist("English")


def all_lines(text: str) -> str:
    """Return a dump as it is: what not cleaning at all is worth."""
    return text


def as_paragraphs(text: str) -> str:
    """Return a dump as markup: a paragraph for each part between blank lines, else each line."""
    parts = [part for part in _BLANK_LINES.split(text) if part.strip()]
    if len(parts) == 1:
        parts = [line for line in text.splitlines() if line.strip()]
    inner = "".join(f"<p>{html.escape(part, quote=False)}</p>\n" for part in parts)
    return f"<html><body>\n{inner}</body></html>"


def trafilatura_on_dump(text: str) -> str:
    """Return what trafilatura extracts of a dump's paragraphs."""
    return by_trafilatura(as_paragraphs(text))


def justext_on_dump(text: str) -> str:
    """Return what jusText keeps of a dump's paragraphs."""
    return by_justext(as_paragraphs(text))


_PACKAGES = {
    "trafilatura": "trafilatura",
    "trafilatura-precise": "trafilatura",
    "resiliparse": "resiliparse",
    "justext": "justext",
}
_OF_PAGES: Mapping[str, Extractor] = MappingProxyType(
    {
        "trafilatura": by_trafilatura,
        "trafilatura-precise": by_precise_trafilatura,
        "resiliparse": by_resiliparse,
        "justext": by_justext,
    }
)
_OF_DUMPS: Mapping[str, Extractor] = MappingProxyType(
    {
        "all-lines": all_lines,
        "trafilatura": trafilatura_on_dump,
        "justext": justext_on_dump,
    }
)


def page_rivals() -> dict[str, Extractor]:
    """Return the installed extractors of pages by name."""
    return {name: extract for name, extract in _OF_PAGES.items() if name not in missing_rivals()}


def dump_rivals() -> dict[str, Extractor]:
    """Return the installed extractors of dumps by name."""
    return {name: extract for name, extract in _OF_DUMPS.items() if name not in missing_rivals()}


@lru_cache(maxsize=1)
def missing_rivals() -> Sequence[str]:
    """Return the names of the rivals whose package isn't installed."""
    return tuple(name for name, package in _PACKAGES.items() if find_spec(package) is None)
