"""Find the words that report speech in a parsed sentence, and what they govern.

In "The mayor said that the bridge is shut, adding it was unsafe" both "said" and "adding" are
sayings; each holds a clause. Nouns count as well: "the claim that …", "according to …".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.extract.statements.misread import is_misjoined, left_noun, mistaken, under_joined
from dateline.knowledge.cues import Cues
from dateline.model import Span
from dateline.text.tree import SUBJECTS, Tree

_CLAUSES = ("ccomp",)
_BREAKS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "mark", "poss", "npadvmod"})
_UNREAL = frozenset({"would", "could", "might", "may", "can", "should", "must", "will", "to"})
_NOTICE = frozenset({"attention", "awareness", "knowledge", "notice"})
_ASIDE = frozenset({"advcl", "acl", "relcl", "pcomp"})


@dataclass(frozen=True, slots=True)
class Saying:
    """A word of one sentence that reports speech."""

    tree: Tree
    token: int
    kind: str
    """"verb", "noun", "according"."""
    speaker: int | None = None
    """The token that speaks, where the parse was not asked."""

    @property
    def cue(self) -> Span:
        """The cue's characters: "according to" as a whole."""
        if self.kind == "according":
            to = self.tree.child(self.token, "prep")
            return self.tree.span(self.token, to)
        return self.tree.span(self.token)


def find_sayings(tree: Tree, cues: Cues) -> Iterator[Saying]:
    """Yield the sayings of a sentence, quoted or not, in order."""
    for token in range(len(tree)):
        if tree.folded[token] == "according" and source(tree, token) is not None:
            yield Saying(tree, token, "according")
        elif is_verb(tree, token) and (cues.takes(tree.lemma(token)) or _idiom(tree, token)):
            yield Saying(tree, token, "verb")
        elif _shows(tree, token, cues):
            yield Saying(tree, token, "verb")
        elif tree.pos(token) == "NOUN" and _is_said(tree, token, cues):
            if _that_clause(tree, token) is not None:
                yield Saying(tree, token, "noun")


def _shows(tree: Tree, verb: int, cues: Cues) -> bool:
    """Whether a document speaks: "the survey found that …"."""
    if tree.lemma(verb) not in cues.words["shows"] or not is_verb(tree, verb):
        return False
    subject = tree.child(verb, "nsubj")
    if subject is not None and tree.tag(subject) == "WDT":  # "a study that found …"
        subject = tree.head(verb)
    return subject is not None and tree.lemma(subject) in cues.nouns["document"]


def _is_said(tree: Tree, noun: int, cues: Cues) -> bool:
    """Whether a noun is something said: "the claim", "expressed concern"."""
    if tree.lemma(noun) in cues.nouns["clause"]:
        return True
    voiced = tree.relation(noun) == "dobj" and tree.lemma(noun) in cues.nouns["voiced"]
    return voiced and tree.lemma(tree.head(noun)) in cues.words["voices"]


def is_verb(tree: Tree, token: int) -> bool:
    """Whether the token is used as a verb, and no adjective ("the stated aim")."""
    return tree.pos(token) == "VERB" and tree.relation(token) not in {"amod", "compound", "aux"}


def _idiom(tree: Tree, verb: int) -> bool:
    """Whether a verb says with the words beside it: "as she put it", "brought to the notice of"."""
    if tree.lemma(verb) == "bring":
        known = tree.preposition(verb, "to")
        return known is not None and tree.lemma(known) in _NOTICE
    if tree.lemma(verb) == "make":
        held = (*tree.children(verb, "acomp", "oprd", "ccomp", "xcomp"), verb + 1)
        return any(t < len(tree) and tree.folded[t] in {"known", "clear", "plain"} for t in held)
    return _puts_it(tree, verb)


def _puts_it(tree: Tree, verb: int) -> bool:
    """Whether the verb is that of "as the mayor put it"."""
    held = tree.child(verb, "dobj")
    return tree.lemma(verb) == "put" and held == verb + 1 and tree.folded[verb + 1] == "it"


def source(tree: Tree, according: int) -> int | None:
    """Return the noun of "according to X"."""
    to = tree.child(according, "prep")
    return None if to is None else tree.child(to, "pobj")


def governs(tree: Tree, saying: int, token: int) -> bool:
    """Whether a token belongs to what the saying holds: its object, aim or clause.

    The saying's own subject is not held: 'The "butcher" said …'.
    """
    below = token
    for above in tree.above(token):
        if above == saying:
            return tree.relation(below) not in _BREAKS
        below = above
    return False


def clause_of(saying: Saying, cues: Cues) -> Span | None:
    """Return the reported clause of a saying, without its "that" and outer punctuation."""
    tree, token = saying.tree, saying.token
    if saying.kind == "according":
        return _around(tree, token)
    if saying.kind == "noun":
        clause = _that_clause(tree, token)
        return None if clause is None else stretch(tree, clause, token, cues)
    holds = cues.takes(tree.lemma(token), "clause", "question") or _idiom(tree, token)
    if not holds and not _shows(tree, token, cues):
        return None
    clause = reported(tree, token)
    return None if clause is None else stretch(tree, clause, token, cues)


def is_real(saying: Saying) -> bool:
    """Whether something is said: not "would say", "declined to say", "did not say"."""
    tree, token = saying.tree, saying.token
    if saying.kind != "verb":
        return True
    if tree.negated(token) and tree.lemma(token) not in {"deny", "dispute"}:
        return False
    if tree.relation(token) == "pcomp" and tree.folded[tree.head(token)] == "without":
        return False
    if tree.tag(token) == "VBG" and tree.folded[token - 1] == "worth":  # "it is worth noting that"
        return False
    return tree.tag(token) != "VB" or not _UNREAL.intersection(tree.auxiliaries(token))


def reported(tree: Tree, verb: int) -> int | None:
    """Return the head of the clause that a verb reports, before it or after it."""
    clauses = [
        child
        for child in tree.children(verb, *_CLAUSES)
        if tree.child(child, *SUBJECTS, "expl", "attr", "mark") is not None
        and "to" not in tree.auxiliaries(child)  # "told them to go"
    ]
    if tree.lemma(verb) == "make":  # "made it clear that …"
        clauses = [held for child in clauses for held in tree.children(child, "ccomp")] or clauses
    behind = [child for child in clauses if child > verb]
    if clauses:  # "The lake is full and the mayor said that …": the parse may take both
        return min(behind, default=max(clauses))
    if (held := under_joined(tree, verb)) is not None:
        return held
    for preposition in tree.children(verb, "prep"):
        # "said in a statement that …", where the parse hangs the clause on the statement.
        for held in tree.children(preposition, "pobj"):
            clause = _that_clause(tree, held) or mistaken(tree, held)
            if clause is not None:
                return clause
    if is_misjoined(tree, verb):
        return tree.head(verb)
    aside = tree.relation(verb) == "advcl" and tree.child(verb, "mark") is not None
    if aside and tree.folded[tree.children(verb, "mark")[0]] == "as":  # "As Ruiz put it, …"
        return tree.head(verb) if tree.child(verb, *SUBJECTS) is not None else None
    if tree.relation(verb) == "parataxis" and tree.subject(verb) is not None:
        return tree.head(verb)
    return None


def _that_clause(tree: Tree, noun: int) -> int | None:
    """Return the clause of "the claim that …" (and not "the claim that he made")."""
    for child in tree.children(noun, "acl", "ccomp", "relcl"):
        mark = tree.child(child, "mark")
        if mark is not None and tree.folded[mark] == "that" and mark > noun:
            return child
    return None


def _speaking(tree: Tree, clause: int, verb: int) -> set[int]:
    """Return the tokens of a speaker whom the parse hangs in the clause before the verb."""
    if verb < clause or tree.child(verb, *SUBJECTS) is not None:
        return set()
    noun = left_noun(tree, verb)
    below = set() if noun is None else set(tree.subtree(clause))
    if noun is None or noun not in below:
        return set()
    while tree.relation(noun) in {"appos", "compound"} and tree.head(noun) != clause:
        noun = tree.head(noun)
    return set(tree.subtree(noun))


def stretch(tree: Tree, clause: int, verb: int, cues: Cues) -> Span | None:
    """Return the clause's characters, those of an aside in its middle ("he said") included."""
    below = set(tree.subtree(clause)) - _speaking(tree, clause, verb)
    if verb in below:  # "The bridge is shut, he said" with "said" hanging on "is"
        below -= set(tree.subtree(verb))
    for token in tree.subtree(clause):
        if token > clause and token != verb and tells_apart(tree, token, cues):
            below -= set(tree.subtree(token))
    tokens = sorted(below)
    while tokens and _is_edge(tree, tokens[0], clause):
        tokens.pop(0)
    while tokens and _is_closing(tree, tokens[-1]):
        tokens.pop()
    return tree.span(tokens[0], tokens[-1]) if tokens else None


def tells_apart(tree: Tree, verb: int, cues: Cues) -> bool:
    """Whether a verb in a reported clause reports for itself: "…, saying …", "…, but denied …".

    Without a subject of its own it is the speaker's, though the parse hangs it in the clause;
    with one it is another's saying: "…, and the board warned that …".
    """
    if verb < 2:
        return False
    if tree.child(verb, *SUBJECTS) is not None:
        return _says_beside(tree, verb, cues)
    lemma = tree.lemma(verb)
    if not cues.takes(lemma) and lemma not in cues.stance_words:
        return False
    if tree.relation(verb) == "advcl":
        return tree.tag(verb) == "VBG" and tree.words[verb - 1] == ","
    joined = tree.relation(verb) == "conj" and tree.tag(verb) in {"VBD", "VBZ"}
    first = min(tree.subtree(verb))
    if not joined or tree.pos(first - 1) != "CCONJ":
        return False
    # "denied that they had gone and blamed the board": what is said lies further back
    earlier = "had" in tree.auxiliaries(tree.head(verb)) and not tree.auxiliaries(verb)
    return earlier or tree.words[first - 2] == ","


def _says_beside(tree: Tree, verb: int, cues: Cues) -> bool:
    """Whether a verb joined with a comma tells what somebody else says."""
    held = tree.child(verb, "ccomp")
    mark = None if held is None else tree.child(held, "mark")
    if tree.relation(verb) != "conj" or mark is None or tree.folded[mark] != "that":
        return False
    first = min(tree.subtree(verb))
    joined = first > 1 and tree.pos(first - 1) == "CCONJ" and tree.words[first - 2] == ","
    finite = tree.tag(verb) in {"VBD", "VBZ", "VBP"} and not tree.auxiliaries(verb)
    return joined and finite and cues.takes(tree.lemma(verb), "clause")


def _is_closing(tree: Tree, token: int) -> bool:
    """Whether the token only closes the clause: a comma, "but"."""
    if tree.pos(token) == "CCONJ":
        return True
    return tree.pos(token) in {"PUNCT", "SPACE"} and tree.words[token] not in "\"'”’)»«%"


def _is_edge(tree: Tree, token: int, clause: int) -> bool:
    """Whether the token only opens the clause: "that", a comma, a blank."""
    if tree.folded[token] == "that" and tree.relation(token) == "mark":
        return tree.head(token) == clause
    if tree.relation(token) == "cc":  # "But the lake rose, he said"
        return True
    return tree.pos(token) == "SPACE" or tree.words[token] in {",", ":", ";", "--", "—", "–"}


def _around(tree: Tree, according: int) -> Span | None:
    """Return what "according to X" speaks of: the clause that it hangs on, without itself."""
    phrase = tree.subtree(according)
    head = tree.head(according)
    clauses = [t for t in (head, *tree.above(head)) if tree.pos(t) in {"VERB", "AUX"}] or [head]
    closing = all(tree.pos(t) == "PUNCT" for t in range(phrase[-1] + 1, len(tree)))
    if closing and tree.words[phrase[0] - 1] == ",":  # it closes the sentence: it is of the whole
        main = [t for t in clauses if tree.relation(t) not in _ASIDE]
        clauses = main or clauses
    clause = clauses[0]
    rest = [t for t in tree.subtree(clause) if t not in set(phrase)]
    before = [t for t in rest if t < phrase[0]]
    after = [t for t in rest if t > phrase[-1]]
    words = [t for t in after if tree.pos(t) not in {"PUNCT", "SPACE"}]
    side = rest if before and words else before or after
    while side and tree.pos(side[0]) in {"PUNCT", "SPACE"} and tree.words[side[0]] not in '"“‘«':
        side = side[1:]
    while (
        side and tree.pos(side[-1]) in {"PUNCT", "SPACE"} and tree.words[side[-1]] not in "\"'”’)»«"
    ):
        side = side[:-1]
    return tree.span(side[0], side[-1]) if side else None
