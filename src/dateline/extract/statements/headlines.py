"""Find what a headline says somebody says: "Harbour board: no ship will sail", "… 'a wreck'".

A headline drops its verbs of saying, so that a colon behind a name, or quotation marks in a
sentence about somebody, are enough.
"""

from __future__ import annotations

from dateline.extract.statements.attribution import introduction
from dateline.extract.statements.paragraphs import Paragraph
from dateline.extract.statements.quotations import Quotation
from dateline.extract.statements.speakers import speakers_at
from dateline.extract.statements.voices import Setting, Voice
from dateline.model import Kind, Span
from dateline.text.tree import NOMINAL, Tree

_NAMING = frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.GROUP})
_LEAD = 8
"""Tokens: what stands before the colon is a name with its title, no clause."""


def colon_speaker(setting: Setting, paragraph: Paragraph) -> tuple[Voice, Span] | None:
    """Return who stands before a headline's colon, and what is said behind it."""
    if not paragraph.trees:
        return None
    tree = paragraph.trees[0]
    colon = next((t for t in range(len(tree)) if tree.words[t].endswith(":")), None)
    if colon is None or not 0 < colon < _LEAD or colon + 1 >= len(tree):
        return None
    lead = tree.span(0, colon - 1 if tree.words[colon] == ":" else colon)
    token = _named_head(setting, tree, lead)
    if token is None:
        return None
    actors = speakers_at(setting, tree, token)
    said = Span(tree.parse.start[colon + 1], paragraph.block.span.end)
    return (Voice(actors), said) if actors else None


def _named_head(setting: Setting, tree: Tree, lead: Span) -> int | None:
    """Return the head of the words before a colon, if they name somebody who can speak."""
    for name in setting.report.names:
        if not lead.start <= name.span.start < lead.end:
            continue
        stands_for = (
            name.as_government and name.name.casefold() != name.span.of(tree.text).casefold()
        )
        if name.kind in _NAMING or stands_for:
            return tree.top(Span(name.span.start, min(name.span.end, lead.end)))
    return None


def headline_voice(setting: Setting, paragraph: Paragraph, quotation: Quotation) -> Voice | None:
    """Return the voice of quotation marks in a headline: whoever it is about."""
    colon = colon_speaker(setting, paragraph)
    if colon is not None and colon[1].start <= quotation.span.start:
        return colon[0]
    tree = paragraph.tree_at(quotation.span.start)
    saying = None if tree is None else introduction(tree)
    if tree is None or saying is None:
        return None
    subject = tree.subject(saying.token)
    if subject is None or subject > saying.token or tree.pos(subject) not in NOMINAL:
        return None
    if tree.parse.start[subject] >= quotation.span.start:
        return None
    actors = tuple(a for a in speakers_at(setting, tree, subject) if a.chain is not None)
    return Voice(actors) if actors else None
