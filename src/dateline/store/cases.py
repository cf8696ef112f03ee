"""Keep what is looked for under a name: a case such as "Lake Mirren", over all its stories.

A case holds no stories, only the filters that they must hold, so that what is added later is
in it as well.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from typing import Any

from dateline.errors import QueryError
from dateline.store.engine import Session, insert_rows
from dateline.store.query import Query
from dateline.store.tables import CASES
from dateline.store.terms import folded

_LONGEST = 200
"""Characters of a name."""
_LONGEST_NOTE = 4000
_SELECT = "SELECT slug, name, note, looked_for FROM cases"
_NO_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Case:
    """What is looked for, with a name and a note."""

    slug: str
    """The last part of its page's address."""
    name: str
    query: Query
    note: str | None = None


def find_cases(session: Session) -> tuple[Case, ...]:
    """Return all cases, by name."""
    found = (_case(*row) for row in session.run(_SELECT))
    return tuple(sorted(found, key=lambda case: case.slug))  # databases order letters differently


def find_case(session: Session, slug: str) -> Case | None:
    """Return the case of this slug."""
    if "\0" in slug or not slug.isprintable():  # No database holds or takes it.
        return None
    rows = session.run(f"{_SELECT} WHERE slug = ?", (slug,))
    return _case(*rows[0]) if rows else None


def add_case(session: Session, name: str, query: Query, note: str | None) -> Case:
    """Keep a new case. Raises `QueryError` for a name that is taken or is none."""
    name, note = " ".join(name.split()), (note or "").strip() or None
    slug = _NO_WORD.sub("-", folded(name)).strip("-")
    if not slug or len(name) > _LONGEST:
        raise QueryError(f"a case has a name of letters or digits, of up to {_LONGEST} characters")
    if note and len(note) > _LONGEST_NOTE:
        raise QueryError(f"a note has up to {_LONGEST_NOTE} characters")
    if find_case(session, slug):
        raise QueryError(f"there is a case {slug!r} already: drop it first, or take another name")
    kept = Query(**_looked_for(query))
    if kept == Query():
        raise QueryError("a case needs something to look for: a country, a box, words …")
    row = {"slug": slug, "name": name, "note": note, "looked_for": json.dumps(_looked_for(kept))}
    insert_rows(session, CASES, [row])
    return Case(slug, name, kept, note)


def remove_case(session: Session, slug: str) -> bool:
    """Forget a case; return whether there was one."""
    held = find_case(session, slug)
    if held:
        session.run("DELETE FROM cases WHERE slug = ?", (slug,))
    return held is not None


def _case(slug: str, name: str, note: str | None, looked_for: str) -> Case:
    said = json.loads(looked_for)
    if "box" in said:
        said["box"] = tuple(said["box"])
    return Case(slug, name, Query(**said), note)


def _looked_for(query: Query) -> dict[str, Any]:
    """Return the filters that say something; how much is shown at a time is none of them."""
    said = asdict(query)
    return {
        name: value
        for name, value in said.items()
        if value is not None and name not in {"after", "limit"}
    }
