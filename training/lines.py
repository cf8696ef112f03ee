"""Learn which lines of a dump are its report's: from pages whose body is known, as text.

    python -m training.lines extraction-scrapinghub extraction-wcxb-dev150 pages-fundus

reads the folders of those names (page-by-page truth of article bodies: MIT, CC BY 4.0, MIT),
renders each page to text, and writes `lexicons/lines.toml`; `--folds` writes
`evaluation/folds/lines-<0-4>.toml` instead, each learned without the outlets of that fold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

import numpy as np

from dateline.clean.around import surround
from dateline.clean.lines.features import describe
from dateline.clean.lines.second import look_again
from dateline.clean.units import cut_units
from dateline.sources.page import page_of_text
from training.groves import Growth
from training.pages import Truth, fold_of, known_pages, rendered
from training.school import Known, Numbers, School, asked_folders, teach

LEXICON = Path(__file__).parents[1] / "src" / "dateline" / "lexicons" / "lines.toml"
_OLDEST_SHARE = 0.3
"""Of a body that stands on its page: less, and the truth belongs to another version of it."""
_BARE = 4
"""Of so many pages the body of one is a dump of its own."""
_FAR = 30
"""Lines; of furniture further from the body every second line is learned from, doubly."""
_CONSTANT = frozenset({"told", "core_size", "mass", "title_score"})
"""Features that are one number a page: with few pages they would tell which page it is."""


def known_dumps(folders: Iterable[Path]) -> Iterator[Known]:
    """Yield the renderings of each page, and some bodies alone.

    Other tools hand over a body without its page; a text without furniture is all body.
    """
    pages = (known for folder in folders for known in known_pages(folder))
    for number, (page, body) in enumerate(pages):
        truth, dumps, fold = Truth(body), list(rendered(page)), fold_of(page)
        held = [line for line in dumps[0].text.splitlines() if truth.holds(line)]
        if len(held) < max(1.0, _OLDEST_SHARE * len(truth.lines)):
            continue
        yield from (_known(dump.text, truth, fold) for dump in dumps)
        if number % _BARE == 0 and len(held) > 2:
            yield _known("\n\n".join(held), truth, fold)


def _known(text: str, truth: Truth, fold: int) -> Known:
    """Return what is known of one dump."""
    units = cut_units(page_of_text(text, path="dump.txt"))
    page = describe(units)
    body = np.array([truth.holds(unit.text) for unit in units], float)
    columns = surround(page.columns)
    weights = _counts(body, page.columns["words"])
    return Known(fold, columns, body, weights, partial(look_again, page, columns))


def _counts(body: Numbers, words: Numbers) -> Numbers:
    """Return how much each line counts: longer ones more, those of long pages less."""
    sizes = np.sqrt(np.minimum(words, 80.0)) + 0.7
    place, held = np.arange(len(body)), np.flatnonzero(body)
    if not len(held):
        return np.zeros(len(body))
    far = (place < held[0] - _FAR) | (place > held[-1] + _FAR)
    times = np.where(far, 2.0 * (place % 2), 1.0)
    return np.asarray(times * sizes * 3.2 / np.sqrt(sizes.sum()))


_HEADING = """What the features of a line say for (above 0) or against its being the report's own:
trees of five questions, learned by training/lines.py from extraction-scrapinghub (MIT), WCXB
(CC BY 4.0) and pages-fundus (MIT); not edited by hand. `features` and `edges` are a tree's
questions, `leaves` what its 32 answers weigh, in logits."""


def main() -> None:
    """Learn from the folders that are named."""
    asked = asked_folders(__doc__)
    dumps = list(known_dumps(asked.folders))
    school = School(dumps, Growth(trees=80, rate=0.13), ignored=_CONSTANT)
    teach(school, LEXICON, _HEADING, "lines" if asked.folds else None)


if __name__ == "__main__":
    main()
