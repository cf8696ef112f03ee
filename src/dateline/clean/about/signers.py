"""Tell who signs for a medium: "Reuters Staff" and "CNN Business" are no persons.

A line may name both: "Jane Doe Associated Press" is Jane Doe.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.knowledge.lexicon import Lexicon, fold
from dateline.model import Span

# "jane.doe", "jdoe77", "herald"
_LOGIN = re.compile(r"[a-z][a-z\d]*(?:[._-][a-z\d]+)*")
_SHORTEST_LOGIN = 4
"""Letters up to which a small word is a desk's initials: "rl"."""
_LONGEST = 5
"""Words of a medium's name."""


@dataclass(frozen=True, slots=True)
class Offer:
    """The names that one place of a page gives as its authors."""

    names: tuple[str, ...]
    source: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Media:
    """The agencies and outlets that are known, and the page's own outlet."""

    outlet: str
    lexicon: Lexicon

    def have(self, name: str) -> bool:
        """Whether a name is an agency's, the outlet's or another's, or of a part of one.

        "The Associated Press" and "Reuters Staff" are, "Gear Team" is not.
        """
        plain = fold(name).removeprefix("the ")
        plain = plain.removesuffix(" staff").removesuffix(" in brief")
        first = name.split(" ", maxsplit=1)[0]
        return self._is_one(plain) or (
            len(first) > 1 and first.isupper() and self._is_one(fold(first))
        )

    def _is_one(self, plain: str) -> bool:
        """Whether a folded name is one of them."""
        agencies, outlets = self.lexicon.agencies, self.lexicon.outlets
        known = plain in agencies or plain in outlets or f"the {plain}" in outlets
        return known or plain == fold(self.outlet).removeprefix("the ")

    def stand_in(self, name: str) -> bool:
        """Whether a name tells nobody: a medium's or a login ("jdoe77")."""
        login = len(name) > _SHORTEST_LOGIN and _LOGIN.fullmatch(name) is not None
        return login or self.have(name)

    def cut_from(self, line: str) -> str:
        """Return a line without the medium after its names: "Jane Doe Associated Press".

        An outlet of one word may be a surname ("Howard A. Stern"), unless it is all capitals.
        """
        spoken = line.split()
        for size in range(min(_LONGEST, len(spoken) - 2), 0, -1):
            last = " ".join(spoken[-size:])
            plain = fold(last).strip(".,")
            sure = size > 1 or plain in self.lexicon.agencies
            capitals = last.isupper() and not spoken[-size - 1].isupper()
            if (sure or capitals) and self._is_one(plain):
                return " ".join(spoken[:-size])
        return line
