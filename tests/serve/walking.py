"""Walk through a desk as somebody does who asks who says so, and sets a mistake right.

`python -m bench.walk` takes the same way through a database of one's own.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import sleep

import uvicorn

from dateline.serve.api.reading import Access
from dateline.serve.app import make_app
from dateline.serve.guard import Allowance
from dateline.serve.links import story_link
from dateline.store import Store
from tests.serve.chromium import Chromium, Page
from tests.serve.desk import TOKEN

Keep = Callable[[str, Page], None]
WHO, WHY = "Ines Roque", "The report names somebody else."
_LIT = "document.querySelector('.text .lit')"


@contextmanager
def shown(store: Store) -> Iterator[str]:
    """Serve a database, and yield its address."""
    app = make_app(store, allowance=Allowance(brim=1e9), access=Access(TOKEN))
    serving = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error"))
    thread = threading.Thread(target=serving.run)
    thread.start()
    while not serving.started:
        sleep(0.05)
    try:
        yield f"http://127.0.0.1:{serving.servers[0].sockets[0].getsockname()[1]}"
    finally:
        serving.should_exit = True
        thread.join()


def walk(page: Page, server: str, story: str, keep: Keep) -> str:
    """Go from the board to a sentence by every way, set an act right; return where it is told of.

    `page` is one in which somebody is signed in. Raises `AssertionError` where a way ends.
    """

    def reached(name: str) -> None:
        assert list(page.faults()) == [], name
        keep(name, page)

    page.open(server)
    _map(page)
    reached("board")
    here = story_link(story)
    if page.run(f"!!document.querySelector('.board a[href=\"{here}\"]')"):
        page.leave(f"document.querySelector('.board a[href=\"{here}\"]').click()")
    else:
        page.open(server + here)
    reached("story")
    for way in ("#matrix .chip", ".chart .chip", ".points .point"):
        page.open(server + here)
        _follow(page, way)
        assert page.run(f"{_LIT}.textContent").strip(), way
        reached(way.split()[0].strip("#."))
    page.open(server + here)
    _map(page)
    page.run("document.querySelector('.spot summary').click()")
    reached("map")
    assert page.run("document.querySelector('.spot a').getAttribute('href')").startswith("/stories")
    return _set_right(page, server, story, reached)


def _follow(page: Page, way: str) -> None:
    """Click on a citation: it lights its words beside the brief, or on their report's page."""
    link = f"document.querySelector({way!r})"
    if page.run(f"{link}.getAttribute('href')").startswith("#"):
        page.run(f"{link}.click()")
    else:
        page.leave(f"{link}.click()")
    page.until(_LIT)


def _map(page: Page) -> None:
    """Scroll to the map and wait until it is drawn."""
    page.run("document.querySelector('.places').scrollIntoView({block: 'center'})")
    page.until("document.querySelector('.map.ready')")


def _set_right(page: Page, server: str, story: str, reached: Callable[[str], None]) -> str:
    """Set right who did an act, from the sentence that tells of it; return the link to its form."""
    page.open(server + story_link(story))
    page.run("document.querySelector('.text .mark.is-event').click()")
    page.until("document.querySelector('.drawer:not([hidden]) .entry a.why[href^=\"/correct\"]')")
    reached("drawer")
    link = "document.querySelector('.drawer .entry a.why[href^=\"/correct\"]')"
    form: str = page.run(f"{link}.getAttribute('href')")
    page.leave(f"{link}.click()")
    for field, words in (("[name=by]", WHO), ("[name=why]", WHY), ("#set-actor", "Nia Okoro")):
        page.run(f"document.querySelector({field!r}).value = {json.dumps(words)}")
    reached("form")
    page.leave("document.querySelector('button[value=set]').click()")
    reached("corrected")
    return form


def is_set_right(page: Page, server: str, form: str) -> bool:
    """Whether what the walk set is what an act's form shows, and the corrections tell of it."""
    held = page.open(server + form).run("document.querySelector('#set-actor').value")
    told = page.open(server + "/corrections").run("document.querySelector('main').innerText")
    return "Nia Okoro" in held and WHO in told and WHY in told


def sign_in(browser: Chromium, server: str) -> Page:
    """Return a page of somebody who has signed in."""
    page = browser.page().open(f"{server}/sign-in?to=/audit?")
    page.run(f"document.querySelector('#token').value = '{TOKEN}'")
    return page.leave("document.querySelector('main form').submit()")
