"""Choose the title of a report: "Bridge opens", not "Bridge opens | World | The Harbour Herald".

A page says its title up to seven times over: its headline, JSON-LD, OpenGraph, Twitter, the
browser's title. They often differ: the browser's and OpenGraph's carry the outlet, sections or
words for search engines. The headline that stands on the page is the title, in the spelling of
the markup where that says the same. Two go before it: an OpenGraph title that an editor of a
news page wrote apart from all others, and JSON-LD's headline where the head says that twice and
the heading never.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dateline.clean.about.addresses import site_of
from dateline.clean.about.dates import is_date_line
from dateline.clean.about.linked import Linked, texts
from dateline.clean.about.markup import Notes
from dateline.knowledge.lexicon import Lexicon, fold
from dateline.model import Label, Report, Span

OTHER_META = (
    *("twitter:title", "headline", "parsely-title", "sailthru.title", "cxenseparse:title"),
    *("dc.title", "title"),
)
_LONGEST = 300
# What parts a headline from its outlet: "Bridge opens - The Harbour Herald", "… | Reuters"
_BETWEEN = re.compile(r"\s+(?:[-–—|•·»:*]{1,2}|::)\s+|\s?\|\s?")
_WORDS = re.compile(r"\w+")
# "by Jane Doe" at the end of a browser's title
_BY = re.compile(r"by [A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){1,3}")
# What a headline's element may hold after it: "(herald.example)", "87", "/ Dec 2025"
_TAIL = re.compile(r"\W{0,3}(?:\([\w-]+(?:\.[\w-]+)+\))?\W{0,3}\d{0,5}\W{0,3}")


@dataclass(frozen=True, slots=True)
class Offer:
    """A title as one place of the page says it, without the outlet."""

    text: str
    source: str
    words: str
    """Its words in lower case, for asking whether two say the same."""
    whole: str
    """With everything that was taken off."""
    span: Span | None = None


def _offer(text: str, source: str, span: Span | None = None, whole: str = "") -> Offer:
    """Return an offer with its words."""
    return Offer(text, source, _words(text), whole or text, span)


def _words(text: str) -> str:
    """Return the words of a text in lower case, one blank between them."""
    return " ".join(_WORDS.findall(text.casefold()))


def offered_titles(report: Report, shown: list[Offer]) -> tuple[str, ...]:
    """Return every title that head and headings give the page, as they stand."""
    meta = dict(reversed(report.page.head.meta))
    said = [meta.get("og:title"), meta.get("twitter:title"), report.page.head.title]
    return tuple(html.unescape(text) for text in (*said, *(o.text for o in shown)) if text)


def find_title(
    report: Report,
    headings: list[Offer],
    linked: tuple[Linked, ...],
    notes: Notes,
    lexicon: Lexicon,
) -> None:
    """Offer the title of the page, with its place in the text where it stands there."""
    outlets = _outlet_names(report, notes)
    shown = [_stripped(offer, outlets, lexicon, ()) for offer in headings]
    heads = tuple(offer.words for offer in shown)
    said = {name: _stripped(o, outlets, lexicon, heads) for name, o in _said(report, linked)}
    told = {offer.words for offer in said.values()}
    shown = [o for o in shown if o.words in told or not _is_outlet(o.text, outlets, lexicon)]
    headline = next((offer for offer in shown if offer.words in told), next(iter(shown), None))
    chosen = _chosen(headline, said, news=_is_news(report, linked))
    if chosen is None:
        return
    chosen = _spelled(chosen, [*shown, *said.values()])
    same = next((offer for offer in shown if offer.words == chosen.words), None)
    span = chosen.span or (same.span if same else None)
    notes.offer("title", chosen.text, chosen.source, _exact(report.text, span, chosen.text))


def _exact(text: str, span: Span | None, title: str) -> Span | None:
    """Return where a title stands inside its heading, or the whole heading."""
    start = text.find(title, span.start, span.end) if span else -1
    return Span(start, start + len(title)) if start >= 0 else span


def _chosen(headline: Offer | None, said: Mapping[str, Offer], *, news: bool) -> Offer | None:
    """Return the best title: an editor's own, the headline in the markup's spelling, any."""
    if headline is None:
        order = ("json-ld", "og", *OTHER_META, "browser")
        return next((said[name] for name in order if name in said), None)
    alike = [said[name] for name in said if said[name].words == headline.words]
    if not alike:
        return _without_tail(headline, said) or _instead(said) or headline
    social = said.get("og")
    if social and news and _is_edited(social, headline, said):
        return social
    best = next((o for o in alike if o is not said.get("browser")), headline)
    return _offer(best.text, best.source, headline.span)


def _without_tail(headline: Offer, said: Mapping[str, Offer]) -> Offer | None:
    """Return the title that opens a heading, where nothing but a number or date follows it."""
    for offer in said.values():
        rest = headline.text.removeprefix(offer.text)
        if rest != headline.text and (_TAIL.fullmatch(rest) or is_date_line(rest.strip(" /|-–"))):
            return _offer(offer.text, offer.source, _opening(headline, offer))
    return None


def _instead(said: Mapping[str, Offer]) -> Offer | None:
    """Return JSON-LD's headline where the head says it twice: a heading that it never says yields.

    A heading alone may be a section's, the site's or a teaser's.
    """
    linked = said.get("json-ld")
    if linked is None or not any(o.words == linked.words for o in said.values() if o is not linked):
        return None
    return linked


def _spelled(chosen: Offer, offers: list[Offer]) -> Offer:
    """Return a title in the spelling that most places of the page give it: "it's", "it’s"."""
    alike = [offer for offer in offers if offer.words == chosen.words]
    count = Counter(offer.text for offer in alike)
    best = max((count[offer.text] for offer in alike), default=0)
    if count[chosen.text] == best or not alike:
        return chosen
    other = next(offer for offer in alike if count[offer.text] == best)
    return Offer(other.text, other.source, chosen.words, other.whole, chosen.span)


def _is_edited(social: Offer, headline: Offer, said: Mapping[str, Offer]) -> bool:
    """Whether a social title is an editor's own: no template made it, nothing else disagrees.

    Browser or JSON-LD repeat the headline, so that the other words are meant; Twitter's title
    and its like don't.
    """
    if social.text != social.whole or headline.words in social.words:
        return False
    has = {name for name, offer in said.items() if offer.words == headline.words}
    same = "browser" in said and said["browser"].words == social.words
    return not same and not has & set(OTHER_META) and bool(has)


def _opening(headline: Offer, offer: Offer) -> Span | None:
    """Return where a headline's opening words stand."""
    if headline.span is None:
        return None
    return Span(headline.span.start, headline.span.start + len(offer.text))


def _is_news(report: Report, linked: tuple[Linked, ...]) -> bool:
    """Whether a page says that it is a report: JSON-LD's headline, a time of publication."""
    meta = dict(report.page.head.meta)
    return bool(texts(linked, "headline")) or "article:published_time" in meta


def shown_titles(report: Report, notes: Notes) -> list[Offer]:
    """Return the headings of the page that may be its headline, the labelled one first."""
    spans = [block.span for block in notes.labelled(Label.TITLE)]
    spans += [piece.span for piece in report.page.pieces if piece.tag == "h1"][:5]
    found = []
    for span in dict.fromkeys(spans):
        text = " ".join(span.of(report.text).split())
        if 0 < len(text) <= _LONGEST and not (len(text) > 150 and text.endswith(".")):
            start = span.start + len(span.of(report.text)) - len(span.of(report.text).lstrip())
            found.append(_offer(text, "printed", Span(start, span.end)))
    return found


def _said(report: Report, linked: tuple[Linked, ...]) -> Iterator[tuple[str, Offer]]:
    """Yield the titles of the head by where they stand."""
    meta = dict(reversed(report.page.head.meta))
    listed = (
        ("og", meta.get("og:title", ""), "meta"),
        ("json-ld", next(iter(texts(linked, "headline")), ""), "json-ld"),
        *((key, meta.get(key, ""), "meta") for key in OTHER_META),
        ("browser", report.page.head.title or "", "html"),
    )
    for name, text, source in listed:
        plain = " ".join(html.unescape(html.unescape(text[: 2 * _LONGEST])).split())
        if plain:
            yield name, _offer(plain, source)


# ---------------------------------------------------------------- the outlet in the title


def _outlet_names(report: Report, notes: Notes) -> frozenset[str]:
    """Return what the page calls its outlet, squeezed: names, its site's address."""
    names = {notes.values.get("outlet", "")}
    names |= {value for key, value in report.page.head.meta if key in ("og:site_name", "publisher")}
    site = site_of(notes.values.get("url", "")) or ""
    names |= {site, *(part for part in site.split(".")[:-1] if len(part) > 3)}
    return frozenset(squeezed for name in names if len(squeezed := _squeezed(name)) > 1)


def _squeezed(name: str) -> str:
    """Return letters and digits alone: "Harbour Herald" is "harbourherald"."""
    return "".join(character for character in fold(name) if character.isalnum())


def _stripped(
    offer: Offer, outlets: frozenset[str], lexicon: Lexicon, heads: Iterable[str]
) -> Offer:
    """Return a title without outlet, section, writer and day before or after it."""
    text = offer.text
    for _ in range(4):
        parts = [match.span() for match in _BETWEEN.finditer(text)]
        if not parts:
            break
        first, last = text[: parts[0][0]], text[parts[-1][1] :]
        rest = text[: parts[-1][0]]
        if _is_outlet(last, outlets, lexicon) or _BY.fullmatch(last) or is_date_line(last):
            text = rest
        elif _is_outlet(first, outlets, lexicon):
            text = text[parts[0][1] :]
        else:
            break
    for match in _BETWEEN.finditer(text):
        if _words(text[: match.start()]) in heads:
            text = text[: match.start()]
            break
    text = text.strip()
    return (
        _offer(text, offer.source, offer.span, offer.whole)
        if text not in ("", offer.text)
        else offer
    )


def _is_outlet(words: str, outlets: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether a part of a title is the outlet's name, its site's, or a known outlet's."""
    if fold(words) in lexicon.outlets or fold(words).removesuffix(".com") in lexicon.outlets:
        return True
    plain = _squeezed(words)
    if len(plain) < 2 or len(words) > 80:
        return False
    for outlet in outlets:
        if plain == outlet:
            return True
        shorter, longer = sorted((plain, outlet), key=len)
        if len(shorter) > 3 and shorter in longer and 2 * len(shorter) >= len(longer):
            return True
    return False
