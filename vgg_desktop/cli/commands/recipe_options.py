"""A recipe put together from a preset, a file and options of the shell; what stands later wins."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import typer

from vgg_desktop.core.display import one_line
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.files.records import DamagedError, decode_toml
from vgg_desktop.core.recipe.recipe import Recipe
from vgg_desktop.core.recipe.recipe_checks import make, problems
from vgg_desktop.core.recipe.recipe_file import read_values


def recipe_of(preset: str, file: Path | None, settings: Sequence[str], plain: Mapping[str, Any]) -> Recipe:
    """The preset, over it the file, over that `--set FIELD=VALUE`, over that the plain options that are not None.

    Raises:
        AppError: the file cannot be read or is no TOML.
        typer.BadParameter: some values do not fit; the sentence names every one.
    """
    values = read_values(file) if file else {}
    for setting in settings:
        name, value = _setting(setting)
        values[name] = value
    values |= {name: value for name, value in plain.items() if value is not None}
    try:
        return make(values, preset)
    except AppError as error:
        raise typer.BadParameter(str(error)) from error


def _setting(text: str) -> tuple[str, Any]:
    name, equals, value = text.partition("=")
    if not equals:
        raise typer.BadParameter(f"{one_line(text)} is not of the form FIELD=VALUE.")
    name = name.strip()
    return name, value if name not in problems({name: value}) else _toml_value(value)


def _toml_value(text: str) -> Any:
    """Lists are written as in a recipe file: sizes=[[1, 32], [7, 48]]."""
    try:
        return decode_toml(f"value = {text}")["value"]
    except DamagedError:
        return text
