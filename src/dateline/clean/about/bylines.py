"""Read the names of bylines: "By Jane Doe and John Roe, Reuters" is Jane Doe and John Roe.

The initials of a desk's editors ("ab/cd (AFP)") are names too, as far as the page tells, and a
desk that signs for its members ("Gear Team"). Roles, places and letters behind a name are left
off: "Jane Doe, MD, Middle East correspondent in Beirut" is Jane Doe.
"""

from __future__ import annotations

import re
from functools import lru_cache

from dateline.clean.about.dates import find_dates
from dateline.knowledge.lexicon import fold
from dateline.knowledge.vocabulary import words

# "ab/cd (AFP, dpa)", "abc/de"
_DESK = re.compile(r"(?P<listed>[a-z]{2,4}(?:\s?[/,]\s?[a-z]{2,4}){1,3})(?: ?\([^()]{2,120}\))?\.?")
_DESK_ONE = re.compile(r"(?P<listed>[a-z]{2,3}) ?\([^()]{2,120}\)")
# "Reporting by Jane Doe in Paris; Editing by John Roe": the reporters, up to the next part
_REPORTING = re.compile(
    r"\b(?i:(?:additional )?(?:reporting|written|words|story|text|compiled|by)\s?(?:by|:)?)"
    r"\s(?P<listed>[^;()]+)"
)
# "Text: Jane Doe / Photo: John Roe": who wrote, without who took the pictures or checked it
_OTHERS = re.compile(
    r"\s{0,2}[/|;,.&·•—-]?\s(?:and )?(?:photo|picture|image|video|graphic|illustration|camera"
    r"|(?:medically |fact[- ])?(?:reviewed|checked|edited))"
    r"\w{0,8}\s?(?::|by\b).*$",
    re.I,
)
_PARTED = re.compile(r"\s{0,3}(?:[;|•·,、]|\s/\s|\band\b|\bund\b|\bet\b|&|\bwith\b)\s{0,3}")
_WHERE = re.compile(r"\s{1,3}(?:reports? |reporting )?(?:in|for|at|from|of|on)\s.*$", re.I)
_PART = r"(?:al-|el-|d'|d’|O'|O’)?[A-ZÀ-ÞĀ-Ž][\w'’.-]*"
_NAME = re.compile(
    rf"[A-ZÀ-ÞĀ-Ž][\w'’.-]*(?: (?:"
    rf"(?:de|da|del|della|der|den|di|dos|du|van|von|bin|ibn|al|el|la|le|y)|{_PART})){{1,4}}"
)
# Han, kana or Hangul: "岳弘彬"
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]{2,8}")
_NO_PERSON = re.compile(
    r"\b(?:staff|agenc(?:y|ies)|correspondents?|reporters?|editors?|desk|news|press"
    r"|service|team|bureau|online|media|times|post|herald|today|tv|world|associated|https?|www"
    r"|newsroom|journalists?|writers?|january|february|march|april|june|july|august|september"
    r"|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|updated|published"
    r"|comments?|minutes?|about|more|read|view|posts?|share|follow|meet|admin|anonymous|unknown|null|none)\b",
    re.I,
)
# "Jane Doe (Image: AFP)"
_BRACKETED = re.compile(r"\([^()]*\)")
_ADDRESS = re.compile(r"https?:|www\.|@|\S+\.(?:com|org|net)\b|/\w+/", re.I)
# "By Harbour Books", "Posted by jdoe77 on 3 May 2020"
_BY = re.compile(
    r"^\W{0,3}(?:(?:posted|written|published|story|text|words) )?by:? (?P<rest>\S.*)", re.I
)
# "… on Monday", "… - Product lead", "… 59 Comments"
_AFTER_SIGNER = re.compile(r" on\b.*$|\s[-–—]\s.*$")
_COUNTED = re.compile(r"\s\d{1,5} (?:comments?|replies|shares|min)\b.*$", re.I)
# "Jane Doe published on", before a date
_SMALL_WORDS = re.compile(r"(?<=\S)(?: [a-zà-ÿ]{2,14}){1,4}$")
# "From Jane Doe in Oslo", "By our correspondent Jane Doe"
_SENT = re.compile(
    r"from (?=[^,]{3,60}?,? in [A-Z])"
    r"|our (?:\w+ ){0,2}(?:correspondent|reporter|envoy),? (?=[A-Z])",
    re.I,
)
# "Translated from the French by Jane Doe": somebody else wrote
_TRANSLATED = re.compile(
    r"\W{0,3}(?:translat(?:ed|ion|or)|traduit|traducci[oó]n|übersetzt)\b", re.I
)
# "Sources: Harbour Institute | Cape Observatory"
_SOURCES = re.compile(r"\W{0,3}sources?\s?:", re.I)
_LONGEST = 80


def names_in(line: str) -> tuple[str, ...]:
    """Return the persons, or the editors' initials, that a byline or credit names."""
    line = _once(" ".join(line.split()).lstrip("& "))
    start = led.end() if (led := _lead().match(line)) else 0
    line = line[:start] + _OTHERS.sub("", line[start:])
    if desk := _DESK.fullmatch(line) or _DESK_ONE.fullmatch(line):
        return tuple(re.split(r"\s?[/,]\s?", desk["listed"]))
    addressed = line.startswith(("http", "www.", "@")) or ("@" in line and " " not in line)
    if addressed or _SOURCES.match(line) or _TRANSLATED.match(line):
        return ()
    lead = _lead().match(line)
    if lead is not None:
        listed = line[lead.end() :]
    elif reporting := _REPORTING.search(line):
        listed = reporting["listed"]
    else:
        listed = line
    listed = listed[sent.end() :] if (sent := _SENT.match(listed)) else listed
    parts = _PARTED.split(_BRACKETED.sub(" ", undated(listed)))
    found = (_person(part, first=part is parts[0]) for part in parts)
    return tuple(dict.fromkeys(name for name in found if name))


def stated_names(name: str, *, person: bool | None = None) -> tuple[str, ...]:
    """Return the authors that a field of the markup names, which holds nothing but authors.

    There a single word ("Susan") or a lower-case one is a name, and so is a desk ("Gear Team");
    addresses and numbers are not. `person` is what the markup says that the author is.
    """
    name = " ".join(_BRACKETED.sub(" ", name).split())
    if not 1 < len(name) <= 200 or _ADDRESS.search(name) or not any(map(str.isalpha, name)):
        return ()
    if several := names_in(name):
        return several
    if lead := _lead().match(name):
        name = name[lead.end() :]
    plain = name if person is False else _PARTED.split(name)[0].strip(" .")
    return (plain,) if 1 < len(plain) <= _LONGEST and not _NO_AUTHOR.fullmatch(plain) else ()


_NO_AUTHOR = re.compile(
    r"(?:admin|administrator|anonymous|unknown|null|none|undefined|guest)", re.I
)


def is_signed(line: str) -> bool:
    """Whether a line is written as bylines are: "By Jane Doe", "Reporting by Jane Doe", "ab/cd"."""
    line = " ".join(line.split()).strip(" ()")
    shapes = (_lead().match, _REPORTING.match, _DESK.fullmatch, _DESK_ONE.fullmatch)
    return any(shape(line) for shape in shapes)


def is_label(line: str) -> bool:
    """Whether a line says that a name follows, and nothing else: "Written by", "Author:"."""
    return line.strip(" :\xa0").casefold() in words("bylines")["labels"]["words"]


def labelled_in(line: str) -> tuple[str, ...]:
    """Return the persons of a line that opens with such a label: "Author Jane Doe"."""
    lead = _lead().match(line)
    return names_in(line) if lead and is_label(lead[0]) else ()


def signer_in(line: str) -> str | None:
    """Return who signs a line that opens with "By", person or not: "By Harbour Books"."""
    lead = _BY.match(" ".join(line.split()))
    if lead is None:
        return None
    signer = _PARTED.split(undated(lead["rest"]))[0]
    signer = _AFTER_SIGNER.sub("", signer).strip(" .,-–—|:(")
    known = signer[:1].isupper() or " " not in signer
    if not known or not 1 < len(signer) <= 50 or len(signer.split()) > 5:
        return None
    return None if _NO_AUTHOR.fullmatch(signer) or _ADDRESS.search(signer) else signer


def desk_in(line: str) -> str | None:
    """Return the desk that signs a line where no person is named: "By Gear Team"."""
    line = " ".join(line.split())
    if lead := _lead().match(line):
        line = line[lead.end() :]
    line = undated(line).strip(" .,|-–—")
    spoken = fold(line).split()
    if not 1 < len(spoken) <= 4 or not line[:1].isupper():
        return None
    return line if {spoken[0], spoken[-1]} & set(words("bylines")["desks"]["words"]) else None


def _once(line: str) -> str:
    """Return a line that says itself twice ("Jane DoeJane Doe") once."""
    half = (len(line) + 1) // 2
    return (
        line[:half].strip()
        if len(line) > 5 and line[:half].strip() == line[-half:].strip()
        else line
    )


def undated(line: str) -> str:
    """Return a line without date and counts: "Susan December 9, 2024 0 Comments" is Susan.

    What stands before the date is kept, without small words that belong to it ("published on"),
    or what stands after it where nothing does: "3 May 2020 Jane Doe".
    """
    line = _COUNTED.sub("", line)
    first = next(find_dates(line), None)
    if first is None:
        return line
    before = line[: first.start].rstrip(" ,|·•-–—")
    return _SMALL_WORDS.sub("", before) if before else line[first.end :].lstrip(" ,|·•-–—")


def _person(part: str, *, first: bool) -> str | None:
    """Return the person that a part of a byline names, without role and letters.

    "Jane Doe Political Editor" names one where it comes first; after a comma it is a role.
    """
    name = _WHERE.sub("", part).strip(" .,-–—|:")
    if _EAST_ASIAN.fullmatch(name):
        return name
    if name.isupper() and " " in name:
        name = name.title()
    if fold(name).replace(".", "") in _letters():
        return None
    if _role().search(name):
        name = _role().sub("", name).strip(" .,-–—|") if first else ""
    if not _NAME.fullmatch(name) or _NO_PERSON.search(name) or name.startswith("The "):
        return None
    return name


@lru_cache(maxsize=1)
def _lead() -> re.Pattern[str]:
    """Return what opens a byline: "By ", "Written by ", "Von ", "Text: "."""
    listed = sorted(words("bylines")["leads"]["words"], key=len, reverse=True)
    return re.compile(rf"^\W{{0,3}}(?:{'|'.join(map(re.escape, listed))})\s?:?\s+(?=\S|$)", re.I)


@lru_cache(maxsize=1)
def _role() -> re.Pattern[str]:
    """Return a role behind a name, to the end: " Senior Political Editor"."""
    listed = "|".join(map(re.escape, words("bylines")["roles"]["words"]))
    return re.compile(
        rf"(?:^|\s)(?:(?:senior|chief|deputy|staff|managing|lead|associate|political|foreign)\s)*"
        rf"(?:{listed})s?\b.*$",
        re.I,
    )


@lru_cache(maxsize=1)
def _letters() -> frozenset[str]:
    """Return the letters behind names that are no names: "MD", "PhD"."""
    return frozenset(words("bylines")["letters"]["words"])
