"""Invent a store of any size: `python -m bench.invented big.duckdb 100000`.

Every story is the example story with other words, names, days, places and outlets. A word is
drawn for a word of the same length, so that all spans hold; how often one is drawn falls with
its rank, as in a language: some stand in most stories and most in a few. Stories have 3 to 24
reports. An eighth of the store is made so and stands there eight times, under other ids. The
dice have a seed, so that the same size gives the same store.
"""

from __future__ import annotations

import json
import re
import sys
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

import dateline
from dateline.model import Claim, Member, Report, Story
from dateline.store import Store, codec
from dateline.store.schema import Table
from dateline.store.tables import OF_STORY, STORIES
from dateline.store.writing import put

ROOT = Path(__file__).parent.parent
_ROUNDS = (1, 1, 1, 1, 1, 2, 2, 3, 4, 8)
"""How often the example's three reports stand in a story, one story after the other."""
_SPOKEN = frozenset({"text", "title", "name", "gist", "headline", "of_what", "head", "value"})
"""Fields in whose texts words are exchanged."""
_WORD = re.compile(r"\b[A-Za-z]{5,12}\b")
_SYLLABLES = tuple(c + v for c in "b d f g k l m n p r s t v z".split() for v in "aeiou")
_LISTED = 5_000
"""Words of each length."""
_COUNTRIES = ("KEN", "MWI", "SYR", "UKR", "LVA", "EST", "FRA", "MEX", "PHL", "IND")
_FIRST = date(2021, 1, 1)
_COPIES = 8
_IDS = frozenset({"id", "story", "report", "claim"})
_ID = re.compile(rb'"0(-[0-9a-f]{14})"')
_AT_ONCE = 100


def words() -> Mapping[int, Sequence[str]]:
    """Return invented words by their length, the most frequent first."""
    dice, found = Random(11), {}  # noqa: S311 - no secret hangs on these dice
    for length in range(5, 13):
        made: dict[str, None] = {}
        while len(made) < _LISTED:
            made["".join(dice.choices(_SYLLABLES, k=length // 2 + 1))[:length]] = None
        found[length] = tuple(made)
    return found


class Inventor:
    """The example story as a mould, and the words that fill it."""

    def __init__(self) -> None:
        pages = dateline.open_pages(ROOT / "examples" / "ferry-sinking")
        (story,) = dateline.weave(map(dateline.read, pages))
        self._mould = json.dumps(codec.to_plain(story))
        self._reports = [report.id for report in story.reports]
        self._words = words()

    def story(self, number: int) -> Story:
        """Return the story of a number, from 0 on."""
        dice = Random(number)  # noqa: S311 - the same
        mould = self._mould
        for place, id in enumerate(self._reports):
            mould = mould.replace(id, _report_id(number, place))
        plain = _exchanged(json.loads(mould), _Exchange(self._words, dice))
        told: Story = codec.from_plain(Story, plain)
        day = _FIRST + timedelta(number % 1800)
        country = dice.choice(_COUNTRIES)
        east, north = dice.uniform(-120, 100), dice.uniform(-40, 60)
        reports = [
            _moved(report, place, day, (country, east, north))
            for place, report in enumerate(told.reports)
        ]
        rounds = _ROUNDS[number % len(_ROUNDS)]
        return replace(
            told,
            first=day.isoformat(),
            last=(day + timedelta(rounds)).isoformat(),
            reports=tuple(
                _again(report, number, turn) for turn in range(rounds) for report in reports
            ),
            claims=tuple(_of_rounds(claim, number, rounds) for claim in told.claims),
        )


def stories(reports: int) -> Iterator[Story]:
    """Yield invented stories until they have so many reports."""
    inventor, made = Inventor(), 0
    for number in count():
        if made >= reports:
            return
        story = inventor.story(number)
        made += len(story.reports)
        yield story


def fill(address: str, reports: int) -> None:
    """Write so many reports into a new database."""
    waiting: list[Story] = []
    with Store(address) as store:
        for story in stories(reports // _COPIES):
            waiting.append(story)
            if len(waiting) == _AT_ONCE:
                _write(store, waiting)
        _write(store, waiting)
        for copy in range(1, _COPIES):
            _copy(store, copy)


def _write(store: Store, waiting: list[Story]) -> None:
    """Write stories past the look at what stands there, which is nothing of theirs."""
    with store._engine.writing() as session:  # noqa: SLF001 - `add` would compare each with all
        put(session, waiting, {})
    waiting.clear()


def _report_id(story: int, place: int, turn: int = 0) -> str:
    """Return an id of 16 characters, the first of which is the copy's."""
    return f"0-{(story * 100 + turn * 3 + place + 1) * 0x9E3779B97F4A7C15 % 2**56:014x}"


def _copy(store: Store, copy: int) -> None:
    """Write all that was made once more, under ids that begin with another digit."""
    with store._engine.writing() as session:  # noqa: SLF001 - the same
        for table in (STORIES, *OF_STORY):
            session.run(_copying(table, copy))
        for name in ("stories", "reports"):
            sql = f"SELECT id, body FROM {name} WHERE id LIKE ?"  # noqa: S608 - of the two
            held = session.run(sql, (f"{copy}%",))
            ids, bodies = zip(*((id, _renamed(body, copy)) for id, body in held), strict=True)
            sql = (
                f"UPDATE {name} SET body = made.body FROM"  # noqa: S608 - the same
                " (SELECT unnest(?) AS id, unnest(CAST(? AS BLOB[])) AS body) AS made"
                f" WHERE {name}.id = made.id"
            )
            session.run(sql, (list(ids), list(bodies)))


def _copying(table: Table, copy: int) -> str:
    """Return the statement that copies the rows of the first copy."""
    renamed = f"CASE WHEN {{0}} LIKE '0%' THEN '{copy}' || substr({{0}}, 2) ELSE {{0}} END"
    numbered = {("reports", "number"), ("words", "report")}
    columns = [
        f"{name} + {copy}"
        if (table.name, name) in numbered
        else renamed.format(name) if name in _IDS else name
        for name in table.names
    ]  # fmt: skip
    first = "id" if table is STORIES else "story"
    return (
        f"INSERT INTO {table.name} SELECT {', '.join(columns)} FROM {table.name}"  # noqa: S608 - names of the schema
        f" WHERE {first} LIKE '0%'"
    )


def _renamed(body: bytes, copy: int) -> bytes:
    """Return packed bytes with the ids of a copy."""
    return zlib.compress(_ID.sub(b'"%d\\1"' % copy, zlib.decompress(body)))


class _Exchange:
    """Give each word of a story another one of its length, always the same."""

    def __init__(self, words: Mapping[int, Sequence[str]], dice: Random) -> None:
        self._words, self._dice = words, dice
        self._given: dict[str, str] = {}

    def __call__(self, found: re.Match[str]) -> str:
        word = found[0]
        known = word.lower()
        if known not in self._given:
            listed = self._words[len(word)]
            self._given[known] = listed[int(len(listed) ** self._dice.random()) - 1]
        other = self._given[known]
        return other.capitalize() if word[0].isupper() else other


def _exchanged(value: Any, exchange: _Exchange) -> Any:
    """Return plain values with the words of their spoken texts exchanged."""
    if isinstance(value, dict):
        return {
            name: _WORD.sub(exchange, held)
            if name in _SPOKEN and isinstance(held, str)
            else _exchanged(held, exchange)
            for name, held in value.items()
        }
    if isinstance(value, list):
        return [_exchanged(one, exchange) for one in value]
    return value


def _moved(report: Report, place: int, day: date, where: tuple[str, float, float]) -> Report:
    """Return a report on another day and at another place."""
    country, east, north = where
    about = replace(report.metadata, published=(day + timedelta(place // 2)).isoformat())
    places = tuple(
        replace(
            one,
            country=one.country and country,
            lat=one.lat and round(north + one.lat % 5, 4),
            lon=one.lon and round(east + one.lon % 5, 4),
        )
        for one in report.places
    )
    return replace(report, metadata=about, places=places)


def _again(report: Report, story: int, turn: int) -> Report:
    """Return a report as another outlet has it, some days later."""
    place = next(place for place in range(3) if _report_id(story, place) == report.id)
    id = _report_id(story, place, turn)
    published = date.fromisoformat(report.metadata.published or "") + timedelta(turn)
    outlet = f"Courier {(story * 7 + turn * 3 + place) % 300}"
    about = replace(report.metadata, published=published.isoformat(), outlet=outlet)
    page = replace(report.page, id=id, path=f"{id}.txt")
    return replace(report, page=page, metadata=about)


def _of_rounds(claim: Claim, story: int, rounds: int) -> Claim:
    """Return a claim that each round's reports make."""
    places = {_report_id(story, place): place for place in range(3)}
    members = tuple(
        Member(_report_id(story, places[member.report], turn), member.record)
        for turn in range(rounds)
        for member in claim.members
    )
    return replace(claim, members=members)


if __name__ == "__main__":
    fill(sys.argv[1], int(sys.argv[2]))
