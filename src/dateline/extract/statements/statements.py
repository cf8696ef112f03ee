"""Find who says what: quotations and reported clauses.

'"We will stay," Mayor Ana Ruiz told reporters on Monday, adding that the bridge was "a wreck"'
gives two statements of Ana Ruiz, one direct and one mixed; "The ministry said the bridge is
shut" gives a paraphrase. Quotation marks that quote nobody give none.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from dateline.extract.statements.attribution import introduction
from dateline.extract.statements.headlines import colon_speaker
from dateline.extract.statements.moments import settle_times
from dateline.extract.statements.paragraphs import find_paragraphs
from dateline.extract.statements.parted import part
from dateline.extract.statements.quotations import Quotation
from dateline.extract.statements.quoting import (
    Scene,
    cover,
    made,
    quoted_statement,
    spoken_before,
    timed,
)
from dateline.extract.statements.sayings import Saying, clause_of, is_real
from dateline.extract.statements.speakers import find_voice
from dateline.extract.statements.stances import find_stances
from dateline.extract.statements.voices import Setting, Voice
from dateline.knowledge.cues import Cues
from dateline.knowledge.lexicon import Lexicon
from dateline.model import Label, Report, Span, Statement
from dateline.text.cast import Cast
from dateline.text.readings import meaning, readings


def find_statements(
    report: Report, *, lexicon: Lexicon, cues: Cues, weights: str | None = None
) -> tuple[Statement, ...]:
    """Return one statement a pair of quotation marks that quotes somebody, and the paraphrases.

    A clause whose words are partly quoted gives its quotations and no paraphrase. Without
    weights nothing says what two statements have in common beside their words.
    """
    setting = Setting(report, Cast(report, lexicon), cues, lexicon)
    found: list[Statement] = []
    stances: list[Statement] = []
    floor: Voice | None = None
    waiting: list[Statement] = []
    for paragraph in find_paragraphs(report, cues):
        scene = Scene(setting, paragraph, floor)
        quoted: list[Statement] = []
        for quotation in paragraph.quotations:
            floor = spoken_before(replace(scene, floor=floor), quotation)
            statement = quoted_statement(replace(scene, floor=floor), quotation)
            if statement is None:
                continue
            waiting = _hand_back(statement, quotation, waiting, found)
            quoted.append(statement)
            floor = _floor(statement)
        told = (*quoted, *_paraphrases(scene, tuple(quoted)))
        found += told
        stances += find_stances(scene, told)
        floor = _last_voice(replace(scene, floor=floor), tuple(quoted))
    named = sorted((s for s in found if s.speakers), key=_order)
    settled = sorted((*settle_times(report, cues, tuple(named)), *stances), key=_order)
    read = readings(report, weights)
    return tuple(replace(s, meaning=meaning(report, s.content, read)) for s in settled)


def _order(statement: Statement) -> tuple[Span, str]:
    """Return what statements are ordered by."""
    return statement.words, statement.mode


def _hand_back(
    statement: Statement, quotation: Quotation, waiting: list[Statement], found: list[Statement]
) -> list[Statement]:
    """Return the statements that wait for a cue: quotations that paragraphs leave open.

    Their speaker is often named where the quotation closes; then they take it from there.
    """
    if statement.by == "statements/continued":
        goes_on = [*waiting, statement] if quotation.on else [statement]
        return goes_on if quotation.open else []
    if quotation.on:
        for waiter in waiting:
            voiced = replace(
                waiter, speakers=statement.speakers, medium=statement.medium, when=statement.when
            )
            found[found.index(waiter)] = voiced
    return []


def _floor(statement: Statement) -> Voice:
    """Return the voice that has the floor after a statement."""
    return Voice(statement.speakers, statement.cue, None, statement.medium, statement.when)


def _paraphrases(scene: Scene, quoted: tuple[Statement, ...]) -> Iterator[Statement]:
    """Yield the statements of the reported clauses that no quotation speaks for."""
    if scene.paragraph.block.label == Label.TITLE:
        yield from _behind_colon(scene, quoted)
    floor, ends = scene.floor, [statement.words.end for statement in quoted]
    for saying in scene.paragraph.sayings:
        before = bisect_right(ends, saying.cue.start)
        floor = _floor(quoted[before - 1]) if before else floor
        statement = _paraphrase(replace(scene, floor=floor), saying)
        if statement is None:
            continue
        for clause in part(saying, statement.content):
            parted = replace(statement, words=clause, content=clause)
            if not any(_touch(parted, other) for other in _near(parted, quoted, ends)):
                yield parted
        floor = floor if before else _floor(statement)


def _near(
    statement: Statement, quoted: tuple[Statement, ...], ends: list[int]
) -> tuple[Statement, ...]:
    """Return the quotations of the sentences that a paraphrase stands in."""
    first = bisect_right(ends, statement.span.start)
    last = bisect_right(ends, statement.span.end)
    return quoted[first : last + 1]


def _paraphrase(scene: Scene, saying: Saying) -> Statement | None:
    """Return the statement of a reported clause; None where nothing is said, or by nobody."""
    clause = clause_of(saying, scene.setting.cues)
    if clause is None or not is_real(saying):
        return None
    voice = find_voice(scene.setting, saying, floor=scene.floor)
    if not voice.speakers:
        return None
    voice = timed(scene.setting, voice, saying, clause)
    span = scene.paragraph.sentences(cover(clause, saying.cue))
    return made(span, clause, clause, voice, mode="paraphrase", by=saying.kind)


def _touch(one: Statement, other: Statement) -> bool:
    """Whether two statements share content, and one isn't reported inside the other."""
    if other.mode == "mixed" and other.cue is not None:
        if one.content.start <= other.cue.start < one.content.end:
            return False
    return one.content.meets(other.content)


def _behind_colon(scene: Scene, quoted: tuple[Statement, ...]) -> Iterator[Statement]:
    """Yield what stands behind a name and a colon in a headline."""
    found = colon_speaker(scene.setting, scene.paragraph)
    if found is not None and not quoted:
        (voice, said), span = found, scene.paragraph.block.span
        yield made(span, said, said, voice, mode="paraphrase", by="headline")


def _last_voice(scene: Scene, quoted: tuple[Statement, ...]) -> Voice | None:
    """Return who has the floor after the paragraph: the last saying behind its quotations.

    Without one, a sentence that ends in a colon gives it to its subject.
    """
    end = max((statement.words.end for statement in quoted), default=-1)
    last = scene.paragraph.trees[-1:]
    later = [s for s in scene.paragraph.sayings if s.cue.start > end and s.kind == "verb"]
    if last and not later and scene.paragraph.text[last[0].sentence.span.end - 1] == ":":
        later = [saying for saying in [introduction(last[0])] if saying is not None]
    for saying in reversed(later):
        voice = find_voice(scene.setting, saying, floor=scene.floor)
        if voice.speakers:
            return timed(scene.setting, voice, saying, None)
    return scene.floor
