"""Siapkan, Ringkasan: what the kegiatan is, saved while one types."""

from concurrent.futures import Future
from dataclasses import replace
from typing import Any

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from bimtek.domain.clock import Zone
from bimtek.domain.errors import BimtekError
from bimtek.domain.formatting import long_date_list
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.names import clean
from bimtek.domain.text import NO_TEXT, Text, _
from bimtek.services.places import place_text
from bimtek.ui import editors, language
from bimtek.ui.autosave import Autosave
from bimtek.ui.context import UiContext
from bimtek.ui.messages import show_error
from bimtek.ui.widgets import fields
from bimtek.ui.widgets.card import Card
from bimtek.ui.widgets.form import Form, FormRow
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.module_choice import ModuleChoice
from bimtek.ui.widgets.place_field import PlaceField
from bimtek.ui.widgets.scrolling import only_vertical

# Facts that are one line of text: where they are kept, their word, help.
_IDENTITY: tuple[tuple[str, Text, Text], ...] = (
    ("title", _("Nama kegiatan"), _("Persis seperti di sertifikat.")),
    ("short", _("Nama pendek"), _("Untuk layar dan kepala halaman.")),
    ("theme", _("Tema"), NO_TEXT),
    ("organiser", _("Penyelenggara"), NO_TEXT),
    ("partners", _("Mitra"), _("Pisahkan dengan titik koma.")),
    ("funding", _("Sumber dana"), NO_TEXT),
    ("basis", _("Dasar kegiatan"), _("Nomor surat atau keputusan.")),
)
_CERTIFICATE: tuple[tuple[str, Text, Text], ...] = (
    ("code", _("Kode kegiatan"), _("Dipakai di nomor sertifikat.")),
    ("issue_city", _("Kota terbit"), NO_TEXT),
)
_BETWEEN = "; "


class FactsSection(QScrollArea):
    """A form in two columns; every change is stored within a second."""

    def __init__(self, context: UiContext, kegiatan: Kegiatan, autosave_parent: QWidget) -> None:
        super().__init__()
        self._context, self._kegiatan = context, kegiatan
        self._loading = False
        self.autosave = Autosave((editors.FACTS,), self._save, context.services.clock, autosave_parent)
        self.rows: dict[str, FormRow] = {}
        self.texts: dict[str, QLineEdit] = {}
        self.modules = ModuleChoice()
        self.modules.changed.connect(self._touch)
        self.first_day = fields.date_field(min(kegiatan.dates))
        self.hall = fields.text_field(_("Misalnya Balai Desa"), longest=200)
        self.place = PlaceField(self._suggest, _("Desa atau kabupaten"))
        self.zone = fields.choice([(zone.value, zone.value) for zone in Zone])
        self.issued_on = fields.date_field(kegiatan.issued_on or max(kegiatan.dates))
        self.min_attendance = fields.number_field(0, 100, 80)
        self.min_post = fields.number_field(-1, 100, -1)
        self.minutes_per_jp = fields.number_field(30, 90, 45)
        self.dates_text = label("", "caption", "secondary")
        self._lay_out()
        self.show_kegiatan(kegiatan)
        self._watch()
        self._load()

    def show_kegiatan(self, kegiatan: Kegiatan) -> None:
        """Show the facts as they are stored; what is being typed is kept until it is saved."""
        if self.autosave.timer.isActive():
            return
        self._kegiatan, self._loading = kegiatan, True
        for key, field in self.texts.items():
            value = getattr(kegiatan, key)
            _show(field, _BETWEEN.join(value) if key == "partners" else value)
        _show(self.hall, kegiatan.place.hall)
        _show(self.place, place_text(kegiatan.place))
        self.first_day.show_value(min(kegiatan.dates))
        self.issued_on.show_value(kegiatan.issued_on or max(kegiatan.dates))
        self.zone.choose(kegiatan.zone.value)
        self.min_attendance.setValue(round(kegiatan.min_attendance * 100))
        self.min_post.setValue(-1 if kegiatan.min_post is None else round(kegiatan.min_post * 100))
        self.minutes_per_jp.setValue(kegiatan.minutes_per_jp)
        self.modules.choose(kegiatan.modules)
        language.put(self.dates_text, long_date_list(kegiatan.dates))
        self._loading = False

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what still waits before another step opens."""
        self.autosave.flush()
        super().hideEvent(event)

    def _save(self) -> Future[None]:
        titled = bool(clean(self.texts["title"].text()))
        self.rows["title"].show_problem(
            NO_TEXT if titled else _("Isi nama kegiatan. Nama sebelumnya masih dipakai.")
        )
        planning = self._context.services.planning
        stored = planning.get(self._kegiatan.id)
        changed, first_day = self._changed(stored), self.first_day.value()
        shift = first_day - min(stored.dates)
        if not shift:
            self._kegiatan = changed
            return planning.update(changed)
        issued = changed.issued_on - shift if changed.issued_on else None
        future = planning.move(replace(changed, issued_on=issued), first_day)
        self._kegiatan = replace(changed, dates=tuple(day + shift for day in stored.dates))
        language.put(self.dates_text, long_date_list(self._kegiatan.dates))
        return future

    def _changed(self, stored: Kegiatan) -> Kegiatan:
        typed: dict[str, Any] = {key: clean(field.text()) for key, field in self.texts.items()}
        typed["title"] = typed["title"] or stored.title  # the rest is stored all the same
        typed["partners"] = tuple(part for part in map(clean, typed["partners"].split(";")) if part)
        place = stored.place
        if clean(self.place.text()) != place_text(place):
            place = self._context.services.places.read(self.place.text())
        return replace(
            stored,
            **typed,
            place=replace(place, hall=clean(self.hall.text())),
            zone=Zone(self.zone.key()),
            issued_on=self.issued_on.value(),
            min_attendance=self.min_attendance.value() / 100,
            min_post=None if self.min_post.value() < 0 else self.min_post.value() / 100,
            minutes_per_jp=self.minutes_per_jp.value(),
            modules=self.modules.chosen(),
        )

    def _on_first_day(self) -> None:
        """The papers are issued as many days after the kegiatan as before."""
        if not self._loading:
            shift = self.first_day.value() - min(self._kegiatan.dates)
            issued = (self._kegiatan.issued_on or max(self._kegiatan.dates)) + shift
            self.issued_on.show_value(issued)
        self._touch()

    def _touch(self) -> None:
        if not self._loading:
            self.autosave.touch()

    def _watch(self) -> None:
        for field in (*self.texts.values(), self.hall, self.place):
            field.textChanged.connect(self._touch)
        for number in (self.min_attendance, self.min_post, self.minutes_per_jp):
            number.valueChanged.connect(self._touch)
        self.zone.currentIndexChanged.connect(self._touch)
        self.issued_on.dateChanged.connect(self._touch)
        self.first_day.dateChanged.connect(self._on_first_day)

    def _suggest(self, typed: str) -> list[str]:
        return [address.line for address in self._context.services.places.suggest(typed)]

    def _load(self) -> None:
        """Bring modules and the wilayah table from a worker."""
        services = self._context.services
        self._context.tasks.run(
            lambda progress: services.library.modules(), self, done=self.modules.offer, failed=self._on_failed
        )
        self._context.tasks.run(
            lambda progress: services.places.load(), self, done=lambda table: None, failed=self._on_failed
        )

    def _on_failed(self, error: BimtekError) -> None:
        show_error(self, error)

    def _lay_out(self) -> None:
        page = QWidget()
        page.setProperty("kind", "page")
        columns = QHBoxLayout(page)
        columns.setContentsMargins(32, 16, 32, 24)
        columns.setSpacing(24)
        modules_card = Card(_("Modul"))
        modules_card.body.addWidget(self.modules)
        for cards in (
            (self._identity_card(), modules_card),
            (self._place_card(), self._certificate_card()),
        ):
            column = QVBoxLayout()
            column.setSpacing(24)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            columns.addLayout(column, 1)
        only_vertical(self)
        self.setWidget(page)

    def _identity_card(self) -> Card:
        return self._text_card(_("Kegiatan"), _IDENTITY)

    def _place_card(self) -> Card:
        card, form = Card(_("Waktu dan tempat")), Form()
        form.add(_("Hari pertama"), self.first_day, _("Semua sesi ikut bergeser."))
        form.add(_("Gedung"), self.hall)
        form.add(_("Tempat"), self.place)
        form.add(_("Zona waktu"), self.zone)
        card.body.addWidget(form)
        card.body.addWidget(self.dates_text)
        return card

    def _certificate_card(self) -> Card:
        card = self._text_card(_("Sertifikat"), _CERTIFICATE)
        form = Form()
        self.min_attendance.setSuffix(" %")
        self.min_post.setSuffix(" %")
        language.put(self.min_post, _("Tanpa syarat"), "setSpecialValueText")
        language.put(self.minutes_per_jp, _(" menit"), "setSuffix")
        form.add(_("Tanggal terbit"), self.issued_on)
        form.add(_("Syarat kehadiran"), self.min_attendance, _("Bagian JP yang harus diikuti."))
        form.add(_("Syarat nilai post-test"), self.min_post)
        form.add(_("Panjang satu JP"), self.minutes_per_jp)
        card.body.addWidget(form)
        return card

    def _text_card(self, title: Text, facts: tuple[tuple[str, Text, Text], ...]) -> Card:
        card, form = Card(title), Form()
        for key, word, help_text in facts:
            self.texts[key] = fields.text_field()
            self.rows[key] = form.add(word, self.texts[key], help_text)
        card.body.addWidget(form)
        return card


def _show(field: QLineEdit, text: str) -> None:
    """Show a text without moving the cursor of somebody who is typing the same."""
    if field.text() != text:
        field.setText(text)
        field.setCursorPosition(0)
