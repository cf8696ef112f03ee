"""Write the events that people set right as examples of a codebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.errors import CorrectionError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.corrections import Corrected
    from dateline.model import Report, Sentence
    from dateline.store import AnyStore
    from dateline.store.corrections import Listed


def write_examples(store: AnyStore, found: Iterable[Listed]) -> tuple[list[str], list[str]]:
    """Return the lines of a codebook's file, and why events gave none."""
    from dateline.export.examples import HEADING, example_lines

    lines: list[str] = [HEADING]
    told: list[str] = []
    for report, sentence, corrections in _by_sentence(store, found, told):
        try:
            lines += example_lines(report, sentence, corrections)
        except CorrectionError as problem:
            told.append(str(problem))
    return lines, told


def _by_sentence(
    store: AnyStore, found: Iterable[Listed], told: list[str]
) -> Iterable[tuple[Report, Sentence, list[Corrected]]]:
    """Return each sentence with an event that was set right, and what was."""
    from dateline.corrections import Corrected, Outcome
    from dateline.export.examples import sentence_of

    sentences: dict[tuple[str, Sentence], tuple[Report, list[Corrected]]] = {}
    for listed in found:
        target = listed.correction.targets[0]
        single = target.field == "events" and listed.report is not None
        if not single or listed.outcome is not Outcome.STANDS:
            continue
        shown = Corrected(
            listed.correction, listed.outcome, listed.report, listed.record, listed.was
        )
        held = store.report(target.report)
        try:
            if held is None:
                raise CorrectionError(f"{target.report} isn't there any more")
            sentence = sentence_of(held[0], shown)
        except CorrectionError as problem:
            told.append(str(problem))
        else:
            sentences.setdefault((target.report, sentence), (held[0], []))[1].append(shown)
    return [(report, key[1], made) for key, (report, made) in sentences.items()]
