"""Measure what a stretch of text reads like: news prose, a headline, a picture's caption.

"Residents wade through a flooded street in the old town." tells what a picture shows;
"The river burst its banks on Monday, officials said." tells news. Each measure is a score
over several features, none of which decides alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from dateline.clean.about.dates import Printed, find_dates
from dateline.clean.units import Unit
from dateline.knowledge.vocabulary import words

_REPORTS = re.compile(
    r"\b(?:said|says|saying|told|tells|according to|has|have|had|was|were|will|would|could"
    r"|should|may|might|must|been|did|does|do|isn[’']t|aren[’']t)\b|[\"“”]",
    re.I,
)
# "… as they wait", "… outside the court": where and while, as captions tell
_SCENE = re.compile(
    r"\b(?:as|while|during|near|after|outside|at|in) (?:they|he|she|it|the|a|an)\b", re.I
)
# "…, where many wells have been dry for weeks": an aside of a caption may tell of the past
_ASIDE = re.compile(r",? \b(?:where|which|who|whose|after)\b[^,.;\"“]{1,120}")
_TWO_SENTENCES = re.compile(r"[a-z\d)][.!?][\"”’]? +[A-Z\"“]")
# "KABUL, Jan 5 (Reuters) - ", "Beirut – ", "GENEVA — ", "PARIS (AFP) - ", "(AP) —",
# "Averby (Norway) (AFP) – ", "Averby (Norway), Jan 5 (AFP).- ", "Averby, 5 January 2020 (AFP). ",
# "MOSCOW, January 5. /TASS/. ", "MOSCOW. Jan 5 (Interfax) - ",
# "Dec 29 (Reuters) - "
_CAPITALISED = r"[A-ZÀ-Þ][\w.'’-]{0,30}"
_COUNTRY = (
    rf"(?: \((?![A-Z]{{2,5}}\)){_CAPITALISED}(?: {_CAPITALISED}){{0,3}}\)(?= ?\(|, [A-Z\d]))?"
)
DATELINE = re.compile(
    rf"(?:(?P<place>{_CAPITALISED}"
    rf"(?:(?:[ /-]|, )(?:(?:de|da|del|of|al|el|and|the) )?{_CAPITALISED}){{0,6}})"
    rf"{_COUNTRY}[,.]? ?)?"
    r"(?:[(]?(?P<date>(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?"
    r"|\d{1,2}([-/])\d{1,2}\3\d{4})[)]?[,.]? ?)?"
    r"(?P<credit>[(\[/](?:(?:[A-Z]|dpa\b|epd\b|sda\b|efe\b)[\w.'’ /&,-]{0,40})[)\]/],? ?)?"
    r"(?P<dash>\.?[-–—]{1,2}|:|(?<=[/)\]])\.) ?(?=\S)"
)
# What closes one; few texts hold it, and names before it are long to try
_DASH = re.compile(r"[-–—:]|[/)\]]\.")
_CAPS_PLACE = re.compile(r"[A-Z][A-Z'’.-]+(?:[ ,/-]{1,2}[A-Z][\w'’.-]+){0,5}[.,:]?")
_TITLED_PLACE = re.compile(rf"{_CAPITALISED}(?:(?: |-|/|, ){_CAPITALISED}){{0,4}}")
# "Thursday", "14:30", "GMT", "Published" on such a line
_BESIDE_PLACE = re.compile(
    r"\b(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?(?!\w)"
    r"|Published|Updated|Posted|on|at|in"
    r"|\d{1,2}[:.]\d\d(?: ?[ap]\.?m\b\.?)?|[A-Z]{2,3}T|UTC)\b:?|[|·•]"
)
_PLACE_OPENERS = frozenset(
    "New San Santa St Saint Los Las El La Port Tel Addis Buenos Kuala Hong Abu Cape Sao São Rio"
    " Mexico Panama Kuwait Phnom Ho Baton Salt Le Den The".split()
)
_NAME_PART = r"(?:[A-Z][\w'’-]*\.?|de|da|del|der|van|von|bin|ibn|[ae]l-[A-Z]\w+)"
# "Jane Doe", "Jane Doe and John A. Roe", "Jane Doe | John Roe"
_PERSON = re.compile(
    rf"[A-Z][\w'’-]+\.?(?: {_NAME_PART}){{1,3}}"
    rf"(?:(?:,| and| &| \|) ?[A-Z][\w'’-]+\.?(?: {_NAME_PART}){{0,4}}){{0,3}}"
)
# "If you live near the river …": advice speaks to its reader at every turn
_TO_READER = re.compile(r"\byou(?:r|[’']\w{1,2})?\b", re.I)
# "Situation note no. 3: Averby", "SNAPSHOT #12"
_REPORT_NUMBER = re.compile(
    r"\b(?:report|update|note|snapshot|bulletin|brief|sitrep|flash|overview)"
    r"\s(?:(?:no|nr)\b\.?\s?|#\s?|number\s)\d",
    re.I,
)
_STEM = 5
_NOTHING = frozenset({""})


def is_prose(unit: Unit) -> bool:
    """Whether a unit reads as one or more whole sentences."""
    if unit.link_share > 0.8 and len(unit.words) < 40:
        return False
    if unit.final:
        return (
            len(unit.words) >= 5 or ("“" in unit.text or '"' in unit.text) and len(unit.words) > 2
        )
    if dateline_of(unit.text) is not None and len(unit.words) > 8:
        return True
    return len(unit.words) >= 30 or len(unit.text) > 250


def appeal_needed(units: Iterable[Unit]) -> float:
    """Return the score from which an appeal is one: more where a text speaks to its reader."""
    told = [unit.text for unit in units if is_prose(unit)]
    spoken = sum(bool(_TO_READER.search(text)) for text in told)
    return 3.0 if spoken >= 4 and spoken > 0.15 * len(told) else 1.5


def dateline_of(text: str) -> re.Match[str] | None:
    """Return the match of a dateline that opens a text: "KABUL, Jan 5 (Reuters) -"."""
    match = DATELINE.match(text[:200]) if _DASH.search(text, 0, 200) else None
    if match is None or match["dash"] == ":" and match["credit"] is None and match["date"] is None:
        return None
    if match["credit"] is None and match["place"] is None:
        return None
    stopped = match["dash"] == "." and not (match["credit"] or "").startswith("/")
    if stopped and None in (match["credit"], match["date"], match["place"]):
        return None  # "The Averby Harbour Union (AHU). …"
    if match["credit"] is None and match["date"] is None:
        spaced = text[match.start("dash") - 1] == " " and text[match.end("dash") :][:1] == " "
        shouted = match["place"].isupper() and len(match["place"]) > 3
        if not spaced or not (shouted or len(match["place"].split()) <= 3) or match["dash"] == ":":
            return None
    return match


def picture_score(unit: Unit) -> float:
    """Return how much a unit reads as a caption; 3 and more is one where captions stand."""
    lowered = [word.lower() for word in unit.words]
    if not 4 <= len(lowered) <= 45 or dateline_of(unit.text):
        return 0.0
    score = 0.0
    main = _ASIDE.sub(_dropped, unit.text)
    verbs = _picture_verbs()
    if any(_is_picture_verb(word, verbs) for word in lowered[1:16]):
        score += 2.0
    score += 1.0 if _REPORTS.search(main) is None else -2.5
    score += 0.0 if _TWO_SENTENCES.search(unit.text) is None else -1.5
    if _SCENE.search(unit.text):
        score += 0.5
    return score


def _dropped(aside: re.Match[str]) -> str:
    """Return what is left of an aside: all of one that runs on into the sentence's own verb.

    "Two drivers who were kidnapped in May were freed on Friday" has its verb behind the aside.
    """
    runs_on = not aside[0].startswith(",") and len(_REPORTS.findall(aside[0])) > 1
    return aside[0] if runs_on else ""


def headline_score(unit: Unit, opening: frozenset[str], distance: int) -> float:
    """Return how much a line before the body reads as its headline.

    `opening` are the stems of the body's first paragraphs, `distance` the lines in between.
    """
    count = len(unit.words)
    score = {0: -6.0, 1: -3.0, 2: -1.5, 3: -0.5}.get(count, 1.0 if count <= 22 else -1.0)
    stems_here = stems(unit.words)
    if stems_here:
        score += 4.0 * len(stems_here & opening) / len(stems_here)
    if unit.text.endswith("."):
        score -= 2.5
    if unit.tag in ("h1", "h2"):
        score += 3.0 if unit.tag == "h1" else 0.5
    if unit.text.endswith(":"):
        score -= 1.0
    return score + 0.5 * unit.alone - 0.2 * min(distance, 10) - 2.0 * (unit.link_share > 0.8)


def is_numbered(title: str) -> bool:
    """Whether a title is the number of a report in a row: "Situation note no. 3: Averby"."""
    return _REPORT_NUMBER.search(title) is not None


def restated(first: Unit, following: Unit) -> float:
    """Return what share of a unit's words the next one says again, between 0 and 1."""
    here, there = stems(first.words), stems(following.words)
    return len(here & there) / max(1, len(here))


def stems(spoken: Iterable[str]) -> frozenset[str]:
    """Return the first letters of the words that carry content, for comparing wording."""
    return frozenset(map(_stem, spoken)) - _NOTHING


@lru_cache(maxsize=16_384)
def _stem(word: str) -> str:
    """Return the first letters of a word; none of a short one, "the", that is no acronym."""
    if len(word) > 3 or word.isupper() and len(word) > 1:
        return word.lower().removesuffix("'s").removesuffix("’s")[:_STEM]
    return ""


def is_person_line(text: str) -> bool:
    """Whether a line is a name or two and nothing else: "Jane Doe and John A. Roe"."""
    return len(text) < 80 and bool(_PERSON.fullmatch(text.rstrip(" ,|")))


def is_place_line(text: str) -> bool:
    """Whether a line is a dateline by itself: "GENEVA", "KABUL, Afghanistan"."""
    return len(text) < 50 and bool(_CAPS_PLACE.fullmatch(text.rstrip(" -–—")))


def dated_place(text: str) -> str | None:
    """Return the place of a line that is place and date: "OSLO, May 3 2020", "3 May 2020 | Oslo".

    A place of two words is told from a person by its capitals or by its first word: "New York".
    """
    dates = list(find_dates(text)) if len(text) < 80 else []
    if not dates:
        return None
    rest = _BESIDE_PLACE.sub(" ", _without(text, dates)).strip(" ,.|/–—-·•")
    if not _TITLED_PLACE.fullmatch(rest) or rest.lower() in section_names():
        return None
    spoken = rest.split(",")[0].split()
    single = len(spoken) == 1 or rest.isupper() or spoken[0] in _PLACE_OPENERS
    return rest if single and len(rest) > 2 else None


def _without(text: str, dates: list[Printed]) -> str:
    """Return a text with its dates cut out."""
    for printed in reversed(dates):
        text = text[: printed.start] + " " + text[printed.end :]
    return text


@lru_cache(maxsize=1)
def section_names() -> frozenset[str]:
    """Return what sites call their sections, in lower case."""
    return frozenset(words("furniture")["sections"]["names"])


@lru_cache(maxsize=1)
def _picture_verbs() -> frozenset[str]:
    """Return what people and things do in pictures, in the present tense of captions."""
    return frozenset(words("furniture")["pictures"]["verbs"])


def _is_picture_verb(word: str, verbs: frozenset[str]) -> bool:
    """Whether a word is such a verb: "wade", "wades", "wading"."""
    if word in verbs:
        return True
    if word.endswith("ies"):
        return word[:-3] + "y" in verbs
    if word.endswith("s"):
        return word[:-1] in verbs or word[:-2] in verbs
    if word.endswith("ing"):
        return word[:-3] in verbs or word[:-3] + "e" in verbs
    return False
