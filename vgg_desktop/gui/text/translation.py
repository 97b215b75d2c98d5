"""English and Korean: which one is in force, and its texts."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from vgg_desktop.core.files.paths import assets_dir
from vgg_desktop.core.window_choices import LANGUAGES


class Translation:
    """Installs the texts of one language at a time."""

    def __init__(self, application: QCoreApplication) -> None:
        self._application = application
        self._translators: list[QTranslator] = []
        self.language = "en"

    def use(self, wish: str) -> None:
        """`wish` is "system" or one of `LANGUAGES`; widgets that exist already keep their texts."""
        for translator in self._translators:
            self._application.removeTranslator(translator)
        self.language = language_for(wish, QLocale.system().uiLanguages())
        system = QLocale.system()
        # The C locale of a bare system knows no thousands.
        is_plain = system.language() == QLocale.Language.C
        QLocale.setDefault(QLocale(self.language) if wish != "system" or is_plain else system)
        # English has a file too: for plural forms, "1 class" and "2 classes".
        own = str(assets_dir() / "translations")
        self._translators = [self._load(f"vgg_desktop_{self.language}", own)]
        if self.language != "en":
            qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            self._translators += [self._load(f"labels_{self.language}", own), self._load(f"qtbase_{self.language}", qt)]
        for translator in self._translators:
            self._application.installTranslator(translator)

    def _load(self, name: str, folder: str) -> QTranslator:
        translator = QTranslator()
        translator.load(name, folder)
        return translator


def language_for(wish: str, system_languages: list[str]) -> str:
    """The language to use: the one wished for, or the first of the system's that there are texts for."""
    if wish in LANGUAGES:
        return wish
    codes = (name.replace("_", "-").split("-")[0] for name in system_languages)
    return next((code for code in codes if code in LANGUAGES), "en")
