"""The recovery code of the PIN on one sheet, to be kept away from the laptop."""

from dataclasses import dataclass
from datetime import date
from typing import BinaryIO, ClassVar

from bimtek.documents import samples
from bimtek.documents.base import Problem, Progress, silent
from bimtek.documents.fonts import Face
from bimtek.documents.page import MM, THICK, Layout, Sheet
from bimtek.documents.steps import heading, numbered
from bimtek.documents.text import clean, wrap
from bimtek.domain.formatting import date_text
from bimtek.domain.kegiatan import Paper
from bimtek.domain.text import Text, _

SIZE = 12.0
BOX = 34.0
HOW = (
    "Buka layar yang meminta PIN, lalu tekan “Lupa PIN?”.",
    "Ketik kode di atas. Huruf kecil dan spasi tidak apa-apa.",
    "Buat PIN baru. Bimtek memberi kode baru; cetak lagi, lalu musnahkan lembar ini.",
)
KEEP = (
    "Simpan lembar ini terpisah dari laptop, misalnya di map kantor.",
    "Jangan difoto, jangan dikirim lewat pesan.",
    "Tanpa PIN dan tanpa kode ini, layar ber-PIN tidak dapat dibuka lagi.",
)
LIMITS = (
    "PIN hanya menyembunyikan layar. PIN tidak mengenkripsi data di laptop ini."
    " Pasang juga sandi pada laptop."
)


@dataclass(frozen=True, kw_only=True)
class KodePemulihan:
    """One A4 sheet: the code, how it is used, how it is kept. `owner` may be empty."""

    key: ClassVar[str] = "kode-pemulihan"
    title: ClassVar[Text] = _("Kode pemulihan PIN")

    code: str
    owner: str
    made_on: date

    def problems(self) -> list[Problem]:
        """Nothing can be wrong with it."""
        return []

    def write(self, out: BinaryIO, progress: Progress = silent) -> int:
        """Write the sheet."""
        layout = Layout.of(Paper.A4)
        sheet = Sheet(out, layout, str(self.title))
        sheet.begin_page()
        y = layout.top + 18
        sheet.put(layout.centre, y, "KODE PEMULIHAN PIN BIMTEK", Face.BOLD, 18, "c")
        owner = clean(self.owner)
        for line in wrap(owner, layout.text_width * MM, Face.REGULAR, SIZE):
            y += 8
            sheet.put(layout.centre, y, line, Face.REGULAR, SIZE, "c")
        y += 7
        sheet.put(layout.centre, y, f"Dibuat {date_text(self.made_on)}", Face.REGULAR, SIZE, "c")
        y += 8
        sheet.box(layout.left, y, layout.text_width, BOX, weight=THICK)
        sheet.put(layout.centre, y + BOX / 2 + 5, self.code, Face.BOLD, 40, "c")
        y = heading(sheet, layout, y + BOX + 12, "Bila lupa PIN")
        y = numbered(sheet, layout, y + 2, HOW, SIZE)
        y = heading(sheet, layout, y + 2, "Cara menyimpan")
        y = numbered(sheet, layout, y + 2, KEEP, SIZE)
        for line in wrap(LIMITS, layout.text_width * MM, Face.ITALIC, SIZE):
            y += 6
            sheet.put(layout.left, y, line, Face.ITALIC, SIZE)
        progress(1, 1)
        return sheet.save()

    @classmethod
    def sample(cls) -> "KodePemulihan":
        """A code that opens nothing."""
        return cls(code="K7QM-2XHB-9RTD", owner="Nama Contoh, Dinas Contoh", made_on=samples.DAY)
