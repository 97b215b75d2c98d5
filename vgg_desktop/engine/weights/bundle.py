"""Reads and writes the one weights file format: a .safetensors file that says everything about its model."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import safetensors.torch
import torch

from vgg_desktop.core.files.atomic_files import replacing
from vgg_desktop.core.files.regular_files import open_regular
from vgg_desktop.core.model.model_info import ModelInfo
from vgg_desktop.core.sentence import Sentence
from vgg_desktop.engine.architecture import outline
from vgg_desktop.engine.weights.bundle_header import (
    NO_DIGEST,
    check_digest,
    check_info,
    content_digest,
    encode_metadata,
    interpret,
    read_header,
)
from vgg_desktop.engine.weights.safetensors_header import SafetensorsHeader, TensorEntry, damaged, unreadable
from vgg_desktop.engine.weights.verified_files import Stamp, VerifiedFiles

StateDict = dict[str, torch.Tensor]

DTYPES = {
    "F64": torch.float64,
    "F32": torch.float32,
    "F16": torch.float16,
    "BF16": torch.bfloat16,
    "I64": torch.int64,
    "I32": torch.int32,
    "I16": torch.int16,
    "I8": torch.int8,
    "U8": torch.uint8,
    "BOOL": torch.bool,
}


@dataclass(frozen=True, slots=True)
class Bundle:
    """A model's description with its numbers, on the CPU, as they are stored.

    `is_fresh` says that the checksum was computed just now; where it is only remembered, verify before results count.
    """

    info: ModelInfo
    state_dict: StateDict
    sha256: str
    is_fresh: bool = True
    assumed: tuple[Sentence, ...] = ()
    """What its file does not say and was taken for granted."""


def load(path: Path) -> tuple[ModelInfo, StateDict]:
    """Description and numbers of a bundle; as `read`, for those who need no checksum."""
    bundle = read(path)
    return bundle.info, bundle.state_dict


def read(path: Path, *, is_quick: bool = False) -> Bundle:
    """The bundle, wholly in memory and compared with its checksum.

    With `is_quick` that is left to the caller where the file was found whole before and nothing about it has moved.

    Raises:
        AppError: it cannot be read, is no bundle, is damaged, newer than this program, or does not fit its description.
    """
    verified = VerifiedFiles()
    header = read_header(path)
    check_shapes(path, header.info, outlines(header.file))
    stamp = stamp_of(path)
    is_fresh = not is_quick or verified.sha256_of(path) != header.sha256
    data = read_data(path, header.file)
    if is_fresh:
        check_digest(path, header, [memoryview(data)])
    state_dict = tensors_in(data, header.file)
    check_state_dict(path, header.info, state_dict)
    if is_fresh:
        verified.remember(path, header.sha256, stamp)
    return Bundle(header.info, state_dict, header.sha256, is_fresh)


def save(path: Path, info: ModelInfo, state_dict: Mapping[str, torch.Tensor]) -> str:
    """Write the bundle, whole or not at all; the dtypes are kept. Gives its SHA-256.

    Raises:
        AppError: description and numbers do not fit each other, or the file cannot be written.
    """
    check_info(path, info)
    check_state_dict(path, info, state_dict)
    tensors = {name: tensor.detach().cpu().contiguous() for name, tensor in state_dict.items()}
    content = memoryview(safetensors.torch.save(tensors, encode_metadata(info)))
    header_end = 8 + int.from_bytes(content[:8], "little")
    header = bytes(content[8:header_end])
    interpret(path, SafetensorsHeader(header, encode_metadata(info), {}, 0))
    sha256 = content_digest(header, NO_DIGEST.encode(), [content[header_end:]])
    with replacing(path) as file:
        file.write(content[:8])
        file.write(header.replace(NO_DIGEST.encode(), sha256.encode(), 1))
        file.write(content[header_end:])
    return sha256


def check_state_dict(path: Path, info: ModelInfo, state_dict: Mapping[str, torch.Tensor]) -> None:
    """Refuse numbers that are not those of the described network.

    Raises:
        AppError: as `check_shapes`, or they hold infinities.
    """
    check_shapes(path, info, state_dict)
    for name, tensor in state_dict.items():
        if tensor.is_floating_point() and not is_finite(tensor):
            raise damaged(path, f"{name} holds values that are not finite numbers")


def check_shapes(path: Path, info: ModelInfo, state_dict: Mapping[str, torch.Tensor]) -> None:
    """Refuse tensors that are not those of the described network, before their numbers are read.

    Raises:
        AppError: some are missing, unknown, or of the wrong shape or kind.
    """
    model = info.architecture.display_name
    expected = outline(info.architecture).state_dict()
    if missing := _listed(name for name in expected if name not in state_dict):
        raise damaged(path, f"it lacks {missing}, which {model} needs")
    if extra := _listed(name for name in state_dict if name not in expected):
        raise damaged(path, f"it holds {extra}, which {model} does not have")
    for name, tensor in state_dict.items():
        _check_tensor(path, name, tensor, expected[name])


def stamp_of(path: Path) -> Stamp:
    """Raises: AppError when the file cannot be looked at."""
    try:
        return Stamp.of(path)
    except OSError as error:
        raise unreadable(path, error) from error


def read_data(path: Path, header: SafetensorsHeader) -> bytearray:
    """The numbers of a .safetensors file as bytes in memory, never mapped: a file may be replaced under us."""
    data = bytearray(header.data_bytes)
    try:
        with open_regular(path) as file:
            file.seek(header.data_start)
            count = file.readinto(data)
    except OSError as error:
        raise unreadable(path, error) from error
    if count != header.data_bytes:
        raise damaged(path, "it changed while it was read")
    return data


def outlines(header: SafetensorsHeader) -> StateDict:
    """Names, shapes and dtypes of a .safetensors file, on the meta device."""
    return {
        name: torch.empty(entry.shape, dtype=DTYPES[entry.dtype], device="meta")
        for name, entry in header.tensors.items()
    }


def tensors_in(data: bytearray, header: SafetensorsHeader) -> StateDict:
    """The tensors of a .safetensors file; they share the memory of `data`."""
    return {name: _tensor(data, entry) for name, entry in header.tensors.items()}


def _tensor(data: bytearray, entry: TensorEntry) -> torch.Tensor:
    begin, end = entry.data_offsets
    dtype = DTYPES[entry.dtype]
    if begin == end:
        return torch.empty(entry.shape, dtype=dtype)
    count = (end - begin) // dtype.itemsize
    return torch.frombuffer(data, dtype=dtype, count=count, offset=begin).reshape(entry.shape)


def _check_tensor(path: Path, name: str, tensor: torch.Tensor, expected: torch.Tensor) -> None:
    if tensor.shape != expected.shape:
        found, wanted = _shape_text(tensor), _shape_text(expected)
        raise damaged(path, f"{name} has the shape {found} instead of {wanted}")
    if tensor.is_floating_point() != expected.is_floating_point():
        raise damaged(path, f"{name} holds numbers of the wrong kind ({tensor.dtype})")


def is_finite(tensor: torch.Tensor) -> bool:
    """In one pass and without a second array: a NaN or an infinity shows in the smallest or the largest value."""
    low, high = tensor.aminmax()
    return bool(torch.isfinite(low) & torch.isfinite(high))


def _listed(names: Iterable[str]) -> str:
    found = list(names)
    more = f" and {len(found) - 3:,} more" if len(found) > 3 else ""
    return ", ".join(found[:3]) + more


def _shape_text(tensor: torch.Tensor) -> str:
    return " x ".join(map(str, tensor.shape)) or "of a single number"
