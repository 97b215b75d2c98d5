"""The numbers of each step on their way from the device to the run's curves; nobody waits for them."""

import math
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

import torch

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.run.events import Step
from vgg_desktop.training.loop.train_state import TrainState
from vgg_desktop.training.memory import used_bytes

# Speed is taken over about the last two seconds, memory looked at twice a second.
_SPEED_WINDOW_S = 2.0
_MEMORY_EVERY_S = 0.5


@dataclass(frozen=True, slots=True)
class _OnTheWay:
    numbers: torch.Tensor
    arrival: torch.Event | None
    step: int
    epoch: int
    pictures: int
    learning_rate: float
    issued_at: float
    seconds: float

    def has_arrived(self) -> bool:
        return self.arrival is None or self.arrival.query()


class StepMetrics:
    """Takes each step's numbers as it is issued, and tells them, in order, once they have reached the CPU."""

    def __init__(self, state: TrainState, device: torch.device) -> None:
        self._state = state
        self._device = device
        self._waiting: deque[_OnTheWay] = deque()
        self._issued_at_s = time.perf_counter()
        self._recent: deque[tuple[float, int]] = deque()
        self._recent_s = 0.0
        self._recent_pictures = 0
        self._memory_bytes = 0
        self._memory_at_s = -math.inf

    def resume_clock(self) -> None:
        """The next step's duration counts from now: what came before was no step."""
        self._issued_at_s = time.perf_counter()
        self._recent.clear()
        self._recent_s, self._recent_pictures = 0.0, 0

    def issue(self, numbers: torch.Tensor, *, epoch: int, pictures: int, learning_rate: float) -> None:
        """`numbers` are the summed loss and the right answers of the next step, on the device."""
        now_s = time.perf_counter()
        on_cpu, arrival = self._sent(numbers)
        self._state.step += 1
        self._state.epoch_step += 1
        self._waiting.append(
            _OnTheWay(
                on_cpu,
                arrival,
                self._state.step,
                epoch,
                pictures,
                learning_rate,
                issued_at=time.time(),
                seconds=now_s - self._issued_at_s,
            )
        )
        self._issued_at_s = now_s

    def arrived(self, *, seconds_left: float | None = None, wait: bool = False) -> Iterator[Step]:
        """The steps whose numbers are here by now, or with `wait` all.

        Raises:
            AppError: a loss is not a finite number.
        """
        if wait and self._waiting and self._waiting[-1].arrival:
            self._waiting[-1].arrival.synchronize()
        while self._waiting and self._waiting[0].has_arrived():
            yield self._told(self._waiting.popleft(), seconds_left)

    def settled(self) -> Iterator[Step]:
        """All that are still on their way; the time of this waiting is the epoch's too.

        Raises:
            AppError: a loss is not a finite number.
        """
        yield from self.arrived(wait=True)
        self._state.count(0.0, 0, 0, time.perf_counter() - self._issued_at_s)
        self.resume_clock()

    @property
    def pictures_per_s(self) -> float:
        return self._recent_pictures / self._recent_s if self._recent_s > 0 else 0.0

    @property
    def step_seconds(self) -> float:
        return self._recent_s / len(self._recent) if self._recent else 0.0

    def memory_bytes(self) -> int:
        now_s = time.perf_counter()
        if now_s - self._memory_at_s > _MEMORY_EVERY_S:
            self._memory_bytes, self._memory_at_s = used_bytes(self._device), now_s
        return self._memory_bytes

    def _sent(self, numbers: torch.Tensor) -> tuple[torch.Tensor, torch.Event | None]:
        if self._device.type == "cpu":
            return numbers, None
        # A copy into memory that is not pinned would wait for the device.
        pinned = torch.empty(numbers.shape, dtype=numbers.dtype, pin_memory=self._device.type == "cuda")
        pinned.copy_(numbers, non_blocking=True)
        arrival = torch.Event(self._device.type)
        arrival.record()
        return pinned, arrival

    def _told(self, one: _OnTheWay, seconds_left: float | None) -> Step:
        loss_sum, right = (float(number) for number in one.numbers)
        if not math.isfinite(loss_sum):
            raise not_finite(one.step, one.epoch, one.learning_rate)
        self._state.count(loss_sum, int(right), one.pictures, one.seconds)
        self._remember_speed(one)
        return Step(
            time=one.issued_at,
            step=one.step,
            epoch=one.epoch,
            loss=loss_sum / one.pictures,
            learning_rate=one.learning_rate,
            pictures_per_s=self.pictures_per_s,
            memory_bytes=self.memory_bytes(),
            seconds_left=seconds_left,
            pictures=one.pictures,
            top1=right / one.pictures,
            seconds=one.seconds,
        )

    def _remember_speed(self, one: _OnTheWay) -> None:
        self._recent.append((one.seconds, one.pictures))
        self._recent_s += one.seconds
        self._recent_pictures += one.pictures
        while len(self._recent) > 1 and self._recent_s > _SPEED_WINDOW_S:
            seconds, pictures = self._recent.popleft()
            self._recent_s -= seconds
            self._recent_pictures -= pictures


def not_finite(step: int, epoch: int, learning_rate: float) -> AppError:
    return AppError(
        "Training broke down at step {step:,} of epoch {epoch:,}: its loss is no longer a finite number.",
        "Start again with a learning rate well below {learning_rate:.2g}, with clip_norm 1, or with precision fp32; "
        "the weights from before are kept.",
        step=step,
        epoch=epoch,
        learning_rate=learning_rate,
    )
