"""Tell shapes of noun phrases apart: "thousands of troops", "both", "all three", "who".

Each function reads one token and the words around it; who is meant is for `Cast` to say.
"""

from __future__ import annotations

from dateline.text.tree import Tree

RELATIVE = frozenset({"who", "which", "that", "whom"})
_COUNTS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "trio": 3, "pair": 2}
_MEASURES = frozenset(
    "thousand hundred dozen ten million score number majority most some many several all none one"
    " couple handful group crowd rest half plenty lot scores any each either neither team"
    " generation mass wave column unit member".split()
)
BARE = frozenset({"thousands", "hundreds", "dozens", "tens", "millions", "scores"})
RELATIONS = frozenset(
    "ally partner neighbor neighbour enemy rival opponent foe backer counterpart friend".split()
)
"""Nouns of somebody else: "its allies" are not its own."""
HEADS = frozenset({"leader", "president", "minister", "representative", "delegation", "head"})
_SPEAKING = frozenset({"from", "at", "with", "of"})
_SIDES = frozenset({"country", "nation", "side", "leader", "government", "man", "party", "power"})
_SURPLUS = frozenset({("more", "than"), ("fewer", "than"), ("less", "than")})
_NEIGHBOURS = frozenset({"neighbor", "neighbour", "army", "foe", "rival", "ally"})


def antecedent(tree: Tree, token: int) -> int | None:
    """Return the noun that a relative pronoun's clause hangs on."""
    for above in tree.above(token):
        if tree.relation(above) == "relcl":
            return tree.head(above)
        if tree.pos(above) == "NOUN":
            return None
    return None


def measured(tree: Tree, token: int) -> int | None:
    """Return the noun after a quantity: "thousands of [troops]"."""
    if tree.lemma(token) not in _MEASURES and tree.pos(token) != "NUM":
        return None
    return tree.preposition(token, "of")


def counted(tree: Tree, token: int) -> int | None:
    """Return how many "both", "all three" or "the two countries" speak of."""
    count = _COUNTS.get(tree.folded[token])
    if count is not None:
        definite = {tree.folded[c] for c in tree.children(token)} & {"all", "the", "these"}
        return count if definite or tree.folded[token] == "both" else None
    if tree.lemma(token) not in _SIDES | _NEIGHBOURS:
        return None
    below = {tree.folded[c]: tree.relation(c) for c in tree.children(token)}
    if "both" in below:
        return 2
    if not set(below) & {"the", "all", "these", "those", "their"}:
        return None
    return next((_COUNTS[w] for w in below if w in _COUNTS), None)


def told_by(tree: Tree, token: int) -> bool:
    """Whether a body speaks through these people: "monitors from X", not "the head of X"."""
    named = {"monitor", "official", "source", "observer", "spokesman", "spokeswoman", "expert"}
    person = tree.lemma(token) in named | {"spokesperson", "representative", "investigator"}
    return person and any(tree.folded[c] in _SPEAKING for c in tree.children(token, "prep"))


def is_surplus(tree: Tree, token: int) -> bool:
    """Whether a number is how much more than somebody said: "two more than [he] had said"."""
    return tree.pos(token) == "NUM" and tree.folded[token + 1 : token + 3] in _SURPLUS
