"""Class names in the confusion matrix are plain text, whatever they look like."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication

from tests.helpers.run_directories import evaluation
from vgg_desktop.gui.results.confusion import ConfusionModel


def test_a_class_called_like_markup_is_shown_as_it_is(qapp: QApplication) -> None:  # noqa: ARG001
    model = ConfusionModel()
    model.show_evaluation(evaluation(("<b>cat</b>", "<img src='x'>")))
    tips = [
        model.index(0, 1, QModelIndex()).data(Qt.ItemDataRole.ToolTipRole),
        model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole),
    ]
    for tip in tips:
        assert "&lt;" in tip
        assert "<b>" not in tip
        assert "<img" not in tip
