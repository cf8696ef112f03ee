"""Read bytes under a file name, as if they lay in a folder."""

from __future__ import annotations

from io import BytesIO

from dateline.model import Listing, Page, Reject
from dateline.sources.readers import read_source
from dateline.sources.source import Budget, Opened, Source


def opened(name: str, data: str | bytes) -> list[Opened]:
    told = data.encode() if isinstance(data, str) else data
    return list(read_source(Source(name, BytesIO(told), len(told), budget=Budget(name, len(told)))))


def pages(name: str, data: str | bytes) -> list[Page]:
    found = opened(name, data)
    assert all(isinstance(one, Page) for one in found), found
    return [one for one in found if isinstance(one, Page)]


def page(name: str, data: str | bytes) -> Page:
    (one,) = pages(name, data)
    return one


def listing(one: Page) -> Listing:
    assert one.listing is not None
    return one.listing


def rejects(name: str, data: str | bytes) -> list[Reject]:
    return [one for one in opened(name, data) if isinstance(one, Reject)]


def reason(name: str, data: str | bytes) -> str:
    (one,) = opened(name, data)
    assert isinstance(one, Reject), one
    return one.reason


def lines(one: Page) -> list[str]:
    return [piece.span.of(one.text).strip() for piece in one.pieces]
