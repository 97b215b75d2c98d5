"""The scores of a model's labels, summed by everyday kind."""

from collections.abc import Sequence

import numpy as np

from vgg_desktop.core.model.kinds import kinds_of
from vgg_desktop.core.model.labels import Label
from vgg_desktop.core.model.model_info import Calibration
from vgg_desktop.core.model.prediction import Candidate, KindScore
from vgg_desktop.engine.calibrate import WANTED_ACCURACY


class KindSums:
    """`names` are the model's kinds; `places` int64 (classes,) says for each label which of them it is."""

    def __init__(self, labels: Sequence[Label], kinds: Sequence[str]) -> None:
        self._labels = labels
        self.names = tuple(dict.fromkeys(kinds))
        place = {name: number for number, name in enumerate(self.names)}
        self.places = np.array([place[kind] for kind in kinds], np.int64)
        self._membership = np.eye(len(self.names), dtype=np.float32)[self.places]

    @classmethod
    def of(cls, labels: Sequence[Label]) -> "KindSums | None":
        """None for a model whose labels are of no kind."""
        kinds = kinds_of(labels)
        return None if kinds is None else cls(labels, kinds)

    def sums(self, scores: np.ndarray) -> np.ndarray:
        """Scores of the kinds, float32 (..., kinds), of those of the labels (..., classes)."""
        return np.minimum(scores @ self._membership, 1.0)

    def best(self, scores: np.ndarray, best: Candidate, sure: bool | None, calibration: Calibration) -> KindScore:
        """The kind with the largest sum of one picture's scores (classes,), whose best label is `best`.

        A sure label makes its kind sure; a kind that is no likelier than "none of these" is not.
        """
        sums = self.sums(scores)
        kind = int(sums.argmax())
        score = float(sums[kind])
        label = int(np.where(self.places == kind, scores, -1.0).argmax())
        is_its_best = self._labels[label] == best.label
        none = 0.0 if calibration.none_logit is None else 1.0 - float(scores.sum())
        is_sure = None if sure is None else score >= max(_threshold(calibration), none) or (sure and is_its_best)
        candidate = best if is_its_best else Candidate(self._labels[label], float(scores[label]))
        return KindScore(self.names[kind], score, is_sure, candidate)


def _threshold(calibration: Calibration) -> float:
    """Calibrated scores are right as often as they say: files without a threshold for kinds need no other."""
    return WANTED_ACCURACY if calibration.kind_threshold is None else calibration.kind_threshold
