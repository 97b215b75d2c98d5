import threading
import time
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.helpers.models import tiny_bundle
from tests.helpers.pictures import jpeg, png
from vgg_desktop.services.answers import FolderProgress, ManyFinished, ModelRequest, PictureAnswer, PictureFailure
from vgg_desktop.services.inference import InferenceService

ENGINE_MS = 60_000


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_bundle(tmp_path_factory.mktemp("model") / "tiny.safetensors")


@pytest.fixture(scope="module")
def other_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_bundle(tmp_path_factory.mktemp("other") / "other.safetensors", classes=("ant", "bee"), name="other")


@pytest.fixture
def service(qapp: QApplication) -> Iterator[InferenceService]:  # noqa: ARG001 - the service needs one.
    service = InferenceService()
    yield service
    assert service.shutdown(10)


@pytest.fixture
def ready(service: InferenceService, model: Path, qtbot: QtBot) -> InferenceService:
    with qtbot.waitSignal(service.model_changed, timeout=ENGINE_MS):
        service.start(request_for(model))
    return service


@pytest.fixture
def folder(tmp_path: Path) -> list[Path]:
    """Forty pictures; the eighth is no picture."""
    paths = [tmp_path / f"{number:02}.jpg" for number in range(40)]
    for number, path in enumerate(paths):
        path.write_bytes(b"no picture" if number == 7 else jpeg(seed=number))
    return paths


def request_for(path: Path) -> ModelRequest:
    return ModelRequest(str(path), "cpu", "fp32")


class Collected:
    """Everything that the service said, in order."""

    def __init__(self, service: InferenceService) -> None:
        self.answers: list[PictureAnswer] = []
        self.failures: list[PictureFailure] = []
        self.results: list = []
        self.handfuls = 0
        self.progress: list[FolderProgress] = []
        self.finished: list[ManyFinished] = []
        service.prediction_ready.connect(self.answers.append)
        service.picture_failed.connect(self.failures.append)
        service.many_results.connect(self._take)
        service.many_progress.connect(self.progress.append)
        service.many_finished.connect(self.finished.append)

    def _take(self, results: tuple) -> None:
        self.results.extend(results)
        self.handfuls += 1


def test_a_picture_gets_its_answer_with_time_and_device(ready: InferenceService, qtbot: QtBot) -> None:
    with qtbot.waitSignal(ready.prediction_ready, timeout=ENGINE_MS) as answered:
        generation = ready.classify_picture(png(), top=3)
    (answer,) = answered.args
    assert answer.generation == generation
    assert len(answer.prediction.candidates) == 3
    assert answer.elapsed_ms > 0
    assert answer.device.kind == "cpu"


def test_bytes_and_the_file_of_the_same_picture_get_the_same_answer(
    ready: InferenceService, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "same.png"
    path.write_bytes(png())
    predictions = []
    for source in (path, png()):
        with qtbot.waitSignal(ready.prediction_ready, timeout=ENGINE_MS) as answered:
            ready.classify_picture(source, top=5)
        predictions.append(answered.args[0].prediction)
    assert predictions[0] == predictions[1]


def test_a_picture_asked_for_before_the_model_is_there_is_answered_by_it(
    service: InferenceService, model: Path, qtbot: QtBot
) -> None:
    generation = service.classify_picture(png(), top=1)
    with qtbot.waitSignal(service.prediction_ready, timeout=ENGINE_MS) as answered:
        service.start(request_for(model))
    assert answered.args[0].generation == generation


def test_the_newest_picture_wins_and_late_answers_are_dropped(ready: InferenceService, qtbot: QtBot) -> None:
    said = Collected(ready)
    generations = [ready.classify_picture(png(seed=number), top=1) for number in range(50)]
    qtbot.waitUntil(lambda: bool(said.answers), timeout=ENGINE_MS)
    qtbot.wait(100)
    assert [answer.generation for answer in said.answers] == [generations[-1]]


def test_a_forgotten_picture_is_never_answered(ready: InferenceService, qtbot: QtBot) -> None:
    said = Collected(ready)
    ready.classify_picture(png(), top=1)
    ready.forget_picture()
    qtbot.wait(200)
    assert said.answers == []


def test_a_file_that_is_no_picture_fails_with_a_sentence(ready: InferenceService, qtbot: QtBot) -> None:
    with qtbot.waitSignal(ready.picture_failed, timeout=ENGINE_MS) as failed:
        generation = ready.classify_picture(b"not a picture", top=1)
    assert failed.args[0].generation == generation
    assert failed.args[0].error.summary


def test_every_file_of_a_folder_has_its_result_in_order(
    ready: InferenceService, qtbot: QtBot, folder: list[Path]
) -> None:
    said = Collected(ready)
    with qtbot.waitSignal(ready.many_finished, timeout=ENGINE_MS):
        ready.classify_many(folder, top=2)
    assert [result.path for result in said.results] == folder
    assert [result.path for result in said.results if result.error] == [folder[7]]
    (finished,) = said.finished
    assert (finished.done, finished.total, finished.failed, finished.is_stopped) == (40, 40, 1, False)


def test_progress_ends_with_everything_done(ready: InferenceService, qtbot: QtBot, folder: list[Path]) -> None:
    said = Collected(ready)
    with qtbot.waitSignal(ready.many_finished, timeout=ENGINE_MS):
        ready.classify_many(folder, top=1)
    last = said.progress[-1]
    assert (last.done, last.total, last.failed) == (40, 40, 1)
    assert last.rate > 0
    assert last.seconds_left == 0


def test_results_of_a_folder_come_at_most_20_times_a_second(
    ready: InferenceService, qtbot: QtBot, folder: list[Path]
) -> None:
    said = Collected(ready)
    started_s = time.monotonic()
    with qtbot.waitSignal(ready.many_finished, timeout=ENGINE_MS):
        ready.classify_many(folder * 10, top=1)
    assert said.handfuls <= 20 * (time.monotonic() - started_s) + 2


def test_a_picture_is_answered_while_a_folder_runs(ready: InferenceService, qtbot: QtBot, folder: list[Path]) -> None:
    said = Collected(ready)
    ready.classify_many(folder * 40, top=1)
    qtbot.waitUntil(lambda: bool(said.results), timeout=ENGINE_MS)
    with qtbot.waitSignal(ready.prediction_ready, timeout=ENGINE_MS):
        ready.classify_picture(png(), top=1)
    assert said.finished == []
    ready.stop_many()
    qtbot.waitUntil(lambda: bool(said.finished), timeout=ENGINE_MS)


def test_a_stopped_folder_keeps_what_is_done(ready: InferenceService, qtbot: QtBot, folder: list[Path]) -> None:
    said = Collected(ready)
    ready.classify_many(folder * 40, top=1)
    qtbot.waitUntil(lambda: bool(said.results), timeout=ENGINE_MS)
    with qtbot.waitSignal(ready.many_finished, timeout=ENGINE_MS):
        ready.stop_many()
    (finished,) = said.finished
    assert finished.is_stopped
    assert 0 < finished.done < finished.total
    assert finished.done == len(said.results)


def test_a_second_folder_takes_the_place_of_the_first(
    ready: InferenceService, qtbot: QtBot, folder: list[Path]
) -> None:
    said = Collected(ready)
    ready.classify_many(folder * 40, top=1)
    second = ready.classify_many(folder[:3], top=1)
    qtbot.waitUntil(lambda: bool(said.finished), timeout=ENGINE_MS)
    assert [finished.generation for finished in said.finished] == [second]
    assert [result.path for result in said.results] == folder[:3]


def test_the_old_model_answers_until_the_new_one_is_ready(
    ready: InferenceService, qtbot: QtBot, other_model: Path
) -> None:
    with qtbot.waitSignals([ready.prediction_ready, ready.model_changed], timeout=ENGINE_MS):
        ready.classify_picture(png(), top=1)
        ready.use_model(str(other_model), "cpu", "fp32")
    with qtbot.waitSignal(ready.prediction_ready, timeout=ENGINE_MS) as answered:
        ready.classify_picture(png(), top=5)
    assert {candidate.label.name for candidate in answered.args[0].prediction.candidates} == {"ant", "bee"}


def test_a_model_that_cannot_be_loaded_leaves_the_old_one_answering(
    ready: InferenceService, qtbot: QtBot, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.safetensors"
    broken.write_bytes(b"not weights")
    with qtbot.waitSignal(ready.model_failed, timeout=ENGINE_MS) as failed:
        ready.use_model(str(broken))
    assert failed.args[0].summary
    assert ready.status
    assert ready.status.info.name == "tiny"
    assert ready.request == ready.status.request
    assert not ready.is_loading
    with qtbot.waitSignal(ready.prediction_ready, timeout=ENGINE_MS):
        ready.classify_picture(png(), top=1)


def test_without_any_model_a_picture_fails_with_the_reason(
    service: InferenceService, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(service.model_failed, timeout=ENGINE_MS) as failed:
        service.start(request_for(tmp_path / "missing.safetensors"))
    with qtbot.waitSignal(service.picture_failed, timeout=ENGINE_MS) as picture_failed:
        service.classify_picture(png(), top=1)
    assert picture_failed.args[0].error.summary == failed.args[0].summary
    with qtbot.waitSignal(service.many_finished, timeout=ENGINE_MS) as many_finished:
        service.classify_many([tmp_path / "a.png"], top=1)
    assert many_finished.args[0].error.summary == failed.args[0].summary


def test_after_a_failed_model_another_one_works(
    service: InferenceService, model: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(service.model_failed, timeout=ENGINE_MS):
        service.start(request_for(tmp_path / "missing.safetensors"))
    with qtbot.waitSignal(service.model_changed, timeout=ENGINE_MS):
        service.use_model(str(model), "cpu", "fp32")


def test_the_former_model_leaves_memory(ready: InferenceService, qtbot: QtBot, other_model: Path) -> None:
    former = _network(ready)
    with qtbot.waitSignal(ready.model_changed, timeout=ENGINE_MS):
        ready.use_model(str(other_model), "cpu", "fp32")
    assert former() is None


def test_a_resting_model_leaves_memory_and_comes_back_when_needed(ready: InferenceService, qtbot: QtBot) -> None:
    changes: list = []
    ready.model_changed.connect(changes.append)
    network = _network(ready)
    with qtbot.waitSignal(ready.status_changed, timeout=ENGINE_MS) as rested:
        ready.rest()
    assert rested.args[0].is_resting
    assert network() is None
    with qtbot.waitSignal(ready.prediction_ready, timeout=ENGINE_MS):
        ready.classify_picture(png(), top=1)
    assert ready.status
    assert not ready.status.is_resting
    # The same model: what is shown stays valid.
    assert changes == []


def test_beside_a_training_the_model_rests_when_nothing_was_asked_for_a_while(
    ready: InferenceService, qtbot: QtBot
) -> None:
    ready.rest_after_ms = 50
    with qtbot.waitSignal(ready.status_changed, timeout=ENGINE_MS) as rested:
        ready.rest_when_idle(True)
    assert rested.args[0].is_resting


def test_beside_many_trainings_whose_list_changes_all_the_time_the_model_rests_all_the_same(
    ready: InferenceService, qtbot: QtBot
) -> None:
    ready.rest_after_ms = 300
    ready.rest_when_idle(True)
    epochs = QTimer(interval=30)
    epochs.timeout.connect(lambda: ready.rest_when_idle(True))
    epochs.start()
    with qtbot.waitSignal(ready.status_changed, timeout=5000) as rested:
        pass
    assert rested.args[0].is_resting


def test_a_model_chosen_beside_a_training_rests_too(ready: InferenceService, qtbot: QtBot, other_model: Path) -> None:
    ready.rest_after_ms = 200
    ready.rest_when_idle(True)
    qtbot.waitUntil(lambda: ready.status.is_resting, timeout=ENGINE_MS)
    with qtbot.waitSignal(ready.model_changed, timeout=ENGINE_MS):
        ready.use_model(str(other_model), "cpu", "fp32")
    qtbot.waitUntil(lambda: ready.status.is_resting, timeout=ENGINE_MS)


def test_a_wish_to_rest_waits_for_the_work_that_it_meets(
    ready: InferenceService, qtbot: QtBot, folder: list[Path], other_model: Path
) -> None:
    ready.classify_many(folder * 5, top=1)
    ready.rest()
    qtbot.waitUntil(lambda: ready.status.is_resting, timeout=ENGINE_MS)
    ready.use_model(str(other_model), "cpu", "fp32")
    ready.rest()
    qtbot.waitUntil(lambda: ready.status.info.name == "other" and ready.status.is_resting, timeout=ENGINE_MS)


def test_a_resting_model_answers_after_another_one_could_not_be_loaded(
    ready: InferenceService, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(ready.status_changed, timeout=ENGINE_MS):
        ready.rest()
    with qtbot.waitSignal(ready.model_failed, timeout=ENGINE_MS):
        ready.use_model(str(tmp_path / "missing.safetensors"))
    with qtbot.waitSignal(ready.prediction_ready, timeout=ENGINE_MS):
        ready.classify_picture(png(), top=1)


def test_a_model_that_could_not_be_woken_is_tried_again(
    service: InferenceService, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tiny_bundle(tmp_path / "drive" / "tiny.safetensors")
    with qtbot.waitSignal(service.model_changed, timeout=ENGINE_MS):
        service.start(request_for(path))
    with qtbot.waitSignal(service.status_changed, timeout=ENGINE_MS):
        service.rest()
    away = path.parent.rename(tmp_path / "away")
    with qtbot.waitSignals([service.model_failed, service.picture_failed], timeout=ENGINE_MS):
        service.classify_picture(png(), top=1)
    away.rename(path.parent)
    with qtbot.waitSignal(service.prediction_ready, timeout=ENGINE_MS):
        service.classify_picture(png(), top=1)


def test_a_running_folder_is_not_put_to_rest(ready: InferenceService, qtbot: QtBot, folder: list[Path]) -> None:
    said = Collected(ready)
    ready.rest_after_ms = 20
    ready.rest_when_idle(True)
    with qtbot.waitSignal(ready.many_finished, timeout=ENGINE_MS):
        ready.classify_many(folder * 5, top=1)
    assert len(said.results) == 200


def test_shutdown_while_a_folder_runs_ends_it_and_every_thread(model: Path, qtbot: QtBot, folder: list[Path]) -> None:
    before = set(threading.enumerate())
    service = InferenceService()
    said = Collected(service)
    with qtbot.waitSignal(service.model_changed, timeout=ENGINE_MS):
        service.start(request_for(model))
    service.classify_many(folder * 100, top=1)
    qtbot.waitUntil(lambda: bool(said.results), timeout=ENGINE_MS)
    assert service.shutdown(60)
    assert len(said.results) < 4000
    assert {thread for thread in threading.enumerate() if thread.is_alive()} <= before


@pytest.mark.usefixtures("qapp")
def test_a_service_that_was_never_started_shuts_down() -> None:
    assert InferenceService().shutdown(1)


def _network(service: InferenceService) -> weakref.ref:
    """The one thing that must not outlive its turn: the object that holds the tensors."""
    return weakref.ref(service._backend._classifier._runtime)
