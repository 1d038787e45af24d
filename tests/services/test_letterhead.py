"""Pictures from outside: only what we can draw, within limits, and nothing in them but pixels."""

import io
import random
import time
import zlib
from pathlib import Path

import pytest
from PIL import Image

from bimtek.domain.errors import FileTroubleError
from bimtek.services import letterhead


def picture(tmp_path, name="logo.png", size=(40, 20), mode="RGB", form="PNG", **save):
    path = tmp_path / name
    Image.new(mode, size, 1 if mode in ("1", "L", "P", "I;16") else None).save(path, form, **save)
    return path


USUAL = [
    *(("PNG", mode) for mode in ("RGB", "RGBA", "P", "1", "I;16")),
    *(("JPEG", mode) for mode in ("RGB", "CMYK", "L")),
    ("WEBP", "RGBA"),
]


@pytest.mark.parametrize(("form", "mode"), USUAL)
def test_picture_of_every_usual_kind_is_kept_as_png(services, tmp_path, form, mode):
    digest = services.letterheads.add_picture(picture(tmp_path, mode=mode, form=form))
    with Image.open(io.BytesIO(services.letterheads.read(digest))) as kept:
        assert (kept.format, kept.size) == ("PNG", (40, 20))
        assert kept.mode in ("RGB", "RGBA")


def test_large_picture_is_made_small_enough_for_paper_and_keeps_its_shape(services, tmp_path):
    digest = services.letterheads.add_picture(picture(tmp_path, size=(4000, 1000)))
    with Image.open(io.BytesIO(services.letterheads.read(digest))) as kept:
        assert kept.size == (1600, 400)


def test_picture_taken_with_a_turned_phone_stands_upright(services, tmp_path):
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    digest = services.letterheads.add_picture(picture(tmp_path, form="JPEG", exif=exif))
    with Image.open(io.BytesIO(services.letterheads.read(digest))) as kept:
        assert kept.size == (20, 40)


def test_nothing_but_pixels_comes_along(services, tmp_path):
    exif = Image.Exif()
    exif[0x010E] = "Rumah Siti, 0812 3456 7890"
    path = picture(tmp_path, form="JPEG", exif=exif)
    path.write_bytes(path.read_bytes() + b"<script>0812 3456 7890</script>")
    assert b"0812" not in services.letterheads.read(services.letterheads.add_picture(path))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"halo",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"GIF89a" + b"\0" * 50,
        b"%PDF-1.4",
        b"BM" + b"\0" * 60,
    ],
)
def test_what_is_no_such_picture_is_refused(services, tmp_path, content):
    (tmp_path / "logo.png").write_bytes(content)
    with pytest.raises(FileTroubleError, match="tidak dapat dipakai"):
        services.letterheads.add_picture(tmp_path / "logo.png")


def test_file_that_is_not_there_is_refused(services, tmp_path):
    with pytest.raises(FileTroubleError):
        services.letterheads.add_picture(tmp_path / "tidak-ada.png")


def bomb(width, height):
    """A PNG that says it is huge; its pixels are not there."""

    def chunk(kind, data):
        return len(data).to_bytes(4) + kind + data + zlib.crc32(kind + data).to_bytes(4)

    head = width.to_bytes(4) + height.to_bytes(4) + bytes([8, 2, 0, 0, 0])
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(bytes(1000)))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("size", [(5001, 5000), (10_000, 10_000), (13_000, 13_000), (60_000, 60_000)])
def test_flood_of_pixels_is_refused_from_its_header(services, tmp_path, size):
    (tmp_path / "besar.png").write_bytes(bomb(*size))
    began = time.monotonic()
    with pytest.raises(FileTroubleError):
        services.letterheads.add_picture(tmp_path / "besar.png")
    assert time.monotonic() - began < 0.5


def test_file_of_many_megabytes_is_refused_unread(services, tmp_path, monkeypatch):
    monkeypatch.setattr(letterhead, "MAX_BYTES", 1000)
    (tmp_path / "besar.png").write_bytes(b"x" * 1001)
    with pytest.raises(FileTroubleError, match="20 MB"):
        services.letterheads.add_picture(tmp_path / "besar.png")


@pytest.mark.fault
def test_damaged_pictures_are_kept_or_refused_and_never_crash(services, tmp_path, counted):
    chance = random.Random(20)
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = 6, "Foto"
    whole = [
        picture(tmp_path, f"{n}.x", (60, 60), "RGB", form, **save).read_bytes()
        for n, (form, save) in enumerate([("PNG", {}), ("JPEG", {"exif": exif}), ("JPEG", {}), ("WEBP", {})])
    ]
    path: Path = tmp_path / "rusak.png"
    for _turn in range(counted(150, 3000)):
        content = bytearray(chance.choice(whole))
        for _n in range(chance.randint(1, 10)):
            head = min(150, len(content))
            at = chance.randrange(head if chance.random() < 0.5 else len(content))
            content[at] = chance.randrange(256)
        path.write_bytes(content[: chance.randint(1, len(content))] if chance.random() < 0.3 else content)
        try:
            services.letterheads.add_picture(path)
        except FileTroubleError:
            continue
