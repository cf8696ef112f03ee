"""The network: a small BERT encoder, and heads that read acts off the vectors of its words."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

WIDTH = 384
LAYERS = 6
HEADS = 12
INNER = 1536
ROLE_WIDTH = 64
ROLES = ("actor", "recipient", "place", "time")


class Readings(NamedTuple):
    """What the heads say, as logits."""

    category: Tensor
    """(batch, words, categories + 1): "none" comes first."""
    mode: Tensor
    """(batch, words, modes of all categories)."""
    status: Tensor
    """(batch, words, statuses)."""
    roles: Tensor
    """(batch, roles, words as acts, words as parties)."""
    contexts: Tensor
    """(batch, contexts)."""
    measure: Tensor
    """(batch, words, measures): what a figure measures."""
    standing: Tensor
    """(batch, words, statuses): whether what a figure counts is so."""


class Layer(nn.Module):
    """One layer of BERT."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query = nn.Linear(WIDTH, WIDTH)
        self.key = nn.Linear(WIDTH, WIDTH)
        self.value = nn.Linear(WIDTH, WIDTH)
        self.joined = nn.Linear(WIDTH, WIDTH)
        self.joined_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.outer_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, hidden: Tensor, bias: Tensor) -> Tensor:
        """Return the next vectors; `bias` is 0 where a piece may be seen, else far below 0."""
        batch, length, _ = hidden.shape

        def split(vectors: Tensor) -> Tensor:
            return vectors.view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)

        query, key, value = (
            split(self.query(hidden)),
            split(self.key(hidden)),
            split(self.value(hidden)),
        )
        weights = query @ key.transpose(2, 3) / (WIDTH // HEADS) ** 0.5 + bias
        seen = self.dropout(weights.softmax(-1)) @ value
        seen = seen.transpose(1, 2).reshape(batch, length, WIDTH)
        hidden = self.joined_norm(hidden + self.dropout(self.joined(seen)))
        inner = functional.gelu(self.inner(hidden))
        return self.outer_norm(hidden + self.dropout(self.outer(inner)))


class Encoder(nn.Module):
    """The encoder: numbers of word pieces in, a vector a piece out."""

    def __init__(self, pieces: int = 30522, positions: int = 512, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(pieces, WIDTH)
        self.positions = nn.Embedding(positions, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = nn.Dropout(dropout)

    def forward(self, pieces: Tensor, mask: Tensor) -> Tensor:
        """Return vectors (batch, length, width) of pieces (batch, length) where mask is 1."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        hidden = self.dropout(self.norm(self.words(pieces) + self.positions(places)))
        bias = (1.0 - mask[:, None, None, :].float()) * -10000.0
        for layer in self.layers:
            hidden = layer(hidden, bias)
        return hidden

    def load(self, path: Path) -> None:
        """Take the weights of a BERT in safetensors."""
        given = load_file(path)
        given = {name.removeprefix("bert."): value for name, value in given.items()}
        with torch.no_grad():
            kind = given["embeddings.token_type_embeddings.weight"][0]
            self.words.weight.copy_(given["embeddings.word_embeddings.weight"] + kind)
            self.positions.weight.copy_(given["embeddings.position_embeddings.weight"])
            _copy(self.norm, given, "embeddings.LayerNorm")
            for number, layer in enumerate(self.layers):
                at = f"encoder.layer.{number}."
                for name, theirs in _NAMES.items():
                    _copy(getattr(layer, name), given, at + theirs)


_NAMES = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "joined": "attention.output.dense",
    "joined_norm": "attention.output.LayerNorm",
    "inner": "intermediate.dense",
    "outer": "output.dense",
    "outer_norm": "output.LayerNorm",
}


def _copy(module: nn.Module, given: dict[str, Tensor], name: str) -> None:
    """Copy the weight and bias of one module."""
    module.weight.copy_(given[f"{name}.weight"])
    module.bias.copy_(given[f"{name}.bias"])


class Coder(nn.Module):
    """The encoder with its heads."""

    def __init__(
        self, categories: int, modes: int, statuses: int, contexts: int, measures: int
    ) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.category = nn.Linear(2 * WIDTH, categories + 1)
        self.mode = nn.Linear(2 * WIDTH, modes)
        self.status = nn.Linear(2 * WIDTH, statuses)
        self.contexts = nn.Linear(WIDTH, contexts)
        self.measure = nn.Linear(2 * WIDTH, measures)
        self.standing = nn.Linear(2 * WIDTH, statuses)
        self.act = nn.Linear(WIDTH, len(ROLES) * ROLE_WIDTH)
        self.party = nn.Linear(WIDTH, len(ROLES) * ROLE_WIDTH)
        self.role_bias = nn.Parameter(torch.full((len(ROLES),), -2.0))
        self.dropout = nn.Dropout(0.1)

    def forward(self, pieces: Tensor, mask: Tensor) -> Readings:
        """Return what the heads say of every piece."""
        hidden = self.encoder(pieces, mask)
        weight = mask[:, :, None].float()
        mean = (hidden * weight).sum(1) / weight.sum(1)
        hidden = self.dropout(hidden)
        wide = torch.cat([hidden, mean[:, None, :].expand_as(hidden)], -1)
        batch, length, _ = hidden.shape
        shape = (batch, length, len(ROLES), ROLE_WIDTH)
        act = self.act(hidden).view(shape).transpose(1, 2)
        party = self.party(hidden).view(shape).transpose(1, 2)
        roles = act @ party.transpose(2, 3) / ROLE_WIDTH**0.5 + self.role_bias[None, :, None, None]
        return Readings(
            self.category(wide),
            self.mode(wide),
            self.status(wide),
            roles,
            self.contexts(self.dropout(mean)),
            self.measure(wide),
            self.standing(wide),
        )
