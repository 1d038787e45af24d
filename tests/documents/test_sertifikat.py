"""Certificates and statements, read back from the PDF: acceptance points 23 to 33, 37 and 40."""

import io
import re
import zlib
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bimtek.documents import samples
from bimtek.documents.base import Fix
from bimtek.documents.certificate_front import proof_place
from bimtek.documents.certificate_text import body_text, unknown_fields
from bimtek.documents.sertifikat import Sertifikat, Sides
from bimtek.documents.surat_keterangan import SuratKeterangan
from bimtek.domain.certificate import CertificateKind, CertificateRecord, MateriRow
from bimtek.domain.certificate_number import number_text
from bimtek.domain.errors import DocumentError
from bimtek.domain.kegiatan import Kegiatan, NumberRule, Paper, Signatory
from bimtek.domain.people import Role
from tests.counts import sampled
from tests.documents.pictures import SHAPES, picture
from tests.documents.reading import Pdf, Word

FRAME = 13.7  # millimetres: the innermost line of the frame
LONGEST = {
    "front_title": "Prof. Dr. Ir. Hj.",
    "name": "Raden Ajeng Siti Nur Aisyah Kusumawardhani",
    "back_title": "S.Sos., M.Si., Ph.D.",
}
HEAD = Signatory(
    place="kanan",
    title_lines=("Kepala Dinas Sosial, Pemberdayaan Perempuan", "dan Perlindungan Anak"),
    name="Dra. Contoh Wulandari, M.Si.",
    pangkat="Pembina Utama Muda",
    id_number="197001011995032001",
)
PARTNER = Signatory(place="kiri", title_lines=("Direktur Yayasan Contoh",), name="Contoh Wijaya, S.H.")
THIRD = Signatory(place="tengah", prefix="Plt.", title_lines=("Camat Contoh",), name="Bambang Contoh, S.STP.")


def record(**fields: object) -> CertificateRecord:
    """The sample certificate, not marked CONTOH, with other fields."""
    return replace(samples.certificate(), sample=False, **fields)


def make(*records: CertificateRecord, sides: Sides = Sides.DUPLEX) -> Sertifikat:
    return Sertifikat(records=records or (record(),), files=picture, sides=sides)


def front(**fields: object) -> Pdf:
    return Pdf.of(make(record(**fields), sides=Sides.FRONT))


def materi(count: int, jp: int = 1) -> tuple[MateriRow, ...]:
    return tuple(MateriRow(title=f"Materi ke-{n}", speakers="Ani, M.H.", jp=jp) for n in range(1, count + 1))


def lines_of(pdf: Pdf, page: int = 0) -> list[list[Word]]:
    """Words of a page by line."""
    rows: dict[int, list[Word]] = {}
    for word in sorted(pdf.pages[page], key=lambda w: (w.top, w.left)):
        key = next((k for k in rows if abs(rows[k][0].bottom - word.bottom) < 0.5), len(rows))
        rows.setdefault(key, []).append(word)
    return list(rows.values())


def line_with(pdf: Pdf, text: str, page: int = 0) -> list[Word]:
    return next(line for line in lines_of(pdf, page) if text in " ".join(w.text for w in line))


def name_words(pdf: Pdf) -> list[Word]:
    """Words between "diberikan kepada:" and the rule under the name."""
    above = pdf.word("diberikan kepada:")
    return [w for w in pdf.pages[0] if above.bottom + 0.5 < w.bottom < 98]


@pytest.mark.parametrize(("sides", "pages"), [(Sides.DUPLEX, 4), (Sides.FRONT, 2), (Sides.BACK, 2)])
def test_point_23_front_and_back_on_a4_lying_together_or_apart(sides, pages):
    pdf = Pdf.of(make(record(), record(name="Suparti", back_title=""), sides=sides))
    assert len(pdf) == pages
    assert pdf.sizes == [(pytest.approx(297, abs=0.1), pytest.approx(210, abs=0.1))] * pages
    kinds = ["depan" if "diberikan kepada" in text else "belakang" for text in pdf.texts]
    assert (
        kinds
        == {
            Sides.DUPLEX: ["depan", "belakang"] * 2,
            Sides.FRONT: ["depan"] * 2,
            Sides.BACK: ["belakang"] * 2,
        }[sides]
    )


def test_point_23_duplex_turns_on_the_short_edge_and_every_front_lies_on_a_front():
    pdf = Pdf.of(make(record(materi=materi(40), jp=40), record(materi=materi(40), jp=40)))
    assert b"/Duplex /DuplexFlipShortEdge" in pdf.data
    fronts = [n for n, text in enumerate(pdf.texts) if "diberikan kepada" in text]
    assert len(fronts) == 2
    assert all(n % 2 == 0 for n in fronts)
    assert len(pdf) % 2 == 0


@pytest.mark.parametrize(
    ("name", "size", "lines"),
    [
        ({"name": "Suparti", "back_title": ""}, 28, 1),
        ({"name": "Muhammad Abdurrahman Wicaksono Hadi", "back_title": "S.Sos., M.Si."}, 25, 1),
        (LONGEST, 20, 2),
    ],
)
def test_point_24_the_name_is_large_and_inside_the_frame(name, size, lines):
    pdf = front(**name)
    words = [
        w for w in pdf.pages[0] if 76 < w.top + 3 < 97 and "diberikan" not in w.text and w.text != "kepada:"
    ]
    assert min(w.left for w in words) >= (297 - 225.2) / 2
    assert max(w.right for w in words) <= (297 + 225.2) / 2
    assert len({round(w.bottom) for w in words}) == lines
    first_word = words[0].text
    got = pdf.size_of(first_word)
    assert size <= got <= 28
    others = {w.text for w in pdf.pages[0]} - {w.text for w in words} - {"SERTIFIKAT"}
    assert all(pdf.size_of(text) < got for text in others)


@pytest.mark.parametrize(
    "name",
    [
        LONGEST,
        {"front_title": "Dr. (H.C.) K.H.", "name": "A" * 70, "back_title": "S. Sos., M. Si., Ph. D."},
        {"front_title": "", "name": " ".join(["Kusumawardhani"] * 9), "back_title": "S.Tr.Keb., M.Tr.Keb."},
    ],
)
def test_point_24_a_long_name_breaks_outside_its_titles(name):
    pdf = front(**name)
    words = name_words(pdf)
    rows: dict[int, list[str]] = {}
    for w in sorted(words, key=lambda w: (round(w.bottom), w.left)):
        rows.setdefault(round(w.bottom), []).append(w.text)
    full = f"{name['front_title']} {name['name']}, {name['back_title']}".strip()
    assert "".join("".join(row) for row in rows.values()) == full.replace(" ", "")
    starts = [" ".join(row) for row in rows.values()][1:]
    for title in ("Sos.", "Si.", "D.", "Keb."):
        assert not any(start.startswith(title) for start in starts)


def test_b9_37_two_hundred_names_of_up_to_85_letters_stay_in_their_box():
    words = ("Muhammad", "Siti", "Fathurrahman", "Al-Ghifari", "Nur'aini", "Kusumawardhani", "R.", "Ḥalimah")
    spelled = [" ".join(words[(n + k) % 8] for k in range(12)) for n in range(200)]
    names = [" ".join(name[: 4 + n * 80 // 199].split()) for n, name in enumerate(spelled)]
    names.append("Raden " + "A" * 79)
    titles = ("", "S.Sos.", "S.H., M.Kn., Ph.D.", "A.Md.Keb.")
    records = [record(name=name, back_title=titles[n % 4]) for n, name in enumerate(names)]
    assert max(len(name) for name in names) == 85
    pdf = Pdf.of(make(*records, sides=Sides.FRONT))
    assert len(pdf) == len(names) > 200
    above, words_of = pdf.word("diberikan kepada:").bottom, pdf.pages
    for page, made in zip(words_of, records, strict=True):
        name = [w for w in page if above + 0.5 < w.bottom < 98]
        assert "".join(w.text for w in sorted(name, key=lambda w: (round(w.bottom), w.left))).startswith(
            made.name.replace(" ", "")[:20]
        )
        assert min(w.left for w in name) >= (297 - 226) / 2
        assert max(w.right for w in name) <= (297 + 226) / 2


names = st.text(
    alphabet="abcdefghijklmnopqrstuvwxyzABCDEFGHIJ '’.-éèöñḥṣāū<>&\"%()\\/", min_size=1, max_size=85
).filter(lambda text: text.strip())


@settings(max_examples=sampled(15, 120), deadline=None)
@given(name=names, back=st.sampled_from(["", "S.Sos.", "S.H., M.Kn., Ph.D.", "A. Md. Keb."]))
def test_point_24_and_b9_37_any_name_stays_inside_its_box(name, back):
    pdf = front(name=" ".join(name.split()), back_title=back)
    words = name_words(pdf)
    assert min(w.left for w in words) > (297 - 226) / 2
    assert max(w.right for w in words) < (297 + 226) / 2
    printed = "".join(w.text for w in sorted(words, key=lambda w: (round(w.bottom), w.left)))
    assert sorted(printed) == sorted("".join(f"{name}{', ' + back if back else ''}".split()))
    assert "\x00" not in pdf.text


def test_point_25_titles_stay_as_entered_in_capitals_too():
    pdf = front(name="Siti Nur'aini", back_title="S.Sos., M.Pd.I.", name_case="kapital")
    assert pdf.word("SITI NUR'AINI, S.Sos., M.Pd.I.")
    assert Pdf.of(make(record(name="siti NUR", back_title="s.sos"))).word("siti NUR, s.sos")


@pytest.mark.parametrize(
    ("role", "phrase"),
    [
        (Role.PESERTA, "telah mengikuti Bimbingan Teknis"),
        (Role.NARASUMBER, "atas kontribusinya sebagai Narasumber dengan materi “Alur rujukan” pada"),
        (Role.FASILITATOR, "yang telah memfasilitasi Bimbingan Teknis"),
        (Role.MODERATOR, "atas perannya sebagai Moderator pada sesi “Alur rujukan” dalam"),
        (Role.PANITIA, "atas pengabdiannya sebagai Panitia Pelaksana pada"),
    ],
)
def test_point_26_each_role_has_its_wording(role, phrase):
    pdf = front(role=role.value, topic="Alur rujukan")
    assert pdf.word(role.value.upper())
    assert phrase in pdf.text
    assert ("jam pelajaran" in pdf.text) == (role is Role.PESERTA)
    assert "{" not in pdf.text
    assert "[" not in pdf.text


def test_point_26_wording_is_editable_and_empty_parts_vanish():
    wording = "hadir pada {kegiatan}[ bersama {mitra}] ({tanggal})[ sebagai {materi}], {jp} ({terbilang}) JP."
    text = front(wording=wording, partners=()).text
    assert "(5 Maret 2024), 5 (lima) JP." in text
    assert "bersama" not in text
    assert "yang diselenggarakan" not in text


def test_point_26_each_role_may_have_a_wording_of_its_own():
    wording = "ikut {kegiatan}.\nNarasumber: berbagi {materi}.\n lalu pulang."
    assert body_text(record(wording=wording, role="narasumber", topic="Alur")) == "berbagi Alur."
    assert body_text(record(wording=wording)).startswith("ikut Bimbingan")
    assert "memfasilitasi" in body_text(record(wording=wording, role="fasilitator"))


@pytest.mark.parametrize(
    ("wording", "unknown"),
    [
        ("{nama} ikut {kegiatn}", ["kegiatn"]),
        ("{} dan {Nama}", ["", "Nama"]),
        ("{nama ikut", ["{"]),
        ("[di {tempat}", ["["]),
        ("{nama}[ di {tempat}]", []),
    ],
)
def test_point_26_an_unknown_field_is_reported_before_printing(wording, unknown):
    assert unknown_fields(wording) == unknown
    paper = make(record(wording=wording))
    blocking = [problem for problem in paper.problems() if problem.blocking]
    assert [problem.fix for problem in blocking] == ([Fix.WORDING] if unknown else [])
    if unknown:
        with pytest.raises(DocumentError, match="tidak dikenal"):
            paper.write(io.BytesIO())


def numbered(pattern, sequence):
    kegiatan = Kegiatan(
        id="k",
        title="Bimtek",
        code="BIMTEK-OCSEA",
        issued_on=date(2024, 3, 5),
        certificate_numbers=NumberRule(pattern=pattern),
    )
    return number_text(kegiatan, CertificateKind.SERTIFIKAT, sequence, "peserta")


@pytest.mark.parametrize(
    ("pattern", "printed"),
    [
        ("{urut:3}/{kode_kegiatan}/{bln_romawi}/{thn}", "Nomor: 015/BIMTEK-OCSEA/III/2024"),
        ("400.2/{urut:4}/{peran}/{bln}/{thn2}", "Nomor: 400.2/0015/PST/03/24"),
    ],
)
def test_point_27_the_number_is_printed_as_its_pattern_makes_it(pattern, printed):
    pdf = front(number=numbered(pattern, 15))
    place = pdf.word(printed)
    assert (place.left + place.right) / 2 == pytest.approx(148.5, abs=0.5)


def test_point_27_a_number_left_to_the_office_is_dotted():
    number = numbered("400.2/{urut}/{thn}", None)
    assert "Nomor: 400.2/……/2024" in front(number=number).text
    assert "Nomor: ………" in front(number="").text


@pytest.mark.parametrize(
    ("dates", "phrase"),
    [
        ((date(2024, 3, 5),), "5 Maret 2024"),
        ((date(2024, 3, 5), date(2024, 3, 6)), "5 s.d. 6 Maret 2024"),
        ((date(2024, 3, 31), date(2024, 4, 1)), "31 Maret s.d. 1 April 2024"),
        ((date(2024, 12, 31), date(2025, 1, 1)), "31 Desember 2024 s.d. 1 Januari 2025"),
        ((date(2024, 3, 5), date(2024, 3, 7), date(2024, 3, 12)), "5, 7, dan 12 Maret 2024"),
    ],
)
def test_point_29_dates_print_in_their_shortest_form(dates, phrase):
    assert f"pada tanggal {phrase} di" in front(dates=dates).text


@settings(max_examples=sampled(15, 120), deadline=None)
@given(extra=st.text(alphabet="abcdefg ", max_size=120), size=st.integers(0, 60))
def test_point_29_nothing_breaks_inside_a_date_a_nip_or_a_number_with_its_words(extra, size):
    title = f"Bimbingan Teknis {' '.join(extra.split())}".strip()
    pdf = front(kegiatan_title=title, place="Balai " + "D" * (size % 25), jp=5)
    lines = [" ".join(w.text for w in line) for line in lines_of(pdf)]
    for phrase in ("5 Maret 2024", "5 (lima)", "NIP 19700101 199503 2 001"):
        assert any(phrase in line for line in lines)


def test_point_30_jp_carries_its_words_and_equals_the_total_of_the_back():
    pdf = Pdf.of(make(record(materi=materi(8, 2), jp=16)))
    assert "selama 16 (enam belas) jam pelajaran." in pdf.text
    assert "Jumlah 16 JP" in " ".join(pdf.texts[1].split())


def test_point_30_a_mismatch_of_jp_is_an_error_in_words():
    paper = make(record(jp=6))
    (problem,) = paper.problems()
    assert problem.blocking
    assert problem.fix is Fix.AGENDA
    assert str(problem.message) == "JP halaman depan 6, jumlah di belakang 5."
    out = io.BytesIO()
    with pytest.raises(DocumentError):
        paper.write(out)
    assert out.getvalue() == b""


@pytest.mark.parametrize("count", [1, 7, 16, 21, 25, 60])
def test_point_31_every_materi_is_printed_with_the_total(count):
    pdf = Pdf.of(make(record(materi=materi(count), jp=count), sides=Sides.BACK))
    printed = re.findall(r"Materi ke-(\d+)", pdf.text)
    assert [int(n) for n in printed] == list(range(1, count + 1))
    assert len(pdf) == (1 if count <= 21 else -(-count // 22))
    last = len(pdf) - 1
    assert f"Jumlah {count} JP" in " ".join(pdf.texts[last].split())
    for page in range(len(pdf)):
        assert max(w.bottom for w in pdf.pages[page]) < 200 - 2


def test_point_31_scores_and_attendance_stand_below_when_wanted():
    shown = Pdf.of(make(record(), sides=Sides.BACK)).text
    assert "Nilai pre-test 55,0 · Nilai post-test 85,0 · Kehadiran 100%" in shown
    hidden = Pdf.of(make(record(show_scores=False), sides=Sides.BACK)).text
    assert "Nilai" not in hidden
    partly = Pdf.of(make(record(pre=None), sides=Sides.BACK)).text
    assert "pre-test" not in partly


@pytest.mark.parametrize("signers", [(HEAD,), (PARTNER, HEAD), (PARTNER, THIRD, HEAD)])
def test_point_32_up_to_three_signers_with_one_date_and_room_to_stamp(signers):
    pdf = front(signers=signers)
    assert len(pdf.words("Blora, 5 Maret 2024")) == 1
    edges = []
    for signer in signers:
        name = pdf.word(signer.name)
        posts = [
            w for w in pdf.pages[0] if 150 < w.bottom < 175 and w.right > name.left and w.left < name.right
        ]
        assert name.top + 0.8 - max(w.bottom - 0.8 for w in posts) >= 18
        edges.append((name.left, name.right))
    assert all(left[1] < right[0] - 2 for left, right in pairwise(sorted(edges)))
    head = pdf.word(HEAD.name)
    assert pdf.word("Pembina Utama Muda").top > head.top
    nip = pdf.word("NIP 19700101 199503 2 001")
    assert nip.bottom < 210 - FRAME - 1.5
    assert abs((nip.left + nip.right) - (head.left + head.right)) < 1
    assert ("Mengetahui," in pdf.text) == (PARTNER in signers)
    assert ("Plt. Camat Contoh," in pdf.text) == (THIRD in signers)


@pytest.mark.parametrize("signers", [(HEAD,), (PARTNER, HEAD), (PARTNER, THIRD, HEAD)])
def test_point_32_the_place_of_the_code_is_free_whatever_is_printed(signers):
    long = record(
        signers=signers,
        logos=("a", "b", "c", "d"),
        kegiatan_title=samples.TITLE * 2,
        organiser="Dinas " * 20,
        **LONGEST,
    )
    pdf = Pdf.of(make(long, sides=Sides.FRONT))
    left, top = proof_place(len(signers))
    if len(signers) < 3:
        assert (left, top) == (133.5, 150)
    right, bottom = left + 30, top + 30

    def clear(x1: float, y1: float, x2: float, y2: float) -> bool:
        return x2 <= left or x1 >= right or y2 <= top or y1 >= bottom

    assert all(clear(w.left, w.top + 0.6, w.right, w.bottom - 0.6) for w in pdf.pages[0])
    assert all(clear(*box) for box in pdf.images())
    assert right <= 297 - FRAME
    assert top >= FRAME


@pytest.mark.parametrize("count", [0, 1, 2, 3, 4])
@pytest.mark.parametrize("signers", [(HEAD,), (PARTNER, THIRD, HEAD)])
def test_point_33_logos_stand_in_order_with_their_shape(count, signers):
    names_of = ("a", "b", "c", "d")[:count]
    pdf = front(logos=names_of, signers=signers)
    boxes = pdf.images()
    assert len(boxes) == count
    assert [box[0] for box in boxes] == sorted(box[0] for box in boxes)
    for name, (left, top, right, bottom) in zip(names_of, boxes, strict=True):
        wide, high = SHAPES[name]
        assert (right - left) / (bottom - top) == pytest.approx(wide / high, rel=0.02)
        assert top >= FRAME
        assert bottom <= pdf.words("DINAS")[0].top
    if count and len(signers) < 3:
        assert (boxes[0][0] + boxes[-1][2]) / 2 == pytest.approx(148.5, abs=6)
    if count and len(signers) == 3:
        assert boxes[-1][2] < proof_place(3)[0] - 2


def test_point_37_below_the_threshold_is_a_statement_with_its_reason_and_no_certificate():
    statement = replace(
        samples.certificate(CertificateKind.SURAT_KETERANGAN),
        jp=8,
        of_jp=16,
        number="400.2/SK-003/2024",
        reason="Kehadiran 8 dari 16 JP, di bawah syarat.",
        sample=False,
    )
    pdf = Pdf.of(SuratKeterangan(records=(statement,), letterhead=samples.kegiatan().letterhead))
    assert len(pdf) == 1
    assert pdf.word("SURAT KETERANGAN")
    assert "Nomor: 400.2/SK-003/2024" in pdf.text
    assert "selama 8 (delapan) JP dari 16 (enam belas) JP." in pdf.text
    assert "telah mengikuti sebagian kegiatan" in pdf.text
    assert "Keterangan: Kehadiran 8 dari 16 JP, di bawah syarat." in pdf.text
    assert "bukan sertifikat kelulusan" in pdf.text
    assert "SERTIFIKAT" not in pdf.text


@pytest.mark.parametrize("paper", list(Paper))
def test_point_37_the_letter_fits_its_paper_with_the_longest_of_everything(paper):
    statement = replace(
        samples.certificate(CertificateKind.SURAT_KETERANGAN),
        signers=(PARTNER, THIRD, HEAD),
        kegiatan_title=samples.TITLE * 2,
        reason="Nilai post-test di bawah syarat. " * 4,
        **LONGEST,
    )
    pdf = Pdf.of(SuratKeterangan(records=(statement,), letterhead=samples.kegiatan().letterhead, paper=paper))
    assert len(pdf) == 1
    assert pdf.sizes[0] == pytest.approx((210, 297) if paper is Paper.A4 else (215, 330), abs=0.1)
    assert max(w.bottom for w in pdf.pages[0]) < pdf.sizes[0][1] - 15
    assert max(w.right for w in pdf.pages[0]) < pdf.sizes[0][0] - 19


def test_point_40_fonts_are_embedded_and_unusual_letters_survive():
    unusual = ("Renée Ḥasan", "Göran Ñaro", "Ma’ruf", "<b>Budi</b> & Ani", "Ṣāliḥ ‘Abd")
    pdf = Pdf.of(make(*(record(name=name, back_title="") for name in unusual)))
    assert all(embedded for _name, embedded in pdf.fonts)
    for name in unusual:
        assert name in pdf.text
    assert "\x00" not in pdf.text


def test_one_file_per_person_equals_the_combined_pages_and_holds_nobody_else():
    people = [
        record(name=f"Orang {word}", number=f"{n:03d}/X/2024")
        for n, word in enumerate(("Satu", "Dua", "Tiga"))
    ]
    paper = replace(make(*people), sequences=(15, 16, 17))
    combined = Pdf.of(paper)
    files = list(paper.each())
    assert [name for name, _data in files] == [
        "015_Orang_Satu.pdf",
        "016_Orang_Dua.pdf",
        "017_Orang_Tiga.pdf",
    ]
    for n, (_name, data) in enumerate(files):
        single = Pdf(data)
        assert single.texts == combined.texts[2 * n : 2 * n + 2]
        assert single.fonts
        assert all(embedded for _font, embedded in single.fonts)
        assert single.document.get_metadata_value("Title") == f"SERTIFIKAT – {people[n].name}, S.Sos."
        for stream in re.findall(rb"stream\r?\n(.*?)endstream", data, re.DOTALL):
            content = inflated(stream)
            others = [p.name for k, p in enumerate(people) if k != n]
            assert not any(other.encode() in content for other in others)
    assert files == list(paper.each())


def inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return stream


def test_people_of_the_same_name_do_not_overwrite_each_other():
    paper = replace(make(record(), record(), record(name="SITI NUR AISYAH")), sequences=(1, 1, 1))
    assert [name for name, _data in paper.each()] == [
        "001_Siti_Nur_Aisyah.pdf",
        "001_Siti_Nur_Aisyah_2.pdf",
        "001_SITI_NUR_AISYAH_3.pdf",
    ]


def test_the_shared_design_is_drawn_once_for_all():
    one, many = (Pdf.of(make(*[record(logos=("a", "b"))] * count)) for count in (1, 100))
    assert (len(many.data) - len(one.data)) / 99 < 2000
    assert len(many.images(198)) == 2


def test_same_records_give_the_same_bytes_and_a_sample_is_marked():
    assert Pdf.of(make()).data == Pdf.of(make()).data
    marked = Pdf.of(Sertifikat.sample())
    assert all("CONTOH" in page.get_textpage().get_text_range() for page in marked.document)
    assert not Pdf.of(make()).words("CONTOH", 1)


def test_a_long_activity_stays_in_four_lines_above_the_signers():
    title = (samples.TITLE + " Kabupaten Blora Tahun Anggaran 2024 oleh Tim Gabungan")[:170]
    pdf = front(kegiatan_title=title, partners=("Yayasan Setara Contoh", "ECPAT Contoh", "UNICEF Contoh"))
    first = line_with(pdf, "telah mengikuti")
    last = line_with(pdf, "jam pelajaran.")
    rows = [line for line in lines_of(pdf) if first[0].top <= line[0].top <= last[0].top]
    assert len(rows) <= 4
    assert max(w.bottom for w in last) < 148


def test_an_empty_batch_says_so():
    (problem,) = Sertifikat(records=()).problems()
    assert problem.blocking
    assert problem.fix is Fix.PEOPLE


@given(st.sampled_from(list(Role)), st.booleans(), st.booleans())
def test_body_text_never_leaves_marks_of_its_template(role, partners, topic):
    text = body_text(
        record(role=role.value, partners=("A", "B", "C") if partners else (), topic="X" if topic else "")
    )
    assert not set("{}[]") & set(text)
    assert "  " not in text
    assert text.endswith(".")
