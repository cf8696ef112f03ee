"""Write a fitted network as it ships: a statically quantised encoder, and the heads' matrices."""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import (
    CalibrationDataReader,
    CalibrationMethod,
    QuantFormat,
    QuantType,
    quantize_static,
)
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from training.coder.alike import Alike
from training.coder.network import Coder, Encoder


class Unpadded(nn.Module):
    """The encoder for sentences of equal length."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, pieces: Tensor) -> Tensor:
        """Return vectors (batch, length, width)."""
        out: Tensor = self.encoder(pieces, torch.ones_like(pieces))
        return out


class _Texts(CalibrationDataReader):
    """Hands sentences to the calibration, one at a time."""

    def __init__(self, texts: Sequence[Sequence[int]]) -> None:
        self._texts: Iterator[Sequence[int]] = iter(texts)

    def get_next(self) -> dict[str, np.ndarray] | None:  # type: ignore[override] - the base has no types
        ids = next(self._texts, None)
        return None if ids is None else {"pieces": np.array([ids], dtype=np.int64)}


def write_encoder(encoder: Encoder, texts: Sequence[Sequence[int]], path: Path) -> None:
    """Write the encoder as ONNX in whole numbers of 8 bits, with ranges seen on these texts."""
    module = Unpadded(encoder).eval()
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        plain, prepared = Path(folder) / "plain.onnx", Path(folder) / "prepared.onnx"
        torch.onnx.export(
            module,
            (torch.tensor([list(texts[0])]),),
            str(plain),
            input_names=["pieces"],
            output_names=["vectors"],
            dynamic_axes={
                "pieces": {0: "texts", 1: "length"},
                "vectors": {0: "texts", 1: "length"},
            },
            opset_version=17,
            dynamo=False,
        )
        quant_pre_process(str(plain), str(prepared), skip_symbolic_shape=True)
        quantize_static(
            str(prepared),
            str(path),
            _Texts(texts),
            quant_format=QuantFormat.QDQ,
            activation_type=QuantType.QUInt8,
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul", "Gather"],
            calibrate_method=CalibrationMethod.MinMax,
            extra_options={
                "MatMulConstBOnly": True,
                "OpTypesToExcludeOutputQuantization": ["MatMul"],
            },
        )


def write_heads(model: Coder, alike: Mapping[str, Alike], path: Path) -> None:
    """Write the heads' matrices as they are, in half precision; those of likeness by name."""
    own = {n: v for n, v in model.state_dict().items() if not n.startswith("encoder.")}
    learned = {
        f"{name}.{part}": value
        for name, head in alike.items()
        for part, value in head.linear.state_dict().items()
    }
    arrays = {
        name: value.detach().numpy().astype(np.float16)
        for name, value in sorted((own | learned).items())
    }
    np.savez(path, **arrays)
