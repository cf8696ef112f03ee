"""Tell what a verb says of those counted: "12 [were killed]", "[left] 12 homeless".

Its own lists of `lexicons/measures.toml` decide, or what it carries: "remained missing",
"were taken into custody", "lost five soldiers".
"""

from __future__ import annotations

from dateline.extract.figures.measure_tolls import lost, of_toll
from dateline.extract.figures.measure_words import Measured, measure_word
from dateline.extract.figures.prospects import is_somebody
from dateline.knowledge.vocabulary import names, words
from dateline.text.tree import SUBJECTS, Tree

_TRACES = frozenset({"find", "see", "locate", "trace", "hear"})
_HOMES = frozenset("home house village town land country city camp".split())
_MOVERS = frozenset("force drive push chase flush".split())
_LEAVES = frozenset("leave render make".split())
_CARRY = frozenset(
    "fear believe report presume confirm say think find know declare shoot beat pronounce list"
    " keep lie feel go hold".split()
)
_BIDS = frozenset("order tell urge ask advise instruct command compel oblige beg".split())
_GOES_ON = frozenset("need have begin start continue try".split())  # "will have to flee"
_ROOMS = frozenset("camp stadium hall boat bus church ship ferry room building arena".split())
_CARRIED = frozenset(
    "take rush carry airlift send admit transport fly bring evacuate put land".split()
)
_BROUGHT = frozenset(
    "take rush carry airlift transport fly bring evacuate move drive bus lead transfer ferry lift"
    " guide".split()
)
_WITH = {"walk": "out", "sit": "down"}  # "12,000 walked out", "300 sat down on the road"
_OPEN = frozenset({"open", "rough", "outdoors", "outside"})  # "sleeping in the open"
_ROBS = frozenset({"rob", "strip", "deprive"})
_GONE = frozenset({"away", "overboard", "sea", "downstream"})  # "swept nine anglers out to sea"
_PASSED = frozenset({"acomp", "attr", "oprd", "xcomp"})


def of_verb(tree: Tree, verb: int, token: int) -> Measured | None:
    """Return the measure that a verb gives to its subject, object or the noun that it hangs on."""
    if (counting := of_toll(tree, verb, token)) is not None:
        return counting
    if tree.lemma(verb) in {"remain", "stay"}:  # "remained missing", "stayed in jail"
        for child in tree.children(verb, "acomp", "oprd", "attr"):
            if (found := measure_word(tree, child, ("adjectives", "objects"))) is not None:
                return found
    if (state := _by_company(tree, verb, token)) is not None:
        return state
    done_to = _is_patient(tree, verb, token)
    if _is_other(tree, verb):
        return Measured("other", verb)
    found = measure_word(tree, verb, ("objects",) if done_to else ("subjects",))
    if found is None and not done_to and tree.tag(verb) == "VBG" and not tree.objects(verb):
        found = measure_word(tree, verb, ("adjectives",))
    if found is None and not done_to and _intransitive(tree, verb):
        found = measure_word(tree, verb, ("objects", "adjectives"))
    if found is not None:
        return found
    lemma = tree.lemma(verb)
    if lemma == "lose" and done_to and (gone := lost(tree, verb, verb)) is not None:
        return gone
    if lemma == "take" and (part := _taken_part(tree, verb)) is not None:
        return Measured("present", part)
    if lemma == "take" and _to_streets(tree, verb):
        return Measured("present", verb)
    if any(tree.folded[child] == _WITH.get(lemma) for child in tree.children(verb)):
        return Measured("present", verb)
    if lemma in _MOVERS and _from_home(tree, verb):
        return Measured("displaced", verb)
    return _carried(tree, verb, token)


def _is_other(tree: Tree, verb: int) -> bool:
    """Whether a verb has not its usual sense: "shot down 12 drones", "[police] claimed 80,000"."""
    if tree.lemma(verb) == "shoot":
        return any(tree.folded[child] == "down" for child in tree.children(verb, "prt"))
    return tree.lemma(verb) == "claim" and not tree.passive(verb) and is_somebody(tree, verb)


def _carried(tree: Tree, verb: int, token: int) -> Measured | None:
    """Return the measure of what a verb only carries: "are among the dead", "left 9 homeless"."""
    lemma = tree.lemma(verb)
    if lemma == "be" and (there := _there(tree, verb, token)) is not None:
        return there
    if lemma == "be" and (among := tree.preposition(verb, "among")) is not None:
        for below in tree.subtree(among):
            found = measure_word(tree, below, ("objects", "adjectives", "nouns"))
            if found is not None:
                return found
    known = lemma in _LEAVES | _CARRY | _MOVERS | _BIDS | _GOES_ON
    if known or tree.pos(verb) == "AUX":
        for child in tree.children(verb, *_PASSED):
            found = measure_word(tree, child, ("adjectives", "subjects"))
            if found is None and tree.pos(child) in {"VERB", "AUX"}:
                found = of_verb(tree, child, token) if child != token else None
            if found is not None:
                return found
    return None


def _by_place(tree: Tree, verb: int) -> Measured | None:
    """Return the measure of where those are who "were taken into custody", "are without power"."""
    for where in tree.children(verb, "prep"):
        held = tree.child(where, "pobj", "pcomp", "amod")
        if held is None:
            continue
        word, lemma = tree.folded[where], tree.lemma(held)
        if word == "as" and (found := measure_word(tree, held, ("adjectives",))) is not None:
            return found
        if word in {"on", "aboard"} and lemma in {"board", "deck"}:
            return Measured("present", verb)
        if word == "on" and lemma in {"trial", "strike"}:
            return Measured("arrested" if lemma == "trial" else "present", verb)
        if word in {"in", "into", "behind", "inside"}:
            if lemma in words("measures")["arrested"]["places"]:
                return Measured("arrested", verb)
            if lemma == "need" and word == "in":
                return Measured("affected", verb)
            if lemma in {"hospital", "care", "coma"} and tree.lemma(verb) in {
                "be",
                "remain",
                "lie",
            }:
                return Measured("injured", verb)
        if word == "without" and lemma in words("measures")["affected"]["wants"]:
            home = lemma in {"home", "roof", "shelter"}
            return Measured("homeless" if home else "affected", verb)
    return None


def _by_company(tree: Tree, verb: int, token: int) -> Measured | None:
    """Return what a verb means by the words with it: "lost their lives", "beaten to death"."""
    lemma = tree.lemma(verb)
    held = None if (dobj := tree.child(verb, "dobj")) is None else tree.lemma(dobj)
    if any(tree.folded[child] == "dead" for child in tree.children(verb)):
        return Measured("killed", verb)  # "shot dead 12 farmers"
    idiom = names("idioms")["objects"].get(f"{lemma} {held}") if dobj != token else None
    if idiom is not None:
        return Measured(idiom, verb)
    if lemma == "have" and held in words("measures")["affected"]["wants"] and dobj != token:
        none = any(tree.folded[child] == "no" for child in tree.children(dobj or 0, "det"))
        home = held in {"home", "roof", "shelter"}
        return Measured("homeless" if home else "affected", verb) if none else None
    if lemma in _ROBS and (gone := _robbed(tree, verb, token)) is not None:
        return gone
    if lemma == "sleep" and _OPEN & {tree.folded[below] for below in tree.subtree(verb)}:
        return Measured("homeless", verb)
    if lemma == "number" and (subject := tree.child(verb, "nsubj")) not in {None, token}:
        return measure_word(tree, subject or 0, ("nouns",))
    if lemma in {"fall", "get", "become"} and (how := tree.child(verb, "acomp", "oprd")):
        return measure_word(tree, how, ("adjectives",))
    if lemma == "test" and any(tree.folded[c] == "positive" for c in tree.children(verb)):
        return Measured("affected", verb)
    if lemma == "hold" and (host := tree.child(verb, "nsubj")) is not None:
        return Measured("present", verb) if tree.lemma(host) in _ROOMS else _by_place(tree, verb)
    if lemma in _TRACES and tree.child(verb, "neg") is not None:
        return Measured("missing", verb)
    if lemma == "account" and _is_yet(tree, verb):
        return Measured("missing", verb)
    if lemma == "leave" and dobj == token and _with_wounds(tree, verb, token):
        return Measured("injured", verb)
    if lemma == "leave" and dobj not in {None, token} and tree.relation(token) in SUBJECTS:
        return Measured("displaced", verb) if held in _HOMES else Measured("other", verb)
    if lemma in {"search", "look", "hunt"}:
        sought = tree.preposition(verb, "for")
        return Measured("missing", verb) if sought is not None and sought < token else None
    if lemma in {"sweep", "wash", "drag"} and _GONE & {tree.folded[t] for t in tree.subtree(verb)}:
        return Measured("missing", verb)
    return _by_end(tree, verb) or _by_place(tree, verb)


def _is_yet(tree: Tree, verb: int) -> bool:
    """Whether somebody is yet to be, or not, "accounted for"."""
    above = tree.head(verb) if tree.relation(verb) == "xcomp" else verb
    below = {tree.folded[child] for token in (verb, above) for child in tree.children(token)}
    return bool(below & {"yet", "not", "n't", "still"})


def _with_wounds(tree: Tree, verb: int, token: int) -> bool:
    """Whether something leaves those counted "with burns" or "nursing wounds"."""
    below = {tree.lemma(t) for t in tree.subtree(verb) if t > token}
    return bool(below & set(words("measures")["injured"]["wounds"]))


def _robbed(tree: Tree, verb: int, token: int) -> Measured | None:
    """Return what those lack who are "robbed of their homes"."""
    held = tree.preposition(verb, "of") or tree.preposition(token, "of")
    if held is None:
        return None
    homeless = tree.lemma(held) in {"home", "house", "roof", "shelter"}
    return Measured("homeless" if homeless else "affected", verb)


def _by_end(tree: Tree, verb: int) -> Measured | None:
    """Return what came of it: "hacked to death", "rushed to hospital", "treated for cuts"."""
    for child in tree.children(verb, "prep"):
        held = tree.child(child, "pobj")
        if held is None:
            continue
        word, lemma = tree.folded[child], tree.lemma(held)
        if word == "to" and lemma == "death":
            condemned = tree.lemma(verb) in {"sentence", "condemn"}
            return Measured("arrested" if condemned else "killed", verb)
        if word == "to" and lemma == "safety":
            return Measured("displaced", verb)
        housed = words("measures")["displaced"]["refuges"]
        if word in {"to", "into"} and lemma in housed and tree.lemma(verb) in _BROUGHT:
            return Measured("displaced", verb)
        if (
            word in {"to", "in"}
            and lemma in {"hospital", "clinic"}
            and tree.lemma(verb) in _CARRIED
        ):
            return Measured("injured", verb)
    if tree.lemma(verb) not in {"treat", "hospitalise", "hospitalize", "admit"}:
        return None
    wounds = words("measures")["injured"]["wounds"]
    near = [token for token in tree.subtree(verb) if tree.folded[token] in {"for", "with"}]
    healed = {tree.lemma(held) for token in near for held in tree.children(token, "pobj")}
    return Measured("injured", verb) if healed & set(wounds) else None


def _there(tree: Tree, verb: int, token: int) -> Measured | None:
    """Return that those are present who "were aboard", or of whom "there were 30 in the hall"."""
    if any(
        tree.folded[child] in {"aboard", "inside", "present", "underground"}
        for child in tree.children(verb)
    ):
        return Measured("present", verb)
    expletive = tree.child(verb, "expl") is not None
    place = any(tree.folded[t] in {"in", "at", "on", "aboard"} for t in tree.subtree(verb))
    counted = tree.relation(token) in {"attr", "nsubj"} and tree.head(token) == verb
    return Measured("present", verb) if expletive and place and counted else None


def _is_patient(tree: Tree, verb: int, token: int) -> bool:
    """Whether the verb's deed is done to those counted."""
    if tree.relation(token) in {"dobj", "nsubjpass", "oprd", "dative"} and tree.head(token) == verb:
        return True
    if tree.relation(token) in SUBJECTS and tree.head(token) == verb:
        return tree.passive(verb)
    return tree.tag(verb) == "VBN" and not any(
        tree.lemma(child) == "have" for child in tree.children(verb, "aux")
    )


def _intransitive(tree: Tree, verb: int) -> bool:
    """Whether a verb's subject suffers it, since there is no object: "12 injured, 3 killed"."""
    return tree.child(verb, "dobj", "aux", "auxpass") is None and tree.tag(verb) in {"VBN", "VBD"}


def _to_streets(tree: Tree, verb: int) -> bool:
    """Whether somebody takes to the streets."""
    street = tree.preposition(verb, "to")
    return street is not None and tree.lemma(street) == "street"


def _taken_part(tree: Tree, verb: int) -> int | None:
    """Return the "part" that somebody takes."""
    part = tree.child(verb, "dobj")
    return part if part is not None and tree.folded[part] == "part" else None


def _from_home(tree: Tree, verb: int) -> bool:
    """Whether somebody is forced from home, out of town or to flee."""
    if tree.preposition(verb, "from") is not None:
        return True  # "drove 300 families from the delta"
    below = tree.subtree(verb)
    return any(
        tree.lemma(t) in _HOMES or (tree.relation(t) == "xcomp" and tree.lemma(t) == "flee")
        for t in below
        if verb < t < verb + 8
    )
