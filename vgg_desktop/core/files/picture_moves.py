"""Moving corrected pictures into the folders of their classes: planned first, done on request, and undone."""

import contextlib
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath

import msgspec

from vgg_desktop.core.display import one_line
from vgg_desktop.core.errors import os_error_sentence
from vgg_desktop.core.files.atomic_files import write_atomically
from vgg_desktop.core.files.picture_formats import is_picture_name
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


def plan(
    root: Path, corrections: Iterable[Correction], labels: Sequence[Label], places: Mapping[str, str]
) -> list[Move]:
    """Where the files of corrected pictures belong. Excluded ones stay, and so does what already lies right.

    `places` gives the class of each class folder by its path, as the data was listed: what a folder is called decides
    nothing.
    """
    index = LabelIndex(labels)
    taken: set[str] = set()
    moves = []
    for correction in corrections:
        target = _target(root, correction, labels, index, places, taken)
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
    return _is_within(root, move.source) and (root / move.source).exists() and not (root / move.target).exists()


def _target(
    root: Path,
    correction: Correction,
    labels: Sequence[Label],
    index: LabelIndex,
    places: Mapping[str, str],
    taken: set[str],
) -> str | None:
    wanted = index.find(correction.label) if correction.label else None
    place = _place_of(correction.path, places)
    if wanted is None or place is None or index.find(places[place]) == wanted:
        return None
    inside = PurePosixPath(correction.path).relative_to(place)
    return _free(root, PurePosixPath(_place_beside(place, labels[wanted], index, places)) / inside, taken)


def _place_of(path: str, places: Mapping[str, str]) -> str | None:
    """The class folder that a picture lies in."""
    return next((str(folder) for folder in PurePosixPath(path).parents if str(folder) in places), None)


def _place_beside(place: str, label: Label, index: LabelIndex, places: Mapping[str, str]) -> str:
    """The folder of another class on the same side of the split: where one is, or where it would be.

    Sides lie above the classes (train/cat), or within them (cat/train).
    """
    wanted = index.find(label.id)
    own = PurePosixPath(place)
    same = [PurePosixPath(path) for path, name in places.items() if index.find(name) == wanted]
    beside = [path for path in same if path.parent == own.parent]
    within = [path for path in same if path.parent.parent == own.parent.parent and path.name == own.name]
    if beside or within:
        return str(min(beside or within))
    is_within = index.find(own.name) is None and index.find(own.parent.name) is not None
    return str(own.parent.parent / label.id / own.name if is_within else own.parent / label.id)


def _free(root: Path, path: PurePosixPath, taken: set[str]) -> str:
    candidates = (path, *(path.with_name(f"{path.stem} ({number}){path.suffix}") for number in range(2, 10_000)))
    return next(str(one) for one in candidates if str(one) not in taken and not (root / one).exists())


def _moved(root: Path, move: Move) -> str:
    """A sentence about why the file was not moved, or nothing."""
    source, target, name = root / move.source, root / move.target, one_line(move.source)
    try:
        if not (_is_within(root, move.source) and _is_within(root, move.target)):
            return Sentence("{name} was not moved: it would leave the folder of the pictures.", name=name)
        if not (is_picture_name(source.name) and is_picture_name(target.name)):
            return Sentence("{name} was not moved: it is not called like a picture.", name=name)
        if target.exists():
            return Sentence("{name} was not moved: there is a file of that name already.", name=name)
        if move.sha256 and hashlib.sha256(source.read_bytes()).hexdigest() != move.sha256:
            return Sentence("{name} was not moved: it has changed since it was corrected.", name=name)
        target.parent.mkdir(parents=True, exist_ok=True)
        source.rename(target)
    except OSError as error:
        return Sentence("{name} was not moved: {reason}.", name=name, reason=os_error_sentence(error))
    return ""


def _is_within(root: Path, path: str) -> bool:
    """Whether a path of moves.json, which anybody may have written, stays in its folder, links included."""
    parts = Path(path)
    if not parts.name or parts.is_absolute() or parts.drive or parts.root or ".." in parts.parts:
        return False
    return (root / parts.parent).resolve().is_relative_to(root.resolve())
