"""Events: what is written is read back, whatever became of the file in between."""

import errno
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.run_events import epoch, step
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.run import event_log, events
from vgg_desktop.core.run.event_log import EventReader, EventWriter
from vgg_desktop.core.run.events import Checkpoint, Ended, Resumed, Step, Warned


def write(path, *some) -> None:
    writer = EventWriter(path)
    for event in some:
        writer.write(event)
    writer.close()


def test_an_epochs_line_has_the_names_that_other_programs_rely_on():
    line = events.encode_event(epoch(1))
    assert line.startswith(b'{"event":"epoch",')
    for name in (b'"epoch":1', b'"train_loss":', b'"val_loss":', b'"val_top1":'):
        assert name in line


def test_a_reader_gives_each_event_once_and_in_order(tmp_path):
    path = tmp_path / "events.jsonl"
    reader = EventReader(path)
    assert reader.read_new() == []
    write(path, step(1), step(2))
    assert reader.read_new() == [step(1), step(2)]
    write(path, step(3))
    assert reader.read_new() == [step(3)]
    assert reader.read_new() == []


def test_a_half_written_line_is_read_when_its_rest_is_there(tmp_path):
    path = tmp_path / "events.jsonl"
    line = events.encode_event(step(1))
    path.write_bytes(line[:20])
    reader = EventReader(path)
    assert reader.read_new() == []
    with path.open("ab") as file:
        file.write(line[20:])
    assert reader.read_new() == [step(1)]
    assert reader.skipped_lines == 0


def test_a_line_that_a_full_disk_cut_short_does_not_spoil_the_next_one(tmp_path, monkeypatch):
    path = tmp_path / "events.jsonl"
    writer = EventWriter(path)
    room = [25, 0]
    real_write = os.write

    def write_what_fits(descriptor, data):
        if not room:
            return real_write(descriptor, data)
        if not (size := room.pop(0)):
            raise OSError(errno.ENOSPC, "No space left on device")
        return real_write(descriptor, data[:size])

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", write_what_fits)
        with pytest.raises(OSError, match="No space"):
            writer.write(step(1))
    writer.write(step(2))
    writer.write(step(3))
    writer.close()
    assert EventReader(path).read_new() == [step(2), step(3)]
    assert path.read_bytes().count(b"\n") == 3


def test_a_torn_last_line_costs_only_itself(tmp_path):
    path = tmp_path / "events.jsonl"
    write(path, step(1))
    with path.open("ab") as file:
        file.write(events.encode_event(step(2))[:25])
    write(path, step(3))
    reader = EventReader(path)
    assert reader.read_new() == [step(1), step(3)]
    assert reader.skipped_lines == 1


@pytest.mark.parametrize(
    "line",
    [b"\x00\xff garbage", b'{"event":"newer_kind","time":1.0}', b'{"event":"step"}', b"[]", b"\xff\xfe", b"{" * 5000],
)
def test_a_damaged_or_newer_line_is_skipped_and_counted(tmp_path, line):
    path = tmp_path / "events.jsonl"
    path.write_bytes(events.encode_event(step(1)) + line + b"\n" + events.encode_event(step(2)))
    reader = EventReader(path)
    assert reader.read_new() == [step(1), step(2)]
    assert reader.skipped_lines == 1


def test_unknown_fields_of_a_newer_version_are_ignored():
    line = events.encode_event(Warned(time=1.0, summary="Hot."))
    assert events.decode_event(line[:-2] + b',"colour":"red"}') == Warned(time=1.0, summary="Hot.")


def test_a_line_that_is_no_event_is_an_app_error():
    with pytest.raises(AppError):
        events.decode_event(b"nonsense")


def test_a_file_that_was_cut_short_or_replaced_is_read_from_its_beginning(tmp_path):
    path = tmp_path / "events.jsonl"
    write(path, step(1), step(2))
    reader = EventReader(path)
    reader.read_new()
    path.write_bytes(events.encode_event(step(7)))
    assert reader.read_new() == [step(7)]
    assert reader.restarts == 1
    other = tmp_path / "other"
    write(other, step(8), step(9), step(10))
    other.replace(path)
    assert reader.read_new() == [step(8), step(9), step(10)]
    assert reader.restarts == 2


def test_a_log_is_read_in_pieces_whatever_their_size(tmp_path, monkeypatch):
    path = tmp_path / "events.jsonl"
    told = [step(1), step(2), epoch(1, step=2), step(3)]
    write(path, *told)
    for size in (1, 7, 1000):
        monkeypatch.setattr(event_log, "_PIECE_BYTES", size)
        assert EventReader(path).read_new() == told


def test_steps_can_be_thinned_and_the_last_of_each_row_stays(tmp_path):
    path = tmp_path / "events.jsonl"
    write(path, step(1), step(2), step(3), epoch(1, step=3), step(4), step(5))
    reader = EventReader(path)
    assert reader.read_new(thin_steps=True) == [step(3), epoch(1, step=3), step(5)]
    write(path, step(6), step(7))
    assert reader.read_new() == [step(6), step(7)]
    assert reader.skipped_lines == 0


def test_what_an_earlier_attempt_reached_beyond_its_checkpoint_is_void():
    told = [
        step(1),
        epoch(1, step=2),
        Checkpoint(time=0.0, epoch=1, step=2, file="a", seconds=0.1),
        step(3),
        step(4),
        epoch(2, step=4),
        Checkpoint(time=0.0, epoch=2, step=4, file="b", seconds=0.1),
        Resumed(time=0.0, attempt=2, epoch=1, step=3),
        step(4),
    ]
    assert events.without_superseded_events(told) == [*told[:4], told[7], told[8]]


def test_an_epoch_whose_validation_was_not_saved_counts_only_once():
    resumed = Resumed(time=0.0, attempt=2, epoch=0, step=2)
    assert events.without_superseded_events([step(2), epoch(1, step=2), resumed, epoch(1, step=2)]) == [
        step(2),
        resumed,
        epoch(1, step=2),
    ]


def test_an_event_that_ends_a_run_survives_every_resume():
    ended = Ended(time=0.0, outcome="paused")
    assert ended in events.without_superseded_events([ended, Resumed(time=0.0, attempt=2, epoch=0, step=0)])


@given(st.binary(max_size=300), st.integers(0, 300))
def test_no_bytes_and_no_cut_make_a_reader_fail(tmp_path_factory, garbage, cut):
    path = tmp_path_factory.mktemp("log") / "events.jsonl"
    content = events.encode_event(step(1)) + garbage + b"\n" + events.encode_event(step(2))
    path.write_bytes(content[:cut])
    reader = EventReader(path)
    first = reader.read_new()
    path.write_bytes(content)
    found = [event for event in first + reader.read_new() if isinstance(event, Step)]
    assert found[0].step == 1
    assert found[-1].step == 2
