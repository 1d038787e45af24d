"""Plan B on one page: what goes on without laptop, projector or power, with the facts of the kegiatan."""

from dataclasses import dataclass
from datetime import date
from typing import BinaryIO, ClassVar

from bimtek.documents import samples
from bimtek.documents.base import Problem, Progress, silent
from bimtek.documents.fonts import Face
from bimtek.documents.page import MM, Layout, Sheet
from bimtek.documents.steps import LINE, heading, numbered
from bimtek.documents.text import clean, fit, sizes
from bimtek.domain.formatting import date_text, long_date, long_date_list, time_span
from bimtek.domain.kegiatan import Kegiatan, Paper
from bimtek.domain.text import Text, _

SIZE = 11.0
LABEL = 30.0
SPARE = 5  # sheets more than there are people
ADVICE: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Absensi di kertas",
        (
            "Edarkan daftar hadir yang sudah dicetak. Satu lembar untuk setiap sesi.",
            "Orang yang belum tercantum menulis namanya di baris kosong.",
            "Setelah kegiatan, tandai yang hadir di langkah Absensi.",
        ),
    ),
    (
        "Tes di kertas",
        (
            "Bagikan lembar soal. Peserta menulis nama dan kode dari slipnya.",
            "Kumpulkan lembar pre-test sebelum materi dimulai.",
            "Masukkan jawaban di langkah Kuis, tombol Jawaban kertas.",
        ),
    ),
    (
        "Proyektor tidak menyala",
        (
            "Tunggu satu menit, lalu cabut dan pasang lagi kabelnya.",
            "Tekan tombol Windows dan P, pilih Extend atau Perluas.",
            "Tetap gelap: putar laptop ke peserta, atau pakai kartu kegiatan modul.",
        ),
    ),
    (
        "Listrik padam",
        (
            "Teruskan dengan baterai. Redupkan layar dan matikan proyektor.",
            "Yang sudah diketik aman. Bimtek menyimpannya setiap kali.",
            "Baterai hampir habis: pindah ke kertas, lalu tutup laptop.",
        ),
    ),
    (
        "Laptop rusak",
        (
            "Teruskan di kertas sampai selesai.",
            "Pasang Bimtek di laptop lain, lalu colokkan USB cadangan.",
            "Buka Pengaturan, Data & cadangan, Pulihkan dari berkas.",
        ),
    ),
)


@dataclass(frozen=True, kw_only=True)
class RencanaB:
    """One A4 page. Without a kegiatan its facts are lines to fill in; `open_points` were not ready."""

    key: ClassVar[str] = "rencana-b"
    title: ClassVar[Text] = _("Rencana B")

    made_on: date
    kegiatan: Kegiatan | None = None
    participants: int = 0
    open_points: tuple[str, ...] = ()

    def problems(self) -> list[Problem]:
        """Nothing can be wrong with it."""
        return []

    def write(self, out: BinaryIO, progress: Progress = silent) -> int:
        """Write the page, in smaller letters when there is much to say."""
        layout = Layout.of(Paper.A4)
        sheet = Sheet(out, layout, str(self.title), sample=self.kegiatan is not None and self.kegiatan.sample)
        sheet.begin_page()
        sheet.put(layout.left, layout.top + 8, "RENCANA B", Face.BOLD, 20)
        made = f"Dibuat {date_text(self.made_on)}"
        sheet.put(layout.width - layout.right, layout.top + 8, made, Face.REGULAR, SIZE, "r")
        subtitle = "Bila proyektor, listrik, atau laptop bermasalah. Taruh lembar ini di meja panitia."
        sheet.put(layout.left, layout.top + 15, subtitle, Face.REGULAR, SIZE)
        y = self._facts(sheet, layout, layout.top + 24)
        y = heading(sheet, layout, y, "Cetak sebelum berangkat")
        y = numbered(sheet, layout, y, self._to_print(), SIZE)
        if self.open_points:
            y = heading(sheet, layout, y, "Belum siap saat gladi bersih")
            y = numbered(sheet, layout, y, self.open_points, SIZE)
        for title, steps in ADVICE:
            y = heading(sheet, layout, y, title)
            y = numbered(sheet, layout, y, steps, SIZE)
        progress(1, 1)
        return sheet.save()

    def _facts(self, sheet: Sheet, layout: Layout, y: float) -> float:
        """Name, days, place and sessions, or lines to write them on; returns the y under them."""
        limit = (layout.text_width - LABEL) * MM
        for label, value in self._lines():
            sheet.put(layout.left, y, label, Face.REGULAR, SIZE)
            sheet.put(layout.left + LABEL - 3, y, ":", Face.REGULAR, SIZE)
            if not value:
                sheet.lines([(layout.left + LABEL, y + 1, layout.width - layout.right, y + 1)])
            fitted = fit(clean(value), limit, 2 * SIZE * LINE, Face.REGULAR, sizes(SIZE, 8), max_lines=2)
            for line in fitted.lines[:2] or ("",):
                sheet.put(layout.left + LABEL, y, line, Face.REGULAR, fitted.size)
                y += SIZE * LINE / MM
        return y - 1

    def _lines(self) -> list[tuple[str, str]]:
        kegiatan = self.kegiatan
        if kegiatan is None:
            return [("Kegiatan", ""), ("Tanggal", ""), ("Tempat", ""), ("Peserta", "")]
        sessions = "; ".join(
            f"{session.label or long_date(session.on_date)} "
            f"{time_span(session.starts, session.ends, kegiatan.zone)}"
            for session in kegiatan.sessions
        )
        return [
            ("Kegiatan", kegiatan.title),
            ("Tanggal", long_date_list(kegiatan.dates)),
            ("Tempat", kegiatan.place.line),
            ("Sesi", sessions),
            ("Peserta", f"{self.participants} orang" if self.participants else "diisi saat absensi"),
            ("Narahubung", ""),
        ]

    def _to_print(self) -> tuple[str, ...]:
        """What to take along, counted where the kegiatan tells."""
        copies = "sebanyak peserta" if self.kegiatan is None else f"{self.participants + SPARE} rangkap"
        sessions = len(self.kegiatan.sessions) if self.kegiatan else 0
        lists = f"Daftar hadir untuk {sessions} sesi" if sessions else "Daftar hadir setiap sesi"
        return (
            f"{lists}, slip kode, dan lembar ini.",
            f"Lembar soal pre-test dan post-test, masing-masing {copies}.",
            "Kartu kegiatan modul, dan cadangan data di USB.",
        )

    @classmethod
    def sample(cls) -> "RencanaB":
        """The invented day, with one thing not ready."""
        return cls(
            made_on=samples.DAY,
            kegiatan=samples.kegiatan(),
            participants=24,
            open_points=("Printer: belum ada printer di laptop ini.",),
        )
