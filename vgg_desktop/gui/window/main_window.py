"""The window: header, pages, messages and the status line. What a page does is the page's own affair."""

import base64
import binascii

from PySide6.QtCore import QByteArray, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.files.paths import log_file
from vgg_desktop.core.window_choices import Scheme, Tab
from vgg_desktop.gui.incoming import Incoming, can_read, read_incoming
from vgg_desktop.gui.page import Message, Page, PageMaker, Status, Undo, WindowParts
from vgg_desktop.gui.text.sentences import spoken
from vgg_desktop.gui.window.about import AboutDialog
from vgg_desktop.gui.window.drop_veil import DropVeil
from vgg_desktop.gui.window.header import Header
from vgg_desktop.gui.window.menus import Menus
from vgg_desktop.gui.window.message_bar import MessageBar
from vgg_desktop.gui.window.model_choosers import ModelChoosers, is_weights
from vgg_desktop.gui.window.report import report_text
from vgg_desktop.gui.window.status_line import StatusLine

FIRST_SIZE_PX = (1280, 800)
_LEAST_SIZE_PX = (640, 480)


class MainWindow(QMainWindow):
    """Shows one page at a time, and hands to it what is dropped or opened anywhere on the window."""

    first_painted = Signal()
    closed = Signal()
    language_chosen = Signal(str)

    def __init__(self, parts: WindowParts) -> None:
        super().__init__()
        self._parts = parts
        self._makers: dict[str, PageMaker] = {}
        self._pages: dict[str, Page] = {}
        self._current_key = ""
        self._is_painted = False
        self._build()
        self._connect()
        self._restore_geometry()

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self._pages.get(self._current_key)

    @property
    def current_key(self) -> str:
        """The key of the page that is shown."""
        return self._current_key

    @property
    def messages(self) -> MessageBar:
        return self._messages

    def add_page(self, maker: PageMaker) -> None:
        """Add a tab at the end; its page is made when it is first shown."""
        self._makers[maker.key] = maker
        self._header.add_tab(maker.title)
        self._menus.add_tab(maker.key, maker.title)

    def show_page(self, key: str) -> None:
        """Make the page `key` current; the first one if there is no such page."""
        key = key if key in self._makers else next(iter(self._makers))
        page = self._pages.get(key) or self._make_page(key)
        self._current_key = key
        self._header.set_current(list(self._makers).index(key))
        self._stack.setCurrentWidget(page)
        self._menus.show_page(key)
        self._header.show_side_widgets(page.header_widgets() or self._choosers.widgets)
        self._status.show_status(page.status())
        if self._is_painted:
            self._parts.settings.change(last_tab=key)

    def receive(self, incoming: Incoming) -> None:
        """Open what was dropped, pasted or given on the command line; a weights file becomes the model."""
        paths = incoming.paths
        if len(paths) == 1 and is_weights(paths[0]):
            self._choosers.choose_model(str(paths[0]))
        elif self.page:
            self.page.receive(incoming)

    def post(self, message: Message | AppError) -> None:
        """Show a message in the one place for messages."""
        self._messages.post(message)

    def keepsakes(self) -> dict[str, object]:
        """What the pages show, for the window that takes over in another language."""
        kept = {key: page.keepsake() for key, page in self._pages.items()}
        return {key: keepsake for key, keepsake in kept.items() if keepsake is not None}

    def restore(self, keepsakes: dict[str, object]) -> None:
        for key, keepsake in keepsakes.items():
            page = self._pages.get(key) or self._make_page(key)
            page.restore(keepsake)

    def _make_page(self, key: str) -> Page:
        maker = self._makers[key]
        page = self._pages[key] = maker.make(self._parts)
        for widget in page.header_widgets():
            self._header.add_side_widget(widget)
        self._stack.addWidget(page)
        self._menus.add_page(page, key, maker.title)
        # A page may be made while another is shown, whose shortcuts are the ones that count.
        self._menus.show_page(self._current_key or key)
        page.status_changed.connect(self._on_page_status)
        page.message_posted.connect(self.post)
        page.page_requested.connect(self._on_page_requested)
        return page

    def _build(self) -> None:
        self.setWindowTitle("VGG Desktop")
        self.setMinimumSize(*_LEAST_SIZE_PX)
        self.setAcceptDrops(True)
        self._menus = Menus(self)
        self._header = Header(self._parts.theme, self._menus.root)
        self._choosers = ModelChoosers(self._parts, self)
        for chooser in self._choosers.widgets:
            self._header.add_side_widget(chooser)
        self._stack = QStackedWidget()
        self._messages = MessageBar(self._parts.theme)
        self._status = StatusLine()
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._stack, 1)
        column.addWidget(self._messages)
        column.addWidget(self._status)
        self.setCentralWidget(central)
        self._veil = DropVeil(self._parts.theme, self)
        self._build_menus()

    def _build_menus(self) -> None:
        self._menus.add_window_actions(
            self._choosers.open_action,
            self._choosers.evaluate_action,
            close=self.close,
            quit=self.close,
            undo=self._undo,
            model=self._choosers.model.showMenu,
            device=self._choosers.device.showMenu,
            settings=self._parts.settings.complete_file,
            log=self._open_log,
            report=self._copy_report,
            about=self._show_about,
            menu=self._header.open_menu,
            dismiss=self._messages.dismiss,
        )
        self._menus.show_choices(self._parts.settings.value.scheme, self._parts.settings.value.language)

    def _connect(self) -> None:
        parts = self._parts
        self._header.tab_chosen.connect(self._on_tab_chosen)
        self._menus.page_chosen.connect(self.show_page)
        self._menus.scheme_chosen.connect(self._on_scheme_chosen)
        self._menus.language_chosen.connect(self.language_chosen)
        self._status.note_clicked.connect(self._on_note_clicked)
        self._choosers.evaluate_action.triggered.connect(self._show_evaluation)
        parts.settings.failed.connect(self.post)
        parts.settings.file_completed.connect(self._open_settings)
        parts.inference.model_failed.connect(self.post)
        parts.inference.noticed.connect(self._on_notice)

    def _restore_geometry(self) -> None:
        try:
            saved = base64.b64decode(self._parts.settings.value.geometry, validate=True)
        except (binascii.Error, ValueError):
            saved = b""
        if not saved or not self.restoreGeometry(QByteArray(saved)):
            screen = QGuiApplication.primaryScreen().availableSize()
            width, height = FIRST_SIZE_PX
            self.resize(min(width, screen.width()), min(height, screen.height()))

    def _on_tab_chosen(self, index: int) -> None:
        self.show_page(list(self._makers)[index])

    def _on_page_status(self, status: Status) -> None:
        if self.sender() is self.page:
            self._status.show_status(status)

    def _on_page_requested(self, key: str, incoming: Incoming | None) -> None:
        self.show_page(key)
        if incoming and self.page:
            self.page.receive(incoming)

    def _undo(self) -> None:
        """Take back what was done last: what a message offers, or something on the page that is shown."""
        shown = self._messages.message
        offered = [*self.page.findChildren(Undo)] if self.page else []
        offered += [shown.undo] if shown and shown.undo else []
        newest = max((undo for undo in offered if not undo.is_over), key=lambda undo: undo.number, default=None)
        if newest:
            newest.take_back()

    def _show_evaluation(self) -> None:
        self.show_page(Tab.EVALUATE)

    def _on_note_clicked(self) -> None:
        if self.page:
            self.page.note_clicked()

    def _on_notice(self, sentence: str) -> None:
        self.post(Message(spoken(sentence), is_problem=False))

    def _on_scheme_chosen(self, word: str) -> None:
        self._parts.theme.choose(Scheme(word))
        self._parts.settings.change(scheme=word)

    def _open_settings(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._parts.settings.path)))

    def _open_log(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_file())))

    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(report_text(self._parts))
        self.post(Message(self.tr("The report is copied. It names no folders of yours."), is_problem=False))

    def _show_about(self) -> None:
        AboutDialog(self._parts, self).open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if can_read(event.mimeData()):
            _accept_copy(event)
            self._veil.cover()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._veil.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self._veil.hide()
        incoming = read_incoming(event.mimeData())
        if incoming:
            _accept_copy(event)
            self.receive(incoming)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.page:
            # Otherwise the tabs would have the focus, and its ring, from the start.
            self.page.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._veil.isVisible():
            self._veil.cover()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            # After this event, so that the pixels are on the screen before the engine takes the processor.
            QTimer.singleShot(0, self, self.first_painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        geometry = base64.b64encode(self.saveGeometry().data()).decode("ascii")
        self._parts.settings.change(geometry=geometry)
        for page in self._pages.values():
            page.shut_down()
        super().closeEvent(event)
        self.closed.emit()


def _accept_copy(event: QDropEvent) -> None:
    """Never a move, whatever key is held: a file manager would then delete the originals."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
