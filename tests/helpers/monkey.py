"""Somebody who clicks, types, drops and resizes without any plan, the same way for the same seed."""

import random
from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow, QWidget

from tests.helpers.dropping import drop

STEP_MS = 5
KEYS = (
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End),
    *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Space),
    *(Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Escape, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_0),
    *(Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_O, Qt.Key.Key_7, Qt.Key.Key_Backspace, Qt.Key.Key_Delete),
)
MODIFIERS = (
    *(Qt.KeyboardModifier.NoModifier,) * 4,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
BUTTONS = (*(Qt.MouseButton.LeftButton,) * 5, Qt.MouseButton.RightButton)


class Monkey(QObject):
    """Each step arranges for the next one before it acts: a menu that runs an event loop of its own is clicked at too.

    A dialog for files is only opened and put away: in it one may delete what lies on this disk. `window` gives the
    window that is open now; actions named in `taboo` are never triggered.
    """

    def __init__(
        self,
        seed: int,
        window: Callable[[], QMainWindow],
        drops: Sequence[Callable[[], QMimeData]],
        wishes: Sequence[Callable[[], object]],
        taboo: Sequence[QAction] = (),
    ) -> None:
        super().__init__()
        self._random = random.Random(seed)
        self._window = window
        self._drops = drops
        self._wishes = wishes
        self._taboo = {action.text() for action in taboo}
        self._held: QWidget | None = None
        self.steps: dict[str, int] = {}
        self._is_running = False

    def start(self) -> None:
        self._is_running = True
        self._step()

    def stop(self) -> None:
        """Stop, and put away what is open and what was copied."""
        self._is_running = False
        while popup := QApplication.activePopupWidget():
            popup.close()
        while dialog := QApplication.activeModalWidget():
            dialog.close()
        # What Python has put there, Qt would destroy after Python itself is gone.
        QGuiApplication.clipboard().clear()

    def _step(self) -> None:
        if not self._is_running:
            return
        QTimer.singleShot(STEP_MS, self, self._step)
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog):
            dialog.reject()
            return
        does = self._random.choices(
            (
                self._click,
                self._key,
                self._drag,
                self._wheel,
                self._trigger,
                self._drop,
                self._paste,
                self._resize,
                self._wish,
            ),
            (30, 30, 6, 8, 8, 5, 2, 3, 0.4),
        )[0]
        self.steps[does.__name__] = self.steps.get(does.__name__, 0) + 1
        does()

    def _top(self) -> QWidget:
        return QApplication.activePopupWidget() or QApplication.activeModalWidget() or self._window()

    def _somewhere(self) -> tuple[QWidget, QPoint]:
        """A visible widget and a point in it."""
        # Held on to: PySide gives up a child's wrapper together with the wrapper of its window.
        top = self._held = self._top()
        at = QPoint(self._random.randrange(max(1, top.width())), self._random.randrange(max(1, top.height())))
        widget = top.childAt(at) or top
        return widget, widget.mapFrom(top, at)

    def _click(self) -> None:
        widget, at = self._somewhere()
        click = QTest.mouseDClick if self._random.random() < 0.15 else QTest.mouseClick
        click(widget, self._random.choice(BUTTONS), Qt.KeyboardModifier.NoModifier, at)

    def _drag(self) -> None:
        widget, at = self._somewhere()
        to = QPoint(self._random.randrange(max(1, widget.width())), self._random.randrange(max(1, widget.height())))
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        QTest.mouseMove(widget, to)
        QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, to)

    def _wheel(self) -> None:
        widget, at = self._somewhere()
        event = QWheelEvent(
            QPointF(at),
            QPointF(widget.mapToGlobal(at)),
            QPoint(),
            QPoint(0, self._random.choice((-360, -120, 120, 360))),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(widget, event)

    def _key(self) -> None:
        target = QApplication.activePopupWidget() or QApplication.focusWidget() or self._top()
        QTest.keyClick(target, self._random.choice(KEYS), self._random.choice(MODIFIERS))

    def _trigger(self) -> None:
        actions = [
            action
            for action in self._window().actions()
            if action.isEnabled() and action.isVisible() and action.text() not in self._taboo
        ]
        if actions and not QApplication.activeModalWidget():
            self._random.choice(actions).trigger()

    def _drop(self) -> None:
        if not QApplication.activeModalWidget():
            drop(self._window(), self._random.choice(self._drops)())

    def _paste(self) -> None:
        QGuiApplication.clipboard().setMimeData(self._random.choice(self._drops)())
        QTest.keyClick(self._top(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def _resize(self) -> None:
        self._window().resize(self._random.randint(300, 1700), self._random.randint(300, 1100))

    def _wish(self) -> None:
        self._random.choice(self._wishes)()
