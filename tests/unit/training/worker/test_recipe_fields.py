"""Every field of the recipe acts: for each one a test that fails when it is ignored."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest
import torch

from tests.helpers.models import tiny_bundle
from tests.helpers.runs import new_run, tiny_data, tiny_recipe
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.recipe.recipe import FIELDS
from vgg_desktop.core.recipe.recipe_checks import make
from vgg_desktop.core.run.run_directory import RunDirectory
from vgg_desktop.training.setup.prepare import Prepared, prepare

FINE = {"train": "blocks", "start_from": "tiny.safetensors", "head": "auto"}
Check = Callable[["Bench"], None]
CHECKS: dict[str, Check] = {}


class Bench:
    """Prepares runs on the same few pictures; `a.learner` and so on are those of the attempt."""

    def __init__(self, folder: Path, data: Path) -> None:
        self.folder = folder
        self.data = data
        self.weights = tiny_bundle(folder / "tiny.safetensors", ("class0", "other"), seed=5)

    @contextmanager
    def prepared(self, **changes) -> Iterator[Prepared]:
        if changes.get("start_from") == "tiny.safetensors":
            changes["start_from"] = str(self.weights)
        run = new_run(self.folder, self.data, name=f"run {len(list(self.folder.glob('runs/*')))}", **changes)
        made = prepare(
            run,
            command=lambda: None,
            cancelled=lambda: False,
            on_work=lambda _work: lambda _done, _total: None,
            checkpoint_every_s=300,
        )
        try:
            yield made
        finally:
            made.loaders.close()
            made.attempt.store.close()

    def of(self, see: Callable[[Prepared], object], **changes) -> object:
        with self.prepared(**changes) as made:
            return see(made)

    def differs(self, see: Callable[[Prepared], object], **changes) -> bool:
        return self.of(see) != self.of(see, **changes)


@pytest.fixture(scope="module")
def data(tmp_path_factory) -> Path:
    return tiny_data(tmp_path_factory.mktemp("data") / "data", per_class=20)


@pytest.fixture
def bench(tmp_path, data) -> Bench:
    return Bench(tmp_path, data)


def check(name: str) -> Callable[[Check], Check]:
    def add(function: Check) -> Check:
        CHECKS[name] = function
        return function

    return add


def architecture(made: Prepared):
    return made.attempt.info.architecture


def first_batch(made: Prepared, epoch: int = 1):
    batches = made.loaders.train(epoch).batches(epoch)
    try:
        return next(batches)
    finally:
        batches.close()


def pixels(made: Prepared) -> bytes:
    return first_batch(made).inputs.contiguous().numpy().tobytes()


def group(made: Prepared) -> dict:
    return max(made.attempt.learner.optimiser.param_groups, key=lambda one: one["weight_decay"])


def one_loss(made: Prepared) -> float:
    batch = first_batch(made)
    return float(made.attempt.learner.step(batch.inputs, batch.targets, step=1, learning_rate=0.0)[0])


@check("version")
def _(_bench):
    with pytest.raises(AppError, match="version"):
        make({"version": 2})


@check("start_from")
def _(bench):
    def weight(made):
        return made.attempt.learner.parts.network.state_dict()["features.0.weight"].flatten()[0].item()

    assert bench.differs(weight, start_from="tiny.safetensors")


@check("depth")
def _(bench):
    assert bench.of(lambda made: architecture(made).depth, depth=13) == 13


@check("batch_norm")
def _(bench):
    assert bench.of(lambda made: architecture(made).batch_norm, batch_norm=False) is False


@check("head")
def _(bench):
    assert bench.of(lambda made: architecture(made).hidden, head="classic") == (2048, 1024)


@check("hidden")
def _(bench):
    assert bench.of(lambda made: architecture(made).hidden, head="custom", hidden=(8, 4)) == (8, 4)


@check("pooled_px")
def _(bench):
    assert bench.of(lambda made: architecture(made).pooled_px, head="custom", pooled_px=2) == 2


@check("width")
def _(bench):
    assert bench.of(lambda made: architecture(made).width, width=0.25) == 0.25


@check("dropout")
def _(bench):
    def share(made):
        return [m.p for m in made.attempt.learner.parts.trained.modules() if isinstance(m, torch.nn.Dropout)]

    assert bench.of(share, dropout=0.3) == [0.3]


@check("train")
def _(bench):
    def trained(made):
        return len(made.attempt.learner.parts.trained)

    assert bench.of(trained, **{**FINE, "train": "last_layer"}) == 2


@check("blocks")
def _(bench):
    def trained(made):
        return len(made.attempt.learner.parts.trained)

    assert bench.of(trained, **FINE, blocks=2) > bench.of(trained, **FINE, blocks=1)


@check("layer_decay")
def _(bench):
    def shares(made):
        return sorted({one["share"] for one in made.attempt.learner.optimiser.param_groups})

    assert bench.of(shares, layer_decay=0.5)[0] == 0.5**5


@check("epochs")
def _(bench):
    def complete_after_three(made):
        made.attempt.state.epoch = 3
        return made.attempt.is_complete()

    assert bench.of(complete_after_three, epochs=3)
    assert not bench.of(complete_after_three, epochs=4)


@check("batch_size")
def _(bench):
    assert bench.of(lambda made: first_batch(made).count, batch_size=8) == 8
    assert bench.of(lambda made: made.attempt.recipe.batch_size, batch_size="auto") == 8


@check("accumulate")
def _(bench):
    assert bench.of(lambda made: made.attempt.learner.micro_batches, accumulate=4) == 4


@check("patience")
def _(bench):
    def complete_after_two_idle(made):
        made.attempt.state.epoch, made.attempt.state.best_epoch = 3, 1
        return made.attempt.is_complete()

    assert bench.of(complete_after_two_idle, epochs=9, patience=2)
    assert not bench.of(complete_after_two_idle, epochs=9)


@check("input_px")
def _(bench):
    def sides(made):
        return made.attempt.info.preprocessing.crop_px, first_batch(made).inputs.shape[-1]

    assert bench.of(sides, input_px=48) == (48, 48)
    assert bench.of(sides, input_px="auto", sizes=[[1, 40]])[0] == 40


@check("sizes")
def _(bench):
    def sides(made):
        return [first_batch(made, epoch).inputs.shape[-1] for epoch in (1, 2, 3)]

    assert bench.of(sides, sizes=[[1, 32], [3, 40]], input_px=40, epochs=3) == [32, 32, 40]


@check("val_share")
def _(bench):
    assert bench.of(lambda made: len(made.dataset.val), val_share=0.5) == 20


@check("group_pattern")
def _(bench):
    def crossing(made):
        groups = [{Path(path).stem[-1] for path in side.paths} for side in (made.dataset.train, made.dataset.val)]
        return groups[0] & groups[1]

    assert bench.of(crossing)
    assert not bench.of(crossing, group_pattern=r"(\d)\.png$")


@check("optimiser")
def _(bench):
    def kind(made):
        return type(made.attempt.learner.optimiser)

    assert bench.of(kind, optimiser="adamw") is torch.optim.AdamW


@check("learning_rate")
def _(bench):
    def rate(made):
        return made.attempt.learning_rate(0, 2)

    assert bench.of(rate, learning_rate=0.4, schedule="constant", warmup_epochs=0) == 0.4
    assert bench.of(lambda made: made.attempt.recipe.learning_rate, learning_rate="auto") == 0.00625


@check("momentum")
def _(bench):
    assert bench.of(lambda made: group(made)["momentum"], momentum=0.5) == 0.5


@check("weight_decay")
def _(bench):
    assert bench.of(lambda made: group(made)["weight_decay"], weight_decay=0.02) == 0.02


@check("schedule")
def _(bench):
    def last_rate(made):
        made.attempt.state.epoch = 1
        return made.attempt.learning_rate(1, 2)

    rates = {
        schedule: bench.of(last_rate, schedule=schedule, warmup_epochs=0, learning_rate=1.0)
        for schedule in ("constant", "cosine", "one_cycle")
    }
    assert rates["constant"] == 1.0
    assert 0 < rates["cosine"] < 0.2
    assert rates["one_cycle"] == pytest.approx(rates["cosine"], abs=1e-5)
    assert rates["one_cycle"] != rates["cosine"]

    def after_plateau(made):
        made.attempt.state.val_top1 = [0.5, 0.5, 0.5]
        return made.attempt.learning_rate(0, 2)

    assert bench.of(after_plateau, schedule="plateau", warmup_epochs=0, learning_rate=1.0) == pytest.approx(0.1)


@check("warmup_epochs")
def _(bench):
    def first_rate(made):
        return made.attempt.learning_rate(0, 2)

    changes = {"schedule": "constant", "learning_rate": 1.0, "epochs": 8}
    assert bench.of(first_rate, **changes, warmup_epochs=1) == 0.25
    assert bench.of(first_rate, **changes, warmup_epochs=2) == 0.125


@check("clip_norm")
def _(bench):
    def moved(made):
        before = made.attempt.learner.parts.network.features[0].weight.detach().clone()
        batch = first_batch(made)
        made.attempt.learner.step(batch.inputs, batch.targets, step=1, learning_rate=1.0)
        return float((made.attempt.learner.parts.network.features[0].weight.detach() - before).norm())

    assert bench.of(moved, clip_norm=1e-4, weight_decay=0.0) < 2e-4 < bench.of(moved, weight_decay=0.0)


@check("ema")
def _(bench):
    assert bench.of(lambda made: made.attempt.learner.average is None)
    assert bench.of(lambda made: made.attempt.learner.average._decay, ema=0.9) == 0.9


@check("augmentation")
def _(bench):
    assert bench.of(pixels) == bench.of(pixels)
    assert bench.differs(pixels, augmentation="standard")


@check("mixup")
def _(bench):
    assert bench.of(lambda made: first_batch(made).targets.ndim, mixup=0.4) == 2
    assert bench.differs(pixels, mixup=0.4)


@check("cutmix")
def _(bench):
    assert bench.of(lambda made: first_batch(made).targets.ndim, cutmix=1.0) == 2
    assert bench.differs(pixels, cutmix=1.0)


@check("label_smoothing")
def _(bench):
    assert bench.differs(one_loss, label_smoothing=0.3)


@check("class_weights")
def _(bench):
    def weights(made):
        found = made.attempt.learner._class_weights
        return None if found is None else found.tolist()

    assert bench.of(weights) is None
    assert bench.of(weights, class_weights="balanced") == [1.0, 1.0]


@check("device")
def _(bench):
    with pytest.raises(AppError, match="device"):
        bench.of(lambda made: made, device="toaster")
    assert bench.of(lambda made: made.attempt.learner.device.type, device="cpu") == "cpu"


@check("precision")
def _(bench):
    assert bench.of(lambda made: made.device.precision, precision="bf16") == "bf16"
    assert bench.differs(one_loss, precision="bf16")


@check("workers")
def _(bench):
    def threads(made):
        return made.loaders.train(1)._cache._pool._max_workers

    assert bench.of(threads, workers=3, cache_gb=0) == 3


@check("threads")
def _(bench):
    before = torch.get_num_threads()
    try:
        assert bench.of(lambda _made: torch.get_num_threads(), threads=2) == 2
        assert bench.of(lambda made: made.attempt.recipe.threads, threads=0) > 0
    finally:
        torch.set_num_threads(before)


@check("seed")
def _(bench):
    def weight(made):
        return made.attempt.learner.parts.network.features[0].weight.flatten()[0].item()

    assert bench.differs(weight, seed=1)
    assert bench.differs(pixels, seed=1)
    assert bench.differs(lambda made: made.dataset.val.paths, seed=1)


@check("deterministic")
def _(bench):
    try:
        assert bench.of(lambda _made: torch.are_deterministic_algorithms_enabled(), deterministic=True)
    finally:
        torch.use_deterministic_algorithms(False)


@check("cache_gb")
def _(bench):
    def stored(made):
        return made.loaders.train(1)._cache.stored_count

    assert bench.of(stored, cache_gb=0) == 0
    assert bench.of(stored, cache_gb=1) == 32


@pytest.mark.parametrize("name", FIELDS)
def test_the_field_acts(name, bench):
    CHECKS[name](bench)


def test_the_resolved_recipe_is_written_and_has_no_auto_left(bench):
    with bench.prepared(
        batch_size="auto", learning_rate="auto", precision="auto", device="auto", threads=0, head="auto"
    ) as made:
        run = RunDirectory(made.attempt.store._run.path)
        settled = msgspec.to_builtins(run.recipe())
    assert [name for name, value in settled.items() if value == "auto"] == []
    assert settled["threads"] > 0
    assert run.recipe() == made.attempt.recipe


def test_a_recipe_that_trains_only_the_last_layer_refuses_a_new_head(bench):
    with pytest.raises(AppError, match="head is not that of the weights"):
        bench.of(lambda made: made, **{**FINE, "train": "last_layer", "head": "classic"})


def test_tiny_recipes_are_valid():
    assert tiny_recipe().epochs == 2
