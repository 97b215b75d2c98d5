"""The Train page as one tab of a window among others."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from vgg_desktop.gui.page import MenuKey, Page, WindowParts
from vgg_desktop.gui.train.page import TrainPage
from vgg_desktop.gui.window.main_window import MainWindow


def test_a_page_that_is_restored_behind_another_keeps_its_shortcuts_to_itself(
    parts: WindowParts, make_window: Callable[..., MainWindow]
) -> None:
    first = Page()
    page = TrainPage(parts, parts.training)
    window = make_window(("classify", "Classify", first), ("train", "Train", page))
    window.restore({"train": page.keepsake()})
    entries = [entry for entry in page.menu_actions()[MenuKey.FILE] if entry]
    assert not any(entry.isVisible() for entry in entries)
    window.show_page("train")
    assert all(entry.isVisible() for entry in entries)


def test_a_page_that_is_gone_hears_nothing_of_jobs_it_asked_for(
    parts: WindowParts, qtbot: QtBot, tmp_path: Path
) -> None:
    page = TrainPage(parts, parts.training)
    page.area.pane.corrections.show_run(tmp_path)
    page.area.pane.results.moving.show_run(tmp_path, tmp_path)
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    told: list[object] = []
    with qtbot.captureExceptions() as exceptions:
        parts.jobs.do(lambda: 7, told.append)
        qtbot.waitUntil(lambda: told == [7])
    assert exceptions == []
