"""Slides: everything shows, nothing is too small, what does not fit is said."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor

from bimtek.content.library import Library
from bimtek.domain.blocks import (
    CALLOUTS,
    Callout,
    Columns,
    Figure,
    Heading,
    Image,
    ListBlock,
    Paragraph,
    Quote,
    Span,
    Table,
    Video,
)  # fmt: skip
from bimtek.domain.module import Module, Slide
from bimtek.host.paths import shipped_modules
from bimtek.slides.boxes import TextBox
from bimtek.slides.render import ASPECTS, SlideRenderer
from bimtek.slides.style import FOOT_TEXT, HEIGHT, LARGEST, SMALLEST, Sizes, tries
from tests.counts import sampled

WIDE, NARROW, SHARP = QSize(1280, 720), QSize(1024, 768), QSize(3840, 2160)


def words(text, **look):
    return (Span(text, **look),)


def module(*blocks, title="Judul", **more):
    cover = Slide(id="sampul", title=words("Sampul"))
    return Module(
        id="m",
        version="1.0.0",
        title="Modul Uji",
        slides=(cover, Slide(id="s", title=words(title), blocks=blocks, **more)),
    )


def ink(image):
    """How many sampled points are not the paper's colour."""
    points = (
        (x, y)
        for x in range(0, image.width(), 4)
        for y in range(image.height() // 5, image.height() * 9 // 10, 4)
    )
    return sum(image.pixelColor(x, y) != QColor("#FFFFFF") for x, y in points)


SAMPLES = {
    "paragraf": Paragraph((*words("Anak berhak "), Span("aman", bold=True), *words(" di mana pun."))),
    "daftar": ListBlock(False, (words("Dengarkan"), words("Catat"), words("Rujuk"))),
    "langkah": ListBlock(True, (words("Berhenti"), words("Simpan"))),
    "judul": Heading(2, words("Kekerasan")),
    "kutipan": Quote(words("Ini bukan salahmu.")),
    "tabel": Table((words("Keadaan"), words("Tujuan")), ((words("Bahaya"), words("Polisi")),)),
    "kolom": Columns(((Heading(2, words("A")),), (Paragraph(words("Isi kedua")),))),
    "video": Video("media/a.mp4", "Cerita Rani", (Paragraph(words("Film tiga menit")),)),
    "angka": Figure("500.000", (Paragraph(words("anak dalam setahun")),)),
    **{kind: Callout(kind, "Judul", (Paragraph(words("Isi kotak")),)) for kind in CALLOUTS},
}  # fmt: skip


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_every_kind_of_block_leaves_ink_and_fits(style, name, size):
    renderer = SlideRenderer(style, module(SAMPLES[name]))
    empty = SlideRenderer(style, module())
    assert ink(renderer.image(1, size)) > ink(empty.image(1, size)) + 50
    assert not renderer.overflows(1)


@pytest.mark.parametrize("found", Library([shipped_modules()]).modules(), ids=lambda m: m.id)
def test_no_slide_of_a_shipped_module_overflows(style, found):
    renderer = SlideRenderer(style, found)
    assert [slide.id for at, slide in enumerate(found.slides) if renderer.overflows(at)] == []


@pytest.mark.parametrize("factor", [SMALLEST, 1.0, LARGEST])
def test_no_text_is_under_three_percent_of_the_height(style, factor):
    sizes = Sizes(factor)
    every = [
        sizes.body,
        sizes.heading,
        sizes.question,
        sizes.table,
        sizes.quote,
        sizes.small,
        sizes.figure,
        FOOT_TEXT,
    ]
    assert min(every) >= style.least >= HEIGHT * 0.03
    assert sizes.question >= HEIGHT * 0.05


def test_sizes_are_tried_from_large_to_small():
    factors = [sizes.factor for sizes in tries()]
    assert factors == sorted(factors, reverse=True)
    assert (factors[0], round(factors[-1], 6)) == (LARGEST, SMALLEST)


def test_few_words_are_drawn_larger_than_many(style):
    few = SlideRenderer(style, module(Paragraph(words("Berhenti membalas."))))
    many = SlideRenderer(style, module(Paragraph(words("kata " * 90))))
    assert line_height(few) > line_height(many)


def line_height(renderer):
    """Rows of ink of the first line under the title."""
    image = renderer.image(1, QSize(1920, 1080))
    rows = [any(image.pixelColor(x, y).lightness() < 90 for x in range(110, 700, 2)) for y in range(200, 980)]
    first = rows.index(True)
    return rows[first:].index(False)


def test_too_much_text_overflows(style):
    assert SlideRenderer(style, module(Paragraph(words("kata panjang " * 130)))).overflows(1)


def test_a_word_wider_than_its_column_overflows(style):
    columns = Columns(((Paragraph(words("Pertanggungjawaban" * 2)),), (Paragraph(words("b")),)))
    assert SlideRenderer(style, module(columns)).overflows(1)


def test_a_title_of_three_lines_overflows(style):
    assert SlideRenderer(style, module(title="Judul yang sangat panjang sekali " * 5)).overflows(1)


def test_a_table_too_long_for_the_screen_overflows(style):
    rows = tuple((words(f"Baris {n}"), words("Isi")) for n in range(14))
    assert SlideRenderer(style, module(Table((words("Keadaan"), words("Tujuan")), rows))).overflows(1)


def test_the_same_lines_break_at_every_size(style):
    text = words("Kekerasan atau eksploitasi seksual anak yang di titik mana pun memakai teknologi digital.")
    box = TextBox(style, text, 54)
    assert box.lines(820) == TextBox(style, text, 54).lines(820) == 3
    small = SlideRenderer(style, module(Paragraph(text))).image(1, WIDE)
    large = SlideRenderer(style, module(Paragraph(text))).image(1, SHARP).scaled(WIDE)
    same = sum(abs(small.pixelColor(x, y).lightness() - large.pixelColor(x, y).lightness()) < 96
               for x in range(0, 1280, 5) for y in range(0, 720, 5))  # fmt: skip
    assert same / (256 * 144) > 0.995


def test_missing_picture_shows_its_words(style, tmp_path):
    made = module(Image("media/tidak-ada.svg", "Seorang anak bercerita"))
    assert ink(SlideRenderer(style, made).image(1, WIDE)) > 100


def test_picture_takes_the_room_that_is_left(style):
    found = Library([shipped_modules()]).module("memahami-ocsea")
    picture = next(
        at for at, s in enumerate(found.slides) if at and any(isinstance(b, Image) for b in s.blocks)
    )
    image = SlideRenderer(style, found).image(picture, WIDE)
    coloured = sum(
        image.pixelColor(x, y).saturation() > 20 for x in range(0, 1280, 8) for y in range(0, 720, 8)
    )
    assert coloured > 160 * 90 * 0.1


@settings(
    max_examples=sampled(12, 120), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(max_size=300), size=st.sampled_from([WIDE, NARROW]))
def test_any_text_is_drawn_without_a_crash(style, text, size):
    renderer = SlideRenderer(
        style, module(Paragraph(words(text)), Callout("kasus", text[:60], (Quote(words(text)),)))
    )
    assert renderer.image(1, size).size() == size
    assert set(renderer.overflows(1)) <= set(ASPECTS)


def test_markup_is_letters(style):
    plain, marked = (TextBox(style, words(text), 54).natural_width() for text in ("aman", "<b>aman</b>"))
    assert marked > plain * 1.8
