"""Find the saying that a quotation belongs to, or see that its marks quote nobody.

'"Go home," she said' and 'he vowed to "drain the lake"' quote somebody; 'the "widow" bridge'
and 'Locals often call it "the widow"' don't.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from dateline.extract.statements.paragraphs import Paragraph
from dateline.extract.statements.quotations import Quotation
from dateline.extract.statements.sayings import Saying, clause_of, governs
from dateline.knowledge.cues import Cues
from dateline.model import Span
from dateline.text.tree import NOMINAL, SUBJECTS, Tree

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_ASIDE = frozenset({"relcl", "acl", "amod", "appos", "compound", "advcl", "pcomp"})
_BEFORE_VERB = frozenset(
    {"PROPN", "NOUN", "DET", "ADJ", "PRON", "ADP", "PUNCT", "PART", "NUM", "ADV", "AUX", "CCONJ"}
)
_RELATIVES = frozenset({"WDT", "WP", "WP$"})
_BARE = frozenset({"be", "have", "do", "come", "go", "get", "become"})


@dataclass(frozen=True, slots=True)
class Anchor:
    """The saying that a quotation belongs to, and how it was seen."""

    saying: Saying
    rule: str
    """"after", "governed", "before", "held", "apart"."""
    above: tuple[Saying, ...] = ()
    """The sayings that govern it in turn: "Ruiz said that the plan calls for …"."""


def find_anchor(paragraph: Paragraph, quotation: Quotation, cues: Cues) -> Anchor | None:
    """Return the saying of a quotation within its paragraph, or None."""
    after = _after(paragraph, quotation, cues)
    governors = _governors(paragraph, quotation)
    inner = after is not None and _tells_of(after, governors, quotation)
    if after is not None and not inner and _is_cut(paragraph.text, quotation):
        return Anchor(after, "after")
    if governors:
        return Anchor(governors[0], "governed", governors[1:])
    before = _before(paragraph, quotation)
    if before is not None:
        return Anchor(before, "before")
    if after is not None:
        return Anchor(after, "apart")
    held = _holder(paragraph, quotation, cues)
    return None if held is None else Anchor(held, "held")


def _tells_of(after: Saying, governors: tuple[Saying, ...], quotation: Quotation) -> bool:
    """Whether what follows a quotation tells of its saying: 'Ruiz said it "died", Tide reported'.

    The saying stands before the quotation, has a subject of its own and is what is reported;
    the parse may hang either verb on the other.
    """
    tree = after.tree
    return any(
        one.tree is tree
        and one.cue.end <= quotation.span.start
        and tree.child(one.token, *SUBJECTS) is not None
        and "ccomp" in {_arc(tree, one.token, after.token), _arc(tree, after.token, one.token)}
        for one in governors
    )


def _arc(tree: Tree, below: int, above: int) -> str | None:
    """Return how the first token hangs on the second, if it does."""
    return tree.relation(below) if tree.head(below) == above else None


def _is_cut(text: str, quotation: Quotation) -> bool:
    """Whether the quotation ends as one does that its cue follows: "…," she said."""
    last = text[quotation.words.end - 1]
    return last in ",?!-–—…" or text[quotation.span.end : quotation.span.end + 1] == ","


def _after(paragraph: Paragraph, quotation: Quotation, cues: Cues) -> Saying | None:
    """Return the saying that follows the quotation: '," said Ana', '!" Ana wrote on …'."""
    text, start = paragraph.text, quotation.span.end
    while start < paragraph.block.span.end and (text[start].isspace() or text[start] in ",-–—"):
        start += 1
    tree = paragraph.tree_at(start)
    if tree is None or paragraph.quoted(start):
        return None
    verb = _first_verb(tree, start, paragraph)
    if verb is None or _goes_on(tree, verb, start):
        return None
    apart = tree.sentence.span.start >= quotation.span.end
    cued = cues.takes(tree.lemma(verb), "clause", "question")
    if apart and (not cued or _holds_something(tree, verb, paragraph)):
        return None
    cut = _is_cut(text, quotation)
    if not cued and (not cut or tree.lemma(verb) in _BARE):
        return None
    if not cut and not apart and _holds_clause_after(tree, verb):
        return None
    verb = _as_saying(tree, verb)
    return Saying(tree, verb, "verb", _beside(tree, verb, start, paragraph))


def _goes_on(tree: Tree, verb: int, start: int) -> bool:
    """Whether the verb only goes on behind a quotation: '…," but conceded', '…," adding that'."""
    first = bisect_left(tree.parse.start, start)
    if tree.pos(first) == "CCONJ" and first > 0:
        return True
    alone = tree.tag(verb) == "VBG" and tree.child(verb, *SUBJECTS) is None
    return alone and first == verb and first > 0 and tree.relation(verb) != "ROOT"


def _as_saying(tree: Tree, verb: int) -> int:
    """Return the "saying" of '"…," Tide quoted Ruiz as saying', else the verb itself."""
    if tree.lemma(verb) not in {"quote", "cite"}:
        return verb
    held = (c for p in tree.children(verb, "prep", "mark", "advcl") for c in (p, *tree.children(p)))
    return next((t for t in held if tree.tag(t) == "VBG" and tree.folded[t - 1] == "as"), verb)


def _beside(tree: Tree, verb: int, start: int, paragraph: Paragraph) -> int | None:
    """Return the noun beside the verb where the parse finds its subject in or before the words."""
    subject = tree.subject(verb)
    if subject is not None and tree.parse.start[subject] >= start:
        if not paragraph.quoted(tree.parse.start[subject]):
            return None
    before = range(bisect_left(tree.parse.start, start), verb)
    nouns = [t for t in before if tree.pos(t) in NOMINAL]
    if nouns:
        named = [t for t in nouns if tree.pos(t) == "PROPN"]
        return (named or nouns)[-1]
    run: list[int] = []
    for token in range(verb + 1, len(tree)):
        if tree.pos(token) in NOMINAL:
            run.append(token)
        elif run or tree.pos(token) not in {"DET", "ADJ"}:
            break
    return run[-1] if run else None


def _first_verb(tree: Tree, start: int, paragraph: Paragraph) -> int | None:
    """Return the first main verb from an offset on, if only its subject stands before it."""
    for token in range(bisect_left(tree.parse.start, start), len(tree)):
        at = tree.parse.start[token]
        if paragraph.quoted(at) or (at == start and tree.tag(token) in _RELATIVES):
            return None
        if tree.pos(token) == "VERB" and (
            tree.tag(token) in _FINITE
            or (tree.tag(token) == "VBN" and tree.relation(token) not in _ASIDE)
            or at == start
        ):
            if tree.relation(token) in {"relcl", "acl"} and at != start:
                continue
            return token
        if tree.pos(token) not in _BEFORE_VERB | {"VERB", "SCONJ", "SPACE"}:
            return None
        if tree.words[token] in {":", ";", "."}:
            return None
    return None


def _holds_something(tree: Tree, verb: int, paragraph: Paragraph) -> bool:
    """Whether a saying apart has a content of its own after it: a clause or a quotation."""
    behind = Span(tree.parse.end[verb], tree.sentence.span.end)
    if paragraph.quotations_in(behind):
        return True
    held = tree.children(verb, "ccomp", "xcomp", "acomp", "attr", "oprd")
    own = [c for c in held if not (tree.tag(c) == "VBG" and tree.words[c - 1] == ",")]
    return bool(own) or (tree.child(verb, "dobj") is not None and tree.lemma(verb) != "tell")


def _holds_clause_after(tree: Tree, verb: int) -> bool:
    """Whether a clause hangs on the verb behind it."""
    return any(child > verb for child in tree.children(verb, "ccomp", "xcomp"))


def _governors(paragraph: Paragraph, quotation: Quotation) -> tuple[Saying, ...]:
    """Return the sayings above the quotation in its first sentence's parse, nearest first."""
    tree = paragraph.tree_at(quotation.words.start)
    if tree is None:
        return ()
    first = tree.sentence.span
    top = tree.top(Span(quotation.words.start, min(quotation.words.end, first.end)))
    if top is None:
        return ()
    own = {saying.token: saying for saying in paragraph.sayings_in(first)}
    return tuple(own[a] for a in tree.above(top) if a in own and governs(tree, a, top))


def _before(paragraph: Paragraph, quotation: Quotation) -> Saying | None:
    """Return the saying that leads up to the quotation: 'he said, "…"', 'was clear: "…"'."""
    tree = paragraph.tree_at(quotation.span.start)
    if tree is None:
        return None
    start = quotation.span.start
    earlier = paragraph.sayings_in(Span(tree.sentence.span.start, start))
    lead = paragraph.text[tree.sentence.span.start : start].rstrip()
    if earlier:
        between = paragraph.text[earlier[-1].cue.end : start].strip()
        if not between or between in {"that", "as"} or between[-1] in ",:":
            return earlier[-1]
    if lead.endswith(":"):
        return introduction(tree)
    return None


def introduction(tree: Tree) -> Saying | None:
    """Return the main verb of a sentence that ends in a colon: "The mayor had a plan:"."""
    for root in tree.roots:
        if tree.pos(root) in {"VERB", "AUX"} and tree.subject(root) is not None:
            return Saying(tree, root, "verb")
    return None


def _holder(paragraph: Paragraph, quotation: Quotation, cues: Cues) -> Saying | None:
    """Return the saying of the sentence whose reported clause holds the quotation."""
    tree = paragraph.tree_at(quotation.words.start)
    for saying in () if tree is None else paragraph.sayings_in(tree.sentence.span):
        clause = clause_of(saying, cues)
        if clause is not None and clause.start <= quotation.words.start < clause.end:
            return saying
    return None
