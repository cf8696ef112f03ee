"""How time expressions are scored."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.model import Span, Time
from evaluation.times import score_timeset, score_wikiwars, timex

HERE = Span(0, 4)


@pytest.mark.parametrize(
    ("time", "value"),
    [
        (Time(HERE, "1916-07", "month", "t", "1916-07-01", "1916-07-31"), "1916-07"),
        (Time(HERE, "REF-P1W", "week", "t", "1916-07-03", "1916-07-09"), "1916-W27"),
        (Time(HERE, "1916-07-03 +P2D", "day", "t", "1916-07-05", "1916-07-05"), "1916-07-05"),
        (Time(HERE, "1916-07-03TNI", "hour", "t", "1916-07-03", "1916-07-03"), "1916-07-03TNI"),
        (Time(HERE, "P3M", "duration", "t"), "P3M"),
        (Time(HERE, "BC0490 -P1Y", "year", "t"), "BC0491"),
    ],
)
def test_a_time_is_written_as_the_annotators_write_it(time: Time, value: str) -> None:
    assert timex(time) == value


def _war(folder: Path, marked: str) -> Path:
    """Write one annotated history and return its folder."""
    (folder / "timex3-tml").mkdir()
    text = f"<TimeML>\n<TEXT>\n{marked}\n</TEXT>\n</TimeML>"
    (folder / "timex3-tml" / "01.tml").write_text(text, "utf-8")
    return folder


def test_what_is_met_and_what_is_right_are_counted_apart(tmp_path: Path) -> None:
    marked = (
        'The ferry sank on <TIMEX3 value="1951-05-03">3 May 1951</TIMEX3> and was raised in'
        ' <TIMEX3 value="1951-06">July 1951</TIMEX3>.'
    )
    measures, misses = score_wikiwars("wars", _war(tmp_path, marked))
    found = {measure.name: measure.value for measure in measures}
    assert found["relaxed_f1"] == found["strict_f1"] == pytest.approx(1.0)
    assert found["value_of_met"] == 0.5
    assert misses == ["'July 1951': 1951-07 for 1951-06"]


def test_an_event_counts_where_its_sentence_holds_its_time(tmp_path: Path) -> None:
    (tmp_path / "dev").mkdir()
    text = "Ferry sinks\nTuesday, June 15, 2021\nA ferry sank on Monday. Divers searched."
    sank, monday, searched = (text.index(word) for word in ("sank", "Monday", "searched"))
    lines = [
        f"T1\tevent {sank} {sank + 4}\tsank",
        f"T2\ttimex {monday} {monday + 6}\tMonday",
        f"T3\tevent {searched} {searched + 8}\tsearched",
        "E1\tevent:T1 TIMEX:T2",
        "E2\tevent:T3 TIMEX:T2",
        "#1\tAnnotatorNotes T2\t2021-06-14",
    ]
    (tmp_path / "dev" / "a.txt").write_text(text, "utf-8")
    (tmp_path / "dev" / "a.ann").write_text("\n".join(lines), "utf-8")
    measures, _ = score_timeset("set", tmp_path)
    found = {measure.name: (measure.value, measure.count) for measure in measures}
    assert found["day_of_expression"] == (1.0, 1)
    assert found["day_of_event"] == (1.0, 1)
    assert found["day_of_any_event"] == (0.5, 2)
