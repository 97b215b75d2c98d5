"""What drops and pastes hold."""

import base64
import os
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from tests.helpers.dropping import bytes_mime, files_mime
from tests.helpers.pictures import HOSTILE_NAMES, NOT_UTF8_NAME, jpeg, png
from vgg_desktop.gui.incoming import Incoming, can_read, read_incoming
from vgg_desktop.pictures.decode import decode

pytestmark = pytest.mark.usefixtures("qapp")


def html(text: str) -> QMimeData:
    mime = QMimeData()
    mime.setHtml(text)
    return mime


def test_files_are_taken_byte_for_byte():
    paths = tuple(Path("/a") / name.replace("/", "_") for name in (*HOSTILE_NAMES, NOT_UTF8_NAME))

    assert read_incoming(files_mime(*paths)) == Incoming(paths=paths)


def test_addresses_of_other_machines_are_passed_over():
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/a.png"), QUrl.fromLocalFile("/b.png"), QUrl("ftp://example.org/c.png")])

    assert read_incoming(mime) == Incoming(paths=(Path("/b.png"),))


@pytest.mark.skipif(os.name != "posix", reason="Windows gives addresses one by one")
def test_ten_thousand_files_cost_nothing_until_they_are_read():
    paths = [Path("/p") / f"{number}.png" for number in range(10_000)]
    mime = files_mime(*paths)
    start_s = time.thread_time()
    incoming = read_incoming(mime)
    taken_s = time.thread_time() - start_s

    assert len(incoming.paths) == 10_000
    assert incoming.paths[9_999] == paths[9_999]
    assert list(incoming.paths[5:8]) == paths[5:8]
    assert list(incoming.paths) == paths
    # 4 ms on a quiet machine; worked out at once they took 40 ms.
    assert taken_s < 0.03


def test_the_compressed_bytes_come_before_a_bitmap():
    mime = bytes_mime(png())
    mime.setData("image/jpeg", jpeg())
    image = QImage(3, 3, QImage.Format.Format_RGB32)
    mime.setImageData(image)

    assert read_incoming(mime) == Incoming(data=jpeg())


def test_bytes_of_an_unknown_kind_are_for_the_decoder_to_refuse_and_not_for_qt_to_read():
    mime = bytes_mime(b"<svg/>", "image/svg+xml")

    assert read_incoming(mime) == Incoming(data=b"<svg/>")


@pytest.mark.parametrize("form", [QImage.Format.Format_RGB32, QImage.Format.Format_ARGB32, QImage.Format.Format_RGB888])
def test_a_bitmap_keeps_its_pixels(form: QImage.Format):
    image = QImage(3, 2, form)
    image.fill(QColor(10, 100, 200))
    image.setPixelColor(0, 0, QColor(250, 0, 0))
    mime = QMimeData()
    mime.setImageData(image)

    pixels = decode(read_incoming(mime).data).pixels
    assert pixels.shape == (2, 3, 3)
    assert pixels[0, 0].tolist() == [250, 0, 0]
    assert pixels[1, 2].tolist() == [10, 100, 200]


def test_what_is_transparent_in_a_bitmap_becomes_white():
    image = QImage(2, 2, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    mime = QMimeData()
    mime.setImageData(image)

    assert decode(read_incoming(mime).data).pixels.min() == 255


@pytest.mark.parametrize(
    "text",
    [
        '<img src="data:image/png;base64,{}">',
        "<IMG SRC='data:image/png;charset=utf-8;BASE64,{}'>",
        '<meta charset="utf-8"><a href="https://example.org"><img alt="a > b" src=data:image/png;base64,{}></a>',
    ],
)
def test_a_picture_written_into_html_is_found(text: str):
    mime = html(text.format(base64.b64encode(png()).decode()))

    assert can_read(mime)
    assert read_incoming(mime) == Incoming(data=png())


@pytest.mark.parametrize(
    "text",
    [
        "",
        '<img src="https://example.org/cat.png">',
        '<img src="file:///etc/passwd">',
        '<img src="data:image/png;base64,">',
        '<img src="data:text/html;base64,PGI+">',
    ],
)
def test_html_without_a_picture_of_its_own_brings_nothing(text: str):
    assert read_incoming(html(text)) is None


def test_broken_base64_brings_nothing():
    assert read_incoming(html('<img src="data:image/png;base64,abcde">')) is None


def test_plain_text_is_no_picture():
    mime = QMimeData()
    mime.setText("/home/me/cat.png")

    assert not can_read(mime)
    assert read_incoming(mime) is None


def test_a_clipboard_without_anything_is_read_without_trouble(qapp: QApplication):
    qapp.clipboard().clear()

    assert read_incoming(qapp.clipboard().mimeData()) is None
