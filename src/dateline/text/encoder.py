"""Encode sentences: a vector of 384 numbers for each word piece, by a small BERT.

The network is quantised statically and run without padding, sentences of equal length
together, so that a sentence has the same vectors alone and in any company.
"""

from __future__ import annotations

import re
from collections import OrderedDict, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from dateline.text.wordpiece import Pieces, WordPiece

LONGEST = 160
"""Word pieces; a longer sentence is read so far."""

_TOGETHER = 32
_KEPT = 512
"""How many texts' vectors are kept, those asked for last: 30 MB of news, 126 MB at the most."""
_WHOLE_PRODUCTS = ("session.x64quantprecision", "1")
"""Without it, sums of products of 8 bits overflow on processors that have no VNNI, silently."""
_SENTENCE_END = re.compile(r"[.!?]['\")]*\s+")


@dataclass(frozen=True, slots=True)
class Encoded:
    """The pieces of a sentence and their vectors (pieces, 384)."""

    pieces: Pieces
    vectors: NDArray[np.float32]


class Encoder:
    """One opened network."""

    def __init__(self, network: bytes, vocabulary: Sequence[str]) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.add_session_config_entry(*_WHOLE_PRODUCTS)
        self._session = onnxruntime.InferenceSession(
            network, options, providers=["CPUExecutionProvider"]
        )
        self._cutter = WordPiece(vocabulary)
        self._kept = OrderedDict[str, Encoded]()

    def stretches(self, text: str) -> list[str]:
        """Return a text in parts that are read whole, cut after a sentence where one ends.

        A part has half to all of the pieces that are read at once.
        """
        if len(text) <= LONGEST - 2:
            return [text]
        pieces = self._cutter.pieces(text, len(text) + 2)
        ends = {match.end() for match in _SENTENCE_END.finditer(text)}
        cuts, first, last_word, last_end = [0], 1, 1, 1
        for number in range(1, len(pieces.ids) - 1):
            if number - first == LONGEST - 2:
                far = first + LONGEST // 2
                cut = next((at for at in (last_end, last_word) if at > far), number)
                cuts.append(pieces.starts[cut])
                first = cut
            if pieces.is_first[number]:
                last_word = number
                last_end = number if pieces.starts[number] in ends else last_end
        return [text[start:end] for start, end in pairwise([*cuts, len(text)])]

    def encode(self, texts: Sequence[str]) -> list[Encoded]:
        """Return the vectors of each text, not to be written to: those of the last are kept."""
        known = {text: self._kept[text] for text in texts if text in self._kept}
        new = [text for text in dict.fromkeys(texts) if text not in known]
        known |= zip(new, self._encode(new), strict=True)
        for text, encoded in known.items():
            self._kept[text] = encoded
            self._kept.move_to_end(text)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return [known[text] for text in texts]

    def forget(self) -> None:
        """Keep no text's vectors any longer."""
        self._kept.clear()

    def _encode(self, texts: Sequence[str]) -> list[Encoded]:
        """Return the vectors of texts that the network has to be run for."""
        cut = [self._cutter.pieces(text, LONGEST) for text in texts]
        alike = defaultdict[int, list[int]](list)
        for number, pieces in enumerate(cut):
            alike[len(pieces.ids)].append(number)
        found: dict[int, NDArray[np.float32]] = {}
        for numbers in alike.values():
            for at in range(0, len(numbers), _TOGETHER):
                group = numbers[at : at + _TOGETHER]
                ids = np.array([cut[number].ids for number in group], dtype=np.int64)
                (vectors,) = self._session.run(None, {"pieces": ids})
                found.update(zip(group, vectors, strict=True))
        return [Encoded(pieces, found[number]) for number, pieces in enumerate(cut)]


@lru_cache(maxsize=1)
def open_encoder(name: str) -> Encoder:
    """Return the encoder of a set of weights that ships, opened once a process."""
    folder = files("dateline") / "weights" / name
    vocabulary = (folder / "vocabulary.txt").read_text("utf-8").splitlines()
    return Encoder((folder / "encoder.onnx").read_bytes(), vocabulary)
