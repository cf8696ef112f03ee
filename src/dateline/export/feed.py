"""Stories as an Atom feed (RFC 4287): an entry a story, a link to each of its reports.

An entry is updated on the day of its last report; a story that nobody dates is of 1970, since
Atom wants a day. Every line of the brief stands with the quotations that carry it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape

from dateline import __version__
from dateline.export.addresses import Source, address_of, source_of, urn
from dateline.export.quoting import brief_words, quotation
from dateline.export.shape import Shape, made_by
from dateline.model import Cite, Point, Story

UNDATED = "1970-01-01"
"""Stands for the day of a story that nobody dates."""
TITLE = "Stories read by dateline"
# What XML 1.0 cannot hold, escaped or not.
_BARRED = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def export_feed(stories: Iterable[Story], shape: Shape) -> Iterator[str]:
    """Yield one feed. Its own day comes last, when all entries are known: Atom has no order."""
    latest, site = UNDATED, shape.site
    yield '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
    yield element("id", site.itself if site else urn("feed", shape.run["codebook"]))
    yield element("title", site.title if site else TITLE)
    yield element("subtitle", made_by(shape))
    if site:
        yield f'<link rel="self" href="{attribute(site.itself)}"/>\n'
        yield f'<link rel="alternate" href="{attribute(site.pages)}"/>\n'
    yield f'<generator version="{__version__}">dateline</generator>\n'
    yield "<author><name>dateline</name></author>\n"
    for story in stories:
        latest = max(latest, story.last or UNDATED)
        yield from _entry(story, shape)
    yield element("updated", _instant(latest))
    yield "</feed>\n"


def _entry(story: Story, shape: Shape) -> Iterator[str]:
    sources = [source_of(report) for report in story.reports]
    yield "<entry>\n"
    yield element("id", urn("story", story.id))
    yield element("title", brief_words(story.headline))
    yield element("updated", _instant(story.last))
    yield element("published", _instant(story.first))
    if shape.site:
        yield f'<link rel="alternate" href="{attribute(shape.site.story(story.id))}"/>\n'
    for source in sources:
        yield _link(source)
    yield element("summary", summary(story))
    yield f'<content type="html">{xml_text(content(story, shape))}</content>\n'
    yield "</entry>\n"


def _link(source: Source) -> str:
    """Return the link to a report, with the digest of its text."""
    name = source.report.metadata.outlet or source.report.page.path
    href, title = attribute(address_of(source)), attribute(f"{name} (sha256 {source.sha256})")
    return f'<link rel="via" href="{href}" title="{title}"/>\n'


def summary(story: Story) -> str:
    """Return how many tell a story."""
    least, most = story.origins.least, story.origins.most
    count = str(least) if least == most else f"{least} to {most}"
    reports = "1 report" if len(story.reports) == 1 else f"{len(story.reports)} reports"
    return f"{reports}, {count} independent {'origin' if most == 1 else 'origins'}"


def content(story: Story, shape: Shape) -> str:
    """Return the brief of a story as HTML."""
    sources = {report.id: source_of(report) for report in story.reports}
    lines = "".join(_line(point, sources, shape) for point in story.brief.points)
    return f"<ul>{lines}</ul>"


def _line(point: Point, sources: dict[str, Source], shape: Shape) -> str:
    """Return a line of the brief with its quotations, as HTML."""
    told = escape(point.text if shape.text else brief_words(point.text))
    quotes = "".join(
        _quoted(sources[cite.report], cite) for cite in point.cites if cite.report in sources
    )
    return f"<li>{told}{quotes}</li>"


def _quoted(source: Source, cite: Cite) -> str:
    report, where = source.report, f"{source.report.id} {cite.span.start}-{cite.span.end}"
    words = escape(quotation(report.text, cite.span).of(report.text))
    cited = f' cite="{escape(source.url)}"' if source.url else ""
    return f'<blockquote title="{where}"{cited}>{words}</blockquote>'


def _instant(day: str | None) -> str:
    return f"{day or UNDATED}T00:00:00Z"


def element(name: str, text: str) -> str:
    """Return an element that holds a text."""
    return f"<{name}>{xml_text(text)}</{name}>\n"


def xml_text(text: str) -> str:
    """Return text as XML holds it."""
    return escape(_BARRED.sub("\ufffd", text), quote=False)


def attribute(text: str) -> str:
    """Return text as an attribute in quotes holds it."""
    return escape(_BARRED.sub("\ufffd", text))
