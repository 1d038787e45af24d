"""The line at the foot: sources and articles are never cut."""

from datetime import date

import pytest

from bimtek.domain.blocks import Paragraph, Span
from bimtek.domain.law import LawReference
from bimtek.domain.module import Module, Slide, Source
from bimtek.slides.foot import Foot
from bimtek.slides.render import SlideRenderer
from tests.slides.recorder import Paper

ARTICLES = tuple(map(LawReference.parse, ("uu-12-2022/14", "uu-35-2014/76", "pp-5-2020/3")))


def module(title="Memahami OCSEA", publishers=("ECPAT, INTERPOL, UNICEF Innocenti",)):
    sources = tuple(
        Source(f"s{n}", "Judul", publisher, "2022", date(2026, 1, 1))
        for n, publisher in enumerate(publishers)
    )
    slide = Slide(
        id="s",
        title=(Span("Judul"),),
        blocks=(Paragraph((Span("Isi"),)),),
        sources=tuple(source.id for source in sources),
        references=ARTICLES,
    )
    return Module(id="m", version="1.0.0", title=title, sources=sources, slides=(Slide(id="sampul"), slide))


def words(style, made, size):
    paper = Paper(*size)
    paper.show(SlideRenderer(style, made), 1)
    paper.painter.end()
    return " ".join(one.text.strip() for one in paper.drawn)


@pytest.mark.parametrize("size", [(1024, 768), (1280, 1024), (1920, 1080)])
@pytest.mark.parametrize("title", ["OCSEA", "Modul dengan judul yang sangat panjang sekali " * 3])
def test_every_article_stands_whole_on_every_screen(style, size, title):
    seen = words(style, module(title), size)
    for part in ("UNICEF Innocenti, 2022", "UU No. 12 Tahun 2022 Pasal 14", "PP No. 5 Tahun 2020 Pasal 3"):
        assert part in seen
    assert "Innoc…" not in seen


def test_two_lines_of_sources_take_room_from_the_body_and_one_line_does_not(style):
    short, long = Foot(style, "Sumber: KPAI", "Modul", 3), Foot(style, "Sumber: KPAI, 2022; " * 4, "Modul", 3)
    assert (short.lines(1232), long.lines(1232)) == (1, 2)
    assert long.height(1232) > short.height(1232)
    assert long.fits(1232)


def test_more_than_three_lines_of_sources_overflow_on_the_narrow_screen_first(style):
    crowded = module(publishers=("Kementerian Pemberdayaan Perempuan dan Perlindungan Anak", "Komnas"))
    assert SlideRenderer(style, crowded).overflows(1) == ("4:3",)
    assert SlideRenderer(style, module()).overflows(1) == ()
