"""Hear what an HTML page says of itself: title, canonical address, meta tags, JSON-LD, times.

Of `<link rel=canonical href="https://news.example/bridge"><title>Bridge opens</title>` it keeps
the address and "Bridge opens", unread; what they mean is for `clean/metadata` to say.
"""

from __future__ import annotations

from collections.abc import Mapping

from dateline.model import Head

HEARD = frozenset("html link meta script time title".split())
"""The tags that say something of the page; any other may have an `itemprop`."""
_LONGEST_TIME = 50
"""Runs of text kept of a time element that is never closed."""


class HeadListener:
    """Told of start tags and of text in their order; `head` says what was heard."""

    def __init__(self) -> None:
        self.in_time = False
        self._title: str | None = None
        self._canonical: str | None = None
        self._language: str | None = None
        self._meta: list[tuple[str, str]] = []
        self._linked_data: list[str] = []
        self._times: list[tuple[str, str]] = []
        self._time_hints: list[str] = []
        self._titled = False
        self._linked = False
        self._time: tuple[str, str] = ("", "")
        self._shown: list[str] = []

    def head(self) -> Head:
        """Return what has been heard so far."""
        return Head(
            title=self._title,
            canonical=self._canonical,
            language=self._language,
            meta=tuple(self._meta),
            linked_data=tuple(self._linked_data),
            times=tuple(self._times),
            time_hints=tuple(self._time_hints),
        )

    def start(self, tag: str, values: Mapping[str, str], *, drawn: bool = False) -> None:
        """Hear a start tag with its attributes; `drawn` says that it is part of a drawing."""
        if tag == "html" and values.get("lang"):
            self._language = self._language or values["lang"].strip()
        elif tag == "link" and "canonical" in values.get("rel", "").lower().split():
            self._canonical = self._canonical or values.get("href", "").strip() or None
        elif tag == "script":
            self._linked = "ld+json" in values.get("type", "").lower()
        elif tag == "title":
            self._titled = not drawn
        elif tag == "time":
            self.in_time = True
            self._time = values.get("datetime", "").strip(), _hint(values)
            self._shown = []
        self._hear_pair(tag, values)

    def end_time(self) -> None:
        """Hear the end of a time element."""
        if self.in_time:
            self._times.append((self._time[0], " ".join("".join(self._shown).split())))
            self._time_hints.append(self._time[1])
            self.in_time = False

    def hear(self, text: str) -> None:
        """Hear text inside a time element."""
        if len(self._shown) < _LONGEST_TIME:
            self._shown.append(text)

    def hear_title(self, text: str) -> None:
        """Hear the inside of a title; the first that says something is the page's."""
        if self._titled and self._title is None:
            self._title = " ".join(text.split()) or None

    def hear_script(self, text: str) -> None:
        """Hear the inside of a script, and keep it if it is JSON-LD."""
        if self._linked:
            self._linked_data.append(text)

    def _hear_pair(self, tag: str, values: Mapping[str, str]) -> None:
        """Keep a meta tag, or the machine's value of an item property, that says something."""
        if tag == "meta":
            name = values.get("property") or values.get("name") or values.get("itemprop")
        else:
            name = values.get("itemprop")
        value = values.get("content") or (values.get("datetime") if tag != "meta" else None)
        if name and name.strip() and value:
            self._meta.append((name.strip().lower(), value))


def _hint(values: Mapping[str, str]) -> str:
    """Return what a time element's attributes say of it: "datepublished entry-date pubdate"."""
    names = f"{values.get('itemprop', '')} {values.get('class', '')}".lower().split()
    return " ".join([*names[:12], *["pubdate"] * ("pubdate" in values)])
