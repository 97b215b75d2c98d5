"""`vgg-desktop classify` on good and bad input, with a tiny real model."""

import csv
import json
import os
import pickle
import shutil
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import numpy as np
import pytest

from tests.helpers.deep_pictures import deep_png
from tests.helpers.models import CLASSES, tiny_bundle
from tests.helpers.permissions import folder_for_everybody, unprivileged
from tests.helpers.pictures import HOSTILE_NAMES, NOT_UTF8_NAME, png, write_photo

NO_MAC = pytest.mark.skipif(sys.platform == "darwin", reason="a Mac has it")


def objects(output: bytes) -> list[dict]:
    return [json.loads(line) for line in output.splitlines()]


def test_json_gives_one_object_a_picture_with_the_documented_names(shell, tmp_path: Path) -> None:
    photo = write_photo(tmp_path / "a.png")
    status, out, err = shell("--json", "--top", "3", photo)
    (answer,) = objects(out)
    assert status == 0
    names = ["path", "label", "score", "top", "sure", "damaged", "notes", "error"]
    assert list(answer) == [*names, "kind", "kind_score", "kind_sure", "none_of_these"]
    assert answer["path"] == str(photo)
    assert answer["label"] == answer["top"][0]["label"]
    assert answer["score"] == answer["top"][0]["score"]
    assert answer["label"] in CLASSES
    assert len(answer["top"]) == 3
    assert (answer["sure"] in (True, False), answer["damaged"], answer["error"]) == (True, False, None)
    assert err == ""


def test_results_come_in_the_order_of_the_input(shell, tmp_path: Path) -> None:
    photos = [write_photo(tmp_path / f"{i}.png", seed=i) for i in (3, 1, 2)]
    status, out, _ = shell("--json", *photos)
    assert status == 0
    assert [a["path"] for a in objects(out)] == [str(p) for p in photos]


def test_a_pipe_gets_one_plain_line_a_picture(shell, tmp_path: Path) -> None:
    write_photo(tmp_path / "pictures" / "b.png")
    write_photo(tmp_path / "pictures" / "a.jpg")
    (tmp_path / "pictures" / "notes.txt").write_text("not a picture")
    status, out, _ = shell(tmp_path / "pictures")
    rows = [line.split("\t") for line in out.decode().splitlines()]
    assert status == 0
    assert [Path(row[0]).name for row in rows] == ["a.jpg", "b.png"]
    assert all(row[1] in CLASSES and 0 <= float(row[2]) <= 1 for row in rows)


def test_an_unreadable_file_is_named_and_the_rest_goes_on(shell, tmp_path: Path) -> None:
    good, bad = write_photo(tmp_path / "good.png"), tmp_path / "text.jpg"
    bad.write_text("I am no picture")
    status, out, err = shell("--json", bad, good)
    first, second = objects(out)
    assert status == 1
    assert first["label"] is None
    assert "text.jpg" in first["error"]
    assert second["label"] in CLASSES
    assert "text.jpg" in err
    assert "1 of 2" in err


def test_a_missing_file_is_a_sentence_and_status_1(shell, tmp_path: Path) -> None:
    status, out, err = shell(tmp_path / "nowhere.png")
    assert (status, out) == (1, b"")
    assert "nowhere.png" in err
    assert "Traceback" not in err


def test_a_folder_without_pictures_is_a_sentence_and_status_1(shell, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    status, _, err = shell(tmp_path / "empty")
    assert status == 1
    assert "no pictures" in err


@pytest.mark.parametrize(("separator", "options"), [(b"\n", []), (b"\0", ["--null"])])
def test_paths_are_read_from_standard_input(
    shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, separator: bytes, options: list[str]
) -> None:
    photos = [write_photo(tmp_path / name) for name in ("a.png", "b.png")]
    typed = tmp_path / "typed"
    typed.write_bytes(separator.join(os.fsencode(p) for p in photos) + separator)
    with typed.open(encoding="utf-8") as file:
        monkeypatch.setattr(sys, "stdin", file)
        status, out, _ = shell("--json", *options, "-")
    assert status == 0
    assert [a["path"] for a in objects(out)] == [str(p) for p in photos]


@pytest.mark.skipif(os.name != "posix", reason="Windows has no SIGINT for one child")
def test_ctrl_c_while_it_waits_for_paths_ends_it_in_order(model: Path, tmp_path: Path) -> None:
    """Python aborts a program that ends while a thread reads through sys.stdin's buffer."""
    command = [sys.executable, "-m", "vgg_desktop", "classify", "--model", str(model), "--device", "cpu", "--json", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(os.fsencode(write_photo(tmp_path / "a.png")) + b"\n")
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["error"] is None
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130
        assert process.stderr
        assert process.stderr.read().startswith(b"Stopped after 1 picture")


@pytest.mark.skipif(os.name != "posix", reason="Windows refuses such names")
def test_hostile_file_names_come_through_unharmed_and_print_on_one_line(shell, tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    names = {*HOSTILE_NAMES, NOT_UTF8_NAME}
    for name in names:
        (folder / name).write_bytes(png())
    status, out, _ = shell("--json", folder)
    assert status == 0
    assert {os.fsencode(Path(a["path"]).name) for a in objects(out)} == {os.fsencode(name) for name in names}
    status, out, _ = shell(folder)
    assert status == 0
    assert len(out.splitlines()) == len(names)


def test_a_csv_table_holds_every_row_and_no_formula(shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "pictures"
    write_photo(folder / "=1+1.png")
    write_photo(folder / "b.png")
    (folder / "c.png").write_bytes(b"")
    monkeypatch.chdir(folder)
    status, _, _ = shell("=1+1.png", "b.png", "c.png", "--csv", tmp_path / "table.csv")
    with (tmp_path / "table.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert status == 1
    assert [row["path"] for row in rows] == ["'=1+1.png", "b.png", "c.png"]
    assert rows[0]["label"] in CLASSES
    assert "c.png" in rows[2]["error"]


def test_a_table_that_cannot_be_written_loses_no_answer(shell, tmp_path: Path) -> None:
    photo = write_photo(tmp_path / "a.png")
    status, out, err = shell("--json", photo, "--csv", tmp_path / "nowhere" / "table.csv")
    assert status == 1
    assert objects(out)[0]["label"] in CLASSES
    assert "table.csv could not be written" in err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_while_writing_the_table_is_a_sentence(shell, tmp_path: Path) -> None:
    photo = write_photo(tmp_path / "a.png")
    status, out, err = shell("--json", photo, "--csv", "/dev/full")
    assert status == 1
    assert objects(out)[0]["label"] in CLASSES
    assert "No space left on device" in err


def test_an_unknown_model_is_a_sentence_and_status_1(shell, tmp_path: Path) -> None:
    status, _, err = shell("--model", "vgg99", write_photo(tmp_path / "a.png"))
    assert status == 1
    assert "vgg99" in err
    assert "Traceback" not in err


def test_a_damaged_picture_is_classified_and_flagged(shell, tmp_path: Path) -> None:
    whole = write_photo(tmp_path / "whole.jpg", 640, 480).read_bytes()
    (tmp_path / "cut.jpg").write_bytes(whole[: len(whole) * 2 // 3])
    status, out, _ = shell("--json", tmp_path / "cut.jpg")
    assert status == 0
    assert objects(out)[0]["damaged"] is True


def test_what_was_taken_for_white_in_a_deep_picture_is_said_everywhere(shell, tmp_path: Path) -> None:
    path = tmp_path / "scan.png"
    path.write_bytes(deep_png(np.array([[0, 2000, 4000]], np.uint16)))
    note = (
        "The file does not say which values are black and white: 0 and 4,095 were taken, by the picture's own values."
    )
    assert objects(shell("--json", path)[1])[0]["notes"] == [note]
    table = tmp_path / "results.csv"
    assert note in shell("--csv", table, path)[1].decode()
    assert note in table.read_text()


@pytest.mark.parametrize(("name", "reason"), [("evil.pth", "holds more than weights"), ("bomb.pth", "would unpack to")])
def test_a_model_file_of_bad_intent_is_a_sentence_and_nothing_runs(
    shell, tmp_path: Path, name: str, reason: str
) -> None:
    trace = tmp_path / "trace"
    (tmp_path / "evil.pth").write_bytes(pickle.dumps(Hostile(trace)))
    with zipfile.ZipFile(tmp_path / "bomb.pth", "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("archive/data.pkl", b"\x80\x02}.")
        bomb.writestr("archive/data/0", bytes(50_000_000))
    status, out, err = shell("--model", tmp_path / name, write_photo(tmp_path / "a.png"))
    assert (status, out) == (1, b"")
    assert name in err
    assert reason in err
    assert "Traceback" not in err
    assert not trace.exists()


class Hostile:
    """Unpickled by anything careless, it leaves a trace."""

    def __init__(self, trace: Path) -> None:
        self._trace = trace

    def __reduce__(self):
        return os.mkdir, (str(self._trace),)


@pytest.mark.skipif(os.name != "posix", reason="Windows has other rights")
def test_a_home_that_cannot_be_written_changes_no_answer(shell, model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with folder_for_everybody() as folder:
        shutil.copy(model, folder / "model.safetensors")
        photo = write_photo(folder / "a.png")
        (folder / "home").mkdir(mode=0o555)
        monkeypatch.setenv("VGG_DESKTOP_HOME", str(folder / "home"))
        with unprivileged():
            status, out, err = shell("--json", "--model", folder / "model.safetensors", photo)
        assert not list((folder / "home").iterdir())
    assert (status, err) == (0, "")
    assert objects(out)[0]["label"] in CLASSES


@pytest.mark.skipif(os.name != "posix", reason="Windows has other rights")
def test_what_lies_in_a_closed_folder_is_a_sentence(shell, model: Path) -> None:
    with folder_for_everybody() as folder:
        shutil.copy(model, folder / "model.safetensors")
        closed = folder / "closed"
        write_photo(closed / "a.png")
        closed.chmod(0)
        with unprivileged():
            status, out, err = shell("--model", folder / "model.safetensors", closed / "a.png")
        closed.chmod(0o700)
    assert (status, out) == (1, b"")
    assert "a.png" in err
    assert "Traceback" not in err


def test_a_name_that_no_file_may_have_is_a_sentence(shell) -> None:
    status, out, err = shell("a" * 5_000)
    assert (status, out) == (1, b"")
    assert "Traceback" not in err


@pytest.mark.skipif(os.name != "posix", reason="Windows has other rights")
def test_only_pictures_are_counted_as_pictures(shell, model: Path) -> None:
    with folder_for_everybody() as folder:
        shutil.copy(model, folder / "model.safetensors")
        write_photo(folder / "open" / "a.png")
        write_photo(folder / "open" / "b.png")
        (folder / "open" / "closed").mkdir(mode=0)
        with unprivileged():
            status, out, err = shell("--model", folder / "model.safetensors", folder / "open")
    assert status == 1
    assert len(out.splitlines()) == 2
    assert "The folder closed cannot be read" in err
    assert "could not be classified" not in err


def test_a_label_with_control_characters_stays_on_its_line(shell, tmp_path: Path) -> None:
    hostile = tiny_bundle(tmp_path / "hostile.safetensors", ["\x1b[31mcat\n", "dog\tmug\x9b2J"])
    _, out, _ = shell("--model", hostile, write_photo(tmp_path / "a.png"))
    (line,) = out.decode().splitlines()
    assert line.split("\t")[1] in {r"\x1b[31mcat\n", r"dog\tmug\x9b2J"}


@pytest.mark.parametrize("device", ["cuda:99", pytest.param("mps", marks=NO_MAC)])
def test_a_device_that_this_machine_lacks_is_a_sentence_and_status_1(shell, tmp_path: Path, device: str) -> None:
    status, _, err = shell("--device", device, write_photo(tmp_path / "a.png"))
    assert status == 1
    assert "GPU" in err
