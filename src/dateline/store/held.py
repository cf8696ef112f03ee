"""A store whose file a server holds: the same questions, asked of the server.

`store/reaching` finds the server.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Self

from dateline.corrections import Correction, Judged, Signed
from dateline.errors import CorrectionError, DatelineError, QueryError, StoreError
from dateline.model import Claim, Report, Story
from dateline.store import codec
from dateline.store.audits import Drawn
from dateline.store.calls import CALLS, PATH
from dateline.store.cases import Case
from dateline.store.corrections import Listed
from dateline.store.placed import PlacedClaim
from dateline.store.query import Found, Query
from dateline.store.rows import ClaimRow, Hit, StoryRow
from dateline.store.runs import Run
from dateline.store.store import in_batches

if TYPE_CHECKING:
    from types import TracebackType

Send = Callable[[str, bytes, str], tuple[int, bytes]]
"""Posts bytes to a path with an `Authorization`, and returns the status and the answer."""

_AT_ONCE = 10
"""Reports that are sent together."""
_REFUSALS: Mapping[int, type[DatelineError]] = {409: CorrectionError, 422: QueryError}
"""What a server means by the status of an answer; `StoreError` by any other."""


class HeldStore:
    """A store that is asked through the server that holds its file.

    Raises `StoreError`, `QueryError` and `CorrectionError` as `Store` does.
    """

    def __init__(self, send: Send, secret: str) -> None:
        self._send, self._secret = send, secret

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
        """Let go of it: there is nothing to be closed."""

    def take(
        self, reports: Iterable[Report], *, anew: bool = False, run: str | None = None
    ) -> tuple[str, ...]:
        """Add reports as they were read; return the ids of the stories that this changed."""
        changed: dict[str, None] = {}
        for some in in_batches(reports, _AT_ONCE):
            changed.update(dict.fromkeys(self._ask("take", tuple(some), anew, run)))
        return self.still(changed)

    def knows(self, page_id: str) -> bool:
        """Whether the report of this page is there."""
        return bool(self._ask("knows", page_id))

    def still(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return those ids that a story has now."""
        return tuple(self._ask("still", tuple(ids)))

    def story(self, id: str) -> Story | None:
        """Return a story whole; the id of one that was merged finds what it is now."""
        story: Story | None = self._ask("story", id)
        return story

    def report(self, id: str) -> tuple[Report, str] | None:
        """Return a report as dated in its story, and the story's id."""
        found: tuple[Report, str] | None = self._ask("report", id)
        return found

    def claim(self, id: str) -> tuple[Claim, Story] | None:
        """Return a claim and the story that it is in."""
        found: tuple[Claim, Story] | None = self._ask("claim", id)
        return found

    def stories(self, query: Query = Query()) -> Found[StoryRow]:
        """Return the stories that are looked for, newest first."""
        return Found(*self._ask("stories", query))

    def claims(self, query: Query = Query()) -> Found[ClaimRow]:
        """Return the claims that are looked for, newest first."""
        return Found(*self._ask("claims", query))

    def records(self, field: str, query: Query = Query()) -> Found[dict[str, Any]]:
        """Return rows of "events", "statements" or "figures", newest first."""
        return Found(*self._ask("records", field, query))

    def search(self, query: Query) -> Found[Hit]:
        """Return the reports that hold all words, best first."""
        return Found(*self._ask("search", query))

    def placed(self, since: str, until: str) -> tuple[PlacedClaim, ...]:
        """Return the claims of events that begin within these days, each with a place if it has."""
        return tuple(self._ask("placed", since, until))

    @property
    def review(self) -> HeldReview:
        """What people set right, and where they do it."""
        return HeldReview(self._ask)

    def drawn(self, field: str, size: int, seed: int = 0) -> tuple[Drawn, ...]:
        """Return rows of "events", "statements" or "figures", drawn to be judged by people."""
        return tuple(self._ask("drawn", field, size, seed))

    def judge(self, row: Drawn, verdict: Judged, signed: Signed) -> None:
        """Keep a verdict on a row; what is remarked stands in `signed.why`. The last one counts."""
        self._ask("judge", row, verdict, signed)

    def note(self, run: Run) -> None:
        """Write down a run: when it starts, and again with its counts when it has ended."""
        self._ask("note", run)

    def runs(self) -> tuple[Run, ...]:
        """Return the runs that read its reports, in order of their start."""
        return tuple(self._ask("runs"))

    def readings(self, reports: Iterable[str] | None = None) -> dict[str, str]:
        """Return the id of the run that read each of these reports, or all."""
        found: dict[str, str] = self._ask("readings", None if reports is None else tuple(reports))
        return found

    def cases(self) -> tuple[Case, ...]:
        """Return all cases, by name."""
        return tuple(self._ask("cases"))

    def case(self, slug: str) -> Case | None:
        """Return a case."""
        case: Case | None = self._ask("case", slug)
        return case

    def create_case(self, name: str, query: Query, note: str | None = None) -> Case:
        """Keep what is looked for under a name. Raises `QueryError` for one that is taken."""
        case: Case = self._ask("create_case", name, query, note)
        return case

    def drop_case(self, slug: str) -> bool:
        """Forget a case, and no story; return whether there was one."""
        return bool(self._ask("drop_case", slug))

    def _ask(self, name: str, *asked: Any) -> Any:
        """Return what a method of the store gives, and raise what it raises."""
        call = CALLS[name]
        body = codec.pack(asked, call.question)
        status, answer = self._send(f"{PATH}{name}", body, f"Bearer {self._secret}")
        if status == 200:
            return codec.unpack(call.answer, answer)
        raise _REFUSALS.get(status, StoreError)(_problem(status, answer))


class HeldReview:
    """The corrections of such a store: each method does what that of `Review` does."""

    def __init__(self, ask: Callable[..., Any]) -> None:
        self._ask = ask

    def corrections(self) -> tuple[Listed, ...]:
        """Return all corrections in the order in which they were made, with their outcomes."""
        return tuple(self._ask("review.corrections"))

    def set(self, record: str, values: Mapping[str, str], signed: Signed) -> tuple[Correction, ...]:
        """Give a record, named REPORT/events/120-188, other values."""
        return tuple(self._ask("review.set", record, dict(values), signed))

    def drop(self, record: str, signed: Signed) -> Correction:
        """Take a record out that is none."""
        return self._one("review.drop", record, signed)

    def join(self, ids: Sequence[str], signed: Signed) -> Correction:
        """Make one of several stories, or of several claims of a story."""
        return self._one("review.join", tuple(ids), signed)

    def part(self, whole: str, parts: Sequence[str], signed: Signed) -> Correction:
        """Take reports out of a story, or records out of a claim, into one of their own."""
        return self._one("review.part", whole, tuple(parts), signed)

    def undo(self, id: str, signed: Signed) -> Correction:
        """Take a correction back; it stays in the list."""
        return self._one("review.undo", id, signed)

    def take(self, corrections: Iterable[Correction]) -> int:
        """Add corrections that another store kept; return how many of them are new."""
        return int(self._ask("review.take", tuple(corrections)))

    def _one(self, name: str, *asked: Any) -> Correction:
        made: Correction = self._ask(name, *asked)
        return made


def _problem(status: int, answer: bytes) -> str:
    """Return what a server says is wrong."""
    try:
        said = json.loads(answer)
    except ValueError:
        said = None
    told = said.get("detail") if isinstance(said, dict) else None
    return told if isinstance(told, str) else f"the server answered {status}"
