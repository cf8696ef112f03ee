"""Read character references: "&amp;" is "&", "&#8217;" is "’", "&notit;" is "¬" and then "it;".

As in a browser, old names need no semicolon in text ("AT&amp T"), and in an attribute they
need one where a letter or "=" follows ("?a=1&copy=2" keeps its "&copy").
"""

from __future__ import annotations

import html
import re
from functools import lru_cache
from html.entities import html5

# "&#8217;", "&#x2019;", "&rsquo;", and the same without their semicolon.
REFERENCE = re.compile(
    r"&(?:#(?:[0-9]++|[xX][0-9a-fA-F]++);?+|[a-zA-Z][a-zA-Z0-9]{0,31}+;?+)",
)
_UNKNOWN = "\ufffd"
_DIGITS = 8
"""No character has a longer number, leading zeros aside; Python refuses very long ones."""


@lru_cache(maxsize=1_024)
def read_reference(raw: str) -> tuple[str, int]:
    """Return what "&amp;" stands for, and how many of its characters say so.

    Nothing is known of "&unknown;", and none of its characters are a reference: ("", 0).
    """
    if raw[1] == "#":
        return _numbered(raw.rstrip(";")), len(raw)
    name = raw[1:]
    for end in range(len(name), 1, -1):
        if name[:end] in html5:
            return html5[name[:end]], end + 1
    return "", 0


def decoded(text: str) -> str:
    """Return text with its character references read."""
    return REFERENCE.sub(_in_text, text) if "&" in text else text


def decoded_value(value: str) -> str:
    """Return an attribute's value with its character references read."""
    return REFERENCE.sub(_in_value, value) if "&" in value else value


def _numbered(raw: str) -> str:
    """Return the character of "&#8217" or "&#x2019"; windows-1252 for 128-159, as browsers do."""
    start = 3 if raw[2] in "xX" else 2
    digits = raw[start:].lstrip("0") or "0"
    return _UNKNOWN if len(digits) > _DIGITS else html.unescape(f"{raw[:start]}{digits};")


def _in_text(match: re.Match[str]) -> str:
    """Return what a reference in text stands for, with what follows its name."""
    characters, length = read_reference(match[0])
    return characters + match[0][length:]


def _in_value(match: re.Match[str]) -> str:
    """Return what a reference in an attribute stands for."""
    characters, length = read_reference(match[0])
    if match[0][1] != "#" and not match[0][:length].endswith(";"):
        follows = match.string[match.start() + length : match.start() + length + 1]
        if follows == "=" or follows.isascii() and follows.isalnum():
            return match[0]
    return characters + match[0][length:]
