"""The few colours and sizes that everything in the window is built from."""

from dataclasses import dataclass

# Sizes in logical pixels, on a grid of 8.
GRID_PX = 8
MARGIN_PX = 16
GAP_PX = 8
CARD_RADIUS_PX = 10
CONTROL_RADIUS_PX = 8
CONTROL_HEIGHT_PX = 32
HEADER_HEIGHT_PX = 52
STATUS_HEIGHT_PX = 30
BAR_HEIGHT_PX = 8

BODY_PX = 14
NOTE_PX = 12
TITLE_PX = 18
NUMBER_PX = 22
ANSWER_PX = 30


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours of one scheme as "#rrggbb".

    Text in `text`, `dim`, `accent`, `warning_text`, `good_text` and `bad_text` reaches a contrast of 4.5 : 1 on
    `ground`, `card` and `soft_accent` (`dim`: on `ground` and `card`; `dim_on_soft` elsewhere). `warning` and `good`
    are for shapes.
    """

    is_dark: bool
    ground: str
    card: str
    hairline: str
    text: str
    dim: str
    dim_on_soft: str
    accent: str
    accent_hover: str
    on_accent: str
    soft_accent: str
    track: str
    hover: str
    bar_rest: str
    disabled: str
    second: str
    warning: str
    warning_text: str
    good: str
    good_text: str
    bad: str
    bad_text: str


LIGHT = Tokens(
    is_dark=False,
    ground="#f6f6f7",
    card="#ffffff",
    hairline="#e3e4e8",
    text="#1c1d21",
    dim="#6b6e76",
    dim_on_soft="#62656d",
    accent="#4f5bd5",
    accent_hover="#434fc6",
    on_accent="#ffffff",
    soft_accent="#eceefb",
    track="#ededf1",
    hover="#f3f3f6",
    bar_rest="#ccd1f3",
    disabled="#a7a9b0",
    second="#f2a35e",
    warning="#b7791f",
    warning_text="#8f5d14",
    good="#1f9d68",
    good_text="#177a50",
    bad="#c0392f",
    bad_text="#c0392f",
)

DARK = Tokens(
    is_dark=True,
    ground="#17181c",
    card="#202227",
    hairline="#2e3138",
    text="#ececf0",
    dim="#9a9da6",
    dim_on_soft="#a6a9b3",
    accent="#8b95ff",
    accent_hover="#a0a8ff",
    on_accent="#17181c",
    soft_accent="#2a2d47",
    track="#2a2c33",
    hover="#2a2c33",
    bar_rest="#464c86",
    disabled="#5f626b",
    second="#f2a35e",
    warning="#e0b35a",
    warning_text="#e0b35a",
    good="#4cc38a",
    good_text="#4cc38a",
    bad="#f08b82",
    bad_text="#f08b82",
)
