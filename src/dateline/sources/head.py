"""Hear what an HTML page says of itself: title, canonical address, meta tags, JSON-LD, times.

Of `<link rel=canonical href="https://news.example/bridge"><title>Bridge opens</title>` it keeps
the address and "Bridge opens", unread; what they mean is for `clean/metadata` to say.
"""

from __future__ import annotations

from dateline.model import Head

_LONGEST_TIME = 50
"""Runs of text kept of a time element that is never closed."""


class HeadListener:
    """Told of start tags, text and end tags in their order; `head` says what was heard."""

    def __init__(self) -> None:
        self._title: list[str] = []
        self._canonical: str | None = None
        self._language: str | None = None
        self._meta: list[tuple[str, str]] = []
        self._linked_data: list[str] = []
        self._times: list[tuple[str, str]] = []
        self._in_title = False
        self._in_drawing = 0
        self._script: list[str] | None = None
        self._time: tuple[str, list[str]] | None = None

    def head(self) -> Head:
        """Return what has been heard so far."""
        return Head(
            title=" ".join("".join(self._title).split()) or None,
            canonical=self._canonical,
            language=self._language,
            meta=tuple(self._meta),
            linked_data=tuple(self._linked_data),
            times=tuple(self._times),
        )

    def start(self, tag: str, values: dict[str, str]) -> None:
        """Hear a start tag with its attributes."""
        if tag == "html" and values.get("lang"):
            self._language = self._language or values["lang"].strip()
        elif tag == "link" and "canonical" in values.get("rel", "").lower().split():
            self._canonical = self._canonical or values.get("href", "").strip() or None
        elif tag == "meta":
            self._hear_meta(values)
        elif tag == "script" and "ld+json" in values.get("type", "").lower():
            self._script = []
        elif tag == "title":
            self._in_title = not self._title and not self._in_drawing
        elif tag == "time":
            self._time = (values.get("datetime", "").strip(), [])
        self._in_drawing += tag == "svg"

    def end(self, tag: str) -> None:
        """Hear an end tag."""
        if tag == "script" and self._script is not None:
            self._linked_data.append("".join(self._script))
            self._script = None
        elif tag == "title":
            self._in_title = False
        elif tag == "svg":
            self._in_drawing = max(0, self._in_drawing - 1)
        elif tag == "time" and self._time is not None:
            self._times.append((self._time[0], " ".join("".join(self._time[1]).split())))
            self._time = None

    def hear(self, text: str) -> None:
        """Hear text between tags."""
        if self._script is not None:
            self._script.append(text)
        elif self._in_title:
            self._title.append(text)
        if self._time is not None and len(self._time[1]) < _LONGEST_TIME:
            self._time[1].append(text)

    def _hear_meta(self, values: dict[str, str]) -> None:
        """Keep a meta tag that has a name and says something."""
        name = values.get("property") or values.get("name") or values.get("itemprop")
        if name and values.get("content"):
            self._meta.append((name.strip().lower(), values["content"]))
