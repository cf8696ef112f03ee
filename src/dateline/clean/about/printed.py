"""Read what stands in the text of a page: kicker, date lines, dateline, address, outlet.

"Published: 3 May 2020 10:22 GMT" under a headline gives the day, "BEIRA, May 3 (Reuters) -" the
place and a day without its year. Dates beside the headline come first; those of other reports'
teasers, far below the body, are not this report's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from datetime import date

from dateline.clean.about.addresses import site_of
from dateline.clean.about.dates import Printed, find_dates, is_update
from dateline.clean.about.markup import Notes, absolute, section_of
from dateline.clean.about.masthead import find_masthead
from dateline.clean.prose import dated_place, dateline_of, section_names
from dateline.knowledge.lexicon import Lexicon, fold
from dateline.model import Block, Label, Report, Span

_ABOVE, _BELOW = 16, 12
"""Blocks above the headline and below the body in which a report's own lines may stand."""
_MOST_LINES = 40
"""Date lines read; the nearest to the headline come first."""
_BESIDE = 4
"""Blocks before the headline, and half of those after it, whose dates may be the report's."""
_SHORT = 90
_BESIDE_DATE = 40
"""Characters beside the date of such a line."""
_UNSURE = frozenset({Label.NAV, Label.KICKER, Label.BODY, Label.LEDE})
# "Published: ", "Posted on " before a date
_SAID = re.compile(r"\b(?:published|posted)(?: on)?\W{0,4}$", re.I)
# "This article was originally published on 26 Sep 2019", "First published: 3 May"
_FIRST = re.compile(r"\b(?:originally|first) (?:published|posted|appeared)\b", re.I)
# "Next update: 15 November"
_NEXT = re.compile(r"\bnext\s+(?:\w+\s+)?\w+\W{1,3}(?:\w+\W{1,3}){0,3}$", re.I)
# ", 18:00", " - 9.30 pm GMT" behind a date
_REST = re.compile(r"[\W\d]*(?:[ap]\.?m\.?)?\W*(?:[A-Z]{2,4})?\W*", re.I)
# "By ", "© 2020 ", "Copyright " before an outlet's name
_BEFORE_OUTLET = re.compile(r"^(?:by |© ?(?:\d{4} )?|copyright (?:© ?)?(?:\d{4} )?)")
# "04/09/2018", "04-09-2018"
_NUMERIC = re.compile(r"(?<!\d)\d{1,2}([/-])\d{1,2}\1\d{4}(?!\d)")
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
_MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
# "4 September 2018" and "September 4, 2018"
_DAY_MONTH = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)? {_MONTHS},? 20\d\d\b", re.I)
_MONTH_DAY = re.compile(rf"\b{_MONTHS} \d{{1,2}}(?:st|nd|rd|th)?,? 20\d\d\b", re.I)
_SEARCHED = 100_000
"""Characters in which a page's way of writing dates is looked for."""
_DAY_FIRST = frozenset("gb au nz in ie za uk sg hk ng ke pk my".split())
"""Regions and endings of sites that write "04/09/2018" for the fourth of September."""


def read_lines(report: Report, notes: Notes) -> None:
    """Offer what stands in the text: kicker, date lines, dateline, address."""
    for block in notes.labelled(Label.KICKER):
        notes.offer("section", section_of(block.span.of(report.text)), "printed", block.span)
    _read_dates(report, notes)
    for block in (*notes.labelled(Label.DATELINE), *notes.labelled(Label.BODY)[:2]):
        _read_dateline(report, block, notes)
    for block in notes.labelled(Label.URL):
        url = absolute(block.span.of(report.text).strip("()<>"))
        notes.offer("url", url, "printed", block.span)


def own_span(report: Report, notes: Notes) -> Span:
    """Return the stretch of the text in which a report's own lines stand.

    From a few blocks above the headline (or, without one, the page's start) to a few below the
    body; a page without a body is its own altogether.
    """
    body = notes.labelled(Label.BODY)
    if not body:
        return Span(0, len(report.text))
    starts = [block.span.start for block in report.blocks]
    title = next(
        (b for b in notes.labelled(Label.TITLE) if b.span.start <= body[-1].span.end), None
    )
    above = max(0, bisect_left(starts, title.span.start) - _ABOVE) if title else 0
    below = min(len(starts) - 1, bisect_left(starts, body[-1].span.start) + _BELOW)
    return Span(report.blocks[above].span.start, report.blocks[below].span.end)


def near_first(report: Report, notes: Notes, blocks: Iterable[Block]) -> list[Block]:
    """Return the report's own among some blocks, those nearest to the headline first."""
    own = own_span(report, notes)
    title = next((b.span.start for b in notes.labelled(Label.TITLE)), own.start)
    kept = [block for block in blocks if own.start <= block.span.start <= own.end]
    return sorted(kept, key=lambda block: abs(block.span.start - title))


def _read_dates(report: Report, notes: Notes) -> None:
    """Offer the dates of date lines and bylines; those beside the headline come first."""
    body = next((b.span.start for b in notes.labelled(Label.BODY)), len(report.text))
    credit = notes.labelled(Label.CREDIT)
    for block in credit[:_MOST_LINES]:
        if _FIRST.search(report.text, block.span.start, block.span.end):
            _read_date_line(report, block, notes)
    blocks = notes.labelled(Label.DATE, Label.BYLINE)
    blocks += [block for block in credit if block.span.start < body]
    blocks += [b for b in notes.labelled(Label.DATELINE) if dated_place(b.span.of(report.text))]
    blocks = near_first(report, notes, blocks)
    blocks.sort(key=lambda block: block.label is not Label.DATE)
    for block in (*blocks[:_MOST_LINES], *beside_title(report)):
        _read_date_line(report, block, notes)


def beside_title(report: Report) -> list[Block]:
    """Return the short lines around the headline that are no date lines: "Jane Doe | 3 May"."""
    own = [block.label in (Label.TITLE, Label.BODY) for block in report.blocks]
    first = own.index(True) if True in own else 0
    near = report.blocks[max(0, first - _BESIDE) : first + 2 * _BESIDE]
    return [block for block in near if block.label in _UNSURE and _is_short(report, block)]


def _is_short(report: Report, block: Block) -> bool:
    """Whether a line says little but a date: a caption or teaser with one says more."""
    line = block.span.of(report.text)
    if len(line) > _SHORT:
        return False
    dates = list(find_dates(line))
    if any(_closes(line, printed) for printed in dates):
        return True  # "The fortnightly for pilots. Special edition, 23 October 2026"
    for printed in reversed(dates):
        if _SAID.search(line, 0, printed.start):
            return True
        line = line[: printed.start] + line[printed.end :]
    return len(line.strip()) <= _BESIDE_DATE


def _closes(line: str, printed: Printed) -> bool:
    """Whether a full date ends a line, but for the hour."""
    return not printed.value.startswith("X") and _REST.fullmatch(line, printed.end) is not None


def _read_date_line(report: Report, block: Block, notes: Notes) -> None:
    """Offer the dates of one line, each as publication or update by the words before it."""
    line = block.span.of(report.text)
    last = 0
    for printed in find_dates(line, day_first=_order(report, notes, line)):
        if _NEXT.search(line, 0, printed.start):
            continue
        name = "updated" if is_update(line[last : printed.start]) else "published"
        last = printed.end
        span = Span(block.span.start + printed.start, block.span.start + printed.end)
        if printed.value.startswith("X"):
            name = "published_value"
        notes.offer(name, printed.value, "printed", span)


def _order(report: Report, notes: Notes, line: str) -> bool | None:
    """Return whether the page writes the day first, found out once a line needs it."""
    if _NUMERIC.search(line) and not notes.order:
        notes.order.append(day_first(report, notes))
    return notes.order[0] if notes.order else None


def day_first(report: Report, notes: Notes) -> bool | None:
    """Return whether the page's country writes the day before the month; None if unknown."""
    meta = dict(report.page.head.meta)
    language = (report.page.head.language or "").lower().replace("_", "-")
    site = site_of(notes.values.get("url", "")) or ""
    regions = {language.rpartition("-")[2], meta.get("og:locale", "").lower()[-2:]}
    if site.rpartition(".")[2] in _DAY_FIRST or regions & _DAY_FIRST:
        return True
    spoken = language[:2] or notes.values.get("language", "")
    if spoken and spoken != "en":
        return True
    return _as_written(report)


def _as_written(report: Report) -> bool | None:
    """Return whether the page writes "4 September 2018" or "September 4, 2018" throughout."""
    text = report.text[:_SEARCHED]
    before, after = bool(_DAY_MONTH.search(text)), bool(_MONTH_DAY.search(text))
    return _by_weekday(report, text) if before is after else before


def _by_weekday(report: Report, text: str) -> bool | None:
    """Return which reading of "06/10/2026" is the day that the report speaks of: "on Tuesday"."""
    found = _NUMERIC.search(text)
    if found is None:
        return None
    body = (block.span.of(text) for block in report.blocks if block.label is Label.BODY)
    spoken = (match[0] for part in body for match in _WEEKDAY.finditer(part))
    readings: dict[str, bool] = {}
    for first in (True, False):
        for printed in find_dates(found[0], day_first=first):
            day = date.fromisoformat(printed.value)
            readings.setdefault(f"{day:%A}", first)
    if len(readings) < 2:
        return None
    return next((readings[day] for day in spoken if day in readings), None)


def _read_dateline(report: Report, block: Block, notes: Notes) -> None:
    """Offer place and day of a dateline: "KABUL, Jan 5 (Reuters) -"."""
    text = block.span.of(report.text)
    opening = dateline_of(text)
    if block.label is Label.DATELINE and opening is None:
        words = dated_place(text) or text
        start = block.span.start + text.index(words) if words in text else block.span.start
        notes.offer("place", _place(words), "printed", Span(start, start + len(words)))
    if opening is None:
        return
    if opening["place"]:
        start = block.span.start + opening.start("place")
        span = Span(start, start + len(opening["place"]))
        notes.offer("place", _place(opening["place"]), "printed", span)
    if opening["date"]:
        for printed in find_dates(
            opening["date"], day_first=_order(report, notes, opening["date"])
        ):
            start = block.span.start + opening.start("date")
            span = Span(start + printed.start, start + printed.end)
            name = "published_value" if printed.value.startswith("X") else "published"
            notes.offer(name, printed.value, "printed", span)


def _place(words: str) -> str:
    """Return a dateline's place as names are written: "KABUL, Afghanistan" as "Kabul"."""
    place = re.split(r"[,/]", words.strip(" .,:-–—"))[0].strip()
    return place.title() if place.isupper() and len(place) > 3 else place


def read_outlet(report: Report, notes: Notes, lexicon: Lexicon) -> None:
    """Offer the outlet of a dump's masthead, or a known one that the page prints elsewhere."""
    if "outlet" in notes.values:
        return
    if report.page.kind != "html" and (masthead := find_masthead(report)):
        notes.offer("outlet", masthead[0], "printed", masthead[1])
        return
    for block in notes.labelled(Label.NAV, Label.KICKER, Label.BYLINE):
        if block.span.end - block.span.start > 120:
            continue
        words = _BEFORE_OUTLET.sub("", fold(block.span.of(report.text)))
        if words in section_names():  # "Metro" is a paper, and a section of others
            continue
        known = lexicon.outlets.get(words.split(". ")[0].strip(" .")) if len(words) > 3 else None
        if known is not None:
            notes.offer("outlet", known.name, "printed", block.span)
            return
