"""The recipe's fields in the window's language, and its words for their choices and values."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from vgg_desktop.core.recipe.recipe import FIELDS
from vgg_desktop.gui.text.sentences import spoken

_CONTEXT = "Recipe"

CHOICES = {
    "auto": QT_TRANSLATE_NOOP("Recipe", "automatic"),
    "published": QT_TRANSLATE_NOOP("Recipe", "published (4096, 4096)"),
    "classic": QT_TRANSLATE_NOOP("Recipe", "classic notebook (2048, 1024)"),
    "average": QT_TRANSLATE_NOOP("Recipe", "global average pooling"),
    "custom": QT_TRANSLATE_NOOP("Recipe", "custom"),
    "last_layer": QT_TRANSLATE_NOOP("Recipe", "last layer"),
    "classifier": QT_TRANSLATE_NOOP("Recipe", "classifier"),
    "blocks": QT_TRANSLATE_NOOP("Recipe", "classifier and last blocks"),
    "all": QT_TRANSLATE_NOOP("Recipe", "whole network"),
    "sgd": QT_TRANSLATE_NOOP("Recipe", "SGD with Nesterov momentum"),
    "adam": QT_TRANSLATE_NOOP("Recipe", "Adam"),
    "adamw": QT_TRANSLATE_NOOP("Recipe", "AdamW"),
    "cosine": QT_TRANSLATE_NOOP("Recipe", "cosine"),
    "one_cycle": QT_TRANSLATE_NOOP("Recipe", "one cycle"),
    "plateau": QT_TRANSLATE_NOOP("Recipe", "reduce on plateau"),
    "constant": QT_TRANSLATE_NOOP("Recipe", "constant"),
    "none": QT_TRANSLATE_NOOP("Recipe", "none"),
    "light": QT_TRANSLATE_NOOP("Recipe", "light"),
    "standard": QT_TRANSLATE_NOOP("Recipe", "standard"),
    "strong": QT_TRANSLATE_NOOP("Recipe", "strong"),
    "balanced": QT_TRANSLATE_NOOP("Recipe", "balanced"),
    "fp32": QT_TRANSLATE_NOOP("Recipe", "fp32"),
    "bf16": QT_TRANSLATE_NOOP("Recipe", "bf16"),
    "fp16": QT_TRANSLATE_NOOP("Recipe", "fp16"),
    "builtin": QT_TRANSLATE_NOOP("Recipe", "built-in model"),
    "scratch": QT_TRANSLATE_NOOP("Recipe", "from scratch"),
    "cpu": QT_TRANSLATE_NOOP("Recipe", "CPU"),
}

PRESETS = {
    "quick": (
        QT_TRANSLATE_NOOP("Recipe", "Quick"),
        QT_TRANSLATE_NOOP("Recipe", "classifier, features computed once"),
    ),
    "accurate": (
        QT_TRANSLATE_NOOP("Recipe", "Accurate"),
        QT_TRANSLATE_NOOP("Recipe", "whole network, augmented"),
    ),
    "classic": (
        QT_TRANSLATE_NOOP("Recipe", "Classic"),
        QT_TRANSLATE_NOOP("Recipe", "Adam, plateau, as taught"),
    ),
}


def title(name: str) -> str:
    """What a field is called."""
    return _translated(FIELDS[name].title)


def help_text(name: str) -> str:
    """One sentence or two about a field."""
    return _translated(FIELDS[name].help)


def group_title(group: str) -> str:
    return _translated(group)


def choice_text(value: object) -> str:
    """One of the values that a field can be chosen from."""
    return _translated(str(CHOICES[value])) if isinstance(value, str) and value in CHOICES else str(value)


def unit_text(unit: str) -> str:
    return _translated(unit) if unit else ""


def preset_title(preset: str) -> str:
    return _translated(str(PRESETS[preset][0]))


def preset_note(preset: str) -> str:
    return _translated(str(PRESETS[preset][1]))


def value_text(value: object) -> str:
    """A field's value for people: in lists of differences."""
    if isinstance(value, bool):
        return QCoreApplication.translate(_CONTEXT, "yes") if value else QCoreApplication.translate(_CONTEXT, "no")
    if isinstance(value, tuple | list):
        return ", ".join(value_text(part) for part in value) or choice_text("none")
    return f"{value:g}" if isinstance(value, float) else choice_text(value)


def problem_text(name: str, problem: str) -> str:
    """A fault of a field as a sentence: by its limits where it has any, else by what the recipe says."""
    field = FIELDS[name]
    if field.least is None or field.most is None:
        return f"{title(name)}: {spoken(problem)}."
    sentence = QCoreApplication.translate(_CONTEXT, "A number from {least} to {most}.")
    if field.least_excluded:
        sentence = QCoreApplication.translate(_CONTEXT, "A number above {least}, up to {most}.")
    elif field.most_excluded:
        sentence = QCoreApplication.translate(_CONTEXT, "A number from {least}, below {most}.")
    return sentence.format(least=f"{field.least:.15g}", most=f"{field.most:.15g}")


def _translated(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)
