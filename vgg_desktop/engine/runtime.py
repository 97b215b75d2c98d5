"""A network made ready to answer: folded, in its precision, on its device."""

from collections.abc import Mapping

import numpy as np
import torch
from torch import nn

from vgg_desktop.core.model.device_choice import DeviceChoice, Precision
from vgg_desktop.core.model.model_info import Calibration, ModelInfo
from vgg_desktop.engine.architecture import convolution_names, linear_names, outline
from vgg_desktop.engine.folding import folded
from vgg_desktop.engine.preprocess import normalised

DTYPES: dict[Precision, torch.dtype] = {"fp32": torch.float32, "fp16": torch.float16, "bf16": torch.bfloat16}
_TRIAL_BATCH = 2


def calibrated_scores(logits: torch.Tensor, calibration: Calibration) -> torch.Tensor:
    """Softmax scores (N, C) of logits (N, C); what is lacking to 1 is the score of "none of these".

    The constant logit stands for an energy below which a picture shows nothing that the model knows.
    Source: Liu et al., "Energy-based Out-of-distribution Detection", arXiv:2010.03759.
    """
    if calibration.none_logit is not None:
        logits = torch.nn.functional.pad(logits, (0, 1), value=calibration.none_logit)
    scores = torch.softmax(logits / calibration.temperature, dim=1)
    return scores if calibration.none_logit is None else scores[:, :-1]


class Runtime:
    """Scores of squares. One thread at a time may use it."""

    def __init__(self, info: ModelInfo, state_dict: Mapping[str, torch.Tensor], choice: DeviceChoice) -> None:
        self._info = info
        self._device = torch.device(choice.torch_name)
        self._dtype = DTYPES[choice.precision]
        plain, numbers = folded(info.architecture, dict(state_dict))
        network = outline(plain)
        exact = (f"{convolution_names(plain)[0][0]}.", f"{linear_names(plain)[-1]}.")
        placed = {name: self._placed(tensor, is_exact=name.startswith(exact)) for name, tensor in numbers.items()}
        network.load_state_dict(placed, assign=True)
        network.eval().requires_grad_(False)
        self._first = network.features[0]
        self._middle = nn.Sequential(network.features[1:], network.avgpool, nn.Flatten(), network.classifier[:-1])
        self._last = network.classifier[-1]

    def scores(self, pixels: np.ndarray) -> np.ndarray:
        """Calibrated softmax scores, float32 (N, classes), of uint8 (N, crop, crop, 3).

        They add up to 1, or to less where the model knows "none of these". Values that are not finite are passed on.

        Raises:
            torch.OutOfMemoryError: the batch does not fit into the device's memory.
            RuntimeError: the device failed.
        """
        with torch.inference_mode():
            return calibrated_scores(self.logits(pixels), self._info.calibration).cpu().numpy()

    def logits(self, pixels: np.ndarray) -> torch.Tensor:
        """float32 (N, classes) on the device, the mean over the views: the picture, its mirror image."""
        with torch.inference_mode():
            images = normalised(pixels, self._info.preprocessing, self._device)
            logits = self._logits(images)
            if self._info.preprocessing.views == 2:
                logits = (logits + self._logits(images.flip(3))) / 2
            return logits

    def is_finite(self) -> bool:
        """Whether trial pictures of noise, black and white give finite numbers: fp16 overflows in some networks."""
        side = self._info.preprocessing.crop_px
        noise = np.random.default_rng(0).integers(0, 256, (_TRIAL_BATCH, side, side, 3), dtype=np.uint8)
        flat = np.stack([np.zeros((side, side, 3), np.uint8), np.full((side, side, 3), 255, np.uint8)])
        return bool(np.isfinite(self.scores(np.concatenate([noise, flat]))).all())

    def _logits(self, images: torch.Tensor) -> torch.Tensor:
        return self._last(self._middle(self._first(images).to(self._dtype)).float())

    def _placed(self, tensor: torch.Tensor, is_exact: bool) -> torch.Tensor:
        """A copy of its own in the right form: nothing may hold on to the memory of the whole file.

        The first and the last layer stay in fp32: it costs 0.3 of 50 ms, and rounded pixels and logits were most of the
        error of bf16 (the largest move of a score falls from 0.022 to 0.007).
        """
        form = torch.channels_last if tensor.ndim == 4 else torch.contiguous_format
        dtype = torch.float32 if is_exact else self._dtype
        return tensor.to(self._device, dtype, copy=True, memory_format=form)
