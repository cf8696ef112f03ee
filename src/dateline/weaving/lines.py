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
from dateline.model import Actor, Cite, Report, Span, Statement
from dateline.weaving.items import sentence_at
from dateline.weaving.signature import quoted

LONG = 200
"""Characters after which a line is cut at a clause, if it can be."""

_PRONOUN = re.compile(r"(?:He|She|It|They|His|Her|Its|Their)\b")
# A dateline that stands in its sentence: "OSLO, Norway (AP) — The", "GENEVA, May 4, 2031 - The".
_DATELINE = re.compile(
    r"[A-Z][A-Z .'’-]{2,30}(?:, [A-Za-z][A-Za-z. ]{1,30})?(?: \d{1,2})?(?:, \d{4})?"
    r"(?: \([\w ]{2,30}\))? ?[—–-]{1,2} "
)
# A subject after a word of time: "On Friday he thanked", "Later, they left".
_LATE_PRONOUN = re.compile(
    r"(?:(?:On|In|Late on|Early on|Last|Earlier|Later)(?: \w+){0,2},? )(he|she|it|they)\b"
)
_PERSONAL = re.compile(r"(?:he|she|it|they|we|i|him|her|them|who|his|their)", re.I)
# Where a long sentence can end early: ", which", ", saying", ", while".
_CLAUSE = re.compile(r", (?=(?:which|who|whose|while|where|as|with|after|amid|[a-z]+ing)\b)")
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_NAME = re.compile(r"(?<=[\w,;:)”\"] )[\"“(]?([A-Z][\w’'-]+)")
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
    opened = _open(_shortened(report, sentence, span))
    cites = [Cite(report.id, sentence)]
    if found := _pronoun(opened):
        before, pronoun, after = found
        start = report.text.find(pronoun, sentence.start, sentence.end)
        mention = _meant(report, start)
        if mention is None:
            return None
        name = plain(mention.of(report.text))
        if name in after:
            # "Its secretary, Ana Ruiz, said": the pronoun was taken for her.
            return None
        owned = pronoun in {"His", "Her", "Its", "Their"}
        opened = before + name + ("’s" if owned else "") + after
        cites.append(Cite(report.id, mention))
    return Line(close(opened), tuple(cites))


def _pronoun(opened: str) -> tuple[str, str, str] | None:
    """Return a line's first words, the pronoun that is its subject, and the rest."""
    if first := _PRONOUN.match(opened):
        return "", first[0], opened[first.end() :]
    if late := _LATE_PRONOUN.match(opened):
        return opened[: late.start(1)], late[1], opened[late.end(1) :]
    return None


def spoken_line(report: Report, statement: Statement) -> Line | None:
    """Return what somebody says as a line: the sentence, if it names him, else name and words."""
    sentence = sentence_at(report, statement.words)
    actor = statement.speakers[0] if statement.speakers else None
    if actor is None or sentence is None:
        return None
    spans = _mentions(report, actor)
    if any(sentence.start <= span.start < sentence.end for span in spans):
        # The pronoun that opens the sentence, if any, is not the speaker.
        text = _open(_shortened(report, sentence, statement.span))
        if not _PRONOUN.match(text):
            return Line(close(text), (Cite(report.id, sentence),))
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


def _shortened(report: Report, sentence: Span, kept: Span) -> str:
    """Return a sentence's words, a long one cut at a clause after what is to be kept."""
    if sentence.end - sentence.start > LONG:
        spoken = quoted(sentence, report.text)
        for cut in reversed(list(_CLAUSE.finditer(report.text, sentence.start, sentence.end))):
            apart = cut.start() - sentence.start
            if not spoken[apart] and cut.start() >= kept.end and 60 <= apart <= LONG:
                return plain(report.text[sentence.start : cut.start()])
    return plain(sentence.of(report.text))


def plain(text: str) -> str:
    """Return characters on one line."""
    return " ".join(text.split())


def _meant(report: Report, start: int) -> Span | None:
    """Return the name that the pronoun at this character stands for."""
    for chain in report.chains:
        if any(m.start == start for m in chain.mentions):
            return name_of(report, Actor(chain.name, chain=chain.id))
    return None


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


def report_labels(reports: Sequence[Report]) -> dict[str, str]:
    """Return what each report is called in a line: its outlet, else the name of its file.

    Where two would be called alike, all of these are "report A", "report B" in order.
    """
    called = [
        report.metadata.outlet or _stem(report.page.path) or report.page.path for report in reports
    ]
    return {
        report.id: name if called.count(name) == 1 else f"report {letters(place)}"
        for place, (report, name) in enumerate(zip(reports, called, strict=True))
    }


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
