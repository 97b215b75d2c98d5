"""Sentences of the layers below the window, said in the window's language.

Those layers know no Qt and speak English, with names and numbers filled in. Here a finished sentence is recognised by
its fixed words, and what was filled in moves into the translation: "cat.txt is damaged." by "{} is damaged.".
`spoken(error.summary)` is all that a widget needs.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTranslator

_CONTEXT = "sentences"
# A pattern with fewer fixed letters than this would recognise what it does not know.
_LEAST_LETTERS = 8
_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?]) (?=[A-Z0-9\"])")


def spoken(text: str) -> str:
    """A sentence from below the window in the language in force; as it is where no translation is known."""
    return QCoreApplication.translate(_CONTEXT, text) if text else ""


class SentenceTranslator(QTranslator):
    """Answers for the context of `spoken`, and leaves every other to Qt's own translators."""

    def __init__(self, sentences: "Sentences") -> None:
        super().__init__()
        self._sentences = sentences

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source_text: str, disambiguation: str | None = None, n: int = -1) -> str | None:  # noqa: ARG002
        return self._sentences.translated(source_text) if context == _CONTEXT else None


class Sentences:
    """The translations of one language."""

    def __init__(self, translations: Mapping[str, str], fragments: Mapping[str, str] | None = None) -> None:
        """`fragments` are counted nouns and the like, such as "{} pictures", that are filled into sentences."""
        self._fragments = [(_pattern(source), _numbered(text)) for source, text in (fragments or {}).items()]
        self._whole = {source: text for source, text in translations.items() if "{}" not in source}
        patterns = [(source, text) for source, text in translations.items() if "{}" in source]
        # The most particular pattern decides.
        patterns.sort(key=lambda pair: -_letter_count(pair[0]))
        self._patterns = [
            (_pattern(source), _numbered(text)) for source, text in patterns if _letter_count(source) >= _LEAST_LETTERS
        ]

    @classmethod
    def read(cls, path: Path) -> "Sentences":
        """From a .ts file; what is not translated there stays English."""
        contexts = {context.findtext("name"): _pairs(context) for context in ET.parse(path).getroot().iter("context")}
        return cls(contexts[_CONTEXT], contexts.get("fragments"))

    def translated(self, text: str) -> str:
        """`text` in this language; as it is where it is not known. Several sentences are taken one by one."""
        found = self._found(text)
        if found is not None:
            return found
        parts = _BETWEEN_SENTENCES.split(text)
        return " ".join(self._found(part) or part for part in parts) if len(parts) > 1 else text

    def _found(self, text: str) -> str | None:
        if text in self._whole:
            return self._whole[text]
        for pattern, translation in self._patterns:
            match = pattern.fullmatch(text)
            if match:
                return translation.format(*map(self._filled_in, match.groups()))
        return None

    def _filled_in(self, text: str) -> str:
        for pattern, translation in self._fragments:
            match = pattern.fullmatch(text)
            if match:
                return translation.format(*match.groups())
        return text


def _pairs(context: ET.Element) -> dict[str, str]:
    found = ((m.findtext("source") or "", m.findtext("translation") or "") for m in context.iter("message"))
    return {source: text for source, text in found if text}


def _pattern(source: str) -> re.Pattern[str]:
    """What is filled in may be anything; between two of them stands one word, the verb: "{} {} no pictures"."""
    pieces = source.split("{}")
    found = re.escape(pieces[0])
    for before, after in pairwise(pieces):
        is_verb = before == " " and after.startswith(" ")
        found += (r"(\S+)" if is_verb else "(.*?)") + re.escape(after)
    return re.compile(found, re.DOTALL)


def _numbered(translation: str) -> str:
    """With {0}, {1} in place of {}, {}; where the order differs, a translation has the numbers already."""
    pieces = translation.split("{}")
    return pieces[0] + "".join(f"{{{number}}}{piece}" for number, piece in enumerate(pieces[1:]))


def _letter_count(source: str) -> int:
    return sum(map(str.isalpha, source))
