"""Lay statements out as PolNeAR lays out attributions: pieces of source, cue and content.

'Luis Prado, a baker, has said that the ferry "is late"' is source "Luis Prado, a baker", cue
"has said" and content 'that the ferry "is late"'. What differs from a statement by rule is
mapped by the parse, and by nothing else:

* source: the whole noun phrase around the speaker, with its title, apposition and clauses and
  the comma that closes these, but without a genitive's "'s"; the relative pronoun where the
  cue's clause has one. A quotation without a cue of its own adds its content to the attribution
  before it in its line and has no source.
* cue: the verb with its auxiliaries, negation and the adverbs and particles that touch it, and
  the preposition between it and its content ("has also called for").
* content: with the word that opens the clause ("that", "whether", "to") and without a closing
  mark that stands outside quotation marks.
* An attribution inside the content of another isn't annotated there, and is left out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.model import Actor, Report, Span, Statement
from dateline.text.tree import NOMINAL, SUBJECTS, Tree

ROLES = ("source", "cue", "content")

_ROLE = re.compile(r"(Source|Cue|Content)\d*:(T\d+)")
_BESIDE = frozenset({"aux", "auxpass", "neg", "advmod", "prt"})
_OPENERS = frozenset({"that", "whether", "if", "to"})
_RELATIVE = frozenset({"who", "which", "that"})
_QUOTES = frozenset('"“”') | {"''", "``"}
_DASHES = frozenset("-–—") | {"--"}
_OUTER = " \t\n\xa0,.;:—–-"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what by which word, each as stretches of characters."""

    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()
    speakers: tuple[Actor, ...] = ()

    def spans(self, role: str) -> tuple[Span, ...]:
        """Return the stretches of "source", "cue" or "content"."""
        return {"source": self.source, "cue": self.cue, "content": self.content}[role]


def read_attributions(annotations: str) -> list[Attribution]:
    """Return the attributions of a BRAT file: "T1 Source 0 9;12 20" joined by E lines."""
    lines = [line.split("\t") for line in annotations.splitlines() if "\t" in line]
    spans = {parts[0]: _stretches(parts[1]) for parts in lines if parts[0].startswith("T")}
    found = []
    for parts in lines:
        if parts[0].startswith("E"):
            held: dict[str, list[Span]] = {}
            for role, name in _ROLE.findall(parts[1]):
                held.setdefault(role.lower(), []).extend(spans[name])
            source, cue, content = (tuple(sorted(held.get(role, ()))) for role in ROLES)
            found.append(Attribution(source, cue, content))
    return found


def _stretches(about: str) -> list[Span]:
    """Return the stretches of "Content 0 9;12 20"."""
    pairs = (pair.split() for pair in about.split(maxsplit=1)[1].split(";"))
    return [Span(int(start), int(end)) for start, end in pairs]


# ---------------------------------------------------------------------------- from statements


def attributions_of(report: Report) -> list[Attribution]:
    """Return the statements of a report as attributions, in the order of their content."""
    trees = [Tree(s, report.text) for s in report.sentences if s.parse is not None]
    found: list[Attribution] = []
    at: dict[Span, int] = {}
    last: int | None = None
    outer = sorted(report.statements, key=lambda s: (s.content.start, -s.content.end))
    for statement in outer:
        mapped = _mapped(trees, statement, report.text)
        if statement.cue is None:
            goes_on = last is not None and _goes_on(report, found[last], mapped)
            number = last if last is not None and goes_on else len(found)
        elif _is_inside(statement, outer):
            continue
        else:
            number = at.setdefault(statement.cue, len(found))
        if number == len(found):
            found.append(mapped)
        else:
            found[number] = _joined(found[number], mapped)
        last = last if statement.mode == "stance" else number
    return found


def _goes_on(report: Report, last: Attribution, more: Attribution) -> bool:
    """Whether a quotation without a cue goes on with the attribution before, in its paragraph."""
    said, between = last.content[-1], more.content[0].start
    same = [a.name for a in last.speakers] == [a.name for a in more.speakers]
    return same and "\n" not in report.text[said.end : between]


def _joined(one: Attribution, more: Attribution) -> Attribution:
    """Return an attribution with the content of another added to it."""
    return replace(one, content=tuple(sorted({*one.content, *more.content})))


def _is_inside(statement: Statement, outer: Sequence[Statement]) -> bool:
    """Whether the cue of a statement stands in the content of another."""
    cue = statement.cue
    return cue is not None and any(
        other.cue != cue and other.content.start <= cue.start < other.content.end
        for other in outer
        if not (other.cue is not None and _holds(statement.content, other.cue))
    )


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start < outer.end


def _mapped(trees: Sequence[Tree], statement: Statement, text: str) -> Attribution:
    """Return one statement as an attribution."""
    content = _content(trees, statement.content, text)
    if statement.cue is None:
        return Attribution(content=(content,), speakers=statement.speakers)
    cue = _cue(trees, statement.cue, content)
    source = tuple(_sources(trees, statement, text))
    pieces = (_bare(piece, text) for piece in _without(content, (cue, *source)))
    said = tuple(piece for piece in pieces if any(c.isalnum() for c in piece.of(text)))
    return Attribution(source, (cue,), said, statement.speakers)


def _tree_at(trees: Sequence[Tree], offset: int) -> Tree | None:
    """Return the sentence that holds a character."""
    at = bisect_right(trees, offset, key=lambda tree: tree.sentence.span.start) - 1
    return trees[at] if at >= 0 and offset < trees[at].sentence.span.end else None


def _content(trees: Sequence[Tree], content: Span, text: str) -> Span:
    """Return content with the word that opens it and without the mark that closes it."""
    start, end = content.start, content.end
    tree = _tree_at(trees, start)
    token = None if tree is None else tree.at(start)
    if tree is not None and token and tree.folded[token - 1] in _OPENERS:
        if tree.relation(token - 1) in {"mark", "aux", "complm"}:
            start = tree.parse.start[token - 1]
    return _bare(Span(start, end), text)


def _cue(trees: Sequence[Tree], cue: Span, content: Span) -> Span:
    """Return a cue with its auxiliaries, adverbs, particle and preposition."""
    tree = _tree_at(trees, cue.start)
    token = None if tree is None else tree.top(cue)
    if tree is None or token is None or tree.pos(token) not in {"VERB", "AUX"}:
        return cue
    if tree.span(token) != cue:  # "according to"
        return cue
    beside = {*tree.children(token, *_BESIDE)}
    first = last = token
    while first - 1 in beside:
        first -= 1
    while last + 1 in beside and tree.parse.end[last + 1] <= content.start:
        last += 1
    joins = {*tree.children(token, "prep", "prt")}
    if last + 2 < len(tree) and last + 1 in joins and tree.parse.start[last + 2] == content.start:
        last += 1
    return tree.span(first, last)


def _sources(trees: Sequence[Tree], statement: Statement, text: str) -> Iterator[Span]:
    """Yield the noun phrases of the speakers, those joined by "and" as one."""
    found: dict[Span, None] = {}
    for actor in statement.speakers:
        tree = None if actor.span is None else _tree_at(trees, actor.span.start)
        token = None if tree is None or actor.span is None else tree.top(actor.span)
        if tree is not None and token is not None:
            found[_phrase(tree, _relative(tree, statement, token), text)] = None
    yield from found


def _relative(tree: Tree, statement: Statement, speaker: int) -> int:
    """Return the "who" of "Ana Ruiz, who said …" where the cue is in it, else the speaker."""
    cue = None if statement.cue is None else tree.top(statement.cue)
    subject = None if cue is None else tree.child(cue, *SUBJECTS)
    held = subject is not None and tree.folded[subject] in _RELATIVE
    return subject if subject is not None and held else speaker


def _phrase(tree: Tree, token: int, text: str) -> Span:
    """Return the whole noun phrase around a speaker."""
    while tree.relation(token) in {"conj", "appos", "compound"} and tree.pos(token) in NOMINAL:
        head = tree.head(token)
        if tree.pos(head) not in NOMINAL:
            break
        token = head
    below = set(tree.subtree(token))
    for child in tree.children(token, "case"):
        below.discard(child)
    first = max((t + 1 for t in below if t < token and _is_apart(tree, t)), default=min(below))
    phrase = _bare(tree.span(first, max(below)), text)
    if "," in phrase.of(text) and text[phrase.end : phrase.end + 1] == ",":
        return Span(phrase.start, phrase.end + 1)
    return phrase


def _is_apart(tree: Tree, token: int) -> bool:
    """Whether a mark stands between a dateline or a quotation and the source behind it."""
    loose = token == 0 or tree.parse.end[token - 1] < tree.parse.start[token]
    return tree.words[token] in _QUOTES or (loose and tree.words[token] in _DASHES)


def _bare(span: Span, text: str) -> Span:
    """Return a stretch without the punctuation around it."""
    start, end = span.start, span.end
    while end > start + 1 and text[end - 1] in _OUTER:
        end -= 1
    while start + 1 < end and text[start] in _OUTER:
        start += 1
    return Span(start, end)


def _without(content: Span, holes: Sequence[Span]) -> Iterator[Span]:
    """Yield content without its own source and cue: "The ferry, he said, is late"."""
    start = content.start
    for hole in sorted(holes):
        if start <= hole.start and hole.end <= content.end:
            yield Span(start, hole.start)
            start = hole.end
    yield Span(start, content.end)
