"""Find where a text credits somebody: datelines, bylines, lines of thanks, endings, captions.

In "KABUL, Jan 5 (AFP) - A bridge …" it is the bracket, in "… on Monday. (With inputs from
AFP)" what follows "from". A shape only says where names may stand; whose they are, and whether
the stretch is a list of names at all, the lexicon of agencies decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from dateline.clean.prose import dateline_of
from dateline.knowledge.vocabulary import words
from dateline.model import Span

_TAIL = 300
"""Characters at the end of a paragraph in which a credit is looked for."""
_HEAD = 250
"""Characters at the beginning of a text in which headline, byline and date may run together."""
_AROUND = 40
"""Characters before an ending in which a mark says that it is a picture's."""
_LANGUAGES = ("english", "german", "french", "spanish", "others")

# Names with dots inside ("U.S.", "A.P.") and no sentence's end between them
_LIST = r"(?P<listed>(?:[^().!?;\[\]\n]|\.(?=\w|,)){2,140}?)"
_OPEN = r"(?:^|\n|(?<=[.!?\"”’)\]*_|])\s{0,3}|[(\[]\s?|\s[-–—]{1,2}\s?)"
_CLOSE = r"(?: (?:reports?|dispatches|material|copy))?\s?(?:[)\]]|[.*_]?\s*$)"

# "The Herald, with reporting by AP"
_ASIDE = r"[,;]\s(?:with|and) (?:additional )?(?:reporting|material|files|inputs?) (?:by|from)\s"

# The part of a caption that credits: "[Jane Doe/Reuters]", "REUTERS/Jane Doe", "Photo: AFP",
# "… on Monday. AFP", and "(AFP) AFP" where two of them stand side by side
_CAPTION_CREDIT = re.compile(
    r"[(\[][^()\[\]]{2,80}[)\]](?: [\w .'’/-]{2,40})?\W{0,2}$"
    r"|(?:photo|image|picture|credit|source|courtesy|via|©)\b ?[:|by]{0,2} ?[^.]{2,60}\.?$"
    r"|(?:[\w.'’-]+ ){0,3}[\w.'’-]+ ?/ ?[\w .'’/-]{2,60}$"
    r"|(?<=[.!?\"”])\s?[A-Z][\w .'’/-]{1,60}$",
    re.I,
)
# What stands after the last sentence: "… on Monday. — AFP", "… open.” (dpa, AP)", "… - Reuters",
# "… © 2024 AFP", "… open. AFP"
_ENDING = re.compile(
    r"(?:(?:(?<=[.!?\"”’])\s{0,3}|\s)(?:[-–—/]{1,2}\s?|©\s?(?:\d{4}\s)?|\()|(?<=[.!?\"”])\s)"
    r"(?:with )?(?P<listed>[\w][\w.'’ &/,-]{1,60}?)[)/]?\.?\s*$"
)
# "New Delhi, Jan 5 (PTI) The court …", "LAHORE: (APP) The …", "Madrid, 5 ene (EFE).- El …"
_BRACKETED = re.compile(
    r"(?P<place>[A-ZÀ-Þ][\w.,:'’ /–—-]{1,60}?)\s?\((?P<listed>\w[\w.' /&,-]{1,40})\)"
    r"(?:(?P<mark>[.:]?\s?[-–—_]{1,2})|[:.]?\s(?=[A-Z\"“‘0-9]))"
)
# "Tehran, IRNA - The …", "Damascus, SANA-The …", "NNA – The …"
_DASHED = re.compile(
    r"(?:(?P<place>[A-Z][\w.'’ -]{1,30}), ?)?(?P<listed>[A-Z][\w'’. ]{2,40}?)"
    r"(?: [-–—_]{1,2} ?|[-–—_]{1,2} |(?<=[A-Z])[-–—_])(?=[A-Z\"“‘0-9])"
)
# A word of a sentence, and no month in small letters ("ene", "sept."): "told" may be either
_SPOKEN = re.compile(r"\b[a-z]{5,}")
# "Saturday 16 Jul 2016", "16 July 2016", "July 16, 2016", after an agency
_DAY = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    r"(?:\d{1,2} [A-Z][a-z]{2,8}\.?,?|[A-Z][a-z]{2,8}\.? \d{1,2},?) \d{4}\b"
)
_JUST_BEFORE = re.compile(r"(?:[\w'’.-]+ ){0,3}[\w'’.-]+[,|–-]? ?$")
_JUST_AFTER = re.compile(r"[,|–-]?\s(?P<listed>[A-Z][\w'’.-]+)(?=[,|–-]?\s[A-Z\d])")
_STAMPED = re.compile(
    r"\d{1,2}:\d\d(?: ?[ap]\.?m\.?)?[ |,–-]{1,3}\(?(?P<listed>[^\W\d][\w .&/-]{1,40})\)?$"
)
# "© 2024 AFP", "Copyright 2018 The Associated Press. All rights reserved. This material may …"
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|\bcopyright)\s?(?:©\s?|\(c\)\s?)?(?:\d{4}\s?)?(?:by )?"
    r"(?P<listed>[A-Z][\w.'’ &/-]{1,60}?)(?:[.,;]? all rights|[.,;|]|\s*$)",
    re.I,
)
# What Reuters prints under its stories
_STANDARDS = re.compile(r"\bOur Standards: ?The (?P<listed>Thomson Reuters) Trust Principles")
# "ab/cd (AFP, dpa)": only the bracket holds agencies
_DESK = re.compile(
    r"[a-zäöü]{2,4}(?:\s?[/,]\s?[a-zäöü]{2,4}){0,3}\s?\((?P<listed>[^()]{2,120})\)\.?"
)
# Of a picture: "(Jane Doe / Reuters)", "Jane Doe/Pool via AP", "AP Photo/Jane Doe", "©Jane Doe"
_PICTURED = re.compile(
    r"[(\[]?(?:photos? by )?[A-Z][\w.'’-]+(?: [\w.'’-]+){1,3} ?/"
    r"|\b(?:photo|file|pool|handout|getty)\b",
    re.I,
)
_MARKED = re.compile(r"© ?[^\W\d]")
# "Reuters in Oslo", "PTI | New Delhi", and "Jane Doe and AFP", "The Herald/AFP" from the other end
_GOES_ON = re.compile(r"\s?[,|/·•]|\s[-–—]\s|\sin\s")
_LEADS_TO = re.compile(
    r"(?:[,/]\s?|\b(?:and|with|by|avec|et|par|mit|und|von|con|y|por|com|e|da|med|och)\s(?:the\s)?)$",
    re.I,
)
_SLASHED = re.compile(r"[(\[]?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3} ?/ ?[A-Z][\w .'’/-]+[)\]]?")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch that may credit, and the rule that found it."""

    span: Span
    rule: str
    listed: bool = True
    """Whether it has to be a list of names and nothing else."""
    photo: bool = False
    alone: bool = False
    """Whether it has to name agencies alone."""


def opening_parts(text: str, span: Span) -> Iterator[Part]:
    """Yield what the beginning of a paragraph credits: "KABUL, Jan 5 (AFP) -", "IRNA -"."""
    spoken = span.of(text)[:_HEAD]
    if (opening := dateline_of(spoken)) and opening["credit"]:
        at = Span(span.start + opening.start("credit"), span.start + opening.start("dash"))
        yield Part(at, "dateline", listed=False)
        return
    for shape in (_BRACKETED, _DASHED):
        found = shape.match(spoken)
        if found is None or _is_short(found):
            continue  # "HARRISBURG, PA - …", "The store (AA) …"
        if _is_place(found["place"] or "", found["listed"]):
            yield Part(_within(span.start, found), "dateline", alone=True)


def run_together_parts(text: str, span: Span) -> Iterator[Part]:
    """Yield what stands right beside a date at the top: "Ferry sinks AFP Monday 4 May 2020 …"."""
    spoken = span.of(text)[:_HEAD]
    if day := _DAY.search(spoken):
        if before := _JUST_BEFORE.search(spoken[: day.start()]):
            at = Span(span.start + before.start(), span.start + day.start())
            yield Part(at, "run-together", listed=False)
        if after := _JUST_AFTER.match(spoken, day.end()):
            yield Part(_within(span.start, after), "run-together", listed=False)
    yield from stamped_parts(text, span)


def stamped_parts(text: str, span: Span) -> Iterator[Part]:
    """Yield what stands behind a time of day: "Updated: 2020-05-04 06:50 (Xinhua)"."""
    if stamped := _STAMPED.search(span.of(text)[:_HEAD]):
        yield Part(_within(span.start, stamped), "stamped", alone=True)


def closing_parts(text: str, span: Span) -> Iterator[Part]:
    """Yield what the end of a paragraph credits: "… on Monday. — AFP", "… (with AFP)"."""
    tail = Span(max(span.start, span.end - _TAIL), span.end)
    spoken = tail.of(text)
    if ending := _ENDING.search(spoken[-90:]):
        offset = tail.start + max(0, len(spoken) - 90)
        before = spoken[-90:][: ending.start("listed")]
        pictured = bool(_PICTURED.search(ending[0]) or _MARKED.search(before[-_AROUND:]))
        yield Part(_within(offset, ending), "ending", photo=pictured)
    yield from thanking_parts(text, tail)
    yield from copyright_parts(text, tail)


def thanking_parts(text: str, span: Span) -> Iterator[Part]:
    """Yield what words of thanks credit: "With reporting by AP", "AP contributed"."""
    spoken = span.of(text)
    if spoken.isalnum():  # "Home": one word
        return
    for rule, shape in _thanks():
        for found in shape.finditer(spoken):
            yield Part(_within(span.start, found), rule)
    if standards := _STANDARDS.search(spoken):
        yield Part(_within(span.start, standards), "standards")


def line_parts(text: str, span: Span) -> Iterator[Part]:
    """Yield what a line of credits holds; of "ab/cd (AFP, dpa)" the bracket alone."""
    spoken = span.of(text)
    if desk := _DESK.fullmatch(spoken):
        yield Part(_within(span.start, desk), "line")
    else:
        yield Part(span, "line", listed=False, photo=bool(_SLASHED.fullmatch(spoken)))


def copyright_parts(text: str, span: Span) -> Iterator[Part]:
    """Yield whose a line of copyright says that the text is: "© 2024 AFP".

    "Copyright Jane Doe/Copyright 2024 AFP" is a picture's.
    """
    spoken = span.of(text)[:_TAIL]
    for found in _COPYRIGHT.finditer(spoken):
        pictured = "/" in spoken[: found.end()] or bool(_PICTURED.search(spoken))
        yield Part(_within(span.start, found), "copyright", photo=pictured)


def caption_parts(text: str, span: Span) -> Iterator[Part]:
    """Yield the end of a caption that says whose picture it is: "[Jane Doe/Reuters]"."""
    offset = max(span.start, span.end - 200)
    if tail := _CAPTION_CREDIT.search(text[offset : span.end]):
        at = Span(offset + tail.start(), offset + tail.end())
        yield Part(at, "caption", listed=False, photo=True)


def names_parts(text: str, span: Span, names: Iterable[Span]) -> Iterator[Part]:
    """Yield the agencies that a line of names begins or ends with: "Jane Doe and AFP"."""
    for at in names:
        begins = text[span.start : at.start].strip(" ([") == ""
        ends = text[at.end : span.end].strip(" .)]") == ""
        if (begins and (ends or _GOES_ON.match(text, at.end, span.end))) or (
            ends and _LEADS_TO.search(text[span.start : at.start])
        ):
            line = span.of(text)
            pictured = bool(_SLASHED.fullmatch(line)) or "photo" in line.lower()
            yield Part(at, "line", photo=pictured)


def _within(offset: int, found: re.Match[str]) -> Span:
    """Return where the listed names of a match stand in the text."""
    return Span(offset + found.start("listed"), offset + found.end("listed"))


def _is_short(found: re.Match[str]) -> bool:
    """Whether two letters stand without a dash behind their bracket, as many things may."""
    return len(found["listed"].strip()) < 3 and not found.groupdict().get("mark")


def _is_place(words_before: str, listed: str) -> bool:
    """Whether what stands before an agency may be place and day, and not what it is short for.

    "Harbour Police Authority (HPA)" explains its initials.
    """
    parts = re.split(r"[\s-]+", words_before.strip(" ,"))
    initials = "".join(part[0] for part in parts if part[:1].isupper())
    explained = initials.startswith(listed.upper())
    return not explained and _SPOKEN.search(words_before) is None


@lru_cache(maxsize=1)
def _thanks() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the shapes of thanks: words before the names, and words behind them."""
    tables = [words("credits")[language] for language in _LANGUAGES]
    before = "|".join(pattern for table in tables for pattern in table["before"])
    after = "|".join(pattern for table in tables for pattern in table["after"])
    return (
        ("thanks", re.compile(rf"{_OPEN}(?:{before})(?:\s{{1,2}}|(?<=\W)){_LIST}{_CLOSE}", re.I)),
        ("thanks", re.compile(rf"{_OPEN}{_LIST} (?:{after}){_CLOSE}", re.I)),
        ("thanks", re.compile(rf"{_ASIDE}{_LIST}{_CLOSE}", re.I)),
    )
