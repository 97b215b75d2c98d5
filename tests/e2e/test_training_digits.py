"""A real small data set is learned from scratch on a CPU."""

from pathlib import Path

import numpy as np
from PIL import Image
from sklearn.datasets import load_digits

from tests.helpers.runs import new_run, train_here
from vgg_desktop.engine.classifier import Classifier
from vgg_desktop.engine.folder import classify_paths


def write_digits(root: Path) -> Path:
    """1,797 handwritten digits as PNG files of 32 px in ten class folders."""
    digits = load_digits()
    for digit in range(10):
        (root / str(digit)).mkdir(parents=True)
    for number, (pixels, digit) in enumerate(zip(digits.images, digits.target, strict=True)):
        square = Image.fromarray((pixels * 255 / 16).astype(np.uint8)).resize((32, 32), Image.Resampling.BICUBIC)
        square.save(root / str(digit) / f"{number:04}.png")
    return root


def test_digits_are_learned_from_scratch_to_over_97_percent(tmp_path):
    data = write_digits(tmp_path / "digits")
    run = new_run(
        tmp_path, data, epochs=5, batch_size=64, learning_rate=0.05, width=1 / 8, label_smoothing=0.1, workers=0
    )
    status, _ = train_here(run)
    assert status == 0
    evaluation = run.evaluation()
    assert evaluation.count > 350
    assert evaluation.top1 > 0.97
    assert min(result.recall for result in evaluation.classes) > 0.85

    # What people use afterwards says the same about the same files.
    classifier = Classifier.load(run.best_file, device="cpu")
    pictures = evaluation.pictures[:100]
    results = classify_paths(classifier, [data / picture.path for picture in pictures])
    said = [result.prediction.best.label.id for result in results]
    agreeing = sum(label == str(picture.predicted) for label, picture in zip(said, pictures, strict=True))
    assert agreeing >= 98
    classifier.close()
