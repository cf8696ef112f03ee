"""What a report is, each value from the best source that has one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.clean.blocks import find_blocks
from dateline.clean.metadata import find_metadata
from dateline.model import Given, Listing, Metadata, Page, Report
from dateline.sources.page import page_of_html, page_of_text
from tests.clean.build import LEXICON, skimmed, skimmed_html

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
        ("By Reuters Staff", ("Reuters Staff",)),
    ],
)
def test_a_byline_names_who_signs(line: str, byline: tuple[str, ...]) -> None:
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
    assert found.published == "2020-05-02T08:00:00+02:00"
    assert (found.updated, found.byline, found.section) == ("2020-05-05", ("Jane Doe",), "Africa")
    assert dict(found.read_from)["published"] == "json-ld"


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


_LISTING = Listing(
    "rss",
    title="Ferry sinks",
    outlet="The Harbour Herald",
    published="2020-05-03T10:22:00+02:00",
    byline=("Jane Doe",),
    section="Africa",
    place="Beira",
    url="https://herald.example/ferry",
)


def _listed(page: Page, **given: str) -> Metadata:
    """Return the metadata of a page that came in a list."""
    report = Report(replace(page, listing=_LISTING, given=Given(**given)))
    report = replace(report, blocks=find_blocks(report))
    return find_metadata(report, lexicon=LEXICON)


def test_the_list_that_a_text_came_in_says_what_it_is() -> None:
    text = f"Ferry goes down\n\nSeptember 4, 2018\n\nBy John Roe\n\n{_BODY}"
    found = _listed(page_of_text(text, path="a.txt"))
    assert (found.title, found.outlet) == ("Ferry sinks", "The Harbour Herald")
    assert found.published == "2020-05-03T10:22:00+02:00"
    assert (found.byline, found.section, found.place) == (("Jane Doe",), "Africa", "Beira")
    assert set(dict(found.read_from).values()) == {"listing", "body"}


def test_what_is_given_goes_before_the_list() -> None:
    found = _listed(page_of_text(_BODY, path="a.txt"), published="2020-05-01", outlet="The Cape")
    assert (found.published, found.outlet) == ("2020-05-01", "The Cape")


def test_the_markup_of_a_page_goes_before_the_list() -> None:
    found = _listed(page_of_html(_PAGE.format(""), path="a.html"))
    assert found.published == "2020-05-03T10:22:00+00:00"
    assert (found.byline, dict(found.read_from)["byline"]) == (("Jane Doe",), "listing")


def test_a_page_that_only_says_when_it_was_changed_was_published_then() -> None:
    found = _of("Ferry sinks off the cape", "Last updated: 4 May 2020", _BODY)
    assert (found.published, found.updated) == ("2020-05-04", "2020-05-04")
    assert dict(found.read_from)["published"] == "updated"


def test_a_day_without_its_year_is_not_filled_from_a_change() -> None:
    found = _of("Ferry sinks off the cape", "September 4", "Updated 4 May 2020", _BODY)
    assert (found.published, found.published_value) == (None, "XXXX-09-04")


@pytest.mark.parametrize(
    ("author", "byline"),
    [
        ('{"@type": "Person", "name": "Jane Doe"}', ("Jane Doe",)),
        ('{"@type": "Person", "name": "Jane"}', ("Jane",)),
        ('{"@type": "Organization", "name": "Sea and Coast Team"}', ("Sea and Coast Team",)),
        ('[{"name": "Jane Doe"}, {"name": "John Roe"}]', ("Jane Doe", "John Roe")),
        ('[{"name": "Jane Doe"}, {"name": "AFP"}]', ("Jane Doe", "AFP")),
        ('[{"name": "Jane Doe"}, {"name": "The Harbour Herald"}]', ("Jane Doe",)),
        ('{"@type": "Organization", "name": "The Associated Press"}', ("The Associated Press",)),
        ('{"name": "The Harbour Herald"}', ("The Harbour Herald",)),
        ('{"@id": "https://herald.example/#jane"}', ()),
    ],
)
def test_authors_of_the_markup_are_who_signs(author: str, byline: tuple[str, ...]) -> None:
    script = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry sinks off'
        f' the cape", "author": {author}}}</script>'
    )
    assert skimmed_html(_PAGE.format(script)).metadata.byline == byline


def test_a_teasers_date_far_below_the_report_is_not_its_own() -> None:
    teasers = [f"Another report number {number} of the day" for number in range(30)]
    found = _of("Ferry sinks off the cape", _BODY, _BODY, *teasers, "4 May 2021")
    assert found.published is None


def test_a_country_in_brackets_may_stand_before_the_agency() -> None:
    found = skimmed(f"Ferry sinks off the cape\n\nAverby (Norway) (AFP) – {_BODY}")
    assert found.metadata.place == "Averby"
    assert [credit.agency for credit in found.credits] == ["AFP"]


@pytest.mark.parametrize(
    "line",
    [
        "Lend the Herald a hand: become a member from 40 crowns a month",
        "World   Coast   Letters   Search",
        "World | Coast | Ferries | Letters",
    ],
)
def test_neither_an_appeal_nor_a_menu_is_the_title(line: str) -> None:
    found = _of(line, "Ferry with a hundred sinks off the cape", "May 3, 2020", _BODY, _BODY)
    assert found.title == "Ferry with a hundred sinks off the cape"


def test_who_translated_is_not_who_wrote() -> None:
    found = _of(
        *("Ferry sinks off the cape", "Jane Doe, special correspondent in Averby", "May 3, 2020"),
        *(_BODY, _BODY, "Translated from the Norwegian by John Roe"),
    )
    assert found.byline == ("Jane Doe",)


def test_an_agency_in_small_letters_stands_in_a_dateline() -> None:
    found = skimmed(f"Ferry sinks off the cape\n\nAverby, 3 May (dpa) – {_BODY}")
    assert (found.metadata.place, found.metadata.published_value) == ("Averby", "XXXX-05-03")
    assert [credit.agency for credit in found.credits] == ["dpa"]


@pytest.mark.parametrize(
    ("day", "published"), [("Tuesday", "2026-10-06"), ("Wednesday", "2026-06-10")]
)
def test_a_weekday_in_the_text_tells_day_from_month(day: str, published: str) -> None:
    body = f"A ferry with 100 people aboard sank off the cape on {day}, the coast guard said."
    assert _of("Ferry sinks off the cape", "06/10/2026 19:42", body).published == published
