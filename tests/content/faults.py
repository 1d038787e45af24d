"""Faults to plant in the sound module: one per rule of `periksa`, each with where it must be found."""

from dataclasses import dataclass

from bimtek.content.problems import Severity
from tests.content.sample import FILES

SALAH, SARAN = Severity.SALAH, Severity.SARAN
MODUL, MATERI, KARTU, KUIS, KUIS_2, SVG = FILES


@dataclass(frozen=True)
class Fault:
    """Replace `old` by `new` in `file`; expect `says` at the line where `at` begins.

    `also` are parts of other messages that follow from it.
    """

    file: str
    old: str
    new: str
    at: str
    says: str
    severity: Severity = SALAH
    also: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.says[:40]


FAULTS = [
    # modul.toml: keys and types
    Fault(
        MODUL,
        "judul = ",
        "jdul = ",
        "jdul = ",
        "Kunci “jdul” tidak dikenal. Maksud Anda “judul”?",
        also=("belum diisi",),
    ),
    Fault(MODUL, 'ringkasan = "Satu modul kecil."\n', "", "id = ", "Kunci “ringkasan” belum diisi."),
    Fault(MODUL, "jp = 1", 'jp = "1"', "jp = ", "Isi “jp” harus bilangan bulat, tanpa tanda kutip."),
    Fault(MODUL, "jp = 1", "jp = 400", "jp = ", "Isi “jp” paling besar 40."),
    Fault(
        MODUL,
        'versi = "1.2.0"',
        "versi = 1.2",
        "versi = ",
        "Isi “versi” harus berupa teks dalam tanda kutip.",
    ),
    Fault(MODUL, '"1.2.0"', '"1.2"', "versi = ", "Isi “versi” memakai huruf atau tanda yang tidak boleh."),
    Fault(MODUL, 'sasaran = ["kader desa"]', "sasaran = []", "sasaran = ", "Isi “sasaran” masih kosong."),
    Fault(
        MODUL,
        '["kader desa"]',
        '"kader"',
        "sasaran = ",
        "Isi “sasaran” harus berupa daftar dalam kurung siku.",
    ),
    Fault(
        MODUL,
        'bloom = "C2"',
        'bloom = "C9"',
        "bloom = ",
        "Isi “bloom” harus salah satu dari C1, C2, C3, C4, C5, C6, A.",
    ),
    Fault(
        MODUL,
        "2026-01-10",
        '"kemarin"',
        "diperiksa",
        "Isi “diperiksa” harus berupa tanggal, contohnya 2026-01-31.",
    ),
    Fault(MODUL, 'penerbit = "ECPAT"', 'penerbit = " "', "penerbit", "Isi “penerbit” masih kosong."),
    Fault(MODUL, 'tanggal = "2022"\n', "", "[[sumber]]", "Kunci “tanggal” belum diisi."),
    Fault(
        MODUL,
        "etika = 1",
        'etika = "satu"',
        "etika = ",
        "Isi “etika” harus bilangan bulat, tanpa tanda kutip.",
    ),
    Fault(
        MODUL,
        'judul = "Modul uji"',
        'judul = "Modul uji',
        "judul = ",
        "Tanda kutip di baris ini belum ditutup.",
    ),
    Fault(MODUL, "jp = 1", "jp = 1\njp = 2", "jp = 2", "Kunci atau tabel ini ditulis dua kali."),
    Fault(
        MODUL,
        "jp = 1",
        "jp = satu",
        "jp = satu",
        "Penulisan TOML di baris ini salah. Periksa kutip, kurung dan sama dengan.",
    ),
    Fault(
        MODUL,
        "etika = 1",
        "etika = [[1",
        "etika",
        "Penulisan TOML di baris ini salah. Periksa kutip, kurung dan sama dengan.",
    ),
    # ids between the parts
    Fault(MATERI, "@sumber dh", "@sumber dh, dx", "@sumber dh, dx", "Sumber “dx” tidak ada di modul.toml."),
    Fault(
        KUIS,
        'tujuan = "paham"\nkesulitan = "sedang"',
        'tujuan = "phm"\nkesulitan = "sedang"',
        'tujuan = "phm"',
        "Tujuan “phm” tidak ada di modul.toml.",
    ),
    Fault(
        KUIS,
        '"s2"\npasangan = "p1"\naspek = "istilah"',
        '"s2"\npasangan = "p1"\naspek = "isti"',
        'aspek = "isti"',
        "Aspek “isti” tidak ada di cetak biru.",
        also=("Aspek soal ini", "perlu"),
    ),
    Fault(
        KUIS,
        'sumber = ["dh"]\nopsi',
        'sumber = ["dh", "x1"]\nopsi',
        '"x1"',
        "Sumber “x1” tidak ada di modul.toml.",
    ),
    Fault(
        MODUL,
        "[[sumber]]",
        '[[tujuan]]\nid = "paham"\nteks = "Dua."\nbloom = "C1"\n\n[[sumber]]',
        'id = "paham"\nteks = "Dua',
        "Id “paham” dipakai dua kali.",
    ),
    Fault(KUIS_2, 'id = "s6"', 'id = "s1"', 'id = "s1"', "Id “s1” dipakai dua kali."),
    Fault(
        MATERI,
        "<!-- @id pembuka -->",
        "<!-- @bagian " + "a" * 41 + " -->",
        "<!-- @bagian",
        "Isi “@bagian” paling panjang 40 huruf.",
    ),
    Fault(
        MATERI,
        "<!-- @menit 10 -->\n<!-- @sensitif",
        "<!-- @id pembuka -->\n<!-- @menit 10 -->\n<!-- @sensitif",
        "<!-- @id pembuka -->\n<!-- @menit 10 -->\n<!-- @sens",
        "Id slide “pembuka” dipakai dua kali.",
    ),
    # blueprint and pairs
    Fault(MODUL, "butir = 3", "butir = 4", "butir = ", "Jumlah aspek 3, padahal butir 4."),
    Fault(
        MODUL,
        "istilah = 2",
        "istilah = 3",
        "istilah = ",
        "Aspek “istilah” perlu 3 pasangan soal; baru ada 2.",
        also=("Jumlah aspek",),
    ),
    Fault(
        KUIS,
        'id = "s4"\npasangan = "p2"',
        'id = "s4"\npasangan = "p1"',
        'pasangan = "p1"\naspek = "istilah"\njenis = "menj',
        "Pasangan “p1” harus dua soal; sekarang 3.",
        also=("“p2”", "perlu"),
    ),
    Fault(
        KUIS_2,
        'aspek = "etika"\njenis = "kasus"',
        'aspek = "istilah"\njenis = "kasus"',
        'aspek = "istilah"',
        "Aspek soal ini lain dari pasangannya, “s5”.",
        also=("perlu",),
    ),
    Fault(
        KUIS,
        'pasangan = "p2"\naspek = "istilah"\njenis = "menj',
        'aspek = "istilah"\njenis = "menj',
        '[[soal]]\nid = "s4"',
        "Soal tanpa “pasangan” tidak dipakai dalam pre-test dan post-test.",
        SARAN,
        also=("“p2”", "perlu"),
    ),
    # slides
    Fault(
        MATERI,
        "Catat\n",
        "Catat <b>tebal</b>\n",
        "<b>",
        "HTML tidak boleh di sini. Tulis dengan Markdown biasa.",
    ),
    Fault(
        MATERI,
        "## Penutup",
        "<div>\nhalo\n</div>",
        "<div>",
        "HTML tidak boleh di sini. Tulis dengan Markdown biasa.",
    ),
    Fault(
        MATERI,
        "::: penting",
        "::: pentng",
        "::: pentng",
        "Bagian “::: pentng” tidak dikenal. Maksud Anda “penting”?",
    ),
    Fault(
        MATERI,
        "2. Rujuk\n:::\n:::",
        "2. Rujuk\n:::",
        "::: kolom",
        "Bagian “::: kolom” belum ditutup dengan “:::”.",
    ),
    Fault(MATERI, "## Penutup", ":::", "\n:::\n\n<!-- @menit 10", "Penutup “:::” ini tanpa pembuka."),
    Fault(
        MATERI, "## Penutup", "+++", "\n+++\n\n<!-- @menit", "Pemisah “+++” hanya boleh di dalam “::: kolom”."
    ),
    Fault(MATERI, "+++\n", "", "::: kolom", "Bagian “::: kolom” perlu pemisah “+++”."),
    Fault(MATERI, "angka 500.000", "angka", "::: angka", "Tulis angkanya di baris “::: angka”."),
    Fault(
        MATERI,
        "<!-- Katakan: pelan saja. -->",
        "<!-- Katakan: pelan saja.",
        "<!-- Katakan: pelan",
        "Komentar “<!--” belum ditutup dengan “-->”.",
        also=("catatan",),
    ),
    Fault(
        MATERI,
        "@sensitif",
        "@sensitf",
        "@sensitf",
        "Tanda “@sensitf” tidak dikenal di sini. Maksud Anda “sensitif”?",
    ),
    Fault(
        MATERI,
        "@menit 10 -->\n<!-- @sens",
        "@menit lama -->\n<!-- @sens",
        "@menit lama",
        "Isi “@menit” harus bilangan bulat 1 sampai 240.",
        also=("Jumlah @menit",),
    ),
    Fault(
        MATERI,
        "@id pembuka",
        "@id dua kata",
        "@id dua",
        "Id “dua kata” hanya boleh huruf, angka dan tanda hubung.",
    ),
    Fault(MATERI, "@sumber dh", "@sumber", "@sumber", "Tanda “@sumber” belum diisi."),
    Fault(
        MATERI,
        "@id pembuka -->",
        "@id pembuka -->\n<!-- @id lain -->",
        "@id lain",
        "Tanda “@id” ditulis dua kali di bagian ini.",
    ),
    Fault(
        MATERI,
        "uu-11-2012/19",
        "UU 11/2012",
        "@rujukan",
        "Rujukan “UU 11/2012” tidak terbaca. Contoh: uu-12-2022/14/1/a.",
    ),
    Fault(
        MATERI,
        "## Penutup",
        "# Penutup",
        "# Penutup",
        "Judul “#” hanya boleh satu, di awal. Pakai “##” di bawahnya.",
    ),
    Fault(MATERI, "## Penutup", "### Penutup", "### Penutup", "Judul paling dalam “##”."),
    Fault(
        MATERI,
        "- percaya",
        "- percaya\n  - dalam",
        "  - dalam",
        "Daftar bertingkat belum didukung. Jadikan satu tingkat.",
    ),
    Fault(
        MATERI,
        "- percaya",
        "- percaya\n\n  > kutip",
        "  > kutip",
        "Isi daftar atau kutipan hanya boleh kalimat.",
    ),
    Fault(MATERI, "## Penutup", "```\nkode\n```", "```", "Bentuk ini belum didukung: blok kode."),
    Fault(MATERI, "## Penutup", "***", "***", "Bentuk ini belum didukung: garis pemisah."),
    Fault(
        MATERI,
        "2. Rujuk\n",
        "2. [Rujuk](http://contoh.id)\n",
        "2. [Rujuk]",
        "Tautan belum didukung. Tulis sebagai teks atau [[sumber]].",
    ),
    Fault(MATERI, "2. Rujuk\n", "2. `Rujuk`\n", "2. `Rujuk", "Tanda ` belum didukung. Pakai **tebal**."),
    Fault(
        MATERI, "## Penutup", "---", "<!-- @menit 10 -->\n<!-- Tung", "Slide ini kosong.", also=("catatan",)
    ),
    # pictures
    Fault(MATERI, "media/lingkaran", "media/tiada", "![Orang", "Gambar “media/tiada.svg” tidak ada."),
    Fault(
        MATERI,
        "media/lingkaran",
        "media/../../rahasia",
        "![Orang",
        "Gambar “media/../../rahasia.svg” di luar folder modul.",
    ),
    Fault(
        MATERI,
        "media/lingkaran",
        "/etc/rahasia",
        "![Orang",
        "Gambar “/etc/rahasia.svg” di luar folder modul.",
    ),
    Fault(
        MATERI,
        "media/lingkaran",
        "https://contoh.id/x",
        "![Orang",
        "Gambar harus berkas di folder modul, bukan dari internet.",
    ),
    Fault(
        MATERI,
        "lingkaran.svg",
        "lingkaran.gif",
        "![Orang",
        "Gambar “media/lingkaran.gif” harus SVG, PNG atau JPG.",
    ),
    Fault(
        MATERI,
        "![Orang duduk melingkar]",
        "![]",
        "![]",
        "Gambar ini belum punya teks pengganti: ![teks](media/…).",
    ),
    Fault(MATERI, "![Orang", "Lihat ![Orang", "Lihat ![", "Gambar harus sendirian dalam satu paragraf."),
    Fault(SVG, "<defs>", "<style>a{}</style><defs>", "<style>", "SVG tidak boleh memuat <style>."),
    Fault(SVG, "<defs>", "<script/><defs>", "<script/>", "SVG tidak boleh memuat <script>."),
    Fault(
        SVG, "<defs>", "<foreignObject/><defs>", "<foreignObject/>", "SVG tidak boleh memuat <foreignObject>."
    ),
    Fault(SVG, "#c", "lain.svg#c", "<use", "SVG tidak boleh merujuk berkas lain: “lain.svg#c”."),
    Fault(
        SVG,
        "url(#g)",
        "url(http://contoh.id/a)",
        "<rect",
        "SVG tidak boleh merujuk berkas lain: “url(http://contoh.id/a)”.",
    ),
    Fault(
        SVG,
        'height="10"',
        'height="10" style="fill:red"',
        "<rect",
        "SVG tidak boleh memakai “style”. Tulis sebagai atribut biasa.",
    ),
    Fault(
        SVG, 'height="10"', 'height="10" onclick="x()"', "<rect", "SVG tidak boleh memuat skrip “onclick”."
    ),
    Fault(
        SVG,
        "<svg",
        '<!DOCTYPE svg [<!ENTITY a "a">]>\n<svg',
        "<!DOCTYPE",
        "SVG tidak boleh memuat DOCTYPE atau ENTITY.",
    ),
    Fault(SVG, "</svg>", "</g>", "</g>", "SVG ini rusak dan tidak terbaca."),
    # cards
    Fault(
        KARTU,
        "<!-- @jenis diskusi -->\n",
        "",
        "# Kartu satu",
        "Tulis jenis kartu di awal berkas: <!-- @jenis diskusi -->.",
    ),
    Fault(KARTU, "diskusi -->", "dikusi -->", "@jenis", "Isi “@jenis” harus salah satu dari diskusi, kasus."),
    Fault(KARTU, "# Kartu dua\n", "", "- Siapa", "Kartu ini belum punya judul “#”."),
    # questions: tables
    Fault(
        KUIS,
        '[[soal]]\nid = "s3"',
        '[[sial]]\nid = "s3"',
        "[[sial]]",
        "Kunci “sial” tidak dikenal. Maksud Anda “soal”?",
        also=("“p2”", "perlu"),
    ),
    Fault(
        KUIS,
        'jenis = "menjodohkan"',
        'jenis = "menjodohka"',
        "menjodohka",
        "Jenis soal “menjodohka” tidak dikenal di sini. Maksud Anda “menjodohkan”?",
        also=("“p2”", "perlu"),
    ),
    Fault(
        KUIS,
        'jenis = "benar-salah"\n',
        "",
        '[[soal]]\nid = "s3"',
        "Kunci “jenis” belum diisi.",
        also=("“p2”", "perlu"),
    ),
    Fault(
        KUIS,
        "kunci = false",
        'kunci = "salah"',
        "kunci = ",
        "Isi “kunci” harus true atau false, tanpa tanda kutip.",
        also=("“p2”", "perlu"),
    ),
    Fault(
        KUIS,
        "kunci = false\n",
        "",
        '[[soal]]\nid = "s3"',
        "Kunci “kunci” belum diisi.",
        also=("“p2”", "perlu"),
    ),
    Fault(
        KUIS,
        'umpan = "Anak dulu."',
        'umpn = "Anak dulu."',
        "umpn",
        "Kunci “umpn” tidak dikenal. Maksud Anda “umpan”?",
        also=("“p1”", "perlu"),
    ),
    Fault(
        KUIS,
        'kesulitan = "sulit"',
        'kesulitan = "susah"',
        "susah",
        "Isi “kesulitan” harus salah satu dari mudah, sedang, sulit.",
        also=("“p2”", "perlu"),
    ),
    Fault(
        KUIS,
        "uu-12-2022/14/1/a",
        "pasal 14",
        "pasal 14",
        "Rujukan “pasal 14” tidak terbaca. Contoh: uu-12-2022/14/1/a.",
        also=("“p1”", "perlu"),
    ),
    Fault(
        KUIS,
        'rujukan = ["uu-12-2022/14/1/a"]\n',
        "",
        '[[soal]]\nid = "s1"',
        "Soal ini belum punya rujukan atau sumber.",
        also=("“p1”", "perlu"),
    ),
    Fault(
        KUIS_2,
        'jenis = "benar-salah"',
        'jenis = "mengurutkan"',
        '"mengurutkan"\nsoal = "Ia',
        "Jenis soal “mengurutkan” tidak dikenal di sini.",
        also=("“p3”", "perlu", "Maksud"),
    ),
    Fault(
        KUIS_2,
        "kunci = false",
        "kunci = 0",
        "kunci = 0",
        "Isi “kunci” harus true atau false, tanpa tanda kutip.",
        also=("“p3”", "perlu"),
    ),
    # questions: kinds
    Fault(
        KUIS,
        "benar = true\numpan",
        "benar = false\numpan",
        '[[soal]]\nid = "s1"',
        "Soal ini belum punya kunci.",
    ),
    Fault(
        KUIS,
        'benar = false\numpan = "Jaga',
        'benar = true\numpan = "Jaga',
        'benar = true\numpan = "Jaga',
        "Soal ini punya lebih dari satu kunci.",
    ),
    Fault(
        KUIS,
        '"Sebarkan kabar"',
        '"Panggil pelaku."',
        '"Panggil pelaku."',
        "“Panggil pelaku.” ditulis dua kali.",
    ),
    Fault(
        KUIS, '"Sebarkan kabar"', '"Semua benar"', "Semua benar", "Hindari opsi seperti “semua benar”.", SARAN
    ),
    Fault(
        KUIS,
        "Dengarkan anak",
        "Dengarkan anak dengan tenang sampai selesai bicara",
        "Dengarkan anak",
        "Kunci jauh lebih panjang daripada opsi lain.",
        SARAN,
    ),
    Fault(
        KUIS,
        'umpan = "Anak dulu."\n',
        "",
        '[[soal.opsi]]\nteks = "Pang',
        "Opsi ini belum punya umpan balik.",
        SARAN,
    ),
    Fault(
        KUIS,
        '{teks = "Akun", benar = true',
        '{teks = "Akun", benar = false',
        "opsi = [",
        "Pilihan ganda perlu sedikitnya dua opsi benar.",
    ),
    Fault(
        KUIS,
        '"Akun", benar = true, umpan = "Tepat."},\n',
        '"Akun", benar = true, umpan = "Tepat."},\n  {teks = "akun", benar = true, umpan = "x"},\n',
        '{teks = "akun"',
        "“akun” ditulis dua kali.",
    ),
    Fault(
        KUIS,
        'kanan = "menyidik"',
        'kanan = "merujuk"',
        'kanan = "merujuk"\numpan = "Rujukan."',
        "“merujuk” ditulis dua kali.",
    ),
    Fault(
        KUIS_2,
        '"lihat", "dengar", "hubungkan"',
        '"lihat", "dengar"',
        "urutan",
        "Jumlah urutan harus 3 sampai 6; sekarang 2.",
    ),
    Fault(
        KUIS_2,
        'teks = "Rujuk"\nbenar = true',
        'teks = "Rujuk"\nbenar = false',
        '[[soal.bagian]]\nid = "b"',
        "Soal ini belum punya kunci.",
    ),
    Fault(
        KUIS,
        "Apa langkah pertama?",
        "kata " * 26,
        "kata kata",
        "Soal 26 kata; usahakan paling banyak 25.",
        SARAN,
    ),
    Fault(
        KUIS,
        "Apa langkah pertama?",
        "Mana yang bukan hal yang tidak baik?",
        "Mana yang",
        "Soal memakai dua kata ingkar. Tulis dengan satu saja.",
        SARAN,
    ),
    # advice on the whole
    Fault(
        MATERI,
        "anak setahun",
        "kata " * 40,
        "::: angka",
        "Slide ini 47 kata; usahakan paling banyak 40.",
        SARAN,
    ),
    Fault(
        MATERI,
        "<!-- Katakan: pelan saja. -->",
        "",
        "<!-- @menit 10 -->\n<!-- @sens",
        "Slide ini belum punya catatan fasilitator.",
        SARAN,
    ),
    Fault(MODUL, "jp = 1", "jp = 2", "jp = ", "Jumlah @menit 30, padahal 2 JP berarti 90 menit.", SARAN),
    Fault(
        MODUL,
        "[cetakbiru]",
        '[[sumber]]\nid = "lain"\njudul = "J"\npenerbit = "P"\ntanggal = "2020"\n'
        'diperiksa = "2026-01-10"\n\n[cetakbiru]',
        'id = "lain"',
        "Sumber “lain” belum dipakai di slide atau soal.",
        SARAN,
    ),
    Fault(
        MODUL,
        '"2022"',
        '"tanpa tanggal"',
        "tanggal",
        "Sumber “dh” tanpa tanggal terbit. Tulis tahunnya bila ada.",
        SARAN,
    ),
    Fault(
        MATERI,
        "Tunggu sebentar.",
        "Hubungi SAPA 129 dulu.",
        "SAPA 129",
        "Nomor “129” ditulis langsung; nomor bisa berubah.",
        SARAN,
    ),
    Fault(
        KARTU,
        "Apa yang Anda lakukan?",
        "Telepon 0812-3456-7890.",
        "0812",
        "Nomor “0812-3456-7890” ditulis langsung; nomor bisa berubah.",
        SARAN,
    ),
    Fault(
        KUIS,
        "Anak dulu.",
        "Polisi: 110.",
        "Polisi: 110",
        "Nomor “110” ditulis langsung; nomor bisa berubah.",
        SARAN,
    ),
]
