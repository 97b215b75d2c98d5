"""A paused run goes on where its pictures were moved to, if they are the same."""

import pytest

from tests.helpers.runs import easy_data, new_run
from vgg_desktop import cli
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.run.events import Epoch
from vgg_desktop.training.worker import launcher
from vgg_desktop.training.worker.launcher import MissingSourceError
from vgg_desktop.training.worker.moved_source import move_source
from vgg_desktop.training.worker.worker import work


def pause_after_an_epoch(run):
    work(run, observe=lambda event: run.send_command("pause") if isinstance(event, Epoch) else None)


@pytest.fixture(autouse=True)
def quick_ears(monkeypatch):
    monkeypatch.setattr("vgg_desktop.training.worker.steering._POLL_EVERY_S", 0.0)


@pytest.fixture
def paused(tmp_path):
    run = new_run(tmp_path, easy_data(tmp_path / "data"), epochs=3)
    pause_after_an_epoch(run)
    assert run.state().state == "paused"
    (tmp_path / "data").rename(tmp_path / "moved")
    return run


def resume(run, *options):
    return cli.run(["runs", "resume", run.name, "--runs-dir", str(run.path.parent), *options])


def test_a_run_whose_pictures_were_moved_stays_paused_and_says_what_to_do(paused, tmp_path, capsys):
    with pytest.raises(MissingSourceError, match="runs resume run --data FOLDER"):
        launcher.start_run(paused)
    assert resume(paused) == 1
    assert f"are not at {tmp_path / 'data'} any more" in capsys.readouterr().err
    assert (paused.state().state, paused.state().attempt) == ("paused", 1)


def test_it_goes_on_with_the_pictures_in_their_new_place(paused, tmp_path):
    assert resume(paused, "--data", str(tmp_path / "moved")) == 0
    assert paused.state().state == "finished"
    assert paused.about().source == str(tmp_path / "moved")


@pytest.mark.parametrize("change", ["content", "missing", "more"])
def test_other_pictures_are_refused_and_the_run_is_as_it_was(paused, tmp_path, change):
    file = tmp_path / "moved" / "class0" / "003.png"
    match change:
        case "content":
            file.write_bytes((tmp_path / "moved" / "class1" / "004.png").read_bytes())
        case "missing":
            file.unlink()
        case "more":
            easy_data(tmp_path / "moved" / "class3", per_class=1, classes=1)
    before = paused.about()
    with pytest.raises(AppError, match="not the same as when the split was saved"):
        move_source(paused, tmp_path / "moved")
    assert resume(paused, "--data", str(tmp_path / "moved")) == 1
    assert (paused.about(), paused.state().state) == (before, "paused")


def test_a_moved_table_is_found_in_its_folder(tmp_path):
    data = easy_data(tmp_path / "data", per_class=8)
    rows = [f"{path.relative_to(data).as_posix()},{path.parent.name}" for path in sorted(data.glob("*/*.png"))]
    (data / "list.csv").write_text("\n".join(rows))
    run = new_run(tmp_path, data / "list.csv", epochs=3)
    pause_after_an_epoch(run)
    data.rename(tmp_path / "moved")
    move_source(run, tmp_path / "moved")
    assert run.about().source == str(tmp_path / "moved" / "list.csv")
    launcher.check_startable(run)
