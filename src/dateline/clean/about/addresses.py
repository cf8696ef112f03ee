"""Read web addresses: unwrap proxied ones, find the site and the day that they name.

"https://proxy.example/https/news.example/2020/05/03/bridge" is
"https://news.example/2020/05/03/bridge", of site "news.example", of 2020-05-03.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import TypeVar
from urllib.parse import urlsplit

# A second scheme in the path: "/https/host.example/…", "/https://host…", "/web/2018/http:/host…"
_WRAPPED = re.compile(
    r"https?://[^/\s?#]+(?:/[^\s?#]{0,80})?/(?P<scheme>https?)(?::/{1,2}|/)(?P<rest>[\w-]+(?:\.[\w-]+)+\S*)",
    re.I,
)
# "/2020/05/03/", "/2020-05-03-", "/20200503/"
_DAY = re.compile(
    r"[/-](?P<year>20[0-4]\d|19\d\d)(?P<mark>[/-]?)(?P<month>[01]?\d)(?P=mark)(?P<day>[0-3]?\d)(?=[/_.-]|$)"
)
_MONTH = re.compile(
    r"/(?P<year>20[0-4]\d)/(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/(?P<day>[0-3]?\d)/",
    re.I,
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()

Found = TypeVar("Found")


def unwrap(url: str) -> str:
    """Return the address inside a proxied or archived one; any other as it is."""
    for _ in range(5):
        wrapped = _WRAPPED.fullmatch(url)
        if wrapped is None:
            return url
        url = f"{wrapped['scheme'].lower()}://{wrapped['rest']}"
    return url


def site_of(url: str) -> str | None:
    """Return the host of an address without "www.", or None if it has none."""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host and "." in host else None


def same_page(one: str, other: str) -> bool:
    """Whether two addresses are of one page: the same site and the same path, never the root."""
    try:
        first, second = urlsplit(unwrap(one)), urlsplit(unwrap(other))
    except ValueError:
        return False
    path = first.path.rstrip("/")
    return (
        bool(path)
        and path == second.path.rstrip("/")
        and site_of(one) in (site_of(other), None)
        and first.query == second.query
    )


def is_root(url: str) -> bool:
    """Whether an address is that of a whole site."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.path in ("", "/") and not parts.query


def by_site(url: str, table: Mapping[str, Found]) -> Found | None:
    """Return what a table holds for the site of an address, or for the site that it is part of."""
    parts = (site_of(url) or "").split(".")
    for start in range(len(parts) - 1):
        if found := table.get(".".join(parts[start:])):
            return found
    return None


def day_of(url: str) -> str | None:
    """Return the ISO day in the path of an address."""
    try:
        path = urlsplit(url).path
    except ValueError:
        return None
    if found := _MONTH.search(path):
        month = _MONTHS.index(found["month"].lower()) + 1
    elif found := _DAY.search(path):
        month = int(found["month"])
    else:
        return None
    if (
        not found.groupdict().get("mark")
        and "mark" in found.groupdict()
        and len(found[0].strip("/-")) != 8
    ):
        return None
    try:
        return date(int(found["year"]), month, int(found["day"])).isoformat()
    except ValueError:
        return None
