"""Several threads decode at once and do not see each other's damage."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
from PIL import ImageFile

from tests.helpers.pictures import cut_jpeg, cut_png, jpeg, jpeg_header, png
from vgg_desktop.core.errors import AppError
from vgg_desktop.pictures.decode import Picture, decode

WHOLE = [jpeg(320, 240), png(160, 120)]
CUT = [cut_jpeg(0.7, 320, 240), cut_png(0.7, 160, 120)]
HOPELESS = jpeg_header()


def decode_or_none(data: bytes) -> Picture | None:
    try:
        return decode(data)
    except AppError:
        return None


def test_each_thread_knows_the_damage_of_its_own_picture_only() -> None:
    datas = [*WHOLE, *CUT, HOPELESS] * 60
    alone = {data: decode_or_none(data) for data in set(datas)}
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(decode_or_none, datas))
    for data, picture in zip(datas, together, strict=True):
        expected = alone[data]
        if expected is None or picture is None:
            assert picture is expected
        else:
            assert picture.damaged == expected.damaged == (data in CUT)
            assert np.array_equal(picture.pixels, expected.pixels)


def test_after_a_damaged_picture_the_next_one_is_read_strictly_again() -> None:
    for data in (*CUT, HOPELESS):
        decode_or_none(data)
        assert not ImageFile.LOAD_TRUNCATED_IMAGES
