"""No text touches a line or another text, on any paper, with the longest of everything."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from bimtek.documents import samples
from bimtek.documents.base import Document
from bimtek.documents.daftar_hadir import DaftarHadir, ListOptions
from bimtek.documents.kartu import Kartu
from bimtek.documents.kunci import Kunci
from bimtek.documents.lembar_soal import LembarSoal
from bimtek.documents.sertifikat import Sertifikat
from bimtek.documents.slip_kode import SlipKode
from bimtek.documents.surat_keterangan import SuratKeterangan
from bimtek.domain.attendance import Status
from bimtek.domain.certificate import CertificateKind, MateriRow
from bimtek.domain.kegiatan import Kegiatan, Letterhead, Paper, PaperOptions, Signatory
from bimtek.domain.people import Participation, PersonName
from bimtek.domain.place import Place
from tests.documents.pictures import picture
from tests.documents.reading import Pdf, Segment, Word

LONGEST = PersonName(
    "Raden Ajeng Siti Nur Aisyah Kusumawardhani", "Prof. Dr. Ir. Hj.", "S.Sos., M.Si., Ph.D."
)
OFFICE = "Dinas Pemberdayaan Perempuan, Perlindungan Anak dan Keluarga Berencana Kabupaten Blora"
SIGNERS = (
    Signatory(
        place="kiri",
        prefix="a.n.",
        title_lines=(f"Kepala {OFFICE}", "Sekretaris"),
        name=LONGEST.full,
        pangkat="Pembina Utama Muda",
        id_number="197001011995032001",
    ),
    Signatory(place="tengah", title_lines=("Direktur Yayasan",), name="Contoh Wijaya, S.H."),
    Signatory(place="kanan", title_lines=("Ketua Panitia",), name="Bambang Contoh, S.Sos."),
)
CLEAR = 0.8  # millimetres of white between ink and a line


def event(paper: Paper, *, profile: str = "A", spj: bool = False) -> Kegiatan:
    """A kegiatan whose every text is as long as offices make them."""
    return replace(
        samples.kegiatan(),
        sample=False,
        title=(samples.TITLE + " Kabupaten Blora Tahun Anggaran 2024")[:170],
        place=Place(hall="Aula " + OFFICE, desa="Contoh", kecamatan="Jepon", kabupaten="Kabupaten Blora"),
        papers=PaperOptions(paper=paper, list_profile=profile, spj_binding=spj, show_phone=True),
        signatories=tuple(replace(signer, paper="daftar-hadir") for signer in SIGNERS),
        letterhead=Letterhead(
            parent="PEMERINTAH KABUPATEN BLORA",
            unit=OFFICE.upper(),
            address_lines=("Jalan Contoh Nomor 1 " + "Contoh " * 12, "Telepon (0296) 000000"),
            logos=("a", "b", "c", "d"),
        ),
    )


def people(count: int) -> tuple[Participation, ...]:
    """Every third with the longest name and office."""
    return tuple(
        entry
        if n % 3
        else replace(
            entry,
            person=replace(
                entry.person, name=LONGEST, instansi=OFFICE, id_kind="NIP", id_number="198705122010012003"
            ),
        )
        for n, entry in enumerate(samples.people(count))
    )


def papers() -> Iterator[tuple[str, Document]]:
    for paper in Paper:
        for profile in "AB":
            for spj in (False, True):
                kegiatan = event(paper, profile=profile, spj=spj)
                everybody = people(33)
                options = ListOptions(
                    totals=True,
                    stamp="Dicetak ulang 6 Maret 2024",
                    marks={p.id: list(Status)[n % 4] for n, p in enumerate(everybody)},
                )
                yield (
                    f"daftar-hadir-{paper}-{profile}-{spj}",
                    DaftarHadir(
                        kegiatan=kegiatan,
                        session=kegiatan.sessions[0],
                        people=everybody,
                        options=options,
                        files=picture,
                    ),
                )
        kegiatan = event(paper)
        yield f"slip-{paper}", SlipKode(kegiatan=kegiatan, people=people(40))
        for large in (False, True):
            sheet = LembarSoal(kegiatan=kegiatan, form=samples.form(), seed=3, large=large)
            yield f"soal-{paper}-{large}", sheet
        yield f"kunci-{paper}", Kunci(kegiatan=kegiatan, form=samples.form(), seed=3)
        yield f"kartu-{paper}", Kartu(module_title=samples.TITLE, cards=samples.cards(), paper=paper)
        statement = replace(samples.certificate(CertificateKind.SURAT_KETERANGAN), **_long())
        yield (
            f"surat-{paper}",
            SuratKeterangan(records=(statement,), letterhead=kegiatan.letterhead, paper=paper, files=picture),
        )
    materi = tuple(MateriRow(title=f"{n} {samples.TITLE}", speakers=LONGEST.full, jp=1) for n in range(25))
    for count in (1, 2, 3):
        record = replace(
            samples.certificate(), materi=materi, jp=25, logos=("a", "b", "c", "d"), **_long(count)
        )
        yield f"sertifikat-{count}", Sertifikat(records=(record,), files=picture)


def _long(signers: int = 3) -> dict[str, object]:
    return {
        "front_title": LONGEST.front,
        "name": LONGEST.name,
        "back_title": LONGEST.back,
        "position": f"Kepala Seksi, {OFFICE}",
        "kegiatan_title": (samples.TITLE + " Kabupaten Blora Tahun Anggaran 2024")[:170],
        "organiser": OFFICE,
        "partners": ("Yayasan Setara Contoh", "ECPAT Contoh Indonesia"),
        "dates": (date(2024, 3, 5), date(2024, 3, 6)),
        "signers": SIGNERS[-signers:],
        "reason": "Kehadiran 2 dari 5 JP, di bawah syarat.",
        "sample": False,
    }


PAPERS = dict(papers())


@pytest.mark.parametrize("name", PAPERS)
def test_no_text_touches_a_line_or_another_text(name):
    out = io.BytesIO()
    PAPERS[name].write(out)
    pdf = Pdf(out.getvalue())
    for page in range(len(pdf)):
        words, lines = pdf.inked(page), list(pdf.segments(page))
        assert [(w.text, s) for w in words for s in lines if _touches(w, s)] == []
        ranked = sorted(words, key=lambda w: w.top)
        assert [
            (a.text, b.text) for n, a in enumerate(ranked) for b in ranked[n + 1 : n + 80] if _overlap(a, b)
        ] == []
        wide, high = pdf.sizes[page]
        assert all(w.left > 8 and w.right < wide - 8 and w.top > 8 and w.bottom < high - 7 for w in words)


def _touches(word: Word, line: Segment) -> bool:
    left, right = min(line.x1, line.x2), max(line.x1, line.x2)
    top, bottom = min(line.y1, line.y2), max(line.y1, line.y2)
    return (
        word.left - CLEAR < right
        and word.right + CLEAR > left
        and word.top - CLEAR < bottom
        and word.bottom + CLEAR > top
    )


def _overlap(a: Word, b: Word) -> bool:
    return a.left < b.right and b.left < a.right and a.top < b.bottom and b.top < a.bottom
