"""Recipe files, read for the shell and for the window."""

from pathlib import Path
from typing import Any

from vgg_desktop.core.display import display_name
from vgg_desktop.core.errors import AppError, os_error_sentence
from vgg_desktop.core.files.records import MOST_TOML_BYTES
from vgg_desktop.core.recipe.recipe import values_of_toml


def read_values(file: Path) -> dict[str, Any]:
    """The fields that a recipe file sets, unchecked; a pipe is read too.

    Raises:
        AppError: the file cannot be read or is no TOML.
    """
    try:
        with file.open("rb") as opened:
            return values_of_toml(opened.read(MOST_TOML_BYTES + 1))
    except OSError as error:
        raise AppError(
            f"The recipe {display_name(file)} cannot be read: {os_error_sentence(error)}.", detail=repr(error)
        ) from error
