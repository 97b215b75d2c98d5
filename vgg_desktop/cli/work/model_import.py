"""Weights of another program, kept as a bundle in the user's models folder."""

import dataclasses
from pathlib import Path

import msgspec

from vgg_desktop.cli.text.results import say
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.model.labels import Label, read_labels_tsv
from vgg_desktop.core.model.model_info import ModelInfo
from vgg_desktop.core.model.normalisations import NOTHING_SAID, PreprocessingWish, with_normalisation
from vgg_desktop.engine.weights import bundle, catalog, importers, onnx
from vgg_desktop.engine.weights.assumptions import numbered, wrong_labels
from vgg_desktop.engine.weights.bundle import Bundle
from vgg_desktop.engine.weights.onnx import Pixels
from vgg_desktop.engine.weights.sample_check import SampleCheck, best_normalisation, check_on_samples


def bring_in(
    file: Path,
    name: str | None,
    labels_file: Path | None,
    pixels: Pixels | None = None,
    wish: PreprocessingWish = NOTHING_SAID,
) -> Path:
    """The bundle made of `file`, looked at with sample pictures; the file itself stays as it is.

    Says what was assumed, and whether the samples were recognised.

    Raises:
        AppError: it is no model, gives no usable answers, the labels do not fit, or the name is taken or cannot be a
            file's name.
    """
    name = name or file.stem
    target = catalog.new_model_file(name)
    if onnx.is_named_so(file):
        weights = _convolutions(file, labels_file, pixels, wish)
    else:
        weights = _checked(_opened(file, labels_file, pixels, wish), wish, has_labels=labels_file is not None)
    info = msgspec.structs.replace(weights.info, name=name)
    bundle.save(target, info, weights.state_dict)
    return target


def _convolutions(file: Path, labels_file: Path | None, pixels: Pixels | None, wish: PreprocessingWish) -> Bundle:
    if labels_file is not None:
        raise AppError(
            "Of an ONNX file only the convolutions come in, so there are no classes to give labels to.",
            "Leave out --labels, and train the model on your own pictures.",
        )
    if wish.says_normalisation:
        raise AppError("How an ONNX file reads pixels is said by --pixels.", "Leave out the other options.")
    weights = onnx.open_convolutions(file, pixels)
    return _with_info(weights, preprocessing=wish.over(weights.info.preprocessing))


def _opened(file: Path, labels_file: Path | None, pixels: Pixels | None, wish: PreprocessingWish) -> Bundle:
    if pixels is not None:
        raise AppError("--pixels is for ONNX files.", "Leave it out.")
    labels = read_labels_tsv(labels_file) if labels_file else None
    if not importers.is_own(file):
        return importers.import_weights(file, labels=labels, wish=wish)
    weights = importers.open_weights(file)
    if labels is not None and len(labels) != len(weights.info.labels):
        raise wrong_labels(file, len(weights.info.labels), len(labels))
    return _with_info(
        weights, labels=tuple(labels or weights.info.labels), preprocessing=wish.over(weights.info.preprocessing)
    )


def _checked(weights: Bundle, wish: PreprocessingWish, *, has_labels: bool) -> Bundle:
    """The same model, or one that reads pictures as the samples say where nobody else did.

    Raises:
        AppError: its answers are no numbers.
    """
    for sentence in weights.assumed:
        say(sentence)
    found = check_on_samples(weights.info, weights.state_dict)
    if found.known == 0:
        return weights
    name, best = best_normalisation(weights.info, weights.state_dict, found)
    if name is not None and weights.assumed and not wish.says_normalisation:
        say(f"Read with --preprocessing {name}: {_share(best)}, otherwise {found.recognised:,}.")
        return _with_info(weights, preprocessing=with_normalisation(weights.info.preprocessing, name))
    if name is not None:
        say(f"With --preprocessing {name}, {_share(best)}; as it is, {found.recognised:,}.")
    elif found.recognised == 0 and not has_labels and weights.assumed:
        say("No sample picture is recognised, so its classes are numbered. Name them with --labels FILE.")
        return _with_info(weights, labels=_numbers(weights.info))
    elif found.recognised == 0:
        say("No sample picture is recognised. Check --labels, --preprocessing and --input-px.")
    return weights


def _share(found: SampleCheck) -> str:
    return f"{found.recognised:,} of {found.known:,} sample pictures are recognised"


def _numbers(info: ModelInfo) -> tuple[Label, ...]:
    return tuple(numbered(len(info.labels)))


def _with_info(weights: Bundle, **changes: object) -> Bundle:
    return dataclasses.replace(weights, info=msgspec.structs.replace(weights.info, **changes))
