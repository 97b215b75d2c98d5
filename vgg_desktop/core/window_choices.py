"""What the window can be asked for from outside: its tabs, languages and colours."""

from enum import StrEnum


class Tab(StrEnum):
    """The pages, in their order."""

    CLASSIFY = "classify"
    TRAIN = "train"
    EVALUATE = "evaluate"


class Language(StrEnum):
    """Of the window's texts; "system" is the first of the system's that there are texts for."""

    SYSTEM = "system"
    ENGLISH = "en"
    KOREAN = "ko"


LANGUAGES = {Language.ENGLISH: "English", Language.KOREAN: "한국어"}
"""Each by its own name, so that it is found again from any other."""


class Scheme(StrEnum):
    """Colours; the value is what the settings file holds."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
