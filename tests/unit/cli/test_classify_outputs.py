"""`vgg-desktop classify` and its outputs: terminals, full disks, readers that leave, a model that fails midway."""

import csv
import itertools
import json
import os
import re
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from tests.helpers.models import CLASSES, tiny_bundle
from tests.helpers.pictures import write_photo
from tests.helpers.terminal import terminal
from vgg_desktop import cli
from vgg_desktop.cli.text.progress import counted_items
from vgg_desktop.engine.classifier import Classifier
from vgg_desktop.engine.device import choose
from vgg_desktop.engine.runtime import Runtime

POSIX = pytest.mark.skipif(os.name != "posix", reason="terminals and pipes of POSIX")
FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
BAR = "━"


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    for name in ("a.png", "b.png", "c.png"):
        write_photo(tmp_path / "pictures" / name, seed=ord(name[0]))
    return tmp_path / "pictures"


@pytest.fixture
def classify(model: Path) -> Callable[..., int]:
    return lambda *arguments: cli.run(["classify", "--model", str(model), "--device", "cpu", *map(str, arguments)])


def rows(table: Path) -> list[dict[str, str]]:
    with table.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


@POSIX
def test_a_file_gets_the_plain_results_while_the_terminal_shows_the_bar(
    classify, pictures: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = tmp_path / "result.txt"
    with terminal() as screen, screen.path.open("w") as err, result.open("w", encoding="utf-8") as out:
        monkeypatch.setattr(sys, "stderr", err)
        monkeypatch.setattr(sys, "stdout", out)
        assert classify(pictures) == 0
    lines = result.read_text(encoding="utf-8").splitlines()
    assert [line.split("\t")[0] for line in lines] == [str(pictures / name) for name in ("a.png", "b.png", "c.png")]
    assert BAR in screen.shown.decode()
    assert "a.png" not in screen.shown.decode()


@POSIX
@pytest.mark.parametrize("options", [[], ["--json"]])
def test_a_terminal_gets_every_line_whole_above_the_bar(
    classify, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: list[str]
) -> None:
    folder = tmp_path / "a folder whose name alone is longer than one line of the terminal, which is 80 columns wide"
    photos = [write_photo(folder / "a.png"), write_photo(folder / "b.png")]
    with terminal() as screen, screen.path.open("w") as err, screen.path.open("w") as out:
        monkeypatch.setattr(sys, "stderr", err)
        monkeypatch.setattr(sys, "stdout", out)
        assert classify(*options, folder) == 0
        assert sys.stdout is out
    text = screen.shown.decode()
    assert BAR in text
    for photo in photos:
        if options:
            assert json.loads(re.search(r'\{"path": "' + re.escape(str(photo)) + r'".*\}', text)[0])["error"] is None
        else:
            assert re.search(re.escape(f"{photo}\t") + rf"({'|'.join(CLASSES)})\t[01]\.\d{{3}}", text)


@POSIX
def test_the_bars_of_one_picture_show_no_control_characters_of_a_label(
    classify, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hostile = tiny_bundle(tmp_path / "hostile.safetensors", ["\x1b[31mcat\n", "dog"])
    with terminal() as screen, screen.path.open("w") as out:
        monkeypatch.setattr(sys, "stdout", out)
        assert classify("--model", hostile, write_photo(tmp_path / "a.png")) == 0
    assert rb"\x1b[31mcat\n" in screen.shown
    assert b"\x1b" not in screen.shown


@POSIX
def test_nothing_waits_for_the_count(monkeypatch: pytest.MonkeyPatch) -> None:
    counting = threading.Event()

    def count() -> int:
        assert counting.wait(30)
        return 3

    with terminal() as screen, screen.path.open("w") as err, screen.path.open("w") as out:
        monkeypatch.setattr(sys, "stderr", err)
        monkeypatch.setattr(sys, "stdout", out)
        items = counted_items(iter("abc"), None, count)
        assert next(items) == "a"
        counting.set()
        for thread in threading.enumerate():
            if thread.name == "count":
                thread.join()
        assert list(items) == ["b", "c"]


@FULL
def test_a_full_disk_under_standard_output_is_one_sentence(
    classify, pictures: Path, full_output, capfd: pytest.CaptureFixture[str]
) -> None:
    with full_output():
        assert classify(pictures) == 1
    assert capfd.readouterr().err == "Standard output could not be written: No space left on device.\n"


@FULL
def test_a_full_disk_under_standard_output_keeps_no_row_out_of_the_table(
    classify, pictures: Path, tmp_path: Path, full_output, capfd: pytest.CaptureFixture[str]
) -> None:
    with full_output():
        assert classify(pictures, "--csv", tmp_path / "table.csv") == 1
    assert capfd.readouterr().err == "Standard output could not be written: No space left on device.\n"
    assert len(rows(tmp_path / "table.csv")) == 3


@POSIX
def test_a_reader_that_has_had_enough_ends_it_without_complaint(
    classify, pictures: Path, unread_output, capfd: pytest.CaptureFixture[str]
) -> None:
    with unread_output():
        assert classify("--json", pictures) == 0
    assert capfd.readouterr().err == ""


@POSIX
def test_a_table_is_finished_when_the_reader_of_standard_output_leaves(
    classify, pictures: Path, tmp_path: Path, unread_output
) -> None:
    with unread_output():
        assert classify(pictures, "--csv", tmp_path / "table.csv") == 0
    assert [Path(row["path"]).name for row in rows(tmp_path / "table.csv")] == ["a.png", "b.png", "c.png"]


def test_a_model_that_fails_midway_leaves_the_rows_that_were_done(
    shell, pictures: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    batches = itertools.count()

    class FailsAfterOneBatch(Runtime):
        def scores(self, pixels: np.ndarray) -> np.ndarray:
            return super().scores(pixels) * (float("nan") if next(batches) else 1)

    def load(source: str, **_options: object) -> Classifier:
        return Classifier(Path(source), choose("cpu", "fp32"), make_runtime=FailsAfterOneBatch)

    monkeypatch.setattr(Classifier, "load", load)
    status, out, err = shell(pictures, "--batch-size", "1", "--csv", tmp_path / "table.csv")
    assert status == 1
    assert len(out.splitlines()) == 1
    assert [Path(row["path"]).name for row in rows(tmp_path / "table.csv")] == ["a.png"]
    assert len(err.splitlines()) == 1


def test_standard_input_that_cannot_be_read_is_a_sentence(
    shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (tmp_path / "typed").open("w") as not_for_reading:
        monkeypatch.setattr(sys, "stdin", not_for_reading)
        status, _, err = shell("-")
    assert status == 1
    assert err.startswith("Standard input could not be read: ")
