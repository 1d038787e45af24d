"""Question sheet, key, code slips and cards, read back."""

import re
from dataclasses import replace
from datetime import date

import pytest

from bimtek.documents import samples
from bimtek.documents.base import Fix
from bimtek.documents.kartu import Kartu
from bimtek.documents.kunci import Kunci
from bimtek.documents.lembar_soal import LembarSoal
from bimtek.documents.slip_kode import SlipKode
from bimtek.domain.blocks import Callout, Figure, Heading, Image, ListBlock, Paragraph, Quote, Span, Table
from bimtek.domain.errors import DocumentError
from bimtek.domain.form import Form, FormItem
from bimtek.domain.kegiatan import Kegiatan, Paper, PaperOptions
from bimtek.domain.module import Card
from bimtek.domain.people import PersonName
from bimtek.domain.questions import parse_question
from bimtek.domain.questions.view import Order, PickMany, PickOne, Scale
from bimtek.domain.quiz import TestKind
from tests.documents.reading import Pdf, flat

OPTIONS = [{"teks": f"Pilihan {n}", "benar": n == 2, "umpan": ""} for n in (1, 2, 3, 4)]
KINDS = (
    {"jenis": "pilihan-tunggal", "soal": "Yang mana?", "opsi": OPTIONS},
    {
        "jenis": "pilihan-ganda",
        "soal": "Mana saja?",
        "opsi": [{"teks": f"Butir {n}", "benar": n < 3} for n in (1, 2, 3)],
    },
    {"jenis": "benar-salah", "soal": "Betulkah?", "kunci": True},
    {
        "jenis": "menjodohkan",
        "soal": "Jodohkan.",
        "pasang": [{"kiri": f"Kiri {n}", "kanan": f"Kanan {n}", "umpan": ""} for n in (1, 2, 3)],
    },
    {"jenis": "mengurutkan", "soal": "Urutkan.", "urutan": ["Satu", "Dua", "Tiga", "Empat"], "umpan": ""},
    {
        "jenis": "kasus",
        "soal": "Jawab tentang ceritanya.",
        "cerita": "Dimas bercerita kepada Anda.",
        "bagian": [
            {"id": "a", "jenis": "benar-salah", "soal": "Bagian satu?", "kunci": False},
            {"id": "b", "jenis": "pilihan-tunggal", "soal": "Bagian dua?", "opsi": OPTIONS},
        ],
    },
    {"jenis": "skala", "soal": "Saya siap.", "tingkat": ["Tidak", "Ragu", "Ya"]},
)


def form(copies: int = 1) -> Form:
    """A form with every kind of question, so many times over."""
    items = tuple(
        FormItem(parse_question({**kind, "id": f"m/{n}-{copy}", "acak": True}), "m")
        for copy in range(copies)
        for n, kind in enumerate(KINDS)
    )
    return Form("Uji", TestKind.POST, items, (("m", "1.0.0"),), 3)


def event(paper: Paper = Paper.A4) -> Kegiatan:
    return replace(samples.kegiatan(), sample=False, papers=PaperOptions(paper=paper))


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("copies", [1, 6])
def test_every_question_and_choice_is_on_the_sheet_in_the_order_of_its_seed(paper, large, copies):
    made = form(copies)
    pdf = Pdf.of(LembarSoal(kegiatan=event(paper), form=made, seed=42, large=large))
    assert pdf.sizes[0] == pytest.approx((210, 297) if paper is Paper.A4 else (215, 330), abs=0.1)
    content = " ".join(flat(page.get_textpage().get_text_range()) for page in pdf.document)
    at = 0
    for number, view in enumerate(made.view(42), start=1):
        stem = view.story or view.stem
        at = content.index(f"{number}. {stem}", at)
        for box in view.inputs:
            for option in getattr(box, "options", ()):
                assert option.text in content[at:]
    assert "SOAL POST-TEST" in content
    for page in range(len(pdf)):
        assert pdf.word(f"Halaman {page + 1} dari {len(pdf)}", page)
        assert max(w.right for w in pdf.pages[page]) < pdf.sizes[0][0] - 9.8
        assert max(w.bottom for w in pdf.pages[page]) < pdf.sizes[0][1] - 5


def test_large_print_is_large():
    small = Pdf.of(LembarSoal(kegiatan=event(), form=form(), seed=1))
    large = Pdf.of(LembarSoal(kegiatan=event(), form=form(), seed=1, large=True))
    assert large.size_of("Betulkah?") >= 14
    assert 10 <= small.size_of("Betulkah?") <= 11


def test_there_is_a_box_for_every_answer_and_no_text_in_it():
    made = form()
    pdf = Pdf.of(LembarSoal(kegiatan=event(), form=made, seed=5, large=True))
    wanted = sum(len(view.inputs) for view in made.view(5))
    assert all(
        isinstance(box, PickOne | PickMany | Order | Scale) for view in made.view(5) for box in view.inputs
    )
    boxes = 0
    for page in range(len(pdf)):
        for left, top, right, bottom in pdf.boxes(page):
            boxes += 1
            inside = [w for w in pdf.pages[page] if left < (w.left + w.right) / 2 < right]
            assert not [w for w in inside if top < (w.top + w.bottom) / 2 < bottom]
    assert boxes == wanted


def test_the_key_has_the_numbers_of_the_sheet():
    made = form()
    sheet = Pdf.of(LembarSoal(kegiatan=event(), form=made, seed=42))
    key = Pdf.of(Kunci(kegiatan=event(), form=made, seed=42))
    assert "RAHASIA" in key.text
    assert "RAHASIA" not in sheet.text
    assert sheet.word("Post-test 0042")
    assert key.word("Post-test 0042")
    rows = key.texts[0]
    for number, (view, (_id, letters)) in enumerate(
        zip(made.view(42), made.paper_key(42), strict=True), start=1
    ):
        line = next(line for line in rows.splitlines() if re.match(rf"\s*{number}\s", line))
        for letter in letters:
            assert (letter or "–") in line
        assert (view.story or view.stem) in line


def test_what_paper_cannot_carry_is_named_before_printing():
    empty = replace(form(), items=())
    assert [p.fix for p in LembarSoal(kegiatan=event(), form=empty, seed=1).problems()] == [Fix.FORM]
    with pytest.raises(DocumentError):
        Pdf.of(Kunci(kegiatan=event(), form=empty, seed=1))


@pytest.mark.parametrize(("count", "pages"), [(1, 1), (33, 1), (34, 2), (200, 7)])
def test_slips_show_name_and_code_between_their_cuts(count, pages):
    people = samples.people(count)
    pdf = Pdf.of(SlipKode(kegiatan=event(), people=people))
    assert len(pdf) == pages
    assert all(f"Anda: {person.code}" in pdf.text for person in people)
    assert pdf.text.count("Kode Anda:") == count
    for page in range(len(pdf)):
        cuts = sorted({round(s.y1, 2) for s in pdf.segments(page) if s.level})
        for word in pdf.pages[page]:
            assert all(word.bottom - 1.2 < cut or word.top + 1.2 > cut for cut in cuts)


def test_the_longest_name_fits_its_slip():
    longest = PersonName(
        "Raden Ajeng Siti Nur Aisyah Kusumawardhani", "Prof. Dr. Ir. Hj.", "S.Sos., M.Si., Ph.D."
    )
    (person,) = samples.people(1)
    person = replace(person, person=replace(person.person, name=longest))
    pdf = Pdf.of(SlipKode(kegiatan=event(), people=(person,)))
    words = [w for w in pdf.pages[0] if w.top < pdf.word("Kode").top]
    assert {w.text for w in words} >= set(longest.full.split())
    assert min(w.left for w in words) > 11
    assert max(w.right for w in words) < 10 + 190 / 3


def test_slips_without_codes_or_with_the_same_code_are_refused():
    one, two = samples.people(2)
    assert SlipKode(kegiatan=event(), people=(replace(one, code=""),)).problems()[0].blocking
    twins = SlipKode(kegiatan=event(), people=(one, replace(two, code=one.code)))
    assert [p.blocking for p in twins.problems()] == [True]


BLOCKS = (
    Heading(2, (Span("Judul"),)),
    Paragraph((Span("Sebuah "), Span("kata tebal", bold=True), Span(", lalu "), Span("miring", italic=True))),
    ListBlock(True, ((Span("Satu"),), (Span("Dua"),))),
    Quote((Span("Kata orang"),)),
    Image("media/x.svg", "Gambar balai desa"),
    Table(((Span("A"),), (Span("B"),)), (((Span("a1"),), (Span("b1"),)),)),
    Callout("ingat", "Ingat ini", (Paragraph((Span("Isi ingatan"),)),)),
    Figure("500.000", (Paragraph((Span("anak"),)),)),
)


@pytest.mark.parametrize("paper", list(Paper))
def test_cards_stand_four_on_a_sheet_whole_inside_their_cuts(paper):
    cards = tuple(Card(kind="kasus", title=f"Kartu {n}", blocks=BLOCKS) for n in range(5))
    made = Kartu(module_title="Memahami OCSEA", cards=cards, paper=paper)
    assert made.problems() == []
    pdf = Pdf.of(made)
    assert len(pdf) == 2
    text = pdf.texts[1]
    for word in (
        "Judul",
        "kata tebal, lalu miring",
        "1. Satu",
        "Kata orang",
        "[Gambar balai desa]",
        "500.000",
    ):
        assert word in flat(text)
    cuts = sorted({round(s.x1, 1) for s in pdf.segments() if s.upright})
    for word in pdf.pages[0]:
        assert all(word.right < cut - 2 or word.left > cut + 2 for cut in cuts)


def test_a_card_with_too_much_text_is_named():
    long = Card(kind="diskusi", title="Panjang", blocks=(Paragraph((Span("kata " * 1500),)),))
    (problem,) = Kartu(module_title="X", cards=(long,)).problems()
    assert "Panjang" in str(problem.message)
    assert not problem.blocking


def test_dates_come_from_the_kegiatan():
    moved = replace(event(), dates=(date(2024, 3, 7),))
    assert "Kamis, 7 Maret 2024" in Pdf.of(LembarSoal(kegiatan=moved, form=form(), seed=1)).text
