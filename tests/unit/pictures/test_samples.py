"""The sample pictures that the window offers."""

import numpy as np
import pytest

from vgg_desktop.core.files.paths import assets_dir
from vgg_desktop.core.files.picture_files import find_pictures
from vgg_desktop.pictures.decode import decode

SAMPLES = list(find_pictures([assets_dir() / "samples"]))


def test_there_are_at_least_four_and_the_readme_states_the_licence_of_each() -> None:
    assert len(SAMPLES) >= 4
    rows = (assets_dir() / "samples" / "README.md").read_text(encoding="utf-8").splitlines()
    for sample in SAMPLES:
        (row,) = [row for row in rows if row.startswith(f"| `{sample.name}` |")]
        assert "CC0" in row or "public domain" in row


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_each_is_a_whole_photo_of_moderate_size(sample) -> None:
    picture = decode(sample)
    assert not picture.damaged
    assert min(picture.source_size_px) >= 256
    assert np.std(picture.pixels) > 30
    assert sample.stat().st_size < 150_000
