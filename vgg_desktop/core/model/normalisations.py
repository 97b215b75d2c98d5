"""The ways in which VGGs were trained to read pixels, by name, and what a person may say about one."""

from typing import Literal

import msgspec

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.model.model_info import IMAGENET_MEAN, IMAGENET_STD, MIN_INPUT_PX, ChannelOrder, Preprocessing

NormalisationName = Literal["imagenet", "unit", "caffe"]

_LEAST_MARGIN_PX = 112
_MOST_PX = 4096
_LEAST_DEVIATION = 1e-6


class Normalisation(msgspec.Struct, frozen=True):
    """Mean and deviation are of red, green and blue from 0 to 1, whatever the order of the channels."""

    mean: tuple[float, float, float]
    std: tuple[float, float, float]
    channels: ChannelOrder = "rgb"


NORMALISATIONS: dict[NormalisationName, Normalisation] = {
    "imagenet": Normalisation(IMAGENET_MEAN, IMAGENET_STD),
    "unit": Normalisation((0.0, 0.0, 0.0), (1.0, 1.0, 1.0)),
    # Blue, green, red from 0 to 255, minus the mean. Source: Simonyan and Zisserman's VGG_ILSVRC_16_layers for Caffe.
    "caffe": Normalisation((123.68 / 255, 116.779 / 255, 103.939 / 255), (1 / 255, 1 / 255, 1 / 255), "bgr"),
}


class PreprocessingWish(msgspec.Struct, frozen=True, kw_only=True):
    """What a person says about a model's preprocessing; None where nothing is said."""

    name: NormalisationName | None = None
    input_px: int | None = None
    mean: tuple[float, float, float] | None = None
    std: tuple[float, float, float] | None = None
    channels: ChannelOrder | None = None

    @property
    def says_normalisation(self) -> bool:
        return self.name is not None or self.mean is not None or self.std is not None or self.channels is not None

    def over(self, given: Preprocessing) -> Preprocessing:
        """`given` with what was said instead.

        Raises:
            AppError: a value is out of its range.
        """
        changed = with_normalisation(given, self.name) if self.name else given
        single = {"mean": self.mean, "std": self.std, "channels": self.channels}
        changed = msgspec.structs.replace(changed, **{name: value for name, value in single.items() if value})
        if self.std and min(self.std) < _LEAST_DEVIATION:
            raise AppError("The deviation of each channel is above 0.", "Correct --std.")
        if self.input_px is None:
            return changed
        if not MIN_INPUT_PX <= self.input_px <= _MOST_PX:
            raise AppError(
                "The input is between {least} and {most:,} px wide.",
                "Correct --input-px.",
                least=MIN_INPUT_PX,
                most=_MOST_PX,
            )
        return msgspec.structs.replace(changed, crop_px=self.input_px, resize_px=resized_px(self.input_px))


def with_normalisation(given: Preprocessing, name: NormalisationName) -> Preprocessing:
    """`given` with that normalisation."""
    found = NORMALISATIONS[name]
    return msgspec.structs.replace(given, mean=found.mean, std=found.std, channels=found.channels)


def resized_px(input_px: int) -> int:
    """The shorter side before the square is cut out: with a margin, as the published networks are measured, or none.

    Small pictures have no margin to spare. Source: torchvision's presets, 256 and 224.
    """
    return round(input_px * 256 / 224) if input_px >= _LEAST_MARGIN_PX else input_px


NOTHING_SAID = PreprocessingWish()
