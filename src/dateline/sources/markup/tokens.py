"""Cut HTML into tokens as a browser does, in one pass: text, tags, the inside of scripts.

`Fish<br>&amp; <!-- no --><b class="big">chips` is the text "Fish", the tag "br", the text
"&amp; ", the tag "b" with ` class="big"`, and the text "chips"; each knows where it stands.
Time is linear in the size of the markup, however broken it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from dateline.sources.markup.references import decoded_value

Kind = Literal["text", "start", "empty", "end", "raw"]
"""What a token is.

"empty" is a start tag that says that it has no end: "<path/>", "<script src=a.js />"; "raw" is
what stands inside a script, a title, a text area, where no tag is a tag.
"""

Token = tuple[Kind, int, int, str, str]
"""What it is, where it starts and ends, its tag in lower case, its attributes unread."""

_GAP = r"[ \t\n\r\f]"
# 'href="/a"', "href='/a'", "href=/a", "hidden"; a quote that is never closed is part of a name.
_NAMED = (
    r"(?P<name>[^ \t\n\r\f/>][^ \t\n\r\f/>=]*+)"
    rf"(?:{_GAP}*+={_GAP}*+"
    r"""(?:"(?P<double>[^"]*+)"|'(?P<single>[^']*+)'"""
    r"""|(?P<bare>[^ \t\n\r\f>"'][^ \t\n\r\f>]*+))?+)?+"""
)
_ATTRIBUTE = re.compile(_NAMED)
_UNNAMED = re.sub(r"\(\?P<\w+>", "(?:", _NAMED)
# "<p class=a>", "</p>", "<br/>"; else "<!", "<?", "</" and a tag that is never closed.
_MARK = re.compile(
    r"<(?:(?P<slash>/?)(?P<tag>[a-zA-Z][^ \t\n\r\f/>]*+)"
    rf"(?P<attributes>(?:[ \t\n\r\f/]*+{_UNNAMED})*+)(?P<tail>[ \t\n\r\f/]*+)>|(?=[a-zA-Z/!?]))"
)
_COMMENT_END = re.compile(r"--!?>")

_RAW = frozenset(
    "script style title textarea noscript iframe noembed noframes xmp plaintext".split()
)
_RAW_IN_DRAWING = frozenset({"script", "style"})
_ENDS = {tag: re.compile(rf"</(?i:{tag})(?=[ \t\n\r\f/>])") for tag in _RAW - {"plaintext"}}
# Inside a script "<!--" and "<script>" hide a "</script>", until "-->" or another of them.
_SCRIPT_TURN = re.compile(r"<!--(?!-?>)|-->|<(?P<slash>/?)(?i:script)(?=[ \t\n\r\f/>])")
_FOREIGN = frozenset({"svg", "math"})


def tokens(markup: str) -> Iterator[Token]:
    """Yield the tokens of a document in order; comments and the like are passed over."""
    at = told = foreign = 0
    while mark := _MARK.search(markup, at):
        start, at = mark.span()
        slash, tag, attributes, tail = mark.groups()
        if tag is None:
            at = _passed(markup, start, foreign=foreign > 0)
        if at == start + 1:
            continue
        if start > told:
            yield "text", told, start, "", ""
        told = at
        if tag is None:
            continue
        tag = tag.lower()
        if tag in _FOREIGN:
            foreign = max(0, foreign + (-1 if slash else "/" not in tail))
        if slash:
            yield "end", start, at, tag, ""
        elif "/" in tail:
            yield "empty", start, at, tag, attributes
        else:
            yield "start", start, at, tag, attributes
            if tag in (_RAW if not foreign else _RAW_IN_DRAWING):
                told = at = _raw_end(markup, at, tag)
                yield "raw", mark.end(), at, tag, ""
    if told < len(markup):
        yield "text", told, len(markup), "", ""


def attributes_of(source: str) -> dict[str, str]:
    """Return the attributes of a tag, names in lower case; of two with one name the first."""
    values: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(source):
        values.setdefault(name.lower(), double or single or bare)
    if "&" in source:
        return {name: decoded_value(value) for name, value in values.items()}
    return values


def _passed(markup: str, start: int, *, foreign: bool) -> int:
    """Return where a comment, a doctype or a broken tag ends; just past a "<" that is text."""
    second = markup[start + 1]
    if second == "/" and start + 2 == len(markup):
        return start + 1
    if markup.startswith("<!--", start):
        return _comment_end(markup, start + 4)
    if foreign and markup.startswith("<![CDATA[", start):
        return _after(markup, "]]>", start)
    if second in "!?" or not _is_letter(markup[start + 2 : start + 3]) and second == "/":
        return _after(markup, ">", start)
    return len(markup)  # A tag that the document ends in.


def _comment_end(markup: str, at: int) -> int:
    """Return where a comment ends that opens before this place: "-->", "--!>", "<!-->"."""
    for short in (">", "->"):
        if markup.startswith(short, at):
            return at + len(short)
    end = _COMMENT_END.search(markup, at)
    return end.end() if end else len(markup)


def _raw_end(markup: str, at: int, tag: str) -> int:
    """Return where the end tag of a script, a title … stands, or the end of the document."""
    end = _ENDS[tag].search(markup, at) if tag in _ENDS else None
    if end is None:
        return len(markup)
    if tag == "script" and markup.find("<!--", at, end.start()) >= 0:
        return _script_end(markup, at)
    return end.start()


def _script_end(markup: str, at: int) -> int:
    """Return where a script ends that holds "<!--", and perhaps "<script>" within that."""
    hiding = nested = False
    for turn in _SCRIPT_TURN.finditer(markup, at):
        if turn[0] == "<!--":
            hiding = True
        elif turn[0] == "-->":
            hiding = nested = False
        elif not turn["slash"]:
            nested = hiding
        elif nested:
            nested = False
        else:
            return turn.start()
    return len(markup)


def _after(markup: str, mark: str, start: int) -> int:
    """Return where the next such mark ends, or the end of the document."""
    found = markup.find(mark, start)
    return len(markup) if found < 0 else found + len(mark)


def _is_letter(character: str) -> bool:
    """Whether a tag may begin with it."""
    return character.isascii() and character.isalpha()
