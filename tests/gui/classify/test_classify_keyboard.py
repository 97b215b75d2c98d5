"""The page without a mouse, for a screen reader, and in a small window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QLineEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.dropping import drop_files
from vgg_desktop.gui.classify.page import ClassifyPage
from vgg_desktop.gui.window.main_window import MainWindow

Wait = Callable[[ClassifyPage], None]
CONTROLS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QSpinBox)


@pytest.fixture
def listed(ready: ClassifyPage, window: MainWindow, album: Path, until_quiet: Wait) -> ClassifyPage:
    drop_files(window, album)
    until_quiet(ready)
    ready.work.strip_bar.strip.setCurrentIndex(ready.work.strip_bar.strip.model().index(0, 4))
    until_quiet(ready)
    return ready


def reached_by_tab(page: ClassifyPage, start: QWidget) -> list[QWidget]:
    """Every widget of the page that has the focus before it comes back to `start`."""
    start.setFocus()
    seen = [start]
    for _ in range(60):
        focused = QApplication.focusWidget()
        QApplication.sendEvent(
            focused, QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
        )
        focused = QApplication.focusWidget()
        if focused is start:
            return seen
        if page.isAncestorOf(focused):
            seen.append(focused)
    raise AssertionError(f"The focus never comes back: {focused}")


def waiting_for_keys(page: ClassifyPage) -> set[QWidget]:
    return {
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    }


def test_tab_reaches_every_part_of_the_invitation(page: ClassifyPage):
    reached = reached_by_tab(page, page.empty.open_button)

    assert reached == [page.empty.open_button, *page.empty.samples]


@pytest.mark.parametrize("with_table", [False, True])
def test_tab_reaches_everything_and_is_never_caught(listed: ClassifyPage, with_table: bool):
    listed.show_table(with_table)
    reached = reached_by_tab(listed, listed.work.picture.view)

    assert set(reached) == waiting_for_keys(listed)
    assert len(reached) > 5


def test_every_control_has_a_name_for_screen_readers(listed: ClassifyPage):
    listed.show_table(True)
    nameless = [
        widget
        for kind in CONTROLS
        for widget in listed.findChildren(kind)
        if not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
        # Parts of Qt's own controls, which speak for them.
        and not isinstance(widget.parent(), (QLineEdit, QSpinBox, QComboBox, QAbstractItemView))
        and not widget.objectName().startswith("qt_")
        and not widget.inherits("QComboBoxPrivateContainer")
        and not widget.inherits("QComboBoxListView")
    ]

    assert nameless == []


def test_every_action_has_a_shortcut_of_its_own(page: ClassifyPage):
    actions = [action for entries in page.menu_actions().values() for action in entries if isinstance(action, QAction)]
    without = [action.text() for action in actions if action.shortcut().isEmpty() and not action.menu()]
    keys = [key.toString() for action in actions for key in action.shortcuts()]

    assert without == []
    assert len(keys) == len(set(keys)) > 15


@pytest.mark.parametrize("shown", ["picture", "strip", "button", "table", "label"])
def test_the_focus_can_be_seen(listed: ClassifyPage, shown: str, qtbot: QtBot):
    listed.show_table(shown in ("table", "label"))
    widget: QWidget = {
        "picture": listed.work.picture.view,
        "strip": listed.work.strip_bar.strip,
        "button": listed.work.strip_bar.table_button,
        "table": listed.work.table.table,
        "label": listed.work.table.filter.label,
    }[shown]
    other = listed.work.strip_bar.export_button
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    without = widget.grab().toImage()
    # The picture shows its ring to those who have come by keyboard.
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(widget.hasFocus)
    # A text cursor that blinks would be a difference as well.
    if isinstance(widget, QLineEdit):
        widget.setReadOnly(True)
    qtbot.wait(20)

    assert widget.grab().toImage() != without


@pytest.mark.parametrize("with_table", [False, True])
def test_everything_has_its_place_at_900_by_600(listed: ClassifyPage, window: MainWindow, with_table: bool, qtbot):
    window.resize(900, 600)
    listed.show_table(with_table)
    qtbot.wait(50)
    page = QRect(QPoint(0, 0), listed.size())
    outside = [
        widget
        for kind in CONTROLS
        for widget in listed.findChildren(kind)
        if widget.isVisible() and not page.contains(QRect(widget.mapTo(listed, QPoint(0, 0)), widget.size()))
    ]

    assert (window.width(), window.height()) == (900, 600)
    assert outside == []


def test_the_picture_has_a_ring_only_for_those_who_use_keys(listed: ClassifyPage, qtbot: QtBot):
    view = listed.work.picture.view
    listed.work.strip_bar.export_button.setFocus()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(view.hasFocus)
    ring = view.grab().toImage()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton)
    calm = view.grab().toImage()
    qtbot.keyClick(view, Qt.Key.Key_Shift)

    assert calm != ring
    assert view.grab().toImage() == ring


def test_keys_zoom_and_step_without_the_mouse(listed: ClassifyPage, qtbot: QtBot, until_quiet: Wait):
    view = listed.work.picture.view
    view.setFocus()
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(listed, Qt.Key.Key_Plus, control)
    assert not view.is_fitted
    qtbot.keyClick(listed, Qt.Key.Key_0, control)
    assert view.is_fitted
    qtbot.keyClick(listed, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    until_quiet(listed)
    assert listed.work.strip_bar.strip.currentIndex().column() == 5
