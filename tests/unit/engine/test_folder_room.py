"""Many threads, one room: a picture counts until it is as small as the model needs it."""

import hashlib
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.helpers.memory_room import PATIENCE_S, huge, room_for_one_and_a_half
from tests.helpers.models import tiny_bundle
from vgg_desktop.core.model.model_info import Preprocessing
from vgg_desktop.engine.classifier import Classifier
from vgg_desktop.engine.folder import classify_paths
from vgg_desktop.training.data import picture_set
from vgg_desktop.training.data.picture_set import PictureSet


class Counted:
    """Stands in for what makes pictures small: the first call waits until another thread has to wait for room."""

    def __init__(self, work: Callable[..., Any], has_waiter: threading.Event) -> None:
        self._work, self._has_waiter = work, has_waiter
        self._lock = threading.Lock()
        self._inside = self.most = 0

    def __call__(self, *arguments: Any) -> Any:
        with self._lock:
            self._inside += 1
            self.most = max(self.most, self._inside)
        assert self._has_waiter.wait(PATIENCE_S), "nobody waits for room"
        result = self._work(*arguments)
        with self._lock:
            self._inside -= 1
        return result


def test_a_folder_holds_one_huge_picture_at_a_time_until_it_is_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for number in range(4):
        (tmp_path / f"{number}.png").write_bytes(huge())
    with closing(Classifier.load(tiny_bundle(tmp_path / "model.safetensors"), device="cpu")) as classifier:
        budget = room_for_one_and_a_half(monkeypatch)
        counted = Counted(classifier.square, budget.has_waiter)
        monkeypatch.setattr(classifier, "square", counted)
        results = list(classify_paths(classifier, sorted(tmp_path.glob("*.png")), decode_threads=4))
    assert [result.prediction is not None for result in results] == [True] * 4
    assert counted.most == 1


def test_pictures_for_training_hold_their_room_until_they_are_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "1.png").write_bytes(huge())
    pictures = PictureSet(tmp_path, ("1.png",), (hashlib.sha256(huge()).hexdigest(),), np.zeros(1, np.int64))
    budget = room_for_one_and_a_half(monkeypatch)
    counted = Counted(picture_set.model_square, budget.has_waiter)
    monkeypatch.setattr(picture_set, "model_square", counted)
    threads = [
        threading.Thread(target=pictures.square, args=(0, Preprocessing(resize_px=32, crop_px=32))) for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE_S)
    assert counted.most == 1
