"""Build reports that are skimmed: blocks, metadata, credits, and nothing parsed."""

from __future__ import annotations

from dataclasses import replace

from dateline.clean.blocks import find_blocks
from dateline.clean.credits import find_credits
from dateline.clean.metadata import find_metadata
from dateline.knowledge.lexicon import Agency, Lexicon, Outlet
from dateline.model import Given, Page, Report
from dateline.sources.page import page_of_html, page_of_text

_HERALD = Outlet("The Harbour Herald", "GBR", "Harbour")
LEXICON = Lexicon(
    agencies={
        "afp": Agency("AFP", "FRA", "wire"),
        "agence france-presse": Agency("AFP", "FRA", "wire"),
        "ap": Agency("AP", "USA", "wire"),
        "associated press": Agency("AP", "USA", "wire"),
        "dpa": Agency("dpa", "DEU", "wire"),
        "reuters": Agency("Reuters", "GBR", "wire"),
        "saba": Agency("Saba", "YEM", "wire"),
        "xinhua": Agency("Xinhua", "CHN", "wire"),
        "getty images": Agency("Getty Images", "USA", "photo"),
    },
    outlets={"the harbour herald": _HERALD, "harbour herald": _HERALD, "herald.example": _HERALD},
)


def skimmed(text: str, **given: str) -> Report:
    """Return the skimmed report of a plain-text dump."""
    return _skimmed(page_of_text(text, path="test.txt", given=Given(**given)))


def skimmed_html(markup: str, **given: str) -> Report:
    """Return the skimmed report of an HTML page."""
    return _skimmed(page_of_html(markup, path="test.html", given=Given(**given)))


def _skimmed(page: Page) -> Report:
    """Return a report with the fields that cleaning fills."""
    report = Report(page)
    report = replace(report, blocks=find_blocks(report))
    report = replace(report, metadata=find_metadata(report, lexicon=LEXICON))
    return replace(report, credits=find_credits(report, lexicon=LEXICON))
