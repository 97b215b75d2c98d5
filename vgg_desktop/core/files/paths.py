"""Where the program's own files and the user's files live: the only module that knows."""

import os
from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parents[2]
_HOME_VARIABLE = "VGG_DESKTOP_HOME"


def settle_folders() -> None:
    """Make the folders that the environment names absolute, once at the start: children run in other folders."""
    for name in (_HOME_VARIABLE, "TORCH_HOME"):
        if given := os.environ.get(name):
            os.environ[name] = os.path.abspath(_expanded(given))  # noqa: PTH100


def assets_dir() -> Path:
    """Icons, sample pictures, label lists and translations, in a checkout and in site-packages alike."""
    return _shipped("assets")


def weights_dir() -> Path:
    """The built-in model and its card."""
    return _shipped("weights")


def builtin_model() -> Path:
    """The bundle that a fresh installation classifies with."""
    return weights_dir() / "builtin.safetensors"


def settings_file() -> Path:
    """The one readable file that holds every setting of the window."""
    return _user_dir("config") / "settings.toml"


def models_dir() -> Path:
    """Weights files brought in or downloaded by the user."""
    return _user_dir("data") / "models"


def runs_dir() -> Path:
    """Run directories, unless the user names another folder."""
    return _user_dir("data") / "runs"


def cache_dir() -> Path:
    """Files that can be made again: decoded pictures, remembered hashes."""
    return _user_dir("cache")


def log_file() -> Path:
    """The window's log."""
    return _user_dir("state") / "vgg-desktop.log"


def torch_hub_checkpoints() -> Path:
    """Where torchvision keeps the weights that it downloaded.

    Source: torch.hub.get_dir, docs.pytorch.org/docs/stable/hub.html; repeated here so that torch need not be imported.
    """
    cache = os.environ.get("XDG_CACHE_HOME", "~/.cache")
    home = os.environ.get("TORCH_HOME", os.path.join(cache, "torch"))  # noqa: PTH118
    return Path(_expanded(home)) / "hub" / "checkpoints"


def disk_of(folder: Path) -> Path:
    """Where the disk that holds `folder` begins: "/", "/mnt/photos" or "D:"."""
    resolved = Path(os.path.realpath(folder))
    return next((place for place in (resolved, *resolved.parents) if os.path.ismount(place)), resolved)


def _shipped(name: str) -> Path:
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def _expanded(folder: str) -> str:
    return os.path.expanduser(folder)  # noqa: PTH111 (Path.expanduser raises where there is no such person)


def _user_dir(kind: str) -> Path:
    home = os.environ.get(_HOME_VARIABLE)
    if home:
        return Path(_expanded(home)) / kind
    app = "vgg-desktop"
    find = {
        "config": platformdirs.user_config_path,
        "data": platformdirs.user_data_path,
        "cache": platformdirs.user_cache_path,
        "state": platformdirs.user_state_path,
    }[kind]
    return find(app, appauthor=False)
