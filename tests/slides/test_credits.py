"""The line at the foot of a slide."""

from datetime import date

from bimtek.domain.blocks import Columns, Paragraph, Span
from bimtek.domain.law import LawReference
from bimtek.domain.module import Module, Slide, Source
from bimtek.slides.credits import credit_line, take_credit

SOURCES = (
    Source("a", "Judul A", "UNICEF", "2022-05", date(2026, 1, 1)),
    Source("b", "Judul B", "KPAI", "tanpa tanggal", date(2026, 1, 1)),
)
MODULE = Module(id="m", version="1.0.0", title="M", sources=SOURCES)


def test_sources_are_named_with_the_year_they_have():
    assert credit_line(MODULE, Slide(id="s", sources=("a", "b"))) == "Sumber: UNICEF, 2022; KPAI"


def test_articles_of_one_act_stand_together():
    references = tuple(
        map(LawReference.parse, ("uu-12-2022/14/1", "uu-12-2022/14/2", "uu-12-2022/21", "pp-5-2020/3"))
    )
    line = credit_line(MODULE, Slide(id="s", references=references))
    assert line == "UU No. 12 Tahun 2022 Pasal 14, 21 · PP No. 5 Tahun 2020 Pasal 3"


def test_what_is_cited_whole_has_no_article():
    references = tuple(map(LawReference.parse, ("uu-11-2012/19/1", "putusan-mk-78-2023", "pp-29-2025")))
    line = credit_line(MODULE, Slide(id="s", references=references))
    assert line == "UU No. 11 Tahun 2012 Pasal 19 · Putusan MK No. 78/PUU-XXI/2023 · PP No. 29 Tahun 2025"


def test_the_authors_own_credit_moves_to_the_foot():
    own = Paragraph((Span("Disrupting Harm, 2022", italic=True),))
    text = Paragraph((Span("Teman dan saudara."),))
    blocks, credit = take_credit((Columns(((text, own), (text,))), text))
    assert blocks == (Columns(((text,), (text,))), text)
    assert credit_line(MODULE, Slide(id="s", sources=("a",)), credit) == "Sumber: Disrupting Harm, 2022"


def test_a_slide_without_sources_has_an_empty_line():
    assert credit_line(MODULE, Slide(id="s", sources=("hilang",))) == ""
