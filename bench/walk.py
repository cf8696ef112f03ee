"""Walk through a database's greatest story in Chromium: `python -m bench.walk DB PAGES [FOLDER]`.

From the board to marked sentences by matrix, chart, brief and map; then an act is set right, the
pages are read anew, and it has to be as it was set. FOLDER keeps what the browser showed.
"""

from __future__ import annotations

import argparse
from itertools import count
from pathlib import Path
from time import monotonic

from dateline.desk import open_pages, read
from dateline.store import Query, Store, StoryRow
from tests.serve.chromium import Chromium, Page
from tests.serve.walking import is_set_right, shown, sign_in, walk

PATIENCE = 600.0
"""Seconds that an answer may take: a story of hundreds of reports is woven anew meanwhile."""


def main() -> None:
    """Walk, and say what was reached."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("database", metavar="DB")
    parser.add_argument("pages", metavar="PAGES")
    parser.add_argument("folder", metavar="FOLDER", nargs="?", type=Path)
    chosen = parser.parse_args()
    steps, begun = count(1), monotonic()

    def keep(name: str, page: Page) -> None:
        step = next(steps)
        print(f"{monotonic() - begun:6.1f} s", name, flush=True)
        if chosen.folder:
            (chosen.folder / f"{step}-{name}.png").write_bytes(page.picture())

    with Store(chosen.database) as store, Chromium(PATIENCE) as browser:
        story = greatest(store)
        with shown(store) as server:
            page = sign_in(browser, server)
            form = walk(page, server, story, keep)
            told = [is_set_right(page, server, form)]
            changed = store.take(map(read, open_pages(chosen.pages)), anew=True)
            told.append(is_set_right(page, server, form))
    if not all(told):
        raise SystemExit("what was set right is not as it was set")
    print(f"{monotonic() - begun:6.1f} s as it was set, when {len(changed)} stories were read anew")


def greatest(store: Store) -> str:
    """Return the id of the story that most reports tell."""
    query, rows = Query(), list[StoryRow]()
    while True:
        found = store.stories(query)
        rows += found.rows
        if not found.next:
            return max(rows, key=lambda row: row.reports).id
        query = Query(after=found.next)


if __name__ == "__main__":
    main()
