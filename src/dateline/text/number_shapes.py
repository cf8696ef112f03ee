"""The shapes of numbers in English news, with the hedges around them.

"an estimated 3 million", "tens of thousands", "$3.5bn", "between 20 and 30", "40 per cent".
The bounds of vague words are those of the output contract: "hundreds" is 200 to 999.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from unicodedata import numeric

from dateline.text.number_marks import ENGLISH, Marks
from dateline.text.number_money import sign_of
from dateline.text.number_words import (
    ORDINALS,
    SCALES,
    SHORT_SCALES,
    SPELLED,
    read_spelled,
)

Bounds = tuple[float | None, float | None]

VAGUE: dict[str, Bounds] = {
    "hundreds": (200, 999),
    "thousands": (2_000, 9_999),
    "tens of thousands": (20_000, 99_999),
    "hundreds of thousands": (200_000, 999_999),
    "millions": (2_000_000, None),
    "tens of millions": (20_000_000, 99_999_999),
    "hundreds of millions": (200_000_000, 999_999_999),
    "billions": (2_000_000_000, None),
    "tens of billions": (20_000_000_000, 99_999_999_999),
    "hundreds of billions": (200_000_000_000, 999_999_999_999),
    "trillions": (2_000_000_000_000, None),
    "dozens": (24, 99),
    "scores": (40, 199),
    "several dozen": (36, 99),
    "several hundred": (200, 999),
    "several thousand": (2_000, 9_999),
    "several million": (3_000_000, 9_999_999),
    "several billion": (3_000_000_000, 9_999_999_999),
    "a few dozen": (24, 99),
    "a few hundred": (200, 999),
    "a few thousand": (2_000, 9_999),
    "a few million": (2_000_000, 9_999_999),
    "several": (3, None),
    "numerous": (4, None),
    "multiple": (3, None),
    "a number": (3, None),
    "a few": (3, None),
    "a handful": (3, None),
}

# Hedges before a number, by what they do to it; the longest fitting one is taken.
HEDGES = {
    "close": "just over|just under|just above|just below|slightly more than|slightly under"
    "|a little over|a little under|little more than|little over|slightly over|a little more than",
    "at_least": (
        "at least|a minimum of|more than|over|upwards? of|no fewer than|no less than"
        "|not less than|not fewer than|in excess of|well over|far more than|exceeding|exceeds"
        "|exceeded|as few as|above|topped|surpassed|past|greater than|at the very least"
    ),
    "at_most": (
        "up to|at most|at the most|fewer than|less than|under|below|a maximum of|no more than"
        "|not more than|as many as|as much as|no higher than"
    ),
    "estimated": "an? estimated|estimated|estimates of|estimated at|an estimate of",
    "about": (
        "some|about|around|nearly|almost|roughly|approximately|approx\\.?|close to|circa"
        "|in the region of|in the order of|an average of|virtually|nearing|approaching|or so"
    ),
    "exact": "exactly|precisely",
    "total": "a total of|a record|another|a further|an additional|all",
}
_LEAD = "|".join(f"(?P<{name}>{words})" for name, words in HEDGES.items())
# The hedge that ends where the number begins: "at least some" gives both, one after another.
HEDGE_BEFORE = re.compile(rf"(?<!\w)(?:{_LEAD})(?:\s+the|\s+an?)?\s+$".replace(" ", r"\s+"), re.I)
# "30 or more", "200-plus", "12 or so".
HEDGE_AFTER = re.compile(
    r"(?P<at_least>\+(?!\w)|[\s-]plus\b|\s+or\s+more\b|\s+at\s+(?:the\s+(?:very\s+)?)?least\b)|(?P<about>\s+or\s+so\b|[\s-]odd\b)"
    r"|(?P<at_most>\s+or\s+(?:fewer|less)\b|\s+at\s+(?:the\s+(?:very\s+)?)?most\b)",
    re.I,
)

# "a number of miners", not "a number".
_VAGUE = "|".join(sorted(VAGUE, key=len, reverse=True)).replace("a number", "a number(?= of)")
_SHORT = "|".join(sorted(SHORT_SCALES, key=len, reverse=True))
_SCALE = "|".join(SCALES)
GLYPH = "[½¼¾⅓⅔⅛⅜⅝⅞]"
_DOZEN = rf"(?:(?:an?|half an?|{SPELLED}|\d+)\s+)?dozen"
# "$", "HK$", "c $" in tokenised text, "€", "USD", "MSEK" (a million each); codes are looked up.
_SIGN = (
    r"(?:U\.?S\.?D?|CA[ND]?|CDN|AUD?|NZD?|HKD?|SG?D?|NT|MX|MXN|MEX|TT|EC|[ACJNRZ])?\$"
    r"|(?:U\.?S\.?|HK|NZ|CA|AU|C) \$|[€£¥₹₨₽₺₩₴₦₪₱₫₡₸₾฿₭₮₲₵₼֏៛৳؋﷼₿]"
    r"|(?-i:[Mk]?[A-Z]{3}|Rs|Tk|[KUT]?[Ss]h|K[Ss]h|RM|Rp|FCFA|Kz|SFr|Fr|DM)\.?(?= ?\d)"
)


def _amount(tag: str, digits: str) -> str:
    """Return the pattern of one amount, its groups named with a tag."""
    return (
        rf"(?:(?P<sign{tag}>{_SIGN})\s?)?"
        rf"(?:(?P<digits{tag}>{digits})"
        rf"(?:(?P<part{tag}>[ -][1-9]/(?:[2-9]|1[0-6])(?![\d/])|[ -]?{GLYPH}))?"
        rf"(?:\s?(?P<short{tag}>{_SHORT})(?!\w)|[\s-](?P<scale{tag}>{_SCALE})\b)?"
        rf"|(?P<dozen{tag}>{_DOZEN})\b|(?P<spelled{tag}>{SPELLED})\b)"
    ).replace(" ", r"\s+")


# Units that may touch the digits; what they mean is looked up: "40kg", "30°C", "90EUR", "6km2".
_GLUED = (
    r"[°º℃℉\"″%€£¥元₡₭₾₽₹]|(?-i:[A-Z]{3}|[µμ]?[a-z]{1,4}[23²³]?"
    r"|[kKMGTPmc]?[A-Z][bBgWhzaCVw]?h?|y/o)(?!\w)"
)


@cache
def amounts(marks: Marks) -> re.Pattern[str]:
    """Return the pattern of one amount or a range of two, then what it is counted in.

    "$2.5bn to $3bn", "40 to 50 percent", in digits as the report marks them.
    """
    one, other = _amount("", marks.digits()), _amount("2", marks.digits())
    return re.compile(
        rf"(?<![\w$€£])(?<!\w[-'’/])(?<!\d[.,:/])"
        rf"(?:(?P<vague>{_VAGUE})\b".replace(" ", r"\s+")
        + rf"|{one}(?:(?:\s?[-–—]\s?|\s+(?:to|or|(?P<and>and))\s+){other})?)"
        rf"(?:(?!\w|[:/]\d|[.,]\d)|(?!(?:st|nd|rd|th)\b)(?={_GLUED}))"
        r"(?P<percent>\s?%|[\s-](?:per\s?cent|pct)(?P<points>age\s+points?)?\b|[\s-](?P<more>percentage\s+points?)\b)?",
        re.I,
    )


AMOUNT = amounts(ENGLISH)
ORDINAL = re.compile(
    rf"(?<![\w-])(?:(?P<digits>\d+)(?:st|nd|rd|th)|(?P<word>{'|'.join(ORDINALS)}))(?![\w-])", re.I
)
# "1.5m people", "2m euros"
_COUNTED = re.compile(
    r"\s+(?:of\s+(?:the|its|their)\s|people|children|men|women|[a-z]+s\b|[A-Z]{3}\b)"
)
_BETWEEN = re.compile(r"\bbetween\s+(?:\w+\s+)?$", re.I)


@dataclass(frozen=True, slots=True)
class Amount:
    """What the words of a number say before hedges."""

    low: float | None
    high: float | None
    kind: str
    unit: str | None = None
    hedge: str | None = None


def squeeze(text: str) -> str:
    """Return words in lower case with single blanks."""
    return re.sub(r"\s+", " ", text).strip().casefold()


def read_amount(found: re.Match[str], marks: Marks = ENGLISH) -> Amount | None:
    """Return what a match of `AMOUNT` says; None when it is no number ("3-1", "0-2")."""
    if found["vague"]:
        low, high = VAGUE[squeeze(found["vague"])]
        return Amount(low, high, "percent" if found["percent"] else "cardinal")
    low, second = _value(found, "", marks), _value(found, "2", marks)
    if low is None:
        return None
    hedge = None
    if _has(found, "2"):
        if second is None:
            return None
        low = _scaled_alike(found, low, second)
        if (
            low >= second
            or low == 0
            or (found["and"] and not _BETWEEN.search(found.string, 0, found.start()))
        ):
            return None
        hedge = "between"
    kind = "percent" if found["percent"] else "cardinal"
    unit = "percent" if found["percent"] else None
    if found["points"] or found["more"]:
        unit = "percentage point"
    sign = found["sign"] or found["sign2"]
    if sign:
        kind, unit = "money", sign_of(sign)
    if hedge is None and found["dozen"]:
        hedge = "about"
    return Amount(low, low if second is None else second, kind, unit, hedge)


def _before(found: re.Match[str]) -> str:
    """Return the characters right before a match."""
    return found.string[max(0, found.start() - 20) : found.start()]


def _has(found: re.Match[str], tag: str) -> bool:
    """Whether the match holds an amount of this tag."""
    return any(found[f"{part}{tag}"] for part in ("digits", "dozen", "spelled"))


def _value(found: re.Match[str], tag: str, marks: Marks) -> float | None:
    """Return the value of one amount of a match."""
    if spelled := found[f"spelled{tag}"]:
        number = read_spelled(spelled)
        return None if number is None else _round(number)
    if dozen := found[f"dozen{tag}"]:
        return _dozens(squeeze(dozen))
    if not found[f"digits{tag}"]:
        return None
    value = _round(marks.value(found[f"digits{tag}"]))
    if part := found[f"part{tag}"]:
        value += part_of(part.strip(" \n\r\t-"))
    sign = found[f"sign{tag}"] or ""
    if len(sign) == 4 and sign.isalpha():
        value *= SHORT_SCALES[sign[0].casefold()]  # "MSEK 450"
    if scale := found[f"scale{tag}"]:
        return _round(value * SCALES[scale.casefold()])
    if (short := found[f"short{tag}"]) and _is_scale(found, short):
        return _round(value * SHORT_SCALES[short.casefold()])
    return value


def _is_scale(found: re.Match[str], short: str) -> bool:
    """Whether "m", "b" or "t" is million …: after a currency's sign, or before things counted."""
    if len(short) > 1 or short in "kKM" or found["sign"] or found["sign2"]:
        return True
    after = found.string[found.end() : found.end() + 24]
    return short in "mB" and _COUNTED.match(after) is not None


def words_end(found: re.Match[str]) -> int:
    """Return where the words of the number end: before the metre of "1.8m high"."""
    tag = "2" if _has(found, "2") else ""
    short = found[f"short{tag}"]
    return found.start(f"short{tag}") if short and not _is_scale(found, short) else found.end()


def part_of(words: str) -> float:
    """Return the value of "3/4" or "¾"."""
    if len(words) == 1:
        return round(numeric(words), 4)
    top, bottom = map(int, words.split("/"))
    return round(top / bottom, 4)


def _round(value: float) -> float:
    """Return 1.1 million as 1,100,000, not as 1,100,000.0000000002."""
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded


def _dozens(words: str) -> float | None:
    """Return 12 for "a dozen", 24 for "two dozen", 6 for "half a dozen"."""
    count = words.removesuffix("dozen").strip()
    if count in {"", "a", "an"}:
        return 12
    if count.startswith("half"):
        return 6
    number = float(count) if count.isdigit() else read_spelled(count)
    return None if number is None else _round(12 * number)


def _scaled_alike(found: re.Match[str], low: float, high: float) -> float:
    """Return the low end of "2 to 3 million" as two million."""
    own = found["scale"] or found["short"] or found["dozen"] or found["spelled"]
    scale = found["scale2"] or found["short2"]
    if own or not scale or low >= 1_000:
        return low
    factor = {**SCALES, **SHORT_SCALES}[scale.casefold()]
    return _round(low * factor) if low * factor < high else low


def read_ordinal(found: re.Match[str]) -> Amount:
    """Return what "21st" or "third" says."""
    value = int(found["digits"]) if found["digits"] else ORDINALS[found["word"].casefold()]
    return Amount(value, value, "ordinal")
