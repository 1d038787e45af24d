"""Logos at places of their own, read back from the papers; and the sheet they are put there on."""

import io
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bimtek.documents import samples
from bimtek.documents.daftar_hadir import DaftarHadir, ListOptions
from bimtek.documents.kop import Kop, Tier
from bimtek.documents.kop_sheet import kop_sheet
from bimtek.documents.page import Layout
from bimtek.documents.surat_keterangan import SuratKeterangan
from bimtek.domain.certificate import CertificateKind
from bimtek.domain.errors import DocumentError
from bimtek.domain.kegiatan import Letterhead, Paper, PaperOptions
from bimtek.domain.logo_place import LogoPlace, snapped
from tests.counts import sampled
from tests.documents.pictures import SHAPES, picture
from tests.documents.reading import Pdf

LEFT = LogoPlace(x=3, y=2, width=22)
RIGHT = LogoPlace(x=7, y=5, width=16, from_right=True)
LONG_UNIT = "DINAS PEMBERDAYAAN PEREMPUAN, PERLINDUNGAN ANAK, PENGENDALIAN PENDUDUK DAN KELUARGA BERENCANA"
NEAR = 0.1  # mm
SHEETS = [(paper, profile, spj) for paper in Paper for profile in "AB" for spj in (False, True)]


def letterhead(**fields: object) -> Letterhead:
    kop = replace(samples.kegiatan().letterhead, logos=("a", "c"), logo_places=(LEFT, RIGHT))
    return replace(kop, **fields)


def shape(name: str) -> float:
    wide, high = SHAPES[name]
    return high / wide


def attendance(kop: Letterhead, paper: Paper, profile: str, spj: bool) -> DaftarHadir:
    options = PaperOptions(paper=paper, list_profile=profile, spj_binding=spj)
    kegiatan = replace(samples.kegiatan(), sample=False, letterhead=kop, papers=options)
    return DaftarHadir(
        kegiatan=kegiatan,
        session=kegiatan.sessions[0],
        people=samples.people(3),
        options=ListOptions(),
        files=picture,
    )


@pytest.mark.parametrize(("paper", "profile", "spj"), SHEETS)
def test_logos_print_at_their_places_on_every_sheet(paper, profile, spj):
    document = attendance(letterhead(), paper, profile, spj)
    layout, pdf = document.layout, Pdf.of(document)
    left, right = pdf.images()
    assert left == pytest.approx(
        (layout.left + 3, layout.top + 2, layout.left + 25, layout.top + 2 + 22 * shape("a")), abs=NEAR
    )
    edge = layout.width - layout.right - 7
    assert right == pytest.approx(
        (edge - 16, layout.top + 5, edge, layout.top + 5 + 16 * shape("c")), abs=NEAR
    )


def test_logos_print_at_their_places_on_letters():
    statement = samples.certificate(CertificateKind.SURAT_KETERANGAN)
    left, right = Pdf.of(
        SuratKeterangan(records=(statement,), letterhead=letterhead(), files=picture)
    ).images()
    assert left[:2] == pytest.approx((25 + 3, 12 + 2), abs=NEAR)
    assert right[2] == pytest.approx(210 - 20 - 7, abs=NEAR)


def test_a_lying_list_with_logos_alone_keeps_their_places():
    kop = Letterhead(logos=("a",), logo_places=(LEFT,))
    document = attendance(kop, Paper.A4, "B", False)
    assert Pdf.of(document).images()[0][:2] == pytest.approx((15 + 3, 12 + 2), abs=NEAR)


@settings(deadline=None, max_examples=sampled(15, 100))
@given(st.data())
def test_text_stays_clear_of_logos_wherever_they_stand(data):
    lengths = st.floats(0, 60)
    names = data.draw(st.lists(st.sampled_from("abcd"), min_size=1, max_size=4))
    drawn = st.builds(LogoPlace, x=lengths, y=lengths, width=lengths, from_right=st.booleans())
    places = tuple(snapped(data.draw(drawn), shape(name)) for name in names)
    unit = data.draw(st.sampled_from([LONG_UNIT, "DINAS SOSIAL", "X" * 80]))
    kop = letterhead(logos=tuple(names), logo_places=places, unit=unit)
    document = attendance(kop, *data.draw(st.sampled_from(SHEETS)))
    layout, pdf = document.layout, Pdf.of(document)
    logos = pdf.images()
    assert len(logos) == len(names)
    rule = min(s.y1 for s in pdf.segments() if s.level)
    words = [word for word in pdf.inked() if word.top < rule]
    assert words
    for left, top, right, bottom in logos:
        assert left >= layout.left - NEAR
        assert right <= layout.width - layout.right + NEAR
        assert top >= layout.top - NEAR
        assert bottom <= rule
        for word in words:
            assert word.right < left - 2 or word.left > right + 2, word.text


def test_what_was_stored_outside_prints_inside():
    wild = (LogoPlace(x=400, y=-30, width=90), LogoPlace(x=-5, y=90, width=1, from_right=True))
    pdf = Pdf.of(attendance(letterhead(logo_places=wild), Paper.A4, "A", False))
    layout = Layout.of(Paper.A4)
    for left, top, right, bottom in pdf.images():
        assert layout.left - NEAR <= left < right <= 200 + NEAR
        assert layout.top - NEAR <= top < bottom <= layout.top + 40 + NEAR


def test_too_few_places_leave_the_usual_order():
    usual = Pdf.of(attendance(letterhead(logo_places=()), Paper.A4, "A", False))
    fewer = Pdf.of(attendance(letterhead(logo_places=(LEFT,)), Paper.A4, "A", False))
    assert fewer.images() == usual.images()


def test_without_places_logos_stand_where_they_always_stood():
    pdf = Pdf.of(attendance(letterhead(logos=("a", "b", "c"), logo_places=()), Paper.A4, "A", False))
    boxes = [tuple(round(length, 2) for length in box) for box in pdf.images()]
    assert boxes == [(20.0, 12.87, 40.0, 35.53), (160.0, 16.98, 179.25, 31.42), (181.38, 15.2, 199.38, 33.2)]


@pytest.mark.parametrize("places", [(LEFT, RIGHT), ()], ids=["placed", "usual"])
@pytest.mark.parametrize("spj", [False, True])
@pytest.mark.parametrize("paper", list(Paper))
def test_the_sheet_to_edit_on_is_the_paper_without_its_logos(paper, spj, places):
    kop = letterhead(logo_places=places)
    document = attendance(kop, paper, "A", spj)
    printed, layout = Pdf.of(document), document.layout
    sheet = kop_sheet(document.kegiatan, tuple(SHAPES[name] for name in kop.logos), picture)
    drawn = Pdf(sheet.pdf)
    assert sheet.width == layout.text_width
    assert drawn.sizes == [pytest.approx((sheet.width, sheet.height), abs=0.01)]
    assert drawn.images() == []
    for box, image in zip(sheet.logos, printed.images(), strict=True):
        left, top = layout.left + box.x, layout.top + box.y
        assert image == pytest.approx((left, top, left + box.w, top + box.h), abs=NEAR)
    for words in ("PEMERINTAH KABUPATEN CONTOH", "DAFTAR HADIR PESERTA", "Hari/Tanggal"):
        there, here = printed.word(words), drawn.word(words)
        assert here.left + layout.left == pytest.approx(there.left, abs=NEAR)
        assert here.top + layout.top == pytest.approx(there.top, abs=NEAR)


def test_the_parts_of_the_text_are_found_where_they_are_drawn():
    kegiatan = replace(samples.kegiatan(), letterhead=letterhead(unit=LONG_UNIT))
    sheet = kop_sheet(kegiatan, ((1, 1), (1, 1)), picture)
    assert [tier for tier, _box in sheet.tiers] == [Tier.PARENT, Tier.UNIT, Tier.ADDRESS]
    words = [word for word in Pdf(sheet.pdf).inked() if word.bottom < sheet.kop]
    for _tier, box in sheet.tiers:
        inside = [
            word.text
            for word in words
            if box.x - NEAR <= word.left and word.right <= box.x + box.w + NEAR
            and box.y <= word.top and word.bottom <= box.y + box.h
        ]  # fmt: skip
        assert inside
        words = [word for word in words if word.text not in inside]
    assert words == []
    for (_one, upper), (_other, lower) in pairwise(sheet.tiers):
        assert upper.y + upper.h <= lower.y + NEAR


def test_one_wide_picture_stands_on_the_sheet_and_a_lost_one_is_an_error():
    kegiatan = replace(samples.kegiatan(), letterhead=Letterhead(mode="gambar", image="kop"))
    sheet = kop_sheet(kegiatan, (), picture)
    assert Pdf(sheet.pdf).images()[0] == pytest.approx((0, 0, 180, 180 / 7), abs=NEAR)

    def lost(name: str) -> bytes:
        raise OSError(name)

    with pytest.raises(DocumentError):
        kop_sheet(kegiatan, (), lost)


def test_a_sheet_without_a_kop_has_none():
    for kop in (Letterhead(), Letterhead(mode="tanpa", unit="DINAS")):
        sheet = kop_sheet(replace(samples.kegiatan(), letterhead=kop), (), picture)
        assert (sheet.kop, sheet.logos, sheet.tiers) == (0, (), ())
    assert Kop.of(Letterhead(mode="tanpa"), 180, picture).draw(None, 0, 5) == 5


def test_a_kegiatan_without_sessions_has_a_sheet_too():
    kegiatan = replace(samples.kegiatan(), sessions=(), letterhead=letterhead())
    assert io.BytesIO(kop_sheet(kegiatan, ((1, 1), (1, 1)), picture).pdf).read(4) == b"%PDF"
