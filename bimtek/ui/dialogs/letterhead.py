"""Kop: text and logos on the sheet itself, one wide picture, or none."""

from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPixmap, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from bimtek.domain.errors import BimtekError
from bimtek.domain.kegiatan import Kegiatan, Letterhead
from bimtek.domain.text import Text, _
from bimtek.ui import editors, language, theme
from bimtek.ui.context import UiContext
from bimtek.ui.dialogs.storing_dialog import StoringDialog
from bimtek.ui.letterhead.editor import MOST_LOGOS, KopEditor
from bimtek.ui.messages import show_error
from bimtek.ui.pickers import ask_open
from bimtek.ui.widgets import buttons, fields
from bimtek.ui.widgets.form import Form
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.scrolling import Column
from bimtek.ui.widgets.segments import Segments
from bimtek.ui.widgets.toast import Toast

MODES: tuple[tuple[str, Text], ...] = (
    ("teks", _("Teks & logo")),
    ("gambar", _("Satu gambar")),
    ("tanpa", _("Tanpa kop")),
)
PATTERNS = "*.png *.jpg *.jpeg *.webp"
_ADDRESS_LINES = 4
_FORM, _WIDEST_FORM = 410, 430  # px; what is left belongs to the sheet


class LetterheadDialog(StoringDialog):
    """Pictures are kept as soon as they are picked."""

    def __init__(self, context: UiContext, kegiatan: Kegiatan, parent: QWidget | None = None) -> None:
        super().__init__(context, editors.LETTERHEAD, _("Kop surat"), parent)
        self._context, self._kegiatan = context, kegiatan
        given = kegiatan.letterhead
        self._image = given.image
        self._shown: Letterhead | None = None  # what is stored or on its way; None while it is filled in
        self.modes = Segments(MODES)
        self.parent_name = fields.text_field(_("PEMERINTAH KABUPATEN …"), given.parent, 160)
        self.unit = fields.text_field(_("Nama dinas atau yayasan"), given.unit, 200)
        self.address = QPlainTextEdit("\n".join(given.address_lines))
        self.address.setTabChangesFocus(True)
        theme.put(self.address, "setFixedHeight", 120)
        language.put(self.address, _("Alamat, telepon, pos-el, laman"), "setPlaceholderText")
        self.image_button = buttons.secondary(_("Pilih gambar kop"), "image")
        self.toast = Toast(self)
        self.editor = KopEditor(context, self.toast)
        self._lay_out(self._beside_each_other(), self.editor.page_button)
        self.resize(min(theme.current().px(1290), 1290), min(theme.current().px(720), 720))
        logos = [(name, self._picture(name)) for name in given.logos[:MOST_LOGOS]]
        self.editor.fill(logos, given.logo_places if given.placed else ())
        self._connect()
        self.modes.choose(given.mode if given.mode in dict(MODES) else MODES[0][0])
        self._shown = self.value()

    def value(self) -> Letterhead:
        """The kop as it is filled in."""
        lines = [line.strip() for line in self.address.toPlainText().splitlines() if line.strip()]
        canvas = self.editor.canvas
        return Letterhead(
            mode=self.modes.key(),
            parent=self.parent_name.text().strip(),
            unit=self.unit.text().strip(),
            address_lines=tuple(lines[:_ADDRESS_LINES]),
            logos=tuple(logo.name for logo in canvas.logos),
            image=self._image,
            logo_places=canvas.places,
        )

    def add_logo(self, path: Path) -> None:
        """Check and keep a picture on a worker, then show it as one more logo."""
        self._take_picture(path, lambda name: self.editor.add(name, self._picture(name)))

    def set_image(self, path: Path) -> None:
        """Check and keep a picture on a worker, then use it as the whole kop."""
        self._take_picture(path, self._set_image)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Outline on the sheet what is being written."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            here = event.type() == QEvent.Type.FocusIn
            self.editor.canvas.mark(next((t for t, f in self._tiers.items() if f is watched and here), ""))
        return super().eventFilter(watched, event)

    def _store(self) -> Future[Any]:
        planning = self._context.services.planning
        return planning.set_letterhead(planning.get(self._kegiatan.id), self.value())

    # ---- pictures ----

    def _ask_picture(self, take: Callable[[Path], object]) -> None:
        self.picker = ask_open(self, _("Pilih gambar"), _("Gambar"), PATTERNS, take)

    def _take_picture(self, path: Path, then: Callable[[str], object]) -> None:
        letterheads = self._context.services.letterheads
        self._context.tasks.run(
            lambda progress: letterheads.add_picture(path),
            self,
            done=then,
            failed=lambda error: show_error(self, error),
        )

    def _picture(self, name: str) -> QPixmap:
        """A kept picture; an empty one when it is lost."""
        picture = QPixmap()
        with suppress(BimtekError):
            picture.loadFromData(self._context.services.letterheads.read(name))
        return picture

    def _set_image(self, name: str) -> None:
        self._image = name
        self._changed()

    # ---- edits ----

    def _changed(self) -> None:
        self._draw()
        if self._shown is not None and self.value() != self._shown:
            self._shown = self.value()
            self.autosave.touch()

    def _draw(self) -> None:
        self.editor.show_kop(replace(self._kegiatan, letterhead=self.value()))

    def _on_mode(self, mode: str) -> None:
        self.text_part.setVisible(mode == "teks")
        self.image_part.setVisible(mode == "gambar")
        self._changed()

    def _write(self, tier: str) -> None:
        """Take the keyboard to where a part of the text is written."""
        field = self._tiers[tier]
        field.setFocus(Qt.FocusReason.MouseFocusReason)
        if isinstance(field, QPlainTextEdit):
            field.moveCursor(QTextCursor.MoveOperation.End)
        else:
            field.end(False)

    # ---- layout ----

    def _connect(self) -> None:
        self._tiers: dict[str, QLineEdit | QPlainTextEdit] = {
            "induk": self.parent_name,
            "unit": self.unit,
            "alamat": self.address,
        }
        for field in self._tiers.values():
            field.textChanged.connect(self._changed)
            field.installEventFilter(self)
        self.image_button.clicked.connect(lambda: self._ask_picture(self.set_image))
        self.editor.add_wanted.connect(lambda: self._ask_picture(self.add_logo))
        self.editor.changed.connect(self._changed)
        self.editor.moving.connect(self._draw)
        self.editor.pressed.connect(self._write)
        self.modes.chosen.connect(self._on_mode)

    def _beside_each_other(self) -> QHBoxLayout:
        form = QVBoxLayout()
        form.setContentsMargins(0, 0, 12, 0)
        form.setSpacing(16)
        form.addWidget(self.modes)
        self.text_part, self.image_part = self._text_part(), self._image_part()
        form.addWidget(self.text_part)
        form.addWidget(self.image_part)
        form.addStretch(1)
        page = QWidget()
        page.setProperty("kind", "page")
        page.setLayout(form)
        area = Column(_FORM, widest=_WIDEST_FORM)
        area.setWidget(page)
        across = QHBoxLayout()
        across.setSpacing(24)
        across.addWidget(area)
        across.addWidget(self.editor, 1)
        return across

    def _text_part(self) -> QWidget:
        part = Form()
        part.add(_("Induk, huruf besar"), self.parent_name)
        part.add(_("Unit"), self.unit)
        part.add(
            _("Alamat, satu baris tiap keterangan"),
            self.address,
            _("Garuda hanya untuk kop kepala daerah dan pejabat negara."),
        )
        return part

    def _image_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(_("Gambar selebar kertas, paling tinggi 32 mm."), "caption", "secondary"))
        column.addWidget(self.image_button, 0, Qt.AlignmentFlag.AlignLeft)
        return part
