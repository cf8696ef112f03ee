"""Read mails and what is saved in their form: newsletters (.eml), mailboxes, pages (.mhtml).

"From: The Harbour Herald <news@herald.example>", "Subject: Bridge closed" and a part of
text/html become a page of that outlet and title. In a saved page the root part is the page,
and "Snapshot-Content-Location: https://herald.example/bridge" its address.
"""

from __future__ import annotations

import contextlib
import email
import email.policy
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr
from typing import cast

from dateline.errors import UnreadablePage
from dateline.model import Listing, Page, Reject
from dateline.sources.dates import iso_date
from dateline.sources.decode import mend
from dateline.sources.limits import LIMITS
from dateline.sources.page import page_of_bytes
from dateline.sources.source import Opened, Source

_NAMES = (".eml", ".mht", ".mhtml")
_BOX = ".mbox"
# The first lines of a mail, whatever its name: "Return-Path: <…>", "MIME-Version: 1.0"
_HEADS = re.compile(
    rb"(?:Return-Path|Received|Delivered-To|MIME-Version|Message-ID|From|X-[\w-]{1,40}):[^\r\n]"
    rb"{1,998}\r?\n(?:[A-Za-z][\w-]{1,60}:|[ \t])",
    re.I,
)
# The line before each mail of a box: "From news@herald.example Sun May  3 07:00:00 2020"
_BETWEEN = re.compile(rb"From \S{1,300} .{0,10}\w{3} \w{3} [ \d]\d \d\d:\d\d")
_KINDS = ("text/html", "application/xhtml+xml", "text/plain")
_SAVED = ("Snapshot-Content-Location", "Content-Location")


def is_mail(head: bytes, name: str) -> bool:
    """Whether this is a mail or a page that a browser saved as one."""
    return name.endswith(_NAMES) or bool(_HEADS.match(head.lstrip()))


def read_mail(source: Source, inner: Callable[[Source], Iterator[Opened]]) -> Iterator[Opened]:
    """Yield the page of a mail: its HTML part, else its plain one. Raises `UnreadablePage`."""
    del inner
    yield _page(source.whole(LIMITS.listing), source.path)


def is_mailbox(head: bytes, name: str) -> bool:
    """Whether this is a file of many mails."""
    return bool(_BETWEEN.match(head)) and (name.endswith(_BOX) or b"\nFrom: " in head)


def read_mailbox(source: Source, inner: Callable[[Source], Iterator[Opened]]) -> Iterator[Opened]:
    """Yield the page of each mail in a box."""
    del inner
    for number, data in enumerate(_mails(source), start=1):
        path = f"{source.path}#{number}"
        if number > LIMITS.members:
            source.budget.stop(f"has more than {LIMITS.members:,} mails")
        try:
            yield _page(data, path)
        except UnreadablePage as problem:
            yield Reject(problem.path, problem.reason)


def _mails(source: Source) -> Iterator[bytes]:
    """Yield each mail of a box. Raises `UnreadablePage` for one that is too large."""
    lines: list[bytes] = []
    size = 0
    while line := source.file.readline(LIMITS.listing):
        if _BETWEEN.match(line) and (not lines or not lines[-1].strip()):
            if size:
                yield b"".join(lines)
            lines, size = [], 0
            continue
        lines.append(line[1:] if line.startswith(b">From ") else line)
        size += len(line)
        if size > LIMITS.listing:
            raise UnreadablePage(source.path, f"holds a mail of more than {LIMITS.listing:,} bytes")
    if size:
        yield b"".join(lines)


def _page(data: bytes, path: str) -> Page:
    """Return the page of a mail. Raises `UnreadablePage`."""
    if not data:
        raise UnreadablePage(path, "an empty file")
    try:
        mail = email.message_from_bytes(data, policy=email.policy.compat32)
        part = _root(mail)
        content = cast("bytes | None", part.get_payload(decode=True)) if part else None
    except Exception as problem:
        # The standard reader of mails has raised a dozen kinds of error on broken heads.
        raise UnreadablePage(path, f"a damaged mail: {type(problem).__name__}") from problem
    if part is None:
        raise UnreadablePage(path, "a mail with no part of text or HTML")
    page = page_of_bytes(
        content or b"",
        path=path,
        listing=_listing(mail, part),
        content_type=str(part.get("Content-Type", "text/plain")),
    )
    return replace(page, fetched=iso_date(_said(mail, "Date"))) if _is_saved(mail) else page


def _root(mail: Message) -> Message | None:
    """Return the part that is the page: HTML before plain text, no attachment."""
    parts = [
        part
        for part in mail.walk()
        if not part.is_multipart()
        and part.get_content_type() in _KINDS
        and part.get_content_disposition() != "attachment"
    ]
    start = mail.get_param("start")
    ranked = sorted(
        parts,
        key=lambda part: (
            start is None or part.get("Content-ID") != start,
            _KINDS.index(part.get_content_type()),
        ),
    )
    return ranked[0] if ranked else None


def _is_saved(mail: Message) -> bool:
    """Whether a browser saved this page, and nobody sent it."""
    if mail.get_content_type() != "multipart/related":
        return False
    return _SAVED[0] in mail or not parseaddr(_said(mail, "From"))[1].count("@")


def _listing(mail: Message, part: Message) -> Listing:
    """Return what the head of a mail says of it."""
    title = _said(mail, "Subject") or None
    if _is_saved(mail):
        places = (mail.get(_SAVED[0]), part.get(_SAVED[1]), mail.get(_SAVED[1]))
        url = next((str(place).strip() for place in places if place), None)
        return Listing("mail", title=title, url=url if url and "://" in url else None)
    outlet = parseaddr(_said(mail, "From"))[0] or None
    return Listing("mail", title=title, outlet=outlet, published=iso_date(_said(mail, "Date")))


def _said(mail: Message, name: str) -> str:
    """Return a header on one line, its coded words decoded: "=?utf-8?q?caf=C3=A9?="."""
    value = str(mail.get(name, ""))
    with contextlib.suppress(LookupError, ValueError, MessageError):
        value = str(make_header(decode_header(value)))
    return mend(" ".join(value.split()))[0]
