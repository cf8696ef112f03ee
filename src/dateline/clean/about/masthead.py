"""Read the outlet's name at the head of a dump: "THE HARBOUR HERALD", "Cape Times | World news".

A masthead stands above the headline, among the first lines of the page. It is a name, and either
one of its words is what papers are called by ("Courier"), or it stands over the page's menu.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from functools import lru_cache

from dateline.clean.about.bylines import undated
from dateline.clean.prose import section_names
from dateline.clean.wording import shape_of
from dateline.knowledge.lexicon import fold
from dateline.knowledge.vocabulary import words
from dateline.model import Block, Label, Report, Span

_FIRST = 6
"""Lines at the head of a page among which a masthead stands."""
_OVER = 3
"""Lines below a masthead in which the menu begins; a slogan or the languages may come first."""
_ENTRIES = 3
"""Entries that make a menu."""
_LONGEST = 120
_MOST_WORDS = 6
_APART = frozenset({Label.DATE, Label.URL, Label.CREDIT, Label.PITCH, Label.LINK_OUT})
# What parts a name from its slogan: "Cape Times - free since 1951", "Cape Times, Sunday"
_BETWEEN = re.compile(r"\s+[-–—|•·:*]{1,2}\s+|\s?\|\s?|,\s|\s{3,}|\t")
# What parts the entries of a menu: "World | Coast", "World / Coast", "[World] [Coast]"
_ENTRY = re.compile(r"\s+[-–—/|•·>»]\s+|\s?[|•·]\s?|\]\s?\[|\s{2,}|\t")
_SMALL = frozenset(
    "of the a an and for in on at de du des la le les el del los las y e et & da do".split()
)
# "HERALD", "Herald's", "e-Cape"
_NAME_WORD = re.compile(r"[^\W\d_][\w'’.&-]*|&")
_VOWEL = re.compile(r"[aeiouyà-ü]", re.I)


def find_masthead(report: Report) -> tuple[str, Span] | None:
    """Return the name that the head of a dump gives its outlet, and where it stands."""
    head = _head(report)
    named = False
    for index, block in enumerate(head):
        name = _name_in(block.span.of(report.text))
        if name is None or block.label in _APART:
            continue
        below = (near.span.of(report.text) for near in head[index + 1 : index + 1 + _OVER])
        over_menu = not named and any(map(_is_menu, below))
        named = True
        if over_menu or _is_called_so(name):
            start = report.text.index(name, block.span.start)
            return _spelled(name), Span(start, start + len(name))
    return None


def has_slogan(line: str) -> bool:
    """Whether a line is a masthead and what stands beside it: "Cape Times - free since 1951"."""
    return len(_BETWEEN.split(line)) == 2 and (n := _name_in(line)) is not None and _is_called_so(n)


def is_masthead(line: str) -> bool:
    """Whether a line is the name of a paper and nothing else: "THE HARBOUR HERALD"."""
    name = _name_in(line)
    return name is not None and name == line.strip() and _is_called_so(name)


def house_name(lines: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds the names by which a paper calls itself: "the Herald", "Harbour Herald".

    `lines` are the first of its page; None where none of them is a masthead.
    """
    names = [name for line in lines if (name := _name_in(line)) and _is_called_so(name)]
    if not names:
        return None
    called = [noun for noun in fold(names[0]).split() if noun in _known()["nouns"]]
    forms = "|".join([re.escape(names[0]), *(f"the {re.escape(noun)}" for noun in called)])
    return re.compile(rf"\b(?:{forms})\b", re.I)


def _head(report: Report) -> list[Block]:
    """Return the first lines of a page, as far as they stand above its headline or text."""
    own = (Label.TITLE, Label.BODY, Label.LEDE)
    above = itertools.takewhile(lambda block: block.label not in own, report.blocks)
    return list(itertools.islice(above, _FIRST))


def _name_in(line: str) -> str | None:
    """Return the name that a line is, without slogan and date; None where it is no name."""
    parts = _BETWEEN.split(line)
    if len(line) > _LONGEST or len(parts) > 2 or shape_of(line) is not None:
        return None
    name = undated(parts[0]).strip(" .,:-–—*=")
    spoken = name.split()
    if not 1 <= len(spoken) <= _MOST_WORDS or shape_of(name) is not None:
        return None
    if not all(map(_NAME_WORD.fullmatch, spoken)) or fold(name) in section_names():
        return None
    if not all(word[:1].isupper() or word in _SMALL for word in spoken) or name[:1].islower():
        return None
    return name if _own_words(name) else None


def _own_words(name: str) -> set[str]:
    """Return the words of a name that are neither a section's nor a page's."""
    plain = {*section_names(), *_known()["page"], *_SMALL}
    return {word for word in fold(name).split() if word not in plain}


def _is_called_so(name: str) -> bool:
    """Whether a name ends, or opens, with what papers are called by: "Cape Times", "Times of"."""
    nouns = set(_known()["nouns"])
    spoken = [word for word in fold(name).split() if word != "the"]
    first = next((word for word in spoken if word not in _SMALL), "")
    called = spoken[-1] in nouns or (first in nouns and bool(_SMALL & set(spoken[1:])))
    return called and bool(_own_words(name) - nouns)


def _is_menu(line: str) -> bool:
    """Whether a line lists sections: "World | Coast | Letters"."""
    entries = [entry for entry in _ENTRY.split(line.strip(" []|")) if entry.strip()]
    return len(entries) >= _ENTRIES and all(len(entry.split()) <= 3 for entry in entries)


def _spelled(name: str) -> str:
    """Return a name in capitals as names are written; initials ("BBC") stay."""
    if not name.isupper():
        return name
    spoken = [word.capitalize() if _is_spoken(word) else word for word in name.split()]
    small = [word.lower() if word.lower() in _SMALL else word for word in spoken[1:]]
    return " ".join([spoken[0], *small])


def _is_spoken(word: str) -> bool:
    """Whether a word in capitals is no initials."""
    return bool(_VOWEL.search(word)) and (len(word) > 2 or word.lower() in _SMALL)


@lru_cache(maxsize=1)
def _known() -> dict[str, tuple[str, ...]]:
    """Return what papers are called by, and the words of pages that name none."""
    return dict(words("furniture")["mastheads"])
