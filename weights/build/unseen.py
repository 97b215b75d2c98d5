"""The pictures that measure the model: labelled photos, and pictures of none of its things. None of them taught it.

PHOTOS is the folder of step 1, with these repositories beside the others.
"""

import csv
import importlib.resources
import random
from pathlib import Path

from vgg_desktop.engine.weights.published import imagenet_labels

_DIGITS = slice(-12, -4)
# How many pictures of which folder: textures (DTD), drawings (PACS), silhouettes, manuals' screenshots, charts.
_STRANGERS = {
    "textures": (("DeepTexture/images", 120),),
    "sketches": (("Homework3-PACS/PACS/sketch", 60),),
    "cartoons": (("Homework3-PACS/PACS/cartoon", 60),),
    "paintings": (("Homework3-PACS/PACS/art_painting", 60),),
    "silhouettes": (("texture-vs-shape/stimuli/filled-silhouettes", 60),),
    "screenshots": (("user-documentation", 60), ("GitExtensionsDoc", 30), ("npp-usermanual", 30)),
    "charts": (("vega-lite/examples/compiled", 60),),
}
_LEAST_BYTES = 4_000


def labelled(photos: Path) -> list[tuple[str, Path, int]]:
    """(collection, path, place of the right label) of ZhengyuZhao/Targeted-Tansfer and jpzhang1810/TGR."""
    folder = photos / "Targeted-Tansfer" / "dataset"
    with (folder / "images.csv").open(encoding="utf-8") as file:
        rows = [
            (folder / "images" / f"{row['ImageId']}.png", int(row["TrueLabel"]) - 1) for row in csv.DictReader(file)
        ]
    targeted = [("targeted", path, place) for path, place in rows if path.exists()]
    places = {label.id: place for place, label in enumerate(imagenet_labels())}
    validation = _validation_ids()
    files = sorted((photos / "TGR" / "clean_resized_images").glob("*.png"))
    return targeted + [("validation", path, places[validation[int(path.name[_DIGITS]) - 1]]) for path in files]


def strangers(photos: Path) -> list[tuple[str, Path]]:
    """(group, path) of pictures that show none of the 1,000 things, or not as photos do."""
    rng = random.Random(3)
    found = []
    for group, folders in _STRANGERS.items():
        for folder, count in folders:
            paths = [p for p in (photos / folder).rglob("*") if p.suffix.lower() in {".png", ".jpg", ".jpeg"}]
            paths = sorted(p for p in paths if p.stat().st_size > _LEAST_BYTES)
            found += [(group, path) for path in rng.sample(paths, min(count, len(paths)))]
    return found


def _validation_ids() -> list[str]:
    """The WordNet ids of ImageNet's 50,000 validation pictures in order, from the package tensorflow-datasets."""
    file = importlib.resources.files("tensorflow_datasets") / "datasets" / "imagenet2012" / "validation_labels.txt"
    return file.read_text(encoding="utf-8").split()
