"""Invented people and a kegiatan for samples and previews. Nobody here exists."""

from dataclasses import replace
from datetime import date, time
from typing import Any

from bimtek.domain.blocks import ListBlock, Paragraph, Span
from bimtek.domain.certificate import CertificateKind, CertificateRecord, MateriRow
from bimtek.domain.channels import CardLine, ChannelKind
from bimtek.domain.form import Form, FormItem
from bimtek.domain.kegiatan import AgendaItem, ItemKind, Kegiatan, Letterhead, Session, Signatory
from bimtek.domain.module import Card
from bimtek.domain.people import Participation, Person, PersonName, Role, Sex
from bimtek.domain.place import Place
from bimtek.domain.questions import parse_question
from bimtek.domain.quiz import TestKind

DAY = date(2024, 3, 5)
TITLE = (
    "Bimbingan Teknis Pencegahan dan Penanganan Eksploitasi dan Kekerasan Seksual Anak"
    " di Ranah Daring bagi Fasilitator Masyarakat Desa"
)
TOPICS = (
    "Memahami eksploitasi dan kekerasan seksual anak di ranah daring",
    "UU TPKS dan UU ITE: pasal yang perlu diketahui",
    "Deteksi dini, respons pertama, dan alur rujukan",
)
SPEAKER = "Narasumber Contoh, M.H."
HEAD_OF_OFFICE = ("Kepala Dinas Sosial, Pemberdayaan Perempuan", "dan Perlindungan Anak")
_NAMES = (
    (PersonName("Siti Nur Aisyah", back="S.Sos."), Sex.FEMALE, "Pemdes Contoh", "Kasi Pelayanan"),
    (PersonName("Suparti"), Sex.FEMALE, "Kader PATBM", ""),
    (PersonName("Bagus Setiawan", "AIPTU", "S.H."), Sex.MALE, "Polsek Contoh", "Bhabinkamtibmas"),
    (PersonName("Endang Wahyuni", "Dra. Hj.", "M.Si."), Sex.FEMALE, "Dinsos P3A", "Kabid PPA"),
    (PersonName("Ngatmin"), Sex.MALE, "RT 03", "Ketua RT"),
    (PersonName("Nur'aini Ma'rufah", back="A.Md.Keb."), Sex.FEMALE, "Puskesmas Contoh", "Bidan desa"),
)


def people(count: int, role: Role = Role.PESERTA) -> tuple[Participation, ...]:
    """So many invented participants, the same names coming round again."""
    return tuple(_participation(n, role) for n in range(count))


def _participation(n: int, role: Role) -> Participation:
    name, sex, office, post = _NAMES[n % len(_NAMES)]
    person = Person(
        id=f"orang-{n + 1}",
        name=name,
        sex=sex,
        instansi=office,
        jabatan=post,
        desa="Contoh",
        kecamatan="Jepon",
        phone=f"+628120000{n:04d}",
    )
    number = 300_007 + 7919 * n
    code = "".join("ABCDEFGHJKLMNPQRSTUVWXYZ23456789"[number // 32**k % 32] for k in range(4))
    return Participation(id=f"ikut-{n + 1}", kegiatan_id="contoh", person=person, role=role, code=code)


def signers(paper: str) -> tuple[Signatory, ...]:
    """The head of an office and the head of a committee."""
    return (
        Signatory(
            paper=paper,
            place="kiri",
            title_lines=HEAD_OF_OFFICE,
            name="Dra. Contoh Wulandari, M.Si.",
            pangkat="Pembina Utama Muda",
            id_number="197001011995032001",
        ),
        Signatory(paper=paper, place="kanan", title_lines=("Ketua Panitia",), name="Bambang Contoh, S.Sos."),
    )


def kegiatan() -> Kegiatan:
    """One day with eight lines of agenda."""
    session = Session(
        id="sesi-1",
        kegiatan_id="contoh",
        on_date=DAY,
        label="Sesi Pagi",
        starts=time(8, 30),
        agenda=(
            _item(1, 9, 11, TOPICS[0]),
            _item(2, 11, 12, TOPICS[1]),
            _item(3, 13, 15, TOPICS[2]),
        ),
    )
    return Kegiatan(
        id="contoh",
        title=TITLE,
        short="Bimtek OCSEA",
        code="BIMTEK-OCSEA",
        organiser="Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak Kabupaten Contoh",
        partners=("Yayasan Contoh",),
        place=Place(hall="Balai Desa Contoh", kecamatan="Jepon", kabupaten="Kabupaten Blora"),
        dates=(DAY,),
        issue_city="Blora",
        issued_on=DAY,
        sample=True,
        letterhead=Letterhead(
            parent="PEMERINTAH KABUPATEN CONTOH",
            unit="DINAS SOSIAL, PEMBERDAYAAN PEREMPUAN DAN PERLINDUNGAN ANAK",
            address_lines=(
                "Jalan Contoh Nomor 1, Contoh 00000",
                "Telepon (0000) 000000",
            ),
        ),
        signatories=signers("daftar-hadir"),
        sessions=(session,),
    )


def _item(order: int, starts: int, ends: int, title: str) -> AgendaItem:
    return AgendaItem(
        id=f"agenda-{order}",
        session_id="sesi-1",
        order=order,
        starts=time(starts),
        ends=time(ends),
        title=title,
        kind=ItemKind.MATERI,
        speakers=(SPEAKER,),
    )


def certificate(kind: CertificateKind = CertificateKind.SERTIFIKAT) -> CertificateRecord:
    """A certificate (or statement) of the sample day."""
    return CertificateRecord(
        kind=kind,
        number="001/BIMTEK-OCSEA/III/2024",
        code="7K3Q-RF2M",
        role="peserta",
        front_title="",
        name="Siti Nur Aisyah",
        back_title="S.Sos.",
        position="Kasi Pelayanan, Pemerintah Desa Contoh",
        kegiatan_title=TITLE,
        organiser="Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak Kabupaten Contoh",
        partners=("Yayasan Contoh",),
        dates=(DAY,),
        place="Balai Desa Contoh, Kabupaten Blora",
        jp=5 if kind is CertificateKind.SERTIFIKAT else 2,
        of_jp=5,
        topic="",
        issue_city="Blora",
        issued_on=DAY,
        signers=(replace(signers("sertifikat")[0], place="kanan"),),
        materi=tuple(
            MateriRow(title=title, speakers=SPEAKER, jp=jp)
            for title, jp in zip(TOPICS, (2, 1, 2), strict=True)
        ),
        pre=0.55,
        post=0.85,
        attendance=1.0,
        sample=True,
    )


def form() -> Form:
    """Three invented questions of different kinds."""
    tables: tuple[dict[str, Any], ...] = (
        {
            "id": "contoh/1",
            "jenis": "pilihan-tunggal",
            "soal": "Seorang anak bercerita diancam di ruang daring. Apa yang Anda lakukan lebih dulu?",
            "opsi": [
                {"teks": "Mendengarkan dengan tenang", "benar": True},
                {"teks": "Menyimpan gambarnya", "benar": False},
                {"teks": "Mengumumkannya di grup", "benar": False},
            ],
        },
        {"id": "contoh/2", "jenis": "benar-salah", "soal": "Anak dapat disalahkan.", "kunci": False},
        {
            "id": "contoh/3",
            "jenis": "mengurutkan",
            "soal": "Urutkan langkahnya.",
            "urutan": ["Dengar", "Catat", "Rujuk"],
        },
    )
    items = tuple(FormItem(parse_question({**table, "acak": True}), "contoh") for table in tables)
    return Form("Contoh", TestKind.PRE, items, (("contoh", "1.0.0"),), 1)


def cards() -> tuple[Card, ...]:
    """An invented discussion card and case card."""
    ask = ListBlock(False, ((Span("Apa kalimat pertama Anda?"),), (Span("Kalimat apa yang Anda tahan?"),)))
    story = Paragraph((Span("Seorang anak bercerita kepada Anda di balai desa."),))
    return (
        Card(kind="diskusi", title="Kalimat pertama", blocks=(story, ask)),
        Card(kind="kasus", title="Pesan tengah malam", blocks=(story,)),
    )


def channels() -> tuple[CardLine, ...]:
    """Invented channels, two of them without a number that was tried."""
    return (
        CardLine("Layanan Contoh", "0000", DAY, purpose="Aduan dan rujukan.", hours="24 jam"),
        CardLine(
            "WhatsApp Layanan Contoh", "0000-0000-0000", DAY, ChannelKind.WHATSAPP, "Aduan lewat pesan."
        ),
        CardLine("Situs Contoh", "", None, ChannelKind.SITE, "Melaporkan tautan."),
        CardLine(
            "Situs gambar diri anak",
            "contoh-situs.invalid",
            DAY,
            ChannelKind.SITE,
            "Gambar diri yang tersebar.",
            not_for="Bukan untuk keadaan darurat.",
        ),
        CardLine("UPTD PPA"),
        CardLine("Unit PPA Polres Contoh", "(0000) 000000", DAY, hours="Jam kerja"),
    )
