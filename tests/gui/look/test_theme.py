import re

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from vgg_desktop.core.files.paths import assets_dir
from vgg_desktop.core.window_choices import Scheme
from vgg_desktop.gui.look.style_sheet import style_sheet
from vgg_desktop.gui.look.theme import SystemScheme, Theme, role
from vgg_desktop.gui.look.tokens import DARK, LIGHT, TITLE_PX, Tokens

TEXTS = ("text", "accent", "warning_text", "good_text", "bad_text")


@pytest.fixture
def theme(qapp: QApplication):
    yield Theme(qapp, Scheme.LIGHT)
    qapp.setStyleSheet("")
    QGuiApplication.styleHints().unsetColorScheme()


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["ground", "card", "soft_accent"])
@pytest.mark.parametrize("text", TEXTS)
def test_text_stands_out_from_its_ground(tokens: Tokens, ground: str, text: str) -> None:
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_dim_text_and_text_on_the_accent_stand_out_too(tokens: Tokens) -> None:
    assert contrast(tokens.dim, tokens.ground) >= 4.5
    assert contrast(tokens.dim, tokens.card) >= 4.5
    assert contrast(tokens.dim_on_soft, tokens.soft_accent) >= 4.5
    assert contrast(tokens.dim_on_soft, tokens.track) >= 4.5
    assert contrast(tokens.on_accent, tokens.accent) >= 4.5
    assert contrast(tokens.on_accent, tokens.accent_hover) >= 4.5


def test_a_chosen_scheme_is_in_force_at_once(theme: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.choose(Scheme.DARK)
    assert theme.tokens is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.ground)
    assert DARK.card in qapp.styleSheet()


def test_the_same_scheme_again_changes_nothing(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose(Scheme.LIGHT)


class Desktop(SystemScheme):
    """A desktop that can be switched: the offscreen platform has no scheme of its own."""

    dark = False

    def is_dark(self) -> bool:
        return self.dark

    def switch(self, dark: bool) -> None:
        self.dark = dark
        self.changed.emit()


def test_the_window_follows_the_system_when_it_is_asked_to(qapp: QApplication) -> None:
    desktop = Desktop()
    theme = Theme(qapp, Scheme.SYSTEM, desktop)
    assert theme.tokens is LIGHT
    desktop.switch(dark=True)
    assert theme.tokens is DARK
    desktop.switch(dark=False)
    assert theme.tokens is LIGHT


def test_a_chosen_scheme_does_not_follow_the_system(qapp: QApplication) -> None:
    desktop = Desktop()
    theme = Theme(qapp, Scheme.LIGHT, desktop)
    desktop.switch(dark=True)
    assert theme.tokens is LIGHT
    theme.choose(Scheme.SYSTEM)
    assert theme.tokens is DARK


@pytest.mark.usefixtures("theme")
def test_a_role_gives_a_label_its_size(qtbot: QtBot) -> None:
    label = QLabel("golden retriever")
    qtbot.addWidget(label)
    role(label, "title")
    assert label.font().pixelSize() == TITLE_PX


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_icon_of_the_style_sheet_exists(tokens: Tokens) -> None:
    names = re.findall(r'url\("(.*?)"\)', style_sheet(tokens))
    assert names
    assert [name for name in names if not (assets_dir() / "icons" / name.rsplit("/", 1)[1]).is_file()] == []


def contrast(one: str, other: str) -> float:
    """Source: WCAG 2.2, contrast ratio and relative luminance."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
