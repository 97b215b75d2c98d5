"""Sentences of the layers below the window, said in the window's language."""

from PySide6.QtCore import QCoreApplication

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.sentence import Sentence

CONTEXT = "sentences"


def spoken(text: str) -> str:
    """A sentence from below the window in the language in force; as it is where no translation is known."""
    if not isinstance(text, Sentence) or not text.values:
        return QCoreApplication.translate(CONTEXT, text) if text else ""
    said = QCoreApplication.translate(CONTEXT, text.template)
    values = {name: spoken(value) if isinstance(value, Sentence) else value for name, value in text.values.items()}
    try:
        return said.format(**values)
    except (LookupError, ValueError):
        # Its values came from a file that another version wrote.
        return str(text)


def spoken_error(error: AppError) -> str:
    """Both sentences of an error."""
    return f"{spoken(error.summary)} {spoken(error.hint)}".rstrip()
