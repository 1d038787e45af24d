"""Cetak: which printer, which pages, how often; and the paper that must lie in it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bimtek.domain.formatting import number
from bimtek.domain.text import NO_TEXT, Text, _
from bimtek.ui.dialogs.form_dialog import FormDialog
from bimtek.ui.printing import PrintJob, knows_paper, printers
from bimtek.ui.widgets import buttons, fields
from bimtek.ui.widgets.notice import Notice

MOST_COPIES = 99
_MM = 25.4 / 72
_NAMES = {(210, 297): "A4", (215, 330): "F4"}


class PrintDialog(FormDialog):
    """`chosen` carries a PrintJob. `sizes` are the pages of the paper, in points."""

    chosen = Signal(object)

    def __init__(
        self, sizes: list[tuple[float, float]], parent: QWidget | None = None, *, duplex: bool = False
    ) -> None:
        super().__init__(parent, _("Cetak dokumen"), _("Cetak"), paper_text(sizes[0]), "printer")
        self._sizes = sizes
        self.printer = fields.choice([(name, name) for name in printers()])
        self.first = fields.number_field(1, len(sizes), 1)
        self.last = fields.number_field(1, len(sizes), len(sizes))
        self.copies = fields.number_field(1, MOST_COPIES, 1)
        self.duplex = fields.check_field(_("Bolak-balik, balik di sisi pendek"), duplex)
        if not duplex:
            self.duplex.hide()
        self.form.add(_("Printer"), self.printer)
        self.form.add(_("Dari halaman"), self.first)
        self.form.add(_("Sampai halaman"), self.last)
        self.form.add(_("Rangkap"), self.copies)
        self.mismatch = Notice(NO_TEXT, "warning")
        self.body.addWidget(self.duplex)
        self.add_notice(self.mismatch)
        self.sample_button = buttons.secondary(_("Cetak 1 contoh"))
        self.sample_button.clicked.connect(self._on_sample)
        self.row.insertWidget(0, self.sample_button)
        self.printer.currentIndexChanged.connect(self._show_paper)
        self.action_button.clicked.connect(self._on_chosen)
        self._show_paper()

    def _show_paper(self) -> None:
        """Warn when the printer does not offer this paper."""
        knows = knows_paper(self.printer.key(), self._sizes[0])
        self.mismatch.setVisible(not knows)
        if not knows:
            self.mismatch.show_notice(
                _(
                    "Printer ini tidak mengenal kertas {paper}. Cetak 1 contoh dulu.",
                    paper=_name(self._sizes[0]),
                ),
                "warning",
            )
        self.fit()

    def _on_sample(self) -> None:
        self._send(1, 1, copies=1)

    def _on_chosen(self) -> None:
        first, last = self.first.value(), self.last.value()
        self._send(min(first, last), max(first, last), copies=self.copies.value())
        self.accept()

    def _send(self, first: int, last: int, *, copies: int) -> None:
        duplex = self.duplex.isChecked()
        self.chosen.emit(
            PrintJob(printer=self.printer.key(), first=first, last=last, copies=copies, duplex=duplex)
        )


def paper_text(size: tuple[float, float]) -> Text:
    """Which paper to put in, and how to print on it."""
    lying = _("rebah") if size[0] > size[1] else _("tegak")
    return _("Kertas {paper}, {turned}. Cetak pada ukuran sebenarnya.", paper=_name(size), turned=lying)


def _name(size: tuple[float, float]) -> str:
    short, long = sorted(round(length * _MM) for length in size)
    return _NAMES.get((short, long), f"{number(short)} × {number(long)} mm")
