"""Read stories in the XML of news agencies: NewsML-G2 and NITF.

A newsItem with `<headline>Bridge closed</headline>`, `<creditline>NDA</creditline>` and
`<located><name>Oderhafen</name></located>` is a page whose listing says the same; its text is
the NITF, XHTML or plain text inside its contentSet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dateline.model import Listing, Reject
from dateline.sources.dates import iso_date
from dateline.sources.lists.elements import (
    Element,
    child,
    children,
    forget,
    inner,
    local,
    read_elements,
    root_name,
    words,
)
from dateline.sources.lists.listed import Content, counted, is_markup, many, page_of_article, plain
from dateline.sources.lists.spellings import language_code
from dateline.sources.source import Opened, Source

_ROOTS = frozenset(
    {"newsmessage", "newsitem", "packageitem", "nitf", "conceptitem", "planningitem"}
)
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_WITHDRAWN = frozenset({"stat:canceled", "stat:cancelled", "stat:withheld"})
# What stands in a NITF block around the paragraphs; a browser knows none of it.
_AS_HTML = {
    "hl1": "h1", "hl2": "h2", "media": "figure", "media-caption": "figcaption",
    "media-producer": "figcaption", "block": "div", "bq": "blockquote", "tagline": "p",
}  # fmt: skip


def is_newsml(head: bytes, _name: str) -> bool:
    """Whether a file begins as NewsML-G2 or NITF does."""
    return root_name(head) in _ROOTS


def read_newsml(source: Source, _inside: Callable[[Source], Iterator[Opened]]) -> Iterator[Opened]:
    """Yield a page for each text of a message, and a reject for each other item."""
    return counted(_items(source), source.path, "news items")


def _items(source: Source) -> Iterator[Opened]:
    """Yield the pages of the items of a message, or of the one item that a file is."""
    breaks: list[str] = []
    number = 0
    names = ("newsItem", "packageItem", "conceptItem", "planningItem", "nitf")
    for item in read_elements(source, names, breaks.append):
        around = item.getparent()
        if local(item) == "nitf" and around is not None:
            continue  # inside its newsItem
        number += 1
        path = source.path if around is None else f"{source.path}#{number}"
        yield _nitf(item, path) if local(item) == "nitf" else _item(item, path)
        forget(item)
    if breaks:
        yield Reject(source.path, f"breaks off after {many(number, 'item', 'items')}: {breaks[0]}")


# ------------------------------------------------------------------------------- NewsML-G2


def _item(item: Element, path: str) -> Opened:
    """Return the page of an item of NewsML-G2, or why there is none."""
    about, content = child(item, "itemMeta"), child(item, "contentMeta")
    if local(item) != "newsItem":
        return Reject(path, f"a {local(item)} holds no text of its own")
    if _code(about, "pubStatus") in _WITHDRAWN:
        return Reject(path, "a story that its agency has withdrawn")
    told = _item_content(item)
    if told is None and (kind := _code(about, "itemClass") or "").split(":")[-1] != "text" and kind:
        return Reject(path, f"a wire item of the class {kind}, without a text")
    return page_of_article(_item_listing(item, about, content), told, path=path)


def _item_listing(item: Element, about: Element | None, content: Element | None) -> Listing:
    """Return what the head of an item says of it."""
    updated = iso_date(_text(about, "versionCreated"))
    created = iso_date(_text(about, "firstCreated")) or iso_date(_text(content, "contentCreated"))
    language = child(content, "language") if content is not None else None
    section = _text(content, "genre") or _text(content, "subject")
    return Listing(
        "newsml",
        title=plain(_text(content, "headline")),
        outlet=_text(about, "provider"),
        published=created or updated,
        updated=updated if created else None,
        byline=tuple(_writers(content)),
        section=section,
        place=plain(_text(content, "located")) or None,
        language=language_code(language.get("tag")) if language is not None else item.get(_LANG),
        url=_web_address(item),
        credits=tuple(_sources(content)),
        whole=True,
    )


def _item_content(item: Element) -> Content | None:
    """Return the text of an item: inline XML first, then inline data."""
    held = child(item, "contentSet")
    for inline in () if held is None else children(held, "inlineXML"):
        nitf = next(iter(inline.iter("{*}nitf", "nitf")), None)
        body = next(iter(inline.iter("{*}body", "body")), None)
        if nitf is not None:
            return _nitf_content(nitf)
        if words(inline):
            return Content(inner(inline if body is None else body), markup=True)
    for inline in () if held is None else children(held, "inlineData"):
        if text := words(inline):
            return Content(text, markup="html" in inline.get("contenttype", "") or is_markup(text))
    return None


def _writers(content: Element | None) -> Iterator[str]:
    """Yield the writers of an item: the by-line, else the creators' names."""
    if content is None:
        return
    told = [plain(words(by)) for by in children(content, "by")]
    for name in told or [plain(_name(creator)) for creator in children(content, "creator")]:
        if name:
            yield name.removeprefix("By ").removeprefix("by ")


def _sources(content: Element | None) -> Iterator[str]:
    """Yield the credit line and the sources of the information, each once."""
    if content is None:
        return
    told = [words(line) for line in children(content, "creditline")]
    told += [_name(source) for source in children(content, "infoSource")]
    yield from dict.fromkeys(filter(None, map(plain, told)))


def _web_address(item: Element) -> str | None:
    """Return where an item stands on the web, if it says so."""
    for link in item.iter("{*}link", "{*}webURL"):
        address = link.get("href") or words(link)
        if address and address.startswith("http") and "canonical" in link.get("rel", "canonical"):
            return str(address)
    return None


def _name(element: Element) -> str | None:
    """Return the name of a thing: its name element, else its own text or literal."""
    name = child(element, "name")
    return words(name) if name is not None else words(element) or element.get("literal")


def _text(element: Element | None, name: str) -> str | None:
    """Return the words, or the name, of the first child of this name."""
    found = None if element is None else child(element, name)
    return None if found is None else _name(found)


def _code(element: Element | None, name: str) -> str | None:
    """Return the code of a child: "stat:usable"."""
    found = None if element is None else child(element, name)
    return None if found is None else found.get("qcode")


# ------------------------------------------------------------------------------------ NITF


def _nitf(nitf: Element, path: str) -> Opened:
    """Return the page of a document in NITF."""
    return page_of_article(_nitf_listing(nitf), _nitf_content(nitf), path=path)


def _nitf_listing(nitf: Element) -> Listing:
    """Return what a document in NITF says of itself."""

    def first(name: str) -> Element | None:
        return next(iter(nitf.iter(f"{{*}}{name}")), None)

    def date_of(name: str) -> str | None:
        found = first(name)
        return None if found is None else iso_date(found.get("norm"))

    rights, section = first("doc.copyright"), first("tobject")
    titles = (first("hl1"), first("title"))
    byline = plain(words(first("byline")))
    return Listing(
        "newsml",
        title=next((t for e in titles if (t := plain(words(e)))), None),
        outlet=None if rights is None else rights.get("holder"),
        published=date_of("date.release") or date_of("date.issue") or date_of("story.date"),
        byline=(byline.removeprefix("By ").removeprefix("by "),) if byline else (),
        section=None if section is None else section.get("tobject.type"),
        place=plain(words(first("location"))) if first("dateline") is not None else None,
        language=nitf.get(_LANG),
        credits=tuple(filter(None, (plain(words(first("distributor"))),))),
        whole=True,
    )


def _nitf_content(nitf: Element) -> Content | None:
    """Return the body of a document, with what browsers don't know said as they know it."""
    body = next(iter(nitf.iter("{*}body")), None)
    parts = [] if body is None else [p for p in body if local(p) in {"body.content", "body.end"}]
    for part in parts:
        for element in part.iter():
            if local(element) in _AS_HTML:
                element.tag = _AS_HTML[local(element)]
    markup = "\n".join(inner(part) for part in parts)
    return Content(markup, markup=True) if markup.strip() else None
