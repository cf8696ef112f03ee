"""Standing: what the last version of a report says, and what only an earlier one said."""

from __future__ import annotations

from dateline.model import Brief, Claim, Report, Standing, Story
from dateline.weaving.weave import weave_story
from tests.weaving.reports import make_report, with_event, with_figure

URL = "https://daily.example/sel-bridge"


def version(id: str, updated: str, dead: str, count: float, more: str) -> Report:
    """Return a version of one report that counts the dead of a bridge."""
    report = make_report(
        id, "Footbridge gives way", f"{dead} died when a footbridge over the Sel gave way.", more,
        url=URL, outlet="Varn Daily", published="2031-03-04", updated=updated,
    )  # fmt: skip
    return with_figure(report, dead, count, "killed")


NOON = with_event(
    version("z-noon", "2031-03-04T12:00", "14 people", 14, "Police held a builder at the river."),
    "Police held a builder at the river", "held", "COERCE", by=["Police"],
)  # fmt: skip
NIGHT = with_event(
    version("a-night", "2031-03-04T21:00", "12 people", 12, "A mason will lay a stone on Friday."),
    "A mason will lay a stone on Friday", "lay", "COOPERATE", by=["A mason"], status="planned",
)  # fmt: skip
OTHER = with_figure(
    make_report(
        "post", "Bridge falls", "A footbridge over the Sel fell and 12 people died.",
        url="https://post.example/1", outlet="Lake Post", published="2031-03-05",
    ),
    "12 people", 12, "killed",
)  # fmt: skip


def dead(story: Story) -> Claim:
    """Return the claim that counts the dead."""
    (found,) = (claim for claim in story.claims if claim.kind == "figure")
    return found


def standings(claim: Claim) -> dict[str, Standing]:
    """Return whether each report of a claim still says it."""
    return {member.report: member.standing for member in claim.members}


def lines(brief: Brief, section: str) -> list[tuple[str, Standing]]:
    """Return the lines of a section with what has become of them."""
    return [(point.text, point.standing) for point in brief.points if point.section == section]


def test_a_number_that_a_later_version_changes_is_updated_and_both_are_cited() -> None:
    (difference,) = dead(weave_story([NIGHT, NOON])).differences
    assert (difference.on, difference.relation) == ("number", "updated")
    assert [(v.report, v.value) for v in difference.values] == [
        ("z-noon", "14 people"),
        ("a-night", "12 people"),
    ]


def test_what_an_earlier_version_said_contradicts_nobody() -> None:
    claim = dead(weave_story([NOON, NIGHT, OTHER]))
    assert [difference.relation for difference in claim.differences] == ["updated"]
    assert standings(claim) == {
        "z-noon": Standing.EARLIER,
        "a-night": Standing.STANDS,
        "post": Standing.STANDS,
    }


def test_versions_are_one_outlet_and_one_report() -> None:
    unnamed = [
        make_report(
            id, "Ferry late", f"The ferry was late by 3 hours. {more}", url=URL, updated=updated
        )
        for id, more, updated in (("one", "Why is open.", "2031-03-04"), ("two", "", "2031-03-05"))
    ]
    held = [with_figure(report, "3 hours", 3, "other") for report in unnamed]
    assert dead(weave_story(held)).outlets == 1


def test_a_status_that_a_later_version_changes_is_updated() -> None:
    told = [
        with_event(
            make_report(id, "March", text, url=URL, outlet="Varn Daily", updated=updated),
            text[:-1], "march", "PROTEST", by=["Miners"], status=status,
        )
        for id, text, updated, status in (
            ("b", "Miners will march through Varn to the town hall.", "2031-03-04", "planned"),
            ("a", "Miners did march through Varn to the town hall.", "2031-03-05", "happened"),
        )
    ]  # fmt: skip
    (claim,) = weave_story(told).claims
    assert [(d.on, d.relation) for d in claim.differences] == [("status", "updated")]
    assert standings(claim) == {"b": Standing.EARLIER, "a": Standing.STANDS}


def test_the_brief_leads_with_the_last_version_and_marks_what_it_dropped() -> None:
    brief = weave_story([NOON, NIGHT, OTHER]).brief
    assert lines(brief, "alone") == [
        ("A mason will lay a stone on Friday.", Standing.STANDS),
        ("Police held a builder at the river.", Standing.EARLIER),
    ]
    assert lines(brief, "differs")[0][0] == (
        "How many died: “14 people” in an earlier version (Varn Daily), “12 people” (Varn Daily)."
    )


def test_what_only_an_earlier_version_counted_says_so_in_the_figures() -> None:
    (series,) = weave_story([NOON, NIGHT]).brief.figures
    assert [(reading.low, reading.standing) for reading in series.series] == [
        (14, Standing.EARLIER),
        (12, Standing.STANDS),
    ]
