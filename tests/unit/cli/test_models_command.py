"""`vgg-desktop models`: listing, describing, checking and bringing in weights files."""

import json
from pathlib import Path

import pytest
import torch

from tests.helpers.models import CLASSES, tiny_bundle, tiny_network
from tests.helpers.onnx_models import exported, onnx_file
from tests.helpers.runs import easy_data
from vgg_desktop import cli
from vgg_desktop.engine.weights import bundle


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VGG_DESKTOP_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TORCH_HOME", str(tmp_path / "torch"))
    return tmp_path / "home"


def test_the_list_begins_with_the_built_in_model_and_holds_the_users_own(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tiny_bundle(home / "data" / "models" / "garden.safetensors")
    assert cli.run(["models", "list", "--json"]) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(m["name"], m["origin"], m["error"]) for m in found] == [
        ("builtin", "builtin", None),
        ("garden", "yours", None),
    ]
    assert found[1]["classes"] == len(CLASSES)


def test_a_damaged_model_is_listed_with_its_sentence(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = home / "data" / "models" / "broken.safetensors"
    broken.parent.mkdir(parents=True)
    broken.write_bytes(b"no weights at all")
    assert cli.run(["models", "list"]) == 0
    line = capsys.readouterr().out.splitlines()[1]
    assert line.startswith("broken\t")
    assert line.endswith(".")


def test_show_describes_classes_input_and_licence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tiny_bundle(tmp_path / "tiny.safetensors")
    assert cli.run(["models", "show", str(path)]) == 0
    text = capsys.readouterr().out
    assert "VGG-11-BN" in text
    assert "coffee mug" in text
    assert "CC0-1.0" in text


def test_verify_refuses_a_flipped_bit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tiny_bundle(tmp_path / "tiny.safetensors")
    assert cli.run(["models", "verify", str(path)]) == 0
    assert "is whole" in capsys.readouterr().out
    data = bytearray(path.read_bytes())
    data[-1000] ^= 4
    path.write_bytes(data)
    assert cli.run(["models", "verify", str(path)]) == 1
    assert "tiny.safetensors" in capsys.readouterr().err


def test_imported_weights_can_be_used_by_name(tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    torch.save(tiny_network().state_dict(), tmp_path / "mine.pth")
    labels = tmp_path / "labels.tsv"
    labels.write_text("".join(f"n{i}\t{name}\n" for i, name in enumerate(CLASSES)), encoding="utf-8")
    assert cli.run(["models", "import", str(tmp_path / "mine.pth"), "--name", "garden", "--labels", str(labels)]) == 0
    assert (home / "data" / "models" / "garden.safetensors").is_file()
    assert cli.run(["models", "show", "garden", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out.split("\n", 1)[1])
    assert [label["name"] for label in shown["labels"]] == list(CLASSES)


def test_of_an_onnx_file_the_convolutions_come_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = onnx_file(tmp_path, exported(channels_last=False))
    assert cli.run(["models", "import", str(path), "--name", "start"]) == 0
    assert cli.run(["models", "show", "start", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out.split("\n", 1)[1])
    assert [label["name"] for label in shown["labels"]] == ["not trained yet"]


@pytest.mark.parametrize(
    ("name", "options", "said"),
    [
        ("a.onnx", ["--labels", "a.tsv"], "no classes to give labels to"),
        ("a.pth", ["--pixels", "tf"], "for ONNX files"),
    ],
)
def test_options_that_a_file_has_no_use_for_are_refused(
    tmp_path: Path, name: str, options: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).touch()
    assert cli.run(["models", "import", str(tmp_path / name), "--name", "b", *options]) == 1
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("name", ["builtin", "../up", "a/b", " ", ".hidden"])
def test_a_taken_or_impossible_name_is_refused(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = tiny_bundle(tmp_path / "tiny.safetensors")
    assert cli.run(["models", "import", str(path), "--name", name]) == 1
    assert "name" in capsys.readouterr().err


def test_calibrate_writes_a_model_whose_figures_evaluate_gives_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = easy_data(tmp_path / "data", per_class=40)
    path = tiny_bundle(tmp_path / "tiny.safetensors", ("class0", "class1", "class2"))
    target = tmp_path / "new.safetensors"
    options = ["--mirror", "--half", "--name", "Squares", "--licence", "MIT", "--precision", "fp32"]
    assert cli.run(["models", "calibrate", str(path), str(data), str(target), *options]) == 0
    assert "fitted on every second picture" in capsys.readouterr().out

    before, _ = bundle.load(path)
    info, state = bundle.load(target)
    assert (info.name, info.licence, info.preprocessing.views) == ("Squares", "MIT", 2)
    assert all(tensor.dtype == torch.float16 for tensor in state.values() if tensor.is_floating_point())
    assert target.stat().st_size < 0.6 * path.stat().st_size
    assert info.calibration.temperature != before.calibration.temperature
    assert info.calibration.ece is not None

    assert cli.run(["evaluate", str(target), str(data), "--json", "--precision", "fp32"]) == 0
    scores = json.loads(capsys.readouterr().out)
    assert scores["top1"] == pytest.approx(info.metrics["top1"])
    assert scores["count"] == info.metrics["val_count"] == 120
    assert [score["count"] for score in scores["classes"]] == [40, 40, 40]
    hits = sum(score["top1"] * score["count"] for score in scores["classes"])
    assert hits == pytest.approx(120 * scores["top1"])


def test_calibrate_never_writes_over_a_file_and_needs_enough_pictures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = easy_data(tmp_path / "data", per_class=2)
    path = tiny_bundle(tmp_path / "tiny.safetensors", ("class0", "class1", "class2"))
    content = path.read_bytes()
    assert cli.run(["models", "calibrate", str(path), str(data), str(path)]) == 1
    assert "exists already" in capsys.readouterr().err
    assert path.read_bytes() == content
    assert cli.run(["models", "calibrate", str(path), str(data), str(tmp_path / "new.safetensors")]) == 1
    assert "at least 100 pictures" in capsys.readouterr().err
    assert not (tmp_path / "new.safetensors").exists()
