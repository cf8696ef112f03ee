"""How near the corpus comes to published sets of events, by the base model as it was made."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from torch import Tensor

from dateline.text.wordpiece import WordPiece
from training.coder.network import Encoder

_LONGEST = 128
_TOGETHER = 64
_STOP = re.compile(r"\n|(?<=[.!?]) ")
_TEX = re.compile(r"\\[a-z]+\{?|\}")


def nearest(encoder: Encoder, cutter: WordPiece, texts: Sequence[str], bench: Path) -> float:
    """Return the highest cosine of a text and a published row, of the means of their vectors."""
    ours, theirs = (
        embedded(encoder, cutter, given) for given in (texts, list(published_rows(bench)))
    )
    return round(float((ours @ theirs.T).max()), 3)


def published_rows(bench: Path) -> Iterator[str]:
    """Yield the sentences of the published sets of events, and of the standard's manual."""
    with (bench / "events-plv" / "PLV_train.tsv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table, delimiter="\t"):
            yield row["sentence"]
    records = (bench / "events-petrarch" / "PETR.UnitTest.records.xml").read_text("utf-8")
    for text in re.findall(r"<Text>(.*?)</Text>", records, re.DOTALL):
        yield " ".join(text.split())
    for name in ("events-satp/train", "events-satp/dev"):
        for line in (bench / f"{name}.tsv").read_text("utf-8").splitlines():
            yield line.split("\t")[0]
    for name in ("sents_train", "sents_dev"):
        table_text = (bench / "events-indiapolice" / f"{name}.tsv").read_text("utf-8", "replace")
        for line in table_text.splitlines():
            text, *labels = line.split("\t")
            if "1" in labels:
                yield text
    for manual in sorted((bench / "events-plover-codebook").glob("*.tex")):
        for text in _STOP.split(_TEX.sub("", manual.read_text("utf-8"))):
            if len(text.split()) > 4:
                yield text.strip()


def embedded(encoder: Encoder, cutter: WordPiece, texts: Sequence[str]) -> Tensor:
    """Return the mean vectors (texts, width) of texts, each of length 1."""
    cut = [cutter.pieces(text, _LONGEST).ids for text in texts]
    order = sorted(range(len(cut)), key=lambda number: len(cut[number]))
    found = torch.zeros(len(cut), encoder.words.weight.shape[1])
    with torch.no_grad():
        for at in range(0, len(order), _TOGETHER):
            group = order[at : at + _TOGETHER]
            longest = max(len(cut[number]) for number in group)
            pieces = torch.zeros(len(group), longest, dtype=torch.long)
            mask = torch.zeros(len(group), longest, dtype=torch.long)
            for row, number in enumerate(group):
                pieces[row, : len(cut[number])] = torch.tensor(cut[number])
                mask[row, : len(cut[number])] = 1
            weight = mask[:, :, None].float()
            mean = (encoder(pieces, mask) * weight).sum(1) / weight.sum(1)
            found[group] = mean / mean.norm(dim=1, keepdim=True)
    return found
