"""docs/recipe.md, made from the recipe's own fields: `python -m tests.helpers.recipe_page` writes it anew."""

from pathlib import Path

import msgspec

from vgg_desktop.core.recipe.recipe import FIELDS, PRESETS
from vgg_desktop.core.recipe.recipe_fields import RecipeField, requirement

PAGE = Path(__file__).resolve().parents[2] / "docs" / "recipe.md"

_HEAD = """# The recipe

Everything that decides how a model is trained, as one TOML file: `recipe.toml` in every run directory, or a file of yours
with `--recipe FILE`. Any field can be set with `--set FIELD=VALUE`, the common ones by options of their own
(`vgg-desktop train --help`); what is more specific wins: preset, file, `--set`, options. A mistake is named before
anything starts, and all mistakes at once.

`auto` is resolved when a run starts, and the resolved recipe is written into its directory: starting a new run with that
file repeats it. A run that goes on must find its recipe as it was; only `workers` and `cache_gb`, which decide nothing
about the result, may change.

This page is generated from `vgg_desktop/core/recipe/recipe.py`, and a test keeps it current.
"""

_TAIL = """
## What the words mean in detail

- **Order of pictures, augmentation, dropout, mixing** are functions of (seed, epoch, sample), never of the clock or of
  threads: the same recipe gives the same losses, to the last bit on a CPU with the same number of threads.
- **A batch** is an equal share of the epoch: 1,000 pictures with `batch_size` 256 make four batches of 250. One process
  leaves no picture out, and no last batch is tiny.
- **`batch_size` "auto"** is a power of two from 8 to 256 that leaves an epoch at least 16 steps, halved until 1.5 GB of the
  device's memory stay free (a real step is tried on a GPU; on a CPU the memory of one picture is measured).
- **`learning_rate` "auto"** for a batch of 128: SGD 0.05 from scratch (0.01 without batch norm), 0.02 for fine-tuning, 0.2
  for the last layer; Adam and AdamW 0.001, 0.0001, 0.01, and 0.001 for the classifier. SGD's grows in proportion to the
  batch, Adam's with its root.
- **`train` "auto"** is the classifier where it has at most 8 million weights or is new, else its last layer; everything when
  training from scratch.
- **Warm-up** takes at most half of the run. **`plateau`** divides by ten after more than min(ceil(0.1 x epochs), 10) epochs
  without a better validation accuracy, as `torch.optim.lr_scheduler.ReduceLROnPlateau` does with that patience.
- **`sizes`**: an epoch is validated at the size it was trained at, in the last stage at `input_px`. The first epoch of a
  larger size counts as the best so far; a model stopped earlier keeps the size of its best epoch.
- **`layer_decay`**: the classifier learns at the full rate, the last block at rate x decay, the one before at rate x decay²,
  and so on to decay⁵.
- **`ema`**: in the first steps the average follows faster, by min(decay, (1 + step) / (10 + step)).
- **`class_weights` "balanced"** weigh each class by the inverse of its count, with mean 1 over the training pictures.
- **Frozen layers** stay in evaluation mode: their batch-norm statistics do not move. With `augmentation = "none"`, without
  mixing and sizes, and with `train` "last_layer" or "classifier", what they give is computed once and kept in memory.
- **Start weights** keep the rows of their last layer when they know all classes of the data, by id, name or alias.
- **Out of memory**: the step is computed in halves, then quarters; the effective batch stays, one sentence says so.
- **Several GPUs**: `torchrun --nproc-per-node 8 -m vgg_desktop train FOLDER --name NAME` (and `runs resume NAME`). A batch
  is still that of the recipe, each process takes an equal share, and the few pictures beyond that sit out this epoch's
  step; the first process alone writes. Batch norm sees a share. torchrun says 0 for a pause or stop too; what became of
  the run is in `runs show NAME`.
- **The best weights** are those with the highest validation accuracy, the earliest of equals; the averaged ones with `ema`.
"""


def text() -> str:
    """The whole page."""
    parts = [_HEAD]
    group = ""
    for field in FIELDS.values():
        if field.group != group:
            group = field.group
            parts.append(f"\n## {group}\n\n| field | default | range | |\n|---|---|---|---|\n")
        parts.append(_row(field))
    return "".join([*parts, *_presets(), _TAIL])


def _row(field: RecipeField) -> str:
    unit = f" ({field.unit})" if field.unit else ""
    wanted = requirement(field).removeprefix("needs to be ")
    only = "".join(f" Only with `{name}` {' or '.join(map(_toml, values))}." for name, values in field.needs.items())
    return f"| `{field.name}` | `{_toml(field.default)}` | {_cell(wanted)}{unit} | {_cell(field.help)}{only} |\n"


def _presets() -> list[str]:
    lines = ["\n## Presets\n\n| preset | sets |\n|---|---|\n"]
    for name, values in PRESETS.items():
        sets = ", ".join(f"`{field} = {_toml(value)}`" for field, value in values.items())
        lines.append(f"| `{name}` | {sets} |\n")
    return lines


def _toml(value: object) -> str:
    return msgspec.json.encode(msgspec.to_builtins(value)).decode()


def _cell(words: str) -> str:
    return words.replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(text(), encoding="utf-8")
