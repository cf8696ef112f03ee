"""Keep what was learned beside the examples, and refuse it when they have changed.

`heads.npz` holds the numbers and `heads.json` the labels, the digest of the examples and the
encoder that the heads were learned on.
"""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import numpy as np

from dateline.errors import CodebookError, StoreError
from dateline.extract.events.lexis import Lexis
from dateline.extract.events.taught import Taught
from dateline.knowledge.userbook import open_userbook
from dateline.learning.teach import untaught
from dateline.text.heads import weights_digest

_NUMBERS, _TOLD = "heads.npz", "heads.json"
_ARRAYS = ("centre", "heads", "wording", "bias", "thresholds")


def save_taught(folder: Path, taught: Taught, weights: str) -> None:
    """Write what was learned into the codebook's folder. Raises `StoreError`."""
    numbers = io.BytesIO()
    arrays = {name: getattr(taught, name) for name in _ARRAYS}
    np.savez(numbers, allow_pickle=False, rarity=taught.lexis.rarity, **arrays)
    told = {
        "labels": taught.labels,
        "words": list(taught.lexis.places),
        "always": taught.always,
        "examples": taught.digest,
        "encoder": weights,
        "encoder_sha256": weights_digest(weights),
    }
    try:
        (folder / _NUMBERS).write_bytes(numbers.getvalue())
        (folder / _TOLD).write_text(json.dumps(told, indent=1) + "\n", "utf-8")
    except OSError as problem:
        raise StoreError(f"{folder} can't be written: {problem.strerror}") from problem


def open_taught(folder: Path, weights: str) -> Taught:
    """Return a user's codebook with its heads; one without examples has its rules alone.

    Raises `CodebookError` where the heads are missing, broken, or of other examples or another
    encoder.
    """
    userbook = open_userbook(folder)
    if not userbook.examples:
        return untaught(userbook)
    again = f"run `dateline train {folder}`"
    told = _told(folder / _TOLD, again)
    if told.get("examples") != userbook.digest:
        raise CodebookError(
            str(folder / _TOLD), None, f"was learned from other examples than these: {again}"
        )
    if told.get("encoder_sha256") != weights_digest(weights):
        raise CodebookError(
            str(folder / _TOLD), None, f"was learned on another encoder than this: {again}"
        )
    try:
        with np.load(folder / _NUMBERS, allow_pickle=False) as stored:
            numbers = {name: stored[name].astype(np.float32) for name in (*_ARRAYS, "rarity")}
        rarity = numbers.pop("rarity")
        if numbers["heads"].shape != (len(told["labels"]), len(numbers["centre"])):
            raise ValueError("its numbers are of other labels")
        if numbers["wording"].shape != (len(told["labels"]), len(told["words"])):
            raise ValueError("its numbers are of other words")
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as problem:
        raise CodebookError(
            str(folder / _NUMBERS), None, f"can't be read ({problem}): {again}"
        ) from problem
    return Taught(
        userbook.book,
        tuple(told["labels"]),
        lexis=Lexis({word: at for at, word in enumerate(told["words"])}, rarity),
        **numbers,
        always=bool(told["always"]),
        digest=userbook.digest,
    )


def _told(file: Path, again: str) -> dict[str, Any]:
    """Return what stands beside the numbers."""
    try:
        told = json.loads(file.read_text("utf-8"))
    except FileNotFoundError as problem:
        raise CodebookError(str(file), None, f"is not there: {again}") from problem
    except (OSError, ValueError) as problem:
        raise CodebookError(str(file), None, f"can't be read: {again}") from problem
    if not isinstance(told, dict) or not isinstance(told.get("labels"), list):
        raise CodebookError(str(file), None, f"holds no labels: {again}")
    return told
