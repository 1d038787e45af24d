"""Every own widget on one page; only the tests open it."""

from datetime import date, time
from io import BytesIO

from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from bimtek.domain.errors import RefusedError
from bimtek.domain.text import _
from bimtek.ui.messages import ConfirmDialog, ErrorDialog
from bimtek.ui.widgets import buttons, fields
from bimtek.ui.widgets.bar_chart import Bar, BarChart
from bimtek.ui.widgets.before_after_chart import BeforeAfterChart, Pair
from bimtek.ui.widgets.busy_bar import BusyBar
from bimtek.ui.widgets.card import Card
from bimtek.ui.widgets.chip import StatusChip
from bimtek.ui.widgets.empty_state import EmptyState
from bimtek.ui.widgets.form import Form
from bimtek.ui.widgets.labels import label, line
from bimtek.ui.widgets.notice import Notice
from bimtek.ui.widgets.paste_box import PasteBox
from bimtek.ui.widgets.pdf_preview import PdfPreview
from bimtek.ui.widgets.screen import Screen
from bimtek.ui.widgets.search_list import Row, SearchList
from bimtek.ui.widgets.stat_tile import Counter, StatTile
from bimtek.ui.widgets.stepper import Stepper
from bimtek.ui.widgets.table import dress

PEOPLE = (
    "Siti Aminah",
    "Sitti Ḥalimah, S.Pd.",
    "<b>Budi</b> & Sons",
    "Drs. H. Muhammad Fathurrahman Al-Ghifari",
)
STEPS = tuple((key.lower(), _(key)) for key in ("Siapkan", "Absensi", "Sajikan", "Kuis", "Hasil", "Dokumen"))


def find(typed):
    return [
        Row(name, name, "Desa Ngawen · Perempuan", _("Hadir 08.14"), "circle-check", "success")
        for name in PEOPLE
        if typed.casefold() in name.casefold()
    ]


def steps():
    stepper = Stepper(STEPS)
    stepper.mark("sajikan")
    stepper.set_done({"siapkan", "absensi"})
    return stepper


def tiles():
    row = QWidget()
    grid = QHBoxLayout(row)
    counter = Counter(_("Hadir"))
    counter.show_count(23, 33, _("L 9 · P 14"))
    pre, gain = StatTile(_("Rata-rata pre-test")), StatTile(_("N-gain"))
    pre.show_value("48,2", _("33 orang"))
    gain.show_value("0,61", _("sedang · 31 pasangan"))
    for tile in (counter, pre, gain):
        grid.addWidget(tile)
    return row


def notices():
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(Notice(_("Kode dipakai untuk masuk kuis. Cetak slip kode sebelum mulai.")))
    column.addWidget(Notice(_("Cadangan sudah dibuat."), "success"))
    column.addWidget(Notice(_("Dua nama terlalu panjang untuk sertifikat."), "warning", _("Perbaiki")))
    column.addWidget(Notice(_("Jam laptop menunjukkan 1 Januari 2010."), "danger", _("Pilih tanggal")))
    row = QHBoxLayout()
    for tone, word in (("", "Siap"), ("primary", "Berjalan"), ("success", "Selesai"), ("warning", "Perlu dicek"), ("danger", "Gagal dicetak")):  # fmt: skip  # noqa: E501
        row.addWidget(StatusChip(_(word), tone))
    row.addStretch(1)
    column.addLayout(row)
    return page


def button_row():
    row = QWidget()
    grid = QGridLayout(row)
    made = [
        buttons.primary(_("Mulai kuis pre-test"), "play"), buttons.secondary(_("Cetak"), "printer"),
        buttons.quiet(_("Lewati")), buttons.danger(_("Hapus kegiatan"), "trash-2"),
        buttons.icon_button("settings", _("Pengaturan")),
        buttons.icon_button("plus", _("Tambah"), framed=True),
    ]  # fmt: skip
    for at, button in enumerate(made):
        grid.addWidget(button, 0, at)
    for at, make in enumerate((buttons.primary, buttons.secondary, buttons.quiet, buttons.danger)):
        button = make(_("Belum bisa"))
        button.setEnabled(False)
        grid.addWidget(button, 1, at)
    return row


def form():
    form = Form()
    form.add(
        _("Nama kegiatan"),
        fields.text_field(_("Misalnya: Bimtek OCSEA Desa Ngawen")),
        _("Tercetak di sertifikat."),
    )
    row = form.add(_("Nomor surat"), fields.text_field(value="463/12/2024"))
    row.show_problem(_("Nomor ini sudah dipakai."))
    form.add(
        _("Jenis"), fields.choice([("desa1", _("Bimtek desa 1 hari")), ("desa2", _("Bimtek desa 2 hari"))])
    )
    form.add(_("Tanggal"), fields.date_field(date(2024, 3, 5)))
    form.add(_("Mulai"), fields.time_field(time(8, 30)))
    form.add(_("Menit per JP"), fields.number_field(30, 90, 45))
    form.add(_("Persetujuan"), fields.check_field(_("Peserta menyetujui pencatatan data"), checked=True))
    return form


def table():
    made = QTableWidget(3, 3)
    made.setHorizontalHeaderLabels(["Nama", "Instansi", "Hadir"])
    for row, name in enumerate(PEOPLE[:3]):
        for column, text in enumerate((name, "Desa Ngawen", "08.14")):
            made.setItem(row, column, QTableWidgetItem(text))
    dress(made, _("Peserta"))
    header = made.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    made.setMinimumHeight(200)
    made.selectRow(1)
    return made


def search():
    made = SearchList(find, _("Ketik dua huruf nama"), can_add=True)
    made.field.setText("si")
    made.setMinimumHeight(360)
    return made


def chart():
    return BarChart(
        [
            Bar("Perangkat desa", 1.0, "14"),
            Bar("Kader PKK", 0.57, "8"),
            Bar("Guru", 0.36, "5"),
            Bar("Tidak diisi", 0.0, "0"),
        ]
    )


def before_after():
    return BeforeAfterChart([
        Pair("Manakah tanda awal grooming yang paling sering muncul di percakapan?", 0.42, 0.87),
        Pair("Ke mana laporan pertama sebaiknya dibuat?", 0.65, 0.91),
        Pair("Data yang tidak boleh disebar", None, 0.3),
    ])  # fmt: skip


def pdf():
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    out = BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for number in (1, 2, 3):
        canvas.setFont("Helvetica", 28)
        canvas.drawString(72, 740, f"Halaman {number}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def preview(tasks):
    made = PdfPreview(tasks)
    made.setMinimumHeight(420)
    made.show_pdf(pdf())
    return made


def busy():
    bar = BusyBar()
    bar.begin(_("Mencetak sertifikat"))
    bar.show_progress(38, 60)
    bar.timer.stop()
    bar.show()
    return bar


def words():
    page = QWidget()
    column = QVBoxLayout(page)
    for kind in ("display", "h1", "h2", "h3", "emphasis", "strong", "body", "caption"):
        column.addWidget(label("Memahami OCSEA 12345 Ḥalimah", kind))
    column.addWidget(line())
    column.addWidget(label("<b>Budi</b> & kawan: teks biasa", tone="secondary"))
    return page


PARTS = {
    "kata": lambda tasks: words(),
    "tombol": lambda tasks: button_row(),
    "langkah": lambda tasks: steps(),
    "angka": lambda tasks: tiles(),
    "pesan": lambda tasks: notices(),
    "formulir": lambda tasks: form(),
    "tabel": lambda tasks: table(),
    "cari": lambda tasks: search(),
    "kosong": lambda tasks: EmptyState("users", _("Belum ada peserta."), _("Tempel daftar")),
    "tempel": lambda tasks: PasteBox(
        _("Tempel daftar dari Excel atau WhatsApp di sini."), lambda: (".xlsx", ".csv")
    ),
    "batang": lambda tasks: chart(),
    "sebelum-sesudah": lambda tasks: before_after(),
    "pratinjau": preview,
    "proses": lambda tasks: busy(),
}


def gallery(tasks):
    """The page with everything on it."""
    screen = Screen(_("Galeri"), _("Semua bagian antarmuka"))
    for key, make in PARTS.items():
        card = Card(key.capitalize())
        card.body.addWidget(make(tasks))
        screen.body.addWidget(card)
    return screen


def error_dialog():
    return ErrorDialog(
        RefusedError(
            _("Printer tidak menjawab."),
            _("Sertifikat sudah tersimpan sebagai PDF."),
            _("Periksa kabel, lalu tekan Cetak lagi."),
            "waktu habis",
        )
    )


def confirm_dialog():
    return ConfirmDialog(
        _("Hapus 12 peserta untuk selamanya?"),
        _("Ini tidak dapat diurungkan."),
        _("Hapus 12 peserta"),
        danger=True,
    )
