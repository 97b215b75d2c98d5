"""One black and one white for all deep pictures of a data set."""

from pathlib import Path

import numpy as np

from tests.helpers.deep_pictures import deep_png, deep_tiff
from tests.helpers.pictures import png
from vgg_desktop.core.model.model_info import NO_DEPTH, Depth, Preprocessing
from vgg_desktop.core.recipe.recipe_checks import make
from vgg_desktop.training.batches.run_loaders import preprocessing_for
from vgg_desktop.training.data.dataset import Dataset, open_dataset
from vgg_desktop.training.data.picture_set import training_preprocessing

RECIPE = make({"val_share": 0.5})


def scans(brightest: int, dtype: str = "u2") -> np.ndarray:
    return np.linspace(0, brightest, 48 * 48).reshape(48, 48).astype(dtype)


def written(folder: Path, files: dict[str, bytes]) -> Dataset:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return open_dataset(folder, recipe=RECIPE)


def test_pictures_that_do_not_say_what_is_white_share_the_range_of_the_brightest(tmp_path: Path) -> None:
    dataset = written(
        tmp_path,
        {
            "cat/1.png": deep_png(scans(900)),
            "cat/2.png": deep_png(scans(15000)),
            "cat/3.png": deep_png(scans(60), 10),
            "dog/1.tif": deep_tiff(scans(720, "f4")),
            "dog/2.tif": deep_tiff(scans(300, "f4")),
            "dog/3.png": png(48, 48),
        },
    )
    assert dataset.depth == Depth(integers=(0, 16383), floats=(0, 720))
    shown = preprocessing_for(32, Preprocessing(depth=dataset.depth))
    pictures = {
        path: (side.square(place, shown), side.square(place, training_preprocessing(shown)))
        for side in (dataset.train, dataset.val)
        for place, path in enumerate(side.paths)
    }
    brightest = {path: max(int(square.max()) for square in squares) for path, squares in pictures.items()}
    assert abs(brightest["cat/1.png"] - 900 * 255 / 16383) < 2
    assert abs(brightest["cat/2.png"] - 15000 * 255 / 16383) < 4
    assert abs(brightest["cat/3.png"] - 60 * 255 / 1023) < 2
    assert abs(brightest["dog/2.tif"] - 300 * 255 / 720) < 3


def test_a_data_set_of_ordinary_pictures_has_no_such_range(tmp_path: Path) -> None:
    assert written(tmp_path, {f"{name}/{i}.png": png(48, 48, i) for name in "ab" for i in range(3)}).depth == NO_DEPTH
