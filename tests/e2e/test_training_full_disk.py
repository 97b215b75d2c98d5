"""A disk that is full or may only be read: a sentence, and the last good checkpoint is intact."""

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.permissions import folder_for_everybody, unprivileged
from tests.helpers.runs import easy_data, tiny_recipe, train_here
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.run.events import Ended, Epoch, Resumed
from vgg_desktop.core.run.run_directory import RunDirectory
from vgg_desktop.training.worker import launcher
from vgg_desktop.training.worker.worker import work

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs a small file system of its own")

_SIZE_MB = 8


@pytest.fixture
def small_disk(tmp_path) -> Iterator[Path]:
    """A file system of a few megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={_SIZE_MB}m", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("mounting needs the rights of root")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def wait_for_checkpoint(run: RunDirectory) -> None:
    """Until the one that is written in the background is complete."""
    while not (run.checkpoints_dir / "latest.json").exists():
        time.sleep(0.005)


def fill(folder: Path) -> Path:
    """Take all the space there is."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (1 << 16, 1 << 10, 1):
            try:
                while True:
                    file.write(b"x" * size)
            except OSError:
                pass
    return filler


def test_a_run_on_a_disk_that_fills_up_says_so_keeps_its_checkpoint_and_goes_on_later(tmp_path, small_disk):
    data = easy_data(tmp_path / "data")
    run = launcher.create_run(small_disk / "runs", data, tiny_recipe(epochs=4), name="run")
    whole = launcher.create_run(tmp_path / "runs", data, tiny_recipe(epochs=4), name="whole")
    told: list = []

    def observe(event) -> None:
        told.append(event)
        if isinstance(event, Epoch) and event.epoch == 2:
            wait_for_checkpoint(run)
            fill(small_disk)

    assert work(run, observe=observe) == 1
    ended = told[-1]
    assert isinstance(ended, Ended)
    assert any(
        words in ended.summary for words in ("no room for a checkpoint", "No space left", "could not be written")
    )
    assert ended.hint
    state = run.state()
    assert (state.state, state.summary) == ("failed", ended.summary), "the last words found room"
    assert run.new_event_reader().read_new()[-1] == ended

    (small_disk / "filler").unlink()
    status, again = train_here(run)
    assert status == 0
    train_here(whole)
    losses = [[e.val_loss for e in one.new_event_reader().read_new() if isinstance(e, Epoch)] for one in (run, whole)]
    assert losses[0] == losses[1]
    assert again


def test_a_directory_that_becomes_read_only_ends_the_run_with_a_sentence(monkeypatch):
    told: list = []

    def observe(event) -> None:
        told.append(event)
        if isinstance(event, Epoch) and event.epoch == 2:
            wait_for_checkpoint(run)
            run.checkpoints_dir.chmod(0o555)

    with folder_for_everybody() as folder:
        shutil.chown(folder, "nobody")
        monkeypatch.setenv("VGG_DESKTOP_HOME", str(folder / "home"))
        with unprivileged():
            run = launcher.create_run(folder / "runs", easy_data(folder / "data"), tiny_recipe(epochs=4), name="run")
            assert work(run, observe=observe) == 1
            assert told[-1].outcome == "failed"
            assert "Permission denied" in told[-1].summary
            assert run.state().summary == told[-1].summary
            run.checkpoints_dir.chmod(0o755)
            status, again = train_here(run)
    assert status == 0
    assert next(event.step for event in again if isinstance(event, Resumed)) == 3


def test_a_folder_that_may_not_be_written_is_one_sentence_and_leaves_nothing(tmp_path):
    data = easy_data(tmp_path / "data", per_class=2)
    with folder_for_everybody() as folder, unprivileged():
        if not Path(folder).is_dir():
            pytest.skip("no folder for everybody")
        with pytest.raises(AppError, match="cannot be made: Permission denied"):
            launcher.create_run(folder / "runs", data, tiny_recipe(), name="run")
