"""Claims: which records speak of one thing."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Report
from dateline.weaving.claims.ledger import find_claims
from dateline.weaving.claims.telling import Telling
from tests.weaving.reports import (
    make_report,
    with_day,
    with_event,
    with_figure,
    with_meaning,
    with_place,
    with_statement,
)


def joined(*reports: Report) -> list[Telling]:
    """Return the claims that more than one report makes."""
    return [telling for telling in find_claims(reports) if len(telling.reports) > 1]


def warning(id: str, text: str, by: str, to: str, **more: object) -> Report:
    """Return a report of one sentence with one warning in it."""
    return with_event(
        make_report(id, "Warning", text), text, "warned", "THREATEN", by=[by], to=[to], **more
    )


A = warning("a", "Arvo Lind warned Latvia not to shut the dam.", "Arvo Lind", "Latvia")


def test_one_act_in_other_words_is_one_claim() -> None:
    b = warning("b", "Estonia warned its neighbour Latvia over the dam.", "Estonia", "Latvia")
    (telling,) = joined(A, b)
    assert telling.reports == ("a", "b")


def test_acts_of_two_persons_are_two_claims() -> None:
    b = warning("b", "Marta Ozola warned Latvia not to shut the dam.", "Marta Ozola", "Latvia")
    assert joined(A, b) == []


def test_acts_upon_two_countries_are_two_claims() -> None:
    b = warning("b", "Arvo Lind warned Lithuania not to shut the dam.", "Arvo Lind", "Lithuania")
    assert joined(A, b) == []


def test_acts_on_two_days_are_two_claims() -> None:
    first = make_report("a", "T", "On Monday Arvo Lind warned Latvia.")
    other = make_report("b", "T", "On Friday Arvo Lind warned Latvia.")
    first, other = (
        with_day(first, "On Monday", "2031-03-03"),
        with_day(other, "On Friday", "2031-03-07"),
    )
    first = with_event(
        first, "Arvo Lind warned Latvia", "warned", "THREATEN", by=["Arvo Lind"], when="On Monday"
    )
    other = with_event(
        other, "Arvo Lind warned Latvia", "warned", "THREATEN", by=["Arvo Lind"], when="On Friday"
    )
    assert joined(first, other) == []


def test_strikes_on_two_towns_are_two_claims() -> None:
    reports = []
    for id, town in (("a", "Korvat"), ("b", "Belmora")):
        clause = f"Shells hit a school in {town} at night"
        report = with_place(make_report(id, "T", f"{clause}."), town, "city", "EST")
        reports.append(with_event(report, clause, "hit", "ASSAULT", place=town))
    assert joined(*reports) == []


def test_like_words_alone_join_no_acts() -> None:
    words = "the plan for the new harbour bridge near the old mill"
    a = with_event(
        make_report("a", "T", f"Lind praised {words}."), f"praised {words}", "praised", "SUPPORT"
    )
    b = with_event(
        make_report("b", "T", f"Ozola rejected {words}."), f"rejected {words}", "rejected", "REJECT"
    )
    assert joined(a, b) == []


def test_a_meeting_joins_by_who_meets() -> None:
    a = make_report("a", "T", "Leaders of Estonia, Latvia and Lithuania meet in Vilnius next week.")
    a = with_event(a, "Leaders of Estonia, Latvia and Lithuania meet", "meet", "CONSULT",
                   by=["Estonia", "Latvia", "Lithuania"], status="planned")  # fmt: skip
    b = make_report("b", "T", "Arvo Lind will hold talks with Latvia and Lithuania.")
    b = with_event(b, "Arvo Lind will hold talks with Latvia and Lithuania", "talks", "CONSULT",
                   by=["Arvo Lind"], to=["Latvia", "Lithuania"], status="planned")  # fmt: skip
    assert len(joined(a, b)) == 1


def test_the_title_says_what_the_body_says() -> None:
    report = make_report(
        "a", "Lind warns Latvia over dam", "Arvo Lind has warned Latvia not to shut the dam."
    )
    report = with_event(
        report, "Lind warns Latvia over dam", "warns", "THREATEN", by=["Arvo Lind"], to=["Latvia"]
    )
    report = with_event(report, "has warned Latvia not to shut the dam", "warned", "THREATEN",
                        by=["Arvo Lind"], to=["Latvia"])  # fmt: skip
    (telling,) = find_claims([report])
    assert len(telling.items) == 2


def test_a_fragment_of_a_quotation_is_the_quotation() -> None:
    a = make_report(
        "a", "T", "Lind said: “The sluices are a weapon and we will treat them as one.”"
    )
    b = make_report("b", "T", "The sluices were “a weapon”, Lind said.")
    a = with_statement(a, "The sluices are a weapon and we will treat them as one.", "Arvo Lind")
    b = with_statement(b, "a weapon", "Arvo Lind", "mixed")
    assert len(joined(a, b)) == 1


def test_two_renderings_of_one_demand_are_one_claim() -> None:
    a = make_report("a", "T", "“The sluices at Orlan must be opened,” Lind said.")
    b = make_report("b", "T", "“Those sluices must now be let run,” Lind said.")
    a = with_statement(a, "The sluices at Orlan must be opened,", "Arvo Lind")
    b = with_statement(b, "Those sluices must now be let run,", "Arvo Lind")
    assert len(joined(a, b)) == 1


def test_the_same_words_of_two_speakers_are_two_claims() -> None:
    a = with_statement(
        make_report("a", "T", "“We regret this loss,” Lind said."),
        "We regret this loss,",
        "Arvo Lind",
    )
    b = with_statement(
        make_report("b", "T", "“We regret this loss,” Ozola said."),
        "We regret this loss,",
        "Marta Ozola",
    )
    assert joined(a, b) == []


def test_an_equal_count_of_one_thing_is_one_claim() -> None:
    a = with_figure(
        make_report("a", "T", "The flood drowned 14 people."), "14 people", 14, "killed"
    )
    b = with_figure(
        make_report("b", "T", "The flood has killed 14 villagers."), "14 villagers", 14, "killed"
    )
    assert len(joined(a, b)) == 1


def test_a_new_toll_is_the_same_claim() -> None:
    a = make_report("a", "T", "The flood in the Orlan valley drowned 14 people.")
    b = make_report("b", "T", "The flood in the Orlan valley has killed 19 people.")
    a, b = with_figure(a, "14 people", 14, "killed"), with_figure(b, "19 people", 19, "killed")
    assert len(joined(a, b)) == 1


def test_some_of_the_dead_are_no_other_count_of_the_dead() -> None:
    a = make_report("a", "T", "The flood in the Orlan valley drowned 14 people.")
    b = make_report("b", "T", "The flood in the Orlan valley drowned 11 nurses.")
    a, b = with_figure(a, "14 people", 14, "killed"), with_figure(b, "11 nurses", 11, "killed")
    assert joined(a, b) == []


def test_the_dead_of_the_war_are_not_the_dead_of_the_day() -> None:
    a = with_figure(
        make_report("a", "T", "The shelling killed 14 people."), "14 people", 14, "killed"
    )
    b = with_figure(
        make_report("b", "T", "The war has killed 40,000 people."), "40,000 people", 40000, "killed"
    )
    assert joined(a, b) == []


def test_what_nobody_else_says_is_a_claim_of_its_own() -> None:
    (telling,) = find_claims([A])
    assert (telling.claim.kind, telling.claim.outlets, len(telling.items)) == ("event", 1, 1)
    assert telling.claim.gist == "Arvo Lind warned Latvia not to shut the dam."


def test_two_acts_of_one_report_are_never_joined_through_anothers() -> None:
    one = make_report(
        "a", "T", "Estonia warned Latvia over the dam.", "Arvo Lind warned Latvia about fish."
    )
    one = with_event(
        one,
        "Estonia warned Latvia over the dam",
        "warned",
        "THREATEN",
        by=["Estonia"],
        to=["Latvia"],
    )
    one = with_event(one, "Arvo Lind warned Latvia about fish", "warned Latvia about", "THREATEN",
                     by=["Arvo Lind"], to=["Latvia"])  # fmt: skip
    other = warning("b", "Estonia warned Latvia about the dam.", "Estonia", "Latvia")
    for telling in joined(one, other):
        assert len({item.report.id for item in telling.items}) == len(telling.items)


def test_what_one_report_plans_and_a_later_one_tells_is_one_claim() -> None:
    a = make_report("a", "T", "Arvo Lind will meet Marta Ozola in Vilnius.", published="2031-03-04")
    b = make_report("b", "T", "Arvo Lind met Marta Ozola in Vilnius.", published="2031-03-06")
    two: dict[str, object] = {"by": ["Arvo Lind"], "to": ["Marta Ozola"]}
    a = with_event(
        a, "Arvo Lind will meet Marta Ozola in Vilnius", "meet", "CONSULT", status="planned", **two
    )
    b = with_event(b, "Arvo Lind met Marta Ozola in Vilnius", "met", "CONSULT", **two)
    assert len(joined(a, b)) == 1


def test_two_verbs_of_one_sentence_tell_one_deed() -> None:
    text = "Estonia searched the mill and seized its books."
    report = with_event(
        make_report("a", "T", text),
        "Estonia searched the mill",
        "searched",
        "COERCE",
        by=["Estonia"],
    )
    report = with_event(report, "seized its books", "seized", "COERCE", by=["Estonia"])
    (telling,) = find_claims([report])
    assert len(telling.items) == 2


def test_one_long_sentence_printed_twice_tells_one_act() -> None:
    text = "After Estonia and Latvia met, they wrote to {} that the pumps had failed."

    def told(id: str, whom: str, to: str) -> Report:
        report = make_report(id, "T", text.format(whom))
        return with_event(report, text.format(whom)[:-1], "wrote", "REQUEST", to=[to])

    # "them" is whoever each report's other sentences make it.
    (telling,) = joined(told("a", "them", "Estonia"), told("b", "them", "Latvia"))
    assert len(telling.items) == 2
    assert joined(told("a", "them", "Estonia"), told("b", "Norway", "Latvia")) == []


def test_a_count_that_two_sources_dispute_is_one_claim() -> None:
    text = "The Orlan Relief Committee counts 14 dead in the valley; Flood Watch counts 29 dead."
    report = make_report("a", "T", text)
    report = with_figure(report, "14 dead", 14, "killed", claimed="Orlan Relief Committee")
    report = with_figure(report, "29 dead", 29, "killed", claimed="Flood Watch")
    (telling,) = find_claims([report])
    assert len(telling.items) == 2


def test_the_dead_of_one_country_are_not_those_of_the_other() -> None:
    a = with_figure(
        make_report("a", "T", "Shells killed 4 soldiers, Estonia said."), "4 soldiers", 4, "killed"
    )
    b = with_figure(
        make_report("b", "T", "Shells killed 9 soldiers, Latvia said."), "9 soldiers", 9, "killed"
    )
    assert joined(a, b) == []


def test_an_office_means_its_holder() -> None:
    a = make_report("a", "T", "Every further shot at Orlan will be answered, Arvo Lind said.")
    b = make_report("b", "T", "Every new shot at Orlan will be answered, Estonia's president said.")
    a = with_statement(a, "Every further shot at Orlan will be answered", "Arvo Lind", "paraphrase")
    b = with_statement(
        b, "Every new shot at Orlan will be answered", "Estonia's president", "paraphrase"
    )
    chain = replace(a.chains[0], title="President")
    assert len(joined(replace(a, chains=(chain,)), b)) == 1


def counted(id: str, text: str, words: str, low: float, **more: object) -> Report:
    """Return a report of one sentence with one count of the dead."""
    return with_figure(make_report(id, "T", text), words, low, "killed", **more)


def test_a_toll_that_rose_is_the_toll_before_whatever_noun_it_counts_by() -> None:
    a = counted("a", "The blast at the Orlan mill killed 4 workers.", "4 workers", 4)
    b = counted("b", "The number of deaths at the Orlan mill rose to 9.", "rose to 9", 9, head="")
    assert len(joined(a, b)) == 1


def test_soldiers_of_one_country_are_counted_anew_and_not_with_the_others() -> None:
    a = counted("a", "At Orlan 2 Latvian soldiers fell.", "2 Latvian soldiers", 2)
    b = counted("b", "At Orlan 9 Latvian soldiers fell.", "9 Latvian soldiers", 9)
    c = counted("c", "At Orlan 5 Estonian soldiers fell.", "5 Estonian soldiers", 5)
    assert [telling.reports for telling in joined(a, b, c)] == [("a", "b")]


def test_all_the_dead_are_no_recount_of_one_sides_dead() -> None:
    a = counted("a", "At Orlan 3 Latvian soldiers fell.", "3 Latvian soldiers", 3)
    b = counted("b", "At Orlan 8 people fell.", "8 people", 8)
    assert joined(a, b) == []


def test_those_set_free_are_no_count_of_those_taken() -> None:
    a = with_figure(
        make_report("a", "T", "Police at Orlan detained 30 people."), "30 people", 30, "arrested"
    )
    b = with_figure(
        make_report("b", "T", "Police at Orlan released 30 people."), "30 people", 30, "arrested"
    )
    assert joined(a, b) == []


def test_who_acts_upon_whom_alone_makes_no_two_acts_one() -> None:
    a = warning("a", "Arvo Lind warned Latvia off the reefs.", "Arvo Lind", "Latvia")
    b = make_report("b", "T", "Estonia asked Latvia twice for herring quotas.")
    b = with_event(b, b.text[3:], "asked", "REQUEST", by=["Estonia"], to=["Latvia"])
    c = make_report("c", "T", "Estonia told Latvia to leave the strait.")
    c = with_event(c, c.text[3:], "told", "REQUEST", by=["Estonia"], to=["Latvia"])
    assert joined(a, b, c) == []


def test_talks_held_on_the_day_that_was_planned_are_the_planned_ones() -> None:
    a = make_report("a", "T", "Negotiators will meet at Orlan on Friday.", published="2031-03-04")
    a = with_place(with_day(a, "Friday", "2031-03-07"), "Orlan", "city", "LVA")
    a = with_event(a, "Negotiators will meet at Orlan on Friday", "meet", "CONSULT",
                   by=["Negotiators"], when="Friday", place="Orlan", status="planned")  # fmt: skip
    b = make_report(
        "b", "T", "The deal was made after long talks at Orlan.", published="2031-03-07"
    )
    b = with_place(b, "Orlan", "city", "LVA")
    b = with_event(b, "long talks at Orlan", "talks", "CONSULT", place="Orlan")
    assert len(joined(with_meaning(a), with_meaning(b))) == 1


def test_a_paraphrase_by_another_word_of_the_sense_is_the_quotation() -> None:
    a = make_report("a", "T", "“There is no danger,” Arvo Lind said.")
    b = make_report("b", "T", "Arvo Lind said there was no risk.")
    a = with_statement(a, "There is no danger,", "Arvo Lind")
    b = with_statement(b, "there was no risk", "Arvo Lind", "paraphrase")
    assert len(joined(a, b)) == 1


def test_two_things_said_of_one_place_are_two_statements() -> None:
    a = make_report("a", "T", "Orlan Lagoon has risen by a metre, Arvo Lind said.")
    b = make_report("b", "T", "Boats were lost on Orlan Lagoon, Arvo Lind said.")
    a = with_statement(a, "Orlan Lagoon has risen by a metre", "Arvo Lind", "paraphrase")
    b = with_statement(b, "Boats were lost on Orlan Lagoon", "Arvo Lind", "paraphrase")
    a, b = (with_place(r, "Orlan Lagoon", "city", "LVA") for r in (a, b))
    assert joined(a, b) == []


def test_what_lies_months_apart_is_not_one_thing() -> None:
    early = A
    late = warning("b", "Estonia warned its neighbour Latvia over the dam.", "Estonia", "Latvia")
    early, late = published(early, "2031-03-04"), published(late, "2031-03-24")
    assert len(joined(early, late)) == 1
    assert joined(early, published(late, "2031-09-04")) == []


def test_only_a_count_of_a_long_time_is_told_anew_after_months() -> None:
    for text, one in (("killed 4 workers", False), ("has killed 4 workers so far this year", True)):
        a = published(counted("a", f"The pit at Orlan {text}.", "4 workers", 4), "2031-03-04")
        b = published(counted("b", f"The pit at Orlan {text}.", "4 workers", 4), "2031-09-04")
        assert bool(joined(a, b)) is one


def published(report: Report, day: str) -> Report:
    """Return a report of a day."""
    return replace(report, metadata=replace(report.metadata, published=day))
