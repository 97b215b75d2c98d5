"""A run has one name, in the shell as in the window."""

import json
from pathlib import Path

import pytest

from tests.helpers.models import tiny_bundle
from tests.helpers.run_directories import write_run
from vgg_desktop import cli
from vgg_desktop.core.run.run_notes import RunNotes, free_title, title_of, write_notes
from vgg_desktop.engine.classifier import Classifier
from vgg_desktop.services.engine_calls import shown_info


@pytest.fixture
def runs(tmp_path: Path) -> Path:
    for number, title in enumerate(["", "Leaves", "Twice", "Twice"]):
        run = write_run(tmp_path / "runs" / f"run {number}", created=9 - number)
        if title:
            write_notes(run.path, RunNotes(title=title))
    return tmp_path / "runs"


def test_the_list_calls_a_run_as_the_window_does(runs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["runs", "list", "--runs-dir", str(runs)]) == 0
    lines = capsys.readouterr().out.splitlines()[1:]
    assert [line.split("  ")[0] for line in lines] == ["run 0", "Leaves", "Twice", "Twice"]
    assert cli.run(["runs", "list", "--json", "--runs-dir", str(runs)]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [(one["name"], one["title"]) for one in listed][:2] == [("run 0", "run 0"), ("run 1", "Leaves")]


def test_a_run_is_found_by_what_it_is_called_and_by_its_directory(
    runs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("Leaves", "run 1"):
        assert cli.run(["runs", "show", name, "--json", "--runs-dir", str(runs)]) == 0
        assert json.loads(capsys.readouterr().out)["path"] == str(runs / "run 1")


def test_a_name_that_two_runs_have_is_answered_with_both_directories(
    runs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["runs", "show", "Twice", "--runs-dir", str(runs)]) != 0
    said = capsys.readouterr().err
    assert "2 runs are called Twice." in said
    assert "run 2, run 3" in said


@pytest.mark.parametrize(
    ("taken", "expected"), [((), "Roses"), (("Roses",), "Roses (2)"), (("Roses", "Roses (2)"), "Roses (3)")]
)
def test_a_taken_title_gets_a_number(taken: tuple[str, ...], expected: str) -> None:
    assert free_title("Roses", taken) == expected


def test_the_model_of_a_run_is_called_as_the_run_is_now(runs: Path) -> None:
    weights = tiny_bundle(runs / "run 1" / "best.safetensors", name="run 1")
    classifier = Classifier.load(weights, device="cpu", precision="fp32")
    assert title_of(weights.parent) == shown_info(classifier, str(weights)).name == "Leaves"
    classifier.close()
    lonely = tiny_bundle(runs.parent / "lonely.safetensors", name="lonely")
    classifier = Classifier.load(lonely, device="cpu", precision="fp32")
    assert shown_info(classifier, str(lonely)) == classifier.info
    classifier.close()
