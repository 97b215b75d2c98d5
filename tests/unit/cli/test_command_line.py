"""How the command line reads what is typed."""

import subprocess
import sys

import pytest

from vgg_desktop import __version__, cli

COMMANDS = {"classify", "train", "window"}


@pytest.mark.parametrize("arguments", [[], ["photo.jpg"], ["--screenshot", "a.png"], ["./train", "b.jpg"]])
def test_pictures_options_or_nothing_open_the_window(arguments: list[str]) -> None:
    assert cli.opens_window(arguments, COMMANDS)


@pytest.mark.parametrize("arguments", [["classify", "photo.jpg"], ["train"], ["--help"], ["--version"], ["-h"]])
def test_a_command_or_a_question_does_not_open_the_window(arguments: list[str]) -> None:
    assert not cli.opens_window(arguments, COMMANDS)


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
