"""The tensor a network reads is the one that torchvision's evaluation preset would give it."""

import numpy as np
import pytest
import torch
from PIL import Image
from torchvision.transforms._presets import ImageClassification

from tests.helpers.pictures import photo
from vgg_desktop.core.model.model_info import Preprocessing
from vgg_desktop.engine.preprocess import normalised
from vgg_desktop.pictures.decode import Picture
from vgg_desktop.pictures.resize import model_square


def prepared(image: Image.Image, preprocessing: Preprocessing) -> np.ndarray:
    return model_square(Picture(np.array(image), image.size, "PNG", False), preprocessing)


@pytest.mark.parametrize("size", [(500, 375), (375, 500), (256, 256), (90, 1000), (17, 23)])
@pytest.mark.parametrize("sides", [(256, 224), (64, 64), (232, 224)])
def test_equals_torchvisions_preset_to_the_last_bit(size: tuple[int, int], sides: tuple[int, int]):
    preprocessing = Preprocessing(resize_px=sides[0], crop_px=sides[1])
    image = photo(*size)
    ours = normalised(prepared(image, preprocessing)[None], preprocessing)[0]
    assert torch.equal(ours, ImageClassification(resize_size=sides[0], crop_size=sides[1])(image))


def test_other_means_and_deviations_are_used():
    preprocessing = Preprocessing(resize_px=40, crop_px=32, mean=(0.5, 0.4, 0.3), std=(0.5, 0.25, 1.0))
    preset = ImageClassification(resize_size=40, crop_size=32, mean=preprocessing.mean, std=preprocessing.std)
    image = photo()
    assert torch.equal(normalised(prepared(image, preprocessing)[None], preprocessing)[0], preset(image))


def test_a_batch_is_its_pictures_one_by_one_and_channels_last():
    preprocessing = Preprocessing(resize_px=32, crop_px=32)
    pixels = np.stack([prepared(photo(seed=seed), preprocessing) for seed in range(3)])
    batch = normalised(pixels, preprocessing)
    assert batch.shape == (3, 3, 32, 32)
    assert batch.is_contiguous(memory_format=torch.channels_last)
    for one, picture in zip(batch, pixels, strict=True):
        assert torch.equal(one, normalised(picture[None], preprocessing)[0])


def test_the_pixels_are_left_as_they_were():
    preprocessing = Preprocessing(resize_px=32, crop_px=32)
    pixels = prepared(photo(), preprocessing)[None]
    before = pixels.copy()
    normalised(pixels, preprocessing)
    assert np.array_equal(pixels, before)
