"""Fit what recognises names on the encoder as it ships: `python -m training.recognition`.

Writes `names.npz` beside it and what was measured into its manifest: the F1 of names with their
kind on items that were held back, each sentence by itself. It takes ten minutes on two cores and
has to be done again whenever the encoder was learned anew; `make train` does both.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dateline.desk import knowledge
from dateline.model import Block, Label, Metadata, Report, Span
from dateline.pipeline import plan
from dateline.sources.page import page_of_text
from dateline.text.name_shapes import features
from dateline.text.readings import readings
from dateline.text.tree import Tree
from training.name_marks import (
    KINDS,
    UNKNOWN,
    NamedText,
    names_digest,
    read_name_lists,
    read_name_sentences,
)

WEIGHTS = Path(__file__).parents[1] / "src" / "dateline" / "weights" / "plover"

Floats = NDArray[np.float32]
HIDDEN = 192
EPOCHS = 6
BATCH = 512
RATE = 2e-3
DECAY = 1e-2
DROPPED = 0.2
MARKED_WEIGHT = 2
"""How often an item that was written for its names is seen, for once of a listed one."""
SEED = 0


@dataclass(frozen=True, slots=True)
class Known:
    """A sentence: what is read of its tokens, and the label of each, -1 where nobody knows."""

    seen: NDArray[np.float16]
    labels: NDArray[np.int64]
    is_marked: bool
    is_held_back: bool


def main() -> None:
    """Fit and write."""
    texts = [*read_name_lists(), *read_name_sentences()]
    with ProcessPoolExecutor() as pool:
        known = [one for held in pool.map(known_of, texts, chunksize=20) for one in held]
    learned = [one for one in known if not one.is_held_back]
    drawn = [one for one in learned for _ in range(MARKED_WEIGHT if one.is_marked else 1)]
    weights = fit(drawn)
    with (WEIGHTS / "names.npz").open("wb") as file:
        halves: dict[str, Any] = {n: held.astype(np.float16) for n, held in weights.items()}
        np.savez(file, **halves)
    scores = {
        f"{name}_f1": f1(weights, (k for k in known if k.is_held_back and k.is_marked == marked))
        for name, marked in (("names_listed", False), ("names_marked", True))
    }
    _note(scores, len(learned), len(known) - len(learned))
    print(scores)


def known_of(named: NamedText) -> list[Known]:
    """Return what is known of the sentences of an item."""
    report, knows = _report(named.text), knowledge()
    stage = next(stage for stage in plan(knows) if stage.gives == "sentences")
    report = replace(report, sentences=stage.find(report))
    kinds = np.zeros(len(named.text) + 1, np.int64)
    for span, kind in named.names:
        kinds[span.start : span.end] = -1 if kind == UNKNOWN else 1 + KINDS.index(kind)
    found = []
    for sentence, reading in zip(report.sentences, readings(report, knows.weights), strict=True):
        if reading is not None and sentence.parse is not None:
            seen = features(Tree(sentence, report.text), reading.vectors, knows.lexicon)
            labels = kinds[list(sentence.parse.start)]
            marked = ":" in named.id
            found.append(Known(seen.astype(np.float16), labels, marked, named.is_held_back))
    return found


def _report(text: str) -> Report:
    """Return a text as a report, each line of which is body."""
    ends = np.cumsum([len(line) + 1 for line in text.split("\n")])
    spans = [Span(int(end) - len(line) - 1, int(end) - 1)
             for line, end in zip(text.split("\n"), ends, strict=True)]  # fmt: skip
    blocks = tuple(Block(span, Label.BODY, "blocks/given") for span in spans)
    page = page_of_text(text, path="named.txt")
    return Report(page, blocks=blocks, metadata=Metadata(language="en"))


# ---------------------------------------------------------------------------------- fitting


def fit(known: Iterable[Known]) -> dict[str, Floats]:
    """Return the matrices of the layers that make the labels likeliest.

    AdamW (Loshchilov and Hutter 2019) on cross-entropy, a fifth of the inputs' values dropped, the
    steps warmed up and cooled down linearly.
    """
    pairs = [(k.seen[k.labels >= 0], k.labels[k.labels >= 0]) for k in known]
    seen, labels = (np.concatenate(parts) for parts in zip(*pairs, strict=True))
    seen = seen.astype(np.float32)
    dice = np.random.default_rng(SEED)
    width, count = seen.shape[1], 1 + len(KINDS)
    weights = {
        "hidden.weight": dice.uniform(-1, 1, (width, HIDDEN)) / width**0.5,
        "hidden.bias": np.zeros(HIDDEN),
        "label.weight": dice.uniform(-1, 1, (HIDDEN, count)) / HIDDEN**0.5,
        "label.bias": np.zeros(count),
    }
    weights = {name: held.astype(np.float32) for name, held in weights.items()}
    first = {name: np.zeros_like(held) for name, held in weights.items()}
    second = {name: np.zeros_like(held) for name, held in weights.items()}
    steps, step = EPOCHS * (len(labels) // BATCH), 0
    for _ in range(EPOCHS):
        order = dice.permutation(len(labels))
        for at in range(0, len(labels) // BATCH * BATCH, BATCH):
            step += 1
            rate = RATE * min(step / (0.3 * steps), (steps - step) / (0.7 * steps))
            batch = order[at : at + BATCH]
            given = seen[batch]
            given *= (dice.random(given.shape, np.float32) >= DROPPED) / np.float32(1 - DROPPED)
            for name, slope in _slopes(weights, given, labels[batch]).items():
                first[name] += 0.1 * (slope - first[name])
                second[name] += 0.001 * (slope**2 - second[name])
                mean, spread = first[name] / (1 - 0.9**step), second[name] / (1 - 0.999**step)
                weights[name] *= 1 - rate * DECAY
                weights[name] -= (rate * mean / (np.sqrt(spread) + 1e-8)).astype(np.float32)
    return weights


def _slopes(
    weights: dict[str, Floats], given: Floats, labels: NDArray[np.int64]
) -> dict[str, Floats]:
    """Return how the loss of a batch grows with each weight."""
    hidden = np.maximum(given @ weights["hidden.weight"] + weights["hidden.bias"], 0)
    logits = hidden @ weights["label.weight"] + weights["label.bias"]
    raised = np.exp(logits - logits.max(-1, keepdims=True))
    error = raised / raised.sum(-1, keepdims=True)
    error[np.arange(len(labels)), labels] -= 1
    error /= len(labels)
    back = (error @ weights["label.weight"].T) * (hidden > 0)
    return {
        "hidden.weight": given.T @ back,
        "hidden.bias": back.sum(0),
        "label.weight": hidden.T @ error,
        "label.bias": error.sum(0),
    }


# -------------------------------------------------------------------------------- measuring


def f1(weights: dict[str, Floats], known: Iterable[Known]) -> float:
    """Return the F1 of names found with their kind, each token by its likeliest label."""
    right = found = wanted = 0
    for one in known:
        if (one.labels < 0).any():
            continue
        seen = one.seen.astype(np.float32)
        hidden = np.maximum(seen @ weights["hidden.weight"] + weights["hidden.bias"], 0)
        labels = (hidden @ weights["label.weight"] + weights["label.bias"]).argmax(1)
        ours, theirs = set(_runs(labels)), set(_runs(one.labels))
        right, found, wanted = right + len(ours & theirs), found + len(ours), wanted + len(theirs)
    return round(2 * right / (found + wanted), 3)


def _runs(labels: NDArray[np.int64]) -> Iterator[tuple[int, int, int]]:
    """Yield the runs of tokens of one label."""
    first = 0
    for at in range(1, len(labels) + 1):
        if at == len(labels) or labels[at] != labels[first]:
            if labels[first]:
                yield first, at, int(labels[first])
            first = at


def _note(scores: dict[str, float], learned: int, held_back: int) -> None:
    """Write into the manifest what was learned of, and how well."""
    path = WEIGHTS / "manifest.json"
    manifest = json.loads(path.read_text("utf-8"))
    digest = sha256((WEIGHTS / "names.npz").read_bytes()).hexdigest()
    manifest["names"] = names_digest()
    manifest["named_sentences"] = {"learned": learned, "held_back": held_back}
    manifest["files"]["names.npz"] = digest
    manifest["scores"] |= scores
    path.write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
