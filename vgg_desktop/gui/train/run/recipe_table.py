"""A run's recipe, beside those of the runs it is compared with."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QFrame, QHeaderView, QTableView, QVBoxLayout, QWidget

from vgg_desktop.core.display import one_line
from vgg_desktop.core.recipe.recipe import FIELDS, Recipe
from vgg_desktop.gui.look.theme import Theme, role
from vgg_desktop.gui.text import recipe_wording

_Index = QModelIndex | QPersistentModelIndex


class RecipeTable(QFrame):
    """A row a field, a column a run; with more than one run only what differs, unless all is asked for."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        role(self, "card")
        self.model = RecipeModel(theme)
        self._all_fields = QCheckBox(self.tr("Also what is the same everywhere"))
        view = QTableView()
        role(view, "plain")
        view.setObjectName("results_table")
        view.setModel(self.model)
        view.setShowGrid(False)
        view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        view.setAccessibleName(self.tr("Recipes"))
        view.verticalHeader().hide()
        view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.addWidget(self._all_fields)
        column.addWidget(view, 1)
        self._all_fields.toggled.connect(self.model.show_all_fields)

    def show_recipes(self, recipes: Sequence[tuple[str, Recipe]]) -> None:
        """(title, recipe) of this run and of those beside it."""
        self._all_fields.setVisible(len(recipes) > 1)
        self.model.show_recipes(recipes)


class RecipeModel(QAbstractTableModel):
    """The fields that are shown, by their titles."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._recipes: tuple[tuple[str, Recipe], ...] = ()
        self._shows_all = False
        self._names: list[str] = []

    @property
    def names(self) -> list[str]:
        """Fields in the order of the rows."""
        return self._names

    def show_recipes(self, recipes: Sequence[tuple[str, Recipe]]) -> None:
        if tuple(recipes) != self._recipes:
            self._recipes = tuple(recipes)
            self._arrange()

    def show_all_fields(self, shown: bool) -> None:
        self._shows_all = shown
        self._arrange()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._names)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else 1 + len(self._recipes)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        name = self._names[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return recipe_wording.help_text(name)
        if role == Qt.ItemDataRole.DisplayRole:
            if index.column() == 0:
                return recipe_wording.title(name)
            return recipe_wording.value_text(getattr(self._recipes[index.column() - 1][1], name))
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 0:
            return QColor(self._theme.tokens.dim)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.tr("Setting") if section == 0 else one_line(self._recipes[section - 1][0])

    def _arrange(self) -> None:
        self.beginResetModel()
        names = [name for name in FIELDS if name != "version"]
        if len(self._recipes) > 1 and not self._shows_all:
            names = [name for name in names if len({str(getattr(recipe, name)) for _, recipe in self._recipes}) > 1]
        self._names = names
        self.endResetModel()
