import os
import tomllib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from urllib.parse import quote_from_bytes

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QAction, QDesktopServices, QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton, QTabBar, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.models import tiny_bundle
from tests.helpers.pictures import HOSTILE_NAMES, NOT_UTF8_NAME, png
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.settings import load_settings, save_changes
from vgg_desktop.gui.incoming import Incoming
from vgg_desktop.gui.page import MenuKey, Page, PageMaker, Status, WindowParts
from vgg_desktop.gui.widgets.chooser import Chooser
from vgg_desktop.gui.window.drop_veil import DropVeil
from vgg_desktop.gui.window.main_window import MainWindow
from vgg_desktop.gui.window.menus import Menus
from vgg_desktop.gui.window.status_line import StatusLine
from vgg_desktop.services.jobs import Lane

MakeWindow = Callable[..., MainWindow]


class Notebook(Page):
    """A page that writes down what it gets, with one action and one field to type in."""

    def __init__(self, name: str = "notebook", header: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self.received: list[Incoming] = []
        self.calls: list[str] = []
        self._header = header
        self.action = QAction(f"Do {name}", self)
        self.action.setShortcut("Ctrl+O")
        self.action.triggered.connect(self._note_action)
        column = QVBoxLayout(self)
        column.addWidget(QLineEdit())

    def header_widgets(self) -> Sequence[QWidget]:
        return self._header

    def menu_actions(self) -> Mapping[MenuKey, Sequence[QAction | None]]:
        return {MenuKey.FILE: (self.action, None), MenuKey.PAGE: (QAction("Only here", self),)}

    def status(self) -> Status:
        return Status("Ready.")

    def note_clicked(self) -> None:
        self.calls.append("note")

    def receive(self, incoming: Incoming) -> None:
        self.received.append(incoming)

    def shut_down(self) -> None:
        self.calls.append("shut down")

    def _note_action(self) -> None:
        self.calls.append("action")


class Editor(QObject):
    """In place of the program in which the desktop opens a file."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


@pytest.fixture
def page(qapp: QApplication) -> Notebook:  # noqa: ARG001 - a widget needs an application.
    return Notebook()


@pytest.fixture
def window(make_window: MakeWindow, page: Notebook) -> MainWindow:
    return make_window(("classify", "Classify", page))


def drag_over(window: MainWindow, mime: QMimeData) -> bool:
    event = QDragEnterEvent(
        QPoint(50, 50), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    event.ignore()
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def drop(window: MainWindow, mime: QMimeData) -> None:
    assert drag_over(window, mime)
    event = QDropEvent(
        QPointF(50, 50), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(window, event)


def mime_of(*paths: Path) -> QMimeData:
    """As a file manager makes it: percent-encoded bytes."""
    mime = QMimeData()
    lines = [b"file://" + quote_from_bytes(os.fsencode(path)).encode("ascii") for path in paths]
    mime.setData("text/uri-list", b"\r\n".join(lines))
    return mime


def status_texts(window: MainWindow) -> list[str]:
    line = window.findChild(StatusLine)
    shown = [label for label in line.findChildren(QLabel) if label.isVisible()]
    return [label.text() for label in shown if label.text()]


def test_files_dropped_anywhere_reach_the_current_page(window: MainWindow, page: Notebook, tmp_path: Path) -> None:
    drop(window, mime_of(tmp_path / "a.png", tmp_path / "folder"))
    assert page.received == [Incoming(paths=(tmp_path / "a.png", tmp_path / "folder"))]


def test_the_opened_settings_file_names_every_setting_and_keeps_what_another_window_chose(
    window: MainWindow, parts: WindowParts, qtbot: QtBot
) -> None:
    parts.settings.change(top=7)
    parts.jobs.settle(Lane.SETTINGS)
    save_changes(parts.settings.path, {"top": 9})
    editor = Editor()
    QDesktopServices.setUrlHandler("file", editor, "open")
    action = next(action for action in window.actions() if action.text() == "Open the settings file")
    action.trigger()
    qtbot.waitUntil(lambda: editor.opened == [parts.settings.path])
    QDesktopServices.unsetUrlHandler("file")
    table = tomllib.loads(parts.settings.path.read_text(encoding="utf-8"))
    assert (table["top"], table["scheme"]) == (9, "system")


def test_what_is_dropped_is_copied_even_where_a_move_was_proposed(
    window: MainWindow, page: Notebook, tmp_path: Path
) -> None:
    mime, move = mime_of(tmp_path / "a.png"), Qt.DropAction.MoveAction
    possible = move | Qt.DropAction.CopyAction
    keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
    for event in (
        QDragEnterEvent(QPoint(5, 5), possible, mime, *keys),
        QDropEvent(QPointF(5, 5), possible, mime, *keys),
    ):
        event.setDropAction(move)
        QApplication.sendEvent(window, event)
        assert event.isAccepted()
        assert event.dropAction() == Qt.DropAction.CopyAction
    assert page.received == [Incoming(paths=(tmp_path / "a.png",))]


@pytest.mark.skipif(os.name != "posix", reason="Windows refuses such names")
@pytest.mark.parametrize("name", [*HOSTILE_NAMES, NOT_UTF8_NAME], ids=range(len(HOSTILE_NAMES) + 1))
def test_the_name_of_a_dropped_file_arrives_byte_for_byte(window: MainWindow, page: Notebook, name: str) -> None:
    path = Path("/pictures") / name
    drop(window, mime_of(path))
    assert page.received == [Incoming(paths=(path,))]


def test_a_picture_dragged_out_of_a_browser_arrives_as_its_own_bytes(window: MainWindow, page: Notebook) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/cat.png")])
    mime.setData("image/png", png())
    drop(window, mime)
    assert page.received == [Incoming(data=png())]


def test_an_address_alone_is_not_taken_and_never_fetched(window: MainWindow) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/cat.png")])
    mime.setText("https://example.org/cat.png")
    assert not drag_over(window, mime)


def test_a_bitmap_without_bytes_of_a_file_arrives_as_a_picture(window: MainWindow, page: Notebook) -> None:
    image = QImage(4, 3, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    mime = QMimeData()
    mime.setImageData(image)
    drop(window, mime)
    assert page.received[0].data.startswith(b"BM")


def test_while_something_is_dragged_over_it_the_window_says_that_it_may_be_dropped(
    window: MainWindow, tmp_path: Path
) -> None:
    veil = window.findChild(DropVeil)
    assert drag_over(window, mime_of(tmp_path / "a.png"))
    assert veil.isVisible()
    drop(window, mime_of(tmp_path / "a.png"))
    assert not veil.isVisible()


def test_ten_thousand_files_dropped_at_once_arrive(window: MainWindow, page: Notebook) -> None:
    paths = tuple(Path("/pictures") / f"{number}.jpg" for number in range(10_000))
    drop(window, mime_of(*paths))
    assert tuple(page.received[0].paths) == paths


def test_only_the_current_page_gets_what_is_dropped(make_window: MakeWindow, tmp_path: Path) -> None:
    first, second = Notebook(), Notebook()
    window = make_window(("classify", "Classify", first), ("train", "Train", second))
    window.show_page("train")
    drop(window, mime_of(tmp_path / "a.png"))
    assert (len(first.received), len(second.received)) == (0, 1)


def test_a_shortcut_reaches_only_the_page_that_is_shown(make_window: MakeWindow, qtbot: QtBot) -> None:
    first, second = Notebook("one"), Notebook("two")
    window = make_window(("classify", "Classify", first), ("train", "Train", second))
    qtbot.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.current_key == "train"
    qtbot.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert (first.calls, second.calls) == (["action"], ["action"])


def test_tabs_can_be_changed_with_the_arrow_keys(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(("classify", "Classify", Notebook()), ("train", "Train", Notebook()))
    tabs = window.findChild(QTabBar)
    tabs.setFocus()
    qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert window.current_key == "train"


def test_every_action_stands_in_a_menu_and_has_a_shortcut_of_its_own(window: MainWindow) -> None:
    actions = leaf_actions(window.findChild(Menus).root)
    assert len(actions) > 10
    own = [action for action in actions if action.text() != "Only here"]
    assert [action.text() for action in own if action.shortcut().isEmpty()] == []
    shortcuts = [action.shortcut().toString() for action in own if action.isVisible()]
    assert len(shortcuts) == len(set(shortcuts))
    assert all(action in window.actions() for action in actions)


def test_the_menu_opens_from_the_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    menu = window.findChild(Menus).root
    with qtbot.waitSignal(menu.aboutToShow):
        # The menu runs an event loop of its own until it is closed.
        QTimer.singleShot(50, menu.close)
        qtbot.keyClick(window, Qt.Key.Key_F10)


def leaf_actions(menu: QMenu) -> list[QAction]:
    """Every action that does something, however deep."""
    found = []
    for action in menu.actions():
        if action.menu():
            found += leaf_actions(action.menu())
        elif not action.isSeparator():
            found.append(action)
    return found


def test_the_status_line_shows_what_the_current_page_says(window: MainWindow, page: Notebook) -> None:
    assert status_texts(window) == ["Ready."]
    page.status_changed.emit(Status("3 of 5 pictures", 0.6, "1 could not be read"))
    assert status_texts(window) == ["3 of 5 pictures", "1 could not be read"]


def test_a_page_in_the_background_does_not_change_the_status_line(make_window: MakeWindow) -> None:
    first, second = Notebook(), Notebook()
    window = make_window(("classify", "Classify", first), ("train", "Train", second))
    second.status_changed.emit(Status("epoch 3"))
    assert status_texts(window) == ["Ready."]


def test_a_click_on_the_note_comes_back_to_the_page(window: MainWindow, page: Notebook, qtbot: QtBot) -> None:
    page.status_changed.emit(Status("done", note="2 could not be read · Show", note_is_action=True))
    (button,) = [b for b in window.findChild(StatusLine).findChildren(QPushButton) if b.isVisible()]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert page.calls == ["note"]


def test_a_page_shows_its_own_widgets_in_the_header(make_window: MakeWindow) -> None:
    mine = QPushButton("New run")
    window = make_window(("classify", "Classify", Notebook()), ("train", "Train", Notebook(header=(mine,))))
    choosers = window.findChildren(Chooser)
    assert not mine.isVisible()
    assert all(chooser.isVisible() for chooser in choosers)
    window.show_page("train")
    assert mine.isVisible()
    assert not any(chooser.isVisible() for chooser in choosers)


def test_a_page_can_hand_something_to_another_one(make_window: MakeWindow, tmp_path: Path) -> None:
    first, second = Notebook(), Notebook()
    window = make_window(("classify", "Classify", first), ("train", "Train", second))
    window.show_page("train")
    second.page_requested.emit("classify", Incoming(paths=(tmp_path,)))
    assert window.current_key == "classify"
    assert first.received == [Incoming(paths=(tmp_path,))]


def test_size_and_scheme_are_remembered(window: MainWindow, parts: WindowParts) -> None:
    # The screen of the offscreen platform has 800 x 800.
    window.resize(760, 640)
    window.findChild(Menus).scheme_chosen.emit("dark")
    window.close()
    parts.jobs.settle(Lane.SETTINGS)
    saved = load_settings(parts.settings.path).settings
    assert saved.scheme == "dark"
    again = MainWindow(parts)
    assert (again.width(), again.height()) == (760, 640)


def test_a_damaged_size_is_ignored(parts: WindowParts) -> None:
    parts.settings.change(geometry="!!! no base64")
    assert MainWindow(parts).width() > 0


def test_a_page_is_made_when_it_is_first_shown_and_then_kept(parts: WindowParts, qtbot: QtBot) -> None:
    made: list[Notebook] = []

    def make(_parts: WindowParts) -> Notebook:
        made.append(Notebook())
        return made[-1]

    window = MainWindow(parts)
    qtbot.addWidget(window)
    window.add_page(PageMaker("classify", "Classify", make))
    window.add_page(PageMaker("train", "Train", make))
    window.show_page("classify")
    assert len(made) == 1
    for key in ("train", "classify", "train"):
        window.show_page(key)
    assert len(made) == 2
    assert window.page is made[1]


def test_closing_tells_every_page(make_window: MakeWindow) -> None:
    first, second = Notebook(), Notebook()
    window = make_window(("classify", "Classify", first), ("train", "Train", second))
    window.show_page("train")
    window.close()
    assert (first.calls, second.calls) == (["shut down"], ["shut down"])


def test_a_problem_of_a_page_is_shown_and_escape_dismisses_it(window: MainWindow, page: Notebook, qtbot: QtBot) -> None:
    page.message_posted.emit(AppError("The disk is full."))
    assert window.messages.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.messages.isVisible()


def test_the_report_names_no_folder_of_the_user(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    text = QGuiApplication.clipboard().text()
    assert "VGG Desktop" in text
    assert str(Path.home()) not in text


def test_about_opens_and_closes(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    dialog = QApplication.activeModalWidget()
    assert dialog
    assert any("VGG Desktop" in label.text() for label in dialog.findChildren(QLabel))
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None


def test_every_control_of_the_window_has_a_name_for_screen_readers(window: MainWindow) -> None:
    controls = [w for kind in (QPushButton, QTabBar, Chooser) for w in window.findChildren(kind) if w.isVisible()]
    named = [w for w in controls if w.accessibleName() or getattr(w, "text", str)()]
    assert len(controls) >= 4
    assert named == controls


def test_the_window_works_at_900_by_600(window: MainWindow) -> None:
    window.resize(900, 600)
    assert (window.width(), window.height()) == (900, 600)
    right_edges = [w.mapTo(window, w.rect().bottomRight()).x() for w in window.findChildren(Chooser)]
    assert max(right_edges) < 900


def test_choosing_another_model_keeps_the_old_one_shown_until_it_is_ready(
    started_parts: WindowParts, make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = make_window(("classify", "Classify", Notebook()))
    model, device = window.findChildren(Chooser)
    assert model.accessibleName() == "Model: tiny"
    other = tiny_bundle(tmp_path / "other.safetensors", name="other")
    with qtbot.waitSignal(started_parts.inference.model_changed, timeout=60_000):
        window.receive(Incoming(paths=(other,)))
        assert "Loading" in model.accessibleName()
    assert model.accessibleName() == "Model: other"
    assert device.accessibleName() == "Runs on: CPU · fp32"
    started_parts.jobs.settle(Lane.SETTINGS)
    assert load_settings(started_parts.settings.path).settings.model == str(other)


def test_a_model_that_does_not_load_is_told_and_the_old_one_is_shown_again(
    started_parts: WindowParts, make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = make_window(("classify", "Classify", Notebook()))
    broken = tmp_path / "broken.safetensors"
    broken.write_bytes(b"no weights")
    with qtbot.waitSignal(started_parts.inference.model_failed, timeout=60_000):
        window.receive(Incoming(paths=(broken,)))
    assert window.messages.isVisible()
    assert window.findChildren(Chooser)[0].accessibleName() == "Model: tiny"
    assert started_parts.settings.value.model == "builtin"


def test_the_model_menu_lists_what_is_in_the_models_folder(
    started_parts: WindowParts, make_window: MakeWindow, qtbot: QtBot, home: Path
) -> None:
    tiny_bundle(home / "data" / "models" / "flowers.safetensors", name="My flowers")
    window = make_window(("classify", "Classify", Notebook()))
    with qtbot.waitSignal(started_parts.models.listed, timeout=60_000):
        started_parts.models.refresh()
    menu = window.findChildren(Chooser)[0].menu()
    menu.aboutToShow.emit()
    entries = [action.text() for action in menu.actions()]
    assert any(entry.startswith("My flowers\t") for entry in entries)
    (action,) = [action for action in menu.actions() if action.data() == "flowers"]
    with qtbot.waitSignal(started_parts.inference.model_changed, timeout=60_000):
        action.trigger()
    qtbot.waitUntil(lambda: not started_parts.models.is_looking)


def test_the_device_menu_changes_the_precision(
    started_parts: WindowParts, make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window(("classify", "Classify", Notebook()))
    menu = window.findChildren(Chooser)[1].menu()
    menu.aboutToShow.emit()
    (action,) = [action for action in menu.actions() if action.data() == "bf16"]
    with qtbot.waitSignal(started_parts.inference.model_changed, timeout=60_000):
        action.trigger()
    assert started_parts.inference.status.device.precision == "bf16"


def test_two_actions_never_share_a_shortcut_across_menus(window: MainWindow) -> None:
    sequences = [action.shortcut() for action in window.actions() if not action.shortcut().isEmpty()]
    assert all(
        one.matches(other) == QKeySequence.SequenceMatch.NoMatch
        for position, one in enumerate(sequences)
        for other in sequences[position + 1 :]
    )
