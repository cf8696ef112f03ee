"""Tell times from words that only look like them: "May said", "2000 people", "a second bomb"."""

from __future__ import annotations

import re

from dateline.text.time_eras import has_era
from dateline.text.tree import Tree

# The word before, with what may stand between.
_BEFORE = re.compile(r"(?P<word>[\w’'-]+)[\s(“\"]*$")
_TEMPORAL = frozenset(
    "in since until till by of from last next this late early mid and to through between during"
    " before after around about or for every each on".split()
)
_YEAR_LEADS = frozenset(
    "in since until till by of from late early mid and to through between during before after"
    " around about or the for year back year's".split()
)
_LENGTH_LEADS = frozenset(
    "for in within over than nearly almost about around some lasting lasted took take takes"
    " during throughout every after".split()
)
_YEAR_ARCS = frozenset({"nummod", "compound", "npadvmod", "appos", "pobj"})
_RISKY_MONTHS = frozenset("may march mar jan april june august sep dec".split())
_MONTH_SHAPES = frozenset(
    "date date-days days-date day-date month side-month other-year weekday side-weekday"
    " weekday-of-week".split()
)
_SEASON_LEAD = re.compile(
    r"\b(?:in|by|during|since|until|of|over|that|for|throughout|before|after)(?:\s+the)?\s+$", re.I
)
_OF_A_PLACE = re.compile(r"\s+of\b")
_WEEKEND_LEADS = frozenset("over at during on for before after by until since through".split())
_CLOCK_LEADS = frozenset("at by around about before after until since from".split())
_PRICED = frozenset(
    "trade close settle price value sell buy quote peg stand fall rise drop climb set fix rate"
    " average measure weigh".split()
)
"""Verbs with which "at 10.40" is a price or a measure."""
_NAMED_DAYS = frozenset("black good palm bloody super ash cyber maundy holy shrove giving".split())
_DATED = re.compile(r"[a-z.]\s+\d{1,2}(?:st|nd|rd|th)?,?\s+$")  # "May 31, "
_THAT = re.compile(r"\s+that\b")
_ADJECTIVES = frozenset({"future", "the past", "the present", "the recent past", "the future"})
_AGE = re.compile(r"[\s-]+(?:old\b|of age\b|in (?:jail|prison)\b)")


def is_time(tree: Tree, shape: str, found: re.Match[str]) -> bool:
    """Whether the words that fit a shape of `time_shapes` are a time in this sentence."""
    words = found.groupdict()
    named = words.get("month") or (words.get("day") if shape in _MONTH_SHAPES else None)
    if shape in _MONTH_SHAPES and named and not named[0].isdigit() and not named[0].isupper():
        return False
    if shape == "month":
        return _is_month(tree, found)
    if shape in {"date", "date-days"}:
        group = "last" if words.get("last") else "day"
        return words.get("year") is not None or not _counts(tree, found.start(group))
    if shape == "year":
        return _is_year(tree, found)
    if shape in {"hyphened", "length", "vague-length", "long"}:
        return _is_length(tree, shape, found)
    if shape == "weekday" and _word_before(tree, found) in _NAMED_DAYS:
        return False
    if shape == "window" and words["side"].casefold() == "last":
        token = tree.at(found.start("side"))
        # "is due to last 72 hours"
        return token is None or (tree.pos(token) != "VERB" and _word_before(tree, found) != "to")
    if shape == "season":
        return _is_season(tree, found)
    if shape == "today":
        return not _is_title_word(tree, found)
    if shape == "weekend":
        return words["side"] != "the" or _word_before(tree, found) in _WEEKEND_LEADS
    if shape == "clock-digits":
        return words["minute"] is not None and not _is_years_end(tree, found)
    if shape == "clock-dotted":
        return _is_dotted_clock(tree, found)
    if shape == "bare-year":
        return _is_bare_year(tree, found)
    if shape == "day-of-month":
        return _is_day_of_month(tree, found)
    if shape == "vague":
        return _is_vague(tree, found)
    if shape == "feast":
        return found[0][0].isupper()
    return True


def _word_before(tree: Tree, found: re.Match[str]) -> str:
    """Return the word right before a match, in lower case."""
    start = max(tree.sentence.span.start, found.start() - 30)
    before = _BEFORE.search(tree.text[start : found.start()])
    return before["word"].casefold() if before else ""


def _is_years_end(tree: Tree, found: re.Match[str]) -> bool:
    """Whether the digits are the year of a date: "May 31, 2009 local time"."""
    before = tree.text[max(tree.sentence.span.start, found.start() - 16) : found.start()]
    return _DATED.search(before) is not None


def _is_dotted_clock(tree: Tree, found: re.Match[str]) -> bool:
    """Whether "10.40" is a time of day: "at 10.40", not "at 10.40 dollars" or "closed at 10.40"."""
    token = tree.at(found.start())
    if token is None or tree.relation(token) != "pobj" or tree.children(token):
        return False
    verb = next((t for t in tree.above(token) if tree.pos(t) == "VERB"), None)
    priced = verb is not None and tree.lemma(verb) in _PRICED
    return not priced and _word_before(tree, found) in _CLOCK_LEADS


def _is_bare_year(tree: Tree, found: re.Match[str]) -> bool:
    """Whether three digits are a year: "in 480" where the text counts before our era."""
    token = tree.at(found.start("year"))
    if token is None or tree.relation(token) not in {"pobj", "npadvmod"}:
        return False
    return _word_before(tree, found) in _YEAR_LEADS and has_era(tree.text)


def _is_day_of_month(tree: Tree, found: re.Match[str]) -> bool:
    """Whether "the 12th" is a day: "on the 12th", not "on the 12th floor" or "the 12th time"."""
    token = tree.at(found.start("day"))
    if token is None or tree.relation(token) != "pobj":
        return False
    return _word_before(tree, found) in {"on", "until", "since", "by", "from", "to"}


def _is_vague(tree: Tree, found: re.Match[str]) -> bool:
    """Whether a word means a time: "is now open", not "now that", "the past year"."""
    word = found["word"].casefold()
    token = tree.at(found.end() - 1)
    if token is None:
        return False
    if word == "now" and _THAT.match(tree.text, found.end()):
        return False
    if word in _ADJECTIVES:  # "the past", "the present" alone, not "the past year"
        return (
            tree.pos(token) == "NOUN"
            and tree.relation(token) != "compound"
            or (word == "future" and tree.pos(token) == "ADJ")
        )
    if word == "this time":
        return _word_before(tree, found) in _TEMPORAL | {"at"}
    if word == "the time":
        return _word_before(tree, found) in {"at", "by", "since", "of", "until"}
    if word == "this day":
        return _word_before(tree, found) in {"to", "until", "on"}
    return True


def _is_season(tree: Tree, found: re.Match[str]) -> bool:
    """Whether a season's word is one: "in the spring", not "a hot spring", "prices fall"."""
    token = tree.at(found.start("season"))
    if found["year"]:
        return True
    if token is None or tree.pos(token) not in {"NOUN", "PROPN"}:
        return False
    word = found["season"].casefold()
    if word == "fall" and _OF_A_PLACE.match(tree.text, found.end()):  # "the fall of Osmara"
        return False
    if found[0].casefold() != word:  # "late spring"
        return True
    lead = tree.text[max(tree.sentence.span.start, found.start() - 12) : found.start()]
    if _SEASON_LEAD.search(lead) is not None:
        return True
    plain = found[0].islower() and tree.relation(token) in {"pobj", "npadvmod", "nsubj"}
    return plain and word in {"summer", "winter", "autumn"}


def _is_title_word(tree: Tree, found: re.Match[str]) -> bool:
    """Whether "Today" is part of a name: "Kabul Today TV"."""
    token = tree.at(found.start())
    inside = found.start() > tree.sentence.span.start and found[0][0].isupper()
    return inside and token is not None and tree.pos(token) == "PROPN" and token > 0


def _counts(tree: Tree, offset: int) -> bool:
    """Whether the number at an offset counts the plural noun after it: "In May 21 people"."""
    token = tree.at(offset)
    if token is None or tree.relation(token) != "nummod":
        return False
    return tree.head(token) > token and tree.tag(tree.head(token)) == "NNS"


def _is_month(tree: Tree, found: re.Match[str]) -> bool:
    """Whether a month's name without a day is one: not "May", the minister, nor "April Jones"."""
    if found["year"]:
        return True
    name = found["month"].casefold().rstrip(".")
    before = _word_before(tree, found)
    if found.group() != found["month"] and found["month"][0].isupper():
        return True
    short = len(name) <= 4 and name not in {"june", "july"}
    if (short or name in _RISKY_MONTHS) and before not in _TEMPORAL:
        return False
    following = tree.text[found.end() : found.end() + 3]
    token = tree.at(found.start("month"))
    if token is None or tree.pos(token) not in {"PROPN", "NOUN"}:
        return False
    if tree.relation(token) == "compound" and re.match(r"\s[A-Z]", following):
        return before in _TEMPORAL and name not in _RISKY_MONTHS
    return True


def _is_year(tree: Tree, found: re.Match[str]) -> bool:
    """Whether four digits are a year: "in 2015", "the 2011 uprising", not "2000 people"."""
    before = _word_before(tree, found)
    token = tree.at(found.start("year"))
    if token is None:
        return False
    if tree.parse.end[token] != found.end("year"):
        return False
    if _opens_heading(tree, found):
        return int(found["year"]) >= 1500
    if _counts(tree, found.start("year")):
        return before in {"the", "its", "their", "his", "her"} or before.endswith(("'s", "’s"))
    if found.group() != found["year"] or before in _YEAR_LEADS:
        return int(found["year"]) >= 1700 or before in {"in", "since"}
    opening = tree.text[max(tree.sentence.span.start, found.start() - 1) : found.start()]
    if opening == "(" or tree.relation(token) in _YEAR_ARCS:
        return 1900 <= int(found["year"]) <= 2099 and opening not in {"$", "#"}
    return False


def _opens_heading(tree: Tree, found: re.Match[str]) -> bool:
    """Whether a year is a line of its own, or heads one: "1917", "2004: The strike"."""
    span = tree.sentence.span
    if tree.text[span.start : found.start()].strip():
        return False
    after = tree.text[found.end() : span.end].lstrip()
    return not after or after[0] in ":–—"


def _is_length(tree: Tree, shape: str, found: re.Match[str]) -> bool:
    """Whether a number of units is a stretch of time, not an age, a rate or an order."""
    unit = found["unit"].casefold()
    if _AGE.match(tree.text, found.end()):
        return "in" in tree.text[found.end() : found.end() + 4]
    before = _word_before(tree, found)
    if shape == "hyphened" and unit == "quarter":  # "three-quarters of the town"
        return False
    if shape == "vague-length":
        return before == "for" and unit != "second"
    if shape == "length":
        count = found["count"].casefold()
        if count in {"a", "an"}:
            return unit != "second" and before in _LENGTH_LEADS
        if unit == "quarter" or (unit == "second" and not found.group().endswith("s")):
            return False
        return before not in {"aged", "age"}
    return True
