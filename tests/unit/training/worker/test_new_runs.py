"""What a new run directory depends on, and what is left of one that could not be made."""

import errno
import os

import pytest

from tests.helpers.runs import easy_data, new_run, tiny_recipe, train_here
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.files import paths
from vgg_desktop.core.run.events import Ended
from vgg_desktop.engine.weights import bundle
from vgg_desktop.training.worker import launcher
from vgg_desktop.training.worker.worker import work


def test_a_run_keeps_the_names_of_its_classes_whatever_becomes_of_their_file(tmp_path):
    names = tmp_path / "names.tsv"
    names.write_text("class0\tsun\nclass1\tmoon\nclass2\tstar\n")
    data = easy_data(tmp_path / "data")
    run = launcher.create_run(tmp_path / "runs", data, tiny_recipe(epochs=3), name="run", labels=names)
    names.unlink()
    assert train_here(run)[0] == 0
    assert [label.name for label in bundle.load(run.best_file)[0].labels] == ["sun", "moon", "star"]


@pytest.mark.skipif(os.name != "posix", reason="Windows names are Unicode")
@pytest.mark.parametrize("what", ["source", "table", "name", "start"])
def test_names_that_are_not_utf8_are_refused_before_anything_is_made(tmp_path, what):
    bad = os.fsdecode(b"caf\xe9")
    source = {"source": tmp_path / bad, "table": tmp_path / bad / "list.csv"}.get(what, tmp_path)
    recipe = tiny_recipe(start_from=str(tmp_path / bad) if what == "start" else "scratch")
    with pytest.raises(AppError) as refused:
        launcher.create_run(tmp_path / "runs", source, recipe, name=bad if what == "name" else "")
    assert "caf\\xe9" in refused.value.summary
    assert "is not UTF-8, and a run could not keep it." in refused.value.summary
    assert not (tmp_path / "runs").exists()


def test_class_names_that_cannot_be_read_are_refused_before_anything_is_made(tmp_path):
    names = tmp_path / "names.tsv"
    names.write_text("a\na\n")
    with pytest.raises(AppError, match="needs one row a class"):
        launcher.create_run(tmp_path / "runs", tmp_path, tiny_recipe(), labels=names)
    assert not (tmp_path / "runs").exists()


def test_a_weights_file_is_found_from_every_folder_and_a_name_stays_a_name(tmp_path, monkeypatch):
    (tmp_path / "mine.safetensors").touch()
    (tmp_path / "builtin").touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(paths, "models_dir", lambda: tmp_path / "models")
    start = {
        name: new_run(tmp_path, tmp_path / "data", name=name, start_from=given).recipe().start_from
        for name, given in (("file", "mine.safetensors"), ("builtin", "builtin"), ("nothing", "mine"))
    }
    assert start == {"file": str(tmp_path / "mine.safetensors"), "builtin": "builtin", "nothing": "mine"}


def test_what_a_full_disk_left_of_a_new_run_is_removed(tmp_path, monkeypatch):
    def full(_run, **_fields):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(launcher, "_write_state", full)
        with pytest.raises(AppError, match="cannot be made: No space left"):
            new_run(tmp_path, tmp_path / "data")
    assert list((tmp_path / "runs").iterdir()) == []
    assert new_run(tmp_path, tmp_path / "data").exists()


def test_a_discarded_run_that_was_taken_out_of_the_trash_goes_on(tmp_path, monkeypatch):
    monkeypatch.setattr("vgg_desktop.training.worker.steering._POLL_EVERY_S", 0.0)
    run = new_run(tmp_path, easy_data(tmp_path / "data"), epochs=3)
    told = []

    def discard(event):
        if not told:
            run.send_command("discard")
        told.append(event)

    work(run, observe=discard)
    assert isinstance(told[-1], Ended)
    assert told[-1].outcome == "discarded"
    launcher.check_startable(run)
    assert train_here(run)[0] == 0
