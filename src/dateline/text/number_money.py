"""Read the currency of a number: "2 million [euros]", "[USD] 200", "70 [pence a share]".

The words, signs and codes are those of `lexicons/currencies.toml`. Pounds are money or weight:
what the sentence speaks of tells.
"""

from __future__ import annotations

import re

from dateline.knowledge.vocabulary import names, words
from dateline.text.number_units import WORDS, Unit, look_up, with_rate
from dateline.text.number_words import SCALES, read_number
from dateline.text.tree import Tree

_SIGN_AFTER = re.compile(r"\s?(?P<sign>[$€£¥元円₹₨₽₺₩₴₦₪₱₫₡₸₾฿₭₮₲₵₼֏៛৳؋﷼₿]|රු|ரூ)(?!\s?\d)")
_CODE_AFTER = re.compile(
    r"\s?(?P<many>[Mk])?(?P<code>[A-Z]{3}|[a-z]{3})(?!\w)"
)  # "115USD", "30 MUSD"
_SCALE_AFTER = re.compile(rf"\s(?P<scale>{'|'.join(SCALES)})\b", re.I)  # "75 USD million"
_CODE_BEFORE = re.compile(r"(?<!\w)(?P<code>[a-z]{3}|dollars?)\s$", re.I)
# "three dollars [and 50 cents]", "15 dollars [50]."
_CHANGE = re.compile(
    r"(?:,?\s+and)?\s+(?:(?P<digits>\d\d?)|(?P<spelled>[a-z]+(?:[\s-][a-z]+)?))"
    r"(?:(?:\s|\s?-\s?)(?P<small>cents?|pence|kopecks?|paise|centavos?)\b|(?=\s*(?:[.;!?)]|$)))",
    re.I,
)
_OTHER = frozenset({"ADJ", "VERB", "ADV", "AUX"})
"""What "two real threats" or "the six won" are, which no currency is."""
_MANY = {"M": 1_000_000, "k": 1_000}


def money_after(tree: Tree, at: int) -> Unit | None:
    """Return the currency that is named right behind a number, with its rate and scale."""
    text, end = tree.text, tree.sentence.span.end
    found = _by_words(tree, at) or _by_code(text, at, end) or _by_sign(text, at, end)
    if found is None:
        return None
    if scale := _SCALE_AFTER.match(text, found.end, end):
        found = Unit(found.name, scale.end(), SCALES[scale["scale"].casefold()])
    return with_rate(text, found, end)


def money_before(text: str, start: int, at: int) -> tuple[str, int] | None:
    """Return the currency whose code or name stands before a number, and where that begins."""
    found = _CODE_BEFORE.search(text, max(start, at - 9), at)
    if found is None:
        return None
    code, word = found["code"].upper(), found["code"].casefold().removesuffix("s")
    plain = names("currencies")["words"] if word in {"dollar", "rmb", "sen"} else {}
    money = plain.get(word)
    if code in names("currencies")["names"] and code not in names("currencies")["hidden"]:
        money = code
    return None if money is None else (money, found.start())


def with_change(tree: Tree, unit: Unit, value: float) -> tuple[float, int]:
    """Return the value with the small change behind it, and where that ends."""
    change = _CHANGE.match(tree.text, unit.end, tree.sentence.span.end)
    if change is None:
        return value, unit.end
    small = look_up([change["small"]], names("currencies")["words"]) if change["small"] else None
    fits = unit.name in names("currencies")["hundredths"].get(small or "", "").split()
    if change["small"] and not fits:
        return value, unit.end
    count = read_number(change["digits"] or change["spelled"])
    if count is None or not 0 < count < 100:
        return value, unit.end
    return round(value + count / 100, 2), change.end()


def sign_of(written: str) -> str | None:
    """Return the currency of a sign or code: "$", "c $", "USD", "usd$"; None if it is none."""
    sign = re.sub(r"[\s.]", "", written).upper()
    known = names("currencies")
    if sign in known["hidden"]:
        return None
    if len(sign) == 4 and sign.isalpha():
        sign = sign[1:]  # "MSEK" is millions of them
    return known["signs"].get(sign) or (sign if sign in known["names"] else None)


def _by_words(tree: Tree, at: int) -> Unit | None:
    """Return the currency that whole words name, by the most words that do."""
    found = WORDS.match(tree.text, at, tree.sentence.span.end)
    if found is None:
        return None
    parts = [part for part in found.groups() if part]
    for count in range(len(parts), 0, -1):
        code = look_up(parts[:count], names("currencies")["words"])
        if code is None:
            continue
        if count == 1 and _is_other(tree, parts[0], found.start(1)):
            continue
        return None if _is_weight(tree, parts[:count], at) else Unit(code, found.end(count))
    return None


def _is_other(tree: Tree, word: str, at: int) -> bool:
    """Whether a word that can be a currency is none: "two real threats"."""
    if look_up([word], names("currencies")["doubtful"]) is None:
        return False
    token = tree.at(at)
    return token is not None and tree.pos(token) in _OTHER


def _by_code(text: str, at: int, end: int) -> Unit | None:
    """Return the currency whose code follows."""
    found = _CODE_AFTER.match(text, at, end)
    known = names("currencies")
    code = "" if found is None else found["code"].upper()
    if found is None or code not in known["names"]:
        return None
    if found["code"].islower() and code in known["hidden"]:
        return None
    return Unit(code, found.end(), _MANY.get(found["many"] or "", 1))


def _by_sign(text: str, at: int, end: int) -> Unit | None:
    """Return the currency whose sign follows: "10 €"."""
    found = _SIGN_AFTER.match(text, at, end)
    code = None if found is None else names("currencies")["signs"].get(found["sign"])
    return None if found is None or code is None else Unit(code, found.end())


def _is_weight(tree: Tree, parts: list[str], at: int) -> bool:
    """Whether pounds are a weight: "6,600 pounds (3,000 kg)", "a 500-pound bomb".

    Words of money anywhere in the sentence make them money, and so does a million of them.
    """
    if len(parts) > 1 or parts[0].casefold() not in {"pound", "pounds"}:
        return False
    behind = tree.text[at : at + 24].casefold()
    if re.match(r"[\s-]pounds?(?:\s+of\s|\s\()", behind):
        return True
    lemmas = {tree.lemma(token) for token in range(len(tree))} | set(tree.folded)
    table = words("measures")
    if lemmas & set(table["weighing"]["words"]):
        return True
    before = tree.text[max(0, at - 8) : at].casefold()
    if before.endswith(("million", "billion", "mn", "bn", "m")):
        return False
    return not lemmas & set(table["money"]["words"])
