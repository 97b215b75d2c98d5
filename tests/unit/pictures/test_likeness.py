"""The same picture is known again, and no other is taken for it."""

import io

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageEnhance

from tests.helpers.pictures import photo, solid
from vgg_desktop.core.files.paths import assets_dir
from vgg_desktop.pictures.likeness import LOOK_BYTES, NEAR_BITS, look_of, near_groups, nearest, pixel_hash


def bits_between(one: Image.Image, other: Image.Image) -> int:
    looks = [look_of(np.asarray(image.convert("RGB"))) for image in (one, other)]
    return int.bit_count(int.from_bytes(looks[0] or b"") ^ int.from_bytes(looks[1] or b""))


def saved_again(image: Image.Image, quality: int) -> Image.Image:
    file = io.BytesIO()
    image.save(file, "JPEG", quality=quality)
    return Image.open(io.BytesIO(file.getvalue())).convert("RGB")


PICTURES = [Image.open(assets_dir() / "samples" / name).convert("RGB") for name in ("coffee.jpg", "photographer.jpg")]


@pytest.mark.parametrize("image", PICTURES)
def test_the_same_picture_saved_otherwise_is_near(image: Image.Image) -> None:
    width, height = image.size
    others = [
        saved_again(image, 30),
        image.resize((width // 3, height // 3)),
        ImageEnhance.Brightness(image).enhance(1.2),
        ImageEnhance.Contrast(image).enhance(0.8),
        image.convert("L"),
    ]
    assert max(bits_between(image, other) for other in others) <= NEAR_BITS


def test_other_pictures_and_mirror_images_are_far() -> None:
    assert bits_between(*PICTURES) > 2 * NEAR_BITS
    assert bits_between(PICTURES[0], PICTURES[0].transpose(Image.Transpose.FLIP_LEFT_RIGHT)) > 2 * NEAR_BITS


def test_pictures_of_nothing_are_like_none() -> None:
    black = look_of(np.asarray(solid((0, 0, 0), size=(64, 64))))
    assert black is None
    assert near_groups([black, black, look_of(np.asarray(photo()))]) == []


def test_equal_pixels_have_equal_hashes_and_others_do_not() -> None:
    pixels = np.asarray(photo())
    assert pixel_hash(pixels) == pixel_hash(pixels.copy())
    assert pixel_hash(pixels) != pixel_hash(pixels.reshape(64, 48, 3))
    changed = pixels.copy()
    changed[20, 20, 1] ^= 1
    assert pixel_hash(pixels) != pixel_hash(changed)


@settings(deadline=None, max_examples=30, derandomize=True)
@given(seed=st.integers(0, 2**32 - 1))
def test_every_near_picture_is_found_and_no_other(seed: int) -> None:
    random = np.random.default_rng(seed)
    bits = random.integers(0, 2, (12, 256), dtype=np.uint8)
    for row in range(12, 40):
        flips = random.choice(256, random.integers(0, 45), replace=False)
        made = bits[random.integers(0, row)].copy()
        made[flips] ^= 1
        bits = np.vstack([bits, made])
    distance = (bits[:, None] != bits[None]).sum(-1)
    looks = [np.packbits(row).tobytes() for row in bits]
    assert all(len(look) == LOOK_BYTES for look in looks)
    reached = distance <= NEAR_BITS
    for _ in range(6):
        reached = (reached.astype(int) @ reached) > 0
    groups = {tuple(np.flatnonzero(row).tolist()) for row in reached if row.sum() > 1}
    assert near_groups(looks) == sorted(map(list, groups))
    to_others = distance[:15, 15:]
    expected = [int(row.argmin()) if row.min() <= NEAR_BITS else None for row in to_others]
    assert nearest(looks[:15], looks[15:]) == expected


def test_no_picture_at_all_is_near_to_none() -> None:
    assert near_groups([]) == near_groups([None]) == nearest([], []) == []
    assert nearest([None], [b"1" * LOOK_BYTES]) == nearest([b"1" * LOOK_BYTES], [None]) == [None]


def test_thousands_of_frames_of_one_film_are_one_group() -> None:
    random = np.random.default_rng(0)
    bits = np.repeat(random.integers(0, 2, (1, 256), dtype=np.uint8), 3000, 0)
    bits[np.arange(3000), random.integers(0, 256, 3000)] ^= 1
    bits[np.arange(3000), random.integers(0, 256, 3000)] ^= 1
    assert near_groups([np.packbits(row).tobytes() for row in bits]) == [list(range(3000))]
