"""A story as a store keeps it: bytes that another process can unpack."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dateline.model import Story
from dateline.store import codec
from dateline.store.engine import Session
from dateline.store.story_rows import unpack_report


@dataclass(frozen=True, slots=True)
class PackedStory:
    """A story without its reports, and the body and text of each, in order."""

    id: str
    body: bytes
    reports: tuple[tuple[bytes, str], ...]

    def unpacked(self) -> Story:
        """Return the story whole. Raises `StoreError`."""
        reports = tuple(unpack_report(*report) for report in self.reports)
        return replace(codec.unpack(Story, self.body), reports=reports)


def load_packed(session: Session, id: str) -> PackedStory | None:
    """Return a story; the id of one that was merged finds what it is now."""
    now = resolve(session, id)
    if now is None:
        return None
    body = session.run("SELECT body FROM stories WHERE id = ?", (now,))[0][0]
    sql = "SELECT body, text FROM reports WHERE story = ? ORDER BY place_in_story"
    return PackedStory(now, body, tuple((row[0], row[1]) for row in session.run(sql, (now,))))


def resolve(session: Session, id: str) -> str | None:
    """Return the id of a story that has or had this id."""
    sql = "SELECT id FROM stories WHERE id = ? UNION ALL SELECT story FROM former WHERE was = ?"
    rows = session.run(sql, (id, id))
    ids = [row[0] for row in rows]
    return id if id in ids else next(iter(ids), None)
