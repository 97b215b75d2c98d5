"""One picture through VGG-16-BN at 224 px, ours against its peers: python benchmarks/latency.py [--json]

Every contender lives in a process of its own with its own defaults (ours with the program's) and answers in turn, so
that one is never timed on a busier machine than another, and no thread pool gets in the way of a foreign one. All have
the same random weights; `difference` is the largest distance of a softmax score from torchvision's. Ours starts from
uint8 pixels and ends with scores, so normalising and softmax are in its time; the peers start from a normalised tensor.

With --device cuda: batches of 1 and 256 against torchvision eager fp32 and torch.compile.
"""

import argparse
import contextlib
import multiprocessing
import os
import platform
import statistics
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import numpy as np
import reporting

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
SIDE_PX = 224
CLASSES = 1000
SETTLE_S = 0.02
REFERENCE = "torchvision eager fp32"
TARGETS = {"ours / torchvision eager fp32": 0.45, "ours / onnxruntime fp32": 1.0}

Answer = Callable[[], np.ndarray]


@dataclass(frozen=True)
class Contender:
    """`make(pixels, device)` gives a function that answers with softmax scores (N, classes)."""

    name: str
    make: Callable[[np.ndarray, str], Answer]
    needs: str = "torch"
    devices: tuple[str, ...] = ("cpu", "cuda")


def ours(pixels: np.ndarray, device: str, precision: str = "auto") -> Answer:
    from vgg_desktop.core.model.labels import Label
    from vgg_desktop.core.model.model_info import Architecture, ModelInfo, Preprocessing
    from vgg_desktop.engine.device import choose
    from vgg_desktop.engine.runtime import Runtime

    info = ModelInfo(
        name="VGG-16-BN",
        architecture=Architecture(depth=16, batch_norm=True, class_count=CLASSES),
        labels=tuple(Label(str(number), str(number)) for number in range(CLASSES)),
        preprocessing=Preprocessing(),
    )
    runtime = Runtime(info, torchvision_network().state_dict(), choose(device, precision))
    return lambda: runtime.scores(pixels)


def ours_fp32(pixels: np.ndarray, device: str) -> Answer:
    return ours(pixels, device, "fp32")


def eager(pixels: np.ndarray, device: str) -> Answer:
    import torch

    network, images = torchvision_network().to(device), normalised(pixels, device)

    def answer() -> np.ndarray:
        with torch.inference_mode():
            return torch.softmax(network(images), dim=1).cpu().numpy()

    return answer


def compiled(pixels: np.ndarray, device: str) -> Answer:
    import torch

    os.environ["TORCHINDUCTOR_FREEZING"] = "1"
    network, images = torch.compile(torchvision_network().to(device)), normalised(pixels, device)

    def answer() -> np.ndarray:
        with torch.no_grad():
            return torch.softmax(network(images), dim=1).cpu().numpy()

    return answer


def onnxruntime(pixels: np.ndarray, device: str) -> Answer:
    import onnxruntime as ort

    images = normalised(pixels, device).numpy()
    session = ort.InferenceSession(onnx_bytes(len(pixels)), providers=["CPUExecutionProvider"])
    return lambda: softmax(session.run(None, {"images": images})[0])


def openvino(pixels: np.ndarray, device: str, precision: str = "f32") -> Answer:
    import openvino as ov

    images = normalised(pixels, device).numpy()
    core = ov.Core()
    settings = {"INFERENCE_PRECISION_HINT": precision, "PERFORMANCE_HINT": "LATENCY"}
    network = core.compile_model(core.read_model(onnx_bytes(len(pixels))), "CPU", settings)
    return lambda: softmax(network(images)[0])


def openvino_bf16(pixels: np.ndarray, device: str) -> Answer:
    return openvino(pixels, device, "bf16")


CONTENDERS = (
    Contender("ours", ours),
    Contender("ours fp32", ours_fp32),
    Contender(REFERENCE, eager, "torchvision"),
    Contender("torch.compile fp32", compiled, "torchvision"),
    Contender("onnxruntime fp32", onnxruntime, "onnxruntime", ("cpu",)),
    Contender("OpenVINO fp32", openvino, "openvino", ("cpu",)),
    Contender("OpenVINO bf16", openvino_bf16, "openvino", ("cpu",)),
)


def torchvision_network() -> Any:
    """VGG-16-BN of torchvision with random weights, the same in every process, that give lively answers."""
    import torch
    import torchvision

    torch.manual_seed(0)
    network = torchvision.models.vgg16_bn().eval()
    for module in network.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            module.running_mean.normal_(0, 0.1)
            module.running_var.uniform_(0.5, 1.5)
        elif isinstance(module, torch.nn.Linear):
            torch.nn.init.normal_(module.weight, 0, (2 / module.in_features) ** 0.5)
    return network


def normalised(pixels: np.ndarray, device: str) -> Any:
    """What torchvision's preset gives: float32 (N, 3, 224, 224), contiguous."""
    from vgg_desktop.core.model.model_info import Preprocessing
    from vgg_desktop.engine.preprocess import normalised as ours_normalised

    return ours_normalised(pixels, Preprocessing(), device).contiguous()


def softmax(logits: np.ndarray) -> np.ndarray:
    raised = np.exp(logits - logits.max(axis=1, keepdims=True))
    return raised / raised.sum(axis=1, keepdims=True)


def onnx_bytes(batch: int) -> bytes:
    """The same network as an ONNX file, batch norm folded, built by hand: the exporter would need more packages."""
    from onnx import TensorProto, helper, numpy_helper
    from torch import nn
    from torch.nn.utils.fusion import fuse_conv_bn_eval

    network = torchvision_network()
    nodes, weights = [], []

    def add(kind: str, layer: Any = None, **attributes: Any) -> None:
        number = len(nodes)
        names = [f"value{number}"]
        for field in ("weight", "bias") if layer is not None else ():
            names.append(f"{field}{number}")
            weights.append(numpy_helper.from_array(getattr(layer, field).detach().numpy(), names[-1]))
        nodes.append(helper.make_node(kind, names, [f"value{number + 1}"], **attributes))

    layers = list(network.features)
    for layer, following in zip(layers, [*layers[1:], None], strict=True):
        if isinstance(layer, nn.Conv2d):
            add("Conv", fuse_conv_bn_eval(layer, following), kernel_shape=[3, 3], pads=[1, 1, 1, 1])
        elif isinstance(layer, nn.ReLU):
            add("Relu")
        elif isinstance(layer, nn.MaxPool2d):
            add("MaxPool", kernel_shape=[2, 2], strides=[2, 2])
    add("Flatten")
    for layer in network.classifier:
        if isinstance(layer, nn.Linear):
            add("Gemm", layer, transB=1)
        elif isinstance(layer, nn.ReLU):
            add("Relu")
    nodes[0].input[0], nodes[-1].output[0] = "images", "logits"
    images = helper.make_tensor_value_info("images", TensorProto.FLOAT, [batch, 3, SIDE_PX, SIDE_PX])
    logits = helper.make_tensor_value_info("logits", TensorProto.FLOAT, [batch, CLASSES])
    graph = helper.make_graph(nodes, "vgg16_bn", [images], [logits], weights)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8).SerializeToString()


def serve(pipe: Connection, contender: Contender, batch: int, device: str) -> None:
    """In the child: make the contender, then time one answer for each message until None comes."""
    try:
        if contender.name.startswith("ours"):
            from vgg_desktop.cli.processor import let_idle_threads_sleep

            let_idle_threads_sleep()
        random = np.random.default_rng(0)
        answer = contender.make(random.integers(0, 256, (batch, SIDE_PX, SIDE_PX, 3), dtype=np.uint8), device)
        pipe.send(answer())
        while pipe.recv() is not None:
            started = time.perf_counter()
            answer()
            pipe.send(time.perf_counter() - started)
    except Exception:  # a peer that cannot run is reported as missing, and the others go on
        pipe.send(traceback.format_exc(limit=-1).strip().splitlines()[-1])


class Running:
    """A contender in its process; `reason` says why it is not there."""

    def __init__(self, contender: Contender, batch: int, device: str) -> None:
        self.name = contender.name
        self.times_s: list[float] = []
        self.reason = ""
        context = multiprocessing.get_context("spawn")
        self._pipe, childs_end = context.Pipe()
        self._process = context.Process(target=serve, args=(childs_end, contender, batch, device), daemon=True)
        self._process.start()
        # Only then does the pipe end with the process.
        childs_end.close()
        self.scores = self._received()

    def answer(self) -> float | None:
        """The seconds that it took; None once there is a `reason`."""
        if self.reason:
            return None
        with contextlib.suppress(OSError):
            self._pipe.send("again")
        return self._received()

    def stop(self) -> None:
        if not self.reason:
            self._pipe.send(None)
        self._process.join()

    def _received(self) -> Any:
        try:
            received = self._pipe.recv()
        except (EOFError, OSError):
            self._process.join()
            received = f"its process ended with status {self._process.exitcode}"
        if not isinstance(received, str):
            return received
        self.reason = received
        return None


def measure(options: argparse.Namespace, batch: int) -> dict[str, Any]:
    """The medians of every contender that can run here, each timed once a round."""
    wanted = [c for c in CONTENDERS if options.device in c.devices and not (options.fast and "compile" in c.name)]
    runs = [Running(c, batch, options.device) for c in wanted if find_spec(c.needs)]
    for number in range(options.warm_up + options.rounds):
        for run in (run for run in runs if not run.reason):
            # The untimed answer brings its weights back into the caches that the one before has filled.
            run.answer()
            elapsed_s = run.answer()
            if elapsed_s is not None and number >= options.warm_up:
                run.times_s.append(elapsed_s)
            time.sleep(SETTLE_S)
    for run in runs:
        run.stop()
    present = [run for run in runs if not run.reason]
    return figures(present, [c.name for c in wanted], {run.name: run.reason for run in runs if run.reason})


def figures(present: list[Running], wanted: list[str], failed: dict[str, str]) -> dict[str, Any]:
    reference = next((run for run in present if run.name == REFERENCE), None)
    if reference is None:
        sys.exit(f"Without {REFERENCE} there is nothing to compare with: {failed.get(REFERENCE, 'not installed')}")
    base_ms = 1e3 * statistics.median(reference.times_s)
    rows = {}
    for run in present:
        median_ms = 1e3 * statistics.median(run.times_s)
        rows[run.name] = {
            "median_ms": round(median_ms, 2),
            "fastest_ms": round(1e3 * min(run.times_s), 2),
            "ratio": round(median_ms / base_ms, 3),
            "difference": float(f"{np.abs(run.scores - reference.scores).max():.2g}"),
        }
    missing = {name: failed.get(name, "not installed") for name in wanted if name not in rows}
    return {"contenders": rows, "missing": missing}


def report(options: argparse.Namespace) -> dict[str, Any]:
    import torch

    from vgg_desktop.engine.device import choose, cpu_name

    batches = [1, 256] if options.device == "cuda" else [1]
    chosen = choose(options.device)
    return {
        "benchmark": "latency",
        "day": time.strftime("%Y-%m-%d"),
        "machine": f"{chosen.name if options.device == 'cuda' else cpu_name()}, {platform.system()}",
        "precision": chosen.precision,
        "torch": torch.__version__,
        "rounds": options.rounds,
        "batches": {str(batch): measure(options, batch) for batch in batches},
        "targets": TARGETS if (options.device, chosen.precision) == ("cpu", "bf16") else {},
    }


def as_table(result: dict[str, Any]) -> str:
    lines = [f"VGG-16-BN, {SIDE_PX} px, {result['machine']}, torch {result['torch']}, {result['day']}"]
    for batch, measured in result["batches"].items():
        lines += ["", f"batch {batch:>4}                 median   fastest   ratio   difference"]
        for name, row in measured["contenders"].items():
            label = f"{name} ({result['precision']})" if name == "ours" else name
            lines.append(
                f"{label:<25}{row['median_ms']:7.1f} ms{row['fastest_ms']:7.1f} ms{row['ratio']:8.3f}"
                f"{row['difference']:13.2g}"
            )
        lines += [f"{name}: {reason}" for name, reason in measured["missing"].items()]
        lines += [verdict(name, target, measured["contenders"]) for name, target in result["targets"].items()]
    return "\n".join(lines) + "\n"


def verdict(name: str, target: float, contenders: dict[str, Any]) -> str:
    """Whether the ratio called "ours / peer" is at most its target."""
    measured = [contenders[part]["median_ms"] for part in name.split(" / ") if part in contenders]
    if len(measured) < 2:
        return f"{name}: not measured"
    ratio = measured[0] / measured[1]
    return f"{name:<37}{ratio:6.3f}   target {target:>5}   {reporting.met(ratio <= target)}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--device", choices=("cpu", "cuda"), default="cpu")
    parser.add_argument("--rounds", type=int, default=21)
    parser.add_argument("--warm-up", type=int, default=3)
    parser.add_argument("--fast", action="store_true", help="leave out torch.compile, which takes half a minute")
    options = parser.parse_args()
    result = report(options)
    reporting.show(result, as_json=options.json, as_table=as_table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
