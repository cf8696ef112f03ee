"""What a report is, each value from the best source that has one."""

from __future__ import annotations

import pytest

from dateline.model import Metadata
from tests.clean.build import skimmed, skimmed_html

_BODY = "A ferry with 100 people aboard sank off the cape on Saturday, the coast guard said."


def _of(*lines: str, **given: str) -> Metadata:
    """Return the metadata of a dump with these lines."""
    return skimmed("\n\n".join(lines), **given).metadata


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("September 4, 2018", "2018-09-04"),
        ("Tuesday, 4 September 2018", "2018-09-04"),
        ("2018-09-04 14:30 UTC", "2018-09-04T14:30:00+00:00"),
        ("Published: Tue, 4 Sep 2018 10:22 GMT", "2018-09-04T10:22:00+00:00"),
        ("24/09/2018", "2018-09-24"),
        ("04.09.2018", "2018-09-04"),
        ("04/09/2018", None),
    ],
)
def test_a_printed_date_is_the_day_of_publication(line: str, published: str | None) -> None:
    found = _of("Ferry sinks off the cape", line, _BODY)
    assert found.published == published
    assert found.published_by == ("printed" if published else None)


def test_a_date_without_its_year_stays_partial() -> None:
    found = _of("Ferry sinks off the cape", "September 4", _BODY)
    assert (found.published, found.published_value) == (None, "XXXX-09-04")


def test_an_update_is_not_the_publication() -> None:
    line = "Published 3 May 2020 10:00 GMT Updated 4 May 2020 11:00 GMT"
    found = _of("Ferry sinks off the cape", line, _BODY)
    assert found.published == "2020-05-03T10:00:00+00:00"
    assert found.updated == "2020-05-04T11:00:00+00:00"


def test_what_is_given_wins() -> None:
    found = _of(
        *("Ferry sinks off the cape", "September 4, 2018", _BODY),
        outlet="The Cape Times", published="2018-09-05", language="en",
    )  # fmt: skip
    assert (found.outlet, found.published, found.published_by) == (
        "The Cape Times",
        "2018-09-05",
        "given",
    )
    assert dict(found.read_from)["language"] == "given"


@pytest.mark.parametrize(
    ("opening", "place", "value"),
    [
        ("BEIRA, May 3 (Reuters) - ", "Beira", "XXXX-05-03"),
        ("Beira – ", "Beira", None),
        ("PORT LOUIS, Mauritius (AP) — ", "Port Louis", None),
    ],
)
def test_a_dateline_gives_place_and_day(opening: str, place: str, value: str | None) -> None:
    found = _of("Ferry sinks off the cape", opening + _BODY)
    assert (found.place, found.published, found.published_value) == (place, None, value)


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Jane Doe", ("Jane Doe",)),
        ("By JANE DOE and John A. Roe, Reuters", ("Jane Doe", "John A. Roe")),
        ("Jane Doe in Beira", ("Jane Doe",)),
        ("ab/cd (AFP, dpa)", ("ab", "cd")),
        ("Reporting by Jane Doe in Beira; Editing by John Roe", ("Jane Doe",)),
        ("By Reuters Staff", ()),
    ],
)
def test_a_byline_names_persons(line: str, byline: tuple[str, ...]) -> None:
    assert _of("Ferry sinks off the cape", _BODY, _BODY, line).byline == byline


def test_kicker_headline_and_address_are_read_from_a_dump() -> None:
    address = "https://proxy.example:443/https/www.herald.example/2020/05/03/ferry"
    report = skimmed(f"World\n\nFerry sinks off the cape\n\n{address}\n\n{_BODY}")
    found = report.metadata
    assert (found.section, found.title) == ("World", "Ferry sinks off the cape")
    assert found.url == "https://www.herald.example/2020/05/03/ferry"
    assert (found.outlet, found.published) == ("The Harbour Herald", "2020-05-03")
    spans = dict(found.spans)
    assert spans["title"].of(report.text) == "Ferry sinks off the cape"
    assert spans["url"].of(report.text) == address


def test_the_language_is_that_of_the_body() -> None:
    body = "Le ferry a coulé samedi au large du cap avec plus de cent personnes à bord."
    assert _of("Un ferry coule", body).language == "fr"


_PAGE = """<html lang="en"><head><title>Ferry sinks | The Harbour Herald</title>
<link rel="canonical" href="https://herald.example/ferry">
<meta property="og:title" content="Ferry sinks off the cape - The Harbour Herald">
<meta property="og:site_name" content="harbour herald">
<meta property="article:published_time" content="2020-05-03T10:22:00Z">{}</head>
<body><h1>Ferry sinks off the cape</h1><time datetime="2020-05-04">4 May</time>
<p>A ferry with 100 people aboard sank off the cape on Saturday, the coast guard said.</p>
<p>The government announced three days of mourning and promised an inquiry into it.</p>"""


def test_meta_tags_give_title_outlet_date_and_address() -> None:
    found = skimmed_html(_PAGE.format("")).metadata
    assert (found.title, found.outlet) == ("Ferry sinks off the cape", "The Harbour Herald")
    assert (found.published, found.published_by) == ("2020-05-03T10:22:00+00:00", "metadata")
    assert found.url == "https://herald.example/ferry"
    assert dict(found.read_from)["published"] == "meta"


def test_json_ld_beats_meta_tags() -> None:
    script = (
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline":'
        ' "Ferry goes down", "datePublished": "2020-05-02T08:00:00+02:00", "dateModified":'
        ' "2020-05-05", "author": [{"name": "Jane Doe"}], "articleSection": "Africa",'
        ' "publisher": {"name": "The Harbour Herald"}}]}</script>'
    )
    found = skimmed_html(_PAGE.format(script)).metadata
    assert found.title == "Ferry goes down"
    assert found.published == "2020-05-02T08:00:00+02:00"
    assert (found.updated, found.byline, found.section) == ("2020-05-05", ("Jane Doe",), "Africa")


def test_a_script_that_is_no_json_is_passed_over() -> None:
    script = '<script type="application/ld+json">{"@type": "NewsArticle", </script>'
    assert skimmed_html(_PAGE.format(script)).metadata.title == "Ferry sinks off the cape"


def test_who_took_the_pictures_is_not_who_wrote() -> None:
    text = (
        "Ferry sinks off the cape\n\nText: Jane Doe / Photo: John Roe\n\n"
        "A ferry sank off the cape on Saturday, the coast guard said.\n\nThe search goes on."
    )
    assert skimmed(text).metadata.byline == ("Jane Doe",)


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("The minister said on Monday that the bridge would be closed to all of them. ", "en"),
        ("De minister zei op maandag dat de brug voor het verkeer gesloten blijft. ", "nl"),
        ("El ministro dijo el lunes que el puente estará cerrado durante tres meses. ", "es"),
    ],
)
def test_the_language_of_a_long_body_is_told_by_its_words(sentence: str, language: str) -> None:
    assert skimmed(sentence * 6).metadata.language == language
