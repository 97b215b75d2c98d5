"""What a person should know about the data before training: faults, warnings, notes, and the files behind each."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from vgg_desktop.core.dataset_report import DatasetReport, Finding
from vgg_desktop.core.display import one_line
from vgg_desktop.gui.look.icons import icon_pixmap
from vgg_desktop.gui.look.theme import Theme, role
from vgg_desktop.gui.text.sentences import spoken
from vgg_desktop.gui.widgets.plain_label import PlainLabel

_LIST_HEIGHT_PX = 132
_ICON_PX = 18
translate = QCoreApplication.translate
_CONTEXT = "Findings"


@dataclass(frozen=True, slots=True)
class Note:
    """One thing to know. `level` is "fault", "warning" or "note"; `files` are lines to be shown on request."""

    level: str
    summary: str
    hint: str = ""
    files: tuple[str, ...] = ()


def notes_of(report: DatasetReport) -> list[Note]:
    """Everything that a report has to say, the gravest first."""
    faults = [Note("fault", spoken(fault)) for fault in report.faults]
    findings = [Note(finding.level, *_words(finding), _files(report, finding)) for finding in report.findings]
    findings.sort(key=lambda note: note.level != "warning")
    return [*faults, *findings, *_ignored(report)]


class FindingsCard(QFrame):
    """A row for each note; not there when there is nothing to say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        role(self, "card")
        self._theme = theme
        self._rows: list[FindingRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 14, 16, 14)
        self._column.setSpacing(12)
        self.hide()

    @property
    def rows(self) -> Sequence["FindingRow"]:
        return self._rows

    def show_notes(self, notes: Sequence[Note]) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [FindingRow(note, self._theme) for note in notes]
        for row in self._rows:
            self._column.addWidget(row)
        self.setVisible(bool(notes))


class FindingRow(QWidget):
    """A sentence, what will be done about it, and a button that shows the files."""

    def __init__(self, note: Note, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note = note
        self._theme = theme
        self._icon = QLabel()
        self._icon.setFixedWidth(_ICON_PX + 6)
        summary, hint = PlainLabel(note.summary), PlainLabel(note.hint)
        role(summary, "" if note.level != "note" else "dim")
        role(hint, "note")
        self.show_button = QPushButton(self.tr("Show"))
        self.show_button.setCheckable(True)
        self.show_button.setVisible(bool(note.files))
        self.show_button.setAccessibleName(self.tr("Show the files: {what}").format(what=note.summary))
        self._list: QListWidget | None = None
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (summary, hint):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setVisible(bool(label.text()))
            words.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(0)
        top = Qt.AlignmentFlag.AlignTop if note.hint else Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self._icon, 0, top)
        row.addLayout(words, 1)
        row.addWidget(self.show_button, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(row)
        self.show_button.toggled.connect(self._show_files)
        theme.changed.connect(self._render_icon)
        self._render_icon()

    def _show_files(self, shown: bool) -> None:
        if self._list is None:
            self._list = QListWidget()
            self._list.setFixedHeight(_LIST_HEIGHT_PX)
            self._list.setAccessibleName(self.note.summary)
            self._list.addItems([one_line(line) for line in self.note.files])
            self._column.addWidget(self._list)
        self._list.setVisible(shown)
        self.show_button.setText(self.tr("Hide") if shown else self.tr("Show"))

    def _render_icon(self) -> None:
        tokens = self._theme.tokens
        colour = {"fault": tokens.bad, "warning": tokens.warning}.get(self.note.level, tokens.dim)
        name = "info" if self.note.level == "note" else "warning"
        self._icon.setPixmap(icon_pixmap(name, colour, _ICON_PX))


def _words(finding: Finding) -> tuple[str, str]:
    """The finding's own sentences, in the window's language where it has them."""
    return spoken(finding.summary), spoken(finding.hint)


def _files(report: DatasetReport, finding: Finding) -> tuple[str, ...]:
    match finding.kind:
        case "unreadable":
            return tuple(f"{problem.path}   {spoken(problem.sentence)}" for problem in report.unreadable)
        case "damaged":
            return tuple(problem.path for problem in report.damaged)
        case "crossing":
            return _groups(report.crossing)
        case "duplicates":
            return _groups(report.duplicates)
        case "conflicts":
            return _groups(report.conflicts)
        case "similar":
            return tuple("  ≈  ".join(group) for group in report.similar)
        case _:
            return ()


def _groups(groups: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple("  =  ".join(group) for group in groups)


def _ignored(report: DatasetReport) -> list[Note]:
    if not report.ignored:
        return []
    examples = [one_line(example) for ignored in report.ignored for example in ignored.examples]
    count = sum(ignored.count for ignored in report.ignored)
    shown = ", ".join(examples[:3])
    if count > 3:
        shown = translate(_CONTEXT, "{examples} and {count} more").format(examples=shown, count=count - 3)
    summary = translate(_CONTEXT, "Ignored: {examples}").format(examples=shown)
    files = tuple(
        f"{', '.join(ignored.examples)}{' …' if ignored.count > len(ignored.examples) else ''}   "
        f"({spoken(ignored.reason)}, {ignored.count})"
        for ignored in report.ignored
    )
    return [Note("note", summary, files=files)]
