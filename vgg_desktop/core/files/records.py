"""JSON and TOML that anybody may have written: a value of the wanted kind, or one exception whatever is wrong.

In the JSON of a record each `Sentence` is a plain string. How those with something filled in were made stands beside
them: `"templates": {"cat.txt is damaged.": ["{name} is damaged.", {"name": "cat.txt"}]}`.
"""

import contextlib
import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from vgg_desktop.core.files.regular_files import open_regular
from vgg_desktop.core.sentence import Sentence

_Kind = TypeVar("_Kind")
_Templates = Mapping[str, tuple[str, Mapping[str, object]]]
_TEMPLATES = b',"templates":'

# The manifest of ImageNet-21k takes 3 GB; everything else is small.
_MOST_JSON_BYTES = 4 * 2**30
MOST_TOML_BYTES = 2**20
# tomllib needs memory that grows with the square of a dotted key's length: 200 KB of "a.a.a" ask for tens of GB.
_DOTTED_KEY = re.compile(r"""(?<![\w-])(?:(?:"[^"\n]*"|'[^'\n]*'|[\w-]+)[ \t]*\.[ \t]*){100}""")


class DamagedError(ValueError):
    """What stands in a file cannot be read as what it should be."""


class NewerFormatError(DamagedError):
    """The file says that a newer version of this program wrote it."""


class _AnyFormat(msgspec.Struct):
    format: int = 0


class _Told(msgspec.Struct):
    templates: dict[str, tuple[str, dict[str, str | int | float]]] = {}


_any_format = msgspec.json.Decoder(_AnyFormat)


def encode_json(record: msgspec.Struct) -> bytes:
    """The record, with the templates of its sentences."""
    templates: dict[str, tuple[str, object]] = {}

    def as_string(text: object) -> str:
        if not isinstance(text, Sentence):
            raise NotImplementedError(f"{type(text).__name__} in a record")
        if text.values:
            templates[str(text)] = text.template, msgspec.to_builtins(text.values, enc_hook=as_string)
        return str(text)

    data = msgspec.json.encode(record, enc_hook=as_string)
    return data[:-1] + _TEMPLATES + msgspec.json.encode(templates) + b"}" if templates else data


def decode_json(data: bytes | str, kind: type[_Kind], *, newest_format: int | None = None) -> _Kind:
    """The value in `data`; fields that `kind` does not know are passed over.

    Raises:
        NewerFormatError: its field `format` is above `newest_format`.
        DamagedError: it is cut, no UTF-8, nested too deep, or of another kind.
    """
    try:
        if newest_format is not None:
            _refuse_newer(_any_format.decode(data).format, newest_format)
        return _decoded(data.encode() if isinstance(data, str) else data, kind)
    except NewerFormatError:
        raise
    except (ValueError, RecursionError, MemoryError) as error:
        raise DamagedError(str(error)) from error


def read_json(path: Path, kind: type[_Kind], *, newest_format: int | None = None) -> _Kind:
    """As `decode_json`, from a file.

    Raises:
        OSError: it cannot be read, or is no regular file.
        DamagedError: as above.
    """
    return decode_json(_bytes_of(path, _MOST_JSON_BYTES), kind, newest_format=newest_format)


def decode_toml(data: bytes | str) -> dict[str, Any]:
    """The table in `data`.

    Raises:
        DamagedError: it is no UTF-8 or no TOML, nested too deep, or larger than anything a person writes.
    """
    if len(data) > MOST_TOML_BYTES:
        raise DamagedError(f"It is larger than {MOST_TOML_BYTES:,} bytes.")
    try:
        text = data if isinstance(data, str) else data.decode("utf-8-sig")
        if _DOTTED_KEY.search(text):
            raise DamagedError("A key has too many parts.")
        return tomllib.loads(text)
    except (ValueError, RecursionError, MemoryError) as error:
        raise DamagedError(str(error)) from error


def read_toml(path: Path) -> dict[str, Any]:
    """As `decode_toml`, from a file; errors as in `read_json`."""
    return decode_toml(_bytes_of(path, MOST_TOML_BYTES))


def _bytes_of(path: Path, most_bytes: int) -> bytes:
    with open_regular(path) as file:
        data = file.read(most_bytes + 1)
    if len(data) > most_bytes:
        raise DamagedError(f"It is larger than {most_bytes:,} bytes.")
    return data


def _refuse_newer(found: int, newest: int) -> None:
    if found > newest:
        raise NewerFormatError(f"It has the format {found}; this version reads {newest}.")


def _decoded(data: bytes, kind: Any) -> Any:
    if _TEMPLATES not in data:
        return _plain_decoder(kind).decode(data)
    templates: _Templates = {}
    with contextlib.suppress(msgspec.DecodeError):
        templates = msgspec.json.decode(data, type=_Told).templates
    return msgspec.json.decode(data, type=kind, dec_hook=lambda _, text: _remade(text, templates))


@cache
def _plain_decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind, dec_hook=lambda _, text: _remade(text, {}))


def _remade(text: object, templates: _Templates) -> Sentence:
    if not isinstance(text, str):
        raise TypeError("no string")
    template, values = templates.get(text, (text, {}))
    # A sentence cannot stand within itself, whatever a file says.
    others = {other: made for other, made in templates.items() if other != text} if values else {}
    inner = {name: _remade(value, others) if value in others else value for name, value in values.items()}
    return Sentence.remembered(text, template, inner)
