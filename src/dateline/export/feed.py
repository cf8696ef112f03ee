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

_UNDATED = "1970-01-01"
# What XML 1.0 cannot hold, escaped or not.
_BARRED = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def export_feed(stories: Iterable[Story], shape: Shape) -> Iterator[str]:
    """Yield one feed. Its own day comes last, when all entries are known: Atom has no order."""
    latest = _UNDATED
    yield '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
    yield _element("id", urn("feed", shape.run["codebook"]))
    yield _element("title", "Stories read by dateline")
    yield _element("subtitle", made_by(shape))
    yield f'<generator version="{__version__}">dateline</generator>\n'
    yield "<author><name>dateline</name></author>\n"
    for story in stories:
        latest = max(latest, story.last or _UNDATED)
        yield from _entry(story, shape)
    yield _element("updated", _instant(latest))
    yield "</feed>\n"


def _entry(story: Story, shape: Shape) -> Iterator[str]:
    sources = {report.id: source_of(report) for report in story.reports}
    yield "<entry>\n"
    yield _element("id", urn("story", story.id))
    yield _element("title", brief_words(story.headline))
    yield _element("updated", _instant(story.last))
    yield _element("published", _instant(story.first))
    for source in sources.values():
        yield _link(source)
    yield _element("summary", _summary(story))
    lines = "".join(_line(point, sources, shape) for point in story.brief.points)
    yield f'<content type="html">{_text(f"<ul>{lines}</ul>")}</content>\n'
    yield "</entry>\n"


def _link(source: Source) -> str:
    """Return the link to a report, with the digest of its text."""
    name = source.report.metadata.outlet or source.report.page.path
    href, title = _attribute(address_of(source)), _attribute(f"{name} (sha256 {source.sha256})")
    return f'<link rel="via" href="{href}" title="{title}"/>\n'


def _summary(story: Story) -> str:
    least, most = story.origins.least, story.origins.most
    count = str(least) if least == most else f"{least} to {most}"
    return f"{len(story.reports)} reports, {count} independent origins"


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
    return f"{day or _UNDATED}T00:00:00Z"


def _element(name: str, text: str) -> str:
    return f"<{name}>{_text(text)}</{name}>\n"


def _text(text: str) -> str:
    """Return text as XML holds it."""
    return escape(_BARRED.sub("\ufffd", text), quote=False)


def _attribute(text: str) -> str:
    return escape(_BARRED.sub("\ufffd", text))
