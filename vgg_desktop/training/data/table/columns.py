"""Which columns of a table hold paths and labels: by their names, else by what stands in them, else it is asked."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from vgg_desktop.core.display import one_line
from vgg_desktop.core.errors import AppError
from vgg_desktop.core.files.picture_formats import is_picture_name
from vgg_desktop.core.reading import Reading
from vgg_desktop.core.sentence import Sentence

# Without case, spaces and signs; of several the first in this order is meant.
_PATHS = (
    "path filepath imagepath imgpath picturepath photopath relativepath relpath fullpath abspath absolutepath pathname"
    " file filename fname imagefile imagefilename imgfile imagename imgname picturename photoname imagefilepath"
    " image images img imgs picture photo pic jpg imageindex location src"
    " imageid imgid pictureid photoid fileid id uid uuid imagekey"
    " 경로 파일경로 파일 파일명 파일이름 이미지 사진 datei dateiname dateipfad pfad bild bilddatei foto fichier chemin"
    " nomfichier archivo ruta imagen nombrearchivo caminho arquivo imagem percorso immagine"
    " 文件 文件名 路径 图片 图像 ファイル ファイル名 パス 画像 файл путь изображение name"
)
_LABELS = (
    "label labels labelname classname class classes classlabel category categoryname categories target targets"
    " targetname diagnosis dx species breed y tag tags truth groundtruth gt groundtruthlabel annotation annotations"
    " emotion findinglabels finding disease kind variety cultivar type classid labelid categoryid targetid classidx"
    " labelidx 라벨 레이블 클래스 분류 종류 정답 klasse etikett kategorie diagnose classe etiquette categorie espece"
    " clase etiqueta categoria especie classificacao etichetta diagnosi 标签 类别 标记 ラベル クラス 分類 метка класс"
    " категория name"
)
PATH_NAMES, LABEL_NAMES = _PATHS.split(), _LABELS.split()
_SIGNS = re.compile(r"[\W_]+")
_LOOKED_AT = 200
_MOST_IN_A_SENTENCE = 12


@dataclass(frozen=True, slots=True)
class Columns:
    """Positions; None where nobody can tell. `one_hot` are columns with a 1 for the picture's class, named after it.

    `heading` is empty where the first row is one like the others.
    """

    heading: tuple[str, ...]
    path: int | None
    label: int | None
    one_hot: tuple[int, ...] = ()

    @property
    def is_clear(self) -> bool:
        return self.path is not None and (self.label is not None or bool(self.one_hot))

    def name(self, position: int) -> str:
        return self.heading[position] if position < len(self.heading) else f"{position + 1}"


def find_columns(rows: Sequence[Sequence[str]], reading: Reading, split_names: frozenset[str]) -> Columns:
    """`split_names` are those of columns that say on which side a picture stands: they are never the label.

    Raises:
        AppError: a column that a person named is not there.
    """
    heading, body = _heading(rows, reading)
    width = max(map(len, rows))
    path = _wished(reading.path_column, heading, width)
    label = _wished(reading.label_column, heading, width)
    free = [number for number in range(width) if number not in (path, label)]
    if path is None:
        path = _path_column(heading, body, free)
    free = [number for number in free if number != path]
    if label is None:
        free = [number for number in free if not (heading and plain(heading[number]) in split_names)]
        label = _ranked(heading, LABEL_NAMES, free)
    if label is not None or not free:
        return Columns(heading, path, label)
    one_hot = () if not heading or path is None else _one_hot(body, free)
    if one_hot:
        return Columns(heading, path, None, one_hot)
    is_only_one = len(free) == 1 or not heading
    return Columns(heading, path, free[0] if path is not None and is_only_one else None)


def plain(name: str) -> str:
    """A column's name as the tables of names have it: "Image_Path" is "imagepath"."""
    return _SIGNS.sub("", unicodedata.normalize("NFC", name).casefold())


def unclear_columns(file_name: str, columns: Columns) -> Sentence:
    """What is to be said where the columns cannot be told apart."""
    names = ", ".join(one_line(name) for name in columns.heading[:_MOST_IN_A_SENTENCE])
    if columns.path is not None and len(columns.heading) == 1:
        template = "The table {table} has paths and no labels, as lists of test pictures do: nothing can be learned."
    elif columns.path is not None:
        template = "Nobody can tell which column of the table {table} holds the labels: {names}."
    else:
        template = "Nobody can tell which column of the table {table} holds the paths: {names}."
    return Sentence(template, table=file_name, names=names)


def _heading(rows: Sequence[Sequence[str]], reading: Reading) -> tuple[tuple[str, ...], Sequence[Sequence[str]]]:
    first, body = rows[0], rows[1:]
    is_heading = (
        not any(is_picture_name(cell) for cell in first)
        and not any("/" in cell for cell in first if "." in cell)
        and (
            any(plain(cell) in PATH_NAMES or plain(cell) in LABEL_NAMES for cell in first)
            or {reading.path_column, reading.label_column} & set(first)
            or any(is_picture_name(cell) for row in body[:_LOOKED_AT] for cell in row)
            or _has_other_kinds(first, body)
        )
    )
    return (tuple(first), body) if is_heading else ((), rows)


def _has_other_kinds(first: Sequence[str], body: Sequence[Sequence[str]]) -> bool:
    """Words above numbers."""
    return any(
        not _is_number(cell) and all(_is_number(row[place]) for row in body[:_LOOKED_AT] if place < len(row))
        for place, cell in enumerate(first)
        if body
    )


def _wished(name: str, heading: Sequence[str], width: int) -> int | None:
    """The position of a column that a person named, or numbered from 1."""
    if not name:
        return None
    exact = [place for place, column in enumerate(heading) if column == name]
    loose = [place for place, column in enumerate(heading) if plain(column) == plain(name)]
    if exact or loose:
        return (exact or loose)[0]
    if name.isdecimal() and 1 <= int(name) <= width:
        return int(name) - 1
    if not heading:
        raise AppError(
            "The table has no column {column}; its {count} columns have no names: give their numbers.",
            column=one_line(name),
            count=width,
        )
    known = ", ".join(one_line(column) for column in heading)
    raise AppError("The table has no column {column}; it has {known}.", column=one_line(name), known=known)


def _path_column(heading: Sequence[str], body: Sequence[Sequence[str]], free: Sequence[int]) -> int | None:
    """By name and content; by content alone, as of `id` beside one of file names; by name alone."""
    some = body[:_LOOKED_AT]
    shares = {
        place: sum(place < len(row) and is_picture_name(row[place]) for row in some) / max(1, len(some))
        for place in free
    }
    of_pictures = [place for place in free if shares[place] >= 0.5]
    by_name = _ranked(heading, PATH_NAMES, of_pictures)
    if by_name is None and of_pictures:
        return max(of_pictures, key=lambda place: (shares[place], -place))
    if by_name is None:
        by_name = _ranked(heading, PATH_NAMES, free)
    return free[0] if by_name is None and not heading and free else by_name


def _ranked(heading: Sequence[str], names: Sequence[str], free: Sequence[int]) -> int | None:
    ranks = {name: rank for rank, name in enumerate(names)}
    found = [(ranks[plain(heading[place])], place) for place in free if heading and plain(heading[place]) in ranks]
    return min(found)[1] if found else None


def _one_hot(body: Sequence[Sequence[str]], free: Sequence[int]) -> tuple[int, ...]:
    """The columns that hold nothing but 0 and 1, where there is at most one 1 in a row."""
    binary = [place for place in free if all(place < len(row) and row[place] in _BITS for row in body)]
    if len(binary) < 2 or not body:
        return ()
    ones = [sum(row[place] in _ONES for place in binary) for row in body]
    return tuple(binary) if max(ones) <= 1 and sum(ones) * 2 > len(body) else ()


_ONES = frozenset(("1", "1.0"))
_BITS = _ONES | {"0", "0.0"}


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
