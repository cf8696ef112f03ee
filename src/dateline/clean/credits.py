"""Find the news agencies that a report credits: "With reporting by AP and dpa".

Credits stand on lines of their own ("ab/cd (AFP, dpa)", "Image: Jane Doe/AFP"), in a dateline
("KABUL, Jan 5 (Reuters) -"), in a byline, or after the last full stop ("… on Monday. — AFP").
An agency that a sentence names is a source and not a credit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.clean.prose import dateline_of
from dateline.knowledge.lexicon import Agency, Lexicon, fold
from dateline.model import Block, Credit, Label, Report, Span

_LONGEST_NAME = 5
_WORD = re.compile(r"[^\W_][\w'’&.+-]*[\w]|[^\W_]")
# A name goes on after its words with a capital: "Saba Ahmed"; these don't make it a person's.
_NOT_SURNAMES = frozenset(
    "staff photo photos news agency images image file pool handout correspondent and via".split()
)
# The part of a caption that credits: "[Jane Doe/Reuters]", "REUTERS/Jane Doe", "Photo: AFP".
_CAPTION_CREDIT = re.compile(
    r"[(\[][^()\[\]]{2,80}[)\]]\W{0,2}$"
    r"|(?:photo|image|picture|credit|source|courtesy|via|©)\b ?[:|by]{0,2} ?[^.]{2,60}\.?$"
    r"|(?:[\w.'’-]+ ){0,3}[\w.'’-]+ ?/ ?[\w .'’/-]{2,60}$",
    re.I,
)
# What stands after the last sentence: "… on Monday. — AFP", "… open.” (dpa, AP)", "… - Reuters"
_ENDING = re.compile(
    r"(?:(?<=[.!?\"”’])\s{0,3}|\s)(?:[-–—/]{1,2}\s?|©\s?|[(\[])(?:with )?"
    r"(?P<listed>[\w][\w.'’ &/,-]{1,60}?)[)\]]?\.?$"
)
# "… Reuters and AFP contributed to this report.", at the end of a paragraph
_THANKS = re.compile(
    r"(?:^|(?<=[.!?\"”] ))(?P<listed>[^.!?]{2,120}) contributed (?:reporting )?to this"
    r" (?:report|story|article)\.?$"
)


def find_credits(report: Report, *, lexicon: Lexicon) -> tuple[Credit, ...]:
    """Return one credit for each agency that a line credits, in the order of the text.

    `kind` is "photo" beside a picture, else "wire". A picture library ("Getty Images") is no
    source of anybody's words; its name stands in the photo credit's block and is no credit.
    """
    found: list[Credit] = []
    bodies = [block for block in report.blocks if block.label in (Label.BODY, Label.LEDE)]
    for block in report.blocks:
        spans = list(_credited(report.text, block, bodies))
        named: set[str] = set()
        for span, rule in spans:
            for at, agency in agencies_in(report.text, span, lexicon):
                if agency.name in named or agency.kind == "photo":
                    continue
                named.add(agency.name)
                pictured = block.label in (Label.PHOTO_CREDIT, Label.CAPTION)
                kind = "photo" if pictured else "wire"
                found.append(Credit(at, agency.name, kind, by=f"credits/{rule}"))
    return tuple(found)


def agencies_in(text: str, span: Span, lexicon: Lexicon) -> Iterator[tuple[Span, Agency]]:
    """Yield the agencies named in a stretch of text, the longest name first at each word."""
    words = [Span(m.start(), m.end()) for m in _WORD.finditer(text, span.start, span.end)]
    index = 0
    while index < len(words):
        for length in range(min(_LONGEST_NAME, len(words) - index), 0, -1):
            at = Span(words[index].start, words[index + length - 1].end)
            agency = lexicon.agencies.get(fold(at.of(text)))
            if agency is not None and _is_name(text, at, agency):
                yield at, agency
                index += length - 1
                break
        index += 1


def _credited(text: str, block: Block, bodies: list[Block]) -> Iterator[tuple[Span, str]]:
    """Yield the parts of a block that credit somebody, with the rule."""
    words = block.span.of(text)
    start = block.span.start
    if block.label in (Label.CREDIT, Label.PHOTO_CREDIT, Label.BYLINE):
        yield block.span, {"credit": "line", "byline": "byline"}.get(block.label, "photo")
    elif block.label is Label.CAPTION:
        if tail := _CAPTION_CREDIT.search(words[-200:]):
            offset = block.span.end - len(words[-200:])
            yield Span(offset + tail.start(), offset + tail.end()), "caption"
    elif block.label is Label.DATELINE:
        yield block.span, "dateline"
    elif block in bodies[:4] and (opening := dateline_of(words)):
        # "KABUL, Jan 5 (Reuters) -", or "Tehran, IRNA –" where the last part is the agency
        after_comma = words.rfind(",", 0, opening.start("dash")) + 1
        at = opening.start("credit") if opening["credit"] else after_comma
        if opening["credit"] or at:
            yield Span(start + at, start + opening.start("dash")), "dateline"
    if block in bodies[-1:]:
        tail_words = words[-200:]
        offset = block.span.end - len(tail_words)
        for shape, rule in ((_ENDING, "ending"), (_THANKS, "thanks")):
            if ending := shape.search(tail_words):
                yield Span(offset + ending.start("listed"), offset + ending.end("listed")), rule


def _is_name(text: str, at: Span, agency: Agency) -> bool:
    """Whether the words stand as a name of the agency: "Saba", but not "Saba Ahmed" or "map"."""
    words = at.of(text)
    if words.islower() and not agency.name.islower():
        return False
    if agency.name.isupper() and len(words) <= 5 and not words.isupper() and " " not in words:
        return False
    if words.isupper() or " " in words or words.islower():
        return True
    after = re.match(r" ([A-Z][\w'’-]+)", text[at.end : at.end + 40])
    return after is None or after[1].lower() in _NOT_SURNAMES
