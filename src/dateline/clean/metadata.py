"""Find what a report is: title, outlet, publication date, byline, section, place, address.

From `<meta property="og:site_name" content="The Harbour Herald">`, JSON-LD and time elements
of an HTML page, and from the lines of any page: "3 May 2020 10:22 GMT", "By Jane Doe".
Precedence: given > JSON-LD > meta > time element > printed > address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.clean.addresses import by_site, day_of
from dateline.clean.bylines import names_in
from dateline.clean.dates import find_dates
from dateline.clean.linked import Linked, read_linked, texts
from dateline.clean.markup import AUTHOR_META, Notes, absolute, read_head
from dateline.clean.prose import dated_place, dateline_of
from dateline.knowledge import vocabulary
from dateline.knowledge.lexicon import Lexicon, fold
from dateline.model import Block, Label, Metadata, Report, Span

# What parts a headline from its outlet: "Bridge opens - The Harbour Herald", "… | Reuters"
_SUFFIX = re.compile(r"\s+(?:[-–—|•·»:]{1,2})\s+(?=[^-–—|•·»]{2,60}$)")
# "Updated 3 May", "Last modified: …"
_UPDATED = re.compile(r"\b(?:updated?|modified|edited)\b", re.I)
_FEWEST_LETTERS = 40
_SPOKEN = re.compile(r"[^\W\d_]+")


def find_metadata(report: Report, *, lexicon: Lexicon) -> Metadata:
    """Return what the report is, each value from the best source that has one.

    Precedence: given > JSON-LD > meta > time element > printed > address. A printed date
    without its year is kept in `published_value` and leaves `published` empty.
    """
    notes = Notes()
    given = report.page.given
    for name, value in (("outlet", given.outlet), ("url", given.url), ("language", given.language)):
        notes.offer(name, value, "given")
    notes.offer("published", given.published, "given")
    linked = read_linked(report.page.head.linked_data)
    read_head(report, linked, notes)
    _read_lines(report, notes)
    _read_address(notes, lexicon)
    _name_outlet(report, notes, lexicon)
    _strip_title(report, notes, lexicon)
    notes.offer("language", *_language(report))
    byline = _byline(report, linked, notes, lexicon)
    return _finished(notes, byline)


def _finished(notes: Notes, byline: tuple[str, ...]) -> Metadata:
    """Return the notes as a record."""
    values = notes.values
    partial = values.pop("published_value", None)
    published = values.get("published")
    by = {"given": "given", "printed": "printed"}.get(
        notes.sources.get("published", ""), "metadata"
    )
    if published is None:
        by = "printed"
    names = ("title", "outlet", "updated", "section", "place", "language", "url")
    return Metadata(
        published=published,
        published_by=by if published or partial else None,
        published_value=published or partial,
        byline=byline,
        read_from=tuple(sorted(notes.sources.items())),
        spans=tuple(sorted(notes.spans.items())),
        **{name: values.get(name) for name in names},
    )


# ------------------------------------------------------------------------------- the lines


def _read_lines(report: Report, notes: Notes) -> None:
    """Offer what stands in the text: headline, date lines, kicker, dateline, address."""
    for block in _labelled(report, Label.TITLE):
        notes.offer("title", " ".join(block.span.of(report.text).split()), "printed", block.span)
        if fold(block.span.of(report.text)) == fold(notes.values["title"]):
            notes.spans.setdefault("title", block.span)
    for block in _labelled(report, Label.KICKER):
        notes.offer("section", block.span.of(report.text).strip(" :|"), "printed", block.span)
    _read_dates(report, notes)
    for block in (*_labelled(report, Label.DATELINE), *_labelled(report, Label.BODY)[:2]):
        _read_dateline(report, block, notes)
    for block in _labelled(report, Label.URL):
        url = absolute(block.span.of(report.text).strip("()<>"))
        notes.offer("url", url, "printed", block.span)


def _labelled(report: Report, label: Label) -> list[Block]:
    """Return the blocks with one label."""
    return [block for block in report.blocks if block.label is label]


def _read_dates(report: Report, notes: Notes) -> None:
    """Offer the dates of date lines and bylines; those beside the headline come first."""
    title = next((b.span.start for b in _labelled(report, Label.TITLE)), 0)
    body = next((b.span.start for b in _labelled(report, Label.BODY)), len(report.text))
    above = [b for b in _labelled(report, Label.CREDIT) if b.span.start < body]
    blocks = _labelled(report, Label.DATE) + _labelled(report, Label.BYLINE) + above
    blocks += [b for b in _labelled(report, Label.DATELINE) if dated_place(b.span.of(report.text))]
    blocks.sort(key=lambda block: (block.label is not Label.DATE, abs(block.span.start - title)))
    for block in blocks:
        line = block.span.of(report.text)
        last = 0
        for printed in find_dates(line):
            name = "updated" if _UPDATED.search(line, last, printed.start) else "published"
            last = printed.end
            span = Span(block.span.start + printed.start, block.span.start + printed.end)
            if printed.value.startswith("X"):
                notes.offer("published_value", printed.value, "printed", span)
            else:
                notes.offer(name, printed.value, "printed", span)


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
        for printed in find_dates(opening["date"]):
            start = block.span.start + opening.start("date")
            span = Span(start + printed.start, start + printed.end)
            name = "published_value" if printed.value.startswith("X") else "published"
            notes.offer(name, printed.value, "printed", span)


def _place(words: str) -> str:
    """Return a dateline's place as names are written: "KABUL, Afghanistan" as "Kabul"."""
    place = re.split(r"[,/]", words.strip(" .,:-–—"))[0].strip()
    return place.title() if place.isupper() and len(place) > 3 else place


def _read_address(notes: Notes, lexicon: Lexicon) -> None:
    """Offer what the address says: outlet by its site, day by its path."""
    url = notes.values.get("url")
    if url is None:
        return
    if outlet := by_site(url, lexicon.outlets):
        notes.offer("outlet", outlet.name, "url")
    partial = notes.values.get("published_value")
    day = day_of(url)
    if day is not None and (partial is None or partial[4:] == day[4:]):
        notes.offer("published", day, "url")


def _name_outlet(report: Report, notes: Notes, lexicon: Lexicon) -> None:
    """Offer an outlet that the page prints, and give a known one its usual name."""
    _, suffix = _parted(notes.values.get("title", ""))
    if known := lexicon.outlets.get(fold(suffix)):
        notes.offer("outlet", known.name, "title")
    for block in report.blocks:
        if block.label not in (Label.NAV, Label.KICKER, Label.BYLINE):
            continue
        words = re.sub(
            r"^(?:by |© ?(?:\d{4} )?|copyright (?:\d{4} )?)", "", fold(block.span.of(report.text))
        )
        if len(words) > 3 and (known := lexicon.outlets.get(words.split(". ")[0].strip(" ."))):
            notes.offer("outlet", known.name, "printed", block.span)
    outlet = notes.values.get("outlet")
    if outlet and notes.sources["outlet"] != "given":
        known = lexicon.outlets.get(fold(outlet)) or lexicon.outlets.get(
            fold(outlet.removesuffix(".com"))
        )
        notes.values["outlet"] = known.name if known else outlet


def _parted(title: str) -> tuple[str, str]:
    """Return a title and what follows its last dash or bar."""
    suffix = _SUFFIX.search(title)
    return (title[: suffix.start()], title[suffix.end() :]) if suffix else (title, "")


def _strip_title(report: Report, notes: Notes, lexicon: Lexicon) -> None:
    """Take the outlet's name, or all that follows the page's own headline, off the title."""
    heads = {fold(block.span.of(report.text)) for block in _labelled(report, Label.TITLE)}
    for _ in range(2):
        plain, suffix = _parted(notes.values.get("title", ""))
        outlet, said = fold(notes.values.get("outlet", "")), fold(suffix)
        known = said in lexicon.outlets or said in (outlet, f"{outlet}.com")
        alike = bool(outlet and said) and (said in outlet or outlet in said)
        if not suffix or not (known or alike or fold(plain) in heads):
            return
        notes.values["title"] = plain
        if span := notes.spans.get("title"):
            notes.spans["title"] = Span(span.start, span.start + len(plain))


def _byline(
    report: Report, linked: tuple[Linked, ...], notes: Notes, lexicon: Lexicon
) -> tuple[str, ...]:
    """Return the persons that the page names as its authors."""
    outlet = fold(notes.values.get("outlet", ""))
    meta = dict(reversed(report.page.head.meta))
    offers: list[tuple[str, str, Span | None]] = [
        ("; ".join(texts(linked, "author")), "json-ld", None)
    ]
    offers += [(meta[key], "meta", None) for key in AUTHOR_META if key in meta]
    for label in (Label.BYLINE, Label.CREDIT):
        offers += [(b.span.of(report.text), "printed", b.span) for b in _labelled(report, label)]
    for words, source, span in offers:
        names = tuple(
            name
            for name in names_in(words)
            if fold(name) != outlet
            and fold(name) not in lexicon.agencies
            and fold(name) not in lexicon.outlets
        )
        if names:
            notes.sources["byline"] = source
            if span is not None:
                notes.spans["byline"] = span
            return names
    return ()


def _is_english(body: str) -> bool:
    """Whether so many words are English function words that no other language has them.

    It saves most pages the opening of a model, which takes longer than reading them.
    """
    spoken = _SPOKEN.findall(body.casefold())
    listed = set(vocabulary.words("stops")["words"]["english"])
    return len(spoken) >= 30 and sum(word in listed for word in spoken) >= 0.28 * len(spoken)


def _language(report: Report) -> tuple[str | None, str]:
    """Return the language of the body, or what the head says where the body is too short."""
    read = [b.span.of(report.text) for b in _read_blocks(report)]
    body = " ".join(read)[:3_000]
    if _is_english(body):
        return "en", "body"
    if sum(character.isalpha() for character in body) >= _FEWEST_LETTERS:
        from py3langid import classify  # opens its model when it is imported

        return str(classify(body)[0]), "body"
    language = report.page.head.language
    return (re.split(r"[-_]", language)[0].lower(), "html") if language else (None, "")


def _read_blocks(report: Report) -> Iterator[Block]:
    """Yield the blocks whose language is the report's."""
    return (b for b in report.blocks if b.label in (Label.BODY, Label.LEDE, Label.TITLE))
