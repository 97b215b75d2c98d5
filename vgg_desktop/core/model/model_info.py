"""Everything that a weights file says about itself, as plain data."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from vgg_desktop.core.model.labels import Label

# ImageNet statistics. Source: torchvision.transforms.v2 presets (ImageClassification).
IMAGENET_MEAN = (0.485, 0.456, 0.406)
IMAGENET_STD = (0.229, 0.224, 0.225)
DEPTHS = (11, 13, 16, 19)
MIN_INPUT_PX = 32

# Bounds on what a file from outside may ask for; checked where it is read, not where the program builds one itself.
ClassCount = Annotated[int, Meta(ge=1, le=50_000)]
LayerWidth = Annotated[int, Meta(ge=1, le=65_536)]
InputSide = Annotated[int, Meta(ge=MIN_INPUT_PX, le=4096)]
Positive = Annotated[float, Meta(gt=0)]
Fraction = Annotated[float, Meta(ge=0, le=1)]


class Architecture(msgspec.Struct, frozen=True, kw_only=True):
    """One member of the VGG family.

    `hidden` are the widths of the fully connected layers before the last: (4096, 4096) as published, (2048, 1024) as in
    the classic notebook, () for none. `pooled_px` is the side of the adaptive average pooling before them: 7 as
    published, 1 for global average pooling. `width` scales the channels of every convolution.
    """

    depth: int
    batch_norm: bool
    class_count: ClassCount
    hidden: Annotated[tuple[LayerWidth, ...], Meta(max_length=8)] = (4096, 4096)
    pooled_px: Annotated[int, Meta(ge=1, le=32)] = 7
    width: Annotated[float, Meta(ge=0.01, le=8)] = 1.0
    dropout: Annotated[float, Meta(ge=0, lt=1)] = 0.5

    @property
    def display_name(self) -> str:
        return f"VGG-{self.depth}{'-BN' if self.batch_norm else ''}"


Span = tuple[float, float]
"""The values that stand for black and for white."""


class Depth(msgspec.Struct, frozen=True, kw_only=True):
    """How pictures of more than 8 bits that do not say what is white become 256 levels: as those of the training data.

    None where there were no such pictures; each is then scaled by its own values.
    """

    integers: Span | None = None
    floats: Span | None = None


NO_DEPTH = Depth()


ChannelOrder = Literal["rgb", "bgr"]


class Preprocessing(msgspec.Struct, frozen=True, kw_only=True):
    """How a decoded RGB picture becomes the input of a model.

    The shorter side is resized to `resize_px` (bilinear, antialiased), the centre `crop_px` square is cut out, scaled
    to 0..1, normalised (`mean` and `std` are of red, green and blue) and put into the order of `channels`. `views` 1
    is that square alone; 2 adds its mirror image and averages the logits.
    """

    resize_px: InputSide = 256
    crop_px: InputSide = 224
    mean: tuple[float, float, float] = IMAGENET_MEAN
    std: tuple[Positive, Positive, Positive] = IMAGENET_STD
    channels: ChannelOrder = "rgb"
    views: Annotated[int, Meta(ge=1, le=2)] = 1
    depth: Depth = NO_DEPTH


class Calibration(msgspec.Struct, frozen=True, kw_only=True):
    """Logits are divided by `temperature`; a best score below `threshold` means "not sure".

    `coverage` is the share of the held-out pictures at or above the threshold, `accuracy` their top-1 accuracy, `ece`
    the expected calibration error (15 equal-width bins); all fractions. The `kind_` ones are the same for the everyday
    kind of the pictures below the threshold, and None for a model that has none.

    `none_logit` is the logit of "none of these": a constant that joins the softmax, so that a picture without evidence
    for any label gives all of them small scores. None for a model that was not shown such pictures.
    """

    temperature: Positive = 1.0
    threshold: Fraction | None = None
    coverage: Fraction | None = None
    accuracy: Fraction | None = None
    ece: Fraction | None = None
    kind_threshold: Fraction | None = None
    kind_coverage: Fraction | None = None
    kind_accuracy: Fraction | None = None
    none_logit: float | None = None


class ModelInfo(msgspec.Struct, frozen=True, kw_only=True):
    """A model as its file describes it. `metrics` are fractions by name: "top1", "top5", "ece", or counts.

    `learned_from` is the text of a `LearnedFrom`; "" where it is not known what pictures the model was trained with.
    """

    name: str
    architecture: Architecture
    labels: tuple[Label, ...]
    preprocessing: Preprocessing
    calibration: Calibration = Calibration()
    metrics: dict[str, float] = {}
    measured_on: str = ""
    provenance: dict[str, str] = {}
    licence: str = ""
    learned_from: Annotated[str, Meta(pattern="^[A-Za-z0-9+/=.]*$")] = ""


class CalibrationChanges(msgspec.Struct, frozen=True, kw_only=True):
    """What else is to be different when a model is calibrated into a new file; None leaves it as it was."""

    name: str | None = None
    licence: str | None = None
    views: int | None = None
    is_half: bool = False


class CalibratedModel(msgspec.Struct, frozen=True, kw_only=True):
    """The model as it was written, and the calibration error without its temperature."""

    info: ModelInfo
    raw_ece: float
