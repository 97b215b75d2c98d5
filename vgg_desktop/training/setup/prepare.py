"""From a run directory to an attempt that can train: a new one, or one that goes on from a checkpoint."""

import json
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec
import torch

from vgg_desktop import __version__
from vgg_desktop.core.dataset_report import Estimate
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.files.atomic_files import write_atomically
from vgg_desktop.core.files.paths import cache_dir
from vgg_desktop.core.files.records import DamagedError, decode_json, read_json
from vgg_desktop.core.model.device_choice import DeviceChoice
from vgg_desktop.core.model.model_info import ModelInfo
from vgg_desktop.core.recipe.recipe import FIELDS, Recipe
from vgg_desktop.core.recipe.recipe_file import recipe_of_toml, write_recipe, write_toml
from vgg_desktop.core.run.events import Event, Resumed, Started, Warned
from vgg_desktop.core.run.run_directory import Command, RunDirectory
from vgg_desktop.core.run.run_state import host_name
from vgg_desktop.core.sentence import Sentence, joined
from vgg_desktop.engine.architecture import VGG, build
from vgg_desktop.training.batches.batch import Shard, steps_per_epoch
from vgg_desktop.training.batches.run_loaders import OnWork, RunLoaders, can_keep_features
from vgg_desktop.training.data.dataset import Dataset, open_dataset
from vgg_desktop.training.distributed import AgreedCommand, added_up, from_leader, leader_first, together
from vgg_desktop.training.loop.best_weights import step_over_lost_best
from vgg_desktop.training.loop.checkpoint import CheckpointStore, FollowersStore, LoadedCheckpoint
from vgg_desktop.training.loop.eta import Eta
from vgg_desktop.training.loop.loop import Attempt
from vgg_desktop.training.loop.train_state import TrainState
from vgg_desktop.training.memory import total_bytes
from vgg_desktop.training.network.freeze import cut
from vgg_desktop.training.network.learner import Learner, balanced_weights
from vgg_desktop.training.progress import IsCancelled
from vgg_desktop.training.setup.forecast import forecast
from vgg_desktop.training.setup.resolve import Resolved, resolve_machine, resolve_recipe, set_up_torch
from vgg_desktop.training.team import ALONE, Team

# They decide how fast pictures come, never which or how.
_FREE_FIELDS = {"workers", "cache_gb"}


@dataclass(frozen=True, slots=True)
class Prepared:
    """`attempt` is ready for the loop; `loaders` and its store want to be closed after it.

    `estimate` is what was foreseen before the first attempt's first step.
    """

    attempt: Attempt
    dataset: Dataset
    device: DeviceChoice
    loaders: RunLoaders
    estimate: Estimate | None


def prepare(
    run: RunDirectory,
    *,
    command: Callable[[], Command | None],
    cancelled: IsCancelled,
    on_work: OnWork,
    checkpoint_every_s: float,
    team: Team = ALONE,
    starts_over: bool = False,
) -> Prepared:
    """Look at the data, resolve the recipe or check that it is still the same, build or restore the network.

    `command` is for the loop; `cancelled` ends the preparation. With `starts_over` a run whose checkpoints are all lost
    begins again.

    Raises:
        AppError: the data makes no sense, something changed since the checkpoint, or the machine does not fit.
        CancelledError: `cancelled` said so, or the leader did not come through.
    """
    # It resolves the recipe, splits the data and decodes the pictures for all.
    with leader_first(team):
        prepared = _prepare(run, command, cancelled, on_work, checkpoint_every_s, team, starts_over)
    if not team.is_alone:
        learner = prepared.attempt.learner
        learner.join(together(learner.parts.trained, learner.device), added_up, from_leader)
        prepared.loaders.cancel_no_more()
    return prepared


def _prepare(
    run: RunDirectory,
    command: Callable[[], Command | None],
    cancelled: IsCancelled,
    on_work: OnWork,
    checkpoint_every_s: float,
    team: Team,
    starts_over: bool,
) -> Prepared:
    started_s = time.monotonic()
    store = (CheckpointStore if team.leads else FollowersStore)(run, every_s=checkpoint_every_s)
    store.clean()
    loaded = store.load(starts_over=starts_over)
    recipe = run.recipe()
    if loaded:
        _check_recipe(loaded.identity, recipe)
    dataset = _open_dataset(run, recipe, cancelled, on_work)
    resolved = _restored(loaded, recipe, team) if loaded else _resolved(run, recipe, dataset, team)
    is_first = team.leads and not loaded
    estimate = _estimate(run, forecast(resolved, dataset, folder=run.path) if is_first else None)
    warnings = _what_was_lost(run, loaded) if loaded else [*_begun_again(run), *_findings(dataset)]
    learner = _learner(resolved, dataset, warnings)
    identity = _identity(resolved, dataset, learner, loaded) | {"processes": str(team.world)}
    if loaded:
        _check_identity(loaded.identity, identity)
        learner.load(loaded.learner)
        warnings += _changes_worth_a_word(loaded, identity)
    loaders = RunLoaders(
        dataset,
        resolved.recipe,
        resolved.info.preprocessing,
        learner,
        cache_folder=cache_dir() / "pictures",
        keep_features=identity["features"] == "kept",
        on_work=on_work,
        cancelled=cancelled,
        shard=Shard(team.rank, team.world),
    )
    state = loaded.state if loaded else TrainState()
    loaders.open(min(state.epoch + 1, resolved.recipe.epochs))
    state.seconds += time.monotonic() - started_s
    attempt = Attempt(
        recipe=resolved.recipe,
        info=resolved.info,
        identity=identity,
        learner=learner,
        loaders=loaders,
        store=store,
        state=state,
        eta=Eta(resolved.recipe, resolved.info.preprocessing.crop_px),
        command=command if team.is_alone else AgreedCommand(team, command),
        warnings=warnings,
    )
    return Prepared(attempt, dataset, resolved.device, loaders, estimate)


def opening(prepared: Prepared, attempt_number: int) -> Iterator[Event]:
    """What a worker says before the first step."""
    attempt, dataset = prepared.attempt, prepared.dataset
    trained = sum(p.numel() for p in attempt.learner.parts.trained.parameters())
    state = attempt.state
    yield Started(
        time=time.time(),
        attempt=attempt_number,
        host=host_name(),
        pid=os.getpid(),
        device=prepared.device.name,
        precision=prepared.device.precision,
        class_count=len(dataset.labels),
        train_count=len(dataset.train),
        val_count=len(dataset.val),
        epochs=attempt.recipe.epochs,
        steps_per_epoch=steps_per_epoch(len(dataset.train), int(attempt.recipe.batch_size)),
        batch_size=int(attempt.recipe.batch_size),
        trained_parameters=trained,
        program_version=__version__,
        device_memory_bytes=total_bytes(attempt.learner.device),
    )
    if attempt_number > 1:
        yield Resumed(time=time.time(), attempt=attempt_number, epoch=state.epoch, step=state.step)


def _open_dataset(run: RunDirectory, recipe: Recipe, cancelled: IsCancelled, on_work: OnWork) -> Dataset:
    about = run.about()
    dataset = open_dataset(
        Path(about.source),
        recipe=recipe,
        labels=run.path / about.labels if about.labels else None,
        corrections=[run.path / about.corrections] if about.corrections else (),
        manifest=run.dataset_file,
        reading=about.reading,
        on_progress=on_work("reading"),
        cancelled=cancelled,
    )
    dataset.check()
    return dataset


def _findings(dataset: Dataset) -> list[Warned]:
    return [_warned(found.summary, found.hint) for found in dataset.report.findings if found.level == "warning"]


def _what_was_lost(run: RunDirectory, loaded: LoadedCheckpoint) -> list[Warned]:
    lost = step_over_lost_best(run, loaded.state)
    return [_warned(lost)] if lost else []


def _begun_again(run: RunDirectory) -> list[Warned]:
    if not len(run.steps()):
        return []
    return [_warned(Sentence("The run had no whole checkpoint, so it begins again at its first step."))]


def _resolved(run: RunDirectory, recipe: Recipe, dataset: Dataset, team: Team) -> Resolved:
    resolved = resolve_recipe(
        recipe, dataset.labels, len(dataset.train), run.name, team, dataset.depth, dataset.learned_from
    )
    if team.leads:
        write_recipe(run.recipe_file, resolved.recipe)
    return resolved


def _restored(loaded: LoadedCheckpoint, recipe: Recipe, team: Team) -> Resolved:
    recipe, choice = resolve_machine(recipe, team)
    set_up_torch(recipe)
    info = decode_json(loaded.identity["info"], ModelInfo)
    network = build(info.architecture)
    cut(network, recipe).frozen.load_state_dict(loaded.frozen)
    return Resolved(recipe, info, choice, network)


def _estimate(run: RunDirectory, made: Estimate | None) -> Estimate | None:
    """The one made now, kept for the end; or the one that the first attempt kept.

    Raises:
        AppError: by the one made now, the disk is too small.
    """
    if made:
        if made.faults():
            hint = "Free some space, train a smaller model, or choose another disk with --runs-dir."
            raise AppError(joined(made.faults()), hint)
        write_atomically(run.estimate_file, msgspec.json.encode(made))
        return made
    try:
        return read_json(run.estimate_file, Estimate)
    except (OSError, DamagedError):
        return None


def _learner(resolved: Resolved, dataset: Dataset, warnings: list[Warned]) -> Learner:
    device = torch.device(resolved.device.torch_name)
    network = _on_device(resolved.network, device)
    weights = None
    if resolved.recipe.class_weights == "balanced":
        weights = balanced_weights(torch.from_numpy(dataset.train.targets), len(dataset.labels)).to(device)
    return Learner(
        cut(network, resolved.recipe),
        resolved.recipe,
        device=device,
        precision=resolved.device.precision,
        class_weights=weights,
        on_halved=lambda size: warnings.append(_halved(size)),
    )


def _on_device(network: VGG, device: torch.device) -> VGG:
    return network.to(device=device, memory_format=torch.channels_last)  # type: ignore[call-overload] - not in stubs


def _identity(
    resolved: Resolved, dataset: Dataset, learner: Learner, loaded: LoadedCheckpoint | None
) -> dict[str, str]:
    count = len(dataset.train) + len(dataset.val)
    kept = can_keep_features(resolved.recipe, learner.parts, count, learner.device)
    return {
        "recipe": write_toml(resolved.recipe),
        "data": dataset.fingerprint,
        "classes": json.dumps([label.id for label in dataset.labels]),
        "threads": str(torch.get_num_threads()) if learner.device.type == "cpu" else "any",
        "info": msgspec.json.encode(resolved.info).decode(),
        "features": loaded.identity["features"] if loaded else ("kept" if kept else ""),
        "torch": str(torch.__version__),
        "device": resolved.device.name,
        "program": __version__,
    }


def _check_recipe(identity: dict[str, str], recipe: Recipe) -> None:
    before = recipe_of_toml(identity["recipe"])
    changed = [
        f"{name} was {_shown(getattr(before, name))} and is {_shown(getattr(recipe, name))}"
        for name in FIELDS
        if getattr(before, name) != getattr(recipe, name) and name not in _FREE_FIELDS
    ]
    if changed:
        raise AppError(
            "The run cannot go on, because its recipe changed: {changes}.",
            "Put recipe.toml back as it was, or start a new run with the changed recipe.",
            changes="; ".join(changed),
        )


def _check_identity(before: dict[str, str], now: dict[str, str]) -> None:
    words = {
        "data": "its pictures or their split",
        "classes": "its classes",
        "threads": "the number of threads",
        "processes": "the number of processes",
    }
    # Earlier versions knew no teams.
    before = {"processes": "1"} | before
    changed = [text for key, text in words.items() if before[key] != now[key]]
    if changed:
        raise AppError(
            "The run cannot go on exactly, because {changes} changed.",
            "Put them back as they were, or start a new run.",
            changes=" and ".join(changed),
        )


def _changes_worth_a_word(loaded: LoadedCheckpoint, now: dict[str, str]) -> list[Warned]:
    found = [
        _warned(
            Sentence(
                "This attempt runs with {text} {now} instead of {before}.",
                text=text,
                now=now[key],
                before=loaded.identity[key],
            ),
            "Last digits may differ.",
        )
        for key, text in (("torch", "torch"), ("device", "the device"), ("program", "VGG Desktop"))
        if loaded.identity[key] != now[key]
    ]
    for file in loaded.damaged:
        found.append(
            _warned(Sentence("The checkpoint {file} is damaged; the run goes on from the one before.", file=file))
        )
    return found


def _halved(size: int) -> Warned:
    return _warned(
        Sentence("The device's memory is short: each step is now computed in parts of {size} pictures.", size=size),
        "The result is the same but for batch norm; training is slower.",
    )


def _warned(summary: Sentence, hint: str = "") -> Warned:
    return Warned(time=time.time(), summary=summary, hint=Sentence(hint))


def _shown(value: object) -> str:
    return json.dumps(msgspec.to_builtins(value))
