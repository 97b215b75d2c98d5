"""A file is written whole or stays as it was."""

import errno
import os
import stat
import subprocess
import sys
import textwrap
import threading
from pathlib import Path
from typing import BinaryIO

import pytest

from tests.helpers.permissions import folder_for_everybody, unprivileged
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.files import atomic_files
from vgg_desktop.core.files.atomic_files import replacing, write_atomically

posix_only = pytest.mark.skipif(os.name != "posix", reason="POSIX files")


def full_disk(file: BinaryIO) -> None:
    file.write(b"half of the new text")
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


@pytest.mark.parametrize("data", [b"", b"new text", bytes(3_000_000)])
def test_a_new_file_holds_the_data(tmp_path: Path, data: bytes) -> None:
    write_atomically(tmp_path / "a.csv", data)
    assert (tmp_path / "a.csv").read_bytes() == data
    assert names(tmp_path) == ["a.csv"]


def test_an_old_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"a much longer old text")
    write_atomically(tmp_path / "a.csv", lambda file: file.writelines([b"new ", b"text"]))
    assert (tmp_path / "a.csv").read_bytes() == b"new text"
    assert names(tmp_path) == ["a.csv"]


def test_a_full_disk_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"old text")
    with pytest.raises(AppError) as caught:
        write_atomically(tmp_path / "a.csv", full_disk)
    assert caught.value.summary == "a.csv could not be written: No space left on device."
    assert caught.value.hint == "Free some space and try again."
    assert (tmp_path / "a.csv").read_bytes() == b"old text"
    assert names(tmp_path) == ["a.csv"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has a disk that is always full")
def test_a_device_that_is_full_says_so_and_is_still_a_device() -> None:
    with pytest.raises(AppError, match=r"full could not be written: No space left on device\."):
        write_atomically(Path("/dev/full"), b"text")
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)


@posix_only
def test_a_limit_that_the_system_sets_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"old text")
    script = f"""
        import resource, signal
        from pathlib import Path
        from vgg_desktop.core.files.atomic_files import write_atomically
        from vgg_desktop.core.errors import AppError
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
        try:
            write_atomically(Path({str(tmp_path / "a.csv")!r}), bytes(2000))
        except AppError as error:
            print(error.summary)
    """
    child = subprocess.run([sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True, check=True)
    assert child.stdout == f"a.csv could not be written: {os.strerror(errno.EFBIG)}.\n"
    assert (tmp_path / "a.csv").read_bytes() == b"old text"
    assert names(tmp_path) == ["a.csv"]


@pytest.mark.parametrize("error", [ValueError("a bug"), KeyboardInterrupt(), AppError("No.")])
def test_any_other_interruption_passes_through_and_leaves_the_old_file(tmp_path: Path, error: BaseException) -> None:
    def interrupted(file: BinaryIO) -> None:
        file.write(b"half")
        raise error

    (tmp_path / "a.csv").write_bytes(b"old text")
    with pytest.raises(type(error)) as caught:
        write_atomically(tmp_path / "a.csv", interrupted)
    assert caught.value is error
    assert (tmp_path / "a.csv").read_bytes() == b"old text"
    assert names(tmp_path) == ["a.csv"]


def test_a_missing_folder_is_named_as_the_reason(tmp_path: Path) -> None:
    with pytest.raises(AppError) as caught:
        write_atomically(tmp_path / "missing" / "a.csv", b"text")
    assert caught.value.summary == f"a.csv could not be written: {os.strerror(errno.ENOENT)}."
    assert caught.value.hint == "Choose a folder that exists."


def test_a_folder_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.csv").mkdir()
    with pytest.raises(AppError, match=r"a\.csv could not be written"):
        write_atomically(tmp_path / "a.csv", b"text")
    assert names(tmp_path) == ["a.csv"]


@posix_only
def test_a_folder_without_permission_says_so() -> None:
    with folder_for_everybody() as folder:
        (folder / "a.csv").write_bytes(b"old text")
        folder.chmod(0o555)
        with unprivileged(), pytest.raises(AppError) as caught:
            write_atomically(folder / "a.csv", b"new text")
        assert (folder / "a.csv").read_bytes() == b"old text"
    assert caught.value.summary == "a.csv could not be written: Permission denied."
    assert caught.value.hint == "Choose a folder that you may write to."


@posix_only
def test_a_new_file_has_the_rights_that_the_umask_leaves_and_an_old_one_keeps_its_own(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_atomically(tmp_path / "new", b"text")
    finally:
        os.umask(before)
    (tmp_path / "old").write_bytes(b"text")
    (tmp_path / "old").chmod(0o600)
    write_atomically(tmp_path / "old", b"new text")
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o640
    assert stat.S_IMODE((tmp_path / "old").stat().st_mode) == 0o600


@posix_only
def test_of_a_link_the_target_is_replaced_and_the_link_stays(tmp_path: Path) -> None:
    (tmp_path / "dotfiles").mkdir()
    target, link = tmp_path / "dotfiles" / "settings.toml", tmp_path / "settings.toml"
    target.write_bytes(b"old text")
    link.symlink_to(target)
    write_atomically(link, b"new text")
    assert link.is_symlink()
    assert target.read_bytes() == b"new text"


@posix_only
@pytest.mark.timeout(10)
def test_a_pipe_gets_the_text_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    received: list[bytes] = []
    reader = threading.Thread(target=lambda: received.append(pipe.read_bytes()))
    reader.start()
    write_atomically(pipe, b"text")
    reader.join()
    assert received == [b"text"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_readers_see_the_old_or_the_new_text_and_nothing_between(tmp_path: Path) -> None:
    path, texts = tmp_path / "a", {bytes([digit]) * 200_000 for digit in b"0123456789"}
    write_atomically(path, min(texts))
    seen: set[bytes] = set()
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            seen.add(path.read_bytes())

    reader = threading.Thread(target=read)
    reader.start()
    for text in sorted(texts):
        write_atomically(path, text)
    done.set()
    reader.join()
    assert seen
    assert seen <= texts


def test_a_target_that_somebody_holds_for_a_moment_is_replaced_after_all(tmp_path: Path, monkeypatch) -> None:
    refusals = iter([PermissionError(errno.EACCES, "held"), PermissionError(errno.EACCES, "held")])
    replace = Path.replace

    def held_at_first(self: Path, target: Path) -> Path:
        for error in refusals:
            raise error
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", held_at_first)
    monkeypatch.setattr(atomic_files, "_MAY_BE_HELD", True)
    write_atomically(tmp_path / "a", b"text")
    assert (tmp_path / "a").read_bytes() == b"text"
    assert names(tmp_path) == ["a"]


def test_writing_bit_by_bit_takes_effect_at_the_end_only(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old text")
    with replacing(tmp_path / "a") as file:
        file.write(b"new ")
        file.flush()
        assert (tmp_path / "a").read_bytes() == b"old text"
        file.write(b"text")
    assert (tmp_path / "a").read_bytes() == b"new text"


def test_the_name_in_the_message_is_one_printable_line(tmp_path: Path) -> None:
    with pytest.raises(AppError) as caught:
        write_atomically(tmp_path / "missing" / "line\nbreak.csv", b"text")
    assert caught.value.summary.startswith("line\\nbreak.csv could not be written")
