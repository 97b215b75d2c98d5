"""What a report on a model says of its classes."""

import msgspec

from tests.helpers.run_directories import evaluation
from vgg_desktop.core.run.evaluation import Evaluation, PictureResult


def a_large_model_on_few_classes() -> Evaluation:
    """Six classes; the pictures are of "b" and "e", and are taken for "a" (once), "b", "d" (twice) and "e"."""
    whole = evaluation("abcdef", per_class=1)
    outcomes = [(1, 1), (1, 3), (1, 3), (4, 4), (4, 0)]
    confusion = [[outcomes.count((target, predicted)) for predicted in range(6)] for target in range(6)]
    pictures = [
        PictureResult(
            path=f"{number}.png", sha256="", target=target, predicted=predicted, score=0.9, target_score=0.1, loss=1.0
        )
        for number, (target, predicted) in enumerate(outcomes)
    ]
    classes = [
        msgspec.structs.replace(one, val_count=sum(row)) for one, row in zip(whole.classes, confusion, strict=True)
    ]
    return msgspec.structs.replace(
        whole,
        count=5,
        classes=tuple(classes),
        confusion=tuple(map(tuple, confusion)),
        pictures=tuple(pictures),
    )


def test_classes_that_do_not_occur_are_left_out_and_those_with_pictures_come_first():
    found = a_large_model_on_few_classes().of_classes_that_occur()
    assert [one.label.name for one in found.classes] == ["b", "e", "d", "a"]
    assert found.confusion == ((1, 0, 2, 0), (0, 1, 0, 1), (0, 0, 0, 0), (0, 0, 0, 0))
    assert [(one.target, one.predicted) for one in found.pictures] == [(0, 0), (0, 2), (0, 2), (1, 1), (1, 3)]
    assert [one.path for one in found.mistakes] == ["1.png", "2.png", "4.png"]


def test_a_report_in_which_all_classes_occur_stays_as_it_is():
    whole = evaluation()
    assert whole.of_classes_that_occur() == whole
