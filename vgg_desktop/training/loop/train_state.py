"""How far a run has come: everything beside the numbers of the network that the next step depends on."""

import msgspec


class TrainState(msgspec.Struct, kw_only=True):
    """Complete epochs and steps, the sums of the epoch under way, and what validation has said so far.

    `step` counts over the whole run, `epoch_step` within the epoch under way; when that has all its steps and is not
    counted in `epoch` yet, its validation is still to come. `seconds` is the time spent on training and validation by
    all attempts.
    """

    epoch: int = 0
    step: int = 0
    epoch_step: int = 0
    loss_sum: float = 0.0
    right: int = 0
    pictures: int = 0
    epoch_seconds: float = 0.0
    seconds: float = 0.0
    val_top1: list[float] = []
    best_epoch: int | None = None
    best_top1: float | None = None
    best_px: int = 0
    snapshot: str = ""
    """File name of the bundle with the best weights; empty before the first validation."""

    @property
    def epochs_without_gain(self) -> int:
        return self.epoch - (self.best_epoch or 0)

    def count(self, loss_sum: float, right: int, pictures: int, seconds: float) -> None:
        """Add one step's numbers."""
        self.loss_sum += loss_sum
        self.right += right
        self.pictures += pictures
        self.epoch_seconds += seconds
        self.seconds += seconds

    def complete_epoch(self, val_top1: float, side_px: int) -> bool:
        """Count the epoch under way; True when its validation is the best so far, or the first with larger pictures."""
        self.epoch += 1
        self.val_top1.append(val_top1)
        is_best = self.best_top1 is None or side_px != self.best_px or val_top1 > self.best_top1
        if is_best:
            self.best_epoch, self.best_top1, self.best_px = self.epoch, val_top1, side_px
        self.epoch_step = self.right = self.pictures = 0
        self.loss_sum = self.epoch_seconds = 0.0
        return is_best
