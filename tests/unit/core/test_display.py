"""Names from outside, on one printable line."""

import unicodedata
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vgg_desktop.core.display import display_name, one_line


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("cat.jpg", "cat.jpg"),
        ("two words.jpg", "two words.jpg"),
        ("한국어 é 🎉.jpg", "한국어 é 🎉.jpg"),
        ("<b>bold.jpg", "<b>bold.jpg"),
        ("line\nbreak", "line\\nbreak"),
        ("tab\treturn\r", "tab\\treturn\\r"),
        ("escape\x1b[31m", "escape\\x1b[31m"),
        ("photo\u202egpj.exe", "photo\\u202egpj.exe"),
        ("\u200fname", "\\u200fname"),
        ("a\u2028b", "a\\u2028b"),
        ("caf\udce9", "caf\\xe9"),
        ("lone \ud800", "lone \\ud800"),
        ("Screenshot 3.04\u202fPM.png", "Screenshot 3.04 PM.png"),
        ("family 👨\u200d👩\u200d👧", "family 👨\u200d👩\u200d👧"),
    ],
)
def test_what_prints_stays_and_what_does_not_is_written_out(text: str, shown: str) -> None:
    assert one_line(text) == shown


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (PurePosixPath("/photos/cat.jpg"), "cat.jpg"),
        (PureWindowsPath(r"C:\photos\cat.jpg"), "cat.jpg"),
        (Path("cat.jpg"), "cat.jpg"),
        ("cat.jpg", "cat.jpg"),
        (PurePosixPath("/"), "/"),
        (Path(), "."),
    ],
)
def test_a_path_is_called_by_its_last_part(path, name: str) -> None:
    assert display_name(path) == name


@given(st.text(alphabet=st.characters(), max_size=40))
def test_any_text_becomes_one_line_that_every_terminal_can_print(text: str) -> None:
    shown = one_line(text)
    assert len(shown.splitlines()) <= 1
    assert not any(unicodedata.category(character) in ("Cc", "Cs") for character in shown)
    shown.encode("utf-8")
    assert one_line(shown) == shown
