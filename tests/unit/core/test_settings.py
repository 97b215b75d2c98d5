import os
import subprocess
import sys
import tomllib
from pathlib import Path

import msgspec
import pytest

from tests.helpers.permissions import folder_for_everybody, unprivileged
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.settings import RECENT_MAX, Settings, load_settings, save_changes, with_recent, write_missing


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def test_without_a_file_every_setting_has_its_usual_value(path: Path) -> None:
    loaded = load_settings(path)
    assert loaded.settings == Settings()
    assert loaded.problem is None


def test_a_change_is_read_back(path: Path) -> None:
    save_changes(path, {"scheme": "dark", "top": 9, "recent": ("/a/고양이.jpg",)})
    assert load_settings(path).settings == Settings(scheme="dark", top=9, recent=("/a/고양이.jpg",))


def test_two_windows_do_not_undo_each_other(path: Path) -> None:
    save_changes(path, {"scheme": "dark"})
    save_changes(path, {"top": 3})
    assert load_settings(path).settings == Settings(scheme="dark", top=3)


def test_settings_of_a_newer_version_are_kept(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("hologram = true\n[future]\ndepth = 3\n", encoding="utf-8")
    save_changes(path, {"top": 3})
    assert tomllib.loads(path.read_text(encoding="utf-8")) == {"hologram": True, "top": 3, "future": {"depth": 3}}


def test_one_wrong_value_costs_only_itself_and_is_told(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('scheme = "purple"\ntop = 7\nrecent = [1, 2]\n', encoding="utf-8")
    loaded = load_settings(path)
    assert loaded.settings == Settings(top=7)
    assert loaded.problem
    assert "scheme" in loaded.problem.detail
    assert "recent" in loaded.problem.detail


@pytest.mark.parametrize("content", [b"scheme = [", b"\xff\xfe\x00", b"top = 5\ntop = 6\n", b"\x00" * 4096])
def test_a_damaged_file_is_kept_aside_and_named(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    loaded = load_settings(path)
    assert loaded.settings == Settings()
    assert loaded.problem
    assert "settings.damaged.toml" in loaded.problem.hint
    assert path.with_name("settings.damaged.toml").read_bytes() == content


def test_a_damaged_file_does_not_stop_the_next_change(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"scheme = [")
    save_changes(path, {"top": 2})
    assert load_settings(path).settings.top == 2
    assert path.with_name("settings.damaged.toml").read_bytes() == b"scheme = ["


def test_a_damaged_file_can_be_read_past_without_touching_it(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"scheme = [")
    assert load_settings(path, changes_nothing=True).problem
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_what_the_file_does_not_name_is_added_and_nothing_else_changed(path: Path) -> None:
    save_changes(path, {"scheme": "dark", "hologram": True})
    write_missing(path, Settings(scheme="light", top=9))
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    assert (table["scheme"], table["top"], table["hologram"]) == ("dark", 9, True)
    assert {field.name for field in msgspec.structs.fields(Settings)} <= set(table)


def test_programs_that_save_at_the_same_time_lose_none_of_their_changes(path: Path) -> None:
    code = "import sys; from pathlib import Path; from vgg_desktop.core.settings import save_changes\n"
    code += "for value in range(30): save_changes(Path(sys.argv[1]), {sys.argv[2]: value})"
    names = ("one", "two", "three")
    children = [subprocess.Popen([sys.executable, "-c", code, str(path), name]) for name in names]
    assert [child.wait(60) for child in children] == [0, 0, 0]
    assert tomllib.loads(path.read_text(encoding="utf-8")) == dict.fromkeys(names, 29)


def test_a_change_that_cannot_be_saved_says_so(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file where a folder should be")
    with pytest.raises(AppError, match="cannot be saved"):
        save_changes(tmp_path / "config" / "settings.toml", {"top": 2})


@pytest.mark.skipif(os.name != "posix", reason="POSIX permissions")
def test_settings_that_cannot_be_read_now_are_not_written_over() -> None:
    with folder_for_everybody() as folder:
        folder.chmod(0o777)
        path = folder / "settings.toml"
        save_changes(path, {"scheme": "dark"})
        path.chmod(0)
        with unprivileged(), pytest.raises(AppError, match=r"cannot be saved: Permission denied\."):
            save_changes(path, {"top": 2})
        path.chmod(0o644)
        assert load_settings(path).settings == Settings(scheme="dark")


def test_a_recent_file_stands_once_and_first() -> None:
    assert with_recent(("b", "a"), "a") == ("a", "b")


def test_the_list_of_recent_files_stays_short() -> None:
    recent: tuple[str, ...] = ()
    for number in range(RECENT_MAX + 5):
        recent = with_recent(recent, str(number))
    assert len(recent) == RECENT_MAX
    assert recent[0] == str(RECENT_MAX + 4)
