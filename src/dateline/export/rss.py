"""Stories as an RSS 2.0 feed: an item a story, with its brief and the quotations that carry it.

An item is of the day of its story's last report; one that nobody dates has no `pubDate`, which
RSS allows. It leads to the story's page where there is one, else to its first report.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from email.utils import format_datetime

from dateline import __version__
from dateline.export.addresses import source_of, urn
from dateline.export.feed import TITLE, attribute, content, element, summary
from dateline.export.quoting import brief_words
from dateline.export.shape import Shape, made_by
from dateline.model import Story


def export_rss(stories: Iterable[Story], shape: Shape) -> Iterator[str]:
    """Yield one feed."""
    site = shape.site
    yield '<?xml version="1.0" encoding="utf-8"?>\n'
    yield '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">\n<channel>\n'
    yield element("title", site.title if site else TITLE)
    yield element("link", site.pages if site else urn("feed", shape.run["codebook"]))
    yield element("description", made_by(shape))
    yield element("generator", f"dateline {__version__}")
    if site:
        kind = "application/rss+xml"
        yield f'<atom:link rel="self" type="{kind}" href="{attribute(site.itself)}"/>\n'
    for story in stories:
        yield from _item(story, shape)
    yield "</channel>\n</rss>\n"


def _item(story: Story, shape: Shape) -> Iterator[str]:
    yield "<item>\n"
    yield element("title", f"{brief_words(story.headline)} ({summary(story)})")
    if link := _link(story, shape):
        yield element("link", link)
    yield f'<guid isPermaLink="false">{urn("story", story.id)}</guid>\n'
    if story.last:
        yield element("pubDate", _instant(story.last))
    yield element("description", content(story, shape))
    yield "</item>\n"


def _link(story: Story, shape: Shape) -> str | None:
    """Return the address of a story's page, or of the first of its reports that has one."""
    if shape.site:
        return shape.site.story(story.id)
    return next((url for report in story.reports if (url := source_of(report).url)), None)


def _instant(day: str) -> str:
    """Return "Thu, 03 May 2030 00:00:00 GMT"."""
    return format_datetime(datetime.fromisoformat(day[:10]).replace(tzinfo=UTC), usegmt=True)
