"""The one style sheet, written from the tokens."""

from vgg_desktop.core.files.paths import assets_dir
from vgg_desktop.gui.look.tokens import (
    ANSWER_PX,
    CARD_RADIUS_PX,
    CONTROL_RADIUS_PX,
    NOTE_PX,
    NUMBER_PX,
    TITLE_PX,
    Tokens,
)

_SHEET = """
QToolTip {{ color: {text}; background: {card}; border: 1px solid {hairline}; padding: 4px 6px; }}

QLabel[role="title"] {{ font-size: {title_px}px; font-weight: 600; }}
QLabel[role="answer"] {{ font-size: {answer_px}px; font-weight: 600; }}
QLabel[role="number"] {{ font-size: {number_px}px; font-weight: 600; }}
QLabel[role="strong"] {{ font-weight: 600; }}
QLabel[role="dim"] {{ color: {dim}; }}
QLabel[role="note"] {{ color: {dim}; font-size: {note_px}px; }}
QLabel[role="caption"] {{ color: {dim}; font-size: {note_px}px; font-weight: 600; }}
QLabel[role="warning"] {{ color: {warning_text}; }}
QLabel[role="good"] {{ color: {good_text}; }}
QLabel[role="bad"] {{ color: {bad_text}; }}

QFrame[role="card"] {{ background: {card}; border: 1px solid {hairline}; border-radius: {card_radius}px; }}
QFrame[role="soft"] {{ background: {soft_accent}; border: none; border-radius: {card_radius}px; }}
QFrame[role="soft"] QLabel[role="note"] {{ color: {dim_on_soft}; }}
QFrame[role="header"] {{ background: {card}; border: none; border-bottom: 1px solid {hairline}; }}
QFrame[role="status"] {{ background: {ground}; border: none; border-top: 1px solid {hairline}; }}
QFrame[role="message"] {{ background: {card}; border: none; border-top: 1px solid {hairline}; }}
QFrame[role="hairline"] {{ background: {hairline}; border: none; min-height: 1px; max-height: 1px; }}
QFrame[role="segments"] {{ background: {track}; border: none; border-radius: {control_radius}px; }}

QTabBar#tabs {{ background: transparent; border: none; qproperty-drawBase: 0; }}
QTabBar#tabs::tab {{ background: transparent; color: {dim_on_soft}; border: 1px solid transparent; border-radius: 6px;
    padding: 0 15px; margin: 3px; height: 28px; font-weight: 500; }}
QTabBar#tabs::tab:hover {{ color: {text}; }}
QTabBar#tabs::tab:selected {{ background: {raised}; color: {text}; border-color: {hairline}; }}
QTabBar#tabs::tab:focus {{ border-color: {accent}; }}

QPushButton {{ background: {card}; color: {text}; border: 1px solid {hairline}; border-radius: {control_radius}px;
    padding: 6px 14px; min-height: 18px; }}
QPushButton:hover {{ background: {hover}; }}
QPushButton:pressed, QPushButton:checked {{ background: {track}; }}
QPushButton:focus {{ border-color: {accent}; }}
QPushButton:disabled {{ color: {disabled}; }}
QPushButton::menu-indicator {{ image: url({chevron}); width: 10px; height: 10px; subcontrol-origin: padding;
    subcontrol-position: right center; right: 10px; }}
QPushButton#menuButton::menu-indicator {{ image: none; }}
QPushButton#menuButton {{ padding: 0; }}
QPushButton[hasMenu="true"] {{ padding-left: 7px; padding-right: 28px; }}
QPushButton[role="accent"] {{ background: {accent}; color: {on_accent}; border-color: {accent}; }}
QPushButton[role="accent"]:hover, QPushButton[role="accent"]:pressed {{ background: {accent_hover};
    border-color: {accent_hover}; }}
QPushButton[role="accent"]:focus {{ border: 2px solid {text}; padding: 5px 13px; }}
QPushButton[role="accent"]:disabled {{ background: {track}; color: {disabled}; border-color: {track}; }}
QPushButton[role="quiet"] {{ background: transparent; border-color: transparent; }}
QPushButton[role="quiet"]:hover, QPushButton[role="quiet"]:checked {{ background: {track}; }}
QPushButton[role="quiet"]:focus {{ border-color: {accent}; }}
QPushButton[role="chip"] {{ background: {track}; border-color: {track}; }}
QPushButton[role="chip"]:hover {{ border-color: {hairline}; }}
QPushButton[role="chip"]:focus {{ border-color: {accent}; }}
QPushButton[role="link"] {{ background: transparent; color: {accent}; border: 1px solid transparent; border-radius: 4px;
    padding: 0 2px; min-height: 0; text-align: left; }}
QPushButton[role="link"]:hover {{ text-decoration: underline; }}
QPushButton[role="link"]:focus {{ border-color: {accent}; }}
QPushButton[textSize="note"] {{ font-size: {note_px}px; }}

QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox, QPlainTextEdit, QTextEdit {{ background: {card}; color: {text};
    border: 1px solid {hairline}; border-radius: {control_radius}px; padding: 5px 10px; min-height: 20px;
    selection-background-color: {accent}; selection-color: {on_accent}; }}
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus, QPlainTextEdit:focus, QTextEdit:focus {{
    border-color: {accent}; }}
QLineEdit[invalid="true"], QSpinBox[invalid="true"], QDoubleSpinBox[invalid="true"], QComboBox[invalid="true"] {{
    border-color: {bad}; }}
QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled {{ color: {disabled}; }}
QSpinBox, QDoubleSpinBox {{ padding: 5px 2px; }}
QSpinBox QLineEdit, QDoubleSpinBox QLineEdit, QComboBox QLineEdit {{ background: transparent; border: none;
    padding: 0 8px; min-height: 0; }}
QComboBox {{ padding-right: 24px; }}
QComboBox::drop-down {{ border: none; width: 24px; }}
QComboBox::down-arrow {{ image: url({chevron}); width: 10px; height: 10px; }}
QComboBox QAbstractItemView {{ background: {card}; border: 1px solid {hairline}; outline: none;
    selection-background-color: {soft_accent}; selection-color: {text}; }}
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button {{
    background: transparent; border: none; width: 18px; }}
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow {{ image: url({chevron_up}); width: 8px; height: 8px; }}
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow {{ image: url({chevron}); width: 8px; height: 8px; }}

QCheckBox, QRadioButton {{ spacing: 8px; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: 16px; height: 16px; background: {card};
    border: 1px solid {outline}; }}
QCheckBox::indicator {{ border-radius: 4px; }}
QRadioButton::indicator {{ border-radius: 8px; }}
QCheckBox::indicator:checked {{ background: {accent}; border-color: {accent}; image: url({check_on_accent}); }}
QRadioButton::indicator:checked {{ background: {on_accent}; border: 5px solid {accent}; width: 8px; height: 8px; }}
QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ border-color: {accent}; }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {disabled}; }}
QSlider:horizontal {{ min-height: 24px; }}
QSlider::groove:horizontal {{ background: {track}; height: 4px; border-radius: 2px; }}
QSlider::sub-page:horizontal {{ background: {accent}; height: 4px; border-radius: 2px; }}
QSlider::handle:horizontal {{ background: {card}; border: 1px solid {outline}; width: 16px; height: 16px;
    margin: -7px 0; border-radius: 9px; }}
QSlider::handle:horizontal:focus {{ border: 2px solid {accent}; }}

QProgressBar {{ background: {track}; border: none; border-radius: 2px; min-height: 4px; max-height: 4px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 2px; }}

QListView, QTreeView, QTableView {{ background: {card}; border: 1px solid {hairline};
    border-radius: {card_radius}px; outline: none; selection-background-color: {soft_accent};
    selection-color: {text}; }}
QListView[role="plain"], QTreeView[role="plain"], QTableView[role="plain"] {{ background: transparent; border: none; }}
QTableView {{ gridline-color: {hairline}; }}
QTableView#results_table::item {{ padding: 0 5px; border: none; }}
QTableView#results_table::item:selected {{ background: {soft_accent}; color: {text}; }}
QHeaderView {{ background: transparent; border: none; }}
QHeaderView::section {{ background: transparent; color: {dim}; border: none; border-bottom: 1px solid {hairline};
    padding: 6px 8px; font-size: {note_px}px; font-weight: 600; }}
QHeaderView::up-arrow, QHeaderView::down-arrow {{ image: url({chevron_up}); width: 8px; height: 8px;
    subcontrol-position: top center; top: 1px; }}
QHeaderView::down-arrow {{ image: url({chevron}); }}
QTableCornerButton::section {{ background: transparent; border: none; }}

QScrollArea {{ background: transparent; border: none; }}
QScrollArea > QWidget > QWidget[role="page"] {{ background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {scroll}; border: 3px solid transparent; border-radius: 6px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {dim}; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{ background: none;
    border: none; width: 0; height: 0; }}

QMenu {{ background: {card}; color: {text}; border: 1px solid {hairline}; padding: 6px; }}
QMenu::item {{ padding: 6px 28px 6px 28px; border-radius: 6px; }}
QMenu::item:selected {{ background: {soft_accent}; }}
QMenu::item:disabled {{ color: {disabled}; }}
QMenu::separator {{ height: 1px; background: {hairline}; margin: 6px 8px; }}
QMenu::indicator {{ left: 8px; width: 14px; height: 14px; }}
QMenu::indicator:checked, QMenu::indicator:exclusive:checked {{ image: url({check}); }}
QMenu::right-arrow {{ image: url({chevron_right}); width: 10px; height: 10px; right: 8px; }}

QSplitter::handle {{ background: transparent; }}
QDialog {{ background: {ground}; }}
"""


def style_sheet(tokens: Tokens) -> str:
    """Qt style sheet text for the whole application."""
    icons = (assets_dir() / "icons").as_posix()
    return _SHEET.format(
        **{name: getattr(tokens, name) for name in tokens.__slots__},
        raised=tokens.ground if tokens.is_dark else tokens.card,
        scroll="#44474f" if tokens.is_dark else "#c9cad0",
        outline="#7d818c" if tokens.is_dark else "#85888f",
        title_px=TITLE_PX,
        answer_px=ANSWER_PX,
        number_px=NUMBER_PX,
        note_px=NOTE_PX,
        card_radius=CARD_RADIUS_PX,
        control_radius=CONTROL_RADIUS_PX,
        chevron=f'"{icons}/chevron-down.svg"',
        chevron_up=f'"{icons}/chevron-up.svg"',
        chevron_right=f'"{icons}/chevron-right.svg"',
        check_on_accent=f'"{icons}/check-{"dark" if tokens.is_dark else "light"}.svg"',
        check=f'"{icons}/check.svg"',
    )
