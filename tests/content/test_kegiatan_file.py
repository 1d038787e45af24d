"""A kegiatan file is read whole, or every fault in it is named with its key, in Indonesian."""

import contextlib
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bimtek.content.kegiatan_file import read_kegiatan, read_template
from bimtek.domain.clock import Zone
from bimtek.domain.errors import FileTroubleError
from bimtek.domain.kegiatan import ItemKind, NumberRule, Paper
from bimtek.domain.logo_place import LogoPlace
from bimtek.domain.people import Role, Sex

BLORA = Path("assets/contoh/kegiatan-blora.toml")
LEAST = """
judul = "Bimtek"
tanggal = [2027-03-05]
[[sesi]]
label = "Pagi"
mulai = "08.30"
"""
ENGLISH = (
    "value",
    "input",
    "expected",
    "invalid",
    "must",
    "field",
    "error",
    "valid ",
    "line",
    "file",
    "codec",
    "range",
)


def read(tmp_path, text):
    path = tmp_path / "kegiatan.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_kegiatan(path)


def faults(tmp_path, text):
    with pytest.raises(FileTroubleError) as refused:
        read(tmp_path, text)
    said = str(refused.value)
    assert said.startswith("Berkas kegiatan kegiatan.toml belum dapat dibaca: ")
    assert not any(word in said.lower() for word in ENGLISH), said
    return said


def test_least_file_has_everything_else_by_default(tmp_path):
    plan = read(tmp_path, LEAST)
    kegiatan = plan.kegiatan
    assert (kegiatan.title, kegiatan.dates, kegiatan.zone) == ("Bimtek", (date(2027, 3, 5),), Zone.WIB)
    assert (kegiatan.min_attendance, kegiatan.min_post, kegiatan.minutes_per_jp) == (0.8, None, 45)
    assert (kegiatan.papers.paper, kegiatan.sample) == (Paper.A4, False)
    assert [(s.day, s.label, s.starts, s.ends, s.agenda) for s in plan.sessions] == [
        (1, "Pagi", time(8, 30), None, ())
    ]
    assert (plan.people, plan.logos, plan.letterhead_image) == ((), (), "")


def test_everything_a_file_may_say_arrives(tmp_path):
    plan = read(
        tmp_path,
        """
judul = "  Bimtek \\u200b OCSEA "
singkatan = "B"
kode = "K"
klasifikasi = " 400.2 "
kode_instansi = "DINSOS"
tema = "T"
tanggal = [2027-03-07, 2027-03-05, 2027-03-05]
zona = "WIT"
penyelenggara = "P"
mitra = ["A", "B"]
pendanaan = "D"
dasar = "SK"
menit_per_jp = 60
min_kehadiran = 75
min_nilai_post = 70
kota_terbit = "Blora"
tanggal_terbit = 2027-03-08
modul = ["m"]
contoh = true
tempat = {gedung = "Aula", alamat = "Jl.", kecamatan = "k", kabupaten = "b", wilayah = "33.16"}
kertas = {ukuran = "F4", jilid_spj = true, profil = "B", per = "hari", nomor_hp = true}
[kop]
bentuk = "gambar"
induk = "I"
unit = "U"
alamat = ["1", "2"]
logo = ["a.png", "b.png"]
tata_logo = [{kiri = 1, atas = 2.5, lebar = 18}, {kanan = 0, atas = 0, lebar = 20}]
gambar = "k.png"
[nomor]
sertifikat = {pola = " {urut:3}/{thn}", mulai = 7, lingkup = "tahun"}
[[penandatangan]]
dokumen = "sertifikat"
posisi = "kiri"
awalan = "a.n."
jabatan = ["Kepala", "Dinas"]
nama = "Budi"
pangkat = "Pembina"
nomor = "1970"
[[penandatangan]]
dokumen = "daftar-hadir"
nama = "Ani"
[[orang]]
peran = "narasumber"
nama = "Dra. Siti, M.Si."
jk = "P"
instansi = "Polres"
jabatan = "Kanit"
materi = "Hukum"
[[sesi]]
hari = 2
label = "Pagi"
mulai = "8:05"
selesai = "12.00"
[[sesi.agenda]]
waktu = "8.05 – 09.35"
jenis = "materi"
judul = "Istilah"
modul = "m"
jp = 2
narasumber = ["Siti"]
[[sesi.agenda]]
waktu = "09.35-10.00"
jenis = "rehat"
judul = "Rehat"
""",
    )
    k = plan.kegiatan
    assert (k.title, k.short, k.code, k.zone, k.partners) == ("Bimtek OCSEA", "B", "K", Zone.WIT, ("A", "B"))
    assert (k.classification, k.office_code) == ("400.2", "DINSOS")
    assert k.dates == (date(2027, 3, 5), date(2027, 3, 7))
    assert (k.min_attendance, k.min_post, k.issued_on, k.sample) == (0.75, 0.7, date(2027, 3, 8), True)
    assert (k.place.line, k.place.wilayah_code) == ("Aula, b", "33.16")
    papers = k.papers
    assert (papers.paper, papers.spj_binding, papers.show_phone) == (Paper.F4, True, True)
    assert (papers.list_profile, papers.list_per) == ("B", "hari")
    assert (k.letterhead.mode, k.letterhead.address_lines, plan.logos, plan.letterhead_image) == (
        "gambar", ("1", "2"), ("a.png", "b.png"), "k.png",
    )  # fmt: skip
    assert k.letterhead.logo_places == (
        LogoPlace(x=1, y=2.5, width=18), LogoPlace(x=0, y=0, width=20, from_right=True),
    )  # fmt: skip
    assert k.certificate_numbers == NumberRule(pattern="{urut:3}/{thn}", start=7, scope="tahun")
    assert k.statement_numbers.pattern.startswith("SK-")
    assert [(s.paper, s.place, s.title_lines, s.id_kind) for s in k.signatories] == [
        ("sertifikat", "kiri", ("Kepala", "Dinas"), "NIP"),
        ("daftar-hadir", "kanan", (), ""),
    ]
    (speaker,) = plan.people
    assert (speaker.role, speaker.person.name.full, speaker.person.sex, speaker.topic) == (
        Role.NARASUMBER, "Dra. Siti, M.Si.", Sex.FEMALE, "Hukum",
    )  # fmt: skip
    (session,) = plan.sessions
    assert (session.day, session.starts, session.ends) == (2, time(8, 5), time(12))
    assert [(a.starts, a.ends, a.kind, a.jp, a.module, a.speakers) for a in session.agenda] == [
        (time(8, 5), time(9, 35), ItemKind.MATERI, 2, "m", ("Siti",)),
        (time(9, 35), time(10), ItemKind.REHAT, None, "", ()),
    ]


PLACED = '[kop]\nlogo = ["a", "b"]\ntata_logo = [{{{}}}]'
AGENDA = '[[sesi.agenda]]\nwaktu = "{}"\njudul = "x"\n'


@pytest.mark.parametrize(
    ("text", "key", "words"),
    [
        (LEAST.replace('judul = "Bimtek"', ""), "judul", "belum ada"),
        (LEAST.replace('"Bimtek"', '"  "'), "judul", "belum sesuai"),
        (LEAST.replace('"Bimtek"', "5"), "judul", "belum sesuai"),
        (LEAST.replace("[2027-03-05]", "[]"), "tanggal", "belum sesuai"),
        (LEAST.replace("[2027-03-05]", "2027-03-05"), "tanggal", "belum sesuai"),
        (LEAST.replace("[2027-03-05]", '["5 Maret"]'), "tanggal.1", "belum sesuai"),
        (LEAST.split("[[sesi]]")[0], "sesi", "belum ada"),
        (LEAST + 'warna = "biru"', "sesi.1.warna", "kunci tidak dikenal"),
        ('juduul = "x"\n' + LEAST, "juduul", "kunci tidak dikenal"),
        ('zona = "WITAA"\n' + LEAST, "zona", "belum sesuai"),
        ("min_kehadiran = 101\n" + LEAST, "min_kehadiran", "belum sesuai"),
        ("min_kehadiran = 0.8\n" + LEAST, "min_kehadiran", "belum sesuai"),
        ("menit_per_jp = true\n" + LEAST, "menit_per_jp", "belum sesuai"),
        (LEAST.replace('"08.30"', '"8"'), "sesi.1.mulai", "tulis jam seperti 08.30"),
        (LEAST.replace('"08.30"', '"24.00"'), "sesi.1.mulai", "tulis jam seperti 08.30"),
        (LEAST.replace('"08.30"', '"08.60"'), "sesi.1.mulai", "tulis jam seperti 08.30"),
        (LEAST.replace('"08.30"', "8.3"), "sesi.1.mulai", "tulis jam seperti 08.30"),
        (LEAST + AGENDA.format("08.00"), "sesi.1.agenda.1.waktu", "tulis waktu seperti 08.30-10.00"),
        (LEAST + AGENDA.format("08.00-07.00"), "sesi.1.agenda.1.waktu", "harus sesudah waktu mulai"),
        (LEAST + AGENDA.format("08.00-25.00"), "sesi.1.agenda.1.waktu", "tulis jam seperti 08.30"),
        (LEAST + AGENDA.format("08.00-08.45") + "jp = -1", "sesi.1.agenda.1.jp", "belum sesuai"),
        (LEAST + AGENDA.format("08.00-08.45") + 'jenis = "makan"', "sesi.1.agenda.1.jenis", "belum sesuai"),
        (LEAST + "hari = 2", "sesi.1.hari", "melebihi banyaknya tanggal"),
        (LEAST + "hari = 0", "sesi.1.hari", "belum sesuai"),
        (LEAST + '[[orang]]\nperan = "tamu"\nnama = "x"', "orang.1.peran", "belum sesuai"),
        (LEAST + '[[penandatangan]]\ndokumen = "x"\nnama = "x"', "penandatangan.1.dokumen", "belum sesuai"),
        (LEAST + '[kop]\nlogo = ["1", "2", "3", "4", "5"]', "kop.logo", "belum sesuai"),
        (LEAST + PLACED.format("kiri = 1, atas = 0, lebar = 9"), "kop.tata_logo", "harus sebanyak logo"),
        (LEAST + PLACED.format("kiri = 1, kanan = 1, atas = 0, lebar = 9"), "kop.tata_logo.1", "sesuai"),
        (LEAST + PLACED.format("atas = 0, lebar = 9"), "kop.tata_logo.1", "belum sesuai"),
        (LEAST + PLACED.format("kiri = 51, atas = 0, lebar = 9"), "kop.tata_logo.1.kiri", "belum sesuai"),
        (LEAST + PLACED.format("kiri = 1, atas = 41, lebar = 9"), "kop.tata_logo.1.atas", "belum sesuai"),
        (LEAST + PLACED.format("kiri = 1, atas = 0, lebar = 0"), "kop.tata_logo.1.lebar", "belum sesuai"),
        (
            LEAST + '[nomor.sertifikat]\npola = "{nomor}/{thn}"',
            "nomor.sertifikat.pola",
            "bagian yang tidak dikenal: nomor",
        ),
        (LEAST + '[nomor.sertifikat]\npola = "{urut"', "nomor.sertifikat.pola", "tidak dikenal: {"),
    ],
)  # fmt: skip
def test_fault_is_named_with_its_key(tmp_path, text, key, words):
    said = faults(tmp_path, text)
    assert f"“{key}”" in said
    assert words in said


def test_all_faults_are_named_at_once(tmp_path):
    said = faults(
        tmp_path, 'juduul = "x"\n' + LEAST.replace('"08.30"', '"8"').replace('judul = "Bimtek"', "")
    )
    assert all(f"“{key}”" in said for key in ("juduul", "judul", "sesi.1.mulai"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            LEAST.replace('judul = "Bimtek"', 'judul = "Bimtek'),
            "baris 2: Tanda kutip di baris ini belum ditutup",
        ),
        (LEAST + "label = [", "baris "),
        (LEAST + 'label = "lagi"', "baris 7: Kunci atau tabel ini ditulis dua kali"),
        ("halo dunia", "baris 1"),
        (b"\xff\xfe\x00", "bukan teks UTF-8"),
        ("x = " + "[" * 5000, "bertumpuk terlalu dalam"),
        ("#" * 1_000_001, "lebih dari 1 MB"),
    ],
)
def test_text_that_is_no_toml_is_said_with_its_line(tmp_path, text, words):
    assert words in faults(tmp_path, text)


def test_missing_file_and_folder_are_said_in_words(tmp_path):
    for path in (tmp_path / "tidak-ada.toml", tmp_path):
        with pytest.raises(FileTroubleError, match="tidak dapat dibuka"):
            read_kegiatan(path)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_damage_to_the_sample_is_read_or_refused_in_words(tmp_path, data):
    """Lines left out, doubled or swapped, and characters changed: never anything but our own error."""
    lines = BLORA.read_text(encoding="utf-8").splitlines()
    for _n in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(lines) - 1))
        how = data.draw(st.sampled_from(["drop", "double", "letter", "value"]))
        if how == "drop":
            del lines[at]
        elif how == "double":
            lines.insert(at, lines[at])
        elif how == "letter" and lines[at]:
            lines[at] = lines[at][:-1] + data.draw(st.characters(codec="utf-8"))
        elif "=" in lines[at]:
            value = data.draw(
                st.sampled_from(["1", '"x"', "true", "[]", "{}", "2024-01-01", "-5", '""', "1e400"])
            )
            lines[at] = lines[at].split("=")[0] + "= " + value
    path = tmp_path / "rusak.toml"
    path.write_text("\n".join(lines), encoding="utf-8")
    with contextlib.suppress(FileTroubleError):
        read_kegiatan(path)


@pytest.mark.parametrize("path", sorted(Path("assets/templat").glob("*.toml")), ids=lambda p: p.stem)
def test_shipped_templates_are_read(path):
    template = read_template(path)
    assert template.key == path.stem
    assert template.sessions


def test_sample_is_read():
    plan = read_kegiatan(BLORA)
    assert plan.kegiatan.sample
    assert plan.kegiatan.dates == (date(2024, 3, 5),)
    assert plan.people


def test_template_with_a_fault_names_it(tmp_path):
    path = tmp_path / "x.toml"
    path.write_text('kunci = "x"\njudul = "x"\nringkasan = "x"\njp = "2"\n')
    with pytest.raises(FileTroubleError, match=r"“jp”.*“sesi”"):
        read_template(path)
