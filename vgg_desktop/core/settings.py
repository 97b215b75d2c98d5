"""Everything that the window remembers, in one readable file that two windows may share."""

import contextlib
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
import tomli_w

from vgg_desktop.core.atomic_files import write_atomically
from vgg_desktop.core.errors import AppError, os_error_sentence

RECENT_MAX = 12
TOP_MAX = 20


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """The window's settings. `geometry` and `splitter` are Qt's own, as base64; an empty text means "as usual".

    `recent` are paths as text, newest first; bytes that are not UTF-8 are kept in Python's escaped form.
    """

    scheme: Literal["system", "light", "dark"] = "system"
    language: Literal["system", "en", "ko"] = "system"
    top: Annotated[int, msgspec.Meta(ge=1, le=TOP_MAX)] = 5
    model: str = "builtin"
    device: str = "auto"
    precision: str = "auto"
    last_tab: str = "classify"
    last_folder: str = ""
    recent: Annotated[tuple[str, ...], msgspec.Meta(max_length=RECENT_MAX)] = ()
    geometry: str = ""
    splitter: str = ""
    shows_table: bool = False
    table_sort: str = ""
    runs_folder: str = ""
    train_form: dict[str, Any] = {}


@dataclass(frozen=True, slots=True)
class Loaded:
    """Settings as found; `problem` says in a sentence what could not be used."""

    settings: Settings
    problem: AppError | None = None


def load_settings(path: Path) -> Loaded:
    """Settings from `path`. What is missing has its default, and so has what makes no sense, with a notice.

    A file that is no TOML at all is kept aside as "settings.damaged.toml".
    """
    try:
        table = _read_table(path)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        kept = path.with_suffix(".damaged.toml")
        with contextlib.suppress(OSError):
            path.replace(kept)
        return Loaded(Settings(), _damaged(f"The old file is kept as {kept.name}.", str(error)))
    except OSError as error:
        return Loaded(Settings(), AppError(f"The settings cannot be read: {os_error_sentence(error)}."))
    good, bad = _sort_fields(table)
    problem = _damaged("", "\n".join(bad)) if bad else None
    return Loaded(Settings(**good), problem)


def save_changes(path: Path, changes: dict[str, Any]) -> Settings:
    """Write `changes` (field to value) over what the file holds now, and return the whole.

    Only the named fields are written, so that another window's choices, and fields of a newer version, stay.

    Raises:
        AppError: the file cannot be written, or what it holds cannot be read.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        table = _read_table(path)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        table = {}
    except OSError as error:
        raise AppError(f"The settings cannot be saved: {os_error_sentence(error)}.") from error
    for name, value in changes.items():
        table[name] = msgspec.to_builtins(value)
    write_atomically(path, tomli_w.dumps(table).encode("utf-8"))
    good, _ = _sort_fields(table)
    return Settings(**good)


def with_recent(recent: tuple[str, ...], path: str) -> tuple[str, ...]:
    """`recent` with `path` in front, each path once, and no longer than it may be."""
    return (path, *(other for other in recent if other != path))[:RECENT_MAX]


def _read_table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8"))
    except FileNotFoundError:
        return {}


def _sort_fields(table: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Each known field by itself, so that one wrong value costs only itself; and what was wrong."""
    good: dict[str, Any] = {}
    bad: list[str] = []
    for field in msgspec.structs.fields(Settings):
        if field.name not in table:
            continue
        try:
            good[field.name] = msgspec.convert(table[field.name], field.type)
        except msgspec.ValidationError as error:
            bad.append(f"{field.name}: {error}")
    return good, bad


def _damaged(hint: str, detail: str) -> AppError:
    return AppError("Some settings could not be read, and have their usual values again.", hint, detail)
