"""The one family of errors that a person may see."""


class AppError(Exception):
    """What happened, what to do about it, and the technical detail behind it.

    `summary` and `hint` are whole sentences without markup; `detail` may span lines and is shown on request only.
    """

    def __init__(self, summary: str, hint: str = "", detail: str = "") -> None:
        super().__init__(summary)
        self.summary = summary
        self.hint = hint
        self.detail = detail

    def __str__(self) -> str:
        return f"{self.summary} {self.hint}".rstrip()

    def __reduce__(self) -> tuple[type["AppError"], tuple[str, str, str]]:
        return type(self), (self.summary, self.hint, self.detail)


def os_error_sentence(error: OSError) -> str:
    """The operating system's own reason as the end of a sentence: "No space left on device"."""
    return (error.strerror or str(error)).rstrip(".")
