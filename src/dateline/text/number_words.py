"""Read numbers that are written out: "twenty-one" is 21, "three hundred and five" 305.

The tables are closed: English has no other number words that news uses.
"""

from __future__ import annotations

import re

from dateline.text.number_marks import ENGLISH

UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen sixteen seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
        " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
        " twentieth".split(),
        start=1,
    )
}
SHORT_SCALES = {
    "k": 1_000, "m": 1_000_000, "mn": 1_000_000, "mln": 1_000_000,
    "b": 1_000_000_000, "bn": 1_000_000_000, "bln": 1_000_000_000,
    "t": 1_000_000_000_000, "tn": 1_000_000_000_000, "trn": 1_000_000_000_000,
    "crore": 10_000_000, "lakh": 100_000,
}  # fmt: skip

_SMALL = "|".join([*sorted({**UNITS, **TENS}, key=len, reverse=True)])
_SCALE = "|".join(SCALES)
# "twenty-one", "three hundred and five", "two million": small words and scales joined by
# blanks or hyphens; by "and" only behind a scale ("between five and eight" are two numbers).
_AND = "|".join(rf"(?<={scale})[ -]and[ -](?!(?:{_SMALL})[ -]{scale}\b)" for scale in SCALES)
SPELLED = (
    rf"(?:{_SMALL}) and a half(?: (?:{_SCALE}))?\b"
    rf"|(?:half|(?:a )?quarter|three[ -]quarters)(?: of an?|(?<=half) an?)? (?:{_SCALE})\b"
    rf"|(?:{_SMALL})(?:(?:[ -]|{_AND})(?:{_SMALL}|{_SCALE})\b)*"
    rf"|(?:an?|half a) (?:{_SCALE})\b(?:(?: and)? (?:{_SMALL}|{_SCALE})\b)*"
)

_WORD = re.compile(r"[a-z]+")


def read_spelled(text: str) -> float | None:
    """Return the value of number words, None when they make no number ("two three")."""
    total, group = 0.0, 0.0
    last = 10**16
    for word in _WORD.findall(text.casefold()):
        if word in {"a", "an", "and", "of"}:
            continue
        if word == "half":
            group, last = group + 0.5, 1
        elif word in {"quarter", "quarters"}:
            group, last = (group or 1.0) / 4, 1
        elif word == "hundred":
            group, last = (group or 1.0) * 100, 100
        elif word in SCALES:
            total += (group or 1.0) * SCALES[word]
            group, last = 0.0, 10**16
        elif word not in UNITS and word not in TENS:
            return None
        else:
            value = UNITS.get(word, TENS.get(word, 0))
            size = 1 if value < 10 else 10 if value >= 20 else 2
            if last <= size or (last == 10 and size == 2):
                return None
            group += value
            last = size
    return total + group


def read_number(text: str) -> float | None:
    """Return the value of digits or number words: "1,200", "3.5 million", "twelve"."""
    digits, _, rest = text.strip().partition(" ")
    if digits[:1].isdigit():
        scale = SCALES.get(rest.strip().casefold(), 1) if rest else 1
        try:
            return ENGLISH.value(digits) * scale
        except ValueError:
            return None
    return read_spelled(text)
