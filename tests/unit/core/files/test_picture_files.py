"""Pictures are found, whatever the folder looks like."""

import itertools
import os
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.datasets import SYSTEM_FOLDERS
from tests.helpers.permissions import folder_for_everybody, unprivileged
from tests.helpers.pictures import HOSTILE_NAMES, NOT_UTF8_NAME, write_if_allowed
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.files.picture_files import find_pictures, natural_key
from vgg_desktop.core.files.picture_formats import is_picture_name

posix_only = pytest.mark.skipif(os.name != "posix", reason="POSIX files")


def make(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()


def found(*paths: Path, under: Path) -> list[str]:
    return [path.relative_to(under).as_posix() for path in find_pictures(paths)]


def test_a_folder_gives_its_own_pictures_and_then_those_of_its_subfolders_in_natural_order(tmp_path: Path) -> None:
    make(tmp_path, "b/2.png", "b/10.png", "B2/x.jpg", "img10.jpg", "IMG2.JPG", "img1.webp", "a/z.gif", "a/deep/y.tiff")
    assert found(tmp_path, under=tmp_path) == [
        *("img1.webp", "IMG2.JPG", "img10.jpg"),
        *("a/z.gif", "a/deep/y.tiff"),
        *("b/2.png", "b/10.png"),
        "B2/x.jpg",
    ]


def test_files_and_folders_come_in_the_order_they_were_named(tmp_path: Path) -> None:
    make(tmp_path, "z.png", "folder/b.png", "folder/a.png", "c.png")
    paths = [tmp_path / "z.png", tmp_path / "folder", tmp_path / "c.png", tmp_path / "z.png"]
    assert found(*paths, under=tmp_path) == ["z.png", "folder/a.png", "folder/b.png", "c.png", "z.png"]


def test_a_file_named_by_hand_is_taken_whatever_its_suffix_and_even_if_it_is_missing(tmp_path: Path) -> None:
    make(tmp_path, "notes.txt", ".hidden")
    paths = [tmp_path / "notes.txt", tmp_path / ".hidden", tmp_path / "missing.jpg"]
    assert list(find_pictures(paths)) == paths


def test_inside_a_folder_hidden_entries_and_other_files_are_passed_over(tmp_path: Path) -> None:
    make(tmp_path, "a.png", ".b.png", "._a.png", ".cache/c.png", "notes.txt", "png", "movie.mp4", "model.safetensors")
    assert found(tmp_path, under=tmp_path) == ["a.png"]


@pytest.mark.parametrize("name", SYSTEM_FOLDERS)
def test_thumbnails_and_bins_of_a_system_are_passed_over(tmp_path: Path, name: str) -> None:
    make(tmp_path, "a.png", f"{name}/b.png", f"album/{name}/c.png", "album/d.png")
    assert found(tmp_path, under=tmp_path) == ["a.png", "album/d.png"]


def test_a_bin_named_by_hand_is_read(tmp_path: Path) -> None:
    make(tmp_path, "$RECYCLE.BIN/a.png")
    assert found(tmp_path / "$RECYCLE.BIN", under=tmp_path) == ["$RECYCLE.BIN/a.png"]


@pytest.mark.parametrize("name", ["recycle", "#1", "@home", "thumbnails", "found", "eaDir", "snapshot"])
def test_a_folder_that_is_only_called_alike_is_read(tmp_path: Path, name: str) -> None:
    make(tmp_path, f"{name}/b.png")
    assert found(tmp_path, under=tmp_path) == [f"{name}/b.png"]


def test_files_that_must_be_converted_first_are_counted_and_named_with_a_way(tmp_path: Path) -> None:
    make(tmp_path, "a.png", "b/texture.dds", "b/10.pcx", "icon.ico", "notes.txt", ".hidden.psd")
    told: list[AppError] = []
    assert [path.name for path in find_pictures([tmp_path], told.append, told.append)] == ["a.png"]
    (only,) = told
    assert only.summary == "3 files are left out because their formats are not read, such as 10.pcx."
    assert "magick FILE NEW.png" in only.hint


def test_a_hidden_folder_named_by_hand_is_read(tmp_path: Path) -> None:
    make(tmp_path, ".photos/a.png")
    assert found(tmp_path / ".photos", under=tmp_path) == [".photos/a.png"]


def test_a_folder_that_is_called_like_a_picture_is_a_folder(tmp_path: Path) -> None:
    make(tmp_path, "photos.jpg/a.png")
    assert found(tmp_path, under=tmp_path) == ["photos.jpg/a.png"]


@pytest.mark.parametrize(
    "name", ["a.jpg", "a.JPEG", "a.b.png", "x.Webp", "x.heic", "x.avif", "x.tif", "x.bmp", "x.gif"]
)
def test_known_suffixes_are_pictures(name: str) -> None:
    assert is_picture_name(name)


@pytest.mark.parametrize("name", ["jpg", ".jpg", "a.jpg.txt", "a", "a.", "a.svg", "a.pdf", "a.jpgx"])
def test_other_names_are_not(name: str) -> None:
    assert not is_picture_name(name)


@posix_only
@pytest.mark.timeout(10)
def test_links_are_followed_and_a_loop_of_them_ends(tmp_path: Path) -> None:
    make(tmp_path, "photos/a.png", "elsewhere/b.png")
    (tmp_path / "photos" / "loop").symlink_to(tmp_path / "photos")
    (tmp_path / "photos" / "up").symlink_to(tmp_path)
    (tmp_path / "photos" / "itself").symlink_to("itself")
    (tmp_path / "photos" / "nowhere").symlink_to("missing")
    assert found(tmp_path / "photos", under=tmp_path) == ["photos/a.png", "photos/up/elsewhere/b.png"]


@posix_only
@pytest.mark.timeout(20)
def test_folders_that_link_to_each_other_are_seen_once_each(tmp_path: Path) -> None:
    for here, there in itertools.permutations(range(8), 2):
        (tmp_path / str(here)).mkdir(exist_ok=True)
        (tmp_path / str(here) / f"to{there}").symlink_to(tmp_path / str(there))
    make(tmp_path, *(f"{i}/{i}.png" for i in range(8)))
    assert sorted(path.name for path in find_pictures([tmp_path])) == [f"{i}.png" for i in range(8)]


def test_the_same_folder_named_twice_is_read_twice(tmp_path: Path) -> None:
    make(tmp_path, "a.png")
    assert found(tmp_path, tmp_path, under=tmp_path) == ["a.png", "a.png"]


@posix_only
def test_a_folder_without_permission_is_reported_and_the_rest_goes_on() -> None:
    problems: list[AppError] = []
    with folder_for_everybody() as folder:
        make(folder, "a/1.png", "private/2.png", "z/3.png")
        (folder / "private").chmod(0)
        with unprivileged():
            names = [path.name for path in find_pictures([folder, folder / "private" / "2.png"], problems.append)]
        (folder / "private").chmod(0o755)
    assert names == ["1.png", "3.png", "2.png"]
    assert [problem.summary for problem in problems] == ["The folder private cannot be read: Permission denied."]


def test_a_folder_that_vanishes_meanwhile_is_reported(tmp_path: Path) -> None:
    make(tmp_path, "1.png", "gone/2.png", "stays/3.png")
    problems: list[AppError] = []
    pictures = find_pictures([tmp_path], problems.append)
    assert next(pictures).name == "1.png"
    (tmp_path / "gone" / "2.png").unlink()
    (tmp_path / "gone").rmdir()
    assert [path.name for path in pictures] == ["3.png"]
    assert problems[0].summary.startswith("The folder gone cannot be read: ")


def test_names_of_all_kinds_are_found(tmp_path: Path) -> None:
    written = [write_if_allowed(tmp_path, name, b"") for name in (*HOSTILE_NAMES, NOT_UTF8_NAME)]
    assert set(find_pictures([tmp_path])) == {path for path in written if path}


@posix_only
def test_very_deep_folders_are_walked(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * 400)
    deep.mkdir(parents=True)
    make(deep, "a.png")
    assert [path.name for path in find_pictures([tmp_path])] == ["a.png"]


def test_the_first_picture_comes_before_the_last_path_is_known(tmp_path: Path) -> None:
    make(tmp_path, "a.png")

    def paths():
        yield tmp_path
        raise AssertionError("the second path was asked for too early")

    assert next(find_pictures(paths())).name == "a.png"


def test_memory_holds_one_folder_and_not_the_whole_tree(tmp_path: Path) -> None:
    for i in range(30):
        make(tmp_path, *(f"{i}/{j:03}.png" for j in range(50)))
    tracemalloc.start()
    try:
        count = sum(1 for _ in find_pictures([tmp_path]))
        peak_bytes = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count == 1500
    assert peak_bytes < 200_000


def test_numbers_sort_by_value_and_letters_without_case() -> None:
    names = ["IMG10", "img2", "Img1", "img02", "a", "B", "10", "9", "img2b", "", "9" * 5000]
    assert sorted(names, key=natural_key) == [
        "",
        "9",
        "10",
        "9" * 5000,
        "a",
        "B",
        "Img1",
        "img02",
        "img2",
        "img2b",
        "IMG10",
    ]


@given(st.lists(st.text(alphabet=st.characters() | st.sampled_from("019aA"), max_size=6), max_size=12))
def test_any_names_can_be_sorted_and_the_order_is_always_the_same(names: list[str]) -> None:
    backwards = list(reversed(names))
    assert sorted(names, key=natural_key) == sorted(backwards, key=natural_key)
