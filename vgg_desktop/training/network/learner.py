"""The network while it learns: one optimiser step at a time, and its whole state for a checkpoint."""

import copy
import hashlib
import math
import sys
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import torch
import torch.nn.functional as F  # noqa: N812 - the name that everyone knows
from torch import nn

from vgg_desktop.core.errors import AppError
from vgg_desktop.core.model.device_choice import Precision
from vgg_desktop.core.recipe.recipe import Recipe
from vgg_desktop.engine.runtime import DTYPES
from vgg_desktop.training.network.freeze import Parts
from vgg_desktop.training.network.optimiser import Average, build_optimiser, set_rate


class Learner:
    """A network, its optimiser and what belongs to them. Every choice it makes at random is drawn from (seed, step)."""

    def __init__(
        self,
        parts: Parts,
        recipe: Recipe,
        *,
        device: torch.device,
        precision: Precision,
        class_weights: torch.Tensor | None = None,
        on_halved: Callable[[int], None] = lambda _size: None,
    ) -> None:
        self.parts = parts
        self.device = device
        self.micro_batches = recipe.accumulate
        self._recipe = recipe
        self._dtype = DTYPES[precision]
        self._class_weights = class_weights
        self._on_halved = on_halved
        self.optimiser = build_optimiser(recipe, parts, device)
        self.average = Average(copy.deepcopy(parts.trained), recipe.ema) if recipe.ema else None
        self._scaler = torch.amp.GradScaler(device.type, enabled=precision == "fp16")
        self._buffers = list(parts.trained.buffers())
        self._parameters = list(parts.trained.parameters())
        self.forward: nn.Module = parts.trained
        """The trained part as it is called while training."""
        self.added_up: Callable[[torch.Tensor], torch.Tensor] = lambda numbers: numbers
        """Sums a tensor over all processes that train together, in place."""
        self._from_leader: Callable[[Iterable[torch.Tensor]], None] = lambda _tensors: None
        self._is_alone = True
        self._most_at_once = sys.maxsize

    def join(
        self,
        forward: nn.Module,
        added_up: Callable[[torch.Tensor], torch.Tensor],
        from_leader: Callable[[Iterable[torch.Tensor]], None],
    ) -> None:
        """From now on this process learns with others; `forward` averages their gradients."""
        self.forward, self.added_up, self._from_leader = forward, added_up, from_leader
        self._is_alone = False

    def agree(self) -> None:
        """Before a team measures: the evaluated weights are equal, batch-norm statistics become those of the leader."""
        self._from_leader(self.evaluated.buffers())

    @property
    def evaluated(self) -> nn.Module:
        """The trained part whose weights are validated and kept."""
        return self.average.averaged if self.average else self.parts.trained

    def step(
        self, inputs: torch.Tensor, targets: torch.Tensor, *, step: int, learning_rate: float, is_flat: bool = False
    ) -> torch.Tensor:
        """Learn from one batch; gives (summed loss, right answers) as float32 (2,) on the device, without waiting.

        `inputs` are images or, when `is_flat`, outputs of the frozen part; `targets` class numbers (N,) or shares
        (N, classes).

        Raises:
            AppError: a single picture does not fit into the device's memory.
        """
        set_rate(self.optimiser, learning_rate)
        kept = [buffer.clone() for buffer in self._buffers]
        while isinstance(numbers := self._gradients_or_shortage(inputs, targets, step, is_flat), str):
            self._halve(len(inputs), kept, shortage=numbers)
        self._apply_gradients()
        if self.average:
            self.average.follow(self.parts.trained, step)
        return numbers

    @torch.no_grad()
    def logits(self, inputs: torch.Tensor, *, is_flat: bool = False) -> torch.Tensor:
        """Float32 (N, classes) of the evaluated weights, in evaluation mode."""
        module = self.evaluated
        was_training = module.training
        module.eval()
        logits = self._in_parts(lambda some: module(some if is_flat else self.parts.frozen_output(some)), inputs)
        module.train(was_training)
        return logits

    @torch.no_grad()
    def features(self, images: torch.Tensor) -> torch.Tensor:
        """What the trained part reads, float32."""
        return self._in_parts(self.parts.frozen_output, images)

    def is_finite(self) -> bool:
        """Whether every weight is a number; waits for the device."""
        tensors = [t for t in self.parts.trained.state_dict().values() if t.is_floating_point()]
        return all(bool(torch.isfinite(tensor).all()) for tensor in tensors)

    def state(self) -> dict[str, Any]:
        """All that changes while it learns; tensors are the live ones, on the device."""
        return {
            "trained": self.parts.trained.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "average": self.average.averaged.state_dict() if self.average else {},
            "scaler": self._scaler.state_dict(),
            "micro_batches": self.micro_batches,
        }

    def load(self, state: dict[str, Any]) -> None:
        self.parts.trained.load_state_dict(state["trained"])
        self.optimiser.load_state_dict(state["optimiser"])
        if self.average:
            self.average.averaged.load_state_dict(state["average"])
        self._scaler.load_state_dict(state["scaler"])
        self.micro_batches = state["micro_batches"]

    def _in_parts(self, compute: Callable[[torch.Tensor], torch.Tensor], inputs: torch.Tensor) -> torch.Tensor:
        """Float32 of `compute`, from now on in halves where the device's memory is short."""
        while True:
            size = max(1, min(self._most_at_once, len(inputs)))
            try:
                with self._autocast():
                    return torch.cat([compute(some).float() for some in inputs.split(size)])
            except torch.OutOfMemoryError:
                if size == 1:
                    raise
            self._most_at_once = math.ceil(size / 2)
            self._give_memory_back()

    def _gradients_or_shortage(
        self, inputs: torch.Tensor, targets: torch.Tensor, step: int, is_flat: bool
    ) -> torch.Tensor | str:
        """Text instead of the exception, whose traceback would keep the memory of the failed attempt."""
        try:
            return self._gradients(inputs, targets, step, is_flat)
        except torch.OutOfMemoryError as error:
            if not self._is_alone:
                # The others wait for this process's gradients; they cannot go back.
                raise
            return str(error)

    def _gradients(self, inputs: torch.Tensor, targets: torch.Tensor, step: int, is_flat: bool) -> torch.Tensor:
        self.optimiser.zero_grad(set_to_none=True)
        numbers = torch.zeros(2, device=self.device)
        size = math.ceil(len(inputs) / self.micro_batches)
        parts = list(zip(inputs.split(size), targets.split(size), strict=True))
        for number, (some, their_targets) in enumerate(parts):
            torch.manual_seed(_dropout_seed(self._recipe.seed, step, number))
            with self._exchanging(is_last=number == len(parts) - 1):
                with self._autocast():
                    flat = some if is_flat else self.parts.frozen_output(some)
                    logits = self.forward(flat).float()
                losses = self._losses(logits, their_targets)
                self._scaler.scale(losses.sum() / len(inputs)).backward()
            numbers += torch.stack([losses.detach().sum(), _right(logits.detach(), their_targets)])
        return self.added_up(numbers)

    def _exchanging(self, *, is_last: bool) -> AbstractContextManager[None]:
        """Gradients go round once a step, with its last part."""
        return nullcontext() if self._is_alone or is_last else self.forward.no_sync()  # type: ignore[operator]

    def _losses(self, logits: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        # Not the weighted mean: it would depend on how a batch is split. The weights' mean over the data is 1.
        return F.cross_entropy(
            logits,
            targets,
            weight=self._class_weights,
            label_smoothing=self._recipe.label_smoothing,
            reduction="none",
        )

    def _apply_gradients(self) -> None:
        if self._recipe.clip_norm:
            self._scaler.unscale_(self.optimiser)
            nn.utils.clip_grad_norm_(self._parameters, self._recipe.clip_norm)
        self._scaler.step(self.optimiser)
        self._scaler.update()

    def _halve(self, picture_count: int, buffers: list[torch.Tensor], *, shortage: str) -> None:
        """Go back to before the step: batch-norm statistics have moved, weights have not."""
        for buffer, kept in zip(self._buffers, buffers, strict=True):
            buffer.copy_(kept)
        self.optimiser.zero_grad(set_to_none=True)
        self._give_memory_back()
        if self.micro_batches >= picture_count:
            raise AppError(
                "The device's memory does not hold a single picture of this training.",
                "Choose a smaller model or smaller pictures.",
                shortage,
            )
        self.micro_batches = min(self.micro_batches * 2, picture_count)
        self._on_halved(math.ceil(picture_count / self.micro_batches))

    def _give_memory_back(self) -> None:
        if self.device.type == "cuda":
            torch.cuda.empty_cache()

    def _autocast(self) -> torch.autocast:
        return torch.autocast(self.device.type, dtype=self._dtype, enabled=self._dtype != torch.float32)


def balanced_weights(targets: torch.Tensor, class_count: int) -> torch.Tensor:
    """Loss weights (classes,) by the inverse of the counts, with mean 1 over the pictures; 0 for absent classes."""
    counts = torch.bincount(targets, minlength=class_count).float()
    present = counts > 0
    return torch.where(present, len(targets) / (present.sum() * counts.clamp(min=1)), 0.0)


def _right(logits: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    wanted = targets if targets.ndim == 1 else targets.argmax(1)
    return (logits.argmax(1) == wanted).sum().float()


def _dropout_seed(seed: int, step: int, number: int) -> int:
    digest = hashlib.blake2b(f"{seed} {step} {number}".encode(), digest_size=7).digest()
    return int.from_bytes(digest, "big")
