"""The shell commands that do what the window does."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import tomli_w

from vgg_desktop.core.reading import AS_IT_IS, Reading
from vgg_desktop.core.shell_words import command_text


def classify_command(path: Path, top: int, model: str) -> str:
    """The command that gives the same answer."""
    words = ["classify", "--top", str(top)]
    if model != "builtin":
        words += ["--model", model]
    return command_text([*words, *(["--"] if str(path).startswith("-") else []), str(path)])


def recipe_options(preset: str, changes: Mapping[str, Any]) -> list[str]:
    """The options that make a recipe: a preset and what differs from it, as `--set FIELD=VALUE`."""
    options = ["--preset", preset] if preset else []
    for name, value in changes.items():
        options += ["--set", f"{name}={_written(value)}"]
    return options


def data_options(labels: Path | None, corrections: Sequence[Path], reading: Reading = AS_IT_IS) -> list[str]:
    """The options that say more about the pictures than they do themselves."""
    options = ["--labels", str(labels)] if labels else []
    for file in corrections:
        options += ["--corrections", str(file)]
    for option, value in (
        ("--read-as", "" if reading.read_as == "auto" else reading.read_as),
        ("--path-column", reading.path_column),
        ("--label-column", reading.label_column),
        ("--val-fold", reading.val_fold),
    ):
        options += [option, value] if value else []
    return options


def train_arguments(
    source: Path,
    preset: str,
    changes: Mapping[str, Any],
    *,
    runs_dir: Path | None = None,
    name: str = "",
    labels: Path | None = None,
    corrections: Sequence[Path] = (),
    reading: Reading = AS_IT_IS,
) -> list[str]:
    """What follows `vgg-desktop` to start the same run from a shell."""
    arguments = ["train", str(source), *recipe_options(preset, changes)]
    for option, value in (("--runs-dir", runs_dir), ("--name", name)):
        if value:
            arguments += [option, str(value)]
    return [*arguments, *data_options(labels, corrections, reading)]


def _written(value: Any) -> str:
    """As `--set` reads it: words as they are, lists as in a recipe file."""
    if isinstance(value, str):
        return value
    return tomli_w.dumps({"value": _plain(value)}, multiline_strings=False).removeprefix("value = ").strip()


def _plain(value: Any) -> Any:
    return [_plain(part) for part in value] if isinstance(value, tuple | list) else value
