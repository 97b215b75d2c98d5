"""Which pictures there are, found in the background."""

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.helpers.pictures import png
from vgg_desktop.core.files.path_list import PathList
from vgg_desktop.services.folders import FolderService, Neighbours, SearchEnded
from vgg_desktop.services.jobs import Jobs


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:  # noqa: ARG001 - signals need an application
    jobs = Jobs()
    yield jobs
    assert jobs.shutdown(20)


@pytest.fixture
def folders(jobs: Jobs) -> FolderService:
    return FolderService(jobs)


@pytest.fixture
def album(tmp_path: Path) -> Path:
    for name in ("b 10.png", "b 9.png", "a.JPG", "notes.txt", ".hidden.png"):
        (tmp_path / name).write_bytes(png(4, 4))
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "c.png").write_bytes(png(4, 4))
    return tmp_path


class Heard:
    """Everything that a search reports."""

    def __init__(self, service: FolderService) -> None:
        self.found: list[PathList] = []
        self.ended: list[SearchEnded] = []
        service.found.connect(self.found.append)
        service.search_ended.connect(self.ended.append)

    def names(self) -> list[str]:
        return [path.name for report in self.found for path in report]


def test_pictures_are_found_in_the_order_of_a_person(folders: FolderService, album: Path, qtbot: QtBot):
    heard = Heard(folders)
    with qtbot.waitSignal(folders.search_ended):
        folders.search([album])

    assert heard.names() == ["a.JPG", "b 9.png", "b 10.png", "c.png"]
    assert heard.ended == [SearchEnded(4)]
    assert not folders.is_searching


def test_many_pictures_come_in_handfuls(folders: FolderService, tmp_path: Path, qtbot: QtBot):
    heard = Heard(folders)
    with qtbot.waitSignal(folders.search_ended, timeout=20_000):
        folders.search([tmp_path / f"{number}.png" for number in range(2500)])

    assert len(heard.found) >= 3
    assert max(len(report) for report in heard.found) <= 1000
    assert len(heard.names()) == 2500


def test_a_newer_search_ends_the_older_one_without_a_word(folders: FolderService, album: Path, qtbot: QtBot):
    heard = Heard(folders)
    folders.search([album] * 50)
    with qtbot.waitSignal(folders.search_ended):
        folders.search([album / "sub"])
    qtbot.wait(100)

    assert heard.names() == ["c.png"]
    assert heard.ended == [SearchEnded(1)]


def test_a_stopped_search_says_nothing_more(folders: FolderService, album: Path, qtbot: QtBot):
    heard = Heard(folders)
    folders.search([album])
    folders.stop()
    qtbot.wait(100)

    assert heard.found == heard.ended == []


@pytest.mark.skipif(os.name != "posix", reason="made with POSIX rights")
def test_a_folder_that_cannot_be_read_is_a_problem_and_the_rest_is_found(
    folders: FolderService, album: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    really = os.scandir
    monkeypatch.setattr(os, "scandir", lambda path: _refuse(path) if Path(path).name == "sub" else really(path))
    heard = Heard(folders)
    with qtbot.waitSignal(folders.search_ended):
        folders.search([album])

    assert len(heard.names()) == 3
    assert [problem.summary for problem in heard.ended[0].problems] == [
        "The folder sub cannot be read: Permission denied."
    ]


def _refuse(path: object) -> object:
    raise PermissionError(13, "Permission denied", str(path))


def test_neighbours_are_the_pictures_of_the_same_folder(folders: FolderService, album: Path, qtbot: QtBot):
    with qtbot.waitSignal(folders.neighbours_found) as blocker:
        folders.find_neighbours(album / "b 9.png")

    assert blocker.args == [
        Neighbours(album / "b 9.png", PathList.of(album / name for name in ("a.JPG", "b 9.png", "b 10.png")))
    ]


def test_a_picture_with_an_odd_name_is_among_its_neighbours(folders: FolderService, album: Path, qtbot: QtBot):
    with qtbot.waitSignal(folders.neighbours_found) as blocker:
        folders.find_neighbours(album / "notes.txt")

    assert album / "notes.txt" in blocker.args[0].paths


def test_without_a_folder_there_are_no_neighbours(folders: FolderService, tmp_path: Path, qtbot: QtBot):
    with qtbot.waitSignal(folders.neighbours_found) as blocker:
        folders.find_neighbours(tmp_path / "gone" / "a.png")

    assert list(blocker.args[0].paths) == []


def test_only_the_neighbours_asked_for_last_are_told(folders: FolderService, album: Path, qtbot: QtBot):
    heard: list[Neighbours] = []
    folders.neighbours_found.connect(heard.append)
    folders.find_neighbours(album / "a.JPG")
    with qtbot.waitSignal(folders.neighbours_found):
        folders.find_neighbours(album / "sub" / "c.png")
    qtbot.wait(50)

    assert [neighbours.path.name for neighbours in heard] == ["c.png"]


def test_a_service_that_is_deleted_while_it_searches_ends_without_noise(
    jobs: Jobs, tmp_path: Path, qtbot: QtBot, caplog: pytest.LogCaptureFixture
):
    service = FolderService(jobs)
    service.search([tmp_path / f"{number}.png" for number in range(200_000)])
    thread = next(thread for thread in threading.enumerate() if thread.name == "folder-search")
    service.deleteLater()
    qtbot.waitUntil(lambda: not shiboken6.isValid(service))
    thread.join(20)

    assert not thread.is_alive()
    assert caplog.records == []
