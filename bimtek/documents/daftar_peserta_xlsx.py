"""An empty list to be filled in and imported: text cells for numbers, so that Excel eats no digit."""

from dataclasses import dataclass
from typing import BinaryIO, ClassVar

from bimtek.documents.base import Problem, Progress, silent
from bimtek.documents.spreadsheet import Column, Workbook
from bimtek.domain.text import Text, _

COLUMNS = (
    Column("No", 6, "text"),
    Column("Nama Lengkap dan Gelar", 38),
    Column("L/P", 7),
    Column("Unsur", 22),
    Column("Instansi", 30),
    Column("Jabatan", 24),
    Column("Desa/Kelurahan", 22),
    Column("Kecamatan", 20),
    Column("Kabupaten/Kota", 22),
    Column("No. HP", 18),
    Column("NIP", 24),
)
SAMPLE = (
    "Contoh:",
    "Siti Nur Aisyah, S.Sos.",
    "P",
    "Pemdes/kelurahan",
    "Pemerintah Desa Contoh",
    "Kasi Pelayanan",
    "Contoh",
    "Jepon",
    "Kabupaten Blora",
    "081200000000",
    "198705122010012003",
)
HOW = "Isi di bawah baris judul. Ketik nomor HP dan NIP lengkap dengan angka 0 di depan."
SEXES = ("L", "P")


@dataclass(frozen=True, kw_only=True)
class DaftarPesertaXlsx:
    """The import template, with room for so many people."""

    key: ClassVar[str] = "daftar-peserta"
    title: ClassVar[Text] = _("Templat daftar peserta")

    rows: int = 200

    def problems(self) -> list[Problem]:
        """Nothing can be wrong with an empty list."""
        return []

    def write(self, out: BinaryIO, progress: Progress = silent) -> int:
        """Write the workbook; returns its sheets.

        The sample row stands above the header, where the import never looks for people.
        """
        book = Workbook(out, str(self.title))
        sheet = book.sheet("Peserta", COLUMNS)
        sheet.words("DAFTAR PESERTA", "title")
        sheet.words(HOW, "note")
        sheet.row(SAMPLE, "sample")
        sheet.header()
        first = sheet.line
        for n in range(1, self.rows + 1):
            sheet.row([str(n), *[""] * (len(COLUMNS) - 1)])
        sheet.raw.data_validation(
            first,
            2,
            first + self.rows - 1,
            2,
            {
                "validate": "list",
                "source": list(SEXES),
                "error_title": "Isi L atau P",
                "error_message": "Pilih L (laki-laki) atau P (perempuan).",
            },
        )
        sheet.raw.ignore_errors({"number_stored_as_text": f"A1:K{first + self.rows}"})
        book.close()
        progress(1, 1)
        return 1

    @classmethod
    def sample(cls) -> "DaftarPesertaXlsx":
        """A short list."""
        return cls(rows=5)
