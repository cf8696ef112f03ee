"""Write lines that an editor can print, out of the reports' own words.

"But Moscow on Tuesday rejected the warning" becomes "Moscow on Tuesday rejected the
warning."; a line whose names, numbers or quotations are not all in its citations is not
written. Words that take sides stay inside what somebody is reported to have said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.knowledge.wording import open_wording, words
from dateline.model import Actor, Chain, Cite, Report, Span, Statement, Versions
from dateline.weaving.claims.items import sentence_at
from dateline.weaving.copies.signature import quoted
from dateline.weaving.copies.versions import later_versions

LONG = 200
"""Characters after which a line is cut at a clause, if it can be."""

_PRONOUN = re.compile(r"\b(?:he|she|it|they|his|her|its|their)\b", re.IGNORECASE)
_OWNING = frozenset({"his", "her", "its", "their"})
# A dateline that stands in its sentence: "OSLO, Norway (AP) — The", "GENEVA, May 4, 2031 - The".
_DATELINE = re.compile(
    r"[A-Z][A-Z .'’-]{2,30}(?:, [A-Za-z][A-Za-z. ]{1,30})?(?: \d{1,2})?(?:, \d{4})?"
    r"(?: \([\w ]{2,30}\))? ?[—–-]{1,2} "
)
_PERSONAL = re.compile(r"(?:he|she|it|they|we|i|him|her|them|who|his|their)", re.I)
# Where a long sentence can end early: ", which", ", saying", ", while".
_CLAUSE = re.compile(r", (?=(?:which|who|whose|while|where|as|with|after|amid|[a-z]+ing)\b)")
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_NAME = re.compile(r"(?<=[\w,;:)”\"] )[\"“(\[]?([A-Z][\w’'-]+)")
# "(Valley Post, Coast Daily)": the outlets of a value.
_BRACKETS = re.compile(r"\(([^()]*)\)")
_QUOTE = re.compile(r"“([^“”]+)”")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence to print with the characters that carry it."""

    text: str
    cites: tuple[Cite, ...]


def sentence_line(report: Report, span: Span) -> Line | None:
    """Return the sentence that holds a record as a line, or None if it can't stand alone.

    A sentence of somebody's quotation gets its speaker and its marks.
    """
    sentence = sentence_at(report, span)
    if sentence is None:
        return None
    for statement in report.statements:
        if _within(sentence, statement) and statement.mode in {"direct", "mixed"}:
            return spoken_line(report, statement)
    if takes_sides(report, sentence):
        return None
    told = _told(report, _shortened(report, sentence, span))
    return Line(close(_open(told.text)), (Cite(report.id, sentence), *told.cites)) if told else None


def _told(report: Report, span: Span) -> Line | None:
    """Return a stretch of a report with names for its pronouns, and where these are named.

    "He left" becomes "Arvo Lind left", "By noon they left" "By noon [the guards] left": who is
    meant inside a sentence is our reading and stands in brackets. None where a sentence leaves
    open who or what it is about.
    """
    text, at, cites, named = "", span.start, list[Cite](), set[int]()
    spoken = quoted(span, report.text)
    for pronoun in _PRONOUN.finditer(report.text, span.start, span.end):
        if spoken[pronoun.start() - span.start]:
            continue
        chain = _chain_at(report, pronoun.start())
        if chain is not None and chain.id in named:
            continue
        mention = _named_outside(report, chain, span) if chain else None
        leads = not _things(report, Span(span.start, pronoun.start()))
        if chain is not None and _stands_before(report, chain, span.start, pronoun.start()):
            named.add(chain.id)
        elif chain is not None and mention is not None and (leads or not _is_many(pronoun)):
            name = plain(mention.of(report.text))
            name += "’s" if _owns(report, pronoun) else ""
            opens = pronoun[0][0].isupper() and leads
            text += report.text[at : pronoun.start()] + (name if opens else f"[{name}]")
            at = pronoun.end()
            cites.append(Cite(report.id, mention))
            named.add(chain.id)
        elif leads:
            return None
    return Line(plain(text + report.text[at : span.end]), tuple(cites))


def _chain_at(report: Report, start: int) -> Chain | None:
    return next((c for c in report.chains if any(m.start == start for m in c.mentions)), None)


def _stands_before(report: Report, chain: Chain, start: int, end: int) -> bool:
    """Whether what a pronoun stands for is named or described before it in its sentence."""
    return any(
        start <= m.start < end and not _PERSONAL.fullmatch(m.of(report.text))
        for m in chain.mentions
    )


def _named_outside(report: Report, chain: Chain, span: Span) -> Span | None:
    """Return the name that a pronoun of a stretch stands for; none that the stretch has.

    "Its secretary, Ana Ruiz, said": the pronoun was taken for her.
    """
    mention = name_of(report, Actor(chain.name, chain=chain.id))
    if mention is None or mention.of(report.text) in span.of(report.text):
        return None
    return mention


def _is_many(pronoun: re.Match[str]) -> bool:
    """Whether a pronoun stands for several: whom "they" are is left to the reader's eye."""
    return pronoun[0].casefold() in {"they", "their"}


def _owns(report: Report, pronoun: re.Match[str]) -> bool:
    """Whether a pronoun says whose: "her plan", not "told her"."""
    if pronoun[0].casefold() != "her":
        return pronoun[0].casefold() in _OWNING
    parses = (s.parse for s in report.sentences if s.parse)
    tags = (dict(zip(parse.start, parse.tag, strict=True)) for parse in parses)
    return "PRP$" in {tag.get(pronoun.start()) for tag in tags}


def _things(report: Report, before: Span) -> bool:
    """Whether anything but a time is named in the words before a pronoun."""
    for sentence in report.sentences:
        if sentence.parse and sentence.span.start <= before.start < sentence.span.end:
            return any(
                part in {"NOUN", "PROPN"}
                and before.start <= start < before.end
                and not any(t.span.start <= start < t.span.end for t in report.times)
                for part, start in zip(sentence.parse.pos, sentence.parse.start, strict=True)
            )
    return before.end > before.start


def spoken_line(report: Report, statement: Statement) -> Line | None:
    """Return what somebody says as a line: the sentence, if it names him, else name and words."""
    sentence = sentence_at(report, statement.words)
    actor = statement.speakers[0] if statement.speakers else None
    if actor is None or sentence is None:
        return None
    spans = _mentions(report, actor)
    if any(sentence.start <= span.start < sentence.end for span in spans):
        # The pronoun that opens the sentence, if any, is not the speaker.
        told = _told(report, _shortened(report, sentence, statement.span))
        if told is not None:
            return Line(close(_open(told.text)), (Cite(report.id, sentence), *told.cites))
    name = name_of(report, actor)
    if name is None:
        return None
    said = plain(statement.words.of(report.text)).strip('"“” ,')
    said = f"“{close(said)}”" if statement.mode == "direct" else f"“{said}”"
    cites = (Cite(report.id, statement.content), Cite(report.id, sentence), Cite(report.id, name))
    return Line(f"{plain(name.of(report.text))}: {said}", tuple(dict.fromkeys(cites)))


def _within(sentence: Span, statement: Statement) -> bool:
    content = statement.content
    return content.start <= sentence.start + 1 and sentence.end <= content.end + 1


def name_of(report: Report, actor: Actor) -> Span | None:
    """Return where an actor is named most fully: his chain's longest mention by name.

    "Arvo Lind" goes before "Estonia's foreign minister", however much longer that is.
    """
    named = _mentions(report, actor)
    chain = next((chain for chain in report.chains if chain.id == actor.chain), None)
    known = set(words(chain.name)) if chain else set()
    named = [s for s in named if known and set(words(s.of(report.text))) <= known] or named
    return max(named, key=lambda span: (span.end - span.start, -span.start), default=None)


def _mentions(report: Report, actor: Actor) -> list[Span]:
    """Return where an actor is named, pronouns and descriptions left out."""
    chain = next((chain for chain in report.chains if chain.id == actor.chain), None)
    spans = (*(chain.mentions if chain else ()), *((actor.span,) if actor.span else ()))
    return [span for span in spans if _names(span.of(report.text))]


def _names(said: str) -> bool:
    return said[:1].isupper() and len(said) <= 60 and not _PERSONAL.fullmatch(said)


def _open(text: str) -> str:
    """Return a sentence without the word that ties it to the one before."""
    if dateline := _DATELINE.match(text):
        text = text[dateline.end() :]
    first, _, rest = text.partition(" ")
    if rest and first.casefold().strip(",") in open_wording().softer:
        text = rest
    return text[:1].upper() + text[1:]


def close(text: str) -> str:
    """Return a line with one mark at its end."""
    text = text.rstrip(" ,;:-–—")
    return (
        text if text[-1:] in ".!?" or (text[-2:-1] in ".!?" and text[-1:] in "\"”'") else text + "."
    )


def _shortened(report: Report, sentence: Span, kept: Span) -> Span:
    """Return a sentence, a long one cut at a clause after what is to be kept."""
    if sentence.end - sentence.start > LONG:
        spoken = quoted(sentence, report.text)
        for cut in reversed(list(_CLAUSE.finditer(report.text, sentence.start, sentence.end))):
            apart = cut.start() - sentence.start
            if not spoken[apart] and cut.start() >= kept.end and 60 <= apart <= LONG:
                return Span(sentence.start, cut.start())
    return sentence


def plain(text: str) -> str:
    """Return characters on one line."""
    return " ".join(text.split())


def takes_sides(report: Report, span: Span) -> bool:
    """Whether a word of one side's stands in the span in the paper's own voice."""
    loaded = open_wording().loaded
    spoken = quoted(span, report.text)
    said = [s.content for s in report.statements if s.mode != "stance"]
    for match in re.finditer(r"[^\W\d_]+", span.of(report.text)):
        at = span.start + match.start()
        if match[0].casefold() not in loaded or spoken[match.start()]:
            continue
        if not any(content.start <= at < content.end for content in said):
            return True
    return False


def borne_out(line: Line, reports: Mapping[str, Report], labels: Iterable[str]) -> bool:
    """Whether each name, number and quotation of a line stands in its citations."""
    cited = " ".join(plain(cite.span.of(reports[cite.report].text)) for cite in line.cites)
    known = set(labels)
    text = line.text
    for label in known:
        text = text.replace(f"({label})", " ")
    text = _BRACKETS.sub(lambda m: " " if known.issuperset(m[1].split(", ")) else m[0], text)
    found = [*_NUMBER.findall(text), *_NAME.findall(text)]
    found += [quote.rstrip(" .,;!?") for quote in _QUOTE.findall(text)]
    return bool(line.cites) and all(part.removesuffix("’s") in cited for part in found)


def report_labels(reports: Sequence[Report], versions: Iterable[Versions] = ()) -> dict[str, str]:
    """Return what each report is called in a line: its outlet, else the name of its file.

    Where two would be called alike, all of these are "report A", "report B" in order; the
    versions of one report are called alike.
    """
    last = later_versions(versions)
    called = {
        report.id: report.metadata.outlet or _stem(report.page.path) or report.page.path
        for report in reports
        if report.id not in last
    }
    names = list(called.values())
    own = {
        report.id: called[report.id]
        if names.count(called[report.id]) == 1
        else f"report {letters(place)}"
        for place, report in enumerate(reports)
        if report.id in called
    }
    return {report.id: own[last.get(report.id, report.id)] for report in reports}


def letters(place: int) -> str:
    """Return A for 0, Z for 25, AA for 26."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _stem(path: str) -> str:
    """Return a file's name without its folders and ending."""
    return path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
