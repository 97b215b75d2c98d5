"""One run that cannot be read never hides the others, whatever stands in its files."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers.run_directories import write_run
from vgg_desktop import cli
from vgg_desktop.services.run_watch import RunLister

DAMAGES: dict[str, bytes] = {
    "empty": b"",
    "zeroed": b"\0" * 4096,
    "cut": b'{"id": "a", "created": 1, "sou',
    "no UTF-8": b'{"id": "\xff", "created": 1, "source": "\xff", "state": "\xff", "title": "\xff"}',
    "nested too deep": b'{"x": ' + b"[" * 300_000,
    "keys nested too deep": b"a" + b".a" * 100_000 + b" = 1",
    "no object": b"[]",
    "a long number": b'{"id": "a", "created": ' + b"9" * 5000 + b', "source": ""}',
    "the year 300,000": b'{"id": "a", "created": 1e13, "source": ""}',
    "newer": b'{"format": 99, "id": "a", "created": 1, "source": ""}',
    "an endless pattern": b'group_pattern = "' + b"(" * 100_000 + b'"',
}
FILES = ["run.json", "state.json", "recipe.toml", "notes.json", "events.jsonl", "evaluation.json"]


@pytest.mark.parametrize("file", FILES)
def test_the_runs_list_shows_every_other_run(tmp_path: Path, file: str, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a", "c", *DAMAGES):
        write_run(tmp_path / name)
    for name, damage in DAMAGES.items():
        (tmp_path / name / file).write_bytes(damage)
    assert cli.run(["runs", "list", "--runs-dir", str(tmp_path), "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert {run["name"] for run in listed} == {facts.path.name for facts in RunLister(tmp_path).list()}
    assert {"a", "c", *DAMAGES} == {run["name"] for run in listed}


@pytest.mark.parametrize("name", DAMAGES)
def test_a_broken_run_is_shown_with_a_sentence_or_without_the_broken_part(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for file in ("state.json", "snapshots/best.json"):
        run = write_run(tmp_path / file)
        (run.path / file).write_bytes(DAMAGES[name])
        status = cli.run(["runs", "show", run.name, "--runs-dir", str(run.path.parent)])
        captured = capsys.readouterr()
        assert status in (0, 1)
        assert captured.out if status == 0 else captured.err
        assert "Traceback" not in captured.err


@pytest.mark.skipif(os.name != "posix", reason="needs named pipes")
@pytest.mark.parametrize("file", ["run.json", "state.json", "recipe.toml", "notes.json"])
def test_a_pipe_in_a_run_lets_nothing_wait(tmp_path: Path, file: str, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a", "b"):
        write_run(tmp_path / name)
    (tmp_path / "b" / file).unlink(missing_ok=True)
    os.mkfifo(tmp_path / "b" / file)
    assert cli.run(["runs", "list", "--runs-dir", str(tmp_path), "--json"]) == 0
    assert "a" in {run["name"] for run in json.loads(capsys.readouterr().out)}
    assert RunLister(tmp_path).list()


@pytest.mark.parametrize(
    "plant",
    [
        lambda path: path.write_text("a file"),
        lambda path: path.symlink_to(path),
        lambda path: (path / "run.json").mkdir(parents=True),
        lambda path: path.mkdir(mode=0),
    ],
)
def test_whatever_lies_beside_runs_is_passed_over(
    tmp_path: Path, plant: Callable[[Path], object], capsys: pytest.CaptureFixture[str]
) -> None:
    write_run(tmp_path / "a")
    plant(tmp_path / "b")
    try:
        assert cli.run(["runs", "list", "--runs-dir", str(tmp_path), "--json"]) == 0
        assert [run["name"] for run in json.loads(capsys.readouterr().out)] == ["a"]
    finally:
        if (tmp_path / "b").is_dir():
            (tmp_path / "b").chmod(0o700)
