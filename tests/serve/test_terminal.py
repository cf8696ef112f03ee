"""The brief in the terminal: what an editor reads, at 80 columns, with its citations."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.model import Because, Brief, Cite, Origins, Point, Span
from dateline.serve.citing import letter
from dateline.serve.terminal import draw_brief, draw_briefs
from dateline.serve.typeset import Ink, columns
from tests.serve import sample


def test_it_opens_with_headline_dates_and_origins() -> None:
    assert draw_brief(sample.story()).split("\n")[:3] == [
        "River bursts its banks in Beira",
        "12–13 March 2030",
        "2 reports, 2 outlets, 1–2 origins: both credit Delta Wire",
    ]


def test_the_legend_names_outlet_title_date_and_file() -> None:
    text = draw_brief(sample.story())
    assert "  A  Harbour Courier: River bursts its banks in Beira\n" in text
    assert "     13 March 2030 (inferred) · pages/ledger.txt\n" in text


def test_an_unknown_outlet_goes_by_its_file() -> None:
    assert "Only ledger reports" in draw_brief(sample.story())


def test_sections_stand_in_the_order_of_an_editors_questions() -> None:
    headings = [line for line in draw_brief(sample.story()).split("\n") if line[:1].isalpha()][1:]
    assert headings == [
        "What both report",
        "Where they differ",
        "Only Harbour Courier reports",
        "Only ledger reports",
        "Figures",
        "Who said what",
        "Timeline",
    ]


def test_a_difference_says_of_which_kind_it_is() -> None:
    text = draw_brief(sample.story())
    assert "At least 40 killed, then 52. (updated) [A1, B1]" in text
    assert re.search(r"\(two\s+translations\)", text)


def test_every_line_cites_report_and_sentence() -> None:
    text = draw_brief(sample.story())
    points = re.split(r"\n +• ", text.split("\nFigures")[0])[1:]
    assert len(points) == 5
    assert all(re.search(r"\[[AB]\d(, [AB]\d)*\]", point) for point in points)


def test_a_figure_is_named_once_for_all_who_give_it() -> None:
    table = draw_brief(sample.story()).split("Figures\n")[1].split("\n\n")[0].split("\n")
    assert [line.split() for line in table[1:]] == [
        ["people", "in", "Beira,", "killed", "at", "least", "40", "Ana", "Tembe", "[A1]"],
        ["52", "rescue", "service", "[B1]"],
    ]


def test_the_timeline_tells_past_from_scheduled() -> None:
    timeline = draw_brief(sample.story()).split("Timeline\n")[1]
    past, going, scheduled = (timeline.index(w) for w in ("Past", "Going on", "Scheduled"))
    assert past < timeline.index("11 March 2030") < going < timeline.index("12–13") < scheduled


def test_no_line_is_wider_than_eighty_columns() -> None:
    story = sample.story()
    wide = Point("大雨で川が氾濫した。" * 20, story.brief.points[0].cites, "shared")
    long = Point("A flood came. " * 40, story.brief.points[0].cites, "shared")
    brief = replace(story.brief, headline="Flood " * 40, points=(wide, long))
    assert max(map(columns, draw_brief(replace(story, brief=brief)).split("\n"))) <= 80


def test_nothing_reads_like_a_machine() -> None:
    assert not re.search(r"\b[a-z]+_[a-z]+\b|\b[A-Z]{5,}\b", draw_brief(sample.story()))


def test_colours_are_bold_and_dim_and_only_when_asked() -> None:
    assert "\x1b" not in draw_brief(sample.story())
    codes = set(re.findall(r"\x1b\[(\d+)m", draw_brief(sample.story(), ink=Ink(colour=True))))
    assert codes == {"0", "1", "2"}


def test_a_title_can_not_steer_the_terminal() -> None:
    story = sample.story()
    hostile = replace(
        story, brief=replace(story.brief, headline="Flood\x1b]0;x\x07\u202e in Beira")
    )
    assert not set("\x1b\x07\u202e") & set(draw_brief(hostile))


def test_a_citation_outside_all_sentences_says_where_it_stands() -> None:
    story = sample.story()
    credit = sample.cite(story.reports[1], "With reporting by Delta Wire")
    title = sample.cite(story.reports[0], "River bursts")
    brief = Brief("Flood", (Point("Delta Wire is credited.", (credit, title), "shared"),))
    assert "credited. [A title, B credit]" in draw_brief(replace(story, brief=brief))


def test_a_citation_over_two_sentences_names_both() -> None:
    story = sample.story()
    report = story.reports[0]
    both = Cite(report.id, Span(report.sentences[2].span.start, report.sentences[3].span.end))
    brief = Brief("Flood", (Point("Rescue goes on.", (both,), "alone"),))
    assert "Rescue goes on. [A2–3]" in draw_brief(replace(story, brief=brief))


def test_copies_are_told_in_the_legend_and_in_the_reasons() -> None:
    story = sample.story()
    ids = tuple(report.id for report in story.reports)
    copied = replace(story, lineage=(ids,), origins=Origins(1, 1, (), (Because(ids, "copy", ()),)))
    text = draw_brief(copied)
    assert "2 reports, 2 outlets, 1 origin: both print one text" in text
    assert "prints the same text as B" in text


def test_many_copies_in_a_large_story_are_counted_and_few_are_named() -> None:
    story = sample.story()
    first = story.reports[0]
    reports = tuple(replace(first, page=replace(first.page, id=f"{n:02}")) for n in range(20))
    pairs = [(f"{n:02}", f"{n + 1:02}") for n in range(0, 10, 2)]
    many = tuple(f"{n:02}" for n in range(10, 18))
    large = replace(story, reports=reports, brief=Brief("Flood", ()))
    for count, expected in ((5, "five groups of reports print one text"), (1, "A and B print one")):
        copies = tuple(Because(pair, "copy", ()) for pair in pairs[:count])
        seen = (*copies, Because(many, "shared-sentence", ()))
        text = draw_brief(replace(large, origins=Origins(1, 9, (), seen)))
        assert expected in " ".join(text.split())
        assert "8 reports share sentences word for word" in " ".join(text.split())


def test_a_story_of_one_report_makes_no_comparison() -> None:
    story = sample.story()
    only = replace(
        story,
        reports=story.reports[:1],
        origins=Origins(1, 1),
        brief=Brief("Flood", story.brief.points[3:4]),
    )
    text = draw_brief(only)
    assert "1 report, 1 outlet, 1 origin" in text
    assert "What it reports" in text


def test_stories_are_set_apart() -> None:
    assert draw_briefs([sample.story(), sample.story()]).count("─" * 80) == 1


def test_letters_go_on_after_z() -> None:
    assert [letter(n) for n in (0, 25, 26, 27, 701)] == ["A", "Z", "AA", "AB", "ZZ"]


def test_a_title_and_the_sentence_after_it_stay_apart() -> None:
    story = sample.story()
    report = story.reports[0]
    cites = tuple(Cite(report.id, sentence.span) for sentence in report.sentences[:3])
    brief = Brief("Flood", (Point("A flood came.", cites, "alone"),))
    assert "A flood came. [A title, A1–2]" in draw_brief(replace(story, brief=brief))
