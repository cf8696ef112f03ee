"""Bytes become text, whatever the encoding, and nothing moves silently."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.sources.decode import binary_reason, decode, mend

_LINE = "The café at the “old” harbour reopened on Monday.\r\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_each_encoding_is_read(encoding: str) -> None:
    text, _ = decode(_LINE.encode(encoding))
    assert text == _LINE


def test_an_encoding_that_a_head_declares_is_used() -> None:
    text, notes = decode('<meta charset="koi8-r"><p>Мост закрыт'.encode("koi8-r"))
    assert text.endswith("Мост закрыт")
    assert notes == ()


def test_good_utf8_beats_a_wrong_declaration() -> None:
    text, _ = decode('<meta charset="iso-8859-1"><p>café'.encode())
    assert text.endswith("café")


def test_a_declared_encoding_that_does_not_exist_is_passed_over() -> None:
    text, _ = decode(b'<meta charset="martian"><p>caf\xe9')
    assert text.endswith("café")


def test_windows_1252_is_noted() -> None:
    assert "read as windows-1252" in decode(b"caf\xe9")[1]


def test_a_few_broken_bytes_do_not_turn_a_utf8_page_into_another_encoding() -> None:
    text, notes = decode(("é" * 200).encode() + b"\xff")
    assert text == "é" * 200 + "\ufffd"
    assert notes == ("1 broken UTF-8 sequences became U+FFFD",)


def test_nul_and_lone_surrogates_are_mended_one_for_one_and_counted() -> None:
    text, notes = mend("a\x00b\x00c\ud800d\r\n")
    assert text == "a\ufffdb\ufffdc\ufffdd\r\n"
    assert notes == ("2 NUL characters became U+FFFD", "1 lone surrogate became U+FFFD")


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7 text", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04abc", bytes(range(256)) * 20]
)
def test_binary_files_are_told_from_text(data: bytes) -> None:
    assert binary_reason(data, decode(data)[0]) is not None


def test_a_text_with_a_stray_nul_is_no_binary_file() -> None:
    data = b"A line of text with one \x00 in it, and more text after it."
    assert binary_reason(data, decode(data)[0]) is None


@given(st.binary(max_size=400))
def test_any_bytes_decode_to_text_that_can_be_stored(data: bytes) -> None:
    text, _ = decode(data)
    assert "\x00" not in text
    text.encode("utf-8")
