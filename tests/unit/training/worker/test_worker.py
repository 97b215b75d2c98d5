"""Whole runs in this process: what a worker leaves behind, whatever happens to it."""

import itertools
import json
import time
from pathlib import Path

import msgspec
import numpy as np
import pytest
import torch

from tests.helpers.models import tiny_bundle
from tests.helpers.runs import easy_data, new_run, train_here
from vgg_desktop.cli.work.train import PlainScreen
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.model.learned_from import LearnedFrom
from vgg_desktop.core.recipe.recipe_file import recipe_of_toml
from vgg_desktop.core.run.events import (
    Checkpoint,
    Commanded,
    Ended,
    Epoch,
    Preparing,
    Resumed,
    Started,
    Step,
    Truth,
    Warned,
)
from vgg_desktop.core.run.run_directory import RunDirectory
from vgg_desktop.engine.weights import bundle
from vgg_desktop.training.loop.checkpoint import CheckpointStore
from vgg_desktop.training.network.learner import Learner
from vgg_desktop.training.worker.worker import work


@pytest.fixture
def data(tmp_path) -> Path:
    return easy_data(tmp_path / "data")


def only(events, kind):
    return [event for event in events if isinstance(event, kind)]


def logged(run: RunDirectory):
    return run.new_event_reader().read_new()


def command_at(run: RunDirectory, command: str, step: int, told: list):
    """An observer that sends a command when it sees that step."""

    def observe(event):
        told.append(event)
        if isinstance(event, Step) and event.step == step:
            run.send_command(command)

    return observe


@pytest.fixture(autouse=True)
def polls_always(monkeypatch):
    monkeypatch.setattr("vgg_desktop.training.worker.steering._POLL_EVERY_S", 0.0)


def test_a_finished_run_leaves_a_model_that_knows_its_classes(tmp_path, data):
    run = new_run(tmp_path, data, epochs=3)
    status, told = train_here(run)
    assert status == 0
    state = run.state()
    assert (state.state, state.epoch, state.epochs) == ("finished", 3, 3)
    info, weights = bundle.load(run.best_file)
    assert [label.id for label in info.labels] == ["class0", "class1", "class2"]
    assert info.preprocessing.crop_px == info.preprocessing.resize_px == 32
    assert info.metrics["top1"] == run.evaluation().top1 == max(one.val_top1 for one in only(told, Epoch))
    assert info.provenance["data fingerprint"] == json.loads(run.dataset_file.read_text())["fingerprint"]
    assert recipe_of_toml(info.provenance["recipe"]) == run.recipe()
    assert all(tensor.isfinite().all() for tensor in weights.values() if tensor.is_floating_point())
    assert state.best_top1 == info.metrics["top1"]
    trained = {one["sha256"] for one in json.loads(run.dataset_file.read_text())["samples"] if one["split"] == "train"}
    assert LearnedFrom.decode(info.learned_from).files == {bytes.fromhex(sha256)[:8] for sha256 in trained}


def test_a_finished_run_tells_its_story_in_order(tmp_path, data):
    run = new_run(tmp_path, data, epochs=2)
    _, told = train_here(run)
    kinds = [type(event) for event in told if not isinstance(event, Preparing | Step)]
    assert kinds == [Started, Epoch, Checkpoint, Epoch, Checkpoint, Truth, Ended]
    assert [event.step for event in only(told, Step)] == [1, 2, 3, 4, 5, 6]
    assert {event.work for event in only(told, Preparing)} == {"reading", "decoding"}
    epochs = only(told, Epoch)
    steps = only(told, Step)
    for epoch in epochs:
        mine = [event for event in steps if event.epoch == epoch.epoch]
        assert epoch.train_loss == pytest.approx(np.average([s.loss for s in mine], weights=[s.pictures for s in mine]))
        assert epoch.train_top1 == pytest.approx(np.average([s.top1 for s in mine], weights=[s.pictures for s in mine]))
    truth = only(told, Truth)[0]
    assert truth.memory_bytes > 0
    assert truth.disk_bytes > run.best_file.stat().st_size
    assert run.state().seconds == truth.seconds > 0


def test_every_step_is_in_the_step_file_and_at_most_ten_a_second_in_the_events(tmp_path, data):
    run = new_run(tmp_path, data, epochs=12, batch_size=2)
    started = time.monotonic()
    _, told = train_here(run)
    seconds = time.monotonic() - started
    steps = only(told, Step)
    records = run.steps()
    assert records["step"].tolist() == list(range(1, len(steps) + 1))
    assert records["loss"].tolist() == pytest.approx([event.loss for event in steps])
    in_log = only(logged(run), Step)
    assert 0 < len(in_log) <= 10 * seconds + 1
    times = [event.time for event in in_log]
    assert len(in_log) < len(steps)
    assert all(later - earlier > 0.09 for earlier, later in itertools.pairwise(times))


def test_the_kept_weights_are_those_of_the_best_epoch_not_the_last(tmp_path, data):
    run = new_run(tmp_path, data, epochs=6, learning_rate=0.3, schedule="constant", seed=4)
    _, told = train_here(run)
    epochs = only(told, Epoch)
    best = max(epochs, key=lambda event: (event.val_top1, -event.epoch))
    assert run.evaluation().epoch == best.epoch
    assert run.evaluation().top1 == best.val_top1
    assert run.evaluation().loss == pytest.approx(best.val_loss, rel=1e-5)


def test_patience_ends_a_run_that_gains_nothing(tmp_path, data):
    run = new_run(tmp_path, data, epochs=50, learning_rate=1e-9, patience=2)
    status, told = train_here(run)
    assert status == 0
    assert [event.epochs_without_gain for event in only(told, Epoch)] == [0, 1, 2]


TRICKY = {"optimiser": "adam", "learning_rate": 1e-3, "accumulate": 2, "input_px": "auto", "sizes": [[1, 32], [2, 48]]}


@pytest.mark.parametrize("changes", [{}, TRICKY], ids=["plain", "Adam, accumulation and sizes"])
def test_a_paused_run_goes_on_to_the_same_weights(tmp_path, data, changes):
    recipe = {"epochs": 3, "dropout": 0.5, **changes}
    whole, paused = (new_run(tmp_path, data, name=name, **recipe) for name in ("whole", "paused"))
    train_here(whole)
    told: list = []
    assert work(paused, observe=command_at(paused, "pause", 4, told)) == 3
    assert paused.state().state == "paused"
    assert only(told, Checkpoint)[-1].step == 4
    assert only(told, Commanded)[0].accepted
    status, again = train_here(paused)
    assert status == 0
    resumed = only(again, Resumed)[0]
    assert (resumed.attempt, resumed.epoch, resumed.step) == (2, 1, 4)
    expected, got = bundle.load(whole.best_file)[1], bundle.load(paused.best_file)[1]
    assert all(torch.equal(expected[name], got[name]) for name in expected)
    assert whole.steps()["loss"].tolist() == paused.steps()["loss"].tolist()


def test_stop_keeps_the_best_weights(tmp_path, data):
    run = new_run(tmp_path, data, epochs=50)
    assert work(run, observe=command_at(run, "stop", 7, [])) == 3
    assert run.state().state == "stopped"
    assert run.evaluation().epoch == run.state().best_epoch
    assert bundle.load(run.best_file)[0].metrics["top1"] == run.state().best_top1


def test_stop_before_the_first_validation_keeps_what_there_is(tmp_path, data):
    run = new_run(tmp_path, data, epochs=50)
    assert work(run, observe=command_at(run, "stop", 1, [])) == 3
    assert run.evaluation().epoch == 0
    assert run.best_file.is_file()


def test_a_paused_run_can_be_ended_with_what_it_has(tmp_path, data):
    run = new_run(tmp_path, data, epochs=50)
    work(run, observe=command_at(run, "pause", 5, []))
    assert work(run, first_command="stop") == 3
    assert run.state().state == "stopped"
    assert run.best_file.is_file()
    assert run.steps()["step"][-1] == 5


def stop_while_preparing(run: RunDirectory):
    def observe(event):
        if isinstance(event, Preparing) and not list(run.commands_dir.iterdir()):
            run.send_command("stop")

    return observe


def test_stop_while_a_resumed_run_is_prepared_keeps_its_best_weights(tmp_path, data):
    run = new_run(tmp_path, data, epochs=50)
    assert work(run, pause_after_s=1.0) == 3
    steps = run.steps()["step"][-1]
    assert work(run, observe=stop_while_preparing(run)) == 3
    assert run.state().state == "stopped"
    assert run.best_file.is_file()
    assert run.steps()["step"][-1] == steps


def test_stop_while_a_new_run_is_prepared_ends_it_without_weights(tmp_path, data, capsys):
    run = new_run(tmp_path, data, epochs=50)
    screen = PlainScreen(run)
    stop = stop_while_preparing(run)
    assert work(run, observe=lambda event: (stop(event), screen(event))) == 3
    assert run.state().state == "stopped"
    assert run.best_weights() is None
    assert "weights:" not in capsys.readouterr().out


def test_what_was_found_in_the_data_is_told_once(tmp_path, data):
    (data / "class0" / "broken.png").write_bytes(b"no picture")
    run = new_run(tmp_path, data, epochs=2)
    told: list = []
    work(run, observe=command_at(run, "pause", 2, told))
    assert [event.summary for event in only(told, Warned) if "cannot be read" in event.summary]
    assert not only(train_here(run)[1], Warned)


def test_discard_ends_the_worker_and_deletes_nothing(tmp_path, data):
    run = new_run(tmp_path, data, epochs=50)
    assert work(run, observe=command_at(run, "discard", 5, [])) == 3
    assert run.state().state == "discarded"
    assert run.exists()
    assert not run.best_file.exists()


def test_a_run_pauses_after_its_time(tmp_path, data):
    run = new_run(tmp_path, data, epochs=1000)
    status, told = train_here(run, pause_after_s=0.5)
    assert status == 3
    assert run.state().state == "paused"
    assert only(told, Ended)[0].outcome == "paused"


def test_a_pause_before_the_first_step_loses_nothing(tmp_path, data):
    run = new_run(tmp_path, data)
    assert work(run, pause_after_s=0.0) == 3
    assert run.state().state == "paused"
    status, told = train_here(run)
    assert status == 0
    assert only(told, Resumed)[0].step == 0


def test_only_one_worker_can_have_a_run(tmp_path, data):
    run = new_run(tmp_path, data)
    # POSIX locks are the process's own: another one has to hold it.
    with _held_elsewhere(run), pytest.raises(AppError, match="being trained already"):
        work(run)


CHANGES = {
    "recipe": (
        lambda run: _edit(run.recipe_file, "learning_rate = 0.02", "learning_rate = 0.03"),
        "learning_rate was 0.02",
    ),
    "threads": (lambda run: _edit(run.recipe_file, "threads = 1", "threads = 2"), "threads was 1 and is 2"),
    "a picture": (lambda run: _repaint(run), "changed"),
    "a missing picture": (lambda run: _first_picture(run).unlink(), "missing"),
    "the classes": (lambda run: _rename(run, "class0", "other"), "classes changed"),
    "the split": (lambda run: _swap_sides(run), "split"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_run_does_not_go_on_with_something_else(tmp_path, data, what):
    run = new_run(tmp_path, data, epochs=4)
    work(run, observe=command_at(run, "pause", 4, []))
    change, words = CHANGES[what]
    before = (run.checkpoints_dir / "latest.json").read_bytes()
    change(run)
    status, told = train_here(run)
    ended = only(told, Ended)[0]
    assert (status, ended.outcome) == (1, "failed")
    assert words in ended.summary
    assert run.state().summary == ended.summary
    assert (run.checkpoints_dir / "latest.json").read_bytes() == before


def test_a_checkpoint_of_a_version_without_teams_is_one_of_a_single_process(tmp_path, data, monkeypatch):
    run = new_run(tmp_path, data, epochs=2)
    work(run, observe=command_at(run, "pause", 2, []))
    load = CheckpointStore.load

    def older(store, **options):
        loaded = load(store, **options)
        del loaded.identity["processes"]
        return loaded

    monkeypatch.setattr(CheckpointStore, "load", older)
    assert train_here(run)[0] == 0


def test_fields_that_decide_nothing_may_change(tmp_path, data):
    run = new_run(tmp_path, data, epochs=2)
    work(run, observe=command_at(run, "pause", 2, []))
    _edit(run.recipe_file, "workers = 1", "workers = 2")
    assert train_here(run)[0] == 0


def test_a_loss_that_is_no_number_stops_with_advice_and_the_last_good_state(tmp_path, data, monkeypatch):
    run = new_run(tmp_path, data, epochs=9, learning_rate=0.01, warmup_epochs=0, schedule="constant", batch_norm=False)
    work(run, observe=command_at(run, "pause", 7, []))
    good = (run.checkpoints_dir / "latest.json").read_bytes()
    weights = run.best_weights().read_bytes()
    monkeypatch.setattr(Learner, "_losses", lambda _self, logits, _targets: logits[:, 0] * np.inf)
    status, told = train_here(run)
    assert status == 1
    ended = only(told, Ended)[0]
    assert "no longer a finite number" in ended.summary
    assert "learning rate well below 0.01" in ended.hint
    assert (run.checkpoints_dir / "latest.json").read_bytes() == good
    assert run.best_weights().read_bytes() == weights
    assert run.state().can_resume


def test_a_learning_rate_that_is_far_too_high_ends_in_a_sentence(tmp_path, data):
    run = new_run(tmp_path, data, epochs=9, learning_rate=10, warmup_epochs=0, momentum=0.99, batch_norm=False)
    status, told = train_here(run)
    assert status == 1
    assert "no longer a finite number" in only(told, Ended)[0].summary


def test_a_picture_that_vanishes_midway_is_named_and_the_work_until_then_is_saved(tmp_path, data):
    run = new_run(tmp_path, data, epochs=5, cache_gb=0)
    told: list = []

    def observe(event):
        told.append(event)
        if isinstance(event, Epoch):
            (data / "class1" / "003.png").unlink(missing_ok=True)

    assert work(run, observe=observe) == 1
    ended = only(told, Ended)[0]
    assert "class1/003.png changed or vanished" in ended.summary
    assert only(told, Checkpoint)[-1].step == only(told, Step)[-1].step
    assert run.state().state == "failed"


def test_data_that_makes_no_sense_ends_before_the_first_step(tmp_path):
    (tmp_path / "data" / "only").mkdir(parents=True)
    run = new_run(tmp_path, tmp_path / "data")
    status, told = train_here(run)
    assert status == 1
    assert only(told, Started) == []
    assert only(told, Ended)[0].summary


def test_a_damaged_newest_checkpoint_costs_only_the_steps_since_the_one_before(tmp_path, data):
    run = new_run(tmp_path, data, epochs=4)
    work(run, observe=command_at(run, "pause", 7, []))
    latest = json.loads((run.checkpoints_dir / "latest.json").read_text())["checkpoints"]
    file = run.checkpoints_dir / latest[0]["file"]
    content = bytearray(file.read_bytes())
    content[1000] ^= 4
    file.write_bytes(content)
    status, told = train_here(run)
    assert status == 0
    assert only(told, Resumed)[0].step == latest[1]["step"]
    assert any(file.name in event.summary for event in only(told, Warned))
    assert run.steps()["step"].tolist() == list(range(1, 13))


def test_the_best_epoch_of_an_attempt_that_went_too_far_is_forgotten(tmp_path, data):
    run = new_run(tmp_path, data, epochs=4)
    work(run, observe=command_at(run, "pause", 4, []))
    kept = run.recorded_state()
    beyond = msgspec.structs.replace(kept, epoch=3, step=9, best_epoch=3, best_top1=0.99)
    run.write_state(beyond)
    assert train_here(run, pause_after_s=0.0)[0] == 3
    told: list = []
    assert work(run, observe=command_at(run, "pause", 5, told)) == 3
    state = run.recorded_state()
    assert (state.best_epoch, state.best_top1) == (kept.best_epoch, kept.best_top1)
    assert (state.epoch, state.step) == (1, 5), "the step of the last checkpoint"


def test_another_version_of_torch_is_worth_a_word(tmp_path, data, monkeypatch):
    run = new_run(tmp_path, data, epochs=2)
    work(run, observe=command_at(run, "pause", 2, []))
    monkeypatch.setattr(torch, "__version__", "99.0")
    _, told = train_here(run)
    assert any("torch 99.0" in event.summary for event in only(told, Warned))


def test_progressive_sizes_train_small_first_and_end_as_a_model_of_the_last_size(tmp_path, data):
    run = new_run(tmp_path, data, input_px="auto", sizes=[[1, 32], [2, 48]], epochs=3)
    status, _ = train_here(run)
    assert status == 0
    info, _ = bundle.load(run.best_file)
    assert (info.preprocessing.resize_px, info.preprocessing.crop_px) == (48, 48)


def test_each_size_is_validated_as_it_is_trained_and_a_larger_one_counts_as_better(tmp_path, data):
    run = new_run(tmp_path, data, input_px="auto", sizes=[[1, 32], [2, 48]], epochs=2)
    _, told = train_here(run)
    assert [event.is_best for event in only(told, Epoch)] == [True, True]

    stopped = new_run(tmp_path, data, name="stopped", input_px="auto", sizes=[[1, 32], [3, 48]], epochs=3)
    work(stopped, observe=command_at(stopped, "stop", 4, []))
    info, _ = bundle.load(stopped.best_file)
    assert info.preprocessing.crop_px == 32
    assert info.metrics["top1"] == stopped.state().best_top1


def test_the_last_layer_alone_learns_from_features_that_are_computed_once(tmp_path, data):
    weights = tiny_bundle(tmp_path / "start.safetensors", ("x", "y"))
    changes = {"start_from": str(weights), "head": "auto", "train": "last_layer", "epochs": 30, "batch_size": 8}
    run = new_run(tmp_path, data, **changes, learning_rate=0.1)
    status, told = train_here(run)
    assert status == 0
    assert {event.work for event in only(told, Preparing)} == {"reading", "decoding", "features"}
    before, after = bundle.load(weights)[1], bundle.load(run.best_file)[1]
    assert all(torch.equal(after[name], before[name]) for name in before if name.startswith("features."))
    assert run.state().best_top1 > 0.9
    assert only(told, Started)[0].trained_parameters == 64 * 3 + 3


def test_kept_features_learn_the_same_as_pictures_do(tmp_path, data):
    weights = tiny_bundle(tmp_path / "start.safetensors", ("x", "y"))
    changes = {"start_from": str(weights), "head": "auto", "train": "last_layer", "dropout": 0.0}
    kept = new_run(tmp_path, data, name="kept", **changes)
    # A size plan, though it changes nothing, keeps the features from being kept.
    shown = new_run(tmp_path, data, name="shown", **changes, sizes=[[1, 32]])
    for run in (kept, shown):
        train_here(run)
    assert kept.steps()["loss"] == pytest.approx(shown.steps()["loss"], rel=1e-4)


def test_a_run_of_the_last_layer_resumes_without_its_start_weights(tmp_path, data):
    weights = tiny_bundle(tmp_path / "start.safetensors", ("x", "y"))
    run = new_run(tmp_path, data, start_from=str(weights), head="auto", train="last_layer", epochs=3)
    work(run, observe=command_at(run, "pause", 4, []))
    weights.unlink()
    assert train_here(run)[0] == 0


def test_a_run_starts_from_the_rows_of_classes_that_the_weights_know(tmp_path, data):
    weights = tiny_bundle(tmp_path / "start.safetensors", ("class2", "nothing", "class0", "class1"))
    run = new_run(tmp_path, data, start_from=str(weights), head="auto", train="blocks", epochs=1, learning_rate=1e-9)
    train_here(run)
    before, after = bundle.load(weights)[1], bundle.load(run.best_file)[1]
    assert torch.allclose(after["classifier.1.weight"], before["classifier.1.weight"][[2, 3, 0]], atol=1e-5)


def test_memory_that_is_short_shows_as_a_warning_and_the_run_goes_on(tmp_path, data, monkeypatch):
    original = Learner._gradients

    def tight(self, inputs, *rest):
        if len(inputs) // self.micro_batches > 4:
            raise torch.OutOfMemoryError("out of memory")
        return original(self, inputs, *rest)

    monkeypatch.setattr(Learner, "_gradients", tight)
    run = new_run(tmp_path, data, batch_size=13)
    status, told = train_here(run)
    assert status == 0
    assert next(event.summary for event in only(told, Warned)).startswith("The device's memory is short")


def test_a_fault_of_the_program_is_one_sentence_with_the_rest_in_the_detail(tmp_path, data, monkeypatch, capfd):
    def broken(*_args, **_options):
        raise ZeroDivisionError("secret\nlong story")

    monkeypatch.setattr("vgg_desktop.training.loop.loop.measure", broken)
    run = new_run(tmp_path, data)
    status, told = train_here(run)
    ended = only(told, Ended)[0]
    assert status == 1
    assert ended.summary == "Training was ended by a fault of the program: secret."
    assert "ZeroDivisionError" in ended.detail
    assert "ZeroDivisionError" in capfd.readouterr().err


def test_nothing_but_the_run_directory_and_the_cache_is_written(tmp_path, data):
    before = {path: path.stat().st_mtime_ns for path in data.rglob("*")}
    train_here(new_run(tmp_path, data))
    assert {path: path.stat().st_mtime_ns for path in data.rglob("*")} == before


def _edit(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


def _first_picture(run: RunDirectory) -> Path:
    return Path(run.about().source) / "class0" / "000.png"


def _repaint(run: RunDirectory) -> None:
    from tests.helpers.pictures import png

    _first_picture(run).write_bytes(png(32, 32, 12345))


def _rename(run: RunDirectory, old: str, new: str) -> None:
    source = Path(run.about().source)
    (source / old).rename(source / new)


def _swap_sides(run: RunDirectory) -> None:
    """One picture of each side changes over, with a manifest that is right in itself."""
    from vgg_desktop.training.data import manifest as manifests

    manifest = manifests.load_manifest(run.dataset_file)
    samples = list(manifest.samples)
    for side, other in (("train", "val"), ("val", "train")):
        place = next(i for i, sample in enumerate(manifest.samples) if sample.split == side)
        samples[place] = msgspec.structs.replace(manifest.samples[place], split=other)
    changed = manifests.Manifest(
        split=manifest.split, classes=manifest.classes, corrections=manifest.corrections, samples=tuple(samples)
    )
    manifests.save_manifest(changed, run.dataset_file)


def _held_elsewhere(run: RunDirectory):
    from tests.helpers.run_directories import StandInWorker

    return StandInWorker(run)
