"""ONNX files as other programs write them."""

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnx.onnx_ml_pb2 import ModelProto

from vgg_desktop.engine.architecture import CHANNELS, CONVOLUTIONS

SIDE = 64


def exported(
    depth: int = 11, *, channels_last: bool = True, first: tuple[float, ...] = (), kernel: int = 3, pads: int = 1
) -> ModelProto:
    """A VGG with random weights as tf2onnx writes one, with a head."""
    rng = np.random.default_rng(depth)
    nodes, constants, value, before = [], [], "input", 3
    if channels_last:
        nodes.append(helper.make_node("Transpose", ["input"], ["first"], perm=[0, 3, 1, 2]))
        value = "first"
    for block, (width, count) in enumerate(zip(CHANNELS, CONVOLUTIONS[depth], strict=True)):
        for number in range(count):
            name = f"block{block}_{number}"
            weight = rng.normal(0, (2 / 9 / before) ** 0.5, (width, before, kernel, kernel)).astype(np.float32)
            if before == 3 and first:
                weight[0, 0, 0] = first
            bias = rng.normal(0, 0.1, width).astype(np.float32)
            constants += [numpy_helper.from_array(weight, f"{name}.w"), numpy_helper.from_array(bias, f"{name}.b")]
            margins = [pads] * 4
            nodes.append(helper.make_node("Conv", [value, f"{name}.w", f"{name}.b"], [name], pads=margins))
            nodes.append(helper.make_node("Relu", [name], [f"{name}.relu"]))
            value, before = f"{name}.relu", width
        pooled = "features" if block == 4 else f"block{block}"
        nodes.append(helper.make_node("MaxPool", [value], [pooled], kernel_shape=[2, 2], strides=[2, 2]))
        value = pooled
    nodes.append(helper.make_node("Flatten", ["features"], ["flat"]))
    head = rng.normal(0, 0.01, (before * (SIDE // 32) ** 2, 4)).astype(np.float32)
    constants.append(numpy_helper.from_array(head, "head"))
    nodes.append(helper.make_node("MatMul", ["flat", "head"], ["logits"]))
    shape = [None, SIDE, SIDE, 3] if channels_last else [None, 3, SIDE, SIDE]
    inputs = [helper.make_tensor_value_info("input", TensorProto.FLOAT, shape)]
    outputs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in ("logits", "features")]
    graph = helper.make_graph(nodes, "vgg", inputs, outputs, constants)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)


def onnx_file(folder: Path, model: ModelProto) -> Path:
    onnx.save(model, folder / "other.onnx")
    return folder / "other.onnx"
