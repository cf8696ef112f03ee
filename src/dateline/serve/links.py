"""Make the addresses of our own pages; `export.addresses` says which of the web may be linked to.

address("reports", "9f1d…", span="120-188") is "/reports/9f1d…?span=120-188".
"""

from __future__ import annotations

from urllib.parse import quote, urlencode

from dateline.model import Span


def address(*parts: str, **asked: str | int | None) -> str:
    """Return the address of a page of ours; what is asked and empty is left out."""
    path = "/" + "/".join(quote(part, safe="", errors="replace") for part in parts)
    said = {name: value for name, value in asked.items() if value not in (None, "")}
    return f"{path}?{urlencode(said, errors='replace')}" if said else path


def story_link(story: str) -> str:
    """Return the address of a story's page."""
    return address("stories", story)


def claim_link(story: str, claim: str) -> str:
    """Return the address of a claim's page."""
    return address("stories", story, "claims", claim)


def report_link(report: str, span: Span | None = None) -> str:
    """Return the address of a report's page, on which these characters are lit."""
    if span is None:
        return address("reports", report)
    return address("reports", report, span=f"{span.start}-{span.end}") + "#lit"


def actor_link(name: str) -> str:
    """Return the address of the page on a person or body."""
    return address("actor", name=name)


def place_link(lat: float, lon: float) -> str:
    """Return the address of the page on a place."""
    return address("place", at=f"{lat:.3f},{lon:.3f}")


def correct_link(id: str) -> str:
    """Return the address of the form that sets a record, claim or story right."""
    return address("correct", of=id)


def case_link(slug: str) -> str:
    """Return the address of a case's board."""
    return address("case", slug)


def feed_link(ending: str, asked: dict[str, str]) -> str:
    """Return the address of the feed of what is looked for; the ending is "atom" or "rss"."""
    return address("api", "feeds", f"stories.{ending}", **asked)


def export_link(form: str, asked: dict[str, str]) -> str:
    """Return the address of a dataset of the stories that are looked for."""
    return address("api", "export", form, **asked)
