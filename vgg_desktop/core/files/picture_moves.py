"""Moving corrected pictures into the folders of their classes: planned first, done on request, and undone."""

import contextlib
import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

import msgspec

from vgg_desktop.core.display import one_line
from vgg_desktop.core.errors import os_error_sentence
from vgg_desktop.core.files.atomic_files import write_atomically
from vgg_desktop.core.files.records import DamagedError, read_json
from vgg_desktop.core.model.labels import Label, LabelIndex
from vgg_desktop.core.run.corrections import Correction
from vgg_desktop.core.sentence import Sentence

FILE_NAME = "moves.json"


class Move(msgspec.Struct, frozen=True):
    """One file on its way; both paths are relative to the data folder, with forward slashes."""

    source: str
    target: str
    sha256: str = ""


class MoveReport(msgspec.Struct, frozen=True, kw_only=True):
    """What was moved, and a sentence for each file that was not; `left` is what can be taken back after it."""

    done: tuple[Move, ...] = ()
    problems: tuple[Sentence, ...] = ()
    left: tuple[Move, ...] = ()


def plan(root: Path, corrections: Iterable[Correction], labels: Sequence[Label]) -> list[Move]:
    """Where the files of corrected pictures belong. Excluded ones stay, and so does what already lies right."""
    index = LabelIndex(labels)
    taken: set[str] = set()
    moves = []
    for correction in corrections:
        target = _target(root, correction, labels, index, taken)
        if target:
            taken.add(target)
            moves.append(Move(correction.path, target, correction.sha256))
    return moves


def carry_out(root: Path, moves: Sequence[Move]) -> MoveReport:
    """Move files, each by itself; none is overwritten, and none that is another than was corrected is touched."""
    done, problems = [], []
    for move in moves:
        problem = _moved(root, move)
        if problem:
            problems.append(problem)
        else:
            done.append(move)
    return MoveReport(done=tuple(done), problems=tuple(problems))


def carry_out_for(run: Path, root: Path, moves: Sequence[Move]) -> MoveReport:
    """Move files, and remember beside the run how to take that back: before, in case the program ends meanwhile.

    Raises:
        AppError: it cannot be remembered; then nothing is moved, or all that was is remembered.
    """
    before = read_done(run)
    write_done(run, (*before, *moves))
    report = carry_out(root, moves)
    left = (*before, *report.done)
    if report.problems:
        write_done(run, left)
    return msgspec.structs.replace(report, left=left)


def take_back_for(run: Path, root: Path, moves: Sequence[Move]) -> MoveReport:
    """Move files back to where they were before `moves`; what could not be moved stays remembered.

    Raises:
        AppError: what is left cannot be remembered.
    """
    moved = [move for move in moves if not _is_back(root, move)]
    report = carry_out(root, reversed_moves(moved))
    left = tuple(move for move in read_done(run) if move not in moves or not _is_back(root, move))
    write_done(run, left)
    return msgspec.structs.replace(report, left=left)


def reversed_moves(moves: Sequence[Move]) -> list[Move]:
    """What takes `moves` back."""
    return [Move(move.target, move.source, move.sha256) for move in reversed(moves)]


def read_done(run: Path) -> tuple[Move, ...]:
    """The moves that were made for a run and can be taken back; none where nothing can be read."""
    try:
        return read_json(run / FILE_NAME, MoveReport).done
    except (OSError, DamagedError):
        return ()


def write_done(run: Path, moves: Sequence[Move]) -> None:
    """Remember what can be taken back. Raises: AppError when that cannot be written."""
    file = run / FILE_NAME
    if moves:
        write_atomically(file, msgspec.json.encode(MoveReport(done=tuple(moves))))
    else:
        with contextlib.suppress(OSError):
            file.unlink(missing_ok=True)


def _is_back(root: Path, move: Move) -> bool:
    return (root / move.source).exists() and not (root / move.target).exists()


def _target(
    root: Path, correction: Correction, labels: Sequence[Label], index: LabelIndex, taken: set[str]
) -> str | None:
    wanted = index.find(correction.label) if correction.label else None
    parts = PurePosixPath(correction.path).parts
    # The class folder is the outermost that is called like a class: train/daisy/close/1.jpg.
    place = next((number for number, part in enumerate(parts[:-1]) if index.find(part) is not None), None)
    if wanted is None or place is None or index.find(parts[place]) == wanted:
        return None
    folder = _folder_of(root.joinpath(*parts[:place]), labels[wanted], index, wanted)
    path = PurePosixPath(*parts[:place], folder, *parts[place + 1 :])
    return _free(root, path, taken)


def _folder_of(parent: Path, label: Label, index: LabelIndex, wanted: int) -> str:
    """The name of the folder of a class: its id, or what a folder beside is called that means the same."""
    if (parent / label.id).is_dir():
        return label.id
    with contextlib.suppress(OSError):
        for folder in sorted(parent.iterdir()):
            if folder.is_dir() and index.find(folder.name) == wanted:
                return folder.name
    return label.id


def _free(root: Path, path: PurePosixPath, taken: set[str]) -> str:
    candidates = (path, *(path.with_name(f"{path.stem} ({number}){path.suffix}") for number in range(2, 10_000)))
    return next(str(one) for one in candidates if str(one) not in taken and not (root / one).exists())


def _moved(root: Path, move: Move) -> str:
    """A sentence about why the file was not moved, or nothing."""
    source, target, name = root / move.source, root / move.target, one_line(move.source)
    try:
        if target.exists():
            return Sentence("{name} was not moved: there is a file of that name already.", name=name)
        if move.sha256 and hashlib.sha256(source.read_bytes()).hexdigest() != move.sha256:
            return Sentence("{name} was not moved: it has changed since it was corrected.", name=name)
        target.parent.mkdir(parents=True, exist_ok=True)
        source.rename(target)
    except OSError as error:
        return Sentence("{name} was not moved: {reason}.", name=name, reason=os_error_sentence(error))
    return ""
