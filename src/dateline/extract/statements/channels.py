"""Find the channel that something is said through: "wrote on Twitter", "told Reuters".

"In an interview with the daily Tide" gives "Tide" where the outlet is known, else "interview".
"""

from __future__ import annotations

from dateline.extract.statements.sayings import Saying
from dateline.knowledge.cues import Cues
from dateline.knowledge.lexicon import Lexicon, fold
from dateline.text.tree import Tree

_BEFORE_CHANNELS = frozenset({"on", "in", "via", "over", "through", "with", "by", "from", "to"})
_INSIDE = ("with", "to", "on", "by", "for", "from", "in")
_VERBS = {"tweet": "Twitter", "retweet": "Twitter"}


def find_medium(lexicon: Lexicon, cues: Cues, saying: Saying, speaker: int | None) -> str | None:
    """Return the channel of a saying, from its verb, its prepositions or a speaking document."""
    tree, token = saying.tree, saying.token
    if saying.kind == "verb" and tree.lemma(token) in _VERBS:
        return _VERBS[tree.lemma(token)]
    for preposition in tree.children(token, "prep", "agent"):
        if tree.folded[preposition] in _BEFORE_CHANNELS:
            for held in tree.children(preposition, "pobj"):
                found = _channel(lexicon, cues, tree, held)
                if found is not None:
                    return found
            # "wrote on Twitter minutes after …", where the parse makes it Twitter minutes.
            beside = preposition + 1
            if beside < len(tree) and tree.pos(beside) == "PROPN":
                if tree.folded[beside] in cues.media:
                    return cues.media[tree.folded[beside]]
    if speaker is not None and tree.lemma(speaker) in cues.nouns["document"]:
        return cues.media.get(tree.lemma(speaker))
    return None


def hearer_medium(lexicon: Lexicon, cues: Cues, tree: Tree, hearer: int) -> str | None:
    """Return the outlet that is told: "told Reuters", "told a Reuters reporter"."""
    inside = tree.children(hearer, "compound", "nmod", "poss", "appos")
    names = (outlet(lexicon, cues, named(tree, token)) for token in (hearer, *inside))
    found = next((name for name in names if name is not None), None)
    wires = tree.lemma(hearer) == "agency" and any(tree.folded[t] == "news" for t in inside)
    return relayed(lexicon, cues, tree, hearer) if found is None and wires else found


def relayed(lexicon: Lexicon, cues: Cues, tree: Tree, relay: int) -> str:
    """Return who relays words, by name or as described: "the state news agency quoted …"."""
    beside = (t for t in tree.children(relay, "appos") if tree.pos(t) == "PROPN")
    name = named(tree, next(beside, relay))
    known = outlet(lexicon, cues, name)
    if known is not None or tree.pos(relay) == "PROPN":
        return known or name
    lead = [t for t in tree.children(relay, "compound", "amod", "nmod") if t < relay]
    described = tree.span(min(lead, default=relay), relay).of(tree.text)
    return name if name != tree.words[relay] else " ".join(described.split())


def _channel(lexicon: Lexicon, cues: Cues, tree: Tree, token: int) -> str | None:
    """Return what channel a noun phrase is, or None: "Twitter", "an interview with Tide"."""
    name = named(tree, token) if tree.pos(token) == "PROPN" else ""
    known = outlet(lexicon, cues, name)
    plain = tree.folded[token].rstrip(".")
    word = known or cues.media.get(tree.lemma(token)) or cues.media.get(plain)
    if word is None or known is not None:
        return known
    inner = tree.preposition(token, *_INSIDE)
    below = [] if inner is None else [inner]
    below += tree.children(token, "compound", "nmod", "poss", "appos")
    deeper = (_channel(lexicon, cues, tree, t) for t in below)
    return next((found for found in deeper if found is not None), word)


def outlet(lexicon: Lexicon, cues: Cues, name: str) -> str | None:
    """Return the usual name of an agency, outlet or network, if the name is one's."""
    key = fold(name).removeprefix("the ")
    known = lexicon.agencies.get(key) or lexicon.outlets.get(key)
    if known is not None:
        return known.name
    words = key.split()
    if len(words) > 1 and cues.words["press"] & {words[0], words[-1]}:  # "Radio Norte"
        return name.removeprefix("the ").removeprefix("The ")
    return cues.media.get(key)


def named(tree: Tree, token: int) -> str:
    """Return the name at the end of a noun phrase: TASS of "the state-run agency TASS"."""
    first = token
    while first > 0 and tree.pos(first - 1) == "PROPN" and tree.head(first - 1) == token:
        first -= 1
    return tree.span(first, token).of(tree.text).rstrip(".")
