"""Find what somebody wants, thinks, backs or blames, as the writer tells it.

"The mayor hopes to rebuild the pier", "She believes that it will stand", "He accused the port
of neglect" and "his call for a new ferry" are stances: nobody's words, so that they have a mode
of their own. What stands inside a statement, or holds a quotation of one, isn't told again.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.statements.quoting import Scene, cover, made, timed
from dateline.extract.statements.sayings import Saying, is_verb, stretch
from dateline.extract.statements.speakers import find_voice
from dateline.knowledge.cues import Cues
from dateline.knowledge.vocabulary import words
from dateline.model import Actor, Span, Statement
from dateline.text.tree import SUBJECTS, Tree

_UNREAL = frozenset({"would", "could", "might", "may", "can", "should", "must", "to"})
_AGAINST = ("of", "for", "as", "over", "with")
_AS = ("as", "to")
_OWNED = frozenset({"to", "for", "of", "about", "against", "on", "over", "that"})


def find_stances(scene: Scene, told: tuple[Statement, ...]) -> Iterator[Statement]:
    """Yield the stances of a paragraph that no statement of it tells of."""
    cues = scene.setting.cues
    for tree in scene.paragraph.trees:
        for token in range(len(tree)):
            if stance_word(tree, token, cues) is None:
                continue
            found = _stance(scene, tree, token)
            if found is not None and not any(_tells(one, found) for one in told):
                yield found


def stance_word(tree: Tree, token: int, cues: Cues) -> str | None:
    """Return the word of stance that a token is a form of; "hoped" is one of "hope", no "hop"."""
    lemma, word = tree.lemma(token), tree.folded[token]
    if lemma in cues.stance_words:
        return lemma
    longer = f"{lemma}e"
    mute = word.startswith(longer) or word == f"{lemma}ing"
    return longer if mute and longer in cues.stance_words else None


def _tells(one: Statement, stance: Statement) -> bool:
    """Whether a statement tells of a stance already: it has its cue, or shares its content."""
    cue = stance.cue
    if cue is None or one.cue == cue or _holds(one.content, cue):
        return True
    if one.cue is not None and _holds(stance.content, one.cue):
        return True
    return one.content.meets(stance.content)


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start < outer.end


def _stance(scene: Scene, tree: Tree, token: int) -> Statement | None:
    """Return the stance that a verb or noun tells; None where it tells none, or nobody's."""
    cues = scene.setting.cues
    if scene.paragraph.quoted(tree.parse.start[token]):
        return None
    verbal = is_verb(tree, token)
    held = _held(tree, token, cues) if verbal and _is_real(tree, token) else None
    if not verbal and tree.pos(token) == "NOUN":
        held = _owned(tree, token, cues)
    if held is None or _names_in_marks(scene, tree, token, held):
        return None
    saying = Saying(tree, token, "verb" if verbal else "noun")
    voice = find_voice(scene.setting, saying, floor=scene.floor)
    if not all(_takes_sides(scene, tree, actor) for actor in voice.speakers):
        return None
    if not voice.speakers or any(a.span and _holds(held, a.span) for a in voice.speakers):
        return None
    voice = timed(scene.setting, voice, saying, held)
    span = scene.paragraph.sentences(cover(held, saying.cue))
    return made(span, held, held, voice, mode="stance", by="stance")


def _takes_sides(scene: Scene, tree: Tree, actor: Actor) -> bool:
    """Whether an actor can want or think: anybody known or named, and people; no "beams"."""
    token = None if actor.span is None else tree.top(actor.span)
    if token is None or tree.tag(token) != "NNS":
        return True
    if actor.chain is not None or actor.country is not None or actor.sector is not None:
        return True
    cues = scene.setting.cues
    known = (*words("measures")["person"]["nouns"], *cues.nouns["mouthpiece"])
    return tree.lemma(token) in known or tree.lemma(token) in cues.nouns["document"]


def _names_in_marks(scene: Scene, tree: Tree, token: int, held: Span) -> bool:
    """Whether marks that quote nobody give a name: 'Locals call it "the widow"'."""
    naming = scene.setting.cues.takes(tree.lemma(token), "name")
    return naming and bool(scene.paragraph.quotations_in(held))


def _is_real(tree: Tree, verb: int) -> bool:
    """Whether the stance is taken: not "does not want", "could want", "to want"."""
    if tree.negated(verb) or tree.passive(verb):
        return False
    return not _UNREAL.intersection(tree.auxiliaries(verb))


def _held(tree: Tree, verb: int, cues: Cues) -> Span | None:
    """Return what the verb's stance is about."""
    lemma = stance_word(tree, verb, cues) or ""
    for child in tree.children(verb, "ccomp", "xcomp"):
        if child < verb:
            continue
        aims = "to" in tree.auxiliaries(child) or tree.tag(child) == "VBG"
        if aims and cues.stands(lemma, "aim"):
            return _with_object(tree, verb, child, cues)
        if not aims and cues.stands(lemma, "clause") and tree.child(child, *SUBJECTS) is not None:
            return stretch(tree, child, verb, cues)
    objects = [c for c in tree.children(verb, "dobj") if c > verb]
    held = stretch(tree, objects[0], verb, cues) if objects else None
    if held is not None and cues.stands(lemma, "regard"):
        whole = _against(tree, verb, held, cues)
        return whole if whole != held or cues.stands(lemma, "object") else None
    if held is not None and cues.stands(lemma, "object"):
        return _against(tree, verb, held, cues) if cues.stands(lemma, "blame") else held
    for word in tree.children(verb, "prep", "prt"):
        if not objects and f"{lemma}_{tree.folded[word]}" in cues.stances["preposition"]:
            inner = tree.child(word, "pobj", "pcomp")
            return None if inner is None else stretch(tree, inner, verb, cues)
    return None


def _with_object(tree: Tree, verb: int, clause: int, cues: Cues) -> Span | None:
    """Return an aim with whom it is asked of: "urged [the port to pay]"."""
    aim = stretch(tree, clause, verb, cues)
    held = tree.child(verb, "dobj")
    asked = None if held is None or held > clause else stretch(tree, held, verb, cues)
    return (
        aim
        if asked is None or aim is None or asked.start < tree.parse.end[verb]
        else cover(asked, aim)
    )


def _against(tree: Tree, verb: int, held: Span, cues: Cues) -> Span:
    """Return whom a verb holds something against, with that: "accused [the port of neglect]"."""
    words = _AGAINST if cues.stands(tree.lemma(verb), "blame") else _AS
    for child in tree.children(verb, "prep"):
        if tree.folded[child] in words and tree.parse.start[child] >= held.end:
            more = stretch(tree, child, verb, cues)
            held = held if more is None else cover(held, more)
    return held


def _owned(tree: Tree, noun: int, cues: Cues) -> Span | None:
    """Return what somebody's plan, call or hope is about: "his call for [a ferry]"."""
    if not cues.stands(tree.lemma(noun), "noun") or tree.child(noun, "poss") is None:
        return None
    for child in tree.children(noun, "acl", "prep"):
        if child < noun:
            continue
        if tree.relation(child) == "acl":
            return stretch(tree, child, noun, cues) if "to" in tree.auxiliaries(child) else None
        inner = tree.child(child, "pobj", "pcomp")
        if tree.folded[child] in _OWNED and inner is not None:
            return stretch(tree, inner, noun, cues)
    return None
