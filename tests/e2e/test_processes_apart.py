"""What surrounds a process never decides what it does: its folder, its environment, who listens, which terminal."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.helpers.models import tiny_bundle
from tests.helpers.pictures import write_photo
from tests.helpers.runs import TINY, easy_data, new_run
from vgg_desktop.core.files import paths
from vgg_desktop.core.run.run_directory import RunDirectory
from vgg_desktop.services.dataset_reports import DatasetReports
from vgg_desktop.training.worker import launcher

ROOT = Path(__file__).resolve().parents[2]
SHADOWS = ("random", "json", "torch", "numpy", "typing", "msgspec", "PIL", "platform", "vgg_desktop")
PATIENCE_S = 60

posix = pytest.mark.skipif(os.name != "posix", reason="needs a POSIX shell and signals")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return easy_data(tmp_path_factory.mktemp("data"))


@pytest.fixture
def shadowed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, full of files that Python would take for modules; gives the trace that they leave."""
    folder = tmp_path / "here"
    folder.mkdir()
    for name in SHADOWS:
        (folder / f"{name}.py").write_text(f"open({str(tmp_path / 'executed')!r}, 'a').write({name!r})\n")
    monkeypatch.chdir(folder)
    # An empty entry stands for the current folder.
    monkeypatch.setenv("PYTHONPATH", os.pathsep)
    return tmp_path / "executed"


def recipe_options(**changes: object) -> list[str]:
    return [part for name, value in {**TINY, **changes}.items() for part in ("--set", f"{name}={value}")]


def train_command(data: Path, runs: Path, **changes: object) -> list[str]:
    options = ["--name", "run", "--runs-dir", str(runs)]
    return [sys.executable, "-m", "vgg_desktop", "train", str(data), *options, *recipe_options(**changes)]


def environment(home: Path, **changes: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "VGG_DESKTOP_HOME": str(home), **changes}


def wait_until_ended(run: RunDirectory) -> str:
    deadline = time.monotonic() + PATIENCE_S
    while run.state().is_live and time.monotonic() < deadline:
        time.sleep(0.05)
    return run.state().state


def test_a_detached_worker_executes_nothing_of_the_current_folder(tmp_path: Path, data: Path, shadowed: Path) -> None:
    run = new_run(tmp_path, data, epochs=1)
    launcher.start_run(run)
    assert wait_until_ended(run) == "finished"
    assert not shadowed.exists()


def test_the_look_at_a_folder_executes_nothing_of_the_current_folder(
    data: Path,
    shadowed: Path,
    qtbot: QtBot,
    qapp: QApplication,  # noqa: ARG001
) -> None:
    reports = DatasetReports()
    with qtbot.waitSignal(reports.ready, timeout=PATIENCE_S * 1000):
        reports.look(data)
    assert not shadowed.exists()


def test_python_m_works_in_a_checkout_that_is_not_installed(tmp_path: Path, data: Path) -> None:
    """And so does the worker that it starts in the background."""
    command = [*train_command(data, tmp_path / "runs", epochs=1), "--detach"]
    bare = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**bare, "VGG_DESKTOP_HOME": str(tmp_path / "home")},
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert wait_until_ended(RunDirectory(tmp_path / "runs" / "run")) == "finished"


@posix
@pytest.mark.parametrize("reader", ["| head -1", "> /dev/full", "2>&- >&-", "2> /dev/full | true"])
def test_a_run_whose_output_nobody_takes_goes_on_to_its_end(tmp_path: Path, data: Path, reader: str) -> None:
    if "/dev/full" in reader and not Path("/dev/full").exists():
        pytest.skip("needs a full device")
    words = " ".join(f"'{word}'" for word in train_command(data, tmp_path / "runs", epochs=2))
    redirect, bar, pipe = reader.partition("|")
    script = f"{{ {words} {redirect}; echo $? > {tmp_path}/status; }} {bar} {pipe}"
    done = subprocess.run(
        ["/bin/sh", "-c", script],
        env=environment(tmp_path / "home"),
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    run = RunDirectory(tmp_path / "runs" / "run")
    assert run.state().state == "finished", (done.stderr, run.state().summary)
    assert (tmp_path / "status").read_text().strip() == "0", done.stderr
    assert "Traceback" not in done.stderr


@posix
def test_a_run_that_fails_says_so_by_its_status_though_nobody_reads(tmp_path: Path, data: Path) -> None:
    words = " ".join(f"'{word}'" for word in train_command(data, tmp_path / "runs", start_from=str(data / "none.pth")))
    script = f"{{ {words}; echo $? > {tmp_path}/status; }} | true"
    subprocess.run(["/bin/sh", "-c", script], env=environment(tmp_path / "home"), timeout=PATIENCE_S, check=False)
    assert (tmp_path / "status").read_text().strip() == "1"


@posix
@pytest.mark.parametrize("is_ignored", [True, False])
def test_a_hangup_pauses_a_run_unless_nohup_started_it(tmp_path: Path, data: Path, is_ignored: bool) -> None:
    command = train_command(data, tmp_path / "runs", epochs=400)

    def set_hangup() -> None:
        signal.signal(signal.SIGHUP, signal.SIG_IGN if is_ignored else signal.SIG_DFL)

    with (tmp_path / "log").open("wb") as log:
        process = subprocess.Popen(
            command, env=environment(tmp_path / "home"), stdout=log, stderr=log, preexec_fn=set_hangup
        )
    run = RunDirectory(tmp_path / "runs" / "run")
    try:
        deadline = time.monotonic() + PATIENCE_S
        while not (run.exists() and run.recorded_state().epoch) and time.monotonic() < deadline:
            time.sleep(0.02)
        reached = run.recorded_state().epoch
        assert reached, (tmp_path / "log").read_text()
        process.send_signal(signal.SIGHUP)
        if is_ignored:
            while run.recorded_state().epoch <= reached + 1 and time.monotonic() < deadline:
                time.sleep(0.02)
            assert process.poll() is None
            process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE_S) == 3
        assert run.state().state == "paused"
    finally:
        process.kill()
        process.wait()


@pytest.mark.parametrize("home", ["data", "./data/../data", "~/data"])
def test_a_home_that_is_relative_or_the_persons_own_is_one_folder_for_every_process(
    tmp_path: Path, data: Path, home: str
) -> None:
    command = [sys.executable, "-m", "vgg_desktop", "train", str(data), "--name", "run", "--detach"]
    changes = {"VGG_DESKTOP_HOME": home, "HOME": str(tmp_path), "USERPROFILE": str(tmp_path)}
    done = subprocess.run(
        [*command, *recipe_options(epochs=1)],
        cwd=tmp_path,
        env=environment(tmp_path, **changes),
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert wait_until_ended(RunDirectory(tmp_path / "data" / "data" / "runs" / "run")) == "finished"
    assert {path.name for path in tmp_path.iterdir()} == {"data"}


def test_the_programs_own_folders_are_absolute(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VGG_DESKTOP_HOME", "data")
    monkeypatch.setenv("TORCH_HOME", "torch")
    paths.settle_folders()
    monkeypatch.chdir("/")
    assert paths.runs_dir() == tmp_path / "data" / "data" / "runs"
    assert paths.torch_hub_checkpoints() == tmp_path / "torch" / "hub" / "checkpoints"


@posix
@pytest.mark.parametrize("content", [b"%s\r\n%s\r\n", b"\xef\xbb\xbf%s\n%s", b"\xef\xbb\xbf%s\r\n\r\n%s\r\n"])
def test_a_list_of_a_windows_program_is_read(tmp_path: Path, content: bytes) -> None:
    model = tiny_bundle(tmp_path / "tiny.safetensors")
    pictures = [write_photo(tmp_path / name) for name in ("a.jpg", "b.jpg")]
    done = subprocess.run(
        [sys.executable, "-m", "vgg_desktop", "classify", "-", "--model", str(model), "--json"],
        input=content % tuple(os.fsencode(path) for path in pictures),
        env=environment(tmp_path / "home"),
        capture_output=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == 2


@pytest.mark.skipif(sys.platform != "linux", reason="displays are Linux's")
@pytest.mark.parametrize(
    "display",
    [{"DISPLAY": ":77"}, {"DISPLAY": ":77", "QT_QPA_PLATFORM": "xcb"}, {"WAYLAND_DISPLAY": "none"}, {"DISPLAY": "?"}],
)
def test_a_display_that_is_not_there_is_one_sentence(tmp_path: Path, display: dict[str, str]) -> None:
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    bare = {name: value for name, value in environment(tmp_path / "home").items() if name not in names}
    done = subprocess.run(
        [sys.executable, "-m", "vgg_desktop"],
        env=bare | display,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert done.returncode == 1
    assert "does not answer" in done.stderr
    assert len(done.stderr.splitlines()) == 1
