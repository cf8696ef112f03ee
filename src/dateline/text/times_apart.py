"""Tell times from words that only look like them: "May said", "2000 people", "a second bomb"."""

from __future__ import annotations

import re

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
_NAMED_DAYS = frozenset("black good palm bloody super ash cyber maundy holy shrove giving".split())
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
        return words["side"] != "the" or _word_before(tree, found) in {"over", "at", "during", "on"}
    if shape == "clock-digits":
        return words["minute"] is not None
    return True


def _word_before(tree: Tree, found: re.Match[str]) -> str:
    """Return the word right before a match, in lower case."""
    start = max(tree.sentence.span.start, found.start() - 30)
    before = _BEFORE.search(tree.text[start : found.start()])
    return before["word"].casefold() if before else ""


def _is_season(tree: Tree, found: re.Match[str]) -> bool:
    """Whether a season's word is one: "in the spring", not "a hot spring", "prices fall"."""
    token = tree.at(found.start("season"))
    if found["year"]:
        return True
    lead = tree.text[max(tree.sentence.span.start, found.start() - 12) : found.start()]
    noun = token is not None and tree.pos(token) in {"NOUN", "PROPN"}
    return noun and _SEASON_LEAD.search(lead) is not None


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
    if _counts(tree, found.start("year")):
        return before in {"the", "its", "their", "his", "her"} or before.endswith(("'s", "’s"))
    if found.group() != found["year"] or before in _YEAR_LEADS:
        return int(found["year"]) >= 1700 or before in {"in", "since"}
    opening = tree.text[max(tree.sentence.span.start, found.start() - 1) : found.start()]
    if opening == "(" or tree.relation(token) in _YEAR_ARCS:
        return 1900 <= int(found["year"]) <= 2099 and opening not in {"$", "#"}
    return False


def _is_length(tree: Tree, shape: str, found: re.Match[str]) -> bool:
    """Whether a number of units is a stretch of time, not an age, a rate or an order."""
    unit = found["unit"].casefold()
    if _AGE.match(tree.text, found.end()):
        return "in" in tree.text[found.end() : found.end() + 4]
    before = _word_before(tree, found)
    if shape == "vague-length":
        return before == "for" and unit != "second"
    if shape == "length":
        count = found["count"].casefold()
        if count in {"a", "an"}:
            return unit != "second" and before in _LENGTH_LEADS
        if unit in {"second", "quarter"} and not found.group().endswith("s"):
            return False
        return before not in {"aged", "age"}
    return True
