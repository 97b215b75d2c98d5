"""Recipes in files, for the shell, the window and the runs."""

from pathlib import Path
from typing import Any

from vgg_desktop.core.display import display_name
from vgg_desktop.core.errors import AppError, os_error_sentence
from vgg_desktop.core.files.atomic_files import write_atomically
from vgg_desktop.core.files.records import MOST_TOML_BYTES
from vgg_desktop.core.recipe.recipe import Recipe, make, values_of_toml, write_toml


def read_values(file: Path) -> dict[str, Any]:
    """The fields that a recipe file sets, unchecked.

    Raises:
        AppError: the file cannot be read or is no TOML.
    """
    try:
        with file.open("rb") as opened:
            return values_of_toml(opened.read(MOST_TOML_BYTES + 1))
    except OSError as error:
        raise AppError(
            "The recipe {file} cannot be read: {reason}.",
            detail=repr(error),
            file=display_name(file),
            reason=os_error_sentence(error),
        ) from error


def read_recipe(file: Path) -> Recipe:
    """Raises: AppError when the file cannot be read or holds no recipe."""
    return make(read_values(file))


def write_recipe(file: Path, recipe: Recipe) -> None:
    """Raises: AppError when the file cannot be written; what was there before is untouched."""
    write_atomically(file, write_toml(recipe).encode())
