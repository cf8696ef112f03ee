"""Learn which units of an HTML page are its report's: from pages whose body is known.

    python -m training.documents extraction-scrapinghub extraction-wcxb-dev150 pages-fundus

reads the folders of those names (MIT, CC BY 4.0, MIT) and writes `lexicons/blocks.toml`;
`--folds` writes `evaluation/folds/units-<0-4>.toml` instead, each learned without the outlets
of that fold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

import numpy as np

from dateline.clean.elements.main_text import look_again
from dateline.clean.elements.markup_features import Described, describe_markup
from dateline.clean.grove import Columns
from dateline.clean.units import Unit, cut_units
from training.groves import Growth
from training.pages import Truth, fold_of, known_pages
from training.school import Known, Numbers, School, asked_folders, teach

LEXICON = Path(__file__).parents[1] / "src" / "dateline" / "lexicons" / "blocks.toml"

_OLDEST_SHARE = 0.5
"""Of a body that stands on its page: less, and the truth belongs to another version of it."""
_PARSED_COUNTS = 0.4
"""What a page counts whose body is a parser's and not a person's."""
_EASY = 0.2
"""The share of short units outside the body that is learned from, each counting for more."""


def known_units(folders: Iterable[Path]) -> Iterator[Known]:
    """Yield the pages of these folders, described and judged."""
    random = np.random.default_rng(0)
    for folder in folders:
        parsed = not any(folder.glob("ground-truth*"))
        for page, text in known_pages(folder):
            units, truth = cut_units(page), Truth(text)
            body = np.array([truth.holds(unit.text) for unit in units], float)
            words = np.array([len(unit.words) for unit in units], float)
            told = float(words @ body)
            if not units or parsed and told < _OLDEST_SHARE * len(text.split()):
                continue
            described = describe_markup(page, units)
            weights = (np.minimum(words, 100.0) + 1.5) / (told + 60.0) ** 0.5
            weights *= (_PARSED_COUNTS if parsed else 1.0) * (described.features["apart"] == 0)
            easy = (words <= 4) & (body == 0)
            drawn = np.where(random.random(len(words)) < _EASY, 1 / _EASY, 0.0)
            weights *= np.where(easy, drawn, 1.0)
            again = partial(_seen_again, units, described)
            yield Known(fold_of(page), described.features, body, weights, again)


def _seen_again(units: tuple[Unit, ...], described: Described, first: Numbers) -> Columns:
    """Return all features of a page's units, given their first likelihoods."""
    return described.features | look_again(units, described, first)


_HEADING = """What the numbers that describe a unit of an HTML page say for or against its being
the report's own: trees of five questions, learned by training/documents.py from
extraction-scrapinghub (MIT), WCXB (CC BY 4.0) and pages-fundus (MIT); not edited by hand.
`features` and `edges` are a tree's questions, `leaves` what its 32 answers weigh, in logits."""


def main() -> None:
    """Learn from the folders that are named."""
    asked = asked_folders(__doc__)
    school = School(list(known_units(asked.folders)), Growth(trees=80, rate=0.13))
    teach(school, LEXICON, _HEADING, "units" if asked.folds else None)


if __name__ == "__main__":
    main()
