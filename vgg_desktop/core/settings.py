"""Everything that the window remembers, in one readable file that two windows may share."""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import msgspec
import tomli_w

from vgg_desktop.core.errors import AppError, os_error_sentence
from vgg_desktop.core.files.atomic_files import write_atomically
from vgg_desktop.core.files.locks import FileLock
from vgg_desktop.core.files.records import DamagedError, read_toml
from vgg_desktop.core.sentence import Sentence
from vgg_desktop.core.window_choices import Language, Scheme, Tab

RECENT_MAX = 12
TOP_MAX = 20
_OTHER_WRITER_S = 2.0


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """The window's settings. `geometry` and `splitter` are Qt's own, as base64; an empty text means "as usual".

    `recent` are paths as text, newest first; a name that is not UTF-8 cannot stand in this file.
    """

    scheme: Scheme = Scheme.SYSTEM
    language: Language = Language.SYSTEM
    top: Annotated[int, msgspec.Meta(ge=1, le=TOP_MAX)] = 5
    model: str = "builtin"
    device: str = "auto"
    precision: str = "auto"
    last_tab: str = Tab.CLASSIFY
    last_folder: str = ""
    recent: Annotated[tuple[str, ...], msgspec.Meta(max_length=RECENT_MAX)] = ()
    geometry: str = ""
    splitter: str = ""
    shows_table: bool = False
    table_sort: str = ""
    runs_folder: str = ""
    marks_csv: bool = False
    train_form: dict[str, Any] = {}


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """Settings as found; `problem` says in a sentence what could not be used."""

    settings: Settings
    problem: AppError | None = None


def load_settings(path: Path, *, changes_nothing: bool = False) -> LoadedSettings:
    """Settings from `path`. What is missing has its default, and so has what makes no sense, with a notice.

    A file that is no TOML at all is kept aside as "settings.damaged.toml", unless the call `changes_nothing`.
    """
    try:
        table = _read_table(path)
    except DamagedError as error:
        hint = ""
        with contextlib.suppress(OSError):
            if not changes_nothing:
                kept = _set_aside(path)
                hint = Sentence("The old file is kept as {file}.", file=kept.name)
        return LoadedSettings(Settings(), _damaged(hint, str(error)))
    except OSError as error:
        return LoadedSettings(
            Settings(), AppError("The settings cannot be read: {reason}.", reason=os_error_sentence(error))
        )
    good, bad = _sort_fields(table)
    problem = _damaged("", "\n".join(bad)) if bad else None
    return LoadedSettings(Settings(**good), problem)


def save_changes(path: Path, changes: dict[str, Any]) -> Settings:
    """Write `changes` (field to value) over what the file holds now, and return the whole.

    Only the named fields are written, so that another window's choices, and fields of a newer version, stay. A file
    that is no TOML, as somebody's slip may leave it, is kept aside first.

    Raises:
        AppError: the file cannot be written, or what it holds cannot be read.
    """
    return _rewrite(path, lambda table: table | msgspec.to_builtins(changes))


def write_missing(path: Path, settings: Settings) -> Settings:
    """Add to the file what it does not name, so that whoever opens it finds every setting; return the whole.

    Raises:
        AppError: as `save_changes`.
    """
    return _rewrite(path, lambda table: msgspec.to_builtins(settings) | table)


def with_recent(recent: tuple[str, ...], path: str) -> tuple[str, ...]:
    """`recent` with `path` in front, each path once, and no longer than it may be."""
    return (path, *(other for other in recent if other != path))[:RECENT_MAX]


def _rewrite(path: Path, renewed: Callable[[dict[str, Any]], dict[str, Any]]) -> Settings:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _alone(path):
            table = renewed(_read_or_set_aside(path))
            write_atomically(path, tomli_w.dumps(table).encode("utf-8"))
    except OSError as error:
        raise AppError("The settings cannot be saved: {reason}.", reason=os_error_sentence(error)) from error
    good, _ = _sort_fields(table)
    return Settings(**good)


@contextlib.contextmanager
def _alone(path: Path) -> Iterator[None]:
    """No other window reads or writes meanwhile, where the file system has locks and the other one is not stuck."""
    lock = FileLock(path.with_suffix(".lock"))
    with contextlib.suppress(OSError):
        lock.acquire(patience_s=_OTHER_WRITER_S)
    with lock:
        yield


def _read_or_set_aside(path: Path) -> dict[str, Any]:
    try:
        return _read_table(path)
    except DamagedError:
        _set_aside(path)
        return {}


def _set_aside(path: Path) -> Path:
    return path.replace(path.with_suffix(".damaged.toml"))


def _read_table(path: Path) -> dict[str, Any]:
    try:
        return read_toml(path)
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
