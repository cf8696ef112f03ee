"""Find where a report corrects itself, or where a report is taken back.

"[Correction: An earlier version of this article said 14 people had died; it was 12.]" is a
correction of 14 to 12; "[The Lake Post on Thursday retracted its report that the mayor had
been warned.]" takes a report back. They are looked for in furniture too, where papers put them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from dateline.extract.notices.mended import find_mended, find_retracted
from dateline.knowledge.vocabulary import words
from dateline.model import Actor, Label, Notice, Report, Span

Words = Mapping[str, tuple[str, ...]]

_UNREAD = frozenset({Label.LINK_OUT, Label.URL})
_HEADS_NOTHING = frozenset({Label.TITLE, Label.NAV})
# "said. Twelve", "14.) The": where a sentence ends.
_ENDS = re.compile(r"[.!?][\"”’)\]]{0,2}\s+(?=[\"“‘(\[]?[A-Z\d])")
LONGEST = 1200
"""Characters of a block in which a notice is looked for."""
HEADING = 40
"""Characters that a notice's heading has at most, where what it says stands in the next block."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of `notices.toml`: how notices of one kind are worded."""

    name: str
    kind: str
    pattern: re.Pattern[str]
    opening: bool
    """Whether its words have to open a block."""
    other: bool
    """Whether it is somebody else's report that is taken back."""


def find_notices(report: Report) -> tuple[Notice, ...]:
    """Return the notices of a report in order, one for each value that a correction mends."""
    found: list[Notice] = []
    for span in _stretches(report):
        found.extend(next((n for rule in rules() if (n := _read(report, span, rule))), ()))
    return tuple(found)


def _stretches(report: Report) -> Iterator[Span]:
    """Yield the blocks to look in, a bare heading ("Correction") with the block that it heads."""
    blocks = [block for block in report.blocks if block.label not in _UNREAD]
    headed = False
    for number, block in enumerate(blocks):
        if headed:
            headed = False
            continue
        span = block.span
        following = blocks[number + 1].span if number + 1 < len(blocks) else span
        bare = span.end - span.start <= HEADING and block.label not in _HEADS_NOTHING
        if bare and any(r.opening and r.pattern.fullmatch(span.of(report.text)) for r in rules()):
            headed = following != span
            span = Span(span.start, following.end)
        yield span


def _read(report: Report, span: Span, rule: Rule) -> tuple[Notice, ...]:
    """Return the notices that a rule finds in a block, of which none is said by a speaker."""
    text = report.text
    end = min(span.end, span.start + LONGEST)
    search = rule.pattern.match if rule.opening else rule.pattern.search
    match = search(text, span.start, end)
    if match is None or _is_quoted(report, match.start()):
        return ()
    if rule.kind == "correction" and match.span() == (span.start, span.end):
        return ()  # A bare "Corrections" is a link or a heading of nothing.
    by = f"notices/{rule.name}"
    sentence = _sentence(text, span, match)
    if rule.other:
        whose = Span(*match.span("whose"))
        wrong = find_retracted(text, Span(match.end(), sentence.end))
        name = whose.of(text)
        return (Notice(sentence, rule.kind, by, wrong, whose=Actor(name, whose)),)
    notice = span if rule.opening else Span(sentence.start, end)
    if rule.kind == "retraction":
        return (Notice(notice, rule.kind, by, find_retracted(text, Span(match.end(), end))),)
    return tuple(
        Notice(notice, rule.kind, by, wrong, right) for wrong, right in find_mended(text, notice)
    )


def _is_quoted(report: Report, at: int) -> bool:
    """Whether a character stands in what somebody is quoted to say: "We wrongly reported it"."""
    spoken = (s.words for s in report.statements if s.mode in {"direct", "mixed"})
    return any(words.start <= at < words.end for words in spoken)


def _sentence(text: str, span: Span, match: re.Match[str]) -> Span:
    """Return the sentence of a block that a match stands in."""
    ends = [found.end() for found in _ENDS.finditer(text, span.start, span.end)]
    start = max((end for end in ends if end <= match.start()), default=span.start)
    end = min((end for end in ends if end >= match.end()), default=span.end)
    return Span(start, start + len(text[start:end].rstrip()))


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """Return the rules of `notices.toml`, in their order."""
    tables = words("notices")
    return tuple(
        Rule(
            name,
            table["kind"][0],
            _compiled(table, tables["words"]),
            opening=table["where"] == ("opening",),
            other=table["of"] == ("other",),
        )
        for name, table in tables.items()
        if name != "words"
    )


def _compiled(table: Words, lists: Words) -> re.Pattern[str]:
    """Return the patterns of a rule as one, with the words that they name put in."""
    shape = "|".join(table["patterns"])
    for name, listed in lists.items():
        shape = shape.replace(f"<{name.upper()}>", f"(?:{'|'.join(listed)})")
    return re.compile(shape, 0 if "case" in table else re.IGNORECASE)
