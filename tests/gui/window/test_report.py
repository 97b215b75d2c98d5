import getpass
from pathlib import Path

import pytest

from vgg_desktop.gui.page import WindowParts
from vgg_desktop.gui.window.report import report_text, without_personal_paths


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("could not read /home/grandma/Pictures/aunt mary.jpg", None),
        ("PosixPath('/media/usb stick/party/me & you.png') failed", None),
        ('open "C:\\Users\\Grandma\\Pictures\\aunt.jpg" failed', None),
        ("at \\\\server\\photos\\aunt.jpg", None),
        ("This file is not a readable picture: aunt mary.jpg.", "This file is not a readable picture: <file>."),
        ("aunt_mary.PNG was skipped", "<file> was skipped"),
        ("1024 x 768, 3.5 MB/s, ratio 3/4", "1024 x 768, 3.5 MB/s, ratio 3/4"),
        (
            'File "/home/grandma/.venv/lib/python3.12/site-packages/torch/nn/functional.py", line 7',
            'File "torch/nn/functional.py", line 7',
        ),
        (
            'File "/home/grandma/src/vgg_desktop/gui/window/main_window.py", line 7',
            'File "vgg_desktop/gui/window/main_window.py", line 7',
        ),
        ('File "/usr/lib/python3.12/threading.py", line 1', 'File "threading.py", line 1'),
    ],
)
def test_paths_of_a_person_are_left_out_and_those_of_code_are_kept(line: str, expected: str | None) -> None:
    text = without_personal_paths(line)
    for secret in ("grandma", "Grandma", "aunt", "mary", "me & you", "party", "photos"):
        assert secret not in text
    if expected is not None:
        assert text == expected


def test_the_name_of_the_user_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "grandma")
    assert without_personal_paths("owned by grandma, not grandmas") == "owned by <user>, not grandmas"


def test_the_report_says_what_runs_and_how_it_ended(parts: WindowParts, home: Path) -> None:
    log = home / "state" / "vgg-desktop.log"
    log.parent.mkdir()
    log.write_text("\n".join(f"line {number}" for number in range(1000)))
    text = report_text(parts)
    assert "VGG Desktop" in text
    assert "torch 2." in text
    assert "line 999" in text
    assert "line 0\n" not in text


def test_the_report_names_the_model_by_its_kind_alone(started_parts: WindowParts, tiny_model: Path) -> None:
    text = report_text(started_parts)
    assert "VGG-11-BN, 5 classes" in text
    assert str(tiny_model) not in text
