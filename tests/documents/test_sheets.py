"""The two sheets that belong to no kegiatan: plan B and the recovery code."""

from dataclasses import replace

from bimtek.documents import samples
from bimtek.documents.kode_pemulihan import KodePemulihan
from bimtek.documents.rencana_b import ADVICE, RencanaB
from tests.documents.reading import Pdf

LONG = "Proyektor: belum tersambung. Sambungkan kabelnya, lalu pilih Perluas di setelan layar laptop ini."


def read(document):
    return Pdf.of(document)


def words(pdf):
    return " ".join(pdf.text.split())


def test_plan_b_says_what_to_do_on_paper_and_when_each_thing_fails():
    text = words(read(RencanaB(made_on=samples.DAY)))
    for wanted in ("Absensi di kertas", "Tes di kertas", "Proyektor", "Listrik padam", "Laptop rusak"):
        assert wanted in text
    assert all(step in text for _title, steps in ADVICE for step in steps)


def test_plan_b_of_a_kegiatan_carries_its_own_facts():
    kegiatan = replace(samples.kegiatan(), sample=False)
    text = words(read(RencanaB(made_on=samples.DAY, kegiatan=kegiatan, participants=31)))
    for wanted in (
        "Selasa, 5 Maret 2024",
        "Balai Desa Contoh",
        "Sesi Pagi 08.30 WIB",
        "31 orang",
        "36 rangkap",
    ):
        assert wanted in text


def test_plan_b_of_the_sample_is_marked():
    marked, plain = (
        read(sheet).document[0].get_textpage().get_text_range()
        for sheet in (RencanaB.sample(), RencanaB(made_on=samples.DAY))
    )
    assert ("CONTOH" in marked, "CONTOH" in plain) == (True, False)


def test_plan_b_stays_on_one_page_with_the_longest_facts_and_everything_unready():
    one = samples.kegiatan()
    session = replace(one.sessions[0], label="Sesi pendalaman materi dan praktik bersama narasumber")
    kegiatan = replace(one, title=f"{one.title} {one.title}", sessions=(session,) * 4)
    pdf = read(RencanaB(made_on=samples.DAY, kegiatan=kegiatan, participants=300, open_points=(LONG,) * 8))
    assert len(pdf) == 1
    lowest = max(word.bottom for word in pdf.pages[0] if word.text != "CONTOH")
    assert lowest <= pdf.sizes[0][1] - 8


def test_recovery_sheet_shows_the_code_large_and_says_what_a_pin_is_not():
    pdf = read(KodePemulihan(code="K7QM-2XHB-9RTD", owner="Siti <b>Nur</b>, Dinas", made_on=samples.DAY))
    text = words(pdf)
    assert len(pdf) == 1
    assert "Siti <b>Nur</b>, Dinas" in text
    assert "tidak mengenkripsi data" in text
    assert "tidak dapat dibuka lagi" in text
    assert max(word.bottom - word.top for word in pdf.pages[0] if word.text == "K7QM-2XHB-9RTD") >= 7
