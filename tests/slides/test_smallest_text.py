"""No text on any slide is lower than 3 % of the screen: the back row reads it."""

import pytest

from bimtek.content.library import Library
from bimtek.domain.blocks import Image, ListBlock, Paragraph, Span
from bimtek.domain.module import Module, Slide
from bimtek.host.paths import shipped_modules
from bimtek.slides.render import SlideRenderer
from tests.slides.recorder import Paper

SCREENS = [(1024, 768), (1366, 768), (3840, 2160)]
LEAST = 0.03 - 1e-6


def written(renderer, indices, size):
    paper = Paper(*size)
    for index in indices:
        paper.show(renderer, index)
    paper.painter.end()
    return paper.drawn


@pytest.mark.parametrize("size", SCREENS)
@pytest.mark.parametrize("found", Library([shipped_modules()]).modules(), ids=lambda m: m.id)
def test_no_text_of_a_shipped_slide_is_under_three_percent(style, found, size):
    drawn = written(SlideRenderer(style, found), range(len(found.slides)), size)
    assert [one for one in drawn if one.height < LEAST] == []
    assert len(drawn) > 5 * len(found.slides)


@pytest.mark.parametrize("ordered", [False, True])
def test_a_crowded_slide_goes_no_lower_than_three_percent(style, ordered):
    items = tuple((Span("kata yang cukup panjang " * 5),) for _item in range(6))
    made = Module(
        id="m",
        version="1.0.0",
        title="Modul",
        slides=(Slide(id="a"), Slide(id="b", blocks=(ListBlock(ordered, items),))),
    )
    drawn = written(SlideRenderer(style, made), [1], (1024, 768))
    assert min(one.height for one in drawn) >= LEAST


def test_small_words_inside_a_picture_would_be_seen(style, tmp_path):
    small = '<text y="90" font-size="5">kecil</text>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400">{small}</svg>'
    (tmp_path / "kecil.svg").write_text(svg, encoding="utf-8")
    blocks = (Image("kecil.svg", "kecil"), Paragraph((Span("Kata"),)))
    made = Module(
        id="m",
        version="1.0.0",
        title="Modul",
        slides=(Slide(id="a"), Slide(id="b", blocks=blocks)),
        folder=str(tmp_path),
    )
    drawn = written(SlideRenderer(style, made), [1], (1024, 768))
    assert [one.text for one in drawn if one.height < LEAST] == ["kecil"]
