"""Kop: text and logos, one wide picture, or none; the first page of a list shows it at once."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from bimtek.domain.errors import BimtekError
from bimtek.domain.kegiatan import Kegiatan, Letterhead, Session
from bimtek.domain.text import NO_TEXT, Text, _
from bimtek.services.papers.request import PaperRequest
from bimtek.ui import editors, language, theme
from bimtek.ui.context import UiContext
from bimtek.ui.dialogs.storing_dialog import StoringDialog
from bimtek.ui.messages import show_error
from bimtek.ui.pickers import ask_open
from bimtek.ui.widgets import buttons, fields
from bimtek.ui.widgets.form import Form
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.live_preview import LivePreview
from bimtek.ui.widgets.scrolling import Column
from bimtek.ui.widgets.segments import Segments
from bimtek.ui.widgets.toast import Toast

MODES: tuple[tuple[str, Text], ...] = (
    ("teks", _("Teks & logo")),
    ("gambar", _("Satu gambar")),
    ("tanpa", _("Tanpa kop")),
)
MOST_LOGOS = 4
PATTERNS = "*.png *.jpg *.jpeg *.webp"
REST_MS = 300
_ADDRESS_LINES = 4
_LOGO = QSize(56, 56)
_FORM = 416
_LOST = Qt.ItemDataRole.UserRole + 1  # True for a logo whose file cannot be read


class _Logos(QListWidget):
    """The logos from left to right."""

    def name_row(self, at: int, wording: str) -> None:
        """Name a logo for a screen reader; one that is gone has no name."""
        if (item := self.item(at)) is not None:
            item.setData(Qt.ItemDataRole.AccessibleTextRole, wording)

    def caption_row(self, at: int, wording: str) -> None:
        """Show a word at a logo."""
        if (item := self.item(at)) is not None:
            item.setText(wording)


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
        theme.put(self.address, "setFixedHeight", 92)
        language.put(self.address, _("Alamat, telepon, pos-el, laman"), "setPlaceholderText")
        self._make_logos(given.logos)
        self.image_button = buttons.secondary(_("Pilih gambar kop"), "image")
        self.image_button.clicked.connect(lambda: self._ask_picture(self.set_image))
        self.preview = LivePreview(context.services.papers, context.tasks)
        self.toast = Toast(self)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(REST_MS)
        self.timer.timeout.connect(self._render)
        self._lay_out(self._beside_each_other())
        self.resize(min(theme.current().px(1080), 1280), min(theme.current().px(720), 720))
        self._connect()
        self.modes.choose(given.mode if given.mode in dict(MODES) else MODES[0][0])
        self._shown = self.value()
        self._render()

    def value(self) -> Letterhead:
        """The kop as it is filled in."""
        lines = [line.strip() for line in self.address.toPlainText().splitlines() if line.strip()]
        return Letterhead(
            mode=self.modes.key(),
            parent=self.parent_name.text().strip(),
            unit=self.unit.text().strip(),
            address_lines=tuple(lines[:_ADDRESS_LINES]),
            logos=self.logo_names(),
            image=self._image,
        )

    def logo_names(self) -> tuple[str, ...]:
        """The logos from left to right, as names of stored files."""
        return tuple(
            str(self.logos.item(at).data(Qt.ItemDataRole.UserRole)) for at in range(self.logos.count())
        )

    def add_logo(self, path: Path) -> None:
        """Check and keep a picture on a worker, then show it as the last logo."""
        self._take_picture(path, self._append_logo)

    def set_image(self, path: Path) -> None:
        """Check and keep a picture on a worker, then use it as the whole kop."""
        self._take_picture(path, self._set_image)

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

    def _set_image(self, name: str) -> None:
        self._image = name
        self._changed()

    def _append_logo(self, name: str) -> None:
        self._insert_logo(self.logos.count(), name)

    def _insert_logo(self, at: int, name: str) -> None:
        item = QListWidgetItem()
        item.setData(Qt.ItemDataRole.UserRole, name)
        picture = QPixmap()
        try:
            picture.loadFromData(self._context.services.letterheads.read(name))
        except BimtekError:
            item.setData(_LOST, True)
        item.setIcon(QIcon(picture))
        self.logos.insertItem(at, item)
        self.logos.setCurrentItem(item)
        self._changed()

    def _move_logo(self, step: int) -> None:
        at = self.logos.currentRow()
        if 0 <= at + step < self.logos.count():
            self.logos.insertItem(at + step, self.logos.takeItem(at))
            self.logos.setCurrentRow(at + step)
            self._changed()

    def _remove_logo(self) -> None:
        at = self.logos.currentRow()
        taken = self.logos.takeItem(at)
        if taken is not None:
            name = str(taken.data(Qt.ItemDataRole.UserRole))
            self._changed()
            self.toast.say(_("Logo dibuang."), lambda: self._insert_logo(at, name))

    # ---- preview ----

    def _changed(self) -> None:
        at, count = self.logos.currentRow(), self.logos.count()
        for row in range(count):
            language.put(self.logos, _("Logo {number}", number=row + 1), "name_row", row)
            lost = _("Hilang") if self.logos.item(row).data(_LOST) else NO_TEXT
            language.put(self.logos, lost, "caption_row", row)
        self.add_button.setEnabled(count < MOST_LOGOS)
        self.left_button.setEnabled(at > 0)
        self.right_button.setEnabled(0 <= at < count - 1)
        self.remove_button.setEnabled(at >= 0)
        self.timer.start()
        if self._shown is not None and self.value() != self._shown:
            self._shown = self.value()
            self.autosave.touch()

    def _on_mode(self, mode: str) -> None:
        self.text_part.setVisible(mode == "teks")
        self.image_part.setVisible(mode == "gambar")
        self._changed()

    def _render(self) -> None:
        shown = replace(
            self._kegiatan, letterhead=self.value(), sessions=self._kegiatan.sessions or (_some_session(),)
        )
        self.preview.show_paper(shown, PaperRequest(key="daftar-hadir", blank_rows=10))

    # ---- layout ----

    def _make_logos(self, names: tuple[str, ...]) -> None:
        worn = theme.current()
        self.logos = _Logos()
        self.logos.setViewMode(QListWidget.ViewMode.IconMode)
        self.logos.setFlow(QListWidget.Flow.LeftToRight)
        self.logos.setWrapping(False)
        self.logos.setMovement(QListWidget.Movement.Static)
        self.logos.setIconSize(_LOGO)
        self.logos.setGridSize(_LOGO + QSize(16, 16))
        self.logos.setFixedHeight(_LOGO.height() + 28)
        language.put(self.logos, _("Logo dari kiri ke kanan"), "setAccessibleName")
        self.add_button = buttons.secondary(_("Tambah logo"), "plus")
        self.left_button = buttons.icon_button("arrow-left", _("Geser logo ke kiri"), framed=True)
        self.right_button = buttons.icon_button("arrow-right", _("Geser logo ke kanan"), framed=True)
        self.remove_button = buttons.icon_button("trash-2", _("Buang logo"), framed=True)
        self.logos.setMinimumWidth(worn.px(240))
        self._given_logos = names[:MOST_LOGOS]

    def _connect(self) -> None:
        for field in (self.parent_name, self.unit):
            field.textChanged.connect(self._changed)
        self.address.textChanged.connect(self._changed)
        self.add_button.clicked.connect(lambda: self._ask_picture(self.add_logo))
        self.left_button.clicked.connect(lambda: self._move_logo(-1))
        self.right_button.clicked.connect(lambda: self._move_logo(1))
        self.remove_button.clicked.connect(self._remove_logo)
        self.logos.currentRowChanged.connect(lambda _row: self._changed())
        self.modes.chosen.connect(self._on_mode)
        for name in self._given_logos:
            self._append_logo(name)

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
        area = Column(_FORM)
        area.setWidget(page)
        across = QHBoxLayout()
        across.setSpacing(24)
        across.addWidget(area)
        across.addWidget(self.preview, 1)
        return across

    def _text_part(self) -> QWidget:
        part = Form()
        part.add(_("Induk, huruf besar"), self.parent_name)
        part.add(_("Unit"), self.unit)
        part.add(_("Alamat, satu baris tiap keterangan"), self.address)
        part.add(
            _("Logo, paling banyak empat"),
            self.logos,
            _("Garuda hanya untuk kop kepala daerah dan pejabat negara."),
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.add_button, self.left_button, self.right_button, self.remove_button):
            row.addWidget(button)
        row.addStretch(1)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(part)
        column.addLayout(row)
        return whole

    def _image_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(_("Gambar selebar kertas, paling tinggi 32 mm."), "caption", "secondary"))
        column.addWidget(self.image_button, 0, Qt.AlignmentFlag.AlignLeft)
        return part


def _some_session() -> Session:
    return Session(id="", kegiatan_id="", on_date=date(2024, 3, 5), label="", starts=time(8, 30))
