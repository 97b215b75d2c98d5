"""The eight networks that torchvision publishes, trained on ImageNet-1k: facts only, no torch."""

from dataclasses import dataclass

from vgg_desktop.core.files import paths
from vgg_desktop.core.model.labels import Label, read_labels_tsv
from vgg_desktop.core.model.model_info import Architecture, ModelInfo, Preprocessing

DOWNLOADS = "https://download.pytorch.org/models/"


@dataclass(frozen=True, slots=True)
class Published:
    """One file; the eight digits in its name begin its SHA-256. `top1` and `top5` are fractions, at 224 px.

    Source: torchvision.models.vgg (the weights' `meta`).
    """

    file_name: str
    top1: float
    top5: float
    parameter_count: int

    @property
    def name(self) -> str:
        """What torchvision calls it: "vgg16_bn"."""
        return self.file_name.partition("-")[0]

    @property
    def sha256_start(self) -> str:
        return self.file_name.removesuffix(".pth").partition("-")[2]

    @property
    def url(self) -> str:
        return DOWNLOADS + self.file_name

    @property
    def architecture(self) -> Architecture:
        depth, _, norm = self.name.removeprefix("vgg").partition("_")
        return Architecture(depth=int(depth), batch_norm=norm == "bn", class_count=1000)


PUBLISHED = (
    Published("vgg11-8a719046.pth", 0.69020, 0.88628, 132_863_336),
    Published("vgg11_bn-6002323d.pth", 0.70370, 0.89810, 132_868_840),
    Published("vgg13-19584684.pth", 0.69928, 0.89246, 133_047_848),
    Published("vgg13_bn-abd245e5.pth", 0.71586, 0.90374, 133_053_736),
    Published("vgg16-397923af.pth", 0.71592, 0.90382, 138_357_544),
    Published("vgg16_bn-6c64b313.pth", 0.73360, 0.91516, 138_365_992),
    Published("vgg19-dcbb9e9d.pth", 0.72376, 0.90876, 143_667_240),
    Published("vgg19_bn-c79401a0.pth", 0.74218, 0.91842, 143_678_248),
)


def info_of(published: Published) -> ModelInfo:
    """What its file would say about itself if it could."""
    return ModelInfo(
        name=f"{published.architecture.display_name}, ImageNet-1k",
        architecture=published.architecture,
        labels=tuple(imagenet_labels()),
        preprocessing=Preprocessing(),
        metrics={"top1": published.top1, "top5": published.top5},
        measured_on="ImageNet-1k, 50,000 validation pictures, one 224 px crop, as published",
        provenance={"made by": "torchvision", "from": published.url},
        licence="BSD-3-Clause (torchvision); the ImageNet pictures are for research and education",
    )


def imagenet_labels() -> list[Label]:
    """The 1,000 classes in the order of every ImageNet-1k model."""
    return read_labels_tsv(paths.assets_dir() / "imagenet_labels.tsv")
