"""A small law pack without a single problem, to plant faults in and to change norms of."""

from pathlib import Path

A = """\
id = "a"
nama = "UU A"
judul = "UU No. 12 Tahun 2022 tentang A"
kunci = "uu-12-2022"
versi = "1.0.0"
diperiksa = 2026-11-21
berlaku_sejak = 2022-05-09
perubahan = ["uu-9-2024"]
sebutan = ["UU TPKS"]

[[sumber]]
kode = "S1"
judul = "Sumber satu"

[[norma]]
id = "a-14-1"
pasal = "14"
ayat = "1"
judul = "Merekam"
isi = "Melarang merekam tanpa izin."
unsur = ["tanpa hak", "merekam"]
pengaduan = "aduan"
pengadu = "Korban."
pidana = "penjara paling lama 4 tahun"
status = "berlaku"
kepastian = "kuat"
sumber = ["S1"]
tempat = "uu-tpks.md §3"

[[norma]]
id = "a-20"
pasal = "20"
judul = "Lama"
isi = "Dahulu melarang hal lama."
status = "diganti"
pengganti = ["b-7"]
berlaku_sampai = 2026-01-01
kepastian = "cukup"
soal = "aph"
sumber = ["S1"]
tempat = "uu-tpks.md §8"

[[norma]]
id = "a-21"
pasal = "21"
judul = "Berubah"
isi = "Kini begini."
status = "berubah"
berubah_pada = 2026-01-02
sebelum = "Dahulu begitu."
kepastian = "cukup"
sumber = ["S1"]
tempat = "uu-tpks.md §9"
"""

B = """\
id = "b"
nama = "KUHP"
judul = "UU No. 1 Tahun 2023 tentang B"
kunci = "uu-1-2023"
versi = "1.0.0"
diperiksa = 2026-11-21

[[sumber]]
kode = "S2"
judul = "Sumber dua"

[[norma]]
id = "b-7"
pasal = "7"
judul = "Baru"
isi = "Melarang hal baru."
status = "berlaku"
berlaku_sejak = 2026-01-02
kepastian = "kuat"
sumber = ["S2"]
tempat = "uu-ite.md §6"

[[norma]]
id = "b-8"
pasal = "8"
judul = "Belum jelas"
isi = "Belum terlihat."
status = "berlaku"
kepastian = "belum"
soal = "tidak"
sumber = ["S2"]
tempat = "uu-ite.md §6"
"""

FILES = {"a.toml": A, "b.toml": B}


def write_pack(folder: Path, changes: dict[str, str] | None = None) -> Path:
    """Write the sound pack, some of its files changed."""
    folder.mkdir(parents=True)
    for name, text in {**FILES, **(changes or {})}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
