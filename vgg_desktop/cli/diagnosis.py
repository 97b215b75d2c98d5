"""What `vgg-desktop doctor` looks at, one function a subject; none of them ever fails."""

import importlib
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
from vgg_desktop.core import paths
from vgg_desktop.core.errors import AppError

_DEBIAN_QT_LIBRARIES = "libegl1 libgl1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libdbus-1-3"
_DRIVER_TIMEOUT_S = 10


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report. `advice` says what to do; `broken` that something does not work without it."""

    name: str
    value: str
    advice: str = ""
    broken: bool = False


def examine() -> list[Finding]:
    """Every finding, in the order in which a person reads them."""
    looks: list[Callable[[], Finding]] = [
        _program,
        _python,
        _torch,
        _cuda,
        _driver,
        _used,
        _qt,
        _display,
        _pictures,
        _builtin_model,
        _folders,
    ]
    return [_guarded(look) for look in looks]


def to_text(findings: list[Finding]) -> str:
    """Aligned lines; advice stands indented below what it is about."""
    width = max(len(finding.name) for finding in findings)
    lines: list[str] = []
    for finding in findings:
        lines.append(f"{finding.name:<{width}}  {finding.value}")
        if finding.advice:
            lines.append(f"{'':<{width}}  → {finding.advice}")
    return "\n".join(lines)


def to_json(findings: list[Finding]) -> str:
    """One object whose keys are the findings' names in lower case with underscores."""
    return json.dumps({f.name.lower().replace(" ", "_"): asdict(f) for f in findings}, indent=2, ensure_ascii=False)


def _guarded(look: Callable[[], Finding]) -> Finding:
    try:
        return look()
    except AppError as error:
        return Finding(_title(look), error.summary, error.hint, broken=True)
    except Exception as error:  # a broken installation may fail in any way, and the report must still come
        return Finding(_title(look), f"failed: {error}", "Install VGG Desktop again.", broken=True)


def _title(look: Callable[[], Finding]) -> str:
    return look.__name__.strip("_").replace("_", " ").capitalize()


def _program() -> Finding:
    return Finding("VGG Desktop", __version__)


def _python() -> Finding:
    version = f"{platform.python_version()} on {platform.system()} {platform.release()}, {platform.machine()}"
    fits = (3, 11) <= sys.version_info[:2] <= (3, 13)
    return Finding("Python", version, "" if fits else "Use Python 3.11, 3.12 or 3.13.", broken=not fits)


def _torch() -> Finding:
    import torch

    return Finding("Torch", f"{torch.__version__}, torchvision {importlib.metadata.version('torchvision')}")


def _cuda() -> Finding:
    import torch

    if torch.version.cuda is None:
        return Finding("CUDA", "this build of torch has none", "For an NVIDIA GPU, install torch built for CUDA.")
    if not torch.cuda.is_available():
        return Finding("CUDA", f"torch is built for {torch.version.cuda}, but finds no usable GPU", _gpu_advice())
    names = (torch.cuda.get_device_name(index) for index in range(torch.cuda.device_count()))
    return Finding("CUDA", f"{torch.version.cuda}: {', '.join(names)}")


def _gpu_advice() -> str:
    if _driver_version() is None:
        return "If this machine has an NVIDIA GPU, install its driver; else the CPU is used, and all works."
    return "The driver may be too old for this torch: bring it up to date, or look at CUDA_VISIBLE_DEVICES."


def _driver() -> Finding:
    return Finding("Driver", _driver_version() or "no NVIDIA driver found")


def _driver_version() -> str | None:
    command = ["nvidia-smi", "--query-gpu=driver_version", "--format=csv,noheader"]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, timeout=_DRIVER_TIMEOUT_S, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    return answer.stdout.strip().splitlines()[0] if answer.stdout.strip() else None


def _used() -> Finding:
    from vgg_desktop.engine import device

    choice = device.choose("auto", "auto")
    return Finding("Used", f"{choice.name}, {choice.precision}", choice.reason)


def _qt() -> Finding:
    version = importlib.metadata.version("PySide6-Essentials")
    try:
        importlib.import_module("PySide6.QtWidgets")
    except ImportError as error:
        advice = f"The window needs libraries of the system. On Debian and Ubuntu: apt install {_DEBIAN_QT_LIBRARIES}"
        return Finding("Qt", f"PySide6 {version} cannot be loaded: {error}", advice, broken=True)
    return Finding("Qt", f"PySide6 {version}")


def _display() -> Finding:
    if sys.platform != "linux" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return Finding("Display", "there is one")
    return Finding("Display", "none here", "Every command works without; the window needs a screen.")


def _pictures() -> Finding:
    from PIL import features

    known = ["JPEG", "PNG", "WebP", "GIF", "BMP", "TIFF"]
    if features.check("avif"):
        known.append("AVIF")
    if importlib.util.find_spec("pillow_heif"):
        return Finding("Pictures", ", ".join([*known, "HEIC"]))
    return Finding("Pictures", ", ".join(known), "For HEIC: python -m pip install 'vgg-desktop[heic]'")


def _builtin_model() -> Finding:
    from vgg_desktop.engine import bundle

    info, _ = bundle.load(paths.builtin_model())
    return Finding("Built-in model", f"{info.name}, {len(info.labels)} classes, its file is whole")


def _folders() -> Finding:
    folders = {
        "settings": paths.settings_file().parent,
        "models": paths.models_dir(),
        "runs": paths.runs_dir(),
        "cache": paths.cache_dir(),
    }
    closed = [f"{name} ({folder})" for name, folder in folders.items() if not _can_be_written(folder)]
    if closed:
        advice = "Make them writable, or name another place in the variable VGG_DESKTOP_HOME."
        return Finding("Folders", "cannot be written: " + ", ".join(closed), advice)
    return Finding("Folders", "; ".join(f"{name} {folder}" for name, folder in folders.items()))


def _can_be_written(folder: Path) -> bool:
    nearest = next((f for f in (folder, *folder.parents) if f.exists()), folder)
    return nearest.is_dir() and os.access(nearest, os.W_OK)
