"""Find the names of agencies in a stretch of text: "Agence France-Presse, AP and dpa" has three.

"Saba Ahmed" is a person, "map" a map and the PTI of "told PTI" a source; in a list of nothing
but agencies, "(afp, ap)", small letters will do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from dateline.knowledge.lexicon import Agency, Lexicon, fold
from dateline.knowledge.vocabulary import words as lists
from dateline.model import Span

Named = tuple[Span, Agency]

_LONGEST_NAME = 5
_WORD = re.compile(r"[^\W_][\w'’&.+-]*[\w]|[^\W_]")
# "ab" and "cde" of "ab/cde (AFP, dpa)"
_INITIALS = re.compile(r"[a-zäöü]{2,4}")
# What stands right before and after a name, with one blank between: "Jane" of "Jane Doe"
_BEFORE = re.compile(r"([\w'’.-]{1,30}) $")
_AFTER = re.compile(r"(?:['’]s?)?[ /-](?:news agency )?([\w'’]{1,30})")


def agencies_in(text: str, span: Span, lexicon: Lexicon) -> Iterator[Named]:
    """Yield the agencies named in a stretch of text, the longest name first at each word.

    An agency that the words beside it make a source ("told AFP") is left out.
    """
    for at, agency in _named(text, span, lexicon):
        if _is_name(text, at, agency) and not _is_source(text, at):
            yield at, agency


def listed_agencies(text: str, span: Span, lexicon: Lexicon) -> tuple[Named, ...]:
    """Return the agencies of a list of names; nothing where the stretch is no such list.

    "Jane Doe, AFP and dpa" is one, "the minister of the AFP" is none.
    """
    loose = tuple(_named(text, span, lexicon))
    if loose and all(_joins(text, word) for word in _beside(text, span, loose)):
        return tuple(named for named in loose if _may_be_small(text, named, loose))
    strict = tuple(agencies_in(text, span, lexicon))
    beside = _beside(text, span, strict)
    named = (_joins(text, word) or not text[word.start].islower() for word in beside)
    return strict if all(named) else ()


def only_agencies(text: str, span: Span, lexicon: Lexicon) -> tuple[Named, ...]:
    """Return the agencies of a stretch that names nothing else: "The Associated Press, AFP"."""
    found = listed_agencies(text, span, lexicon)
    beside = _beside(text, span, found)
    alone = all(fold(word.of(text)) in _words("joining") for word in beside)
    return found if alone else ()


def _named(text: str, span: Span, lexicon: Lexicon) -> Iterator[Named]:
    """Yield what the lexicon knows, whatever its capitals."""
    spoken = [Span(m.start(), m.end()) for m in _WORD.finditer(text, span.start, span.end)]
    index = 0
    while index < len(spoken):
        for length in range(min(_LONGEST_NAME, len(spoken) - index), 0, -1):
            at = Span(spoken[index].start, spoken[index + length - 1].end)
            agency = lexicon.agencies.get(fold(at.of(text)))
            if agency is not None:
                yield at, agency
                index += length - 1
                break
        index += 1


def _beside(text: str, span: Span, found: tuple[Named, ...]) -> list[Span]:
    """Return the words of a stretch that belong to none of the names found."""
    return [
        Span(word.start(), word.end())
        for word in _WORD.finditer(text, span.start, span.end)
        if not any(at.start <= word.start() < at.end for at, _ in found)
    ]


def _joins(text: str, word: Span) -> bool:
    """Whether a word may stand in a list of agencies: "and", a year, "ab" of "dpa/ab"."""
    spoken = word.of(text)
    slashed = "/" in (text[word.start - 1 : word.start], text[word.end : word.end + 1])
    initials = slashed and _INITIALS.fullmatch(spoken) is not None
    return initials or spoken.isdigit() or fold(spoken) in _words("joining")


def _may_be_small(text: str, named: Named, among: tuple[Named, ...]) -> bool:
    """Whether a name in a list of agencies is one as it is written: "afp" is, "map" isn't.

    "ap" is only beside a longer one: it may be somebody's initials.
    """
    at, agency = named
    words = at.of(text)
    if _is_name(text, at, agency):
        return not _is_source(text, at)
    if fold(words) != fold(agency.name):
        return False
    return len(words) > 2 or any(other.end - other.start > 2 for other, _ in among)


def _is_name(text: str, at: Span, agency: Agency) -> bool:
    """Whether the words stand as a name of the agency: "Saba", but not "Saba Ahmed" or "map"."""
    words = at.of(text)
    if words.islower() and not agency.name.islower():
        return False
    if " " in words:
        return True
    short = len(words) <= 3 or agency.name.isupper() and len(words) <= 5
    if short and not words.isupper() and not agency.name.islower():
        return False
    # A name that means something else as well is listed as an alias: "Petra", "MIA"
    other = fold(words) != fold(agency.name)
    return (words.isupper() and not other) or not _is_named_on(text, at, before=other)


def _is_named_on(text: str, at: Span, *, before: bool) -> bool:
    """Whether a capitalised word beside makes the name another one: "Saba Ahmed"."""
    after = re.match(r" ([A-Z][\w'’-]+)", text[at.end : at.end + 40])
    if after is not None and after[1].lower() not in _words("beside"):
        return True
    first = _BEFORE.search(text[max(0, at.start - 31) : at.start]) if before else None
    return first is not None and first[1][0].isupper() and first[1].lower() not in _openers()


def _is_source(text: str, at: Span) -> bool:
    """Whether the sentence around has it from the agency: "told AFP", "AFP reported"."""
    before = _BEFORE.search(text[max(0, at.start - 31) : at.start])
    after = _AFTER.match(text[at.end : at.end + 50])
    sourced = lists("credits")["sourced"]
    return (before is not None and before[1].lower() in sourced["before"]) or (
        after is not None and after[1].lower() in sourced["after"]
    )


@lru_cache(maxsize=4)
def _words(name: str) -> frozenset[str]:
    """Return a list of words of the lexicon of credits, folded."""
    return frozenset(fold(word) for word in lists("credits")[name]["words"])


@lru_cache(maxsize=1)
def _openers() -> frozenset[str]:
    """Return the words that open a credit with a capital: "By", "Source", "With", "The"."""
    return frozenset(
        {"by", "source", "photo", "from", "via", "credit", "image", *_words("joining")}
    )
