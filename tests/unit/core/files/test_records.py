"""Whatever stands in a JSON or TOML file, reading it gives a value or one exception."""

import os
import tracemalloc
from pathlib import Path

import msgspec
import pytest

from vgg_desktop.core.files.records import (
    DamagedError,
    NewerFormatError,
    decode_json,
    decode_toml,
    read_json,
    read_toml,
)
from vgg_desktop.core.files.regular_files import open_regular


class Note(msgspec.Struct):
    text: str = ""


class Anything(msgspec.Struct):
    value: object = None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0" * 300,
        b'{"text": "half',
        b'{"text": "\xff"}',
        b'{"text": "\xed\xa0\x80"}',
        b'{"text": 1}',
        b"[1, 2]",
        b'{"more": ' + b"[" * 200_000,
        b'{"more": ' + b'{"a":' * 200_000,
        b"\xef\xbb\xbf\xff",
    ],
)
def test_damaged_json_is_one_exception(data: bytes) -> None:
    with pytest.raises(DamagedError):
        decode_json(data, Note)


@pytest.mark.parametrize("data", [b'{"value": "\xff"}', b'{"\xff": 1}', b'{"value": ' + b"[" * 5_000 + b"]" * 5_000])
def test_damaged_json_of_any_shape_is_one_exception(data: bytes) -> None:
    with pytest.raises(DamagedError):
        decode_json(data.replace(b'{"\xff"', b'{"value": {"\xff"') + b"}" * (b'{"\xff"' in data), Anything)


@pytest.mark.parametrize(
    "data",
    [
        b"a = ",
        b"\0\0\0",
        b"a = '\xff'",
        b"a = " + b"[" * 100_000,
        b"a = " + b"{a=" * 100_000,
        b"a = " + b"9" * 10_000,
        b"a" + b".a" * 100_000 + b" = 1",
        b"[a" + b".a" * 100_000 + b"]",
        b'"!"' + b' . "!"' * 50_000 + b" = 1",
        b"x = {" + b"a." * 100_000 + b"a = 1}",
        b"# much\n" * 200_000,
    ],
)
def test_damaged_toml_is_one_exception_in_little_memory(data: bytes) -> None:
    tracemalloc.start()
    try:
        with pytest.raises(DamagedError):
            decode_toml(data)
        assert tracemalloc.get_traced_memory()[1] < 100 * 2**20
    finally:
        tracemalloc.stop()


def test_good_toml_is_a_table_with_and_without_a_byte_order_mark() -> None:
    text = 'title = "v1.2.3"\n[a.b]\nc = 1\n'
    assert decode_toml(text.encode()) == decode_toml("\ufeff".encode() + text.encode()) == decode_toml(text)


def test_a_newer_format_is_told_apart_from_damage() -> None:
    with pytest.raises(NewerFormatError, match="2"):
        decode_json(b'{"format": 2, "text": 7}', Note, newest_format=1)
    assert decode_json(b'{"format": 1, "text": "a"}', Note, newest_format=1).text == "a"


@pytest.mark.skipif(os.name != "posix", reason="needs named pipes")
@pytest.mark.parametrize("read", [read_toml, lambda path: read_json(path, Note), open_regular])
def test_a_pipe_is_refused_at_once(tmp_path: Path, read) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="pipe or a device"):
        read(tmp_path / "pipe")


@pytest.mark.skipif(os.name != "posix", reason="needs devices")
def test_a_device_is_refused_without_reading_it() -> None:
    with pytest.raises(OSError, match="pipe or a device"):
        read_toml(Path("/dev/zero"))


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        read_toml(tmp_path)
