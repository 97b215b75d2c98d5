"""Recipe files, read for the shell and for the window."""

from pathlib import Path
from typing import Any

from vgg_desktop.core.display import display_name
from vgg_desktop.core.errors import AppError, os_error_sentence
from vgg_desktop.core.recipe.recipe import values_of_toml


def read_values(file: Path) -> dict[str, Any]:
    """The fields that a recipe file sets, unchecked.

    Raises:
        AppError: the file cannot be read or is no TOML.
    """
    try:
        return values_of_toml(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        reason = os_error_sentence(error) if isinstance(error, OSError) else "it is not UTF-8 text"
        raise AppError(f"The recipe {display_name(file)} cannot be read: {reason}.", detail=repr(error)) from error
