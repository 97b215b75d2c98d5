"""One thread a test: on a busy machine torch's threads wait for each other longer than these tiny networks take."""

from collections.abc import Iterator

import pytest
import torch


@pytest.fixture(scope="package", autouse=True)
def single_thread() -> Iterator[None]:
    """Torch as it was, once the engine's tests are through."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)
