"""Which pictures a model has learned from: 16 bytes a picture, half of its file's hash and half of its pixels'."""

import base64
from collections.abc import Iterable
from dataclasses import dataclass

_HASH_BYTES = 8
_SEPARATOR = "."
_MOST_CHARACTERS = 6_000_000


@dataclass(frozen=True, slots=True)
class LearnedFrom:
    """The first 8 bytes of the files' SHA-256, and the pixel hashes (`pictures.likeness.pixel_hash`).

    Of 100,000 pictures and 100,000 others one is taken for known once in two billion times.
    """

    files: frozenset[bytes] = frozenset()
    pixels: frozenset[bytes] = frozenset()

    @classmethod
    def of(cls, pictures: Iterable[tuple[str, str]]) -> "LearnedFrom":
        """From each picture's SHA-256 and pixel hash, both in hex."""
        known = [(bytes.fromhex(sha256)[:_HASH_BYTES], bytes.fromhex(pixels)) for sha256, pixels in pictures]
        return cls(frozenset(file for file, _ in known if file), frozenset(pixels for _, pixels in known if pixels))

    @classmethod
    def decode(cls, text: str) -> "LearnedFrom":
        """From the text of `encode`; nothing from any other."""
        files, _, pixels = text.partition(_SEPARATOR)
        return cls(_hashes(files), _hashes(pixels))

    def encode(self) -> str:
        """As text, the same for the same pictures; "" for none, and for more than a weights file's head has room for.

        Of more than 280,000 pictures only the files' hashes are kept, of more than 560,000 nothing.
        """
        files, pixels = _text(self.files), _text(self.pixels)
        if len(files) + len(pixels) > _MOST_CHARACTERS:
            pixels = ""
        return f"{files}{_SEPARATOR}{pixels}" if 0 < len(files) <= _MOST_CHARACTERS else ""

    def __or__(self, other: "LearnedFrom") -> "LearnedFrom":
        return LearnedFrom(self.files | other.files, self.pixels | other.pixels)

    def __len__(self) -> int:
        return len(self.files)

    def has(self, sha256: str, pixels: str) -> bool:
        """Whether this picture, or another file with its pixels, is among them; hashes in hex, "" for none."""
        return bytes.fromhex(sha256)[:_HASH_BYTES] in self.files or bytes.fromhex(pixels) in self.pixels


def _text(hashes: frozenset[bytes]) -> str:
    return base64.b64encode(b"".join(sorted(hashes))).decode()


def _hashes(text: str) -> frozenset[bytes]:
    try:
        data = base64.b64decode(text)
    except ValueError:
        return frozenset()
    return frozenset(data[start : start + _HASH_BYTES] for start in range(0, len(data), _HASH_BYTES))
