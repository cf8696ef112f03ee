"""Decide which counts are worth keeping: "[12 soldiers] died", not "two countries", "aged 34"."""

from __future__ import annotations

import re

from dateline.extract.figures.counted import Counted
from dateline.extract.figures.measure_words import Measured, measure_word, word_forms
from dateline.extract.figures.parts import whole_of
from dateline.knowledge.lexicon import Lexicon, Sense
from dateline.knowledge.vocabulary import names, words
from dateline.model import Number
from dateline.text.number_units import unit_words
from dateline.text.tree import SUBJECTS, Tree

_FEW = 10
"""A bare count of things or people that nothing happens to is kept from here on."""
_OF_PEOPLE = frozenset({"injured", "missing", "homeless"})
ONLY_PEOPLE = frozenset(
    {
        "killed",
        "injured",
        "arrested",
        "missing",
        "displaced",
        "present",
        "homeless",
        "fighters",
        "affected",
    }
)
_TRAVELLERS = frozenset("migrant traveller traveler tourist passenger pilgrim commuter".split())
_WHEREABOUTS = frozenset({"present", "other", "fighters", "affected"})
HOUSEHOLDS = frozenset({"family", "household", "case", "infection", "patient", "customer"})
_DOERS = ("ist", "ian", "er", "or", "ee", "ant", "ent")
HOURS = 12
"""A bare number up to here may be an hour: "at eleven"."""
_MANY = 1_000
"""An exact count whose noun is left out is kept as a subject from here on."""
_AGE = re.compile(r"(?:[\s-]+years?)?[\s-]+olds?\b", re.I)  # "34-year-old", "12 years old"
_AGED = re.compile(r"\b(?:aged|age|of age)(?:\s+between)?\s+$", re.I)
# "12-member council", "a 30-strong team", "a 200-bed hospital": the number describes a thing.
_COMPOUND = re.compile(r"-[a-z]", re.I)
# "two of the three hostages"; of "39 of the 57 held" both are told.
_WHOLE = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|most|half))\s+of\s+"
    r"(?:the\s+|its\s+|their\s+|his\s+|her\s+|our\s+|those\s+|these\s+)$",
    re.I,
)
_WHERE = re.compile(
    r"\s{1,4}(?:\([^)]{0,20}\)?\s{0,4})?(?:due\s+|to\s+the\s+)?"
    r"(?:north|south|east|west|away|from|outside|inland|off|downstream|upstream|offshore)",
    re.I,
)
# How far somebody goes is told: "pulled back five kilometres from the road".
_MOVES = frozenset(
    "pull withdraw move retreat march advance walk run drive flee stretch extend push fall drift"
    " travel back trek hike creep".split()
)
# "81 in favour and 34 against"
_VOTED = re.compile(r"\s+(?:in\s+favou?r\b|against(?!\s+(?:the|a|its|his|her|their|\d)\b))", re.I)
# "carried by 41 to 39"
_BY = re.compile(r"\b(?:by|vot(?:ed|ing))\s+$", re.I)
_BALLOT = re.compile(r"\s+to\s+\d", re.I)
_VALUES = frozenset({"at", "to", "from", "by", "as", "of"})
_BARE = re.compile(
    r"\s*(?:[.,;:!?)”\"]|$|\s(?:and|but|or|while|on|in|by|as|at|from|since|after|before|when|with"
    r"|last|this|inside|aboard|between|over|out|alone|more|so)\b)",
    re.I,
)
_TIMES = re.compile(r"\s+times\b", re.I)  # "10 times as many"


def worth_keeping(tree: Tree, number: Number, of: Counted, measured: Measured | None) -> bool:
    """Whether a count is one that a reader would note."""
    text = tree.text
    if (number.unit or "").endswith("of age"):
        return False
    if _AGE.match(text, number.digits.end) or _AGED.search(
        text, max(0, number.span.start - 16), number.span.start
    ):
        return False
    if number.kind == "money":
        return True
    if number.kind in {"percent", "fraction"}:
        changed = tree.relation(of.node) in {"pobj", "npadvmod", "advmod", "dobj", "predet"}
        return number.kind == "percent" or of.noun is not None or changed
    if _COMPOUND.match(text, number.digits.end) or _TIMES.match(text, number.digits.end):
        return False
    whole = _WHOLE.search(text, max(0, number.span.start - 16), number.span.start)
    if whole is not None and (number.low or 0) < _FEW:
        return False
    if of.noun is None:
        return _elided(tree, number, of, measured)
    if unit_of(tree, of, number):
        return not _tells_where(tree, number, of)
    told = measured is not None and measured.measure != "other" and measured.word != of.noun
    if told:
        return True
    few = number.low is not None and number.low == number.high and number.low < _FEW
    if few and tree.lemma(of.noun) in words("measures")["small"]["nouns"] and _is_known(tree, of):
        return False  # "the two countries"
    single = number.low == 1 or number.low != number.high
    return not (single and tree.tag(of.noun) in {"NN", "VBG"})  # "one society", "multiple voting"


def _is_known(tree: Tree, of: Counted) -> bool:
    """Whether those counted are known already: "the two sides", "its three partners"."""
    lead = tree.child(of.node, "det", "poss")
    return lead is not None and tree.folded[lead] not in {"a", "an", "no", "all", "some"}


def _tells_where(tree: Tree, number: Number, of: Counted) -> bool:
    """Whether a distance only says where: "40 km north of the capital", "(nine miles)"."""
    head = tree.head(of.node)
    moved = tree.lemma(head) in _MOVES and tree.relation(of.node) in {"dobj", "npadvmod", "advmod"}
    if moved or (tree.folded[head] == "of" and tree.lemma(tree.head(head)) == "distance"):
        return False
    after = tree.text[tree.parse.end[of.last] : tree.parse.end[of.last] + 24]
    bracket = tree.text[max(0, number.span.start - 1) : number.span.start] == "("
    return bracket or _WHERE.match(after) is not None


def _elided(tree: Tree, number: Number, of: Counted, measured: Measured | None) -> bool:
    """Whether a count without a noun is of people that something is said of."""
    if measured is not None or whole_of(tree, of) is not None:
        return (number.low or 0) != 1 or measured is not None
    start, end = tree.sentence.span.start, tree.sentence.span.end
    if _VOTED.match(tree.text, number.digits.end, end):
        return True
    by = _BY.search(tree.text, start, number.span.start)
    if by is not None and _BALLOT.match(tree.text, number.digits.end, end):
        return True
    size = number.low or number.high or 0
    large = size >= _FEW if number.low != number.high else size >= _MANY
    if large and tree.relation(of.node) in SUBJECTS:
        return True
    return size >= _FEW and number.unit is None and _is_value(tree, number, of)


def _is_value(tree: Tree, number: Number, of: Counted) -> bool:
    """Whether a bare number is what a verb has or reaches: "had the crowd at 11,000"."""
    relation, head = tree.relation(of.node), tree.head(of.node)
    if relation == "pobj":
        verb = tree.head(head)
        held = tree.folded[head] in _VALUES and tree.pos(verb) in {"VERB", "AUX"}
        if (number.low or 0) <= HOURS and tree.folded[head] in {"at", "by", "from", "to"}:
            change = words("measures")["change"]
            gives = {"stand", *change["tells"]}
            moves = gives if tree.folded[head] in {"at", "by"} else {*gives, *change["verbs"]}
            held = held and tree.lemma(verb) in moves
    else:
        held = relation in {"dobj", "attr"} and tree.pos(head) in {"VERB", "AUX"}
    end = tree.sentence.span.end
    return held and _BARE.match(tree.text, number.digits.end, end) is not None


def is_person(tree: Tree, of: Counted, measured: Measured | None, *, lexicon: Lexicon) -> bool:
    """Whether those counted are people."""
    if of.noun is None:
        return True
    table = words("measures")
    lemma, tag = tree.lemma(of.noun), tree.tag(of.noun)
    if word_forms(tree, of.noun) & {*table["person"]["nouns"], *table["fighters"]["nouns"]}:
        return True
    if tree.folded[of.noun].endswith(("men", "women", "people")):
        return True
    if lemma in table["collective"]["nouns"]:
        return False
    if lexicon.role(lemma) is not None or _is_people(tree.words[of.noun], lexicon):
        return True
    if measured is not None and (tag == "NNPS" or measured.measure in _OF_PEOPLE):
        return True
    if measured is not None and tree.lemma(measured.word) in table["arrested"]["sure"]:
        return tag == "NNS"
    if measured is None or measured.measure not in {"killed", "arrested", "displaced"}:
        return False
    if measured.measure == "killed" and tag == "NNS":
        sure = tree.lemma(measured.word) not in table["killed"]["doubtful"]
        return sure and lemma not in table["animal"]["nouns"]
    return tag == "NNS" and lemma.endswith(_DOERS)


def _is_people(word: str, lexicon: Lexicon) -> bool:
    """Whether a word names the people of a country: "Venezuelans"."""
    known = lexicon.known(word)
    return known is not None and known.sense is Sense.PEOPLE


def fitting(tree: Tree, of: Counted, measured: Measured | None, *, person: bool) -> Measured | None:
    """Return the measure if it can be one of those counted.

    Only people are arrested or flee, and only they, their homes apart, are affected; troops
    that are somewhere are fighters, and so are a militia's men.
    """
    noun = of.noun if of.noun is not None else of.node
    household = tree.lemma(noun) in HOUSEHOLDS
    if measured is not None and not person and not household and measured.measure in ONLY_PEOPLE:
        return None
    if person and measured is not None and measured.measure == "displaced":
        if measure_word(tree, noun, ("nouns",)) == Measured("fighters", noun):
            return Measured("fighters", measured.word)  # "600 peacekeepers will leave"
    travels = tree.lemma(noun) in _TRAVELLERS
    if travels and measured is not None and measured.measure == "displaced":
        return None
    if person and (measured is None or measured.measure in _WHEREABOUTS):
        told = measured is not None and measured.measure == "other"
        named = None if told else measure_word(tree, noun, ("nouns",))
        if noun and tree.folded[noun - 1] == "asylum" and not told:
            named = Measured("displaced", noun)
        if named is not None and named.measure in {"fighters", "displaced", "arrested"}:
            return named if measured is None else Measured(named.measure, measured.word)
        if tree.lemma(noun) in {"man", "member"} and _of_army(tree, of):
            return Measured("fighters", noun if measured is None else measured.word)
    return measured


def _of_army(tree: Tree, of: Counted) -> bool:
    """Whether those counted are the men that an army has, sends or keeps."""
    for above in tree.above(of.node):
        subject = tree.child(above, *SUBJECTS)
        if subject is not None:
            host = tree.lemma(subject) in words("measures")["fighters"]["hosts"]
            return host or (tree.pos(subject) == "PROPN" and tree.tag(of.node) == "NNS")
    return False


def unit_of(tree: Tree, of: Counted, number: Number) -> str | None:
    """Return the unit of measurement that the counted noun is, "kilometre" for "km"."""
    if number.kind not in {"cardinal", "fraction"}:
        return None
    if number.unit is not None:
        return number.unit
    if of.noun is None:
        return None
    before = tree.folded[of.noun - 1] if of.noun else ""
    lemma, word = tree.lemma(of.noun), tree.folded[of.noun]
    forms = (f"{before} {lemma}", f"{before} {word}", lemma, word)
    unit = next((unit_words()[form] for form in forms if form in unit_words()), None)
    return None if unit in names("units")["clock"].values() else unit
