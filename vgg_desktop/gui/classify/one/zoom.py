"""Where a picture lies in its view: fitted by default, zoomed about a point, never pushed out of sight."""

from dataclasses import dataclass

# A picture of a few pixels is not blown up to the whole view, and nobody needs more than a pixel as a thumb nail.
_LARGEST_FIT = 8.0
_LARGEST_SCALE = 32.0


@dataclass(slots=True)
class Zoom:
    """Lengths in logical pixels; `scale` is logical pixels for one pixel of the picture."""

    view_width: float = 0
    view_height: float = 0
    width: float = 0
    height: float = 0
    scale: float = 1.0
    left: float = 0
    top: float = 0
    is_fitted: bool = True

    def set_picture(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.fit()

    def set_view(self, width: int, height: int) -> None:
        """A fitted picture stays fitted; else what was in the middle stays in the middle."""
        dx, dy = (width - self.view_width) / 2, (height - self.view_height) / 2
        self.view_width, self.view_height = width, height
        if self.is_fitted:
            self.fit()
        else:
            self.pan(dx, dy)

    def fit(self) -> None:
        self.is_fitted = True
        self.scale = self._fitting_scale()
        self._keep_inside()

    def zoom(self, factor: float, x: float, y: float, device_pixel_ratio: float = 1.0) -> None:
        """Enlarge by `factor`; the point under (x, y) stays there. Never smaller than fitted."""
        fitting = self._fitting_scale()
        largest = max(_LARGEST_SCALE / device_pixel_ratio, fitting)
        scale = min(max(self.scale * factor, fitting), largest)
        if abs(scale - fitting) < fitting * 1e-6:
            self.fit()
            return
        grown = scale / self.scale
        self.left, self.top = x - (x - self.left) * grown, y - (y - self.top) * grown
        self.scale = scale
        self.is_fitted = False
        self._keep_inside()

    def pan(self, dx: float, dy: float) -> None:
        self.left += dx
        self.top += dy
        self._keep_inside()

    def target(self) -> tuple[float, float, float, float]:
        """The picture's place in the view: left, top, width, height."""
        return self.left, self.top, self.width * self.scale, self.height * self.scale

    def _fitting_scale(self) -> float:
        if not (self.width and self.height and self.view_width and self.view_height):
            return 1.0
        return min(self.view_width / self.width, self.view_height / self.height, _LARGEST_FIT)

    def _keep_inside(self) -> None:
        self.left = _kept(self.left, self.width * self.scale, self.view_width)
        self.top = _kept(self.top, self.height * self.scale, self.view_height)


def _kept(start: float, length: float, room: float) -> float:
    """Centred where there is room to spare, else without a gap at either end."""
    if length <= room:
        return (room - length) / 2
    return min(0.0, max(start, room - length))
