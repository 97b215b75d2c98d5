"""What `vgg-desktop doctor` looks at, one function a subject; none of them ever fails."""

import importlib.metadata
import importlib.util
import json
import os
import platform
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from vgg_desktop import __version__
from vgg_desktop.cli.work import qt_libraries
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.files import paths

_DRIVER_TIMEOUT_S = 10


@dataclass(frozen=True, slots=True)
class Checkup:
    """One line of the report. `advice` says what to do; `broken` that something does not work without it."""

    name: str
    value: str
    advice: str = ""
    broken: bool = False


_Look = Callable[[str], Checkup]


def examine() -> list[Checkup]:
    """Every finding, in the order in which a person reads them."""
    looks: dict[str, _Look] = {
        "VGG Desktop": _program,
        "Python": _python,
        "Torch": _torch,
        "CUDA": _cuda,
        "Driver": _driver,
        "Used": _used,
        "Qt": _qt,
        "Display": _display,
        "Pictures": _pictures,
        "Built-in model": _builtin_model,
        "Folders": _folders,
    }
    return [_guarded(name, look) for name, look in looks.items()]


def to_text(findings: list[Checkup]) -> str:
    """Aligned lines; advice stands indented below what it is about."""
    width = max(len(finding.name) for finding in findings)
    lines: list[str] = []
    for finding in findings:
        lines.append(f"{finding.name:<{width}}  {finding.value}")
        if finding.advice:
            lines.append(f"{'':<{width}}  → {finding.advice}")
    return "\n".join(lines)


def to_json(findings: list[Checkup]) -> str:
    """One object whose keys are the findings' names in lower case: "python", "builtin_model"."""
    return json.dumps({_key(f.name): asdict(f) for f in findings}, indent=2, ensure_ascii=False)


def _key(name: str) -> str:
    return name.lower().replace("-", "").replace(" ", "_")


def _guarded(name: str, look: _Look) -> Checkup:
    try:
        return look(name)
    except AppError as error:
        return Checkup(name, error.summary, error.hint, broken=True)
    except Exception as error:  # a broken installation may fail in any way, and the report must still come
        return Checkup(name, f"failed: {error}", "Install VGG Desktop again.", broken=True)


def _program(name: str) -> Checkup:
    return Checkup(name, __version__)


def _python(name: str) -> Checkup:
    version = f"{platform.python_version()} on {platform.system()} {platform.release()}, {platform.machine()}"
    fits = (3, 11) <= sys.version_info[:2] <= (3, 13)
    return Checkup(name, version, "" if fits else "Use Python 3.11, 3.12 or 3.13.", broken=not fits)


def _torch(name: str) -> Checkup:
    import torch

    return Checkup(name, torch.__version__)


def _cuda(name: str) -> Checkup:
    import torch

    if torch.version.cuda is None:
        advice = "" if sys.platform == "darwin" else "For an NVIDIA GPU, install torch built for CUDA."
        return Checkup(name, "this build of torch has none", advice)
    if not torch.cuda.is_available():
        return Checkup(name, f"torch is built for {torch.version.cuda}, but finds no usable GPU", _gpu_advice())
    names = (torch.cuda.get_device_name(index) for index in range(torch.cuda.device_count()))
    return Checkup(name, f"{torch.version.cuda}: {', '.join(names)}")


def _gpu_advice() -> str:
    if _driver_version() is None:
        return "If this machine has an NVIDIA GPU, install its driver; else the CPU is used, and all works."
    return "The driver may be too old for this torch: bring it up to date, or look at CUDA_VISIBLE_DEVICES."


def _driver(name: str) -> Checkup:
    return Checkup(name, _driver_version() or "no NVIDIA driver found")


def _driver_version() -> str | None:
    command = ["nvidia-smi", "--query-gpu=driver_version", "--format=csv,noheader"]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, timeout=_DRIVER_TIMEOUT_S, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    return answer.stdout.strip().splitlines()[0] if answer.stdout.strip() else None


def _used(name: str) -> Checkup:
    from vgg_desktop.engine import device

    choice = device.choose("auto", "auto")
    return Checkup(name, f"{choice.name}, {choice.precision}", choice.reason)


def _qt(name: str) -> Checkup:
    qt_libraries.check_qt()
    return Checkup(name, f"PySide6 {importlib.metadata.version('PySide6-Essentials')}")


def _display(name: str) -> Checkup:
    if platform_name := os.environ.get("QT_QPA_PLATFORM"):
        return Checkup(name, f"Qt draws on {platform_name}, as QT_QPA_PLATFORM says")
    if qt_libraries.has_display():
        return Checkup(name, "there is one")
    return Checkup(name, "none here", "Every command works without; the window needs a screen.")


def _pictures(name: str) -> Checkup:
    from PIL import features

    known = ["JPEG", "PNG", "WebP", "GIF", "BMP", "TIFF"]
    if features.check("avif"):
        known.append("AVIF")
    if importlib.util.find_spec("pillow_heif"):
        return Checkup(name, ", ".join([*known, "HEIC"]))
    return Checkup(name, ", ".join(known), "For HEIC: python -m pip install 'vgg-desktop[heic]'")


def _builtin_model(name: str) -> Checkup:
    from vgg_desktop.engine.weights import bundle_header

    info = bundle_header.read_info(paths.builtin_model())
    bundle_header.verify_bundle(paths.builtin_model())
    return Checkup(name, f"{info.name}, {len(info.labels)} classes, its file is whole")


def _folders(name: str) -> Checkup:
    folders = {
        "settings": paths.settings_file().parent,
        "models": paths.models_dir(),
        "runs": paths.runs_dir(),
        "cache": paths.cache_dir(),
        "log": paths.log_file().parent,
    }
    closed = [f"{kind} ({folder})" for kind, folder in folders.items() if not _can_be_written(folder)]
    if closed:
        advice = "Make them writable, or name another place in the variable VGG_DESKTOP_HOME."
        return Checkup(name, "cannot be written: " + ", ".join(closed), advice)
    return Checkup(name, "; ".join(f"{kind} {folder}" for kind, folder in folders.items()))


def _can_be_written(folder: Path) -> bool:
    """Whether it is there, or could be made where it is to be. Where permission lacks, Path.exists would raise."""
    nearest = next((f for f in (folder, *folder.parents) if os.path.exists(f)), folder)  # noqa: PTH110
    return os.path.isdir(nearest) and os.access(nearest, os.W_OK)  # noqa: PTH112
