"""A claim with the records that make it, and whether those who told it still do.

"14 dead" of noon and "12 dead" of night are two items of one telling, of one report: only the
second stands.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model import Claim, Standing
from dateline.weaving.claims.items import Item


@dataclass(frozen=True, slots=True)
class Telling:
    """A claim with the records that make it, in the order of its members."""

    claim: Claim
    items: tuple[Item, ...]

    @property
    def reports(self) -> tuple[str, ...]:
        """The ids of the reports that make the claim, in order; versions of one by their last."""
        return tuple(sorted({item.source for item in self.items}))

    @property
    def standing(self) -> tuple[Item, ...]:
        """The items of last versions that stand; all items, where none does."""
        last = (item for item in self.items if item.last is None)
        held = tuple(item for item in last if self.standing_of(item) is Standing.STANDS)
        return held or self.items

    @property
    def fate(self) -> Standing:
        """What has become of the claim: it stands if any of its items does."""
        return self.standing_of(self.standing[0])

    def standing_of(self, item: Item) -> Standing:
        """Return whether the report of an item still says it."""
        told = zip(self.items, self.claim.members, strict=True)
        return next(member.standing for held, member in told if held.key == item.key)
