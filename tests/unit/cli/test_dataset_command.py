"""`vgg-desktop dataset`: what is printed for people, for programs, and when it goes wrong."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.helpers.datasets import SIDE_PX, copy_picture, write_dataset
from tests.helpers.models import tiny_bundle
from tests.helpers.pictures import png
from vgg_desktop import cli
from vgg_desktop.training.data.inspection import SETTLED_S

ROOT = Path(__file__).resolve().parents[3]
FAST = ("--set", "depth=11", "--set", "width=0.125", "--set", "input_px=32", "--set", "start_from=scratch")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return write_dataset(tmp_path / "flowers", {"daisy": 20, "tulip": 60, ".git": 1})


def look(data: Path, *options: str) -> int:
    return cli.run(["dataset", str(data), *options])


def test_people_see_classes_findings_and_what_was_ignored(data, capsys):
    (data / "daisy" / "bad.png").write_bytes(b"no picture")
    assert look(data, "--no-estimate") == 0
    assert capsys.readouterr().out.splitlines() == [
        "flowers: 80 pictures in 2 classes: 64 for training, 16 for validation",
        "I read it as one folder for each class.",
        "  picture     daisy/000.png  is  daisy",
        "  The split is made here: a share of each class validates.",
        "",
        "  class    train      val",
        "  daisy       16        4  ████████",
        "  tulip       48       12  ████████████████████████",
        "",
        "! 1 picture cannot be read: daisy/bad.png. Left out of training.",
        "· Ignored: 1 hidden (.git).",
    ]


def test_many_classes_do_not_flood_the_terminal(tmp_path, capsys):
    write_dataset(tmp_path, {f"class{number}": 2 for number in range(60)})
    look(tmp_path, "--no-estimate")
    out = capsys.readouterr().out
    assert "  and 20 more classes" in out
    assert "60 classes" in out


def test_names_from_a_hostile_folder_stay_on_their_lines(tmp_path, capsys):
    write_dataset(tmp_path, {"line\nbreak": 4, "\x1b[31mred": 4})
    look(tmp_path, "--no-estimate")
    out = capsys.readouterr().out
    assert "line\\nbreak" in out
    assert "\x1b" not in out


def test_programs_get_one_object_and_progress_as_json_lines(data, capsys):
    assert look(data, "--json", "--progress", "json", *FAST) == 0
    out, err = capsys.readouterr()
    report = json.loads(out)
    assert len(out.splitlines()) == 1
    assert (report["train_count"], report["val_count"]) == (64, 16)
    assert report["root"] == str(data)
    assert [json.loads(line) for line in err.splitlines()] == [{"done": 64, "total": 80}, {"done": 80, "total": 80}]
    assert set(report["estimate"]) >= {"memory_bytes", "disk_bytes", "seconds", "device"}
    assert report["estimate"]["memory_bytes"] > 10**8
    assert report["estimate"]["seconds"] > 0


def test_people_see_what_a_run_would_take(data, capsys):
    assert look(data, *FAST, "--set", "epochs=3") == 0
    last = capsys.readouterr().out.splitlines()[-1]
    assert last.startswith("A run takes about ")
    assert re.search(r" [\d.]+ [MG]B of memory, ", last)
    assert " are free) and " in last


def test_a_recipe_that_cannot_run_is_a_finding_and_no_failure(data, tmp_path, capsys):
    weights = tiny_bundle(tmp_path / "tiny.safetensors")
    options = ["--set", f"start_from={weights}", "--set", "head=classic", "--set", "train=last_layer"]
    assert look(data, "--json", *options) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["estimate"] is None
    [refusal] = [finding for finding in report["findings"] if finding["kind"] == "estimate"]
    assert "the recipe's head is not that of the weights" in refusal["summary"]


def test_faults_give_exit_status_1_and_a_sentence_each(tmp_path, capsys):
    write_dataset(tmp_path / "only", {"cat": 1})
    assert look(tmp_path / "only") == 1
    assert [line for line in capsys.readouterr().out.splitlines() if line.startswith("✗")] == [
        "✗ Training needs at least two classes, and there is only one: cat.",
        "✗ There are no validation pictures, so nothing could tell how good the model is.",
    ]


def test_a_folder_that_is_not_there_gives_exit_status_1_and_a_sentence_on_standard_error(tmp_path, capsys):
    assert look(tmp_path / "nowhere") == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("nowhere does not exist. Choose a folder")


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--val-share", "1.5"], "val_share: needs to be a number above 0 and below 1"),
        (["--set", "depth=12"], "depth: needs to be 11, 13, 16 or 19"),
        (["--set", "depth"], "depth is not of the form FIELD=VALUE."),
        (["--group-pattern", "("], "group_pattern: is no regular expression"),
        (["--preset", "fast"], "There is no preset called fast."),
        (["--colour"], "No such option"),
    ],
)
def test_wrong_usage_gives_exit_status_2_and_says_what_would_be_right(data, capsys, options, sentence):
    assert look(data, *options) == 2
    assert sentence in " ".join(capsys.readouterr().err.split())


def test_split_options_reach_the_split(data, capsys):
    def split_of(*options: str) -> dict:
        assert look(data, "--json", "--no-estimate", *options) == 0
        return json.loads(capsys.readouterr().out)

    plain = split_of()
    assert split_of("--val-share", "0.5")["val_count"] == 40
    assert split_of("--seed", "7")["fingerprint"] != plain["fingerprint"]
    assert split_of("--group-pattern", "/(..)")["val_count"] % 10 == 0 != plain["val_count"] % 10


def test_labels_corrections_and_a_manifest_are_used(data, tmp_path, capsys):
    (tmp_path / "labels.tsv").write_text("daisy\tBellis perennis\t\ntulip\tTulipa\t\n")
    manifest = tmp_path / "dataset.json"
    assert look(data, "--no-estimate", "--labels", str(tmp_path / "labels.tsv"), "--manifest", str(manifest)) == 0
    assert "Bellis perennis" in capsys.readouterr().out
    digest = json.loads(manifest.read_bytes())["samples"][0]["sha256"]
    (tmp_path / "corrections.csv").write_text(f"sha256,label\n{digest},exclude\n")
    assert look(data, "--no-estimate", "--corrections", str(tmp_path / "corrections.csv"), "--json") == 0
    assert json.loads(capsys.readouterr().out)["train_count"] == 63
    copy_picture(data, "daisy/000.png", "daisy/again.png")
    assert look(data, "--no-estimate", "--manifest", str(manifest)) == 1
    assert "1 picture was added (daisy/again.png)." in capsys.readouterr().err


def test_a_recipe_file_and_lists_from_the_shell_are_read(data, tmp_path, capsys):
    (tmp_path / "recipe.toml").write_text("val_share = 0.5\n")
    options = ["--recipe", str(tmp_path / "recipe.toml"), "--set", "sizes=[[1, 32], [3, 48]]"]
    assert look(data, "--json", "--no-estimate", *options) == 0
    assert json.loads(capsys.readouterr().out)["val_count"] == 40
    (tmp_path / "recipe.toml").write_text("= broken")
    assert look(data, *options) == 1
    assert "The recipe is not a TOML file." in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="SIGTERM")
def test_a_look_that_is_told_to_end_keeps_what_it_has_seen(tmp_path, home):
    folder = tmp_path / "data" / "cat"
    folder.mkdir(parents=True)
    (folder / "0.png").write_bytes(png(SIDE_PX, SIDE_PX))
    for number in range(1, 4000):
        shutil.copyfile(folder / "0.png", folder / f"{number}.png")
        os.utime(folder / f"{number}.png", (1e9, 1e9))
    # What changed a moment ago is not remembered: it may change again within the clock's resolution.
    while time.time_ns() - max(file.stat().st_ctime_ns for file in folder.iterdir()) <= SETTLED_S * 1e9:
        time.sleep(0.1)
    command = [
        sys.executable,
        "-m",
        "vgg_desktop",
        "dataset",
        str(folder.parent),
        "--progress",
        "json",
        "--no-estimate",
    ]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        first = json.loads(process.stderr.readline())
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=20)
    assert first["done"] < first["total"] == 4000
    assert process.returncode == cli.EXIT_INTERRUPTED
    [memory] = (home / "cache" / "looked-at").iterdir()
    assert memory.stat().st_size > 60 * 64
