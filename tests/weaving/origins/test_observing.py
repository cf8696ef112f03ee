"""Who saw for himself: an outlet's or an agency's reporter, never whom he was told by."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.model import Label, Report
from dateline.weaving.origins.observing import commentary, find_observed
from tests.weaving.reports import (
    make_report,
    with_credit,
    with_event,
    with_figure,
    with_statement,
)


def boats(
    *paragraphs: str, outlet: str | None = "Valley Post", claimed: str | None = None
) -> Report:
    """Return a report that counts "nine boats"."""
    report = make_report("a", "Boats on the Orlan", *paragraphs, outlet=outlet)
    return with_figure(report, "nine boats", 9, "seen", **({"claimed": claimed} if claimed else {}))


def seen(report: Report) -> str | None:
    observed = find_observed(report, report.figures[0])
    return observed.who.name if observed else None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Our reporter counted nine boats.", "Valley Post"),
        ("This correspondent, who came at noon, saw nine boats.", "Valley Post"),
        ("At dawn our reporter stood on the dyke and saw nine boats.", "Valley Post"),
        ("There were nine boats on the square, a Reuters reporter at the scene saw.", "Reuters"),
        ("An AFP journalist in Orlan said nine boats had come.", "AFP"),
        ("There were nine boats, according to a Reuters correspondent.", "Reuters"),
        ("A correspondent of AFP who drove along the dyke saw nine boats.", "AFP"),
        ("Our team searched both shores and counted nine boats.", "Valley Post"),
        ("An AFP reporter in Orlan, one of the drowned towns, saw nine boats.", "AFP"),
        ("A Reuters reporter who got to the dyke on Monday counted nine boats.", "Reuters"),
        (
            "Our reporter reached the dyke, a bend of the river, at dawn and saw nine boats.",
            "Valley Post",
        ),
        ("Our assessment team measured nine boats.", "Valley Post"),
        ("Our engineers reached the dyke at ten. They counted nine boats.", "Valley Post"),
        ("Two of our observers stood on the dyke. They saw nine boats.", "Valley Post"),
        ("The nine boats lay in one row; we walked along the quay.", "Valley Post"),
        ("This doctor saw nine boats.", None),
        ("This Latvian journalist saw nine boats.", None),
        ("This newspaper's photographer saw nine boats.", "Valley Post"),
        ("The firm's engineers reached the dyke. They counted nine boats.", None),
        ("An aide who got word from a Reuters reporter counted nine boats.", None),
        ("Our observers counted nine boats.", "Valley Post"),
        ("On the square lay nine boats. Our reporter counted them.", "Valley Post"),
        ("On the square lay nine boats. Our reporter counted six carts.", None),
        ("A correspondent of Lind and Sons saw nine boats.", None),
        ("A Valley Post photographer saw nine boats.", "Valley Post"),
        ("The Post watched nine boats arrive.", "Valley Post"),
        ("From the dyke I counted nine boats.", "Valley Post"),
        ("Lind told our reporter that he saw nine boats.", None),
        ("Our reporter met men who saw nine boats.", None),
        ("“Our reporter saw nine boats,” the rival paper wrote.", None),
        ("“I counted nine boats,” Lind said.", None),
        ("A Reuters reporter was told of nine boats.", None),
        ("A Latvian reporter saw nine boats.", None),
        ("A journalist at the scene saw nine boats.", None),
        ("The Herald watched nine boats arrive.", None),
    ],
)
def test_whose_reporter_saw(text: str, who: str | None) -> None:
    assert seen(boats(text)) == who


def test_the_evidence_is_the_words_that_say_so() -> None:
    report = boats("Our reporter counted nine boats.")
    observed = find_observed(report, report.figures[0])
    assert observed is not None
    assert observed.span.of(report.text) == "Our reporter counted"


def test_the_reporter_is_the_one_named_before() -> None:
    first = "The dyke broke at noon, a Reuters reporter saw."
    assert seen(boats(first, "Later nine boats came, the reporter saw.")) == "Reuters"
    assert seen(boats("Later nine boats came, the reporter saw.")) is None


def test_he_is_our_reporter_where_nobody_else_is_named() -> None:
    first = "Our reporter reached the dyke at ten."
    assert seen(boats(first, "At noon he saw nine boats.")) == "Valley Post"
    assert seen(boats("The mayor came at ten.", "At noon he saw nine boats.")) is None


def test_an_unnamed_journalist_is_the_one_credited_agencys() -> None:
    text = ("A journalist at the scene saw nine boats.", "(AFP)")
    assert seen(with_credit(boats(*text), "AFP")) == "AFP"


def test_what_somebody_claims_is_not_seen() -> None:
    text = "Flood Watch spoke of nine boats, but our reporter saw none."
    assert seen(boats(text, claimed="Flood Watch")) is None


def test_a_scene_goes_on_in_the_next_sentence_of_its_paragraph() -> None:
    line = "Villagers blocked the bridge with carts."
    for paragraphs, expected in (
        ((f"Our reporter saw soldiers on the dyke. {line}",), True),
        (("Our reporter saw soldiers on the dyke.", line), False),
    ):
        report = make_report("a", "Bridge", *paragraphs, outlet="Valley Post")
        report = with_event(report, line, "blocked", "PROTEST")
        assert (find_observed(report, report.events[0]) is not None) is expected


def test_a_statement_is_not_seen() -> None:
    report = make_report("a", "Words", "Our reporter saw Lind say he would stay.")
    report = with_statement(report, "he would stay", "Arvo Lind", "paraphrase")
    assert find_observed(report, report.statements[0]) is None


def test_a_columnist_says_so_above_the_headline_or_in_the_section() -> None:
    news = make_report("a", "The dyke", "I counted nine boats.")
    assert commentary(news) is None
    assert commentary(replace(news, metadata=replace(news.metadata, section="Opinion"))) == ()
    kicked = make_report("b", "Column", "The dyke", "I counted nine boats.")
    labels = (Label.NAV, Label.TITLE, Label.BODY)
    blocks = tuple(
        replace(block, label=label) for block, label in zip(kicked.blocks, labels, strict=True)
    )
    kicked = replace(kicked, blocks=blocks)
    assert commentary(kicked) == (blocks[0].span,)
    assert seen(with_figure(kicked, "nine boats", 9, "seen")) is None
