"""What a user may send to us: facts about the program and its machine, and nothing that is theirs."""

import getpass
import platform
import re
from pathlib import Path

from PySide6.QtCore import QLibraryInfo
from PySide6.QtGui import QGuiApplication

from vgg_desktop import __version__
from vgg_desktop.core.files.paths import log_file
from vgg_desktop.gui.page import WindowParts

_LOG_LINES = 300
_PACKAGES = ("torch", "PySide6-Essentials", "pillow", "numpy", "safetensors", "msgspec")
# Code is named from its package on; every other path in a text is a person's own.
_ROOT = r"(?:[A-Za-z]:[\\/]|\\\\(?=\w)|/(?=[^\s/]))"
_CODE_PATH = re.compile(_ROOT + r"""[^\n"'<>|]*(?:site-packages|lib[\\/]python[\d.]+)[\\/]""")
_OWN_CODE_PATH = re.compile(_ROOT + r"""[^\n"'<>|]*?(?=vgg_desktop[\\/][\w\\/]+\.py)""")
_QUOTED_PATH = re.compile(rf"""(["']){_ROOT}[^\n]*?\1""")
# Names may hold spaces: what follows a bare path up to the next mark goes with it.
_PATH = re.compile(rf"""(?<![\w.<>\\/]){_ROOT}[^\n"'<>|:,;)]*""")
_FILE_NAME = re.compile(
    r"""(?:(?<=: )[^:"'\n/\\]*|[^\s"'/\\]+)\.(?:jpe?g|png|webp|gif|bmp|tiff?|avif|hei[cf]|safetensors|pth?|csv)\b""",
    re.IGNORECASE,
)


def report_text(parts: WindowParts) -> str:
    """Versions, device, model and the end of the log, as plain text without paths, file names or the user's name."""
    lines = [
        f"VGG Desktop {__version__}",
        f"Python {platform.python_version()} on {platform.platform()}",
        f"Qt {QLibraryInfo.version().toString()}, {QGuiApplication.platformName()}",
        ", ".join(f"{name} {_version(name)}" for name in _PACKAGES),
        f"Screens: {', '.join(_screens())}",
        f"Model: {_model_line(parts)}",
        f"Device: {_device_line(parts)}",
        "",
        "End of the log:",
        *_log_tail(),
    ]
    return without_personal_paths("\n".join(lines))


def without_personal_paths(text: str) -> str:
    """`text` with every path but those of code written as "<path>", names of pictures and weights as "<file>",
    and the user's name as "<user>"."""
    text = _CODE_PATH.sub("", text)
    text = _OWN_CODE_PATH.sub("", text)
    text = _QUOTED_PATH.sub(r"\1<path>\1", text)
    home = str(Path.home())
    text = text.replace(home, "<path>") if len(home) > 1 else text
    text = _FILE_NAME.sub("<file>", _PATH.sub("<path>", text))
    return _without_user(text)


def _without_user(text: str) -> str:
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        return text
    # A very short name, and root's, would be found inside other words or says nothing about a person.
    return re.sub(rf"\b{re.escape(user)}\b", "<user>", text) if len(user) > 2 and user != "root" else text


def _model_line(parts: WindowParts) -> str:
    status = parts.inference.status
    if status is None:
        return "none"
    origin = "built-in" if status.request.source == "builtin" else "own"
    return f"{origin}, {status.info.architecture.display_name}, {len(status.info.labels)} classes"


def _device_line(parts: WindowParts) -> str:
    status = parts.inference.status
    return f"{status.device.name}, {status.device.precision}. {status.device.reason}" if status else "none"


def _version(package: str) -> str:
    # A slow import, for something that is seldom asked for.
    import importlib.metadata

    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "missing"


def _screens() -> list[str]:
    return [
        f"{screen.size().width()} x {screen.size().height()} at {screen.devicePixelRatio():g}"
        for screen in QGuiApplication.screens()
    ]


def _log_tail() -> list[str]:
    try:
        return log_file().read_text(encoding="utf-8", errors="replace").splitlines()[-_LOG_LINES:]
    except OSError:
        return ["(no log)"]
