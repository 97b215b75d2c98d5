"""The convolutions of a VGG in an .onnx file of another program; whatever stands on them stays behind."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import torch

from vgg_desktop.core.display import display_name
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.model.labels import Label
from vgg_desktop.core.model.model_info import Architecture, ModelInfo, Preprocessing
from vgg_desktop.engine.architecture import CHANNELS, CONVOLUTIONS, channels, convolution_names, outline
from vgg_desktop.engine.weights.bundle import Bundle
from vgg_desktop.engine.weights.importers import file_sha256
from vgg_desktop.engine.weights.safetensors_header import damaged, unreadable

if TYPE_CHECKING:
    from onnx import GraphProto, NodeProto

Pixels = Literal["torch", "caffe", "tf"]

# What a network was trained to read. Source: keras.applications.imagenet_utils.preprocess_input (its three modes).
_PREPROCESSING: dict[Pixels, Preprocessing] = {
    "torch": Preprocessing(),
    "caffe": Preprocessing(mean=(123.68 / 255, 116.779 / 255, 103.939 / 255), std=(1 / 255, 1 / 255, 1 / 255)),
    "tf": Preprocessing(mean=(0.5, 0.5, 0.5), std=(0.5, 0.5, 0.5)),
}
# The first numbers of the published VGG-16 and of every copy of it: blue, green, red, 0 to 255, minus the means.
_PUBLISHED_START = (0.42947057, 0.373467, -0.06136011)
_LICENCE = "Convolutions of VGG-16: K. Simonyan, A. Zisserman, Visual Geometry Group, University of Oxford, CC BY 4.0"
_UNTRAINED = Label("untrained", "not trained yet")


@dataclass(frozen=True, slots=True)
class OnnxConvolutions:
    """The features of a VGG under our names, reading red, green, blue; `pixels` says on which scale."""

    architecture: Architecture
    state_dict: dict[str, torch.Tensor]
    pixels: Pixels
    is_published: bool


def read_convolutions(path: Path, pixels: Pixels | None = None) -> OnnxConvolutions:
    """The 3 x 3 convolutions of an .onnx file without batch norm, channels first or last.

    Pixels are on torch's scale, unless they are `caffe`: then the file reads blue, green, red, and its first
    convolution is turned round. A copy of the published VGG-16 is known by its first numbers.

    Raises:
        AppError: the package `onnx` is missing, the file is damaged, holds no such VGG, or reads pixels on an unknown
            scale.
    """
    graph = _graph(path)
    found = list(_chain(path, graph))
    architecture = _architecture(path, found)
    tensors = _tensors(path, graph, found, architecture)
    first = convolution_names(architecture)[0][0] + ".weight"
    is_published = _is_published(tensors[first])
    pixels = pixels or _pixels(path, graph, is_published)
    if pixels == "caffe":
        tensors[first] = tensors[first].flip(1).contiguous()
    return OnnxConvolutions(architecture, tensors, pixels, is_published)


def is_named_so(path: Path) -> bool:
    """By its name alone: the content of an ONNX file begins with nothing of its own."""
    return path.suffix.lower() == ".onnx"


def open_convolutions(path: Path, pixels: Pixels | None = None) -> Bundle:
    """A model to start one's own from: the file's convolutions, and a last layer that knows nothing yet.

    Raises:
        AppError: as `read_convolutions`.
    """
    found = read_convolutions(path, pixels)
    expected = outline(found.architecture).state_dict()
    head = {name: torch.zeros(tensor.shape) for name, tensor in expected.items() if name.startswith("classifier.")}
    info = ModelInfo(
        name=display_name(path.stem),
        architecture=found.architecture,
        labels=(_UNTRAINED,),
        preprocessing=_PREPROCESSING[found.pixels],
        provenance={
            "imported from": display_name(path),
            "layout": "ONNX",
            "head": "left behind: the last layer is new and empty",
        },
        licence=_LICENCE if found.is_published else "",
    )
    return Bundle(info, found.state_dict | head, file_sha256(path))


def _graph(path: Path) -> "GraphProto":
    try:
        import onnx
    except ImportError as error:
        raise AppError(
            "Reading ONNX files needs the package onnx.", 'Install it: pip install "vgg-desktop[onnx]"'
        ) from error
    try:
        return onnx.load_model_from_string(path.read_bytes()).graph
    except OSError as error:
        raise unreadable(path, error) from error
    except Exception as error:  # protobuf answers a bad file with exceptions of its own
        raise damaged(path, "it is no ONNX model", repr(error)) from error


def _chain(path: Path, graph: "GraphProto") -> Iterator["NodeProto"]:
    """The convolutions and poolings from the input to the last pooling, in the order in which they run."""
    readers = {name: node for node in reversed(graph.node) for name in node.input}
    constants = {tensor.name for tensor in graph.initializer}
    (value,) = [each.name for each in graph.input if each.name not in constants] or [""]
    while (node := readers.get(value)) is not None and node.op_type in {"Transpose", "Conv", "Relu", "MaxPool"}:
        if node.op_type == "Conv" and not _is_plain(node):
            raise _no_vgg(path, f"{node.name or value}: not a convolution of 3 x 3 with a margin of 1")
        if node.op_type in {"Conv", "MaxPool"}:
            yield node
        value = node.output[0]


def _is_plain(node: "NodeProto") -> bool:
    given = {attribute.name: list(attribute.ints) or attribute.i or attribute.s for attribute in node.attribute}
    has_margin = given.get("pads") == [1, 1, 1, 1] or given.get("auto_pad") in (b"SAME_UPPER", b"SAME_LOWER")
    steps = [given.get(name, [1, 1]) for name in ("strides", "dilations")]
    return has_margin and steps == [[1, 1], [1, 1]] and given.get("group", 1) == 1


def _architecture(path: Path, chain: list["NodeProto"]) -> Architecture:
    """Depth by how many convolutions stand before each pooling."""
    kinds = "".join("c" if node.op_type == "Conv" else "p" for node in chain)
    per_block = tuple(len(block) for block in kinds.split("p")[:-1])
    for depth, counts in CONVOLUTIONS.items():
        if per_block == counts and kinds.endswith("p"):
            return Architecture(depth=depth, batch_norm=False, class_count=1, hidden=(), pooled_px=1)
    raise _no_vgg(path, f"convolutions before each pooling: {', '.join(map(str, per_block)) or 'none'}")


def _tensors(
    path: Path, graph: "GraphProto", chain: list["NodeProto"], architecture: Architecture
) -> dict[str, torch.Tensor]:
    from onnx import numpy_helper

    stored = {tensor.name: tensor for tensor in graph.initializer}
    convolutions = [node for node in chain if node.op_type == "Conv"]
    widths = channels(architecture)
    found: dict[str, torch.Tensor] = {}
    for node, (name, _), before, after in zip(
        convolutions, convolution_names(architecture), (3, *widths), widths, strict=False
    ):
        if len(node.input) != 3 or any(each not in stored for each in node.input[1:]):
            raise _no_vgg(path, f"{node.name}: a convolution without weights or bias of its own")
        weight, bias = (torch.tensor(numpy_helper.to_array(stored[each])).float() for each in node.input[1:])
        if tuple(weight.shape) != (after, before, 3, 3) or tuple(bias.shape) != (after,):
            raise _no_vgg(path, f"{node.name}: {tuple(weight.shape)} instead of {(after, before, 3, 3)}")
        found |= {f"{name}.weight": weight, f"{name}.bias": bias}
    return found


def _is_published(first: torch.Tensor) -> bool:
    return len(first) == CHANNELS[0] and torch.allclose(first[0, 0, 0], torch.tensor(_PUBLISHED_START), atol=1e-6)


def _pixels(path: Path, graph: "GraphProto", is_published: bool) -> Pixels:
    if is_published:
        return "caffe"
    if any(node.op_type == "Transpose" and node.input[0] == graph.input[0].name for node in graph.node):
        raise AppError(
            "{file} does not say on which scale it reads pixels.",
            "Say it with --pixels: caffe (VGG's own), tf (-1 to 1) or torch (ImageNet's mean and deviation).",
            file=display_name(path),
        )
    return "torch"


def _no_vgg(path: Path, detail: str) -> AppError:
    return AppError(
        "{file} holds no VGG that this program knows.",
        "Of ONNX files it reads the convolutions of a VGG without batch norm.",
        detail,
        file=display_name(path),
    )
