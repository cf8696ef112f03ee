"""The store: stories kept in a database, found again, and grown by the reports that come.

with Store("crisis.duckdb") as store:
    store.take(reports)
    for row in store.stories(Query(country="KEN", origins=2)).rows:
        print(row.headline, row.least, row.most)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from os import PathLike, fspath
from typing import TYPE_CHECKING, Any, Self, TypeVar

from dateline.corrections import Judged, Signed
from dateline.errors import QueryError, StoreError
from dateline.model import Claim, Report, Story
from dateline.store import finding
from dateline.store.audits import Drawn, draw, keep_verdict
from dateline.store.cases import Case, add_case, find_case, find_cases, remove_case
from dateline.store.engine import Engine
from dateline.store.migrations import migrate
from dateline.store.opening import open_engine, shown_address
from dateline.store.packed import PackedStory, load_packed, resolve
from dateline.store.placed import PlacedClaim, find_placed
from dateline.store.query import Found, Query
from dateline.store.record_tables import CODED
from dateline.store.review import Review
from dateline.store.rows import ClaimRow, Hit, StoryRow
from dateline.store.runs import Run, load_readings, load_runs, write_readings, write_run
from dateline.store.schema import Table, select
from dateline.store.story_places import StoryPlace, find_places
from dateline.store.story_rows import unpack_report
from dateline.store.tables import TABLES
from dateline.store.upkeep import is_due, put_in_order
from dateline.store.writing import add_stories, homes_of, take_reports

if TYPE_CHECKING:
    from types import TracebackType

    import pyarrow as pa

Item = TypeVar("Item")

_AT_ONCE = 50
"""Stories or reports that are written together, all or none: what a halt costs at most."""


class Store:
    """A database of stories: a DuckDB file, or a PostgreSQL database by its address.

    Raises `StoreError` where it can't be opened, and so does every method where it can't be
    read or written. Threads may share one.
    """

    def __init__(self, address: str | PathLike[str], *, read_only: bool = False) -> None:
        self._engine: Engine = open_engine(fspath(address), read_only=read_only)
        try:
            migrate(self._engine, shown_address(fspath(address)), read_only=read_only)
        except BaseException:
            self._engine.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.close()

    # ---------------------------------------------------------------------------- writing

    def add(self, stories: Iterable[Story]) -> None:
        """Put each story whole in place of what its id and its `was` held.

        Another story that had one of its reports is woven anew without it.
        """
        for some in in_batches(stories):
            with self._engine.writing() as session:
                add_stories(session, some)
        self._tidy()

    def take(
        self, reports: Iterable[Report], *, anew: bool = False, run: str | None = None
    ) -> tuple[str, ...]:
        """Add reports as they were read; return the ids of the stories that this changed or made.

        The stories that come out are those of weaving all reports at once, whatever the order
        in which they come; a report that is there already changes nothing, or takes the place
        of its earlier reading where it was read anew. What people set right stays so. `run` is
        the id of the run that read them.
        """
        changed: dict[str, None] = {}
        for some in in_batches(reports):
            with self._engine.writing() as session:
                changed.update(dict.fromkeys(take_reports(session, some, anew=anew)))
                write_readings(session, run, [report.id for report in some], anew=anew)
        self._tidy()
        return self.still(changed)

    @property
    def review(self) -> Review:
        """What people set right, and where they do it."""
        return Review(self._engine)

    def drawn(self, field: str, size: int, seed: int = 0) -> tuple[Drawn, ...]:
        """Return rows of "events", "statements" or "figures", drawn to be judged by people."""
        with self._engine.reading() as session:
            return draw(session, _coded(field), size, seed)

    def judge(self, row: Drawn, verdict: Judged, signed: Signed) -> None:
        """Keep a verdict on a row; what is remarked stands in `signed.why`. The last one counts."""
        with self._engine.writing() as session:
            keep_verdict(session, row, verdict, signed)

    def _tidy(self) -> None:
        """Put in order what is read through, where enough came since the last time."""
        if self._engine.indexed:
            return
        with self._engine.reading() as session:
            due = is_due(session)
        if due:
            with self._engine.writing() as session:
                put_in_order(session)

    def note(self, run: Run) -> None:
        """Write down a run: when it starts, and again with its counts when it has ended."""
        with self._engine.writing() as session:
            write_run(session, run)

    # ---------------------------------------------------------------------- one at a time

    def revision(self) -> str:
        """Return a word that is another one once anything was written, by whomever."""
        return self._engine.revision()

    def knows(self, page_id: str) -> bool:
        """Whether the report of this page is there."""
        with self._engine.reading() as session:
            return bool(homes_of(session, [page_id]))

    def still(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return those ids that a story has now: none that was merged into another."""
        with self._engine.reading() as session:
            return tuple(id for id in ids if resolve(session, id) == id)

    def story(self, id: str) -> Story | None:
        """Return a story whole; the id of one that was merged finds what it is now."""
        held = self.packed(id)
        return None if held is None else held.unpacked()

    def packed(self, id: str) -> PackedStory | None:
        """Return a story as it is kept, for another process to unpack."""
        with self._engine.reading() as session:
            return load_packed(session, id)

    def report(self, id: str) -> tuple[Report, str] | None:
        """Return a report as dated in its story, and the story's id."""
        with self._engine.reading() as session:
            rows = session.run("SELECT body, text, story FROM reports WHERE id = ?", (id,))
        return (unpack_report(*rows[0][:2]), rows[0][2]) if rows else None

    def claim(self, id: str) -> tuple[Claim, Story] | None:
        """Return a claim and the story that it is in, by the id that `claims` gives."""
        story_id, _, own = id.partition("/claims/")
        story = self.story(story_id)
        held = (claim for claim in story.claims if claim.id == own) if story else ()
        claim = next(iter(held), None)
        return (claim, story) if claim and story else None

    # ------------------------------------------------------------------------------ lists

    def stories(self, query: Query = Query()) -> Found[StoryRow]:
        """Return the stories that are looked for, newest first."""
        with self._engine.reading() as session:
            return finding.find_stories(session, query)

    def claims(self, query: Query = Query()) -> Found[ClaimRow]:
        """Return the claims that are looked for, newest first."""
        with self._engine.reading() as session:
            return finding.find_claims(session, query)

    def records(self, field: str, query: Query = Query()) -> Found[dict[str, Any]]:
        """Return rows of "events", "statements" or "figures", newest first."""
        with self._engine.reading() as session:
            return finding.find_records(session, _coded(field), query)

    def search(self, query: Query) -> Found[Hit]:
        """Return the reports that hold all words, best first; without words all, newest first."""
        with self._engine.reading() as session:
            return finding.find_reports(session, query)

    def story_places(self, ids: Sequence[str]) -> Mapping[str, StoryPlace]:
        """Return the place that each of these stories is mostly set in, if it is on the map."""
        with self._engine.reading() as session:
            return find_places(session, ids)

    # ------------------------------------------------------------------------------- cases

    def cases(self) -> tuple[Case, ...]:
        """Return all cases, by name."""
        with self._engine.reading() as session:
            return find_cases(session)

    def case(self, slug: str) -> Case | None:
        """Return a case."""
        with self._engine.reading() as session:
            return find_case(session, slug)

    def create_case(self, name: str, query: Query, note: str | None = None) -> Case:
        """Keep what is looked for under a name. Raises `QueryError` for one that is taken."""
        with self._engine.writing() as session:
            return add_case(session, name, query, note)

    def drop_case(self, slug: str) -> bool:
        """Forget a case, and no story; return whether there was one."""
        with self._engine.writing() as session:
            return remove_case(session, slug)

    def placed(self, since: str, until: str) -> tuple[PlacedClaim, ...]:
        """Return the claims of events that begin within these days, each with a place if it has."""
        with self._engine.reading() as session:
            return tuple(find_placed(session, since, until))

    # -------------------------------------------------------------------------------- runs

    def runs(self) -> tuple[Run, ...]:
        """Return the runs that read its reports, in order of their start."""
        with self._engine.reading() as session:
            return load_runs(session)

    def readings(self, reports: Iterable[str] | None = None) -> dict[str, str]:
        """Return the id of the run that read each of these reports, or all."""
        with self._engine.reading() as session:
            return load_readings(session, reports)

    # ------------------------------------------------------------------------------ tables

    def frame(self, table: str) -> pa.Table:
        """Return a table as Arrow has it, from which pandas and Polars make theirs.

        Raises `StoreError` where pyarrow is missing or there is no such table.
        """
        known = next((one for one in TABLES if one.name == table), None)
        if known is None:
            names = ", ".join(one.name for one in TABLES)
            raise StoreError(f"no table is called {table!r}: there are {names}")
        try:
            import pyarrow as pa  # noqa: F401 - both engines need it
        except ImportError as missing:
            raise StoreError("a frame needs pyarrow: pip install pyarrow") from missing
        with self._engine.reading() as session:
            return session.arrow(known, select(known))

    def tables(self) -> tuple[Table, ...]:
        """Return what each table and column holds."""
        return TABLES


def _coded(field: str) -> Table:
    """Return the table of records of this field. Raises `QueryError`."""
    table = next((table for table in CODED if table.name == field), None)
    if table is None:
        names = ", ".join(table.name for table in CODED)
        raise QueryError(f"no records are called {field[:40]!r}: there are {names}")
    return table


def in_batches(items: Iterable[Item], size: int | None = None) -> Iterator[list[Item]]:
    """Yield items in lists of so many, or of as many as are written together."""
    left = iter(items)
    while some := list(islice(left, size or _AT_ONCE)):
        yield some
