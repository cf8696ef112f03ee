"""Read the names of bylines: "By Jane Doe and John Roe, Reuters" is Jane Doe and John Roe.

The initials of a desk's editors ("ab/cd (AFP)") are names too, as far as the page tells.
"""

from __future__ import annotations

import re

# "ab/cd (AFP, dpa)", "abc/de"
_DESK = re.compile(r"(?P<listed>[a-z]{2,4}(?:\s?[/,]\s?[a-z]{2,4}){1,3})(?: ?\([^()]{2,120}\))?\.?")
_DESK_ONE = re.compile(r"(?P<listed>[a-z]{2,3}) ?\([^()]{2,120}\)")
# "Reporting by Jane Doe in Paris; Editing by John Roe": the reporters, up to the next part
_REPORTING = re.compile(
    r"(?i:(?:additional )?(?:reporting|written|words|story|text|compiled|by)\s?(?:by|:)?)"
    r"\s(?P<listed>[^;()]+)"
)
_LEAD = re.compile(
    r"^\W{0,3}(?i:by|written by|(?:story|text|words|report)(?: by)?|author|reporter|from)\s?:?\s+"
)
# "Text: Jane Doe / Photo: John Roe": who wrote, without who took the pictures
_PICTURES = re.compile(
    r"\s*[/|;,&·•-]?\s(?:and )?(?:photo|picture|image|video|graphic|illustration|camera)"
    r"\w{0,8}\s?(?::|by\b).*$",
    re.I,
)
_PARTED = re.compile(r"\s*(?:[;|•·,]|\band\b|&|\bwith\b)\s*")
_WHERE = re.compile(r"\s+(?:in|for|at|from|of|on)\s.*$", re.I)
_NAME = re.compile(
    r"[A-ZÀ-ÞĀ-Ž][\w'’.-]*(?: (?:"
    r"(?:de|da|del|della|der|den|di|dos|du|van|von|bin|ibn|al|el|la|le|y)|(?:al-|el-|d'|d’)?[A-ZÀ-ÞĀ-Ž][\w'’.-]*)){1,4}"
)
_NO_PERSON = re.compile(
    r"\b(?:staff|agenc(?:y|ies)|correspondents?|reporters?|editors?|desk|news|press"
    r"|service|team|bureau|online|media|times|post|herald|today|tv|world|associated|https?|www"
    r"|newsroom|journalists?|writers?|january|february|march|april|june|july|august|september"
    r"|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|updated|published)\b",
    re.I,
)


def names_in(line: str) -> tuple[str, ...]:
    """Return the persons, or the editors' initials, that a byline or credit names."""
    line = _PICTURES.sub("", " ".join(line.split()))
    if desk := _DESK.fullmatch(line) or _DESK_ONE.fullmatch(line):
        return tuple(re.split(r"\s?[/,]\s?", desk["listed"]))
    if line.startswith(("http", "www.", "@")) or "@" in line and " " not in line:
        return ()
    if _LEAD.match(line):
        listed = _LEAD.sub("", line, count=1)
    elif reporting := _REPORTING.search(line):
        listed = reporting["listed"]
    else:
        listed = line
    found = []
    for part in _PARTED.split(re.sub(r"\([^()]*\)", " ", listed)):
        name = _WHERE.sub("", part).strip(" .,-–—|")
        if name.isupper():
            name = name.title()
        if _NAME.fullmatch(name) and not _NO_PERSON.search(name):
            found.append(name)
    return tuple(dict.fromkeys(found))
