"""Kegiatan files and templates (TOML) as plans; every fault is named with its key."""

import re
from datetime import date, time
from pathlib import Path
from typing import Annotated, Any, Literal, Self, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)

from bimtek.content.edge import read_toml
from bimtek.content.problems import Problem
from bimtek.domain.certificate_number import unknown_tokens
from bimtek.domain.clock import Zone
from bimtek.domain.errors import FileTroubleError
from bimtek.domain.kegiatan import ItemKind, Kegiatan, Letterhead, NumberRule, Paper, PaperOptions, Signatory
from bimtek.domain.logo_place import AREA, SIDE, WIDEST, LogoPlace
from bimtek.domain.names import clean, parse_name
from bimtek.domain.people import Participation, Person, Role, Sex
from bimtek.domain.place import Place
from bimtek.domain.plan import KegiatanPlan, PlannedItem, PlannedSession, Template
from bimtek.domain.text import _

Model = TypeVar("Model", bound=BaseModel)
MAX_BYTES = 1_000_000


def _clock(value: Any) -> time:
    match = re.fullmatch(r"([01]?\d|2[0-3])[.:]([0-5]\d)", str(value).strip(), re.ASCII)
    if match is None or not isinstance(value, str):
        raise ValueError("tulis jam seperti 08.30")
    return time(int(match[1]), int(match[2]))


def _span(value: Any) -> tuple[time, time]:
    first, dash, last = str(value).replace("–", "-").partition("-")
    if not dash:
        raise ValueError("tulis waktu seperti 08.30-10.00")
    starts, ends = _clock(first), _clock(last)
    if ends <= starts:
        raise ValueError("waktu selesai harus sesudah waktu mulai")
    return starts, ends


def _pattern(value: str) -> str:
    if unknown := unknown_tokens(value):
        raise ValueError(f"memuat bagian yang tidak dikenal: {', '.join(unknown)}")
    return value


Clean = Annotated[str, BeforeValidator(lambda v: clean(v) if isinstance(v, str) else v)]
ClockTime = Annotated[time, BeforeValidator(_clock)]
Span = Annotated[tuple[time, time], BeforeValidator(_span)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class _Line(_Part):
    waktu: Span
    jenis: Annotated[ItemKind, BeforeValidator(ItemKind)] = ItemKind.MATERI
    judul: Clean
    modul: str = ""
    jp: int | None = Field(default=None, ge=0, le=20)
    narasumber: list[Clean] = []


class _Session(_Part):
    hari: int = Field(default=1, ge=1, le=31)
    label: Clean
    mulai: ClockTime
    selesai: ClockTime | None = None
    agenda: list[_Line] = []


class _Template(_Part):
    kunci: str
    judul: Clean
    ringkasan: Clean
    jp: int
    sesi: list[_Session] = Field(min_length=1)


class _Place(_Part):
    gedung: Clean = ""
    alamat: Clean = ""
    desa: Clean = ""
    kecamatan: Clean = ""
    kabupaten: Clean = ""
    provinsi: Clean = ""
    wilayah: str = ""


class _Papers(_Part):
    ukuran: Annotated[Paper, BeforeValidator(Paper)] = Paper.A4
    jilid_spj: bool = False
    profil: Literal["A", "B"] = "A"
    per: Literal["sesi", "hari"] = "sesi"
    nomor_hp: bool = False


class _LogoPlace(_Part):
    """Millimetres: from the left or right edge of the text area, from the top of the kop, and its width."""

    kiri: float | None = Field(default=None, ge=0, le=SIDE)
    kanan: float | None = Field(default=None, ge=0, le=SIDE)
    atas: float = Field(ge=0, le=AREA)
    lebar: float = Field(gt=0, le=WIDEST)

    @model_validator(mode="after")
    def _one_edge(self) -> Self:
        if (self.kiri is None) is (self.kanan is None):
            raise ValueError("one edge")
        return self


class _Letterhead(_Part):
    bentuk: Literal["teks", "gambar", "tanpa"] = "teks"
    induk: Clean = ""
    unit: Clean = ""
    alamat: list[Clean] = []
    logo: list[str] = Field(default=[], max_length=4)
    tata_logo: list[_LogoPlace] = []
    gambar: str = ""

    @field_validator("tata_logo")
    @classmethod
    def _one_each(cls, given: list[_LogoPlace], info: ValidationInfo) -> list[_LogoPlace]:
        if given and len(given) != len(info.data.get("logo", given)):
            raise ValueError("harus sebanyak logo")
        return given


class _Numbers(_Part):
    pola: Annotated[Clean, AfterValidator(_pattern)]
    mulai: int = Field(default=1, ge=1)
    lingkup: Literal["kegiatan", "tahun", "semua"] = "kegiatan"


class _AllNumbers(_Part):
    sertifikat: _Numbers | None = None
    surat_keterangan: _Numbers | None = None


class _Signatory(_Part):
    dokumen: Literal["sertifikat", "daftar-hadir", "surat-keterangan"]
    posisi: Literal["kanan", "kiri", "tengah"] = "kanan"
    awalan: Clean = ""
    jabatan: list[Clean] = Field(default=[], max_length=3)
    nama: Clean
    pangkat: Clean = ""
    jenis_nomor: str = "NIP"
    nomor: str = ""


class _Person(_Part):
    peran: Annotated[Role, BeforeValidator(Role)]
    nama: Clean
    jk: Annotated[Sex, BeforeValidator(Sex)] = Sex.UNKNOWN
    unsur: Clean = ""
    instansi: Clean = ""
    jabatan: Clean = ""
    desa: Clean = ""
    kecamatan: Clean = ""
    materi: Clean = ""


class _Kegiatan(_Part):
    judul: Clean = Field(min_length=1)
    singkatan: Clean = ""
    kode: Clean = ""
    klasifikasi: Clean = ""
    kode_instansi: Clean = ""
    tema: Clean = ""
    tanggal: list[date] = Field(min_length=1, max_length=31)
    zona: Annotated[Zone, BeforeValidator(Zone)] = Zone.WIB
    penyelenggara: Clean = ""
    mitra: list[Clean] = []
    pendanaan: Clean = ""
    dasar: Clean = ""
    menit_per_jp: int = Field(default=45, ge=30, le=90)
    min_kehadiran: int = Field(default=80, ge=0, le=100)
    min_nilai_post: int | None = Field(default=None, ge=0, le=100)
    kota_terbit: Clean = ""
    tanggal_terbit: date | None = None
    modul: list[str] = []
    contoh: bool = False
    tempat: _Place = _Place()
    kertas: _Papers = _Papers()
    kop: _Letterhead = _Letterhead()
    nomor: _AllNumbers = _AllNumbers()
    penandatangan: list[_Signatory] = []
    orang: list[_Person] = []
    sesi: list[_Session] = Field(min_length=1)


def read_kegiatan(path: Path) -> KegiatanPlan:
    """Read a kegiatan file. Errors: FileTroubleError naming every key that is wrong."""
    given = _read(path, _Kegiatan)
    if late := [n for n, s in enumerate(given.sesi, start=1) if s.hari > len(set(given.tanggal))]:
        raise _unreadable(path, "; ".join(f"“sesi.{n}.hari” melebihi banyaknya tanggal" for n in late))
    return KegiatanPlan(
        _kegiatan(given),
        tuple(map(_session, given.sesi)),
        tuple(map(_participation, given.orang)),
        tuple(given.kop.logo),
        given.kop.gambar,
    )


def read_template(path: Path) -> Template:
    """Read a template. Errors: FileTroubleError as for kegiatan files."""
    given = _read(path, _Template)
    return Template(given.kunci, given.judul, given.ringkasan, given.jp, tuple(map(_session, given.sesi)))


def _read(path: Path, model: type[Model]) -> Model:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _unreadable(path, "lebih dari 1 MB")
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise _unreadable(path, "bukan teks UTF-8") from error
    except OSError as error:
        raise _unreadable(path, "tidak dapat dibuka") from error
    problems: list[Problem] = []
    read = read_toml(path.name, text, problems)
    if read is None:
        raise _unreadable(path, f"baris {problems[0].line}: {str(problems[0].message).rstrip('.')}")
    try:
        return model.model_validate(read[0])
    except ValidationError as error:
        raise _unreadable(path, "; ".join(map(_fault, error.errors()))) from error


def _unreadable(path: Path, reason: str) -> FileTroubleError:
    return FileTroubleError(
        _("Berkas kegiatan {name} belum dapat dibaca: {reason}.", name=path.name, reason=reason),
        advice=_("Perbaiki bagian itu, lalu ulangi."),
    )


def _fault(error: Any) -> str:
    """One fault in Indonesian: the key as people count it (first block is 1) and what is wrong."""
    key = ".".join(str(part + 1) if isinstance(part, int) else part for part in error["loc"])
    words = {"extra_forbidden": "kunci tidak dikenal", "missing": "belum ada"}
    message = words.get(error["type"])
    if message is None and error["type"] == "value_error" and key.rsplit(".", 1)[-1] in _OWN_WORDS:
        message = str(error["ctx"]["error"])
    return f"“{key}” {message or 'isinya belum sesuai'}"


_OWN_WORDS = ("waktu", "mulai", "selesai", "pola", "tata_logo")


def _kegiatan(g: _Kegiatan) -> Kegiatan:
    plain = Kegiatan(id="", title=g.judul)
    return Kegiatan(
        id="",
        title=g.judul,
        short=g.singkatan,
        code=g.kode,
        classification=g.klasifikasi,
        office_code=g.kode_instansi,
        theme=g.tema,
        organiser=g.penyelenggara,
        partners=tuple(g.mitra),
        funding=g.pendanaan,
        basis=g.dasar,
        zone=g.zona,
        place=_place(g.tempat),
        dates=tuple(sorted(set(g.tanggal))),
        minutes_per_jp=g.menit_per_jp,
        min_attendance=g.min_kehadiran / 100,
        min_post=None if g.min_nilai_post is None else g.min_nilai_post / 100,
        issue_city=g.kota_terbit,
        issued_on=g.tanggal_terbit,
        sample=g.contoh,
        papers=PaperOptions(
            paper=g.kertas.ukuran,
            spj_binding=g.kertas.jilid_spj,
            list_profile=g.kertas.profil,
            list_per=g.kertas.per,
            show_phone=g.kertas.nomor_hp,
        ),
        letterhead=Letterhead(
            mode=g.kop.bentuk,
            parent=g.kop.induk,
            unit=g.kop.unit,
            address_lines=tuple(g.kop.alamat),
            logo_places=tuple(map(_logo_place, g.kop.tata_logo)),
        ),
        modules=tuple(g.modul),
        certificate_numbers=_numbers(g.nomor.sertifikat, plain.certificate_numbers),
        statement_numbers=_numbers(g.nomor.surat_keterangan, plain.statement_numbers),
        signatories=tuple(map(_signatory, g.penandatangan)),
    )


def _numbers(g: _Numbers | None, default: NumberRule) -> NumberRule:
    return default if g is None else NumberRule(pattern=g.pola, start=g.mulai, scope=g.lingkup)


def _place(g: _Place) -> Place:
    return Place(
        hall=g.gedung,
        address=g.alamat,
        desa=g.desa,
        kecamatan=g.kecamatan,
        kabupaten=g.kabupaten,
        provinsi=g.provinsi,
        wilayah_code=g.wilayah,
    )


def _logo_place(g: _LogoPlace) -> LogoPlace:
    from_right = g.kanan is not None
    x = (g.kanan if from_right else g.kiri) or 0.0
    return LogoPlace(x=x, y=g.atas, width=g.lebar, from_right=from_right)


def _signatory(g: _Signatory) -> Signatory:
    return Signatory(
        paper=g.dokumen,
        place=g.posisi,
        prefix=g.awalan,
        title_lines=tuple(g.jabatan),
        name=g.nama,
        pangkat=g.pangkat,
        id_kind=g.jenis_nomor if g.nomor else "",
        id_number=g.nomor,
    )


def _participation(g: _Person) -> Participation:
    person = Person(
        id="",
        name=parse_name(g.nama),
        sex=g.jk,
        unsur=g.unsur,
        instansi=g.instansi,
        jabatan=g.jabatan,
        desa=g.desa,
        kecamatan=g.kecamatan,
    )
    return Participation(id="", kegiatan_id="", person=person, role=g.peran, topic=g.materi)


def _session(g: _Session) -> PlannedSession:
    agenda = tuple(
        PlannedItem(*line.waktu, line.judul, line.jenis, line.modul, line.jp, tuple(line.narasumber))
        for line in g.agenda
    )
    return PlannedSession(g.hari, g.label, g.mulai, g.selesai, agenda)
