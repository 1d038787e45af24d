"""Bantuan: every key that does something, and where it does."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from bimtek.domain.text import Text, _
from bimtek.ui import language, theme
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.labels import label

KEYS: tuple[tuple[Text, tuple[tuple[Text | str, Text], ...]], ...] = (
    (
        _("Di mana saja"),
        (
            ("Ctrl+1 … Ctrl+6", _("Pindah tempat: Beranda sampai Pengaturan")),
            ("Ctrl+N", _("Buat kegiatan")),
            ("Ctrl +  /  Ctrl −", _("Perbesar atau perkecil teks")),
            ("Ctrl+0", _("Ukuran teks semula")),
            (_("Tab dan Shift+Tab"), _("Pindah ke isian atau tombol berikutnya, atau kembali")),
            ("F11", _("Layar penuh")),
            ("F1", _("Bantuan ini")),
        ),
    ),
    (
        _("Saat menyajikan"),
        (
            (_("→  PgDn  Spasi  Enter"), _("Slide berikutnya")),
            ("←  PgUp", _("Slide sebelumnya")),
            ("Home  /  End", _("Slide pertama atau terakhir")),
            (_("Angka lalu Enter"), _("Langsung ke slide itu")),
            ("N", _("Layar tenang: hanya judul kegiatan")),
            (_("B atau titik"), _("Layar hitam")),
            (_("W atau koma"), _("Layar putih")),
            ("L", _("Lewati slide sensitif saat catatan isinya tampil")),
            ("P", _("Tunjuk slide dengan titik besar yang mengikuti tetikus")),
            ("T", _("Mulai atau hentikan waktu diskusi; + menambah satu menit")),
            ("V", _("Putar video slide ini di pemutar laptop")),
            ("Tab", _("Satu layar: tampilkan catatan penyaji")),
            ("Esc", _("Selesai")),
        ),
    ),
    (
        _("Saat absensi dan kuis"),
        (
            (_("Dua huruf lalu Enter"), _("Cari nama dan tandai hadir")),
            ("↑  ↓", _("Pilih nama atau jawaban lain")),
            (_("1–6 atau A–F"), _("Pilih jawaban")),
        ),
    ),
)


class HelpDialog(QDialog):
    """The keys in groups; Esc closes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        language.put(self, _("Bantuan"), "setWindowTitle")
        page = QWidget()
        page.setProperty("kind", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(20)
        column.addWidget(label(_("Tombol di papan ketik"), "h2"))
        for title, keys in KEYS:
            column.addWidget(label(title, "h3"))
            column.addLayout(_table(keys))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrow keys scroll
        language.put(area, _("Daftar tombol"), "setAccessibleName")
        area.setWidget(page)
        self.close_button = buttons.primary(_("Tutup"))
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(28, 12, 28, 20)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area, 1)
        layout.addLayout(foot)
        room = parent.size() if parent is not None else self.sizeHint()
        wide, high = theme.current().px(720), theme.current().px(640)
        self.resize(min(wide, max(room.width() - 48, 400)), min(high, max(room.height() - 48, 400)))


def _table(keys: tuple[tuple[Text | str, Text], ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(10)
    grid.setColumnMinimumWidth(0, theme.current().px(190))
    grid.setColumnStretch(1, 1)
    for row, (key, meaning) in enumerate(keys):
        grid.addWidget(label(key, "strong", "primary", wrap=False), row, 0)
        grid.addWidget(label(meaning), row, 1)
    return grid
