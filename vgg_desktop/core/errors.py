"""The one family of errors that a person may see."""

from vgg_desktop.core.sentence import Sentence


class AppError(Exception):
    """What happened, what to do about it, and the technical detail behind it.

    `summary` and `hint` are whole sentences without markup, with `{name}` for what is filled in; `detail` may span
    lines and is shown on request only. The window says both in its language:
    `AppError("The run {run} is being trained already.", run=name)`.
    """

    def __init__(self, summary: str, hint: str = "", detail: str = "", **values: object) -> None:
        self.summary = _sentence(summary, values)
        self.hint = _sentence(hint, values)
        self.detail = detail
        super().__init__(self.summary)

    def __str__(self) -> str:
        return f"{self.summary} {self.hint}".rstrip()

    def __reduce__(self) -> tuple[type["AppError"], tuple[str, str, str]]:
        return type(self), (self.summary, self.hint, self.detail)


def os_error_sentence(error: OSError) -> str:
    """The operating system's own reason as the end of a sentence: "No space left on device"."""
    return (error.strerror or str(error)).rstrip(".")


def _sentence(text: str, values: dict[str, object]) -> Sentence:
    return text if isinstance(text, Sentence) else Sentence(text, **values)
