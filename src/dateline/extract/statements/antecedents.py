"""Find the body that an "it" means from the sentence before: "The union struck. [It] said …".

That is the body which the sentence gives as its source, or tells of; never a person.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from dateline.extract.statements.sayings import source
from dateline.knowledge.cues import open_cues
from dateline.knowledge.vocabulary import words
from dateline.model import Actor, Kind, Report
from dateline.text.cast import Cast
from dateline.text.tree import Tree

_FAR = 200
"""Characters: an "it" hardly means what a sentence further back tells of."""


def told_of(cast: Cast, tree: Tree) -> Actor | None:
    """Return the body that the sentence before `tree` gives as its source or tells of."""
    sentences, start = cast.report.sentences, tree.sentence.span.start
    at = bisect_left(sentences, start, key=lambda sentence: sentence.span.start) - 1
    if at < 0 or sentences[at].parse is None or start - sentences[at].span.end > _FAR:
        return None
    before = Tree(sentences[at], tree.text)
    for token in _leading(before):
        if _can_be_body(cast, before, token):
            found = cast.actor(before, token) or _named(before, token)
            if found is not None:
                return found
    return None


def is_body(report: Report, actor: Actor) -> bool:
    """Whether an actor is no person."""
    return not any(c.id == actor.chain and c.kind is Kind.PERSON for c in report.chains)


def _named(tree: Tree, token: int) -> Actor | None:
    """Return a body that nothing knows by its own words: "the harbour board", "UWK".

    A name without an article is as likely a person's.
    """
    if tree.child(token, "det") is None and not tree.words[token].isupper():
        return None
    lead = [t for t in tree.children(token, "compound", "amod", "nmod") if t < token]
    span = tree.span(min(lead, default=token), token)
    return Actor(" ".join(span.of(tree.text).split()), span)


def _can_be_body(cast: Cast, tree: Tree, token: int) -> bool:
    """Whether a noun may be a body: one thing, and nobody in person."""
    if tree.tag(token) not in {"NN", "NNP", "NNPS"}:
        return False
    if any(a <= token < b and label == "PERSON" for a, b, label in tree.parse.entities):
        return False
    people = {*words("measures")["person"]["nouns"], *open_cues().nouns["mouthpiece"]}
    actor = cast.actor(tree, token)
    return tree.lemma(token) not in people and (actor is None or is_body(cast.report, actor))


def _leading(tree: Tree) -> Iterator[int]:
    """Yield the nouns that a sentence speaks by or of.

    Those after "according to", then subjects, and of what a spokesman says its own subject.
    """
    for token in range(len(tree)):
        if tree.folded[token] == "according" and (told := source(tree, token)) is not None:
            yield told
    roots = [root for root in tree.roots if tree.pos(root) in {"VERB", "AUX"}]
    for verb in (*roots, *(c for root in roots for c in tree.children(root, "ccomp"))):
        if (subject := tree.subject(verb)) is not None:
            yield subject
