"""Everything that a weights file says about itself, as plain data."""

import msgspec

from vgg_desktop.core.labels import Label

# ImageNet statistics. Source: torchvision.transforms.v2 presets (ImageClassification).
IMAGENET_MEAN = (0.485, 0.456, 0.406)
IMAGENET_STD = (0.229, 0.224, 0.225)
DEPTHS = (11, 13, 16, 19)


class Architecture(msgspec.Struct, frozen=True, kw_only=True):
    """One member of the VGG family.

    `hidden` are the widths of the fully connected layers before the last: (4096, 4096) as published, (2048, 1024) as in
    the classic notebook, () for none. `pooled_px` is the side of the adaptive average pooling before them: 7 as
    published, 1 for global average pooling. `width` scales the channels of every convolution.
    """

    depth: int
    batch_norm: bool
    class_count: int
    hidden: tuple[int, ...] = (4096, 4096)
    pooled_px: int = 7
    width: float = 1.0
    dropout: float = 0.5

    @property
    def display_name(self) -> str:
        return f"VGG-{self.depth}{'-BN' if self.batch_norm else ''}"


class Preprocessing(msgspec.Struct, frozen=True, kw_only=True):
    """How a decoded RGB picture becomes the input of a model.

    The shorter side is resized to `resize_px` (bilinear, antialiased), the centre `crop_px` square is cut out, scaled
    to 0..1 and normalised. `views` 1 is that square alone; 2 adds its mirror image and averages the scores.
    """

    resize_px: int = 256
    crop_px: int = 224
    mean: tuple[float, float, float] = IMAGENET_MEAN
    std: tuple[float, float, float] = IMAGENET_STD
    views: int = 1


class Calibration(msgspec.Struct, frozen=True, kw_only=True):
    """Logits are divided by `temperature`; a best score below `threshold` means "not sure".

    `coverage` is the share of the held-out pictures at or above the threshold, `accuracy` their top-1 accuracy, `ece`
    the expected calibration error (15 equal-width bins); all fractions.
    """

    temperature: float = 1.0
    threshold: float | None = None
    coverage: float | None = None
    accuracy: float | None = None
    ece: float | None = None


class ModelInfo(msgspec.Struct, frozen=True, kw_only=True):
    """A model as its file describes it. `metrics` are fractions by name: "top1", "top5", "ece", or counts."""

    name: str
    architecture: Architecture
    labels: tuple[Label, ...]
    preprocessing: Preprocessing
    calibration: Calibration = Calibration()
    metrics: dict[str, float] = {}
    measured_on: str = ""
    provenance: dict[str, str] = {}
    licence: str = ""
