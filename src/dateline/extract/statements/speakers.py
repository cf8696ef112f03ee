"""Find who speaks, to whom, through what and when: the voice behind a saying.

In "The daily Tide quoted Ana Ruiz as saying on 3 May that …" Ana Ruiz speaks, Tide is the
medium and "3 May" the time.
"""

from __future__ import annotations

from dataclasses import replace

from dateline.extract.statements.channels import find_medium, hearer_medium, relayed
from dateline.extract.statements.misread import is_misjoined, left_noun
from dateline.extract.statements.pronouns import pronounced
from dateline.extract.statements.sayings import Saying, source, tells_apart
from dateline.extract.statements.voices import Setting, Voice
from dateline.knowledge.cues import Cues
from dateline.knowledge.vocabulary import words
from dateline.model import Actor
from dateline.text.phrases import is_surplus
from dateline.text.tree import NOMINAL, SUBJECTS, Tree

_QUOTING = frozenset({"quote", "cite"})
_ADDRESSING = frozenset({"tell", "inform", "assure", "remind", "notify", "advise", "warn", "urge"})
_RELATIVE = frozenset({"who", "which", "that"})
_BEHIND = ("from", "for", "at", "with", "of")


def find_voice(
    setting: Setting, saying: Saying, *, floor: Voice | None = None, quoting: bool = False
) -> Voice:
    """Return the voice of a saying; its `speakers` are empty where nobody is meant.

    Whoever has the `floor` is meant by a pronoun that no chain holds. Somebody quoted may be
    any noun ("a narrator"), whereas "the plan suggests that …" is nobody's saying.
    """
    tree, token = saying.tree, saying.token
    speaker = speaker_token(setting, saying)
    quoting = quoting or tree.lemma(token) in setting.cues.words["plain"]
    speakers = () if speaker is None else speakers_at(setting, tree, speaker, quoting=quoting)
    meant = None if speaker is None else _author(setting, tree, speaker)
    if meant is not None and (meant != speaker or not speakers):
        speakers = pronounced(setting, tree, meant, floor) or speakers
    relay = _relay(tree, token)
    if relay is not None:
        return Voice(
            speakers, saying.cue, None, relayed(setting.lexicon, setting.cues, tree, relay)
        )
    told = _hearer(tree, token)
    medium = find_medium(setting.lexicon, setting.cues, saying, speaker)
    if medium is None and told is not None:
        medium = hearer_medium(setting.lexicon, setting.cues, tree, told)
    hearer = None if told is None else setting.cast.actor(tree, told)
    return Voice(speakers, saying.cue, hearer, medium)


def _author(setting: Setting, tree: Tree, speaker: int) -> int:
    """Return the word for who speaks: the "its" of "its data" where no chain holds it."""
    nouns = setting.cues.nouns
    owner = tree.child(speaker, "poss")
    if owner is None or tree.lemma(speaker) not in nouns["document"] | nouns["reckoning"]:
        return speaker
    unknown = tree.pos(owner) == "PRON" and setting.cast.actor(tree, owner) is None
    return owner if unknown else speaker


def speaker_token(setting: Setting, saying: Saying) -> int | None:
    """Return the head of the noun phrase that speaks."""
    tree, token = saying.tree, saying.token
    if saying.speaker is not None:
        return saying.speaker
    if saying.kind == "according":
        return _keeper(tree, source(tree, token))
    if saying.kind == "noun":
        return owner_of(tree, token)
    if _is_quoted_as(tree, token):
        quoting = tree.head(tree.head(token))
        return tree.child(quoting, "nsubjpass") or tree.child(quoting, "dobj")
    if tree.passive(token):
        return tree.agent(token)
    if tree.tag(token) == "VBG" and tree.relation(token) in {"advcl", "conj"}:
        return _participle_subject(setting.cues, tree, token)
    own = tree.child(token, *SUBJECTS) is not None
    if tree.relation(token) == "conj" and not own and tells_apart(tree, token, setting.cues):
        outer = _outer_saying(setting.cues, tree, token)
        if outer is not None:
            return speaker_token(setting, Saying(tree, outer, "verb"))
    subject = tree.child(token, *SUBJECTS) if is_misjoined(tree, token) else tree.subject(token)
    if subject is not None and is_surplus(tree, subject):
        return left_noun(tree, token)
    if subject is not None and tree.folded[subject] in _RELATIVE:
        return _left_noun(tree, subject)
    if subject is None and tree.tag(token) in {"VBD", "VBZ", "VBP", "VBN"}:
        return left_noun(tree, token)
    return _outer(tree, token, subject)


def _keeper(tree: Tree, named: int | None) -> int | None:
    """Return whose figures one goes by: "according to [its] data", "the [union]'s count"."""
    tally = named is not None and tree.lemma(named) in words("measures")["change"]["tallies"]
    if named is None or not tally:
        return named
    owner = tree.child(named, "poss")
    return owner if owner is not None else (tree.preposition(named, "from", "of", "by") or named)


def _outer_saying(cues: Cues, tree: Tree, verb: int) -> int | None:
    """Return the saying in whose clause a verb is joined that isn't of it: "said … but denied"."""
    below = verb
    for above in tree.above(verb):
        if tree.relation(below) == "ccomp" and cues.takes(tree.lemma(above)):
            return above
        if tree.relation(below) not in {"conj", "ccomp"}:
            return None
        below = above
    return None


def _left_noun(tree: Tree, relative: int) -> int | None:
    """Return the noun before "who" or "which", where the parse hangs its clause elsewhere."""
    before = relative - 1
    while before >= 0 and tree.pos(before) in {"PUNCT", "ADP"}:
        before -= 1
    return before if before >= 0 and tree.pos(before) in NOMINAL else None


def _participle_subject(cues: Cues, tree: Tree, verb: int) -> int | None:
    """Return who says in "…, saying …": the subject of the saying above, else of the verb above."""
    own = tree.child(verb, *SUBJECTS)
    if own is not None:
        return own
    owners = [above for above in tree.above(verb) if tree.child(above, "nsubj") is not None]
    sayings = [above for above in owners if cues.takes(tree.lemma(above))]
    return tree.child((sayings or owners)[0], "nsubj") if owners else tree.subject(verb)


def _outer(tree: Tree, verb: int, subject: int | None) -> int | None:
    """Return the subject, or the main clause's for "… what they call …" inside it."""
    if subject is None or tree.folded[subject] not in {"they", "he", "she", "it"}:
        return subject
    below = (
        *tree.children(verb),
        *(o for p in tree.children(verb, "prep") for o in tree.children(p)),
    )
    if not any(tree.folded[child] == "what" for child in below):
        return subject
    for above in tree.above(verb):
        held = tree.child(above, "nsubj")
        if held is not None and tree.pos(held) in NOMINAL and held != subject:
            return held
    return subject


def speakers_at(
    setting: Setting, tree: Tree, token: int, *, quoting: bool = False
) -> tuple[Actor, ...]:
    """Return who is meant by a noun phrase; a document stands for its author."""
    nouns = setting.cues.nouns
    if tree.lemma(token) in nouns["document"] | nouns["reckoning"]:
        owner = owner_of(tree, token)
        if owner is not None and (found := speakers_at(setting, tree, owner)):
            return found
    actors = tuple(_behind(setting, tree, actor) for actor in setting.cast.actors(tree, token))
    if actors:
        return _with_unknown(setting, tree, token, actors)
    # Documents, unknown names and unknown people in the plural speak; a plan or an index doesn't.
    known = tree.lemma(token) in setting.cues.nouns["document"] or tree.pos(token) == "PROPN"
    if not known and tree.tag(token) != "NNS" and not (quoting and tree.pos(token) == "NOUN"):
        return ()
    if tree.folded[token] in setting.cues.words["nobody"]:
        return ()
    return (Actor(_phrase(tree, token), tree.reach(token)),)


def _with_unknown(
    setting: Setting, tree: Tree, token: int, actors: tuple[Actor, ...]
) -> tuple[Actor, ...]:
    """Return the actors with those joined to them by a name that nobody knows."""
    joined = [t for t in tree.conjuncts(token) if tree.pos(t) == "PROPN"]
    unknown = [t for t in joined if setting.cast.actor(tree, t) is None]
    more = tuple(Actor(_phrase(tree, t), tree.span(t)) for t in unknown)
    return (
        tuple(sorted((*actors, *more), key=lambda a: a.span or tree.span(token)))
        if more
        else actors
    )


def _behind(setting: Setting, tree: Tree, actor: Actor) -> Actor:
    """Return the body that a nameless mouthpiece speaks for: "monitors from the Lake Watch"."""
    if actor.chain is not None or actor.span is None:
        return actor
    token = tree.top(actor.span)
    if token is None or tree.lemma(token) not in setting.cues.nouns["mouthpiece"]:
        return actor
    body = tree.preposition(token, *_BEHIND)
    known = None if body is None else setting.cast.actor(tree, body)
    if known is None or body is None or tree.pos(body) != "PROPN":
        return actor
    return replace(known, span=actor.span)


def owner_of(tree: Tree, noun: int) -> int | None:
    """Return who made a claim or statement: "his claim", "a letter from X", "X made the claim"."""
    owner = tree.child(noun, "poss")
    if owner is None:
        owner = tree.preposition(noun, "by", "from", "of")
    if owner is None:
        owner = next((c for c in tree.children(noun, "compound") if tree.pos(c) == "PROPN"), None)
    if owner is None and tree.relation(noun) == "dobj":
        owner = tree.subject(tree.head(noun))
    return owner


def _relay(tree: Tree, verb: int) -> int | None:
    """Return who relays: Tide in "Tide quoted X as saying" and "X was quoted by Tide as saying"."""
    if not _is_quoted_as(tree, verb):
        return None
    quoting = tree.head(tree.head(verb))
    if tree.child(quoting, "nsubjpass") is not None:
        return tree.agent(quoting)
    return max(tree.children(quoting, "nsubj"), default=None)


def _is_quoted_as(tree: Tree, verb: int) -> bool:
    """Whether the verb stands in "quoted … as saying"."""
    head = tree.head(verb)
    if tree.relation(verb) not in {"pcomp", "advcl"} or tree.folded[head] != "as":
        return False
    return tree.lemma(tree.head(head)) in _QUOTING


def _hearer(tree: Tree, verb: int) -> int | None:
    """Return the noun of who is told: "told reporters", "said to the crowd"."""
    token = None
    if tree.lemma(verb) in _ADDRESSING:
        token = tree.child(verb, "nsubjpass" if tree.passive(verb) else "dobj", "dative")
    if token is None and tree.lemma(verb) in {"say", "explain", "write", "repeat", "complain"}:
        token = tree.preposition(verb, "to")
    return token if token is not None and tree.pos(token) in NOMINAL else None


def _phrase(tree: Tree, token: int) -> str:
    """Return the noun phrase without its clauses and asides."""
    kept = {"compound", "amod", "poss", "case", "nummod", "nmod"}
    below = [t for t in tree.subtree(token) if t == token or tree.relation(t) in kept]
    return tree.span(min(below[0], token), token).of(tree.text)
