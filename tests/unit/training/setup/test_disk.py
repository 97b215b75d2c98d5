"""What will not fit on the disk is refused before the first step."""

import json

from tests.helpers.runs import easy_data, new_run, train_here
from vgg_desktop import cli
from vgg_desktop.training.setup import forecast

FAST = ("--set", "depth=11", "--set", "width=0.125", "--set", "input_px=32", "--set", "start_from=scratch")


def test_a_run_that_will_not_fit_is_refused_before_its_first_step(tmp_path, monkeypatch):
    monkeypatch.setattr(forecast, "_free_bytes", lambda _folder: 1_000_000)
    run = new_run(tmp_path, easy_data(tmp_path / "data"))
    status, told = train_here(run)
    assert (status, told[-1].outcome) == (1, "failed")
    assert told[-1].summary == "A run needs 4 MB of disk for its checkpoints and weights, and 1 MB are free."
    assert list(run.checkpoints_dir.iterdir()) == []


def test_the_report_says_that_it_will_not_fit(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(forecast, "_free_bytes", lambda _folder: 1_000_000)
    data = easy_data(tmp_path / "data")
    assert cli.run(["dataset", str(data), "--json", *FAST]) == 1
    assert "of disk for its checkpoints" in json.loads(capsys.readouterr().out)["faults"][0]


def test_a_cache_that_will_not_fit_is_no_reason_to_refuse(tmp_path, monkeypatch):
    run = new_run(tmp_path, easy_data(tmp_path / "data"))
    monkeypatch.setattr(forecast, "cache_bytes", lambda work: forecast.disk_bytes(work))
    monkeypatch.setattr(forecast, "_free_bytes", lambda _folder: 1_000_000)
    assert train_here(run)[0] == 0
