"""Read what sites call the parts of their pages: "div.comment-list", "p.article__body".

"div.related-stories#more" says `related`, "aside" says `in_aside`. The groups of names are
data (`lexicons/elements.toml`); they are general words of page design, no site's own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from dateline.knowledge.vocabulary import words

Finder = Callable[[str], re.Match[str] | None]

_TAGS = tuple(
    "article main aside header footer nav form figure figcaption blockquote section table ul ol a"
    " button label strong b em i time span p h1".split()
)
_SIGNS = str.maketrans("_.#", "-  ")
_EVERYWHERE = frozenset({"html", "body"})
"""Elements whose names say how a page is built ("no-sidebar") and nothing of a part of it."""


@lru_cache(maxsize=1)
def group_names() -> tuple[str, ...]:
    """Return the groups of names in their order."""
    return tuple(words("elements"))


@lru_cache(maxsize=1)
def name_list() -> tuple[str, ...]:
    """Return what an element may say, bit by bit: the groups, then the tags ("in_aside")."""
    return (*group_names(), *(f"in_{tag}" for tag in _TAGS))


@lru_cache(maxsize=20_000)
def says(element: str) -> int:
    """Return what "div.story.wide#top" says, as bits in the order of `name_list`."""
    tag = element.partition(".")[0].partition("#")[0]
    if tag in _EVERYWHERE:
        return 0
    said = _tag_bits().get(tag, 0)
    for name in element[len(tag) :].translate(_SIGNS).split():
        said |= _name_says(name)
    return said


@lru_cache(maxsize=50_000)
def _name_says(name: str) -> int:
    """Return what a class or identifier says: sites share many, and repeat their own."""
    return sum([bit for bit, loose, exact in _patterns() if loose(name) and exact(name)])


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[int, Finder, Finder], ...]:
    r"""Return the bit of each group, and what finds its names: loosely, then exactly.

    Most groups are said by few names. Without its first "\b" each shape begins with a letter,
    and Python looks for those much faster.
    """
    found = []
    for place, table in enumerate(words("elements").values()):
        loose = (pattern.removeprefix(r"\b") for pattern in table["patterns"])
        found.append((1 << place, _finder(loose), _finder(table["patterns"])))
    return tuple(found)


def _finder(patterns: Iterable[str]) -> Finder:
    """Return what looks for any of these patterns."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns)).search


@lru_cache(maxsize=1)
def _tag_bits() -> dict[str, int]:
    """Return the bit of each tag that says something."""
    first = len(group_names())
    return {tag: 1 << (first + place) for place, tag in enumerate(_TAGS)}
