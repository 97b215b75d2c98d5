"""Weights files of any origin, opened as models: ours as they are, those of other programs translated."""

import hashlib
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

from vgg_desktop.core.display import display_name
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.files.regular_files import open_regular
from vgg_desktop.core.model.labels import Label
from vgg_desktop.core.model.model_info import Preprocessing
from vgg_desktop.core.model.normalisations import NOTHING_SAID, PreprocessingWish
from vgg_desktop.engine.weights import bundle, bundle_header
from vgg_desktop.engine.weights.assumptions import foreign_model
from vgg_desktop.engine.weights.bundle import Bundle
from vgg_desktop.engine.weights.bundle_header import is_bundle
from vgg_desktop.engine.weights.foreign_files import enough_memory, is_safetensors, open_foreign
from vgg_desktop.engine.weights.layouts import recognise
from vgg_desktop.engine.weights.published import PUBLISHED, Published, info_of
from vgg_desktop.engine.weights.refusals import no_vgg, not_finite_weights
from vgg_desktop.engine.weights.safetensors_header import damaged, read_safetensors_header, unreadable
from vgg_desktop.engine.weights.verified_files import VerifiedFiles


def open_weights(path: Path, *, is_quick: bool = False) -> Bundle:
    """The model in any weights file that this program can read.

    With `is_quick` a checksum that was found before is taken as it is where nothing about the file has moved.

    Raises:
        AppError: it cannot be read, is damaged, holds code, or holds no VGG.
    """
    if is_own(path):
        with enough_memory(path):
            return bundle.read(path, is_quick=is_quick)
    return import_weights(path, is_quick=is_quick)


def is_own(path: Path) -> bool:
    """Whether it is a bundle of this program.

    Raises:
        AppError: it cannot be read.
    """
    return is_safetensors(path) and is_bundle(read_safetensors_header(path))


def import_weights(
    path: Path,
    *,
    labels: Sequence[Label] | None = None,
    preprocessing: Preprocessing | None = None,
    wish: PreprocessingWish = NOTHING_SAID,
    is_quick: bool = False,
) -> Bundle:
    """The model in a .pth or .safetensors file of another program: torchvision, timm or the classic notebook.

    Without `labels`, 1,000 classes are those of ImageNet-1k and others have numbers for names; how pictures are read is
    assumed where neither `preprocessing` nor the `wish` says it. The bundle's `assumed` says so.

    Raises:
        AppError: as `open_weights`, or the labels do not fit.
    """
    with enough_memory(path):
        return _imported(path, labels, preprocessing, wish, is_quick)


def _imported(
    path: Path,
    labels: Sequence[Label] | None,
    preprocessing: Preprocessing | None,
    wish: PreprocessingWish,
    is_quick: bool,
) -> Bundle:
    file = open_foreign(path)
    # By names and shapes alone: what is no VGG is neither hashed nor read.
    if recognise(outlines := file.outlines()) is None:
        raise no_vgg(path, outlines)
    verified = VerifiedFiles()
    stamp = bundle.stamp_of(path)
    known = verified.sha256_of(path) if is_quick else None
    sha256 = known or file_sha256(path)
    if verified.is_altered(path, sha256):
        raise AppError(
            "The weights file {file} is damaged: its content has changed since it was checked, but not its date.",
            "Get it again from where it came; if you replaced it yourself, give it a new date.",
            file=display_name(path),
        )
    published = _published(path, sha256)
    found = recognise(tensors := file.read(check_content=known is None and published is None))
    if found is None:
        raise no_vgg(path, tensors)
    for name, tensor in found.state_dict.items():
        if tensor.is_floating_point() and not bundle.is_finite(tensor):
            raise not_finite_weights(path, name)
    info, assumed = (info_of(published), ()) if published else foreign_model(path, found, labels, wish, preprocessing)
    bundle.check_shapes(path, info, found.state_dict)
    if known is None:
        verified.remember(path, sha256, stamp)
    return Bundle(info, found.state_dict, sha256, is_fresh=known is None, assumed=assumed)


def verify(path: Path, sha256: str, cancelled: Callable[[], bool] = bool) -> None:
    """Read a weights file again and compare it with the checksum that its `Bundle` has.

    Raises:
        AppError: it differs, is damaged or cannot be read; also when cancelled on the way.
    """
    found = bundle_header.verify_bundle(path, cancelled) if is_own(path) else file_sha256(path, cancelled)
    if found != sha256:
        raise damaged(path, "its content has changed since it was checked", f"{found} instead of {sha256}")


def file_sha256(path: Path, cancelled: Callable[[], bool] = bool) -> str:
    """The SHA-256 of the whole file.

    Raises:
        AppError: it cannot be read.
    """
    sha256 = hashlib.sha256()
    try:
        with open_regular(path) as file:
            for chunk in bundle_header.chunks(file, cancelled):
                sha256.update(chunk)
    except OSError as error:
        raise unreadable(path, error) from error
    return sha256.hexdigest()


def _published(path: Path, sha256: str) -> Published | None:
    for published in PUBLISHED:
        if sha256.startswith(published.sha256_start):
            return published
        # The published files are older than torch's ZIP format: nothing but the name tells whether they are whole. A
        # ZIP under that name is somebody's own, and has checksums inside.
        if path.name == published.file_name and not zipfile.is_zipfile(path):
            raise damaged(path, "its content does not match the checksum in its name", sha256)
    return None
