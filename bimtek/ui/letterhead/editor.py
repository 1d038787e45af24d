"""The sheet with its buttons: add, remove and arrange logos, and look at a whole page."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from bimtek.domain.errors import BimtekError
from bimtek.domain.kegiatan import Kegiatan, Letterhead
from bimtek.domain.logo_place import LogoPlace
from bimtek.domain.text import NO_TEXT, Text, _
from bimtek.services.papers.request import PaperRequest
from bimtek.ui import language
from bimtek.ui.context import UiContext
from bimtek.ui.letterhead.canvas import KopCanvas, KopDesk
from bimtek.ui.letterhead.drawings import KopDrawings
from bimtek.ui.letterhead.logo import Logo
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.announce import announce
from bimtek.ui.widgets.flow import Flow
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.live_preview import LivePreview
from bimtek.ui.widgets.style import restyle
from bimtek.ui.widgets.toast import Toast

MOST_LOGOS = 4
REST_MS = 300
_ROWS = 10
_HOW = _("Geser logo, atau tarik bulatannya. Tekan tulisan untuk mengubahnya.")
_MIDDLE = _("Bagian tengah untuk tulisan. Logo ditaruh di kiri atau kanan.")
_EMPTY = _("Kop masih kosong. Isi unit atau tambah logo.")
_NO_IMAGE = _("Gambar kop belum dipilih.")
_NO_KOP = _("Dokumen dicetak tanpa kop.")
_LOST_IMAGE = _("Gambar kop tidak terbaca. Pilih lagi gambarnya.")


class KopEditor(QWidget):
    """`changed` when a logo was added, removed or put elsewhere; what is to be drawn comes by `show_kop`.

    `page_button` stands at the foot of the dialog.
    """

    changed = Signal()
    moving = Signal()
    add_wanted = Signal()
    pressed = Signal(str)  # a part of the text

    def __init__(self, context: UiContext, toast: Toast, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._toast = toast
        self._kegiatan: Kegiatan | None = None
        self.canvas = KopCanvas()
        self.desk = KopDesk(self.canvas)
        self.preview = LivePreview(context.services.papers, context.tasks)
        self.drawings = KopDrawings(context.services.letterheads, context.tasks, self)
        self.add_button = buttons.secondary(_("Tambah logo"), "plus")
        self.remove_button = buttons.icon_button("trash-2", _("Buang logo"), framed=True)
        self.usual_button = buttons.quiet(_("Kembalikan susunan biasa"))
        self.page_button = buttons.quiet(_("Lihat halaman"))
        self.hint = label("", "caption", "secondary")
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._draw_page)
        self._lay_out()
        self._connect()
        self._say_how(over_text=False)

    def fill(self, logos: list[tuple[str, QPixmap]], places: tuple[LogoPlace, ...]) -> None:
        """Show the logos as they are stored."""
        for at, (name, picture) in enumerate(logos):
            self.canvas.add(name, picture, places[at] if places else None)
        self._show_state()

    def add(self, name: str, picture: QPixmap, place: LogoPlace | None = None, at: int | None = None) -> None:
        """Take one more logo."""
        self.canvas.choose(self.canvas.add(name, picture, place, at))
        self._on_changed()

    def remove(self) -> None:
        """Remove the logo that was chosen; it can be brought back."""
        logo = self.canvas.current
        if logo is None:
            return
        name, picture, place = logo.name, logo.picture, logo.place
        at = self.canvas.remove(logo)
        if self.canvas.current is None:
            self.add_button.setFocus()
        self._on_changed()
        self._toast.say(_("Logo dibuang."), lambda: self.add(name, picture, place, at))

    def restore_order(self) -> None:
        """Let the logos stand in their usual order; what was can be brought back."""
        before = [(logo, logo.where()) for logo in self.canvas.logos]
        self.canvas.set_places({})
        self.canvas.logos[0].setFocus()  # the button goes
        self._on_changed()
        self._toast.say(_("Logo kembali ke susunan biasa."), lambda: self._bring_back(before))

    def show_kop(self, kegiatan: Kegiatan) -> None:
        """Draw the kop of this kegiatan as it is here, stored or not."""
        self._kegiatan = kegiatan
        mode = kegiatan.letterhead.mode
        self.canvas.show_logos(mode == "teks")
        self._show_state()
        if self.page_button.isChecked():
            self._rest.start()
        if sentence := _sentence(kegiatan.letterhead):
            self.drawings.forget()
            self.canvas.show_nothing(sentence)
        else:
            shapes = self.canvas.shapes if mode == "teks" else ()
            self.drawings.wish(kegiatan, shapes, self.canvas.pixels)

    def _bring_back(self, before: list[tuple[Logo, LogoPlace]]) -> None:
        self.canvas.set_places(dict(before))
        self._on_changed()

    def _on_changed(self) -> None:
        self._show_state()
        self.changed.emit()

    def _on_removing(self, logo: Logo) -> None:
        self.canvas.choose(logo)
        self.remove()

    def _on_drawn(self, sheet: object, image: QImage) -> None:
        self.canvas.show_sheet(sheet, image)  # type: ignore[arg-type]

    def _on_failed(self, _error: BimtekError) -> None:
        self.canvas.show_nothing(_LOST_IMAGE)

    def _on_rescaled(self) -> None:
        if self._kegiatan is not None:
            self.show_kop(self._kegiatan)

    def _on_page(self, page: bool) -> None:
        self.stack.setCurrentWidget(self.preview if page else self.desk)
        language.put(self.page_button, _("Kembali ke kop") if page else _("Lihat halaman"), "set_caption")
        self._show_state()
        if page:
            self._draw_page()

    def _draw_page(self) -> None:
        if self._kegiatan is not None:
            self.preview.show_paper(self._kegiatan, PaperRequest(key="daftar-hadir", blank_rows=_ROWS))

    def _say_how(self, over_text: bool) -> None:
        said = _MIDDLE if over_text else _HOW
        restyle(self.hint, tone="warning" if over_text else "secondary")
        language.put(self.hint, said)
        if over_text:
            announce(self.hint, said)

    def _show_state(self) -> None:
        canvas, editing = self.canvas, not self.page_button.isChecked()
        arranging = editing and (self._kegiatan is None or self._kegiatan.letterhead.mode == "teks")
        for widget in (self.add_button, self.remove_button, self.hint):
            widget.setVisible(arranging)
        self.usual_button.setVisible(arranging and canvas.placed)
        self.add_button.setEnabled(len(canvas.logos) < MOST_LOGOS)
        self.remove_button.setEnabled(canvas.current is not None)

    def _connect(self) -> None:
        canvas = self.canvas
        canvas.changed.connect(self._on_changed)
        canvas.moving.connect(self.moving)
        canvas.chosen.connect(self._show_state)
        canvas.over_text.connect(self._say_how)
        canvas.removing.connect(self._on_removing)
        canvas.pressed.connect(self.pressed)
        canvas.rescaled.connect(self._on_rescaled)
        self.drawings.drawn.connect(self._on_drawn)
        self.drawings.failed.connect(self._on_failed)
        self.add_button.clicked.connect(self.add_wanted)
        self.remove_button.clicked.connect(self.remove)
        self.usual_button.clicked.connect(self.restore_order)
        self.page_button.toggled.connect(self._on_page)

    def _lay_out(self) -> None:
        self.page_button.setCheckable(True)
        bar = Flow()
        for button in (self.add_button, self.remove_button, self.usual_button):
            bar.addWidget(button)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.desk)
        self.stack.addWidget(self.preview)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(bar)
        column.addWidget(self.stack, 1)
        column.addWidget(self.hint, 0, Qt.AlignmentFlag.AlignTop)


def _sentence(letterhead: Letterhead) -> Text:
    """What an empty sheet says; nothing when there is a kop."""
    if letterhead.mode == "tanpa":
        return _NO_KOP
    if letterhead.mode == "gambar":
        return NO_TEXT if letterhead.image else _NO_IMAGE
    written = letterhead.parent or letterhead.unit or letterhead.address_lines or letterhead.logos
    return NO_TEXT if written else _EMPTY
