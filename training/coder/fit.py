"""Fit the network to the marked sentences, and score it."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

import torch
from torch import nn
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from training.coder.examples import IGNORED, Batch, Example, batch_of
from training.coder.network import Coder, Readings

BATCH = 16
EPOCHS = 7
RATE = 1e-4
HEAD_RATE = 1e-3
SEED = 7
KEPT = 0.995
"""What the running mean of the weights keeps at a step; the mean is what is shipped."""
SMOOTHING = 0.03
NONE_WEIGHT = 0.3
"""What a word without an act counts for, of one with: there are twenty of the former."""
WEIGHTS = {
    "category": 1.0, "mode": 0.5, "status": 0.5, "roles": 2.0, "contexts": 0.5, "measure": 0.5,
    "standing": 0.5,
}  # fmt: skip


def losses(said: Readings, batch: Batch) -> dict[str, torch.Tensor]:
    """Return the loss of each head."""

    def chosen(logits: torch.Tensor, gold: torch.Tensor, none: float = 1.0) -> torch.Tensor:
        if not bool((gold != IGNORED).any()):
            return logits.sum() * 0
        weight = torch.ones(logits.shape[-1])
        weight[0] = none
        return functional.cross_entropy(
            logits.flatten(0, 1), gold.flatten(), weight, label_smoothing=SMOOTHING
        )

    known = batch.roles != IGNORED
    told = batch.contexts != IGNORED
    roles = functional.binary_cross_entropy_with_logits(
        said.roles[known], batch.roles[known].float()
    )
    return {
        "category": chosen(said.category, batch.category, NONE_WEIGHT),
        "mode": chosen(said.mode, batch.mode),
        "status": chosen(said.status, batch.status),
        "roles": roles if bool(known.any()) else said.roles.sum() * 0,
        "contexts": functional.binary_cross_entropy_with_logits(
            said.contexts[told], batch.contexts[told]
        )
        if bool(told.any())
        else said.contexts.sum() * 0,
        "measure": chosen(said.measure, batch.measure),
        "standing": chosen(said.standing, batch.standing),
    }


def batches(examples: Iterable[Example], order: random.Random) -> Iterator[Batch]:
    """Yield batches of examples of like length, in an order of their own."""
    keyed = sorted(examples, key=lambda one: len(one.pieces) + order.random() * 6)
    groups = [keyed[at : at + BATCH] for at in range(0, len(keyed), BATCH)]
    order.shuffle(groups)
    for group in groups:
        yield batch_of(group)


Drawn = Callable[[random.Random], Sequence[Example]]
"""The examples of an epoch, by chance: always as many."""


def fit(model: Coder, drawn: Drawn, size: int, epochs: int = EPOCHS) -> Coder:
    """Fit a network to examples, `size` in each epoch."""
    torch.manual_seed(SEED)
    order = random.Random(SEED)  # noqa: S311 - an order to learn in, no secret
    for embedding in (model.encoder.words, model.encoder.positions):
        embedding.weight.requires_grad = False
    encoder = [
        p for name, p in model.named_parameters() if name.startswith("encoder.") and p.requires_grad
    ]
    heads = [p for name, p in model.named_parameters() if not name.startswith("encoder.")]
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "lr": RATE}, {"params": heads, "lr": HEAD_RATE}],
        weight_decay=0.01,
        fused=True,
    )
    steps = epochs * (-(-size // BATCH))
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, [RATE, HEAD_RATE], total_steps=steps + 8, pct_start=0.1, anneal_strategy="linear"
    )
    mean = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(KEPT))
    for epoch in range(epochs):
        model.train()
        begun, total = time.monotonic(), Counter[str]()
        for batch in batches(drawn(order), order):
            parts = losses(model(batch.pieces, batch.mask), batch)
            loss = sum((WEIGHTS[name] * value for name, value in parts.items()), torch.zeros(()))
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            mean.update_parameters(model)
            total.update({name: float(value.detach()) for name, value in parts.items()})
        print(
            f"epoch {epoch + 1}: {time.monotonic() - begun:.0f} s",
            {k: round(v, 2) for k, v in total.items()},
        )
    model.load_state_dict(mean.module.state_dict())
    return model.eval()
