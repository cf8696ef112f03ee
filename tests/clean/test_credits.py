"""Agencies that a report credits, and not those that it quotes."""

from __future__ import annotations

import pytest

from tests.build import marked
from tests.clean.build import skimmed

_BODY = (
    "Ferry sinks off the cape\n\nA ferry with 100 people aboard sank off the cape on Saturday,"
    " the coast guard said.\n\nThe government announced three days of mourning."
)


@pytest.mark.parametrize(
    "text",
    [
        _BODY + "\n\nWith reporting by [AP], [AFP], [dpa], and [Reuters]",
        _BODY + "\n\nab/cd ([AFP], Harbour Wire)",
        _BODY + "\n\nSource: [Xinhua]",
        _BODY + "\n\n© [AFP]",
        _BODY + "\n\nThe [Associated Press] contributed to this report.",
        _BODY + " — [AFP]",
        _BODY + " ([Reuters])",
        "BEIRA, May 3 ([Reuters]) - A ferry sank off the cape, the coast guard said.",
        "BEIRA, Mozambique ([AP]) — A ferry sank off the cape, the coast guard said.",
        "([AP]) — A ferry sank off the cape on Saturday, the coast guard said.",
        "BEIRA, May 3. /[Xinhua]/. A ferry sank off the cape, the coast guard said.",
        "Beira, [Xinhua] – A ferry sank off the cape on Saturday, the coast guard said.",
        _BODY + "\n\nSome information for this report came from [Reuters] and [AFP].",
        _BODY.replace("\n\nA ferry", "\n\nBy Jane Doe, [Reuters]\n\nA ferry"),
    ],
)
def test_a_credited_agency_is_found_where_it_stands(text: str) -> None:
    plain, spans = marked(text)
    found = skimmed(plain).credits
    assert [credit.span for credit in found] == spans
    assert {credit.kind for credit in found} == {"wire"}


@pytest.mark.parametrize(
    "line",
    ["Image: Jane Doe/[AFP]", "Photo: Getty Images/[dpa]", "[AP] Photo/Jane Doe"],
)
def test_a_photo_credit_is_of_kind_photo(line: str) -> None:
    plain, spans = marked(_BODY.replace("\n\nA ferry", f"\n\n{line}\n\nA ferry"))
    found = skimmed(plain).credits
    assert [(credit.span, credit.kind) for credit in found] == [(s, "photo") for s in spans]


@pytest.mark.parametrize(
    "text",
    [
        "Reuters said on Monday that the talks had failed.",
        _BODY + "\n\nThe port told AFP that it would close.",
        _BODY + "\n\nReporting by Saba Ahmed; Editing by John Roe",
        _BODY + "\n\nab/cd (Harbour Wire)",
    ],
)
def test_a_source_or_a_person_is_no_credit(text: str) -> None:
    assert skimmed(text).credits == ()


def test_an_agency_is_named_by_its_short_form_once_a_line() -> None:
    report = skimmed(_BODY + "\n\nSource: Agence France-Presse, AFP")
    assert [(credit.agency, credit.by) for credit in report.credits] == [("AFP", "credits/line")]
