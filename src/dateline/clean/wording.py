"""Tell furniture by its wording: "Read more: …", "Image: AFP", "Sign up to our newsletter".

The shapes are data (`lexicons/furniture.toml`, `lexicons/pitches.toml`). A shape has to match
a whole line, after list numbers and bullets, so that a sentence which merely begins with
"Photo" or names a newsletter is left alone; `pitch_score` weighs longer appeals.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from dateline.clean.about.dates import is_date_line
from dateline.knowledge.vocabulary import words
from dateline.model import Label

_LONGEST = 420
"""Characters; longer units have no shape, and longer than `_LONGEST_PITCH` no appeal."""
_LONGEST_PITCH = 700

# "1. ", "• ", "» ", "- "
_BULLET = re.compile(r"(?:\d{1,2}[.)]|[•·*»›▶►–—-])\s{1,3}")
_TRAILING = " :|>»›…+"
_LONGEST_SIGNED = 160
"""Characters of a line that names its writer, and its date."""
# What parts a writer from the date: "Agency reports | 3 May", "AFP and dpa, 3 May"
_MARKS = re.compile(r"\s?[|·•–—]\s?|,\s|\s-\s")
_LONGEST_CELL = 60
# What parts the cells of a line of such things: "3 May 2020 | AFP, dpa | Reading time: 3 minutes"
_CELLS = re.compile(r"\s{1,3}[|·•–—-]\s{1,3}")

_CAPITALISED = r"[A-Z][\w.'’-]*"
_STANDS_FOR = {
    # "Jane Doe", "Jan van der Roe"
    "<PERSON>": (
        rf"{_CAPITALISED}(?: (?:(?:de|da|del|der|van|von|bin|al|el) )?{_CAPITALISED}){{1,3}}"
    ),
    # "Oslo", "Port of Spain", "Kabul, Afghanistan"
    "<PLACE>": rf"{_CAPITALISED}(?:,? (?:(?:and|de|al|of) )?{_CAPITALISED}){{0,4}}",
    # "Harbour Herald", "AFP"
    "<NAMES>": rf"{_CAPITALISED}(?: {_CAPITALISED}){{0,4}}",
}

# Finite verbs of reporting and being: "… said", "… was", "… have been".
_TELLING = re.compile(r"\b(?:said|says|told|was|were|has|have|had|will|would|is|are)\b")
_SAYS = re.compile(r"\b(?:said|told|says)\b|[\"“]")
_SAID = re.compile(r"\b(?:said|told)\b")
_IN_MONTH = re.compile(
    r" in (?:jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|august|september|october"
    r"|november|december|\d{4})$",
    re.I,
)
_MAY_TELL = frozenset({Label.CREDIT, Label.BYLINE, Label.LINK_OUT, Label.PHOTO_CREDIT})
_CAPTIONS = frozenset({"caption-pictured", "caption-credit", "caption-named"})
_UNLISTED = _CAPTIONS | {"author-note"}
_LONGEST_CAPTION = 28
"""Words of a caption that says of itself that it is a picture."""
_NEXT_SENTENCE = re.compile(r"[a-z\d)][.!?] [A-Z][\w’']* ")
_NEVER_TELLS = frozenset({"credit-sentence"})

# "Comments", "12 comments", "Top Rated Comments", "Leave a reply", "More from Europe"
_END_MARK = re.compile(
    r"(?:(?:\d{1,5} |top(?: rated)? |reader |latest |all |show |view |recent )?"
    r"(?:comments?|replies|responses)(?: ?\(\d{1,5}\))?"
    r"|(?:leave|post|add|write) an? (?:comment|reply).{0,20}"
    r"|join the (?:conversation|discussion).{0,20}|trending(?: now)?"
    r"|most (?:read|popular|viewed|shared|commented|discussed|e-?mailed|watched|clicked|liked)"
    r"|(?:more|latest) (?:from|in) .{1,40})\W{0,3}",
    re.I,
)
# Of "REUTERS\S" and of "[A-Z]", but no "\S"
_CAPITAL = re.compile(r"(?<!\\)[A-Z]")
_OPENS = r"\b"
"""How a cue begins that opens a word; if it has several shapes, all of them do."""
_QUOTED = re.compile(r"[\"“][^\"“”]{0,400}[\"”]")


@dataclass(frozen=True, slots=True)
class Shape:
    """A rule of `furniture.toml`: what it calls a line that its pattern matches."""

    rule: str
    label: Label
    pattern: re.Pattern[str]
    small: bool
    """Whether it is a shape of small letters, for capitals don't count."""


def shape_of(text: str) -> tuple[Label, str] | None:
    """Return the label and rule of a line whose wording alone says what it is."""
    return _shape_of(text) if len(text) <= _LONGEST else None


@lru_cache(maxsize=16_384)
def _shape_of(text: str) -> tuple[Label, str] | None:
    """Return label and rule of a line that is short enough to have a shape."""
    bare = _BULLET.sub("", text, count=1) if _BULLET.match(text) else text
    if is_date_line(bare):
        return Label.DATE, "date-line"
    for whole in dict.fromkeys((text, bare)):
        small = whole.lower()
        for shape in shapes():
            line = small if shape.small else whole
            if shape.rule == "page-word":
                line = line.rstrip(_TRAILING)
            if shape.pattern.fullmatch(line) and not _tells(shape, whole, listed=bare != text):
                return shape.label, shape.rule
    return _shape_beside_date(bare)


def _shape_beside_date(line: str) -> tuple[Label, str] | None:
    """Return the shape of a byline that shares its line with a date: "Agency reports | 3 May"."""
    for mark in _MARKS.finditer(line[:_LONGEST_SIGNED]):
        if mark.start() and is_date_line(line[mark.end() :]):
            return _signed(line[: mark.start()])
    cells = _CELLS.split(line[:_LONGEST_SIGNED])
    others = [cell for cell in cells if not is_date_line(cell)]
    if len(others) == len(cells):
        return None
    found = filter(None, (_signed(cell) for cell in others))
    return next(found, None) if all(len(cell) < _LONGEST_CELL for cell in others) else None


def _signed(text: str) -> tuple[Label, str] | None:
    """Return the shape of a byline or credit, None of another text."""
    found = _shape_of(text)
    return found if found and found[0] in (Label.BYLINE, Label.CREDIT) else None


def is_end_mark(text: str) -> bool:
    """Whether a line opens what follows reports: comments, most-read lists."""
    return len(text) < 60 and bool(_END_MARK.fullmatch(text))


def pitch_score(text: str) -> float:
    """Return how much a text appeals to the reader; from 1.5 on it is no report.

    Words inside quotation marks are somebody's and don't count.
    """
    if len(text) > _LONGEST_PITCH:
        return 0.0
    plain = _QUOTED.sub(" ", text).lower()
    opened, others = _gates()
    if not opened.search(plain) and not others.search(plain):
        return 0.0
    return sum(weight for weight, cue in _cues() if cue.search(plain))


@lru_cache(maxsize=1)
def shapes() -> tuple[Shape, ...]:
    """Return the shapes of furniture in the order in which they are tried."""
    return tuple(
        Shape(
            rule,
            Label(table["label"][0]),
            _compiled(table["patterns"], small="case" not in table),
            small="case" not in table,
        )
        for rule, table in words("furniture").items()
        if "patterns" in table
    )


@lru_cache(maxsize=1)
def _cues() -> tuple[tuple[float, re.Pattern[str]], ...]:
    """Return the cues of an appeal, in small letters, with their weights."""
    return tuple(
        (float(table["weight"][0]), _compiled(table["patterns"], small=True))
        for table in words("pitches").values()
    )


@lru_cache(maxsize=1)
def _gates() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds whether a text holds any cue at all; most of a report's don't.

    Cues that open where a word begins are looked for there alone, all at once.
    """
    cues = [pattern for table in words("pitches").values() for pattern in table["patterns"]]
    opened = "|".join(f"(?:{cue.removeprefix(_OPENS)})" for cue in cues if cue.startswith(_OPENS))
    others = (cue for cue in cues if not cue.startswith(_OPENS))
    return re.compile(rf"\b(?:{opened})"), _compiled(others, small=True)


def _compiled(patterns: Iterable[str], *, small: bool) -> re.Pattern[str]:
    """Return one expression for all patterns, their names for persons and places filled in.

    A `small` one is for text in small letters, which takes half the time of `re.I`.
    """
    joined = "|".join(f"(?:{pattern})" for pattern in patterns)
    for name, expression in _STANDS_FOR.items():
        joined = joined.replace(name, expression)
    return re.compile(_CAPITAL.sub(lambda found: found[0].lower(), joined) if small else joined)


def _is_evidence(text: str) -> bool:
    """Whether a paragraph tells what a picture shows that isn't its own: it says more besides."""
    long = len(text.split()) > _LONGEST_CAPTION
    return long or _BULLET.match(text) is not None or _NEXT_SENTENCE.search(text) is not None


def _tells(shape: Shape, text: str, *, listed: bool) -> bool:
    """Whether a match is a sentence of the report after all: "Reporting by night, he said.".

    A whole sentence behind a bullet is an item of the report: nobody lists captions.
    """
    if listed and text.endswith(".") and shape.rule in _UNLISTED:
        return True
    if shape.rule in _CAPTIONS:
        telling = shape.rule == "caption-named" and _TELLING.search(text)
        if shape.rule == "caption-pictured" and _is_evidence(text):
            return True
        return bool(telling or _SAYS.search(text))
    if shape.rule == "author-note":
        return bool(_SAID.search(text))
    if shape.rule.startswith("byline") and _IN_MONTH.search(text):
        return True
    if shape.rule in _NEVER_TELLS or shape.label not in _MAY_TELL:
        return False
    long = len(text.split()) > 18
    return bool(_TELLING.search(text)) and (long or text.endswith("."))
