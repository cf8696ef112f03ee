"""Read the elements of an XML list one by one, with no door to the network or to other files.

Of "<rss><channel><item>…" the items come as they are closed, and are forgotten behind the
reader. Entities are never expanded; a document whose entities multiply is rejected.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from html.entities import html5
from io import BytesIO
from typing import Any, TypeAlias

from lxml import etree

from dateline.errors import UnreadablePage
from dateline.sources.decode import decode
from dateline.sources.lists.listed import read_text
from dateline.sources.source import Source

Element: TypeAlias = Any
"""An element of lxml, which ships no types of its own."""

ENTITIES = 300
"""Entities that a document may declare; HTML itself has 253."""

_PROLOG = re.compile(r"\s*(?:<\?[^>]{0,2000}>\s*|<!--.{0,4000}?-->\s*)*", re.S)
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,500}\?>")
# '<!DOCTYPE rss [ <!ENTITY nbsp "&#160;"> ]>' up to the first element
_ENTITY = re.compile(r"<!ENTITY\s[^>]{0,4000}>")
_NESTED = re.compile(r"[\"'][^\"']{0,4000}[&%][A-Za-z]")
_ROOT = re.compile(r"<(?:[A-Za-z_][\w.-]{0,60}:)?(?P<name>[A-Za-z_][\w.-]{0,60})[\s/>]")
# What has to be mended outside CDATA: "&nbsp;", which XML does not know, and the "&" of "AT&T".
_AMPERSAND = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|&(?P<name>[A-Za-z][A-Za-z0-9]{1,30});|&(?!#?\w{1,31};)", re.S
)
_OWN = frozenset({"amp", "lt", "gt", "quot", "apos"})
_CONTROLS = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def _root(text: str) -> re.Match[str] | None:
    """Return where the first element of a document begins, after its prolog."""
    prolog = _PROLOG.match(text)
    return _ROOT.search(text, prolog.end() if prolog else 0)


def root_name(head: bytes) -> str | None:
    """Return the name of the first element of a file in lower case, if it is XML."""
    text, _ = decode(head)
    if not text.lstrip().startswith("<"):
        return None
    root = _root(text)
    return root["name"].lower() if root else None


def read_elements(
    source: Source, names: tuple[str, ...], broken: Callable[[str], None]
) -> Iterator[Element]:
    """Yield the elements of these names as they close; `broken` is told where XML breaks off.

    Raises `UnreadablePage` for what is too large, no text, or declares entities that multiply.
    """
    events = parsed(prepared(source), names, recover=True)
    try:
        for _, element in events:
            yield element
    except etree.XMLSyntaxError as problem:
        broken(str(problem))
        return
    for entry in events.error_log:
        if entry.type_name in {"ERR_TAG_NOT_FINISHED", "ERR_RESOURCE_LIMIT"}:
            broken(f"line {entry.line}: {entry.message.strip()}")
            return


def parsed(text: str, names: tuple[str, ...], *, recover: bool) -> Any:
    """Return the events of elements of these names that close."""
    return etree.iterparse(
        BytesIO(text.encode("utf-8", "replace")),
        events=("end",),
        tag=[f"{{*}}{name}" for name in names],
        encoding="utf-8",
        recover=recover,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
    )


def forget(element: Element) -> None:
    """Drop an element that has been read, and what stands before it."""
    element.clear()
    while element.getprevious() is not None and element.getparent() is not None:
        del element.getparent()[0]


def local(element: Element) -> str:
    """Return the name of an element without its namespace; "" for a comment or entity."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def space(element: Element) -> str:
    """Return the namespace of an element."""
    tag = element.tag
    return tag.rpartition("}")[0].strip("{") if isinstance(tag, str) else ""


def children(element: Element, name: str, within: str = "") -> Iterator[Element]:
    """Yield the children of this name whose namespace holds these letters."""
    found = element.iterchildren(f"{{*}}{name}")
    return (c for c in found if within in space(c).lower()) if within else iter(found)


def child(element: Element, name: str, within: str = "") -> Element | None:
    """Return the first child of this name: one of its own vocabulary, else of another.

    "<media:title>" before "<title>" is not the title of an item.
    """
    found = list(children(element, name, within))
    if len(found) > 1:
        own = space(element)
        return next((one for one in found if space(one) == own), found[0])
    return found[0] if found else None


def words(element: Element | None) -> str | None:
    """Return all text inside an element, without the white space around it."""
    if element is None:
        return None
    told = "".join(_runs(element)) if len(element) else element.text or ""
    return told.strip() or None


def inner(element: Element) -> str:
    """Return what stands inside an element, as markup without prefixes of namespaces."""
    parts = [html.escape(element.text or "", quote=False)]
    for part in element:
        parts.append(etree.tostring(part, encoding="unicode", with_tail=True))
    return re.sub(r"(</?)[A-Za-z_][\w.-]{0,60}:", r"\1", "".join(parts)).strip()


def has_elements(element: Element) -> bool:
    """Whether an element holds others, and not only text."""
    return any(isinstance(part.tag, str) for part in element)


def _runs(element: Element) -> Iterator[str]:
    """Yield the runs of text inside an element in their order."""
    for event, part in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        if event == "start":
            yield part.text or ""
        elif part is not element:
            yield part.tail or ""


def prepared(source: Source) -> str:
    """Return a document with its ampersands mended. Raises `UnreadablePage`."""
    text = read_text(source)
    start = _root(text)
    declared = _ENTITY.findall(text, 0, start.start() if start else len(text))
    if len(declared) > ENTITIES or any(_NESTED.search(entity) for entity in declared):
        raise UnreadablePage(source.path, "XML whose entities multiply: it is not read")
    text = _CONTROLS.sub("\ufffd", _DECLARATION.sub("", text, count=1))
    return _AMPERSAND.sub(_mended, text)


def _mended(match: re.Match[str]) -> str:
    """Return a character for a name of HTML, "&amp;" for a bare ampersand."""
    if match[0].startswith("<"):
        return match[0]
    name = match["name"]
    if name is None:
        return "&amp;"
    if name in _OWN:
        return match[0]
    return html.escape(html5.get(f"{name};", match[0]), quote=False)
