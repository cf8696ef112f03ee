"""The limits hold whatever the kind of source, and the documentation tells them."""

from __future__ import annotations

import dataclasses
import gzip
import io
import re
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from dateline.errors import UnreadablePage
from dateline.sources.limits import LIMITS
from dateline.sources.readers import read_source
from dateline.sources.source import Budget, Source, too_large
from tests.sources.build import a_tar, a_zip, opened, rejects, told

ROOT = Path(__file__).parents[2]


def test_the_documentation_tells_each_limit() -> None:
    text = (ROOT / "docs/method/sources.md").read_text("utf-8")
    rows = re.findall(r"^\| `(\w+)` \| ([\d,]+) \|", text, re.MULTILINE)
    assert {name: int(value.replace(",", "")) for name, value in rows} == dataclasses.asdict(LIMITS)


def test_a_budget_is_spent_by_ratio_only_beyond_what_is_trusted() -> None:
    budget = Budget("c.zip", packed=1_000)
    budget.take(LIMITS.trusted)
    assert not budget.spent
    with pytest.raises(UnreadablePage, match="200 times its size"):
        budget.take(1)
    assert budget.spent


def test_a_large_file_may_unpack_to_a_multiple_of_itself() -> None:
    budget = Budget("c.zip", packed=1_000_000)
    budget.take(LIMITS.ratio * 1_000_000)
    assert not budget.spent


def test_no_file_unpacks_without_end() -> None:
    budget = Budget("c.zip", packed=LIMITS.unpacked)
    with pytest.raises(UnreadablePage, match="more than 50,000 MB"):
        budget.take(LIMITS.unpacked + 1)


@pytest.mark.parametrize(
    ("size", "reason"),
    [(50_000_000, "too large (50 MB; at most 20 MB)"), (None, "too large (at most 20 MB)")],
)
def test_too_large_tells_the_size_where_it_is_known(size: int | None, reason: str) -> None:
    assert too_large(size) == reason


def _nested(depth: int) -> bytes:
    """Return ten pages of one repeated character in a ZIP in ten ZIPs …"""
    data = b"<p>" + b"a" * 5_000_000
    for level in range(depth):
        name = "page.html" if not level else "more.zip"
        data = a_zip({f"{number}-{name}": data for number in range(10)})
    return data


def test_archives_in_archives_share_one_budget() -> None:
    found = opened(_nested(3), "bomb.zip")
    assert len(found) <= 4
    assert rejects(_nested(3), "bomb.zip")[-1] == (
        "bomb.zip",
        "unpacks to more than 200 times its size",
    )


@pytest.mark.slow
def test_memory_does_not_grow_with_an_archive() -> None:
    def peak(pages: int) -> int:
        noise = bytes(range(65, 91)) * 40
        members = {f"{n}.html": told(n) + noise + str(n).encode() for n in range(pages)}
        data = gzip.compress(a_tar(members))
        tracemalloc.start()
        for _ in read_source(Source("c.tgz", io.BytesIO(data), len(data))):
            pass
        held = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return held

    assert peak(2_000) < 1.5 * peak(200) + 500_000


def test_a_zip_that_lies_of_its_sizes_is_told() -> None:
    data = bytearray(a_zip({"a.html": told(1)}, zipfile.ZIP_STORED))
    central = data.index(b"PK\x01\x02")
    data[central + 24 : central + 28] = (2**31).to_bytes(4, "little")
    assert len(opened(bytes(data), "c.zip")) == 1
