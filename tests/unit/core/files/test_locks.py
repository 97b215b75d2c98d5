"""The lock that says whether a worker is alive."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from vgg_desktop.core.files.locks import FileLock, is_held

ROOT = Path(__file__).resolve().parents[4]
HOLD = """
import sys
from pathlib import Path
from vgg_desktop.core.files.locks import FileLock
lock = FileLock(Path(sys.argv[1]))
print(lock.acquire(), flush=True)
{extra}
sys.stdin.read()
"""

GLANCE_FOREVER = """
from pathlib import Path
from vgg_desktop.core.files.locks import is_held
print("go", flush=True)
while True:
    is_held(Path({path!r}))
"""


@pytest.fixture
def hold():
    """Starts a process that holds the lock; `extra` is code it runs once it does."""
    started = []

    def start(path: Path, extra: str = "") -> subprocess.Popen:
        process = subprocess.Popen(
            [sys.executable, "-c", HOLD.format(extra=extra), str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        started.append(process)
        assert process.stdout.readline().strip() == "True"
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def test_a_lock_held_by_another_process_is_seen_and_cannot_be_taken(tmp_path, hold):
    path = tmp_path / "lock"
    hold(path)
    assert is_held(path)
    assert not FileLock(path).acquire(patience_s=0.05)


def test_a_killed_holder_holds_nothing(tmp_path, hold):
    path = tmp_path / "lock"
    holder = hold(path)
    holder.kill()
    holder.wait()
    assert not is_held(path)
    with FileLock(path) as lock:
        assert lock.acquire()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork on this system")
def test_a_forked_child_that_outlives_the_holder_does_not_keep_the_lock(tmp_path, hold):
    path = tmp_path / "lock"
    fork = "import os, time\nchild = os.fork()\nif not child:\n    time.sleep(60)\nprint(child, flush=True)"
    holder = hold(path, fork)
    orphan = int(holder.stdout.readline())
    try:
        holder.kill()
        holder.wait()
        assert not is_held(path)
    finally:
        os.kill(orphan, signal.SIGKILL)


def test_many_glances_never_keep_a_worker_from_its_lock(tmp_path):
    path = tmp_path / "lock"
    path.touch()
    glance = GLANCE_FOREVER.format(path=str(path))
    reader = subprocess.Popen(
        [sys.executable, "-c", glance], stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    try:
        assert reader.stdout.readline().strip() == b"go"
        for _ in range(50):
            with FileLock(path) as lock:
                assert lock.acquire()
    finally:
        reader.kill()
        reader.communicate()


def test_a_missing_lock_file_is_not_held_and_is_not_made(tmp_path):
    assert not is_held(tmp_path / "lock")
    assert not (tmp_path / "lock").exists()


def test_a_glance_works_in_a_folder_that_may_only_be_read(tmp_path, hold):
    path = tmp_path / "lock"
    hold(path)
    path.chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        assert is_held(path)
    finally:
        tmp_path.chmod(0o755)
