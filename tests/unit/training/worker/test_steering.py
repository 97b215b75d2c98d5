"""What a worker is asked to do, by files, by the clock and by signals."""

import time
from types import SimpleNamespace

import msgspec
import pytest

from tests.helpers.run_directories import write_run
from vgg_desktop.core.run.run_directory import CommandFile
from vgg_desktop.training.worker import steering
from vgg_desktop.training.worker.steering import Steering


@pytest.fixture
def run(tmp_path):
    return write_run(tmp_path / "run", state="running", attempt=2)


@pytest.fixture(autouse=True)
def polls_always(monkeypatch):
    monkeypatch.setattr(steering, "_POLL_EVERY_S", 0.0)


def made(run, **options) -> tuple[Steering, list]:
    answers: list = []
    return Steering(run, 2, on_answer=answers.append, **options), answers


@pytest.mark.parametrize("command", ["pause", "stop", "discard"])
def test_a_command_is_heard_and_answered_once(run, command):
    wheel, answers = made(run)
    assert wheel.command() is None
    command_id = run.send_command(command)
    assert wheel.command() == wheel.command() == command
    assert [(one.command_id, one.command, one.accepted) for one in answers] == [(command_id, command, True)]


def test_a_command_for_an_older_attempt_is_ignored(run):
    wheel, answers = made(run)
    old = CommandFile(command="stop", attempt=1, time=0.0)
    (run.commands_dir / "old.json").write_bytes(msgspec.json.encode(old))
    assert wheel.command() is None
    assert answers == []


def test_the_first_command_counts_and_a_different_one_is_refused_with_a_reason(run):
    wheel, answers = made(run)
    run.send_command("pause")
    assert wheel.command() == "pause"
    run.send_command("discard")
    assert wheel.command() == "pause"
    assert [one.accepted for one in answers] == [True, False]
    assert "about to end" in answers[1].reason


def test_a_command_that_comes_too_late_is_answered_as_well(run):
    wheel, answers = made(run)
    run.send_command("pause")
    wheel.refuse_the_rest()
    assert [(one.accepted, one.reason) for one in answers] == [(False, "The run has ended already.")]


@pytest.mark.parametrize("content", [b"", b"{", b'{"command":"dance","attempt":2,"time":0}', b"\xff"])
def test_what_is_no_command_is_ignored(run, content):
    wheel, answers = made(run)
    (run.commands_dir / "strange.json").write_bytes(content)
    assert wheel.command() is None
    assert answers == []


def test_a_command_that_is_still_being_copied_is_heard_when_it_is_whole(run):
    wheel, _ = made(run)
    file = run.commands_dir / "slow.json"
    whole = msgspec.json.encode(CommandFile(command="pause", attempt=2, time=0.0))
    file.write_bytes(whole[:10])
    assert wheel.command() is None
    file.write_bytes(whole)
    assert wheel.command() == "pause"


def test_a_run_pauses_when_its_time_is_up(run, monkeypatch):
    now_s = [1000.0]
    monkeypatch.setattr(steering, "time", SimpleNamespace(monotonic=lambda: now_s[0], time=time.time))
    wheel, _ = made(run, pause_after_s=60)
    now_s[0] += 59
    assert wheel.command() is None
    now_s[0] += 1
    assert wheel.command() == "pause"


def test_a_commands_folder_that_has_vanished_stops_nothing(run):
    wheel, _ = made(run)
    run.commands_dir.rmdir()
    assert wheel.command() is None
