"""A law of reading: whatever the bytes, there are pages and rejects and never an exception."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.laws.readers import SEEDS, read_and_check

_PLACES = st.tuples(st.integers(0, 4_000), st.integers(0, 200), st.binary(max_size=12))


@pytest.mark.parametrize("name", SEEDS)
def test_each_kind_of_source_is_read(name: str) -> None:
    assert read_and_check(name, SEEDS[name]) > 0


@given(st.sampled_from(sorted(SEEDS)), st.lists(_PLACES, min_size=1, max_size=6))
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_damaged_sources_end_in_pages_or_rejects(
    name: str, patches: list[tuple[int, int, bytes]]
) -> None:
    data = SEEDS[name]
    for at, removed, added in patches:
        at %= len(data) + 1
        data = data[:at] + added + data[at + removed :]
    read_and_check(name, data)


@given(st.sampled_from(sorted(SEEDS)), st.sampled_from(sorted(SEEDS)), st.integers(0, 4_000))
@settings(max_examples=100, deadline=None)
def test_sources_under_wrong_names_and_cut_end_in_pages_or_rejects(
    name: str, kind: str, length: int
) -> None:
    read_and_check(name, SEEDS[kind][:length])
