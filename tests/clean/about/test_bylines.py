"""Names of bylines."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.clean.about.bylines import desk_in, names_in, signer_in, stated_names
from dateline.clean.about.signers import Media
from dateline.knowledge.lexicon import Outlet
from tests.clean.build import LEXICON


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe, Middle East correspondent in Beirut", ("Jane Doe",)),
        ("Jane Doe Political Editor", ("Jane Doe",)),
        ("Jane Doe, MD, PhD", ("Jane Doe",)),
        ("Von Jana Roth und Max Kühn", ("Jana Roth", "Max Kühn")),
        ("Par Jeanne Dupont", ("Jeanne Dupont",)),
        ("Jane Doe May 3, 2020 4 Comments", ("Jane Doe",)),
        ("Jane DoeJane Doe", ("Jane Doe",)),
        ("By Jane Doe. Reviewed by John Roe", ("Jane Doe",)),
        ("By John Roe, Sea and Coast Expert & Jane Doe", ("John Roe", "Jane Doe")),
        ("山田太郎、鈴木花子", ("山田太郎", "鈴木花子")),
        ("& Jane Doe Writer, Seafaring", ("Jane Doe",)),
        ("Sources: Harbour Institute | Cape Observatory", ()),
        ("Translated from the Norwegian by John Roe", ()),
        ("Jane Doe, Averby correspondent", ("Jane Doe",)),
        ("From Jane Doe in Averby", ("Jane Doe",)),
        ("Jane Doe reports from Averby", ("Jane Doe",)),
        ("By our harbour correspondent Jane Doe", ("Jane Doe",)),
        ("Story and photos by Jane Doe", ("Jane Doe",)),
        ("The Harbour", ()),
        ("About the Author", ()),
        ("By the river", ()),
    ],
)
def test_persons_are_named_without_role_and_letters(line: str, names: tuple[str, ...]) -> None:
    assert names_in(line) == names


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Susan", ("Susan",)),
        ("jane doe", ("jane doe",)),
        ("Jane Doe, John Roe", ("Jane Doe", "John Roe")),
        ("Gear Team", ("Gear Team",)),
        ("Jane Doe (Image: AFP)", ("Jane Doe",)),
        ("(Image: AFP)", ()),
        ("https://a.example/jane", ()),
        ("@jane", ()),
        ("105092", ()),
        ("admin", ()),
    ],
)
def test_a_field_for_authors_holds_nothing_else(value: str, names: tuple[str, ...]) -> None:
    assert stated_names(value) == names


@pytest.mark.parametrize(
    ("line", "desk"),
    [
        ("By Gear Team", "Gear Team"),
        ("Team Harbour", "Team Harbour"),
        ("By Jane Doe", None),
        ("the team", None),
    ],
)
def test_a_desk_may_sign(line: str, desk: str | None) -> None:
    assert desk_in(line) == desk


@pytest.mark.parametrize(
    ("line", "signer"),
    [
        ("By Harbour Books", "Harbour Books"),
        ("Posted by jdoe77 on Sunday May 3, 2020", "jdoe77"),
        ("By Cape Times with Agencies", "Cape Times"),
        ("By Jane - Product lead", "Jane"),
        ("By the river", None),
        ("By https://herald.example", None),
        ("Harbour Books", None),
    ],
)
def test_whoever_follows_by_signs(line: str, signer: str | None) -> None:
    assert signer_in(line) == signer


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("By Jane Doe Associated Press", "By Jane Doe"),
        ("By Jane Doe Reuters", "By Jane Doe"),
        ("By Jane Doe NTV", "By Jane Doe"),
        ("By Howard A. Stern", "By Howard A. Stern"),
        ("By HOWARD A. STERN", "By HOWARD A. STERN"),
        ("Associated Press", "Associated Press"),
    ],
)
def test_a_medium_is_cut_from_behind_a_name(line: str, rest: str) -> None:
    stern, ntv = Outlet("Stern", "DEU", "Stern"), Outlet("NTV", "TUR", "NTV")
    lexicon = replace(LEXICON, outlets={"stern": stern, "ntv": ntv})
    assert Media("", lexicon).cut_from(line) == rest


@pytest.mark.parametrize("name", ["jane.doe", "jdoe77", "herald", "CNN Business", "Reuters Staff"])
def test_a_login_and_a_medium_tell_nobody(name: str) -> None:
    cnn = Outlet("CNN", "USA", "CNN")
    media = Media("", replace(LEXICON, outlets={"cnn": cnn}))
    assert media.stand_in(name)
    assert not media.stand_in("Jane Doe")
    assert not media.stand_in("rl")
