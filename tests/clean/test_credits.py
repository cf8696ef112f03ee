"""Agencies that a report credits, and not those that it quotes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.clean.credits import find_credits
from dateline.knowledge.lexicon import open_lexicon
from dateline.knowledge.vocabulary import words
from dateline.model import Listing, Report
from tests.build import marked
from tests.clean.build import LEXICON, skimmed, skimmed_html

_FIRST = "A ferry with 100 people aboard sank off the cape on Saturday, the coast guard said."
_LAST = "The government announced three days of mourning."
_BODY = f"Ferry sinks off the cape\n\n{_FIRST}\n\n{_LAST}"


def _with_line(line: str) -> str:
    """Return the report with a line between headline and body."""
    return _BODY.replace("\n\nA ferry", f"\n\n{line}\n\nA ferry")


def _wires(text: str) -> set[str]:
    """Return the agencies that a text credits by wire, of all that the lexicon lists."""
    found = find_credits(skimmed(text), lexicon=open_lexicon())
    return {credit.agency for credit in found if credit.kind == "wire"}


# ------------------------------------------------------------------------------- in the text


@pytest.mark.parametrize(
    "text",
    [
        _BODY + "\n\nWith reporting by [AP], [AFP], [dpa], and [Reuters]",
        _BODY + "\n\nab/cd ([AFP], Harbour Wire)",
        _BODY + "\n\nap/cd ([AFP])",
        _BODY + "\n\nSource: [Xinhua]",
        _BODY + "\n\n© [AFP]",
        _BODY + "\n\nCopyright 2024 [Associated Press]. All rights reserved.",
        _BODY + "\n\nThe [Associated Press] contributed to this report.",
        _BODY + "\n\nThe Herald, with reporting by [AP]",
        _BODY + "\n\n[Reuters]/[AFP]",
        _BODY + " — [AFP]",
        _BODY + " ([Reuters])",
        _BODY + " [Reuters]",
        _BODY + " © 2024 [AFP]",
        _BODY + " (With inputs from [AFP]) Last update: Saturday",
        "BEIRA, May 3 ([Reuters]) - A ferry sank off the cape, the coast guard said.",
        "May 3 ([Reuters]) - A ferry sank off the cape on Saturday, the coast guard said.",
        "BEIRA, Mozambique ([AP]) — A ferry sank off the cape, the coast guard said.",
        "([AP]) — A ferry sank off the cape on Saturday, the coast guard said.",
        "BEIRA, May 3. /[Xinhua]/. A ferry sank off the cape, the coast guard said.",
        "Beira, [Xinhua] – A ferry sank off the cape on Saturday, the coast guard said.",
        "Beira, May 3 ([AFP]) A ferry sank off the cape on Saturday, the coast guard said.",
        "[AFP] - A ferry sank off the cape on Saturday, the coast guard said.",
        "Ferry sinks off the cape [AFP] Sunday 4 May 2020 A ferry sank, the coast guard said.",
        "Ferry sinks off the cape 4 May 2020 [AFP] Some 100 people died, the coast guard said.",
        _with_line("Updated: 2020-05-04 06:50 ([Xinhua])"),
        _BODY + "\n\nSome information for this report came from [Reuters] and [AFP].",
        _with_line("By Jane Doe, [Reuters]"),
        _with_line("Jane Doe and [AFP]"),
        _with_line("[Reuters] in Beira"),
    ],
)
def test_a_credited_agency_is_found_where_it_stands(text: str) -> None:
    plain, spans = marked(text)
    found = skimmed(plain).credits
    assert [credit.span for credit in found] == spans
    assert {credit.kind for credit in found} == {"wire"}


def test_what_its_publisher_prints_under_a_story_credits_reuters() -> None:
    assert _wires(_BODY + " Our Standards: The Thomson Reuters Trust Principles.") == {"Reuters"}


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("(PTI inputs)", "PTI"),
        ("With files from The Canadian Press", "Canadian Press"),
        ("This story was published from a syndicated feed of ANI.", "ANI"),
        ("afp/dpa", "AFP"),
        ("(con información de EFE)", "EFE"),
        ("Quellen: dpa, AFP", "dpa"),
        ("Com informações da Agência Brasil", "Agencia Brasil"),
        ("Source: Petra", "Jordan News Agency"),
    ],
)
def test_thanks_in_many_languages_credit(line: str, agency: str) -> None:
    assert agency in _wires(f"{_BODY}\n\n{line}")


_LANGUAGES = [name for name, table in words("credits").items() if "yes" in table]


@pytest.mark.parametrize("line", [w for name in _LANGUAGES for w in words("credits")[name]["yes"]])
def test_the_lexicon_s_examples_credit(line: str) -> None:
    assert _wires(f"{_BODY}\n\n{line}")
    assert _wires(f"{_BODY} {line}")


@pytest.mark.parametrize("line", [w for name in _LANGUAGES for w in words("credits")[name]["no"]])
def test_the_lexicon_s_counterexamples_do_not(line: str) -> None:
    assert _wires(f"{_BODY} {line}") == set()


@pytest.mark.parametrize(
    "line",
    [
        "Image: Jane Doe/[AFP]",
        "Photo: Getty Images/[dpa]",
        "[AP] Photo/Jane Doe",
        "(Jane Doe / [Reuters])",
        "The harbour after the storm of Saturday ©Jane Doe ([AFP])",
        "Copyright Jane Doe/Copyright 2024 [AFP]. All rights reserved.",
    ],
)
def test_a_photo_credit_is_of_kind_photo(line: str) -> None:
    plain, spans = marked(_with_line(line))
    found = skimmed(plain).credits
    assert [(credit.span, credit.kind) for credit in found] == [(s, "photo") for s in spans]


def test_a_bare_agency_between_paragraphs_is_of_a_picture() -> None:
    paragraphs = [_FIRST, _LAST, "Divers searched the wreck until dusk.", "They found nobody."]
    plain = "Ferry sinks off the cape\n\n" + "\n\n".join([*paragraphs, "REUTERS", _FIRST, _LAST])
    assert [(c.agency, c.kind) for c in skimmed(plain).credits] == [("Reuters", "photo")]


@pytest.mark.parametrize(
    "text",
    [
        "Reuters said on Monday that the talks had failed.",
        _BODY + "\n\nThe port told AFP that it would close.",
        _BODY + " Nobody was hurt, the captain told AFP.",
        _BODY + " It was the worst loss since 2010 – well above the estimates of AFP.",
        _BODY + " Half of them are for it, says a poll (Reuters/Ipsos poll).",
        _BODY + "\n\nReporting by Saba Ahmed; Editing by John Roe",
        _BODY + "\n\nab/cd (Harbour Wire)",
        _BODY + "\n\nStaff and agencies",
        "Associated Fishers of Port (AFP) The members met on Saturday, the coast guard said.",
    ],
)
def test_a_source_or_a_person_is_no_credit(text: str) -> None:
    assert skimmed(text).credits == ()


@pytest.mark.parametrize(
    "text",
    [
        _with_line("By Petra Doe"),
        _with_line("By Jane Petra"),
        _with_line("By Mia Doe"),
        "HARRISBURG, PA - A ferry sank off the cape on Saturday, the coast guard said.",
        _BODY + "\n\nDownload the APP",
    ],
)
def test_an_agency_s_name_that_is_another_word_is_not_taken_for_it(text: str) -> None:
    assert _wires(text) == set()


def test_an_agency_is_named_by_its_short_form_once_a_line() -> None:
    report = skimmed(_BODY + "\n\nSource: Agence France-Presse, AFP")
    assert [(credit.agency, credit.by) for credit in report.credits] == [("AFP", "credits/line")]


def test_the_bylines_of_other_reports_below_are_none_of_this_one() -> None:
    teasers = "\n\n".join(f"Bridge {n} closed for the winter\n\nBy REUTERS" for n in range(4))
    related = f"{_BODY}\n\nRelated stories\n\nShare this\n\nComments\n\n{teasers}"
    assert skimmed(related).credits == ()


# --------------------------------------------------------------------------- outside the text


def _page(head: str, body: str = "") -> Report:
    """Return the skimmed report of a page with this in its head and this after its body."""
    paragraphs = "".join(f"<p>{text}</p>" for text in (_FIRST, _LAST, _FIRST.replace("100", "90")))
    article = f"<article><h1>Ferry sinks off the cape</h1>{paragraphs}{body}</article>"
    return skimmed_html(f"<html><head>{head}</head><body>{article}</body></html>")


def _json_ld(members: str) -> str:
    """Return a script that describes the article."""
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", {members}}}</script>'


@pytest.mark.parametrize(
    ("head", "source", "rule"),
    [
        (_json_ld('"creditText": "AFP"'), "json-ld", "creditText"),
        (_json_ld('"sourceOrganization": {"name": "AFP"}'), "json-ld", "sourceOrganization"),
        (_json_ld('"author": [{"name": "Jane Doe"}, {"name": "AFP"}]'), "json-ld", "author"),
        (_json_ld('"isBasedOn": {"name": "AFP"}'), "json-ld", "isBasedOn"),
        ('<meta name="dc.source" content="AFP">', "meta", "dc.source"),
        ('<meta name="author" content="By Jane Doe, AFP">', "meta", "author"),
    ],
)
def test_markup_credits_without_a_span(head: str, source: str, rule: str) -> None:
    (credit,) = _page(head).credits
    assert (credit.span, credit.agency, credit.kind) == (None, "AFP", "wire")
    assert (credit.read_from, credit.by) == (source, f"credits/{rule}")


def test_an_address_credits_the_agency_whose_site_it_is() -> None:
    head = '<meta name="syndication-source" content="https://www.reuters.com/world/ferry">'
    found = find_credits(_page(head), lexicon=open_lexicon())
    assert [(c.agency, c.read_from) for c in found] == [("Reuters", "meta")]


def test_what_the_text_credits_is_not_said_again() -> None:
    report = _page(_json_ld('"creditText": "AFP"'), "<p>Source: AFP</p>")
    assert [credit.read_from for credit in report.credits] == ["text"]


@pytest.mark.parametrize(
    "head",
    [
        _json_ld('"publisher": {"name": "AFP"}'),
        _json_ld('"author": {"name": "Jane Doe"}'),
        '<meta name="keywords" content="AFP">',
        '<meta name="author" content="the reporter who told AFP">',
    ],
)
def test_other_markup_credits_nobody(head: str) -> None:
    assert _page(head).credits == ()


@pytest.mark.parametrize(
    "listing",
    [Listing("rss", credits=("AFP", "Harbour Herald")), Listing("csv", byline=("AFP",))],
)
def test_a_listing_credits_without_a_span(listing: Listing) -> None:
    report = skimmed(_BODY)
    report = replace(report, page=replace(report.page, listing=listing))
    (credit,) = find_credits(report, lexicon=LEXICON)
    assert (credit.agency, credit.span, credit.read_from) == ("AFP", None, "listing")


# ------------------------------------------------------------------------------ the lexicon


def test_the_agencies_of_the_lexicon_are_many_and_well_formed() -> None:
    agencies = set(open_lexicon().agencies.values())
    assert len(agencies) >= 120
    assert {agency.kind for agency in agencies} == {"wire", "release", "photo"}
    assert all(len(agency.country or "") == 3 for agency in agencies)
