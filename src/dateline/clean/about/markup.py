"""Read what the markup of a page says of the report: outlet, dates, section, address.

`<meta property="article:published_time" content="2020-05-03T10:22:00Z">` offers its instant as
the day of publication; JSON-LD is asked first, then meta tags and microdata, then time elements.
A value that says the same more exactly (with its clock, with its zone) takes the place of another.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from dateline.clean.about.addresses import is_root, unwrap
from dateline.clean.about.dates import is_update
from dateline.clean.about.instants import in_zone_of, is_finer, moment
from dateline.clean.about.linked import Linked, texts
from dateline.model import Block, Label, Report, Span

_META: Mapping[str, tuple[str, ...]] = {
    "outlet": ("og:site_name", "application-name", "twitter:site_name", "dc.publisher"),
    "section": ("article:section", "section", "og:section", "parsely-section", "category"),
    "published": (
        *("article:published_time", "article:published", "datepublished", "og:published_time"),
        *("og:article:published_time", "dc.date.issued", "dcterms.issued", "dcterms.created"),
        *("dc.date.created", "dc.date", "dcterms.date", "date", "pubdate", "publishdate"),
        *("publish-date", "publish_date", "published-date", "published_date", "publication_date"),
        *("parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime"),
        *("cxenseparse:publishtime", "article.published", "published_time", "published-time"),
        *("displaydate", "date_published", "article_date_original", "ptime", "created", "issued"),
        *("originalpublicationdate", "vr:published_time", "bt:pubdate", "timestamp"),
    ),
    "updated": (
        *("article:modified_time", "article:modified", "og:updated_time", "datemodified"),
        *("og:article:modified_time", "last-modified", "dcterms.modified", "dc.date.modified"),
        *("lastmod", "article:updated_time", "updated", "updated date", "modified-date"),
        *("date_modified", "revision_date", "article.updated", "utime"),
    ),
}
"""For each field the meta tags that may say it, the best first."""
_LINKED_DATES = {
    "published": ("datePublished", "coverageStartTime", "dateCreated", "uploadDate"),
    "updated": ("dateModified",),
}
# `<span itemprop="datePublished" content="2020-05-03">`, `<time datetime=… itemprop=dateModified>`
_ITEM = re.compile(r"itemprop=[\"']?(?P<name>datePublished|dateCreated|dateModified)\b", re.I)
_STATED = re.compile(r"\b(?:content|datetime|title)=(?:\"(?P<two>[^\"]*)\"|'(?P<one>[^']*)')", re.I)
_MOST_ITEMS = 500
_LONGEST_TAG = 600
_MOST_TIMES = 100
_NEAR = 400
_FAR = 20_000
"""Characters before the headline in which its time element may stand, and after them."""
# "Global,Innovation", "Politics / January 11, 2024", "news_news", "World > Africa"
_PARTED = re.compile(r"[,;>|_]|\s/\s")
_NO_SECTIONS = frozenset("uncategorized uncategorised article articles post posts page".split())
_ADDRESS = re.compile(r"https?://|/|#|@")


@dataclass(slots=True)
class Notes:
    """What has been found so far: for each field the value, its source, its characters."""

    values: dict[str, str] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    spans: dict[str, Span] = field(default_factory=dict)
    blocks: dict[Label, list[Block]] = field(default_factory=dict)
    """The blocks of the page by label, in order."""

    order: list[bool | None] = field(default_factory=list)
    """Whether the page writes the day before the month, once that has been asked."""

    def labelled(self, *labels: Label) -> list[Block]:
        """Return the blocks with these labels, in order label by label."""
        return [block for label in labels for block in self.blocks.get(label, ())]

    def offer(self, name: str, value: str | None, source: str, span: Span | None = None) -> None:
        """Keep a value if the field has none yet, or the same less exactly."""
        if not value:
            return
        if name in self.values and not self._is_better(name, value):
            return
        self.values[name], self.sources[name] = value, source
        self.spans.pop(name, None)
        if span is not None:
            self.spans[name] = span

    def _is_better(self, name: str, value: str) -> bool:
        """Whether a date that isn't given is said more exactly by another value."""
        if name not in ("published", "updated") or self.sources[name] == "given":
            return False
        return is_finer(value, self.values[name])


def read_head(report: Report, linked: tuple[Linked, ...], notes: Notes) -> None:
    """Offer what JSON-LD, meta tags, microdata, time elements and the head say."""
    meta = dict(reversed(report.page.head.meta))
    notes.offer("outlet", _named(texts(linked, "publisher")), "json-ld")
    notes.offer("section", section_of(next(iter(texts(linked, "articleSection")), "")), "json-ld")
    for name, keys in _LINKED_DATES.items():
        for key in keys:
            notes.offer(name, moment(next(iter(texts(linked, key)), "")), "json-ld")
    for name, keys in _META.items():
        for key in keys:
            if value := meta.get(key):
                notes.offer(name, _READ[name](value), "meta")
    if not _has_zone(notes.values.get("published", "")):
        for name, value in _items(report.page.markup or ""):
            notes.offer(name, moment(value), "meta")
    _read_addresses(report, linked, meta, notes)
    _read_times(report, notes)


def section_of(value: str) -> str | None:
    """Return the section that a field names: the first of several, none that a system fills in."""
    section = _PARTED.split(_clean(value))[0].strip(" :|_")
    known = section and section.casefold() not in _NO_SECTIONS and not _ADDRESS.match(section)
    return section if known else None


def _has_zone(value: str) -> bool:
    """Whether a date is an instant with its zone: nothing says it more exactly."""
    return len(value) > 10 and value[-6] in "+-"


def _named(found: tuple[str, ...]) -> str | None:
    """Return the first of some values that is a name and no address."""
    return next((text for text in found if text and not _ADDRESS.match(text)), None)


def _clean(value: str) -> str:
    """Return a meta value without entities that were escaped twice, on one line."""
    return " ".join(html.unescape(html.unescape(value)).split())


def _items(markup: str) -> Iterator[tuple[str, str]]:
    """Yield the dates that microdata gives: (field, value)."""
    found = markup.find("itemprop")
    for _ in range(_MOST_ITEMS):
        if found < 0:
            return
        item = _ITEM.match(markup, found)
        if item is not None:
            start = markup.rfind("<", max(0, found - _LONGEST_TAG), found)
            end = markup.find(">", item.end(), item.end() + _LONGEST_TAG)
            stated = _STATED.search(markup, start, end) if 0 <= start < end else None
            name = "updated" if item["name"].lower() == "datemodified" else "published"
            if stated is not None:
                yield name, stated["two"] or stated["one"] or ""
        found = markup.find("itemprop", found + 1)


def _read_addresses(
    report: Report, linked: tuple[Linked, ...], meta: Mapping[str, str], notes: Notes
) -> None:
    """Offer the page's address; a canonical address that is the site's own front is a slip."""
    offers = (
        (absolute(report.page.head.canonical), "canonical"),
        (absolute(meta.get("og:url")), "meta"),
        (absolute(next(iter(texts(linked, "url")), None)), "json-ld"),
    )
    for url, source in sorted(offers, key=lambda offer: offer[0] is None or is_root(offer[0])):
        notes.offer("url", url, source)


def _read_times(report: Report, notes: Notes) -> None:
    """Offer the time elements: the headline's first, then others in page order.

    `<time>Updated 4 May</time>` is an update. Where the page's times share a zone, an instant
    that the markup gives in UTC is told by the page's own clock.
    """
    times = report.page.head.times[:_MOST_TIMES]
    known = [(read, text) for value, text in times if (read := _time(value, text))]
    title = next((b.span.start for b in notes.labelled(Label.TITLE)), 0)
    after = max(0, title - _NEAR)
    known.sort(key=lambda pair: not pair[1] or report.text.find(pair[1], after, after + _FAR) < 0)
    for name, changed in (("published", False), ("updated", True)):
        own = next((value for value, text in known if is_update(text) is changed), None)
        notes.offer(name, own, "time")
    for name in ("published", "updated"):
        if name in notes.values and notes.sources[name] != "given":
            zoned = tuple(value for value, _ in known)
            notes.values[name] = in_zone_of(notes.values[name], zoned)


def _time(value: str, text: str) -> str | None:
    """Return when a time element is: its text's day where its clock is UTC's of another day."""
    machine, shown = moment(value), moment(text)
    if machine and shown and machine.endswith("+00:00") and shown[:10] != machine[:10]:
        return shown
    return machine or shown


def absolute(url: str | None) -> str | None:
    """Return an address that names its host, unwrapped."""
    return unwrap(url.strip()) if url and re.match(r"https?://\S+$", url.strip()) else None


_READ: Mapping[str, Callable[[str], str | None]] = {
    "outlet": lambda value: _named((_clean(value),)),
    "section": section_of,
    "published": moment,
    "updated": moment,
}
"""How the value of a meta tag is read, by the field that it is for."""
