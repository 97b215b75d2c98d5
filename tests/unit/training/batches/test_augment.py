"""What happens to training pictures, and what never does."""

import dataclasses

import numpy as np
import pytest
import torch
from scipy.stats import beta

from tests.helpers.pictures import photo
from vgg_desktop.core.model.model_info import Preprocessing
from vgg_desktop.core.recipe.recipe_checks import make
from vgg_desktop.engine.preprocess import normalised
from vgg_desktop.training.batches import augment
from vgg_desktop.training.batches.augment import STRENGTHS, Augmentation

PLAIN = Preprocessing(resize_px=40, crop_px=32, mean=(0.0, 0.0, 0.0), std=(1.0, 1.0, 1.0))
IMAGENET = Preprocessing(resize_px=40, crop_px=32)
CLASSES = 5
MIXES = [{"mixup": 0.4}, {"cutmix": 1.0}, {"mixup": 0.4, "cutmix": 1.0}]


def build(preprocessing: Preprocessing = PLAIN, dtype: torch.dtype = torch.float32, **recipe) -> Augmentation:
    return Augmentation(
        make({"augmentation": "none", **recipe}),
        input_px=preprocessing.crop_px,
        mean=preprocessing.mean,
        std=preprocessing.std,
        class_count=CLASSES,
        dtype=dtype,
    )


def photos(count: int, side_px: int) -> torch.Tensor:
    return torch.from_numpy(np.stack([np.asarray(photo(side_px, side_px, seed=n)) for n in range(count)]))


def run(augmentation: Augmentation, pictures: torch.Tensor, *, epoch: int = 1, samples=None, view: int = 0):
    numbers = np.arange(len(pictures)) if samples is None else np.asarray(samples)
    targets = torch.from_numpy(numbers % CLASSES)
    return augmentation(pictures, targets, epoch=epoch, samples=numbers, view=view)


def images_of(augmentation: Augmentation, pictures: torch.Tensor, **options) -> torch.Tensor:
    return run(augmentation, pictures, **options)[0]


@pytest.fixture
def geometry_only(monkeypatch: pytest.MonkeyPatch):
    """The presets without colour and erasing, so that a pixel's value tells where it comes from."""
    for name, strength in STRENGTHS.items():
        plain = dataclasses.replace(strength, brightness=0, contrast=0, saturation=0, hue_degrees=0, erase=0)
        monkeypatch.setitem(STRENGTHS, name, plain)


@pytest.mark.parametrize("stored_px", [32, 40])
def test_without_augmentation_a_picture_is_what_classification_shows_the_network(stored_px: int):
    pictures = photos(6, stored_px)
    first = (stored_px - 32) // 2
    middle = pictures[:, first : first + 32, first : first + 32]
    expected = normalised(middle.contiguous(), IMAGENET)
    assert torch.allclose(images_of(build(IMAGENET), pictures), expected, atol=1e-5)


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
@pytest.mark.parametrize("preset", STRENGTHS)
def test_images_come_in_the_layout_and_type_that_the_network_is_fast_with(preset: str, dtype: torch.dtype):
    images, targets = run(build(augmentation=preset, dtype=dtype), photos(4, 40))
    assert images.shape == (4, 3, 32, 32)
    assert images.dtype == dtype
    assert images.is_contiguous(memory_format=torch.channels_last)
    assert targets.tolist() == [0, 1, 2, 3]


@pytest.mark.parametrize("preset", ["light", "standard", "strong"])
def test_what_happens_to_a_picture_does_not_depend_on_its_batch(preset: str):
    augmentation, pictures = build(augmentation=preset), photos(12, 40)
    whole = images_of(augmentation, pictures)
    some = np.array([7, 2, 11])
    assert torch.allclose(images_of(augmentation, pictures[some], samples=some), whole[some], atol=1e-6)


@pytest.mark.parametrize("preset", ["light", "standard", "strong"])
@pytest.mark.parametrize("change", [{"epoch": 2}, {"view": 1}, {"samples": np.arange(12) + 12}])
def test_each_epoch_view_and_sample_draws_anew(preset: str, change: dict):
    augmentation, pictures = build(augmentation=preset), photos(12, 40)
    first, second = images_of(augmentation, pictures), images_of(augmentation, pictures, **change)
    assert (first - second).abs().flatten(1).max(1).values.gt(0.05).sum() >= 10
    assert torch.equal(images_of(augmentation, pictures), first)


def test_the_seed_of_the_recipe_decides():
    first, second = (images_of(build(augmentation="standard", seed=seed), photos(4, 40)) for seed in (0, 1))
    assert not torch.allclose(first, second)


def test_light_moves_and_mirrors_by_whole_pixels_and_blurs_nothing():
    pictures = photos(8, 32)
    images = (images_of(build(augmentation="light"), pictures) * 255).permute(0, 2, 3, 1).numpy()
    found = [_shift_of(image, np.asarray(picture)) for image, picture in zip(images, pictures, strict=True)]
    assert all(found)
    assert len({mirrored for _, _, mirrored in found}) == 2
    assert all(abs(dy) <= 4 and abs(dx) <= 4 for dy, dx, _ in found)
    assert len({(dy, dx) for dy, dx, _ in found}) > 3


def _shift_of(image: np.ndarray, picture: np.ndarray) -> tuple[int, int, bool] | None:
    padded = np.pad(picture, ((8, 8), (8, 8), (0, 0)), mode="symmetric")
    for dy in range(-8, 9):
        for dx in range(-8, 9):
            window = padded[8 + dy : 40 + dy, 8 + dx : 40 + dx]
            for mirrored in (False, True):
                expected = window[:, ::-1] if mirrored else window
                if np.abs(image - expected).max() < 0.01:
                    return dy, dx, mirrored
    return None


def _map(side_px: int, count: int) -> torch.Tensor:
    """Red says how far right a pixel is, green how far down: 4 levels a pixel."""
    right, down = np.meshgrid(np.arange(side_px) * 4, np.arange(side_px) * 4)
    square = np.stack([right, down, np.zeros_like(right)], axis=-1).astype(np.uint8)
    return torch.from_numpy(np.broadcast_to(square, (count, side_px, side_px, 3)).copy())


@pytest.mark.usefixtures("geometry_only")
@pytest.mark.parametrize(("preset", "least_area"), [("standard", 0.35), ("strong", 0.25)])
def test_crops_have_the_areas_and_shapes_that_the_preset_allows(
    preset: str, least_area: float, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(STRENGTHS, preset, dataclasses.replace(STRENGTHS[preset], turn_degrees=0))
    images = images_of(build(augmentation=preset), _map(48, 400)).numpy() * 255 / 4
    across, down = images[:, 0, 16, :], images[:, 1, :, 16]
    # Steps at the middle, where no edge is near; one step of the output is window / 32 stored pixels.
    width, height = abs(across[:, 17] - across[:, 15]) * 16, abs(down[:, 17] - down[:, 15]) * 16
    area, ratio = width * height / 48**2, width / height
    assert least_area * 0.99 < area.min() < least_area * 1.15
    assert 0.9 < area.max() < 1.01
    assert 0.75 * 0.99 < ratio.min() < 0.8
    assert 1.25 < ratio.max() < 4 / 3 * 1.01
    assert 0.4 < (across[:, 17] < across[:, 15]).mean() < 0.6
    assert across.min() >= 0
    assert down.max() <= 47


@pytest.mark.usefixtures("geometry_only")
def test_strong_turns_pictures_a_little():
    images = images_of(build(augmentation="strong"), _map(48, 200)).numpy() * 255 / 4
    slope = (images[:, 1, 16, 17] - images[:, 1, 16, 15]) / abs(images[:, 0, 16, 17] - images[:, 0, 16, 15])
    degrees = np.degrees(np.arctan(slope))
    assert 8 < abs(degrees).max() < 10.5
    assert degrees.min() < -5
    assert degrees.max() > 5


@pytest.mark.parametrize(("preset", "reach"), [("standard", 0.2), ("strong", 0.4)])
def test_colour_changes_stay_in_their_range_and_grey_stays_grey(
    preset: str, reach: float, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(STRENGTHS, preset, dataclasses.replace(STRENGTHS[preset], erase=0))
    grey = torch.full((300, 32, 32, 3), 115, dtype=torch.uint8)
    images = images_of(build(augmentation=preset), grey)
    assert (images.amax((1, 2, 3)) - images.amin((1, 2, 3))).max() < 1e-4
    # At the pivot of contrast, 0.45, only brightness and what contrast makes of it can be seen.
    level = images.mean((1, 2, 3)) / (115 / 255)
    assert 1 - reach * (1 + reach) - 0.02 < level.min() < 1 - reach * 0.9
    assert 1 + reach * 0.9 < level.max() < 1 + reach * (1 + reach) + 0.02


def test_standard_saturates_and_strong_also_turns_hues():
    red = torch.zeros((200, 32, 32, 3), dtype=torch.uint8)
    red[..., 0] = 200
    for preset, turns in (("standard", False), ("strong", True)):
        colour = images_of(build(augmentation=preset), red)[:, :, 16, 16]
        spread = (colour[:, 1] - colour[:, 2]).abs().max()
        assert (spread > 0.05) == turns


def test_strong_blanks_a_rectangle_in_a_quarter_of_the_pictures():
    white = torch.full((800, 32, 32, 3), 255, dtype=torch.uint8)
    images = images_of(build(augmentation="strong"), white)
    blank = (images == 0).all(1).float().mean((1, 2))
    erased = blank[blank > 0]
    assert 0.2 < len(erased) / 800 < 0.3
    assert erased.min() > 0.01
    assert 0.25 < erased.max() < 0.37


def test_mixup_shows_as_much_of_the_neighbour_as_the_targets_say():
    levels = torch.tensor([0, 255] * 20, dtype=torch.uint8)
    pictures = levels[:, None, None, None].expand(40, 32, 32, 3).contiguous()
    augmentation = build(mixup=0.4)
    images, targets = augmentation(pictures, (levels > 0).long(), epoch=1, samples=np.arange(40))
    assert torch.allclose(targets.sum(1), torch.ones(40))
    assert torch.allclose(images.mean((1, 2, 3)), targets[:, 1], atol=1e-4)
    assert torch.allclose(images.amax((1, 2, 3)), images.amin((1, 2, 3)), atol=1e-4)
    assert len(targets[:, 1].unique()) > 30


def test_cutmix_shows_as_many_pixels_of_the_neighbour_as_the_targets_say():
    levels = torch.tensor([0, 255] * 40, dtype=torch.uint8)
    pictures = levels[:, None, None, None].expand(80, 32, 32, 3).contiguous()
    images, targets = build(cutmix=1.0)(pictures, (levels > 0).long(), epoch=1, samples=np.arange(80))
    assert set(images.unique().tolist()) == {0.0, 1.0}
    assert torch.allclose(images.mean((1, 2, 3)), targets[:, 1], atol=1e-5)
    assert len(targets[:, 1].unique()) > 30


def test_with_both_each_picture_gets_one_of_them():
    levels = torch.tensor([0, 255] * 100, dtype=torch.uint8)
    pictures = levels[:, None, None, None].expand(200, 32, 32, 3).contiguous()
    images, targets = build(cutmix=1.0, mixup=1.0)(pictures, (levels > 0).long(), epoch=1, samples=np.arange(200))
    is_cut = ((images == 0) | (images == 1)).flatten(1).all(1)
    assert 70 < is_cut.sum() < 130
    assert torch.allclose(images.mean((1, 2, 3)), targets[:, 1], atol=1e-4)


@pytest.mark.parametrize("mix", MIXES)
def test_a_batch_of_one_meets_itself(mix: dict):
    plain = images_of(build(), photos(1, 32))
    images, targets = run(build(**mix), photos(1, 32))
    assert torch.allclose(images, plain, atol=1e-5)
    assert targets.tolist() == [[1.0, 0.0, 0.0, 0.0, 0.0]]


@pytest.mark.parametrize("alpha", [0.1, 0.2, 1.0, 4.0])
def test_mixing_shares_are_beta_distributed(alpha: float):
    probabilities = np.linspace(0.01, 0.99, 99)
    assert np.allclose(augment._BetaQuantiles(alpha)(probabilities), beta.ppf(probabilities, alpha, alpha), atol=2e-3)


def test_pictures_smaller_than_the_input_are_enlarged():
    images = images_of(build(augmentation="none"), photos(2, 16))
    assert images.shape == (2, 3, 32, 32)
    assert 0 <= images.min() < images.max() <= 1
