"""Which of the titles that a page gives itself is its title."""

from __future__ import annotations

import pytest

from dateline.model import Metadata
from tests.clean.build import skimmed_html

_BODY = (
    "<p>A ferry with 100 people aboard sank off the cape on Saturday, the coast guard said.</p>"
    "<p>The government announced three days of mourning and promised an inquiry into it.</p>"
)
_LINKED = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "%s"}</script>'


def _of(heading: str, browser: str, social: str = "", linked: str = "", url: str = "") -> Metadata:
    """Return the metadata of a page with these titles."""
    head = f"<title>{browser}</title>"
    head += f'<meta property="og:title" content="{social}">' if social else ""
    head += f'<link rel="canonical" href="{url}">' if url else ""
    head += _LINKED % linked if linked else ""
    return skimmed_html(f"<html><head>{head}</head><body><h1>{heading}</h1>{_BODY}").metadata


@pytest.mark.parametrize(
    "browser",
    [
        "Ferry sinks | The Harbour Herald",
        "Ferry sinks - Harbour Herald",
        "Ferry sinks | World | The Harbour Herald",
        "The Harbour Herald: Ferry sinks",
        "Ferry sinks | The Harbour Herald | by Jane Doe",
        "Ferry sinks | 04.09.2018",
    ],
)
def test_the_headline_on_the_page_is_the_title(browser: str) -> None:
    found = _of("Ferry sinks", browser)
    assert found.title == "Ferry sinks"


@pytest.mark.parametrize("suffix", ["Cape Times", "CapeTimes.example", "Cape Times Online"])
def test_an_outlet_is_known_by_the_address_of_the_page(suffix: str) -> None:
    page = f"<html><head><title>Ferry sinks - {suffix}</title>"
    page += f'<link rel="canonical" href="https://capetimes.example/ferry">{_BODY}'
    assert skimmed_html(page).metadata.title == "Ferry sinks"


def test_a_dash_of_the_headline_itself_stays() -> None:
    found = _of("Ferry sinks - two missing", "Ferry sinks - two missing | The Harbour Herald")
    assert found.title == "Ferry sinks - two missing"


def test_the_markup_spells_the_headline_that_it_repeats() -> None:
    found = _of("Ferry sinks: “two missing”", "x", social="Ferry sinks: 'two missing'")
    assert (found.title, dict(found.read_from)["title"]) == ("Ferry sinks: 'two missing'", "meta")
    assert "title" in dict(found.spans)


def test_an_editors_social_title_goes_before_the_headline() -> None:
    found = _of(
        "Ferry sinks off the cape with a hundred people aboard",
        "Ferry sinks off the cape with a hundred people aboard | The Harbour Herald",
        social="Ferry with a hundred aboard lost",
        linked="Ferry sinks off the cape with a hundred people aboard",
    )
    assert found.title == "Ferry with a hundred aboard lost"


def test_a_social_title_for_search_engines_does_not() -> None:
    found = _of("Ferry sinks", "Ferry news: what we know 2020", "Ferry news: what we know 2020")
    assert found.title == "Ferry sinks"


def test_a_report_without_json_ld_is_known_by_its_time_of_publication() -> None:
    head = '<meta property="article:published_time" content="2020-05-03T10:00:00Z">'
    head += '<meta property="og:title" content="Ferry with a hundred aboard lost">'
    head += "<title>Ferry sinks off the cape | The Harbour Herald</title>"
    page = f"<html><head>{head}</head><body><h1>Ferry sinks off the cape</h1>{_BODY}"
    assert skimmed_html(page).metadata.title == "Ferry with a hundred aboard lost"


@pytest.mark.parametrize("name", ["twitter:title", "sailthru.title"])
def test_a_social_title_that_another_tag_contradicts_does_not(name: str) -> None:
    head = f'<meta name="{name}" content="Ferry sinks off the cape">'
    head += '<meta property="og:title" content="Ferry with a hundred aboard lost">'
    head += f"<title>Ferry sinks off the cape</title>{_LINKED % 'Ferry sinks off the cape'}"
    page = f"<html><head>{head}</head><body><h1>Ferry sinks off the cape</h1>{_BODY}"
    assert skimmed_html(page).metadata.title == "Ferry sinks off the cape"


def test_a_heading_that_the_head_never_repeats_yields_to_json_lds_headline() -> None:
    found = _of(
        "The ferry and the cape",
        "Ferry sinks off the cape | The Harbour Herald",
        social="Ferry with a hundred aboard lost",
        linked="Ferry sinks off the cape",
    )
    assert found.title == "Ferry sinks off the cape"


def test_a_heading_that_only_json_ld_contradicts_stays() -> None:
    found = _of("Ferry sinks off the cape", "Cape and coast", linked="Ferry: what we know")
    assert found.title == "Ferry sinks off the cape"


def test_the_name_of_the_outlet_is_no_headline() -> None:
    found = _of("Cape Times", "Ferry sinks - Cape Times", url="https://capetimes.example/ferry")
    assert found.title == "Ferry sinks"


def test_a_heading_that_the_head_repeats_is_the_headline() -> None:
    page = (
        "<html><head><title>Ferry sinks off the cape</title></head><body><h1>Cape and Coast</h1>"
        f"<h1>Ferry sinks off the cape</h1>{_BODY}"
    )
    assert skimmed_html(page).metadata.title == "Ferry sinks off the cape"


def test_a_tail_of_the_headings_element_is_no_title() -> None:
    found = _of("Ferry sinks (herald.example) 87", "Ferry sinks - Links", social="Ferry sinks")
    assert found.title == "Ferry sinks"


def test_without_a_heading_the_head_says_the_title() -> None:
    page = f"<html><head><title>Ferry sinks | The Harbour Herald</title></head><body>{_BODY}"
    found = skimmed_html(page).metadata
    assert (found.title, dict(found.read_from)["title"]) == ("Ferry sinks", "html")
