"""Make the statement of a quotation: whose words they are, and what they are part of.

'"Go home," she said' gives a direct statement, 'he vowed to "drain the lake" by May' a mixed
one whose content is "to "drain the lake" by May". A quotation that stands alone goes on with
whoever has the floor.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from dateline.extract.statements.attribution import Anchor, find_anchor, introduction
from dateline.extract.statements.headlines import headline_voice
from dateline.extract.statements.moments import time_of
from dateline.extract.statements.paragraphs import Paragraph
from dateline.extract.statements.quotations import Quotation
from dateline.extract.statements.sayings import Saying, clause_of, stretch
from dateline.extract.statements.scare import quotes_nobody
from dateline.extract.statements.speakers import find_voice, speakers_at
from dateline.extract.statements.voices import Setting, Voice
from dateline.knowledge.cues import Cues
from dateline.model import Kind, Label, Span, Statement

_SENTENCE_END = ".!?…"
_DASHES = frozenset("-–—―")
_SIGNATURE = 10
"""Words: a signature below a quotation is a name and what its bearer is."""
_WHOLE = 4
"""Words: a quotation this long that opens its sentence can stand without a cue."""
_NEAR = 40
"""Characters: how far a cue may stand behind the first half of what it splits."""
_HOLDING = ("ccomp", "xcomp", "dobj", "advcl", "prep", "oprd", "pobj")


@dataclass(frozen=True, slots=True)
class Scene:
    """A paragraph, and who has the floor where a quotation or saying stands."""

    setting: Setting
    paragraph: Paragraph
    floor: Voice | None


def quoted_statement(scene: Scene, quotation: Quotation) -> Statement | None:
    """Return the statement of a quotation; None where its marks quote nobody.

    Its `speakers` are empty where it goes on over paragraphs and nobody has been named yet.
    """
    cues, paragraph = scene.setting.cues, scene.paragraph
    anchor = find_anchor(paragraph, quotation, cues)
    saying = None if anchor is None else anchor.saying
    if quotes_nobody(paragraph, quotation, saying, cues):
        return None
    if anchor is not None:
        return _anchored(scene, quotation, anchor)
    if paragraph.block.label == Label.TITLE:
        return _headlined(scene, quotation)
    return _signed(scene, quotation) or _continued(scene, quotation)


def spoken_before(scene: Scene, quotation: Quotation) -> Voice | None:
    """Return who has the floor where a quotation opens.

    That is the last saying between the quotation before and this one, else whoever had it.
    """
    last = scene.paragraph.before(quotation)
    since = scene.paragraph.block.span.start if last is None else last.span.end
    between = scene.paragraph.sayings_in(Span(since, quotation.span.start))
    for saying in reversed(between):
        if scene.floor is not None and saying.cue == scene.floor.cue:
            return scene.floor
        voice = find_voice(scene.setting, saying, floor=scene.floor)
        if voice.speakers:
            return timed(scene.setting, voice, saying, clause_of(saying, scene.setting.cues))
    return scene.floor


def timed(setting: Setting, voice: Voice, saying: Saying, held: Span | None) -> Voice:
    """Return the voice with the time of its saying; times in what is `held` are not its own."""
    return replace(voice, when=time_of(setting.report.times, saying, held))


def made(span: Span, words: Span, content: Span, voice: Voice, **how: str) -> Statement:
    """Return the statement of a voice; `how` is its `mode` and the rule that found it, `by`."""
    return Statement(
        span=span,
        words=words,
        content=content,
        mode=how["mode"],
        speakers=voice.speakers,
        by=f"statements/{how['by']}",
        hearer=voice.hearer,
        medium=voice.medium,
        cue=voice.cue,
        when=voice.when,
    )


def cover(one: Span, other: Span) -> Span:
    """Return the stretch from the start of the first to the end of the last of two spans."""
    return Span(min(one.start, other.start), max(one.end, other.end))


def _anchored(scene: Scene, quotation: Quotation, anchor: Anchor) -> Statement | None:
    """Return the statement of a quotation with a saying; None where nobody says it."""
    anchor, voice = _voiced(scene, anchor)
    if not voice.speakers:
        return None
    whole = _is_whole(scene.paragraph, quotation, anchor, scene.setting.cues)
    content = quotation.span if whole else _content(scene, quotation, anchor)
    voice = timed(scene.setting, voice, anchor.saying, content)
    span = scene.paragraph.sentences(cover(quotation.span, anchor.saying.cue))
    mode = "direct" if whole else "mixed"
    return made(span, quotation.words, content, voice, mode=mode, by=anchor.rule)


def _voiced(scene: Scene, anchor: Anchor) -> tuple[Anchor, Voice]:
    """Return the anchor with its voice; where a thing "says", whoever says so of the thing."""
    if scene.floor is not None and scene.floor.cue == anchor.saying.cue:
        return anchor, scene.floor  # '"The risk," said Ruiz, "is rain": the cue of both halves
    for saying in (anchor.saying, *anchor.above):
        voice = find_voice(scene.setting, saying, floor=scene.floor)
        if voice.speakers:
            return Anchor(saying, anchor.rule), voice
    return anchor, find_voice(scene.setting, anchor.saying, floor=scene.floor, quoting=True)


def _is_whole(paragraph: Paragraph, quotation: Quotation, anchor: Anchor, cues: Cues) -> bool:
    """Whether the marks hold the whole of what is reported, not a fragment of it."""
    if anchor.rule in {"after", "apart"}:
        return _led_from(paragraph, quotation) is None
    text, cue = paragraph.text, anchor.saying.cue
    lead = text[paragraph.block.span.start : quotation.span.start].rstrip()
    clause = clause_of(anchor.saying, cues)
    beyond = "" if clause is None else text[quotation.span.end : clause.end].strip()
    if beyond[:1].islower() and not cue.start <= quotation.span.end <= cue.end + _NEAR:
        return False
    if not lead or lead[-1] in _SENTENCE_END:
        return True
    capital = text[quotation.words.start].isupper()
    if lead[-1] in ",:":
        # '"We stay," he said, "until it rains": what follows the cue is as whole as what led it.
        before = paragraph.before(quotation)
        split = before is not None and cue.start - _NEAR < before.span.end <= cue.start
        return capital or lead[-1] == ":" or split
    right_behind = not text[cue.end : quotation.span.start].strip()
    return right_behind and capital and len(quotation.words.of(text).split()) > 2


def _led_from(paragraph: Paragraph, quotation: Quotation) -> int | None:
    """Return where the sentence of 'The pier is "a wreck," he said' starts to be reported.

    None where the quotation opens it, or a cue, colon or dash stands before the quotation.
    """
    tree = paragraph.tree_at(quotation.span.start)
    if tree is None:
        return None
    start, end = tree.sentence.span.start, quotation.span.start
    lead = paragraph.text[start:end].rstrip()
    if len(lead.split()) < 2 or lead[-1] in ":-–—" or paragraph.sayings_in(Span(start, end)):
        return None
    return start


def _content(scene: Scene, quotation: Quotation, anchor: Anchor) -> Span:
    """Return the paraphrase that a quoted fragment stands in, no quotation of it cut in two."""
    saying = anchor.saying
    clause = clause_of(saying, scene.setting.cues)
    led = _led_from(scene.paragraph, quotation) if anchor.rule in {"after", "apart"} else None
    if led is not None:
        clause = Span(led, quotation.span.start)
    elif clause is None or not clause.start < quotation.span.end <= clause.end + 2:
        clause = _held(scene, quotation, saying)
    content = quotation.span if clause is None else cover(clause, quotation.span)
    for touched in scene.paragraph.quotations_in(content):
        content = cover(content, touched.span)
    return content


def _held(scene: Scene, quotation: Quotation, saying: Saying) -> Span | None:
    """Return what the saying holds around a quotation: 'the pier "a wreck"' of "called"."""
    tree, verb = saying.tree, saying.token
    children = [child for child in tree.children(verb, *_HOLDING) if child > verb]
    held = [s for child in children if (s := stretch(tree, child, verb, scene.setting.cues))]
    clause = next((s for s in held if s.start <= quotation.words.start < s.end), None)
    if clause is not None and scene.setting.cues.takes(tree.lemma(verb), "name", "blame"):
        named = [
            s
            for c in tree.children(verb, "dobj")
            if (s := stretch(tree, c, verb, scene.setting.cues))
        ]
        for span in named:
            clause = cover(clause, span) if saying.cue.end <= span.start else clause
    return clause


def _headlined(scene: Scene, quotation: Quotation) -> Statement | None:
    """Return the statement of quotation marks in a headline."""
    voice = headline_voice(scene.setting, scene.paragraph, quotation)
    if voice is None:
        return None
    span = scene.paragraph.block.span
    lead = scene.paragraph.text[span.start : quotation.span.start].rstrip()
    if not lead or lead.endswith(":"):
        return made(span, quotation.words, quotation.span, voice, mode="direct", by="headline")
    return made(span, quotation.words, span, voice, mode="mixed", by="headline")


def _signed(scene: Scene, quotation: Quotation) -> Statement | None:
    """Return the statement of a quotation that a name signs: '"…" — Ana Ruiz, baker'."""
    paragraph, end = scene.paragraph, scene.paragraph.block.span.end
    start = quotation.span.end
    rest = paragraph.text[start:end].split()
    if not rest or rest[0][0] not in _DASHES or len(rest) > _SIGNATURE:
        return None
    while start < end and (paragraph.text[start].isspace() or paragraph.text[start] in _DASHES):
        start += 1
    tree = paragraph.tree_at(start)
    token = None if tree is None else tree.at(start)
    if tree is None or token is None or tree.pos(token) != "PROPN":
        return None
    while token + 1 < len(tree) and tree.pos(token + 1) == "PROPN":
        token += 1
    voice = Voice(speakers_at(scene.setting, tree, token))
    span = paragraph.sentences(quotation.span)
    return made(span, quotation.words, quotation.span, voice, mode="direct", by="signed")


def _continued(scene: Scene, quotation: Quotation) -> Statement | None:
    """Return the statement of a quotation without a cue, by whoever has the floor."""
    paragraph = scene.paragraph
    if not _can_stand_alone(paragraph, quotation):
        return None
    voice = _narrated(scene, quotation) or scene.floor or Voice(())
    if not voice.speakers and not quotation.open:
        return None
    span = paragraph.sentences(quotation.span)
    voice = replace(voice, cue=None, hearer=None)
    return made(span, quotation.words, quotation.span, voice, mode="direct", by="continued")


def _can_stand_alone(paragraph: Paragraph, quotation: Quotation) -> bool:
    """Whether the quotation opens its sentence and is one itself, or goes on with another."""
    if quotation.on:
        return True
    tree = paragraph.tree_at(quotation.span.start)
    if tree is None or tree.sentence.span.start != quotation.span.start:
        return False
    text = paragraph.text
    words = quotation.words.of(text).split()
    if all(word[0].isupper() for word in words) and len(words) > 1:  # a heading in marks
        return False
    ended = text[quotation.words.end - 1] in _SENTENCE_END or quotation.open
    return ended or len(words) >= _WHOLE


def _narrated(scene: Scene, quotation: Quotation) -> Voice | None:
    """Return the person whom the sentence before tells of, where it reports no saying."""
    paragraph = scene.paragraph
    tree = paragraph.tree_before(quotation.span.start)
    if tree is None or paragraph.sayings_in(tree.sentence.span):
        return None
    if paragraph.quotations_in(tree.sentence.span):
        return None
    saying = introduction(tree)
    subject = None if saying is None else tree.subject(saying.token)
    if subject is None:
        return None
    people = {c.id for c in scene.setting.report.chains if c.kind == Kind.PERSON}
    actors = speakers_at(scene.setting, tree, subject)
    return Voice(actors) if len(actors) == 1 and actors[0].chain in people else None
