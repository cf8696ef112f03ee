"""Read acts and figures off a sentence's vectors: what act a word names, what a number measures.

The heads are matrices learned with the encoder (`training/coder`). For a word they say how
likely it names no act or one of each category, in which mode and status; for two words, how
likely the second is actor, recipient, place or time of the first; for a number, what it
measures and whether that is so. Words of two reports that name one act lie near one another.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from dateline.model import Guess, Status
from dateline.text.encoder import Encoded

ROLES = ("actor", "recipient", "place", "time")

Floats = NDArray[np.float32]
_TINY = 1e-9


@dataclass(frozen=True, slots=True)
class Labels:
    """What the heads tell apart, in the order of their outputs."""

    categories: tuple[str, ...]
    modes: tuple[str, ...]
    """ "CODE/mode"."""
    statuses: tuple[Status, ...]
    contexts: tuple[str, ...]
    measures: tuple[str, ...]
    """What figures measure."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the heads say of one sentence, a row a token of its parse; all are likelihoods."""

    labels: Labels
    category: Floats
    """(tokens, 1 + categories): "no act" comes first."""
    mode: Floats
    """(tokens, modes), among the modes of each category."""
    status: Floats
    """(tokens, statuses)."""
    roles: Floats
    """(roles, tokens as acts, tokens as parties)."""
    contexts: Floats
    vectors: Floats
    """(tokens, 384): what the network makes of each token."""
    measure: Floats
    """(tokens, measures): of a number, what it measures."""
    standing: Floats
    """(tokens, statuses): of a number, whether what it counts is so."""
    identity: Floats
    """(tokens, 128): of a word that names an act, which act; of length 1."""
    counted: Floats
    """(2, tokens, 128): the shares of a number's word and of its figure's last word in what it
    counts; their sum is a vector whose length says nothing."""

    def act(self, token: int) -> float:
        """Return how likely a word names an act, of whatever category."""
        return 1 - float(self.category[token, 0])

    def code(self, token: int) -> str:
        """Return the likeliest category of the act at a word, if it is one."""
        return self.labels.categories[int(self.category[token, 1:].argmax())]

    def guesses(self, token: int, least: float = 0.05) -> tuple[Guess, ...]:
        """Return what a word may be, likeliest first: no act, or one of each category."""
        names = (None, *self.labels.categories)
        shares = [round(float(share), 2) for share in self.category[token]]
        found = [Guess(n, s) for n, s in zip(names, shares, strict=True) if s >= least]
        return tuple(sorted(found, key=lambda guess: (-guess.score, guess.code or "")))

    def likely(self, token: int, code: str) -> float:
        """Return how likely a word names an act of a category."""
        return float(self.category[token, 1 + self.labels.categories.index(code)])

    def mode_of(self, token: int, code: str, least: float = 0.5) -> str | None:
        """Return the likeliest mode of a category at a word, if it is likely enough."""
        mine = [n for n, name in enumerate(self.labels.modes) if name.startswith(f"{code}/")]
        best = max(mine, key=lambda n: float(self.mode[token, n]), default=None)
        if best is None or self.mode[token, best] < least:
            return None
        return self.labels.modes[best].partition("/")[2]

    def status_of(self, token: int) -> tuple[Status, float]:
        """Return the likeliest status of the act at a word, and how likely it is."""
        best = int(self.status[token].argmax())
        return self.labels.statuses[best], float(self.status[token, best])

    def parties(self, token: int, role: str, least: float = 0.5) -> tuple[int, ...]:
        """Return the tokens that are likely to play a role in the act at a word."""
        row = self.roles[ROLES.index(role), token]
        return tuple(int(other) for other in np.flatnonzero(row >= least))


class Heads:
    """The matrices of one set of weights."""

    def __init__(self, labels: Labels, weights: Mapping[str, Floats]) -> None:
        self.labels = labels
        self._weights = dict(weights)
        groups = [name.partition("/")[0] for name in labels.modes]
        self._modes = [
            np.array([n for n, group in enumerate(groups) if group == code])
            for code in dict.fromkeys(groups)
        ]

    def read(self, encoded: Encoded, starts: Sequence[int]) -> Reading:
        """Return what is said of the tokens that start at these characters of the text."""
        at = pieces_at(encoded, starts)
        mean = encoded.vectors.mean(0)
        words = encoded.vectors[at]
        wide = np.concatenate([words, np.broadcast_to(mean, words.shape)], axis=1)
        mode = self._linear("mode", wide)
        for group in self._modes:
            mode[:, group] = _softmax(mode[:, group])
        return Reading(
            self.labels,
            _softmax(self._linear("category", wide)),
            mode,
            _softmax(self._linear("status", wide)),
            self._roles(words),
            _sigmoid(self._linear("contexts", mean[None])[0]),
            words,
            _softmax(self._linear("measure", wide)),
            _softmax(self._linear("standing", wide)),
            _unit(self._linear("identity", wide)),
            self._counted(words, mean),
        )

    def _linear(self, name: str, vectors: Floats) -> Floats:
        return vectors @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]

    def _counted(self, words: Floats, mean: Floats) -> Floats:
        """Return the shares of each word in what a number counts: as the number, as the last."""
        number, last, whole = np.split(self._weights["counted.weight"], 3, axis=1)
        numbers = words @ number.T + (mean @ whole.T + self._weights["counted.bias"])
        return np.stack([numbers, words @ last.T])

    def _roles(self, words: Floats) -> Floats:
        """Return how likely each word plays each role in the act at each word."""
        shape = (len(words), len(ROLES), -1)
        acts = self._linear("act", words).reshape(shape).transpose(1, 0, 2)
        parties = self._linear("party", words).reshape(shape).transpose(1, 2, 0)
        logits: Floats = acts @ parties / np.float32(acts.shape[2] ** 0.5)
        return _sigmoid(logits + self._weights["role_bias"][:, None, None])


@lru_cache(maxsize=1)
def open_heads(name: str) -> Heads:
    """Return the heads of a set of weights that ships, opened once a process."""
    folder = files("dateline") / "weights" / name
    told = json.loads((folder / "manifest.json").read_text("utf-8"))["labels"]
    labels = Labels(
        tuple(told["categories"]),
        tuple(told["modes"]),
        tuple(map(Status, told["statuses"])),
        tuple(told["contexts"]),
        tuple(told["measures"]),
    )
    with (folder / "heads.npz").open("rb") as stored, np.load(stored) as arrays:
        return Heads(labels, {key: arrays[key].astype(np.float32) for key in arrays.files})


@lru_cache(maxsize=1)
def weights_digest(name: str) -> str:
    """Return the sha256 of the network, its heads and vocabulary of a set of weights that ships."""
    folder, whole = files("dateline") / "weights" / name, sha256()
    for file in ("encoder.onnx", "heads.npz", "names.npz", "vocabulary.txt"):
        whole.update(sha256((folder / file).read_bytes()).digest())
    return whole.hexdigest()


def joined(parts: Sequence[Reading]) -> Reading:
    """Return the readings of the stretches of one sentence as one; no party is in another's."""
    if len(parts) == 1:
        return parts[0]
    size = sum(len(part.category) for part in parts)
    roles = np.zeros((len(ROLES), size, size), np.float32)
    at = 0
    for part in parts:
        end = at + len(part.category)
        roles[:, at:end, at:end] = part.roles
        at = end
    return Reading(
        parts[0].labels,
        np.concatenate([part.category for part in parts]),
        np.concatenate([part.mode for part in parts]),
        np.concatenate([part.status for part in parts]),
        roles,
        np.max([part.contexts for part in parts], axis=0),
        np.concatenate([part.vectors for part in parts]),
        np.concatenate([part.measure for part in parts]),
        np.concatenate([part.standing for part in parts]),
        np.concatenate([part.identity for part in parts]),
        np.concatenate([part.counted for part in parts], axis=1),
    )


def pieces_at(encoded: Encoded, starts: Sequence[int]) -> list[int]:
    """Return the piece that holds each of these characters; the last one past the end."""
    pieces = encoded.pieces
    known = list(pieces.starts[1:-1])
    found = [max(1, bisect_right(known, start)) for start in starts]
    return [min(at, len(pieces.ids) - 1) for at in found]


def _softmax(logits: Floats) -> Floats:
    raised = np.exp(logits - logits.max(-1, keepdims=True))
    shares: Floats = np.divide(raised, raised.sum(-1, keepdims=True), dtype=np.float32)
    return shares


def packed(vector: Floats) -> bytes:
    """Return a vector of any length as signed bytes, the largest of them 127."""
    scaled = np.rint(127 * vector / max(float(np.abs(vector).max()), _TINY))
    return bytes(scaled.astype(np.int8).data)


def _unit(vectors: Floats) -> Floats:
    """Return vectors of length 1."""
    lengths = np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), _TINY)
    unit: Floats = np.divide(vectors, lengths, dtype=np.float32)
    return unit


def _sigmoid(logits: Floats) -> Floats:
    shares: Floats = np.divide(1, 1 + np.exp(-logits), dtype=np.float32)
    return shares
