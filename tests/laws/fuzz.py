"""Throw mutated sources at the readers: `make fuzz` (20 minutes), `make fuzz MINUTES=1`.

An input is one byte, which chooses the name, and the bytes of a file. What fails is written to
a file whose name is printed, and is read again by `python -m tests.laws.fuzz --again FILE`.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path


def main() -> None:
    """Read the arguments and fuzz, or read one input again."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--again", type=Path, metavar="FILE", help="an input that failed")
    chosen = parser.parse_args()
    if chosen.again:
        _read(chosen.again.read_bytes())
    else:
        _fuzz(chosen.minutes, chosen.seed)


def _fuzz(minutes: float, seed: int) -> None:
    """Let libFuzzer mutate the seeds, guided by what code they reach; exits at the end."""
    import atheris

    with atheris.instrument_imports(include=["dateline"]):
        from tests.laws.readers import SEEDS

    folder = Path(tempfile.mkdtemp(prefix="dateline-fuzz-"))
    for number, name in enumerate(sorted(SEEDS)):
        (folder / name).write_bytes(bytes([number]) + SEEDS[name])
    options = ("-max_len=8000", "-timeout=30", "-rss_limit_mb=3000", "-print_final_stats=1")
    limit = (f"-max_total_time={round(60 * minutes)}", f"-seed={seed}")
    found = f"-artifact_prefix={tempfile.gettempdir()}/dateline-"
    atheris.Setup([sys.argv[0], str(folder), found, *options, *limit], _read)
    atheris.Fuzz()


def _read(data: bytes) -> None:
    """Read one input under the name that its first byte chooses."""
    from tests.laws.readers import SEEDS, read_and_check

    names = sorted(SEEDS)
    read_and_check(names[data[0] % len(names)] if data else "empty.txt", data[1:])


if __name__ == "__main__":
    main()
