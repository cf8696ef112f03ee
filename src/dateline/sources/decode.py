"""Turn the bytes of a file into text, and say what had to be mended on the way.

The bytes FF FE 44 00 are a "D" in UTF-16 with its mark; an E9 by itself is the "é" of
windows-1252; a NUL in the middle of a page becomes U+FFFD and is counted,
so that no later offset moves.
"""

from __future__ import annotations

import codecs
import re

from dateline.sources.charsets import guessed, python_name

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks; UTF-32 first, since its little-endian mark begins with UTF-16's."""

_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x1f\x8b", "gzip data"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)

# '<meta charset="utf-8">', 'content="text/html; charset=koi8-r"', '<?xml … encoding="…"?>'
_DECLARED = re.compile(rb"(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{2,40})", re.I)
# What ISO-2022-JP shifts to its two-byte characters with.
_ESCAPED = re.compile(rb"\x1b\$[@B]")
# "Ã©", "Â ", "â€™": UTF-8 that somebody took for windows-1252 and encoded once more.
_TWICE = re.compile("[ÃÂ][\x80-\xbf]|â€[\x80-\xbf™œ“”˜¦¢]")

_UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")
_CONTROLS = bytes((*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20)))
"""What no text holds: control characters but tabs, line ends and escapes."""
_REPLACED = "\ufffd".encode()
_SAMPLE = 65_536
_HEAD = 4_096


def decode(data: bytes, charset: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Return the text of a file and what was mended in it.

    Tried in this order: byte order mark, UTF-16 without its mark, ISO-2022-JP, UTF-8 (with a
    few broken characters too), the charset that the letters speak for most, where one that the
    transport (`charset`) or an HTML head declares counts for more, windows-1252.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _mended(*_forced(data[len(mark) :], encoding))
    if wide := _sniffed_wide(data):
        return _mended(*_forced(data, wide))
    if _ESCAPED.search(data) and (japanese := _strict(data, "iso2022_jp")):
        return _mended(japanese, ())
    # Bytes that are good UTF-8 are UTF-8, whatever an old template says of them.
    if (strict := _strict(data, "utf-8")) is not None:
        return _mended(strict, _noted_twice(strict))
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    # A page in UTF-8 that was cut or patched has many good characters for each broken one.
    if len(text) - len(text.encode("ascii", "ignore")) > 10 * broken:
        return _mended(text, (f"{broken} broken UTF-8 sequences became U+FFFD",))
    return _mended(*_guessed(data, charset))


def _guessed(data: bytes, charset: str | None) -> tuple[str, tuple[str, ...]]:
    """Return the text in the likeliest charset, and a note where nobody declares that one."""
    told = tuple(filter(None, (python_name(charset or ""), _declared(data))))
    found = guessed(data, told)
    if found is None:
        found = next((name for name in told if _strict(data, name) is not None), "windows-1252")
    text, notes = _forced(data, found)
    return text, notes if found in told else (f"read as {found}", *notes)


def binary_reason(data: bytes, text: str) -> str | None:
    """Return why bytes are no text, or None if they are."""
    for magic, what in _MAGIC:
        if data.startswith(magic):
            return f"a binary file ({what}), not text or HTML"
    sample = text[:_SAMPLE].encode("utf-8", "replace")
    odd = len(sample) - len(sample.translate(None, _CONTROLS)) + sample.count(_REPLACED)
    if odd >= 8 and odd > 0.03 * min(len(text), _SAMPLE):
        return "a binary file, not text or HTML"
    if b"\x00" in data[:_SAMPLE] and _broken_utf8(data[:_HEAD]) and not _wide(data):
        return "a binary file, not text or HTML"
    return None


def _declared(data: bytes) -> str | None:
    """Return the charset that a head declares, as Python calls it."""
    found = _DECLARED.search(data, 0, _HEAD) if b"<" in data[:_HEAD] else None
    return python_name(found[1].decode("ascii", "replace")) if found else None


def _noted_twice(text: str) -> tuple[str, ...]:
    """Return a note if a text was decoded wrongly before it came here: "cafÃ©", "itâ€™s"."""
    # Most pages hold none of the three, and a character is found faster than a pattern.
    if not any(sign in text for sign in ("Ã", "Â", "â€")):
        return ()
    twice = sum(1 for _ in _TWICE.finditer(text))
    return (f"{twice} characters seem to have been encoded twice",) if twice > 2 else ()


def _strict(data: bytes, encoding: str) -> str | None:
    """Return the text if every byte is good in this encoding."""
    try:
        return data.decode(encoding, "surrogatepass" if encoding == "utf-8" else "strict")
    except (LookupError, ValueError):
        return None


def _forced(data: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    """Return the text with what can't be decoded replaced, and a note if anything was."""
    try:
        return data.decode(encoding, "surrogatepass"), ()
    except ValueError:
        text = data.decode(encoding, "replace")
        return text, (f"{text.count(chr(0xFFFD))} undecodable bytes became U+FFFD",)


def _wide(data: bytes) -> bool:
    """Whether the bytes are UTF-16 or UTF-32."""
    return any(data.startswith(mark) for mark, _ in _MARKS) or _sniffed_wide(data) is not None


def _sniffed_wide(data: bytes) -> str | None:
    """Return UTF-16's name if every second byte of a sample is nearly always NUL."""
    sample = data[:_HEAD]
    if len(sample) < 8:
        return None
    even, odd = sample[0::2].count(0) / len(sample[0::2]), sample[1::2].count(0) / len(sample[1::2])
    if odd > 0.6 and even < 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 and odd < 0.1 else None


def _broken_utf8(data: bytes) -> bool:
    """Whether the bytes are not UTF-8; a character cut off at the end does not count."""
    decoder = codecs.getincrementaldecoder("utf-8")("strict")
    try:
        decoder.decode(data)
    except ValueError:
        return True
    return False


def _mended(text: str, notes: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Return the text with NUL and lone surrogates as U+FFFD, one for one."""
    text = text.removeprefix("\ufeff")
    nul = text.count("\x00")
    if not nul and _is_encodable(text):
        return text, notes
    mended, count = _UNKEEPABLE.subn("\ufffd", text)
    if nul:
        notes = (*notes, _counted(nul, "NUL character"))
    if count > nul:
        notes = (*notes, _counted(count - nul, "lone surrogate"))
    return mended, notes


def _is_encodable(text: str) -> bool:
    """Whether a text has no lone surrogate; much faster than looking for one."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def mend(text: str) -> tuple[str, tuple[str, ...]]:
    """Return text that every store can hold, and what was mended: "1 NUL character …"."""
    return _mended(text, ())


def _counted(count: int, what: str) -> str:
    """Return "2 NUL characters became U+FFFD"."""
    return f"{count} {what}{'' if count == 1 else 's'} became U+FFFD"
