"""Tell the language of a report: "Le ferry a coulé samedi" is French.

Some languages have a script to themselves, English is told by its function words, and only the
rest is asked of a model, which takes longer to open than most pages to read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from dateline.knowledge.vocabulary import words
from dateline.model import Label, Report

_FEWEST_LETTERS = 40
_READ = 3_000
"""Characters of the body that are enough to tell."""
_SPOKEN = re.compile(r"[^\W\d_]+")
_OWN = (Label.BODY, Label.LEDE, Label.TITLE)
# Scripts that one language of the news has to itself, by a character of it
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7a3]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("hy", re.compile(r"[\u0530-\u058f]")),
    ("ka", re.compile(r"[\u10d0-\u10ff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
)
_SHARES = {"ja": 0.1}
"""The share of letters in its script that a language needs; Japanese is mostly Han."""
_SHARE = 0.4


def find_language(report: Report) -> tuple[str | None, str]:
    """Return the language of the report and where it was read.

    That of the body, or what the head says where the body is too short to tell.
    """
    body = " ".join(_read(report))
    letters = sum(map(str.isalpha, body))
    told = "en" if _is_english(body) else _of_script(body, letters)
    if told is not None:
        return told, "body"
    if letters >= _FEWEST_LETTERS:
        from py3langid import classify  # opens its model when it is imported

        return str(classify(body)[0]), "body"
    language = report.page.head.language
    return (re.split(r"[-_]", language)[0].lower(), "html") if language else (None, "")


def _read(report: Report) -> Iterator[str]:
    """Yield the first stretches of text whose language is the report's."""
    left = _READ
    for block in report.blocks:
        if left <= 0:
            return
        if block.label in _OWN:
            text = report.text[block.span.start : min(block.span.end, block.span.start + left)]
            left -= len(text)
            yield text


def _of_script(body: str, letters: int) -> str | None:
    """Return the language whose script a text is in, if the script is one language's."""
    if body.isascii() or letters < 10:
        return None
    for language, script in _SCRIPTS:
        if len(script.findall(body)) >= _SHARES.get(language, _SHARE) * letters:
            return language
    return None


def _is_english(body: str) -> bool:
    """Whether so many words are English function words that no other language has them."""
    spoken = _SPOKEN.findall(body.casefold())
    listed = _english()
    return len(spoken) >= 30 and sum(word in listed for word in spoken) >= 0.28 * len(spoken)


@lru_cache(maxsize=1)
def _english() -> frozenset[str]:
    """Return the function words of English."""
    return frozenset(words("stops")["words"]["english"])
