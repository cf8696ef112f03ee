"""The crosswalk knows each act of the codebook, and says what CAMEO calls it."""

from __future__ import annotations

import pytest

from dateline.knowledge.codebook import open_codebook
from dateline.knowledge.crosswalk import open_crosswalk
from dateline.knowledge.lexicon import open_lexicon

CATEGORIES = open_codebook("plover").categories


@pytest.mark.parametrize("code", CATEGORIES)
def test_each_category_has_the_scale_of_the_codebook(code: str) -> None:
    assert open_crosswalk().act(code, None).scale == CATEGORIES[code].scale


def test_each_mode_has_a_line_and_each_line_is_a_mode() -> None:
    modes = {(code, mode) for code, found in CATEGORIES.items() for mode in (None, *found.modes)}
    assert set(open_crosswalk().acts) == modes


@pytest.mark.parametrize(
    ("code", "mode", "cameo", "root"),
    [
        ("ASSAULT", "drone", "1952", "19"),
        ("CONSULT", None, "040", "04"),
        ("ACCUSE", "investigate", "090", "09"),
        ("SANCTION", "convict", "116", "11"),
    ],
)
def test_a_code_is_as_fine_as_the_mode_allows(
    code: str, mode: str | None, cameo: str, root: str
) -> None:
    act = open_crosswalk().act(code, mode)
    assert (act.cameo, act.root) == (cameo, root)


def test_an_unsaid_threat_weighs_less_than_one_with_its_content() -> None:
    crosswalk = open_crosswalk()
    unsaid, said = crosswalk.act("THREATEN", None), crosswalk.act("THREATEN", "violence")
    assert (unsaid.goldstein, said.goldstein) == (-4.4, -6.0)


def test_the_media_are_cameos_med() -> None:
    crosswalk = open_crosswalk()
    assert [crosswalk.type_of(s) for s in ("JRN", "MED", "GOV", "REL", None)] == [
        "MED",
        "HLH",
        "GOV",
        None,
        None,
    ]


def test_countries_go_by_the_codes_of_others() -> None:
    countries = open_lexicon().countries
    assert (countries["SYR"].fips, countries["SYR"].cow) == ("SY", 652)
    assert (countries["KOS"].cameo, countries["PSE"].cow) == ("KSV", None)
    codes = [country.cow for country in countries.values() if country.cow]
    fips = [country.fips for country in countries.values()]
    assert len(set(codes)) == len(codes)
    assert len(set(fips)) == len(fips)


def test_the_way_back_from_cameo_leads_to_the_category() -> None:
    crosswalk = open_crosswalk()
    # A root alone may stand for two: what CAMEO calls yielding is CONCEDE or RETREAT.
    back = {act: crosswalk.of_cameo(known.cameo) for act, known in crosswalk.acts.items()}
    wrong = {act for act, code in back.items() if code != act[0]}
    assert wrong == {("RETREAT", None), ("RETREAT", "resign")}


@pytest.mark.parametrize(("cameo", "code"), [("010", None), ("0841", "RETREAT"), ("---", None)])
def test_a_code_of_cameo_is_known_by_its_beginning(cameo: str, code: str | None) -> None:
    assert open_crosswalk().of_cameo(cameo) == code


def test_acled_and_cameo_lead_to_categories_that_there_are() -> None:
    crosswalk = open_crosswalk()
    assert {*crosswalk.acled.values(), *crosswalk.cameo.values()} <= set(CATEGORIES)
