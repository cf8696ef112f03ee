"""Say in which place a story is mostly set, and how exact that is: a city, or only a country."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.store.engine import AMONG, Session

_SQL = f"""
SELECT stories.id, places.name, places.grain, places.country, places.lat, places.lon
FROM stories JOIN places ON places.story = stories.id
 AND places.lat = stories.lat AND places.lon = stories.lon
WHERE stories.id {AMONG}
GROUP BY stories.id, places.name, places.grain, places.country, places.lat, places.lon
ORDER BY stories.id, count(*), places.grain, places.name
"""


@dataclass(frozen=True, slots=True)
class StoryPlace:
    """The place in which most claims of a story are set, or that its reports name most."""

    name: str
    grain: str
    """ "city", "district", "province", "country", or "area" for a part of the world."""
    country: str | None
    lat: float
    lon: float


def find_places(session: Session, stories: Sequence[str]) -> Mapping[str, StoryPlace]:
    """Return the place of each story that is on the map, by the story's id."""
    rows = session.run(_SQL, (list(stories),)) if stories else []
    return {id: StoryPlace(*place) for id, *place in rows}  # the most named comes last and stays
