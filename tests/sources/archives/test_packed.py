"""What is packed is read page by page, and a bomb or a broken archive is told in one line."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable
from hashlib import sha256

import pytest

from dateline.model import Page
from dateline.sources.limits import LIMITS
from tests.sources.build import PAGE, STORY, a_tar, a_zip, opened, rejects, texts, told


@pytest.mark.parametrize(
    ("ending", "pack"), [("gz", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress)]
)
def test_a_compressed_page_is_the_page_itself(ending: str, pack: Callable[[bytes], bytes]) -> None:
    (page,) = opened(pack(PAGE), f"ferry.html.{ending}")
    (plain,) = opened(PAGE, "ferry.html")
    assert isinstance(page, Page)
    assert isinstance(plain, Page)
    assert page.text == STORY
    assert page.id == plain.id


def test_a_compressed_text_is_known_by_its_inner_name() -> None:
    (page,) = opened(gzip.compress(b"The ferry sank."), "ferry.txt.gz")
    assert isinstance(page, Page)
    assert (page.kind, page.path) == ("text", "ferry.txt.gz")


def test_gzip_of_many_members_is_one_stream() -> None:
    assert texts(gzip.compress(PAGE[:40]) + gzip.compress(PAGE[40:]), "f.html.gz") == {
        "f.html.gz": STORY
    }


def test_compressed_data_that_were_cut_are_told() -> None:
    assert rejects(gzip.compress(PAGE)[:-12], "f.html.gz") == [
        ("f.html.gz", "cut short: its packed data end too early")
    ]


def test_a_wrong_checksum_is_told() -> None:
    data = bytearray(gzip.compress(PAGE))
    data[-6] ^= 0xFF
    ((path, reason),) = rejects(bytes(data), "f.html.gz")
    assert path == "f.html.gz"
    assert reason.startswith("damaged: CRC check failed")


def test_a_zip_is_read_in_the_order_of_its_names() -> None:
    data = a_zip({"b/2.html": told(2), "a/1.html": told(1)})
    assert list(texts(data, "crawl.zip")) == ["crawl.zip/a/1.html", "crawl.zip/b/2.html"]


@pytest.mark.parametrize("packing", ["", "gz", "bz2", "xz"])
def test_a_tar_is_read_as_it_stands(packing: str) -> None:
    data = a_tar({"b/2.html": told(2), "a/1.html": told(1)}, packing)
    assert list(texts(data, "crawl.tar")) == ["crawl.tar/b/2.html", "crawl.tar/a/1.html"]


def test_an_archive_in_an_archive_is_read() -> None:
    inner = a_tar({"1.html.gz": gzip.compress(told(1))}, "gz")
    data = a_zip({"in.tar.gz": inner, "more.zip": a_zip({"2.html": told(2)})})
    assert list(texts(data, "crawl.zip")) == [
        "crawl.zip/in.tar.gz/1.html.gz",
        "crawl.zip/more.zip/2.html",
    ]


def test_an_archive_that_lies_too_deep_is_told() -> None:
    data = PAGE
    for _ in range(LIMITS.depth + 1):
        data = gzip.compress(data)
    assert rejects(data, "f.html.gz") == [("f.html.gz", "packed more than 4 times")]


@pytest.mark.parametrize("name", ["../up.html", "/etc/up.html", "a/../../up.html", "..\\up.html"])
@pytest.mark.parametrize("archive", [a_zip, a_tar])
def test_a_name_that_leads_out_of_the_archive_is_told(
    archive: Callable[[dict[str, bytes]], bytes], name: str
) -> None:
    data = archive({name: told(1), "b.html": told(2)})
    assert rejects(data, "c.zip") == [(f"c.zip/{name}", "a name that leads out of its archive")]
    assert list(texts(data, "c.zip")) == ["c.zip/b.html"]


@pytest.mark.parametrize("archive", [a_zip, a_tar])
def test_folders_links_and_hidden_members_are_passed_over(
    archive: Callable[[dict[str, bytes]], bytes],
) -> None:
    data = archive({"__MACOSX/._a.html": b"\0\5", ".git/x.html": PAGE, "a.html": PAGE})
    assert [one.path for one in opened(data, "c.zip")] == ["c.zip/a.html"]


def test_a_link_in_a_tar_is_passed_over() -> None:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        link = tarfile.TarInfo("passwords.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    assert opened(file.getvalue(), "c.tar") == []


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_stands_twice_is_read_once() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.html", told(1))
        archive.writestr("a.html", told(2))
    assert list(texts(file.getvalue(), "c.zip")) == ["c.zip/a.html"]
    assert rejects(file.getvalue(), "c.zip") == [
        ("c.zip/a.html", "a second member of the same name")
    ]


def test_an_encrypted_member_is_told_and_the_rest_goes_on() -> None:
    data = bytearray(a_zip({"a.html": told(1), "b.html": told(2)}))
    central = data.index(b"PK\x01\x02")
    data[central + 8] |= 1
    assert rejects(bytes(data), "c.zip") == [("c.zip/a.html", "encrypted")]
    assert list(texts(bytes(data), "c.zip")) == ["c.zip/b.html"]


def test_a_damaged_member_is_told_and_the_rest_goes_on() -> None:
    data = bytearray(a_zip({"a.html": told(1), "b.html": told(2)}, zipfile.ZIP_STORED))
    data[data.index(b"Story 1")] ^= 0x01
    ((path, reason),) = rejects(bytes(data), "c.zip")
    assert (path, reason) == ("c.zip/a.html", "damaged: Bad CRC-32 for file 'a.html'")
    assert list(texts(bytes(data), "c.zip")) == ["c.zip/b.html"]


def test_a_zip_that_was_cut_is_told() -> None:
    data = a_zip({"a.html": told(1)})[:-30]
    assert rejects(data, "c.zip") == [("c.zip", "a damaged ZIP archive: File is not a zip file")]


@pytest.mark.parametrize("packing", ["", "gz"])
def test_a_tar_that_was_cut_gives_what_came_before(packing: str) -> None:
    numbers = {n: " ".join(sha256(bytes([n, i])).hexdigest() for i in range(40)) for n in range(40)}
    whole = a_tar({f"{n}.html": told(n) + numbers[n].encode() for n in numbers}, packing)
    data = whole[: len(whole) // 2]
    found = opened(data, "c.tar")
    assert len([one for one in found if isinstance(one, Page)]) > 3
    assert [one[0].startswith("c.tar") for one in rejects(data, "c.tar")] == [True]


def test_a_tar_with_a_broken_header_is_told() -> None:
    data = bytearray(a_tar({"a.html": told(1), "b.html": told(2)}))
    data[1024] ^= 0xFF
    assert list(texts(bytes(data), "c.tar")) == ["c.tar/a.html"]
    assert rejects(bytes(data), "c.tar") == [
        ("c.tar", "a damaged tar archive: bad checksum (after 1 members)")
    ]


@pytest.mark.parametrize("name", ["[Content_Types].xml", "mimetype"])
def test_an_office_document_is_told_as_what_it_is(name: str) -> None:
    ((_, reason),) = rejects(a_zip({name: b"x", "word/a.xml": b"<a/>"}), "letter.docx")
    assert reason.startswith("an office document")


def test_a_page_that_unpacks_too_large_is_told_and_no_more_of_it_read() -> None:
    bomb = gzip.compress(b"a" * (LIMITS.page + 1), 1)
    assert rejects(bomb, "f.html.gz") == [("f.html.gz", "unpacks to more than 200 times its size")]


def test_a_bomb_among_pages_ends_its_archive_with_the_pages_before() -> None:
    zeros = b"\0" * 15_000_000
    data = a_tar({"a.html": told(1), "bomb.txt": zeros, "z.html": told(3)}, "gz")
    assert list(texts(data, "c.tgz")) == ["c.tgz/a.html"]
    assert rejects(data, "c.tgz") == [("c.tgz", "unpacks to more than 200 times its size")]


def test_a_bomb_of_many_small_members_is_stopped() -> None:
    inner = a_zip({f"{n}.html": b" " * 1_000_000 for n in range(30)})
    found = rejects(inner, "c.zip")
    assert found[-1] == ("c.zip", "unpacks to more than 200 times its size")
    assert len(found) < 15


def test_more_members_than_the_limit_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    from dateline.sources.archives import packed
    from dateline.sources.limits import Limits

    monkeypatch.setattr(packed, "LIMITS", Limits(members=2))
    data = a_zip({f"{n}.html": told(n) for n in range(4)})
    assert len(texts(data, "c.zip")) == 2
    assert rejects(data, "c.zip") == [("c.zip", "has more than 2 members")]


def test_a_member_without_a_name_is_told() -> None:
    assert rejects(_unnamed(), "c.zip") == [("c.zip/", "a member without a name")]


def _unnamed() -> bytes:
    """Return a ZIP whose first member has an empty name."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        member = zipfile.ZipInfo("x")
        member.filename = ""
        archive.writestr(member, told(1))
    return file.getvalue()
