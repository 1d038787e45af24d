"""Writes the sample lists of this folder again: `python buat.py [NAME …]`.

Each list shows how they really arrive. People, numbers and offices are invented; villages are real.
Four writers and LibreOffice (when installed) make the files, so that no reader is tested against
the habits of a single program. `<name>.harap.json` beside a list says what must come of it.
"""

import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import xlsxwriter
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P
from openpyxl import Workbook

HERE = Path(__file__).parent
Rows = list[list[Any]]
WRITERS: dict[str, Callable[[Path], None]] = {}


def writes(name: str) -> Callable[[Callable[[Path], None]], Callable[[Path], None]]:
    """Register the writer of one file."""

    def register(write: Callable[[Path], None]) -> Callable[[Path], None]:
        WRITERS[name] = write
        return write

    return register


# --- programs --------------------------------------------------------------------------------


def openpyxl_sheet(book: Workbook, rows: Rows, title: str | None = None) -> Any:
    sheet = book.active if title is None else book.create_sheet(title)
    for row in rows:
        sheet.append(row)
    return sheet


def save_openpyxl(path: Path, rows: Rows, *merged: str) -> None:
    book = Workbook()
    sheet = openpyxl_sheet(book, rows)
    for area in merged:
        sheet.merge_cells(area)
    book.save(path)


def save_xlwt(path: Path, rows: Rows, *merged: tuple[int, int, int, int]) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Sheet1")
    covered = {
        (r, c)
        for top, bottom, left, right in merged
        for r in range(top, bottom + 1)
        for c in range(left, right + 1)
    }
    for top, bottom, left, right in merged:
        sheet.write_merge(top, bottom, left, right, rows[top][left])
    for line, row in enumerate(rows):
        for at, value in enumerate(row):
            if value is not None and (line, at) not in covered:
                style = (
                    xlwt.easyxf(num_format_str="DD/MM/YYYY")
                    if isinstance(value, date)
                    else xlwt.Style.default_style
                )
                sheet.write(line, at, value, style)
    book.save(str(path))


def save_xlsxwriter(path: Path, rows: Rows, *merged: str) -> None:
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Peserta")
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for line, row in enumerate(rows):
            for at, value in enumerate(row):
                if isinstance(value, date):
                    sheet.write_datetime(line, at, value, day)
                else:
                    sheet.write(line, at, value)
        for area in merged:
            first = area.split(":")[0]
            line, at = int(first[1:]) - 1, ord(first[0]) - ord("A")
            sheet.merge_range(area, rows[line][at])


def save_odfpy(path: Path, rows: Rows, spans: dict[tuple[int, int], tuple[int, int]] | None = None) -> None:
    """`spans` are (rows, columns) by (row, column) of the first cell."""
    spans = spans or {}
    covered = {(r + i, c + j) for (r, c), (h, w) in spans.items() for i in range(h) for j in range(w)} - set(
        spans
    )
    book = OpenDocumentSpreadsheet()
    table = Table(name="Daftar")
    for line, row in enumerate(rows):
        entry = TableRow()
        for at, value in enumerate(row):
            entry.addElement(odf_cell(value, spans.get((line, at)), covered=(line, at) in covered))
        table.addElement(entry)
    book.spreadsheet.addElement(table)
    book.save(str(path))


def odf_cell(value: Any, span: tuple[int, int] | None, *, covered: bool) -> Any:
    if covered:
        return CoveredTableCell()
    size = {"numberrowsspanned": span[0], "numbercolumnsspanned": span[1]} if span else {}
    if value is None:
        return TableCell(**size)
    if isinstance(value, int | float):
        cell = TableCell(valuetype="float", value=str(value), **size)
    else:
        cell = TableCell(valuetype="string", **size)
    cell.addElement(P(text=str(value)))
    return cell


def libreoffice(path: Path, write_source: Callable[[Path], None], suffix: str, target: str) -> None:
    """Let LibreOffice write the file from a source in another format."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        print(f"LibreOffice tidak ada; {path.name} tidak ditulis.")
        return
    with TemporaryDirectory() as folder:
        source = Path(folder) / f"{path.stem}{suffix}"
        write_source(source)
        command = [program, "--headless", "--convert-to", target, "--outdir", str(path.parent), str(source)]
        subprocess.run(command, check=True, capture_output=True)


# --- the lists -------------------------------------------------------------------------------

TITLES: Rows = [
    ["PEMERINTAH KABUPATEN BLORA"],
    ["DAFTAR PESERTA BIMBINGAN TEKNIS"],
    ["Hari/Tanggal : Selasa, 5 Maret 2024"],
    [],
]
FIRST_NAMES = [
    "Siti",
    "Budi",
    "Dewi",
    "Agus",
    "Wati",
    "Joko",
    "Rina",
    "Tono",
    "Sari",
    "Heri",
    "Lina",
    "Eko",
    "Umi",
    "Bayu",
    "Nia",
]


def numbered(values: list[Any]) -> Rows:
    """Rows of number, an invented name, and one value."""
    return [
        [n, f"{name} Contoh", value]
        for n, (name, value) in enumerate(zip(FIRST_NAMES, values, strict=False), 1)
    ]


HEAD = ["No", "Nama", "L/P", "Jabatan", "Desa", "No. HP"]
SITI = [1, "Siti Contoh, S.Sos.", "P", "Kasi Pelayanan", "Palon", "081200000001"]
BUDI = [2, "Budi Rekaan", "L", "Kepala Dusun", "Blungun", "081200000002"]
DEWI = [3, "Dewi Misalnya", "P", "Kader PKK", "Semanggi", "081200000003"]


@writes("01-judul-di-atas.xlsx")
def _(path: Path) -> None:
    save_openpyxl(path, [*TITLES, HEAD, SITI, BUDI, DEWI], "A1:F1", "A2:F2", "A3:F3")


@writes("02-kop-delapan-baris.xlsx")
def _(path: Path) -> None:
    kop: Rows = [
        ["PEMERINTAH KABUPATEN CONTOH"],
        ["DINAS REKAAN"],
        ["Jalan Misal Nomor 1"],
        [],
        ["DAFTAR HADIR"],
        [],
        [],
    ]
    save_xlsxwriter(path, [*kop, HEAD, SITI, BUDI, DEWI], "A1:F1", "A2:F2", "A3:F3", "A5:F5")


@writes("03-judul-dua-baris.xlsx")
def _(path: Path) -> None:
    rows = [
        ["DAFTAR HADIR"],
        ["No", "Nama Lengkap", "L/P", "Alamat", None, "Telp", "Tanda Tangan", None],
        [None, None, None, "Desa", "Kec", None, "5 Maret 2024", "6 Maret 2024"],
        [1, "Siti Contoh, S.Sos.", "P", "Palon", "Jepon", "081200000001", None, None],
        [2, "Budi Rekaan", "L", "Blungun", "Jepon", "081200000002", None, None],
    ]
    save_openpyxl(path, rows, "A1:H1", "A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:F3", "G2:H2")


@writes("04-judul-dua-baris.ods")
def _(path: Path) -> None:
    rows = [
        ["No", "Identitas Peserta", None, "Alamat", None, "No HP"],
        [None, "Nama", "JK", "Desa/Kel", "Kecamatan", None],
        [1, "Siti Contoh, S.Sos.", "P", "Palon", "Jepon", "081200000001"],
        [2, "Budi Rekaan", "L", "Blungun", "Jepon", "081200000002"],
    ]
    save_odfpy(path, rows, {(0, 0): (2, 1), (0, 1): (1, 2), (0, 3): (1, 2), (0, 5): (2, 1)})


@writes("05-judul-dua-baris.csv")
def _(path: Path) -> None:
    text = (
        "DAFTAR PESERTA;;;;;\n"
        "No;Nama;Alamat;;HP;Tanda Tangan;\n"
        ";;Desa;Kecamatan;;Pagi;Siang\n"
        "1;Siti Contoh, S.Sos.;Palon;Jepon;0812-0000-0001;;\n"
        "2;Budi Rekaan;Blungun;Jepon;0812-0000-0002;;\n"
    )
    path.write_text(text, encoding="utf-8")


@writes("06-nama-judul-lain.xlsx")
def _(path: Path) -> None:
    rows = [
        [
            "NO.",
            "NAMA LENGKAP & GELAR",
            "JENIS KELAMIN (L/P)",
            "ASAL INSTANSI / LEMBAGA",
            "JAB.",
            "DESA / KEL.",
            "KAB./KOTA",
            "NO. HP / WA",
            "USIA",
            "E-MAIL",
            "Paraf",
        ],
        [
            "1.",
            "Dra. Hj. Endang Contoh, M.Si.",
            "Perempuan",
            "Dinas Rekaan",
            "Kabid",
            "-",
            "Kab. Blora",
            "0812 0000 0004",
            "45 th",
            "endang@contoh.id",
            None,
        ],
        [
            "2.",
            "AIPTU Bagus Rekaan, S.H.",
            "Laki-laki",
            "Polsek Contoh",
            "Bhabinkamtibmas",
            "Palon",
            "Kab. Blora",
            "0812.0000.0005",
            38,
            "bukan pos-el",
            None,
        ],
    ]
    save_xlsxwriter(path, rows)


@writes("07-nomor-bolong.xls")
def _(path: Path) -> None:
    rows: Rows = [
        ["DAFTAR PESERTA"],
        HEAD,
        ["1.", *SITI[1:]],
        ["2.", *BUDI[1:]],
        [],
        ["4.", *DEWI[1:]],
        ["5."],
        ["6."],
        [None, "Jumlah", 3],
        [],
        [None, None, None, None, "Blora, 5 Maret 2024"],
        [None, "Mengetahui,", None, None, "Ketua Panitia,"],
        [],
        [],
        [None, "SUTRISNO REKAAN, S.H.", None, None, "WATI CONTOH, S.Sos."],
        [None, "NIP 19700101 199503 1 001", None, None, "NIP 19750202 200003 2 002"],
    ]
    save_xlwt(path, rows, (0, 0, 0, 5))


@writes("08-lima-baris-kosong.xlsx")
def _(path: Path) -> None:
    save_openpyxl(
        path,
        [
            HEAD,
            SITI,
            BUDI,
            [],
            [],
            [],
            [],
            [],
            [],
            ["Catatan lama"],
            [9, "Orang Lama", "L", None, None, None],
        ],
    )


@writes("09-nama-dan-nip.xlsx")
def _(path: Path) -> None:
    rows = [
        ["No", "Nama/NIP", "Pangkat/Gol", "Jabatan"],
        [1, "Siti Contoh, S.Sos.\nNIP 19870512 201001 2 003", "Penata Tk. I (III/d)", "Analis"],
        [2, "Budi Rekaan, S.H. NIP. 198001012005011004", "Pembina / IV a", "Kabid"],
        [3, "Dewi Misalnya\n198905052023212005", "IX", "Penyuluh"],
        [4, "Prof. Dr. Panjang Sekali\nContoh, M.Si.", "-", "Ahli"],
        [5, "Agus Contoh / NRP 87051234", "AIPTU", "Banit"],
    ]
    save_openpyxl(path, rows)


@writes("10-hp-angka.xlsx")
def _(path: Path) -> None:
    phones: list[Any] = [
        81200000001,
        6281200000002,
        "+62 812-0000-0003",
        "0812 0000 0004 / 0857 0000 0005",
        "(0296) 531234",
        "6,28123E+12",
        296531234,
        "WA 081200000007",
        8120000,
        "O81200000008",
    ]
    people = [
        "Siti Contoh",
        "Budi Rekaan",
        "Dewi Misalnya",
        "Agus Contoh",
        "Wati Rekaan",
        "Joko Misalnya",
        "Rina Contoh",
        "Tono Rekaan",
        "Sari Misalnya",
        "Heri Contoh",
    ]
    save_xlsxwriter(
        path,
        [
            ["No", "Nama", "No. HP"],
            *([n, name, phone] for n, (name, phone) in enumerate(zip(people, phones, strict=True), 1)),
        ],
    )


@writes("11-nik-nip-angka.xlsx")
def _(path: Path) -> None:
    rows = [
        ["No", "Nama", "NIK", "NIP"],
        [1, "Siti Contoh", 3316095205870001, None],
        [2, "Budi Rekaan", 3316091205870000, None],
        [3, "Dewi Misalnya", "3316094305890003", None],
        [4, "Agus Contoh", 9171091205870001, None],
        [5, "Wati Rekaan", None, 198705122010012003],
        [6, "Joko Misalnya", None, "19870512 201001 1 004"],
        [7, "Rina Contoh", "331609", 87051234],
    ]
    save_xlsxwriter(path, rows)


@writes("12-nik-ilmiah.csv")
def _(path: Path) -> None:
    text = (
        "No;Nama;NIK;NIP;HP\r\n"
        "1;Siti Contoh;3,31609E+15;;8,12E+10\r\n"
        "2;Budi Rekaan;3.31609E+15;1,98705E+17;081200000002\r\n"
        "3;Dewi Misalnya;########;-;0\r\n"
    )
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())


@writes("13-apostrof.csv")
def _(path: Path) -> None:
    text = (
        "No,Nama,NIK,No HP\n"
        "1,Siti Nur'aini Contoh,'3316095205870001,'081200000001\n"
        '2,"Ma’ruf Rekaan, S.Pd.I.",="3316091205870002",="081200000002"\n'
        "3,`Aisyah Misalnya,’3316094305890003,081200000003\n"
    )
    path.write_text(text, encoding="utf-8")


@writes("14-tanggal-lahir.xlsx")
def _(path: Path) -> None:
    births: list[Any] = [date(1987, 5, 12), "12/05/1987", "12-5-87", "5 Pebruari 1990", "05-Mar-04"]
    births += ["1 Nopember 1980", 31909, 1987, "05/23/1987", "31 Februari 1990", "-", "12 Mei 2087"]
    save_xlsxwriter(path, [["No", "Nama", "Tgl. Lahir"], *numbered(births)])


@writes("15-tempat-tanggal-lahir.ods")
def _(path: Path) -> None:
    rows = [
        ["No", "Nama", "Tempat, Tgl Lahir", "Umur"],
        [1, "Siti Contoh", "Blora, 12 Mei 1987", 36],
        [2, "Budi Rekaan", "Kab. Blora, Jawa Tengah, 01-02-1990", "34 tahun"],
        [3, "Dewi Misalnya", "Cepu 3 Agustus 1995", "dua puluh"],
        [4, "Agus Contoh", "Blora", None],
    ]
    libreoffice(path, lambda source: save_openpyxl(source, rows), ".xlsx", "ods")


@writes("16-spasi-hantu.xlsx")
def _(path: Path) -> None:
    rows = [
        ["No ", " Nama\u00a0Lengkap ", "L/P\n(jenis kelamin)", "No.\u00a0HP "],
        [1, "  Siti \u00a0 Contoh\u200b, S.Sos. ", " P ", "0812\u00a00000\u00a00001"],
        [2, "Budi\u00a0Rekaan\u202c", "L\u200b", " 081200000002"],
        [3, "\ufeffRene\u0301e  Misalnya", "p", "0812-0000-0003\n"],
    ]
    save_openpyxl(path, rows)


@writes("17-huruf-besar.xls")
def _(path: Path) -> None:
    rows = [
        ["NO", "NAMA", "L/P", "JABATAN"],
        [1, "SITI NUR'AINI CONTOH, S.SOS", "P", "KASI PELAYANAN"],
        [2, "DRS. H. BUDI BIN REKAAN, M.SI.", "L", "KEPALA DINAS"],
        [3, "I GUSTI AYU MISALNYA", "P", "KADER"],
        [4, "Agus Contoh, S.Pd.", "L", "Guru"],
    ]
    save_xlwt(path, rows)


@writes("18-ganda.xlsx")
def _(path: Path) -> None:
    rows = [
        ["No", "Nama", "Desa", "HP"],
        [1, "Siti Nur'aini Contoh, S.Sos.", "Palon", "081200000001"],
        [2, "Budi Rekaan", "Palon", "081200000002"],
        [3, "SITI NURAINI CONTOH", "Ds. Palon", None],
        [4, "Dewi Misalnya", "Blungun", "0812-0000-0002"],
        [5, "Budi Rekaan", "Semanggi", "081200000005"],
    ]
    save_openpyxl(path, rows)


@writes("19-jenis-kelamin.csv")
def _(path: Path) -> None:
    words = [
        "L",
        "P",
        "LK",
        "PR",
        "Laki-laki",
        "Perempuan",
        "Pria",
        "Wanita",
        "M",
        "F",
        "♂",
        "W",
        "L/P",
        "?",
        "-",
    ]
    lines = ["No\tNama\tJenis Kelamin", *("\t".join(map(str, row)) for row in numbered(words))]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


@writes("20-centang-l-p.xlsx")
def _(path: Path) -> None:
    rows = [
        ["No", "Nama", "Jenis Kelamin", None, "Desa"],
        [None, None, "L", "P", None],
        [1, "Siti Contoh", None, "v", "Palon"],
        [2, "Budi Rekaan", "√", None, "Palon"],
        [3, "Dewi Misalnya", "v", "v", "Blungun"],
        [4, "Agus Contoh", 1, None, "Blungun"],
        [5, "Wati Rekaan", None, None, "Blungun"],
    ]
    save_openpyxl(path, rows, "A1:A2", "B1:B2", "C1:D1", "E1:E2")


@writes("21-banyak-lembar.xlsx")
def _(path: Path) -> None:
    book = Workbook()
    book.active.title = "Petunjuk"
    book.active.append(["Isi lembar Hari 1 dan Hari 2."])
    openpyxl_sheet(book, [["DAFTAR HADIR"], HEAD, SITI, BUDI], "Hari 1")
    openpyxl_sheet(book, [["DAFTAR HADIR"], HEAD, DEWI], "Hari 2")
    openpyxl_sheet(
        book, [[*HEAD, "NIK", "Email"], [*SITI, "3316095205870001", "siti@contoh.id"]], "DATABASE"
    ).sheet_state = "hidden"
    book.save(path)


@writes("22-baris-tersembunyi.xlsx")
def _(path: Path) -> None:
    book = Workbook()
    sheet = openpyxl_sheet(
        book,
        [
            [*HEAD, "NIK"],
            [*SITI, "3316095205870001"],
            [*BUDI, "3316091205870002"],
            [*DEWI, "3316094305890003"],
        ],
    )
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["G"].hidden = True
    book.save(path)


@writes("23-baris-tersembunyi.ods")
def _(path: Path) -> None:
    libreoffice(path, WRITERS["22-baris-tersembunyi.xlsx"], ".xlsx", "ods")


@writes("24-rumus-dan-galat.xlsx")
def _(path: Path) -> None:
    rows = [
        ["No", "Nama", "L/P", "Desa", "No HP", "Umur"],
        [1, '="Siti"&" Contoh"', "P", "Palon", "081200000001", "=2024-1987"],
        ["=A2+1", "Budi Rekaan", "=VLOOKUP(9;A1:B1;2;0)", "=#REF!", "=1/0", 40],
        ["=A3+1", "=NA()", "P", "Palon", "081200000003", 31],
    ]
    rows = [[str(cell).replace(";", ",") if isinstance(cell, str) else cell for cell in row] for row in rows]
    libreoffice(path, lambda source: save_openpyxl(source, rows), ".xlsx", "xlsx")


@writes("25-rumus-dan-galat.ods")
def _(path: Path) -> None:
    def source(to: Path) -> None:
        shutil.copy(HERE / "24-rumus-dan-galat.xlsx", to)

    libreoffice(path, source, ".xlsx", "ods")


@writes("26-libreoffice.xls")
def _(path: Path) -> None:
    libreoffice(path, WRITERS["03-judul-dua-baris.xlsx"], ".xlsx", "xls:MS Excel 97")


@writes("27-titik-koma-bom.csv")
def _(path: Path) -> None:
    lines = [";".join(map(str, row)) for row in (HEAD, SITI, BUDI, DEWI)]
    path.write_bytes(b"\xef\xbb\xbf" + ("sep=;\r\n" + "\r\n".join(lines) + "\r\n").encode())


@writes("28-teks-unicode.tsv")
def _(path: Path) -> None:
    lines = ["\t".join(map(str, row)) for row in (HEAD, SITI, BUDI, [3, "Renée Misalnya", *DEWI[2:]])]
    path.write_bytes(("\ufeff" + "\r\n".join(lines) + "\r\n").encode("utf-16-le"))


@writes("29-cp1252.csv")
def _(path: Path) -> None:
    lines = [
        ",".join(f'"{cell}"' for cell in row)
        for row in (HEAD, SITI, [2, "Renée d’Contoh", *BUDI[2:]], [3, "Jos\u00e9\nMisalnya", *DEWI[2:]])
    ]
    path.write_bytes(("\r\n".join(lines) + "\r\n").encode("cp1252"))


@writes("30-whatsapp.txt")
def _(path: Path) -> None:
    text = (
        "*Daftar peserta bimtek Desa Palon:*\n\n"
        "1. Siti Contoh, S.Sos. – Palon – 081200000001\n"
        "2) Budi Rekaan - Blungun - 0812 0000 0002\n"
        "3.Dewi Misalnya (Semanggi) HP 0812-0000-0003\n"
        "4. Agus Contoh, Palon, +62 812-0000-0004\n"
        "5. H. Joko Rekaan, S.H., M.H. | Blungun\n"
        "6. Suparti\n\n"
        "Terima kasih 🙏\n"
    )
    path.write_text(text, encoding="utf-8")


@writes("31-whatsapp-bercap-waktu.txt")
def _(path: Path) -> None:
    text = (
        "[05/03/24 08.12.10] Bu Contoh: Assalamualaikum, mohon isi nama:\n"
        "[05/03/24 08.13.44] Bu Contoh: 1. Siti Contoh 081200000001\n"
        "[05/03/24 08.20.01] Pak Rekaan: 2. Budi Rekaan 081200000002\n"
        "05/03/24 09.01 - Bu Misal: 3. Dewi Misalnya 081200000003\n"
    )
    path.write_text(text, encoding="utf-8")


@writes("32-tempel-dari-excel.txt")
def _(path: Path) -> None:
    lines = ["\t".join(map(str, row)) for row in (HEAD, SITI, BUDI, ["3", '"Dewi\nMisalnya"', *DEWI[2:]])]
    path.write_text("\r\n".join(lines), encoding="utf-8", newline="")


@writes("33-isian-pengganti.xlsx")
def _(path: Path) -> None:
    rows = [
        [*HEAD, "Instansi"],
        [1, "Siti Contoh", "-", "–", "0", "xxx", "NN"],
        [2, "Budi Rekaan", "L", "...", "Palon", 0, "tidak ada"],
        [3, "NN", "P", "Kader", "Palon", "081200000003", "PKK"],
        [4, "-", "-", "-", "-", "-", "-"],
        [5, "Na", "P", "Kader", "Palon", "081200000005", "PKK"],
        [6, 12345, "P", "Kader", "Palon", "081200000006", "PKK"],
    ]
    save_openpyxl(path, rows)


@writes("34-desa-bebas.xlsx")
def _(path: Path) -> None:
    places = [
        "Ds. Palon",
        "desa blungun",
        "DS.SEMANGGI Kec. Jepon",
        "Kel. Jepon",
        "Tempel Lemahbang",
        "Pallon",
    ]
    places += ["Dsn. Krajan RT 02 RW 01 Ds. Palon", "Desa Tidak Ada", "Kunduran, Kec. Kunduran Kab. Blora"]
    save_xlsxwriter(path, [["No", "Nama", "Desa/Kelurahan"], *numbered(places)])


@writes("35-judul-kelompok.xlsx")
def _(path: Path) -> None:
    rows: Rows = [
        ["No", "Nama", "L/P", "No HP"],
        ["DESA PALON"],
        [1, "Siti Contoh", "P", "081200000001"],
        [2, "Budi Rekaan", "L", "081200000002"],
        [None, "Jumlah Desa Palon", 2],
        ["Desa Blungun (1 orang)"],
        [1, "Dewi Misalnya", "P", "081200000003"],
        ["POLSEK CONTOH"],
        [1, "BRIPKA Agus Contoh", "L", "081200000004"],
        [None, "TOTAL", 4],
        [None, "Wati Contoh"],
    ]
    save_openpyxl(path, rows, "A2:D2", "A6:D6", "A8:D8")


@writes("36-judul-kelompok-berhuruf.xls")
def _(path: Path) -> None:
    rows: Rows = [
        ["NO", "NAMA", "JABATAN"],
        ["A", "KECAMATAN JEPON"],
        ["I", "Desa Palon"],
        [1, "Siti Contoh", "Kader"],
        ["II", "Desa Blungun"],
        [1, "Budi Rekaan", "Kadus"],
        ["B", "NARASUMBER"],
        [1, "Dewi Misalnya", "Psikolog"],
    ]
    save_xlwt(path, rows)


@writes("37-desa-digabung.xlsx")
def _(path: Path) -> None:
    rows = [
        ["No", "Desa", "Nama", "HP"],
        [1, "Palon", "Siti Contoh", "081200000001"],
        [2, None, "Budi Rekaan", "081200000002"],
        [3, None, "Dewi Misalnya", "081200000003"],
        [4, "Blungun", "Agus Contoh", "081200000004"],
        [5, None, None, None],
    ]
    save_openpyxl(path, rows, "B2:B4", "B5:B6")


@writes("38-desa-digabung.ods")
def _(path: Path) -> None:
    libreoffice(path, WRITERS["37-desa-digabung.xlsx"], ".xlsx", "ods")


@writes("39-tiga-orang.ods")
def _(path: Path) -> None:
    save_odfpy(path, [["Nama", "Desa"], ["Suparti", "Palon"], ["Ngatmin", "Palon"], ["Na", "Blungun"]])


@writes("40-tiga-ratus.xlsx")
def _(path: Path) -> None:
    first = ["Siti", "Budi", "Dewi", "Agus", "Wati", "Joko", "Rina", "Tono", "Sari", "Heri"]
    middle = ["Contoh", "Rekaan", "Misalnya", "Umpama", "Andai", "Ibarat"]
    last = ["Satu", "Dua", "Tiga", "Empat", "Lima"]
    names = [f"{a} {b} {c}" for a in first for b in middle for c in last]
    rows: Rows = [["No", "Nama", "HP"]]
    rows += [[n, name, f"0812{n:08d}"] for n, name in enumerate(names, 1)]
    save_xlsxwriter(path, rows)


@writes("41-tanpa-judul.csv")
def _(path: Path) -> None:
    lines = [
        "1,Siti Contoh,P,Palon,081200000001",
        "2,Budi Rekaan,L,Blungun,081200000002",
        "3,Dewi Misalnya,P,Palon,081200000003",
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


@writes("42-nomor-kolom-dan-judul-terulang.xlsx")
def _(path: Path) -> None:
    save_openpyxl(path, [HEAD, [1, 2, 3, 4, 5, 6], SITI, BUDI, HEAD, DEWI, ["*) coret yang tidak perlu"]])


@writes("43-ditulis-program-lain.xlsx")
def _(path: Path) -> None:
    """As small writers do it: prefixed names, inline texts, no styles, no dimension."""
    schemas = "http://schemas.openxmlformats.org"
    office = f"{schemas}/officeDocument/2006/relationships"
    package = f"{schemas}/package/2006"
    types = "application/vnd.openxmlformats"
    names = f'xmlns:x="{schemas}/spreadsheetml/2006/main" xmlns:r="{office}"'

    def cell(value: Any) -> str:
        if isinstance(value, int):
            return f"<x:c><x:v>{value}</x:v></x:c>"
        return f'<x:c t="inlineStr"><x:is><x:t>{value}</x:t></x:is></x:c>'

    def relation(key: str, kind: str, target: str) -> str:
        entry = f'<Relationship Id="{key}" Type="{office}/{kind}" Target="{target}"/>'
        return f'<Relationships xmlns="{package}/relationships">{entry}</Relationships>'

    rows = (HEAD, [1, "Siti Contoh, S.Sos.", "P", "Kasi", "Palon", 81200000001], BUDI)
    data = "".join(f"<x:row>{''.join(map(cell, row))}</x:row>" for row in rows)
    sheets = '<x:sheets><x:sheet name="Data" sheetId="1" r:id="rId1"/></x:sheets>'
    overrides = "".join(
        f'<Override PartName="/xl/{part}.xml" ContentType="{types}-officedocument.spreadsheetml.{kind}+xml"/>'
        for part, kind in (("workbook", "sheet.main"), ("worksheets/sheet", "worksheet"))
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="rels" ContentType="{types}-package.relationships+xml"/>{overrides}</Types>',
        "_rels/.rels": relation("r1", "officeDocument", "/xl/workbook.xml"),
        "xl/workbook.xml": f"<x:workbook {names}>{sheets}</x:workbook>",
        "xl/_rels/workbook.xml.rels": relation("rId1", "worksheet", "/xl/worksheets/sheet.xml"),
        "xl/worksheets/sheet.xml": f"<x:worksheet {names}><x:sheetData>{data}</x:sheetData></x:worksheet>",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in parts.items():
            packed.writestr(
                zipfile.ZipInfo(name, (2024, 3, 5, 8, 0, 0)), '<?xml version="1.0" encoding="utf-8"?>' + text
            )


@writes("44-instansi-jabatan-peran.ods")
def _(path: Path) -> None:
    rows = [
        ["No", "Nama", "Instansi/Jabatan", "Desa/Kec.", "Sebagai", "Disabilitas (Y/T)"],
        [1, "Siti Contoh", "Pemdes Contoh/Kasi Pelayanan", "Palon/Jepon", "Peserta", "T"],
        [2, "Budi Rekaan", "Dinas Rekaan", "-/Blora", "Narasumber", "Y"],
        [3, "Dewi Misalnya", "PKK/Ketua", "Blungun, Kec. Jepon", "Juru foto", "rungu"],
    ]
    save_odfpy(path, rows)


@writes("45-gelar-terpisah.xlsx")
def _(path: Path) -> None:
    rows = [
        ["No", "Gelar Depan", "Nama", "Gelar Belakang", "Ket."],
        [1, "Dra.", "Siti Contoh", "M.Si.", "hadir pagi"],
        [2, None, "Budi Rekaan S.Sos", "M.M.", "panitia"],
        [3, "dr.", "Dewi Misalnya, Sp.A.", None, None],
    ]
    save_openpyxl(path, rows)


@writes("46-teks-bernama-xls.xls")
def _(path: Path) -> None:
    path.write_text(
        "No\tNama\tHP\n1\tSiti Contoh\t081200000001\n2\tBudi Rekaan\t081200000002\n", encoding="utf-8"
    )


@writes("47-tanpa-kolom-nama.xlsx")
def _(path: Path) -> None:
    save_openpyxl(
        path,
        [
            ["Tanggal", "Uraian", "Jumlah"],
            [date(2024, 3, 5), "Konsumsi", 33],
            [date(2024, 3, 5), "Transport", 33],
        ],
    )


@writes("48-judul-tebal-tanpa-isi.xls")
def _(path: Path) -> None:
    save_xlwt(path, [HEAD])


def main(wanted: list[str]) -> None:
    """Write all lists, or those whose name begins with one of the words."""
    for name, write in WRITERS.items():
        if not wanted or any(name.startswith(word) for word in wanted):
            write(HERE / name)


if __name__ == "__main__":
    main(sys.argv[1:])
