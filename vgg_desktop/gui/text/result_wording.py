"""How results are put into words and numbers; the same text wherever it is shown or copied."""

from PySide6.QtCore import QCoreApplication

from vgg_desktop.core.display import one_line
from vgg_desktop.core.model.kinds import with_article
from vgg_desktop.core.model.model_info import ModelInfo
from vgg_desktop.core.model.prediction import KindScore, Prediction
from vgg_desktop.gui.text.numbers import percent, whole

translate = QCoreApplication.translate


def time_left(seconds: float) -> str:
    """A rough time, as a person would say it."""
    if seconds < 60:
        return translate("Wording", "{count} s left").format(count=whole(max(1, seconds)))
    if seconds < 3600:
        return translate("Wording", "{count} min left").format(count=whole(seconds / 60))
    return translate("Wording", "{count} h left").format(count=whole(seconds / 3600))


def sureness(prediction: Prediction) -> str:
    """How sure the model is, or nothing where it has no measure of it."""
    if prediction.sure is None:
        return ""
    if prediction.fallback:
        return translate("Wording", "sure of the kind only")
    if prediction.sure:
        return translate("Wording", "quite sure")
    if prediction.is_of_none:
        return translate("Wording", "probably none of what it knows")
    return translate("Wording", "not sure, take it as a guess")


def limits_note(request_source: str, info: ModelInfo) -> str:
    """What the model cannot know, said where it matters."""
    count = len(info.labels)
    if request_source == "builtin":
        return translate("Wording", "The built-in model knows %n everyday thing(s).", "", count)
    return translate("Wording", "This model knows %n class(es).", "", count)


def label_text(name: str) -> str:
    """A class in the window's language where its name is known there, as one line of plain text."""
    return one_line(translate("labels", name))


def answer_text(prediction: Prediction) -> str:
    """What is on the picture: the best label, or the kind where only that is sure: "a dog, perhaps an Airedale"."""
    found = prediction.fallback
    if found is None:
        return label_text(prediction.best.label.name)
    kind, label = _said(found.kind), _said(found.best.label.name)
    if kind == label:
        return kind
    return translate("Wording", "{kind}, perhaps {label}").format(kind=kind, label=label)


def kind_text(found: KindScore) -> str:
    """ "dog 97.1 %"."""
    return f"{label_text(found.kind)} {percent(found.score)}"


def _said(name: str) -> str:
    """As it stands in a sentence: English has articles, and what has no translation is English."""
    text = label_text(name)
    return with_article(text) if text == one_line(name) else text


def result_text(name: str, prediction: Prediction, count: int) -> str:
    """A result as plain text for the clipboard: the name, a label and its percentage a line, what is sure instead."""
    rows = [f"{label_text(each.label.name)}\t{percent(each.score)}" for each in prediction.candidates[:count]]
    return "\n".join([name, *rows, *([answer_text(prediction)] if prediction.fallback else [])])
