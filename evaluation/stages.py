"""Measure what each stage of reading costs beside the parse, in the processor's seconds.

stage_shares(pages)     # {"names": 0.14, "chains": 0.05, "places": 0.02, …}: 1 is the parse
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from time import process_time

from dateline.desk import knowledge
from dateline.model import Page, Report
from dateline.pipeline import Stage, plan

PARSE = "sentences"


def stage_shares(pages: Sequence[Page]) -> Mapping[str, float]:
    """Return for each stage that reads its time as a share of the parser's."""
    stages = plan(knowledge())
    _read(pages[0], stages)  # The first page opens parser and tables.
    spent: Counter[str] = Counter()
    for page in pages:
        spent.update(_read(page, stages))
    return {stage.gives: spent[stage.gives] / spent[PARSE] for stage in stages if not stage.skims}


def _read(page: Page, stages: Sequence[Stage]) -> Mapping[str, float]:
    """Return the seconds of each stage on a page."""
    report, spent = Report(page), {}
    for stage in stages:
        start = process_time()
        report = replace(report, **{stage.gives: stage.find(report)})
        spent[stage.gives] = process_time() - start
    return spent
