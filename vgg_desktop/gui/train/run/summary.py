"""The curves in one sentence each, for those who hear them."""

from PySide6.QtCore import QCoreApplication

from vgg_desktop.core.run.history import History
from vgg_desktop.gui.text.numbers import percent

translate = QCoreApplication.translate
_CONTEXT = "CurveSummary"


def loss_summary(history: History) -> str:
    """ "Training loss fell from 1.93 to 0.47 in 14 epochs; validation loss is 0.71, at its best 0.69 in epoch 11." """
    training = history.curves.loss
    if not len(training):
        return translate(_CONTEXT, "No steps yet.")
    parts = [
        translate(_CONTEXT, "Training loss went from {first} to {last} in {epochs} epochs.").format(
            first=f"{training.y[0]:.2f}", last=f"{training.y[-1]:.2f}", epochs=len(history.epochs)
        )
    ]
    if history.epochs and history.best:
        parts.append(
            translate(_CONTEXT, "Validation loss is {last}; it was {best} in the best epoch, {epoch}.").format(
                last=f"{history.epochs[-1].val_loss:.2f}",
                best=f"{history.best.val_loss:.2f}",
                epoch=history.best.epoch,
            )
        )
    return " ".join(parts)


def accuracy_summary(history: History) -> str:
    """ "Validation accuracy is 92.6 %, at its best 92.9 % in epoch 11; training accuracy is 95.1 %." """
    if not history.epochs or not history.best:
        return translate(_CONTEXT, "No epoch is complete yet.")
    last, best = history.epochs[-1], history.best
    return translate(
        _CONTEXT,
        "Validation accuracy is {last}; the best was {best} in epoch {epoch}. Training accuracy is {training}.",
    ).format(
        last=percent(last.val_top1),
        best=percent(best.val_top1),
        epoch=best.epoch,
        training=percent(last.train_top1),
    )
