"""A run whose pictures lie elsewhere now: every one of them is checked before the run is told."""

from pathlib import Path

import msgspec

from vgg_desktop.core.display import display_name
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.files.atomic_files import write_atomically
from vgg_desktop.core.run.run_directory import RunDirectory
from vgg_desktop.training.data.dataset import open_dataset
from vgg_desktop.training.progress import IsCancelled, Progress, never_cancelled, no_progress


def move_source(
    run: RunDirectory,
    data: Path,
    *,
    on_progress: Progress = no_progress,
    cancelled: IsCancelled = never_cancelled,
) -> None:
    """Tell a run where its pictures are now: a folder, or a table or the folder that holds it.

    Every picture must be the one it was, by its content, and lie under the same relative path.

    Raises:
        AppError: there is nothing there, or the pictures differ; the run is as it was.
        CancelledError: `cancelled` said so.
    """
    about = run.about()
    source = _table_in(data, Path(about.source).name).absolute()
    if run.dataset_file.is_file():
        open_dataset(
            source,
            recipe=run.recipe(),
            labels=run.path / about.labels if about.labels else None,
            corrections=[run.path / about.corrections] if about.corrections else (),
            manifest=run.dataset_file,
            reading=about.reading,
            on_progress=on_progress,
            cancelled=cancelled,
        )
    elif not source.exists():
        raise AppError("{source} does not exist.", source=display_name(source))
    write_atomically(run.about_file, msgspec.json.encode(msgspec.structs.replace(about, source=str(source))))


def _table_in(data: Path, name: str) -> Path:
    """The table of the old name in a folder, where the run learned from one."""
    return data / name if data.is_dir() and (data / name).is_file() else data
