"""Mails, mailboxes and pages saved as mails become pages with what their heads say."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from dateline.model import Listing, Page
from tests.sources.build import STORY, opened, rejects, texts


def a_mail(*, text: str = STORY, html: str | None = None) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "The Harbour Herald <news@herald.example>"
    mail["To"] = "reader@mail.example"
    mail["Subject"] = "Ferry sinks – café owner saved"
    mail["Date"] = "Sun, 03 May 2020 07:15:00 +0300"
    mail.set_content(text)
    if html is not None:
        mail.add_alternative(html, subtype="html")
    return mail


def _listing(data: bytes, path: str) -> Listing:
    (page,) = opened(data, path)
    assert isinstance(page, Page)
    assert page.listing is not None
    return page.listing


def test_a_newsletter_is_a_page_with_title_outlet_and_date() -> None:
    assert _listing(a_mail().as_bytes(), "n.eml") == Listing(
        "mail",
        title="Ferry sinks – café owner saved",
        outlet="The Harbour Herald",
        published="2020-05-03T07:15:00+03:00",
    )


def test_the_part_in_html_is_read_before_the_plain_one() -> None:
    (page,) = opened(a_mail(html="<p>The ferry <b>sank</b>.").as_bytes(), "n.eml")
    assert isinstance(page, Page)
    assert (page.kind, page.text) == ("html", "The ferry sank.")


def test_quoted_printable_and_the_charset_of_the_part_are_undone() -> None:
    data = (
        b"From: Herald <a@b.example>\r\nContent-Type: text/plain; charset=windows-1251\r\n"
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\n=CF=E0=F0=EE=EC =E7=E0=\r\n"
        b"=F2=EE=ED=F3=EB.\r\n"
    )
    assert [text.strip() for text in texts(data, "n.eml").values()] == ["Паром затонул."]


def test_a_mail_is_known_by_its_first_lines() -> None:
    assert list(texts(a_mail().as_bytes(), "from-the-archive.txt")) == ["from-the-archive.txt"]


def test_a_text_that_begins_with_a_colon_is_no_mail() -> None:
    text = b"From: here on, the road is closed.\nThe mayor said so."
    (page,) = opened(text, "note.txt")
    assert isinstance(page, Page)
    assert page.listing is None


def test_a_mail_without_text_is_told() -> None:
    mail = EmailMessage()
    mail["From"] = "a@b.example"
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png")
    assert rejects(mail.as_bytes(), "n.eml") == [("n.eml", "a mail with no part of text or HTML")]


SAVED = b"""From: <Saved by Blink>\r
Snapshot-Content-Location: https://herald.example/ferry\r
Subject: =?utf-8?Q?Ferry=20sinks=20=E2=80=93=20Herald?=\r
Date: Sun, 3 May 2020 07:15:00 -0000\r
MIME-Version: 1.0\r
Content-Type: multipart/related; type="text/html"; boundary="cut"\r
\r
--cut\r
Content-Type: text/html\r
Content-ID: <frame-1@mhtml.blink>\r
Content-Transfer-Encoding: quoted-printable\r
Content-Location: https://herald.example/ferry\r
\r
<!DOCTYPE html><meta charset=3D"utf-8"><p>The ferry s=\r
ank at the caf=C3=A9.\r
--cut\r
Content-Type: text/html\r
Content-Location: https://ads.example/frame\r
\r
<p>Buy boats.\r
--cut--\r
"""


def test_a_saved_page_is_its_root_part_with_its_address() -> None:
    (page,) = opened(SAVED, "ferry.mhtml")
    assert isinstance(page, Page)
    assert page.text == "The ferry sank at the café."
    assert page.fetched == "2020-05-03"
    assert page.listing == Listing(
        "mail", title="Ferry sinks – Herald", url="https://herald.example/ferry"
    )


def test_a_mailbox_is_read_mail_by_mail() -> None:
    between = b"From news@herald.example Sun May  3 07:15:00 2020\n"
    first, second = (
        a_mail(text="The ferry sank."),
        a_mail(text="It was raised.\n\nFrom afar, all saw."),
    )
    data = (
        between
        + first.as_bytes()
        + b"\n"
        + between
        + second.as_bytes().replace(b"\nFrom afar", b"\n>From afar")
    )
    found = texts(data, "news.mbox")
    assert list(found) == ["news.mbox#1", "news.mbox#2"]
    assert found["news.mbox#2"].startswith("It was raised.\n\nFrom afar")


@pytest.mark.parametrize(
    "subject", [b"=?utf-8?b?!!!?=", b"=?utf-\xf88?q?x?=", b"=?martian?q?x?=", b"=?x?q?=\xff?="]
)
def test_a_damaged_head_never_raises(subject: bytes) -> None:
    data = b"From: \xff\xfe=?x?q?=\r\nSubject: %s\r\nContent-Type: ;;;=\r\n\r\nbody text" % subject
    assert list(texts(data, "n.eml").values()) == ["body text"]


def test_mails_within_mails_without_end_are_told() -> None:
    data = b"Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n" * 2_000
    assert rejects(b"From: a@b.example\r\n" + data, "n.eml")[0][0] == "n.eml"
