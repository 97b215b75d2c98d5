"""A finished model gets temperature and threshold from pictures that it has not seen, in a new file."""

from pathlib import Path

import pytest
import torch

from tests.helpers.models import tiny_bundle
from tests.helpers.runs import easy_data
from vgg_desktop.core.model.labels import Label
from vgg_desktop.core.model.model_info import CalibrationChanges
from vgg_desktop.engine.calibrate import calibrate
from vgg_desktop.engine.weights import bundle
from vgg_desktop.training.evaluation.calibration import calibrate_model, fit_calibration
from vgg_desktop.training.progress import CancelledError

OPTIONS = {"device": "cpu", "precision": "fp32"}


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return tiny_bundle(tmp_path / "tiny.safetensors", ("class0", "class1", "class2"))


def test_what_is_returned_is_what_was_written(tmp_path: Path, model: Path):
    data, target, told = easy_data(tmp_path / "data", per_class=40), tmp_path / "new.safetensors", []
    (data / "class0" / "broken.png").write_bytes(b"no picture")
    made = calibrate_model(model, data, target, CalibrationChanges(name="Squares"), on_notice=told.append, **OPTIONS)
    info, _ = bundle.load(target)
    assert info == made.info
    assert info.name == "Squares"
    assert info.metrics["val_count"] == 120
    assert len(told) == 1
    assert "broken.png" in told[0]


def test_a_cancelled_calibration_writes_nothing(tmp_path: Path, model: Path):
    data, told = easy_data(tmp_path / "data", per_class=40), []
    before = sorted(tmp_path.iterdir())
    with pytest.raises(CancelledError):
        calibrate_model(
            model,
            data,
            tmp_path / "new.safetensors",
            CalibrationChanges(),
            on_notice=told.append,
            on_progress=lambda done, total: told.append((done, total)),
            cancelled=lambda: len(told) >= 3,
            **OPTIONS,
        )
    assert sorted(tmp_path.iterdir()) == before


def test_a_model_without_mistakes_is_not_made_surer_than_it_is():
    targets = torch.arange(40) % 4
    logits = torch.nn.functional.one_hot(targets).float() * 3
    assert fit_calibration(logits, targets).temperature == 1.0
    assert calibrate(logits, targets, (logits, targets)).temperature == 1.0


def test_a_run_on_classes_of_wordnet_gets_a_threshold_for_kinds_and_one_on_classes_of_its_own_none():
    generator = torch.Generator().manual_seed(0)
    logits = 2 * torch.randn(4_000, 4, generator=generator)
    targets = torch.multinomial(logits.softmax(1), 1, generator=generator).flatten()
    wnids = ("n02096051", "n02088364", "n02123045", "n02123394")
    found = fit_calibration(logits, targets, [Label(wnid, wnid) for wnid in wnids])
    assert found.kind_threshold is not None
    assert found.kind_accuracy == pytest.approx(0.8, abs=0.03)
    own = fit_calibration(logits, targets, [Label(name, name) for name in "abcd"])
    assert own.kind_threshold is None
    assert (own.threshold, own.temperature) == (found.threshold, found.temperature)
