"""Films in a module: a local file, with captions in Indonesian beside it."""

import pytest

from bimtek.content.check import check_module, read_module
from bimtek.content.videos import find_captions, find_video, load_captions
from bimtek.domain.blocks import Image, Video
from bimtek.domain.captions import Captions, Cue
from tests.content.sample import FILES, write_module

MATERI, KARTU = "materi/01-awal.md", "kartu/diskusi.md"
MP4 = b"\x00\x00\x00\x18ftypmp42" + bytes(40)
CAPTIONS = "WEBVTT\n\n00:01.000 --> 00:02.000\nApa kabar?\n"
SLIDE = "\n---\n\n# Menonton\n\n::: video {file} Cerita Rani\n"
SLIDE += "![Rani](media/lingkaran.svg)\n:::\n\n<!-- Putar. -->\n"


def module(folder, file="media/cerita.mp4", film=MP4, captions=CAPTIONS, suffix=".vtt"):
    write_module(folder, {MATERI: FILES[MATERI] + SLIDE.format(file=file)})
    (folder / "media/cerita.mp4").write_bytes(film)
    if captions is not None:
        (folder / f"media/cerita{suffix}").write_text(captions, "utf-8")
    return folder


def told(folder):
    return [str(p.message) for p in check_module(folder) if p.file == MATERI]


@pytest.mark.parametrize("suffix", [".vtt", ".srt", ".id.vtt"])
def test_a_film_with_captions_is_read_and_found(tmp_path, suffix):
    folder = module(tmp_path / "m", suffix=suffix)
    assert told(folder) == []
    read, _problems = read_module(folder)
    video = read.slides[-1].video
    assert (video.path, video.title) == ("media/cerita.mp4", "Cerita Rani")
    assert video.blocks == (Image("media/lingkaran.svg", "Rani"),)
    assert find_video(folder, video.path) == folder / "media/cerita.mp4"
    captions = find_captions(folder, video)
    assert captions == folder / f"media/cerita{suffix}"
    assert load_captions(captions).cues == (Cue(1000, 2000, "Apa kabar?"),)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"captions": None}, "Video ini belum punya teks bahasa Indonesia: cerita.vtt."),
        ({"film": b"MZ" + bytes(60)}, "Isi “cerita.mp4” bukan video MP4 atau WebM."),
        ({"file": "media/hilang.mp4"}, "Video “media/hilang.mp4” tidak ada di folder “media”."),
        ({"file": "https://x.id/a.mp4"}, "Video “https://x.id/a.mp4” tidak ada di folder “media”."),
        ({"file": "../cerita.mp4"}, "Video “../cerita.mp4” tidak ada di folder “media”."),
        ({"file": "media/pasang.exe"}, "Video “media/pasang.exe” harus MP4 atau WebM di folder “media”."),
    ],
)
def test_what_is_wrong_with_a_film_is_told_at_its_line(tmp_path, change, says):
    folder = module(tmp_path / "m", **change)
    found = [p for p in check_module(folder) if str(p.message) == says]
    text = (folder / MATERI).read_text("utf-8").split("\n")
    assert [text[p.line - 1].startswith("::: video") for p in found] == [True]


def in_captions(folder):
    return [str(p) for p in check_module(folder) if p.file.startswith("media/")]


def test_captions_that_say_nothing_are_an_error_and_a_film_is_shown_without_them(tmp_path):
    folder = module(tmp_path / "m", captions="WEBVTT\n\nApa kabar?")
    assert in_captions(folder) == ["media/cerita.vtt:1: salah: Teks video “cerita.vtt” kosong atau rusak."]
    assert load_captions(folder / "media/cerita.vtt") == Captions()
    assert load_captions(folder / "media/hilang.vtt") == load_captions(None) == Captions()


def test_a_line_of_captions_that_is_wrong_is_told_there_and_the_module_is_used(tmp_path):
    folder = module(tmp_path / "m", captions=CAPTIONS + "\n00:09 -> 00:10 --> 00:12\nHilang\n")
    assert in_captions(folder) == [
        "media/cerita.vtt:6: saran: Waktu tidak terbaca. Contoh: 00:01.000 --> 00:04.000"
    ]
    assert read_module(folder)[1] == []


def test_captions_outside_the_media_folder_are_never_read(tmp_path):
    folder = module(tmp_path / "m", captions=None)
    outside = tmp_path / "luar.vtt"
    outside.write_text(CAPTIONS, "utf-8")
    (folder / "media/cerita.vtt").symlink_to(outside)
    assert find_captions(folder, Video("media/cerita.mp4", "", ())) is None


def test_a_film_needs_a_title(tmp_path):
    folder = module(tmp_path / "m")
    path = folder / MATERI
    path.write_text(path.read_text("utf-8").replace(" Cerita Rani", ""), "utf-8")
    assert told(folder) == ["Tulis berkas dan judulnya: ::: video media/cerita.mp4 Judul."]


def test_a_film_outside_the_media_folder_is_never_found(tmp_path):
    folder = module(tmp_path / "m")
    (folder / "materi" / "lain.mp4").write_bytes(MP4)
    outside = tmp_path / "luar.mp4"
    outside.write_bytes(MP4)
    (folder / "media" / "tautan.mp4").symlink_to(outside)
    for name in (
        "materi/lain.mp4",
        "media/tautan.mp4",
        "media/../materi/lain.mp4",
        str(outside),
        "media\\a.mp4",
    ):
        assert find_video(folder, name) is None, name


def test_a_card_is_printed_so_it_holds_no_film(tmp_path):
    card = "<!-- @jenis diskusi -->\n# Kartu\n\n::: video media/cerita.mp4 Cerita\n:::\n"
    folder = module(tmp_path / "m")
    (folder / KARTU).write_text(card, "utf-8")
    found = [str(p.message) for p in check_module(folder) if p.file == KARTU]
    assert "Video hanya boleh di slide; kartu dicetak." in found
