import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.helpers.gates import gated
from tests.helpers.pictures import jpeg, png
from vgg_desktop.services import previews
from vgg_desktop.services.answers import Preview, PreviewFailure, Thumbnail
from vgg_desktop.services.previews import PreviewService


@pytest.fixture
def service(qapp: QApplication) -> Iterator[PreviewService]:  # noqa: ARG001 - signals between threads need it.
    service = PreviewService()
    yield service
    assert service.shutdown(10)


@pytest.fixture
def pictures(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{number:03}.jpg" for number in range(60)]
    for number, path in enumerate(paths):
        path.write_bytes(jpeg(seed=number))
    return paths


class Seen:
    """Everything that the service showed, in order."""

    def __init__(self, service: PreviewService) -> None:
        self.previews: list[Preview] = []
        self.failures: list[PreviewFailure] = []
        self.thumbnails: list[Thumbnail] = []
        service.preview_ready.connect(self.previews.append)
        service.preview_failed.connect(self.failures.append)
        service.thumbnail_ready.connect(self.thumbnails.append)

    def thumbnail_paths(self) -> set[Path]:
        return {thumbnail.path for thumbnail in self.thumbnails}


def test_a_picture_comes_with_its_pixels_and_its_own_size(service: PreviewService, qtbot: QtBot) -> None:
    with qtbot.waitSignal(service.preview_ready) as shown:
        generation = service.show(jpeg(640, 480), longest_side_px=320)
    (preview,) = shown.args
    assert preview.generation == generation
    assert preview.pixels.shape == (240, 320, 3)
    assert preview.pixels.dtype == np.uint8
    assert preview.source_size_px == (640, 480)


def test_only_the_picture_asked_for_last_is_shown(service: PreviewService, qtbot: QtBot) -> None:
    seen = Seen(service)
    generations = [service.show(jpeg(400, 300, seed=number)) for number in range(30)]
    qtbot.waitUntil(lambda: bool(seen.previews))
    qtbot.wait(100)
    assert [preview.generation for preview in seen.previews] == [generations[-1]]


def test_a_forgotten_picture_is_not_shown(service: PreviewService, qtbot: QtBot) -> None:
    seen = Seen(service)
    service.show(jpeg(400, 300))
    service.forget()
    qtbot.wait(150)
    assert seen.previews == []


def test_what_is_no_picture_fails_with_a_sentence(service: PreviewService, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "text.jpg"
    path.write_text("no picture")
    with qtbot.waitSignal(service.preview_failed) as failed:
        service.show(path)
    assert failed.args[0].source == path
    assert failed.args[0].error.summary


def test_the_thumbnails_that_are_seen_come_and_those_scrolled_away_do_not(
    service: PreviewService, qtbot: QtBot, pictures: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = Seen(service)
    with gated(monkeypatch, previews, "_thumbnail") as gate:
        service.want_thumbnails("table", pictures[:50])
        qtbot.waitUntil(lambda: len(gate.arrived) == 2)
        service.want_thumbnails("table", pictures[50:])
    qtbot.waitUntil(lambda: seen.thumbnail_paths() >= set(pictures[50:]))
    # Each of the two threads was at one picture when the list changed.
    assert seen.thumbnail_paths() == {*pictures[:2], *pictures[50:]}


def test_two_clients_do_not_take_each_others_thumbnails_away(
    service: PreviewService, qtbot: QtBot, pictures: list[Path]
) -> None:
    seen = Seen(service)
    service.want_thumbnails("strip", pictures[:10])
    service.want_thumbnails("table", pictures[10:20])
    qtbot.waitUntil(lambda: seen.thumbnail_paths() == set(pictures[:20]))


def test_a_thumbnail_that_stays_in_view_is_reported_once(
    service: PreviewService, qtbot: QtBot, pictures: list[Path]
) -> None:
    seen = Seen(service)
    service.want_thumbnails("table", pictures[:5])
    qtbot.waitUntil(lambda: len(seen.thumbnails) == 5)
    service.want_thumbnails("table", pictures[:8])
    qtbot.waitUntil(lambda: len(seen.thumbnails) == 8)
    qtbot.wait(50)
    assert len(seen.thumbnails) == 8


def test_a_broken_file_has_an_empty_thumbnail(service: PreviewService, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "broken.png"
    path.write_bytes(png()[:40])
    with qtbot.waitSignal(service.thumbnail_ready) as came:
        service.want_thumbnails("table", [path])
    assert came.args[0].pixels is None


def test_a_picture_to_look_at_goes_before_waiting_thumbnails(
    service: PreviewService, qtbot: QtBot, pictures: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []
    look = previews._preview
    monkeypatch.setattr(previews, "_preview", lambda job: begun.append("preview") or look(job))
    seen = Seen(service)
    with gated(monkeypatch, previews, "_thumbnail", holds=lambda *_: begun.append("thumbnail") or True) as gate:
        service.want_thumbnails("table", pictures)
        qtbot.waitUntil(lambda: len(gate.arrived) == 2)
        service.show(pictures[0])
    qtbot.waitUntil(lambda: bool(seen.previews) and len(seen.thumbnails) == len(pictures))
    assert begun[:3] == ["thumbnail", "thumbnail", "preview"]


def test_shutdown_with_work_waiting_ends_the_threads_at_once(
    qapp: QApplication,  # noqa: ARG001
    pictures: list[Path],
) -> None:
    before = set(threading.enumerate())
    service = PreviewService()
    service.want_thumbnails("table", pictures)
    assert service.shutdown(60)
    assert set(threading.enumerate()) <= before
