"""View a report by itself: its text with every record marked, and whom and what it names."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from hashlib import sha256

from dateline.export.addresses import web_address
from dateline.model import READ_LABELS, Chain, Kind, Place, Report, Span
from dateline.serve import phrases
from dateline.serve.citing import outlet_name
from dateline.serve.legend import Source
from dateline.serve.links import actor_link, place_link
from dateline.serve.marks import Marked
from dateline.serve.texts import ALONE, CITED, TextView, view_text

LIT = "lit"
"""The key of the characters that an address asks for."""
_NAMED = 24
"""Names that are listed."""
_HOW_READ = {
    "printed": "as printed",
    "metadata": "as its markup says",
    "given": "as given",
    "inferred": "inferred from the other reports",
}
_PARTIES = frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.COUNTRY, Kind.GROUP})


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or somewhere that a report names, how often, and the page on it."""

    name: str
    about: str | None
    count: int
    link: str | None


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report as its page shows it."""

    title: str
    text: TextView
    story: str
    facts: tuple[tuple[str, str], ...]
    """(name, words) of what is known of the page."""
    who: tuple[Named, ...]
    where: tuple[Named, ...]
    aside: int
    """Blocks that are set aside as furniture."""


def view_report(report: Report, story: str, *, lit: Span | None = None) -> ReportView:
    """Return the view of a report of a story, these characters lit."""
    about = report.metadata
    source = Source(
        letter="",
        id=report.id,
        outlet=outlet_name(report),
        title=about.title,
        date=phrases.day_words(about.published),
        path=report.page.path,
        url=about.url,
        credits=None,
        same_as=None,
    )
    text = view_text(report, source, ALONE, [Marked(lit, CITED, LIT)] if lit else ())
    title = about.title or outlet_name(report)
    who, where = _who(report.chains), _where(report.places)
    aside = sum(block.label not in READ_LABELS for block in report.blocks)
    return ReportView(title, text, story, _facts(report), who, where, aside)


def _facts(report: Report) -> tuple[tuple[str, str], ...]:
    """Return what is known of a page, in words."""
    about = report.metadata
    how = _HOW_READ.get(about.published_by or "")
    published = phrases.day_words(about.published) or "unknown"
    wires = dict.fromkeys(credit.agency for credit in report.credits if credit.kind == "wire")
    photos = dict.fromkeys(credit.agency for credit in report.credits if credit.kind == "photo")
    known = (
        ("Outlet", about.outlet),
        ("Published", f"{published}, {how}" if how and about.published else published),
        ("Updated", phrases.day_words(about.updated)),
        ("By", phrases.listed(about.byline)),
        ("From", about.place),
        ("Credits", phrases.listed(list(wires))),
        ("Photos", phrases.listed(list(photos))),
        ("Section", about.section),
        ("Language", about.language),
        # An address that may not be a link is still told, as words.
        ("Address", None if web_address(about.url) else about.url),
        ("File", report.page.path),
        ("SHA-256", sha256(report.text.encode("utf-8", "surrogatepass")).hexdigest()),
    )
    return tuple((name, value) for name, value in known if value)


def _who(chains: tuple[Chain, ...]) -> tuple[Named, ...]:
    """Return whom a report names, most often first."""
    # "a fisherman" is somebody of this report alone.
    held = [c for c in chains if c.kind in _PARTIES and not c.name[:1].islower()]
    held.sort(key=lambda chain: -len(chain.mentions))
    return tuple(
        Named(chain.name, chain.title, len(chain.mentions), actor_link(chain.name))
        for chain in held[:_NAMED]
    )


def _where(places: tuple[Place, ...]) -> tuple[Named, ...]:
    """Return where a report's places lie, most often named first."""
    counts = Counter((p.name, p.country, p.lat, p.lon) for p in places if p.name)
    return tuple(
        Named(
            name,
            country,
            count,
            None if lat is None or lon is None else place_link(lat, lon),
        )
        for (name, country, lat, lon), count in counts.most_common(_NAMED)
    )
