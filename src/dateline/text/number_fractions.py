"""Read shares that are told in words: "a third of", "two-thirds", "one in five", "by half"."""

from __future__ import annotations

import re

from dateline.text.number_shapes import GLYPH, Amount, part_of
from dateline.text.number_words import SCALES, SPELLED, UNITS, read_spelled

_SCALE = "|".join(SCALES)
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "tenth": 10}
# "1/4 mile", "a third of", "two-thirds", "half of the", "three quarters of", "one in five"
FRACTION = re.compile(
    rf"(?<![\w./-])(?:(?<!\d\s)(?P<plain>[1-9]/(?:[2-9]|1[0-6])|{GLYPH})(?=\s[a-z])|(?:(?P<top>an?|one|two|three|four|nine)[\s-])?(?P<part>{'|'.join(_PARTS)})s?"
    rf"(?!\s+of\s+an?\s+(?:{_SCALE})\b)"
    r"(?=\s+(?:of|the|its|their|his|her|more|less|fewer|higher|lower|as\s+many|as\s+much)\b)"
    rf"|(?<=\bby\s)(?P<by>(?:an?\s+|one\s+)?(?:{'|'.join(_PARTS)}))"
    r"|(?P<few>two|three|four)[\s-](?P<many>thirds|quarters|fourths|fifths|sixths|tenths)"
    rf"(?!\s(?:of\san?\s)?(?:{_SCALE})\b)"
    rf"|(?P<in>one|two|three|four|five|six|seven|eight|nine|\d)\s+(?:in|out\s+of)(?:\s+every)?\s+"
    rf"(?P<every>(?:{SPELLED})|\d+)(?=\s+[a-z]))(?!\w)",
    re.I,
)


def read_fraction(found: re.Match[str]) -> Amount | None:
    """Return the share of "a third of", "two-thirds", "one in five"."""
    share: float | None
    if found["plain"]:
        share = part_of(found["plain"])
        return Amount(share, share, "fraction") if share < 1 else None
    small = {"a": 1, "an": 1, **UNITS}
    if found["by"]:
        share = 1 / _PARTS[found["by"].split()[-1].casefold()]
    elif found["in"]:
        top = small.get(found["in"].casefold()) or int(found["in"])
        every = found["every"]
        whole = float(every) if every.isdigit() else read_spelled(every)
        share = top / whole if whole and whole > top else None
    else:
        part = (found["part"] or found["many"]).casefold().removesuffix("s")
        top = small[(found["top"] or found["few"] or "one").casefold()]
        share = top / _PARTS[part] if top < _PARTS[part] else None
    return None if share is None else Amount(round(share, 4), round(share, 4), "fraction")
