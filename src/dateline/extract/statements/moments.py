"""Find when something is said: the time of the saying, or of the talk that it is part of.

In "Ruiz said on Monday the bridge is shut. She called it a wreck" both are of Monday.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.extract.statements.sayings import Saying
from dateline.knowledge.cues import Cues
from dateline.model import Label, Report, Span, Statement, Time

_ACT = ("after", "during", "while", "following", "upon", "on", "at")
_NO_DAY = frozenset({"duration", "set", "vague"})
"""Times that say nothing of when: "for a week", "daily", "recently"."""
_CLAUSES = frozenset({"ccomp", "relcl"})
# "… wrote minutes after Mayor Ruiz's tweet": said on the day of that tweet.
_UPON = re.compile(
    r"\b(?:minutes|moments|hours|shortly|soon|immediately) after (?P<whose>[^,.;]{1,60}?)['’]s? "
    r"(?P<what>\w{2,20})"
)


def time_of(times: Sequence[Time], saying: Saying, held: Span | None) -> Span | None:
    """Return the span of the time that a saying has; one inside what is `held` is not its own.

    Nearest in the parse wins, then nearest in the text. Where the saying has none, the time of
    what its speaker did then counts: "said … after meeting the mayor on Monday".
    """
    sentence = saying.tree.sentence.span
    first = bisect_left(times, sentence.start, key=lambda time: time.span.start)
    last = bisect_left(times, sentence.end, key=lambda time: time.span.start)
    near = [time for time in times[first:last] if time.grain not in _NO_DAY]
    own = [t for t in near if held is None or not held.start <= t.span.start < held.end]
    ranked = [(rank, t.span) for t in own if (rank := _rank(saying, t)) is not None]
    if ranked:
        return min(ranked)[1]
    return next((t.span for t in near if _is_of_act(saying, t)), None)


def _rank(saying: Saying, time: Time) -> tuple[int, int] | None:
    """Return how far the verb that a time hangs on is above the saying; None if elsewhere."""
    tree = saying.tree
    token = tree.at(time.span.start)
    if token is None:
        return None
    chain = [saying.token, *tree.above(saying.token)]
    for above in (token, *tree.above(token)):
        if above in chain:
            return chain.index(above), abs(token - saying.token)
        if tree.relation(above) in _CLAUSES:
            return None
    return None


def _is_of_act(saying: Saying, time: Time) -> bool:
    """Whether the time is that of a gerund behind the saying: "after meeting … on Monday"."""
    tree = saying.tree
    token = tree.at(time.span.start)
    if token is None or token < saying.token:
        return False
    for above in tree.above(token):
        if tree.relation(above) == "pcomp" and tree.folded[tree.head(above)] in _ACT:
            return True
    return False


def settle_times(report: Report, cues: Cues, found: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Return the statements, each with its talk's time where it prints none of its own.

    A talk is a run of statements by the same speakers. A lede often leaves the time to the
    paragraph below it, so that there the next one counts too.
    """
    settled = list(found)
    lede = _lede_end(report)
    for run in _talks(settled):
        when: Span | None = None
        for index in run:
            when = settled[index].when or when
            settled[index] = replace(settled[index], when=when)
        dated = next((settled[i].when for i in run if settled[i].when is not None), None)
        for index in run:
            if settled[index].when is None and settled[index].span.start < lede:
                settled[index] = replace(settled[index], when=dated)
    for index, statement in enumerate(settled):
        if statement.when is None:
            when = _upon(report.text, cues, settled, index) or _same_day(report, statement)
            settled[index] = replace(statement, when=when)
    return tuple(settled)


def _same_day(report: Report, statement: Statement) -> Span | None:
    """Return the time of what is said, where it is the day of the report: it is said then too."""
    first = bisect_left(report.times, statement.content.start, key=lambda time: time.span.start)
    for time in report.times[first:]:
        if time.span.start >= statement.content.end:
            break
        known = time.start is not None and time.start == time.end and time.direction == "past"
        if known and time.start == (report.metadata.published or "")[:10]:
            return time.span
    return None


def _upon(text: str, cues: Cues, settled: list[Statement], index: int) -> Span | None:
    """Return the time of what is answered at once: "wrote minutes after Ruiz's tweet"."""
    statement = settled[index]
    match = _UPON.search(text, statement.words.end, statement.span.end)
    if (
        match is None
        or match["what"].casefold() not in cues.nouns["clause"] | cues.nouns["document"]
    ):
        return None
    name = match["whose"].split()[-1:]
    for earlier in reversed(settled[:index]):
        if any(actor.name.split()[-1:] == name for actor in earlier.speakers):
            return earlier.when
    return None


def _talks(found: list[Statement]) -> Iterator[list[int]]:
    """Yield the runs of statements by the same speakers, as indices."""
    run: list[int] = []
    for index, statement in enumerate(found):
        if run and _speakers(found[run[-1]]) != _speakers(statement):
            yield run
            run = []
        run.append(index)
    if run:
        yield run


def _speakers(statement: Statement) -> tuple[tuple[int, str], ...]:
    """Return what tells speakers apart: the chain, else the name."""
    return tuple(
        (-1, a.name.casefold()) if a.chain is None else (a.chain, "") for a in statement.speakers
    )


def _lede_end(report: Report) -> int:
    """Return where the title and the first paragraph below it end."""
    read = [b for b in report.blocks if b.label in {Label.LEDE, Label.BODY}]
    ledes = [b.span.end for b in read if b.label == Label.LEDE]
    first = [b.span.end for b in read if b.label == Label.BODY][:1]
    return max(ledes + first, default=0)
