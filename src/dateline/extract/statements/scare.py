"""See that quotation marks quote nobody: scare quotes, nicknames, titles of works.

'Locals often call the bridge "the widow"', 'the so-called "peace force"', 'Jose "Pepe" Silva'
and 'the film "Dry Lake"' hold no statement.
"""

from __future__ import annotations

from dateline.extract.statements.paragraphs import Paragraph
from dateline.extract.statements.quotations import Quotation
from dateline.extract.statements.sayings import Saying
from dateline.knowledge.cues import Cues
from dateline.model import Label
from dateline.text.tree import Tree

_SHORT = 3
"""Words: a name or scare quote is hardly longer."""
_TITLE_WORDS = 8
_SMALL = frozenset("a an and as at by for from in of on or the to with".split())


def quotes_nobody(
    paragraph: Paragraph, quotation: Quotation, saying: Saying | None, cues: Cues
) -> bool:
    """Whether the marks only keep a name at a distance: scare quotes, titles, nicknames."""
    tree = paragraph.tree_at(quotation.words.start)
    words = quotation.words.of(paragraph.text).split()
    if tree is None or paragraph.block.label == Label.TITLE:
        return False
    tokens = tree.inside(quotation.words)
    if not tokens:
        return True
    naming = saying is not None and cues.takes(saying.tree.lemma(saying.token), "name")
    if _is_nickname(tree, tokens) or _is_kept_off(paragraph.text, tree, quotation, cues):
        return True
    if saying is not None and _is_inscribed(saying, cues):
        return True
    if not naming and _is_title(paragraph.text, tree, quotation, saying):
        return True
    if len(words) > _SHORT + 1:
        return False
    if saying is None or not naming:
        return False
    return (_modifies(tree, tokens) and len(words) < _SHORT) or _is_habit(saying, cues)


def _is_nickname(tree: Tree, tokens: tuple[int, ...]) -> bool:
    """Whether the words stand inside a name: Jose "Pepe" Silva."""
    before, after = tokens[0] - 2, tokens[-1] + 2
    if before < 0 or after >= len(tree) or len(tokens) > 2:
        return False
    return tree.pos(before) == tree.pos(after) == "PROPN"


def _is_inscribed(saying: Saying, cues: Cues) -> bool:
    """Whether the words stand on a thing: 'a banner reading "Bread and rain"'."""
    subject = saying.tree.subject(saying.token)
    return subject is not None and saying.tree.lemma(subject) in cues.words["inscribed"]


def _is_kept_off(text: str, tree: Tree, quotation: Quotation, cues: Cues) -> bool:
    """Whether a word before the marks says that it is only a name: the so-called "widow"."""
    lead = text[tree.sentence.span.start : quotation.span.start].casefold().split()
    if lead[-1:] in (["as"], ["the"], ["a"]):
        lead = lead[:-1]
    return bool(lead) and lead[-1].strip(",:") in cues.words["distance"]


def _is_title(text: str, tree: Tree, quotation: Quotation, saying: Saying | None) -> bool:
    """Whether the words are the title of a work: the film "Dry Lake", Tide's "Morning Hour"."""
    lead = text[tree.sentence.span.start : quotation.span.start].rstrip()
    if not lead or (saying is not None and saying.cue.end == _end(lead, tree)):
        return False
    words = [w for w in quotation.words.of(text).split() if w.casefold() not in _SMALL]
    if len(words) > _TITLE_WORDS or any(not w[0].isupper() for w in words):
        return False
    return len(words) > (2 if lead[-1] in ",:" else 1)


def _end(lead: str, tree: Tree) -> int:
    """Return where the text before a quotation ends, without its last space."""
    return tree.sentence.span.start + len(lead)


def _modifies(tree: Tree, tokens: tuple[int, ...]) -> bool:
    """Whether the quoted words stand before a noun outside them: '"moderate" forces'."""
    last = tokens[-1]
    heads = {tree.head(t) for t in tokens} - set(tokens)
    return any(head > last and tree.pos(head) in {"NOUN", "PROPN"} for head in heads)


def _is_habit(saying: Saying, cues: Cues) -> bool:
    """Whether somebody is said to use a name in general: "Locals often call it …"."""
    tree, verb = saying.tree, saying.token
    adverbs = {tree.folded[child] for child in tree.children(verb, "advmod")}
    if adverbs & cues.words["habit"]:
        return True
    return tree.tag(verb) == "VBP" and not tree.auxiliaries(verb)
