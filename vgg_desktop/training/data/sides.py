"""Names that say on which side of a split pictures belong: of folders, and of a table's cells."""

import re
import unicodedata
from collections.abc import Sequence
from functools import reduce
from typing import Literal

FolderSide = Literal["train", "val", "test", "extra"]
"""`extra` stands beside the sides of a split and belongs to none: samples, unlabelled pictures."""


def _plain(text: str) -> str:
    """Without accents; the parts of Hangul stay together."""
    decomposed = unicodedata.normalize("NFKD", text)
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if unicodedata.category(c) != "Mn"))


_Meaning = Literal["train", "val", "eval", "test", "extra"]
# One word each, without accents; plural and compound forms are taken apart before they are looked up.
_WORDS: dict[_Meaning, str] = {
    "train": "train training trn tr learn learning fit"
    " entrainement apprentissage entrenamiento addestramento treino treinamento trainieren lernen trainen trening"
    " egitim pelatihan latih obuchenie обучение обучающая тренировка"
    " 학습 훈련 学習 訓練 训练 訓練集 训练集 学習用",
    "val": "val valid validate validating validation vld dev develop development"
    " validierung validacion validazione validacao validatie walidacja dogrulama validasi validatsiya"
    " валидация проверка 검증 検証 検証用 验证 驗證 验证集 驗證集",
    # Beside a val of another name these are the test: train, dev, eval.
    "eval": "eval evaluate evaluation evaluierung evaluacion 평가 評価 评估 評估",
    "test": "test tests testing tst holdout heldout publictest privatetest final"
    " pruebas prueba prova teste testen pruefung testowe uji ispytanie тест тестовая"
    " 테스트 시험 テスト 测试 測試 测试集 測試集 テスト用",
    "extra": "sample samples pred prediction predictions predict inference infer unlabeled unlabelled extra demo"
    " examples example",
}
_MEANINGS: dict[str, _Meaning] = {word: meaning for meaning, words in _WORDS.items() for word in _plain(words).split()}
# They say nothing of the side: train_images, test-set, validation data.
_FILLERS = frozenset(
    _plain(
        "set sets data dataset datasets image images img imgs picture pictures photo photos pic pics jpg jpeg png files"
        " folder folders split splits partition subset phase the for only single raw all class classes labeled labelled"
        " daten bilder satz satze donnees jeu ensemble datos conjunto imagenes dati dados imagens"
        " 데이터 세트 셋 이미지 사진 データ セット 画像 数据 資料 图片"
    ).split()
)
_ENDINGS = _plain("ing s set data dataset images imgs img daten bilder satz 데이터 データ").split()
# Letters of any script, between digits, signs and the humps of camelCase.
_WORD = re.compile(r"[A-ZА-Я]?[^\W\d_A-ZА-Я]+|[A-ZА-Я]+(?![^\W\d_A-ZА-Я])")


def side_of(name: str) -> FolderSide | None:
    """The side that a name such as "01_Training-Set" stands for, or None."""
    return _side(_meaning(_words(name)))


def sides_of(names: Sequence[str]) -> dict[str, FolderSide]:
    """The names among these siblings that stand for sides. What all of them share says nothing: seg_train, seg_test."""
    words = {name: _words(name) for name in names}
    shared = reduce(set.intersection, (set(found) for found in words.values()), set(*list(words.values())[:1]))
    telling = {name: [word for word in found if word not in shared] for name, found in words.items()}
    meanings = {name: _meaning(found) for name, found in (telling if all(telling.values()) else words).items()}
    if "val" in meanings.values():
        meanings = {name: "test" if meaning == "eval" else meaning for name, meaning in meanings.items()}
    return {name: side for name, meaning in meanings.items() if (side := _side(meaning))}


def is_filler(name: str) -> bool:
    """Whether a folder's name says nothing: images, data."""
    words = _words(name)
    return bool(words) and all(word in _FILLERS for word in words)


def _side(meaning: _Meaning | None) -> FolderSide | None:
    return "val" if meaning == "eval" else meaning


def _meaning(words: Sequence[str]) -> _Meaning | None:
    """All words must be known, and agree; of "single_prediction" the filler does not count."""
    joined = "".join(words)
    if joined in _MEANINGS:
        return _MEANINGS[joined]
    found: set[_Meaning | None] = {_meaning_of_word(word) for word in words if word not in _FILLERS}
    return found.pop() if len(found) == 1 else None


def _meaning_of_word(word: str) -> _Meaning | None:
    if word in _MEANINGS:
        return _MEANINGS[word]
    stems = (word.removesuffix(ending).removesuffix("s") for ending in _ENDINGS if word.endswith(ending))
    return next((meaning for stem in stems if (meaning := _MEANINGS.get(stem))), None)


def _words(name: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(_plain(name))]
