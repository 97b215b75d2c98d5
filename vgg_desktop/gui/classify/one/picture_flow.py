"""One picture from the wish to see it to its answer: what comes late or belongs to another picture is dropped."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from vgg_desktop.core.display import display_name
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.model.prediction import PathResult
from vgg_desktop.core.settings import TOP_MAX
from vgg_desktop.gui.classify.one.picture_card import PictureCard
from vgg_desktop.gui.classify.one.result_card import Answer, ResultCard
from vgg_desktop.gui.text.model_wording import device_title
from vgg_desktop.gui.text.numbers import milliseconds
from vgg_desktop.gui.widgets.pixels import image_of, shared_image_of
from vgg_desktop.services.answers import PictureAnswer, PictureFailure, Preview, PreviewFailure, Source
from vgg_desktop.services.inference import InferenceService
from vgg_desktop.services.previews import PreviewService

# Just below a quarter and half of a 12 Mpx photo, 4,000 pixels wide, which JPEG reduces while it decodes: shown 74 and
# 115 ms after the drop while the engine loads.
_FITTED_SIDES_PX = (992, 1984)
# A photo of 12 million pixels in full; one of 100 million would take a second and a gigabyte.
_DETAIL_PX = 4096


@dataclass(frozen=True, slots=True)
class Wish:
    """A picture to look at. `result` is what is known of it already.

    `is_chosen` says that it was picked from a list: if it cannot be read, its place says so. A picture that was opened
    and cannot be read leaves the one before it on the screen.
    """

    source: Source
    name: str
    result: PathResult | None = None
    is_chosen: bool = False

    @classmethod
    def of(cls, path: Path, result: PathResult | None = None, *, is_chosen: bool = False) -> "Wish":
        return cls(path, display_name(path), result, is_chosen)


PictureOutcome = Answer | AppError


class PictureFlow(QObject):
    """Shows a picture and its result together; asks both services and matches their answers by number."""

    shown = Signal(object)  # Wish: this picture is on the screen now
    answered = Signal()  # the outcome on the screen has changed
    failed = Signal(object)  # AppError: the opened picture cannot be shown, and the one before it stays

    def __init__(
        self,
        card: PictureCard,
        result: ResultCard,
        inference: InferenceService,
        previews: PreviewService,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._card, self._result = card, result
        self._inference, self._previews = inference, previews
        self._pending: Wish | None = None
        self._shown: Wish | None = None
        self._outcome: PictureOutcome | None = None
        self._preview_generation = 0
        self._answer_generation = 0
        self._detail_generation: int | None = None
        self._detail: object = None
        self._connect()

    @property
    def wish(self) -> Wish | None:
        """What is on the screen, or on its way there."""
        return self._pending or self._shown

    @property
    def shown_wish(self) -> Wish | None:
        """What is on the screen."""
        return self._shown

    @property
    def is_busy(self) -> bool:
        """True until picture and outcome are both there."""
        return self._pending is not None or (self._shown is not None and self._outcome is None)

    def open(self, wish: Wish) -> None:
        """Show `wish` as soon as it is decoded; until then everything stays."""
        self._pending = wish
        self._preview_generation = self._previews.show(wish.source, self._fitted_px())
        self._ask(wish)

    def ask_again(self) -> None:
        """The model is another one. What still waits for an answer gets it from that one anyway."""
        wish = self.wish
        if wish is None:
            return
        wish = Wish(wish.source, wish.name, None, wish.is_chosen)
        is_answered = self._outcome is not None
        if self._pending:
            self._pending = wish
        else:
            self._shown = wish
        if is_answered and (self._pending or self._card.view.has_picture):
            self._ask(wish)
        self.show_state()

    def want_more_labels(self, top: int) -> None:
        """A result of a list may know fewer labels than are to be shown now."""
        outcome, status, wish = self._outcome, self._inference.status, self.wish
        if wish and isinstance(outcome, Answer) and status:
            known = len(outcome.prediction.candidates)
            if known < min(top, len(status.info.labels)):
                self._answer_generation = self._inference.classify_picture(wish.source, TOP_MAX)

    def show_state(self) -> None:
        """Say again what is being waited for: the engine has come nearer, or failed."""
        if self._shown and self._outcome is None and not self._pending:
            self._show_waiting()

    def _fitted_px(self) -> int:
        """The longest side to decode: what the view shows, as far as it has its size already."""
        view = self._card.view
        needed = max(view.width(), view.height()) * view.devicePixelRatioF()
        return next((side for side in _FITTED_SIDES_PX if side >= needed), _FITTED_SIDES_PX[-1])

    def _connect(self) -> None:
        self._card.view.detail_wanted.connect(self._want_detail)
        self._previews.preview_ready.connect(self._on_preview)
        self._previews.preview_failed.connect(self._on_preview_failed)
        self._inference.prediction_ready.connect(self._on_prediction)
        self._inference.picture_failed.connect(self._on_picture_failed)

    def _ask(self, wish: Wish) -> None:
        prediction = wish.result.prediction if wish.result else None
        if prediction:
            self._inference.forget_picture()
            self._answer_generation = 0
            self._outcome = Answer(prediction)
        else:
            self._outcome = None
            self._answer_generation = self._inference.classify_picture(wish.source, TOP_MAX)

    def _on_preview(self, preview: Preview) -> None:
        wish = self._pending
        if wish is None or preview.generation != self._preview_generation:
            self._take_detail(preview)
            return
        self._pending, self._shown = None, wish
        self._detail_generation = None
        self._detail = None
        image = image_of(preview.pixels)
        self._card.show_picture(image, wish.name, preview.source_size_px, is_damaged=preview.is_damaged)
        self._show_outcome()
        self.shown.emit(wish)

    def _want_detail(self) -> None:
        if self._shown and self._pending is None and self._detail_generation is None:
            self._detail_generation = self._previews.show(self._shown.source, _DETAIL_PX)

    def _take_detail(self, preview: Preview) -> None:
        if preview.generation == self._detail_generation and self._pending is None:
            # Kept here: the image is a view of these pixels.
            self._detail = preview.pixels
            self._card.view.refine(shared_image_of(preview.pixels))

    def _on_preview_failed(self, failure: PreviewFailure) -> None:
        wish = self._pending
        if wish is None or failure.generation != self._preview_generation:
            return
        self._pending = None
        self._inference.forget_picture()
        self._answer_generation = 0
        if wish.is_chosen:
            self._shown, self._outcome = wish, failure.error
            self._card.show_failure(wish.name, failure.error)
            self._result.show_no_picture()
            self.shown.emit(wish)
            return
        self._go_back()
        self.failed.emit(failure.error)

    def _go_back(self) -> None:
        """The picture on the screen stays; if its own answer was given up for the new one, ask for it again."""
        self._outcome = None
        if self._shown is None:
            return
        if self._result.prediction:
            self._outcome = Answer(self._result.prediction)
        elif self._card.view.has_picture:
            self._ask(self._shown)

    def _on_prediction(self, answer: PictureAnswer) -> None:
        if answer.generation == self._answer_generation:
            where = (milliseconds(answer.elapsed_ms), device_title(answer.device))
            self._take(Answer(answer.prediction, where))

    def _on_picture_failed(self, failure: PictureFailure) -> None:
        if failure.generation == self._answer_generation:
            self._take(failure.error)

    def _take(self, outcome: PictureOutcome) -> None:
        self._outcome = outcome
        if self._pending is None:
            self._show_outcome()

    def _show_outcome(self) -> None:
        match self._outcome:
            case Answer() as answer:
                self._result.show_answer(answer)
            case AppError() as error if self._inference.status is None:
                self._result.show_no_model(error)
            case AppError() as error:
                self._result.show_error(error)
            case None:
                self._show_waiting()
        self.answered.emit()

    def _show_waiting(self) -> None:
        if self._inference.status is None:
            self._result.show_engine_loading()
        else:
            self._result.show_busy()
