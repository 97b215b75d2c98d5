"""Every action of the window and its pages, in menus, with its shortcut."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu

from vgg_desktop.core.window_choices import LANGUAGES, Language
from vgg_desktop.gui.page import MenuKey, Page

# What the settings hold, what a person reads, and the shortcut.
Choice = tuple[str, str, str]


class Menus(QObject):
    """One menu of menus: behind the button in the header, and on macOS in the bar at the top of the screen too.

    Every action also belongs to the window, so that its shortcut works while no menu is open.
    """

    page_chosen = Signal(str)
    scheme_chosen = Signal(str)
    language_chosen = Signal(str)

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._pages: dict[str, list[QAction]] = {}
        self.root = QMenu(window)
        self._menus = {
            MenuKey.FILE: self.root.addMenu(self.tr("&File")),
            MenuKey.EDIT: self.root.addMenu(self.tr("&Edit")),
            MenuKey.VIEW: self.root.addMenu(self.tr("&View")),
        }
        self._model = self.root.addMenu(self.tr("&Model"))
        self._help = self.root.addMenu(self.tr("&Help"))
        self._tabs = QActionGroup(self)
        self._tabs.triggered.connect(self._on_tab)
        self._before_own: dict[MenuKey, QAction] = {}

    def add_window_actions(self, *for_model: QAction, **slots: Callable[[], object]) -> None:
        """`slots` are close, quit, undo, model, device, settings, log, report, about, menu and dismiss."""
        file, edit, view = self._menus[MenuKey.FILE], self._menus[MenuKey.EDIT], self._menus[MenuKey.VIEW]
        self._before_own[MenuKey.FILE] = file.addSeparator()
        self._add(file, self.tr("Close the window"), "Ctrl+W", slots["close"])
        self._add(file, self.tr("Quit"), "Ctrl+Q", slots["quit"]).setMenuRole(QAction.MenuRole.QuitRole)
        self.undo = self._add(edit, self.tr("Undo"), "Ctrl+Z", slots["undo"])
        self._before_own[MenuKey.EDIT] = edit.addSeparator()
        self._add(edit, self.tr("Dismiss the message"), "Esc", slots["dismiss"])
        self._add(edit, self.tr("Open the settings file"), "Ctrl+,", slots["settings"])
        self._before_own[MenuKey.VIEW] = view.addSeparator()
        self._colours = self._add_choices(view, self.tr("Colours"), self._schemes(), self._on_scheme)
        self._languages = self._add_choices(view, self.tr("Language"), self._language_words(), self._on_language)
        self._add(view, self.tr("Open the menu"), "F10", slots["menu"])
        self._add(self._model, self.tr("Choose the model"), "Ctrl+M", slots["model"])
        self._add(self._model, self.tr("Choose where it runs"), "Ctrl+Shift+D", slots["device"])
        for action in for_model:
            self._model.addAction(action)
            self._window.addAction(action)
        self._add(self._help, self.tr("Copy a report"), "Ctrl+Shift+R", slots["report"])
        self._add(self._help, self.tr("Open the log"), "Ctrl+Shift+G", slots["log"])
        about = self._add(self._help, self.tr("About VGG Desktop"), "F1", slots["about"])
        about.setMenuRole(QAction.MenuRole.AboutRole)

    def add_tab(self, key: str, title: str) -> None:
        """An action that shows the page `key`."""
        tab = QAction(title.replace("&", "&&"), self, checkable=True)
        tab.setData(key)
        tab.setShortcut(f"Ctrl+{len(self._tabs.actions()) + 1}")
        self._tabs.addAction(tab)
        self._menus[MenuKey.VIEW].insertAction(self._before_own[MenuKey.VIEW], tab)
        self._window.addAction(tab)

    def add_page(self, page: Page, key: str, title: str) -> None:
        """Put the actions of `page` into the menus, above the window's own."""
        self._pages[key] = []
        for menu_key, actions in page.menu_actions().items():
            self._insert(key, title, menu_key, actions)

    def show_page(self, key: str) -> None:
        """Only the actions of this page can be seen, and only their shortcuts work."""
        for page_key, actions in self._pages.items():
            for action in actions:
                action.setVisible(page_key == key)
        for tab in self._tabs.actions():
            tab.setChecked(tab.data() == key)

    def show_choices(self, scheme: str, language: str) -> None:
        """Tick what is in force."""
        for group, word in ((self._colours, scheme), (self._languages, language)):
            for action in group.actions():
                action.setChecked(action.data() == word)

    def _insert(self, key: str, title: str, menu_key: MenuKey, actions: Sequence[QAction | None]) -> None:
        menu = self._page_menu(title) if menu_key is MenuKey.PAGE else self._menus[menu_key]
        before = self._before_own.get(menu_key)
        for action in actions:
            if action is None:
                action = QAction(self)
                action.setSeparator(True)
            else:
                self._window.addAction(action)
            # None, which the stubs do not know, puts it at the end.
            menu.insertAction(before, action)  # pyright: ignore[reportArgumentType]
            self._pages[key].append(action)
        if menu_key is MenuKey.PAGE:
            self._pages[key].append(menu.menuAction())

    def _page_menu(self, title: str) -> QMenu:
        menu = QMenu(title.replace("&", "&&"), self.root)
        self.root.insertMenu(self._model.menuAction(), menu)
        return menu

    def _add(self, menu: QMenu, text: str, shortcut: str, slot: Callable[[], object]) -> QAction:
        action = menu.addAction(text)
        action.setShortcut(shortcut)
        action.triggered.connect(slot)
        self._window.addAction(action)
        return action

    def _add_choices(self, menu: QMenu, title: str, choices: Sequence[Choice], on_chosen: Callable) -> QActionGroup:
        submenu = menu.addMenu(title)
        group = QActionGroup(self)
        for word, text, shortcut in choices:
            action = QAction(text, group, checkable=True)
            action.setData(word)
            action.setShortcut(shortcut)
            submenu.addAction(action)
            self._window.addAction(action)
        group.triggered.connect(on_chosen)
        return group

    def _schemes(self) -> list[Choice]:
        return [
            ("system", self.tr("As the system"), "Ctrl+Shift+1"),
            ("light", self.tr("Light"), "Ctrl+Shift+2"),
            ("dark", self.tr("Dark"), "Ctrl+Shift+3"),
        ]

    def _language_words(self) -> list[Choice]:
        words = [(Language.SYSTEM, self.tr("As the system")), *LANGUAGES.items()]
        return [(word, text, f"Ctrl+Shift+{key}") for key, (word, text) in enumerate(words, start=7)]

    def _on_tab(self, action: QAction) -> None:
        self.page_chosen.emit(action.data())

    def _on_scheme(self, action: QAction) -> None:
        self.scheme_chosen.emit(action.data())

    def _on_language(self, action: QAction) -> None:
        self.language_chosen.emit(action.data())
