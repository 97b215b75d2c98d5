"""A program of its own: reads the description in a file of `torch.save` and prints where its tensors lie.

Pickles from anywhere may be built to run code, to crash whoever reads them, or to ask for all memory and time there is.
So they are read in a child process that knows a handful of harmless names, needs neither torch nor anything else of
this package, and has limits. It prints one JSON object: `tensors`, or `problem` and `detail`. The file is its standard
input.
"""

import collections
import io
import json
import pickle
import struct
import sys
import zipfile
from collections.abc import Callable
from typing import IO, Any, BinaryIO, NamedTuple

MOST_MEMORY_BYTES = 512 * 2**20
MOST_CPU_S = 10
# Of the published networks it takes 5 KB; the objects made of it take up to a hundred times as much memory.
_MOST_PICKLE_BYTES = 4 * 2**20
_MOST_ENTRIES = 10_000
_MOST_TENSORS = 20_000
_LONGEST_KEY = 512
_MOST_DIMENSIONS = 8
_ZIP_MAGIC = b"PK\x03\x04"
_PICKLE_MAGIC = b"\x80"
# Source: torch.serialization (MAGIC_NUMBER, PROTOCOL_VERSION, _legacy_save).
_LEGACY_MAGIC = 0x1950A86A20F9469CFC6C
_LEGACY_PROTOCOL = 1001
_LOCAL_HEADER_BYTES = 30
_WRAPPING_KEYS = ("state_dict", "model_state_dict", "model", "net", "weights")
_DTYPES = {
    "Double": ("F64", 8),
    "Float": ("F32", 4),
    "Half": ("F16", 2),
    "BFloat16": ("BF16", 2),
    "Long": ("I64", 8),
    "Int": ("I32", 4),
    "Short": ("I16", 2),
    "Char": ("I8", 1),
    "Byte": ("U8", 1),
    "Bool": ("BOOL", 1),
}


class Refused(Exception):  # noqa: N818 - an answer, not a fault
    """`kind` says why; the parent has the words."""

    def __init__(self, kind: str, detail: str = "") -> None:
        super().__init__(kind, detail)
        self.kind = kind
        self.detail = detail


class Storage(NamedTuple):
    """A run of numbers in the file."""

    key: str
    dtype: str
    item_bytes: int
    items: int


class Tensor(NamedTuple):
    """A view on a storage; offset and strides count items."""

    storage: Storage
    offset: int
    shape: tuple[int, ...]
    stride: tuple[int, ...]


class _Place(NamedTuple):
    """Where a storage's bytes are in the file, and their CRC-32 where the format has one."""

    start: int
    crc: int | None


def answer() -> None:
    _limit()
    with open(0, "rb", closefd=False) as file:
        try:
            found: dict[str, object] = {"tensors": _tensors(file)}
        except Refused as refused:
            found = {"problem": refused.kind, "detail": refused.detail[:1000]}
        except MemoryError:
            found = {"problem": "greedy", "detail": "MemoryError"}
        except Exception as error:
            found = {"problem": "damaged", "detail": repr(error)[:1000]}
    sys.stdout.write(json.dumps(found))


def _limit() -> None:
    """Only where the system has such limits; elsewhere the parent ends what takes too long."""
    try:
        import resource
    except ImportError:
        return
    limits = ((resource.RLIMIT_CORE, 0), (resource.RLIMIT_CPU, MOST_CPU_S), (resource.RLIMIT_AS, MOST_MEMORY_BYTES))
    for what, limit in limits:
        try:
            hard = resource.getrlimit(what)[1]
            most = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):
            continue


def _tensors(file: BinaryIO) -> list[list[object]]:
    magic = file.read(4)
    file.seek(0)
    if magic == _ZIP_MAGIC:
        loaded, places = _read_archive(file)
    elif magic[:1] == _PICKLE_MAGIC:
        loaded, places = _read_legacy(file)
    else:
        raise Refused("unknown" if magic else "empty")
    return [_row(name, tensor, places) for name, tensor in _state_dict(loaded).items()]


def _read_archive(file: BinaryIO) -> tuple[object, dict[str, _Place]]:
    with zipfile.ZipFile(file) as archive:
        entries = {entry.filename: entry for entry in archive.infolist()}
        _check_entries(archive, _size(file))
        prefix = _prefix(list(entries))
        pickled = entries[f"{prefix}data.pkl"]
        if pickled.file_size > _MOST_PICKLE_BYTES:
            raise Refused("greedy", f"a description of {pickled.file_size:,} bytes")
        if f"{prefix}byteorder" in entries and archive.read(f"{prefix}byteorder").strip() != b"little":
            raise Refused("big endian")
        data = archive.read(pickled)
    loaded = _load(_Bounded(io.BytesIO(data)))
    data_prefix = f"{prefix}data/"
    places = {
        name.removeprefix(data_prefix): _Place(_data_start(file, entry), entry.CRC)
        for name, entry in entries.items()
        if name.startswith(data_prefix)
    }
    sizes = {name.removeprefix(data_prefix): entry.file_size for name, entry in entries.items()}
    return loaded, {key: place for key, place in places.items() if place.start + sizes[key] <= _size(file)}


def _check_entries(archive: zipfile.ZipFile, file_bytes: int) -> None:
    """torch stores without compression, so an archive that would unpack to more than itself was not made by it."""
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    is_plain = all(entry.compress_type == zipfile.ZIP_STORED for entry in entries)
    if not is_plain or unpacked > file_bytes or len(entries) > _MOST_ENTRIES:
        raise Refused("bomb", f"{len(entries):,} entries, {unpacked:,} bytes unpacked")
    # torch finds entries without regard to case, so that two could pass as one.
    if len({entry.filename.casefold() for entry in entries}) != len(entries):
        raise Refused("doubled")


def _prefix(names: list[str]) -> str:
    """The folder within the archive that holds everything, with its slash."""
    parts = [name.rpartition("/") for name in names]
    found = [folder + slash for folder, slash, name in parts if name.casefold() == "data.pkl"]
    exact = [folder + slash for folder, slash, name in parts if name == "data.pkl"]
    if any("/code/" in f"/{name}" or name.endswith("constants.pkl") for name in names):
        raise Refused("script")
    if any("exported_program" in name or name.endswith("models/model.json") for name in names):
        raise Refused("exported")
    if len(found) > 1 or found != exact:
        raise Refused("doubled", ", ".join(sorted(names)[:10]))
    if not found:
        raise Refused("unknown")
    return found[0]


def _data_start(file: BinaryIO, entry: zipfile.ZipInfo) -> int:
    file.seek(entry.header_offset)
    header = file.read(_LOCAL_HEADER_BYTES)
    if len(header) < _LOCAL_HEADER_BYTES or header[:4] != _ZIP_MAGIC:
        raise Refused("damaged", f"no entry at {entry.header_offset}")
    name_bytes, extra_bytes = struct.unpack("<HH", header[26:30])
    return entry.header_offset + _LOCAL_HEADER_BYTES + name_bytes + extra_bytes


def _read_legacy(file: BinaryIO) -> tuple[object, dict[str, _Place]]:
    """Magic number, protocol, system, the object, its storages' keys; then each storage with its length before it."""
    bounded = _Bounded(file)
    storages: dict[str, Storage] = {}
    if _load(bounded) != _LEGACY_MAGIC or _load(bounded) != _LEGACY_PROTOCOL:
        raise Refused("unknown")
    system = _load(bounded)
    if isinstance(system, dict) and not system.get("little_endian", True):
        raise Refused("big endian")
    loaded = _load(bounded, storages)
    keys = _load(bounded)
    places: dict[str, _Place] = {}
    for key in keys if isinstance(keys, list) else []:
        storage = storages.get(key) if isinstance(key, str) else None
        count = struct.unpack("<q", file.read(8))[0]
        if storage is None or count != storage.items:
            raise Refused("damaged", f"storage {key!r} of {count} items")
        places[storage.key] = _Place(file.tell(), None)
        file.seek(count * storage.item_bytes, 1)
        if file.tell() > _size(file):
            raise Refused("damaged", f"storage {key!r} is cut short")
    return loaded, places


def _state_dict(loaded: object) -> dict[str, Tensor]:
    for key in _WRAPPING_KEYS:
        if isinstance(loaded, dict) and isinstance(loaded.get(key), dict):
            loaded = loaded[key]
    if not isinstance(loaded, dict) or not loaded:
        raise Refused("unknown")
    for name, tensor in loaded.items():
        if not isinstance(name, str) or len(name) > _LONGEST_KEY:
            raise Refused("keys", repr(name)[:100] if isinstance(name, str | int) else type(name).__name__)
        if not isinstance(tensor, Tensor):
            raise Refused("unknown", f"{name} is a {type(tensor).__name__}")
    if len(loaded) > _MOST_TENSORS:
        raise Refused("greedy", f"{len(loaded):,} tensors")
    return loaded


def _row(name: str, tensor: Tensor, places: dict[str, _Place]) -> list[object]:
    storage = tensor.storage
    if storage.key not in places:
        raise Refused("damaged", f"the numbers of {name} are not there")
    place = places[storage.key]
    return [
        name,
        storage.dtype,
        list(tensor.shape),
        list(tensor.stride),
        tensor.offset,
        storage.key,
        place.start,
        storage.items,
        place.crc,
    ]


def _load(file: "_Bounded", storages: dict[str, Storage] | None = None) -> object:
    unpickler = _Unpickler(file)
    unpickler.storages = {} if storages is None else storages
    return unpickler.load()


def _load_other(_unpickler: object) -> None:
    raise Refused("damaged", "a kind of object that no state dict holds")


# Not the one in C: an index in the stream makes it reserve as much memory as the index says.
class _Unpickler(pickle._Unpickler):  # type: ignore[name-defined]
    """Knows what state dicts are made of. Keys are text or numbers: hashing others may take for ever, or crash."""

    storages: dict[str, Storage]
    stack: list[Any]
    append: Callable[[object], None]
    pop_mark: Callable[[], list[Any]]

    def load_setitem(self) -> None:
        value, key = self.stack.pop(), self.stack.pop()
        _put(self.stack[-1], [key, value])

    def load_setitems(self) -> None:
        items = self.pop_mark()
        _put(self.stack[-1], items)

    def load_dict(self) -> None:
        self.append(_put({}, self.pop_mark()))

    dispatch = {  # noqa: RUF012 - as the class above declares it
        **pickle._Unpickler.dispatch,  # type: ignore[attr-defined]
        pickle.SETITEM[0]: load_setitem,
        pickle.SETITEMS[0]: load_setitems,
        pickle.DICT[0]: load_dict,
        **{
            opcode[0]: _load_other
            for opcode in (
                pickle.EMPTY_SET,
                pickle.ADDITEMS,
                pickle.FROZENSET,
                pickle.BYTEARRAY8,
                pickle.NEXT_BUFFER,
                pickle.READONLY_BUFFER,
                pickle.EXT1,
                pickle.EXT2,
                pickle.EXT4,
            )
        },
    }

    def find_class(self, module: str, name: str) -> Any:
        known = _KNOWN.get((module, name))
        if known is None and module == "torch" and name.removesuffix("Storage") in _DTYPES:
            return name
        if known is None:
            raise Refused("code", f"{module} {name}"[:200])
        return known

    def persistent_load(self, pid: Any) -> Storage:
        """Source: torch.serialization, `persistent_id` of _save and _legacy_save."""
        word, kind, key, _location, count, *view = pid
        are_texts = all(isinstance(text, str) and len(text) <= _LONGEST_KEY for text in (word, kind, key))
        if not are_texts or word != "storage" or any(part is not None for part in view):
            raise Refused("damaged", "a storage that is none")
        dtype, item_bytes = _DTYPES[kind.removesuffix("Storage")]
        if type(count) is not int or not 0 <= count < 2**48:
            raise Refused("damaged", f"a storage of {str(count)[:50]} items")
        return self.storages.setdefault(key, Storage(key, dtype, item_bytes, count))


def _put(target: Any, items: list[Any]) -> dict[Any, Any]:
    if not isinstance(target, dict):
        raise Refused("damaged", "items of something that has none")
    for key, value in zip(items[::2], items[1::2], strict=True):
        if not isinstance(key, str | int | float | None):
            raise Refused("keys", type(key).__name__)
        target[key] = value
    return target


def _ordered(pairs: Any = ()) -> dict[Any, Any]:
    return _put(collections.OrderedDict(), [part for pair in pairs for part in pair[:2]])


def _rebuild_tensor(storage: Any, offset: Any, shape: Any, stride: Any, *_ignored: object) -> Tensor:
    numbers = (offset, *shape, *stride)
    if (
        not isinstance(storage, Storage)
        or len(shape) != len(stride)
        or len(shape) > _MOST_DIMENSIONS
        or any(type(number) is not int or not 0 <= number < 2**48 for number in numbers)
    ):
        raise Refused("damaged", "a tensor that is none")
    last = offset + sum((side - 1) * step for side, step in zip(shape, stride, strict=True))
    if 0 not in shape and last >= storage.items:
        raise Refused("damaged", "a tensor that reaches beyond its numbers")
    return Tensor(storage, offset, tuple(shape), tuple(stride))


def _rebuild_parameter(data: Any, *_ignored: object) -> Any:
    return data


def _anything(*_ignored: object) -> None:
    return None


_KNOWN: dict[tuple[str, str], Any] = {
    ("collections", "OrderedDict"): _ordered,
    ("torch._utils", "_rebuild_tensor"): _rebuild_tensor,
    ("torch._utils", "_rebuild_tensor_v2"): _rebuild_tensor,
    ("torch._utils", "_rebuild_parameter"): _rebuild_parameter,
    ("torch", "Size"): tuple,
    ("torch", "device"): _anything,
    **{("torch", name): name for name in ("float16", "float32", "float64", "bfloat16", "int64")},
}


class _Bounded:
    """What an unpickler reads, no more than a description may take."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._left = _MOST_PICKLE_BYTES

    def read(self, count: int) -> bytes:
        self._spend(count)
        return self._file.read(count)

    def readline(self) -> bytes:
        line = self._file.readline(_MOST_PICKLE_BYTES)
        self._spend(len(line))
        return line

    def _spend(self, count: int) -> None:
        self._left -= count
        if self._left < 0:
            raise Refused("greedy", "its description is too long")


def _size(file: BinaryIO) -> int:
    at = file.tell()
    size = file.seek(0, 2)
    file.seek(at)
    return size


if __name__ == "__main__":
    answer()
