"""A small real film without any encoder, JPEG pictures in an AVI, and a player that plays nothing."""

import struct
from io import BytesIO

from PIL import Image
from PySide6.QtGui import QColor, QImage

from bimtek.ui.presentation.film import Player


def write_film(path, colours, size=(320, 180), rate=10):
    """Write one picture a colour, `rate` of them a second; every player looks inside, not at the name."""
    pictures = [_jpeg(size, colour) for colour in colours]
    largest, count = max(map(len, pictures)), len(pictures)
    header = struct.pack("<14I", 1_000_000 // rate, 0, 0, 0x10, count, 0, 1, largest, *size, 0, 0, 0, 0)
    stream = b"vidsMJPG" + struct.pack(
        "<IHHIIIIIIIIHHHH", 0, 0, 0, 0, 1, rate, 0, count, largest, 0, 0, 0, 0, *size
    )
    form = struct.pack("<IiiHH4sIiiII", 40, *size, 1, 24, b"MJPG", 3 * size[0] * size[1], 0, 0, 0, 0)
    frames = [_chunk(b"00dc", picture) for picture in pictures]
    index, at = b"", 4
    for frame, picture in zip(frames, pictures, strict=True):
        index += b"00dc" + struct.pack("<III", 0x10, at, len(picture))
        at += len(frame)
    told = _list(b"strl", _chunk(b"strh", stream), _chunk(b"strf", form))
    heads = _list(b"hdrl", _chunk(b"avih", header), told)
    body = b"AVI " + heads + _list(b"movi", *frames) + _chunk(b"idx1", index)
    path.write_bytes(_chunk(b"RIFF", body))


def _jpeg(size, colour):
    kept = BytesIO()
    Image.new("RGB", size, colour).save(kept, "JPEG")
    return kept.getvalue()


def _chunk(name, data):
    return name + struct.pack("<I", len(data)) + data + bytes(len(data) % 2)


def _list(kind, *parts):
    return _chunk(b"LIST", kind + b"".join(parts))


class FakePlayer(Player):
    """Plays nothing; a test tells it what happens."""

    def __init__(self, path):
        super().__init__()
        self.path, self.done, self.shown, self.duration_ms = path, [], None, 60_000

    def play(self):
        self.done.append("main")

    def pause(self):
        self.done.append("jeda")

    def seek(self, moment):
        self.done.append(moment)

    def set_volume(self, percent):
        self.done.append(f"{percent} %")

    def close(self):
        self.done.append("tutup")

    @property
    def duration(self):
        return self.duration_ms

    def picture(self):
        return self.shown

    def show_picture(self, colour="#3366cc", size=(640, 360)):
        """A picture of one colour is there."""
        self.shown = QImage(*size, QImage.Format.Format_RGB32)
        self.shown.fill(QColor(colour))
        self.pictured.emit()


class FakePlayers:
    """Makes players and keeps them; with `missing`, this laptop has none."""

    def __init__(self, *, missing=False):
        self.missing, self.made = missing, []

    def __call__(self, path):
        if self.missing:
            return None
        self.made.append(FakePlayer(path))
        return self.made[-1]

    @property
    def last(self):
        return self.made[-1]
