"""Everyday kinds in what `classify` and `models show` print."""

import json
from pathlib import Path

import pytest

from tests.helpers.models import tiny_bundle
from tests.helpers.pictures import write_photo
from tests.helpers.results import of_kind, prediction
from vgg_desktop import cli
from vgg_desktop.cli.text.results import _bars, _line
from vgg_desktop.core.model.labels import Label
from vgg_desktop.core.model.model_info import Calibration
from vgg_desktop.core.model.prediction import PathResult, Prediction

DOGS = (Label("n02096051", "Airedale"), Label("n02088364", "beagle"), Label("n02091635", "otterhound"))
AIREDALE = of_kind("dog", 0.971, "Airedale", ("Airedale", 0.41), ("otterhound", 0.3))


@pytest.fixture
def dogs(tmp_path: Path) -> Path:
    """A model that is never sure of a label, and always of the kind."""
    calibration = Calibration(threshold=1.0, kind_threshold=0.5, kind_coverage=0.25, kind_accuracy=0.8)
    return tiny_bundle(tmp_path / "dogs.safetensors", "abc", labels=DOGS, calibration=calibration)


def test_json_and_table_say_the_kind_beside_the_label(dogs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    photo, table = write_photo(tmp_path / "a.png"), tmp_path / "table.csv"
    assert (
        cli.run(["classify", "--json", "--csv", str(table), "--model", str(dogs), "--device", "cpu", str(photo)]) == 0
    )
    answer = json.loads(capsys.readouterr().out)
    assert answer["sure"] is False
    assert (answer["kind"], answer["kind_sure"]) == ("dog", True)
    assert answer["kind_score"] == pytest.approx(1.0)
    heading, row = table.read_text(encoding="utf-8").splitlines()
    assert heading == "path,label,score,sure,damaged,notes,error,kind,kind_score,kind_sure,none_of_these,top"
    assert ",false,false,,,dog,1.0,true,," in row


def test_a_picture_of_none_of_its_labels_is_said_to_be_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    calibration = Calibration(threshold=0.3, none_logit=50.0)
    model = tiny_bundle(tmp_path / "dogs.safetensors", "abc", labels=DOGS, calibration=calibration)
    assert (
        cli.run(["classify", "--json", "--model", str(model), "--device", "cpu", str(write_photo(tmp_path / "a.png"))])
        == 0
    )
    answer = json.loads(capsys.readouterr().out)
    assert answer["none_of_these"] == pytest.approx(1.0)
    assert (answer["sure"], answer["kind_sure"]) == (False, False)
    assert answer["score"] < 0.01
    nothing = Prediction(AIREDALE.candidates, False, none_of_these=0.7)
    assert _bars(nothing).splitlines()[-1] == "It probably shows none of what the model knows (70%)."


def test_a_plain_line_says_what_is_sure_after_what_is_not():
    line = _line(PathResult(Path("a.png"), AIREDALE), AIREDALE)
    assert line.split("\t") == ["a.png", "Airedale", "0.410", "not sure", "a dog, perhaps an Airedale"]


def test_a_terminal_shows_the_kind_below_the_bars():
    lines = _bars(AIREDALE).splitlines()[2:]
    assert lines == [
        "Kind: dog, 97.1%",
        "The model is not sure about this picture.",
        "It is sure of the kind: a dog, perhaps an Airedale.",
    ]
    assert len(_bars(prediction(("cat", 0.9))).splitlines()) == 1


def test_a_model_is_described_with_its_kinds(dogs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert cli.run(["models", "show", str(dogs)]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "Kinds 1 everyday kind of things, where no label is sure: sure from a score of 50%" in shown
    assert cli.run(["models", "show", str(tiny_bundle(tmp_path / "own.safetensors"))]) == 0
    assert "Kinds" not in capsys.readouterr().out
