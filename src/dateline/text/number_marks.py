"""Tell how a report marks thousands and decimals: "60.000" beside "2,8 %" is sixty thousand.

English news has commas and points; papers that translate keep the marks of their own language.
A report is taken to have one habit, and what it writes elsewhere shows which.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_ENGLISH = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])")
# "22.000", "1.250.000": nobody gives three noughts behind a decimal point.
_POINTED = re.compile(r"(?<![\d.,])(?:\d{1,3}\.000|\d{1,3}(?:\.\d{3}){2,})(?![\d.]\d|,\d{3}|\d)")
_POINTED_ONCE = re.compile(r"(?<![\d.,])\d{1,3}\.\d{3}(?![\d.]\d|\d)")
# "2,8 %", "4,5 million": a list of numbers has a blank behind its comma.
_COMMA = re.compile(
    r"(?<![\d.,])\d+,\d{1,2}\s?(?:%|‰|€|(?:per\s?cent|percentage|[mb]illion|bn|euros?|degrees?"
    r"|(?:kilo|centi|milli)?met(?:er|re)s?|k?m|cm|mm|tons?|tonnes?|hectares?|°)(?!\w))",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Marks:
    """What stands inside the numbers of a report, beside the commas of English."""

    point: bool = False
    """Whether a point parts thousands: "60.000"."""
    blank: bool = False
    """Whether a blank parts thousands: "60 000"."""
    comma: bool = False
    """Whether a comma stands before decimals: "2,8"."""

    def digits(self) -> str:
        """Return the pattern of a number in digits.

        "700,000", "4,30,500" as India writes it, "6, 000" in tokenised text, "3.5", and what
        this report writes otherwise.
        """
        own = (
            (self.point, r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?(?![\d])"),
            (self.blank, r"\d{1,3}(?:[^\S\n]\d{3})+(?:,\d{1,2})?(?!\d)"),
            (self.comma, r"\d+,\d{1,2}(?![\d,])"),
        )
        return "|".join([*(pattern for used, pattern in own if used), _DIGITS])

    def value(self, digits: str) -> float:
        """Return the value of a number in digits."""
        plain = re.sub(r"\s", "", digits)
        if self.point:
            plain = re.sub(r"\.(?=\d{3}(?!\d))", "", plain)
        if self.point or self.blank or self.comma:
            plain = re.sub(r",(?=\d{1,2}$)", ".", plain)
        return float(plain.replace(",", ""))


_DIGITS = (
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d\d)+,\d{3}(?:\.\d+)?"
    r"|\d{1,3}(?:, 000)+(?!\d)|\d+(?:\.\d+)?"
)
ENGLISH = Marks()


def marks_of(text: str) -> Marks:
    """Return how a report marks thousands and decimals; as English does where nothing shows."""
    if _ENGLISH.search(text):
        return ENGLISH
    comma = _COMMA.search(text) is not None
    once = comma and _POINTED_ONCE.search(text) is not None
    return Marks(point=once or _POINTED.search(text) is not None, blank=True, comma=comma)
