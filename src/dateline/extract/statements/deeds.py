"""Date a saying by what its speaker did before: 'Ruiz spoke at noon. "It will hold," she said.'

The sentence before is of the same speaker, and its time hangs on what it tells.
"""

from __future__ import annotations

from bisect import bisect_left

from dateline.model import Report, Span, Statement
from dateline.text.tree import SUBJECTS, Tree

NO_DAY = frozenset({"duration", "set", "vague"})
"""Times that say nothing of when: "for a week", "daily", "recently"."""
_FAR = 3
"""Characters between the two sentences: a blank, or the end of a paragraph."""
_BESIDE = ("appos", "compound", "conj")


def time_of_deed(report: Report, statement: Statement) -> Span | None:
    """Return the time of the sentence before, where it tells what the one speaker did."""
    if len(statement.speakers) != 1:
        return None
    at = bisect_left(report.sentences, statement.span.start, key=lambda s: s.span.start) - 1
    if at < 0 or report.sentences[at].parse is None:
        return None
    before = report.sentences[at]
    if statement.span.start - before.span.end > _FAR:
        return None
    tree = Tree(before, report.text)
    for root in tree.roots:
        subject = tree.child(root, *SUBJECTS)
        if subject is not None and _is(report, tree, subject, statement):
            return _time_on(report, tree, root)
    return None


def _is(report: Report, tree: Tree, subject: int, statement: Statement) -> bool:
    """Whether a subject means the speaker: a mention of the same chain, or the same bare words."""
    speaker = statement.speakers[0]
    beside = {subject, *tree.children(subject, *_BESIDE)}
    if speaker.chain is None:
        words = speaker.name.casefold().split()
        said = tree.folded[max(0, subject - len(words) + 1) : subject + 1]
        return bool(words) and list(said) == words
    chain = next((c for c in report.chains if c.id == speaker.chain), None)
    inside = tree.sentence.span
    own = (m for m in (chain.mentions if chain else ()) if inside.start <= m.start < inside.end)
    return any(tree.top(mention) in beside for mention in own)


def _time_on(report: Report, tree: Tree, root: int) -> Span | None:
    """Return the past time that hangs on a verb."""
    inside = tree.sentence.span
    for time in report.times:
        if not inside.start <= time.span.start < inside.end or time.grain in NO_DAY:
            continue
        top = tree.top(time.span)
        above = () if top is None else tree.above(top)
        governor = next((t for t in above if tree.pos(t) in {"VERB", "AUX"}), None)
        if governor == root and time.direction != "future":
            return time.span
    return None
