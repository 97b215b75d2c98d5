"""How the command line reads what is typed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from vgg_desktop import __version__, cli

COMMANDS = {"classify", "train", "window"}


@pytest.mark.parametrize("arguments", [[], ["photo.jpg"], ["--screenshot", "a.png"], ["./train", "b.jpg"]])
def test_pictures_options_or_nothing_open_the_window(arguments: list[str]) -> None:
    assert cli.opens_window(arguments, COMMANDS)


@pytest.mark.parametrize("arguments", [["classify", "photo.jpg"], ["train"], ["--help"], ["--version"], ["-h"]])
def test_a_command_or_a_question_does_not_open_the_window(arguments: list[str]) -> None:
    assert not cli.opens_window(arguments, COMMANDS)


def test_a_slip_in_a_command_s_name_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["clasify", "photo.jpg"]) == 2
    assert "classify" in capsys.readouterr().err


def test_a_file_may_be_called_nearly_like_a_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("clasify").touch()
    assert cli.opens_window(["clasify"], COMMANDS)


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["--help"]) == 0
    text = capsys.readouterr().out
    assert all(name in text for name in ("classify", "dataset", "train", "runs", "evaluate", "models", "doctor"))


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["--version"]) == 0
    assert capsys.readouterr().out.strip() == f"vgg-desktop {__version__}"


@pytest.mark.parametrize(
    "arguments",
    [
        ["classify"],
        ["classify", "--top", "0", "a.png"],
        ["classify", "--precision", "int3", "a.png"],
        ["classify", "--no-such-option", "a.png"],
        ["classify", "--device", "nonsense", "a.png"],
        ["classify", "--device", "cuda:first", "a.png"],
        ["evaluate", "--device", "nonsense", "builtin", "."],
        ["evaluate", "--precision", "nonsense", "builtin", "."],
        ["window", "--device", "nonsense"],
        ["clasify", "a.png"],
        ["runs", "dance"],
        ["--no-such-option"],
    ],
)
def test_wrong_usage_ends_with_status_2_and_says_what_is_wrong(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(arguments) == 2
    assert "Error" in capsys.readouterr().err


def test_help_loads_no_library_that_takes_long() -> None:
    code = (
        "import sys; from vgg_desktop.cli import run; status = run(['--help']);"
        "heavy = {'torch', 'PySide6', 'numpy', 'PIL', 'rich'} & {n.split('.')[0] for n in sys.modules};"
        "sys.exit(f'{status} {heavy}' if status or heavy else 0)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60, capture_output=True)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("question", ["--version", "--help"])
def test_an_answer_that_cannot_be_printed_is_a_sentence(
    question: str, full_output, capfd: pytest.CaptureFixture[str]
) -> None:
    with full_output():
        assert cli.run([question]) == 1
    assert capfd.readouterr().err == "Standard output could not be written: No space left on device.\n"


@pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX")
def test_a_reader_that_has_gone_is_no_failure() -> None:
    command = f"{sys.executable} -m vgg_desktop --help | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux may lack a display")
def test_without_a_display_the_window_says_so_before_qt_ends_the_process() -> None:
    code = (
        "import sys; from vgg_desktop.cli import run; status = run(['photo.jpg']);"
        "sys.exit(f'{status} and Qt is loaded' if status != 1 or 'PySide6' in sys.modules else 1)"
    )
    done = subprocess.run([sys.executable, "-c", code], env=without_display(), capture_output=True, timeout=60)
    assert done.returncode == 1
    assert done.stderr.startswith(b"There is no display here")
    assert b"vgg-desktop classify" in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux's Qt needs libraries of the system")
@pytest.mark.parametrize("library", ["libEGL.so.1", "libxcb-cursor.so.0"])
def test_a_library_that_qt_lacks_is_named_with_what_to_install(library: str, tmp_path: Path) -> None:
    (tmp_path / library).write_bytes(b"")
    environment = without_display() | {"DISPLAY": ":0", "LD_LIBRARY_PATH": str(tmp_path)}
    command = [sys.executable, "-m", "vgg_desktop", "photo.jpg"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert library in done.stderr
    assert "libegl1" in done.stderr
    assert "libxcb-cursor0" in done.stderr
    assert "Traceback" not in done.stderr


def without_display() -> dict[str, str]:
    gone = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    return {name: value for name, value in os.environ.items() if name not in gone}
