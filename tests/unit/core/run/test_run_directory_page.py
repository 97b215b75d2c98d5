"""docs/run-directory.md names everything that a run directory holds."""

import typing
from pathlib import Path

import pytest

from vgg_desktop.core.run import evaluation, events, run_directory, run_state
from vgg_desktop.core.run.run_directory import RunDirectory
from vgg_desktop.core.run.step_file import STEP_DTYPE

PAGE = (Path(__file__).resolve().parents[4] / "docs" / "run-directory.md").read_text(encoding="utf-8")
RECORDS = (
    run_directory.CommandFile,
    run_directory.Snapshot,
    run_state.RunState,
    evaluation.Evaluation,
    evaluation.ClassResult,
    evaluation.CalibrationBin,
    evaluation.PictureResult,
)


def test_every_file_is_named():
    run = RunDirectory(Path("/run"))
    paths = [value for value in vars(run).values() if isinstance(value, Path) and value != run.path]
    missing = [str(path.relative_to(run.path)) for path in paths if str(path.relative_to(run.path)) not in PAGE]
    assert missing == []


@pytest.mark.parametrize("kind", typing.get_args(events.Event), ids=lambda kind: kind.__name__)
def test_every_event_is_named_with_its_fields(kind):
    row = next(line for line in PAGE.splitlines() if line.startswith(f"| `{kind.__name__.lower()}` |"))
    if kind is events.Truth:
        return
    assert [name for name in kind.__struct_fields__ if name != "time" and f"`{name}`" not in row] == []


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_field_of_a_record_is_named(record):
    fields = [name for name in record.__struct_fields__ if name != "label"]
    assert [
        name for name in fields if f"`{name}`" not in PAGE and f'"{name}"' not in PAGE and f"`{name}[" not in PAGE
    ] == []


def test_the_steps_records_are_those_of_the_page():
    code = PAGE.partition("dtype=")[2].partition("])")[0] + "]"
    assert [tuple(field) for field in STEP_DTYPE.descr] == eval(code)
