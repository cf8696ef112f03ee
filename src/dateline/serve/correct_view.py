"""View what is to be set right: a record with its values, or the parts of a claim or story."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dateline.corrections import Corrected, Outcome
from dateline.export.corrections import corrected_object, what_words, who_words
from dateline.knowledge.codebook import open_codebook
from dateline.model import Claim, Span, Status, Story
from dateline.review.targets import index_of, records_of
from dateline.review.values import SETTINGS
from dateline.serve.citing import outlet_name
from dateline.serve.links import claim_link, report_link, story_link
from dateline.serve.matrix import record_spans
from dateline.serve.passages import Passage, passage
from dateline.store import Store
from dateline.store.corrections import Listed


@dataclass(frozen=True, slots=True)
class Setting:
    """A value that can be set, as it is now."""

    name: str
    words: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A report of a story, or a record of a claim."""

    id: str
    about: str
    words: str


@dataclass(frozen=True, slots=True)
class CorrectView:
    """What is to be set right."""

    id: str
    kind: str
    """"event", "figure", "statement", "claim" or "story"."""
    back: str
    """The page to go back to."""
    title: str
    passage: Passage | None = None
    settings: tuple[Setting, ...] = ()
    parts: tuple[Part, ...] = ()
    others: tuple[tuple[str, str], ...] = ()
    """The ids and lines of claims that it can be joined with."""


def view_correct(store: Store, id: str) -> CorrectView | None:
    """Return the view of a record, claim or story by its id."""
    owner, _, own = id.partition("/")
    if own.startswith("claims/"):
        return _claim(store, owner, own.removeprefix("claims/"))
    return _record(store, owner, own) if own else _story(store, owner)


def _record(store: Store, owner: str, own: str) -> CorrectView | None:
    found = store.report(owner)
    place = index_of(found[0], own) if found else None
    if found is None or place is None:
        return None
    report, (field, index) = found[0], place
    record = records_of(report, field)[index]
    return CorrectView(
        f"{owner}/{own}",
        field.removesuffix("s"),
        report_link(report.id, record.span),
        report.metadata.title or outlet_name(report),
        passage(report, record.span),
        tuple(
            Setting(name, _shown(name, setting.say(report, record)), _choices(name))
            for name, setting in SETTINGS[field].items()
        ),
    )


def _shown(name: str, words: str) -> str:
    """Return a value as its field shows it: the mode of a category has a field of its own."""
    return words.partition("/")[0] if name == "category" else words


def _choices(name: str) -> tuple[str, ...]:
    """Return what a value can be, where that is little."""
    if name == "status":
        return tuple(Status)
    if name != "category":
        return ()
    return tuple(sorted(open_codebook().categories))


def _claim(store: Store, owner: str, own: str) -> CorrectView | None:
    found = store.claim(f"{owner}/claims/{own}")
    if found is None:
        return None
    claim, story = found
    reports = {report.id: report for report in story.reports}
    spans = record_spans(story.reports)
    parts = tuple(
        Part(
            f"{m.report}/{m.record}",
            outlet_name(reports[m.report]),
            spans[m.report, m.record].of(reports[m.report].text),
        )
        for m in claim.members
        if (m.report, m.record) in spans
    )
    others = tuple(
        (f"{story.id}/claims/{other.id}", other.gist)
        for other in story.claims
        if other.kind == claim.kind and other.id != claim.id
    )
    link = claim_link(story.id, claim.id)
    id = f"{story.id}/claims/{claim.id}"
    return CorrectView(id, "claim", link, claim.gist, parts=parts, others=others)


def _story(store: Store, owner: str) -> CorrectView | None:
    story = store.story(owner)
    if story is None:
        return None
    parts = tuple(
        Part(report.id, outlet_name(report), report.metadata.title or report.page.path)
        for report in story.reports
    )
    return CorrectView(story.id, "story", story_link(story.id), story.headline, parts=parts)


# ------------------------------------------------------------------------- what was set right


@dataclass(frozen=True, slots=True)
class ByHand:
    """A correction as pages tell it."""

    id: str
    what: str
    who: str
    link: str | None
    """The page of what it speaks of."""
    undone: str | None = None


def story_corrections(story: Story) -> tuple[ByHand, ...]:
    """Return what people set right in a story."""
    return tuple(by_hand(corrected) for corrected in story.corrections)


def claim_corrections(claim: Claim, story: Story) -> tuple[ByHand, ...]:
    """Return what people set right of a claim: of its records, and which of them it has."""
    own = {(member.report, member.record) for member in claim.members}
    spans = record_spans(story.reports)
    stretches = {(key[0], spans[key]) for key in own if key in spans}
    return tuple(
        by_hand(corrected)
        for corrected in story.corrections
        if (corrected.report, corrected.record) in own
        or (corrected.report is None and _names(corrected, stretches))
    )


def _names(corrected: Corrected, stretches: set[tuple[str, Span]]) -> bool:
    """Whether a correction joins or parts one of these records."""
    sides = (*corrected.correction.targets, *corrected.correction.others)
    return any((side.report, side.span) in stretches for side in sides)


def by_hand(corrected: Corrected) -> ByHand:
    """Return a correction as pages tell it."""
    told = corrected_object(corrected)
    target = corrected.correction.targets[0]
    link = story_link(target.report) if target.span is None else None
    if target.span is not None:
        link = report_link(target.report, target.span)
    return ByHand(corrected.correction.id, what_words(told), who_words(told), link)


def listed_by_hand(listed: Listed) -> ByHand:
    """Return a correction of the list, which may be taken back."""
    outcome = listed.outcome or Outcome.STANDS
    correction = listed.correction
    shown = by_hand(Corrected(correction, outcome, listed.report, listed.record, listed.was))
    undone = correction.undone
    if undone is None:
        return shown
    told = f"taken back by {undone.who} on {undone.when[:10]}: {undone.why}"
    return replace(shown, undone=told)
