"""Who of all that a page names wrote its report."""

from __future__ import annotations

import pytest

from dateline.model import Metadata
from tests.clean.build import skimmed, skimmed_html

_BODY = (
    "<p>A ferry with 100 people aboard sank off the cape on Saturday, the coast guard said.</p>"
    "<p>The government announced three days of mourning and promised an inquiry into it.</p>"
)
_DATE = "<div>3 May 2020</div>"


def _of(head: str = "", above: str = "", under: str = "", after: str = "") -> Metadata:
    """Return the metadata of a page with these lines around its headline and after its body."""
    head = f'<title>Ferry sinks</title><meta property="og:site_name" content="Cape Times">{head}'
    body = f"<nav>Home</nav>{above}<h1>Ferry sinks off the cape</h1>{under}{_BODY}{after}"
    return skimmed_html(f"<html><head>{head}</head><body>{body}").metadata


def _meta(name: str, value: str) -> str:
    return f'<meta name="{name}" content="{value}">'


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("by jdoe77 | 3 May 2020", ("jdoe77",)),
        ("Posted on 3 May 2020 Posted by Jane Doe 59 Comments", ("Jane Doe",)),
        ("3 May 2020 by Cape Times", ("Cape Times",)),
        ("Jane Doe | 03.05.2020", ("Jane Doe",)),
        ("Von Jana Roth publiziert am 3. Mai 2020", ("Jana Roth",)),
        ("On 3 May 2020 the sea was calm by all accounts", ()),
    ],
)
def test_a_line_with_a_date_may_say_who_wrote(line: str, byline: tuple[str, ...]) -> None:
    assert _of(under=f"<div>{line}</div>").byline == byline


@pytest.mark.parametrize(
    ("above", "under"),
    [
        ("", f"<div>Jane Doe</div>{_DATE}"),
        ("", f"{_DATE}<div>Jane Doe</div>"),
        ("", f"<div>Jane Doe</div><div>#Seafaring</div>{_DATE}"),
        (f"{_DATE}<div>/</div><div>Jane Doe</div>", ""),
    ],
)
def test_a_name_where_headline_and_date_meet_is_the_byline(above: str, under: str) -> None:
    assert _of(above=above, under=under).byline == ("Jane Doe",)


@pytest.mark.parametrize(
    ("above", "under"),
    [
        (f"<div>Middle East</div>{_DATE}", ""),
        ("", "<div>Jane Doe</div>"),
        ("", f"<div>Office PapersHomeGardenSea</div>{_DATE}"),
    ],
)
def test_a_name_elsewhere_is_none(above: str, under: str) -> None:
    assert _of(above=above, under=under).byline == ()


@pytest.mark.parametrize(
    "lines",
    [
        "<div>Written by</div><div>Jane Doe</div>",
        "<h3>Author</h3><p>Jane Doe</p>",
        "<ul><li><b>Autorin/Autor</b> Jane Doe</li></ul>",
    ],
)
def test_a_label_names_the_author(lines: str) -> None:
    assert _of(after=lines).byline == ("Jane Doe",)


def test_a_text_of_nothing_is_signed_by_nobody() -> None:
    assert skimmed("").metadata.byline == ()


def test_twitters_label_names_the_author() -> None:
    label = _meta("twitter:label1", "Written by") + _meta("twitter:data1", "Jane Doe")
    assert _of(head=label).byline == ("Jane Doe",)
    label = _meta("twitter:label1", "Reading time") + _meta("twitter:data1", "Five Minutes")
    assert _of(head=label).byline == ()


@pytest.mark.parametrize("stated", ["jane.doe", "Cape Times", "Reuters"])
def test_a_person_on_the_page_goes_before_a_login_and_a_medium(stated: str) -> None:
    found = _of(head=_meta("author", stated), under="<div>By Jane Doe</div>")
    assert (found.byline, dict(found.read_from)["byline"]) == (("Jane Doe",), "printed")
    assert _of(head=_meta("author", stated)).byline == (stated,)


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Jane Doe and John Roe Associated Press", ("Jane Doe", "John Roe")),
        ("By Jane Doe, AP Sports", ("Jane Doe",)),
        ("By Jane Doe Cape Times", ("Jane Doe",)),
        ("Associated Press May 3, 2020", ("Associated Press",)),
        ("May 3, 2020 Jane Doe", ("Jane Doe",)),
    ],
)
def test_the_medium_behind_a_name_is_no_part_of_it(line: str, byline: tuple[str, ...]) -> None:
    assert _of(under=f'<div class="byline">{line}</div>').byline == byline


def test_a_medium_that_signs_is_marked_as_one() -> None:
    found = _of(head=_meta("author", "Cape Times"))
    assert dict(found.read_from)["byline"] == "medium"


def test_a_login_goes_before_a_name_behind_the_body() -> None:
    after = '<div class="byline">Fishing Boats in Beira</div>'
    assert _of(head=_meta("author", "jdoe77"), after=after).byline == ("jdoe77",)
