"""Training pictures changed at random, a whole batch at a time, on the device that trains.

One geometric step (crop, flip, turn: a bilinear sampling), one linear step for all colour and the normalisation, then
masks for erasing and mixing. What happens to a picture is a function of (seed, epoch, sample, view) alone.
"""

import math
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import torch
from torch.nn import functional

from vgg_desktop.core.recipe.recipe import Recipe
from vgg_desktop.training.batches.rng import uniforms

# Source: ITU-R BT.601, luma.
_LUMA = np.array([0.299, 0.587, 0.114], dtype=np.float32)
# Source: Haeberli, "Matrix operations for image processing" (1993): a turn about the grey axis keeps grey as it is.
_GREY_AXIS = np.full(3, 1 / math.sqrt(3), dtype=np.float32)
_CONTRAST_PIVOT = 0.45

_Box = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]


@dataclass(frozen=True, slots=True)
class Strength:
    """How far a preset goes. Ranges are symmetric: 0.2 multiplies by 0.8 to 1.2.

    `least_area` is the smallest crop as a share of the stored square (1 for no crops), `shift` the largest move as a
    share of the input, `erase` the probability that a rectangle is blanked.
    """

    flip: bool = False
    shift: float = 0.0
    least_area: float = 1.0
    most_ratio: float = 4 / 3
    turn_degrees: float = 0.0
    brightness: float = 0.0
    contrast: float = 0.0
    saturation: float = 0.0
    hue_degrees: float = 0.0
    erase: float = 0.0

    @property
    def crops(self) -> bool:
        return self.least_area < 1


STRENGTHS: dict[str, Strength] = {
    "none": Strength(),
    "light": Strength(flip=True, shift=1 / 8),
    "standard": Strength(flip=True, least_area=0.35, brightness=0.2, contrast=0.2, saturation=0.2),
    "strong": Strength(
        flip=True,
        least_area=0.25,
        turn_degrees=10,
        brightness=0.4,
        contrast=0.4,
        saturation=0.4,
        hue_degrees=15,
        erase=0.25,
    ),
}


class Augmentation:
    """Turns stored uint8 squares into a batch of a network's input."""

    def __init__(
        self,
        recipe: Recipe,
        *,
        input_px: int,
        mean: tuple[float, float, float],
        std: tuple[float, float, float],
        class_count: int,
        dtype: torch.dtype = torch.float32,
    ) -> None:
        self._strength = STRENGTHS[recipe.augmentation]
        self._seed = recipe.seed
        self._mixup = _BetaQuantiles(recipe.mixup) if recipe.mixup else None
        self._cutmix = _BetaQuantiles(recipe.cutmix) if recipe.cutmix else None
        self._input_px = input_px
        self._mean = np.array(mean, dtype=np.float32)
        self._std = np.array(std, dtype=np.float32)
        self._class_count = class_count
        self._dtype = dtype

    @property
    def mixes(self) -> bool:
        """Targets come as (N, classes) shares, not as (N,) class numbers."""
        return bool(self._mixup or self._cutmix)

    def __call__(
        self, pictures: torch.Tensor, targets: torch.Tensor, *, epoch: int, samples: np.ndarray, view: int = 0
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Images (N, 3, P, P), normalised and channels_last, and their targets.

        `pictures` are uint8 (N, S, S, 3) and `targets` int64 (N,), both on the device; `samples` are the pictures'
        sample numbers. With mixing each picture meets the next one of the batch, the last one the first: call it with
        the pictures of one optimiser step, before these are split into micro-batches.
        """
        draws = _Draws(*uniforms(self._seed, epoch, samples, len(_Draws._fields), view).T)
        images = self._framed(pictures, draws)
        images = self._coloured(images, draws)
        if self._strength.erase:
            images = images * _outside(self._erased(draws), self._input_px, images.device)
        if self.mixes:
            images, targets = self._mixed(images, targets, draws)
        return images.to(self._dtype, memory_format=torch.channels_last), targets

    def _framed(self, pictures: torch.Tensor, draws: "_Draws") -> torch.Tensor:
        """Float32 (N, 3, P, P), still 0 to 255."""
        stored_px = pictures.shape[1]
        images = pictures.permute(0, 3, 1, 2).to(torch.float32, memory_format=torch.contiguous_format)
        if self._strength == STRENGTHS["none"] and stored_px >= self._input_px:
            first = (stored_px - self._input_px) // 2
            return images[:, :, first : first + self._input_px, first : first + self._input_px]
        theta = self._frames(draws, stored_px)
        grid = functional.affine_grid(
            _sent(theta, images.device), [len(images), 3, self._input_px, self._input_px], align_corners=False
        )
        return functional.grid_sample(images, grid, mode="bilinear", padding_mode="reflection", align_corners=False)

    def _frames(self, draws: "_Draws", stored_px: int) -> np.ndarray:
        """The window of the stored square that each picture shows, as affine maps (N, 2, 3)."""
        if self._strength.crops:
            top, left, height, width = self._crops(draws, stored_px)
        else:
            top, left, height, width = self._shifts(draws, stored_px)
        angle = np.radians(_around(draws.turn, 0, self._strength.turn_degrees))
        mirrored = np.where(draws.flip < 0.5, -1, 1) if self._strength.flip else 1
        cosine, sine = np.cos(angle) / stored_px, np.sin(angle) / stored_px
        rows = [
            [width * cosine * mirrored, -height * sine, (2 * left + width) / stored_px - 1],
            [width * sine * mirrored, height * cosine, (2 * top + height) / stored_px - 1],
        ]
        return np.stack([np.stack(row, axis=-1) for row in rows], axis=1).astype(np.float32)

    def _crops(self, draws: "_Draws", stored_px: int) -> _Box:
        """Source: Szegedy et al., arXiv:1409.4842: crops of evenly spread area and log-spread aspect ratio."""
        area = self._strength.least_area + draws.area * (1 - self._strength.least_area)
        ratio = np.exp(_around(draws.ratio, 0, math.log(self._strength.most_ratio)))
        height = np.minimum(stored_px * np.sqrt(area / ratio), stored_px)
        width = np.minimum(stored_px * np.sqrt(area * ratio), stored_px)
        return draws.top * (stored_px - height), draws.left * (stored_px - width), height, width

    def _shifts(self, draws: "_Draws", stored_px: int) -> _Box:
        """Windows of the input's size, moved by whole pixels so that nothing is blurred."""
        side = min(self._input_px, stored_px)
        middle = (stored_px - side) // 2
        reach = max(round(self._strength.shift * side), middle if self._strength.shift else 0)
        top, left = (middle + np.floor(d * (2 * reach + 1)) - reach for d in (draws.top, draws.left))
        sides = np.full_like(top, side)
        return top, left, sides, sides

    def _coloured(self, images: torch.Tensor, draws: "_Draws") -> torch.Tensor:
        """Brightness, contrast, saturation, hue and normalisation are one 3 x 3 matrix and one offset a picture."""
        s = self._strength
        gain = (_around(draws.brightness, 1, s.brightness) * _around(draws.contrast, 1, s.contrast))[:, None, None]
        saturation = _around(draws.saturation, 1, s.saturation)[:, None, None]
        matrix = saturation * np.eye(3, dtype=np.float32) + (1 - saturation) * _LUMA
        matrix = gain * (matrix @ _turns_of_hue(np.radians(_around(draws.hue, 0, s.hue_degrees))))
        offset = (1 - _around(draws.contrast, 1, s.contrast))[:, None] * _CONTRAST_PIVOT
        matrix = matrix / (255 * self._std[:, None])
        offset = (offset - self._mean) / self._std
        packed = _sent(np.concatenate([matrix, offset[:, :, None]], axis=2), images.device)
        flat = torch.baddbmm(packed[:, :, 3:], packed[:, :, :3], images.flatten(2))
        return flat.view(len(images), 3, self._input_px, self._input_px)

    def _erased(self, draws: "_Draws") -> _Box:
        """Source: Zhong et al., arXiv:1708.04896: 2 to 33 % of the area, aspect ratio 0.3 to 3.3."""
        area = np.where(draws.erase < self._strength.erase, 0.02 + 0.31 * draws.erase_area, 0)
        ratio = np.exp(_around(draws.erase_ratio, 0, math.log(1 / 0.3)))
        height, width = np.minimum(np.sqrt(area / ratio), 1), np.minimum(np.sqrt(area * ratio), 1)
        return self._box(draws.erase_top * (1 - height), draws.erase_left * (1 - width), height, width)

    def _mixed(self, images: torch.Tensor, targets: torch.Tensor, draws: "_Draws") -> tuple[torch.Tensor, torch.Tensor]:
        """Sources: mixup arXiv:1710.09412, cutmix arXiv:1905.04899; with both, each picture gets one of them."""
        cuts = np.full(len(images), self._mixup is None) if not self._both else draws.mix_kind < 0.5
        kept = np.ones(len(images), dtype=np.float32)
        if self._mixup:
            kept = np.where(cuts, kept, self._mixup(draws.mix_share))
        boxes = self._cut_boxes(draws, cuts)
        kept = kept * (1 - (boxes[1] - boxes[0]) * (boxes[3] - boxes[2]) / self._input_px**2)
        one_hot = functional.one_hot(targets, self._class_count).float()
        share = _sent(kept.astype(np.float32), images.device)
        targets = one_hot * share[:, None] + one_hot.roll(-1, 0) * (1 - share)[:, None]
        weight = _sent(np.where(cuts, 1, kept).astype(np.float32), images.device)[:, None, None, None]
        if self._cutmix:
            weight = weight * _outside(boxes, self._input_px, images.device)
        return torch.lerp(images.roll(-1, 0), images, weight), targets

    @property
    def _both(self) -> bool:
        return bool(self._mixup and self._cutmix)

    def _cut_boxes(self, draws: "_Draws", cuts: np.ndarray) -> _Box:
        if not self._cutmix:
            nothing = np.zeros(len(cuts))
            return nothing, nothing, nothing, nothing
        side = np.where(cuts, np.sqrt(1 - self._cutmix(draws.mix_share)), 0)
        return self._box(draws.mix_top - side / 2, draws.mix_left - side / 2, side, side)

    def _box(self, top: np.ndarray, left: np.ndarray, height: np.ndarray, width: np.ndarray) -> _Box:
        """Rows and columns from, to (excluded), in whole pixels, from shares of the side."""
        edges = np.stack([top, top + height, left, left + width])
        first_row, last_row, first_column, last_column = np.clip(np.round(edges * self._input_px), 0, self._input_px)
        return first_row, last_row, first_column, last_column


class _Draws(NamedTuple):
    """One number in [0, 1) a picture for each choice; new ones go to the end, so that old runs can be repeated."""

    flip: np.ndarray
    top: np.ndarray
    left: np.ndarray
    area: np.ndarray
    ratio: np.ndarray
    turn: np.ndarray
    brightness: np.ndarray
    contrast: np.ndarray
    saturation: np.ndarray
    hue: np.ndarray
    erase: np.ndarray
    erase_area: np.ndarray
    erase_ratio: np.ndarray
    erase_top: np.ndarray
    erase_left: np.ndarray
    mix_kind: np.ndarray
    mix_share: np.ndarray
    mix_top: np.ndarray
    mix_left: np.ndarray


class _BetaQuantiles:
    """The inverse distribution function of Beta(alpha, alpha), tabulated.

    In t = log(x / (1 - x)) the density is smooth for every alpha: proportional to (x (1 - x)) ** alpha.
    """

    def __init__(self, alpha: float) -> None:
        reach = 12 + 12 / alpha
        t = np.linspace(-reach, reach, 8193)
        log_density = -alpha * (np.logaddexp(0, t) + np.logaddexp(0, -t))
        density = np.exp(log_density - log_density.max())
        total = np.cumsum((density[1:] + density[:-1]) / 2)
        self._probabilities = np.concatenate([[0.0], total / total[-1]])
        self._t = t

    def __call__(self, probabilities: np.ndarray) -> np.ndarray:
        t = np.interp(probabilities, self._probabilities, self._t)
        return (1 / (1 + np.exp(-t))).astype(np.float32)


def _around(draw: np.ndarray, middle: float, reach: float) -> np.ndarray:
    return (middle + (2 * draw - 1) * reach).astype(np.float32)


def _turns_of_hue(angles: np.ndarray) -> np.ndarray:
    """Rotations about the grey axis (Rodrigues), (N, 3, 3)."""
    x, y, z = _GREY_AXIS
    cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]], dtype=np.float32)
    sine, cosine = np.sin(angles)[:, None, None], np.cos(angles)[:, None, None]
    return np.eye(3, dtype=np.float32) + sine * cross + (1 - cosine) * (cross @ cross)


def _outside(box: _Box, side: int, device: torch.device) -> torch.Tensor:
    """1 outside and 0 inside each picture's box, (N, 1, side, side)."""
    edges = _sent(np.stack(box).astype(np.float32), device)[:, :, None]
    pixels = torch.arange(side, device=device)
    rows = (pixels >= edges[0]) & (pixels < edges[1])
    columns = (pixels >= edges[2]) & (pixels < edges[3])
    return (~(rows[:, None, :, None] & columns[:, None, None, :])).float()


def _sent(array: np.ndarray, device: torch.device) -> torch.Tensor:
    """A few kilobytes for the device; from pinned memory, because only then nobody waits for the copy."""
    tensor = torch.from_numpy(np.ascontiguousarray(array))
    return tensor.pin_memory().to(device, non_blocking=True) if device.type == "cuda" else tensor.to(device)
