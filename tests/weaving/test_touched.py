"""What notices touch: the count that is mended, the words that are taken back, whole reports."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Actor, Claim, Notice, Report, Standing, Story
from dateline.weaving.weave import weave_story
from tests.weaving.reports import at, make_report, with_credit, with_event, with_figure

CURFEW = "The army imposed a curfew on the town"
NOTE = "Correction: An earlier version said 14 people had died. The number is 12."


def bridge(id: str, outlet: str, dead: str, *more: str, **about: str) -> Report:
    """Return a report of an outlet that counts the dead of a bridge."""
    text = f"{dead} died when the footbridge of {id} over the Sel gave way."
    report = make_report(id, "Footbridge gives way", text, *more, outlet=outlet, **about)
    return with_figure(report, dead, float(dead.split(maxsplit=1)[0]), "killed")


def noted(report: Report, words: str, kind: str, **parts: str) -> Report:
    """Return the report with a notice; `wrong`, `right` and `whose` are words of it."""
    spans = {name: at(report, parts[name]) for name in ("wrong", "right") if name in parts}
    whose = Actor(parts["whose"], at(report, parts["whose"])) if "whose" in parts else None
    notice = Notice(at(report, words), kind, "hand", whose=whose, **spans)
    return replace(report, notices=(*report.notices, notice))


def claim_of(story: Story, kind: str) -> Claim:
    """Return the one claim of a kind."""
    (found,) = (claim for claim in story.claims if claim.kind == kind)
    return found


def standings(claim: Claim) -> dict[str, Standing]:
    """Return whether each report of a claim still says it."""
    return {member.report: member.standing for member in claim.members}


MENDED = noted(
    bridge("daily", "Varn Daily", "12 people", NOTE, published="2031-03-04"),
    NOTE, "correction", wrong="14", right="12",
)  # fmt: skip


def test_a_correction_of_a_number_is_an_update_with_both_values_cited() -> None:
    report = noted(
        bridge("daily", "Varn Daily", "12 people", NOTE), NOTE, "correction", wrong="14", right="12"
    )
    claim = claim_of(weave_story([report]), "figure")
    (difference,) = claim.differences
    assert (difference.on, difference.relation) == ("number", "updated")
    assert [value.value for value in difference.values] == ["14", "12 people"]
    assert [(n.cite.report, n.record.partition("/")[0], n.kind) for n in claim.notices] == [
        ("daily", "notices", "correction")
    ]


def test_what_a_notice_calls_wrong_is_no_member_of_a_claim() -> None:
    told = with_figure(MENDED, "14 people", 14, "killed")
    assert len(claim_of(weave_story([told]), "figure").members) == 1


def test_a_correction_reaches_the_outlet_s_other_report_and_no_other_outlet() -> None:
    before = bridge("noon", "Varn Daily", "14 people", published="2031-03-04")
    other = bridge("post", "Lake Post", "14 people", published="2031-03-04")
    claim = claim_of(weave_story([before, MENDED, other]), "figure")
    assert standings(claim) == {
        "noon": Standing.CORRECTED,
        "daily": Standing.STANDS,
        "post": Standing.STANDS,
    }


def test_a_slug_says_that_a_version_s_number_was_wrong() -> None:
    slug = "(Corrects number of dead in paragraph 1)"
    url = "https://kestrel.example/sel"
    first = bridge("one", "Kestrel", "14 people", url=url, updated="2031-03-04")
    last = bridge("two", "Kestrel", "12 people", slug, url=url, updated="2031-03-05")
    claim = claim_of(weave_story([first, noted(last, slug, "correction")]), "figure")
    assert standings(claim) == {"one": Standing.CORRECTED, "two": Standing.STANDS}
    assert [difference.relation for difference in claim.differences] == ["updated"]


def test_words_that_are_taken_back_lend_no_origin() -> None:
    post = make_report("post", "Shooting in Orsk", f"{CURFEW}.", outlet="Lake Post")
    post = with_event(post, CURFEW, "imposed", "COERCE", by=["The army"])
    told = "The Lake Post retracted its report that the army had imposed a curfew on the town."
    ledger = noted(
        make_report("ledger", "Orsk quiet", told, outlet="Sel Ledger"), told, "retraction",
        wrong="the army had imposed a curfew on the town", whose="The Lake Post",
    )  # fmt: skip
    story = weave_story([post, ledger])
    claim = claim_of(story, "event")
    assert standings(claim) == {"post": Standing.RETRACTED}
    assert (claim.origins.least, claim.origins.most) == (0, 0)
    assert [because.reason for because in claim.origins.because] == ["retracted"]
    (point,) = story.brief.points
    assert point.standing is Standing.RETRACTED
    assert "ledger" in {cite.report for cite in point.cites}


def test_a_retracted_report_lends_the_story_no_origin_and_contradicts_nobody() -> None:
    note = "Editor's note: This story has been withdrawn."
    gone = noted(bridge("echo", "Echo", "40 people", note), note, "retraction")
    kept = bridge("post", "Lake Post", "12 people", published="2031-03-04")
    story = weave_story([gone, kept])
    assert (story.origins.least, story.origins.most) == (1, 1)
    claim = claim_of(story, "figure")
    assert claim.differences == ()
    assert standings(claim) == {"echo": Standing.RETRACTED, "post": Standing.STANDS}


def test_a_wire_that_is_withdrawn_takes_the_copies_that_credit_it_along() -> None:
    text = "Soldiers of the third brigade fired on a crowd outside the grain store in Orsk."
    more = "The store has been shut since January, and bread is scarce in all the valley."
    note = "Editors: this story has been withdrawn."

    def printed(id: str, outlet: str, *last: str) -> Report:
        report = make_report(id, "Soldiers fire", text, more, *last, outlet=outlet)
        return with_event(report, text[:-1], "fired", "ASSAULT", by=["Soldiers"])

    wire = noted(printed("wire", "Kestrel", note), note, "retraction")
    credited = with_credit(printed("credited", "Valley Courier", "Kestrel"), "Kestrel")
    bare = printed("bare", "Echo")
    claim = claim_of(weave_story([wire, credited, bare]), "event")
    assert standings(claim) == {
        "wire": Standing.RETRACTED,
        "credited": Standing.RETRACTED,
        "bare": Standing.STANDS,
    }
