"""Peserta: everybody this laptop knows, across all kegiatan."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from bimtek.domain.formatting import nip_text, phone_text
from bimtek.domain.people import Person, Sex
from bimtek.domain.text import NO_TEXT, Text, _, joined
from bimtek.storage.people import PersonSummary
from bimtek.ui import language, theme
from bimtek.ui.context import UiContext
from bimtek.ui.models.rows import Cell, PagedModel
from bimtek.ui.role_names import ROLE_NAMES
from bimtek.ui.shortcuts import name_key
from bimtek.ui.widgets import buttons, fields
from bimtek.ui.widgets.card import Card
from bimtek.ui.widgets.data_table import STRETCH, DataTable
from bimtek.ui.widgets.elided import ElidedLabel
from bimtek.ui.widgets.empty_state import EmptyState
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.screen import Screen

FEWEST_LETTERS = 2
TYPING_MS = 150
_HEADINGS = (_("Nama"), _("L/P"), _("Desa/kecamatan"), _("Kegiatan"))
_WIDTHS = (STRETCH, 64, 216, 104)
_SIDE = 360
_SEX = {Sex.MALE: _("Laki-laki"), Sex.FEMALE: _("Perempuan"), Sex.UNKNOWN: NO_TEXT}


class PeoplePage(Screen):
    """A search field, a table that reads on as one scrolls, and the chosen person beside it."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Peserta"), _("Semua orang di semua kegiatan di laptop ini."), parent, scrolls=False
        )
        self._context = context
        self.search = fields.search_field(_("Cari nama, ketik dua huruf"))
        name_key(self.search, _("Cari"), "cari")
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(TYPING_MS)
        self.timer.timeout.connect(self._find)
        self.search.textChanged.connect(lambda _typed: self.timer.start())
        self.model: PagedModel[PersonSummary] = PagedModel(_HEADINGS, _cells, self._page, self)
        self.table = DataTable(self.model, _("Daftar semua orang"), _WIDTHS, 60, yields=(2, 3))
        self.table.selectionModel().selectionChanged.connect(self._show_person)
        self.detail = PersonCard(context)
        self.nobody = EmptyState(
            "users",
            _("Belum ada orang. Impor daftar peserta di dalam kegiatan."),
            _("Buka kegiatan"),
        )
        self.nobody.pressed.connect(lambda: context.window.go.emit("kegiatan"))
        self.not_found = EmptyState("search", _("Tidak ada nama itu."), _("Hapus pencarian"), primary=False)
        self.not_found.pressed.connect(self.search.clear)
        self._lay_out()
        self.refresh()

    def refresh(self) -> None:
        """Read again from the beginning, or search again."""
        self._find()

    def open_person(self, person_id: str, name: str) -> None:
        """Look for the name, and choose this one of those who bear it."""
        self.search.setText(name)
        self.timer.stop()
        self._find()
        ids = [row.person.id for row in self.model.rows]
        if person_id in ids:
            self.table.selectRow(ids.index(person_id))
        self.table.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the person a third at most."""
        super().resizeEvent(event)
        worn = theme.current()
        self._side.setFixedWidth(min(worn.px(_SIDE), event.size().width() * 9 // 25))

    def _find(self) -> None:
        typed = self.search.text().strip()
        if len(typed) >= FEWEST_LETTERS:
            self.model.show_only(self._context.services.registration.search(typed))
        else:
            self.model.reload()
        found = bool(self.model.rows)
        searching = len(typed) >= FEWEST_LETTERS
        self._full.setVisible(found)
        self.search.setVisible(found or searching)
        self.not_found.setVisible(not found and searching)
        self.nobody.setVisible(not found and not searching)
        language.put(self.not_found.sentence, _("Tidak ada “{name}”.", name=typed))
        if found:
            self.table.selectRow(0)
        self._show_person()

    def _page(self, last: PersonSummary | None) -> Sequence[PersonSummary]:
        after = ("", "") if last is None else (last.sort_key, last.person.id)
        return self._context.services.registration.everybody(after)

    def _show_person(self) -> None:
        chosen = self.model.row_at(self.table.chosen_row())
        self.detail.setVisible(chosen is not None)
        if chosen is not None:
            self.detail.show_person(chosen.person)

    def _lay_out(self) -> None:
        self._side = QScrollArea()
        holder = QWidget()
        holder.setProperty("kind", "page")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.detail)
        column.addStretch(1)
        self._side.setWidgetResizable(True)
        self._side.setFrameShape(QFrame.Shape.NoFrame)
        self._side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._side.setWidget(holder)
        self._full = QWidget()
        row = QHBoxLayout(self._full)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addWidget(self.table, 1)
        row.addWidget(self._side)
        self.body.setSpacing(16)
        self.body.addWidget(self.search)
        self.body.addWidget(self._full, 1)
        self.body.addWidget(self.not_found, 1)
        self.body.addWidget(self.nobody, 1)


class PersonCard(Card):
    """The facts of one person, and the kegiatan they took part in."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._context = context
        self.name = label("", "h3")
        self.facts = label("", "body", "secondary")
        self.rows = QVBoxLayout()
        self.rows.setSpacing(12)
        self.kegiatan: list[str] = []
        self.body.addWidget(self.name)
        self.body.addWidget(self.facts)
        self.body.addSpacing(4)
        self.body.addWidget(label(_("Kegiatan yang diikuti"), "strong"))
        self.body.addLayout(self.rows)

    def show_person(self, person: Person) -> None:
        """Show another person."""
        language.put(self.name, person.name.full)
        language.put(self.facts, joined(_facts(person), "\n"))
        while (item := self.rows.takeAt(0)) is not None:
            if (shown := item.widget()) is not None:
                shown.deleteLater()
        history = self._context.services.registration.history(person.id)
        self.kegiatan = [kegiatan_id for kegiatan_id, _title, _role in history]
        for kegiatan_id, title, role in history:
            self.rows.addWidget(self._row(kegiatan_id, title, ROLE_NAMES[role]))
        if not history:
            self.rows.addWidget(label(_("Belum ada."), "body", "secondary"))

    def _row(self, kegiatan_id: str, title: str, role: Text) -> QWidget:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(title, "strong"))
        words.addWidget(label(role, "caption", "secondary"))
        button = buttons.icon_button("chevron-right", _("Buka {title}", title=title), framed=True)
        button.clicked.connect(lambda: self._context.window.open_kegiatan.emit(kegiatan_id))
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addWidget(button)
        return made


def _cells(row: PersonSummary) -> tuple[Cell, ...]:
    person = row.person
    return (
        Cell(person.name.full, person.office_line or person.unsur or _("Instansi belum diisi")),
        Cell(person.sex.value or "–"),
        Cell(person.village_line or "–"),
        Cell(str(row.kegiatan_count), right=True),
    )


def _facts(person: Person) -> list[Text | str]:
    """What is known, one line each, nothing that is empty; identity numbers of citizens stay hidden."""
    number = nip_text(person.id_number) if person.id_kind in ("NIP", "NI PPPK") else ""
    lines: list[Text | str] = [
        _SEX[person.sex],
        person.office_line,
        person.unsur,
        ", ".join(part for part in (person.desa, person.kecamatan, person.kabupaten) if part),
        phone_text(person.phone),
        _("{kind} {number}", kind=person.id_kind, number=number) if number else "",
    ]
    return [line for line in lines if line]
