"""The two choosers in the header: which model answers, and where it runs."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from vgg_desktop.core.display import display_name
from vgg_desktop.core.model.device_choice import PRECISION_WORDS
from vgg_desktop.gui.page import WindowParts
from vgg_desktop.gui.text.model_wording import device_title, model_note, model_title
from vgg_desktop.gui.text.sentences import spoken
from vgg_desktop.gui.widgets.chooser import Chooser
from vgg_desktop.services.answers import ModelRequest, ModelStatus
from vgg_desktop.services.model_list import ModelChoice

WEIGHTS_SUFFIXES = (".safetensors", ".pth", ".pt")


def is_weights(path: Path) -> bool:
    """Whether the name is that of a weights file."""
    return path.suffix.lower() in WEIGHTS_SUFFIXES


class ModelChoosers(QObject):
    """Sends wishes to the inference service; shows what it says, never what was only wished for."""

    def __init__(self, parts: WindowParts, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._parts = parts
        self._inference = parts.inference
        self._chosen: ModelRequest | None = None
        self.model = Chooser(self.tr("Model"), parts.theme)
        self.device = Chooser(self.tr("Runs on"), parts.theme)
        # Their actions go when a menu is filled anew.
        self._models, self._devices, self._precisions = QActionGroup(self), QActionGroup(self), QActionGroup(self)
        self.open_action = QAction(self.tr("Open a weights file…"), self)
        self.open_action.setShortcut("Ctrl+Shift+M")
        self.evaluate_action = QAction(self.tr("Evaluate it on labelled pictures…"), self)
        self.evaluate_action.setShortcut("Ctrl+Shift+V")
        self._connect()
        self._render()

    @property
    def widgets(self) -> tuple[QWidget, QWidget]:
        return self.model, self.device

    def choose_model(self, source: str) -> None:
        request = self._inference.request
        self._choose(ModelRequest(source, request.device, request.precision))

    def choose_file(self) -> None:
        """Ask for a weights file."""
        dialog = QFileDialog(self._window, self.tr("Open a model"), self._parts.settings.value.last_folder)
        patterns = " ".join(f"*{suffix}" for suffix in WEIGHTS_SUFFIXES)
        dialog.setNameFilter(self.tr("Model weights ({patterns})").format(patterns=patterns))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.choose_model)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _connect(self) -> None:
        self.open_action.triggered.connect(self.choose_file)
        self._models.triggered.connect(self._on_model_action)
        self._devices.triggered.connect(self._on_device_action)
        self._precisions.triggered.connect(self._on_precision_action)
        self.model.menu().aboutToShow.connect(self._fill_model_menu)
        self.model.menu().aboutToShow.connect(self._parts.models.refresh)
        self.device.menu().aboutToShow.connect(self._fill_device_menu)
        self._parts.models.listed.connect(self._on_listed)
        self._inference.engine_ready.connect(self._fill_device_menu)
        self._inference.model_loading.connect(self._render)
        self._inference.model_failed.connect(self._render)
        self._inference.status_changed.connect(self._on_status)

    def _choose(self, request: ModelRequest) -> None:
        self._chosen = request
        self._inference.use_model(request.source, request.device, request.precision)
        self._render()

    def _on_status(self, status: ModelStatus) -> None:
        # What the command line asked for is for this once; what was chosen here is remembered once it works.
        if status.request == self._chosen:
            self._chosen = None
            self._parts.settings.change(
                model=status.request.source, device=status.request.device, precision=status.request.precision
            )
        self._render()

    def _on_listed(self) -> None:
        if self.model.menu().isVisible():
            self._fill_model_menu()
        self._render()

    def _render(self) -> None:
        status, wanted = self._inference.status, self._inference.request
        title = self._title_of(wanted.source)
        self.model.set_value(self.tr("Loading {model}…").format(model=title) if self._inference.is_loading else title)
        self.device.set_value(device_title(status.device) if status else self._device_word(wanted.device))
        self.device.setToolTip(self._device_tip(status))

    def _title_of(self, source: str) -> str:
        status = self._inference.status
        if status and status.request.source == source:
            return model_title(source, status.info)
        for choice in self._parts.models.choices:
            if choice.name == source and choice.info:
                return model_title(source, choice.info)
        return self.tr("Built-in") if source == "builtin" else display_name(Path(source).stem)

    def _device_word(self, device: str) -> str:
        return self.tr("Automatic") if device == "auto" else device.upper()

    def _device_tip(self, status: ModelStatus | None) -> str:
        if status and status.is_resting:
            return self.tr("The model rests and comes back when it is needed.")
        if status:
            return f"{status.device.name}\n{spoken(status.device.reason)}".strip()
        return self.tr("Known once the engine has started.")

    def _fill_model_menu(self) -> None:
        menu = self.model.menu()
        menu.clear()
        group = self._models
        current = self._inference.request.source
        for choice in self._parts.models.choices:
            action = _add_radio(menu, group, choice.name, self._words_of(choice), is_checked=choice.name == current)
            action.setEnabled(choice.info is not None)
        if current not in [choice.name for choice in self._parts.models.choices]:
            _add_radio(menu, group, current, self._title_of(current), is_checked=True)
        menu.addSeparator()
        menu.addAction(self.open_action)
        menu.addAction(self.evaluate_action)

    def _words_of(self, choice: ModelChoice) -> str:
        """The second column of a menu, where shortcuts stand, is right for a note."""
        if choice.info is None:
            return f"{display_name(choice.name)}\t{self.tr('cannot be read')}"
        return f"{model_title(choice.name, choice.info)}\t{model_note(choice.info)}"

    def _fill_device_menu(self) -> None:
        menu, request = self.device.menu(), self._inference.request
        menu.clear()
        devices, precisions = self._devices, self._precisions
        _add_radio(menu, devices, "auto", self.tr("Automatic: the fastest"), is_checked=request.device == "auto")
        for device in self._inference.devices:
            _add_radio(menu, devices, device.torch_name, device.name, is_checked=request.device == device.torch_name)
        menu.addSeparator()
        for word in PRECISION_WORDS:
            text = self.tr("Automatic precision") if word == "auto" else word
            _add_radio(menu, precisions, word, text, is_checked=request.precision == word)

    def _on_model_action(self, action: QAction) -> None:
        self.choose_model(action.data())

    def _on_device_action(self, action: QAction) -> None:
        request = self._inference.request
        self._choose(ModelRequest(request.source, action.data(), request.precision))

    def _on_precision_action(self, action: QAction) -> None:
        request = self._inference.request
        self._choose(ModelRequest(request.source, request.device, action.data()))


def _add_radio(menu: QMenu, group: QActionGroup, word: str, text: str, *, is_checked: bool) -> QAction:
    action = menu.addAction(text.replace("&", "&&"))
    action.setData(word)
    action.setCheckable(True)
    action.setChecked(is_checked)
    group.addAction(action)
    return action
