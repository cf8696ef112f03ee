"""Write invented pages of any size: what the bench reads where size is the question.

A page has a menu, sections of paragraphs with a list of other headlines after each, and a
footer; as markup, as a dump of its text, or nested far deeper than any browser would follow.
The words are drawn by dice that a seed fixes, so size and seed give the same page each time.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

_WORDS = (
    "the river burst its banks above a mill and crews moved families to schools while council "
    "engineers checked every bridge before evening traffic crossed again said officials in town"
).split()
_MENU = ("Home", "News", "Weather", "Transport", "Courts", "Farming", "Letters", "Archive")
_SECTION = 12
"""Paragraphs between two lists of other headlines."""


def html_page(size: int, seed: int = 7) -> str:
    """Return a page of about `size` characters of markup."""
    dice, parts, length = Random(seed), [_HEAD], 0  # noqa: S311 (no secret hangs on these dice)
    while length < size:
        section = _html_section(dice, len(parts))
        parts.append(section)
        length += len(section)
    return "".join([*parts, "</article><footer><p>All rights reserved.</p></footer></body></html>"])


def text_dump(size: int, seed: int = 7) -> str:
    """Return a dump of about `size` characters, one line a block."""
    dice, lines, length = Random(seed), [*_MENU, "River bursts its banks above the mill"], 0  # noqa: S311 (the same)
    while length < size:
        section = [_paragraph(dice) for _ in range(_SECTION)]
        section += ["Related stories", *(_headline(dice) for _ in range(5))]
        lines += section
        length += sum(len(line) + 1 for line in section)
    return "\n".join([*lines, "All rights reserved."])


def nested_page(depth: int) -> str:
    """Return a page whose one paragraph stands in `depth` elements."""
    return f"<html><body>{'<div>' * depth}<p>The dam held.</p>{'</div>' * depth}</body></html>"


_HEAD = (
    "<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>River bursts its banks"
    "</title></head><body><nav><ul>"
    + "".join(f"<li><a href='/{name.lower()}'>{name}</a></li>" for name in _MENU)
    + "</ul></nav><article><h1>River bursts its banks above the mill</h1>"
)


def _html_section(dice: Random, number: int) -> str:
    """Return paragraphs and the list of other headlines that follows them."""
    return "".join(_html_lines(dice, number))


def _html_lines(dice: Random, number: int) -> Iterator[str]:
    for _ in range(_SECTION):
        yield f"<p class='story-text'>{_paragraph(dice)}</p>\n"
    yield "<aside class='related'><h3>Related stories</h3><ul>"
    for _ in range(5):
        yield f"<li><a href='/news/{number}/{dice.randrange(10**6)}'>{_headline(dice)}</a></li>\n"
    yield "</ul></aside>\n"


def _paragraph(dice: Random) -> str:
    return " ".join(_sentence(dice, dice.randint(9, 24)) for _ in range(dice.randint(1, 4)))


def _headline(dice: Random) -> str:
    return _sentence(dice, dice.randint(5, 9)).rstrip(".")


def _sentence(dice: Random, length: int) -> str:
    return " ".join(dice.choices(_WORDS, k=length)).capitalize() + "."
