"""What an audit counts, on answers that can be reckoned by hand."""

from __future__ import annotations

import pytest

from evaluation.audit import _right, interval, kappa


def test_the_interval_is_wilsons() -> None:
    low, high = interval(45, 50)
    assert (round(low, 3), round(high, 3)) == (0.786, 0.957)
    assert interval(0, 10)[0] == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize(
    ("pairs", "value"),
    [
        ([(True, True), (False, False)], 1.0),
        ([(True, False), (False, True)], -1.0),
        ([(True, True)] * 3, 1.0),
        ([(True, True), (True, False), (False, True), (False, False)], 0.0),
    ],
)
def test_kappa_is_agreement_beyond_chance(pairs: list[tuple[bool, bool]], value: float) -> None:
    assert kappa(pairs) == pytest.approx(value)


def test_an_answer_is_yes_no_or_nothing_to_judge() -> None:
    row = {"code": "y", "actor": "-", "recipient": "-", "status": "n"}
    assert _right(row, "code") is True
    assert _right(row, "recipient") is None
    assert _right(row, "status") is False
    assert _right(row, "code and actor") is True
