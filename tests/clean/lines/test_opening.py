"""What stands around a headline: a deck tells of the report, a teaser doesn't."""

from __future__ import annotations

from dateline.model import Label
from tests.clean.build import skimmed
from tests.clean.lines.test_lines import TOLD, dump

_TITLE = "Averby closes its swing bridge"


def _label_of(line: str, lines: list[str]) -> Label:
    """Return the label of a line of a dump."""
    report = skimmed("\n".join(lines))
    return next(b.label for b in report.blocks if b.span.of(report.text) == line)


def _label_below(line: str) -> Label:
    """Return the label of a line that stands right below the headline of a long dump."""
    lines = dump(TOLD)
    lines.insert(lines.index(_TITLE) + 1, line)
    return _label_of(line, lines)


def test_a_line_that_tells_what_the_body_tells_is_a_deck() -> None:
    line = "Council votes on Monday to shut a bridge with cracks in pillars"
    assert _label_below(line) is Label.LEDE


def test_the_headline_again_is_no_deck() -> None:
    assert _label_below("Averby closes its old swing bridge") is not Label.LEDE


def test_a_teaser_of_another_report_is_no_deck() -> None:
    assert _label_below("Film festival honours composers from Lisbon, Prague") is Label.NAV


def test_a_line_that_opens_with_a_dateline_is_no_teaser() -> None:
    line = "HARLOW, Ky. (AP) — The Latest on a strike of the tram drivers (all times local):"
    assert _label_below(line) in {Label.LEDE, Label.BODY}


def test_an_opening_that_was_learned_to_be_the_report_is_no_caption_by_its_wording() -> None:
    opening = (
        "Fishermen in Averby wait for a new bridge as the town council closes the old one, whose"
        " pillars are full of cracks."
    )
    assert _label_of(opening, dump([opening, *TOLD])) is Label.BODY


def test_a_report_begins_at_its_wires_dateline_and_not_at_teasers_above() -> None:
    teasers = [
        "Two held after theft of boatsThe police of Norwich have arrested two men, it was said.",
        "Ferry will run again in JuneThe ferry to the island had been mended by Friday, it said.",
        "School opens its new hallThe hall has seats for 300 and was built in two years.",
    ]
    opening = "AVERBY, Norway (AP) — The town council voted on Monday to close the swing bridge."
    lines = [*teasers, "Sport", "Best of", "Video", "Contests", "Weather", opening, *TOLD[1:]]
    report = skimmed("\n".join(lines))
    body = [b.span.of(report.text) for b in report.blocks if b.label is Label.BODY]
    assert body == [opening, *TOLD[1:]]
