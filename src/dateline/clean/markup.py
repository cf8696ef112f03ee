"""Read what the markup of a page says of the report: headline, outlet, dates, section.

`<meta property="article:published_time" content="2020-05-03T10:22:00Z">` offers its instant as
the day of publication; JSON-LD is asked first, then meta tags, then time elements.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from dateline.clean.addresses import unwrap
from dateline.clean.dates import find_dates
from dateline.clean.linked import Linked, texts
from dateline.model import Report, Span

_META: Mapping[str, tuple[str, ...]] = {
    "title": ("og:title", "twitter:title", "dc.title", "headline"),
    "outlet": ("og:site_name", "application-name", "twitter:site_name", "dc.publisher"),
    "section": ("article:section", "section", "og:section", "parsely-section", "category"),
    "published": (
        *("article:published_time", "article:published", "datepublished", "og:published_time"),
        *("dc.date.issued", "dcterms.created", "dc.date", "date", "pubdate", "publishdate"),
        *("publish-date", "publish_date", "parsely-pub-date", "sailthru.date"),
        *("cxenseparse:recs:publishtime", "article.published", "published_time", "displaydate"),
    ),
    "updated": (
        *("article:modified_time", "article:modified", "og:updated_time", "datemodified"),
        *("last-modified", "dcterms.modified", "lastmod", "article:updated_time"),
    ),
}
"""For each field the meta tags that may say it, the best first."""
_LINKED = {"title": "headline", "outlet": "publisher", "section": "articleSection"}
AUTHOR_META = (
    "author",
    "article:author",
    "parsely-author",
    "dc.creator",
    "byl",
    "sailthru.author",
)


@dataclass(slots=True)
class Notes:
    """What has been found so far: for each field the value, its source, its characters."""

    values: dict[str, str] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    spans: dict[str, Span] = field(default_factory=dict)

    def offer(self, name: str, value: str | None, source: str, span: Span | None = None) -> None:
        """Keep a value if the field has none yet."""
        if value and name not in self.values:
            self.values[name], self.sources[name] = value, source
            if span is not None:
                self.spans[name] = span


def read_head(report: Report, linked: tuple[Linked, ...], notes: Notes) -> None:
    """Offer what JSON-LD, meta tags, time elements and the head say."""
    head = report.page.head
    for name, key in _LINKED.items():
        notes.offer(name, _only(texts(linked, key)), "json-ld")
    notes.offer("published", moment(_only(texts(linked, "datePublished"))), "json-ld")
    notes.offer("updated", moment(_only(texts(linked, "dateModified"))), "json-ld")
    notes.offer("url", absolute(head.canonical), "canonical")
    meta = dict(reversed(head.meta))
    for name, keys in _META.items():
        if name in ("published", "updated"):
            found = next((day for key in keys if (day := moment(meta.get(key, "")))), None)
        else:
            found = _first(meta, keys)
        notes.offer(name, found, "meta")
    notes.offer("url", absolute(meta.get("og:url")), "meta")
    notes.offer("url", absolute(_only(texts(linked, "url"))), "json-ld")
    days = (moment(value) or moment(text) for value, text in head.times)
    notes.offer("published", next((day for day in days if day), None), "time")


def _only(found: tuple[str, ...]) -> str:
    """Return the first of some strings, or nothing."""
    return found[0] if found else ""


def absolute(url: str | None) -> str | None:
    """Return an address that names its host, unwrapped."""
    return unwrap(url.strip()) if url and re.match(r"https?://\S+$", url.strip()) else None


def _first(meta: Mapping[str, str], keys: tuple[str, ...]) -> str | None:
    """Return the first of these meta values that isn't empty."""
    return next(
        (" ".join(html.unescape(meta[k]).split()) for k in keys if meta.get(k, "").strip()), None
    )


def moment(value: str) -> str | None:
    """Return the ISO day of a printed or machine date, or its instant where a zone is known."""
    value = value.strip()
    if not value:
        return None
    try:
        read = datetime.fromisoformat(value)
    except ValueError:
        found = next((printed.value for printed in find_dates(value[:80])), None)
        return None if found is None or found.startswith("X") else found
    if read.tzinfo is None or len(value) <= 10:
        return read.date().isoformat()
    return read.replace(microsecond=0).isoformat()
