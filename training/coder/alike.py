"""Fit the heads that tell which words of two reports name one act, and which numbers one count.

They are fitted last, in a minute, on the vectors of the network as it ships, and change nothing
of it: a vector of 128 numbers is learned for each word that names an act, from its own vector and
its sentence's, and for each number, from its own word, the last word of its figure and the
sentence. Those of one thing are drawn together and away from the others of their story.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from dateline.extract.figures.learned import telling_words
from dateline.text.encoder import Encoded, Encoder
from dateline.text.heads import pieces_at
from training.coder.fit import SEED
from training.coder.network import WIDTH
from training.count_stories import CountSentence
from training.retellings import Retelling

IDENTITY_WIDTH = 128
STEPS = 1000
STORIES = 8
"""How many stories a step is made of."""
RATE = 1e-3
DROPPED = 0.3
SAME_WEIGHT = 3.0
"""What two words for one thing count for, of two for two: there are twenty of the latter."""


@dataclass(frozen=True, slots=True)
class Story:
    """The words of a story as a head sees them."""

    words: Tensor
    """(words, 384 times what a word is read from)."""
    same: Tensor
    """(words, words): 1 where two name one thing, 0 for two."""
    known: Tensor
    """(words, words): 1 where that is known of two words."""
    again: tuple[bool, ...]
    """Whether each word is the second report's."""


class Alike(nn.Module):
    """A head: a vector for what a word names, and how likely two vectors are of one thing."""

    def __init__(self, inputs: int) -> None:
        super().__init__()
        self.linear = nn.Linear(inputs, IDENTITY_WIDTH)
        self.likeness = nn.Parameter(torch.tensor([8.0, -4.0]))
        self.dropout = nn.Dropout(DROPPED)

    def forward(self, words: Tensor) -> Tensor:
        """Return the log odds that each two words name one thing (words, words)."""
        vectors = functional.normalize(self.linear(self.dropout(words)), dim=-1)
        return self.likeness[0] * (vectors @ vectors.T) + self.likeness[1]


def acts_of(encoder: Encoder, told: Retelling) -> Story:
    """Return the words for acts of an article and its retelling.

    Two acts of the article that one word of the retelling names, as a headline's and its body's,
    may be one, and so may two acts that only the retelling tells.
    """
    words, acts, again = list[np.ndarray](), list[frozenset[str]](), list[bool]()
    marked = [
        (s.text, [(a.trigger.start, frozenset({f"{n}.{k}"})) for k, a in enumerate(s.acts, 1)])
        for n, s in enumerate(told.article, 1)
    ]
    retold = [(sentence.text, list(sentence.acts)) for sentence in told.retold]
    every = [*marked, *retold]
    encoded = encoder.encode([text for text, _ in every])
    for number, ((_, named), one) in enumerate(zip(every, encoded, strict=True)):
        words += _rows(one, [[start] for start, _ in named])
        acts += [acts for _, acts in named]
        again += [number >= len(marked)] * len(named)
    same, known = (torch.zeros((len(acts), len(acts))) for _ in range(2))
    bridges = [one for one in acts if len(one) > 1]
    for (i, one), (j, other) in combinations(enumerate(acts), 2):
        unsaid = not one and not other and again[i] and again[j]
        bridged = again[i] == again[j] and any(one | other <= bridge for bridge in bridges)
        alike = bool(one & other)
        same[i, j] = same[j, i] = float(alike)
        known[i, j] = known[j, i] = float(alike or not (unsaid or bridged))
    return Story(torch.tensor(np.array(words)), same, known, tuple(again))


def counts_of(encoder: Encoder, sentences: Sequence[CountSentence]) -> Story:
    """Return the figures of a story of two reports."""
    words, keys, again = list[np.ndarray](), list[str](), list[bool]()
    encoded = encoder.encode([sentence.text for sentence in sentences])
    for sentence, one in zip(sentences, encoded, strict=True):
        words += _rows(one, [telling_words(sentence.text, span) for span, _ in sentence.figures])
        keys += [key for _, key in sentence.figures]
        again += [sentence.report == "B"] * len(sentence.figures)
    same = torch.tensor([[float(a == b) for b in keys] for a in keys])
    known = 1 - torch.eye(len(keys))
    return Story(torch.tensor(np.array(words)), same, known, tuple(again))


def _rows(encoded: Encoded, read: Sequence[Sequence[int]]) -> list[np.ndarray]:
    """Return for each word the vectors that start at these characters, and the sentence's."""
    mean = encoded.vectors.mean(0)
    return [np.concatenate([*encoded.vectors[pieces_at(encoded, at)], mean]) for at in read]


def fit_alike(stories: Sequence[Story], read_from: int) -> Alike:
    """Fit a head to stories whose words are read from so many vectors."""
    torch.manual_seed(SEED)
    order = random.Random(SEED)  # noqa: S311 - an order to learn in, no secret
    told = [story for story in stories if len(story.words) > 1]
    model = Alike(read_from * WIDTH).train()
    optimizer = torch.optim.AdamW(
        [
            {"params": model.linear.parameters()},
            {"params": [model.likeness], "lr": 10 * RATE, "weight_decay": 0.0},
        ],
        lr=RATE,
        weight_decay=0.01,
    )
    for _ in range(round(STEPS * STORIES / len(told))):
        order.shuffle(told)
        for at in range(0, len(told), STORIES):
            group = told[at : at + STORIES]
            loss = sum((_loss(model, story) for story in group), torch.zeros(())) / len(group)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    return model.eval()


def _loss(model: Alike, story: Story) -> Tensor:
    weight = (1 + (SAME_WEIGHT - 1) * story.same) * story.known
    loss = functional.binary_cross_entropy_with_logits(
        model(story.words), story.same, weight, reduction="sum"
    )
    return loss / weight.sum().clamp(min=1)


def score_alike(model: Alike, stories: Sequence[Story]) -> dict[str, float]:
    """Return how well things of two reports are told from one another, story by story.

    `first`: of words whose thing both tell, how often the likeliest of the other report is one of
    it; `f1`: of pairs of words that are more likely one thing than two.
    """
    hits = said = gold = first = asked = 0
    with torch.no_grad():
        for story in (story for story in stories if len(story.words) > 1):
            odds, again = model(story.words), torch.tensor(story.again)
            for number in [n for n, second in enumerate(story.again) if second]:
                known = story.known[number][~again] == 1
                truth, likely = story.same[number][~again][known], odds[number][~again][known]
                hits += int(((truth == 1) & (likely > 0)).sum())
                said += int((likely > 0).sum())
                gold += int(truth.sum())
                if bool(truth.any()):
                    asked += 1
                    first += bool(truth[likely.argmax()] == 1)
    return {
        "first": round(first / max(1, asked), 3),
        "f1": round(2 * hits / max(1, said + gold), 3),
    }
