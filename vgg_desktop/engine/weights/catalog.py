"""The models that are on this machine, and which of them a name or a path means: no torch."""

import difflib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from vgg_desktop.core.display import display_name, one_line
from vgg_desktop.core.errors import AppError, os_error_sentence
from vgg_desktop.core.files import paths
from vgg_desktop.core.files.regular_files import is_file
from vgg_desktop.core.model.model_info import ModelInfo
from vgg_desktop.core.sentence import Sentence, joined
from vgg_desktop.engine.weights.bundle_header import read_info
from vgg_desktop.engine.weights.published import PUBLISHED, info_of

BUILTIN = "builtin"
_WEIGHTS_SUFFIXES = {".safetensors", ".pth", ".pt"}


@dataclass(frozen=True, slots=True)
class CatalogEntry:
    """A model that can be loaded by `name`: built in, downloaded by torchvision, or in the user's models folder."""

    name: str
    path: Path
    origin: Literal["builtin", "torchvision", "yours"]

    def read_info(self) -> ModelInfo:
        """What it says about itself.

        Raises:
            AppError: its file is damaged or gone.
        """
        if self.origin == "torchvision":
            return info_of(next(row for row in PUBLISHED if row.name == self.name))
        return read_info(self.path)


def models() -> list[CatalogEntry]:
    """Every model that is here, the built-in one first."""
    return [CatalogEntry(BUILTIN, paths.builtin_model(), "builtin"), *_downloaded(), *_own()]


def resolve(source: str | Path) -> Path:
    """The weights file that a name of `models()` or a path means.

    Raises:
        AppError: there is none; its hint names those that there are.
    """
    if isinstance(source, str):
        for entry in models():
            if source == entry.name:
                return entry.path
    path = Path(os.path.expanduser(source))  # noqa: PTH111 (Path.expanduser raises where there is no such person)
    if is_file(path):
        return path
    raise _unknown(str(source), looks_like_path=path.suffix in _WEIGHTS_SUFFIXES or os.sep in str(source))


def new_model_file(name: str) -> Path:
    """Where a new model of the user's is to be written, so that it can be loaded by `name`; the folder is made.

    Raises:
        AppError: the name is taken or cannot be a file's name, or there can be no such folder.
    """
    if not name.strip() or name != Path(name).name or name.startswith("."):
        raise AppError("A model's name needs to be a plain file name.", "Choose another name.")
    if any(entry.name == name for entry in models()):
        raise AppError("There is a model called {name} already.", "Choose another name.", name=display_name(name))
    target = paths.models_dir() / f"{name}.safetensors"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise AppError(
            "The models folder cannot be made: {reason}.", detail=repr(error), reason=os_error_sentence(error)
        ) from error
    return target


def _downloaded() -> list[CatalogEntry]:
    folder = paths.torch_hub_checkpoints()
    found = [(row, folder / row.file_name) for row in PUBLISHED]
    return [CatalogEntry(row.name, path, "torchvision") for row, path in found if is_file(path)]


def _own() -> list[CatalogEntry]:
    try:
        found = sorted(paths.models_dir().glob("*.safetensors"))
    except OSError:
        return []
    return [CatalogEntry(path.stem, path, "yours") for path in found]


def _unknown(source: str, looks_like_path: bool) -> AppError:
    names = [entry.name for entry in models()]
    hint = Sentence("There are: {names}.", names=", ".join(map(one_line, names)))
    if close := difflib.get_close_matches(source, names, n=1):
        hint = joined([Sentence("Did you mean {name}?", name=one_line(close[0])), hint])
    if looks_like_path:
        return AppError("There is no weights file {source}.", hint, source=one_line(source))
    if any(source == row.name for row in PUBLISHED):
        return AppError("The model {source} is not on this machine yet.", hint, source=source)
    return AppError("There is no model called {source}.", hint, source=one_line(source))
