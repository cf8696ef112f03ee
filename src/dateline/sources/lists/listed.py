"""Make a page of what a list holds of an article: its title, and its text as text or markup.

A feed entry with the title "Bridge closed" and the content "<p>The river …</p>" becomes the
page of "<h1>Bridge closed</h1>" and its content; that markup is kept, so offsets hold in it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from dateline.errors import UnreadablePage
from dateline.model import Listing, Page, Reject
from dateline.sources.decode import binary_reason, decode
from dateline.sources.limits import LIMITS
from dateline.sources.page import page_of_html, page_of_text, starts_as_html
from dateline.sources.source import Opened, Source, too_large

# "<p>", "</div>", "<br/>", '<a href="…">': what stands in HTML and never in a plain text.
_TAG = re.compile(
    r"</?(?:p|div|br|hr|h[1-6]|ul|ol|li|a|b|i|em|strong|span|img|figure|blockquote|table|article"
    r"|section|main|body|html|font|center|pre)(?:\s[^<>]{0,2000})?/?>",
    re.I,
)
# What starts a new line: all tags but those within a line.
_BLOCK_TAG = re.compile(
    r"</?(?!(?:a|b|i|em|strong|span|font|u|small|abbr|cite|q|mark|time)[\s/>])[a-z][^<>]{0,2000}>",
    re.I,
)
_ANY_TAG = re.compile(r"<[^<>]{1,2000}>")
_SPACE = re.compile(r"\s+")
_LETTERS = re.compile(r"[^\W_]+")
_LONGEST = 2_000
"""Characters of a title or name."""
_OPENING = 4_000
"""Characters of a text in which its title may stand first."""


@dataclass(frozen=True, slots=True)
class Content:
    """The text of an article as a list holds it."""

    text: str
    markup: bool = False
    """Whether it is HTML."""


def read_text(source: Source) -> str:
    """Return a source as text. Raises `UnreadablePage` if it is none."""
    data = source.whole(LIMITS.listing)
    text, _ = decode(data)
    if reason := binary_reason(data, text):
        raise UnreadablePage(source.path, reason)
    return text


def page_of_article(listing: Listing, content: Content | None, *, path: str) -> Opened:
    """Return the page of an article, its title first, or why there is none."""
    told = content.text if content and content.text.strip() else ""
    if not told and not listing.title:
        return Reject(path, "neither a title nor a text")
    if len(told) > LIMITS.page:
        return Reject(path, too_large(len(told)))
    if content is not None and told and content.markup:
        page = _of_markup(listing, told, path)
    else:
        text = _titled(listing.title, told) if told else str(listing.title)
        page = page_of_text(text, path=path, listing=listing)
    return page if page.pieces else Reject(path, "a page with no text")


def is_markup(text: str) -> bool:
    """Whether a text holds tags of HTML."""
    return "<" in text and bool(_TAG.search(text))


def plain(text: str | None) -> str | None:
    """Return a title or name on one line, without tags and entities; None if it can't be one."""
    if not text:
        return None
    bare = _TAG.sub("", html.unescape(text) if "&" in text else text)
    told = _SPACE.sub(" ", bare.replace("\0", "\ufffd")).strip()
    return told if 0 < len(told) <= _LONGEST else None


def many(count: int, one: str, several: str) -> str:
    """Return "1 feed" or "1,200 feeds"."""
    return f"{count:,} {one if count == 1 else several}"


def counted(opened: Iterator[Opened], path: str, what: str) -> Iterator[Opened]:
    """Yield what a list holds, up to the limit; an empty list is one reject."""
    number = 0
    for number, one in enumerate(opened, 1):
        if number > LIMITS.members:
            yield Reject(path, f"more than {LIMITS.members:,} {what}: the rest is not read")
            return
        yield one
    if not number:
        yield Reject(path, f"no {what}")


def _of_markup(listing: Listing, markup: str, path: str) -> Page:
    """Return the page of a fragment under its title, or of a whole document as it stands."""
    if starts_as_html(markup):
        return page_of_html(markup, path=path, listing=replace(listing, whole=False))
    opening = _BLOCK_TAG.sub("\n", _SPACE.sub(" ", markup[:_OPENING]))
    shown = html.unescape(_ANY_TAG.sub("", opening))
    if listing.title and not _begins(shown, listing.title):
        markup = f"<h1>{html.escape(listing.title, quote=False)}</h1>\n{markup}"
    return page_of_html(markup, path=path, listing=listing)


def _titled(title: str | None, text: str) -> str:
    """Return the text with its title as first line, unless it begins so."""
    if title is None or _begins(text[:_OPENING], title):
        return text
    return f"{title}\n\n{text}"


def _begins(text: str, title: str) -> bool:
    """Whether a text begins with a title and then its line ends; marks and spaces don't count."""
    words = _LETTERS.findall(title.casefold())
    found = list(islice(_LETTERS.finditer(text.casefold()), len(words)))
    if not words or [word[0] for word in found] != words:
        return False
    rest = text.casefold()[found[-1].end() :].partition("\n")[0]
    return _LETTERS.search(rest) is None
