"""Tell what a count measures: "47 [killed]", "some 700,000 could be [forced from their homes]".

The verb that governs those counted decides, or a participle or adjective beside them, or the
noun itself ("12 deaths"). The words are those of `lexicons/measures.toml`.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.knowledge.vocabulary import words
from dateline.text.tree import SUBJECTS, Tree

MEASURES = (
    "other", "killed", "injured", "missing", "homeless", "displaced", "arrested", "affected",
    "present", "fighters",
)  # fmt: skip
"""In the order in which they are tried."""

_THROUGH = frozenset("including among like".split())
_HOMES = frozenset("home house village town land country city camp".split())
_MOVERS = frozenset("force drive push chase flush".split())
_LEAVES = frozenset("leave render make".split())
_TOTALS = frozenset("total number group crowd majority rest estimate another".split())
_CARRY = frozenset("fear believe report presume confirm say think find know declare".split())
_SPOKEN = frozenset({"speak", "talk"})
_PASSED = frozenset({"acomp", "attr", "oprd", "xcomp"})


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure and the word that gives it."""

    measure: str
    word: int


def measure_of(tree: Tree, node: int, noun: int | None) -> Measured | None:
    """Return what a count measures, None when no word near it tells.

    `node` is the token by which those counted hang in the sentence, `noun` their noun.
    """
    near = _beside(tree, node, noun)
    if near is not None:
        return _outdone(tree, node, near)
    seen: set[int] = set()
    current = node
    while current not in seen:
        seen.add(current)
        found = _governed(tree, current) or (
            _beside(tree, current, None) if seen - {node} else None
        )
        if found is not None:
            return found
        following = _step(tree, current)
        if following is None:
            break
        current = following
    return _named(tree, noun)


def _outdone(tree: Tree, node: int, near: Measured) -> Measured:
    """Return the verb's measure where it tells what came of "two wounded": they were detained."""
    direct = tree.relation(node) in {"dobj", "nsubjpass"}
    above = _governed(tree, node) if direct and near.measure == "injured" else None
    return above if above is not None and above.measure == "arrested" else near


def _step(tree: Tree, token: int) -> int | None:
    """Return the noun that a counted part belongs to: "12 people, including [3 children]"."""
    head = tree.head(token)
    relation = tree.relation(token)
    if relation in {"conj", "appos"} and tree.pos(head) in {"NOUN", "PROPN", "NUM", "PRON"}:
        return head
    if relation != "pobj" or tree.head(head) == head:
        return None
    above = tree.head(head)
    along = head > 0 and tree.folded[head] == "with" and tree.folded[head - 1] == "along"
    if along and tree.folded[above] == "along":
        above = tree.head(above)
    if tree.folded[head] in _THROUGH or along:
        if tree.pos(above) != "VERB":
            return above
        if tree.relation(above) == "acl":
            return tree.head(above)
        held = tree.child(above, "dobj", "nsubjpass")
        return tree.child(above, "nsubj") if held is None else held
    return above if tree.folded[head] == "of" and tree.lemma(above) in _TOTALS else None


def _beside(tree: Tree, node: int, noun: int | None) -> Measured | None:
    """Return the measure of an adjective, participle or clause right at the counted noun."""
    for token in {node, noun if noun is not None else node}:
        for child in tree.children(token, "amod", "acl", "relcl", "advcl", "appos"):
            if tree.relation(child) in {"advcl", "appos"} and abs(child - token) > 2:
                continue
            found = _word(tree, child, ("adjectives",)) or _of_verb(tree, child, token)
            if found is not None:
                return found
    of = tree.preposition(node, "of")
    if of is not None and (found := _word(tree, of, ("adjectives",))) is not None:
        return found
    after = max(node, noun if noun is not None else node) + 1
    if after < len(tree) and tree.tag(after) in {"VBN", "JJ", "VBD", "NN"}:
        return _word(tree, after, ("adjectives",))
    return None


def _governed(tree: Tree, token: int) -> Measured | None:
    """Return the measure that the governor of a noun phrase gives."""
    head, relation = tree.head(token), tree.relation(token)
    if head == token:
        return None
    if relation in {*SUBJECTS, "dobj", "oprd", "attr", "dative"}:
        return _of_verb(tree, head, token)
    if relation == "conj" and (verb := _own_verb(tree, token)) is not None:
        return _of_verb(tree, verb, token)
    if relation == "conj" and tree.pos(head) == "VERB":
        return _of_verb(tree, head, token)
    if relation == "pobj" and tree.folded[head] in {"of", "to", "at", "by"}:
        return _of_preposition(tree, head)
    if relation in {"ccomp", "nmod"}:
        return _of_verb(tree, head, token)
    return None


def _own_verb(tree: Tree, token: int) -> int | None:
    """Return the verb right behind a noun that was taken for another's fellow.

    In "30 drowned and four are missing" four are no fellows of the drowned: a verb follows
    them that has no subject.
    """
    after = tree.at(tree.reach(token).end + 1)
    if after is None or tree.tag(after) not in {"VBD", "VBP", "VBZ", "MD"}:
        return None
    verb = tree.head(after) if tree.relation(after) in {"aux", "auxpass"} else after
    alone = verb > token and tree.child(verb, *SUBJECTS) is None
    return verb if alone else None


def _of_preposition(tree: Tree, preposition: int) -> Measured | None:
    """Return the measure of "the deaths of 12 people", "the toll rose to 45", "home to 9,000"."""
    above = tree.head(preposition)
    if tree.folded[preposition] == "of":
        if tree.lemma(above) in _SPOKEN:
            return Measured("other", above)
        if tree.lemma(above) == "loss":
            return _lost(tree, preposition, above)
        found = _word(tree, above, ("nouns",))
        return None if found is None or found.measure == "fighters" else found
    if tree.folded[preposition] == "to" and tree.lemma(above) == "home":
        return Measured("present", above)
    if tree.folded[preposition] == "by":
        return None
    token = tree.child(preposition, "pobj") or preposition
    for up in tree.above(preposition):
        found = _changed(tree, up, token) if tree.pos(up) == "VERB" else _toll(tree, up)
        if found is not None or tree.relation(up) not in {"acl", "pobj", "prep", "dobj", "agent"}:
            return found
    return None


def _changed(tree: Tree, verb: int, token: int) -> Measured | None:
    """Return the measure of a count that a verb gives a value: "raised its dead … to nine"."""
    found = _of_toll(tree, verb, token)
    if found is not None or tree.lemma(verb) not in words("measures")["change"]["verbs"]:
        return found
    for noun in tree.children(verb, *SUBJECTS, "dobj"):
        named = None if noun == token else _word(tree, noun, ("nouns", "adjectives"))
        if named is not None and named.measure in {"killed", "injured", "missing", "arrested"}:
            return named
    return None


def _lost(tree: Tree, above: int, word: int) -> Measured | None:
    """Return that the people of "the loss of five soldiers", "lost five soldiers", were killed."""
    noun = tree.child(above, "pobj", "dobj")
    table = words("measures")
    people = {*table["person"]["nouns"], *table["fighters"]["nouns"]}
    if noun is None or not (
        word_forms(tree, noun) & people or tree.folded[noun].endswith(("men", "women"))
    ):
        return None
    return Measured("killed", word)


def _of_toll(tree: Tree, verb: int, token: int) -> Measured | None:
    """Return the measure of "the death toll reached 51", "the number of wounded rose to 9"."""
    for noun in tree.children(verb, *SUBJECTS, "dobj"):  # "put the toll at 45"
        found = None if noun == token else _toll(tree, noun)
        if found is not None:
            return found
    return None


def _toll(tree: Tree, noun: int) -> Measured | None:
    """Return the measure of a noun that is a count: "death toll", "number of missing"."""
    if tree.lemma(noun) not in words("measures")["toll"]["nouns"]:
        return None
    for below in tree.subtree(noun):
        done = {"VBN": ("objects", "subjects"), "VB": ("subjects",)}.get(tree.tag(below), ())
        keys = ("nouns", "adjectives", *done)
        found = _word(tree, below, keys)
        if found is not None and tree.lemma(below) != "toll":
            return found
    return Measured("killed", noun) if tree.lemma(noun) == "toll" else None


def _of_verb(tree: Tree, verb: int, token: int) -> Measured | None:
    """Return the measure that a verb gives to its subject, object or the noun that it hangs on."""
    if (counting := _of_toll(tree, verb, token)) is not None:
        return counting
    if tree.lemma(verb) in {"remain", "stay"}:  # "remained missing", "stayed in jail"
        for child in tree.children(verb, "acomp", "oprd", "attr"):
            if (found := _word(tree, child, ("adjectives",))) is not None:
                return found
    if (held := _in_custody(tree, verb)) is not None:
        return held
    done_to = _is_patient(tree, verb, token)
    found = _word(tree, verb, ("objects",) if done_to else ("subjects",))
    if found is None and not done_to and tree.tag(verb) == "VBG" and not tree.objects(verb):
        found = _word(tree, verb, ("adjectives",))
    if found is None and not done_to and _intransitive(tree, verb):
        found = _word(tree, verb, ("objects", "adjectives"))
    if found is not None:
        return found
    lemma = tree.lemma(verb)
    if lemma == "lose" and done_to and (lost := _lost(tree, verb, verb)) is not None:
        return lost
    if lemma == "take" and (part := _taken_part(tree, verb)) is not None:
        return Measured("present", part)
    if lemma == "take" and _to_streets(tree, verb):
        return Measured("present", verb)
    if lemma in _MOVERS and _from_home(tree, verb):
        return Measured("displaced", verb)
    if tree.lemma(verb) == "be" and (among := tree.preposition(verb, "among")) is not None:
        for below in tree.subtree(among):
            found = _word(tree, below, ("objects", "adjectives", "nouns"))
            if found is not None:
                return found
    if lemma in _LEAVES | _CARRY or tree.pos(verb) == "AUX" or lemma in _MOVERS | {"need"}:
        for child in tree.children(verb, *_PASSED):
            found = _word(tree, child, ("adjectives", "subjects"))
            if found is None and tree.pos(child) in {"VERB", "AUX"}:
                found = _of_verb(tree, child, token) if child != token else None
            if found is not None:
                return found
    return None


def _in_custody(tree: Tree, verb: int) -> Measured | None:
    """Return that those are held who "were taken into custody", "are still in jail"."""
    for into in tree.children(verb, "prep"):
        if tree.folded[into] in {"in", "into", "behind", "inside"}:
            cell = tree.child(into, "pobj")
            if cell is not None and tree.lemma(cell) in words("measures")["arrested"]["places"]:
                return Measured("arrested", verb)
    return None


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
    below = tree.subtree(verb)
    return any(
        tree.lemma(t) in _HOMES or (tree.relation(t) == "xcomp" and tree.lemma(t) == "flee")
        for t in below
        if verb < t < verb + 8
    )


def word_forms(tree: Tree, token: int) -> set[str]:
    """Return the forms under which a token may be listed; a headline's "Martyrs" has no lemma."""
    forms = {tree.lemma(token), tree.folded[token]}
    if tree.tag(token) in {"NNP", "NNPS"}:
        forms.add(tree.folded[token].removesuffix("s"))
    return forms


def right_after(tree: Tree, last: int) -> Measured | None:
    """Return the measure of "40 dead", "12 injured", whatever the parse makes of it."""
    word = last + 1
    if word < len(tree) and tree.folded[word] in {"more", "others"}:
        word += 1
    if word >= len(tree):
        return None
    found = _word(tree, word, ("adjectives",))
    noun = word + 1 < len(tree) and tree.pos(word + 1) in {"NOUN", "PROPN", "ADJ"}
    if found is None or noun or found.measure not in {"killed", "injured", "missing", "arrested"}:
        return None
    return found


def _word(tree: Tree, token: int, keys: tuple[str, ...]) -> Measured | None:
    """Return the measure whose lists under these keys hold a token."""
    table = words("measures")
    forms = word_forms(tree, token)
    for measure in MEASURES:
        if any(forms & set(table[measure][key]) for key in keys):
            if tree.lemma(token) == "round" and tree.child(token, "prt") is None:
                continue
            return Measured(measure, token)
    return None


def _named(tree: Tree, noun: int | None) -> Measured | None:
    """Return the measure that the counted noun names by itself: "12 deaths", "300 fighters"."""
    return None if noun is None else _word(tree, noun, ("nouns",))
