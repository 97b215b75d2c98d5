"""What a foreign weights file does not say about its model, and what is taken for it until a person says otherwise."""

from collections.abc import Sequence
from pathlib import Path

import torch

from vgg_desktop.core.display import display_name
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.model.labels import Label
from vgg_desktop.core.model.model_info import Architecture, ModelInfo, Preprocessing
from vgg_desktop.core.model.normalisations import PreprocessingWish, with_normalisation
from vgg_desktop.core.sentence import Sentence
from vgg_desktop.engine.architecture import convolution_names
from vgg_desktop.engine.weights.layouts import Recognised
from vgg_desktop.engine.weights.published import imagenet_labels

CAFFE = "Caffe"
IMAGENET_CLASSES = 1000
# The first numbers of the published VGG-16 for Caffe, and of every copy of it: of the channel that reads blue.
_CAFFE_START = torch.tensor([0.42947057, 0.373467, -0.06136011])


def foreign_model(
    path: Path,
    found: Recognised,
    labels: Sequence[Label] | None,
    wish: PreprocessingWish,
    preprocessing: Preprocessing | None = None,
) -> tuple[ModelInfo, tuple[Sentence, ...]]:
    """The model in that file, and a sentence for each thing that was assumed.

    Raises:
        AppError: the labels do not fit the classes, or a value of the wish is out of its range.
    """
    count = found.architecture.class_count
    if labels is not None and len(labels) != count:
        raise wrong_labels(path, count, len(labels))
    assumed = [_left_out(path, found)] if found.left_out else []
    if labels is None:
        assumed.append(_assumed_labels(path, count))
    if preprocessing is None:
        likely = _likely(found)
        assumed += _assumed_preprocessing(path, found, likely, wish)
        preprocessing = wish.over(likely)
    info = ModelInfo(
        name=display_name(path.stem),
        architecture=found.architecture,
        labels=tuple(labels if labels is not None else default_labels(found.architecture)),
        preprocessing=preprocessing,
        provenance={"imported from": display_name(path), "layout": found.layout},
    )
    return info, tuple(assumed)


def default_labels(architecture: Architecture) -> list[Label]:
    """ImageNet's for 1,000 classes, else numbered ones."""
    return imagenet_labels() if architecture.class_count == IMAGENET_CLASSES else numbered(architecture.class_count)


def numbered(count: int) -> list[Label]:
    return [Label(str(number), f"class {number}") for number in range(count)]


def wrong_labels(path: Path, count: int, label_count: int) -> AppError:
    """The sentence for labels that are not those of the model."""
    return AppError(
        "{file} has {count:,} classes, but {label_count:,} labels were given.",
        "Give one label a class, in the model's own order.",
        file=display_name(path),
        count=count,
        label_count=label_count,
    )


def _likely(found: Recognised) -> Preprocessing:
    """As the published networks read pictures: those for Caffe, or those of torchvision."""
    first = found.state_dict[f"{convolution_names(found.architecture)[0][0]}.weight"]
    if found.layout == CAFFE or _starts_as_caffe(first, channel=0):
        return with_normalisation(Preprocessing(), "caffe")
    if _starts_as_caffe(first, channel=2):
        return PreprocessingWish(name="caffe", channels="rgb").over(Preprocessing())
    return Preprocessing()


def _starts_as_caffe(weight: torch.Tensor, channel: int) -> bool:
    return not weight.is_meta and torch.allclose(weight[0, channel].flatten()[:3].float(), _CAFFE_START, atol=1e-4)


def _assumed_preprocessing(
    path: Path, found: Recognised, likely: Preprocessing, wish: PreprocessingWish
) -> list[Sentence]:
    name, sentences = display_name(path), []
    if wish.input_px is None:
        sentences.append(
            Sentence(
                "{file} does not say how large its pictures are; {px} px are assumed.", file=name, px=likely.crop_px
            )
        )
    if wish.says_normalisation:
        return sentences
    if likely.std[0] < 1 / 100:
        what = Sentence("Caffe's pixels are assumed: blue, green, red from 0 to 255, minus their mean.")
        if likely.channels == "rgb":
            what = Sentence("Caffe's pixels are assumed: red, green, blue from 0 to 255, minus their mean.")
        reason = Sentence("{file} has the names or the numbers of Caffe's VGG.", file=name, layout=found.layout)
        return [*sentences, reason, what]
    return [
        *sentences,
        Sentence("{file} does not say how it reads pixels; ImageNet's normalisation is assumed.", file=name),
    ]


def _assumed_labels(path: Path, count: int) -> Sentence:
    name = display_name(path)
    if count == IMAGENET_CLASSES:
        return Sentence("{file} does not name its classes; the 1,000 of ImageNet are assumed.", file=name)
    return Sentence("{file} does not name its {count:,} classes; they are numbered.", file=name, count=count)


def _left_out(path: Path, found: Recognised) -> Sentence:
    return Sentence(
        "{file} holds {count:,} tensors beside its VGG, which are left out, {first} among them.",
        file=display_name(path),
        count=len(found.left_out),
        first=display_name(found.left_out[0]),
    )
