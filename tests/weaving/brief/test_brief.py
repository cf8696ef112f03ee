"""Briefs: which lines are written, and what carries them."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Brief, Parse, Report, Span
from dateline.weaving.brief.composing import choose_headline, write_brief
from dateline.weaving.brief.lines import (
    Line,
    borne_out,
    close,
    letters,
    report_labels,
    sentence_line,
    spoken_line,
)
from dateline.weaving.weave import weave_story
from tests.weaving.reports import (
    at,
    make_report,
    with_event,
    with_figure,
    with_meaning,
    with_statement,
)


def line_of(text: str, words: str) -> str | None:
    """Return the line for these words of a report of one paragraph."""
    report = make_report("a", "T", text)
    line = sentence_line(report, at(report, words))
    return line.text if line else None


def test_a_quotation_of_two_sentences_is_given_whole_and_its_they_stays() -> None:
    text = '"I mend nets. Soon they will count the knots," Arvo Lind told our reporter.'
    report = with_statement(
        make_report("a", "T", text), "I mend nets. Soon they will count the knots", "Arvo Lind"
    )
    line = sentence_line(report, at(report, "told our reporter"))
    assert line is not None
    assert line.text == "Arvo Lind: “I mend nets. Soon they will count the knots.”"


def meaning_lind(report: Report, pronoun: str, *, before: str) -> Report:
    """Return a report whose first chain, Lind's, holds the pronoun that opens these words."""
    lind, start = report.chains[0], at(report, before).start
    mentions = (*lind.mentions, Span(start, start + len(pronoun)))
    return replace(report, chains=(replace(lind, mentions=mentions),))


def test_a_line_is_the_sentence_without_what_ties_it_to_the_one_before() -> None:
    text = "The dam held. But Latvia on Tuesday rejected the plan"
    assert line_of(text, "rejected") == "Latvia on Tuesday rejected the plan."


def test_a_dateline_is_no_part_of_a_line() -> None:
    assert line_of("TARTU, Estonia (AP) — The dam held.", "held") == "The dam held."


def test_a_long_sentence_ends_at_a_clause_after_what_it_is_for() -> None:
    text = (
        "Latvia has stopped all work on the sluices at the upper end of the Orlan reservoir, "
        "which supplies two provinces with water and has been the cause of a quarrel between "
        "both of the countries for more than thirty years now."
    )
    assert line_of(text, "stopped") == text.split(",", maxsplit=1)[0] + "."
    assert line_of(text, "supplies") == text


def test_a_pronoun_gives_way_to_the_name_and_the_name_is_cited() -> None:
    report = make_report("a", "T", "Arvo Lind came late. He rejected the plan.")
    lind = report.chains[0]
    he = at(report, "He")
    chain = type(lind)(0, "Arvo Lind", lind.kind, (*lind.mentions, he), "hand")
    report = type(report)(
        **{name: getattr(report, name) for name in report.__slots__ if name != "chains"},
        chains=(chain,),
    )
    line = sentence_line(report, at(report, "rejected"))
    assert line is not None
    assert line.text == "Arvo Lind rejected the plan."
    assert at(report, "Arvo Lind") in [cite.span for cite in line.cites]


def test_a_pronoun_without_a_name_makes_no_line() -> None:
    assert line_of("He rejected the plan.", "rejected") is None


def test_words_that_take_sides_are_left_to_who_says_them() -> None:
    assert line_of("The regime closed the pass.", "closed") is None
    assert line_of("Lind said “the regime closed the pass”.", "closed") is not None


def test_reported_words_may_take_sides() -> None:
    report = make_report("a", "T", "Arvo Lind said that the regime had closed the pass.")
    report = with_statement(report, "the regime had closed the pass", "Arvo Lind", "paraphrase")
    assert sentence_line(report, at(report, "closed")) is not None


def test_a_sentence_of_a_quotation_gets_its_speaker() -> None:
    report = make_report("a", "T", "“We wait. The plan is dead,” Arvo Lind said.")
    report = with_statement(report, "We wait. The plan is dead,", "Arvo Lind")
    line = sentence_line(report, at(report, "We wait"))
    assert line is not None
    assert line.text == "Arvo Lind: “We wait. The plan is dead.”"


def test_a_quotation_whose_sentence_names_its_speaker_is_left_as_it_is() -> None:
    report = make_report("a", "T", "“The plan is dead,” Arvo Lind said.")
    report = with_statement(report, "The plan is dead,", "Arvo Lind")
    line = spoken_line(report, report.statements[0])
    assert line is not None
    assert line.text == "“The plan is dead,” Arvo Lind said."


def test_a_line_is_borne_out_by_its_citations_alone() -> None:
    report = make_report("a", "T", "The flood drowned 14 people in Orlan.", "Lind came late.")
    reports = {"a": report}
    cites = sentence_line(report, at(report, "drowned")).cites  # type: ignore[union-attr]
    assert borne_out(Line("The flood drowned 14 people.", cites), reports, ())
    assert not borne_out(Line("The flood drowned 15 people.", cites), reports, ())
    assert not borne_out(Line("The flood met Lind.", cites), reports, ())
    assert not borne_out(Line("They said “no more”.", cites), reports, ())
    assert not borne_out(Line("The flood.", ()), reports, ())


def test_the_name_of_an_outlet_needs_no_citation() -> None:
    report = make_report("a", "T", "The flood drowned 14 people.", outlet="Channel 9")
    cites = sentence_line(report, at(report, "drowned")).cites  # type: ignore[union-attr]
    assert borne_out(
        Line("How many: “14 people” (Channel 9).", cites), {"a": report}, ["Channel 9"]
    )


def test_reports_are_called_by_their_outlets_or_files_else_by_letters() -> None:
    reports = [
        make_report("a", "T", outlet="Post"),
        make_report("b", "T"),
        make_report("c", "T", outlet="Sun"),
        make_report("d", "T", outlet="Sun"),
    ]
    labels = {"a": "Post", "b": "b", "c": "report C", "d": "report D"}
    assert report_labels(reports) == labels
    assert [letters(0), letters(25), letters(26)] == ["A", "Z", "AA"]


def test_a_line_is_closed_once() -> None:
    assert [close("Done"), close("Done."), close("“Done.”"), close("Done,")] == [
        "Done.", "Done.", "“Done.”", "Done.",
    ]  # fmt: skip


def test_the_headline_is_the_title_that_the_reports_bear_out() -> None:
    vague = make_report("a", "Is this the end?", "Latvia shut the sluices of the Orlan dam.")
    clear = make_report(
        "b", "Latvia shuts sluices of Orlan dam", "The sluices are shut, Latvia said."
    )
    assert choose_headline([vague, clear]) == "Latvia shuts sluices of Orlan dam"


# --------------------------------------------------------------------------------- the brief


def warn(report: Report, clause: str) -> Report:
    return with_event(report, clause, "warned", "THREATEN", by=["Arvo Lind"], to=["Latvia"])


ONE = warn(
    make_report(
        "one", "Lind warns Latvia", "Arvo Lind warned Latvia not to shut the Orlan dam.",
        "The flood in the Orlan valley drowned 14 people.", "“I am tired,” Arvo Lind said.",
        "Estonia closed the border.", outlet="Valley Post", published="2031-03-04",
    ),
    "Arvo Lind warned Latvia not to shut the Orlan dam",
)  # fmt: skip
ONE = with_figure(ONE, "14 people", 14, "killed")
ONE = with_statement(ONE, "I am tired,", "Arvo Lind")
ONE = with_event(ONE, "Estonia closed the border", "closed", "SANCTION", by=["Estonia"])
TWO = warn(
    make_report(
        "two", "Dam quarrel", "Arvo Lind has warned Latvia about the dam at Orlan.",
        "Some 14 villagers drowned in the flood of the Orlan valley.",
        outlet="Coast Daily", published="2031-03-05",
    ),
    "Arvo Lind has warned Latvia about the dam at Orlan",
)  # fmt: skip
TWO = with_figure(TWO, "14 villagers", 14, "killed")


def brief() -> Brief:
    return weave_story([ONE, TWO]).brief


def section(name: str) -> list[str]:
    return [point.text for point in brief().points if point.section == name]


def test_what_both_report_is_shared_and_cites_both() -> None:
    assert section("shared") == ["Arvo Lind has warned Latvia about the dam at Orlan."]
    (point,) = [point for point in brief().points if point.section == "shared"]
    assert sorted(cite.report for cite in point.cites) == ["one", "two"]


def test_a_difference_names_both_values_and_their_reports() -> None:
    (line,) = section("differs")
    assert "“14 people” (Valley Post)" in line
    assert "“14 villagers” (Coast Daily)" in line
    assert [point.relation for point in brief().points if point.section == "differs"] == ["agree"]


def test_what_one_report_alone_has_is_told_apart() -> None:
    assert section("alone") == ["Estonia closed the border."]


def test_who_said_what_is_told() -> None:
    assert section("said") == ["“I am tired,” Arvo Lind said."]


def test_a_claim_is_told_once() -> None:
    claims = [point.claim for point in brief().points]
    assert len(claims) == len(set(claims))


def test_a_figure_makes_a_series() -> None:
    (series,) = brief().figures
    assert [(reading.report, reading.low) for reading in series.series] == [
        ("one", 14),
        ("two", 14),
    ]


def test_a_report_alone_has_a_brief_too() -> None:
    story = weave_story([ONE])
    assert {point.section for point in story.brief.points} == {"alone", "said"}


def test_nothing_told_makes_an_empty_brief() -> None:
    report = make_report("a", "A quiet day", "Nothing happened.")
    assert write_brief([report], []) == Brief("A quiet day")


def test_every_citation_is_a_sentence_or_a_name() -> None:
    for point in brief().points:
        for cite in point.cites:
            report = {"one": ONE, "two": TWO}[cite.report]
            whole = {sentence.span for sentence in report.sentences}
            named: set[Span] = {mention for chain in report.chains for mention in chain.mentions}
            assert cite.span in whole | named | {s.content for s in report.statements}


def test_what_two_outlets_say_in_one_way_is_one_side_of_a_difference() -> None:
    reports = [
        with_figure(
            make_report(
                name, f"Flood drowns {count}", f"The flood at Orlan drowned {count} people.",
                outlet=outlet, published=f"2031-03-0{day}",
            ),
            f"{count} people", count, "killed",
        )
        for name, outlet, count, day in (
            ("a", "Valley Post", 14, 4), ("b", "Coast Daily", 14, 4), ("c", "Sun", 19, 5),
        )
    ]  # fmt: skip
    (line,) = [p for p in weave_story(reports).brief.points if p.section == "differs"]
    assert line.text == "How many died: “14 people” (Valley Post, Coast Daily), “19 people” (Sun)."
    assert line.relation == "updated"


def test_a_pronoun_after_a_word_of_time_gives_way_too() -> None:
    report = make_report("a", "T", "Arvo Lind came late. On Friday he rejected the plan.")
    line = sentence_line(meaning_lind(report, "he", before="he rejected"), at(report, "rejected"))
    assert line is not None
    assert line.text == "On Friday [Arvo Lind] rejected the plan."


def test_a_title_with_the_number_of_its_text_is_no_reading_of_its_own() -> None:
    report = make_report("a", "Flood drowns 14 people", "In Orlan 14 villagers drowned.")
    report = with_figure(report, "14 people", 14, "killed")
    report = with_figure(report, "14 villagers", 14, "killed")
    (series,) = weave_story([with_meaning(report)]).brief.figures
    assert [reading.span.of(report.text) for reading in series.series] == ["14 villagers"]


def test_whom_a_pronoun_inside_a_sentence_means_stands_in_brackets_and_is_cited() -> None:
    report = make_report("a", "T", "Arvo Lind came late. The envoys heard his speech.")
    line = sentence_line(meaning_lind(report, "his", before="his speech"), at(report, "heard"))
    assert line is not None
    assert line.text == "The envoys heard [Arvo Lind’s] speech."
    assert at(report, "Arvo Lind") in [cite.span for cite in line.cites]


def test_a_sentence_that_is_about_nobody_knows_whom_makes_no_line() -> None:
    report = make_report("a", "T", "Again they left the pass.")
    (title, sentence), words = report.sentences, "Again they left the pass".split()
    starts = tuple(report.text.index(word, sentence.span.start) for word in words)
    ends = tuple(start + len(word) for start, word in zip(starts, words, strict=True))
    pos = ("ADV", "PRON", "VERB", "DET", "NOUN")
    parse = Parse(starts, ends, tuple(words), pos, pos, (2,) * 5, ("dep",) * 5)
    report = replace(report, sentences=(title, replace(sentence, parse=parse)))
    assert sentence_line(report, at(report, "left")) is None
    assert line_of("The guards left when they heard shots.", "left") is not None


def test_what_several_reports_lead_with_goes_first() -> None:
    reports = []
    for id in "ab":
        text = "Lind rejected the plan. Rain fell. Mist rose. Troops left Narva."
        report = make_report(id, "T", text, outlet=f"Outlet {id}")
        report = with_event(report, "Lind rejected the plan", "rejected", "REJECT", by="Lind")
        reports.append(with_event(report, "Troops left Narva", "left", "RETREAT", by="Troops"))
    points = [p.text for p in weave_story(reports).brief.points if p.section == "shared"]
    assert points == ["Lind rejected the plan.", "Troops left Narva."]


def test_a_number_in_a_row_is_no_headline_where_a_report_has_one() -> None:
    row = make_report("a", "Situation report no. 4: Orlan", "Latvia shut the sluices of Orlan.")
    news = make_report("b", "Latvia shuts sluices of dam", "The sluices are shut, Latvia said.")
    assert choose_headline([row, news]) == "Latvia shuts sluices of dam"
    assert choose_headline([row]) == "Situation report no. 4: Orlan"


def test_what_one_text_and_a_headline_tell_is_neither_shared_nor_told_by_one_alone() -> None:
    text = "On Monday Estonia closed the locks at Orlan."
    told = with_event(make_report("b", "T", text), text[:-1], "closed", "COERCE", by=["Estonia"])
    title = "Estonia closes the locks at Orlan"
    headed = with_event(
        make_report("a", title, "Boats lay idle."), title, "closes", "COERCE", by=["Estonia"]
    )
    story = weave_story([with_meaning(told), with_meaning(headed)])
    assert [len(claim.members) for claim in story.claims] == [2]
    assert story.brief.points == ()
