"""Cut a feed into its entries, also where its XML is broken.

A feed in good XML is parsed as one. Where it breaks ("<description>Fewer than < 3 ships", a
"<br>" that is never closed, "media:" that is never declared), what is left is cut at "<item>"
and "</item>", and each piece is mended by itself: one bad entry costs none of the others.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice

from lxml import etree

from dateline.sources.decode import decode
from dateline.sources.lists.elements import Element, parsed, prepared, root_name
from dateline.sources.page import starts_as_html
from dateline.sources.source import Source

_NAMES = ("item", "entry")
_ROOTS = frozenset({"rss", "rdf", "feed", "channel"})
# '<rss version="2.0"' or '<feed xmlns="http://www.w3.org/2005/Atom"', after what a broken
# server may have written before it
_LATE_ROOT = re.compile(r"<rss\s[^<>]{0,500}version=|<feed\s[^<>]{0,500}2005/Atom")
_OPENING = re.compile(r"<(?P<name>item|entry)(?:\s[^<>]*)?>")
_ROOT_TAG = re.compile(r"<(?P<name>rss|feed|rdf:RDF|channel)\b[^<>]*>")
_ENDS = ("</rss>", "</feed>", "</rdf:RDF>", "</channel>")
# The fields of an entry that hold text, whose markup may be neither escaped nor well-formed.
_FIELD = re.compile(r"<(?P<name>title|description|summary|content|content:encoded)(?:\s[^<>]*)?>")
_PREFIXES = {
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "media": "http://search.yahoo.com/mrss/",
    "atom": "http://www.w3.org/2005/Atom",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "slash": "http://purl.org/rss/1.0/modules/slash/",
}
_TAIL = 2_000
_LONGEST_HEAD = 20_000
"""Characters before the first entry that are parsed again with each mended one."""


def begins_as_feed(head: bytes) -> bool:
    """Whether a file begins as RSS or Atom does, perhaps after the warning of a server."""
    if root_name(head) in _ROOTS:
        return True
    text, _ = decode(head)
    late = text.lstrip().startswith("<") and _LATE_ROOT.search(text)
    return bool(late) and not starts_as_html(text)


def read_entries(source: Source, broken: Callable[[str], None]) -> Iterator[Element]:
    """Yield the entries of a feed; `broken` is told if it was cut. Raises `UnreadablePage`."""
    text = _declared(prepared(source))
    done = 0
    try:
        for _, entry in parsed(text, _NAMES, recover=False):
            done += 1
            yield entry
    except etree.XMLSyntaxError as problem:
        yield from _mended(text, done)
        if not any(end in text[-_TAIL:] for end in _ENDS):
            broken(str(problem))


def _declared(text: str) -> str:
    """Return a feed in which the usual prefixes are declared, if its own root forgot them."""
    root = _ROOT_TAG.search(text)
    if root is None:
        return text
    missing = "".join(
        f' xmlns:{prefix}="{name}"'
        for prefix, name in _PREFIXES.items()
        if f"xmlns:{prefix}=" not in root[0]
    )
    return text[: root.end("name")] + missing + text[root.end("name") :]


def _mended(text: str, done: int) -> Iterator[Element]:
    """Yield the entries of broken XML, each parsed by itself, but for the first ones."""
    root, first = _ROOT_TAG.search(text), _OPENING.search(text)
    start, end = root.start() if root else 0, first.start() if first else 0
    head = text[start:end] if end - start <= _LONGEST_HEAD else _declared("<rss>")
    for piece in islice(_pieces(text), done, None):
        try:
            entries = [entry for _, entry in parsed(head + _wrapped(piece), _NAMES, recover=True)]
        except etree.XMLSyntaxError:
            continue
        yield from entries[:1]


def _pieces(text: str) -> Iterator[str]:
    """Yield each entry from its opening to its closing tag, or to the next opening one."""
    opening = _OPENING.search(text)
    while opening:
        following = _OPENING.search(text, opening.end())
        limit = following.start() if following else len(text)
        closing = f"</{opening['name']}>"
        end = text.find(closing, opening.end(), limit)
        yield text[opening.start() : end if end >= 0 else limit] + closing
        opening = following


def _wrapped(piece: str) -> str:
    """Return an entry whose texts stand in CDATA, so that their markup can't break it."""
    parts: list[str] = []
    at = 0
    while field := _FIELD.search(piece, at):
        closing = f"</{field['name']}>"
        end = piece.find(closing, field.end())
        if end < 0:
            break
        inner = piece[field.end() : end]
        bare = "<" in inner and not inner.lstrip().startswith("<![CDATA[")
        if bare:
            inner = f"<![CDATA[{inner.replace(']]>', ']]&gt;')}]]>"
        elif "<" in inner and not inner.rstrip().endswith("]]>"):
            inner += "]]>"
        parts += [piece[at : field.end()], inner, closing]
        at = end + len(closing)
    return "".join(parts) + piece[at:]
