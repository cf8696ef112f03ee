"""Every page in a browser: nothing that shuts people out, nothing the policy forbids, all of it
usable by mouse and keys.

Skipped by name where there is no Chromium: Debian's package is called `chromium`.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dateline.model import Span
from dateline.serve.links import address, claim_link, report_link, story_link
from dateline.serve.page import draw_page
from dateline.store import Query, Store
from tests.serve import sample
from tests.serve.chromium import Chromium, Page, program
from tests.serve.walking import shown, sign_in

pytestmark = pytest.mark.skipif(program() is None, reason="Chromium is not installed here")

AXE = Path(__file__).parents[1] / "vendor" / "axe-core" / "axe.min.js.gz"
STORY = sample.story()
COURIER, LEDGER = STORY.reports
PAGES = {
    "board": "/",
    "board that is looked through": "/?country=MOZ&status=planned",
    "board of nothing": "/?country=NOR",
    "board that can't be": "/?since=tomorrow",
    "claims": "/claims",
    "search": "/search?text=flood",
    "cases": "/cases",
    "case": "/case/floods",
    "story": story_link(STORY.id),
    "texts side by side": address("stories", STORY.id, left=COURIER.id, right=LEDGER.id),
    "claim": claim_link(STORY.id, STORY.claims[0].id),
    "report": report_link(COURIER.id, Span(70, 90)),
    "actor": "/actor?name=Ana+Tembe",
    "place": "/place?at=-19.840,34.840",
    "method": "/method",
    "sign-in": "/sign-in",
    "audit to be drawn": "/audit?",
    "audit": "/audit?seed=3&by=Ines+Roque",
    "nothing": "/nowhere",
}
GRAVE = {"serious", "critical"}
# The sets of scores are alike, and there are many.
RUN = """axe.run({exclude: [".method section:nth-of-type(n+4)"]}, {resultTypes: ["violations"], preload: false}).then((found) =>
  found.violations.map((v) => [v.impact, v.id, v.nodes.slice(0, 3).map((n) => n.html.slice(0, 120)), v.nodes[0].failureSummary]))"""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """Yield the address of a server of the sample and a case."""
    with Store(":memory:") as store:
        store.add([STORY])
        store.create_case("Floods", Query(country="MOZ"), note="Both banks.")
        with shown(store) as address:
            yield address


@pytest.fixture(scope="module")
def browser(server: str) -> Iterator[Chromium]:
    """Yield a browser in which somebody is signed in."""
    with Chromium() as running:
        sign_in(running, server)
        yield running


@pytest.fixture(scope="module")
def wide(browser: Chromium) -> Page:
    """Return a page as a desk has it, in daylight."""
    return browser.page()


@pytest.fixture(scope="module")
def phone(browser: Chromium) -> Page:
    """Return a page as a phone has it, in the dark."""
    return browser.page(390, 844, dark=True)


def faults_for_readers(page: Page) -> list[Any]:
    """Return what axe finds that is grave."""
    page.run(gzip.decompress(AXE.read_bytes()).decode())
    return [found for found in page.run(RUN) if found[0] in GRAVE]


def drawn(page: Page) -> Page:
    """Return a page once its map is drawn, if it has one."""
    if page.run("!!document.querySelector('.map')"):
        page.run("document.querySelector('.places').scrollIntoView()")
        page.until("document.querySelector('.map.ready')")
    return page


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_a_page_shuts_nobody_out_and_breaks_nothing(
    server: str, wide: Page, phone: Page, path: str
) -> None:
    for page in (wide, phone):
        page.open(server + path)
        assert page.run("document.documentElement.scrollWidth <= innerWidth")
        assert faults_for_readers(page) == []
        assert [fault for fault in page.faults() if "404" not in fault] == []


def test_the_page_that_is_a_file_shuts_nobody_out(wide: Page, phone: Page, tmp_path: Path) -> None:
    file = tmp_path / "story.html"
    file.write_text(draw_page([STORY]), "utf-8")
    for page in (wide, phone):
        assert faults_for_readers(page.open(file.as_uri())) == []
        assert page.faults() == []


def test_a_click_on_the_map_opens_the_claims_there(server: str, wide: Page) -> None:
    drawn(wide.open(server + story_link(STORY.id)))
    wide.run("document.querySelector('.map').scrollIntoView({block: 'center'})")
    assert not wide.run("document.querySelector('#place-1 details').open")
    # The only place lies in the middle.
    x, y = wide.run(
        "(({left, top, width, height}) => [left + width / 2, top + height / 2])"
        "(document.querySelector('.map canvas').getBoundingClientRect())"
    )
    wide.click(x, y)
    wide.until("document.querySelector('#place-1.chosen details').open")
    link = wide.run("document.querySelector('#place-1 a').getAttribute('href')")
    assert link == claim_link(STORY.id, STORY.claims[0].id)
    assert faults_for_readers(wide) == []
    assert wide.faults() == []


def test_the_map_goes_nearer_and_back_by_its_buttons(server: str, wide: Page) -> None:
    drawn(wide.open(server + "/"))
    before = wide.picture()
    wide.run("document.querySelector('[data-map=in]').click()")
    wide.run("new Promise((done) => setTimeout(done, 900))")
    assert wide.picture() != before
    wide.run("document.querySelector('[data-map=all]').click()")
    assert wide.faults() == []


def test_without_a_script_the_places_stand_as_a_list(server: str, browser: Chromium) -> None:
    page = browser.page()
    page.ask("Emulation.setScriptExecutionDisabled", value=True)
    page.open(server + "/")
    shown = "document.querySelector({!r}).checkVisibility()"
    assert page.run(shown.format("#place-1 summary"))
    assert not page.run(shown.format(".map"))


def test_a_mark_of_the_chart_and_a_cell_of_the_matrix_light_the_sentence(
    server: str, wide: Page
) -> None:
    for way in (".chart .chip", "#matrix .chip", ".points .point"):
        wide.open(server + story_link(STORY.id))
        wide.run(f"document.querySelector({way!r}).click()")
        wide.until("document.querySelector('.text .lit')")
        assert "At least 40" in wide.run("document.querySelector('.text .lit').textContent")


def test_a_row_is_judged_without_a_script(server: str, browser: Chromium) -> None:
    page = browser.page()
    page.ask("Emulation.setScriptExecutionDisabled", value=True)
    page.open(server + PAGES["audit"])
    assert page.run("document.querySelector('.standing').innerText").startswith("0 of 3 events")
    for key in ("right", "wrong"):
        page.leave(f"document.querySelector('[value={key}]').click()")
    told = page.run("document.querySelector('.standing').innerText")
    assert "2 of 3 events judged: 1 right, 1 wrong" in told
    assert "precision 0.500, 95 % between 0.095 and 0.905" in told


def test_a_mark_beside_the_brief_is_explained_from_its_report(server: str, wide: Page) -> None:
    wide.open(server + story_link(STORY.id))
    assert not wide.run("document.querySelector('.entry')")
    wide.run("document.querySelector('.text .mark.is-event').click()")
    wide.until("document.querySelector('.drawer:not([hidden]) .entry')")
    assert "event" in wide.run("document.querySelector('.drawer .entry').innerText").casefold()
    assert wide.faults() == []


def test_the_keys_reach_the_content_first(server: str, wide: Page) -> None:
    wide.open(server + "/")
    wide.press("Tab")
    assert wide.run("document.activeElement.textContent") == "Skip to the content"
    wide.press("Enter")
    assert wide.run("location.hash") == "#main"
