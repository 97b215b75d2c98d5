"""Weights of another program, kept as a bundle in the user's models folder."""

from pathlib import Path

import msgspec

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.model.labels import read_labels_tsv
from vgg_desktop.engine.weights import bundle, catalog, importers, onnx
from vgg_desktop.engine.weights.onnx import Pixels


def bring_in(file: Path, name: str | None, labels_file: Path | None, pixels: Pixels | None = None) -> Path:
    """The bundle made of `file`; the file itself stays as it is.

    Raises:
        AppError: it is no model, the labels do not fit, or the name is taken or cannot be a file's name.
    """
    name = name or file.stem
    target = catalog.new_model_file(name)
    weights = _opened(file, labels_file, pixels)
    info = msgspec.structs.replace(weights.info, name=name)
    bundle.save(target, info, weights.state_dict)
    return target


def _opened(file: Path, labels_file: Path | None, pixels: Pixels | None) -> bundle.Bundle:
    if onnx.is_named_so(file):
        if labels_file is not None:
            raise AppError(
                "Of an ONNX file only the convolutions come in, so there are no classes to give labels to.",
                "Leave out --labels, and train the model on your own pictures.",
            )
        return onnx.open_convolutions(file, pixels)
    if pixels is not None:
        raise AppError("--pixels is for ONNX files.", "Leave it out.")
    if labels_file is None:
        return importers.open_weights(file)
    return importers.import_weights(file, labels=read_labels_tsv(labels_file))
