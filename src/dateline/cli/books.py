"""The verbs on codebooks: `train` and `check`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.cli.outcome import DONE, PROBLEMS
from dateline.errors import ConfigError

if TYPE_CHECKING:
    from dateline.cli.parser import Verbs


def add_verbs(verbs: Verbs) -> None:
    """Add the verbs of this family."""
    train = verbs.add_parser("train", help="learn a codebook of your own from its examples")
    train.add_argument("folder", metavar="FOLDER", help="its categories and examples")
    train.set_defaults(command=_train)

    check = verbs.add_parser("check", help="run the examples of codebooks and lexicons")
    check.add_argument("names", metavar="FILE", nargs="*", help="a codebook; all without it")
    check.set_defaults(command=_check)


def _train(chosen: argparse.Namespace) -> int:
    """Learn a user's codebook and print how well its categories are told."""
    from dateline import desk, lessons

    weights = desk.knowledge().weights
    if weights is None:
        raise ConfigError("there is no encoder to learn on")
    for line in lessons.train(Path(chosen.folder), weights):
        print(line)
    return DONE


def _check(chosen: argparse.Namespace) -> int:
    """Open the lexicon and run the examples of codebooks; print what doesn't hold."""
    from dateline import desk, lessons

    known, problems = desk.knowledge(), 0
    for name in chosen.names or [known.codebook.name]:
        for problem in lessons.check(name, known):
            problems += 1
            print(problem)
    print("1 problem" if problems == 1 else f"{problems or 'no'} problems")
    return PROBLEMS if problems else DONE
