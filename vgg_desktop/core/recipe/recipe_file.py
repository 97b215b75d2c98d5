"""Recipes as TOML, in files of the shell, the window and the runs."""

from pathlib import Path
from typing import Any

import msgspec
import tomli_w

from vgg_desktop.core.display import display_name
from vgg_desktop.core.errors import AppError, os_error_sentence
from vgg_desktop.core.files.atomic_files import write_atomically
from vgg_desktop.core.files.records import MOST_TOML_BYTES, DamagedError, decode_toml
from vgg_desktop.core.recipe.recipe import FIELDS, Recipe
from vgg_desktop.core.recipe.recipe_checks import make


def recipe_of_toml(text: str) -> Recipe:
    """Raises: AppError when the text is no TOML or no recipe."""
    return make(values_of_toml(text))


def values_of_toml(text: str | bytes) -> dict[str, Any]:
    """The fields that a recipe file sets, unchecked.

    Raises:
        AppError: the text is no TOML.
    """
    try:
        return decode_toml(text)
    except DamagedError as error:
        raise AppError("The recipe is not a TOML file.", detail=str(error)) from error


def write_toml(recipe: Recipe) -> str:
    """Every field in order, under its group's heading comment, with its help."""
    lines: list[str] = []
    group = ""
    for name, described_field in FIELDS.items():
        if described_field.group != group:
            group = described_field.group
            lines += ["", f"# {group}"]
        lines += [
            f"# {described_field.help}",
            tomli_w.dumps({name: msgspec.to_builtins(getattr(recipe, name))}).rstrip("\n"),
        ]
    return "\n".join(lines).lstrip("\n") + "\n"


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
