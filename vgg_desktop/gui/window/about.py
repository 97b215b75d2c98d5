"""What this program is, in a small dialog."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from vgg_desktop import __version__
from vgg_desktop.gui.look.icons import application_icon
from vgg_desktop.gui.look.theme import role
from vgg_desktop.gui.look.tokens import GAP_PX, MARGIN_PX
from vgg_desktop.gui.page import WindowParts
from vgg_desktop.gui.widgets.plain_label import PlainLabel

_ICON_PX = 64
_WIDTH_PX = 440


class AboutDialog(QDialog):
    """Goes away when it is closed."""

    def __init__(self, parts: WindowParts, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About VGG Desktop"))
        icon = QLabel()
        icon.setPixmap(application_icon().pixmap(_ICON_PX, _ICON_PX))
        words = QVBoxLayout()
        words.setSpacing(GAP_PX)
        words.addWidget(_label(f"VGG Desktop {__version__}", "title"))
        words.addWidget(_label(self.tr("Sorts pictures and learns new classes, all on this computer."), "dim"))
        words.addWidget(_label(self._model_sentence(parts), "note"))
        licences = self.tr("MIT licence. Qt is used under the LGPL; torch and Pillow under their own free licences.")
        words.addWidget(_label(licences, "note"))
        wordnet = self.tr("Kinds of things: WordNet 3.0, © 2006 Princeton University, under the WordNet licence.")
        words.addWidget(_label(wordnet, "note"))
        words.addWidget(_label(self._builtin_sentence(), "note"))
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setSpacing(MARGIN_PX)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(MARGIN_PX)
        column.addLayout(row)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(_WIDTH_PX)

    def _builtin_sentence(self) -> str:
        """What CC BY 4.0 asks for: who made it, the licence, and that it was changed."""
        return self.tr(
            "Built-in model: made from the convolutions of VGG-16 by Karen Simonyan and Andrew Zisserman, Visual "
            "Geometry Group, University of Oxford (CC BY 4.0, changed); taught by EfficientNet-Lite2 (Apache 2.0)."
        )

    def _model_sentence(self, parts: WindowParts) -> str:
        status = parts.inference.status
        if status is None:
            return self.tr("No model is loaded yet.")
        licence = status.info.licence or self.tr("not stated")
        return self.tr("Model: {architecture}, licence {licence}.").format(
            architecture=status.info.architecture.display_name, licence=licence
        )


def _label(text: str, role_name: str) -> QLabel:
    label = PlainLabel(text)
    label.setWordWrap(True)
    role(label, role_name)
    return label
