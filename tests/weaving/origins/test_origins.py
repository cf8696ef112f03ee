"""Origins: how many sources are proven, how many are possible."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model import Origins, Report
from dateline.weaving.claims.ledger import find_claims
from dateline.weaving.copies.lineage import find_copies
from dateline.weaving.origins.counting import claim_origins, find_ties, story_origins
from tests.weaving.reports import make_report, with_credit, with_event, with_figure, with_statement

LONG = (
    "Rain that fell for nine days has broken the dyke of the Orlan river above the old mill.",
    "Families from four villages spent the night on the roof of the school and in its chapel.",
    "Boats of the fire service took the last of them off as the water reached the windows.",
)
OTHER = (
    "The dyke above the mill gave way on Sunday night, nine days after the rain began to fall.",
    "Four villages were under water by morning, and people waited on the school's flat roof.",
)


def whole(*reports: Report) -> Origins:
    """Return the origins of a story."""
    return story_origins(find_ties(reports, find_copies(reports)))


def only_claim(reports: Sequence[Report]) -> Origins:
    """Return the origins of the one claim that all these reports make."""
    ties = find_ties(reports, find_copies(reports))
    (telling,) = [t for t in find_claims(reports) if len(t.reports) == len(reports)]
    return claim_origins(telling.claim, {i.key: i.record for i in telling.items}, ties)


def flood(id: str, lines: Sequence[str], *agencies: str, **metadata: str) -> Report:
    credit = f"({', '.join(agencies)})" if agencies else "(desk)"
    return with_credit(make_report(id, f"Flood {id}", *lines, credit, **metadata), *agencies)


def toll(id: str, text: str, claimed: str | None = None) -> Report:
    report = make_report(id, f"Toll {id}", text)
    more = {"claimed": claimed} if claimed else {}
    return with_figure(report, "14 people", 14, "killed", **more)


def test_shared_credits_forbid_two_and_prove_no_one() -> None:
    found = whole(flood("a", LONG, "AP", "Reuters"), flood("b", OTHER, "Reuters", "AP"))
    assert (found.least, found.most, found.named) == (1, 2, ("AP", "Reuters"))
    (because,) = found.because
    assert because.reason == "same-credits"
    assert len(because.evidence) == 4


def test_other_credits_prove_two() -> None:
    found = whole(flood("a", LONG, "AP"), flood("b", OTHER, "AFP"))
    assert (found.least, found.most) == (2, 2)


def test_unknown_credits_prove_nothing() -> None:
    found = whole(flood("a", LONG, "AP"), flood("b", OTHER))
    assert (found.least, found.most) == (1, 2)


def test_a_reporter_on_the_spot_is_a_source_of_his_own() -> None:
    own = flood("b", OTHER, place="Tartu", outlet="Valley Post", byline=("Ann Lee",))  # type: ignore[arg-type]
    assert whole(flood("a", LONG, "AP"), own).least == 2


def test_a_medium_that_signs_is_no_reporter_on_the_spot() -> None:
    medium = (("byline", "medium"),)
    # The builder takes any field of the metadata by keyword, loosely typed.
    own = flood("b", OTHER, place="Tartu", outlet="Valley Post", byline=("VP",), read_from=medium)  # type: ignore[arg-type]
    assert whole(flood("a", LONG, "AP"), own).least == 1


def test_copies_are_one_origin() -> None:
    found = whole(flood("a", LONG, "AP"), flood("b", LONG))
    assert (found.least, found.most) == (1, 1)
    assert [b.reason for b in found.because] == ["copy"]
    assert found.because[0].evidence


def test_one_named_source_is_one_origin() -> None:
    a = toll(
        "a",
        "The flood drowned 14 people, the Orlan Relief Committee said.",
        "Orlan Relief Committee",
    )
    b = toll(
        "b",
        "According to the Orlan Relief Committee the flood killed 14 people.",
        "Orlan Relief Committee",
    )
    found = only_claim([a, b])
    assert (found.least, found.most, found.named) == (1, 1, ("Orlan Relief Committee",))
    assert [b.reason for b in found.because] == ["same-source"]


def test_two_named_sources_are_two_origins() -> None:
    a = toll(
        "a",
        "The flood drowned 14 people, the Orlan Relief Committee said.",
        "Orlan Relief Committee",
    )
    b = toll("b", "According to Flood Watch the flood killed 14 people.", "Flood Watch")
    found = only_claim([a, b])
    assert (found.least, found.most) == (2, 2)


def test_who_names_no_source_may_have_it_from_the_other() -> None:
    a = toll(
        "a",
        "The flood drowned 14 people, the Orlan Relief Committee said.",
        "Orlan Relief Committee",
    )
    found = only_claim([a, toll("b", "The flood killed 14 people.")])
    assert (found.least, found.most) == (1, 2)


def test_a_speaker_is_one_origin_in_every_paper() -> None:
    reports = [
        with_statement(
            make_report(id, id, f"“We will open it,” Lind {verb}."), "We will open it,", "Arvo Lind"
        )
        for id, verb in (("a", "said"), ("b", "told reporters"), ("c", "wrote"))
    ]
    found = only_claim(reports)
    assert (found.least, found.most) == (1, 1)


def test_one_quotation_is_one_origin_whoever_is_named() -> None:
    words = "“We went up for the flour and came back with the miller on a door,”"
    one = with_statement(
        make_report("a", "T", f"{words} said Arvo Lind."), words[1:-1], "Arvo Lind"
    )
    text = f"{words} an old woman said."
    other = with_statement(make_report("b", "T", text), words[1:-1], "an old woman")
    found = only_claim([one, other])
    assert (found.least, found.most) == (1, 1)
    assert found.because[0].reason == "same-source"


def test_who_threatens_by_name_is_the_source_of_the_threat() -> None:
    reports = [
        with_event(
            make_report(id, id, text), text[:-1], verb, "THREATEN", by=["Estonia"], to=["Latvia"]
        )
        for id, verb, text in (
            ("a", "warned", "Estonia warned Latvia over the sluices at Orlan."),
            ("b", "threatened", "Over the sluices at Orlan Estonia threatened Latvia."),
        )
    ]
    found = only_claim(reports)
    assert (found.least, found.most) == (1, 1)


def test_a_sentence_taken_over_carries_its_origin() -> None:
    line = "Estonia has warned Latvia three times this spring not to shut the sluices at Orlan."
    reports = [
        with_event(
            make_report(id, id, line, *rest),
            line,
            "warned",
            "THREATEN",
            by=["Estonia"],
            to=["Latvia"],
        )
        for id, rest in (("a", LONG), ("b", OTHER))
    ]
    found = only_claim(reports)
    assert (found.least, found.most) == (1, 1)
    assert [b.reason for b in found.because] == ["shared-sentence", "same-source"]


def test_a_copy_changes_no_count() -> None:
    stories = (
        [flood("a", LONG, "AP"), flood("b", OTHER, "AFP")],
        [flood("a", LONG), flood("b", OTHER)],
    )
    for reports in stories:
        before, after = whole(*reports), whole(*reports, flood("c", LONG))
        assert (before.least, before.most) == (after.least, after.most)


def eyes(id: str, text: str, outlet: str | None = None, **more: str) -> Report:
    report = make_report(id, f"Toll {id}", text, outlet=outlet)
    return with_figure(report, "14 people", 14, "killed", **more)


def test_two_reporters_who_saw_it_are_two_origins() -> None:
    a = eyes("a", "Our reporter counted 14 people whom the flood killed.", "Valley Post")
    b = eyes("b", "The flood drowned 14 people, a Reuters reporter at the scene saw.")
    found = only_claim([a, b])
    assert (found.least, found.most) == (2, 2)
    assert [b.reason for b in found.because] == ["own-reporting", "own-reporting"]
    assert all(b.evidence for b in found.because)


def test_one_agencys_reporter_is_one_origin_in_two_papers() -> None:
    a = eyes("a", "The flood killed 14 people, a Reuters reporter saw.")
    b = eyes("b", "A Reuters reporter in Orlan counted 14 people drowned by the flood.")
    found = only_claim([a, b])
    assert (found.least, found.most) == (1, 1)


def test_who_saw_it_is_another_than_any_body_that_says_so() -> None:
    a = eyes("a", "Our reporter counted 14 people whom the flood killed.", "Valley Post")
    b = toll("b", "The flood killed 14 people, Flood Watch said.", "Flood Watch")
    found = only_claim([a, b])
    assert (found.least, found.most) == (2, 2)


def test_reporters_of_one_family_are_not_proven_two() -> None:
    text = "Our reporter counted 14 people whom the flood killed"
    found = only_claim([eyes("a", f"{text}.", "The Times"), eyes("b", f"{text} today.", "The Sun")])
    assert found.least == 1


def test_a_column_adds_no_origin_to_news() -> None:
    news = toll("a", "The flood killed 14 people.")
    column = make_report("b", "The dyke and I", "The flood killed 14 people.", section="Opinion")
    column = with_figure(column, "14 people", 14, "killed")
    found = only_claim([news, column])
    assert (found.least, found.most) == (1, 1)
    assert [b.reason for b in found.because] == ["commentary"]


def test_a_denial_adds_no_origin_to_what_it_denies() -> None:
    reports = [
        with_event(
            make_report(id, id, line),
            line,
            "shelled",
            "ASSAULT",
            by=["Estonia"],
            to=["Latvia"],
            **more,
        )
        for id, line, more in (
            ("a", "Estonia shelled Latvia at the Orlan dyke.", {}),
            ("b", "Estonia has not shelled Latvia at the Orlan dyke.", {"status": "denied"}),
        )
    ]
    found = only_claim(reports)
    assert (found.least, found.most) == (1, 1)
    assert "denial" in [b.reason for b in found.because]
