"""The step file: fixed records that any numpy can map."""

import msgspec
import numpy as np

from tests.helpers.run_events import step
from vgg_desktop.core.run.step_file import STEP_DTYPE, StepReader, StepWriter, read_steps


def write(path, attempt, numbers, next_step=None):
    writer = StepWriter(path, attempt=attempt, next_step=next_step or numbers[0])
    for number in numbers:
        writer.write_step(msgspec.structs.replace(step(number), pictures=8))
    writer.close()


def test_a_record_is_forty_bytes_and_numpy_maps_it(tmp_path):
    path = tmp_path / "steps.bin"
    write(path, 1, [1, 2, 3])
    mapped = np.memmap(path, STEP_DTYPE, mode="r")
    assert STEP_DTYPE.itemsize == 40
    assert mapped["step"].tolist() == [1, 1, 2, 3]
    assert mapped["pictures"][0] == 0, "the first record marks the attempt"


def test_every_field_of_a_step_is_kept(tmp_path):
    path = tmp_path / "steps.bin"
    writer = StepWriter(path, attempt=3, next_step=5)
    writer.write_step(
        msgspec.structs.replace(
            step(5), time=123.5, epoch=2, loss=0.25, learning_rate=0.5, pictures=64, top1=0.75, seconds=0.125
        )
    )
    writer.close()
    assert read_steps(path).tolist() == [(5, 2, 3, 64, 123.5, 0.25, 0.75, 0.5, 0.125)]


def test_steps_beyond_the_checkpoint_of_a_resume_are_void_even_before_the_next_step(tmp_path):
    path = tmp_path / "steps.bin"
    write(path, 1, list(range(1, 9)))
    write(path, 2, [], next_step=5)
    assert read_steps(path)["step"].tolist() == [1, 2, 3, 4]
    write(path, 3, [4, 5])
    found = read_steps(path)
    assert found["step"].tolist() == [1, 2, 3, 4, 5]
    assert found["attempt"].tolist() == [1, 1, 1, 3, 3]


def test_a_torn_record_is_left_out_and_cut_off_by_the_next_attempt(tmp_path):
    path = tmp_path / "steps.bin"
    write(path, 1, [1, 2])
    with path.open("ab") as file:
        file.write(b"\x03\x00")
    assert read_steps(path)["step"].tolist() == [1, 2]
    write(path, 2, [3])
    assert read_steps(path)["step"].tolist() == [1, 2, 3]
    assert path.stat().st_size % STEP_DTYPE.itemsize == 0


def test_a_reader_gives_only_what_is_new(tmp_path):
    path = tmp_path / "steps.bin"
    reader = StepReader(path)
    assert len(reader.read_new()) == 0
    assert not reader.has_new()
    write(path, 1, [], next_step=1)
    assert not reader.has_new()
    write(path, 1, [1, 2])
    assert reader.has_new()
    assert reader.read_new()["step"].tolist() == [1, 2]
    write(path, 2, [2, 3])
    assert reader.read_new()["step"].tolist() == [2, 3]
    assert not reader.has_new()
    assert len(reader.read_new()) == 0


def test_a_missing_file_has_no_steps(tmp_path):
    assert len(read_steps(tmp_path / "steps.bin")) == 0
