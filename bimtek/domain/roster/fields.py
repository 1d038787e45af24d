"""What a column of a list can mean, and the words by which its header tells."""

import re
from enum import StrEnum
from functools import lru_cache

from bimtek.domain.names import clean
from bimtek.domain.text import Text, _


class Field(StrEnum):
    """The meaning of a column. Two of a kind in one column have a name of their own."""

    NOMOR = "nomor"
    NAMA = "nama"
    GELAR_DEPAN = "gelar-depan"
    GELAR_BELAKANG = "gelar-belakang"
    JK = "jk"
    CENTANG_L = "centang-l"
    CENTANG_P = "centang-p"
    UNSUR = "unsur"
    INSTANSI = "instansi"
    JABATAN = "jabatan"
    INSTANSI_JABATAN = "instansi-jabatan"
    JABATAN_INSTANSI = "jabatan-instansi"
    PANGKAT = "pangkat"
    GOLONGAN = "golongan"
    PANGKAT_GOLONGAN = "pangkat-golongan"
    DESA = "desa"
    KECAMATAN = "kecamatan"
    DESA_KECAMATAN = "desa-kecamatan"
    KABUPATEN = "kabupaten"
    PROVINSI = "provinsi"
    ALAMAT = "alamat"
    HP = "hp"
    NIK = "nik"
    NIP = "nip"
    NOMOR_IDENTITAS = "nomor-identitas"
    LAHIR = "lahir"
    UMUR = "umur"
    DISABILITAS = "disabilitas"
    EMAIL = "email"
    PERAN = "peran"


LABELS: dict[Field, Text] = {
    Field.NOMOR: _("Nomor urut"),
    Field.NAMA: _("Nama"),
    Field.GELAR_DEPAN: _("Gelar depan"),
    Field.GELAR_BELAKANG: _("Gelar belakang"),
    Field.JK: _("L/P"),
    Field.CENTANG_L: _("Centang L"),
    Field.CENTANG_P: _("Centang P"),
    Field.UNSUR: _("Unsur"),
    Field.INSTANSI: _("Instansi"),
    Field.JABATAN: _("Jabatan"),
    Field.INSTANSI_JABATAN: _("Instansi/Jabatan"),
    Field.JABATAN_INSTANSI: _("Jabatan/Instansi"),
    Field.PANGKAT: _("Pangkat"),
    Field.GOLONGAN: _("Golongan"),
    Field.PANGKAT_GOLONGAN: _("Pangkat/Golongan"),
    Field.DESA: _("Desa/Kelurahan"),
    Field.KECAMATAN: _("Kecamatan"),
    Field.DESA_KECAMATAN: _("Desa/Kecamatan"),
    Field.KABUPATEN: _("Kabupaten/Kota"),
    Field.PROVINSI: _("Provinsi"),
    Field.ALAMAT: _("Alamat"),
    Field.HP: _("Nomor HP"),
    Field.NIK: _("NIK"),
    Field.NIP: _("NIP/NRP"),
    Field.NOMOR_IDENTITAS: _("NIK atau NIP"),
    Field.LAHIR: _("Tempat/tanggal lahir"),
    Field.UMUR: _("Umur"),
    Field.DISABILITAS: _("Disabilitas"),
    Field.EMAIL: _("Pos-el"),
    Field.PERAN: _("Peran"),
}

# Words of headers: lower case, without punctuation except the slash. One table, nowhere else.
_SYNONYMS: dict[Field, str] = {
    Field.NOMOR: "no|nomor|no urut|nomor urut|nmr|nr|#",
    Field.NAMA: (
        "nama|nama lengkap|nama peserta|nama lengkap peserta|nama dan gelar|nama lengkap dan gelar|"
        "nama lengkap dengan gelar|nama gelar|nama/gelar|nama/nip|nama nip|nama dan nip|nama/nrp|"
        "nama lengkap/nip|nama peserta/nip|nama narasumber|nama panitia|nama fasilitator|nama kader|"
        "nama anggota|nama undangan|nm|nama pegawai|nama perwakilan|nama sesuai ktp|"
        "nama lengkap sesuai ktp"
    ),
    Field.GELAR_DEPAN: "gelar depan|gelar di depan|gelar dpn",
    Field.GELAR_BELAKANG: "gelar belakang|gelar di belakang|gelar blkg|gelar",
    Field.JK: (
        "l/p|p/l|lp|jk|j/k|jns kelamin|jenis kelamin|jenis kelamin l/p|gender|kelamin|sex|jenkel|lk/pr|"
        "laki laki/perempuan|jenis klmn"
    ),
    Field.CENTANG_L: "l|lk|laki laki|pria",
    Field.CENTANG_P: "p|pr|perempuan|wanita",
    Field.UNSUR: "unsur|unsur peserta|perwakilan|kelompok|kategori|unsur/kelompok|keterwakilan",
    Field.INSTANSI: (
        "instansi|asal instansi|nama instansi|lembaga|asal lembaga|nama lembaga|unit kerja|unit|opd|"
        "asal opd|unsur/instansi|instansi/unsur|organisasi|nama organisasi|asal|utusan|asal utusan|"
        "kantor|satker|satuan kerja|instansi/lembaga|lembaga/instansi|instansi/organisasi|"
        "asal instansi/lembaga|sekolah|asal sekolah|dinas/instansi|instansi/unit kerja|"
        "unit kerja/instansi|instansi/dinas|perangkat daerah"
    ),
    Field.JABATAN: (
        "jabatan|posisi|jabatan dalam dinas|pekerjaan|jabatan/pekerjaan|pekerjaan/jabatan|jab|"
        "jabatan di desa|jabatan dalam kelompok|tugas"
    ),
    Field.PANGKAT: "pangkat",
    Field.GOLONGAN: "gol|golongan|golongan ruang|gol ruang|gol/ruang",
    Field.PANGKAT_GOLONGAN: (
        "pangkat/gol|pangkat/golongan|pangkat gol|pangkat golongan|pangkat/gol ruang|"
        "pangkat/golongan ruang|pangkat/golruang|pangkat dan golongan|gol/pangkat"
    ),
    Field.DESA: (
        "desa|desa/kel|desa/kelurahan|kelurahan|kelurahan/desa|kel/desa|kel|alamat desa|nama desa|"
        "asal desa|utusan desa|ds|desa asal|alamat desa/kelurahan|alamat/desa|desa/alamat"
    ),
    Field.KECAMATAN: "kecamatan|kec|asal kecamatan|nama kecamatan|kapanewon|distrik",
    Field.DESA_KECAMATAN: (
        "desa/kec|desa/kecamatan|desa kec|desa/kel/kec|desa/kelurahan/kecamatan|desa dan kecamatan|"
        "alamat desa/kec|desa kecamatan|kelurahan/kecamatan"
    ),
    Field.KABUPATEN: (
        "kab/kota|kabupaten|kabupaten/kota|kab|asal kab|asal kabupaten|kota|kota/kab|kota/kabupaten|"
        "asal kab/kota|kab kota|asal kabupaten/kota"
    ),
    Field.PROVINSI: "provinsi|prov|propinsi",
    Field.ALAMAT: (
        "alamat|alamat lengkap|alamat rumah|alamat tinggal|domisili|tempat tinggal|alamat domisili|"
        "alamat sesuai ktp"
    ),
    Field.HP: (
        "hp|no hp|nomor hp|no handphone|nomor handphone|handphone|hp/wa|wa/hp|no hp/wa|no wa/hp|telepon|"
        "no telp|no tlp|telp|tlp|no telepon|nomor telepon|telp/hp|no telp/hp|no hp/telp|wa|no wa|"
        "nomor wa|whatsapp|no whatsapp|nomor whatsapp|kontak|no kontak|no telpon|kontak person|cp|"
        "nomor hp/wa|nomor kontak|no ponsel|no hp aktif|no hp wa|nomor telepon/hp|no telepon/hp"
    ),
    Field.NIK: (
        "nik|no ktp|nomor ktp|no nik|nomor induk kependudukan|nik ktp|ktp|no ktp/nik|nik/no ktp|nomor nik"
    ),
    Field.NIP: (
        "nip|nip/nrp|nrp|nrp/nip|no induk pegawai|nomor induk pegawai|nip/ni pppk|nip baru|nip nrp|"
        "nip/nipppk|nip/nrp/nipppk"
    ),
    Field.NOMOR_IDENTITAS: (
        "nip/nik|nik/nip|no identitas|nomor identitas|no id|identitas|nip/nrp/nik|nik/nip/nrp"
    ),
    Field.LAHIR: (
        "ttl|tempat tgl lahir|tempat tanggal lahir|tempat/tgl lahir|tempat/tanggal lahir|tgl lahir|"
        "tanggal lahir|tempat dan tanggal lahir|tempat/tgl/lahir|lahir|tmpt/tgl lahir|"
        "tempat lahir/tgl lahir"
    ),
    Field.UMUR: "umur|usia|umur/usia|usia/umur|umur thn|umur tahun|usia tahun",
    Field.DISABILITAS: (
        "disabilitas|difabel|penyandang disabilitas|disabilitas y/t|disabilitas ya/tidak|kebutuhan khusus"
    ),
    Field.EMAIL: "email|e mail|surel|pos el|posel|alamat email|alamat surel",
    Field.PERAN: (
        "sebagai|peran|jenis sertifikat|ket|keterangan|kehadiran sebagai|status kepesertaan|"
        "peran dalam kegiatan"
    ),
}
_FIELD_OF = {word: field for field, words in _SYNONYMS.items() for word in words.split("|")}
_SURE_START = re.compile(
    r"nama (?:lengkap|peserta|siswa|guru|warga|orang|pendamping|relawan|bidan|petugas|tenaga|ketua)\b"
    r"(?!.*\b(?:instansi|desa|lembaga|kegiatan|bank|ibu|ayah)\b)"
)
_PUNCTUATION = re.compile(r"[^\w/#&]+|_")
_AROUND_SLASH = re.compile(r"\s*/\s*")
_IN_BRACKETS = re.compile(r"\([^)]*\)?")
# Headers whose contents are often free remarks: only what is understood there is used.
REMARKS = frozenset(("ket", "keterangan"))


@lru_cache(maxsize=1024)
def field_of(title: str) -> Field | None:
    """The meaning of a header's text, None when the table does not know it."""
    for form in (title, _IN_BRACKETS.sub(" ", title)):
        words = header_words(form)
        if words in _FIELD_OF:
            return _FIELD_OF[words]
    if _SURE_START.match(words):
        return Field.NAMA
    return _field_of_parts(words.split("/"))


def header_words(title: str) -> str:
    """A header as it is compared: lower case, without punctuation, slashes without spaces."""
    words = _PUNCTUATION.sub(" ", clean(title).casefold().replace("&", "/")).split()
    if len(words) > 2 and all(len(word) == 1 for word in words):
        words = ["".join(words)]  # "N A M A"
    return _AROUND_SLASH.sub("/", " ".join(words)).strip("/ ")


def _field_of_parts(parts: list[str]) -> Field | None:
    """Meaning of "a/b": a name with anything, one meaning twice, or a pair with a name of its own."""
    if len(parts) < 2:
        return None
    fields = [_FIELD_OF.get(part.strip()) for part in parts]
    if Field.NAMA in fields:
        return Field.NAMA
    if None in fields:
        return None
    return fields[0] if len(set(fields)) == 1 else _PAIRS.get(tuple(dict.fromkeys(fields)))


_PAIRS: dict[tuple[Field | None, ...], Field] = {
    (Field.INSTANSI, Field.JABATAN): Field.INSTANSI_JABATAN,
    (Field.JABATAN, Field.INSTANSI): Field.JABATAN_INSTANSI,
    (Field.UNSUR, Field.JABATAN): Field.INSTANSI_JABATAN,
    (Field.DESA, Field.KECAMATAN): Field.DESA_KECAMATAN,
    (Field.ALAMAT, Field.DESA): Field.DESA,
    (Field.NIK, Field.NIP): Field.NOMOR_IDENTITAS,
    (Field.NIP, Field.NIK): Field.NOMOR_IDENTITAS,
    (Field.INSTANSI, Field.DESA): Field.INSTANSI,
    (Field.DESA, Field.INSTANSI): Field.DESA,
    (Field.UNSUR, Field.INSTANSI): Field.INSTANSI,
    (Field.PANGKAT, Field.GOLONGAN): Field.PANGKAT_GOLONGAN,
}
