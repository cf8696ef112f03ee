"""Which line above a dump's body is its headline."""

from __future__ import annotations

import pytest

from dateline.model import Label
from tests.clean.build import skimmed

_HEAD = "Coast Herald\nWORLD   SEA   MONEY\n\nEUROPE\n\n"
_BODY = (
    "Growers who were expecting hail brought in the first grapes on Saturday, nine days before"
    ' the usual date.\n\n"We picked by torchlight," said one of them, who owns four hectares.\n\n'
    "The cooperative reported 40 tonnes by noon."
)


@pytest.mark.parametrize(
    "title",
    [
        "Vintners pick early, but can the cellars cope?",
        "The grapes came early, the pickers did not.",
        '"We picked by torchlight": vintners race the hail',
        "Hail, hurry!",
    ],
)
@pytest.mark.parametrize("blank", ["\n\n", "\n"])
def test_what_stands_above_a_byline_is_the_headline(title: str, blank: str) -> None:
    text = f"{_HEAD}{title}\n\nInes Marolt in Maribor\n\n3 September 2023 09:10\n\n{_BODY}"
    report = skimmed(text.replace("\n\n", blank))
    assert report.metadata.title == title
    opening = next(b for b in report.blocks if b.label in (Label.BODY, Label.CAPTION))
    assert opening.label is Label.BODY


def test_an_appeal_below_a_masthead_is_no_headline() -> None:
    text = (
        "DELTA ECHO\nNews · Islands · Weather · Ads\nWin a weekend on the river with our quiz\n\n"
        f"Vintners pick grapes early and fear for the cellars\n\nForeign desk\n\n{_BODY}"
    )
    title = "Vintners pick grapes early and fear for the cellars"
    assert skimmed(text).metadata.title == title


def test_a_masthead_is_no_headline_of_a_deck_that_ends_with_a_stop() -> None:
    text = f"Vintners pick early\nHail is near, and the cellars fill.\nBy Jane Doe\n\n{_BODY}"
    assert skimmed(text).metadata.title == "Vintners pick early"


def test_a_long_first_paragraph_without_a_credit_is_no_caption() -> None:
    opening = (
        "Divers who work the reef off Muharraq sat in the gallery of the high court and wept as a"
        " judge gave them back the fishing ground that a hotel had fenced off two years ago."
    )
    text = (
        f"Pearl divers win back their reef\n\nBy Jane Doe\n7 January 2022\n\n{opening}\n\n{_BODY}"
    )
    report = skimmed(text)
    found = next(b for b in report.blocks if b.span.of(report.text) == opening)
    assert found.label is Label.BODY


@pytest.mark.parametrize(
    ("lines", "title", "published"),
    [
        (("DELTA RELIEF FORUM", "c/o Coordination Office, Averby", "Situation note no. 3: Dorum",
          "Friday, 9 October 2026 (covers 7 to 9 October)"),
         "Situation note no. 3: Dorum", "2026-10-09"),
        (("DELTA ACCESS MONITOR", "Situation update no. 47 - Averby - 12 November 2026, 18:00",
          "Vintners pick early, cooperative says"),
         "Vintners pick early, cooperative says", "2026-11-12"),
        (("CELLAR LETTER", "The fortnightly that reads labels. Special edition, 23 October 2026",
          "Vintners pick grapes early", "By our desk"),
         "Vintners pick grapes early", "2026-10-23"),
    ],
)  # fmt: skip
def test_the_head_of_a_situation_report_is_read(
    lines: tuple[str, ...], title: str, published: str
) -> None:
    found = skimmed("\n".join(lines) + f"\n\n{_BODY}\n\nNext update: 15 November").metadata
    assert (found.title, found.published) == (title, published)


def test_an_item_of_a_list_is_no_caption() -> None:
    item = "• A satellite picture that was released on Monday shows lorries at the gate."
    report = skimmed(f"Vintners pick early\n\n{_BODY}\n\n{item}\n\n{_BODY}")
    found = next(b for b in report.blocks if b.span.of(report.text) == item)
    assert found.label is Label.BODY
