"""What the machine says of its memory, against what this process does to it."""

import numpy as np
import psutil
import torch

from vgg_desktop.training.memory import free_bytes, peak_bytes, total_bytes, used_bytes

CPU = torch.device("cpu")
SIZE = 200_000_000


def test_memory_that_is_taken_counts_as_used_and_stays_in_the_peak_when_it_is_given_back():
    before = used_bytes(CPU)
    block = np.ones(SIZE, np.uint8)
    assert used_bytes(CPU) - before > 0.9 * SIZE
    del block
    assert used_bytes(CPU) - before < 0.5 * SIZE
    assert peak_bytes(CPU) - before > 0.9 * SIZE


def test_a_file_that_is_only_mapped_is_not_used_memory(tmp_path):
    np.zeros(SIZE, np.uint8).tofile(tmp_path / "file")
    before = used_bytes(CPU)
    mapped = np.memmap(tmp_path / "file", np.uint8, "r")
    assert int(mapped[::4096].sum()) == 0
    assert used_bytes(CPU) - before < 0.5 * SIZE


def test_what_is_free_is_more_than_nothing_and_less_than_there_is():
    assert 0 < free_bytes(CPU) <= psutil.virtual_memory().total


def test_a_cpu_has_no_memory_of_its_own():
    assert total_bytes(CPU) == 0
