"""Resizing and cropping equal torchvision's evaluation preset, bit for bit."""

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from torchvision.transforms import v2

from tests.helpers.pictures import photo, thin_png
from vgg_desktop.core.model.model_info import Preprocessing
from vgg_desktop.pictures.decode import Picture, decode
from vgg_desktop.pictures.resize import centre_crop, fit_resize, model_square

SIZES = [(500, 375), (375, 500), (256, 256), (257, 301), (64, 64), (1, 1), (3, 2), (640, 41), (255, 256), (1000, 63)]


def torchvision_resized(image: Image.Image, side: int) -> np.ndarray:
    return np.asarray(v2.Resize(side, interpolation=v2.InterpolationMode.BILINEAR, antialias=True)(image))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("side", [32, 73, 256])
def test_resizing_equals_torchvision_bit_for_bit(size: tuple[int, int], side: int) -> None:
    image = photo(*size)
    assert np.array_equal(fit_resize(np.asarray(image), side), torchvision_resized(image, side))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("side", [1, 32, 63, 224, 512])
def test_cropping_equals_torchvision_bit_for_bit_and_pads_what_is_too_small(size: tuple[int, int], side: int) -> None:
    image = photo(*size)
    assert np.array_equal(centre_crop(np.asarray(image), side), np.asarray(v2.CenterCrop(side)(image)))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.integers(1, 120), st.integers(1, 120), st.integers(1, 90), st.integers(1, 90))
def test_any_picture_is_prepared_as_torchvision_would(width, height, resize_px, crop_px) -> None:
    image = photo(width, height)
    if max(width, height) > 16 * min(width, height):
        image = image.crop((0, 0, min(width, 16 * height), min(height, 16 * width)))
    picture = Picture(np.array(image), image.size, "PNG", damaged=False)
    ours = model_square(picture, Preprocessing(resize_px=resize_px, crop_px=crop_px))
    theirs = v2.Compose([v2.Resize(resize_px, antialias=True), v2.CenterCrop(crop_px)])(image)
    assert np.array_equal(ours, np.asarray(theirs))


def test_a_prepared_picture_can_become_a_tensor_without_a_copy_or_a_warning() -> None:
    picture = Picture(np.array(photo(300, 200)), (300, 200), "PNG", damaged=False)
    pixels = model_square(picture, Preprocessing())
    assert pixels.flags.c_contiguous
    assert torch.from_numpy(pixels).shape == (224, 224, 3)


def test_the_pixels_handed_in_stay_as_they_are() -> None:
    pixels = np.asarray(photo(300, 200))
    before = pixels.copy()
    fit_resize(pixels, 100)
    centre_crop(pixels, 100)
    assert np.array_equal(pixels, before)


@pytest.mark.parametrize("size", [(1, 10_000), (10_000, 1), (2, 65_000), (100_000, 1)])
def test_an_extreme_shape_is_cut_to_sixteen_times_its_shorter_side(size: tuple[int, int]) -> None:
    picture = decode(thin_png(*size))
    resized = fit_resize(picture.pixels, 256)
    assert sorted(resized.shape[:2]) == [256, 16 * 256]
    assert model_square(picture, Preprocessing()).shape == (224, 224, 3)


@pytest.mark.parametrize("size", [(30, 600), (600, 30)])
def test_cutting_an_extreme_shape_changes_nothing_that_a_model_sees(size: tuple[int, int]) -> None:
    image = photo(*size)
    picture = Picture(np.array(image), size, "PNG", damaged=False)
    ours = model_square(picture, Preprocessing(resize_px=60, crop_px=56))
    theirs = v2.Compose([v2.Resize(60, antialias=True), v2.CenterCrop(56)])(image)
    assert np.array_equal(ours, np.asarray(theirs))
