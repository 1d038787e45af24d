"""Faults to plant in the sound law pack: one per rule of `hukum periksa`."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """Replace `old` by `new` in `file`; expect `says` at the line where `at` begins.

    Nothing else is found but `also`."""

    file: str
    old: str
    new: str
    at: str
    says: str
    also: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.says[:44]


MEREKAM = '"Melarang merekam tanpa izin."'
FAULTS = [
    Fault(
        "a.toml",
        "nama = ",
        "nma = ",
        "nma = ",
        "Kunci “nma” tidak dikenal. Maksud Anda “nama”?",
        ("belum diisi", "tidak ada"),
    ),
    Fault(
        "a.toml",
        'unsur = ["tanpa',
        'unsr = ["tanpa',
        "unsr",
        "Kunci “unsr” tidak dikenal. Maksud Anda “unsur”?",
    ),
    Fault(
        "a.toml",
        'isi = "Melarang merekam tanpa izin."\n',
        "",
        '[[norma]]\nid = "a-14-1"',
        "Kunci “isi” belum diisi.",
    ),
    Fault(
        "a.toml",
        "uu-12-2022",
        "UU 12/2022",
        "kunci = ",
        "Isi “kunci” memakai huruf atau tanda yang tidak boleh.",
    ),
    Fault(
        "a.toml",
        'versi = "1.0.0"',
        'versi = "1.0"',
        "versi",
        "Isi “versi” memakai huruf atau tanda yang tidak boleh.",
    ),
    Fault(
        "a.toml",
        'pasal = "14"',
        'pasal = "empat belas"',
        'pasal = "empat',
        "Pasal, ayat, atau huruf ini tidak terbaca. Contoh: 14, 1, a.",
    ),
    Fault(
        "a.toml",
        'pasal = "21"',
        'pasal = "20"',
        'pasal = "20"\njudul = "Berubah"',
        "Tempat ini sudah dipakai norma “a-20”.",
    ),
    Fault("a.toml", 'id = "a-21"', 'id = "a-20"', 'id = "a-20"\npasal = "21"', "Id “a-20” dipakai dua kali."),
    Fault("b.toml", 'id = "b-8"', 'id = "a-21"', 'id = "a-21"', "Id “a-21” sudah ada di a.toml."),
    Fault("b.toml", "uu-1-2023", "uu-9-2024", "kunci", "“uu-9-2024” sudah ada di a.toml."),
    Fault(
        "a.toml",
        'kode = "S1"',
        'kode = "S1"\njudul = "Lagi"\n\n[[sumber]]\nkode = "S1"',
        'kode = "S1"\njudul = "Sumber',
        "Id “S1” dipakai dua kali.",
    ),
    Fault(
        "a.toml",
        'sumber = ["S1"]\ntempat = "uu-tpks.md §3"',
        'sumber = []\ntempat = "uu-tpks.md §3"',
        "sumber = []",
        "Norma ini belum punya sumber.",
    ),
    Fault(
        "a.toml",
        'sumber = ["S1"]\ntempat = "uu-tpks.md §3"',
        'sumber = ["S9"]\ntempat = "uu-tpks.md §3"',
        'sumber = ["S9"]',
        "Sumber “S9” tidak ada di berkas ini.",
    ),
    Fault(
        "a.toml", 'tempat = "uu-tpks.md §3"\n', "", '[[norma]]\nid = "a-14-1"', "Kunci “tempat” belum diisi."
    ),
    Fault("a.toml", '["b-7"]', '["b-9"]', "pengganti", "Norma “b-9” tidak ada. Maksud Anda “b-8”?"),
    Fault("a.toml", '["b-7"]', '["a-20"]', "pengganti", "Norma ini akhirnya menggantikan dirinya sendiri."),
    Fault(
        "a.toml",
        'pengganti = ["b-7"]\n',
        "",
        'status = "diganti"',
        "Norma yang diganti harus menyebut “pengganti”.",
    ),
    Fault(
        "b.toml",
        'status = "berlaku"\nberlaku',
        'status = "berlaku"\npengganti = ["b-8"]\nberlaku',
        "pengganti",
        "“pengganti” hanya untuk norma yang diganti.",
    ),
    Fault(
        "a.toml",
        "berlaku_sampai = 2026-01-01\n",
        "",
        'status = "diganti"',
        "Norma yang tidak berlaku lagi harus menyebut “berlaku_sampai”.",
    ),
    Fault(
        "b.toml",
        "berlaku_sejak = 2026-01-02",
        "berlaku_sampai = 2026-01-02",
        "berlaku_sampai",
        "“berlaku_sampai” hanya untuk norma yang dicabut atau diganti.",
    ),
    Fault(
        "a.toml",
        'sebelum = "Dahulu begitu."\n',
        "",
        'status = "berubah"',
        "Norma yang berubah harus menyebut “berubah_pada” dan “sebelum”.",
    ),
    Fault(
        "b.toml",
        'kepastian = "kuat"',
        'kepastian = "kuat"\nsebelum = "Lain."',
        "sebelum",
        "“sebelum” hanya untuk norma yang berubah.",
    ),
    Fault(
        "a.toml",
        "2026-01-01",
        "2021-01-01",
        "berlaku_sampai",
        "Tanggal ini lebih awal daripada mulai berlakunya norma.",
    ),
    Fault(
        "a.toml",
        "berubah_pada = 2026-01-02",
        "berubah_pada = 2020-01-02",
        "berubah_pada",
        "Tanggal ini lebih awal daripada mulai berlakunya norma.",
    ),
    Fault(
        "a.toml",
        "berlaku_sampai = 2026-01-01",
        'berlaku_sampai = "2026-02-31"',
        "berlaku_sampai",
        "Isi “berlaku_sampai” harus berupa tanggal, contohnya 2026-01-31.",
    ),
    Fault(
        "b.toml",
        'soal = "tidak"\n',
        "",
        'kepastian = "belum"',
        "Norma yang belum pasti harus memakai soal = “tidak”.",
    ),
    Fault("a.toml", 'pengaduan = "aduan"\n', "", "pengadu", "“pengadu” memerlukan “pengaduan”."),
    Fault(
        "a.toml",
        'kepastian = "kuat"',
        'kepastian = "yakin"',
        "kepastian",
        "Isi “kepastian” harus salah satu dari kuat, cukup, belum.",
    ),
    Fault(
        "a.toml",
        "penjara paling lama 4 tahun",
        "penjara minimal 5 tahun",
        "pidana",
        "Jangan sebut batas bawah pidana; itu dihapus 2 Januari 2026.",
    ),
    Fault(
        "a.toml",
        "penjara paling lama 4 tahun",
        "penjara paling singkat 5 tahun",
        "pidana",
        "Jangan sebut batas bawah pidana; itu dihapus 2 Januari 2026.",
    ),
    Fault(
        "a.toml",
        "penjara paling lama 4 tahun",
        "denda Rp200 juta",
        "pidana",
        "Jangan sebut jumlah atau kategori denda; itu berubah 2 Januari 2026.",
    ),
    Fault(
        "a.toml",
        MEREKAM,
        '"Lihat UU ITE Pasal 27 ayat (1)."',
        "isi = ",
        "Pasal UU ITE ini diganti 2 Januari 2026. Tulis bahwa itu dahulu.",
    ),
]
