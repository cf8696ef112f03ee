"""Parties of a dictionary's records are met by country or by the start of a name."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.model import Actor
from evaluation.dictionary import _codings, _is, root_of


@pytest.mark.parametrize(
    ("party", "code", "same"),
    [
        (Actor("Libya", None, country="LBY"), "LBYGOV", True),
        (Actor("the Zurania guard", None), "ZURMIL", True),
        (Actor("the old guard", None), "ZURMIL", False),
        (Actor("Norway", None, country="NOR"), "SWE", False),
    ],
)
def test_a_party_is_its_country_or_its_first_letters(party: Actor, code: str, same: bool) -> None:
    assert _is(party, code) is same


def test_roots_follow_the_crosswalk() -> None:
    codes = ["036", "0831", "0841", "112", "190"]
    assert [root_of(c) for c in codes] == ["AGREE", "CONCEDE", "RETREAT", "ACCUSE", "ASSAULT"]


def test_codings_without_a_real_root_are_left_out(tmp_path: Path) -> None:
    file = tmp_path / "records.xml"
    coding = '<EventCoding sourcecode="BEL" targetcode="ZUR" eventcode="{}">'
    codings = "".join(coding.format(code) for code in ("041", "904", "023"))
    file.write_text(
        f"<Sentence id='1'>{codings}<Text>Belmor met\n Zurania.</Text></Sentence>", "utf-8"
    )
    assert [(c.code, c.text) for c in _codings(file)] == [("041", "Belmor met Zurania.")]
