"""Guess the charset of bytes that are no UTF-8, whatever the page says of itself.

The bytes CF E0 F0 EE EC are "Паром" in windows-1251, "оЮПНЛ" in koi8-r and "Ïàðîì" in
windows-1252; only the first has the letters that make up most of a text in their usual case.
Of each charset a reader knows the characters that are frequent in what is written in it, and
how much of its characters beyond ASCII they are; the charset that comes closest is taken.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_TAG = re.compile(rb"<[^<>]{0,5000}>")
_SAMPLE = 2_000
"""Bytes of words beyond ASCII that are judged."""
_READ = 400_000
"""Bytes of a page in which they are looked for."""
_TOLD = 0.15
"""What being declared is worth."""
_SURE = 0.9
"""A declared charset that comes this close is taken without trying the others."""
_LEAST = 0.5
"""A charset that comes less close is no guess."""
_BROKEN = 10
"""What an undecodable byte takes away, in characters."""

# What stands in a text of any language. Between two letters only the last of them does.
_MARKS = "“”„‚‘’«»‹›–—…•·©®™°§€£¥½¼¾²³¿¡±×÷†‰´¨\xa0\xad、。，．「」『』（）：；！？・ー～《》"
_MARK = re.compile(f"[{_MARKS}]")
_AMONG = re.compile(rf"(?<=[^\W\d_])(?![’\xad·ー・])[{_MARKS}](?=[^\W\d_])")
_BEYOND = re.compile("[^\x00-\x7f]")
_ILL = re.compile("[\ufffd\x80-\x9f\ue000-\uf8ff]")


@dataclass(frozen=True, slots=True)
class _Writing:
    """A language or script: the charsets it is written in, and its frequent characters."""

    charsets: tuple[str, ...]
    frequent: re.Pattern[str]
    """One of them, as it stands in its words."""
    share: float
    """How much of its characters beyond ASCII they are in any longer text."""
    latin: bool


def _western(charsets: str, letters: str) -> _Writing:
    """Return the record of a language whose letters stand among those of ASCII: "Fähre"."""
    small = f"[{letters}]"
    # The capitals of "ß" and "ı" are letters of ASCII.
    capitals = "".join(letter.upper() for letter in letters if not letter.upper().isascii())
    large = f"[{capitals}]"
    beside = (
        rf"(?<=[A-Za-z]){small}|{small}(?=[A-Za-z])|(?<!\w){large}(?=[A-Za-z])"
        rf"|(?<=[A-Z]){large}|(?<!\w){small}(?!\w)"
    )
    return _Writing(tuple(charsets.split()), re.compile(beside), 1.0, latin=True)


def _spelt(charsets: str, letters: str, share: float) -> _Writing:
    """Return the record of a script whose words hold no letters of ASCII."""
    frequent = re.compile(f"(?<![A-Za-z])[{letters}](?![A-Za-z])")
    return _Writing(tuple(charsets.split()), frequent, share, latin=False)


def _signs(charsets: str, signs: str, share: float) -> _Writing:
    """Return the record of a script of many signs, by its most frequent ones."""
    return _Writing(tuple(charsets.split()), re.compile(f"[{signs}]"), share, latin=False)


_HANZI = (
    "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可"
    "里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已"
    "這來國個說們為時會過學對裡後麼沒還發當開經頭從動長問業電"
)
_WRITINGS = (
    _western("windows-1252", "éèàâçêëîïôùûœ"),
    _western("windows-1252", "äöüßé"),
    _western("windows-1252", "áéíóúñüâêôãõçàª"),
    _western("windows-1252", "àèéìòù"),
    _western("windows-1252", "æøåäöé"),
    _western("windows-1252", "áéíóúýðþæö"),
    _western("windows-1250 iso8859-2", "ąćęłńóśźż"),
    _western("windows-1250 iso8859-2", "áäčďéěíĺľňóôŕřšťúůýž"),
    _western("windows-1250 iso8859-2", "áéíóöőúüű"),
    _western("windows-1250 iso8859-2", "ăâîşţșț"),
    _western("windows-1250 iso8859-2", "čćđšž"),
    _western("windows-1257", "äöõüšž"),
    _western("windows-1254", "ığşçöüâîû"),
    _western("windows-1257", "āčēģīķļņšūž"),
    _western("windows-1257", "ąčęėįšųūž"),
    _spelt("windows-1251 koi8-r iso8859-5 cp866 koi8-u", "оеаинтсрвлкмдпуіґєїў", 0.75),
    _spelt("windows-1253 iso8859-7", "αοιετσνηυρπκμλςίόάέήύώδγθω", 0.85),
    _spelt("windows-1255 iso8859-8", "יוהלאתמרבשנחםדכקפעט", 0.85),
    _spelt("windows-1256 iso8859-6", "الينمتوربةعدسفهكقحج", 0.85),
    _spelt("cp874", "านรอกเงยลมวดทสตะบปคหแ่้ัิีื์็ใไขจำู", 0.85),
    _signs("gb18030 big5hkscs", _HANZI, 0.2),
    _signs(
        "cp932 euc_jp",
        "のにはをたがでてとしれさいるらなかもあうこりきっよまんスントルラアイクリロ",
        0.35,
    ),
    _signs("cp949", "이다는을의에가하고은로기지서도한사리를나인아해시었있대과자", 0.35),
)


def guessed(data: bytes, told: tuple[str, ...] = ()) -> str | None:
    """Return the charset that bytes are most likely in, as Python calls it.

    `told` are the charsets that a page or its transport declares. None where nothing comes
    close.
    """
    words = _words(data)
    if not words:
        return None
    ranked: list[tuple[float, str]] = []
    for writing in _WRITINGS:
        for charset in writing.charsets:
            close = _closeness(words, charset, writing)
            if charset in told and close >= _SURE:
                return charset
            ranked.append((close + _TOLD * (charset in told), charset))
    # The first of equals, for those in front are the usual ones.
    best, charset = max(ranked, key=lambda each: each[0])
    return charset if best >= _LEAST else None


def python_name(charset: str) -> str | None:
    """Return a charset as Python calls it, and as browsers read it; None if it is none."""
    try:
        name = codecs.lookup(charset).name
    except (LookupError, ValueError):
        return None
    return _READ_AS.get(name, name)


_READ_AS = {
    "ascii": "windows-1252",
    "iso8859-1": "windows-1252",
    "latin-1": "windows-1252",
    "cp1252": "windows-1252",
    "iso8859-9": "windows-1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    **{f"cp{number}": f"windows-{number}" for number in range(1250, 1259)},
}
"""The larger charset that browsers read where a page names the smaller one."""


def _words(data: bytes) -> bytes:
    """Return the words that aren't ASCII, without tags, as far as a sample goes."""
    words: list[bytes] = []
    size = 0
    for word in _TAG.sub(b" ", data[:_READ]).split():
        if not word.isascii():
            words.append(word)
            size += len(word)
            if size > _SAMPLE:
                break
    return b" ".join(words)


def _closeness(words: bytes, charset: str, writing: _Writing) -> float:
    """Return how close words come to a language in a charset: 1 for what is written in it."""
    text = words.decode(charset, "replace")
    beyond = len(_BEYOND.findall(text)) - len(_MARK.findall(text))
    beyond += _BROKEN * len(_ILL.findall(text))
    if writing.latin:
        beyond += 2 * len(_AMONG.findall(text))
    if beyond < 1:
        return 0.0
    return min(1.0, len(writing.frequent.findall(text)) / beyond / writing.share)
