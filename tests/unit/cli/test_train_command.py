"""Training from a shell, in this process: what is printed, what is left, and the exit status."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.run_directories import write_run
from tests.helpers.runs import TINY, easy_data, new_run, train_here
from vgg_desktop import cli
from vgg_desktop.core.run.events import Epoch
from vgg_desktop.core.run.run_directory import RunDirectory
from vgg_desktop.training.worker.worker import work

SET = [
    f"--set={name}={json.dumps(value)}"
    for name, value in TINY.items()
    if name not in {"start_from", "epochs", "device", "batch_size", "learning_rate"}
]


@pytest.fixture
def data(tmp_path) -> Path:
    return easy_data(tmp_path / "data")


def train(data: Path, runs: Path, *more: str) -> int:
    options = ["--start-from", "scratch", "--epochs", "2", "--device", "cpu", "--batch-size", "16"]
    return cli.run(["train", str(data), "--runs-dir", str(runs), "--name", "mine", *options, *SET, *more])


def test_a_run_from_the_shell_ends_with_a_model_that_evaluate_can_judge(tmp_path, data, capsys):
    runs = tmp_path / "runs"
    assert train(data, runs, "--learning-rate", "0.02", "--seed", "3") == 0
    out = capsys.readouterr().out.splitlines()
    assert [line.split()[:2] for line in out if line.startswith("epoch")] == [["epoch", "1/2"], ["epoch", "2/2"]]
    assert out[0].startswith("training on 39 pictures of 3 classes, 9 for validation")
    assert out[-2].startswith("finished: best validation accuracy")
    assert any(line.startswith("estimated and used: memory") for line in out)
    run = RunDirectory(runs / "mine")
    assert (run.recipe().seed, run.recipe().learning_rate) == (3, 0.02)

    assert cli.run(["evaluate", str(run.best_file), str(data), "--include-seen", "--json", "--precision", "fp32"]) == 0
    scores = json.loads(capsys.readouterr().out)
    assert scores["count"] == 48
    assert scores["top5"] == 1.0
    assert 0 <= scores["ece"] <= 1
    assert scores["top1"] > 0.5

    assert cli.run(["runs", "list", "--json", "--runs-dir", str(runs)]) == 0
    [listed] = json.loads(capsys.readouterr().out)
    assert (listed["name"], listed["state"], listed["epoch"], listed["epochs"]) == ("mine", "finished", 2, 2)
    assert listed["path"] == str(runs / "mine")
    assert listed["best_top1"] == run.evaluation().top1
    assert cli.run(["runs", "show", "mine", "--json", "--runs-dir", str(runs)]) == 0
    assert json.loads(capsys.readouterr().out) == listed
    assert cli.run(["runs", "show", "mine", "--runs-dir", str(runs)]) == 0
    assert "best.safetensors" in capsys.readouterr().out


def test_a_run_that_pauses_in_time_says_how_to_go_on_and_goes_on(tmp_path, data, capsys):
    runs = tmp_path / "runs"
    assert train(data, runs, "--pause-after", "0") == 3
    assert "runs resume mine --runs-dir" in capsys.readouterr().out
    assert cli.run(["runs", "resume", "mine", "--runs-dir", str(runs)]) == 0
    assert RunDirectory(runs / "mine").best_file.is_file()
    assert cli.run(["runs", "resume", "mine", "--runs-dir", str(runs)]) == 1
    assert "is finished; there is nothing left to train" in capsys.readouterr().err


def test_a_paused_run_is_stopped_with_what_it_has(tmp_path, data):
    run = new_run(tmp_path, data, epochs=500)
    work(run, observe=lambda event: run.send_command("pause") if isinstance(event, Epoch) else None)
    assert run.state().state == "paused"
    assert cli.run(["runs", "stop", "run", "--runs-dir", str(run.path.parent)]) == 0
    assert run.state().state == "stopped"
    assert run.best_file.is_file()


def test_data_that_makes_no_sense_fails_with_one_sentence(tmp_path, capsys):
    (tmp_path / "data" / "one class").mkdir(parents=True)
    assert train(tmp_path / "data", tmp_path / "runs") == 1
    printed = capsys.readouterr()
    assert len(printed.err.splitlines()) == 1
    assert printed.out.splitlines()[-1] == "failed"


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["nowhere"],
        ["{data}", "--epochs", "0"],
        ["{data}", "--epochs", "many"],
        ["{data}", "--preset", "fast"],
        ["{data}", "--set", "epochs"],
        ["{data}", "--set", "no_such_field=1"],
        ["{data}", "--batch-size", "none"],
        ["{data}", "--labels", "nowhere.tsv"],
        ["{data}", "--pause-after", "-1"],
    ],
)
def test_wrong_usage_is_status_2_and_makes_no_run(tmp_path, data, arguments, capsys):
    typed = [part.format(data=data) for part in arguments]
    assert cli.run(["train", *typed, "--runs-dir", str(tmp_path / "runs")]) == 2
    assert "Error" in capsys.readouterr().err
    assert not (tmp_path / "runs").exists()


def test_a_name_that_is_taken_is_refused_and_the_run_is_left_alone(tmp_path, data, capsys):
    run = write_run(tmp_path / "runs" / "mine")
    before = run.state_file.read_bytes()
    assert train(data, tmp_path / "runs") == 1
    assert "There is a run called mine already" in capsys.readouterr().err
    assert run.state_file.read_bytes() == before


@pytest.mark.parametrize("name", ["a/b", "..", " x", 'a"b', "x" * 130])
def test_a_name_that_is_no_folder_name_is_refused(tmp_path, data, name, capsys):
    assert cli.run(["train", str(data), "--runs-dir", str(tmp_path / "runs"), "--name", name]) == 1
    assert "cannot be called" in capsys.readouterr().err


def test_commands_for_a_run_that_does_not_train_are_refused(tmp_path, capsys):
    write_run(tmp_path / "runs" / "old", state="paused")
    assert cli.run(["runs", "pause", "old", "--runs-dir", str(tmp_path / "runs")]) == 1
    assert "is paused; there is nothing to pause" in capsys.readouterr().err
    assert cli.run(["runs", "pause", "nobody", "--runs-dir", str(tmp_path / "runs")]) == 1
    assert "There is no run called nobody" in capsys.readouterr().err


def test_no_runs_are_an_empty_list(tmp_path, capsys):
    assert cli.run(["runs", "list", "--json", "--runs-dir", str(tmp_path)]) == 0
    assert json.loads(capsys.readouterr().out) == []
    assert cli.run(["runs", "list", "--runs-dir", str(tmp_path)]) == 0
    assert capsys.readouterr().out == ""


def test_runs_are_listed_for_people(tmp_path, capsys):
    long = "a very long name " * 4
    write_run(tmp_path / long.strip(), state="paused", epoch=3, epochs=10, best_top1=0.875)
    assert cli.run(["runs", "list", "--runs-dir", str(tmp_path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["run", "state", "epoch", "best", "top1"]
    assert lines[1].split()[-3:] == ["paused", "3/10", "87.50%"]


def test_a_run_that_cannot_be_read_does_not_hide_the_others(tmp_path, capsys):
    write_run(tmp_path / "good")
    write_run(tmp_path / "bad").state_file.write_bytes(b"{")
    assert cli.run(["runs", "list", "--json", "--runs-dir", str(tmp_path)]) == 0
    states = {one["name"]: one["state"] for one in json.loads(capsys.readouterr().out)}
    assert states == {"good": "finished", "bad": "lost"}


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="the trash of the free desktops")
def test_a_discarded_run_is_in_the_trash(tmp_path):
    run = write_run(tmp_path / "runs" / "mine", state="paused")
    trash = tmp_path / "share"
    subprocess.run(
        [sys.executable, "-m", "vgg_desktop", "runs", "discard", "mine", "--runs-dir", str(run.path.parent)],
        env={**os.environ, "XDG_DATA_HOME": str(trash)},
        cwd=Path(__file__).parents[3],
        check=True,
        timeout=60,
    )
    assert not run.path.exists()
    assert (trash / "Trash" / "files" / "mine" / "run.json").is_file()


def test_evaluate_leaves_out_classes_that_the_model_does_not_know_and_says_so(tmp_path, data, capsys):
    run = new_run(tmp_path, data)
    train_here(run)
    (data / "class2").rename(data / "zebra")
    capsys.readouterr()
    assert cli.run(["evaluate", str(run.best_file), str(data), "--include-seen", "--json"]) == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out)["count"] == 32
    assert "The model knows no class zebra; its 16 pictures are left out." in printed.err


def test_evaluate_names_unreadable_pictures_and_ends_with_status_1(tmp_path, data, capsys):
    run = new_run(tmp_path, data)
    train_here(run)
    (data / "class0" / "000.png").write_bytes(b"no picture")
    capsys.readouterr()
    assert cli.run(["evaluate", str(run.best_file), str(data), "--include-seen", "--json"]) == 1
    printed = capsys.readouterr()
    assert json.loads(printed.out)["count"] == 47
    assert "000.png" in printed.err


def test_evaluate_refuses_a_folder_without_any_class_of_the_model(tmp_path, data, capsys):
    run = new_run(tmp_path, data)
    train_here(run)
    other = easy_data(tmp_path / "other", per_class=2)
    for number in range(3):
        (other / f"class{number}").rename(other / f"else{number}")
    assert cli.run(["evaluate", str(run.best_file), str(other)]) == 1
    assert "has no pictures of a class that this model knows" in capsys.readouterr().err
