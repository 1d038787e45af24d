"""A small module without a single problem, to plant faults in."""

from pathlib import Path

MODUL = """\
id = "uji-coba"
versi = "1.2.0"
judul = "Modul uji"
bahasa = "id"
ringkasan = "Satu modul kecil."
sasaran = ["kader desa"]
jp = 1
catatan_isi = ""

[[tujuan]]
id = "paham"
teks = "Menjelaskan istilah."
bloom = "C2"

[[sumber]]
id = "dh"
judul = "Disrupting Harm in Indonesia"
penerbit = "ECPAT"
tanggal = "2022"
diperiksa = 2026-01-10
alamat = "https://contoh.id/110"

[cetakbiru]
butir = 3

[cetakbiru.aspek]
istilah = 2
etika = 1
"""

MATERI = """\
<!-- @id pembuka -->
<!-- @menit 10 -->
# Pembuka

![Orang duduk melingkar](media/lingkaran.svg)

<!--
Katakan: selamat datang.

- Tanyakan kabar.
-->

---

<!-- @menit 10 -->
<!-- @sensitif Slide ini menyebut ancaman. -->
<!-- @sumber dh -->
<!-- @rujukan uu-12-2022/14/1/a, uu-11-2012/19 -->

# Yang *perlu* diingat

::: kolom
Anak **tidak pernah** salah.

- dengar
- percaya
+++
::: penting Dua hal
1. Catat
2. Rujuk
:::
:::

> Satu anak,
> satu desa.

<!-- Katakan: pelan saja. -->

---

::: angka 500.000
anak setahun
:::

| Siapa | Apa |
|---|---|
| UPTD PPA | mendampingi |

## Penutup

<!-- @menit 10 -->
<!-- Tunggu sebentar. -->
"""

KARTU = """\
<!-- @jenis diskusi -->
# Kartu satu

Apa yang Anda lakukan?

---

# Kartu dua

- Siapa yang Anda hubungi?
"""

KUIS = """\
[[soal]]
id = "s1"
pasangan = "p1"
aspek = "istilah"
jenis = "pilihan-tunggal"
tujuan = "paham"
kesulitan = "mudah"
soal = "Apa langkah pertama?"
rujukan = ["uu-12-2022/14/1/a"]
[[soal.opsi]]
teks = "Dengarkan anak"
benar = true
umpan = "Tepat."
[[soal.opsi]]
teks = "Panggil pelaku"
benar = false
umpan = "Anak dulu."
[[soal.opsi]]
teks = "Sebarkan kabar"
benar = false
umpan = "Jaga rahasia."

[[soal]]
id = "s2"
pasangan = "p1"
aspek = "istilah"
jenis = "pilihan-ganda"
tujuan = "paham"
kesulitan = "sedang"
soal = "Apa saja yang dicatat?"
sumber = ["dh"]
opsi = [
  {teks = "Waktu", benar = true, umpan = "Tepat."},
  {teks = "Akun", benar = true, umpan = "Tepat."},
  {teks = "Gosip", benar = false, umpan = "Tidak perlu."},
]

[[soal]]
id = "s3"
pasangan = "p2"
aspek = "istilah"
jenis = "benar-salah"
tujuan = "paham"
kesulitan = "mudah"
soal = "Korban selalu perempuan."
sumber = ["dh"]
kunci = false
umpan_benar = "Anak laki-laki juga."
umpan_salah = "Tepat."

[[soal]]
id = "s4"
pasangan = "p2"
aspek = "istilah"
jenis = "menjodohkan"
tujuan = "paham"
kesulitan = "sulit"
soal = "Jodohkan lembaga dan tugasnya."
sumber = ["dh"]
[[soal.pasang]]
kiri = "UPTD PPA"
kanan = "mendampingi"
umpan = "Pendampingan."
[[soal.pasang]]
kiri = "Polisi"
kanan = "menyidik"
umpan = "Penyidikan."
[[soal.pasang]]
kiri = "Kader"
kanan = "merujuk"
umpan = "Rujukan."
"""

KUIS_2 = """\
[[soal]]
id = "s5"
pasangan = "p3"
aspek = "etika"
jenis = "mengurutkan"
tujuan = "paham"
kesulitan = "mudah"
soal = "Urutkan."
sumber = ["dh"]
urutan = ["lihat", "dengar", "hubungkan"]
umpan = "Lihat dulu."

[[soal]]
id = "s6"
pasangan = "p3"
aspek = "etika"
jenis = "kasus"
tujuan = "paham"
kesulitan = "sulit"
soal = "Bacalah kasus ini."
sumber = ["dh"]
cerita = "Seorang anak bercerita."
[[soal.bagian]]
id = "a"
jenis = "benar-salah"
soal = "Ia boleh difoto."
kunci = false
umpan_benar = "Jangan."
umpan_salah = "Tepat."
[[soal.bagian]]
id = "b"
jenis = "pilihan-tunggal"
soal = "Lalu?"
[[soal.bagian.opsi]]
teks = "Rujuk"
benar = true
umpan = "Tepat."
[[soal.bagian.opsi]]
teks = "Diam"
benar = false
umpan = "Jangan."
[[soal.bagian.opsi]]
teks = "Marah"
benar = false
umpan = "Jangan."

[[soal]]
id = "sikap"
jenis = "skala"
soal = "Saya yakin dapat merujuk."
"""

SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10">
  <defs>
    <linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient>
    <circle id="c" r="2"/>
  </defs>
  <rect width="10" height="10" fill="url(#g)"/>
  <use xlink:href="#c" x="4"/>
</svg>
"""

FILES = {
    "modul.toml": MODUL,
    "materi/01-awal.md": MATERI,
    "kartu/diskusi.md": KARTU,
    "kuis/01.toml": KUIS,
    "kuis/02.toml": KUIS_2,
    "media/lingkaran.svg": SVG,
}


def write_module(folder: Path, changes: dict[str, str] | None = None) -> Path:
    """Write the module, some files with other content."""
    for name, text in {**FILES, **(changes or {})}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="")
    return folder
