"""What stands on a plot, as plain data: the window, a picture file and the tests paint the same."""

from collections.abc import Callable
from dataclasses import dataclass, field

from vgg_desktop.core.run.series import Floats

Points = tuple[Floats, Floats]

SOLID: tuple[float, ...] = ()
DASHED = (4.0, 2.5)
DOTTED = (1.2, 2.2)
DASH_DOTTED = (5.0, 2.0, 1.2, 2.0)


@dataclass(frozen=True, slots=True)
class Look:
    """How a line is drawn. `dash` counts in line widths; lines must be told apart without their colours."""

    colour: str
    width_px: float = 2.0
    dash: tuple[float, ...] = SOLID
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Line:
    """A named curve. `points(low, high, limit)` gives at most about `limit` points between two x.

    `value_at(x)` is the nearest point for the crosshair. A line without a name has no place in legend and crosshair.
    """

    name: str
    look: Look
    points: Callable[[float, float, int], Points]
    value_at: Callable[[float], tuple[float, float] | None]
    x_end: float
    x_start: float = 0.0


@dataclass(frozen=True, slots=True)
class Marker:
    """One point with a few words."""

    x: float
    y: float
    text: str
    colour: str


@dataclass(frozen=True, slots=True)
class Scene:
    """A whole plot. `x_range` and `y_range` are None where they follow the lines."""

    lines: tuple[Line, ...] = ()
    marker: Marker | None = None
    x_range: tuple[float, float] | None = None
    y_range: tuple[float, float] | None = None
    is_log: bool = False
    is_percent: bool = False
    x_title: str = ""
    x_least: float = 1.0
    empty_text: str = ""
    named: tuple[Line, ...] = field(init=False, default=())

    def __post_init__(self) -> None:
        object.__setattr__(self, "named", tuple(line for line in self.lines if line.name))

    @property
    def x_whole(self) -> tuple[float, float]:
        """From the start of the first line to the end of the longest."""
        start = min((line.x_start for line in self.lines), default=0.0)
        return start, max(self.x_least, *(line.x_end for line in self.lines), start + 1e-6) if self.lines else 1.0
