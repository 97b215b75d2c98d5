"""Which device and which precision a model runs in, and the sentence that says why."""

import os
import platform

import torch

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.model.device_choice import DEVICE_WORDS, PRECISION_WORDS, DeviceChoice, Precision

# Half precision pays from the first GPUs with tensor cores on. Source: NVIDIA CUDA C programming guide, compute
# capabilities 7.0 (Volta) and above.
_FIRST_TENSOR_CORES = (7, 0)


def choose(device: str = "auto", precision: str = "auto") -> DeviceChoice:
    """The device and precision for these words: "auto", "cpu", "mps", "cuda" or "cuda:1"; "auto", "fp32" and so on.

    Raises:
        AppError: no such word, or the machine has no such device.
    """
    if precision not in PRECISION_WORDS:
        raise AppError(
            "There is no precision called {precision}.",
            "Use one of {words}.",
            precision=precision,
            words=", ".join(PRECISION_WORDS),
        )
    kind, _, index = device.partition(":")
    if kind not in DEVICE_WORDS or (index and not (index.isdecimal() and kind == "cuda")):
        raise AppError(
            "There is no device called {device}.",
            "Use one of {words} or cuda:1.",
            device=device,
            words=", ".join(DEVICE_WORDS),
        )
    found = available()
    if kind == "auto":
        return _with_precision(found[0], precision)
    for choice in found:
        if choice.kind == kind and choice.index == int(index or 0):
            return _with_precision(choice, precision, reason="You chose it.")
    raise _missing(device, kind)


def available() -> tuple[DeviceChoice, ...]:
    """Every device that this machine can run on, best first, each in its own best precision."""
    return (*_cuda_devices(), *_apple_devices(), _cpu())


def cpu_name() -> str:
    """The processor for people: "AMD EPYC, 2 cores"."""
    count = core_count()
    name = str(_capabilities().get("cpu_name") or platform.processor() or platform.machine() or "CPU")
    return f"{name.strip()}, {count} {'core' if count == 1 else 'cores'}"


def core_count() -> int:
    """The processor cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def has_native_bf16() -> bool:
    """Whether the CPU multiplies bf16 in hardware; emulated bf16 would be slower than fp32."""
    if platform.machine().lower() in {"arm64", "aarch64"}:
        return platform.system() == "Linux" and bool(torch.ops.mkldnn._is_mkldnn_bf16_supported())
    capabilities = _capabilities()
    if capabilities:
        return bool(capabilities.get("avx512_bf16") or capabilities.get("amx_bf16"))
    asks = ("_is_avx512_bf16_supported", "_is_amx_tile_supported")
    return any(getattr(torch.cpu, ask, bool)() for ask in asks)


def why_no_gpu() -> str:
    """One sentence for a machine that classifies on its CPU; empty where a GPU is used."""
    if _cuda_devices() or _apple_devices():
        return ""
    if torch.version.cuda is None and torch.version.hip is None:
        return "This build of torch runs on the CPU only."
    return "No GPU was found that torch can use."


def _cuda_devices() -> list[DeviceChoice]:
    if not torch.cuda.is_available():
        return []
    return [
        DeviceChoice(
            kind="cuda",
            index=index,
            name=torch.cuda.get_device_name(index),
            precision="fp16" if torch.cuda.get_device_capability(index) >= _FIRST_TENSOR_CORES else "fp32",
            reason="A GPU is the fastest device here.",
        )
        for index in range(torch.cuda.device_count())
    ]


def _apple_devices() -> list[DeviceChoice]:
    if not torch.backends.mps.is_available():
        return []
    return [
        DeviceChoice(kind="mps", name="Apple GPU", precision="fp32", reason="Apple's GPU is the fastest device here.")
    ]


def _cpu() -> DeviceChoice:
    return DeviceChoice(
        kind="cpu",
        name=cpu_name(),
        precision="bf16" if has_native_bf16() else "fp32",
        reason=why_no_gpu(),
    )


def _with_precision(choice: DeviceChoice, precision: str, reason: str | None = None) -> DeviceChoice:
    chosen: Precision = choice.precision if precision == "auto" else precision  # type: ignore[assignment]
    return DeviceChoice(
        kind=choice.kind,
        index=choice.index,
        name=choice.name,
        precision=chosen,
        reason=choice.reason if reason is None else reason,
    )


def _missing(device: str, kind: str) -> AppError:
    if kind == "mps":
        return AppError("This machine has no Apple GPU that torch can use.", "Choose auto or cpu.")
    count = torch.cuda.device_count() if torch.cuda.is_available() else 0
    if count:
        return AppError(
            "There is no GPU {device}: this machine has {count}, counted from 0.",
            "Choose auto or cuda.",
            device=device,
            count=count,
        )
    return AppError(
        "This machine has no GPU that torch can use.", "Choose auto or cpu; vgg-desktop doctor says more.", why_no_gpu()
    )


def _capabilities() -> dict[str, object]:
    # Only newer versions of torch tell them; the caller then asks in other ways.
    return dict(getattr(torch.cpu, "get_capabilities", dict)())
