"""Put a load on a desk with many reports: `python -m bench.load big.duckdb [--kinds story,search]`.

`dateline serve` shows the database; `locust` asks twenty times a second, first for ten seconds
that aren't counted: a server starts but once. Printed are, for each kind of page, how many
answers came, the median and the 95th centile of how long they took, how many failed; and for the
server its processor time for a request and its highest memory.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from random import Random
from time import sleep
from urllib.parse import quote
from urllib.request import urlopen

from dateline.store import Query, Store

READERS = 20
"""Requests a second."""
_DRAWN = 2_000
_WARMING = 10
"""Seconds that aren't counted."""
_PORT = 8746


def main() -> None:
    """Run the load that the command line asks for, and print what came of it."""
    parser = argparse.ArgumentParser(prog="python -m bench.load", description=__doc__)
    parser.add_argument("database")
    parser.add_argument("--kinds", default="story,search")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--popular", type=int, help="ask for so many of the stories alone")
    chosen = parser.parse_args()
    asked = addresses(chosen.database, chosen.popular)
    kinds = {kind: asked[kind] for kind in chosen.kinds.split(",")}
    with tempfile.TemporaryDirectory() as folder, serving(chosen.database) as server:
        for line in loaded(kinds, chosen.seconds, Path(folder), server):
            print(line)


def addresses(database: str, popular: int | None = None) -> Mapping[str, list[str]]:
    """Return addresses of each kind, drawn from all of a database."""
    dice = Random(5)  # noqa: S311 - no secret hangs on these dice
    with Store(database, read_only=True) as store, store._engine.reading() as session:  # noqa: SLF001 - the store lists the newest alone
        stories = sorted(row[0] for row in session.run("SELECT id FROM stories"))
        reports = sorted(row[0] for row in session.run("SELECT id FROM reports"))
        titles = sorted(row[0] for row in session.run("SELECT DISTINCT title FROM reports"))
        claims = store.claims(Query(limit=200)).rows
    read = dice.sample(stories, popular) if popular else stories
    return {
        "story": [f"/stories/{id}" for id in dice.choices(read, k=_DRAWN)],
        "report": [f"/reports/{id}" for id in dice.choices(reports, k=_DRAWN)],
        "search": [f"/search?text={quote(_sought(dice, titles))}" for _ in range(_DRAWN)],
        "claim": [f"/stories/{claim.id}" for claim in claims],
        "board": ["/", "/?country=KEN", "/?origins=2", "/?since=2024-01-01"],
        "claims": ["/claims", "/claims?origins=2", "/claims?country=FRA"],
    }


def _sought(dice: Random, titles: list[str]) -> str:
    """Return one to three words of a title, as somebody looks for a story that he remembers."""
    words = [word for word in dice.choice(titles).split() if len(word) > 3]
    return " ".join(dice.sample(words, min(len(words), dice.randint(1, 3))))


@contextmanager
def serving(database: str) -> Iterator[int]:
    """Yield the process that shows a database."""
    command = [sys.executable, "-m", "dateline", "serve", database, "--port", str(_PORT)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as server:
        try:
            _await()
            yield server.pid
        finally:
            server.terminate()


def _await() -> None:
    """Wait until the server answers."""
    for _ in range(100):
        try:
            with urlopen(f"http://127.0.0.1:{_PORT}/method") as answer:
                answer.read()
        except OSError:
            sleep(0.2)
        else:
            return
    raise SystemExit("the server did not answer")


def loaded(
    kinds: Mapping[str, list[str]], seconds: int, folder: Path, server: int
) -> Iterator[str]:
    """Yield a line for each kind of page, and one for the server."""
    asked = folder / "asked.json"
    asked.write_text(json.dumps(kinds), encoding="utf-8")
    _ask(_WARMING, folder, dice=READERS)
    before = _ticks(server)
    _ask(seconds, folder, dice=0)
    used = (_ticks(server) - before) / os.sysconf("SC_CLK_TCK")
    with (folder / "load_stats.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        count, failed = row["Request Count"], row["Failure Count"]
        yield (
            f"{row['Name']:<10} {count:>6} answers  {failed} failed"
            f"  median {row['50%']:>5} ms  p95 {row['95%']:>5} ms  p99 {row['99%']:>5} ms"
            f"  {float(row['Requests/s']):.1f}/s"
        )
    answers = int(rows[-1]["Request Count"]) or 1
    each = 1000 * used / answers
    yield f"server     {each:.0f} ms of processor time a request, {_peak(server)} MB at most"


def _ask(seconds: int, folder: Path, *, dice: int) -> None:
    """Let readers ask for so long; other dice ask for other pages."""
    locust = shutil.which("locust") or str(Path(sys.executable).with_name("locust"))
    command = [
        locust, "--headless", "--only-summary", "--reset-stats", "--loglevel", "ERROR",
        "-f", str(Path(__file__).with_name("desk_load.py")), "--host", f"http://127.0.0.1:{_PORT}",
        "-u", str(READERS), "-r", str(READERS), "-t", f"{seconds}s", "--csv", str(folder / "load"),
    ]  # fmt: skip
    told = {"DESK_ASKED": str(folder / "asked.json"), "DESK_DICE": str(dice)}
    subprocess.run(command, env={**os.environ, **told}, check=False, capture_output=True)


def _processes(server: int) -> list[int]:
    """Return a process and those that it started."""
    task = Path(f"/proc/{server}/task/{server}/children")
    return [server, *map(int, task.read_text("ascii").split())]


def _ticks(server: int) -> int:
    """Return the processor time that the server took so far."""
    stats = (Path(f"/proc/{pid}/stat").read_text("ascii") for pid in _processes(server))
    return sum(sum(map(int, stat.rpartition(")")[2].split()[11:13])) for stat in stats)


def _peak(server: int) -> int:
    """Return the highest memory of the server's processes together, in megabytes."""
    lines = (
        line
        for pid in _processes(server)
        for line in Path(f"/proc/{pid}/status").read_text("ascii").splitlines()
    )
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) // 1024


if __name__ == "__main__":
    main()
