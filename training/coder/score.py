"""Score a network on examples that it has not learned from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import torch

from training.coder.examples import IGNORED, Example, Labels, batch_of
from training.coder.network import Coder


def score(model: Coder, examples: Sequence[Example], labels: Labels) -> dict[str, float]:
    """Return macro-F1 of the category with triggers found, and the shares right of the rest."""
    model.eval()
    hits, said_n, gold_n = Counter[int](), Counter[int](), Counter[int]()
    right, count = Counter[str](), Counter[str]()
    role = Counter[tuple[int, str]]()
    found = 0
    with torch.no_grad():
        for at in range(0, len(examples), 32):
            group = examples[at : at + 32]
            batch = batch_of(group)
            said = model(batch.pieces, batch.mask)
            best = said.category.argmax(-1)
            for row, one in enumerate(group):
                for i, measure in one.measure.items():
                    count["figure_measure"] += 1
                    right["figure_measure"] += int(said.measure[row, i].argmax()) == measure
                for i, standing in one.standing.items():
                    count["figure_status"] += 1
                    right["figure_status"] += int(said.standing[row, i].argmax()) == standing
                words = [i for i, value in enumerate(one.category) if value != IGNORED]
                if not words:
                    continue  # its figures are marked, its acts are not
                for i in words:
                    gold, guess = one.category[i], int(best[row, i])
                    gold_n[gold] += 1
                    said_n[guess] += 1
                    hits[gold] += gold == guess
                    found += bool(gold and guess)
                none_said = not any(int(best[row, i]) for i in words)
                none_true = not any(one.category[i] for i in words)
                count["none_precision"] += none_said
                right["none_precision"] += none_said and none_true
                count["none_recall"] += none_true
                right["none_recall"] += none_said and none_true
                for i in one.status:
                    count["status"] += 1
                    right["status"] += int(said.status[row, i].argmax()) == one.status[i]
                    forced = int(said.category[row, i, 1:].argmax()) + 1
                    count["forced"] += 1
                    right["forced"] += forced == one.category[i]
                for i, mode in one.mode.items():
                    code = labels.modes[mode].split("/")[0]
                    mine = [m for m, name in enumerate(labels.modes) if name.split("/")[0] == code]
                    count["mode"] += 1
                    right["mode"] += max(mine, key=lambda m: float(said.mode[row, i, m])) == mode
                for i, kinds in one.roles.items():
                    for kind, gold_pieces in enumerate(kinds):
                        guess = {w for w in words if float(said.roles[row, kind, i, w]) > 0}
                        role[kind, "hit"] += len(guess & set(gold_pieces))
                        role[kind, "said"] += len(guess)
                        role[kind, "gold"] += len(gold_pieces)
    acts = range(1, len(labels.categories) + 1)
    f1 = [2 * hits[c] / max(1, said_n[c] + gold_n[c]) for c in acts]
    total_said = sum(said_n[c] for c in acts)
    total_gold = sum(gold_n[c] for c in acts)
    scores = {
        "category_macro_f1": sum(f1) / len(f1),
        "found_recall": found / max(1, total_gold),
        "found_precision": found / max(1, total_said),
        "micro_f1": 2 * sum(hits[c] for c in acts) / max(1, total_said + total_gold),
    }
    scores |= {name: right[name] / max(1, count[name]) for name in count}
    for kind, name in enumerate(("actor", "recipient", "place", "time")):
        scores[name] = 2 * role[kind, "hit"] / max(1, role[kind, "said"] + role[kind, "gold"])
    return {name: round(value, 3) for name, value in scores.items()}
