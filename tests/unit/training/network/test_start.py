"""What "auto" trains, by the weights that a run starts from."""

import pytest

from tests.helpers.models import tiny_architecture, tiny_info
from tests.helpers.runs import tiny_recipe
from vgg_desktop.core.model.model_info import Architecture
from vgg_desktop.engine.weights.bundle import Bundle
from vgg_desktop.training.network.start import Start, architecture_of, trained_part

PUBLISHED = {"depth": 16, "hidden": (4096, 4096), "pooled_px": 7, "width": 1.0}


def part_of(given: Architecture | None, **changes) -> str:
    recipe = tiny_recipe(**{"start_from": "builtin", "train": "auto", "head": "auto"} | changes)
    weights = Bundle(tiny_info(architecture=given), {}, "") if given else None
    start = Start(weights)
    return trained_part(recipe, start, architecture_of(recipe, start, 3, 32))


@pytest.mark.parametrize(
    ("given", "changes", "expected"),
    [
        (tiny_architecture(hidden=(64, 80)), {}, "classifier"),
        (tiny_architecture(), {}, "last_layer"),
        (tiny_architecture(**PUBLISHED), {}, "last_layer"),
        (tiny_architecture(**PUBLISHED), {"head": "average"}, "classifier"),
        (tiny_architecture(hidden=(64, 80)), {"train": "all"}, "all"),
        (None, {"start_from": "scratch"}, "all"),
    ],
)
def test_auto_trains_what_is_cheap_and_adapts_best(given: Architecture | None, changes: dict, expected: str):
    assert part_of(given, **changes) == expected
