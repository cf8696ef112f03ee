"""Tell what a correction says was wrong and what it puts in its place.

"said [14] people had died; it was [12]": 14 was wrong, 12 is right; so in "the dam is in
[Orsk], not in [Varn]". A correction need not name both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, zip_longest

from dateline.model import Span
from dateline.text.number_shapes import AMOUNT, read_amount

Mended = tuple[Span | None, Span | None]

# Numbers that count nothing: "5 March 2031", "March 5", "paragraph 3", "10:30 GMT".
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_COUNTS_NOTHING = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}(?:,? \d{{4}})?|\b{_MONTH} \d{{1,2}}(?:,? \d{{4}})?"
    r"|\bpar(?:a|agraph|as|agraphs)?\.? (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)"
    r"|\b\d{1,2}[:.]\d\d\b|\b\d{4}-\d\d-\d\d\b|\b(?:19|20)\d\d\b"
)
_LINK = re.compile(r"\b(?:to|from|or|and)\b")
_SENTENCE = re.compile(r"[.!?]\)?\s+(?=[A-Z\d])")
# What stands before a value that was wrong, or is right; the last before it decides.
_WRONG = (
    r"(?:earlier|previous|original|initial|prior)"
    r" (?:version|edition|headline|report|story|article)s?"
    r"|originally|initially|first (?:said|stated|reported|given)|wrongly|incorrectly|mistakenly"
    r"|erroneously|inaccurately|in error|misstated|erroneous|incorrect|retract\w*"
)
_RIGHT = (
    r"(?:it|they|there|he|she) (?:is|was|are|were)|in fact|actually"
    r"|should (?:have )?(?:be(?:en)?|read|said)"
    r"|(?:correct|right|actual|true) [\w ]{0,30}?(?:is|was|are|were)|is|are|was|were|has|have"
)
_CUE = re.compile(rf"\b(?:(?P<wrong>{_WRONG})|(?P<right>{_RIGHT}))\b", re.IGNORECASE)
# "14 instead of 12", "12, not 14", "not 14 but 12": the other than what stands before.
_OTHER = re.compile(
    r"\b(?:instead of|rather than|and not|not|but)(?: (?:in|at|on|about|some|the|as))?\s*$", re.I
)
# "gave the number as 14 in error"
_ERRED = re.compile(r"(?: \w+){0,4},? (?:in error|by mistake)\b", re.IGNORECASE)
_FROM = re.compile(r"\bfrom(?: (?:about|some|the|at least))?\s*$", re.IGNORECASE)
_TO = re.compile(r"\bto(?: (?:about|some|the|at least|say|read))?\s*$", re.IGNORECASE)
# "said the bridge was in Orsk. It is in Varn": what was said, and what is put in its place.
_SAID = re.compile(
    r"\b(?:said|stated|reported|claimed|wrote|suggested)(?: (?:on [A-Z]\w+|in error))?,?"
    r"(?: that)? (?P<wrong>[^.;]{3,240})"
    r"(?:[.;]\s{1,3}(?P<right>(?!We\b|Sorry|The (?:error|mistake)|This \w+ has)[^.;]{3,240}))?"
)
# "The bridge is in Varn, not in Orsk"
_NOT = re.compile(
    r"(?P<right>[^\s.;:,][^.;:,]{2,160}),? (?:and )?not (?P<wrong>[^.;,]{2,100}?)"
    r"(?= as (?:first|originally|previously|initially|we|it|an)\b|[.;,)]|\s*$)",
    re.MULTILINE,
)
# "Removes erroneous reference to a curfew", "to remove a mention of the mayor"
_REMOVED = re.compile(
    r"\b(?:remov|delet|drop|strik)\w{1,4} (?:[\w-]+ ){0,4}?"
    r"(?:reference|mention|quote|quotation|attribution|line|paragraph|claim)s? "
    r"(?:to|of|from|that|about) (?P<wrong>[^.;)\]]{3,160})",
    re.IGNORECASE,
)
_CORRECTS = re.compile(r"\bcorrects\b", re.IGNORECASE)
# "retracted its report [that the mayor had been warned]"
_OF_REPORT = re.compile(
    r",? (?:that|which (?:said|claimed|alleged)(?: that)?|saying(?: that)?|claiming(?: that)?"
    r"|alleging(?: that)?|about|on|of) (?P<wrong>[^.;]{3,240})"
)
_WEEKDAY = re.compile(r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d)\b")


def find_mended(text: str, notice: Span) -> tuple[Mended, ...]:
    """Return (wrong, right) for each value that a correction mends; one pair at least."""
    numbers = list(_numbers(text, notice))
    if numbers:
        wrong = [span for span, holds in numbers if not holds]
        right = [span for span, holds in numbers if holds]
        return tuple(zip_longest(wrong, right))
    if removed := _REMOVED.search(text, notice.start, notice.end):
        # "Corrects number of dead; removes reference to a curfew"
        more = _CORRECTS.search(text, notice.start, notice.end)
        return ((_group(removed, "wrong"), None), *([(None, None)] if more else ()))
    for pattern in (_NOT, _SAID):
        if match := pattern.search(text, notice.start, notice.end):
            return ((_group(match, "wrong"), _group(match, "right")),)
    return ((None, None),)


def find_retracted(text: str, rest: Span) -> Span | None:
    """Return what a report that is taken back had said, from what follows the word for it."""
    match = _OF_REPORT.match(text, rest.start, rest.end)
    if match is None or _WEEKDAY.match(match["wrong"]):
        return None
    return _group(match, "wrong")


def _group(match: re.Match[str], name: str) -> Span | None:
    """Return where a group stands, None where its pattern or the text has none."""
    if name not in match.re.groupindex or match[name] is None:
        return None
    start = match.start(name)
    return Span(start, start + len(match[name].rstrip(" ,)]")))


def _numbers(text: str, notice: Span) -> Iterator[tuple[Span, bool]]:
    """Yield the numbers of a correction, and whether it puts them in place of another."""
    found: list[tuple[Span, bool | None]] = []
    for span in _amounts(text, notice):
        start = _sentence_start(text, notice, span)
        before = found[-1][1] if found else None
        if _OTHER.search(text, start, span.start):
            found[-1:] = [(s, True if holds is None else holds) for s, holds in found[-1:]]
            found.append((span, before is False))
        else:
            found.append((span, _holds(text, Span(start, span.start), span.end)))
            if found[-1][1] is None and start > notice.start and before is False:
                found[-1] = (span, True)  # What follows in a sentence of its own is in its place.
    yield from ((span, holds) for span, holds in found if holds is not None)


def _amounts(text: str, notice: Span) -> Iterator[Span]:
    """Yield the numbers that count something; "from 12 to 14" is no range here."""
    taken = [Span(*m.span()) for m in _COUNTS_NOTHING.finditer(text, notice.start, notice.end)]
    ends = [m.start() for m in _LINK.finditer(text, notice.start, notice.end)]
    for start, end in pairwise((notice.start, *ends, notice.end)):
        for match in AMOUNT.finditer(text, start, end):
            span = Span(*match.span())
            if read_amount(match) is not None and not any(span.meets(other) for other in taken):
                yield span


def _sentence_start(text: str, notice: Span, number: Span) -> int:
    ends = [m.end() for m in _SENTENCE.finditer(text, notice.start, number.start)]
    return ends[-1] if ends else notice.start


def _holds(text: str, before: Span, end: int) -> bool | None:
    """Return whether a number is the right one by the words around it, None if none tells."""
    if _ERRED.match(text, end) or _FROM.search(text, before.start, before.end):
        return False
    if _TO.search(text, before.start, before.end):
        return True
    cues = list(_CUE.finditer(text, before.start, before.end))
    return cues[-1]["wrong"] is None if cues else None
