"""Tell who a pronoun is that no chain holds: "The Lake Union struck. [It] said that …".

"He" and "she" are whoever has the floor. "It" is the body that the sentence before names as
its source or tells of, else the body that has the floor; never a person.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from dateline.extract.sayings import source
from dateline.extract.voices import Setting, Voice
from dateline.knowledge.vocabulary import words
from dateline.model import Actor, Kind
from dateline.text.tree import Tree

_PERSONAL = frozenset({"he", "she", "they"})
_FAR = 200
"""Characters: an "it" hardly means what a sentence further back tells of."""


def pronounced(setting: Setting, tree: Tree, token: int, floor: Voice | None) -> tuple[Actor, ...]:
    """Return whom a speaking pronoun means; nobody where it is no pronoun or can't be told."""
    if tree.folded[token] in _PERSONAL:
        return _personal(tree, token, floor)
    if tree.folded[token] != "it":
        return ()
    found = _told_of(setting, tree) or _holder(setting, floor)
    return () if found is None else (replace(found, span=tree.span(token)),)


def _personal(tree: Tree, token: int, floor: Voice | None) -> tuple[Actor, ...]:
    """Return who has the floor, else the bare word."""
    alone = tree.folded[token] != "they"
    if floor is not None and alone == (len(floor.speakers) == 1):
        return tuple(replace(actor, span=tree.span(token)) for actor in floor.speakers)
    return (Actor(tree.words[token], tree.span(token)),)


def _holder(setting: Setting, floor: Voice | None) -> Actor | None:
    """Return the one body that has the floor."""
    if floor is None or len(floor.speakers) != 1 or not _is_body(setting, floor.speakers[0]):
        return None
    return floor.speakers[0]


def _told_of(setting: Setting, tree: Tree) -> Actor | None:
    """Return the body that the sentence before gives as its source or tells of."""
    sentences, start = setting.report.sentences, tree.sentence.span.start
    at = bisect_left(sentences, start, key=lambda sentence: sentence.span.start) - 1
    if at < 0 or sentences[at].parse is None or start - sentences[at].span.end > _FAR:
        return None
    before = Tree(sentences[at], tree.text)
    for token in _leading(before):
        if _can_be_body(setting, before, token):
            found = setting.cast.actor(before, token) or _named(before, token)
            if found is not None:
                return found
    return None


def _named(tree: Tree, token: int) -> Actor | None:
    """Return a body that nothing knows by its own words: "the harbour board", "UWK".

    A name without an article is as likely a person's.
    """
    if tree.child(token, "det") is None and not tree.words[token].isupper():
        return None
    lead = [t for t in tree.children(token, "compound", "amod", "nmod") if t < token]
    span = tree.span(min(lead, default=token), token)
    return Actor(" ".join(span.of(tree.text).split()), span)


def _can_be_body(setting: Setting, tree: Tree, token: int) -> bool:
    """Whether a noun may be a body: one thing, and nobody in person."""
    if tree.tag(token) not in {"NN", "NNP", "NNPS"}:
        return False
    if any(a <= token < b and label == "PERSON" for a, b, label in tree.parse.entities):
        return False
    people = {*words("measures")["person"]["nouns"], *setting.cues.nouns["mouthpiece"]}
    actor = setting.cast.actor(tree, token)
    return tree.lemma(token) not in people and (actor is None or _is_body(setting, actor))


def _leading(tree: Tree) -> tuple[int, ...]:
    """Return the nouns that a sentence speaks by or of: after "according to", then subjects."""
    sources = (source(tree, t) for t in range(len(tree)) if tree.folded[t] == "according")
    subjects = (tree.subject(root) for root in tree.roots if tree.pos(root) in {"VERB", "AUX"})
    return tuple(token for token in (*sources, *subjects) if token is not None)


def _is_body(setting: Setting, actor: Actor) -> bool:
    """Whether an actor is no person."""
    return not any(c.id == actor.chain and c.kind is Kind.PERSON for c in setting.report.chains)
