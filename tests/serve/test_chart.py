"""The chart of a figure: a line a claimant, marks on one scale, hedges that show."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.model import Reading, Series, Standing, Story
from dateline.serve.chart import Bar, Chart, Scale, lay_charts
from dateline.serve.citing import Citing
from dateline.serve.links import claim_link, story_link
from tests.serve import sample
from tests.serve.desk import Seen, desk

STORY = sample.story()
AT_LEAST, EXACT = STORY.brief.figures[0].series


def charts(*readings: Reading, unit: str | None = "person") -> tuple[Chart, ...]:
    """Return the charts of one figure that is read so."""
    series = Series("killed", "people in Beira", unit, readings, STORY.claims[0].id)
    return lay_charts(told(series), Citing(STORY.reports))


def told(*series: Series) -> Story:
    return replace(STORY, brief=replace(STORY.brief, figures=series))


def bars(*readings: Reading) -> tuple[Bar, ...]:
    (chart,) = charts(*readings)
    return chart.bars


def test_claimants_stand_in_the_order_of_days() -> None:
    found = bars(EXACT, AT_LEAST)
    assert [(bar.day, bar.who, bar.value) for bar in found] == [
        ("12 March 2030", "Ana Tembe", "at least 40"),
        ("13 March 2030", "rescue service", "52"),
    ]


def test_a_day_is_told_once() -> None:
    later = replace(EXACT, published="2030-03-12T18:00:00Z", low=60.0, high=60.0)
    assert [bar.day for bar in bars(AT_LEAST, later)] == ["12 March 2030", None]


@pytest.mark.parametrize(
    ("low", "high", "hedge", "kind"),
    [
        (45.0, None, "at_least", "at_least"),
        (None, 40.0, "at_most", "at_most"),
        (40.0, 60.0, "between", "between"),
        (40.0, 40.0, "estimated", "about"),
        (40.0, 40.0, "about", "about"),
        (40.0, 40.0, None, "exact"),
    ],
)
def test_a_hedge_has_a_mark_of_its_own(
    low: float | None, high: float | None, hedge: str | None, kind: str
) -> None:
    bar = bars(replace(EXACT, low=low, high=high, hedge=hedge), AT_LEAST)[1]
    assert (bar.kind, bar.is_range) == (kind, kind == "between")


def test_who_names_nobody_is_told_by_the_outlet() -> None:
    assert bars(AT_LEAST, replace(EXACT, claimed_by=None))[1].who == "ledger"


def test_those_that_say_the_same_on_one_day_are_one_line() -> None:
    again = replace(AT_LEAST, report=EXACT.report, span=EXACT.span)
    found = bars(AT_LEAST, again, EXACT)
    assert [[mark.letter for mark in bar.marks] for bar in found] == [["A", "B"], ["B"]]


def test_what_is_doubted_is_drawn_so() -> None:
    found = bars(
        replace(AT_LEAST, status="denied"), replace(EXACT, standing=Standing.CORRECTED), EXACT
    )
    assert [bar.doubted for bar in found] == [True, True, False]
    assert found[0].value == "at least 40 (denied)"


def test_a_figure_that_has_one_value_has_no_chart() -> None:
    assert charts(EXACT) == ()
    assert charts(EXACT, replace(EXACT, published="2030-03-14", claimed_by=None)) == ()
    assert charts(EXACT, replace(AT_LEAST, low=None, high=None)) == ()


def test_people_come_before_money() -> None:
    money = Series("money", "damage", "USD", (AT_LEAST, EXACT))
    people = Series("killed", "people", "person", (AT_LEAST, EXACT))
    found = lay_charts(told(money, people), Citing(STORY.reports))
    assert [chart.title for chart in found] == ["people, killed", "damage"]


def test_a_scale_starts_at_nothing_and_takes_even_steps() -> None:
    scale = Scale([40.0, 52.0])
    assert [tick.words for tick in scale.ticks("person")] == ["0", "20", "40", "60"]
    assert scale.at(0) == "1%"
    assert scale.at(30) == "49%"


def test_people_are_counted_in_whole_numbers() -> None:
    assert [tick.words for tick in Scale([1.0, 2.0]).ticks("person")] == ["0", "1", "2"]
    assert [tick.words for tick in Scale([0.5, 2.0]).ticks("hour")][1] == "0.5"


def test_a_steep_scale_counts_in_powers_of_ten() -> None:
    scale = Scale([3.0, 400_000.0])
    assert [tick.words for tick in scale.ticks("USD")] == ["1", "100", "10,000", "$1 million"]
    assert scale.at(1000) == "49%"


@pytest.mark.parametrize("numbers", [[0.0], [0.0, 0.0], [1.0], [0.4], [7e12, 0.01], [-4.0, 2.0]])
def test_a_mark_stays_on_the_scale(numbers: list[float]) -> None:
    scale = Scale(numbers)
    assert all(0 <= float(scale.at(number).rstrip("%")) <= 100 for number in numbers)
    assert 2 <= len(scale.ticks(None)) <= 7


def test_the_legend_has_the_marks_that_are_met() -> None:
    with desk() as client:
        page = client.get(story_link(STORY.id)).text
    start = page.index('<p class="chart-key"')
    legend = Seen(page[start : page.index("</p>", start)]).words.split()
    assert legend == ["as", "a", "number", "at", "least"]


def test_each_mark_leads_to_its_claim_and_its_evidence() -> None:
    with desk() as client:
        page = client.get(story_link(STORY.id)).text
    chart = Seen(page[page.index('<figure class="chart">') : page.index("</figure>") + 9])
    claim = claim_link(STORY.id, STORY.claims[0].id)
    # The sample's figure names no claim, so that its marks lead to the words.
    assert claim not in chart.links
    assert "#s-A-1" in chart.links
    assert {"title", "svg", "ol"} <= chart.tags
    assert "style" not in chart.attributes
    assert "at least 40" in chart.words
